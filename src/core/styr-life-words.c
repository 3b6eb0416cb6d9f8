/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-life-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StyrLifeList list;
  const char *nick, *context, *word;
} LifeWord;

static const LifeWord words[] = {
  { STYR_LIFE_CLAUSE, "adopt", "clause", NC_ ("clause", "Adopt or confirm") },
  { STYR_LIFE_CLAUSE, "revoke", "clause", NC_ ("clause", "Revoke") },
  { STYR_LIFE_CLAUSE, "commission", "clause", NC_ ("clause", "Commission") },
  { STYR_LIFE_CLAUSE, "interim", "clause", NC_ ("clause", "Apply for the time being") },
  { STYR_LIFE_CLAUSE, "other", "clause", NC_ ("clause", "Other") },
  { STYR_LIFE_OUTCOME, "prepares", "body", NC_ ("body", "Prepares") },
  { STYR_LIFE_OUTCOME, "proposes", "body", NC_ ("body", "Proposes") },
  { STYR_LIFE_OUTCOME, "decides", "body", NC_ ("body", "Decides") },
  { STYR_LIFE_OUTCOME, "returns", "body", NC_ ("body", "Sends back") },
  { STYR_LIFE_OUTCOME, "informed", "body", NC_ ("body", "Is informed") },
  { STYR_LIFE_DECISION, "proposed", "decision", NC_ ("decision", "Proposed") },
  { STYR_LIFE_DECISION, "decided", "decision", NC_ ("decision", "Decided") },
  { STYR_LIFE_DECISION, "rejected", "decision", NC_ ("decision", "Rejected") },
  { STYR_LIFE_DECISION, "postponed", "decision", NC_ ("decision", "Put off") },
  { STYR_LIFE_STANCE, "supports", "answer", NC_ ("answer", "Supports") },
  { STYR_LIFE_STANCE, "partly", "answer", NC_ ("answer", "Supports in part") },
  { STYR_LIFE_STANCE, "objects", "answer", NC_ ("answer", "Objects") },
  { STYR_LIFE_STANCE, "none", "answer", NC_ ("answer", "Takes no stance") },
  { STYR_LIFE_REVIEW, "fit", "review", NC_ ("review", "Still fit for its purpose") },
  { STYR_LIFE_REVIEW, "change", "review", NC_ ("review", "Needs to be changed") },
  { STYR_LIFE_REVIEW, "revoke", "review", NC_ ("review", "Should be revoked") },
};

/**
 * styr_life_get_word:
 * @list: which list
 * @nick: (nullable): a word as it is stored
 *
 * Returns: (transfer none): the word in the user's language; "" for none
 */
const char *
styr_life_get_word (StyrLifeList list, const char *nick)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (words); i++)
    if (words[i].list == list && g_str_equal (words[i].nick, nick))
      return g_dpgettext2 (GETTEXT_PACKAGE, words[i].context, words[i].word);
  return "";
}

/**
 * styr_life_get_nick:
 * @list: which list
 * @index: place in it, from 0
 *
 * Returns: (transfer none) (nullable): the nick there, to walk through a list
 */
const char *
styr_life_get_nick (StyrLifeList list, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].list == list && index-- == 0)
      return words[i].nick;
  return NULL;
}
