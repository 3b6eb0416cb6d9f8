/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Lists of words that advice goes by, from a file (data/words/README.md). */
typedef struct _StyrWords StyrWords;

/** Where a word was met, in characters from the beginning of the text. */
typedef struct
{
  guint start, end;
} StyrWordSpan;

StyrWords *styr_words_new_from_bytes (GBytes *bytes, const char *name, GError **error);
void styr_words_free (StyrWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrWords, styr_words_free)

/** @list: "hardToFollowUp" "goalLanguage". (transfer full): StyrWordSpan, in order, none within
 * another */
GArray *styr_words_find (StyrWords *self, const char *list, const char *text);

/** What a clause of a decision does by its first word: "adopt" "revoke" "commission" "interim"
 * "other"; NULL when no word is known */
const char *styr_words_guess_clause (StyrWords *self, const char *text);

G_END_DECLS
