/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-title-pattern.h"

#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/*
 * A pattern for titles has places that are filled in: {unit}, {year}. The package knows them by
 * their English words; people see and write those of their own language, and may write both.
 */

static const struct
{
  const char *stored, *shown;
} places[] = {
  /* Translators: a place in a pattern for titles, in braces: what stands there is filled in */
  { "{unitGenitive}", NC_ ("pattern", "{unitGenitive}") },
  { "{unit}", NC_ ("pattern", "{unit}") },
  { "{year}", NC_ ("pattern", "{year}") },
  { "{term}", NC_ ("pattern", "{term}") },
};

static const char *
get_shown (guint place)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "pattern", places[place].shown);
}

static char *
replace (char *text, const char *from, const char *to)
{
  GString *string = g_string_new (text);

  g_string_replace (string, from, to, 0);
  g_free (text);
  return g_string_free (string, FALSE);
}

/**
 * styr_title_pattern_dup_shown:
 * @stored: a pattern as the package has it
 *
 * Returns: (transfer full): with places in the user's language
 */
char *
styr_title_pattern_dup_shown (const char *stored)
{
  char *text = g_strdup (stored);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    text = replace (text, places[i].stored, get_shown (i));
  return text;
}

/**
 * styr_title_pattern_dup_stored:
 * @shown: a pattern as somebody wrote it
 *
 * Returns: (transfer full): as the package has it
 */
char *
styr_title_pattern_dup_stored (const char *shown)
{
  char *text = g_strdup (shown);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    text = replace (text, get_shown (i), places[i].stored);
  return text;
}

static void
insert_cb (GtkButton *button, GtkEditable *entry)
{
  int position = gtk_editable_get_position (entry);

  gtk_editable_delete_selection (entry);
  gtk_editable_insert_text (entry, gtk_button_get_label (button), -1, &position);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, position);
}

/**
 * styr_title_pattern_buttons_new:
 * @entry: where a pattern is written
 *
 * Returns: (transfer floating): buttons that write the places there
 */
GtkWidget *
styr_title_pattern_buttons_new (GtkEditable *entry)
{
  GtkWidget *box = gtk_flow_box_new ();

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), G_N_ELEMENTS (places));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (get_shown (i));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "caption");
      g_signal_connect_object (button, "clicked", G_CALLBACK (insert_cb), entry, 0);
      gtk_flow_box_append (GTK_FLOW_BOX (box), button);
    }
  return box;
}
