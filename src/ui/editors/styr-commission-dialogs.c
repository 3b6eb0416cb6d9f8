/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-ask-dialog.h"
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

static StyrAskDialog *
ask (StyrWorkspace *workspace,
     StyrRecord *clause,
     GtkWidget *over,
     const char *heading,
     const char *action,
     StyrAskFunc func)
{
  Commission *self = g_new0 (Commission, 1);

  self->workspace = g_object_ref (workspace);
  self->clause_id = g_strdup (styr_record_get_id (clause));
  return styr_ask_dialog_new (
      over, heading, styr_record_get_text (clause, "text"), action, func, self, commission_free);
}

static gboolean
carry_out (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_carry_out_clause (self->workspace,
                                          self->clause_id,
                                          styr_ask_dialog_get (dialog, "date"),
                                          styr_ask_dialog_get (dialog, "result"),
                                          error);
}

/** Asks when a commission was carried out, and what came of it. */
void
styr_commission_ask_carry_out (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrAskDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = ask (workspace, clause, over, _ ("Carried out"), _ ("_Carried out"), carry_out);
  styr_ask_dialog_add_date (
      dialog, "date", _ ("Carried out on"), styr_workspace_get_today (workspace), TRUE);
  styr_ask_dialog_add_text (
      dialog, "result", _ ("What came of it"), styr_record_get_text (clause, "result"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
report (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_report_clause (self->workspace,
                                       self->clause_id,
                                       styr_ask_dialog_get (dialog, "date"),
                                       styr_ask_dialog_get (dialog, "section"),
                                       error);
}

/** Asks when a commission was reported back, and in which §. */
void
styr_commission_ask_report (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrAskDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = ask (workspace, clause, over, _ ("Reported back"), _ ("_Reported back"), report);
  styr_ask_dialog_add_date (
      dialog, "date", _ ("Reported back on"), styr_workspace_get_today (workspace), TRUE);
  styr_ask_dialog_add_entry (dialog, "section", _ ("§"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
postpone (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_postpone_clause (self->workspace,
                                         self->clause_id,
                                         styr_ask_dialog_get (dialog, "date"),
                                         styr_ask_dialog_get (dialog, "reason"),
                                         error);
}

/** Asks for the new day of a commission, and why. */
void
styr_commission_ask_postpone (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrAskDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = ask (workspace, clause, over, _ ("Postpone the commission"), _ ("_Postpone"), postpone);
  styr_ask_dialog_add_date (dialog, "date", _ ("New day"), NULL, TRUE);
  styr_ask_dialog_add_text (dialog, "reason", _ ("Why"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
strike (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  Commission *self = user_data;

  return styr_workspace_strike_clause (
      self->workspace, self->clause_id, styr_ask_dialog_get (dialog, "reason"), error);
}

/** Asks why a commission is no longer to be done. */
void
styr_commission_ask_strike (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over)
{
  StyrAskDialog *dialog;

  g_return_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (clause));

  dialog = ask (workspace, clause, over, _ ("Strike the commission"), _ ("_Strike"), strike);
  styr_ask_dialog_add_text (dialog, "reason", _ ("Why it is no longer to be done"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
