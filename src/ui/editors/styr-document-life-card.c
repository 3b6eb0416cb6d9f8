/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-life.h"

#include "styr-life-words.h"
#include "styr-line-layout.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* What has happened to a document, for its card: who was asked and what they answered, reviews,
 * decisions, and what it has taken the place of. Each part is made anew when the document has been
 * read, and hidden when there is nothing to say. */

typedef void (*FillFunc) (StyrEditSession *session, GtkWidget *list);

static void
refill_cb (StyrEditSession *session, GtkWidget *box)
{
  FillFunc fill = g_object_get_data (G_OBJECT (box), "styr-fill");
  GtkWidget *list = g_object_get_data (G_OBJECT (box), "styr-list");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_box_remove (GTK_BOX (list), child);
  fill (session, list);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (list) != NULL);
}

static GtkWidget *
make_part (StyrEditSession *session, const char *title, FillFunc fill)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  g_object_set_data (G_OBJECT (box), "styr-fill", fill);
  g_object_set_data (G_OBJECT (box), "styr-list", list);
  refill_cb (session, box);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (refill_cb), box, 0);
  return box;
}

/* A line that can be pressed: what it says, and quietly more */
static GtkWidget *
add_line (GtkWidget *list, const char *text, const char *detail)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = styr_wrapping_label_new (text, NULL);

  gtk_box_append (GTK_BOX (box), label);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *quiet = styr_quiet_label_new (detail);

      gtk_widget_add_css_class (quiet, "caption");
      gtk_box_append (GTK_BOX (box), quiet);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  styr_widget_set_name_text (button, text);
  gtk_box_append (GTK_BOX (list), button);
  return button;
}

static void
set_action (GtkWidget *button, const char *action, const char *target)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
append_word (GString *text, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
}

/* Consultation ----------------------------------------------------------------------------------
 */

static const char *
get_asked (StyrRecord *answer)
{
  const char *unit = styr_record_get_text (answer, "unit_name");
  const char *name = styr_record_get_text (answer, "name");

  return unit != NULL ? unit : name != NULL ? name : "";
}

static void
answer_clicked_cb (GtkWidget *button, StyrEditSession *session)
{
  styr_document_life_ask_answer (
      session, g_object_get_data (G_OBJECT (button), "styr-answer"), button);
}

/* Returns: (transfer full) (nullable): when they answered, or by when they are to */
static char *
dup_answer_day (StyrRecord *answer, gboolean answered)
{
  if (answered || !styr_record_has (answer, "due_on"))
    return g_strdup (styr_record_get_text (answer, "answered_on"));
  return g_strdup_printf (C_ ("consultation", "answer by %s"),
                          styr_record_get_text (answer, "due_on"));
}

static void
take_back_cb (GtkWidget *button, StyrEditSession *session)
{
  /* what is written makes the lines anew, and the button is gone */
  g_autoptr (StyrRecord) answer =
      g_object_ref (g_object_get_data (G_OBJECT (button), "styr-answer"));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (button));
  /* Translators: who was asked for comment by mistake. */
  g_autofree char *told = g_strdup_printf (_ ("%s is no longer asked"), get_asked (answer));
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (session);
  if (!styr_workspace_remove_consultation (
          styr_edit_session_get_workspace (session), styr_record_get_id (answer), &error))
    {
      styr_widget_show_error (window, error->message);
      return;
    }
  styr_edit_session_refresh (session);
  styr_widget_show_toast (window, told, TRUE);
}

/* Whoever was asked by mistake is taken away beside the line, as long as the document is open. */
static void
add_take_back (StyrEditSession *session, GtkWidget *line, StyrRecord *answer)
{
  /* Translators: who was asked for comment by mistake. */
  g_autofree char *name = g_strdup_printf (_ ("Don’t ask %s"), get_asked (answer));
  GtkWidget *button = styr_icon_button_new ("user-trash-symbolic", name);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "styr-answer", g_object_ref (answer), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), session, 0);
  gtk_box_append (GTK_BOX (line), button);
}

static void
fill_answers (StyrEditSession *session, GtkWidget *list)
{
  g_autoptr (GPtrArray) answers = styr_workspace_dup_consultation (
      styr_edit_session_get_workspace (session), styr_edit_session_get_document_id (session));

  for (guint i = 0; i < answers->len; i++)
    {
      StyrRecord *answer = answers->pdata[i];
      gboolean answered = styr_record_is (answer, "state", "answered");
      g_autofree char *text =
          g_strdup_printf ("%s %s",
                           answered ? "✓" : (styr_record_is (answer, "state", "late") ? "!" : "○"),
                           get_asked (answer));
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *day = dup_answer_day (answer, answered);
      GtkWidget *line = styr_line_new (6);
      GtkWidget *button;

      if (answered)
        append_word (
            detail, styr_life_get_word (STYR_LIFE_STANCE, styr_record_get_text (answer, "stance")));
      else
        append_word (detail, _ ("Hasn’t answered"));
      append_word (detail, day);
      append_word (detail, styr_record_get_text (answer, "text"));
      button = add_line (line, text, detail->str);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_box_append (GTK_BOX (list), line);
      g_object_set_data_full (
          G_OBJECT (button), "styr-answer", g_object_ref (answer), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (answer_clicked_cb), session, 0);
      if (styr_edit_session_is_editable (session))
        add_take_back (session, line, answer);
    }
}

/** Who was asked for comment, and what they answered; a press opens the answer. */
GtkWidget *
styr_document_answers_new (StyrEditSession *session)
{
  return make_part (session, _ ("Consultation"), fill_answers);
}

/* Reviews ---------------------------------------------------------------------------------------
 */

static void
fill_reviews (StyrEditSession *session, GtkWidget *list)
{
  StyrWorkspace *workspace = styr_edit_session_get_workspace (session);
  const char *id = styr_edit_session_get_document_id (session);
  g_autoptr (GPtrArray) reviews = styr_workspace_dup_reviews (workspace, id);
  g_autofree char *due = styr_workspace_dup_review_due (workspace, id);

  if (due != NULL)
    {
      gboolean late = strcmp (due, styr_workspace_get_today (workspace)) < 0;
      g_autofree char *text =
          g_strdup_printf (late ? _ ("! The review was to be done %s") : _ ("Next review %s"), due);
      GtkWidget *button = add_line (list, text, NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.review");
    }
  for (guint i = 0; i < reviews->len; i++)
    {
      StyrRecord *record = reviews->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);
      GtkWidget *label;

      append_word (text, styr_record_get_text (record, "on_date"));
      append_word (text,
                   styr_life_get_word (STYR_LIFE_REVIEW, styr_record_get_text (record, "result")));
      append_word (text, styr_record_get_text (record, "note"));
      label = styr_quiet_label_new (text->str);
      gtk_box_append (GTK_BOX (list), label);
    }
}

/** The next review and those that were made. */
GtkWidget *
styr_document_reviews_new (StyrEditSession *session)
{
  return make_part (session, _ ("Reviews"), fill_reviews);
}

/* What it replaces ------------------------------------------------------------------------------
 */

static void
fill_chain (StyrEditSession *session, GtkWidget *list)
{
  const char *id = styr_edit_session_get_document_id (session);
  g_autoptr (GPtrArray) chain =
      styr_workspace_dup_replaces_chain (styr_edit_session_get_workspace (session), id);

  for (guint i = 0; chain->len > 1 && i < chain->len; i++)
    {
      StyrRecord *document = chain->pdata[i];
      gboolean here = g_strcmp0 (styr_record_get_id (document), id) == 0;
      g_autofree char *state = styr_name_of_state (document);
      g_autofree char *text =
          g_strdup_printf ("%s%s", i > 0 ? "↳ " : "", styr_record_get_text (document, "title"));
      g_autofree char *detail =
          here ? g_strdup_printf ("%s · %s", state, _ ("this document"))
               : g_strdup_printf (
                     "%s %s", state, styr_record_get_text (document, "decided_on") ?: "");

      set_action (
          add_line (list, text, detail), "win.open-document", styr_record_get_id (document));
    }
}

/** The documents that took each other's place, the oldest first; a press opens one. */
GtkWidget *
styr_document_chain_new (StyrEditSession *session)
{
  return make_part (session, _ ("What replaced what"), fill_chain);
}

/* Decisions -------------------------------------------------------------------------------------
 */

static void
fill_decisions (StyrEditSession *session, GtkWidget *list)
{
  g_autoptr (GPtrArray) decisions = styr_workspace_dup_document_decisions (
      styr_edit_session_get_workspace (session), styr_edit_session_get_document_id (session));

  for (guint i = 0; i < decisions->len; i++)
    {
      StyrRecord *decision = decisions->pdata[i];
      g_autoptr (GString) detail = g_string_new (NULL);
      g_autofree char *paragraph =
          styr_format_paragraph (styr_record_get_text (decision, "section_no"));

      append_word (
          detail,
          styr_life_get_word (STYR_LIFE_DECISION, styr_record_get_text (decision, "status")));
      append_word (detail, styr_record_get_text (decision, "on_date"));
      append_word (detail, paragraph);
      set_action (add_line (list, styr_record_get_text (decision, "title"), detail->str),
                  "win.open-decision",
                  styr_record_get_id (decision));
    }
}

/** The decisions about the document; a press opens one. */
GtkWidget *
styr_document_decisions_new (StyrEditSession *session)
{
  return make_part (session, _ ("Decisions about the document"), fill_decisions);
}
