/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-source.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Less than half an öre, in any unit of money. */
#define TOLERANCE 0.000001

static const char *
word_agrees (void)
{
  /* Translators: a check's result. Swedish: ok */
  return C_ ("check", "ok");
}

static const char *
word_differs (void)
{
  /* Translators: a check's result. Swedish: avviker */
  return C_ ("check", "differs");
}

static const char *
word_lacks (void)
{
  /* Translators: a check's result: something isn't filled in. Swedish: saknas */
  return C_ ("check", "missing");
}

static StyrTable *
new_table (void)
{
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Kontroll */
  StyrTable *table =
      styr_workbook_source_new_table (C_ ("table name", "Checks"), C_ ("sheet", "Checks"));
  StyrColumn *column;

  styr_table_add_column (table, "check", _ ("Check"), STYR_COLUMN_TEXT, 66)->wrap = TRUE;
  styr_table_add_column (table, "sheet", _ ("In the sheets"), STYR_COLUMN_NUMBER, 17);
  styr_table_add_column (table, "source", _ ("Should be"), STYR_COLUMN_NUMBER, 17);
  styr_table_add_column (table, "difference", _ ("Difference"), STYR_COLUMN_NUMBER, 17)->formula =
      g_strdup ("+sheet! -source!");
  column = styr_table_add_column (table, "result", _ ("Result"), STYR_COLUMN_TEXT, 14);
  styr_column_add_choice (column, word_agrees (), 'g');
  styr_column_add_choice (column, word_differs (), 'b');
  styr_column_add_choice (column, word_lacks (), 'm');
  styr_table_set_intro (table,
                        _ ("Sums in the sheets against what they were taken from, reckoned apart. "
                           "“Missing” is not an error: something isn’t filled in yet."));
  return table;
}

static void
set_kind (StyrTable *table, guint row, StyrColumnKind kind)
{
  styr_table_set_cell_kind (table, row, "sheet", kind);
  styr_table_set_cell_kind (table, row, "source", kind);
  styr_table_set_cell_kind (table, row, "difference", kind);
}

static void
set_result (StyrTable *table, guint row, double difference, const char *otherwise)
{
  g_autofree char *reference = styr_table_dup_reference (table, "difference", TRUE);
  g_autofree char *formula = g_strdup_printf (
      "IF(ABS(N(%s))<0.000001,\"%s\",\"%s\")", reference, word_agrees (), otherwise);

  styr_table_set_formula_text (
      table, row, "result", formula, fabs (difference) < TOLERANCE ? word_agrees () : otherwise);
}

/* A sum in the sheets must be what the database gives, or another sum. */
static void
add_sum_check (StyrTable *table,
               const char *title,
               StyrTable *of,
               const char *column,
               double expected,
               StyrColumnKind kind)
{
  g_autofree char *reference = styr_table_dup_reference (of, column, FALSE);
  g_autofree char *formula = g_strdup_printf ("SUM(%s)", reference);
  double value = styr_table_get_total (of, (guint) styr_table_find_column (of, column));
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "check", title);
  styr_table_set_formula (table, row, "sheet", formula, value);
  styr_table_set_number (table, row, "source", expected);
  set_kind (table, row, kind);
  set_result (table, row, value - expected, word_differs ());
}

static void
add_sheets_check (StyrTable *table,
                  const char *title,
                  StyrTable *a,
                  StyrTable *b,
                  const char *column,
                  const char *other,
                  StyrColumnKind kind)
{
  g_autofree char *reference = styr_table_dup_reference (b, other, FALSE);
  g_autofree char *formula = g_strdup_printf ("SUM(%s)", reference);
  double expected = styr_table_get_total (b, (guint) styr_table_find_column (b, other));
  guint row = styr_table_get_n_rows (table);

  add_sum_check (table, title, a, column, expected, kind);
  styr_table_set_formula (table, row, "source", formula, expected);
}

/* Rows of goals' first lines where a column is empty: something that isn't filled in. */
static void
add_gap_check (
    StyrTable *table, const char *title, StyrTable *goals, const char *column, guint value)
{
  g_autofree char *count = styr_table_dup_reference (goals, "count", FALSE);
  g_autofree char *cells = styr_table_dup_reference (goals, column, FALSE);
  g_autofree char *formula = g_strdup_printf ("SUMPRODUCT((%s=1)*(%s=\"\"))", count, cells);
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "check", title);
  styr_table_set_formula (table, row, "sheet", formula, value);
  styr_table_set_number (table, row, "source", 0);
  set_kind (table, row, STYR_COLUMN_INTEGER);
  set_result (table, row, value, word_lacks ());
}

static guint
count_gaps (StyrTable *goals, const char *column)
{
  guint first = (guint) styr_table_find_column (goals, "count"),
        index = (guint) styr_table_find_column (goals, column), n = 0;

  for (guint row = 0; row < styr_table_get_n_rows (goals); row++)
    if (styr_table_get_cell (goals, row, first)->number == 1 &&
        styr_table_get_cell (goals, row, index)->text == NULL)
      n++;
  return n;
}

static guint
count_distinct_goals (StyrWorkbookSource *source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < source->goals->len; i++)
    g_hash_table_add (
        seen, (gpointer) styr_record_get_text (g_ptr_array_index (source->goals, i), "goal_id"));
  return g_hash_table_size (seen);
}

/* A column of a sheet, and the sums of the database that it must add up to */
typedef struct
{
  const char *title, *column;
  const char *sum, *other; /* other: added to the sum; nullable */
  StyrColumnKind kind;
} Total;

static const Total of_measures[] = {
  { N_ ("Number of measures"), "count", "measures", NULL, STYR_COLUMN_INTEGER },
  { N_ ("Effect of the measures this year"), "effectYear", "effect_year", NULL, STYR_COLUMN_MONEY },
  { N_ ("Effect of the measures, full year"),
    "effectFull",
    "effect_full",
    NULL,
    STYR_COLUMN_MONEY },
};
static const Total of_feedback[] = {
  { N_ ("Feedback this year"), "all_types", "feedback", NULL, STYR_COLUMN_INTEGER },
  { N_ ("Feedback the year before"),
    "previous_year",
    "previous_feedback",
    NULL,
    STYR_COLUMN_INTEGER },
};
static const Total of_lines[] = {
  { N_ ("Income"), "income", "income", NULL, STYR_COLUMN_MONEY },
  { N_ ("Costs"), "cost", "cost", NULL, STYR_COLUMN_MONEY },
  { N_ ("Net cost = income + costs"), "net", "income", "cost", STYR_COLUMN_MONEY },
  { N_ ("Budget"), "budget", "budget", NULL, STYR_COLUMN_MONEY },
  { N_ ("Forecast"), "forecast", "forecast", NULL, STYR_COLUMN_MONEY },
};

static void
add_totals (StyrTable *table, StyrTable *of, const Total *totals, guint n_totals, StyrRecord *sums)
{
  for (guint i = 0; i < n_totals; i++)
    {
      double expected = styr_record_get_number (sums, totals[i].sum);

      if (totals[i].other != NULL)
        expected += styr_record_get_number (sums, totals[i].other);
      add_sum_check (table, _ (totals[i].title), of, totals[i].column, expected, totals[i].kind);
    }
}

/**
 * styr_workbook_checks_new:
 * @fulfilment: (nullable): NULL when the model has no scale
 * @unit_sums: (nullable): NULL for one unit
 *
 * Returns: (transfer full): the control sheet: sums of the other sheets as formulas against what
 * they were taken from
 */
StyrTable *
styr_workbook_checks_new (StyrWorkbookSource *source,
                          StyrTable *goals,
                          StyrTable *fulfilment,
                          StyrTable *measures,
                          StyrTable *feedback,
                          StyrTable *lines,
                          StyrTable *unit_sums)
{
  StyrTable *table = new_table ();

  add_sum_check (table,
                 _ ("Number of goals"),
                 goals,
                 "count",
                 count_distinct_goals (source),
                 STYR_COLUMN_INTEGER);
  if (fulfilment != NULL)
    add_sheets_check (table,
                      _ ("Goals per grade, and those not assessed, add up to all goals"),
                      fulfilment,
                      goals,
                      "all_goals",
                      "count",
                      STYR_COLUMN_INTEGER);
  add_gap_check (
      table, _ ("Goals without a criterion"), goals, "criterion", count_gaps (goals, "criterion"));
  add_gap_check (
      table, _ ("Goals without an assessment"), goals, "grade", count_gaps (goals, "grade"));
  add_totals (table, measures, of_measures, G_N_ELEMENTS (of_measures), source->sums);
  add_totals (table, feedback, of_feedback, G_N_ELEMENTS (of_feedback), source->sums);
  add_totals (table, lines, of_lines, G_N_ELEMENTS (of_lines), source->sums);
  if (unit_sums != NULL)
    {
      add_sheets_check (table,
                        _ ("Net cost per unit adds up to all operations"),
                        unit_sums,
                        lines,
                        "net",
                        "net",
                        STYR_COLUMN_MONEY);
      add_sheets_check (table,
                        _ ("Deviation per unit adds up to all operations"),
                        unit_sums,
                        lines,
                        "deviation",
                        "deviation",
                        STYR_COLUMN_MONEY);
    }
  return table;
}

/**
 * styr_workbook_dup_verdict:
 * @all_agree: (out): whether no check differs
 *
 * Returns: (transfer full): the formula that tells how many checks differ
 */
char *
styr_workbook_dup_verdict (StyrTable *checks, gboolean *all_agree)
{
  g_autofree char *results = styr_table_dup_reference (checks, "result", FALSE);
  guint column = (guint) styr_table_find_column (checks, "result");

  *all_agree = TRUE;
  for (guint row = 0; row < styr_table_get_n_rows (checks); row++)
    if (g_strcmp0 (styr_table_get_cell (checks, row, column)->text, word_differs ()) == 0)
      *all_agree = FALSE;
  return g_strdup_printf ("IF(COUNTIF(%s,\"%s\")=0,\"%s\",\"%s\")",
                          results,
                          word_differs (),
                          _ ("All sums agree."),
                          _ ("Some sums differ: see the sheet with the checks."));
}
