/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include "styr-settings.h"

#include <glib/gstdio.h>

/** Lets timers run and frames be painted. */
void
window_fixture_settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  gint64 last = end + 3 * G_USEC_PER_SEC;

  /* On a busy machine the time may pass before what is waiting has had its turn. */
  while (g_get_monotonic_time () < end ||
         (g_main_context_pending (NULL) && g_get_monotonic_time () < last))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/** Shows a window over a new database, with the example in 2024 or with nothing. */
void
window_fixture_set_up (WindowFixture *fixture, gboolean with_example)
{
  g_autoptr (GError) error = NULL;

  /* The settings of one test must not be seen by the next */
  styr_settings_set_text ("last-page", "pyramid");
  styr_settings_set_text ("last-unit", "");
  styr_settings_set_int ("last-year", 0);
  fixture->folder = g_dir_make_tmp ("styrmodell-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->window = styr_window_new (NULL);
  styr_window_open_database (fixture->window, fixture->path, with_example);
  if (with_example)
    {
      styr_workspace_set_today (window_fixture_get_workspace (fixture), "2024-10-10");
      styr_workspace_set_year (window_fixture_get_workspace (fixture), 2024);
    }
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_fixture_settle (100);
}

static void
remove_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_rmdir (path);
}

/** Closes the window as a user does. */
void
window_fixture_tear_down (WindowFixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 40 && fixture->window != NULL; i++)
    window_fixture_settle (50);
  g_assert_null (fixture->window);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

StyrWorkspace *
window_fixture_get_workspace (WindowFixture *fixture)
{
  return styr_window_get_workspace (fixture->window);
}

/** A child that the template of @widget calls @id. */
GtkWidget *
window_fixture_get_child (gpointer widget, const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

/** "main", "first-run" or "fault" */
const char *
window_fixture_get_shown (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (window_fixture_get_child (fixture->window, "root")));
}

/** The button that says @label (without the mark of its mnemonic), or NULL. */
GtkWidget *
window_fixture_find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (root)), "_", -1);
      g_autofree char *text = g_strjoinv ("", parts);

      if (g_strcmp0 (text, label) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = window_fixture_find_button (child, label);
  return found;
}

void
window_fixture_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/** The open window of @type, or NULL. */
GtkWindow *
window_fixture_find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (windows);

  for (guint i = 0; i < n_windows; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/** The id of one of the context's documents. */
char *
window_fixture_find_document (WindowFixture *fixture, guint index)
{
  GListModel *documents = styr_workspace_get_documents (window_fixture_get_workspace (fixture));
  g_autoptr (StyrRecord) document = g_list_model_get_item (documents, index);

  g_assert_nonnull (document);
  return g_strdup (styr_record_get_id (document));
}
