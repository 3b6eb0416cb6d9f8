/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-source.h"

#include <glib/gi18n-lib.h>

static StyrColumn *
add_money (StyrTable *table, const char *id, const char *pattern, int year)
{
  g_autofree char *title = g_strdup_printf (pattern, year);
  StyrColumn *column = styr_table_add_column (table, id, title, STYR_COLUMN_MONEY, 14);

  column->total = TRUE;
  return column;
}

static void
set_number (StyrTable *table, guint row, const char *column, StyrRecord *record, const char *name)
{
  if (styr_record_has (record, name))
    styr_table_set_number (table, row, column, styr_record_get_number (record, name));
}

/* Costs are negative; net = income + cost; deviation = net - budget, so plus is better than budget.
 */
static void
add_line_columns (StyrWorkbookSource *source, StyrTable *table)
{
  styr_table_add_column (table, "unit", source->committee, STYR_COLUMN_TEXT, 28)->wrap = TRUE;
  styr_table_add_column (table, "area", _ ("Activity area"), STYR_COLUMN_TEXT, 26)->wrap = TRUE;
  add_money (table, "previousIncome", _ ("Income %d"), source->year - 1);
  add_money (table, "income", _ ("Income %d"), source->year);
  add_money (table, "previousCost", _ ("Costs %d"), source->year - 1);
  add_money (table, "cost", _ ("Costs %d"), source->year);
  add_money (table, "net", _ ("Net cost %d"), source->year)->formula = g_strdup ("+income +cost");
  add_money (table, "budget", _ ("Budget %d"), source->year);
  add_money (table, "deviation", _ ("Deviation from budget"), 0)->formula =
      g_strdup ("+net! -budget!");
  add_money (table, "forecast", _ ("Forecast %d"), source->year);
  styr_table_add_column (table, "comment", _ ("Comment"), STYR_COLUMN_TEXT, 44)->wrap = TRUE;
}

static void
add_line (StyrTable *table, StyrRecord *line)
{
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "unit", styr_record_get_text (line, "unit_name"));
  styr_table_set_text (table, row, "area", styr_record_get_text (line, "area"));
  set_number (table, row, "previousIncome", line, "previous_income");
  set_number (table, row, "income", line, "income");
  set_number (table, row, "previousCost", line, "previous_cost");
  set_number (table, row, "cost", line, "cost");
  set_number (table, row, "budget", line, "budget");
  set_number (table, row, "forecast", line, "forecast");
  styr_table_set_text (table, row, "comment", styr_record_get_text (line, "comment"));
}

/** The economy: a row an activity, with net cost and deviation as formulas. */
StyrTable *
styr_workbook_lines_new (StyrWorkbookSource *source)
{
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Drift */
  StyrTable *table =
      styr_workbook_source_new_table (C_ ("table name", "Operations"), C_ ("sheet", "Operations"));

  add_line_columns (source, table);
  for (guint i = 0; i < source->economy->len; i++)
    add_line (table, g_ptr_array_index (source->economy, i));
  styr_table_set_intro (
      table, _ ("Costs are negative. Deviation = net cost − budget: plus is better than budget."));
  styr_table_set_empty_text (table,
                             _ ("There are no figures for this year yet. They are filled in where "
                                "the economy is reported."));
  if (source->unit_id != NULL)
    styr_table_set_chart (
        table,
        STYR_CHART_COLUMNS,
        _ ("Net cost and budget"),
        _ ("Bars: net cost and budget per activity. The table above has the numbers."),
        "area",
        (const char *const[]){ "net", "budget", NULL });
  return table;
}

static double
sum_of_unit (StyrTable *lines, const char *unit, const char *column)
{
  guint name = (guint) styr_table_find_column (lines, "unit"),
        index = (guint) styr_table_find_column (lines, column);
  double sum = 0;

  for (guint row = 0; row < styr_table_get_n_rows (lines); row++)
    if (g_strcmp0 (styr_table_get_cell (lines, row, name)->text, unit) == 0)
      sum += styr_table_get_cell (lines, row, index)->number;
  return sum;
}

static void
set_unit_sum (StyrTable *table, guint row, StyrTable *lines, const char *column, const char *unit)
{
  g_autofree char *values = styr_table_dup_reference (lines, column, FALSE);
  g_autofree char *names = styr_table_dup_reference (lines, "unit", FALSE);
  g_autofree char *own = styr_table_dup_reference (table, "unit", TRUE);
  g_autofree char *formula = g_strdup_printf ("SUMIFS(%s,%s,%s)", values, names, own);

  styr_table_set_formula (table, row, column, formula, sum_of_unit (lines, unit, column));
}

/** The economy a row a unit, as sums of @lines. NULL when the workbook is about one unit only. */
StyrTable *
styr_workbook_unit_sums_new (StyrWorkbookSource *source, StyrTable *lines)
{
  static const char *const summed[] = { "net", "budget", "deviation", "forecast" };
  StyrTable *table;
  const char *last = NULL;

  if (source->unit_id != NULL)
    return NULL;
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: DriftPerNamnd */
  table = styr_workbook_source_new_table (C_ ("table name", "OperationsPerUnit"),
                                          C_ ("sheet", "Operations per unit"));
  styr_table_add_column (table, "unit", source->committee, STYR_COLUMN_TEXT, 34)->wrap = TRUE;
  add_money (table, "net", _ ("Net cost %d"), source->year);
  add_money (table, "budget", _ ("Budget %d"), source->year);
  add_money (table, "deviation", _ ("Deviation from budget"), 0);
  add_money (table, "forecast", _ ("Forecast %d"), source->year);
  for (guint i = 0; i < source->economy->len; i++)
    {
      const char *unit = styr_record_get_text (g_ptr_array_index (source->economy, i), "unit_name");
      guint row;

      if (g_strcmp0 (unit, last) == 0)
        continue;
      last = unit;
      row = styr_table_add_row (table);
      styr_table_set_text (table, row, "unit", unit);
      for (gsize j = 0; j < G_N_ELEMENTS (summed); j++)
        set_unit_sum (table, row, lines, summed[j], unit);
    }
  styr_table_set_intro (
      table,
      _ ("Sums of the sheet with the operations. Plus in the deviation is better than budget."));
  styr_table_set_empty_text (table,
                             _ ("There are no figures for this year yet. They are filled in where "
                                "the economy is reported."));
  styr_table_set_chart (
      table,
      STYR_CHART_COLUMNS,
      _ ("Net cost, budget and forecast"),
      _ ("Bars: net cost, budget and forecast per unit. The table above has the numbers."),
      "unit",
      (const char *const[]){ "net", "budget", "forecast", NULL });
  return table;
}

static GPtrArray *
add_feedback_columns (StyrWorkbookSource *source, StyrTable *table)
{
  GPtrArray *types = styr_model_get_feedback_types (source->model), *series = g_ptr_array_new ();
  g_autofree char *previous = g_strdup_printf (_ ("Total %d"), source->year - 1);
  g_autofree char *total = g_strdup_printf (_ ("Total %d"), source->year);
  g_autoptr (GString) sum = g_string_new (NULL);
  StyrColumn *column;

  styr_table_add_column (table, "unit", source->committee, STYR_COLUMN_TEXT, 34)->wrap = TRUE;
  for (guint i = 0; i < types->len; i++)
    {
      const StyrFeedbackType *type = g_ptr_array_index (types, i);

      styr_table_add_column (table, type->id, type->name, STYR_COLUMN_INTEGER, 13)->total = TRUE;
      g_string_append_printf (sum, "+%s ", type->id);
      g_ptr_array_add (series, type->id);
    }
  g_ptr_array_add (series, NULL);
  column = styr_table_add_column (table, "all_types", total, STYR_COLUMN_INTEGER, 13);
  column->total = TRUE;
  column->formula = g_strchomp (g_strdup (sum->str));
  styr_table_add_column (table, "previous_year", previous, STYR_COLUMN_INTEGER, 13)->total = TRUE;
  column = styr_table_add_column (table, "change_since", _ ("Change"), STYR_COLUMN_INTEGER, 13);
  column->total = TRUE;
  column->formula = g_strdup ("+all_types! -previous_year!");
  styr_table_add_column (table, "handled_count", _ ("Handled"), STYR_COLUMN_INTEGER, 13)->total =
      TRUE;
  styr_table_add_column (table, "led_to_change", _ ("Led to a change"), STYR_COLUMN_INTEGER, 13)
      ->total = TRUE;
  return series;
}

static void
add_to_cell (StyrTable *table, guint row, const char *column, StyrRecord *record, const char *name)
{
  int index = styr_table_find_column (table, column);

  if (index >= 0 && styr_record_has (record, name))
    styr_table_set_number (table,
                           row,
                           column,
                           styr_table_get_cell (table, row, (guint) index)->number +
                               styr_record_get_number (record, name));
}

static void
fill_feedback_row (StyrWorkbookSource *source, StyrTable *table, guint row, const char *unit_id)
{
  for (guint i = 0; i < source->feedback->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (source->feedback, i);

      if (!styr_record_is (record, "unit_id", unit_id))
        continue;
      add_to_cell (table, row, styr_record_get_text (record, "type"), record, "count");
      add_to_cell (table, row, "previous_year", record, "previous");
      add_to_cell (table, row, "handled_count", record, "handled");
      add_to_cell (table, row, "led_to_change", record, "led_to_change");
    }
}

static void
add_feedback_row (StyrWorkbookSource *source,
                  StyrTable *table,
                  const char *unit_id,
                  const char *name,
                  GHashTable *seen)
{
  guint row;

  if (!g_hash_table_add (seen, (gpointer) unit_id))
    return;
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "unit", name);
  fill_feedback_row (source, table, row, unit_id);
}

/** Feedback per unit and type, beside the year before. Units without figures have an empty row: the
 * gap is seen. */
StyrTable *
styr_workbook_feedback_new (StyrWorkbookSource *source)
{
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Synpunkter */
  StyrTable *table =
      styr_workbook_source_new_table (C_ ("table name", "Feedback"), C_ ("sheet", "Feedback"));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) series = add_feedback_columns (source, table);

  for (guint i = 0; i < source->units->len; i++)
    {
      StyrRecord *unit = g_ptr_array_index (source->units, i);

      if (styr_workbook_source_expects (source, unit, STYR_SECTION_FEEDBACK))
        add_feedback_row (
            source, table, styr_record_get_id (unit), styr_record_get_text (unit, "name"), seen);
    }
  for (guint i = 0; i < source->feedback->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (source->feedback, i);

      add_feedback_row (source,
                        table,
                        styr_record_get_text (record, "unit_id"),
                        styr_record_get_text (record, "unit_name"),
                        seen);
    }
  styr_table_set_intro (table,
                        _ ("Counts of what residents have said. An empty row has no figures yet."));
  styr_table_set_empty_text (table, _ ("There is no feedback for this year yet."));
  if (source->feedback->len > 0)
    styr_table_set_chart (
        table,
        styr_table_get_n_rows (table) > 1 ? STYR_CHART_STACKED : STYR_CHART_COLUMNS,
        C_ ("sheet", "Feedback"),
        _ ("Bars: feedback of each type, per unit. The table above has the numbers."),
        "unit",
        (const char *const *) series->pdata);
  return table;
}
