/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-step-dialog.h"
#include "styr-decision-parts.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* What becomes of a commission: carried out, reported back, postponed, struck. Each asks for what
 * it needs and is one undo. */

typedef struct
{
  StyrWorkspace *workspace;
  char *clause_id;
} Commission;

static void
commission_free (gpointer data)
{
  Commission *self = data;

  g_object_unref (self->workspace);
  g_free (self->clause_id);
  g_free (self);
}

static void
ask (StyrStepDialog *dialog,
     StyrStepFunc func,
     StyrWorkspace *workspace,
     StyrRecord *clause,
     GtkWidget *over)
{
  Commission *self = g_new0 (Commission, 1);

  self->workspace = g_object_ref (workspace);
  self->clause_id = g_strdup (styr_record_get_id (clause));
  styr_step_dialog_set_func (dialog, func, self, commission_free);
  styr_step_dialog_show (dialog, over);
}

static gboolean
carry_out (StyrStepDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_carry_out_clause (self->workspace,
                                          self->clause_id,
                                          styr_step_dialog_get (dialog, "date"),
                                          styr_step_dialog_get (dialog, "result"),
                                          error);
}

/** Asks when a commission was carried out, and what came of it. */
void
styr_commission_ask_carry_out (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrStepDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = styr_step_dialog_new (
      _ ("Carried out"), styr_record_get_text (clause, "text"), _ ("_Carried out"));
  styr_step_dialog_add_date (
      dialog, "date", _ ("Carried out on"), styr_workspace_get_today (workspace), TRUE);
  styr_step_dialog_add_text (
      dialog, "result", _ ("What came of it"), styr_record_get_text (clause, "result"));
  ask (dialog, carry_out, workspace, clause, over);
}

static gboolean
report (StyrStepDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_report_clause (self->workspace,
                                       self->clause_id,
                                       styr_step_dialog_get (dialog, "date"),
                                       styr_step_dialog_get (dialog, "section"),
                                       error);
}

/** Asks when a commission was reported back, and in which §. */
void
styr_commission_ask_report (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrStepDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = styr_step_dialog_new (
      _ ("Reported back"), styr_record_get_text (clause, "text"), _ ("_Reported back"));
  styr_step_dialog_add_date (
      dialog, "date", _ ("Reported back on"), styr_workspace_get_today (workspace), TRUE);
  styr_step_dialog_add_entry (dialog, "section", _ ("§"), NULL);
  ask (dialog, report, workspace, clause, over);
}

static gboolean
postpone (StyrStepDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_postpone_clause (self->workspace,
                                         self->clause_id,
                                         styr_step_dialog_get (dialog, "date"),
                                         styr_step_dialog_get (dialog, "reason"),
                                         error);
}

/** Asks for the new day of a commission, and why. */
void
styr_commission_ask_postpone (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrStepDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = styr_step_dialog_new (
      _ ("Postpone the commission"), styr_record_get_text (clause, "text"), _ ("_Postpone"));
  styr_step_dialog_add_date (dialog, "date", _ ("New day"), NULL, TRUE);
  styr_step_dialog_add_text (dialog, "reason", _ ("Why"), NULL);
  ask (dialog, postpone, workspace, clause, over);
}

static gboolean
strike (StyrStepDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_strike_clause (
      self->workspace, self->clause_id, styr_step_dialog_get (dialog, "reason"), error);
}

/** Asks why a commission is no longer to be done. */
void
styr_commission_ask_strike (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrStepDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = styr_step_dialog_new (
      _ ("Strike the commission"), styr_record_get_text (clause, "text"), _ ("_Strike"));
  styr_step_dialog_add_text (dialog, "reason", _ ("Why it is no longer to be done"), NULL);
  ask (dialog, strike, workspace, clause, over);
}
