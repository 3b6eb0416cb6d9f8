/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-field-row.h"

#include "styr-field-control.h"
#include "styr-field-text.h"
#include "styr-line-layout.h"
#include "styr-text-area.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* How long after the last key what was typed is saved, in milliseconds */
#define TYPING_PAUSE 600

/*
 * One field: its title, the control for its kind, what is wrong with it. It is bound to a place in
 * the document: it saves to there by itself and follows what comes from there, such as an undo, but
 * never touches the text when it already says the same.
 */
struct _StyrFieldRow
{
  GtkWidget parent_instance;

  StyrEditSession *session;
  StyrBinding *binding;
  StyrField field; /* own copies of the texts */
  GtkWidget *head; /* title and, for a flag, the switch */
  GtkWidget *title;
  GtkWidget *control; /* what stands in the row */
  GtkWidget *editor;  /* what holds the value: entry, text view, choice, switch */
  GtkWidget *extra;   /* the calendar's button */
  GtkWidget *help;
  GtkWidget *note;
  GtkWidget *message;
  char *saved; /* the value as last read or written */
  guint timeout_id;
  gboolean setting; /* the change comes from us, not from the user */
  gboolean refused;
  gboolean pending; /* typed and not saved yet */
  gboolean late;    /* may be filled in after the decision */
  gboolean open;    /* may be written in whatever is decided */
  int editable;     /* -1: not told yet */
};

G_DEFINE_FINAL_TYPE (StyrFieldRow, styr_field_row, GTK_TYPE_WIDGET)

static void
show_message (StyrFieldRow *self, const char *text, gboolean is_error)
{
  if (text == NULL && self->message == NULL)
    return;
  if (self->message == NULL)
    {
      self->message = styr_wrapping_label_new (NULL, "caption");
      gtk_widget_insert_before (self->message, GTK_WIDGET (self), NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  gtk_widget_remove_css_class (self->message, is_error ? "warning" : "error");
  gtk_widget_add_css_class (self->message, is_error ? "error" : "warning");
  if (is_error && text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  styr_field_control_set_message (self->editor, &self->field, text, is_error);
}

static void
set_shown (StyrFieldRow *self, const char *canonical)
{
  self->setting = TRUE;
  styr_field_control_set_value (self->editor, &self->field, canonical);
  self->setting = FALSE;
}

static void
set_saved (StyrFieldRow *self, const char *value)
{
  g_free (self->saved);
  self->saved = g_strdup (value);
}

/* What is worth thinking of, though it is saved */
static void
warn (StyrFieldRow *self, const char *text)
{
  show_message (self, styr_field_text_get_warning (&self->field, text), FALSE);
}

static void
refuse (StyrFieldRow *self, const char *message)
{
  self->refused = TRUE;
  show_message (self, message, TRUE);
}

static gboolean
is_editable (StyrFieldRow *self)
{
  return self->open || styr_edit_session_is_editable (self->session) ||
         (self->late && g_strcmp0 (self->saved, "") == 0);
}

/* Saves what is typed, if it says something else than what is saved. What is refused stays as it
 * was typed. */
static void
commit (StyrFieldRow *self)
{
  g_autofree char *text = styr_field_control_dup_text (self->editor);
  g_autofree char *canonical = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->pending = FALSE;
  if (!is_editable (self))
    return;
  if (!styr_field_text_parse (&self->field, text, &canonical, &message))
    {
      refuse (self, message);
      return;
    }
  if (g_strcmp0 (canonical, self->saved) != 0 &&
      !styr_edit_session_write (self->session, self->binding, canonical, &error))
    {
      refuse (self, error->message);
      return;
    }
  self->refused = FALSE;
  set_saved (self, canonical);
  warn (self, text);
}

static gboolean
timeout_cb (gpointer user_data)
{
  StyrFieldRow *self = user_data;

  self->timeout_id = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (StyrFieldRow *self)
{
  if (self->setting)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->pending = TRUE;
  /* what can be filled in only once waits until it is written out */
  if (self->open || styr_edit_session_is_editable (self->session))
    self->timeout_id = g_timeout_add (TYPING_PAUSE, timeout_cb, self);
}

static void
chosen_cb (StyrFieldRow *self)
{
  if (!self->setting)
    commit (self);
}

static void
left_cb (StyrFieldRow *self)
{
  if (self->session == NULL || !is_editable (self))
    return;
  if (self->pending)
    commit (self);
  /* once it is read, "12500" stands as "12 500" */
  if (!self->refused && GTK_IS_EDITABLE (self->editor))
    {
      g_autofree char *text = styr_field_control_dup_text (self->editor);
      g_autofree char *shown = styr_field_text_show (&self->field, self->saved);

      if (g_strcmp0 (text, shown) != 0 && self->field.kind != STYR_FIELD_TEXT)
        set_shown (self, self->saved);
    }
}

static void
cursor_moved_cb (StyrFieldRow *self)
{
  /* The view stands in the page's scrolled window, not in one of its own, so nobody else keeps the
   * cursor in sight. After the new layout. */
  if (!self->setting && gtk_widget_has_focus (self->editor))
    styr_text_area_reveal_cursor (self->editor);
}

/* A star marks what is to be filled in, as long as it can be. */
static void
show_star (StyrFieldRow *self, const char *title)
{
  gsize length = strlen (title) - (g_str_has_suffix (title, " *") ? 2 : 0);
  gboolean starred = self->field.required && self->editable != FALSE;
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) length, title, starred ? " *" : "");

  gtk_label_set_text (GTK_LABEL (self->title), text);
}

static void
update_editable (StyrFieldRow *self)
{
  gboolean editable = is_editable (self);

  if (self->editable == editable)
    return;
  self->editable = editable;
  show_star (self, gtk_label_get_text (GTK_LABEL (self->title)));
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
  styr_field_control_set_editable (self->editor, editable);
  if (self->extra != NULL)
    gtk_widget_set_visible (self->extra, editable);
}

static void
refreshed_cb (StyrFieldRow *self)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  const char *value = styr_binding_read (self->binding, dossier);
  gboolean changed = !self->pending && g_strcmp0 (value, self->saved) != 0;
  g_autofree char *text = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *message = NULL;

  if (changed)
    set_saved (self, value);
  update_editable (self);
  if (!changed)
    return;
  self->refused = FALSE;
  text = styr_field_control_dup_text (self->editor);
  if (!styr_field_text_parse (&self->field, text, &canonical, &message) ||
      g_strcmp0 (canonical, value) != 0)
    set_shown (self, value);
  warn (self, value);
}

/* What is refused isn't saved anywhere: it holds back whatever would lose it. */
static gboolean
settle_cb (StyrFieldRow *self, char **sentence)
{
  if (!self->refused || !is_editable (self))
    return FALSE;
  *sentence =
      styr_typed_dup_refusal (self->field.title, gtk_label_get_text (GTK_LABEL (self->message)));
  gtk_widget_grab_focus (self->editor);
  return TRUE;
}

static void
follow_control (StyrFieldRow *self)
{
  if (GTK_IS_TEXT_VIEW (self->editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));

      g_signal_connect_object (buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
    }
  else if (GTK_IS_SWITCH (self->editor))
    g_signal_connect_object (
        self->editor, "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  else if (STYR_IS_CHOICE_BUTTON (self->editor))
    g_signal_connect_object (
        self->editor, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  else
    {
      g_signal_connect_object (
          self->editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          self->editor, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
    }
}

static void
build (StyrFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  self->head = styr_line_new (6);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->title);
  gtk_widget_set_parent (self->head, widget);
  self->control = styr_field_control_new (self->session, &self->field, &self->editor, &self->extra);
  follow_control (self);
  if (self->field.kind == STYR_FIELD_FLAG)
    gtk_box_append (GTK_BOX (self->head), self->control);
  else
    {
      gtk_widget_add_css_class (self->title, "caption");
      gtk_widget_add_css_class (self->title, "dim-label");
      gtk_widget_set_parent (self->control, widget);
    }
  if (self->field.help != NULL)
    {
      self->help = styr_quiet_label_new (self->field.help);
      gtk_widget_add_css_class (self->help, "caption");
      gtk_widget_set_parent (self->help, widget);
    }
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  styr_field_row_set_title (self, self->field.title);
  styr_field_row_set_name_text (self, self->field.title);
}

static gboolean
styr_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STYR_FIELD_ROW (widget)->editor);
}

static void
styr_field_row_dispose (GObject *object)
{
  StyrFieldRow *self = STYR_FIELD_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (styr_field_row_parent_class)->dispose (object);
}

static void
styr_field_row_finalize (GObject *object)
{
  StyrFieldRow *self = STYR_FIELD_ROW (object);

  g_clear_pointer (&self->binding, styr_binding_free);
  g_free (self->saved);
  styr_field_free_texts (&self->field);
  G_OBJECT_CLASS (styr_field_row_parent_class)->finalize (object);
}

static void
styr_field_row_class_init (StyrFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_field_row_finalize;
  widget_class->focus = styr_widget_focus_inside;
  widget_class->grab_focus = styr_field_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
}

static void
styr_field_row_init (StyrFieldRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * styr_field_row_new:
 * @session: the document
 * @field: what kind of field; only read here
 * @binding: (transfer full): where its value lives
 *
 * Returns: (transfer floating): the row with its value in it
 */
GtkWidget *
styr_field_row_new (StyrEditSession *session, const StyrField *field, StyrBinding *binding)
{
  StyrFieldRow *self;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session) && field != NULL && binding != NULL, NULL);

  self = g_object_new (STYR_TYPE_FIELD_ROW, NULL);
  self->editable = -1;
  self->session = g_object_ref (session);
  self->binding = binding;
  self->field = styr_field_dup_texts (field);
  self->open = field->is_filled_after_decision;
  build (self);
  /* build() has read the choices; they belong to the caller */
  self->field.choices = NULL;
  if (styr_edit_session_get_dossier (session) != NULL)
    refreshed_cb (self);
  g_signal_connect_object (
      session, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "flush", G_CALLBACK (styr_field_row_flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "settle", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * styr_field_row_set_name_text:
 * @self: the row
 * @name: accessible name, where the title alone doesn't say which ("Analys, mål 3")
 *
 * Names the control.
 */
void
styr_field_row_set_name_text (StyrFieldRow *self, const char *name)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self) && name != NULL);

  if (STYR_IS_CHOICE_BUTTON (self->editor))
    styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (self->editor), name);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->field.help != NULL ? self->field.help : "",
                                    -1);
  if (self->extra != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Choose a day: %s"), name);

      styr_widget_set_name_text (self->extra, text);
    }
}

/**
 * styr_field_row_set_title:
 * @self: the row
 * @title: the text above the control
 *
 * Sets the title; a star marks what the model requires.
 */
void
styr_field_row_set_title (StyrFieldRow *self, const char *title)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STYR_IS_FIELD_ROW (self) && title != NULL);

  text = self->field.unit != NULL ? g_strdup_printf ("%s (%s)", title, self->field.unit)
                                  : g_strdup (title);
  show_star (self, text);
  styr_widget_set_tooltip (self->title,
                           self->field.required ? _ ("The model requires this") : NULL);
}

/** Hides the title: for a cell of a table, where the column has it. */
void
styr_field_row_set_plain (StyrFieldRow *self)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self));

  gtk_widget_set_visible (self->head, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
  if (!GTK_IS_ENTRY (self->editor) || self->extra != NULL || self->field.kind == STYR_FIELD_TEXT)
    return;
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->editor), 6);
}

/**
 * styr_field_row_set_options:
 * @self: a row of kind choice
 * @options: (transfer full): StyrOption
 *
 * Sets what can be chosen, for fields that are not described in the model.
 */
void
styr_field_row_set_options (StyrFieldRow *self, GPtrArray *options)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self) && STYR_IS_CHOICE_BUTTON (self->editor));

  styr_choice_button_set_options (STYR_CHOICE_BUTTON (self->editor), options);
}

/**
 * styr_field_row_set_provider:
 * @self: a row of kind choice
 * @func: gives the options when they are needed
 * @resolve: (nullable): gives the label of what is chosen
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Sets what can be chosen, when that follows the data.
 */
void
styr_field_row_set_provider (StyrFieldRow *self,
                             StyrOptionsFunc func,
                             StyrResolveFunc resolve,
                             gpointer user_data,
                             GDestroyNotify destroy)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self) && STYR_IS_CHOICE_BUTTON (self->editor));

  styr_choice_button_set_provider (
      STYR_CHOICE_BUTTON (self->editor), func, resolve, user_data, destroy);
}

/** Takes away the empty choice: the value always is one of the options. */
void
styr_field_row_set_certain (StyrFieldRow *self)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self) && STYR_IS_CHOICE_BUTTON (self->editor));

  styr_choice_button_set_optional (STYR_CHOICE_BUTTON (self->editor), NULL);
}

/** Lets the row be filled in on a decided document too, as long as nothing stands in it. */
void
styr_field_row_set_late (StyrFieldRow *self)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self));

  self->late = TRUE;
  update_editable (self);
}

/**
 * styr_field_row_set_open:
 * @self: a row of what isn't part of the decision itself, such as whom it was sent to
 *
 * Lets the row be written in whatever is decided.
 */
void
styr_field_row_set_open (StyrFieldRow *self)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self));

  self->open = TRUE;
  update_editable (self);
}

/**
 * styr_field_row_set_note:
 * @self: the row
 * @note: (nullable): a quiet sentence under the control
 *
 * Says something about the value, such as what the model's rules propose.
 */
void
styr_field_row_set_note (StyrFieldRow *self, const char *note)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self));

  if (self->note == NULL)
    {
      self->note = styr_quiet_label_new (NULL);
      gtk_widget_add_css_class (self->note, "caption");
      gtk_widget_insert_after (self->note, GTK_WIDGET (self), self->control);
    }
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL && *note != '\0');
}

/** Saves what is typed, if anything is waiting. */
void
styr_field_row_flush (StyrFieldRow *self)
{
  g_return_if_fail (STYR_IS_FIELD_ROW (self));

  if (self->pending)
    commit (self);
}

/** Returns: (transfer none): what holds the value: an entry, a text view, a choice or a switch */
GtkWidget *
styr_field_row_get_editor (StyrFieldRow *self)
{
  g_return_val_if_fail (STYR_IS_FIELD_ROW (self), NULL);

  return self->editor;
}

/** Returns: whether what stands in it could not be saved */
gboolean
styr_field_row_is_refused (StyrFieldRow *self)
{
  g_return_val_if_fail (STYR_IS_FIELD_ROW (self), FALSE);

  return self->refused;
}
