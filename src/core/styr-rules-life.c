/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about documents in force: what they replace, when they are reviewed, which there shall be.
 */

/* document-replaces ----------------------------------------------------------------------- */

static const char *
first_day (const StyrInvDocument *document)
{
  return document->valid_from != NULL    ? document->valid_from
         : document->period_from != NULL ? document->period_from
                                         : document->decided_on;
}

static const char *
last_day (const StyrInvDocument *document)
{
  return document->valid_to != NULL ? document->valid_to : document->period_to;
}

/* Whether both are in force on some day. */
static gboolean
overlap (const StyrInvDocument *one, const StyrInvDocument *other)
{
  const char *one_first = first_day (one), *other_first = first_day (other);
  const char *one_last = last_day (one), *other_last = last_day (other);

  return (one_last == NULL || other_first == NULL || strcmp (one_last, other_first) >= 0) &&
         (other_last == NULL || one_first == NULL || strcmp (other_last, one_first) >= 0);
}

static gboolean
is_circle (const StyrInvDocument *document, guint n_documents)
{
  const StyrInvDocument *other = document->replaced;

  for (guint i = 0; other != NULL && i <= n_documents; i++, other = other->replaced)
    if (other == document)
      return TRUE;
  return FALSE;
}

static void
add_overlap (StyrCheck *check, const StyrInvDocument *older, const StyrInvDocument *newer)
{
  styr_check_add (
      check,
      styr_object_of_document (older),
      _ ("%s is still in force (%s) though %s took its place %s."),
      styr_check_name_document (check, older),
      last_day (older) != NULL
          ? styr_check_text (check, _ ("until %s"), styr_check_date (check, last_day (older)))
          : _ ("until further notice"),
      styr_check_name_document (check, newer),
      styr_check_date (check, first_day (newer)));
}

/* Two of the same type, body and title, in force at the same time, that say nothing of each other.
 */
static void
check_series (StyrCheck *check, GPtrArray *documents)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i], *other;
      g_autofree char *title = g_utf8_casefold (document->title, -1);
      char *key = g_strdup_printf (
          "%s\n%s\n%s", document->type, document->unit_id != NULL ? document->unit_id : "", title);

      other = g_hash_table_lookup (seen, key);
      if (other != NULL && other->replaced != document && document->replaced != other &&
          overlap (document, other))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("Two documents in force are called %s."),
                        styr_check_name_document (check, document));
      g_hash_table_replace (seen, key, (gpointer) document);
    }
}

static void
check_replaces (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i], *old = document->replaced;

      if (is_circle (document, documents->len))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s replaces itself by way of other documents."),
                        styr_check_name_document (check, document));
      else if (old != NULL && old->is_decided && old->is_standing && overlap (document, old))
        add_overlap (check, old, document);
    }
  check_series (check, documents);
}

/* document-review ------------------------------------------------------------------------- */

static void
check_review (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *end = last_day (document);
      const char *day = document->review_due_on;

      if (day == NULL || strcmp (check->today, day) <= 0 ||
          (end != NULL && strcmp (end, check->today) < 0))
        continue;
      styr_check_add (check,
                      styr_object_of_document (document),
                      _ ("%s was to be reviewed %s."),
                      styr_check_name_document (check, document),
                      styr_check_date (check, day));
    }
}

/* document-named -------------------------------------------------------------------------- */

static gboolean
is_named (GPtrArray *titles, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < titles->len; i++)
    if (strstr (titles->pdata[i], wanted) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_named (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *names = check->rule->words;

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (titles,
                     g_utf8_casefold (((const StyrInvDocument *) documents->pdata[i])->title, -1));
  for (guint i = 0; i < names->len; i++)
    if (!is_named (titles, names->pdata[i]))
      styr_check_add (check,
                      styr_object_of_part ("name", names->pdata[i], names->pdata[i], NULL),
                      _ ("No document in force is called “%s”."),
                      (const char *) names->pdata[i]);
}

const StyrRuleKind styr_rule_kinds_life[] = {
  { "document-replaces",
    N_ ("Replaced documents end"),
    N_ ("Finds documents in force though another took their place, and two of the same name."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE } },
    check_replaces },
  { "document-review",
    N_ ("Reviewed in time"),
    N_ ("Finds documents whose review is overdue."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE } },
    check_review },
  { "document-named",
    N_ ("Named documents exist"),
    N_ ("Finds names that no document in force has."),
    { { "words", N_ ("Names"), TRUE },
      { "documentTypes", N_ ("Document types; empty is all"), FALSE } },
    check_named },
  { 0 },
};
