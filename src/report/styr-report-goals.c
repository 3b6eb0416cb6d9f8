/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-sections.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-report-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
dup_labelled (const char *label, const char *text)
{
  if (!is_filled (text))
    text = styr_report_not_filled_in ();
  return is_filled (label) ? g_strdup_printf ("%s. %s", label, text) : g_strdup (text);
}

/** The goal with its number or letter; (transfer full). */
char *
styr_report_dup_goal (StyrReportMaker *self, StyrRecord *goal)
{
  return goal != NULL ? dup_labelled (styr_record_get_text (goal, "label"),
                                      styr_record_get_text (goal, "text"))
                      : g_strdup ("");
}

/* Criteria ---------------------------------------------------------------------------------- */

static char *
dup_amount (StyrRecord *record, const char *column, const char *unit)
{
  g_autofree char *number = NULL;

  if (!styr_record_has (record, column))
    return g_strdup ("");
  number = styr_format_number (styr_record_get_number (record, column), -1);
  return is_filled (unit) ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

/* The targets of a goal that holds several years: in a report that of its year, in a plan all. */
static char *
dup_year_targets (StyrReportMaker *self, StyrRecord *criterion, gboolean of_year)
{
  g_autoptr (GPtrArray) targets = styr_dossier_dup_where (
      self->dossier, "criterion_target", "criterion_id", styr_record_get_id (criterion));
  int year = styr_record_get_int (styr_dossier_get_document (self->dossier), "year");
  const char *unit = styr_record_get_text (criterion, "unit");
  g_autofree char *period = dup_amount (criterion, "period_target", unit);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      int target_year = styr_record_get_int (targets->pdata[i], "year");
      g_autofree char *amount = dup_amount (targets->pdata[i], "value", unit);

      if (of_year && target_year == year)
        g_string_assign (text, amount);
      else if (!of_year)
        g_string_append_printf (text, "%s%d: %s", text->len > 0 ? "\n" : "", target_year, amount);
    }
  if (!of_year && text->len > 0 && *period != '\0')
    {
      /* Translators: the target of an indicator for the whole term of office. */
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("whole period: %s"), period);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_target (StyrReportMaker *self, StyrRecord *criterion, gboolean of_year)
{
  const char *text = styr_record_get_text (criterion, "target_text"),
             *due = styr_record_get_text (criterion, "due_on");
  g_autofree char *years = dup_year_targets (self, criterion, of_year);
  g_autofree char *amount =
      dup_amount (criterion, "target_value", styr_record_get_text (criterion, "unit"));

  if (*years != '\0')
    return g_steal_pointer (&years);
  if (*amount != '\0')
    return g_steal_pointer (&amount);
  if (is_filled (due))
    return g_strdup_printf (_ ("by %s"), due);
  return g_strdup (text != NULL ? text : "");
}

static char *
dup_outcome (StyrReportMaker *self, StyrRecord *criterion)
{
  StyrRecord *outcome = styr_dossier_find_outcome (self->dossier, styr_record_get_id (criterion));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *amount = NULL;

  if (outcome == NULL)
    return g_strdup (styr_report_not_filled_in ());
  amount = dup_amount (outcome, "value", styr_record_get_text (criterion, "unit"));
  g_string_append (text, *amount != '\0' ? amount : "");
  if (is_filled (styr_record_get_text (outcome, "happened_on")))
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? ", " : "", styr_record_get_text (outcome, "happened_on"));
  if (is_filled (styr_record_get_text (outcome, "note")))
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? "\n" : "", styr_record_get_text (outcome, "note"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
met_word (StyrReportMaker *self, StyrRecord *criterion)
{
  StyrRecord *outcome = styr_dossier_find_outcome (self->dossier, styr_record_get_id (criterion));
  const char *word =
      outcome != NULL ? styr_words_get_is_met (styr_record_get_text (outcome, "is_met")) : NULL;

  return word != NULL ? word : "";
}

static void
add_criterion (StyrReportMaker *self,
               StyrReportBlock *table,
               StyrRecord *criterion,
               gboolean with_outcome)
{
  const char *label = styr_record_get_text (criterion, "label"),
             *source = styr_record_get_text (criterion, "source");
  g_autofree char *text = dup_labelled (label, styr_record_get_text (criterion, "text"));
  g_autofree char *target = dup_target (self, criterion, with_outcome);

  if (with_outcome)
    {
      g_autofree char *outcome = dup_outcome (self, criterion);

      styr_block_add_row (table, text, target, outcome, met_word (self, criterion), NULL);
    }
  else
    {
      g_autofree char *baseline =
          dup_amount (criterion, "baseline", styr_record_get_text (criterion, "unit"));

      styr_block_add_row (table, text, baseline, target, source != NULL ? source : "", NULL);
    }
}

/* How one tells that the goal is reached, and with @with_outcome what became of it. */
static void
add_criteria (StyrReportMaker *self, StyrRecord *goal, gboolean with_outcome)
{
  g_autoptr (GPtrArray) criteria =
      styr_dossier_dup_where (self->dossier, "criterion", "goal_id", styr_record_get_id (goal));
  const StyrGoalType *type =
      styr_model_find_goal_type (self->model, styr_record_get_text (goal, "type"));
  g_autofree char *title =
      styr_words_dup_term (self->model, "fulfilmentCriterion", _ ("Criterion"));
  StyrReportBlock *table;

  if (criteria->len == 0)
    {
      if (type != NULL && type->needs_criteria)
        styr_report_add_gap (self->report, title);
      return;
    }
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, NULL);
  styr_block_add_column (table, title, 4, FALSE);
  if (with_outcome)
    {
      styr_block_add_column (table, _ ("Target"), 1.6, FALSE);
      styr_block_add_column (table, _ ("Outcome"), 2.2, FALSE);
      styr_block_add_column (table, _ ("Met"), 1.3, FALSE);
    }
  else
    {
      styr_block_add_column (table, _ ("Today"), 1.3, FALSE);
      styr_block_add_column (table, _ ("Target"), 1.6, FALSE);
      styr_block_add_column (table, _ ("Source"), 1.8, FALSE);
    }
  for (guint i = 0; i < criteria->len; i++)
    add_criterion (self, table, g_ptr_array_index (criteria, i), with_outcome);
}

/* Goals of a plan --------------------------------------------------------------------------- */

static void
add_links (StyrReportMaker *self, StyrRecord *goal, const StyrSection *section)
{
  g_autoptr (GPtrArray) links =
      styr_dossier_dup_where (self->dossier, "goal_link", "goal_id", styr_record_get_id (goal));
  const char *own = styr_record_get_text (goal, "own_reason");
  const StyrGoalType *target =
      section->link_goal_type != NULL
          ? styr_model_find_goal_type (self->model, section->link_goal_type)
          : NULL;
  g_autofree char *heading =
      styr_words_dup_capital (target != NULL ? target->name : _ ("Goal above"));
  StyrReportBlock *table;

  if (links->len == 0)
    {
      if (is_filled (own))
        styr_report_add_text (self->report, _ ("Why the goal serves no goal above"), own);
      else if (section->link_goal_type != NULL)
        styr_report_add_gap (self->report, heading);
      return;
    }
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, NULL);
  styr_block_add_column (table, heading, 3.5, FALSE);
  styr_block_add_column (table, _ ("How it is served"), 1.3, FALSE);
  styr_block_add_column (table, _ ("Reason"), 3, FALSE);
  for (guint i = 0; i < links->len; i++)
    {
      StyrRecord *link = g_ptr_array_index (links, i);
      g_autofree char *text = dup_labelled (styr_record_get_text (link, "target_label"),
                                            styr_record_get_text (link, "target_text"));
      gboolean direct =
          styr_record_get_enum (link, "kind", STYR_TYPE_LINK_KIND) == STYR_LINK_DIRECT;
      const char *reason = styr_record_get_text (link, "motivation");

      styr_block_add_row (table,
                          text,
                          direct ? C_ ("link", "Directly") : C_ ("link", "Indirectly"),
                          reason != NULL ? reason : "",
                          NULL);
    }
}

static void
add_goal_fields (StyrReportMaker *self, StyrRecord *goal)
{
  const StyrGoalType *type =
      styr_model_find_goal_type (self->model, styr_record_get_text (goal, "type"));

  if (is_filled (styr_record_get_text (goal, "motivation")))
    styr_report_add_text (
        self->report, _ ("Why this goal"), styr_record_get_text (goal, "motivation"));
  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const StyrField *field = g_ptr_array_index (type->fields, i);
      g_autofree char *value = styr_report_dup_value (
          self,
          field,
          styr_dossier_get_value (self->dossier, styr_record_get_id (goal), field->id));

      if (value != NULL)
        styr_report_add_text (self->report, field->title, value);
      else if (field->required && !field->is_retired)
        styr_report_add_gap (self->report, field->title);
    }
}

static void
add_goal (StyrReportMaker *self, StyrRecord *goal, const StyrSection *section, int level)
{
  g_autofree char *text = styr_report_dup_goal (self, goal);

  styr_report_add_heading (self->report, level, text);
  add_goal_fields (self, goal);
  add_criteria (self, goal, FALSE);
  add_links (self, goal, section);
}

/** The goals of a plan, under those that group them, with criteria and the goals they serve. */
gboolean
styr_report_add_goals (StyrReportMaker *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) goals = styr_dossier_dup_goals (self->dossier, section);
  const char *group = NULL;

  for (guint i = 0; i < goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (goals, i);
      const char *parent_id = styr_record_get_text (goal, "parent_id");
      StyrRecord *parent = section->parent_goal_type != NULL && parent_id != NULL
                               ? styr_dossier_find (self->dossier, "goal", parent_id)
                               : NULL;

      if (parent != NULL && g_strcmp0 (parent_id, group) != 0)
        {
          g_autofree char *text = styr_report_dup_goal (self, parent);

          styr_report_add_heading (self->report, 3, text);
          group = parent_id;
        }
      add_goal (self, goal, section, parent != NULL ? 4 : 3);
    }
  return goals->len > 0;
}

/* Assessments ------------------------------------------------------------------------------- */

static const StyrScale *
scale_of (StyrReportMaker *self, const StyrSection *section, StyrRecord *goal)
{
  const StyrGoalType *type =
      styr_model_find_goal_type (self->model, styr_record_get_text (goal, "type"));
  const StyrScale *scale =
      section->scale != NULL ? styr_model_find_scale (self->model, section->scale) : NULL;

  if (scale == NULL && type != NULL && type->scale != NULL)
    scale = styr_model_find_scale (self->model, type->scale);
  return scale;
}

static char *
dup_grade (const StyrScale *scale, const char *grade)
{
  return scale != NULL && grade != NULL
             ? styr_words_dup_grade (styr_scale_find_grade (scale, grade))
             : NULL;
}

static void
add_stage (StyrReportMaker *self,
           StyrReportBlock *pairs,
           const StyrScale *scale,
           StyrRecord *assessment,
           const char *title)
{
  g_autofree char *grade =
      assessment != NULL ? dup_grade (scale, styr_record_get_text (assessment, "grade")) : NULL;
  g_autofree char *text = NULL;

  if (grade == NULL)
    return;
  text = styr_record_get_flag (assessment, "is_final")
             ? g_strdup (grade)
             : g_strdup_printf (_ ("%s (forecast)"), grade);
  styr_block_add_row (pairs, title, text, NULL);
}

static void
add_reasons (StyrReportMaker *self, StyrRecord *assessment)
{
  const char *reason = styr_record_get_text (assessment, "reason"),
             *none = styr_record_get_text (assessment, "no_measure_reason");

  if (is_filled (reason))
    styr_report_add_text (self->report, _ ("Why it is assessed so"), reason);
  if (is_filled (none))
    styr_report_add_text (self->report, _ ("Why there is no measure"), none);
}

static gboolean
differs (StyrRecord *proposal, StyrRecord *decision)
{
  return proposal != NULL && decision != NULL &&
         is_filled (styr_record_get_text (proposal, "analysis")) &&
         g_strcmp0 (styr_record_get_text (proposal, "analysis"),
                    styr_record_get_text (decision, "analysis")) != 0;
}

/* Proposal, decision and the board's view stand side by side: none takes another's place. */
static void
add_assessment (StyrReportMaker *self, const StyrSection *section, StyrRecord *goal)
{
  const char *id = styr_record_get_id (goal);
  StyrRecord *proposal = styr_dossier_find_assessment (self->dossier, id, STYR_STAGE_PROPOSAL);
  StyrRecord *decision = styr_dossier_find_assessment (self->dossier, id, STYR_STAGE_DECISION);
  StyrRecord *board = styr_dossier_find_assessment (self->dossier, id, STYR_STAGE_BOARD);
  StyrRecord *told = decision != NULL && is_filled (styr_record_get_text (decision, "analysis"))
                         ? decision
                         : proposal;
  StyrRecord *trend = decision != NULL && styr_record_has (decision, "trend") ? decision : proposal;
  const StyrScale *scale = scale_of (self, section, goal);
  StyrReportBlock *pairs = styr_report_add (self->report, STYR_BLOCK_PAIRS, _ ("Assessment"));

  add_stage (self, pairs, scale, decision, _ ("Decision"));
  add_stage (self, pairs, scale, proposal, _ ("Proposal"));
  add_stage (self, pairs, scale, board, _ ("The board’s assessment"));
  if (pairs->rows->len == 0)
    styr_block_add_row (pairs, _ ("Assessment"), styr_report_not_filled_in (), NULL);
  if (trend != NULL && styr_record_has (trend, "trend"))
    styr_block_add_row (
        pairs,
        _ ("Trend"),
        styr_words_get_trend (styr_record_get_enum (trend, "trend", STYR_TYPE_TREND)),
        NULL);
  if (told != NULL && is_filled (styr_record_get_text (told, "analysis")))
    styr_report_add_text (self->report, _ ("Analysis"), styr_record_get_text (told, "analysis"));
  else
    styr_report_add_gap (self->report, _ ("Analysis"));
  if (told != NULL)
    add_reasons (self, told);
  if (told == decision && differs (proposal, decision))
    styr_report_add_text (
        self->report, _ ("Analysis in the proposal"), styr_record_get_text (proposal, "analysis"));
}

static guint
count_grade (StyrReportMaker *self, GPtrArray *goals, const char *grade)
{
  guint n = 0;

  for (guint i = 0; i < goals->len; i++)
    n += g_strcmp0 (styr_dossier_get_grade (self->dossier,
                                            styr_record_get_id (g_ptr_array_index (goals, i))),
                    grade) == 0;
  return n;
}

/* "Reached or Reached to a high degree": the grades that count, so that nobody wonders which */
static char *
dup_reaching (const StyrScale *scale)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < scale->grades->len; i++)
    {
      const StyrGrade *grade = g_ptr_array_index (scale->grades, i);
      /* Translators: between the names of grades. */
      const char *between = C_ ("grades", " or ");

      if (grade->reached)
        g_string_append_printf (labels, "%s“%s”", labels->len > 0 ? between : "", grade->label);
    }
  return g_string_free (labels, FALSE);
}

static void
add_sentence (
    StyrReportMaker *self, const StyrScale *scale, guint all, guint assessed, guint reached)
{
  g_autofree char *share = styr_format_number (all > 0 ? 100.0 * reached / all : 0, 0);
  g_autofree char *grades = dup_reaching (scale);
  /* Translators: assessed goals, all goals. */
  g_autofree char *first = g_strdup_printf (
      ngettext ("%u of %u goal is assessed.", "%u of %u goals are assessed.", all), assessed, all);
  /* Translators: reached goals, the names of the grades that count as reached, per cent. */
  g_autofree char *second = g_strdup_printf (ngettext ("%u has the grade %s (%s %% of all).",
                                                       "%u have the grade %s (%s %% of all).",
                                                       reached),
                                             reached,
                                             grades,
                                             share);
  g_autofree char *sentence =
      *grades != '\0' ? g_strdup_printf ("%s %s", first, second) : g_strdup (first);

  styr_report_add (self->report, STYR_BLOCK_PARAGRAPH, sentence);
}

static void
add_summary (StyrReportMaker *self, GPtrArray *goals, const StyrScale *scale)
{
  StyrReportBlock *bar;
  guint rest = goals->len, reached = 0;

  bar = styr_report_add (self->report, STYR_BLOCK_BAR, _ ("Goals per grade"));
  for (guint i = 0; i < scale->grades->len; i++)
    {
      const StyrGrade *grade = g_ptr_array_index (scale->grades, i);
      guint n = count_grade (self, goals, grade->id);

      styr_block_add_share (bar, grade, grade->label, n);
      rest -= n;
      reached += grade->reached ? n : 0;
    }
  styr_block_add_share (bar, NULL, _ ("Not assessed"), rest);
  add_sentence (self, scale, goals->len, goals->len - rest, reached);
}

/** What became of each goal: a sentence and a bar for all, then goal by goal. */
gboolean
styr_report_add_assessments (StyrReportMaker *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) goals = styr_dossier_dup_goals (self->dossier, section);
  const StyrScale *scale =
      goals->len > 0 ? scale_of (self, section, g_ptr_array_index (goals, 0)) : NULL;

  if (scale != NULL)
    add_summary (self, goals, scale);
  for (guint i = 0; i < goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (goals, i);
      g_autofree char *text = styr_report_dup_goal (self, goal);

      styr_report_add_heading (self->report, 3, text);
      add_assessment (self, section, goal);
      add_criteria (self, goal, TRUE);
    }
  return goals->len > 0;
}
