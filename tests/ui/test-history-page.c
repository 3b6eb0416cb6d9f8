/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "styr-history-page.h"
#include "styr-history-row.h"

#define N_CHANGES 4

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, styr_history_page_new, FALSE);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static GtkWidget *
get_child (PageFixture *fixture, const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->page, STYR_TYPE_HISTORY_PAGE, id));
}

static guint
count_shown (PageFixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (get_child (fixture, "list"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static guint
count_documents (PageFixture *fixture)
{
  return g_list_model_get_n_items (styr_workspace_get_documents (fixture->workspace));
}

static void
make_changes (PageFixture *fixture)
{
  GPtrArray *types = styr_model_get_document_types (styr_workspace_get_model (fixture->workspace));
  const StyrDocumentType *type = g_ptr_array_index (types, 0);

  for (int i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id =
          styr_workspace_create_document (fixture->workspace, type->id, NULL, 2040 + i, &error);

      g_assert_no_error (error);
    }
  page_fixture_settle (100);
}

static GtkWidget *
get_button (gpointer row)
{
  return GTK_WIDGET (gtk_widget_get_template_child (row, STYR_TYPE_HISTORY_ROW, "button"));
}

/* The rows that offer to undo to them */
static GPtrArray *
find_offers (PageFixture *fixture)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_HISTORY_ROW);
  GPtrArray *offers = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (rows, i)) &&
        gtk_widget_get_visible (get_button (g_ptr_array_index (rows, i))))
      g_ptr_array_add (offers, g_ptr_array_index (rows, i));
  return offers;
}

static void
test_list (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *before = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *after = NULL;
  guint n_before = count_shown (fixture);

  g_assert_cmpuint (n_before, >=, 1);
  make_changes (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, n_before + N_CHANGES);
  after = page_fixture_dup_text (fixture, "subtitle");
  g_assert_cmpstr (before, !=, after);
  g_assert_true (g_str_has_prefix (after, "4 "));
}

static void
test_filter (PageFixture *fixture, gconstpointer data)
{
  GtkDropDown *states = GTK_DROP_DOWN (get_child (fixture, "states"));
  GtkEditable *search = GTK_EDITABLE (get_child (fixture, "search"));
  GtkStack *stack = GTK_STACK (get_child (fixture, "stack"));
  guint n_all;

  make_changes (fixture);
  g_assert_true (styr_workspace_undo (fixture->workspace, NULL));
  n_all = count_shown (fixture);
  gtk_drop_down_set_selected (states, 2);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  /* The filter follows what is done while it is on */
  g_assert_true (styr_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  gtk_drop_down_set_selected (states, 1);
  g_assert_cmpuint (count_shown (fixture), ==, N_CHANGES - 2 + 1);
  gtk_drop_down_set_selected (states, 0);
  g_assert_cmpuint (count_shown (fixture), ==, n_all + 1);

  gtk_editable_set_text (search, "qqzzxx");
  page_fixture_settle (250);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  gtk_editable_set_text (search, "");
  page_fixture_settle (250);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
}

/* Undoing to an entry asks first, undoes what came after it and nothing more. */
static void
test_undo_to (PageFixture *fixture, gconstpointer data)
{
  guint n_documents = count_documents (fixture);
  g_autoptr (GPtrArray) offers = NULL;
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (windows);
  g_autoptr (GtkWindow) dialog = NULL;

  make_changes (fixture);
  offers = find_offers (fixture);
  /* Nothing came after the newest change, so that has no button; the beginning has one */
  g_assert_cmpuint (offers->len, ==, N_CHANGES);
  g_signal_emit_by_name (get_button (g_ptr_array_index (offers, 0)), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  g_assert_cmpuint (count_documents (fixture), ==, n_documents + N_CHANGES);
  for (guint i = 0; i <= n_windows; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        g_set_object (&dialog, window);
    }
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
  page_fixture_settle (50);
  g_assert_cmpuint (count_documents (fixture), <, n_documents + N_CHANGES);
  g_assert_cmpuint (count_documents (fixture), >=, n_documents);
  g_assert_true (styr_workspace_can_redo (fixture->workspace));
}

static void
test_words (void)
{
  static const struct
  {
    const char *kind, *state;
  } cases[] = { { "start", "done" },       { "change", "done" }, { "change", "undone" },
                { "change", "abandoned" }, { "undo", "done" },   { "redo", "done" } };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StyrHistoryRow *row = g_object_ref_sink (STYR_HISTORY_ROW (styr_history_row_new ()));
  g_autoptr (StyrRecord) entry = styr_record_new ("journal", "7");

  styr_record_set_text (entry, "label", "Same");
  styr_record_set_text (entry, "at", "2024-03-14T09:32:11");
  styr_record_set_text (entry, "author", "Test");
  /* State is told in words, so no two states may read the same */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *name;

      styr_record_set_text (entry, "kind", cases[i].kind);
      styr_record_set_text (entry, "state", cases[i].state);
      styr_history_row_set_entry (row, NULL);
      styr_history_row_set_entry (row, entry);
      name = styr_history_row_dup_name (row);
      g_assert_nonnull (strstr (name, "2024-03-14 09:32"));
      g_assert_true (g_hash_table_add (names, name));
    }
  g_assert_finalize_object (row);
}

#define ADD(path, func) g_test_add ("/history/" path, PageFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/history/words", test_words);
  ADD ("list", test_list);
  ADD ("filter", test_filter);
  ADD ("undo-to", test_undo_to);
  return g_test_run ();
}
