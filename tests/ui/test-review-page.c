/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-finding-line.h"
#include "styr-findings-register.h"
#include "styr-findings-watch.h"
#include "styr-finding-words.h"
#include "styr-review-page.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, styr_review_page_new, FALSE);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static GListModel *
get_rows (PageFixture *fixture)
{
  GtkWidget *view = page_fixture_find (fixture->page, GTK_TYPE_COLUMN_VIEW);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static void
update (PageFixture *fixture)
{
  styr_findings_watch_update (styr_findings_watch_get (fixture->workspace));
}

/* An open finding that an exception can be made from */
static StyrRecord *
find_waivable (PageFixture *fixture)
{
  GListModel *findings = styr_workspace_get_findings (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);

      if (!styr_record_get_flag (finding, "is_waived") &&
          styr_record_get_flag (finding, "is_waivable"))
        return g_steal_pointer (&finding);
    }
  return NULL;
}

static GtkToggleButton *
find_mark (PageFixture *fixture, const char *symbol)
{
  g_autoptr (GPtrArray) toggles = page_fixture_find_all (fixture->page, GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < toggles->len; i++)
    if (gtk_widget_has_css_class (toggles->pdata[i], "styr-mark") &&
        g_str_has_prefix (gtk_button_get_label (toggles->pdata[i]), symbol))
      return toggles->pdata[i];
  return NULL;
}

static guint
count_of (GtkToggleButton *mark)
{
  return (guint) g_ascii_strtoull (
      strrchr (gtk_button_get_label (GTK_BUTTON (mark)), ' ') + 1, NULL, 10);
}

/* Every finding is a row, and the pills say how many there are of each */
static void
test_rows (PageFixture *fixture, gconstpointer data)
{
  guint all = g_list_model_get_n_items (styr_workspace_get_findings (fixture->workspace));
  guint open = styr_workspace_count_findings (fixture->workspace, NULL);

  g_assert_cmpuint (all, >, 20);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, all);
  g_assert_cmpuint (count_of (find_mark (fixture, "✕")),
                    ==,
                    styr_workspace_count_findings (fixture->workspace, "error"));
  g_assert_cmpuint (count_of (find_mark (fixture, "–")), ==, all - open);
  gtk_toggle_button_set_active (find_mark (fixture, "✕"), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)),
                    ==,
                    styr_workspace_count_findings (fixture->workspace, "error"));
}

/* What is decided an exception comes last, whatever the rows are sorted by */
static void
test_last (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *view = page_fixture_find (fixture->page, GTK_TYPE_COLUMN_VIEW);
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  guint open = styr_workspace_count_findings (fixture->workspace, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      gtk_column_view_sort_by_column (
          GTK_COLUMN_VIEW (view), column, i % 2 == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
      for (guint j = 0; j < g_list_model_get_n_items (get_rows (fixture)); j++)
        {
          g_autoptr (StyrRecord) finding = g_list_model_get_item (get_rows (fixture), j);

          g_assert_cmpint (styr_record_get_flag (finding, "is_waived"), ==, j >= open);
        }
    }
}

/* The page says how many rules have nothing to check where the example has nothing yet */
static void
test_idle (PageFixture *fixture, gconstpointer data)
{
  guint now = styr_workspace_count_idle_rules (fixture->workspace);
  g_autofree char *before = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *after = NULL, *later = NULL;

  styr_workspace_set_year (fixture->workspace, 2031);
  update (fixture);
  g_assert_cmpuint (styr_workspace_count_idle_rules (fixture->workspace), >, now);
  after = page_fixture_dup_text (fixture, "subtitle");
  later = g_strdup_printf (" %u ", styr_workspace_count_idle_rules (fixture->workspace));
  g_assert_cmpstr (before, !=, after);
  g_assert_nonnull (strstr (strrchr (after, ','), later));
}

/* An exception moves the finding to the decided ones; undo brings it back */
static void
test_waive (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (StyrRecord) finding = find_waivable (fixture);
  g_autoptr (GError) error = NULL;
  guint open = styr_workspace_count_findings (fixture->workspace, NULL);
  guint waived = count_of (find_mark (fixture, "–"));
  g_autofree char *before = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *after = NULL;

  g_assert_nonnull (finding);
  g_assert_true (styr_workspace_waive (fixture->workspace,
                                       styr_record_get_text (finding, "rule_id"),
                                       styr_record_get_text (finding, "object_kind"),
                                       styr_record_get_text (finding, "object_id"),
                                       styr_record_get_int (finding, "year"),
                                       "Beslutat efter samråd",
                                       "council",
                                       "2024-05-02",
                                       NULL,
                                       NULL,
                                       &error));
  g_assert_no_error (error);
  update (fixture);
  g_assert_cmpuint (styr_workspace_count_findings (fixture->workspace, NULL), <, open);
  g_assert_cmpuint (count_of (find_mark (fixture, "–")), >, waived);
  after = page_fixture_dup_text (fixture, "subtitle");
  g_assert_cmpstr (before, !=, after);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  update (fixture);
  g_assert_cmpuint (styr_workspace_count_findings (fixture->workspace, NULL), ==, open);
  g_assert_cmpuint (count_of (find_mark (fixture, "–")), ==, waived);
}

/* Nothing is new right after a review was kept; what comes after it is */
static void
test_new (PageFixture *fixture, gconstpointer data)
{
  StyrFindingsWatch *watch = styr_findings_watch_get (fixture->workspace);
  g_autoptr (GPtrArray) waivers = styr_workspace_dup_waivers (fixture->workspace);
  g_autoptr (StyrRecord) finding = find_waivable (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *run = NULL;

  g_assert_cmpuint (waivers->len, >, 0);
  run = styr_workspace_record_run (fixture->workspace, "Före mötet", &error);
  g_assert_no_error (error);
  g_assert_nonnull (run);
  update (fixture);
  g_assert_cmpuint (count_of (find_mark (fixture, "+")), ==, 0);
  g_assert_false (styr_findings_watch_is_new (watch, styr_record_get_id (finding)));
}

/* The watch reckons by itself a moment after a change, and says which documents break a rule */
static void
test_watch (PageFixture *fixture, gconstpointer data)
{
  StyrFindingsWatch *watch = styr_findings_watch_get (fixture->workspace);
  GListModel *findings = styr_workspace_get_findings (fixture->workspace);
  guint tried = 0;

  g_assert_cmpuint (styr_findings_watch_get_n_waiting (watch),
                    ==,
                    styr_workspace_count_findings (fixture->workspace, NULL));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);
      const char *document_id = styr_record_get_text (finding, "document_id");

      if (document_id == NULL || styr_record_get_flag (finding, "is_waived") ||
          styr_record_is (finding, "severity", "information"))
        continue;
      g_assert_true (styr_findings_watch_breaks (watch, document_id));
      tried++;
    }
  g_assert_cmpuint (tried, >, 5);
  styr_workspace_set_year (fixture->workspace, 2023);
  g_assert_false (styr_findings_watch_is_current (watch));
  page_fixture_settle (1200);
  g_assert_true (styr_findings_watch_is_current (watch));
}

/* "Open" goes where the finding is */
static void
test_open (PageFixture *fixture, gconstpointer data)
{
  GListModel *findings = styr_workspace_get_findings (fixture->workspace);
  guint opened = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings) && opened == 0; i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);
      g_autofree char *wanted = NULL;

      if (!styr_record_is (finding, "object_kind", "document"))
        continue;
      wanted =
          g_strdup_printf ("open-document '%s'", styr_record_get_text (finding, "document_id"));
      styr_finding_open (fixture->page, fixture->workspace, finding);
      g_assert_cmpstr (fixture->action, ==, wanted);
      opened++;
    }
  g_assert_cmpuint (opened, ==, 1);
}

/* A line has its sign, its text and its buttons; a decided exception its reason */
static void
test_line (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (StyrRecord) finding = find_waivable (fixture);
  g_autoptr (GtkWidget) line =
      g_object_ref_sink (styr_finding_line_new (fixture->workspace, finding));
  g_autoptr (GPtrArray) labels = page_fixture_find_all (line, GTK_TYPE_LABEL);
  g_autoptr (GPtrArray) buttons = page_fixture_find_all (line, GTK_TYPE_BUTTON);
  gboolean has_symbol = FALSE, has_text = FALSE;

  for (guint i = 0; i < labels->len; i++)
    {
      const char *text = gtk_label_get_text (labels->pdata[i]);

      has_symbol = has_symbol || g_str_equal (text, styr_finding_get_symbol (finding));
      has_text = has_text || g_str_equal (text, styr_record_get_text (finding, "text"));
    }
  g_assert_true (has_symbol);
  g_assert_true (has_text);
  g_assert_cmpuint (buttons->len, ==, 2);
}

/* What is on the page can be printed, published and worked with; nothing else can be written */
static void
test_export (PageFixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "pdf", "html", "xlsx" };
  g_autofree char *wrong = g_build_filename (fixture->folder, "granskning.doc", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "granskning.html", NULL);
  g_autoptr (StyrRecord) finding = find_waivable (fixture);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  const StyrRegisterKind *kind = styr_findings_register_get_kind (fixture->workspace);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (tables,
                   styr_register_new_table (fixture->workspace,
                                            kind->columns,
                                            kind->n_columns,
                                            get_rows (fixture),
                                            kind->name,
                                            kind->title));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("granskning.%s", endings[i]);
      g_autofree char *target = g_build_filename (fixture->folder, name, NULL);

      g_assert_true (styr_workspace_export_tables (
          fixture->workspace, tables, "Granskning", NULL, target, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (target, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_nonnull (strstr (contents, styr_record_get_text (finding, "rule_id")));
  g_assert_nonnull (strstr (contents, styr_record_get_text (finding, "remedy")));
  g_assert_false (
      styr_workspace_export_tables (fixture->workspace, tables, "Granskning", NULL, wrong, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("granskning.%s", endings[i]);
      g_autofree char *target = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (target), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define TEST(name)                                                                                 \
  g_test_add ("/review-page/" #name, PageFixture, NULL, set_up, test_##name, tear_down)
  TEST (rows);
  TEST (last);
  TEST (idle);
  TEST (waive);
  TEST (new);
  TEST (watch);
  TEST (open);
  TEST (line);
  TEST (export);
#undef TEST
  return g_test_run ();
}
