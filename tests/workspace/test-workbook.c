/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-fixture.h"

#include "styr-store-workbook.h"
#include "styr-workbook-tables.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2025-02-14"

static StyrTable *
table_named (GPtrArray *tables, const char *column)
{
  for (guint i = 0; i < tables->len; i++)
    if (styr_table_find_column (g_ptr_array_index (tables, i), column) >= 0)
      return g_ptr_array_index (tables, i);
  g_error ("no table has the column %s", column);
}

/* By a column that only this one has. */
#define GOALS(tables) table_named (tables, "criterion")
#define FULFILMENT(tables) table_named (tables, "not_assessed")
#define MEASURES(tables) table_named (tables, "effectYear")
#define FEEDBACK(tables) table_named (tables, "previous_year")
#define LINES(tables) table_named (tables, "previousCost")
#define CHECKS(tables) table_named (tables, "check")

static const StyrCell *
cell (StyrTable *table, guint row, const char *column)
{
  int index = styr_table_find_column (table, column);

  g_assert_cmpint (index, >=, 0);
  return styr_table_get_cell (table, row, (guint) index);
}

static void
assert_text (StyrTable *table, guint row, const char *column, const char *expected)
{
  g_assert_cmpstr (cell (table, row, column)->text, ==, expected);
}

static void
assert_number (StyrTable *table, guint row, const char *column, double expected)
{
  g_assert_true (cell (table, row, column)->is_number);
  g_assert_cmpfloat (cell (table, row, column)->number, ==, expected);
}

static double
total (StyrTable *table, const char *column)
{
  return styr_table_get_total (table, (guint) styr_table_find_column (table, column));
}

static GPtrArray *
make_tables (StyrWorkspace *workspace, const char *unit_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *tables = styr_workbook_tables_new (styr_workspace_get_store (workspace),
                                                styr_workspace_get_model (workspace),
                                                unit_id,
                                                FIXTURE_YEAR,
                                                TODAY,
                                                &error);

  g_assert_no_error (error);
  return tables;
}

static gboolean
fill_cb (StyrStore *store, gpointer data, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, created_at)"
    " SELECT 'plan', id, 'assignmentPlan', ?1, 2024, 'Plan', 'decided', '2024-01-01' FROM model "
    "WHERE ?1 <> ''",
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, created_at)"
    " SELECT 'old', id, 'assignmentPlan', ?1, 2024, 'Plan', 'superseded', '2024-01-01' FROM model "
    "WHERE ?1 <> ''",
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, created_at)"
    " SELECT 'report', id, 'qualityReport', ?1, 2024, 'Redovisning', 'draft', '2024-12-01' FROM "
    "model WHERE ?1 <> ''",
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, period_from, "
    "period_to, created_at)"
    " SELECT 'term', id, 'overallGoals', NULL, 2023, 'Mål', 'decided', '2023-01-01', '2026-12-31', "
    "'2023-01-01' FROM model WHERE ?1 <> ''",
    "INSERT INTO goal (id, document_id, type, label, text, position) SELECT 'area', 'term', "
    "'goalArea', 'A', 'Skola', 1 WHERE ?1 <> ''",
    "INSERT INTO goal (id, document_id, type, parent_id, label, text, position)"
    " SELECT 'over', 'term', 'overallGoal', 'area', '1', 'Fler klarar skolan', 2 WHERE ?1 <> ''",
    "INSERT INTO goal (id, document_id, type, label, text, position) SELECT 'g1', 'plan', "
    "'committeeGoal', '1', 'Fler läser', 1 WHERE ?1 <> ''",
    "INSERT INTO goal (id, document_id, type, label, text, position) SELECT 'g2', 'plan', "
    "'committeeGoal', '2', 'Fler simmar', 2 WHERE ?1 <> ''",
    "INSERT INTO goal (id, document_id, type, text) SELECT 'g0', 'old', 'committeeGoal', 'Gammalt "
    "mål' WHERE ?1 <> ''",
    "INSERT INTO goal_link (id, goal_id, target_id) SELECT 'l', 'g1', 'over' WHERE ?1 <> ''",
    "INSERT INTO criterion (id, goal_id, label, kind, text, unit, baseline, target_value, "
    "period_target, position)"
    " SELECT 'c1', 'g1', 'A', 'number', 'Lån', 'st', 10.5, 12, 15, 1 WHERE ?1 <> ''",
    "INSERT INTO criterion (id, goal_id, label, kind, text, due_on, position)"
    " SELECT 'c2', 'g1', 'B', 'event', 'Öppnat', '2024-09-01', 2 WHERE ?1 <> ''",
    "INSERT INTO criterion_outcome (id, criterion_id, document_id, value, is_met) SELECT 'o', "
    "'c1', 'report', 11.25, 'partly' WHERE ?1 <> ''",
    "INSERT INTO assessment (id, goal_id, document_id, stage, grade, trend, is_final, analysis)"
    " SELECT 'a1', 'g1', 'report', 'proposal', 'notFulfilled', 'worsened', 1, 'Kontoret' WHERE ?1 "
    "<> ''",
    "INSERT INTO assessment (id, goal_id, document_id, stage, grade, trend, is_final, analysis)"
    " SELECT 'a2', 'g1', 'report', 'decision', 'partly', 'improved', 1, 'Nämnden' WHERE ?1 <> ''",
    "INSERT INTO measure (id, document_id, section, goal_id, text, cause, due_on, effect_year, "
    "effect_full, status)"
    " SELECT 'm', 'report', 'measures', 'g1', 'Köp böcker', 'För få', '2025-06-30', -250000, "
    "-500000, 'ongoing' WHERE ?1 <> ''",
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, created_at)"
    " SELECT 'before', id, 'qualityReport', ?1, 2023, 'Redovisning', 'decided', '2023-12-01' FROM "
    "model WHERE ?1 <> ''",
    "INSERT INTO budget_line (id, document_id, area, income, cost, budget, forecast, "
    "previous_cost, position)"
    " SELECT 'b1', 'report', 'Bibliotek', 283100000, -693800000, -415100000, -412000000, "
    "-600000000, 1 WHERE ?1 <> ''",
    "INSERT INTO budget_line (id, document_id, area, cost, position) SELECT 'b2', 'report', "
    "'Museum', -1000, 2 WHERE ?1 <> ''",
    "INSERT INTO budget_line (id, document_id, area, cost) SELECT 'b3', 'before', 'Bibliotek', "
    "-77 WHERE ?1 <> ''",
    "INSERT INTO feedback_total (id, document_id, type, area, count, handled) SELECT 'f1', "
    "'report', 'praise', 'Bemötande', 7, 6 WHERE ?1 <> ''",
    "INSERT INTO feedback_total (id, document_id, type, area, count) SELECT 'f2', 'report', "
    "'praise', 'Övrigt', 5 WHERE ?1 <> ''",
    "INSERT INTO feedback_total (id, document_id, type, area, count) SELECT 'f3', 'before', "
    "'complaint', 'Övrigt', 4 WHERE ?1 <> ''",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!styr_store_execute (store, error, statements[i], data, NULL))
      return FALSE;
  return TRUE;
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  styr_store_start (styr_workspace_get_store (fixture->workspace),
                    "Underlag",
                    fill_cb,
                    fixture->committee,
                    &error);
  g_assert_no_error (error);
}

static void
test_goals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = NULL;
  StyrTable *goals;

  fill (fixture);
  tables = make_tables (fixture->workspace, fixture->committee);
  goals = GOALS (tables);
  g_assert_cmpuint (styr_table_get_n_rows (goals), ==, 3);
  assert_text (goals, 0, "area", "Skola");
  assert_text (goals, 0, "overall", "Fler klarar skolan");
  assert_text (goals, 0, "goal", "1 Fler läser");
  assert_text (goals, 0, "criterion", "A Lån");
  assert_text (goals, 0, "measure", "st");
  assert_number (goals, 0, "previous", 10.5);
  assert_number (goals, 0, "target", 12);
  assert_number (goals, 0, "outcome", 11.25);
  assert_number (goals, 0, "periodTarget", 15);
  assert_text (goals, 0, "grade", "◐ Delvis uppfyllt"); /* decided, not proposed */
  assert_text (goals, 0, "analysis", "Nämnden");
  assert_number (goals, 0, "count", 1);
  assert_text (goals, 1, "criterion", "B Öppnat");
  assert_text (goals, 1, "due", "2024-09-01");
  assert_number (goals, 1, "count", 0);
  assert_text (goals, 2, "goal", "2 Fler simmar");
  assert_text (goals, 2, "criterion", NULL);
  assert_text (goals, 2, "grade", NULL);
  g_assert_cmpfloat (total (goals, "count"), ==, 2);
  assert_number (FULFILMENT (tables), 0, "partly", 1);
  assert_number (FULFILMENT (tables), 0, "not_assessed", 1);
  assert_number (FULFILMENT (tables), 0, "all_goals", 2);
}

/* A term's goals count in each of its years; a grouping one is no goal of its own. */
static void
test_all_units (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = NULL;
  StyrTable *goals;

  fill (fixture);
  tables = make_tables (fixture->workspace, NULL);
  goals = GOALS (tables);
  g_assert_cmpuint (styr_table_get_n_rows (goals), ==, 4);
  assert_text (goals, 0, "area", "Skola");
  assert_text (goals, 0, "overall", "1 Fler klarar skolan");
  assert_text (goals, 0, "goal", NULL);
  assert_text (goals, 0, "unit", "Exempelby kommun");
  g_assert_cmpfloat (total (FULFILMENT (tables), "all_goals"), ==, 3);
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = NULL;
  StyrTable *measures;

  fill (fixture);
  tables = make_tables (fixture->workspace, fixture->committee);
  measures = MEASURES (tables);
  g_assert_cmpuint (styr_table_get_n_rows (measures), ==, 1);
  assert_text (measures, 0, "measure", "Köp böcker");
  assert_text (measures, 0, "cause", "För få");
  assert_text (measures, 0, "grade", "◐ Delvis uppfyllt");
  assert_text (measures, 0, "due", "2025-06-30");
  assert_number (measures, 0, "effectYear", -250000);
  assert_number (measures, 0, "effectFull", -500000);

  g_clear_pointer (&tables, g_ptr_array_unref);
  g_assert_true (styr_workspace_remove_item (fixture->workspace, "report", "measure", "m", NULL));
  tables = make_tables (fixture->workspace, fixture->committee);
  measures = MEASURES (tables);
  g_assert_cmpuint (
      styr_table_get_n_rows (measures), ==, 1); /* the deviation stays, without a measure */
  assert_text (measures, 0, "goal", "1 Fler läser");
  assert_text (measures, 0, "measure", NULL);
  assert_number (measures, 0, "count", 0);
  g_assert_nonnull (cell (measures, 0, "reason")->text);
}

static void
test_economy_and_feedback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = NULL;
  StyrTable *lines, *feedback;

  fill (fixture);
  tables = make_tables (fixture->workspace, fixture->committee);
  lines = LINES (tables);
  g_assert_cmpuint (styr_table_get_n_rows (lines), ==, 2);
  assert_number (lines, 0, "net", -410700000);
  assert_number (lines, 0, "deviation", 4400000);
  assert_number (lines, 0, "previousCost", -600000000);
  assert_number (lines, 1, "net", -1000);
  g_assert_false (cell (lines, 1, "deviation")->is_number); /* no budget, no deviation */
  feedback = FEEDBACK (tables);
  g_assert_cmpuint (styr_table_get_n_rows (feedback), ==, 1);
  assert_number (feedback, 0, "praise", 12);
  g_assert_false (cell (feedback, 0, "complaint")->is_number);
  assert_number (feedback, 0, "all_types", 12);
  assert_number (feedback, 0, "previous_year", 4);
  assert_number (feedback, 0, "change_since", 8);
  assert_number (feedback, 0, "handled_count", 6);
}

/* What can differ agrees; what isn't filled in is called so. */
static void
assert_checks (GPtrArray *tables)
{
  StyrTable *checks = CHECKS (tables);

  g_assert_cmpuint (styr_table_get_n_rows (checks), >, 12);
  for (guint row = 0; row < styr_table_get_n_rows (checks); row++)
    {
      const StyrCell *result = cell (checks, row, "result");
      gboolean agrees = cell (checks, row, "difference")->number == 0;
      gboolean is_gap = strstr (cell (checks, row, "sheet")->formula, "SUMPRODUCT") != NULL;

      g_assert_nonnull (result->formula);
      g_assert_true (agrees || is_gap);
    }
}

static gboolean
add_reports_cb (StyrStore *store, gpointer data, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, decided_on, "
    "created_at)"
    " SELECT 'accounts', model_id, 'activityReport', unit_id, year, 'Bokslut', 'decided', "
    "'2025-01-20', '2025-01-01' FROM document WHERE id = 'report'",
    "INSERT INTO budget_line (id, document_id, area, cost) VALUES ('a1', 'accounts', 'Allt', -5)",
    "INSERT INTO document (id, model_id, type, unit_id, year, title, status, created_at)"
    " SELECT 'late', model_id, type, unit_id, year, 'Utkast', 'draft', '2025-03-01' FROM document "
    "WHERE id = 'accounts'",
    "INSERT INTO budget_line (id, document_id, area, cost) VALUES ('a2', 'late', 'Allt', -6)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!styr_store_execute (store, error, statements[i], NULL))
      return FALSE;
  return TRUE;
}

static gboolean
decide_report_cb (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_execute (
      store,
      error,
      "UPDATE document SET status = 'decided', decided_on = '2025-02-03' WHERE id = 'report'",
      NULL);
}

/* Several documents say the year's economy: one of them counts, the decided before drafts, then the
 * newest decision. */
static void
test_one_report (Fixture *fixture, gconstpointer data)
{
  StyrStore *store = styr_workspace_get_store (fixture->workspace);
  g_autoptr (GPtrArray) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  styr_store_start (store, "Bokslut", add_reports_cb, NULL, &error);
  g_assert_no_error (error);
  first = make_tables (fixture->workspace, fixture->committee);
  g_assert_cmpuint (styr_table_get_n_rows (LINES (first)), ==, 1);
  assert_number (LINES (first), 0, "net", -5);
  assert_number (FEEDBACK (first), 0, "praise", 12); /* only the draft has counts */
  assert_checks (first);

  styr_store_start (store, "Beslut", decide_report_cb, NULL, &error);
  g_assert_no_error (error);
  second = make_tables (fixture->workspace, NULL);
  g_assert_cmpuint (styr_table_get_n_rows (LINES (second)), ==, 2);
  assert_number (LINES (second), 0, "net", -410700000);
  assert_checks (second);
}

static void
test_checks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) one = NULL, all = NULL;

  fill (fixture);
  one = make_tables (fixture->workspace, fixture->committee);
  all = make_tables (fixture->workspace, NULL);
  assert_checks (one);
  assert_checks (all);
  g_assert_cmpuint (all->len, ==, one->len + 1); /* and the sums per unit */
}

static gboolean
page_has (StyrTable *page, const char *text)
{
  for (guint row = 0; row < styr_table_get_n_rows (page); row++)
    {
      const char *value = styr_table_get_cell (page, row, 1)->text;

      if (value != NULL && strstr (value, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is filled in: the sheets are there, and the first one says what is missing. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = make_tables (fixture->workspace, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  StyrTable *page = g_ptr_array_index (tables, 0);

  g_assert_null (styr_table_get_name (page));
  g_assert_true (page_has (page, "Exempelby kommun"));
  g_assert_true (page_has (page, TODAY));
  g_assert_true (page_has (page, "Kultur- och fritidsnämnden"));
  g_assert_cmpuint (styr_table_get_n_rows (GOALS (tables)), ==, 0);
  g_assert_nonnull (styr_table_get_empty_text (GOALS (tables)));
  assert_checks (tables);
  g_assert_true (
      styr_workspace_export_workbook (fixture->workspace, NULL, FIXTURE_YEAR, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
add (const char *name, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/workbook-tables/goals", test_goals);
  add ("/workbook-tables/all-units", test_all_units);
  add ("/workbook-tables/measures", test_measures);
  add ("/workbook-tables/economy-and-feedback", test_economy_and_feedback);
  add ("/workbook-tables/one-report", test_one_report);
  add ("/workbook-tables/checks", test_checks);
  add ("/workbook-tables/nothing", test_nothing);
  return g_test_run ();
}
