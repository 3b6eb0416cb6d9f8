/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-check.h"
#include "styr-decision-private.h"
#include "styr-document-steps.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Taking a decision, and what becomes of its clauses afterwards. */

static gboolean
fail (const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, sentence);
  return FALSE;
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
check_reason (const char *reason, GError **error)
{
  return styr_text_is_reason (reason) || fail (_ ("Give the reason in words."), error);
}

static gboolean
has_kind (StyrRecord *clause, const char *kind)
{
  return styr_record_is (clause, "kind", kind);
}

static gboolean
adopts (StyrRecord *clause)
{
  return (has_kind (clause, "adopt") || has_kind (clause, "interim")) &&
         styr_record_has (clause, "document_id");
}

/* From when what replaces a document in the same decision applies. */
static char *
dup_successor_start (StyrSteps *steps, GPtrArray *clauses, const char *document_id)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      StyrRecord *clause = g_ptr_array_index (clauses, i);
      StyrRecord *document =
          adopts (clause)
              ? styr_steps_get_document (steps, styr_record_get_text (clause, "document_id"), NULL)
              : NULL;

      if (document != NULL && (styr_record_is (document, "replaces_id", document_id) ||
                               styr_record_is (document, "previous_version_id", document_id)))
        return g_strdup (styr_record_has (clause, "valid_from")
                             ? styr_record_get_text (clause, "valid_from")
                         : styr_record_has (document, "valid_from")
                             ? styr_record_get_text (document, "valid_from")
                             : styr_record_get_text (document, "period_from"));
    }
  return NULL;
}

static gboolean
apply_clause (
    StyrSteps *steps, GPtrArray *clauses, StyrRecord *clause, const StyrStep *taken, GError **error)
{
  const char *document_id = styr_record_get_text (clause, "document_id");
  g_autofree char *start = NULL;
  StyrStep step = *taken;

  step.valid_from = styr_record_get_text (clause, "valid_from");
  if (has_kind (clause, "revoke"))
    {
      step.status = STYR_DOCUMENT_REVOKED;
      if (step.valid_from == NULL)
        start = dup_successor_start (steps, clauses, document_id);
      if (start != NULL && strcmp (start, taken->date) > 0)
        step.valid_from = start;
    }
  if (has_kind (clause, "interim"))
    step.interim_until = styr_record_get_text (clause, "until");
  return styr_steps_take (steps, document_id, &step, error);
}

/* What is revoked goes first: then what is adopted in its place leaves it as the clause said. */
static gboolean
apply_clauses (StyrSteps *steps, GPtrArray *clauses, const StyrStep *taken, GError **error)
{
  for (int adopting = 0; adopting <= 1; adopting++)
    for (guint i = 0; i < clauses->len; i++)
      {
        StyrRecord *clause = g_ptr_array_index (clauses, i);
        gboolean revokes = has_kind (clause, "revoke") && styr_record_has (clause, "document_id");

        if ((adopting ? adopts (clause) : revokes) &&
            !apply_clause (steps, clauses, clause, taken, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
fail_kindless (guint number, GError **error)
{
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: the number of the clause. */
               _ ("Choose what clause %u does."),
               number);
  return FALSE;
}

static gboolean
check_clauses (GPtrArray *clauses, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < clauses->len; i++)
    {
      StyrRecord *clause = g_ptr_array_index (clauses, i);

      any = any || is_given (styr_record_get_text (clause, "text")) ||
            styr_record_has (clause, "document_id");
      if (styr_record_is (clause, "kind", ""))
        return fail_kindless (i + 1, error);
      if (!styr_record_has (clause, "document_id") &&
          (has_kind (clause, "adopt") || has_kind (clause, "revoke") ||
           has_kind (clause, "interim")))
        return fail (_ ("Choose the document that is adopted or revoked, in each clause that says "
                        "so."),
                     error);
      if (has_kind (clause, "interim") && styr_record_has (clause, "document_id") &&
          !styr_record_has (clause, "until"))
        return fail (_ ("Say until when what is adopted for the time being applies."), error);
    }
  return any || fail (_ ("A decision has at least one clause: write what is decided."), error);
}

/* The body that decides: what was given, else what the proposal says. */
static gboolean
check_taking (StyrWorkspace *self,
              StyrRecord *decision,
              const char *date,
              const char **body,
              const char **unit_id,
              GError **error)
{
  StyrRecord *unit;

  if (styr_decision_is_taken (decision))
    return fail (_ ("The decision has been taken already."), error);
  if (styr_decision_is_closed (decision))
    return fail (_ ("The proposal has been rejected. Take it up again before it is decided."),
                 error);
  if (!is_given (date))
    return fail (_ ("The date of the decision is missing."), error);
  if (!styr_workspace_check_happened (self, STYR_DAY_DECIDED, date, NULL, error))
    return FALSE;
  if (!is_given (*unit_id))
    *unit_id = styr_record_get_text (decision, "unit_id");
  unit = styr_workspace_find_unit (self, *unit_id);
  if (unit != NULL && !is_given (*body))
    *body = styr_record_get_text (unit, "type");
  if (!is_given (*body))
    *body = styr_record_get_text (decision, "body");
  return is_given (*body) || fail (_ ("Say who has taken the decision."), error);
}

static void
set_given (StyrBatch *batch, StyrRecord *decision, const char *column, const char *value)
{
  if (is_given (value) && !styr_record_is (decision, column, value))
    styr_batch_update (batch, "decision", styr_record_get_id (decision), column, value);
}

/* The step of the body that takes the decision: the last that doesn't say another. */
static StyrRecord *
find_deciding_step (GPtrArray *steps, const char *body)
{
  for (guint i = steps->len; i > 0; i--)
    {
      StyrRecord *step = steps->pdata[i - 1];

      if ((styr_record_is (step, "outcome", "decides") || !styr_record_has (step, "outcome")) &&
          (!styr_record_has (step, "body") || styr_record_is (step, "body", body)))
        return step;
    }
  return NULL;
}

/* What the decision says is what the last step of its way says; what is written there stays. */
static void
finish_way (StyrBatch *batch, const StyrDecision *whole, const StyrStep *taken, const char *body)
{
  const struct
  {
    const char *column, *value;
  } facts[] = { { "body", body },
                { "outcome", "decides" },
                { "on_date", taken->date },
                { "section_no", taken->section_no } };
  StyrRecord *step = find_deciding_step (whole->steps, body);

  for (guint i = 0; step != NULL && i < G_N_ELEMENTS (facts); i++)
    if (is_given (facts[i].value) && !styr_record_has (step, facts[i].column))
      styr_batch_update (
          batch, "decision_step", styr_record_get_id (step), facts[i].column, facts[i].value);
}

/**
 * styr_workspace_make_decision:
 * @date: when it was taken (ISO)
 * @body: (nullable): the body type that took it; NULL = what the proposal says
 * @unit_id: (nullable): which one of them
 * @section_no: (nullable): may come later, with the minutes
 * @registration_no: (nullable): the same
 *
 * Takes a decision: each clause does what it says to its document, in the same way as when a
 * document is decided on its own, and commissions are open from now on. One undo takes all of it
 * back. The last step of the way gets the day and the §.
 *
 * Errors: VALUE says what is missing; READ_ONLY names a document that can't be adopted or revoked
 */
gboolean
styr_workspace_make_decision (StyrWorkspace *self,
                              const char *decision_id,
                              const char *date,
                              const char *body,
                              const char *unit_id,
                              const char *section_no,
                              const char *registration_no,
                              GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrSteps) steps = styr_steps_new (self, batch);
  g_autoptr (StyrDecision) whole = NULL;
  g_autofree char *label = NULL;
  StyrRecord *decision;
  StyrStep step = { .status = STYR_DOCUMENT_DECIDED };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (decision_id != NULL, FALSE);

  whole = styr_workspace_dup_decision (self, decision_id, error);
  if (whole == NULL)
    return FALSE;
  decision = whole->decision;
  if (!check_taking (self, decision, date, &body, &unit_id, error) ||
      !check_clauses (whole->clauses, error))
    return FALSE;
  step.date = date;
  step.body = is_given (unit_id) ? unit_id : body;
  step.section_no =
      is_given (section_no) ? section_no : styr_record_get_text (decision, "section_no");
  step.registration_no = is_given (registration_no)
                             ? registration_no
                             : styr_record_get_text (decision, "registration_no");
  if (!apply_clauses (steps, whole->clauses, &step, error))
    return FALSE;
  finish_way (batch, whole, &step, body);
  set_given (batch, decision, "status", "decided");
  set_given (batch, decision, "on_date", date);
  set_given (batch, decision, "body", body);
  set_given (batch, decision, "unit_id", unit_id);
  set_given (batch, decision, "section_no", section_no);
  set_given (batch, decision, "registration_no", registration_no);
  label = g_strdup_printf (_ ("Decided: %s"), styr_record_get_text (decision, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

/**
 * styr_workspace_set_decision_status:
 * @status: "proposed", "rejected" or "postponed"
 * @date: (nullable): when
 *
 * Says that a proposal was turned down or put off, or takes it up again: the only thing that can
 * become of one that was turned down. Errors: VALUE, READ_ONLY, NOT_FOUND
 */
gboolean
styr_workspace_set_decision_status (StyrWorkspace *self,
                                    const char *decision_id,
                                    const char *status,
                                    const char *date,
                                    GError **error)
{
  static const char *const known[] = { "proposed", "rejected", "postponed", NULL };
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) decision = NULL;
  g_autofree char *label = NULL;
  gboolean again;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (decision_id != NULL, FALSE);
  g_return_val_if_fail (status != NULL && g_strv_contains (known, status), FALSE);

  decision = styr_workspace_get_decision_record (self, "decision", decision_id, error);
  if (decision == NULL)
    return FALSE;
  again = g_str_equal (status, "proposed") && !styr_decision_is_taken (decision);
  if ((!again && !styr_workspace_check_proposal (self, decision, error)) ||
      !styr_workspace_check_happened (self,
                                      g_str_equal (status, "rejected") ? STYR_DAY_REJECTED
                                                                       : STYR_DAY_PUT_OFF,
                                      date,
                                      NULL,
                                      error))
    return FALSE;
  styr_batch_update (batch, "decision", decision_id, "status", status);
  styr_batch_update (batch,
                     "decision",
                     decision_id,
                     "on_date",
                     g_str_equal (status, "proposed") || !is_given (date) ? NULL : date);
  label =
      g_str_equal (status, "rejected")
          ? g_strdup_printf (_ ("Rejected: %s"), styr_record_get_text (decision, "title"))
      : g_str_equal (status, "postponed")
          ? g_strdup_printf (_ ("Put off: %s"), styr_record_get_text (decision, "title"))
          : g_strdup_printf (_ ("Taken up again: %s"), styr_record_get_text (decision, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

/* Follow-up ----------------------------------------------------------------------------------- */

/* A commission of a decision that has been taken. @given_on: (out) (optional): when */
static StyrRecord *
get_commission (
    StyrWorkspace *self, const char *clause_id, char **title, char **given_on, GError **error)
{
  g_autoptr (StyrRecord) clause =
      styr_workspace_get_decision_record (self, "decision_clause", clause_id, error);
  g_autoptr (StyrRecord) decision =
      clause != NULL ? styr_workspace_get_decision_of (self, clause, error) : NULL;

  if (decision == NULL)
    return NULL;
  if (!has_kind (clause, "commission"))
    fail (_ ("That clause doesn’t give anyone anything to do."), error);
  else if (!styr_decision_is_taken (decision))
    fail (_ ("The decision hasn’t been taken yet: there is nothing to follow up."), error);
  else
    {
      *title = g_strdup (styr_record_get_text (decision, "title"));
      if (given_on != NULL)
        *given_on = g_strdup (styr_record_get_text (decision, "on_date"));
      return g_steal_pointer (&clause);
    }
  return NULL;
}

typedef struct
{
  const char *column, *value;
} Setting;

static gboolean
write_clause (StyrWorkspace *self,
              const char *clause_id,
              const Setting *settings,
              guint n,
              char *label,
              GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *owned = label;

  for (guint i = 0; i < n; i++)
    styr_batch_update (batch, "decision_clause", clause_id, settings[i].column, settings[i].value);
  return styr_batch_write (batch, self, owned, NULL, error);
}

/** Says that a commission has been carried out (verkställd). @date: (nullable): NULL is today.
 * @result: (nullable): what came of it. Errors: VALUE, NOT_FOUND */
gboolean
styr_workspace_carry_out_clause (StyrWorkspace *self,
                                 const char *clause_id,
                                 const char *date,
                                 const char *result,
                                 GError **error)
{
  g_autofree char *title = NULL, *given_on = NULL;
  g_autoptr (StyrRecord) clause = NULL;
  Setting settings[2];

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (clause_id != NULL, FALSE);

  clause = get_commission (self, clause_id, &title, &given_on, error);
  if (clause == NULL)
    return FALSE;
  if (!is_given (date))
    date = styr_workspace_get_today (self);
  if (!styr_workspace_check_happened (self, STYR_DAY_CARRIED_OUT, date, given_on, error))
    return FALSE;
  settings[0] = (Setting){ "done_on", date };
  settings[1] = (Setting){ "result", result };
  return write_clause (self,
                       clause_id,
                       settings,
                       is_given (result) ? 2 : 1,
                       g_strdup_printf (_ ("Carried out: %s"), title),
                       error);
}

/** Says that a commission has been reported back to the body that gave it (återredovisad).
 * @date: (nullable): NULL is today. @section_no: (nullable). Errors: VALUE, NOT_FOUND */
gboolean
styr_workspace_report_clause (StyrWorkspace *self,
                              const char *clause_id,
                              const char *date,
                              const char *section_no,
                              GError **error)
{
  g_autofree char *title = NULL, *given_on = NULL;
  g_autoptr (StyrRecord) clause = NULL;
  Setting settings[2];

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (clause_id != NULL, FALSE);

  clause = get_commission (self, clause_id, &title, &given_on, error);
  if (clause == NULL)
    return FALSE;
  if (!is_given (date))
    date = styr_workspace_get_today (self);
  if (!styr_workspace_check_happened (self, STYR_DAY_REPORTED, date, given_on, error))
    return FALSE;
  settings[0] = (Setting){ "reported_on", date };
  settings[1] = (Setting){ "reported_section_no", section_no };
  return write_clause (
      self, clause_id, settings, 2, g_strdup_printf (_ ("Reported back: %s"), title), error);
}

static gboolean
check_new_day (StyrWorkspace *self, const char *date, GError **error)
{
  if (!styr_workspace_check_date (_ ("Postponed to"), date, error))
    return FALSE;
  if (strcmp (date, styr_workspace_get_today (self)) >= 0)
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               _ ("The new day %s has passed. Give today or a later day."),
               date);
  return FALSE;
}

/** Gives a commission a new day, not one that has passed. The reason must be said. Errors: VALUE,
 * NOT_FOUND */
gboolean
styr_workspace_postpone_clause (StyrWorkspace *self,
                                const char *clause_id,
                                const char *date,
                                const char *reason,
                                GError **error)
{
  g_autofree char *title = NULL;
  g_autoptr (StyrRecord) clause = NULL;
  Setting settings[2] = { { "postponed_to", date }, { "postponed_reason", reason } };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (clause_id != NULL, FALSE);

  clause = get_commission (self, clause_id, &title, NULL, error);
  if (clause == NULL)
    return FALSE;
  if (!is_given (date))
    return fail (_ ("Say to which day it is postponed."), error);
  if (!check_new_day (self, date, error) || !check_reason (reason, error))
    return FALSE;
  return write_clause (
      self, clause_id, settings, 2, g_strdup_printf (_ ("Postponed: %s"), title), error);
}

/** Says that a commission is no longer to be done, and why. Errors: VALUE, NOT_FOUND */
gboolean
styr_workspace_strike_clause (StyrWorkspace *self,
                              const char *clause_id,
                              const char *reason,
                              GError **error)
{
  g_autofree char *title = NULL;
  g_autoptr (StyrRecord) clause = NULL;
  Setting settings[1] = { { "struck_reason", reason } };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (clause_id != NULL, FALSE);

  clause = get_commission (self, clause_id, &title, NULL, error);
  if (clause == NULL || !check_reason (reason, error))
    return FALSE;
  return write_clause (
      self, clause_id, settings, 1, g_strdup_printf (_ ("Struck: %s"), title), error);
}

/** Opens a commission again: neither carried out, reported back nor struck; a new day stays.
 * Errors: VALUE, NOT_FOUND */
gboolean
styr_workspace_reopen_clause (StyrWorkspace *self, const char *clause_id, GError **error)
{
  static const Setting settings[] = { { "done_on", NULL },
                                      { "reported_on", NULL },
                                      { "reported_section_no", NULL },
                                      { "struck_reason", NULL } };
  g_autofree char *title = NULL;
  g_autoptr (StyrRecord) clause = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (clause_id != NULL, FALSE);

  clause = get_commission (self, clause_id, &title, NULL, error);
  if (clause == NULL)
    return FALSE;
  return write_clause (self,
                       clause_id,
                       settings,
                       G_N_ELEMENTS (settings),
                       g_strdup_printf (_ ("Opened again: %s"), title),
                       error);
}
