/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-member-control.h"

#include "styr-date-entry.h"
#include "styr-field-text.h"
#include "styr-locale.h"
#include "styr-member-options.h"
#include "styr-member-picks.h"
#include "styr-text-area.h"
#include "styr-title-pattern.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PATTERN "styr-pattern"

/* Making */

static GtkWidget *
make_choice (StyrWorkspace *workspace,
             const char *path,
             const StyrJsonMember *member,
             const StyrMemberWords *words)
{
  GtkWidget *button = styr_choice_button_new (C_ ("model", "None"));

  if (!member->required)
    styr_choice_button_set_optional (STYR_CHOICE_BUTTON (button), C_ ("model", "None"));
  styr_choice_button_set_provider (STYR_CHOICE_BUTTON (button),
                                   styr_member_options_provide,
                                   NULL,
                                   styr_member_options_new (workspace, path, member, words),
                                   styr_member_options_free);
  return button;
}

static GtkWidget *
make_entry (const StyrJsonMember *member)
{
  GtkWidget *entry = gtk_entry_new ();

  /* the program's undo knows this text too */
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_hexpand (entry, TRUE);
  if (member->kind == STYR_JSON_COLOUR)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "#4a6fa5");
  return entry;
}

/* The colour that is chosen is written as text, so that the entry stays the one place of the value.
 */
static void
colour_set_cb (GtkColorButton *button, GtkEditable *entry)
{
  GdkRGBA rgba;
  g_autofree char *text = NULL;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  text = g_strdup_printf ("#%02x%02x%02x",
                          (guint) (rgba.red * 255 + 0.5f),
                          (guint) (rgba.green * 255 + 0.5f),
                          (guint) (rgba.blue * 255 + 0.5f));
  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
}

static void
colour_typed_cb (GtkEditable *entry, GtkColorButton *button)
{
  GdkRGBA rgba;

  if (gdk_rgba_parse (&rgba, gtk_editable_get_text (entry)))
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &rgba);
}

static GtkWidget *
make_colour (const StyrJsonMember *member, GtkWidget **editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_color_button_new ();

  *editor = make_entry (member);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Choose a colour"));
  styr_widget_set_name_text (button, _ ("Choose a colour"));
  gtk_box_append (GTK_BOX (box), *editor);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (button, "color-set", G_CALLBACK (colour_set_cb), *editor, 0);
  g_signal_connect_object (*editor, "changed", G_CALLBACK (colour_typed_cb), button, 0);
  return box;
}

/* The editor knows by a mark that its text is a pattern. */
static GtkWidget *
make_pattern (GtkWidget *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set_data (G_OBJECT (entry), PATTERN, GINT_TO_POINTER (TRUE));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), styr_title_pattern_buttons_new (GTK_EDITABLE (entry)));
  return box;
}

static gboolean
is_pattern (GtkWidget *editor)
{
  return g_object_get_data (G_OBJECT (editor), PATTERN) != NULL;
}

static gboolean
is_choice (const char *path, const StyrJsonMember *member, const StyrMemberWords *words)
{
  return member->kind == STYR_JSON_ENUM || member->allowed != NULL || member->refers_to != NULL ||
         words->choices != NULL || words->hint == STYR_HINT_MONTH ||
         styr_member_options_has (path, member->key);
}

/**
 * styr_member_control_new:
 * @path: path of the element whose member it is
 * @member: what it is
 * @words: what it is called and how it is filled in
 * @editor: (out) (transfer none): what holds the value
 *
 * Returns: (transfer floating): the control; @editor stands in it or is it
 */
GtkWidget *
styr_member_control_new (StyrWorkspace *workspace,
                         const char *path,
                         const StyrJsonMember *member,
                         const StyrMemberWords *words,
                         GtkWidget **editor)
{
  GtkWidget *button;

  g_return_val_if_fail (member != NULL && words != NULL && editor != NULL, NULL);

  if (member->kind == STYR_JSON_BOOLEAN)
    {
      *editor = gtk_switch_new ();
      gtk_widget_set_valign (*editor, GTK_ALIGN_CENTER);
      return *editor;
    }
  if (member->kind == STYR_JSON_DATE)
    return styr_date_entry_new (editor, &button);
  if (member->kind == STYR_JSON_COLOUR)
    return make_colour (member, editor);
  if (is_choice (path, member, words) && member->kind == STYR_JSON_STRINGS)
    return *editor =
               styr_member_picks_new (styr_member_options_provide,
                                      styr_member_options_new (workspace, path, member, words),
                                      styr_member_options_free,
                                      words->hint == STYR_HINT_ORDERED);
  if (is_choice (path, member, words))
    return *editor = make_choice (workspace, path, member, words);
  if (member->kind == STYR_JSON_STRINGS || words->hint == STYR_HINT_LONG)
    return *editor = styr_text_area_new ();
  *editor = make_entry (member);
  return words->hint == STYR_HINT_PATTERN ? make_pattern (*editor) : *editor;
}

/* Reading */

static char *
dup_text (GtkWidget *editor)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  /* the title goes on after the space that a pattern ends with */
  if (is_pattern (editor))
    return g_strchug (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor))));
  if (GTK_IS_EDITABLE (editor))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor))));
  if (STYR_IS_CHOICE_BUTTON (editor))
    return g_strdup (styr_choice_button_get_selected (STYR_CHOICE_BUTTON (editor)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static JsonNode *
new_strings (char **texts, guint n)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < n; i++)
    if (*g_strstrip (texts[i]) != '\0')
      json_array_add_string_element (array, texts[i]);
  json_node_take_array (node, array);
  if (json_array_get_length (array) == 0)
    g_clear_pointer (&node, json_node_unref);
  return node;
}

static JsonNode *
read_strings (GtkWidget *editor)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (STYR_IS_MEMBER_PICKS (editor))
    {
      GPtrArray *ids = styr_member_picks_get_ids (STYR_MEMBER_PICKS (editor));

      return new_strings ((char **) ids->pdata, ids->len);
    }
  text = dup_text (editor);
  lines = g_strsplit (text, "\n", -1);
  return new_strings (lines, g_strv_length (lines));
}

static gboolean
read_number (const StyrJsonMember *member, const char *text, JsonNode **value, char **message)
{
  double number;

  if (!styr_parse_number (text, &number))
    {
      *message = g_strdup (_ ("Write a number in digits."));
      return FALSE;
    }
  *value = json_node_new (JSON_NODE_VALUE);
  if (number == (double) (gint64) number)
    json_node_set_int (*value, (gint64) number);
  else
    json_node_set_double (*value, number);
  return TRUE;
}

static gboolean
read_date (const char *text, JsonNode **value, char **message)
{
  g_autofree char *iso = NULL;

  if (!styr_parse_date (text, &iso) || iso == NULL)
    {
      *message = g_strdup (styr_field_text_explain_date (text));
      return FALSE;
    }
  *value = json_node_init_string (json_node_alloc (), iso);
  return TRUE;
}

/**
 * styr_member_control_dup_value:
 * @editor: what holds the value
 * @value: (out) (transfer full) (nullable): the value; NULL when nothing is written
 * @message: (out) (transfer full): what is wrong with it, when it is no such value
 *
 * Returns: whether it could be read
 */
gboolean
styr_member_control_dup_value (GtkWidget *editor,
                               const StyrJsonMember *member,
                               JsonNode **value,
                               char **message)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (editor != NULL && value != NULL && message != NULL, FALSE);

  *value = NULL;
  *message = NULL;
  if (member->kind == STYR_JSON_BOOLEAN)
    {
      if (gtk_switch_get_active (GTK_SWITCH (editor)))
        *value = json_node_init_boolean (json_node_alloc (), TRUE);
      return TRUE;
    }
  if (member->kind == STYR_JSON_STRINGS)
    {
      *value = read_strings (editor);
      return TRUE;
    }
  text = dup_text (editor);
  if (text == NULL || *text == '\0')
    return TRUE;
  if (member->kind == STYR_JSON_INTEGER || member->kind == STYR_JSON_NUMBER)
    return read_number (member, text, value, message);
  if (member->kind == STYR_JSON_DATE)
    return read_date (text, value, message);
  if (is_pattern (editor))
    {
      g_autofree char *stored = styr_title_pattern_dup_stored (text);

      *value = json_node_init_string (json_node_alloc (), stored);
    }
  else
    *value = json_node_init_string (json_node_alloc (), text);
  return TRUE;
}

/* Writing */

static GPtrArray *
list_strings (JsonNode *value)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  if (value != NULL && JSON_NODE_HOLDS_ARRAY (value))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (value)); i++)
      g_ptr_array_add (texts,
                       g_strdup (json_array_get_string_element (json_node_get_array (value), i)));
  return texts;
}

static char *
show_value (const StyrJsonMember *member, JsonNode *value)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (value == NULL)
    return g_strdup ("");
  if (member->kind == STYR_JSON_STRINGS)
    {
      lines = list_strings (value);
      g_ptr_array_add (lines, NULL);
      return g_strjoinv ("\n", (char **) lines->pdata);
    }
  if (!JSON_NODE_HOLDS_VALUE (value))
    return g_strdup ("");
  if (member->kind == STYR_JSON_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
  if (member->kind == STYR_JSON_NUMBER)
    {
      double number = json_node_get_double (value);
      int decimals = 0;

      while (decimals < 6 &&
             fabs (number * pow (10, decimals) - round (number * pow (10, decimals))) > 1e-6)
        decimals++;
      return styr_format_number (number, decimals);
    }
  return json_node_dup_string (value);
}

/**
 * styr_member_control_set_value:
 * @value: (nullable): what the model holds
 *
 * Shows a value. A text that says the same already is left as it stands, with its cursor.
 */
void
styr_member_control_set_value (GtkWidget *editor, const StyrJsonMember *member, JsonNode *value)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (editor != NULL && member != NULL);

  if (GTK_IS_SWITCH (editor))
    {
      gtk_switch_set_active (GTK_SWITCH (editor), value != NULL && json_node_get_boolean (value));
      return;
    }
  if (STYR_IS_MEMBER_PICKS (editor))
    {
      g_autoptr (GPtrArray) ids = list_strings (value);

      styr_member_picks_set_ids (STYR_MEMBER_PICKS (editor), ids);
      return;
    }
  text = show_value (member, value);
  if (STYR_IS_CHOICE_BUTTON (editor))
    {
      styr_choice_button_set_selected (STYR_CHOICE_BUTTON (editor), text);
      return;
    }
  if (is_pattern (editor))
    {
      g_autofree char *stored = g_steal_pointer (&text);

      text = styr_title_pattern_dup_shown (stored);
    }
  shown = dup_text (editor);
  if (g_strcmp0 (shown, text) == 0)
    return;
  if (GTK_IS_EDITABLE (editor))
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
}
