/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/* Rules about how goals hang together: what they serve, who carries them. */

static const char *
name_goal_types (StyrCheck *check, GPtrArray *goal_types)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (goal_types->len == 0)
    return _ ("any goal above");
  for (guint i = 0; i < goal_types->len; i++)
    {
      const StyrGoalType *type = styr_model_find_goal_type (check->model, goal_types->pdata[i]);

      g_ptr_array_add (words,
                       type == NULL           ? goal_types->pdata[i]
                       : type->plural != NULL ? type->plural
                                              : type->name);
    }
  return styr_check_list_choices (check, words);
}

static gboolean
is_of (const StyrInvGoal *goal, GPtrArray *goal_types)
{
  return goal_types->len == 0 || styr_strings_contain (goal_types, goal->type);
}

static guint
count_links_to (const StyrInvGoal *goal, GPtrArray *goal_types)
{
  guint n = 0;

  for (guint i = 0; i < goal->links->len; i++)
    n += is_of (((const StyrInvLink *) goal->links->pdata[i])->target, goal_types);
  return n;
}

static void
check_linked (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, rule->goal_types);

  for (guint i = 0; i < goals->len; i++)
    {
      const StyrInvGoal *goal = goals->pdata[i];

      if (count_links_to (goal, rule->other_goal_types) > 0 ||
          (rule->reason_counts && styr_text_is_reason (goal->own_reason)))
        continue;
      styr_check_add (check,
                      styr_object_of_goal (goal),
                      rule->reason_counts
                          ? _ ("%s has neither a link to %s nor a reason of its own.")
                          : _ ("%s has no link to %s."),
                      styr_check_name_goal (check, goal),
                      name_goal_types (check, rule->other_goal_types));
    }
}

/* Only goals that are judged now serve anything now: those of the year, in documents that count. */
static guint
count_served_by (StyrCheck *check, const StyrInvGoal *goal, GPtrArray *goal_types)
{
  guint n = 0;

  for (guint i = 0; i < goal->served_by->len; i++)
    {
      const StyrInvGoal *serving = ((const StyrInvLink *) goal->served_by->pdata[i])->goal;

      n += is_of (serving, goal_types) && serving->document != NULL &&
           serving->document->is_standing && serving->document->in_year;
    }
  return n;
}

static void
check_covered (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, rule->goal_types);
  int least = rule->has_min ? (int) rule->min : 1;

  for (guint i = 0; i < goals->len; i++)
    {
      const StyrInvGoal *goal = goals->pdata[i];
      guint n = count_served_by (check, goal, rule->other_goal_types);

      if ((int) n >= least)
        continue;
      if (n == 0)
        styr_check_add (check,
                        styr_object_in_year (styr_object_of_goal (goal), check->year),
                        _ ("%s is served by none of the %s."),
                        styr_check_name_goal (check, goal),
                        name_goal_types (check, rule->other_goal_types));
      else
        styr_check_add (check,
                        styr_object_in_year (styr_object_of_goal (goal), check->year),
                        _ ("%s is served by %u of the %s; at least %d are asked for."),
                        styr_check_name_goal (check, goal),
                        n,
                        name_goal_types (check, rule->other_goal_types),
                        least);
    }
}

/* The goals of the year by unit: StyrInvUnit* to GPtrArray of StyrInvGoal*. */
static GHashTable *
group_by_unit (StyrCheck *check)
{
  GHashTable *units = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, check->rule->goal_types);

  for (guint i = 0; i < goals->len; i++)
    {
      StyrInvUnit *unit = ((const StyrInvGoal *) goals->pdata[i])->document->unit;
      GPtrArray *own = g_hash_table_lookup (units, unit);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (units, unit, own);
        }
      g_ptr_array_add (own, goals->pdata[i]);
    }
  return units;
}

/* What the goals of a unit serve, of the other goal types. */
static GHashTable *
dup_served (GPtrArray *goals, GPtrArray *goal_types)
{
  GHashTable *served = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < goals->len; i++)
    {
      const StyrInvGoal *goal = goals->pdata[i];

      for (guint j = 0; j < goal->links->len; j++)
        {
          StyrInvGoal *target = ((const StyrInvLink *) goal->links->pdata[j])->target;

          if (is_of (target, goal_types))
            g_hash_table_add (served, target);
        }
    }
  return served;
}

/* A unit with the goals of its plan, where what is missing is written: of the year, or of the years
 * that the plan is for. */
static StyrObject
object_of_goals (const StyrCheck *check, const StyrInvUnit *unit, GPtrArray *goals)
{
  const StyrInvDocument *plan = ((const StyrInvGoal *) goals->pdata[0])->document;
  StyrObject object = styr_object_in_year (styr_object_of_unit (unit),
                                           plan->first_year != 0 ? plan->first_year : check->year);

  object.document_id = plan->id;
  return object;
}

static void
check_choice (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GHashTable) by_unit = group_by_unit (check);
  g_autoptr (GPtrArray) units = styr_check_dup_units (check, rule->body_types);
  const StyrGoalType *other =
      styr_model_find_goal_type (check->model, rule->other_goal_types->pdata[0]);

  for (guint i = 0; other != NULL && i < units->len; i++)
    {
      const StyrInvUnit *unit = units->pdata[i];
      GPtrArray *goals = g_hash_table_lookup (by_unit, unit);
      g_autoptr (GHashTable) served = NULL;
      guint n;

      if (goals == NULL)
        continue;
      served = dup_served (goals, rule->other_goal_types);
      n = g_hash_table_size (served);
      if ((rule->has_min && n < rule->min) || (rule->has_max && n > rule->max))
        styr_check_add (check,
                        object_of_goals (check, unit, goals),
                        _ ("%s has chosen %s; the model says %s."),
                        unit->name,
                        styr_check_count_goals (check, other, n),
                        styr_check_bounds (
                            check, rule->has_min, (int) rule->min, rule->has_max, (int) rule->max));
    }
}

/* Each hole is a finding of its own: an exception for one hides no other. */
static void
add_hole (StyrCheck *check, StyrObject unit, const StyrInvGoal *goal)
{
  styr_check_add (check,
                  styr_object_and (check, unit, goal->id),
                  _ ("%s has no goal that serves %s."),
                  unit.title,
                  styr_check_short_text (check, goal->text));
}

static void
check_matrix (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GHashTable) by_unit = group_by_unit (check);
  g_autoptr (GPtrArray) units = styr_check_dup_units (check, rule->body_types);
  g_autoptr (GPtrArray) others = styr_check_dup_goals (check, rule->other_goal_types);

  for (guint i = 0; i < units->len; i++)
    {
      const StyrInvUnit *unit = units->pdata[i];
      GPtrArray *goals = g_hash_table_lookup (by_unit, unit);
      g_autoptr (GHashTable) served = NULL;

      if (goals == NULL)
        continue;
      served = dup_served (goals, rule->other_goal_types);
      for (guint j = 0; j < others->len; j++)
        if (!g_hash_table_contains (served, others->pdata[j]))
          add_hole (check, object_of_goals (check, unit, goals), others->pdata[j]);
    }
}

/* Activities -------------------------------------------------------------------------------- */

static gboolean
carries (const StyrCheck *check, const StyrInvActivity *activity)
{
  /* Goals may hold several years: last year's activity doesn't carry one this year. */
  return activity->document != NULL && activity->document->is_standing &&
         activity->document->in_year &&
         styr_check_concerns_type (check, activity->document->type) &&
         !styr_text_is_empty (activity->text);
}

/* A goal without an activity: what opens is the unit's plan of the year, where the activity is
 * written, if there is one. */
static StyrObject
object_of_uncarried (const StyrCheck *check, const StyrInvGoal *goal)
{
  StyrObject object = styr_object_in_year (styr_object_of_goal (goal), check->year);
  const StyrInvUnit *unit = goal->document->unit;

  for (guint i = 0;
       unit != NULL && check->rule->document_types->len > 0 && i < unit->documents->len;
       i++)
    {
      const StyrInvDocument *plan = unit->documents->pdata[i];

      if (plan->is_standing && plan->in_year && styr_check_concerns_type (check, plan->type))
        object.document_id = plan->id;
    }
  return object;
}

static void
check_activity (StyrCheck *check)
{
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, check->rule->goal_types);

  for (guint i = 0; i < goals->len; i++)
    {
      const StyrInvGoal *goal = goals->pdata[i];
      gboolean is_carried = !styr_check_is_due (check, goal->document->first_year);

      for (guint j = 0; j < goal->activities->len && !is_carried; j++)
        is_carried = carries (check, goal->activities->pdata[j]);
      if (!is_carried)
        styr_check_add (check,
                        object_of_uncarried (check, goal),
                        _ ("%s is carried by no activity."),
                        styr_check_name_goal (check, goal));
    }
}

static void
check_activity_goal (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents =
      styr_check_dup_documents_of (check, check->rule->document_types, check->rule->decided);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];

      for (guint j = 0; j < document->activities->len; j++)
        {
          const StyrInvActivity *activity = document->activities->pdata[j];

          if (activity->goal == NULL && !styr_text_is_empty (activity->text))
            styr_check_add (
                check,
                styr_object_of_part ("activity", activity->id, activity->text, document),
                _ ("The activity %s belongs to no goal (%s)."),
                styr_check_short_text (check, activity->text),
                styr_check_name_document (check, document));
        }
    }
}

const StyrRuleKind styr_rule_kinds_links[] = {
  { "goal-linked",
    N_ ("Goals that serve others"),
    N_ ("Finds goals without a link to a goal above."),
    { { "goalTypes", N_ ("Goals"), FALSE },
      { "otherGoalTypes", N_ ("Goals above"), FALSE },
      { "reasonCounts", N_ ("A reason of its own is enough"), FALSE } },
    check_linked },
  { "goal-covered",
    N_ ("Goals that others serve"),
    N_ ("Finds goals that too few others serve."),
    { { "goalTypes", N_ ("Goals"), TRUE },
      { "otherGoalTypes", N_ ("Goals that serve them"), FALSE },
      { "min", N_ ("At least"), FALSE } },
    check_covered },
  { "goal-choice",
    N_ ("Choice among goals"),
    N_ ("Finds units whose goals serve too few or too many of the goals to choose among."),
    { { "goalTypes", N_ ("Goals"), TRUE },
      { "otherGoalTypes", N_ ("Goals to choose among"), TRUE },
      { "bodyTypes", N_ ("Units of the types"), FALSE },
      { "min", N_ ("At least"), FALSE },
      { "max", N_ ("At most"), FALSE } },
    check_choice },
  { "goal-matrix",
    N_ ("Every unit to every goal"),
    N_ ("Finds units without a goal that serves each of the goals above."),
    { { "goalTypes", N_ ("Goals"), TRUE },
      { "otherGoalTypes", N_ ("Goals above"), TRUE },
      { "bodyTypes", N_ ("Units of the types"), FALSE } },
    check_matrix },
  { "goal-activity",
    N_ ("Goals with activities"),
    N_ ("Finds goals that no activity carries."),
    { { "goalTypes", N_ ("Goals"), FALSE },
      { "documentTypes", N_ ("Documents that hold the activities"), FALSE },
      { "month", N_ ("From the month"), FALSE },
      { "day", N_ ("Day"), FALSE },
      { "yearOffset", N_ ("Years from the first year"), FALSE } },
    check_activity },
  { "activity-goal",
    N_ ("Activities with goals"),
    N_ ("Finds activities that belong to no goal."),
    { { "documentTypes", N_ ("Documents"), FALSE } },
    check_activity_goal },
  { 0 }
};
