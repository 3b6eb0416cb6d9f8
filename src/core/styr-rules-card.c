/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-health.h"
#include "styr-dossier.h"
#include "styr-model-words.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about what a document's card says: its period, its columns, whom it was told to, where it
 * is published. */

/* document-period ------------------------------------------------------------------------- */

static gboolean
is_calendar_year (const char *from, const char *to)
{
  return from != NULL && to != NULL && strncmp (from, to, 4) == 0 &&
         g_str_has_suffix (from, "-01-01") && g_str_has_suffix (to, "-12-31");
}

/* Whether a term begins in the year of @from, or, with @to too, whether a term overlaps them. */
static gboolean
finds_term (StyrModel *model, const char *from, const char *to, gboolean begins)
{
  GPtrArray *terms = styr_model_get_terms (model);
  int first = (int) g_ascii_strtoll (from, NULL, 10);
  int last = to != NULL ? (int) g_ascii_strtoll (to, NULL, 10) : G_MAXINT;

  for (guint i = 0; i < terms->len; i++)
    {
      const StyrTerm *term = terms->pdata[i];

      if (begins ? term->first_year == first : term->first_year <= last && term->last_year >= first)
        return TRUE;
    }
  return terms->len == 0;
}

/* Begun months, the first and the last among them. */
static int
count_months (const char *from, const char *to)
{
  int years = (int) (g_ascii_strtoll (to, NULL, 10) - g_ascii_strtoll (from, NULL, 10));

  return years * 12 +
         (int) (g_ascii_strtoll (to + 5, NULL, 10) - g_ascii_strtoll (from + 5, NULL, 10)) + 1;
}

static void
check_period_of (StyrCheck *check, const StyrInvDocument *document)
{
  const StyrRule *rule = check->rule;
  const char *from = document->period_from != NULL ? document->period_from : document->valid_from;
  const char *to = document->period_to != NULL ? document->period_to : document->valid_to;
  const char *name = styr_check_name_document (check, document);
  const char *shown =
      styr_check_text (check, "%s–%s", styr_check_date (check, from), styr_check_date (check, to));
  StyrObject object = styr_object_of_document (document);

  if (g_str_equal (rule->scope, "calendar-year") && !is_calendar_year (from, to))
    styr_check_add (check, object, _ ("%s is for %s, which is not a calendar year."), name, shown);
  else if (from == NULL)
    return;
  else if (g_str_equal (rule->scope, "in-term") && to != NULL &&
           !finds_term (check->model, from, to, FALSE))
    styr_check_add (check, object, _ ("%s is for %s, which is in no term of office."), name, shown);
  else if (g_str_equal (rule->scope, "term") && !finds_term (check->model, from, to, TRUE))
    styr_check_add (check,
                    object,
                    _ ("%s begins %s, not with a term of office."),
                    name,
                    styr_check_date (check, from));
  else if (g_str_equal (rule->scope, "months") && to != NULL)
    {
      int n = count_months (from, to);

      if ((rule->has_min && n < rule->min) || (rule->has_max && n > rule->max))
        styr_check_add (check,
                        object,
                        ngettext ("%s is for %d month; the model says %s.",
                                  "%s is for %d months; the model says %s.",
                                  (gulong) MAX (n, 0)),
                        name,
                        n,
                        styr_check_bounds (
                            check, rule->has_min, (int) rule->min, rule->has_max, (int) rule->max));
    }
}

static void
check_period (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    check_period_of (check, documents->pdata[i]);
}

/* document-metadata ----------------------------------------------------------------------- */

static gboolean
has_metadata (StyrCheck *check, const StyrInvDocument *document, const char *metadata)
{
  g_autofree char *column = styr_metadata_get_column (metadata);

  if (g_str_equal (column, "follow_up_months"))
    return document->follow_up_months > 0;
  if (g_str_equal (column, "owner_id"))
    return document->owner_id != NULL &&
           styr_inventory_find (check->inventory, STYR_INV_UNIT, document->owner_id) != NULL;
  if (g_str_equal (column, "replaces") && document->replaces_id != NULL)
    return TRUE;
  return !styr_text_is_empty (styr_inventory_get_column (STYR_INV_DOCUMENT, document, column));
}

static void
check_metadata_of (StyrCheck *check, const StyrInvDocument *document)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GPtrArray) demanded =
      styr_document_type_dup_demanded (document->kind, document->is_joint);
  GPtrArray *fields = check->rule->fields->len > 0 ? check->rule->fields : demanded;

  for (guint i = 0; i < fields->len; i++)
    if (!has_metadata (check, document, fields->pdata[i]))
      {
        const char *title = styr_choice_get_title ("metadata", fields->pdata[i]);

        g_ptr_array_add (missing, (gpointer) (title != NULL ? title : fields->pdata[i]));
      }
  if (missing->len > 0)
    styr_check_add (check,
                    styr_object_of_document (document),
                    _ ("The card of %s lacks: %s."),
                    styr_check_name_document (check, document),
                    styr_check_list_words (check, missing));
}

static void
check_metadata (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    check_metadata_of (check, documents->pdata[i]);
}

/* document-informed, document-start ------------------------------------------------------- */

static void
check_informed (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *name = styr_check_name_document (check, document);
      const char *whom; /* in the middle of a sentence */

      if (document->kind == NULL || document->kind->informed->len == 0)
        continue;
      whom = styr_check_name_body (check, document->kind->informed->pdata[0]);
      if (document->informed_on == NULL)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s has not been reported to %s."),
                        name,
                        whom);
      else if (document->decided_on != NULL &&
               strcmp (document->informed_on, document->decided_on) < 0)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s was reported to %s %s, before it was decided %s."),
                        name,
                        whom,
                        styr_check_date (check, document->informed_on),
                        styr_check_date (check, document->decided_on));
    }
}

/* The day that a decision's designation names: “KS 2020-06-08 § 151”. (transfer full) */
static char *
dup_day (const char *text)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\d{4}-\\d{2}-\\d{2}", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
}

static void
check_start_of (StyrCheck *check, const StyrInvDocument *document)
{
  const char *name = styr_check_name_document (check, document);
  g_autofree char *day = NULL;

  if (document->kind == NULL || document->kind->start_decision == NULL)
    return;
  if (styr_text_is_empty (document->start_decision))
    {
      styr_check_add (check,
                      styr_object_of_document (document),
                      _ ("%s has no decision by %s to begin."),
                      name,
                      styr_check_name_body (check, document->kind->start_decision));
      return;
    }
  day = dup_day (document->start_decision);
  if (day != NULL && document->decided_on != NULL && strcmp (day, document->decided_on) > 0)
    styr_check_add (check,
                    styr_object_of_document (document),
                    _ ("%s was decided %s, before the decision to begin (%s)."),
                    name,
                    styr_check_date (check, document->decided_on),
                    document->start_decision);
}

static void
check_start (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    check_start_of (check, documents->pdata[i]);
}

/* document-published, document-partners --------------------------------------------------- */

static void
check_published (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *name = styr_check_name_document (check, document);
      StyrObject object = styr_object_of_document (document);

      if (document->kind == NULL || g_strcmp0 (document->kind->publication, "external") != 0)
        continue;
      if (document->publication == NULL)
        styr_check_add (check, object, _ ("%s doesn't say where it is published."), name);
      else if (g_str_equal (document->publication, "external"))
        continue;
      else if (!document->kind->internal_allowed)
        styr_check_add (check, object, _ ("%s is only on the intranet; it shall be public."), name);
      else if (!styr_text_is_reason (document->publication_reason))
        styr_check_add (
            check, object, _ ("%s is only on the intranet, and no reason is given."), name);
    }
}

static void
check_partners (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *name = styr_check_name_document (check, document);
      StyrObject object = styr_object_of_document (document);

      if (!document->is_joint)
        continue;
      if (styr_text_is_empty (document->partners))
        styr_check_add (check, object, _ ("%s is joint but names no partners."), name);
      if (styr_text_is_empty (document->designation))
        styr_check_add (check, object, _ ("%s is joint but has no designation here."), name);
    }
}

#define TYPES                                                                                      \
  {                                                                                                \
    "documentTypes", N_ ("Document types; empty is all"), FALSE                                    \
  }

const StyrRuleKind styr_rule_kinds_card[] = {
  { "document-period",
    N_ ("The right period"),
    N_ ("Finds documents whose period isn't a calendar year, a term of office or so many months."),
    { TYPES,
      { "scope",
        N_ ("calendar-year, in-term, term or months"),
        TRUE,
        "calendar-year in-term term months" },
      { "min", N_ ("At least so many months"), FALSE },
      { "max", N_ ("At most so many months"), FALSE } },
    check_period },
  { "document-metadata",
    N_ ("The card is complete"),
    N_ ("Finds documents whose card lacks something."),
    { TYPES, { "fields", N_ ("Columns of the card; empty is what the type demands"), FALSE } },
    check_metadata },
  { "document-informed",
    N_ ("Reported to the right body"),
    N_ ("Finds documents that were not reported to the body that the type names."),
    { TYPES },
    check_informed },
  { "document-start",
    N_ ("A decision to begin"),
    N_ ("Finds documents without the decision that must come before the work."),
    { TYPES },
    check_start },
  { "document-published",
    N_ ("Published"),
    N_ ("Finds documents that aren't public though the type is."),
    { TYPES },
    check_published },
  { "document-partners",
    N_ ("Partners are named"),
    N_ ("Finds joint documents without partners or a designation of the model."),
    { TYPES },
    check_partners },
  { 0 },
};
