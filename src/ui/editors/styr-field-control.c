/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-field-control.h"

#include "styr-choice-button.h"
#include "styr-date-entry.h"
#include "styr-field-options.h"
#include "styr-field-text.h"
#include "styr-text-area.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_entry (const StyrField *field, GtkWidget **editor, GtkWidget **extra)
{
  GtkWidget *control;

  if (field->kind == STYR_FIELD_DATE)
    control = styr_date_entry_new (editor, extra);
  else
    control = *editor = gtk_entry_new ();
  /* one undo for the whole program, which knows this text too */
  gtk_editable_set_enable_undo (GTK_EDITABLE (*editor), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (*editor), 6);
  if (field->placeholder != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (*editor), field->placeholder);
  if (field->kind != STYR_FIELD_TEXT)
    gtk_widget_add_css_class (*editor, "numeric");
  return control;
}

static GtkWidget *
make_choice (StyrEditSession *session, const StyrField *field)
{
  GtkWidget *control =
      styr_choice_button_new (field->placeholder != NULL ? field->placeholder : _ ("Choose…"));
  StyrChoiceButton *choice = STYR_CHOICE_BUTTON (control);

  if (!field->required)
    styr_choice_button_set_optional (
        choice, field->kind == STYR_FIELD_CHOICE ? _ ("Not said") : _ ("None"));
  if (field->kind == STYR_FIELD_CHOICE)
    styr_choice_button_set_options (choice, styr_field_options_of_choices (field->choices));
  else
    styr_choice_button_set_provider (choice,
                                     styr_field_options_provide,
                                     styr_field_options_resolve,
                                     styr_field_options_query_new (session, field),
                                     styr_field_options_query_free);
  return control;
}

/**
 * styr_field_control_new:
 * @session: the document; outlives the control
 * @field: the field
 * @editor: (out) (transfer none): what holds the value: entry, text view, choice button or switch
 * @extra: (out) (transfer none) (nullable): a button beside it
 *
 * Returns: (transfer floating): the control for the field's kind
 */
GtkWidget *
styr_field_control_new (StyrEditSession *session,
                        const StyrField *field,
                        GtkWidget **editor,
                        GtkWidget **extra)
{
  g_return_val_if_fail (field != NULL && editor != NULL && extra != NULL, NULL);

  *extra = NULL;
  switch (field->kind)
    {
    case STYR_FIELD_LONG_TEXT:
      return *editor = styr_text_area_new ();
    case STYR_FIELD_CHOICE:
    case STYR_FIELD_UNIT:
    case STYR_FIELD_REFERENCE:
      return *editor = make_choice (session, field);
    case STYR_FIELD_FLAG:
      *editor = gtk_switch_new ();
      gtk_widget_set_valign (*editor, GTK_ALIGN_CENTER);
      return *editor;
    default:
      return make_entry (field, editor, extra);
    }
}

/**
 * styr_field_control_dup_text:
 * @editor: what holds the value
 *
 * Returns: (transfer full): what stands there, as it was typed
 */
char *
styr_field_control_dup_text (GtkWidget *editor)
{
  if (GTK_IS_TEXT_VIEW (editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  if (GTK_IS_SWITCH (editor))
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (editor)) ? "true" : "");
  if (STYR_IS_CHOICE_BUTTON (editor))
    return g_strdup (styr_choice_button_get_selected (STYR_CHOICE_BUTTON (editor)) ?: "");
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
}

static void
set_buffer_text (GtkTextBuffer *buffer, const char *text)
{
  GtkTextIter iter;
  int offset;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
set_entry_text (GtkEditable *entry, const char *text)
{
  int position = gtk_editable_get_position (entry);

  gtk_editable_set_text (entry, text);
  gtk_editable_set_position (entry, position);
}

/**
 * styr_field_control_set_value:
 * @editor: what holds the value
 * @field: the field
 * @canonical: the stored text
 *
 * Shows a value; a cursor keeps its place.
 */
void
styr_field_control_set_value (GtkWidget *editor, const StyrField *field, const char *canonical)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_WIDGET (editor) && canonical != NULL);

  shown = styr_field_text_show (field, canonical);
  if (GTK_IS_TEXT_VIEW (editor))
    set_buffer_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), shown);
  else if (GTK_IS_SWITCH (editor))
    gtk_switch_set_active (GTK_SWITCH (editor),
                           g_str_equal (canonical, "true") || g_str_equal (canonical, "1"));
  else if (STYR_IS_CHOICE_BUTTON (editor))
    styr_choice_button_set_selected (STYR_CHOICE_BUTTON (editor), canonical);
  else
    set_entry_text (GTK_EDITABLE (editor), shown);
}

/**
 * styr_field_control_set_editable:
 * @editor: what holds the value
 * @editable: whether it may be changed
 *
 * Makes it writable, or only to be read. Text can still be selected and copied.
 */
void
styr_field_control_set_editable (GtkWidget *editor, gboolean editable)
{
  if (GTK_IS_TEXT_VIEW (editor))
    /* the cursor stays: it is how one selects with the keyboard what is only to be read */
    gtk_text_view_set_editable (GTK_TEXT_VIEW (editor), editable);
  else if (GTK_IS_EDITABLE (editor))
    gtk_editable_set_editable (GTK_EDITABLE (editor), editable);
  else
    gtk_widget_set_sensitive (editor, editable);
  /* what can't be opened shows all of what it says */
  if (STYR_IS_CHOICE_BUTTON (editor))
    styr_choice_button_set_wrap (STYR_CHOICE_BUTTON (editor), !editable);
  if (GTK_IS_EDITABLE (editor) || GTK_IS_TEXT_VIEW (editor))
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
}

/**
 * styr_field_control_set_message:
 * @editor: what holds the value
 * @field: the field
 * @text: (nullable): what is said of the value
 * @is_error: whether the value is refused
 *
 * Tells a screen reader what is said of the value.
 */
void
styr_field_control_set_message (GtkWidget *editor,
                                const StyrField *field,
                                const char *text,
                                gboolean is_error)
{
  const char *help = field->help != NULL ? field->help : "";

  g_return_if_fail (GTK_IS_WIDGET (editor));

  gtk_accessible_update_state (GTK_ACCESSIBLE (editor),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_error && text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : help, -1);
}
