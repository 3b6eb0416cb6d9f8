/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-life.h"

#include "styr-decision-parts.h"
#include "styr-ask-dialog.h"
#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* Steps in a document's life that ask for something: whom to send it to, where it is published,
 * what a review found. */

static StyrWorkspace *
get_workspace (StyrEditSession *session)
{
  return styr_edit_session_get_workspace (session);
}

static const char *
get_id (StyrEditSession *session)
{
  return styr_edit_session_get_document_id (session);
}

static StyrAskDialog *
ask (StyrEditSession *session,
     GtkWidget *over,
     const char *heading,
     const char *explanation,
     const char *action,
     StyrAskFunc func)
{
  styr_edit_session_flush (session);
  return styr_ask_dialog_new (
      over, heading, explanation, action, func, g_object_ref (session), g_object_unref);
}

/* Consultation ----------------------------------------------------------------------------------
 */

static gboolean
consult (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  StyrEditSession *session = user_data;
  g_auto (GStrv) units = styr_ask_dialog_dup_list (dialog, "units");
  g_auto (GStrv) names = styr_ask_dialog_dup_list (dialog, "others");

  return styr_workspace_send_consultation (get_workspace (session),
                                           get_id (session),
                                           (const char *const *) units,
                                           (const char *const *) names,
                                           styr_ask_dialog_get (dialog, "due"),
                                           error);
}

static gboolean
is_asked (GPtrArray *answers, const char *unit_id)
{
  for (guint i = 0; i < answers->len; i++)
    if (styr_record_is (answers->pdata[i], "unit_id", unit_id))
      return TRUE;
  return FALSE;
}

/* The units that aren't asked yet, without the one whose document it is */
static GPtrArray *
list_units (StyrEditSession *session)
{
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (session));
  StyrWorkspace *workspace = get_workspace (session);
  GListModel *units = styr_workspace_get_units (workspace);
  g_autoptr (GPtrArray) answers = styr_workspace_dup_consultation (workspace, get_id (session));
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);
      const char *id = styr_record_get_id (unit);

      const char *last_day = styr_record_get_text (unit, "valid_to");

      /* a unit that has ended answers nothing */
      if (last_day != NULL && strcmp (last_day, styr_workspace_get_today (workspace)) < 0)
        continue;
      if (!styr_record_is (document, "unit_id", id) && !is_asked (answers, id))
        styr_options_add (options, id, styr_record_get_text (unit, "name"), NULL);
    }
  return options;
}

/** Asks whom a draft is sent to for comment, and by when they are to answer. */
void
styr_document_life_ask_consult (StyrEditSession *session, GtkWidget *over)
{
  StyrAskDialog *dialog;

  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  dialog = ask (session,
                over,
                _ ("Send out for comment"),
                _ ("Those who are asked stand in the document card, with their answers."),
                _ ("_Send out"),
                consult);
  styr_ask_dialog_add_checks (dialog, "units", _ ("Whom to ask"), list_units (session));
  styr_ask_dialog_add_text (dialog, "others", _ ("Others, one on each line"), NULL);
  styr_ask_dialog_add_date (dialog, "due", _ ("Answer by"), NULL, FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  StyrWorkspace *workspace;
  StyrRecord *answer;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->answer);
  g_free (self);
}

static gboolean
set_answer (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  static const char *const columns[] = { "stance", "text", "answered_on", "taken_up" };
  Answer *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *value = styr_ask_dialog_get (dialog, columns[i]);

      if (g_strcmp0 (value, styr_record_get_text (self->answer, columns[i])) != 0 &&
          !styr_workspace_set_consultation (
              self->workspace, styr_record_get_id (self->answer), columns[i], value, error))
        return FALSE;
    }
  return TRUE;
}

/** Asks what somebody answered, and what became of it. */
void
styr_document_life_ask_answer (StyrEditSession *session, StyrRecord *answer, GtkWidget *over)
{
  StyrAskDialog *dialog;
  Answer *self;
  const char *who;

  g_return_if_fail (STYR_IS_EDIT_SESSION (session) && STYR_IS_RECORD (answer));

  who = styr_record_get_text (answer, "unit_name") ?: styr_record_get_text (answer, "name");
  self = g_new0 (Answer, 1);
  self->workspace = g_object_ref (get_workspace (session));
  self->answer = g_object_ref (answer);
  dialog = styr_ask_dialog_new (
      over, _ ("Answer to the consultation"), who, _ ("_Save"), set_answer, self, answer_free);
  styr_ask_dialog_add_choice (dialog,
                              "stance",
                              _ ("Stance"),
                              styr_decision_options (STYR_LIFE_STANCE),
                              styr_record_get_text (answer, "stance"),
                              FALSE);
  styr_ask_dialog_add_date (dialog,
                            "answered_on",
                            _ ("Answered on"),
                            styr_record_has (answer, "answered_on")
                                ? styr_record_get_text (answer, "answered_on")
                                : styr_workspace_get_today (get_workspace (session)),
                            FALSE);
  styr_ask_dialog_add_text (
      dialog, "text", _ ("The answer"), styr_record_get_text (answer, "text"));
  styr_ask_dialog_add_text (
      dialog, "taken_up", _ ("What became of it"), styr_record_get_text (answer, "taken_up"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Publication -----------------------------------------------------------------------------------
 */

static gboolean
publish (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  const char *reason = styr_ask_dialog_get (dialog, "reason");

  return styr_workspace_publish_document (get_workspace (user_data),
                                          get_id (user_data),
                                          styr_ask_dialog_get (dialog, "date"),
                                          styr_ask_dialog_get (dialog, "place"),
                                          reason != NULL ? reason : "",
                                          error);
}

/** Asks where and when a decided document is published. */
void
styr_document_life_ask_publish (StyrEditSession *session, GtkWidget *over)
{
  StyrAskDialog *dialog;
  StyrRecord *document;
  GPtrArray *places;

  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  document = styr_dossier_get_document (styr_edit_session_get_dossier (session));
  dialog = ask (session,
                over,
                _ ("Publish the document"),
                styr_record_get_text (document, "title"),
                _ ("_Publish"),
                publish);
  places = styr_options_new ();
  styr_options_add (places, "external", C_ ("publication", "On the public website"), NULL);
  styr_options_add (places, "intranet", C_ ("publication", "Only on the intranet"), NULL);
  styr_ask_dialog_add_choice (dialog,
                              "place",
                              _ ("Where"),
                              places,
                              styr_record_get_text (document, "publication") ?: "external",
                              TRUE);
  styr_ask_dialog_add_date (
      dialog, "date", _ ("Published on"), styr_workspace_get_today (get_workspace (session)), TRUE);
  styr_ask_dialog_add_entry (dialog,
                             "reason",
                             _ ("Why only on the intranet"),
                             styr_record_get_text (document, "publication_reason"));
  styr_ask_dialog_show_if (dialog, "reason", "place", "intranet");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Review ----------------------------------------------------------------------------------------
 */

static gboolean
review (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  const char *result = styr_ask_dialog_get (dialog, "result");
  g_autofree char *id = NULL;

  if (result == NULL)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("Choose what the review came to."));
      return FALSE;
    }
  id = styr_workspace_add_review (get_workspace (user_data),
                                  get_id (user_data),
                                  styr_ask_dialog_get (dialog, "date"),
                                  result,
                                  styr_ask_dialog_get (dialog, "note"),
                                  error);
  return id != NULL;
}

/** Asks what a review of a document in force came to. */
void
styr_document_life_ask_review (StyrEditSession *session, GtkWidget *over)
{
  StyrAskDialog *dialog;
  StyrRecord *document;

  g_return_if_fail (STYR_IS_EDIT_SESSION (session));

  document = styr_dossier_get_document (styr_edit_session_get_dossier (session));
  dialog = ask (session,
                over,
                _ ("Review the document"),
                styr_record_get_text (document, "title"),
                _ ("_Save"),
                review);
  styr_ask_dialog_add_choice (dialog,
                              "result",
                              _ ("The document is"),
                              styr_decision_options (STYR_LIFE_REVIEW),
                              NULL,
                              FALSE);
  styr_ask_dialog_add_date (
      dialog, "date", _ ("Reviewed on"), styr_workspace_get_today (get_workspace (session)), TRUE);
  styr_ask_dialog_add_text (dialog, "note", _ ("What was found"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
