/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-step-dialog.h"

#include "styr-date-entry.h"
#include "styr-field-text.h"
#include "styr-locale.h"
#include "styr-text-area.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define CHECKS_HEIGHT 240

typedef enum
{
  ROW_DATE,
  ROW_ENTRY,
  ROW_TEXT,
  ROW_CHOICE,
  ROW_CHECKS,
} RowKind;

typedef struct
{
  RowKind kind;
  char *id;
  char *title;
  gboolean required;
  GtkWidget *control; /* what holds the value; of checks the box */
  char *value;        /* as it was when the step was to be taken */
} Row;

struct _StyrStepDialog
{
  AdwWindow parent_instance;

  GtkWidget *inner;
  GtkWidget *group; /* of the rows that are made now; NULL starts a new one */
  GtkWidget *message;
  GPtrArray *rows;
  StyrStepFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (StyrStepDialog, styr_step_dialog, ADW_TYPE_WINDOW)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->title);
  g_free (row->value);
  g_free (row);
}

static Row *
add_row (StyrStepDialog *self, RowKind kind, const char *id, const char *title, GtkWidget *control)
{
  Row *row = g_new0 (Row, 1);

  row->kind = kind;
  row->id = g_strdup (id);
  row->title = g_strdup (title);
  row->control = control;
  g_ptr_array_add (self->rows, row);
  return row;
}

static Row *
find_row (StyrStepDialog *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->id, id))
        return row;
    }
  return NULL;
}

/* Taking the step ----------------------------------------------------------------------------- */

static void
clear_message_cb (StyrStepDialog *self)
{
  gtk_widget_set_visible (self->message, FALSE);
}

static gboolean
refuse (StyrStepDialog *self, Row *row, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->message), sentence);
  gtk_widget_set_visible (self->message, TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (row->control);
  return FALSE;
}

static gboolean
read_date (StyrStepDialog *self, Row *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->control));

  g_clear_pointer (&row->value, g_free);
  if (*text != '\0' && !styr_parse_date (text, &row->value))
    return refuse (self, row, styr_field_text_explain_date (text));
  if (row->required && (row->value == NULL || *row->value == '\0'))
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("“%s” is missing: write the day as 2026-03-31."), row->title);

      return refuse (self, row, sentence);
    }
  return TRUE;
}

static char *
dup_buffer (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
read_row (StyrStepDialog *self, Row *row)
{
  if (row->kind == ROW_DATE)
    return read_date (self, row);
  g_clear_pointer (&row->value, g_free);
  if (row->kind == ROW_ENTRY)
    row->value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->control))));
  else if (row->kind == ROW_TEXT)
    row->value = dup_buffer (row->control);
  else if (row->kind == ROW_CHOICE)
    row->value = g_strdup (styr_choice_button_get_selected (STYR_CHOICE_BUTTON (row->control)));
  return TRUE;
}

static void
accept_cb (StyrStepDialog *self)
{
  g_autoptr (StyrStepDialog) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (!read_row (self, g_ptr_array_index (self->rows, i)))
      return;
  if (self->func == NULL || self->func (self, self->user_data, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    refuse (self, NULL, error->message);
}

/* Building ------------------------------------------------------------------------------------ */

static GtkWidget *
make_header (StyrStepDialog *self, const char *title, const char *accept_label)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (accept_label);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect_object (
      cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), accept);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  return header;
}

static GtkWidget *
get_group (StyrStepDialog *self)
{
  if (self->group == NULL)
    {
      self->group = adw_preferences_group_new ();
      gtk_box_append (GTK_BOX (self->inner), self->group);
    }
  return self->group;
}

static void
add_suffix_row (StyrStepDialog *self, const char *title, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (get_group (self)), row);
}

static void
focus_first (StyrStepDialog *self)
{
  Row *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  if (row == NULL)
    return;
  if (row->kind == ROW_CHECKS)
    gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_first_child (row->control));
  else
    gtk_window_set_focus (GTK_WINDOW (self), row->control);
}

static void
styr_step_dialog_finalize (GObject *object)
{
  StyrStepDialog *self = STYR_STEP_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (styr_step_dialog_parent_class)->finalize (object);
}

static void
styr_step_dialog_class_init (StyrStepDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_step_dialog_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  /* from a text of several lines too */
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_CONTROL_MASK, "default.activate", NULL);
}

static void
styr_step_dialog_init (StyrStepDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
}

/**
 * styr_step_dialog_new:
 * @title: what is done
 * @explanation: (nullable): what it means
 * @accept_label: the button that does it, with mnemonic
 *
 * Returns: (transfer none): a window without rows yet
 */
StyrStepDialog *
styr_step_dialog_new (const char *title, const char *explanation, const char *accept_label)
{
  StyrStepDialog *self = g_object_new (STYR_TYPE_STEP_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->inner, "styr-dialog");
  if (explanation != NULL && *explanation != '\0')
    gtk_box_append (GTK_BOX (self->inner), styr_quiet_label_new (explanation));
  self->message = styr_quiet_label_new (NULL);
  gtk_widget_remove_css_class (self->message, "dim-label");
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (box), make_header (self, title, accept_label));
  gtk_box_append (GTK_BOX (box), self->inner);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), title);
  return self;
}

/**
 * styr_step_dialog_set_func:
 * @self: the window
 * @func: takes the step
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Says what the button does.
 */
void
styr_step_dialog_set_func (StyrStepDialog *self,
                           StyrStepFunc func,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && self->func == NULL);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
}

/**
 * styr_step_dialog_add_date:
 * @self: the window
 * @id: by which it is read
 * @title: what day
 * @value: (nullable): ISO date to begin with
 * @required: whether the step needs it
 *
 * Asks for a day.
 */
void
styr_step_dialog_add_date (
    StyrStepDialog *self, const char *id, const char *title, const char *value, gboolean required)
{
  GtkWidget *entry, *button;
  GtkWidget *control;
  g_autofree char *name = NULL;

  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && id != NULL && title != NULL);

  control = styr_date_entry_new (&entry, &button);
  name = g_strdup_printf (_ ("Choose a day: %s"), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  styr_widget_set_name_text (entry, title);
  styr_widget_set_name_text (button, name);
  g_signal_connect_object (
      entry, "changed", G_CALLBACK (clear_message_cb), self, G_CONNECT_SWAPPED);
  add_suffix_row (self, title, control);
  add_row (self, ROW_DATE, id, title, entry)->required = required;
}

/**
 * styr_step_dialog_add_entry:
 * @self: the window
 * @id: by which it is read
 * @title: what is asked for
 * @value: (nullable): text to begin with
 *
 * Asks for a line of text.
 */
void
styr_step_dialog_add_entry (StyrStepDialog *self,
                            const char *id,
                            const char *title,
                            const char *value)
{
  GtkWidget *row;

  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && id != NULL && title != NULL);

  row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (clear_message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (get_group (self)), row);
  add_row (self, ROW_ENTRY, id, title, row);
}

/**
 * styr_step_dialog_add_text:
 * @self: the window
 * @id: by which it is read
 * @title: what is asked for
 * @value: (nullable): text to begin with
 *
 * Asks for a text of several lines.
 */
void
styr_step_dialog_add_text (StyrStepDialog *self,
                           const char *id,
                           const char *title,
                           const char *value)
{
  GtkWidget *box, *label, *view;

  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && id != NULL && title != NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new (title);
  view = styr_text_area_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (view, "styr-step-text");
  gtk_widget_set_size_request (view, -1, 72);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), value != NULL ? value : "", -1);
  styr_widget_set_name_text (view, title);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                           "changed",
                           G_CALLBACK (clear_message_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  styr_step_dialog_add_widget (self, box);
  add_row (self, ROW_TEXT, id, title, view);
}

/**
 * styr_step_dialog_add_choice:
 * @self: the window
 * @id: by which it is read
 * @title: what is asked for
 * @options: (transfer full): StyrOption
 * @selected: (nullable): id of the one to begin with
 *
 * Asks for one of several.
 */
void
styr_step_dialog_add_choice (StyrStepDialog *self,
                             const char *id,
                             const char *title,
                             GPtrArray *options,
                             const char *selected)
{
  GtkWidget *button;

  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && id != NULL && title != NULL && options != NULL);

  button = styr_choice_button_new (_ ("Choose…"));
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (button), options);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (button), selected);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), title);
  g_signal_connect_object (
      button, "chosen", G_CALLBACK (clear_message_cb), self, G_CONNECT_SWAPPED);
  add_suffix_row (self, title, button);
  add_row (self, ROW_CHOICE, id, title, button);
}

/**
 * styr_step_dialog_add_checks:
 * @self: the window
 * @id: by which they are read
 * @title: what is asked for
 * @options: StyrOption
 *
 * Asks for any number of several.
 */
void
styr_step_dialog_add_checks (StyrStepDialog *self,
                             const char *id,
                             const char *title,
                             GPtrArray *options)
{
  GtkWidget *box, *label, *scrolled;

  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && id != NULL && options != NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new (title);
  scrolled = gtk_scrolled_window_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  for (guint i = 0; i < options->len; i++)
    {
      const StyrOption *option = g_ptr_array_index (options, i);
      GtkWidget *check = gtk_check_button_new_with_label (option->label);

      g_object_set_data_full (G_OBJECT (check), "styr-id", g_strdup (option->id), g_free);
      g_signal_connect_object (
          check, "toggled", G_CALLBACK (clear_message_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), CHECKS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  styr_step_dialog_add_widget (self, label);
  styr_step_dialog_add_widget (self, scrolled);
  add_row (self, ROW_CHECKS, id, title, box);
}

/**
 * styr_step_dialog_add_widget:
 * @self: the window
 * @widget: anything
 *
 * Adds something that isn't read, such as what the step is going to do.
 */
void
styr_step_dialog_add_widget (StyrStepDialog *self, GtkWidget *widget)
{
  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && GTK_IS_WIDGET (widget));

  self->group = NULL;
  gtk_box_append (GTK_BOX (self->inner), widget);
}

/**
 * styr_step_dialog_get:
 * @self: the window
 * @id: of a row
 *
 * Returns: (transfer none) (nullable): what was given, canonical; only while the step is taken
 */
const char *
styr_step_dialog_get (StyrStepDialog *self, const char *id)
{
  Row *row;

  g_return_val_if_fail (STYR_IS_STEP_DIALOG (self) && id != NULL, NULL);

  row = find_row (self, id);
  return row != NULL && row->value != NULL && *row->value != '\0' ? row->value : NULL;
}

/**
 * styr_step_dialog_dup_checked:
 * @self: the window
 * @id: of checks
 *
 * Returns: (transfer full): the ids that are checked
 */
char **
styr_step_dialog_dup_checked (StyrStepDialog *self, const char *id)
{
  GPtrArray *ids = g_ptr_array_new ();
  Row *row = find_row (self, id);

  for (GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row->control) : NULL;
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_ptr_array_add (ids, g_strdup (g_object_get_data (G_OBJECT (child), "styr-id")));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * styr_step_dialog_show:
 * @self: the window
 * @over: any widget of the window it belongs to
 *
 * Shows it, with the keyboard in its first row.
 */
void
styr_step_dialog_show (StyrStepDialog *self, GtkWidget *over)
{
  GtkRoot *root;

  g_return_if_fail (STYR_IS_STEP_DIALOG (self) && GTK_IS_WIDGET (over));

  root = gtk_widget_get_root (over);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_box_append (GTK_BOX (self->inner), self->message);
  focus_first (self);
  gtk_window_present (GTK_WINDOW (self));
}
