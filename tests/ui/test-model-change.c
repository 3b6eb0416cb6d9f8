/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, TRUE);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_tear_down (fixture);
}

/* Some turns of the main loop, however slow a frame is */
static void
settle (void)
{
  for (guint i = 0; i < 15; i++)
    window_fixture_settle (10);
}

static void
show_page (WindowFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", page);
  window_fixture_settle (100);
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, page);
}

static void
import (WindowFixture *fixture)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "ny.styrmodell", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_export_model (workspace, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "Kvalitetsredovisning", "Årsrapport", 0), >, 0);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  styr_workspace_import_model (workspace, path, &error);
  g_assert_no_error (error);
}

/* Imports, undoes and redoes while @page is seen and the other pages wait behind it */
static void
change_model (WindowFixture *fixture)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  g_autoptr (GError) error = NULL;
  StyrModel *old = g_object_ref (styr_workspace_get_model (workspace));

  import (fixture);
  settle ();
  /* nobody keeps it, so that whoever still looked into it would be found out */
  g_assert_finalize_object (old);
  styr_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  settle ();
  styr_workspace_redo (workspace, &error);
  g_assert_no_error (error);
  settle ();
  styr_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  settle ();
}

static void
test_pages (WindowFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "pyramid", "wheel", "documents", "history" };
  GtkWidget *stack = window_fixture_get_child (fixture->window, "pages");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    show_page (fixture, pages[i]);
  gtk_widget_activate_action (
      GTK_WIDGET (fixture->window), "win.open-document", "s", "d-up-kfn-2024");
  window_fixture_settle (300);
  change_model (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (fixture, pages[i]);
      change_model (fixture);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, pages[i]);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/model-change/pages", WindowFixture, NULL, set_up, test_pages, tear_down);
  return g_test_run ();
}
