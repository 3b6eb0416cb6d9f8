/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-dialogs.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StyrConfirmFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_strcmp0 (response, "go-on") == 0)
    question->func (question->user_data);
}

static void
focus_default_cb (GtkWindow *dialog)
{
  gtk_window_set_focus (dialog, gtk_window_get_default_widget (dialog));
}

/** Shows a question with the keyboard on its default answer. Answers that don't fit beside each
 * other become other buttons below each other, of which the first would have the keyboard. */
void
styr_dialog_present (AdwMessageDialog *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  g_signal_connect (dialog, "notify::default-widget", G_CALLBACK (focus_default_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  focus_default_cb (GTK_WINDOW (dialog));
}

/**
 * Tells what went wrong in a dialog with one button.
 *
 * @heading: (nullable): NULL for "That didn’t work"
 * @sentence: a translated sentence
 */
void
styr_dialog_error (GtkWindow *parent, const char *heading, const char *sentence)
{
  GtkWidget *dialog;

  g_return_if_fail (sentence != NULL);

  dialog =
      adw_message_dialog_new (parent, heading != NULL ? heading : _ ("That didn’t work"), sentence);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * Asks before something that the user should think about once.
 *
 * @action: the button's text with a mnemonic
 * @func: called when the user goes on
 * @destroy: (nullable): frees @user_data, whatever was chosen
 */
void
styr_dialog_confirm (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     const char *action,
                     gboolean destructive,
                     StyrConfirmFunc func,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  Question *question;
  GtkWidget *dialog;

  g_return_if_fail (heading != NULL && body != NULL && action != NULL && func != NULL);

  question = g_new0 (Question, 1);
  question->func = func;
  question->user_data = user_data;
  question->destroy = destroy;

  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_responses (
      ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "go-on", action, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "go-on",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                          : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  /* Enter takes nothing away. */
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           destructive ? "cancel" : "go-on");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  styr_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}
