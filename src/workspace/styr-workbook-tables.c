/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-tables.h"

#include "styr-report-words.h"
#include "styr-workbook-source.h"

#include <glib/gi18n-lib.h>

static guint
add_line (StyrTable *page, const char *key, const char *value)
{
  guint row = styr_table_add_row (page);

  styr_table_set_text (page, row, "key", key);
  styr_table_set_text (page, row, "value", value);
  return row;
}

static void
add_about (StyrWorkbookSource *source, StyrTable *page, StyrTable *checks)
{
  g_autofree char *year = g_strdup_printf ("%d", source->year);
  const char *unit = styr_record_get_text (source->municipality, "money_unit");
  gboolean all_agree;
  g_autofree char *verdict = styr_workbook_dup_verdict (checks, &all_agree);
  guint row;

  add_line (page, _ ("What this is"), NULL);
  add_line (page, _ ("Municipality"), styr_record_get_text (source->municipality, "name"));
  if (styr_record_get_flag (source->municipality, "is_example"))
    add_line (page,
              _ ("Example data"),
              _ ("These are made-up figures and texts, to try the program with."));
  add_line (page, _ ("About"), source->subject);
  add_line (page, _ ("Year"), year);
  row = add_line (page, _ ("Taken out on"), source->today);
  styr_table_set_cell_kind (page, row, "value", STYR_COLUMN_DATE);
  add_line (page, _ ("Steering model"), styr_model_get_name (source->model));
  row = add_line (page, _ ("Do the sums agree?"), NULL);
  styr_table_set_formula_text (page,
                               row,
                               "value",
                               verdict,
                               all_agree ? _ ("All sums agree.")
                                         : _ ("Some sums differ: see the sheet with the checks."));
  add_line (page, _ ("How to read the figures"), NULL);
  add_line (page, _ ("Amounts"), unit);
  add_line (
      page, _ ("Signs"), _ ("Income is positive, costs are negative. Net cost = income + costs."));
  add_line (page,
            _ ("Deviation"),
            _ ("Deviation = net cost − budget. Plus is good: better than budget."));
  add_line (page,
            _ ("Grades"),
            _ ("The decided assessment, or the proposal before there is a decision. A final one "
               "goes before a forecast."));
  add_line (page,
            _ ("Formulas"),
            _ ("Sums, net cost, deviation and checks are formulas: they follow when a figure is "
               "changed here. Nothing goes back to the program."));
}

static void
add_sheets (StyrTable *page, GPtrArray *tables)
{
  add_line (page, _ ("The sheets"), NULL);
  for (guint i = 0; i < tables->len; i++)
    {
      StyrTable *table = g_ptr_array_index (tables, i);

      add_line (page, styr_table_get_title (table), styr_table_get_intro (table));
    }
}

static gboolean
has_unit (GPtrArray *records, const char *unit_id)
{
  for (guint i = 0; i < records->len; i++)
    if (styr_record_is (g_ptr_array_index (records, i), "unit_id", unit_id))
      return TRUE;
  return FALSE;
}

static gboolean
has_feedback (StyrWorkbookSource *source, const char *unit_id)
{
  for (guint i = 0; i < source->feedback->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (source->feedback, i);

      if (styr_record_is (record, "unit_id", unit_id) && styr_record_has (record, "count"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_content (StyrWorkbookSource *source, StyrRecord *unit, StyrSectionKind kind)
{
  const char *id = styr_record_get_id (unit);

  if (kind == STYR_SECTION_ECONOMY)
    return has_unit (source->economy, id);
  return kind == STYR_SECTION_FEEDBACK ? has_feedback (source, id) : has_unit (source->goals, id);
}

/* The names of the units that have nothing of a kind, though the model asks for it. */
static gboolean
add_missing_units (StyrWorkbookSource *source,
                   StyrTable *page,
                   StyrSectionKind kind,
                   const char *key)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < source->units->len; i++)
    {
      StyrRecord *unit = g_ptr_array_index (source->units, i);

      if (styr_workbook_source_expects (source, unit, kind) && !has_content (source, unit, kind))
        g_string_append_printf (
            names, "%s%s", names->len > 0 ? ", " : "", styr_record_get_text (unit, "name"));
    }
  if (names->len > 0)
    add_line (page, key, names->str);
  return names->len > 0;
}

typedef struct
{
  guint criteria, grades, measures;
} Gaps;

static Gaps
count_gaps (StyrWorkbookSource *source)
{
  Gaps gaps = { 0, 0, 0 };

  for (guint i = 0; i < source->goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (source->goals, i);
      const StyrGrade *grade = styr_workbook_source_get_grade (source, goal);

      if (!styr_workbook_source_is_first (source, i))
        continue;
      gaps.criteria += !styr_record_has (goal, "criterion_kind");
      gaps.grades += grade == NULL;
      gaps.measures += grade != NULL && grade->needs_measure &&
                       styr_record_get_int (goal, "n_measures") == 0 &&
                       !styr_record_has (goal, "no_measure_reason");
    }
  return gaps;
}

static gboolean
add_count (StyrTable *page, const char *key, guint n)
{
  /* Translators: how many goals lack something. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u goal", "%u goals", n), n);

  if (n > 0)
    add_line (page, key, text);
  return n > 0;
}

static void
add_missing (StyrWorkbookSource *source, StyrTable *page)
{
  Gaps gaps = count_gaps (source);
  gboolean any = FALSE;

  add_line (page, _ ("What is missing"), NULL);
  any |= add_missing_units (source, page, STYR_SECTION_GOALS, _ ("No goals from"));
  any |= add_missing_units (source, page, STYR_SECTION_ECONOMY, _ ("No economy from"));
  any |= add_missing_units (source, page, STYR_SECTION_FEEDBACK, _ ("No feedback counts from"));
  any |= add_count (page, _ ("Without a criterion"), gaps.criteria);
  any |= add_count (page, _ ("Without an assessment"), gaps.grades);
  any |= add_count (page, _ ("Neither measure nor reason"), gaps.measures);
  if (!any)
    add_line (page, _ ("Nothing"), _ ("Everything that the model asks for is filled in."));
}

static StyrTable *
read_me_new (StyrWorkbookSource *source, GPtrArray *tables, StyrTable *checks)
{
  StyrTable *page = styr_table_new (NULL, C_ ("sheet", "Read me"));
  g_autofree char *intro = g_strdup_printf ("%s %d", source->subject, source->year);

  styr_table_add_column (page, "key", "", STYR_COLUMN_TEXT, 34);
  styr_table_add_column (page, "value", "", STYR_COLUMN_TEXT, 100)->wrap = TRUE;
  styr_table_set_intro (page, intro);
  add_about (source, page, checks);
  add_missing (source, page);
  add_sheets (page, tables);
  return page;
}

/**
 * styr_workbook_tables_new:
 * @unit_id: (nullable): NULL = the whole municipality
 * @today: ISO date of the taking out
 *
 * The sheets of the workbook for those who keep the economy: read me, goals, goal fulfilment,
 * deviations and measures, feedback, operations (for all units also a sum per unit) and checks.
 * Amounts are in whole kronor; the writer shows them in the municipality's unit.
 *
 * Returns: (transfer full) (element-type StyrTable) (nullable): NULL with an error of the store
 */
GPtrArray *
styr_workbook_tables_new (StyrStore *store,
                          StyrModel *model,
                          const char *unit_id,
                          int year,
                          const char *today,
                          GError **error)
{
  g_autoptr (StyrWorkbookSource) source =
      styr_workbook_source_new (store, model, unit_id, year, today, error);
  GPtrArray *tables;
  StyrTable *goals, *fulfilment, *measures, *feedback, *lines, *unit_sums, *decisions, *checks;

  if (source == NULL)
    return NULL;

  goals = styr_workbook_goals_new (source);
  fulfilment = styr_workbook_fulfilment_new (source, goals);
  measures = styr_workbook_measures_new (source);
  feedback = styr_workbook_feedback_new (source);
  lines = styr_workbook_lines_new (source);
  unit_sums = styr_workbook_unit_sums_new (source, lines);
  decisions = styr_workbook_decisions_new (source, store);
  checks =
      styr_workbook_checks_new (source, goals, fulfilment, measures, feedback, lines, unit_sums);

  tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (tables, goals);
  if (fulfilment != NULL)
    g_ptr_array_add (tables, fulfilment);
  g_ptr_array_add (tables, measures);
  g_ptr_array_add (tables, feedback);
  g_ptr_array_add (tables, lines);
  if (unit_sums != NULL)
    g_ptr_array_add (tables, unit_sums);
  if (decisions != NULL)
    g_ptr_array_add (tables, decisions);
  g_ptr_array_add (tables, checks);
  g_ptr_array_insert (tables, 0, read_me_new (source, tables, checks));
  return tables;
}
