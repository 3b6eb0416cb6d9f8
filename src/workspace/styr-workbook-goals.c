/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-source.h"

#include "styr-enum-types.h"
#include "styr-report-words.h"

#include <glib/gi18n-lib.h>

static StyrColumn *
add_column (StyrTable *table, const char *id, StyrColumnKind kind, int width, const char *title)
{
  return styr_table_add_column (table, id, title, kind, width);
}

static void
add_wrapped (StyrTable *table, const char *id, int width, const char *title)
{
  add_column (table, id, STYR_COLUMN_TEXT, width, title)->wrap = TRUE;
}

static void
add_number (StyrTable *table, const char *id, const char *pattern, int year)
{
  g_autofree char *title = g_strdup_printf (pattern, year);

  add_column (table, id, STYR_COLUMN_NUMBER, 11, title);
}

/* Good is reached, bad the worst that can be told; what can't be assessed is neither. */
static char
grade_tone (const StyrScale *scale, const StyrGrade *grade)
{
  const StyrGrade *worst = NULL;

  for (guint i = 0; i < scale->grades->len; i++)
    if (((const StyrGrade *) g_ptr_array_index (scale->grades, i))->assessable)
      worst = g_ptr_array_index (scale->grades, i);
  if (!grade->assessable)
    return 'n';
  if (grade->reached)
    return 'g';
  return grade == worst ? 'b' : 'm';
}

static void
add_grade_column (StyrWorkbookSource *source, StyrTable *table)
{
  const StyrScale *scale = styr_workbook_source_get_scale (source);
  StyrColumn *column = add_column (table, "grade", STYR_COLUMN_TEXT, 18, source->assessment);

  for (guint i = 0; scale != NULL && i < scale->grades->len; i++)
    {
      const StyrGrade *grade = g_ptr_array_index (scale->grades, i);
      g_autofree char *label = styr_words_dup_grade (grade);

      styr_column_add_choice (column, label, grade_tone (scale, grade));
    }
}

static void
add_goal_columns (StyrWorkbookSource *source, StyrTable *table)
{
  StyrColumn *column;

  add_column (table, "id", STYR_COLUMN_ID, 17, _ ("Id"));
  add_wrapped (table, "area", 18, source->goal_area);
  add_wrapped (table, "overall", 28, source->overall_goal);
  add_wrapped (table, "unit", 22, source->committee);
  add_wrapped (table, "goal", 34, source->committee_goal);
  add_column (table, "count", STYR_COLUMN_INTEGER, 8, _ ("Number of goals"))->total = TRUE;
  add_wrapped (table, "criterion", 34, source->criterion);
  column = add_column (table, "kind", STYR_COLUMN_TEXT, 11, C_ ("criterion", "Kind"));
  for (int kind = STYR_CRITERION_TEXT; kind <= STYR_CRITERION_EVENT; kind++)
    styr_column_add_choice (column, styr_words_get_criterion_kind (kind), 'n');
  add_column (table, "measure", STYR_COLUMN_TEXT, 11, _ ("Unit of measure"));
  add_number (table, "previous", _ ("Outcome %d"), source->year - 1);
  add_number (table, "target", _ ("Target %d"), source->year);
  add_number (table, "outcome", _ ("Outcome %d"), source->year);
  add_column (table, "periodTarget", STYR_COLUMN_NUMBER, 12, _ ("Target for the term"));
  add_column (table, "due", STYR_COLUMN_DATE, 12, _ ("To happen by"));
  add_column (table, "happened", STYR_COLUMN_DATE, 12, _ ("Happened on"));
  column = add_column (table, "met", STYR_COLUMN_TEXT, 12, _ ("Criterion met"));
  styr_column_add_choice (column, styr_words_get_is_met ("yes"), 'n');
  styr_column_add_choice (column, styr_words_get_is_met ("partly"), 'n');
  styr_column_add_choice (column, styr_words_get_is_met ("no"), 'n');
  styr_column_add_choice (column, styr_words_get_is_met ("unknown"), 'n');
  add_grade_column (source, table);
  column = add_column (table, "trend", STYR_COLUMN_TEXT, 15, _ ("Trend"));
  styr_column_add_choice (column, styr_words_get_trend (STYR_TREND_IMPROVED), 'n');
  styr_column_add_choice (column, styr_words_get_trend (STYR_TREND_UNCHANGED), 'n');
  styr_column_add_choice (column, styr_words_get_trend (STYR_TREND_WORSENED), 'n');
  styr_column_add_choice (column, styr_words_get_trend (STYR_TREND_UNKNOWN), 'n');
  column = add_column (table, "forecast", STYR_COLUMN_TEXT, 11, _ ("Forecast or final"));
  styr_column_add_choice (column, C_ ("assessment", "Forecast"), 'n');
  styr_column_add_choice (column, C_ ("assessment", "Final"), 'n');
  add_wrapped (table, "analysis", 54, _ ("Analysis"));
}

static void
set_number (StyrTable *table, guint row, const char *column, StyrRecord *record, const char *name)
{
  if (styr_record_has (record, name))
    styr_table_set_number (table, row, column, styr_record_get_number (record, name));
}

static char *
labelled (const char *label, const char *text)
{
  if (label == NULL || *label == '\0')
    return g_strdup (text);
  return g_strdup_printf ("%s %s", label, text != NULL ? text : "");
}

static const char *
unit_name (StyrWorkbookSource *source, StyrRecord *record)
{
  const char *name = styr_record_get_text (record, "unit_name");

  return name != NULL ? name : styr_record_get_text (source->municipality, "name");
}

static void
set_place (StyrWorkbookSource *source, StyrTable *table, guint row, StyrRecord *goal)
{
  gboolean upper = styr_workbook_source_is_upper (source, goal);
  g_autofree char *text = labelled (styr_record_get_text (goal, "goal_label"),
                                    styr_record_get_text (goal, "goal_text"));

  styr_table_set_text (table, row, "unit", unit_name (source, goal));
  styr_table_set_text (
      table, row, "area", styr_record_get_text (goal, upper ? "parent_text" : "target_area"));
  styr_table_set_text (
      table, row, "overall", upper ? text : styr_record_get_text (goal, "target_text"));
  styr_table_set_text (table, row, "goal", upper ? NULL : text);
}

static void
set_criterion (StyrTable *table, guint row, StyrRecord *goal)
{
  g_autofree char *text = labelled (styr_record_get_text (goal, "criterion_label"),
                                    styr_record_get_text (goal, "criterion_text"));

  if (!styr_record_has (goal, "criterion_kind"))
    return;
  styr_table_set_text (table, row, "criterion", text);
  styr_table_set_text (table,
                       row,
                       "kind",
                       styr_words_get_criterion_kind (styr_record_get_enum (
                           goal, "criterion_kind", STYR_TYPE_CRITERION_KIND)));
  styr_table_set_text (table, row, "measure", styr_record_get_text (goal, "criterion_unit"));
  set_number (table, row, "previous", goal, "previous_value");
  set_number (table, row, "target", goal, "target_value");
  set_number (table, row, "outcome", goal, "value");
  set_number (table, row, "periodTarget", goal, "period_target");
  styr_table_set_text (table, row, "due", styr_record_get_text (goal, "due_on"));
  styr_table_set_text (table, row, "happened", styr_record_get_text (goal, "happened_on"));
  styr_table_set_text (
      table, row, "met", styr_words_get_is_met (styr_record_get_text (goal, "is_met")));
}

static void
set_assessment (StyrWorkbookSource *source, StyrTable *table, guint row, StyrRecord *goal)
{
  const StyrGrade *grade = styr_workbook_source_get_grade (source, goal);
  g_autofree char *label = styr_words_dup_grade (grade);

  styr_table_set_text (table, row, "grade", label);
  if (grade == NULL)
    return;
  if (styr_record_has (goal, "trend"))
    styr_table_set_text (
        table,
        row,
        "trend",
        styr_words_get_trend (styr_record_get_enum (goal, "trend", STYR_TYPE_TREND)));
  styr_table_set_text (table,
                       row,
                       "forecast",
                       styr_record_get_flag (goal, "is_final") ? C_ ("assessment", "Final")
                                                               : C_ ("assessment", "Forecast"));
  styr_table_set_text (table, row, "analysis", styr_record_get_text (goal, "analysis"));
}

static char *
goals_intro (StyrWorkbookSource *source)
{
  guint total = 0, assessed = 0, reached = 0;

  for (guint i = 0; i < source->goals->len; i++)
    {
      const StyrGrade *grade =
          styr_workbook_source_get_grade (source, g_ptr_array_index (source->goals, i));

      if (!styr_workbook_source_is_first (source, i))
        continue;
      total++;
      assessed += grade != NULL;
      reached += grade != NULL && grade->reached;
    }
  /* Translators: the committee's name and the year; then counts of goals. */
  return g_strdup_printf (_ ("%s %d: %u of %u goals assessed, %u reached. One row a criterion; "
                             "“Number of goals” is 1 on a goal’s first row."),
                          source->subject,
                          source->year,
                          assessed,
                          total,
                          reached);
}

/** The goals: a row a criterion, with the goals above, outcome and assessment. */
StyrTable *
styr_workbook_goals_new (StyrWorkbookSource *source)
{
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Mal */
  StyrTable *table =
      styr_workbook_source_new_table (C_ ("table name", "Goals"), C_ ("sheet", "Goals"));
  g_autofree char *intro = goals_intro (source);

  add_goal_columns (source, table);
  for (guint i = 0; i < source->goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (source->goals, i);
      g_autofree char *id =
          styr_workbook_source_dup_short_id (styr_record_get_text (goal, "goal_id"));
      guint row = styr_table_add_row (table);

      styr_table_set_text (table, row, "id", id);
      styr_table_set_number (table, row, "count", styr_workbook_source_is_first (source, i));
      set_place (source, table, row, goal);
      set_criterion (table, row, goal);
      set_assessment (source, table, row, goal);
    }
  styr_table_set_intro (table, intro);
  styr_table_set_empty_text (
      table, _ ("There are no goals for this year yet. They are written in the plans."));
  return table;
}

static char *
quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

static guint
count_goals (StyrWorkbookSource *source, const char *unit, const StyrGrade *grade)
{
  guint n = 0;

  for (guint i = 0; i < source->goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (source->goals, i);

      if (styr_workbook_source_is_first (source, i) &&
          g_strcmp0 (unit_name (source, goal), unit) == 0 &&
          (grade == NULL || styr_workbook_source_get_grade (source, goal) == grade))
        n++;
    }
  return n;
}

static void
set_sum_formula (StyrTable *table,
                 guint row,
                 const char *column,
                 StyrTable *goals,
                 const char *grade_label,
                 guint value)
{
  g_autofree char *count = styr_table_dup_reference (goals, "count", FALSE);
  g_autofree char *units = styr_table_dup_reference (goals, "unit", FALSE);
  g_autofree char *unit = styr_table_dup_reference (table, "unit", TRUE);
  g_autofree char *grades = styr_table_dup_reference (goals, "grade", FALSE);
  g_autofree char *label = grade_label != NULL ? quote (grade_label) : NULL;
  g_autofree char *formula =
      label != NULL ? g_strdup_printf ("SUMIFS(%s,%s,%s,%s,%s)", count, units, unit, grades, label)
                    : g_strdup_printf ("SUMIFS(%s,%s,%s)", count, units, unit);

  styr_table_set_formula (table, row, column, formula, value);
}

static void
add_fulfilment_row (StyrWorkbookSource *source,
                    StyrTable *table,
                    StyrTable *goals,
                    const StyrScale *scale,
                    const char *unit)
{
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "unit", unit);
  for (guint i = 0; i < scale->grades->len; i++)
    {
      const StyrGrade *grade = g_ptr_array_index (scale->grades, i);
      g_autofree char *label = styr_words_dup_grade (grade);

      set_sum_formula (table, row, grade->id, goals, label, count_goals (source, unit, grade));
    }
  set_sum_formula (table, row, "all_goals", goals, NULL, count_goals (source, unit, NULL));
}

static gboolean
has_row_for (StyrTable *table, const char *unit)
{
  for (guint row = 0; row < styr_table_get_n_rows (table); row++)
    if (g_strcmp0 (styr_table_get_cell (table, row, 0)->text, unit) == 0)
      return TRUE;
  return FALSE;
}

/* Ids of grades have no "_" in them, so the columns beside them can have it without a clash. */
static void
add_fulfilment_columns (StyrWorkbookSource *source,
                        StyrTable *table,
                        const StyrScale *scale,
                        GPtrArray *series)
{
  g_autoptr (GString) rest = g_string_new ("+all_goals!");
  StyrColumn *column;

  add_wrapped (table, "unit", 34, source->committee);
  for (guint i = 0; i < scale->grades->len; i++)
    {
      const StyrGrade *grade = g_ptr_array_index (scale->grades, i);
      g_autofree char *label = styr_words_dup_grade (grade);

      add_column (table, grade->id, STYR_COLUMN_INTEGER, 16, label)->total = TRUE;
      g_string_append_printf (rest, " -%s", grade->id);
      g_ptr_array_add (series, grade->id);
    }
  column = add_column (table, "not_assessed", STYR_COLUMN_INTEGER, 14, _ ("Not assessed"));
  column->total = TRUE;
  add_column (table, "all_goals", STYR_COLUMN_INTEGER, 12, _ ("All goals"))->total = TRUE;
  g_ptr_array_add (series, (char *) "not_assessed");
  g_ptr_array_add (series, NULL);
  column->formula = g_strdup (rest->str);
}

/**
 * styr_workbook_fulfilment_new:
 * @goals: the sheet that is summed
 *
 * Returns: (transfer full) (nullable): goals per unit and grade, as formulas over @goals; NULL when
 * the model has no scale
 */
StyrTable *
styr_workbook_fulfilment_new (StyrWorkbookSource *source, StyrTable *goals)
{
  const StyrScale *scale = styr_workbook_source_get_scale (source);
  g_autofree char *title =
      styr_words_dup_term (source->model, "goalFulfilment", _ ("Goal fulfilment"));
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  StyrTable *table;

  if (scale == NULL)
    return NULL;
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Maluppfyllelse */
  table = styr_workbook_source_new_table (C_ ("table name", "Fulfilment"), title);
  add_fulfilment_columns (source, table, scale, series);
  for (guint i = 0; i < source->goals->len; i++)
    {
      const char *unit = unit_name (source, g_ptr_array_index (source->goals, i));

      if (!has_row_for (table, unit))
        add_fulfilment_row (source, table, goals, scale, unit);
    }
  styr_table_set_intro (table,
                        _ ("How many goals have each grade, reckoned from the sheet with goals."));
  styr_table_set_empty_text (
      table, _ ("There are no goals for this year yet. They are written in the plans."));
  styr_table_set_chart (table,
                        styr_table_get_n_rows (table) > 1 ? STYR_CHART_STACKED : STYR_CHART_COLUMNS,
                        title,
                        _ ("Bars: how many goals have each grade, per unit. The table "
                           "above has the numbers."),
                        "unit",
                        (const char *const *) series->pdata);
  return table;
}

static StyrRecord *
find_goal (StyrWorkbookSource *source, const char *goal_id)
{
  for (guint i = 0; goal_id != NULL && i < source->goals->len; i++)
    if (styr_record_is (g_ptr_array_index (source->goals, i), "goal_id", goal_id))
      return g_ptr_array_index (source->goals, i);
  return NULL;
}

static void
add_measure_columns (StyrWorkbookSource *source, StyrTable *table)
{
  g_autofree char *plan = g_strdup_printf (_ ("In the plan of %d"), source->year + 1);
  StyrColumn *column;

  add_column (table, "id", STYR_COLUMN_ID, 17, _ ("Id"));
  add_wrapped (table, "unit", 22, source->committee);
  add_wrapped (table, "goal", 32, _ ("Goal"));
  add_grade_column (source, table);
  add_wrapped (table, "cause", 34, _ ("Cause of the deviation"));
  add_wrapped (table, "measure", 34, _ ("Measure"));
  add_column (table, "count", STYR_COLUMN_INTEGER, 9, _ ("Number of measures"))->total = TRUE;
  add_wrapped (table, "responsible", 20, _ ("Responsible"));
  add_column (table, "due", STYR_COLUMN_DATE, 12, _ ("Done by"));
  add_column (table, "effectYear", STYR_COLUMN_MONEY, 13, _ ("Effect this year"))->total = TRUE;
  add_column (table, "effectFull", STYR_COLUMN_MONEY, 13, _ ("Effect full year"))->total = TRUE;
  add_wrapped (table, "effect", 26, _ ("Effect in words"));
  column = add_column (table, "status", STYR_COLUMN_TEXT, 11, _ ("Status"));
  for (int progress = STYR_PROGRESS_PLANNED; progress <= STYR_PROGRESS_STOPPED; progress++)
    styr_column_add_choice (column, styr_words_get_progress (progress), 'n');
  add_wrapped (table, "next", 30, plan);
  add_wrapped (table, "reason", 30, _ ("Why no measure"));
}

static void
set_goal_of_measure (StyrWorkbookSource *source, StyrTable *table, guint row, StyrRecord *record)
{
  StyrRecord *goal = find_goal (source, styr_record_get_text (record, "goal_id"));
  g_autofree char *text = labelled (styr_record_get_text (record, "goal_label"),
                                    styr_record_get_text (record, "goal_text"));
  g_autofree char *grade =
      goal != NULL ? styr_words_dup_grade (styr_workbook_source_get_grade (source, goal)) : NULL;

  styr_table_set_text (table, row, "unit", unit_name (source, record));
  styr_table_set_text (table, row, "goal", text);
  styr_table_set_text (table, row, "grade", grade);
}

static void
add_measure_row (StyrWorkbookSource *source, StyrTable *table, StyrRecord *measure)
{
  g_autofree char *id = styr_workbook_source_dup_short_id (styr_record_get_id (measure));
  const char *next = styr_record_get_text (measure, "next_goal_text");
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "id", id);
  set_goal_of_measure (source, table, row, measure);
  styr_table_set_text (table, row, "cause", styr_record_get_text (measure, "cause"));
  styr_table_set_text (table, row, "measure", styr_record_get_text (measure, "text"));
  styr_table_set_number (table, row, "count", 1);
  styr_table_set_text (table, row, "responsible", styr_record_get_text (measure, "responsible"));
  styr_table_set_text (table, row, "due", styr_record_get_text (measure, "due_on"));
  set_number (table, row, "effectYear", measure, "effect_year");
  set_number (table, row, "effectFull", measure, "effect_full");
  styr_table_set_text (table, row, "effect", styr_record_get_text (measure, "effect_text"));
  styr_table_set_text (
      table,
      row,
      "status",
      styr_words_get_progress (styr_record_get_enum (measure, "status", STYR_TYPE_PROGRESS)));
  styr_table_set_text (
      table, row, "next", next != NULL ? next : styr_record_get_text (measure, "next_plan_text"));
}

/* A deviation without a measure is shown too: the gap is the point. */
static void
add_unmet_row (StyrWorkbookSource *source, StyrTable *table, StyrRecord *goal)
{
  g_autofree char *id = styr_workbook_source_dup_short_id (styr_record_get_text (goal, "goal_id"));
  const char *reason = styr_record_get_text (goal, "no_measure_reason");
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "id", id);
  set_goal_of_measure (source, table, row, goal);
  styr_table_set_text (table, row, "cause", styr_record_get_text (goal, "analysis"));
  styr_table_set_number (table, row, "count", 0);
  styr_table_set_text (table, row, "reason", reason != NULL ? reason : _ ("Not filled in"));
}

/** The measures, and the goals that should have one and don't. */
StyrTable *
styr_workbook_measures_new (StyrWorkbookSource *source)
{
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Atgarder */
  StyrTable *table = styr_workbook_source_new_table (C_ ("table name", "Measures"),
                                                     C_ ("sheet", "Deviations and measures"));

  add_measure_columns (source, table);
  for (guint i = 0; i < source->measures->len; i++)
    add_measure_row (source, table, g_ptr_array_index (source->measures, i));
  for (guint i = 0; i < source->goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (source->goals, i);
      const StyrGrade *grade = styr_workbook_source_get_grade (source, goal);

      if (styr_workbook_source_is_first (source, i) && grade != NULL && grade->needs_measure &&
          styr_record_get_int (goal, "n_measures") == 0)
        add_unmet_row (source, table, goal);
    }
  styr_table_set_intro (
      table,
      _ ("Measures of the year’s reports, then goals that aren’t reached and have no measure."));
  styr_table_set_empty_text (table, _ ("There are no deviations and no measures for this year."));
  return table;
}
