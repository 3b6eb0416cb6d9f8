/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-ask-dialog.h"
#include "styr-decision-parts.h"
#include "styr-missing-parts.h"
#include "styr-names.h"
#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* Taking a decision: who, when, § – and what each clause is going to do, before it does. */

static char *
dup_document_title (StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (workspace, document_id, NULL);

  return g_strdup (
      dossier != NULL ? styr_record_get_text (styr_dossier_get_document (dossier), "title") : "");
}

/* What the adopted document takes the place of, as a sentence */
static char *
dup_replaced (StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (workspace, document_id, NULL);
  StyrRecord *document = dossier != NULL ? styr_dossier_get_document (dossier) : NULL;
  const char *replaced = NULL;
  g_autofree char *title = NULL;

  if (document != NULL)
    replaced = styr_record_get_text (document, "replaces_id")
                   ?: styr_record_get_text (document, "previous_version_id");
  if (replaced == NULL)
    return NULL;
  title = dup_document_title (workspace, replaced);
  return g_strdup_printf (_ ("It takes the place of “%s”."), title);
}

static char *
dup_commission (StyrRecord *clause)
{
  const char *unit = styr_record_get_text (clause, "assignee_name");
  const char *due = styr_record_get_text (clause, "due_on");

  if (unit != NULL && due != NULL)
    return g_strdup_printf (_ ("%s gets a commission, to be done by %s."), unit, due);
  if (unit != NULL)
    return g_strdup_printf (_ ("%s gets a commission without a day."), unit);
  return g_strdup (_ ("A commission is opened, but nobody is assigned to it."));
}

/* Returns: (transfer full): what the clause will do */
static char *
dup_effect (StyrWorkspace *workspace, StyrRecord *clause)
{
  const char *title = styr_record_get_text (clause, "document_title");
  const char *document_id = styr_record_get_text (clause, "document_id");
  const char *from = styr_record_get_text (clause, "valid_from");
  g_autofree char *replaced = NULL;

  if (styr_record_is (clause, "kind", "commission"))
    return dup_commission (clause);
  if (styr_record_is (clause, "kind", ""))
    return g_strdup (_ ("Choose what the clause does first."));
  if (styr_record_is (clause, "kind", "other") || document_id == NULL)
    return g_strdup (_ ("Changes nothing in the register."));
  if (styr_record_is (clause, "kind", "revoke"))
    return from != NULL ? g_strdup_printf (_ ("“%s” is revoked from %s."), title, from)
                        : g_strdup_printf (_ ("“%s” is revoked."), title);
  replaced = dup_replaced (workspace, document_id);
  if (styr_record_is (clause, "kind", "interim"))
    return g_strdup_printf (_ ("“%s” applies for the time being, until %s. %s"),
                            title,
                            styr_record_get_text (clause, "until") ?: "…",
                            replaced != NULL ? replaced : "");
  if (from != NULL)
    return g_strdup_printf (_ ("“%s” is adopted and applies from %s. %s"),
                            title,
                            from,
                            replaced != NULL ? replaced : "");
  return g_strdup_printf (_ ("“%s” is adopted. %s"), title, replaced != NULL ? replaced : "");
}

static gboolean
adopts (StyrRecord *clause)
{
  return (styr_record_is (clause, "kind", "adopt") || styr_record_is (clause, "kind", "interim")) &&
         styr_record_has (clause, "document_id");
}

/* Returns: (transfer full) (nullable): what the document of a clause lacks, or what is to be known
 * before it is revoked; § and dnr come with the decision */
static char *
dup_warning (StyrWorkspace *workspace, StyrRecord *clause)
{
  static const StyrGivenParts given = { TRUE, TRUE };
  const char *id = styr_record_get_text (clause, "document_id");
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *parts = NULL, *answers = NULL;

  if (styr_record_is (clause, "kind", "revoke") && id != NULL)
    return styr_draft_of_next_dup_text (workspace, id);
  if (!adopts (clause))
    return NULL;
  dossier = styr_workspace_dup_dossier (workspace, id, NULL);
  if (dossier == NULL || !styr_dossier_is_editable (dossier))
    return NULL;
  parts = styr_missing_parts_dup_text (dossier, &given);
  answers = styr_missing_answers_dup_text (workspace, id);
  if (parts != NULL && answers != NULL)
    return g_strdup_printf ("%s\n%s", parts, answers);
  return g_strdup (parts != NULL ? parts : answers);
}

/* Whether something that is adopted isn't ready */
static gboolean
is_unready (StyrEditSession *session)
{
  GPtrArray *clauses =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "decision_clause");

  for (guint i = 0; i < clauses->len; i++)
    {
      g_autofree char *warning =
          adopts (clauses->pdata[i])
              ? dup_warning (styr_edit_session_get_workspace (session), clauses->pdata[i])
              : NULL;

      if (warning != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): that what a clause revokes or replaces is another body's, by
 * what the decision says of who decides */
static char *
dup_other_decider (StyrEditSession *session, StyrRecord *clause)
{
  StyrRecord *decision = styr_decision_get_record (session);

  if (!adopts (clause) &&
      !(styr_record_is (clause, "kind", "revoke") && styr_record_has (clause, "document_id")))
    return NULL;
  return styr_other_decider_dup_text (styr_edit_session_get_workspace (session),
                                      styr_record_get_text (clause, "document_id"),
                                      styr_record_get_text (decision, "body"),
                                      styr_record_get_text (decision, "unit_id"));
}

static void
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  gtk_box_append (GTK_BOX (box), styr_wrapping_label_new (text, css_class));
}

static GtkWidget *
make_effects (StyrEditSession *session)
{
  GPtrArray *clauses =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "decision_clause");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("What the decision does"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < clauses->len; i++)
    {
      StyrWorkspace *workspace = styr_edit_session_get_workspace (session);
      g_autofree char *effect = dup_effect (workspace, clauses->pdata[i]);
      g_autofree char *warning = dup_warning (workspace, clauses->pdata[i]);
      g_autofree char *other = dup_other_decider (session, clauses->pdata[i]);
      g_autofree char *line = g_strdup_printf ("%u. %s", i + 1, effect);

      add_line (box, line, NULL);
      if (warning != NULL)
        add_line (box, warning, "warning");
      if (other != NULL)
        add_line (box, other, "warning");
    }
  if (clauses->len == 0)
    gtk_box_append (GTK_BOX (box),
                    styr_quiet_label_new (_ ("There are no clauses yet: add what is decided.")));
  return box;
}

static GPtrArray *
unit_options (StyrWorkspace *workspace)
{
  GListModel *units = styr_workspace_get_units (workspace);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      styr_options_add (
          options, styr_record_get_id (unit), styr_record_get_text (unit, "name"), NULL);
    }
  return options;
}

static gboolean
decide (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  StyrEditSession *session = user_data;

  return styr_workspace_make_decision (styr_edit_session_get_workspace (session),
                                       styr_edit_session_get_decision_id (session),
                                       styr_ask_dialog_get (dialog, "date"),
                                       styr_ask_dialog_get (dialog, "body"),
                                       styr_ask_dialog_get (dialog, "unit"),
                                       styr_ask_dialog_get (dialog, "section"),
                                       styr_ask_dialog_get (dialog, "registration"),
                                       error);
}

/* The day of the step that decides, when it is written there already */
static const char *
find_day (StyrEditSession *session)
{
  GPtrArray *steps =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "decision_step");

  for (guint i = steps->len; i > 0; i--)
    if (styr_record_is (steps->pdata[i - 1], "outcome", "decides"))
      return styr_record_get_text (steps->pdata[i - 1], "on_date");
  return NULL;
}

/* Nothing is decided while a field says what can't be saved. */
static gboolean
settle (StyrEditSession *session, GtkWidget *over)
{
  g_autoptr (GError) error = NULL;

  if (styr_edit_session_settle (session, &error))
    return TRUE;
  styr_widget_show_error (over, error->message);
  return FALSE;
}

/** Asks what taking the decision needs, says what it will do, and takes it. */
void
styr_decision_ask_decide (StyrEditSession *session, GtkWidget *over)
{
  StyrAskDialog *dialog;
  StyrRecord *decision;
  StyrWorkspace *workspace;

  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  if (!settle (session, over))
    return;
  styr_edit_session_refresh (session);
  decision = styr_decision_get_record (session);
  workspace = styr_edit_session_get_workspace (session);
  if (decision == NULL)
    return;
  dialog =
      styr_ask_dialog_new (over,
                           _ ("Take the decision"),
                           styr_record_get_text (decision, "title"),
                           is_unready (session) ? _ ("_Decide anyway") : C_ ("button", "_Decide"),
                           decide,
                           g_object_ref (session),
                           g_object_unref);
  styr_ask_dialog_add_date (dialog, "date", _ ("Decided on"), find_day (session), TRUE);
  styr_ask_dialog_add_choice (dialog,
                              "body",
                              _ ("Decided by"),
                              styr_field_options_of_bodies (styr_edit_session_get_model (session)),
                              styr_record_get_text (decision, "body"),
                              FALSE);
  styr_ask_dialog_add_choice (dialog,
                              "unit",
                              _ ("Which one of them"),
                              unit_options (workspace),
                              styr_record_get_text (decision, "unit_id"),
                              FALSE);
  styr_ask_dialog_add_entry (
      dialog, "section", _ ("§"), styr_record_get_text (decision, "section_no"));
  styr_ask_dialog_add_entry (dialog,
                             "registration",
                             _ ("Registration number"),
                             styr_record_get_text (decision, "registration_no"));
  styr_ask_dialog_add_widget (dialog, make_effects (session));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
reject (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  return styr_workspace_set_decision_status (styr_edit_session_get_workspace (user_data),
                                             styr_edit_session_get_decision_id (user_data),
                                             "rejected",
                                             styr_ask_dialog_get (dialog, "date"),
                                             error);
}

static gboolean
put_off (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  return styr_workspace_set_decision_status (styr_edit_session_get_workspace (user_data),
                                             styr_edit_session_get_decision_id (user_data),
                                             "postponed",
                                             styr_ask_dialog_get (dialog, "date"),
                                             error);
}

static void
ask_day (StyrEditSession *session,
         GtkWidget *over,
         const char *title,
         const char *button,
         StyrAskFunc func)
{
  StyrRecord *decision = styr_decision_get_record (session);
  StyrAskDialog *dialog;

  if (decision == NULL || !settle (session, over))
    return;
  dialog = styr_ask_dialog_new (over,
                                title,
                                styr_record_get_text (decision, "title"),
                                button,
                                func,
                                g_object_ref (session),
                                g_object_unref);
  styr_ask_dialog_add_date (dialog,
                            "date",
                            _ ("On"),
                            styr_workspace_get_today (styr_edit_session_get_workspace (session)),
                            FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** Asks when the proposal was turned down. */
void
styr_decision_ask_reject (StyrEditSession *session, GtkWidget *over)
{
  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  ask_day (session, over, _ ("Reject the proposal"), _ ("_Reject"), reject);
}

/** Asks when the proposal was put off. */
void
styr_decision_ask_put_off (StyrEditSession *session, GtkWidget *over)
{
  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  ask_day (session, over, _ ("Put off the proposal"), _ ("_Put off"), put_off);
}

/** Takes up a proposal again that was turned down or put off. */
void
styr_decision_take_up (StyrEditSession *session, GtkWidget *over)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  if (!styr_workspace_set_decision_status (styr_edit_session_get_workspace (session),
                                           styr_edit_session_get_decision_id (session),
                                           "proposed",
                                           NULL,
                                           &error))
    styr_widget_show_error (over, error->message);
}
