/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-sections.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-report-words.h"

#include <glib/gi18n-lib.h>

static const char *
text_of (StyrRecord *record, const char *column)
{
  const char *text = record != NULL ? styr_record_get_text (record, column) : NULL;

  return text != NULL ? text : "";
}

static const char *
progress_of (StyrRecord *record)
{
  return styr_words_get_progress (styr_record_get_enum (record, "status", STYR_TYPE_PROGRESS));
}

static char *
dup_goal_of (StyrReportMaker *self, StyrRecord *record)
{
  return styr_report_dup_goal (
      self, styr_dossier_find (self->dossier, "goal", styr_record_get_text (record, "goal_id")));
}

/* Activities and measures -------------------------------------------------------------------- */

static char *
dup_time (StyrRecord *activity)
{
  const char *from = text_of (activity, "starts_on"), *to = text_of (activity, "due_on");

  if (*from != '\0' && *to != '\0')
    return g_strdup_printf ("%s –\n%s", from, to);
  return g_strdup (*to != '\0' ? to : from);
}

/** What is done for the goals, by whom and when. */
gboolean
styr_report_add_activities (StyrReportMaker *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) activities = styr_dossier_dup_rows (self->dossier, section);
  StyrReportBlock *table;

  if (activities->len == 0)
    return FALSE;
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, section->title);
  table->quiet = TRUE;
  styr_block_add_column (table, _ ("Activity"), 3, FALSE);
  styr_block_add_column (table, _ ("Goal"), 2.4, FALSE);
  styr_block_add_column (table, _ ("Responsible"), 1.5, FALSE);
  styr_block_add_column (table, _ ("When"), 1.2, FALSE);
  styr_block_add_column (table, _ ("Status"), 1.1, FALSE);
  styr_block_add_column (table, _ ("Result"), 2, FALSE);
  for (guint i = 0; i < activities->len; i++)
    {
      StyrRecord *activity = g_ptr_array_index (activities, i);
      g_autofree char *goal = dup_goal_of (self, activity), *time = dup_time (activity);

      styr_block_add_row (table,
                          text_of (activity, "text"),
                          goal,
                          text_of (activity, "responsible"),
                          time,
                          progress_of (activity),
                          text_of (activity, "result"),
                          NULL);
    }
  return TRUE;
}

static char *
dup_effect (StyrReportMaker *self, StyrRecord *measure)
{
  g_autofree char *year = NULL, *full = NULL;
  const char *words = text_of (measure, "effect_text");
  GString *effect = g_string_new (words);

  if (styr_record_has (measure, "effect_year"))
    {
      year = styr_format_money (styr_record_get_int (measure, "effect_year"), self->money_unit);
      g_string_append_printf (effect, "%s", effect->len > 0 ? "\n" : "");
      g_string_append_printf (effect, _ ("%s %s this year"), year, self->money_unit);
    }
  if (styr_record_has (measure, "effect_full"))
    {
      full = styr_format_money (styr_record_get_int (measure, "effect_full"), self->money_unit);
      g_string_append_printf (effect, "%s", effect->len > 0 ? "\n" : "");
      g_string_append_printf (effect, _ ("%s %s a full year"), full, self->money_unit);
    }
  return g_string_free (effect, FALSE);
}

static char *
dup_why (StyrReportMaker *self, StyrRecord *measure)
{
  g_autofree char *goal = dup_goal_of (self, measure);
  const char *cause = text_of (measure, "cause");

  if (*goal == '\0' || *cause == '\0')
    return g_strdup (*goal != '\0' ? goal : cause);
  return g_strdup_printf (_ ("%s\nCause: %s"), goal, cause);
}

/** What is done about what wasn't reached. */
gboolean
styr_report_add_measures (StyrReportMaker *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) measures = styr_dossier_dup_rows (self->dossier, section);
  StyrReportBlock *table;

  if (measures->len == 0)
    return FALSE;
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, section->title);
  table->quiet = TRUE;
  styr_block_add_column (table, _ ("Measure"), 2.6, FALSE);
  styr_block_add_column (table, _ ("Goal and cause"), 2.8, FALSE);
  styr_block_add_column (table, _ ("Responsible"), 1.4, FALSE);
  styr_block_add_column (table, _ ("Done by"), 1.2, FALSE);
  styr_block_add_column (table, _ ("Status"), 1.1, FALSE);
  styr_block_add_column (table, _ ("Effect"), 1.7, FALSE);
  for (guint i = 0; i < measures->len; i++)
    {
      StyrRecord *measure = g_ptr_array_index (measures, i);
      g_autofree char *why = dup_why (self, measure), *effect = dup_effect (self, measure);

      styr_block_add_row (table,
                          text_of (measure, "text"),
                          why,
                          text_of (measure, "responsible"),
                          text_of (measure, "due_on"),
                          progress_of (measure),
                          effect,
                          NULL);
    }
  return TRUE;
}

/* Feedback ----------------------------------------------------------------------------------- */

static const char *
feedback_name (StyrReportMaker *self, const char *id)
{
  GPtrArray *types = styr_model_get_feedback_types (self->model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrFeedbackType *type = g_ptr_array_index (types, i);

      if (g_strcmp0 (type->id, id) == 0)
        return type->name;
    }
  return id;
}

static char *
dup_count (StyrRecord *record, const char *column, gint64 *sum)
{
  if (!styr_record_has (record, column))
    return g_strdup ("");
  *sum += styr_record_get_int (record, column);
  return styr_format_number (styr_record_get_number (record, column), 0);
}

/** Counts of what residents have said, beside the year before. */
gboolean
styr_report_add_feedback (StyrReportMaker *self, const StyrSection *section)
{
  static const char *const columns[] = { "count", "previous_count", "handled", "led_to_change" };
  g_autoptr (GPtrArray) totals = styr_dossier_dup_rows (self->dossier, section);
  gint64 sums[G_N_ELEMENTS (columns)] = { 0 };
  char *all[G_N_ELEMENTS (columns)] = { NULL };
  StyrReportBlock *table;

  if (totals->len == 0)
    return FALSE;
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, section->title);
  table->quiet = TRUE;
  styr_block_add_column (table, _ ("Kind"), 1.6, FALSE);
  styr_block_add_column (table, _ ("Area"), 2.4, FALSE);
  styr_block_add_column (table, _ ("Number"), 1, TRUE);
  styr_block_add_column (table, _ ("The year before"), 1.2, TRUE);
  styr_block_add_column (table, _ ("Handled"), 1.1, TRUE);
  styr_block_add_column (table, _ ("Led to a change"), 1.3, TRUE);
  for (guint i = 0; i < totals->len; i++)
    {
      StyrRecord *total = g_ptr_array_index (totals, i);
      g_autofree char *count = dup_count (total, columns[0], &sums[0]),
                      *previous = dup_count (total, columns[1], &sums[1]);
      g_autofree char *handled = dup_count (total, columns[2], &sums[2]),
                      *changed = dup_count (total, columns[3], &sums[3]);

      styr_block_add_row (table,
                          feedback_name (self, text_of (total, "type")),
                          text_of (total, "area"),
                          count,
                          previous,
                          handled,
                          changed,
                          NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    all[i] = styr_format_number ((double) sums[i], 0);
  styr_block_add_row (table, C_ ("table", "Total"), "", all[0], all[1], all[2], all[3], NULL);
  table->has_total = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_clear_pointer (&all[i], g_free);
  return TRUE;
}

/* Economy ------------------------------------------------------------------------------------ */

enum
{
  PREVIOUS_NET,
  INCOME,
  COST,
  NET,
  BUDGET,
  DEVIATION,
  FORECAST,
  N_AMOUNTS
};

typedef struct
{
  gboolean has[N_AMOUNTS];
  gint64 value[N_AMOUNTS];
} Amounts;

static void
set_amount (Amounts *amounts, int which, gint64 value)
{
  amounts->has[which] = TRUE;
  amounts->value[which] += value;
}

static void
add_amount (Amounts *amounts, int which, StyrRecord *line, const char *column)
{
  if (styr_record_has (line, column))
    set_amount (amounts, which, styr_record_get_int (line, column));
}

/* Costs are negative; net = income + cost; deviation = net - budget: plus is better than budget. */
static void
read_line (Amounts *amounts, StyrRecord *line)
{
  add_amount (amounts, PREVIOUS_NET, line, "previous_income");
  add_amount (amounts, PREVIOUS_NET, line, "previous_cost");
  add_amount (amounts, INCOME, line, "income");
  add_amount (amounts, COST, line, "cost");
  add_amount (amounts, NET, line, "income");
  add_amount (amounts, NET, line, "cost");
  add_amount (amounts, BUDGET, line, "budget");
  add_amount (amounts, FORECAST, line, "forecast");
  if (amounts->has[NET] && amounts->has[BUDGET])
    set_amount (amounts, DEVIATION, amounts->value[NET] - amounts->value[BUDGET]);
}

static void
add_amounts_row (StyrReportMaker *self,
                 StyrReportBlock *table,
                 const char *name,
                 const Amounts *amounts)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  g_strv_builder_add (row, name);
  for (int i = 0; i < N_AMOUNTS; i++)
    {
      g_autofree char *text =
          amounts->has[i] ? styr_format_money (amounts->value[i], self->money_unit) : g_strdup ("");

      g_strv_builder_add (row, text);
    }
  styr_block_take_row (table, g_strv_builder_end (row));
}

static void
add_to_sum (Amounts *sum, const Amounts *amounts)
{
  for (int i = 0; i < N_AMOUNTS; i++)
    if (amounts->has[i])
      set_amount (sum, i, amounts->value[i]);
}

static void
add_comments (StyrReportMaker *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      StyrRecord *line = g_ptr_array_index (lines, i);

      if (*text_of (line, "comment") != '\0')
        styr_report_add_text (self->report, text_of (line, "area"), text_of (line, "comment"));
    }
}

/** The year's economy, with net cost and deviation reckoned as in the workbook. */
gboolean
styr_report_add_economy (StyrReportMaker *self, const StyrSection *section)
{
  static const double weight = 1.15;
  g_autoptr (GPtrArray) lines = styr_dossier_dup_rows (self->dossier, section);
  g_autofree char *caption = g_strdup_printf (
      _ ("%s. Amounts in %s, costs negative; plus in the deviation is better than budget."),
      section->title,
      self->money_unit);
  Amounts sum = { 0 };
  StyrReportBlock *table;

  if (lines->len == 0)
    return FALSE;
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, caption);
  styr_block_add_column (table, _ ("Activity area"), 2, FALSE);
  styr_block_add_column (table, _ ("Net cost last year"), weight, TRUE);
  styr_block_add_column (table, _ ("Income"), weight, TRUE);
  styr_block_add_column (table, _ ("Costs"), weight, TRUE);
  styr_block_add_column (table, _ ("Net cost"), weight, TRUE);
  styr_block_add_column (table, _ ("Budget"), weight, TRUE);
  styr_block_add_column (table, _ ("Deviation"), weight, TRUE);
  styr_block_add_column (table, _ ("Forecast"), weight, TRUE);
  for (guint i = 0; i < lines->len; i++)
    {
      Amounts amounts = { 0 };

      read_line (&amounts, g_ptr_array_index (lines, i));
      add_amounts_row (self, table, text_of (g_ptr_array_index (lines, i), "area"), &amounts);
      add_to_sum (&sum, &amounts);
    }
  add_amounts_row (self, table, C_ ("table", "Total"), &sum);
  table->has_total = TRUE;
  add_comments (self, lines);
  return TRUE;
}
