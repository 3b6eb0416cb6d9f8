/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-ask-dialog.h"

#include "styr-ask-answer.h"
#include "styr-date-entry.h"
#include "styr-text-area.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define WIDTH 520
/* How high a list of boxes to tick, a text, and all that is asked for may be before they scroll */
#define CHECKS_HEIGHT 200
#define TEXT_HEIGHT 180
#define CONTENT_HEIGHT 560

struct _StyrAskDialog
{
  AdwWindow parent_instance;

  GPtrArray *answers; /* StyrAskAnswer */
  GtkWidget *scroller, *box, *error;
  GtkWidget *group; /* of the rows that are added now; NULL: the next one begins a new one */
  StyrAskFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (StyrAskDialog, styr_ask_dialog, ADW_TYPE_WINDOW)

static StyrAskAnswer *
find_answer (StyrAskDialog *self, const char *key)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      StyrAskAnswer *answer = self->answers->pdata[i];

      if (g_str_equal (answer->key, key))
        return answer;
    }
  return NULL;
}

/* As high as what it asks for, but never higher than a small screen. A scrolled window asks for the
 * height of texts that don't wrap, so this is measured with the width that it has. */
static void
fit (StyrAskDialog *self)
{
  int height;

  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MIN (height, CONTENT_HEIGHT));
}

/* The sentence that says why it can't be done -------------------------------------------------- */

static void
show_error (StyrAskDialog *self, StyrAskAnswer *answer, const char *text)
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
    gtk_widget_remove_css_class (((StyrAskAnswer *) self->answers->pdata[i])->control, "error");
}

static void
clear_on (StyrAskDialog *self, gpointer object, const char *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (clear_error_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
get_row (StyrAskAnswer *answer)
{
  return gtk_widget_get_ancestor (answer->control, GTK_TYPE_LIST_BOX_ROW);
}

/* What isn't asked for just now has no answer, whatever was written before. */
static char *
read_shown (StyrAskAnswer *answer)
{
  GtkWidget *row = get_row (answer);

  if (row == NULL || gtk_widget_get_visible (row))
    return styr_ask_answer_read (answer);
  g_clear_pointer (&answer->value, g_free);
  return NULL;
}

/**
 * styr_ask_dialog_accept:
 *
 * Does what the button does. Returns: whether it could be done; the window is closed then
 */
gboolean
styr_ask_dialog_accept (StyrAskDialog *self)
{
  /* what is done may take the window's parent away, and the window with it */
  g_autoptr (StyrAskDialog) keep = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (STYR_IS_ASK_DIALOG (self), FALSE);

  keep = g_object_ref (self);
  clear_error_cb (self);
  for (guint i = 0; i < self->answers->len; i++)
    {
      g_autofree char *sentence = read_shown (self->answers->pdata[i]);

      if (sentence != NULL)
        {
          show_error (self, self->answers->pdata[i], sentence);
          return FALSE;
        }
    }
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

/* What is asked for ---------------------------------------------------------------------------- */

static void
add_answer (StyrAskDialog *self,
            const char *key,
            const char *title,
            StyrAnswerKind kind,
            GtkWidget *control,
            gboolean required)
{
  g_ptr_array_add (self->answers, styr_ask_answer_new (key, title, kind, control, required));
  if (self->answers->len > 1)
    return;
  if (kind == STYR_ANSWER_CHECKS)
    control = gtk_widget_get_first_child (control);
  if (control != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), control);
}

static void
append_row (StyrAskDialog *self, GtkWidget *row)
{
  if (self->group == NULL)
    {
      self->group = adw_preferences_group_new ();
      gtk_box_append (GTK_BOX (self->box), self->group);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static void
append_control (StyrAskDialog *self, const char *title, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (control, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  append_row (self, row);
}

/* Something high under its own heading */
static void
append_scrolled (StyrAskDialog *self, const char *title, GtkWidget *child, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  styr_ask_dialog_add_widget (self, box);
}

/** Asks for one line of text. @value: (nullable): what is there already */
void
styr_ask_dialog_add_entry (StyrAskDialog *self,
                           const char *key,
                           const char *title,
                           const char *value)
{
  GtkWidget *row;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL);

  row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  clear_on (self, row, "changed");
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  append_row (self, row);
  add_answer (self, key, title, STYR_ANSWER_ENTRY, row, FALSE);
}

/** Asks for a text of several lines; styr_ask_dialog_dup_list() gives them one by one. @value:
 * (nullable): what is there already */
void
styr_ask_dialog_add_text (StyrAskDialog *self,
                          const char *key,
                          const char *title,
                          const char *value)
{
  GtkTextBuffer *buffer;
  GtkWidget *view;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL);

  view = styr_text_area_new ();
  gtk_widget_add_css_class (view, "styr-ask-text");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, value != NULL ? value : "", -1);
  styr_widget_set_name_text (view, title);
  clear_on (self, buffer, "changed");
  append_scrolled (self, title, view, TEXT_HEIGHT);
  add_answer (self, key, title, STYR_ANSWER_TEXT, view, FALSE);
}

/** Asks for a day. @value: (nullable): ISO date to begin with */
void
styr_ask_dialog_add_date (
    StyrAskDialog *self, const char *key, const char *title, const char *value, gboolean required)
{
  GtkWidget *entry, *button, *control;
  g_autofree char *name = NULL;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL);

  control = styr_date_entry_new (&entry, &button);
  name = g_strdup_printf (_ ("Choose a day: %s"), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  styr_widget_set_name_text (entry, title);
  styr_widget_set_name_text (button, name);
  clear_on (self, entry, "changed");
  append_control (self, title, control);
  add_answer (self, key, title, STYR_ANSWER_DATE, entry, required);
}

/** Asks for one of @options, which are taken over: (transfer full) (element-type StyrOption).
 * @selected: (nullable): the one that is chosen at first */
void
styr_ask_dialog_add_choice (StyrAskDialog *self,
                            const char *key,
                            const char *title,
                            GPtrArray *options,
                            const char *selected,
                            gboolean required)
{
  GtkWidget *button;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL && options != NULL);

  button = styr_choice_button_new (_ ("Choose…"));
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (button), options);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (button), selected);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), title);
  if (!required)
    styr_choice_button_set_optional (STYR_CHOICE_BUTTON (button), _ ("Not said"));
  clear_on (self, button, "chosen");
  append_control (self, title, button);
  add_answer (self, key, title, STYR_ANSWER_CHOICE, button, required);
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

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && title != NULL && options != NULL);

  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (list, "styr-ask-checks");
  for (guint i = 0; i < options->len; i++)
    {
      const StyrOption *option = options->pdata[i];
      GtkWidget *check = gtk_check_button_new_with_label (option->label);

      g_object_set_data_full (G_OBJECT (check), "styr-id", g_strdup (option->id), g_free);
      clear_on (self, check, "toggled");
      gtk_box_append (GTK_BOX (list), check);
    }
  g_ptr_array_unref (options);
  append_scrolled (self, title, list, CHECKS_HEIGHT);
  add_answer (self, key, title, STYR_ANSWER_CHECKS, list, FALSE);
}

typedef struct
{
  StyrAskDialog *dialog; /* holds the button that the condition belongs to */
  GtkWidget *row;
  char *id;
} Condition;

static void
condition_free (gpointer data, GClosure *closure)
{
  Condition *condition = data;

  g_free (condition->id);
  g_free (condition);
}

static void
chosen_cb (StyrChoiceButton *button, Condition *condition)
{
  gtk_widget_set_visible (condition->row,
                          g_strcmp0 (styr_choice_button_get_selected (button), condition->id) == 0);
  fit (condition->dialog);
}

/** Asks for @key, a row, only while @option is what is chosen under @choice. */
void
styr_ask_dialog_show_if (StyrAskDialog *self,
                         const char *key,
                         const char *choice,
                         const char *option)
{
  StyrAskAnswer *asked, *chosen;
  Condition *condition;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL && choice != NULL && option != NULL);

  asked = find_answer (self, key);
  chosen = find_answer (self, choice);
  g_return_if_fail (asked != NULL && get_row (asked) != NULL);
  g_return_if_fail (chosen != NULL && chosen->kind == STYR_ANSWER_CHOICE);

  condition = g_new0 (Condition, 1);
  condition->dialog = self;
  condition->row = get_row (asked);
  condition->id = g_strdup (option);
  chosen_cb (STYR_CHOICE_BUTTON (chosen->control), condition);
  g_signal_connect_data (
      chosen->control, "chosen", G_CALLBACK (chosen_cb), condition, condition_free, 0);
}

/** Adds something that is only read, such as what is going to happen. */
void
styr_ask_dialog_add_widget (StyrAskDialog *self, GtkWidget *widget)
{
  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && GTK_IS_WIDGET (widget));

  self->group = NULL;
  gtk_box_append (GTK_BOX (self->box), widget);
}

/** Returns: (transfer none) (nullable): what was answered: a text, an ISO date or an option's id;
 * NULL when nothing was, or when it wasn't asked for */
const char *
styr_ask_dialog_get (StyrAskDialog *self, const char *key)
{
  StyrAskAnswer *answer;

  g_return_val_if_fail (STYR_IS_ASK_DIALOG (self) && key != NULL, NULL);

  answer = find_answer (self, key);
  return answer != NULL && answer->value != NULL && *answer->value != '\0' ? answer->value : NULL;
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

/** Says in the window that asked that it is done, with a button that takes it back. What stood in
 * that window may have been built anew since. */
void
styr_ask_dialog_tell (StyrAskDialog *self, const char *text)
{
  GtkWindow *window;

  g_return_if_fail (STYR_IS_ASK_DIALOG (self) && text != NULL);

  window = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (window != NULL)
    styr_widget_show_toast (GTK_WIDGET (window), text, TRUE);
}

/* The window ----------------------------------------------------------------------------------- */

static GtkWidget *
make_header (StyrAskDialog *self, const char *heading, const char *action)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (action);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (heading, NULL));
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect_object (
      cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), accept);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  return header;
}

/* The sentence stands below what scrolls: it is always seen. */
static GtkWidget *
make_error (void)
{
  GtkWidget *error = styr_wrapping_label_new (NULL, "error");

  gtk_widget_set_margin_start (error, 18);
  gtk_widget_set_margin_end (error, 18);
  gtk_widget_set_margin_bottom (error, 18);
  gtk_widget_set_visible (error, FALSE);
  return error;
}

static void
build (StyrAskDialog *self, const char *heading, const char *explanation, const char *action)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->box, "styr-dialog");
  if (explanation != NULL && *explanation != '\0')
    gtk_box_append (GTK_BOX (self->box), styr_quiet_label_new (explanation));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->error = make_error ();
  gtk_box_append (GTK_BOX (outer), make_header (self, heading, action));
  gtk_box_append (GTK_BOX (outer), self->scroller);
  gtk_box_append (GTK_BOX (outer), self->error);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), heading);
}

static void
styr_ask_dialog_show (GtkWidget *widget)
{
  fit (STYR_ASK_DIALOG (widget));
  GTK_WIDGET_CLASS (styr_ask_dialog_parent_class)->show (widget);
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
  GTK_WIDGET_CLASS (klass)->show = styr_ask_dialog_show;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  /* from a text of several lines too */
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_CONTROL_MASK, "default.activate", NULL);
}

static void
styr_ask_dialog_init (StyrAskDialog *self)
{
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) styr_ask_answer_free);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

/**
 * styr_ask_dialog_new:
 * @parent: a widget in the window that asks
 * @heading: what is done
 * @explanation: (nullable): a sentence or two about what that means, or what it is done with
 * @action: the button's text with a mnemonic
 * @func: what the button does
 * @user_data: for @func
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
