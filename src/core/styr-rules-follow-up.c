/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about follow-up: that goals are assessed, and that what isn't reached leads to something.
 */

static gboolean
is_assessments_of (const StyrSection *section)
{
  return section->kind == STYR_SECTION_ASSESSMENTS && !section->is_retired;
}

/* A goal in a report: the next year's report judges it anew. */
static StyrObject
object_of_goal (const StyrInvGoal *goal, const StyrInvDocument *report)
{
  return styr_object_in_year (styr_object_of_part ("goal", goal->id, goal->text, report),
                              report->first_year);
}

/* What a report says of a goal: the decision's grade, else the proposal's. */
static const StyrInvAssessment *
find_said (const StyrInvDocument *report, const StyrInvGoal *goal)
{
  const StyrInvAssessment *said = NULL;

  for (guint i = 0; i < goal->assessments->len; i++)
    {
      const StyrInvAssessment *assessment = goal->assessments->pdata[i];

      if (assessment->document != report || assessment->grade == NULL)
        continue;
      if (said == NULL || g_strcmp0 (assessment->stage, "decision") == 0)
        said = assessment;
    }
  return said;
}

static gboolean
is_asked (const StyrCheck *check, const StyrSection *section, const StyrInvGoal *goal)
{
  const StyrRule *rule = check->rule;

  if (styr_text_is_empty (goal->text) ||
      (section->goal_type != NULL && !g_str_equal (section->goal_type, goal->type)))
    return FALSE;
  if (rule->goal_types->len > 0)
    return styr_strings_contain (rule->goal_types, goal->type);
  return goal->kind == NULL || goal->kind->scale != NULL;
}

static void
check_assessed_section (StyrCheck *check, const StyrInvDocument *report, const StyrSection *section)
{
  g_autoptr (GPtrArray) plans = styr_inventory_dup_plans (check->inventory, report, section);

  for (guint i = 0; i < plans->len; i++)
    {
      GPtrArray *goals = ((const StyrInvDocument *) plans->pdata[i])->goals;

      for (guint j = 0; j < goals->len; j++)
        {
          const StyrInvGoal *goal = goals->pdata[j];

          if (is_asked (check, section, goal) && find_said (report, goal) == NULL)
            styr_check_add (check,
                            object_of_goal (goal, report),
                            _ ("%s is not assessed in %s."),
                            styr_check_name_goal (check, goal),
                            styr_check_name_document (check, report));
        }
    }
}

/* A report is judged when it is decided, or when its day has passed. */
static void
check_assessed (StyrCheck *check)
{
  g_autoptr (GPtrArray) reports =
      styr_check_dup_documents_of (check, check->rule->document_types, check->rule->decided);

  for (guint i = 0; i < reports->len; i++)
    {
      const StyrInvDocument *report = reports->pdata[i];
      gboolean is_due = check->rule->month != 0 && styr_check_is_due (check, report->first_year);

      for (guint j = 0; (report->is_decided || is_due) && report->kind != NULL &&
                        j < report->kind->sections->len;
           j++)
        if (is_assessments_of (report->kind->sections->pdata[j]))
          check_assessed_section (check, report, report->kind->sections->pdata[j]);
    }
}

static void
check_not_assessed (StyrCheck *check)
{
  g_autoptr (GPtrArray) reports =
      styr_check_dup_documents_of (check, check->rule->document_types, check->rule->decided);

  for (guint i = 0; i < reports->len; i++)
    {
      const StyrInvDocument *report = reports->pdata[i];
      guint n = 0;

      for (guint j = 0; j < report->assessments->len; j++)
        n += ((const StyrInvAssessment *) report->assessments->pdata[j])->grade != NULL;
      if (n > 0)
        styr_check_add (check,
                        styr_object_of_document (report),
                        ngettext ("%s assesses %u goal; goals are not assessed in it.",
                                  "%s assesses %u goals; goals are not assessed in it.",
                                  n),
                        styr_check_name_document (check, report),
                        n);
    }
}

/* Criteria ---------------------------------------------------------------------------------- */

static const StyrInvGoal *
find_earlier (const StyrInvGoal *goal, const StyrInvDocument *earlier)
{
  for (guint i = 0; i < earlier->goals->len; i++)
    {
      const StyrInvGoal *other = earlier->goals->pdata[i];

      if (g_strcmp0 (goal->recurs_from_id, other->id) == 0)
        return other;
    }
  return NULL;
}

static gboolean
is_same_criterion (const StyrInvCriterion *one, const StyrInvCriterion *other)
{
  return g_strcmp0 (one->text, other->text) == 0 &&
         g_strcmp0 (one->target_value, other->target_value) == 0 &&
         g_strcmp0 (one->target_text, other->target_text) == 0 &&
         g_strcmp0 (one->period_target, other->period_target) == 0 &&
         g_strcmp0 (one->due_on, other->due_on) == 0;
}

static gboolean
has_same_criteria (const StyrInvGoal *goal, const StyrInvGoal *earlier)
{
  if (goal->criteria->len != earlier->criteria->len)
    return FALSE;
  for (guint i = 0; i < goal->criteria->len; i++)
    if (!is_same_criterion (goal->criteria->pdata[i], earlier->criteria->pdata[i]))
      return FALSE;
  return TRUE;
}

/* A decided document isn't written in, so criteria change with a new version of it: one decided
 * after the year that it is judged for began. */
static gboolean
was_changed_late (const StyrInvGoal *goal, int year)
{
  const StyrInvDocument *plan = goal->document;
  g_autofree char *first_day = g_strdup_printf ("%04d-01-01", year);
  const StyrInvGoal *earlier;

  if (plan->previous_version == NULL || plan->decided_on == NULL ||
      strcmp (plan->decided_on, first_day) <= 0)
    return FALSE;
  earlier = find_earlier (goal, plan->previous_version);
  return earlier != NULL && !has_same_criteria (goal, earlier);
}

static void
check_changed (StyrCheck *check)
{
  g_autoptr (GPtrArray) reports =
      styr_check_dup_documents_of (check, check->rule->document_types, check->rule->decided);

  for (guint i = 0; i < reports->len; i++)
    {
      const StyrInvDocument *report = reports->pdata[i];
      const StyrInvGoal *last = NULL;

      for (guint j = 0; j < report->assessments->len; j++)
        {
          const StyrInvAssessment *assessment = report->assessments->pdata[j];
          const StyrInvGoal *goal = assessment->goal;

          if (goal == NULL || goal == last || assessment->grade == NULL || goal->document == NULL)
            continue;
          last = goal;
          if (was_changed_late (goal, report->year))
            styr_check_add (check,
                            object_of_goal (goal, report),
                            _ ("%s is judged by criteria that were changed on %s, after the year "
                               "began (%s)."),
                            styr_check_name_goal (check, goal),
                            styr_check_date (check, goal->document->decided_on),
                            styr_check_name_document (check, report));
        }
    }
}

/* Deviations -------------------------------------------------------------------------------- */

static const StyrGrade *
find_grade (const StyrInvDocument *report, const StyrInvGoal *goal, const char *grade)
{
  const StyrScale *scale = NULL;

  for (guint i = 0; report->kind != NULL && i < report->kind->sections->len; i++)
    {
      const StyrSection *section = report->kind->sections->pdata[i];

      if (section->kind == STYR_SECTION_ASSESSMENTS && section->scale != NULL &&
          (section->goal_type == NULL || g_str_equal (section->goal_type, goal->type)))
        scale = styr_model_find_scale (report->model, section->scale);
      if (scale != NULL && styr_scale_find_grade (scale, grade) != NULL)
        return styr_scale_find_grade (scale, grade);
    }
  if (goal->kind != NULL && goal->kind->scale != NULL)
    scale = styr_model_find_scale (report->model, goal->kind->scale);
  return scale != NULL ? styr_scale_find_grade (scale, grade) : NULL;
}

typedef void (*DeviationFunc) (StyrCheck *check,
                               const StyrInvDocument *report,
                               const StyrInvGoal *goal,
                               const StyrGrade *grade);

static void
for_each_deviation (StyrCheck *check, DeviationFunc func)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GPtrArray) reports =
      styr_check_dup_documents_of (check, rule->document_types, rule->decided);

  for (guint i = 0; i < reports->len; i++)
    {
      const StyrInvDocument *report = reports->pdata[i];
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < report->assessments->len; j++)
        {
          StyrInvGoal *goal = ((const StyrInvAssessment *) report->assessments->pdata[j])->goal;
          const StyrInvAssessment *said;
          const StyrGrade *grade;

          if (goal == NULL || !g_hash_table_add (seen, goal) ||
              (rule->goal_types->len > 0 && !styr_strings_contain (rule->goal_types, goal->type)))
            continue;
          said = find_said (report, goal);
          grade = said != NULL ? find_grade (report, goal, said->grade) : NULL;
          if (grade != NULL && !grade->reached && grade->assessable)
            func (check, report, goal, grade);
        }
    }
}

/* Whether a measure of the same year, or a reason in the report, answers the deviation. */
static gboolean
is_answered (const StyrInvDocument *report, const StyrInvGoal *goal)
{
  for (guint i = 0; i < goal->measures->len; i++)
    {
      const StyrInvMeasure *measure = goal->measures->pdata[i];

      if (!styr_text_is_empty (measure->text) && measure->document != NULL &&
          measure->document->year == report->year)
        return TRUE;
    }
  for (guint i = 0; i < goal->assessments->len; i++)
    {
      const StyrInvAssessment *assessment = goal->assessments->pdata[i];

      if (assessment->document == report && styr_text_is_reason (assessment->no_measure_reason))
        return TRUE;
    }
  return FALSE;
}

static void
find_measure_missing (StyrCheck *check,
                      const StyrInvDocument *report,
                      const StyrInvGoal *goal,
                      const StyrGrade *grade)
{
  if (grade->needs_measure && !is_answered (report, goal))
    styr_check_add (check,
                    object_of_goal (goal, report),
                    _ ("%s is judged as “%s” but has neither a measure nor a reason for none."),
                    styr_check_name_goal (check, goal),
                    grade->label);
}

static void
find_analysis_missing (StyrCheck *check,
                       const StyrInvDocument *report,
                       const StyrInvGoal *goal,
                       const StyrGrade *grade)
{
  for (guint i = 0; i < goal->assessments->len; i++)
    {
      const StyrInvAssessment *assessment = goal->assessments->pdata[i];

      if (assessment->document == report && !styr_text_is_empty (assessment->analysis))
        return;
    }
  styr_check_add (check,
                  object_of_goal (goal, report),
                  _ ("%s is judged as “%s” without an analysis of why."),
                  styr_check_name_goal (check, goal),
                  grade->label);
}

static void
check_deviation_measure (StyrCheck *check)
{
  for_each_deviation (check, find_measure_missing);
}

static void
check_deviation_analysis (StyrCheck *check)
{
  for_each_deviation (check, find_analysis_missing);
}

/* Measures ---------------------------------------------------------------------------------- */

static gboolean
is_open (const StyrInvMeasure *measure)
{
  return g_strcmp0 (measure->status, "done") != 0 && g_strcmp0 (measure->status, "stopped") != 0 &&
         !styr_text_is_empty (measure->text);
}

/* The measures that were still open of the rule's documents, of the year or the one before: what
 * was decided in one year is done in the next. */
static GPtrArray *
dup_open_measures (StyrCheck *check)
{
  GPtrArray *all = styr_inventory_get_rows (check->inventory, STYR_INV_MEASURE);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const StyrInvMeasure *measure = all->pdata[i];
      const StyrInvDocument *document = measure->document;

      if (document != NULL && document->is_standing && is_open (measure) &&
          styr_check_concerns_type (check, document->type) &&
          (document->in_year || document->year == check->year - 1))
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

static void
check_measure_carried (StyrCheck *check)
{
  g_autoptr (GPtrArray) measures = dup_open_measures (check);

  for (guint i = 0; i < measures->len; i++)
    {
      const StyrInvMeasure *measure = measures->pdata[i];

      if (measure->next_plan_goal_id == NULL && styr_text_is_empty (measure->next_plan_text) &&
          styr_check_is_due (check, measure->document->first_year))
        styr_check_add (
            check,
            styr_object_of_part ("measure", measure->id, measure->text, measure->document),
            _ ("The measure %s is neither done nor carried into the next plan (%s)."),
            styr_check_short_text (check, measure->text),
            styr_check_name_document (check, measure->document));
    }
}

static void
check_measure_done (StyrCheck *check)
{
  g_autoptr (GPtrArray) measures = dup_open_measures (check);

  for (guint i = 0; i < measures->len; i++)
    {
      const StyrInvMeasure *measure = measures->pdata[i];

      if (measure->due_on != NULL && strcmp (measure->due_on, check->today) < 0)
        styr_check_add (
            check,
            styr_object_of_part ("measure", measure->id, measure->text, measure->document),
            _ ("The measure %s was to be done by %s (%s)."),
            styr_check_short_text (check, measure->text),
            styr_check_date (check, measure->due_on),
            styr_check_name_document (check, measure->document));
    }
}

const StyrRuleKind styr_rule_kinds_follow_up[] = {
  { "goal-assessed",
    N_ ("Goals are assessed"),
    N_ ("Finds goals without an assessment in a report that is decided or due."),
    { { "documentTypes", N_ ("Reports"), TRUE },
      { "goalTypes", N_ ("Goals"), FALSE },
      { "month", N_ ("Due in the month"), FALSE },
      { "day", N_ ("Day"), FALSE },
      { "yearOffset", N_ ("Years from the first year"), FALSE } },
    check_assessed },
  { "goal-not-assessed",
    N_ ("Reports without assessments"),
    N_ ("Finds assessments of goals in reports that shall have none."),
    { { "documentTypes", N_ ("Reports"), TRUE } },
    check_not_assessed },
  { "criteria-changed",
    N_ ("Criteria that were changed"),
    N_ ("Finds goals judged by criteria that were changed after the year began."),
    { { "documentTypes", N_ ("Reports"), FALSE } },
    check_changed },
  { "deviation-measure",
    N_ ("Deviations lead to something"),
    N_ ("Finds goals that were not reached and have neither a measure nor a reason for none."),
    { { "documentTypes", N_ ("Reports"), FALSE }, { "goalTypes", N_ ("Goals"), FALSE } },
    check_deviation_measure },
  { "deviation-analysis",
    N_ ("Deviations are analysed"),
    N_ ("Finds goals that were not reached and have no analysis."),
    { { "documentTypes", N_ ("Reports"), FALSE }, { "goalTypes", N_ ("Goals"), FALSE } },
    check_deviation_analysis },
  { "measure-carried",
    N_ ("Measures go into the next plan"),
    N_ ("Finds measures that are neither done nor carried into the next plan."),
    { { "documentTypes", N_ ("Documents"), FALSE },
      { "month", N_ ("From the month"), FALSE },
      { "day", N_ ("Day"), FALSE },
      { "yearOffset", N_ ("Years from the first year"), FALSE } },
    check_measure_carried },
  { "measure-done",
    N_ ("Measures are done in time"),
    N_ ("Finds measures that are past their day and not done."),
    { { "documentTypes", N_ ("Documents"), FALSE } },
    check_measure_done },
  { 0 }
};
