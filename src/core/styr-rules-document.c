/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about which documents there are, who decides them and when. */

/* document-exists ------------------------------------------------------------------------- */

typedef struct
{
  StyrCheck *check;
  const StyrTerm *term; /* NULL = not counted by the term */
  int first_year;       /* that the deadline is counted from */
  const char *when;     /* the year or the term in words */
  int since;            /* the year, or the first of the term; 0 = standing */
} Span;

static gboolean
is_of_span (const Span *span, const StyrInvDocument *document)
{
  const char *per = span->check->rule->per;

  if (!document->is_standing || !styr_check_concerns_type (span->check, document->type))
    return FALSE;
  if (span->term != NULL)
    return (document->first_year >= span->term->first_year &&
            document->first_year <= span->term->last_year) ||
           document->in_year;
  if (g_strcmp0 (per, "year") == 0 && document->year != 0)
    return document->year == span->check->year;
  return document->in_year;
}

/* How many documents there are of the span, of one unit or of all; @draft is one that doesn't count
 * because it is not decided. */
static guint
count_documents (const Span *span, const StyrInvUnit *unit, const StyrInvDocument **draft)
{
  GPtrArray *all = unit != NULL
                       ? unit->documents
                       : styr_inventory_get_rows (span->check->inventory, STYR_INV_DOCUMENT);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const StyrInvDocument *document = all->pdata[i];

      if (!is_of_span (span, document))
        continue;
      if (document->is_decided || !span->check->rule->decided)
        n++;
      else
        *draft = document;
    }
  return n;
}

/* Of the types only those that such a unit makes: a committee isn't told what companies owe. */
static GPtrArray *
dup_own_types (const Span *span, const StyrInvUnit *unit)
{
  GPtrArray *types = span->check->rule->document_types;
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; unit != NULL && i < types->len; i++)
    {
      const StyrDocumentType *type =
          styr_model_find_document_type (span->check->model, types->pdata[i]);

      if (type != NULL && styr_strings_contain (type->producers, unit->type))
        g_ptr_array_add (own, types->pdata[i]);
    }
  if (own->len == 0)
    g_ptr_array_extend (own, types, NULL, NULL);
  return own;
}

/* Who lacks which types, that year. */
static StyrObject
object_of_lack (const Span *span, const StyrInvUnit *unit, GPtrArray *own)
{
  StyrObject who =
      unit != NULL ? styr_object_of_unit (unit) : styr_object_of_model (span->check->model);
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint i = 0; i < own->len; i++)
    g_string_append_printf (types, "%s%s", i > 0 ? "+" : "", (const char *) own->pdata[i]);
  return styr_object_in_year (styr_object_and (span->check, who, types->str), span->since);
}

static void
add_missing (const Span *span,
             StyrObject object,
             const StyrInvUnit *unit,
             GPtrArray *own,
             const StyrInvDocument *draft)
{
  const char *who = styr_check_name_unit (unit);
  const char *what = styr_check_name_types (span->check, own, FALSE);

  if (draft != NULL)
    {
      object.document_id = draft->id;
      styr_check_add (span->check,
                      object,
                      _ ("%s lacks %s for %s; %s is not decided yet."),
                      who,
                      what,
                      span->when,
                      styr_check_name_document (span->check, draft));
    }
  else
    styr_check_add (span->check, object, _ ("%s lacks %s for %s."), who, what, span->when);
}

static void
check_unit (const Span *span, const StyrInvUnit *unit)
{
  const StyrRule *rule = span->check->rule;
  const StyrInvDocument *draft = NULL;
  int min = rule->has_min ? (int) rule->min : rule->has_max ? 0 : 1;
  guint n = count_documents (span, unit, &draft);
  g_autoptr (GPtrArray) own = dup_own_types (span, unit);
  StyrObject object = object_of_lack (span, unit, own);

  if (n == 0 && min > 0)
    add_missing (span, object, unit, own, draft);
  else if ((int) n < min || (rule->has_max && n > rule->max))
    styr_check_add (
        span->check,
        object,
        _ ("%s has %u %s for %s; the model says %s."),
        styr_check_name_unit (unit),
        n,
        styr_check_name_types (span->check, rule->document_types, n != 1),
        span->when,
        styr_check_bounds (span->check, rule->has_min, min, rule->has_max, (int) rule->max));
}

static void
check_exists (StyrCheck *check)
{
  const char *per = check->rule->per;
  Span span = { check, NULL, check->year, styr_check_text (check, "%d", check->year), check->year };
  g_autoptr (GPtrArray) units = NULL;

  if (g_strcmp0 (per, "standing") == 0)
    span.since = 0;
  if (g_strcmp0 (per, "term") == 0)
    span.term = styr_model_find_term_of_year (check->model, check->year);
  if (span.term != NULL)
    {
      span.first_year = span.term->first_year;
      span.when = span.term->name;
      span.since = span.first_year;
    }
  if (!styr_check_is_due (check, span.first_year))
    return;
  if (check->rule->body_types->len == 0)
    {
      check_unit (&span, NULL);
      return;
    }
  units = styr_check_dup_units (check, check->rule->body_types);
  for (guint i = 0; i < units->len; i++)
    check_unit (&span, units->pdata[i]);
}

/* document-decider ------------------------------------------------------------------------ */

/* Political bodies before administrative ones, each in the model's order; a role counts with its
 * body. A larger number is lower. */
static int
rank_of (StyrModel *model, const char *body_type)
{
  GPtrArray *types = styr_model_get_body_types (model);
  const StyrBodyType *type = styr_model_find_body_type (model, body_type);
  const char *place = type != NULL && type->role_of != NULL ? type->role_of : body_type;

  for (guint i = 0; type != NULL && i < types->len; i++)
    if (g_str_equal (((const StyrBodyType *) types->pdata[i])->id, place))
      return (int) i + (type->is_political ? 0 : (int) types->len);
  return -1;
}

/* The body type that the decision rules give; NULL when they say nothing. @unit: which one of them,
 * when they say that. */
static const char *
expected_decider (const StyrInvDocument *document, const StyrInvUnit **unit, const char **reason)
{
  const char *decider;

  if (document->kind == NULL)
    return NULL;
  decider = styr_document_type_find_decider (document->kind,
                                             document->scope,
                                             document->is_political,
                                             document->law_requires_council,
                                             reason,
                                             NULL);
  if (g_strcmp0 (decider, "unit") != 0)
    return decider;
  *unit = document->unit;
  return document->unit != NULL ? document->unit->type : NULL;
}

static gboolean
is_in_scope (const StyrCheck *check, const char *decided_by, const char *expected)
{
  int is = rank_of (check->model, decided_by), should = rank_of (check->model, expected);

  if (check->rule->scope == NULL)
    return TRUE;
  if (is < 0 || should < 0)
    return FALSE;
  return g_str_equal (check->rule->scope, "up") ? is < should : is > should;
}

static void
check_decider_by_rules (StyrCheck *check, const StyrInvDocument *document)
{
  const StyrInvUnit *unit = NULL, *other;
  const char *reason = NULL;
  const char *expected = expected_decider (document, &unit, &reason);

  if (expected == NULL)
    return;
  if (!g_str_equal (expected, document->decided_by))
    {
      if (is_in_scope (check, document->decided_by, expected))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s was decided by %s; the model says %s. %s"),
                        styr_check_name_document (check, document),
                        styr_check_name_body (check, document->decided_by),
                        styr_check_name_body (check, expected),
                        reason != NULL ? reason : "");
      return;
    }
  if (unit == NULL || document->decided_unit_id == NULL || check->rule->scope != NULL ||
      g_str_equal (unit->id, document->decided_unit_id))
    return;
  other = styr_inventory_find (check->inventory, STYR_INV_UNIT, document->decided_unit_id);
  styr_check_add (check,
                  styr_object_of_document (document),
                  _ ("%s is about %s but was decided by %s."),
                  styr_check_name_document (check, document),
                  unit->name,
                  styr_check_name_unit (other));
}

static void
check_decider (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);
  GPtrArray *bodies = check->rule->body_types;

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];

      if (document->decided_by == NULL)
        continue;
      if (bodies->len == 0)
        check_decider_by_rules (check, document);
      else if (!styr_strings_contain (bodies, document->decided_by))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s was decided by %s; the model says %s."),
                        styr_check_name_document (check, document),
                        styr_check_name_body (check, document->decided_by),
                        styr_check_name_body (check, bodies->pdata[0]));
    }
}

/* document-date --------------------------------------------------------------------------- */

static gboolean
is_about (const StyrInvDecision *decision, const StyrInvDocument *document)
{
  if (decision->document == document)
    return TRUE;
  for (guint i = 0; i < document->clauses->len; i++)
    if (((const StyrInvClause *) document->clauses->pdata[i])->decision == decision)
      return TRUE;
  return FALSE;
}

/* When one of the rule's bodies handled the document on its way to the decision; NULL when no step
 * of theirs has a day. That steps are missing is another rule. */
static const StyrInvStep *
find_handling (StyrCheck *check, const StyrInvDocument *document)
{
  GPtrArray *decisions = styr_inventory_get_rows (check->inventory, STYR_INV_DECISION);

  for (guint i = 0; i < decisions->len; i++)
    {
      GPtrArray *steps = ((const StyrInvDecision *) decisions->pdata[i])->steps;

      for (guint j = 0; is_about (decisions->pdata[i], document) && j < steps->len; j++)
        {
          const StyrInvStep *step = steps->pdata[j];

          if (step->on_date != NULL && g_strcmp0 (step->outcome, "returns") != 0 &&
              styr_strings_contain (check->rule->body_types, step->body))
            return step;
        }
    }
  return NULL;
}

static void
add_date (StyrCheck *check,
          const StyrInvDocument *document,
          const StyrInvStep *step,
          const char *date,
          const char *day)
{
  gboolean not_before = check->rule->scope != NULL;
  const char *name = styr_check_name_document (check, document);

  if (step != NULL)
    styr_check_add (check,
                    styr_object_of_document (document),
                    not_before ? _ ("%s was handled by %s %s; the first day was %s.")
                               : _ ("%s was handled by %s %s; the last day was %s."),
                    name,
                    styr_check_name_body (check, step->body),
                    styr_check_date (check, date),
                    styr_check_date (check, day));
  else
    styr_check_add (check,
                    styr_object_of_document (document),
                    not_before ? _ ("%s was decided %s; the first day was %s.")
                               : _ ("%s was decided %s; the last day was %s."),
                    name,
                    styr_check_date (check, date),
                    styr_check_date (check, day));
}

static void
check_date_of (StyrCheck *check, const StyrInvDocument *document)
{
  gboolean not_before = check->rule->scope != NULL;
  int year = document->first_year != 0 ? document->first_year : document->year;
  const char *day = year != 0 ? styr_check_get_deadline (check, year) : NULL;
  const StyrInvStep *step =
      check->rule->body_types->len > 0 ? find_handling (check, document) : NULL;
  const char *date = step != NULL                        ? step->on_date
                     : check->rule->body_types->len == 0 ? document->decided_on
                                                         : NULL;
  int order;

  if (day == NULL || date == NULL)
    return;
  order = strcmp (date, day);
  if ((not_before ? order >= 0 : order <= 0) ||
      (check->rule->except_election_year &&
       styr_model_is_election_year (check->model, year + check->rule->year_offset)))
    return;
  add_date (check, document, step, date, day);
}

static void
check_date (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    check_date_of (check, documents->pdata[i]);
}

/* document-order -------------------------------------------------------------------------- */

/* Whether a document of one unit is what another builds on: its own unit's, that of a department
 * which serves it, or one that is common to all. */
static gboolean
is_for (const StyrInvDocument *base, const StyrInvDocument *document)
{
  if (base->unit == NULL || document->unit == NULL || base->unit == document->unit)
    return TRUE;
  if ((base->kind != NULL && base->kind->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR) ||
      (document->kind != NULL && document->kind->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR))
    return TRUE;
  for (guint i = 0; i < base->unit->serves->len; i++)
    if (((const StyrInvService *) base->unit->serves->pdata[i])->committee == document->unit)
      return TRUE;
  for (guint i = 0; i < document->unit->serves->len; i++)
    if (((const StyrInvService *) document->unit->serves->pdata[i])->committee == base->unit)
      return TRUE;
  return FALSE;
}

/* After an election the new council decides late, and the others can't wait. */
static gboolean
is_excused (const StyrCheck *check, const StyrInvDocument *base)
{
  return check->rule->except_election_year &&
         styr_model_is_election_year (check->model,
                                      (int) g_ascii_strtoll (base->decided_on, NULL, 10));
}

static const StyrInvDocument *
find_latest_base (StyrCheck *check, const StyrInvDocument *document, GPtrArray *bases)
{
  const StyrInvDocument *latest = NULL;

  for (guint i = 0; i < bases->len; i++)
    {
      const StyrInvDocument *base = bases->pdata[i];

      if (base != document && base->decided_on != NULL && base->year == document->year &&
          is_for (base, document) && !is_excused (check, base) &&
          (latest == NULL || strcmp (base->decided_on, latest->decided_on) > 0))
        latest = base;
    }
  return latest;
}

static void
check_order (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);
  g_autoptr (GPtrArray) bases =
      styr_check_dup_documents_of (check, check->rule->other_document_types, TRUE);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const StyrInvDocument *base =
          document->decided_on != NULL ? find_latest_base (check, document, bases) : NULL;

      if (base != NULL && strcmp (document->decided_on, base->decided_on) < 0)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s was decided %s, before %s (%s) that it builds on."),
                        styr_check_name_document (check, document),
                        styr_check_date (check, document->decided_on),
                        styr_check_name_document (check, base),
                        styr_check_date (check, base->decided_on));
    }
}

#define DEADLINE                                                                                   \
  { "month", N_ ("Month of the last day"), FALSE }, { "day", N_ ("Last day"), FALSE },             \
  {                                                                                                \
    "yearOffset", N_ ("Years after the first year of the period"), FALSE                           \
  }

const StyrRuleKind styr_rule_kinds_document[] = {
  { "document-exists",
    N_ ("The document exists"),
    N_ ("Finds who lacks a document of the types, or has too many."),
    { { "documentTypes", N_ ("Document types, counted together"), TRUE },
      { "bodyTypes", N_ ("Who shall have them; empty is the municipality"), FALSE },
      { "per", N_ ("In each"), TRUE, "year term standing" },
      { "min", N_ ("At least"), FALSE },
      { "max", N_ ("At most"), FALSE },
      DEADLINE },
    check_exists },
  { "document-decider",
    N_ ("The right body decides"),
    N_ ("Finds documents decided by another body than the type's decision rules say."),
    { { "documentTypes", N_ ("Document types"), FALSE },
      { "bodyTypes", N_ ("Who may decide; empty is by the decision rules"), FALSE },
      { "scope", N_ ("Only decided too high (up) or too low (down)"), FALSE, "up down" } },
    check_decider },
  { "document-date",
    N_ ("Decided in time"),
    N_ ("Finds documents that were decided after the day, or before it."),
    { { "documentTypes", N_ ("Document types"), TRUE },
      { "bodyTypes", N_ ("Whose step on the way; empty is the decision"), FALSE },
      { "scope", N_ ("early: decided before the day"), FALSE, "early" },
      { "month", N_ ("Month of the day"), TRUE },
      { "day", N_ ("The day"), FALSE },
      { "yearOffset", N_ ("Years after the first year of the period"), FALSE },
      { "exceptElectionYear", N_ ("Not when the day is in an election year"), FALSE } },
    check_date },
  { "document-order",
    N_ ("Decided in order"),
    N_ ("Finds documents decided before those of the same year that they build on."),
    { { "documentTypes", N_ ("Document types"), TRUE },
      { "otherDocumentTypes", N_ ("Built on"), TRUE },
      { "exceptElectionYear", N_ ("Not when those were decided in an election year"), FALSE } },
    check_order },
  { 0 },
};
