/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Rules about decisions: what a decision says, the way it went, and what became of it. */

static gboolean
is_decided (const StyrInvDecision *decision)
{
  return g_strcmp0 (decision->status, "decided") == 0;
}

static const char *
name_decision (StyrCheck *check, const StyrInvDecision *decision)
{
  return styr_check_short_text (check, decision->title);
}

/* The document that a decision is about: the one it adopts, else the proposal. */
static const StyrInvDocument *
get_subject (const StyrInvDecision *decision)
{
  for (guint i = 0; i < decision->clauses->len; i++)
    {
      const StyrInvClause *clause = decision->clauses->pdata[i];

      if (clause->document != NULL &&
          (g_strcmp0 (clause->kind, "adopt") == 0 || g_strcmp0 (clause->kind, "interim") == 0))
        return clause->document;
    }
  return decision->document;
}

static gboolean
concerns (const StyrCheck *check, const StyrInvDecision *decision)
{
  const StyrInvDocument *subject;

  if (check->rule->document_types->len == 0)
    return TRUE;
  subject = get_subject (decision);
  return (subject != NULL && styr_check_concerns_type (check, subject->type)) ||
         (decision->document != NULL && styr_check_concerns_type (check, decision->document->type));
}

/* Decisions of the context's year; one without a date belongs to every year until it has one. */
static GPtrArray *
dup_decisions (StyrCheck *check)
{
  GPtrArray *all = styr_inventory_get_rows (check->inventory, STYR_INV_DECISION);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const StyrInvDecision *decision = all->pdata[i];
      const char *from = check->rule->from;

      if (is_decided (decision) &&
          (decision->on_date == NULL ||
           (atoi (decision->on_date) == check->year &&
            (from == NULL || strcmp (decision->on_date, from) >= 0))) &&
          concerns (check, decision))
        g_ptr_array_add (found, all->pdata[i]);
    }
  styr_check_concerned (check, found);
  return found;
}

/* A role decides by itself: it keeps no minutes and has no §. */
static gboolean
has_minutes (StyrCheck *check, const char *body)
{
  const StyrBodyType *type = body != NULL ? styr_model_find_body_type (check->model, body) : NULL;

  return type == NULL || !type->is_role;
}

static void
add_incomplete (StyrCheck *check,
                StyrObject object,
                const char *name,
                const char *body,
                const char *date,
                const char *section_no,
                const char *registration_no)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (styr_text_is_empty (body))
    g_ptr_array_add (missing, _ ("decider"));
  if (styr_text_is_empty (date))
    g_ptr_array_add (missing, _ ("date"));
  if (styr_text_is_empty (section_no) && has_minutes (check, body))
    g_ptr_array_add (missing, _ ("§"));
  if (styr_text_is_empty (registration_no))
    g_ptr_array_add (missing, _ ("registration number"));
  if (missing->len > 0)
    styr_check_add (check,
                    object,
                    _ ("The decision on %s lacks %s."),
                    name,
                    styr_check_list_words (check, missing));
}

static gboolean
is_adopted_in_register (const StyrInvDocument *document)
{
  for (guint i = 0; i < document->clauses->len; i++)
    {
      const StyrInvClause *clause = document->clauses->pdata[i];

      if (clause->decision != NULL && is_decided (clause->decision) &&
          g_strcmp0 (clause->kind, "adopt") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_complete (StyrCheck *check)
{
  g_autoptr (GPtrArray) decisions = dup_decisions (check);
  g_autoptr (GPtrArray) documents =
      styr_check_dup_documents_of (check, check->rule->document_types, TRUE);

  for (guint i = 0; i < decisions->len; i++)
    {
      const StyrInvDecision *decision = decisions->pdata[i];

      add_incomplete (check,
                      styr_object_of_decision (decision),
                      name_decision (check, decision),
                      decision->body,
                      decision->on_date,
                      decision->section_no,
                      decision->registration_no);
    }
  /* What was decided alone has its decision on its card. */
  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];

      if (!is_adopted_in_register (document))
        add_incomplete (check,
                        styr_object_of_document (document),
                        styr_check_name_document (check, document),
                        document->decided_by,
                        document->decided_on,
                        document->section_no,
                        document->registration_no);
    }
}

/* Chain ------------------------------------------------------------------------------------- */

static const StyrInvStep *
find_step (const StyrInvDecision *decision, const char *body)
{
  for (guint i = 0; i < decision->steps->len; i++)
    {
      const StyrInvStep *step = decision->steps->pdata[i];

      if (g_strcmp0 (step->body, body) == 0 && g_strcmp0 (step->outcome, "returns") != 0)
        return step;
    }
  return NULL;
}

static GPtrArray *
get_chain (StyrCheck *check, const StyrInvDecision *decision)
{
  const StyrInvDocument *subject = get_subject (decision);

  if (check->rule->body_types->len > 0)
    return check->rule->body_types;
  if (subject != NULL && subject->kind != NULL && subject->kind->chain->len > 0)
    return subject->kind->chain;
  return decision->document != NULL && decision->document->kind != NULL
             ? decision->document->kind->chain
             : NULL;
}

/* When a body of the chain handled the matter: its step, or the decision itself. */
static const char *
date_of_link (const StyrInvDecision *decision, const char *body, gboolean *is_there)
{
  const StyrInvStep *step = find_step (decision, body);

  *is_there = step != NULL || g_strcmp0 (decision->body, body) == 0;
  if (step != NULL && step->on_date != NULL)
    return step->on_date;
  return g_strcmp0 (decision->body, body) == 0 ? decision->on_date : NULL;
}

static void
check_chain_of (StyrCheck *check, const StyrInvDecision *decision, GPtrArray *chain)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  const char *before = NULL, *before_body = NULL;

  for (guint i = 0; i < chain->len; i++)
    {
      gboolean is_there;
      const char *date = date_of_link (decision, chain->pdata[i], &is_there);

      if (!is_there)
        g_ptr_array_add (missing, (gpointer) styr_check_name_body (check, chain->pdata[i]));
      if (date == NULL)
        continue;
      if (before != NULL && strcmp (date, before) < 0)
        styr_check_add (check,
                        styr_object_of_decision (decision),
                        _ ("The decision on %s: %s handled it on %s, before %s on %s."),
                        name_decision (check, decision),
                        styr_check_name_body (check, chain->pdata[i]),
                        styr_check_date (check, date),
                        styr_check_name_body (check, before_body),
                        styr_check_date (check, before));
      before = date;
      before_body = chain->pdata[i];
    }
  if (missing->len > 0)
    styr_check_add (check,
                    styr_object_of_decision (decision),
                    _ ("The decision on %s was never handled by %s."),
                    name_decision (check, decision),
                    styr_check_list_words (check, missing));
}

static void
check_chain (StyrCheck *check)
{
  g_autoptr (GPtrArray) decisions = dup_decisions (check);

  for (guint i = 0; i < decisions->len; i++)
    {
      GPtrArray *chain = get_chain (check, decisions->pdata[i]);

      if (chain != NULL && chain->len > 0)
        check_chain_of (check, decisions->pdata[i], chain);
    }
}

/* Clauses ----------------------------------------------------------------------------------- */

static gboolean
is_commission (const StyrInvClause *clause)
{
  return g_strcmp0 (clause->kind, "commission") == 0 && clause->decision != NULL &&
         is_decided (clause->decision);
}

static gboolean
asks_for (const StyrCheck *check, const char *kind)
{
  return check->rule->kinds->len == 0 || styr_strings_contain (check->rule->kinds, kind);
}

static void
check_clauses (StyrCheck *check)
{
  g_autoptr (GPtrArray) decisions = dup_decisions (check);

  for (guint i = 0; i < decisions->len; i++)
    {
      GPtrArray *clauses = ((const StyrInvDecision *) decisions->pdata[i])->clauses;

      for (guint j = 0; j < clauses->len; j++)
        {
          const StyrInvClause *clause = clauses->pdata[j];
          g_autoptr (GPtrArray) missing = g_ptr_array_new ();

          if (!is_commission (clause) || clause->struck_reason != NULL)
            continue;
          if (asks_for (check, "assignee") && clause->assignee_id == NULL)
            g_ptr_array_add (missing, _ ("somebody to carry it out"));
          if (asks_for (check, "due") && clause->due_on == NULL)
            g_ptr_array_add (missing, _ ("a day"));
          if (missing->len > 0)
            styr_check_add (check,
                            styr_object_of_clause (clause),
                            _ ("The commission %s lacks %s."),
                            styr_check_short_text (check, clause->text),
                            styr_check_list_words (check, missing));
        }
    }
}

/* The last day of a commission, with the rule's months of grace. */
static char *
dup_last_day (const StyrInvClause *clause, int months)
{
  const char *due = clause->postponed_to != NULL ? clause->postponed_to : clause->due_on;
  GDate date;

  if (due == NULL)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_parse (&date, due);
  if (!g_date_valid (&date))
    return NULL;
  g_date_add_months (&date, (guint) MAX (0, months));
  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static void
check_carried_out (StyrCheck *check)
{
  GPtrArray *clauses = styr_inventory_get_rows (check->inventory, STYR_INV_CLAUSE);

  for (guint i = 0; i < clauses->len; i++)
    {
      const StyrInvClause *clause = clauses->pdata[i];
      g_autofree char *last = NULL;
      gboolean is_due;

      if (!is_commission (clause) || clause->struck_reason != NULL ||
          (clause->decision->on_date != NULL && atoi (clause->decision->on_date) > check->year) ||
          !concerns (check, clause->decision))
        continue;
      last = dup_last_day (clause, check->rule->months);
      is_due = last != NULL && strcmp (last, check->today) < 0;
      if (clause->done_on == NULL && clause->reported_on == NULL && is_due)
        styr_check_add (
            check,
            styr_object_of_clause (clause),
            /* Translators: an uppdrag in a decision, who got it, the day. */
            _ ("The commission %s to %s was to be carried out by %s."),
            styr_check_short_text (check, clause->text),
            clause->assignee != NULL ? clause->assignee->name : _ ("nobody"),
            styr_check_date (check,
                             clause->postponed_to != NULL ? clause->postponed_to : clause->due_on));
      else if (clause->reported_on == NULL && is_due)
        styr_check_add (check,
                        styr_object_of_clause (clause),
                        _ ("The commission %s was carried out on %s but isn't reported back."),
                        styr_check_short_text (check, clause->text),
                        styr_check_date (check, clause->done_on));
    }
}

/* Revoking, recipients ---------------------------------------------------------------------- */

static gboolean
revokes (const StyrInvDecision *decision, const StyrInvDocument *document)
{
  for (guint i = 0; i < decision->clauses->len; i++)
    {
      const StyrInvClause *clause = decision->clauses->pdata[i];

      if (g_strcmp0 (clause->kind, "revoke") == 0 &&
          (document == NULL || clause->document == document))
        return TRUE;
    }
  return FALSE;
}

static void
check_revokes (StyrCheck *check)
{
  g_autoptr (GPtrArray) decisions = dup_decisions (check);

  for (guint i = 0; i < decisions->len; i++)
    {
      const StyrInvDecision *decision = decisions->pdata[i];

      for (guint j = 0; j < decision->clauses->len; j++)
        {
          const StyrInvClause *clause = decision->clauses->pdata[j];
          const StyrInvDocument *document = clause->document;

          if (g_strcmp0 (clause->kind, "adopt") != 0 || document == NULL ||
              !styr_check_concerns_type (check, document->type) ||
              (document->replaced == NULL && styr_text_is_empty (document->replaces)))
            continue;
          if (!revokes (decision, document->replaced))
            styr_check_add (check,
                            styr_object_of_decision (decision),
                            _ ("The decision adopts %s but doesn't revoke %s."),
                            styr_check_name_document (check, document),
                            document->replaced != NULL
                                ? styr_check_name_document (check, document->replaced)
                                : styr_check_short_text (check, document->replaces));
        }
    }
}

static gboolean
is_sent_to (const StyrInvDecision *decision, const StyrInvUnit *unit)
{
  for (guint i = 0; i < decision->recipients->len; i++)
    if (g_strcmp0 (((const StyrInvRecipient *) decision->recipients->pdata[i])->unit_id,
                   unit->id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_recipients_of (StyrCheck *check, const StyrInvDecision *decision, GPtrArray *units)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (decision->recipients->len == 0)
    {
      styr_check_add (check,
                      styr_object_of_decision (decision),
                      _ ("The decision on %s is sent to no one."),
                      name_decision (check, decision));
      return;
    }
  for (guint i = 0; i < units->len; i++)
    if (!is_sent_to (decision, units->pdata[i]))
      g_ptr_array_add (missing, (gpointer) ((const StyrInvUnit *) units->pdata[i])->name);
  if (missing->len > 0)
    styr_check_add (check,
                    styr_object_of_decision (decision),
                    _ ("The decision on %s isn't sent to %s."),
                    name_decision (check, decision),
                    styr_check_list_words (check, missing));
}

static void
check_recipients (StyrCheck *check)
{
  g_autoptr (GPtrArray) decisions = dup_decisions (check);
  g_autoptr (GPtrArray) units = check->rule->body_types->len > 0
                                    ? styr_check_dup_units (check, check->rule->body_types)
                                    : g_ptr_array_new ();

  for (guint i = 0; i < decisions->len; i++)
    check_recipients_of (check, decisions->pdata[i], units);
}

/* For the time being ------------------------------------------------------------------------ */

static void
check_interim (StyrCheck *check)
{
  GPtrArray *clauses = styr_inventory_get_rows (check->inventory, STYR_INV_CLAUSE);

  for (guint i = 0; i < clauses->len; i++)
    {
      const StyrInvClause *clause = clauses->pdata[i];
      gboolean is_said =
          !styr_text_is_empty (clause->until) ||
          (clause->document != NULL && !styr_text_is_empty (clause->document->interim_until));

      if (g_strcmp0 (clause->kind, "interim") == 0 && clause->decision != NULL &&
          is_decided (clause->decision) && !is_said &&
          (clause->document == NULL || clause->document->is_standing))
        styr_check_add (check,
                        styr_object_of_clause (clause),
                        _ ("%s applies for the time being, but nothing says until when."),
                        clause->document != NULL
                            ? styr_check_name_document (check, clause->document)
                            : styr_check_short_text (check, clause->text));
    }
  if (g_strcmp0 (styr_model_get_text (check->model, "status"), "interim") == 0 &&
      styr_text_is_empty (styr_model_get_text (check->model, "interimUntil")))
    styr_check_add (check,
                    styr_object_of_model (check->model),
                    _ ("%s applies for the time being, but nothing says until when."),
                    styr_check_short_text (check, styr_model_get_name (check->model)));
}

const StyrRuleKind styr_rule_kinds_decision[] = {
  { "decision-complete",
    N_ ("What a decision says"),
    N_ ("Finds decisions without decider, date, § or registration number."),
    { { "documentTypes", N_ ("Documents"), FALSE } },
    check_complete },
  { "decision-chain",
    N_ ("The way to a decision"),
    N_ ("Finds decisions that a body on the way didn't handle, or handled in the wrong order."),
    { { "documentTypes", N_ ("Documents"), FALSE },
      { "bodyTypes", N_ ("Bodies, in order"), FALSE } },
    check_chain },
  { "decision-clauses",
    N_ ("Commissions are complete"),
    N_ ("Finds commissions in decisions without somebody to carry them out, or without a day."),
    { { "documentTypes", N_ ("Documents"), FALSE },
      { "kinds", N_ ("What a commission must say"), FALSE, "assignee due" } },
    check_clauses },
  { "decision-carried-out",
    N_ ("Decisions are carried out"),
    N_ ("Finds commissions past their day that are not carried out or not reported back."),
    { { "documentTypes", N_ ("Documents"), FALSE }, { "months", N_ ("Months of grace"), FALSE } },
    check_carried_out },
  { "decision-revokes",
    N_ ("What is replaced is revoked"),
    N_ ("Finds decisions that adopt a document without revoking the one it replaces."),
    { { "documentTypes", N_ ("Documents"), FALSE } },
    check_revokes },
  { "decision-recipients",
    N_ ("Decisions reach those concerned"),
    N_ ("Finds decisions that are sent to no one, or not to every unit of some types."),
    { { "documentTypes", N_ ("Documents"), FALSE },
      { "bodyTypes", N_ ("Units of the types"), FALSE } },
    check_recipients },
  { "interim-condition",
    N_ ("What applies for the time being"),
    N_ ("Finds what applies for the time being without saying until when."),
    { { 0 } },
    check_interim },
  { 0 }
};
