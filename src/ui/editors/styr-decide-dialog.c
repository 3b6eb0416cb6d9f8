/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decide-dialog.h"

#include "styr-date-entry.h"
#include "styr-field-options.h"
#include "styr-field-text.h"
#include "styr-locale.h"
#include "styr-missing-parts.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* Asks what a decision needs: who, when, § and dnr. What the model's rules say is filled in, and
 * why. */
struct _StyrDecideDialog
{
  AdwWindow parent_instance;

  StyrEditSession *session;
  StyrDocumentStatus status;
  GtkWidget *date;
  GtkWidget *body;
  GtkWidget *advice; /* who decides by the model, when another is chosen */
  char *decider;
  GtkWidget *section_no;
  GtkWidget *registration_no;
  GtkWidget *error;
  GtkWidget *missing;
  GtkWidget *other; /* that another body decided what is revoked or replaced */
  GtkWidget *accept;
  gboolean unanswered; /* somebody was asked for comment, and hasn't answered */
};

G_DEFINE_FINAL_TYPE (StyrDecideDialog, styr_decide_dialog, ADW_TYPE_WINDOW)

static void
show_error (StyrDecideDialog *self, GtkWidget *row, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->error), text);
  gtk_widget_set_visible (self->error, TRUE);
  if (row != NULL)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_widget_grab_focus (row);
    }
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Says quietly what is missing; the decision is theirs all the same. */
static void
update_missing (StyrDecideDialog *self)
{
  g_autofree char *text = NULL;
  StyrGivenParts given;

  if (self->missing == NULL || self->status == STYR_DOCUMENT_REVOKED)
    return;
  given.section_no = *get_text (self->section_no) != '\0';
  given.registration_no = *get_text (self->registration_no) != '\0';
  text = styr_missing_parts_dup_text (styr_edit_session_get_dossier (self->session), &given);
  gtk_label_set_text (GTK_LABEL (self->missing), text != NULL ? text : "");
  gtk_widget_set_visible (self->missing, text != NULL);
  gtk_button_set_label (GTK_BUTTON (self->accept),
                        text != NULL || self->unanswered ? _ ("_Decide anyway")
                                                         : C_ ("button", "_Decide"));
}

/* Advice only: the decision is theirs. */
static void
update_advice (StyrDecideDialog *self)
{
  const char *chosen = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->body));
  StyrModel *model = styr_edit_session_get_model (self->session);
  g_autofree char *body = NULL, *text = NULL;

  gtk_widget_set_visible (self->advice,
                          self->decider != NULL && chosen != NULL &&
                              !g_str_equal (chosen, self->decider));
  if (self->decider == NULL)
    return;
  body = styr_name_of_body (model, self->decider);
  text = g_strdup_printf (_ ("By the model, the lowest level that can decide this is %s."), body);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (self->advice)), text);
}

/* It never blocks: some bodies decide by delegation. */
static void
update_other (StyrDecideDialog *self)
{
  g_autofree char *text = styr_other_decider_dup_text (
      styr_edit_session_get_workspace (self->session),
      styr_edit_session_get_document_id (self->session),
      styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->body)),
      NULL);

  gtk_label_set_text (GTK_LABEL (self->other), text != NULL ? text : "");
  gtk_widget_set_visible (self->other, text != NULL);
}

static void
chosen_cb (GtkWidget *button, StyrDecideDialog *self)
{
  update_advice (self);
  update_other (self);
}

static void
make_advice (StyrDecideDialog *self)
{
  self->advice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->advice, "styr-advice");
  gtk_box_append (GTK_BOX (self->advice), gtk_image_new_from_icon_name ("styr-lamp-symbolic"));
  gtk_box_append (GTK_BOX (self->advice), styr_quiet_label_new (NULL));
  g_signal_connect_object (self->body, "chosen", G_CALLBACK (chosen_cb), self, 0);
  update_advice (self);
}

static void
clear_error_cb (GtkWidget *row, StyrDecideDialog *self)
{
  gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_visible (self->error, FALSE);
  update_missing (self);
}

static void
accept_cb (StyrDecideDialog *self)
{
  g_autofree char *date = NULL;
  g_autoptr (GError) error = NULL;
  const char *body = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->body));

  if (!styr_parse_date (get_text (self->date), &date) || date == NULL || *date == '\0')
    {
      show_error (self,
                  self->date,
                  *get_text (self->date) == '\0'
                      ? _ ("Write the day of the decision as 2026-03-31.")
                      : styr_field_text_explain_date (get_text (self->date)));
      return;
    }
  if (body == NULL)
    {
      show_error (self, self->body, _ ("Choose who decided."));
      return;
    }
  if (!styr_workspace_set_status (styr_edit_session_get_workspace (self->session),
                                  styr_edit_session_get_document_id (self->session),
                                  self->status,
                                  date,
                                  body,
                                  get_text (self->section_no),
                                  get_text (self->registration_no),
                                  &error))
    {
      show_error (self, NULL, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
add_entry (StyrDecideDialog *self, GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (clear_error_cb), self, 0);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_date (StyrDecideDialog *self, GtkWidget *group, const char *day)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button;
  GtkWidget *control = styr_date_entry_new (&self->date, &button);

  gtk_editable_set_text (GTK_EDITABLE (self->date), day != NULL ? day : "");
  styr_widget_set_name_text (self->date, _ ("Decided on"));
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (control, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Decided on"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (clear_error_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_body (StyrDecideDialog *self, GtkWidget *group, StyrRecord *document)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = NULL;
  g_autofree char *decider =
      styr_workspace_dup_decider (styr_edit_session_get_workspace (self->session),
                                  styr_edit_session_get_dossier (self->session),
                                  &reason);
  const char *given = styr_record_get_text (document, "decided_by");

  self->decider = g_strdup (decider);
  self->body = styr_choice_button_new (_ ("Choose…"));
  styr_choice_button_set_options (
      STYR_CHOICE_BUTTON (self->body),
      styr_field_options_of_bodies (styr_edit_session_get_model (self->session)));
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->body),
                                   given != NULL ? given : decider);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (self->body), _ ("Decided by"));
  gtk_widget_set_valign (self->body, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Decided by"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason != NULL ? reason : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->body);
  g_signal_connect_object (self->body, "chosen", G_CALLBACK (clear_error_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static const char *
get_heading (StyrDocumentStatus status)
{
  return status == STYR_DOCUMENT_REVOKED ? _ ("Revoke the document") : _ ("Decide the document");
}

static const char *
get_explanation (StyrDocumentStatus status)
{
  return status == STYR_DOCUMENT_REVOKED
             ? _ ("The document stays in the register, but no longer applies.")
             : _ ("A decided document can’t be changed. If it needs to be, make a new version of "
                  "it.");
}

/* What the one who decides, or revokes, is to know of the document: who hasn't answered, or that
 * there is a next version of it. */
static char *
dup_warning (StyrDecideDialog *self)
{
  StyrWorkspace *workspace = styr_edit_session_get_workspace (self->session);
  const char *id = styr_edit_session_get_document_id (self->session);

  return self->status == STYR_DOCUMENT_REVOKED ? styr_draft_of_next_dup_text (workspace, id)
                                               : styr_missing_answers_dup_text (workspace, id);
}

static GtkWidget *
make_warning (void)
{
  GtkWidget *label = styr_wrapping_label_new (NULL, "warning");

  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
add_warnings (StyrDecideDialog *self, GtkWidget *box)
{
  g_autofree char *text = dup_warning (self);
  GtkWidget *label = make_warning ();

  self->missing = make_warning ();
  self->unanswered = text != NULL && self->status == STYR_DOCUMENT_DECIDED;
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
  self->other = make_warning ();
  gtk_box_append (GTK_BOX (box), self->missing);
  gtk_box_append (GTK_BOX (box), self->other);
  gtk_box_append (GTK_BOX (box), label);
  update_other (self);
}

static GtkWidget *
make_header (StyrDecideDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (
      self->status == STYR_DOCUMENT_REVOKED ? _ ("_Revoke") : C_ ("button", "_Decide"));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (get_heading (self->status), NULL));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_object (
      cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

static void
build (StyrDecideDialog *self)
{
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (self->session));
  gboolean revokes = self->status == STYR_DOCUMENT_REVOKED;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  const char *day = revokes ? NULL : styr_record_get_text (document, "decided_on");

  gtk_box_append (GTK_BOX (inner), styr_quiet_label_new (get_explanation (self->status)));
  add_body (self, group, document);
  add_date (self, group, day);
  self->section_no = add_entry (
      self, group, _ ("§"), revokes ? NULL : styr_record_get_text (document, "section_no"));
  self->registration_no = add_entry (
      self, group, _ ("Registration number"), styr_record_get_text (document, "registration_no"));
  gtk_box_append (GTK_BOX (inner), group);
  make_advice (self);
  gtk_box_append (GTK_BOX (inner), self->advice);
  self->error = styr_wrapping_label_new (NULL, "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (inner), self->error);
  add_warnings (self, inner);
  gtk_widget_add_css_class (inner, "styr-dialog");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), inner);
  update_missing (self);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), get_heading (self->status));
  gtk_window_set_focus (GTK_WINDOW (self), self->date);
}

static void
styr_decide_dialog_finalize (GObject *object)
{
  g_free (STYR_DECIDE_DIALOG (object)->decider);
  G_OBJECT_CLASS (styr_decide_dialog_parent_class)->finalize (object);
}

static void
styr_decide_dialog_dispose (GObject *object)
{
  g_clear_object (&STYR_DECIDE_DIALOG (object)->session);
  G_OBJECT_CLASS (styr_decide_dialog_parent_class)->dispose (object);
}

static void
styr_decide_dialog_class_init (StyrDecideDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_decide_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_decide_dialog_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
styr_decide_dialog_init (StyrDecideDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
}

/**
 * styr_decide_dialog_new:
 * @session: the document
 * @status: decided or revoked
 *
 * Returns: (transfer none): a window that asks for the decision and makes it; present it
 */
GtkWidget *
styr_decide_dialog_new (StyrEditSession *session, StyrDocumentStatus status)
{
  StyrDecideDialog *self;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session), NULL);

  self = g_object_new (STYR_TYPE_DECIDE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->status = status;
  build (self);
  return GTK_WIDGET (self);
}
