/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-ask-dialog.h"

#include "styr-date-entry.h"
#include "styr-field-text.h"
#include "styr-locale.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* How high a list of boxes to tick, or the lines of a text, may be before they scroll */
#define LIST_HEIGHT 240
#define LINES_HEIGHT 132

typedef enum
{
  ANSWER_TEXT,
  ANSWER_DATE,
  ANSWER_CHOICE,
  ANSWER_LINES,
  ANSWER_CHECKS,
} AnswerKind;

/* One thing that is asked for */
typedef struct
{
  char *key, *title;
  AnswerKind kind;
  gboolean required;
  GtkWidget *control;
  GPtrArray *checks; /* GtkWidget*: with "styr-id" */
  char *value;       /* what was last read from the control */
} Answer;

struct _StyrAskDialog
{
  AdwWindow parent_instance;

  GPtrArray *answers;
  GtkWidget *box, *group, *error, *accept;
  GtkWidget *first;
  StyrAskFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (StyrAskDialog, styr_ask_dialog, ADW_TYPE_WINDOW)

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->checks, g_ptr_array_unref);
  g_free (answer->key);
  g_free (answer->title);
  g_free (answer->value);
  g_free (answer);
}

static Answer *
find_answer (StyrAskDialog *self, const char *key)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      Answer *answer = self->answers->pdata[i];

      if (g_str_equal (answer->key, key))
        return answer;
    }
  return NULL;
}

static void
show_error (StyrAskDialog *self, Answer *answer, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->error), text);
  gtk_widget_set_visible (self->error, TRUE);
  if (answer != NULL)
    {
      gtk_widget_add_css_class (answer->control, "error");
      gtk_widget_grab_focus (answer->control);
    }
}

static void
clear_error_cb (StyrAskDialog *self)
{
  gtk_widget_set_visible (self->error, FALSE);
  for (guint i = 0; i < self->answers->len; i++)
    gtk_widget_remove_css_class (((Answer *) self->answers->pdata[i])->control, "error");
}

/* Reading the answers */

static gboolean
read_date (StyrAskDialog *self, Answer *answer)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (answer->control));
  g_autofree char *iso = NULL;

  if (*text == '\0' && !answer->required)
    {
      g_clear_pointer (&answer->value, g_free);
      return TRUE;
    }
  if (styr_parse_date (text, &iso) && iso != NULL && *iso != '\0')
    {
      g_free (answer->value);
      answer->value = g_steal_pointer (&iso);
      return TRUE;
    }
  show_error (self,
              answer,
              *text == '\0' ? _ ("Write the day as 2026-03-31.")
                            : styr_field_text_explain_date (text));
  return FALSE;
}

static char *
dup_lines (Answer *answer)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (answer->control));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static char *
dup_checked (Answer *answer)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < answer->checks->len; i++)
    if (gtk_check_button_get_active (answer->checks->pdata[i]))
      g_string_append_printf (ids,
                              "%s%s",
                              ids->len > 0 ? "\n" : "",
                              (char *) g_object_get_data (answer->checks->pdata[i], "styr-id"));
  return g_strdup (ids->str);
}

static gboolean
read_answer (StyrAskDialog *self, Answer *answer)
{
  char *value = NULL;

  switch (answer->kind)
    {
    case ANSWER_DATE:
      return read_date (self, answer);
    case ANSWER_TEXT:
      value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (answer->control))));
      break;
    case ANSWER_CHOICE:
      value = g_strdup (styr_choice_button_get_selected (STYR_CHOICE_BUTTON (answer->control)));
      break;
    case ANSWER_LINES:
      value = dup_lines (answer);
      break;
    case ANSWER_CHECKS:
    default:
      value = dup_checked (answer);
      break;
    }
  g_free (answer->value);
  answer->value = value;
  if (answer->kind == ANSWER_CHOICE && value == NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Choose something under “%s”."), answer->title);

      show_error (self, answer, text);
      return FALSE;
    }
  return TRUE;
}

/**
 * styr_ask_dialog_accept:
 *
 * Does what the button does. Returns: whether it could be done; the window is closed then
 */
gboolean
styr_ask_dialog_accept (StyrAskDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (STYR_IS_ASK_DIALOG (self), FALSE);

  clear_error_cb (self);
  for (guint i = 0; i < self->answers->len; i++)
    if (!read_answer (self, self->answers->pdata[i]))
      return FALSE;
  if (!self->func (self, self->user_data, &error))
    {
      show_error (self, NULL, error->message);
      return FALSE;
    }
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
accept_cb (StyrAskDialog *self)
{
  styr_ask_dialog_accept (self);
}

/* What is asked for */

static Answer *
add_answer (
    StyrAskDialog *self, const char *key, const char *title, AnswerKind kind, GtkWidget *control)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->key = g_strdup (key);
  answer->title = g_strdup (title);
  answer->kind = kind;
  answer->control = control;
  g_ptr_array_add (self->answers, answer);
  if (self->first == NULL && kind != ANSWER_CHECKS)
    {
      self->first = control;
      gtk_window_set_focus (GTK_WINDOW (self), control);
    }
  return answer;
}

static void
add_row (StyrAskDialog *self, const char *title, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

/** Asks for one line of text. @value: (nullable): what is there already */
void
styr_ask_dialog_add_text (StyrAskDialog *self,
                          const char *key,
                          const char *title,
                          const char *value)
{
  GtkWidget *row;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL);

  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (clear_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  add_answer (self, key, title, ANSWER_TEXT, row);
}

/** Asks for a day. @value: (nullable): ISO date */
void
styr_ask_dialog_add_date (
    StyrAskDialog *self, const char *key, const char *title, const char *value, gboolean required)
{
  GtkWidget *entry, *button, *control;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL);

  control = styr_date_entry_new (&entry, &button);
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  styr_widget_set_name_text (entry, title);
  g_signal_connect_object (entry, "changed", G_CALLBACK (clear_error_cb), self, G_CONNECT_SWAPPED);
  add_row (self, title, control);
  add_answer (self, key, title, ANSWER_DATE, entry)->required = required;
}

/** Asks for one of @options, which are taken over: (transfer full) (element-type StyrOption).
 * @selected: (nullable): the one that is chosen at first */
void
styr_ask_dialog_add_choice (StyrAskDialog *self,
                            const char *key,
                            const char *title,
                            GPtrArray *options,
                            const char *selected)
{
  GtkWidget *button;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL && options != NULL);

  button = styr_choice_button_new (_ ("Choose…"));
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (button), options);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (button), selected);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), title);
  g_signal_connect_object (button, "chosen", G_CALLBACK (clear_error_cb), self, G_CONNECT_SWAPPED);
  add_row (self, title, button);
  add_answer (self, key, title, ANSWER_CHOICE, button);
}

static GtkWidget *
add_scrolled (StyrAskDialog *self, const char *title, GtkWidget *child, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_insert_child_after (
      GTK_BOX (self->box), label, gtk_widget_get_prev_sibling (self->error));
  gtk_box_insert_child_after (
      GTK_BOX (self->box), scroller, gtk_widget_get_prev_sibling (self->error));
  return scroller;
}

/** Asks for several lines of text, such as a list of names: styr_ask_dialog_dup_list() */
void
styr_ask_dialog_add_lines (StyrAskDialog *self, const char *key, const char *title)
{
  GtkWidget *view, *scroller;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL);

  view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_add_css_class (view, "styr-plain-text");
  styr_widget_set_name_text (view, title);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                           "changed",
                           G_CALLBACK (clear_error_cb),
                           self,
                           G_CONNECT_SWAPPED);
  scroller = add_scrolled (self, title, view, LIST_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LINES_HEIGHT);
  add_answer (self, key, title, ANSWER_LINES, view);
}

/** Asks which of @options, which are taken over: (transfer full) (element-type StyrOption);
 * styr_ask_dialog_dup_list() gives their ids */
void
styr_ask_dialog_add_checks (StyrAskDialog *self,
                            const char *key,
                            const char *title,
                            GPtrArray *options)
{
  GtkWidget *list;
  Answer *answer;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL && options != NULL);

  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_margin_start (list, 9);
  gtk_widget_set_margin_end (list, 9);
  gtk_widget_set_margin_top (list, 6);
  gtk_widget_set_margin_bottom (list, 6);
  add_scrolled (self, title, list, LIST_HEIGHT);
  answer = add_answer (self, key, title, ANSWER_CHECKS, list);
  answer->checks = g_ptr_array_new ();
  for (guint i = 0; i < options->len; i++)
    {
      const StyrOption *option = options->pdata[i];
      GtkWidget *check = gtk_check_button_new_with_label (option->label);

      g_object_set_data_full (G_OBJECT (check), "styr-id", g_strdup (option->id), g_free);
      gtk_box_append (GTK_BOX (list), check);
      g_ptr_array_add (answer->checks, check);
    }
  g_ptr_array_unref (options);
}

/** The button is one to think about. */
void
styr_ask_dialog_set_danger (StyrAskDialog *self)
{
  g_return_if_fail (STYR_IS_ASK_DIALOG (self));

  gtk_widget_remove_css_class (self->accept, "suggested-action");
  gtk_widget_add_css_class (self->accept, "destructive-action");
}

/** Returns: (transfer none) (nullable): what was answered: a text, an ISO date or an option's id;
 * NULL when nothing was */
const char *
styr_ask_dialog_get (StyrAskDialog *self, const char *key)
{
  Answer *answer;

  g_return_val_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL, NULL);

  answer = find_answer (self, key);
  g_return_val_if_fail (answer != NULL, NULL);
  return answer->value != NULL && *answer->value != '\0' ? answer->value : NULL;
}

/** Returns: (transfer full): the lines that were written, or the ids of the boxes that were ticked;
 * no empty ones */
char **
styr_ask_dialog_dup_list (StyrAskDialog *self, const char *key)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;
  const char *text;

  g_return_val_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL, NULL);

  text = styr_ask_dialog_get (self, key);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (found, g_strdup (lines[i]));
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/* The window */

static GtkWidget *
make_header (StyrAskDialog *self, const char *heading, const char *action)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (action);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (heading, NULL));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_object (
      cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

static void
build (StyrAskDialog *self, const char *heading, const char *explanation, const char *action)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->group = adw_preferences_group_new ();
  self->error = styr_quiet_label_new (NULL);
  gtk_widget_remove_css_class (self->error, "dim-label");
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_set_visible (self->error, FALSE);
  if (explanation != NULL)
    gtk_box_append (GTK_BOX (self->box), styr_quiet_label_new (explanation));
  gtk_box_append (GTK_BOX (self->box), self->group);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_widget_add_css_class (self->box, "styr-dialog");
  gtk_box_append (GTK_BOX (outer), make_header (self, heading, action));
  gtk_box_append (GTK_BOX (outer), self->box);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), heading);
}

static void
styr_ask_dialog_finalize (GObject *object)
{
  StyrAskDialog *self = STYR_ASK_DIALOG (object);

  g_ptr_array_unref (self->answers);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  G_OBJECT_CLASS (styr_ask_dialog_parent_class)->finalize (object);
}

static void
styr_ask_dialog_class_init (StyrAskDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_ask_dialog_finalize;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
styr_ask_dialog_init (StyrAskDialog *self)
{
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
}

/**
 * styr_ask_dialog_new:
 * @parent: a widget in the window that asks
 * @explanation: (nullable): a sentence or two
 * @action: the button's text with a mnemonic
 * @func: what the button does
 * @destroy: (nullable): frees @user_data when the window goes
 *
 * Returns: (transfer none): a window without questions yet; add them and present it
 */
StyrAskDialog *
styr_ask_dialog_new (GtkWidget *parent,
                     const char *heading,
                     const char *explanation,
                     const char *action,
                     StyrAskFunc func,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  StyrAskDialog *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (heading != NULL && action != NULL && func != NULL, NULL);

  self = g_object_new (STYR_TYPE_ASK_DIALOG, NULL);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  build (self, heading, explanation, action);
  root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}
