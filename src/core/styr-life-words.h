/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Lists of words in the life of documents and decisions. Each word has a nick, as it is stored. */
typedef enum
{
  STYR_LIFE_CLAUSE,   /* adopt revoke commission interim other */
  STYR_LIFE_OUTCOME,  /* prepares proposes decides returns informed */
  STYR_LIFE_DECISION, /* proposed decided rejected postponed */
  STYR_LIFE_STANCE,   /* supports partly objects none */
  STYR_LIFE_REVIEW,   /* fit change revoke */
} StyrLifeList;

const char *styr_life_get_word (StyrLifeList list, const char *nick);
const char *styr_life_get_nick (StyrLifeList list, guint index);

G_END_DECLS
