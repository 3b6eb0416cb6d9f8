/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-documents-page.h"
#include "styr-documents-register.h"
#include "styr-locale.h"
#include "styr-new-document.h"
#include "styr-register-rows.h"

#include <glib/gstdio.h>

static void
set_up (PageFixture *fixture, gconstpointer empty)
{
  page_fixture_set_up (fixture, styr_documents_page_new, empty != NULL);
}

static void
tear_down (PageFixture *fixture, gconstpointer empty)
{
  page_fixture_tear_down (fixture);
}

static GtkColumnView *
get_view (PageFixture *fixture)
{
  return GTK_COLUMN_VIEW (page_fixture_find (fixture->page, GTK_TYPE_COLUMN_VIEW));
}

static guint
count_shown (PageFixture *fixture)
{
  return g_list_model_get_n_items (styr_register_rows_get (get_view (fixture)));
}

static void
filter (PageFixture *fixture, const char *text)
{
  GtkWidget *entry = page_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* not after the pause that is there for typing */
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_filter (PageFixture *fixture, gconstpointer data)
{
  guint all = g_list_model_get_n_items (styr_workspace_get_documents (fixture->workspace));
  g_autofree char *subtitle = NULL;

  g_assert_cmpuint (all, >, 20);
  g_assert_cmpuint (count_shown (fixture), ==, all);
  filter (fixture, "ÄLDREPOLITIKEN");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  subtitle = page_fixture_dup_text (fixture, "subtitle");
  g_assert_nonnull (strstr (subtitle, "1 "));
  filter (fixture, "finns inte någonstans");
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  filter (fixture, "");
  g_assert_cmpuint (count_shown (fixture), ==, all);
}

/* A table that is shown gets the rest of its rows in a while */
static void
test_rows (PageFixture *fixture, gconstpointer data)
{
  GListModel *shown = G_LIST_MODEL (gtk_column_view_get_model (get_view (fixture)));
  guint all = g_list_model_get_n_items (styr_workspace_get_documents (fixture->workspace));

  g_assert_cmpuint (all, >, 100);
  for (guint i = 0; i < 200 && g_list_model_get_n_items (shown) < all; i++)
    page_fixture_settle (20);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, all);
}

/* å ä ö stand last, as in a Swedish register */
static void
test_sort (PageFixture *fixture, gconstpointer data)
{
  GtkColumnView *view = get_view (fixture);
  g_autoptr (GtkColumnViewColumn) title =
      g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  GListModel *model = styr_register_rows_get (view);

  gtk_column_view_sort_by_column (view, title, GTK_SORT_ASCENDING);
  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (StyrRecord) before = g_list_model_get_item (model, i - 1);
      g_autoptr (StyrRecord) after = g_list_model_get_item (model, i);

      g_assert_cmpint (styr_collate (styr_record_get_text (before, "title"),
                                     styr_record_get_text (after, "title")),
                       <=,
                       0);
    }
}

static void
test_activate (PageFixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (get_view (fixture)));
  g_autoptr (StyrRecord) third = g_list_model_get_item (model, 2);
  g_autofree char *wanted = g_strdup_printf ("open-document '%s'", styr_record_get_id (third));

  g_signal_emit_by_name (get_view (fixture), "activate", 2);
  g_assert_cmpstr (fixture->action, ==, wanted);
}

static void
test_context (PageFixture *fixture, gconstpointer data)
{
  guint all = count_shown (fixture);
  g_autoptr (StyrRecord) unit = NULL;
  g_autoptr (GError) error = NULL;

  unit = styr_workspace_match_unit (fixture->workspace, "Valnämnden", &error);
  g_assert_no_error (error);
  styr_workspace_set_unit_id (fixture->workspace, styr_record_get_id (unit));
  page_fixture_settle (50);
  g_assert_cmpuint (count_shown (fixture), >, 0);
  g_assert_cmpuint (count_shown (fixture), <, all);
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stacks = page_fixture_find_all (fixture->page, GTK_TYPE_STACK);

  const char *shown = NULL;

  /* menus have stacks too */
  for (guint i = 0; i < stacks->len; i++)
    if (gtk_stack_get_child_by_name (stacks->pdata[i], "nothing") != NULL)
      shown = gtk_stack_get_visible_child_name (stacks->pdata[i]);
  g_assert_cmpstr (shown, ==, "empty");
}

/* The dialog knows the context: a plan that is there already is opened, not made twice */
static void
test_new_document (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (StyrRecord) unit = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  g_autoptr (GPtrArray) buttons = NULL;
  guint found = 0;

  unit = styr_workspace_match_unit (fixture->workspace, "Kultur- och fritidsnämnden", &error);
  g_assert_no_error (error);
  styr_workspace_set_unit_id (fixture->workspace, styr_record_get_id (unit));
  dialog = styr_new_document_new (fixture->workspace);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  page_fixture_settle (50);
  buttons = page_fixture_find_all (dialog, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len && found == 0; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "suggested-action"))
      {
        found++;
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
      }
  g_assert_cmpuint (found, ==, 1);
  page_fixture_settle (50);
  g_assert_cmpstr (fixture->action, ==, "open-document 'd-up-kfn-2024'");
}

/* Each pill and each bar shows as many rows as it says */
static void
test_marks (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) toggles = page_fixture_find_all (fixture->page, GTK_TYPE_TOGGLE_BUTTON);
  guint tried = 0;

  for (guint i = 0; i < toggles->len; i++)
    {
      const char *label = gtk_button_get_label (toggles->pdata[i]);
      GtkWidget *child = gtk_button_get_child (toggles->pdata[i]);
      const char *number = NULL;
      guint wanted;

      if (gtk_widget_has_css_class (toggles->pdata[i], "styr-mark"))
        number = strrchr (label, ' ') + 1;
      else if (gtk_widget_has_css_class (toggles->pdata[i], "styr-bar-button"))
        number = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (child)));
      wanted = number != NULL ? (guint) g_ascii_strtoull (number, NULL, 10) : 0;
      if (wanted == 0)
        continue;
      gtk_toggle_button_set_active (toggles->pdata[i], TRUE);
      g_assert_cmpuint (count_shown (fixture), ==, wanted);
      gtk_toggle_button_set_active (toggles->pdata[i], FALSE);
      tried++;
    }
  g_assert_cmpuint (tried, >=, 5);
}

/* The published list has what applies today and nothing else, each in one of the two tables */
static void
test_list (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) documents = styr_workspace_dup_documents_in_force (fixture->workspace);
  g_autoptr (GPtrArray) tables = styr_documents_register_new_list (fixture->workspace);
  guint rows = 0;

  for (guint i = 0; i < tables->len; i++)
    rows += styr_table_get_n_rows (tables->pdata[i]);
  g_assert_cmpuint (tables->len, ==, 2);
  g_assert_cmpuint (rows, >, 40);
  g_assert_cmpuint (rows, ==, documents->len);
  for (guint i = 0; i < documents->len; i++)
    g_assert_false (styr_record_is (documents->pdata[i], "status", "draft"));
}

/* The first line of the second page: whose the list is */
static char *
dup_header (const char *path)
{
  const char *const command[] = { "pdftotext", "-layout", "-f", "2", "-l", "2", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (
      NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return g_strndup (text, strcspn (text, "\n"));
}

/* The published list is the whole municipality's, also while a unit is looked at */
static void
test_list_header (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.pdf", NULL);
  GListModel *units = styr_workspace_get_units (fixture->workspace);
  g_autoptr (StyrRecord) unit = g_list_model_get_item (units, 1);
  const char *name = styr_record_get_text (unit, "name");
  g_autofree char *whole = NULL, *header = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_set_unit_id (fixture->workspace, styr_record_get_id (unit));
  whole = styr_workspace_dup_unit_label (fixture->workspace, NULL);
  g_assert_cmpstr (name, !=, whole);
  g_assert_true (styr_documents_register_export_list (fixture->workspace, path, &error));
  g_assert_no_error (error);
  header = dup_header (path);
  g_assert_nonnull (strstr (header, whole));
  g_assert_null (strstr (header, name));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/documents-page/filter", PageFixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/documents-page/rows", PageFixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/documents-page/sort", PageFixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/documents-page/activate", PageFixture, NULL, set_up, test_activate, tear_down);
  g_test_add ("/documents-page/context", PageFixture, NULL, set_up, test_context, tear_down);
  g_test_add ("/documents-page/empty", PageFixture, "empty", set_up, test_empty, tear_down);
  g_test_add (
      "/documents-page/new-document", PageFixture, NULL, set_up, test_new_document, tear_down);
  g_test_add ("/documents-page/marks", PageFixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/documents-page/list", PageFixture, NULL, set_up, test_list, tear_down);
  g_test_add (
      "/documents-page/list-header", PageFixture, NULL, set_up, test_list_header, tear_down);
  return g_test_run ();
}
