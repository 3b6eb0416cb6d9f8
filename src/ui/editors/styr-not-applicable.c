/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-not-applicable.h"

#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* "Ej tillämplig" under a field that may be answered so: a check, and the reason that it needs.
 * While it is checked the field itself is hidden. Nothing is written until there is a reason. */
typedef struct
{
  StyrEditSession *session; /* the row keeps it */
  char *owner_id;
  char *field;
  GtkWidget *row;
  GtkWidget *check;
  GtkWidget *reason;
  gboolean setting; /* the change comes from us */
} NotApplicable;

static void
not_applicable_free (gpointer data)
{
  NotApplicable *self = data;

  g_free (self->owner_id);
  g_free (self->field);
  g_free (self);
}

static const char *
get_saved (NotApplicable *self)
{
  const char *reason = styr_dossier_get_not_applicable (
      styr_edit_session_get_dossier (self->session), self->owner_id, self->field);

  return reason != NULL ? reason : "";
}

static void
show_checked (NotApplicable *self, gboolean checked)
{
  gtk_widget_set_visible (self->reason, checked);
  gtk_widget_set_visible (styr_field_row_get_editor (STYR_FIELD_ROW (self->row)), !checked);
}

static void
refreshed_cb (StyrEditSession *session, GtkWidget *box)
{
  NotApplicable *self = g_object_get_data (G_OBJECT (box), "styr-not-applicable");
  const char *saved = get_saved (self);
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  gboolean editable = styr_edit_session_is_editable (session);
  gboolean waiting = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) &&
                     *saved == '\0' &&
                     gtk_widget_has_focus (gtk_widget_get_first_child (self->reason));

  gtk_widget_set_visible (box, editable || *saved != '\0');
  gtk_widget_set_sensitive (self->check, editable);
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), editable);
  if (waiting)
    return;
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), *saved != '\0');
  if (g_strcmp0 (saved, shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), saved);
  self->setting = FALSE;
  show_checked (self, *saved != '\0');
}

static void
write_reason (NotApplicable *self, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (reason, get_saved (self)) == 0 || !styr_edit_session_is_editable (self->session))
    return;
  if (!styr_workspace_set_not_applicable (styr_edit_session_get_workspace (self->session),
                                          styr_edit_session_get_document_id (self->session),
                                          self->owner_id,
                                          self->field,
                                          *reason != '\0' ? reason : NULL,
                                          &error))
    styr_widget_show_error (self->row, error->message);
}

/* What stands there is saved when it is left, at Enter and before anything else is done */
static void
commit_cb (GtkWidget *box)
{
  NotApplicable *self = g_object_get_data (G_OBJECT (box), "styr-not-applicable");
  g_autofree char *reason =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)))
    return;
  if (*reason != '\0')
    write_reason (self, reason);
}

static void
toggled_cb (GtkWidget *box)
{
  NotApplicable *self = g_object_get_data (G_OBJECT (box), "styr-not-applicable");
  gboolean checked = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (self->setting)
    return;
  show_checked (self, checked);
  if (checked)
    gtk_widget_grab_focus (self->reason);
  else
    write_reason (self, "");
}

static void
make_parts (NotApplicable *self, GtkWidget *box, const char *title)
{
  g_autofree char *check_name = g_strdup_printf (_ ("Doesn’t apply: %s"), title);
  g_autofree char *reason_name = g_strdup_printf (_ ("Why it doesn’t apply: %s"), title);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->check = gtk_check_button_new_with_label (_ ("Doesn’t apply"));
  self->reason = gtk_entry_new ();
  styr_widget_set_name_text (self->check, check_name);
  styr_widget_set_name_text (self->reason, reason_name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Why it doesn’t apply"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->reason), FALSE);
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_widget_add_controller (self->reason, focus);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), self->reason);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->reason, "activate", G_CALLBACK (commit_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit_cb), box, G_CONNECT_SWAPPED);
}

/**
 * styr_not_applicable_attach:
 * @row: the field's row
 * @session: the document
 * @owner_id: whose value it is
 * @field: "section.field", in a row or a goal just "field"
 * @title: the field's title, for the accessible names
 *
 * Adds to a field's row the answer that it doesn't apply, with the reason.
 */
void
styr_not_applicable_attach (StyrFieldRow *row,
                            StyrEditSession *session,
                            const char *owner_id,
                            const char *field,
                            const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  NotApplicable *self = g_new0 (NotApplicable, 1);

  g_return_if_fail (STYR_IS_FIELD_ROW (row) && STYR_IS_EDIT_SESSION (session));

  self->session = session;
  self->owner_id = g_strdup (owner_id);
  self->field = g_strdup (field);
  self->row = GTK_WIDGET (row);
  make_parts (self, box, title);
  g_object_set_data_full (G_OBJECT (box), "styr-not-applicable", self, not_applicable_free);
  gtk_widget_add_css_class (box, "styr-not-applicable");
  gtk_widget_insert_before (box, GTK_WIDGET (row), NULL);
  refreshed_cb (session, box);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (refreshed_cb), box, 0);
  g_signal_connect_object (session, "flush", G_CALLBACK (commit_cb), box, G_CONNECT_SWAPPED);
}
