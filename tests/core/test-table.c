/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-table.h"

static StyrTable *
drift_new (void)
{
  StyrTable *table = styr_table_new ("Drift", "Drift");

  styr_table_add_column (table, "unit", "Nämnd", STYR_COLUMN_TEXT, 20);
  styr_table_add_column (table, "income", "Intäkter 2024", STYR_COLUMN_MONEY, 14);
  styr_table_add_column (table, "cost", "Kostnader", STYR_COLUMN_MONEY, 14);
  styr_table_add_column (table, "net", "Netto [tkr]", STYR_COLUMN_MONEY, 14)->formula =
      g_strdup ("+income +cost");
  styr_table_add_column (table, "budget", "Budget", STYR_COLUMN_MONEY, 14)->total = TRUE;
  styr_table_add_column (table, "deviation", "Avvikelse", STYR_COLUMN_MONEY, 14)->formula =
      g_strdup ("+net! -budget!");
  return table;
}

static void
test_values (void)
{
  g_autoptr (StyrTable) table = drift_new ();
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "unit", "Kulturnämnden");
  styr_table_set_number (table, row, "budget", -415100000);
  g_assert_cmpuint (styr_table_get_n_columns (table), ==, 6);
  g_assert_cmpuint (styr_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (styr_table_get_cell (table, 0, 0)->text, ==, "Kulturnämnden");
  g_assert_false (styr_table_get_cell (table, 0, 0)->is_number);
  g_assert_cmpfloat (styr_table_get_cell (table, 0, 4)->number, ==, -415100000);
  g_assert_cmpint (styr_table_find_column (table, "budget"), ==, 4);
  g_assert_cmpint (styr_table_find_column (table, "forecast"), ==, -1);

  styr_table_set_text (table, row, "budget", "");
  g_assert_null (styr_table_get_cell (table, 0, 4)->text);
  g_assert_false (styr_table_get_cell (table, 0, 4)->is_number);

  styr_table_set_text (table, row, "unit", "trasig \xff text");
  g_assert_true (g_utf8_validate (styr_table_get_cell (table, 0, 0)->text, -1, NULL));
}

/* The figures are those of the sign check of an annual report: 283,1 - 693,8 = -410,7; -410,7 -
 * (-415,1) = +4,4 */
static void
test_formulas (void)
{
  g_autoptr (StyrTable) table = drift_new ();
  guint row = styr_table_add_row (table);

  g_assert_false (styr_table_get_cell (table, row, 3)->is_number);
  styr_table_set_number (table, row, "income", 283100000);
  styr_table_set_number (table, row, "cost", -693800000);
  g_assert_cmpfloat (styr_table_get_cell (table, row, 3)->number, ==, -410700000);
  g_assert_false (styr_table_get_cell (table, row, 5)->is_number);
  styr_table_set_number (table, row, "budget", -415100000);
  g_assert_cmpfloat (styr_table_get_cell (table, row, 5)->number, ==, 4400000);

  row = styr_table_add_row (table);
  styr_table_set_number (table, row, "cost", -1000);
  g_assert_cmpfloat (styr_table_get_cell (table, row, 3)->number, ==, -1000);
  g_assert_false (styr_table_get_cell (table, row, 5)->is_number);
  g_assert_cmpfloat (styr_table_get_total (table, 3), ==, -410701000);
  g_assert_cmpfloat (styr_table_get_total (table, 5), ==, 4400000);
  g_assert_cmpfloat (styr_table_get_total (table, 0), ==, 0);
}

static void
test_references (void)
{
  g_autoptr (StyrTable) table = drift_new ();
  g_autofree char *row = styr_table_dup_reference (table, "income", TRUE);
  g_autofree char *column = styr_table_dup_reference (table, "income", FALSE);
  g_autofree char *special = styr_table_dup_reference (table, "net", FALSE);
  g_autofree char *any = styr_table_dup_formula (table, 3);
  g_autofree char *both = styr_table_dup_formula (table, 5);

  g_assert_cmpstr (row, ==, "Drift[[#This Row],[Intäkter 2024]]");
  g_assert_cmpstr (column, ==, "Drift[Intäkter 2024]");
  g_assert_cmpstr (special, ==, "Drift[[Netto '[tkr']]]");
  g_assert_cmpstr (
      any,
      ==,
      "IF(COUNT(Drift[[#This Row],[Intäkter 2024]],Drift[[#This Row],[Kostnader]])<1,\"\","
      "N(Drift[[#This Row],[Intäkter 2024]])+N(Drift[[#This Row],[Kostnader]]))");
  g_assert_true (g_str_has_prefix (
      both, "IF(COUNT(Drift[[#This Row],[Netto '[tkr']]],Drift[[#This Row],[Budget]])<2,"));
  g_assert_null (styr_table_dup_formula (table, 1));
}

static void
test_own_formula (void)
{
  g_autoptr (StyrTable) table = drift_new ();
  guint row = styr_table_add_row (table);
  const StyrCell *cell;

  styr_table_set_formula (table, row, "budget", "SUM(A1:A2)", 12);
  styr_table_set_cell_kind (table, row, "budget", STYR_COLUMN_INTEGER);
  cell = styr_table_get_cell (table, row, 4);
  g_assert_cmpstr (cell->formula, ==, "SUM(A1:A2)");
  g_assert_true (cell->is_number && cell->has_kind);
  g_assert_cmpint (cell->kind, ==, STYR_COLUMN_INTEGER);
  g_assert_cmpfloat (cell->number, ==, 12);

  styr_table_set_formula_text (table, row, "unit", "UPPER(\"a\")", "A");
  cell = styr_table_get_cell (table, row, 0);
  g_assert_cmpstr (cell->formula, ==, "UPPER(\"a\")");
  g_assert_cmpstr (cell->text, ==, "A");
  g_assert_false (cell->is_number);
}

static void
test_chart (void)
{
  g_autoptr (StyrTable) table = drift_new ();
  const char *title, *alt, *category;
  const char *const *values;

  g_assert_cmpint (styr_table_get_chart (table, NULL, NULL, NULL, NULL), ==, STYR_CHART_NONE);
  styr_table_set_chart (table,
                        STYR_CHART_COLUMNS,
                        "Netto",
                        "Netto per nämnd",
                        "unit",
                        (const char *const[]){ "net", "budget", NULL });
  g_assert_cmpint (
      styr_table_get_chart (table, &title, &alt, &category, &values), ==, STYR_CHART_COLUMNS);
  g_assert_cmpstr (title, ==, "Netto");
  g_assert_cmpstr (alt, ==, "Netto per nämnd");
  g_assert_cmpstr (category, ==, "unit");
  g_assert_cmpstr (values[1], ==, "budget");
  g_assert_null (values[2]);
}

/* Terms of a model may be the same word. */
static void
test_same_title (void)
{
  g_autoptr (StyrTable) table = styr_table_new ("A", "A");

  styr_table_add_column (table, "a", "Mål", STYR_COLUMN_TEXT, 10);
  styr_table_add_column (table, "b", "MÅL", STYR_COLUMN_TEXT, 10);
  styr_table_add_column (table, "c", "Mål", STYR_COLUMN_TEXT, 10);
  g_assert_cmpstr (styr_table_get_column (table, 0)->title, ==, "Mål");
  g_assert_cmpstr (styr_table_get_column (table, 1)->title, ==, "MÅL 2");
  g_assert_cmpstr (styr_table_get_column (table, 2)->title, ==, "Mål 3");
}

static void
test_choices (void)
{
  g_autoptr (StyrTable) table = styr_table_new ("A", "A");
  StyrColumn *column = styr_table_add_column (table, "status", "Status", STYR_COLUMN_TEXT, 10);

  styr_column_add_choice (column, "Klar", 'g');
  styr_column_add_choice (column, "Pågår", 'n');
  g_assert_cmpuint (styr_table_get_column (table, 0)->choices->len, ==, 2);
  g_assert_cmpstr (styr_table_get_column (table, 0)->tones, ==, "gn");
  styr_table_set_intro (table, "Två åtgärder");
  styr_table_set_empty_text (table, "Inga åtgärder");
  g_assert_cmpstr (styr_table_get_intro (table), ==, "Två åtgärder");
  g_assert_cmpstr (styr_table_get_empty_text (table), ==, "Inga åtgärder");
  g_assert_cmpstr (styr_table_get_name (table), ==, "A");
  g_assert_cmpstr (styr_table_get_title (table), ==, "A");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/values", test_values);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add_func ("/table/references", test_references);
  g_test_add_func ("/table/own-formula", test_own_formula);
  g_test_add_func ("/table/chart", test_chart);
  g_test_add_func ("/table/same-title", test_same_title);
  g_test_add_func ("/table/choices", test_choices);
  return g_test_run ();
}
