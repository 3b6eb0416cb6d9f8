/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-search-row.h"
#include "styr-search-window.h"
#include "styr-shortcuts.h"
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

static GtkWidget *
search (WindowFixture *fixture, const char *text)
{
  GtkWidget *window;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  window = GTK_WIDGET (window_fixture_find_dialog (STYR_TYPE_SEARCH_WINDOW));
  g_assert_nonnull (window);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_get_child (window, "entry")), text);
  window_fixture_settle (30);
  return window;
}

static guint
count_results (GtkWidget *window)
{
  GtkListBox *list = GTK_LIST_BOX (window_fixture_get_child (window, "list"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static StyrRecord *
get_result (GtkWidget *window, guint index)
{
  GtkListBox *list = GTK_LIST_BOX (window_fixture_get_child (window, "list"));

  return styr_search_row_get_record (
      STYR_SEARCH_ROW (gtk_list_box_get_row_at_index (list, (int) index)));
}

static void
enter (GtkWidget *window)
{
  g_signal_emit_by_name (window_fixture_get_child (window, "entry"), "activate");
}

/* Every kind stands together under its heading; each row says its name and its kind. */
static void
test_groups (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = search (fixture, "kultur");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;
  guint n = count_results (window);

  g_assert_cmpuint (n, >, 3);
  for (guint i = 0; i < n; i++)
    {
      StyrRecord *record = get_result (window, i);
      const char *group = styr_record_get_text (record, "group");
      g_autofree char *name =
          g_strdup_printf ("%s, %s", styr_record_get_text (record, "title"), group);

      if (g_strcmp0 (group, last) != 0)
        g_assert_true (g_hash_table_add (seen, (gpointer) group));
      last = group;
      gtk_test_accessible_assert_property (
          GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (
              GTK_LIST_BOX (window_fixture_get_child (window, "list")), (int) i)),
          GTK_ACCESSIBLE_PROPERTY_LABEL,
          name);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nothing (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = search (fixture, "qqzzxx");

  g_assert_cmpuint (count_results (window), ==, 0);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (window_fixture_get_child (window, "stack"))),
      ==,
      "nothing");
  enter (window);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_get_child (window, "entry")), "");
  window_fixture_settle (30);
  g_assert_cmpuint (count_results (window), >, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_open_unit (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  g_autoptr (StyrRecord) unit = g_list_model_get_item (styr_workspace_get_units (workspace), 1);
  GtkWidget *window = search (fixture, styr_record_get_text (unit, "name"));

  g_assert_cmpstr (
      styr_record_get_text (get_result (window, 0), "unit"), ==, styr_record_get_id (unit));
  enter (window);
  g_assert_cmpstr (styr_workspace_get_unit_id (workspace), ==, styr_record_get_id (unit));
  g_assert_null (window_fixture_find_dialog (STYR_TYPE_SEARCH_WINDOW));
}

static void
test_open_document (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  g_autoptr (StyrRecord) document =
      g_list_model_get_item (styr_workspace_get_documents (workspace), 4);
  GtkWidget *window = search (fixture, styr_record_get_text (document, "title"));
  guint n = count_results (window);

  for (guint i = 0; i < n; i++)
    {
      GtkListBox *list = GTK_LIST_BOX (window_fixture_get_child (window, "list"));
      const char *action = styr_record_get_text (get_result (window, i), "action");

      if (action != NULL && strstr (action, styr_record_get_id (document)) != NULL)
        {
          g_signal_emit_by_name (
              list, "row-activated", gtk_list_box_get_row_at_index (list, (int) i));
          break;
        }
    }
  g_assert_cmpstr (
      styr_window_get_document_id (fixture->window), ==, styr_record_get_id (document));
}

/* The table of keys: every key is used once, and every action is one that the window has. */
static void
test_shortcuts (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_shortcuts;
  const StyrShortcut *shortcuts = styr_shortcuts_get (&n_shortcuts);
  GtkWindow *window;

  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (shortcuts[i].keys != NULL)
        g_assert_true (g_hash_table_add (keys, (gpointer) shortcuts[i].keys));
      if (shortcuts[i].action == NULL || !g_str_has_prefix (shortcuts[i].action, "win."))
        continue;
      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      for (guint j = 0;; j++)
        {
          GType owner;
          const char *known, *property;
          const GVariantType *type;

          if (!gtk_widget_class_query_action (
                  GTK_WIDGET_GET_CLASS (fixture->window), j, &owner, &known, &type, &property))
            g_error ("The window has no action %s", name);
          if (g_strcmp0 (known, name) == 0)
            {
              g_assert_true ((type != NULL) == (target != NULL));
              break;
            }
        }
    }
  window = styr_shortcuts_new_window (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (window);
}

#define ADD(path, func) g_test_add ("/search/" path, WindowFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("groups", test_groups);
  ADD ("nothing", test_nothing);
  ADD ("open-unit", test_open_unit);
  ADD ("open-document", test_open_document);
  ADD ("shortcuts", test_shortcuts);
  return g_test_run ();
}
