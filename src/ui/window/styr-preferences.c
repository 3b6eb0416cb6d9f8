/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-preferences.h"

#include "styr-settings.h"

#include <glib/gi18n-lib.h>

static const char *const languages[] = { "sv", "en", "system" };

static void
language_chosen_cb (AdwComboRow *row, GParamSpec *pspec, AdwPreferencesWindow *window)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= G_N_ELEMENTS (languages))
    return;
  styr_settings_set_text ("language", languages[selected]);
  adw_preferences_window_add_toast (
      window, adw_toast_new (_ ("The language changes the next time the program starts")));
}

static GtkWidget *
create_language_row (AdwPreferencesWindow *window)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *current = styr_settings_dup_text ("language");

  /* Each language in its own language, so that nobody gets lost */
  gtk_string_list_append (names, "Svenska");
  gtk_string_list_append (names, "English");
  gtk_string_list_append (names, _ ("Same as the computer"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Language"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i], current) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (language_chosen_cb), window);
  return row;
}

static void
show_folder_cb (GtkButton *button, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME);
}

static void
free_path_cb (gpointer path, GClosure *closure)
{
  g_free (path);
}

static GtkWidget *
create_database_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_markup_escape_text (absolute, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Database"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show the folder"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show the folder"), -1);
  g_signal_connect_data (
      button, "clicked", G_CALLBACK (show_folder_cb), g_steal_pointer (&absolute), free_path_cb, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/**
 * Makes the window of settings.
 *
 * @database_path: (nullable): what is open
 *
 * Returns: (transfer none): a window to present; it goes away by itself.
 */
GtkWindow *
styr_preferences_new (GtkWindow *parent, const char *database_path)
{
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (adw_preferences_window_new ());
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *interface = adw_preferences_group_new ();
  GtkWidget *data = adw_preferences_group_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 420);
  adw_preferences_window_set_search_enabled (window, FALSE);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (interface), _ ("The program"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (interface), create_language_row (window));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (interface));
  if (database_path != NULL)
    {
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (data), _ ("Your data"));
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (data),
                                             _ ("A copy is made each day that you use the program; "
                                                "the ten latest are kept beside the database."));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (data), create_database_row (database_path));
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (data));
    }
  adw_preferences_window_add (window, page);
  return GTK_WINDOW (window);
}
