/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-member-row.h"

#include "styr-kind-change.h"
#include "styr-line-layout.h"
#include "styr-member-control.h"
#include "styr-member-inherited.h"
#include "styr-member-picks.h"
#include "styr-member-relevance.h"
#include "styr-rule-reach.h"
#include "styr-text-area.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* How long after the last key what was typed is saved, in milliseconds */
#define TYPING_PAUSE 600

/*
 * One member of an element of the model: its title, the control for its kind, what is wrong with
 * it. It writes to the model by itself and follows what comes from there, such as an undo.
 */
struct _StyrMemberRow
{
  GtkWidget parent_instance;

  StyrWorkspace *workspace;
  char *path;  /* of the member */
  char *owner; /* of the element */
  const StyrJsonMember *member;
  char *title;
  GtkWidget *editor, *message;
  char *saved; /* the value as last read or written, as JSON */
  guint timeout_id;
  gboolean setting, pending, refused;
};

G_DEFINE_FINAL_TYPE (StyrMemberRow, styr_member_row, GTK_TYPE_WIDGET)

static char *
to_text (JsonNode *value)
{
  return value != NULL ? json_to_string (value, FALSE) : g_strdup ("");
}

static void
show_message (StyrMemberRow *self, const char *text)
{
  self->refused = text != NULL;
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* The loader's sentence begins with the path in the package, which the field itself says. */
static const char *
skip_path (const char *sentence)
{
  const char *colon = strstr (sentence, ": ");
  const char *space = strchr (sentence, ' ');

  return colon != NULL && space == colon + 1 ? colon + 2 : sentence;
}

static gboolean
write_value (StyrMemberRow *self, JsonNode *value, GError **error)
{
  g_autofree char *name = styr_model_name_of_path (self->workspace, self->owner);
  /* Translators: history: what in the model was changed: "Modellen: Vision – Beskrivning" */
  g_autofree char *label = g_strdup_printf (_ ("Model: %s – %s"), name, self->title);

  if (self->member == styr_rule_reach_get_member ())
    return styr_rule_reach_write (self->workspace, label, self->owner, value, error);
  return styr_workspace_edit_model (self->workspace, label, self->path, self->path, value, error);
}

static void
commit (StyrMemberRow *self)
{
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->pending = FALSE;
  if (!styr_member_control_dup_value (self->editor, self->member, &value, &message))
    {
      show_message (self, message);
      return;
    }
  text = to_text (value);
  if (g_str_equal (text, self->saved))
    {
      show_message (self, NULL);
      return;
    }
  if (styr_kind_change_is_needed (self->owner, self->member->key))
    {
      show_message (self, NULL);
      /* asks first; refreshes the row with what became of it */
      styr_kind_change_start (GTK_WIDGET (self), self->workspace, self->owner, value);
      return;
    }
  if (value == NULL && self->member->required)
    {
      show_message (self, _ ("This must not be empty."));
      return;
    }
  g_object_ref (self);
  if (write_value (self, value, &error))
    {
      g_free (self->saved);
      self->saved = g_steal_pointer (&text);
      show_message (self, NULL);
    }
  else
    show_message (self, skip_path (error->message));
  g_object_unref (self);
}

static gboolean
timeout_cb (gpointer user_data)
{
  StyrMemberRow *self = user_data;

  self->timeout_id = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (StyrMemberRow *self)
{
  if (self->setting)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->pending = TRUE;
  self->timeout_id = g_timeout_add (TYPING_PAUSE, timeout_cb, self);
}

static void
chosen_cb (StyrMemberRow *self)
{
  if (!self->setting)
    commit (self);
}

static void
left_cb (StyrMemberRow *self)
{
  if (self->workspace != NULL && self->pending)
    commit (self);
}

static void
cursor_moved_cb (StyrMemberRow *self)
{
  if (!self->setting && gtk_widget_has_focus (self->editor))
    styr_text_area_reveal_cursor (self->editor);
}

static void
follow_editor (StyrMemberRow *self)
{
  GObject *editor = G_OBJECT (self->editor);

  if (GTK_IS_TEXT_VIEW (editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));

      g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
    }
  else if (GTK_IS_SWITCH (editor))
    g_signal_connect_object (
        editor, "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  else if (GTK_IS_EDITABLE (editor))
    {
      g_signal_connect_object (editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
    }
  else
    g_signal_connect_object (editor, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
name_editor (StyrMemberRow *self)
{
  if (STYR_IS_CHOICE_BUTTON (self->editor))
    styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (self->editor), self->title);
  else if (STYR_IS_MEMBER_PICKS (self->editor))
    styr_member_picks_set_name_text (STYR_MEMBER_PICKS (self->editor), self->title);
  else
    styr_widget_set_name_text (self->editor, self->title);
}

static GtkWidget *
make_head (StyrMemberRow *self)
{
  GtkWidget *head = styr_line_new (6);
  g_autofree char *text =
      self->member->required ? g_strdup_printf ("%s *", self->title) : g_strdup (self->title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (self->member->kind != STYR_JSON_BOOLEAN)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (GTK_BOX (head), label);
  return head;
}

static void
build (StyrMemberRow *self, const StyrMemberWords *words)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *head = make_head (self);
  GtkWidget *control =
      styr_member_control_new (self->workspace, self->owner, self->member, words, &self->editor);

  gtk_widget_set_parent (head, widget);
  if (self->member->kind == STYR_JSON_BOOLEAN)
    gtk_box_append (GTK_BOX (head), control);
  else
    gtk_widget_set_parent (control, widget);
  if (words->help != NULL)
    {
      GtkWidget *help = styr_quiet_label_new (styr_model_word (words->help));

      gtk_widget_add_css_class (help, "caption");
      gtk_widget_set_parent (help, widget);
    }
  self->message = styr_wrapping_label_new (NULL, "caption");
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->message, widget);
  if (STYR_IS_MEMBER_PICKS (self->editor))
    {
      g_autofree char *list = styr_model_path_dup_list (self->owner);

      if (styr_member_means_all (list, self->member->key))
        styr_member_picks_set_none (STYR_MEMBER_PICKS (self->editor), C_ ("model", "All"));
    }
  name_editor (self);
  follow_editor (self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

static gboolean
styr_member_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STYR_MEMBER_ROW (widget)->editor);
}

static void
styr_member_row_dispose (GObject *object)
{
  StyrMemberRow *self = STYR_MEMBER_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_member_row_parent_class)->dispose (object);
}

static void
styr_member_row_finalize (GObject *object)
{
  StyrMemberRow *self = STYR_MEMBER_ROW (object);

  g_free (self->path);
  g_free (self->owner);
  g_free (self->title);
  g_free (self->saved);
  G_OBJECT_CLASS (styr_member_row_parent_class)->finalize (object);
}

static void
styr_member_row_class_init (StyrMemberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_member_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_member_row_finalize;
  widget_class->focus = styr_widget_focus_inside;
  widget_class->grab_focus = styr_member_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
}

static void
styr_member_row_init (StyrMemberRow *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * styr_member_row_new:
 * @path: path of the element; "" for the model itself
 * @member: which member of it
 * @words: what it is called
 * @title: (nullable): another title than that of @words
 *
 * Returns: (transfer floating): a row that shows and writes the member
 */
GtkWidget *
styr_member_row_new (StyrWorkspace *workspace,
                     const char *path,
                     const StyrJsonMember *member,
                     const StyrMemberWords *words,
                     const char *title)
{
  StyrMemberRow *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && member != NULL && words != NULL, NULL);

  self = g_object_new (STYR_TYPE_MEMBER_ROW, NULL);
  self->workspace = g_object_ref (workspace);
  self->owner = g_strdup (path);
  self->path = styr_model_path_join (path, member->key);
  self->member = styr_rule_reach_is (path, member->key) ? styr_rule_reach_get_member () : member;
  self->title = g_strdup (title != NULL ? title : styr_model_word (words->title));
  self->saved = g_strdup ("");
  build (self, words);
  styr_member_row_refresh (self);
  return GTK_WIDGET (self);
}

/* What holds while the field is empty. */
static void
show_inherited (StyrMemberRow *self)
{
  g_autofree char *text = NULL;

  if (!GTK_IS_ENTRY (self->editor) || !styr_member_is_inherited (self->owner, self->member->key))
    return;
  text = styr_member_dup_inherited (self->workspace, self->owner, self->member->key);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), text);
}

/**
 * styr_member_row_refresh:
 *
 * Shows what the model holds now; what is just being typed stays.
 */
void
styr_member_row_refresh (StyrMemberRow *self)
{
  JsonNode *value;
  g_autoptr (JsonNode) reach = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (STYR_IS_MEMBER_ROW (self));

  if (self->member == styr_rule_reach_get_member ())
    value = reach = styr_rule_reach_dup_value (self->workspace, self->owner);
  else
    value = styr_workspace_peek_model_value (self->workspace, self->path);
  text = to_text (value);
  show_inherited (self);
  if (self->pending)
    return;
  /* names of what is referred to may have changed though the value is the same; what is refused
   * stays as it was typed */
  if (g_str_equal (text, self->saved) &&
      (GTK_IS_EDITABLE (self->editor) || GTK_IS_TEXT_VIEW (self->editor) || self->refused))
    return;
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
  self->setting = TRUE;
  styr_member_control_set_value (self->editor, self->member, value);
  self->setting = FALSE;
  show_message (self, NULL);
}

/**
 * styr_member_row_flush:
 *
 * Writes what is typed and not saved yet.
 */
void
styr_member_row_flush (StyrMemberRow *self)
{
  g_return_if_fail (STYR_IS_MEMBER_ROW (self));

  if (self->pending)
    commit (self);
}

/**
 * styr_member_row_settle:
 * @error: VALUE: what is wrong with what stands in the row
 *
 * Writes what is typed. The row gets the keyboard if what stands in it can't be saved.
 *
 * Returns: whether it is saved
 */
gboolean
styr_member_row_settle (StyrMemberRow *self, GError **error)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (STYR_IS_MEMBER_ROW (self), FALSE);

  if (self->pending || self->refused)
    commit (self);
  if (!self->refused)
    return TRUE;
  sentence = styr_typed_dup_refusal (self->title, gtk_label_get_text (GTK_LABEL (self->message)));
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, sentence);
  gtk_widget_grab_focus (self->editor);
  return FALSE;
}

/**
 * styr_member_row_get_key:
 *
 * Returns: (transfer none): the member's key
 */
const char *
styr_member_row_get_key (StyrMemberRow *self)
{
  g_return_val_if_fail (STYR_IS_MEMBER_ROW (self), NULL);

  return self->member->key;
}

/**
 * styr_member_row_is_refused:
 *
 * Returns: whether what stands in the row is not what the model holds, because it can't be
 */
gboolean
styr_member_row_is_refused (StyrMemberRow *self)
{
  g_return_val_if_fail (STYR_IS_MEMBER_ROW (self), FALSE);

  return self->refused;
}

/**
 * styr_member_row_get_editor:
 *
 * Returns: (transfer none): what holds the value
 */
GtkWidget *
styr_member_row_get_editor (StyrMemberRow *self)
{
  g_return_val_if_fail (STYR_IS_MEMBER_ROW (self), NULL);

  return self->editor;
}
