/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-ask-dialog.h"
#include "styr-decision-parts.h"
#include "styr-decision-view.h"
#include "styr-decisions-page.h"
#include "styr-field-row.h"
#include "styr-item-card.h"
#include "styr-item-list.h"
#include "styr-register-rows.h"
#include "styr-typed.h"
#include "styr-workspace-decisions.h"

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, styr_decisions_page_new, FALSE);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static GtkWidget *
find_first (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = page_fixture_find_all (root, type);

  g_assert_cmpuint (found->len, >=, 1);
  return found->pdata[0];
}

static GListModel *
get_rows (PageFixture *fixture)
{
  GtkWidget *view = find_first (fixture->page, GTK_TYPE_COLUMN_VIEW);

  return styr_register_rows_get (GTK_COLUMN_VIEW (view));
}

static char *
create_decision (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *id = styr_workspace_create_decision (fixture->workspace, "Nya badplatser", NULL, &error);

  g_assert_no_error (error);
  page_fixture_settle (50);
  return id;
}

/* Each decision once, also those that only a document's card says */
static void
test_rows (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = styr_workspace_dup_decisions (fixture->workspace, STYR_DECISIONS_ALL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *rows = get_rows (fixture);
  guint before = g_list_model_get_n_items (rows);
  g_autofree char *id = NULL;

  g_assert_cmpuint (before, >=, all->len);
  g_assert_cmpuint (all->len, >, 5);
  for (guint i = 0; i < before; i++)
    {
      g_autoptr (StyrRecord) row = g_list_model_get_item (rows, i);

      g_assert_true (g_hash_table_add (seen, g_strdup (styr_record_get_id (row))));
    }
  id = create_decision (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, before + 1);
  g_assert_true (styr_workspace_undo (fixture->workspace, NULL));
  page_fixture_settle (50);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, before);
}

/* A decision opens as one; what only a card says opens the document */
static void
test_open (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *view = find_first (fixture->page, GTK_TYPE_COLUMN_VIEW);
  GListModel *rows = get_rows (fixture);
  g_autofree char *id = create_decision (fixture);
  guint opened = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StyrRecord) row = g_list_model_get_item (rows, i);
      g_autofree char *wanted = g_strdup_printf ("open-%s '%s'",
                                                 styr_record_get_text (row, "ref_kind"),
                                                 styr_record_get_text (row, "ref_id"));

      g_signal_emit_by_name (view, "activate", i);
      g_assert_cmpstr (fixture->action, ==, wanted);
      opened += g_str_has_prefix (wanted, "open-decision");
    }
  g_assert_cmpuint (opened, >=, 1);
}

static GtkWidget *
show_decision (PageFixture *fixture, const char *id)
{
  GtkWidget *view = styr_decision_view_new (fixture->workspace, id);

  /* in the place of the register, which goes */
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  fixture->page = view;
  page_fixture_settle (100);
  return view;
}

static gboolean
is_editable (GtkWidget *view)
{
  GtkWidget *row = find_first (view, STYR_TYPE_FIELD_ROW);

  return gtk_text_view_get_editable (
      GTK_TEXT_VIEW (styr_field_row_get_editor (STYR_FIELD_ROW (row))));
}

/* What is typed is saved, and the title follows */
static void
test_write (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = create_decision (fixture);
  g_autofree char *title = NULL;
  g_autoptr (StyrDecision) decision = NULL;
  GtkWidget *view = show_decision (fixture, id);
  GtkWidget *row = find_first (view, STYR_TYPE_FIELD_ROW);
  GtkWidget *text = styr_field_row_get_editor (STYR_FIELD_ROW (row));

  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Badplatser vid älven", -1);
  styr_typed_flush (STYR_TYPED (view));
  page_fixture_settle (50);
  decision = styr_workspace_dup_decision (fixture->workspace, id, NULL);
  g_assert_cmpstr (styr_record_get_text (decision->decision, "title"), ==, "Badplatser vid älven");
  g_object_get (view, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Badplatser vid älven");
}

/* Who opens a commission from the register is at its clause. */
static void
test_show_part (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = create_decision (fixture), *last = NULL;
  GtkWidget *view, *focus, *card;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 6; i++)
    {
      g_free (last);
      last = styr_workspace_add_decision_part (fixture->workspace, id, "decision_clause", &error);
      g_assert_no_error (error);
      styr_workspace_set_decision (
          fixture->workspace, "decision_clause", last, "kind", "commission", &error);
      styr_workspace_set_decision (
          fixture->workspace, "decision_clause", last, "text", "En badplats ordnas.", &error);
      g_assert_no_error (error);
    }
  styr_workspace_make_decision (
      fixture->workspace, id, "2024-05-20", "council", NULL, "12", NULL, &error);
  g_assert_no_error (error);
  view = show_decision (fixture, id);
  styr_decision_view_show_part (STYR_DECISION_VIEW (view), last);
  page_fixture_settle (400);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus));
  card = gtk_widget_get_ancestor (focus, STYR_TYPE_ITEM_CARD);
  g_assert_nonnull (card);
  g_assert_cmpstr (styr_item_card_get_id (STYR_ITEM_CARD (card)), ==, last);
}

/* A clause that is added has its card; the decision that is taken is only to be read, until it is
 * undone. */
static void
test_decide (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = create_decision (fixture);
  GtkWidget *view = show_decision (fixture, id);
  g_autoptr (GPtrArray) lists = page_fixture_find_all (view, STYR_TYPE_ITEM_LIST);
  g_autoptr (StyrDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  const char *clause;

  /* clauses, steps, recipients */
  g_assert_cmpuint (lists->len, ==, 3);
  styr_item_list_add (STYR_ITEM_LIST (lists->pdata[0]));
  page_fixture_settle (50);
  decision = styr_workspace_dup_decision (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decision->clauses->len, ==, 1);
  clause = styr_record_get_id (decision->clauses->pdata[0]);
  g_assert_nonnull (styr_item_list_find (STYR_ITEM_LIST (lists->pdata[0]), clause));
  g_assert_true (styr_workspace_set_decision (
      fixture->workspace, "decision_clause", clause, "text", "Två badplatser ordnas.", &error));
  g_assert_true (styr_workspace_set_decision (
      fixture->workspace, "decision_clause", clause, "kind", "other", &error));
  g_assert_true (is_editable (view));

  g_assert_true (styr_workspace_make_decision (
      fixture->workspace, id, "2024-05-20", "council", NULL, "12", NULL, &error));
  g_assert_no_error (error);
  page_fixture_settle (50);
  g_assert_false (is_editable (view));
  /* whom it is sent to may still be added, and nothing else */
  styr_item_list_add (STYR_ITEM_LIST (lists->pdata[0]));
  styr_item_list_add (STYR_ITEM_LIST (lists->pdata[2]));
  page_fixture_settle (50);
  g_clear_pointer (&decision, styr_decision_free);
  decision = styr_workspace_dup_decision (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decision->clauses->len, ==, 1);
  g_assert_cmpuint (decision->recipients->len, ==, 1);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  page_fixture_settle (50);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  page_fixture_settle (50);
  g_assert_true (is_editable (view));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STYR_IS_ASK_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
says (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = page_fixture_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_is_visible (labels->pdata[i]) &&
        strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
      return TRUE;
  return FALSE;
}

/* A day that is to come is refused in the dialog, which keeps what was written. */
static void
test_day_ahead (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = create_decision (fixture), *clause = NULL;
  g_autoptr (StyrEditSession) session = NULL;
  GtkWidget *view, *dialog, *entry;
  g_autoptr (GError) error = NULL;

  clause = styr_workspace_add_decision_part (fixture->workspace, id, "decision_clause", &error);
  styr_workspace_set_decision (
      fixture->workspace, "decision_clause", clause, "text", "Två badplatser ordnas.", &error);
  styr_workspace_set_decision (
      fixture->workspace, "decision_clause", clause, "kind", "other", &error);
  styr_workspace_set_decision (fixture->workspace, "decision", id, "body", "council", &error);
  g_assert_no_error (error);
  view = show_decision (fixture, id);
  session = styr_edit_session_new_decision (fixture->workspace, id, NULL);
  styr_decision_ask_decide (session, view);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  entry = page_fixture_find (dialog, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2031-01-01");
  g_assert_false (styr_ask_dialog_accept (STYR_ASK_DIALOG (dialog)));
  g_assert_true (find_dialog () == dialog);
  g_assert_true (says (dialog, "2031-01-01 "));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2031-01-01");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2024-10-07");
  g_assert_false (says (dialog, "2031-01-01 "));
  g_assert_true (styr_ask_dialog_accept (STYR_ASK_DIALOG (dialog)));
  page_fixture_settle (50);
  g_assert_false (is_editable (view));
}

/* What was rejected is only to be read, until it is taken up again. */
static void
test_rejected (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = create_decision (fixture);
  GtkWidget *view = show_decision (fixture, id);
  g_autoptr (StyrEditSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (is_editable (view));
  styr_workspace_set_decision_status (fixture->workspace, id, "rejected", "2024-10-07", &error);
  g_assert_no_error (error);
  page_fixture_settle (50);
  g_assert_false (is_editable (view));
  session = styr_edit_session_new_decision (fixture->workspace, id, NULL);
  styr_decision_take_up (session, view);
  page_fixture_settle (50);
  g_assert_true (is_editable (view));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/decisions/rows", PageFixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/decisions/open", PageFixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/decisions/write", PageFixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/decisions/show-part", PageFixture, NULL, set_up, test_show_part, tear_down);
  g_test_add ("/decisions/decide", PageFixture, NULL, set_up, test_decide, tear_down);
  g_test_add ("/decisions/day-ahead", PageFixture, NULL, set_up, test_day_ahead, tear_down);
  g_test_add ("/decisions/rejected", PageFixture, NULL, set_up, test_rejected, tear_down);
  return g_test_run ();
}
