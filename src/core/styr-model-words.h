/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-json-reader.h"

G_BEGIN_DECLS

/** How a member is best filled in, besides what its kind says. */
typedef enum
{
  STYR_HINT_NONE,
  STYR_HINT_LONG,    /* several lines */
  STYR_HINT_ORDERED, /* the order of the texts means something */
  STYR_HINT_MONTH,
  STYR_HINT_PATTERN, /* a text with places that are filled in */
  STYR_HINT_HIDDEN,  /* shown elsewhere or not at all */
} StyrMemberHint;

/** What a form says of one member; untranslated, see styr_model_word(). A row without a key begins
 * a group of rows. */
typedef struct
{
  const char *key;
  const char *title;
  const char *help;
  StyrMemberHint hint;
  const char *choices; /* the names of its values */
} StyrMemberWords;

/** What the model's editor says of one list of the format, and the order of the form. */
typedef struct
{
  const char *list;               /* key of the list; "" for the scalars */
  const char *title;              /* of the list */
  const char *item;               /* one of them, in the middle of a sentence */
  const char *add;                /* button that makes one */
  const char *about;              /* what the list is for */
  const StyrMemberWords *members; /* ends with a row that is empty */
} StyrListWords;

const StyrListWords *styr_list_words_find (const char *list);
const StyrMemberWords *styr_member_words_find (const char *list, const char *key);
const char *styr_model_word (const char *word);
const char *styr_choice_get_title (const char *choices, const char *value);
GPtrArray *styr_json_member_dup_values (const StyrJsonMember *member);
const StyrJsonMember *styr_json_struct_find (const StyrJsonStruct *spec, const char *key);

G_END_DECLS
