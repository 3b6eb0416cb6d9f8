/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Rules about which goals there are. */

/* The bounds that hold: the rule's own, or the goal type's for the rule's scope. */
typedef struct
{
  gboolean has_min, has_max;
  int min, max;
} Bounds;

static Bounds
bounds_of (const StyrCheck *check, const StyrGoalType *type)
{
  const StyrRule *rule = check->rule;
  Bounds bounds = { rule->has_min, rule->has_max, (int) rule->min, (int) rule->max };

  if (bounds.has_min || bounds.has_max || type == NULL)
    return bounds;
  if (g_strcmp0 (rule->scope, "per-parent") == 0)
    bounds = (Bounds){ TRUE, TRUE, type->per_parent_min, type->per_parent_max };
  else if (g_strcmp0 (rule->scope, "total") == 0)
    bounds = (Bounds){ TRUE, TRUE, type->total_min, type->total_max };
  else
    bounds = (Bounds){ TRUE, TRUE, type->per_document_min, type->per_document_max };
  bounds.has_min = bounds.min > 0;
  bounds.has_max = bounds.max > 0;
  return bounds;
}

static gboolean
is_outside (const Bounds *bounds, guint n)
{
  return (bounds->has_min && (int) n < bounds->min) || (bounds->has_max && (int) n > bounds->max);
}

/* “X has 1 övergripande mål; the model says 3–5.” */
static void
add_count (StyrCheck *check, StyrObject object, const char *who, const StyrGoalType *type, guint n)
{
  Bounds bounds = bounds_of (check, type);

  if (is_outside (&bounds, n))
    styr_check_add (
        check,
        object,
        /* Translators: what, “1 goal”, “3–5”. */
        _ ("%s has %s; the model says %s."),
        who,
        styr_check_count_goals (check, type, n),
        styr_check_bounds (check, bounds.has_min, bounds.min, bounds.has_max, bounds.max));
}

static guint
count_type (GPtrArray *goals, const char *type)
{
  guint n = 0;

  for (guint i = 0; i < goals->len; i++)
    n += g_str_equal (((const StyrInvGoal *) goals->pdata[i])->type, type);
  return n;
}

static gboolean
holds_goals (const StyrInvDocument *document, const char *goal_type)
{
  for (guint i = 0; document->kind != NULL && i < document->kind->sections->len; i++)
    {
      const StyrSection *section = document->kind->sections->pdata[i];

      if (section->kind == STYR_SECTION_GOALS && g_strcmp0 (section->goal_type, goal_type) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The documents of the year that have a section for goals of a type. */
static GPtrArray *
dup_holders (StyrCheck *check, const char *goal_type)
{
  GPtrArray *documents =
      styr_check_dup_documents_of (check, check->rule->document_types, check->rule->decided);

  for (guint i = documents->len; i > 0; i--)
    if (!holds_goals (documents->pdata[i - 1], goal_type))
      g_ptr_array_remove_index (documents, i - 1);
  return documents;
}

/* Nothing is said before there is a document to hold them: that it is missing is another rule. */
static void
count_total (StyrCheck *check, const StyrGoalType *type, GPtrArray *holders)
{
  const StyrInvDocument *first = holders->len > 0 ? holders->pdata[0] : NULL;
  guint n = 0;

  for (guint i = 0; i < holders->len; i++)
    n += count_type (((const StyrInvDocument *) holders->pdata[i])->goals, type->id);
  if (first == NULL)
    return;
  add_count (check,
             styr_object_in_year (styr_object_of_part ("goalType", type->id, type->plural, first),
                                  first->first_year),
             _ ("The municipality"),
             type,
             n);
}

static void
count_per_parent (StyrCheck *check, const StyrGoalType *type, GPtrArray *holders)
{
  for (guint i = 0; i < holders->len; i++)
    {
      GPtrArray *goals = ((const StyrInvDocument *) holders->pdata[i])->goals;

      for (guint j = 0; j < goals->len; j++)
        {
          const StyrInvGoal *goal = goals->pdata[j];

          if (g_strcmp0 (goal->type, type->parent) == 0)
            add_count (check,
                       styr_object_of_goal (goal),
                       styr_check_name_goal (check, goal),
                       type,
                       count_type (goal->children, type->id));
        }
    }
}

static void
count_per_document (StyrCheck *check, const StyrGoalType *type, GPtrArray *holders)
{
  for (guint i = 0; i < holders->len; i++)
    {
      const StyrInvDocument *document = holders->pdata[i];

      add_count (check,
                 styr_object_of_document (document),
                 styr_check_name_document (check, document),
                 type,
                 count_type (document->goals, type->id));
    }
}

/* The first year of what a unit holds the goals in. */
static int
first_year_of (GPtrArray *holders, const StyrInvUnit *unit)
{
  for (guint i = 0; i < holders->len; i++)
    if (((const StyrInvDocument *) holders->pdata[i])->unit == unit)
      return ((const StyrInvDocument *) holders->pdata[i])->first_year;
  return 0;
}

static void
count_per_unit (StyrCheck *check, const StyrGoalType *type, GPtrArray *holders)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GPtrArray *units = styr_inventory_get_rows (check->inventory, STYR_INV_UNIT);

  for (guint i = 0; i < holders->len; i++)
    {
      const StyrInvDocument *document = holders->pdata[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, document->unit));

      n += count_type (document->goals, type->id);
      g_hash_table_insert (counts, document->unit, GUINT_TO_POINTER (n));
    }
  for (guint i = 0; i < units->len; i++)
    if (g_hash_table_contains (counts, units->pdata[i]))
      add_count (check,
                 styr_object_in_year (styr_object_of_unit (units->pdata[i]),
                                      first_year_of (holders, units->pdata[i])),
                 styr_check_name_unit (units->pdata[i]),
                 type,
                 GPOINTER_TO_UINT (g_hash_table_lookup (counts, units->pdata[i])));
}

static void
check_count (StyrCheck *check)
{
  const StyrRule *rule = check->rule;

  for (guint i = 0; i < rule->goal_types->len; i++)
    {
      const StyrGoalType *type =
          styr_model_find_goal_type (check->model, rule->goal_types->pdata[i]);
      g_autoptr (GPtrArray) holders = NULL;

      if (type == NULL)
        continue;
      holders = dup_holders (check, type->id);
      if (g_strcmp0 (rule->scope, "total") == 0)
        count_total (check, type, holders);
      else if (g_strcmp0 (rule->scope, "per-parent") == 0)
        count_per_parent (check, type, holders);
      else if (g_strcmp0 (rule->scope, "per-unit") == 0)
        count_per_unit (check, type, holders);
      else
        count_per_document (check, type, holders);
    }
}

/* Criteria ---------------------------------------------------------------------------------- */

static const char *
year_text (StyrCheck *check, int year)
{
  return styr_check_text (check, "%d", year);
}

static guint
count_complete (const StyrInvGoal *goal, GPtrArray *kinds)
{
  guint n = 0;

  for (guint i = 0; i < goal->criteria->len; i++)
    {
      const StyrInvCriterion *criterion = goal->criteria->pdata[i];

      n += !styr_text_is_empty (criterion->text) &&
           (kinds->len == 0 || styr_strings_contain (kinds, criterion->kind));
    }
  return n;
}

static guint
asked_criteria (const StyrRule *rule, const StyrGoalType *type)
{
  if (rule->has_min)
    return (guint) MAX (1, rule->min);
  return type != NULL && type->criteria_min > 1 ? (guint) type->criteria_min : 1;
}

static void
check_measured (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, rule->goal_types);
  gboolean only_numbers = rule->kinds->len == 1 && g_str_equal (rule->kinds->pdata[0], "number");

  for (guint i = 0; i < goals->len; i++)
    {
      const StyrInvGoal *goal = goals->pdata[i];
      guint n = count_complete (goal, rule->kinds), least = asked_criteria (rule, goal->kind);

      if (n >= least ||
          (rule->goal_types->len == 0 && (goal->kind == NULL || !goal->kind->needs_criteria)))
        continue;
      if (n == 0)
        styr_check_add (check,
                        styr_object_of_goal (goal),
                        only_numbers ? _ ("%s has no indicator.")
                                     : _ ("%s has nothing that tells when it is reached."),
                        styr_check_name_goal (check, goal));
      else
        styr_check_add (check,
                        styr_object_of_goal (goal),
                        ngettext ("%s has %u complete criterion; at least %u are asked for.",
                                  "%s has %u complete criteria; at least %u are asked for.",
                                  n),
                        styr_check_name_goal (check, goal),
                        n,
                        least);
    }
}

static gboolean
has_target (const StyrInvCriterion *criterion, int year)
{
  for (guint i = 0; i < criterion->targets->len; i++)
    {
      const StyrInvTarget *target = criterion->targets->pdata[i];

      if (target->year == year && (target->value != NULL || target->text != NULL))
        return TRUE;
    }
  return FALSE;
}

/* The years without a target. A criterion's own target is that of a document of one year. */
static void
add_missing_years (StyrCheck *check, const StyrInvCriterion *criterion, GPtrArray *missing)
{
  const StyrInvDocument *document = criterion->goal->document;
  int first = document->first_year != 0 ? document->first_year : check->year;
  int last = document->period_to != NULL ? atoi (document->period_to) : first;
  gboolean has_own = criterion->target_value != NULL || criterion->target_text != NULL;

  for (int year = first; year <= last && year < first + 100; year++)
    if (!has_target (criterion, year) && !(first == last && has_own))
      g_ptr_array_add (missing, (gpointer) year_text (check, year));
}

static void
check_targets_of (StyrCheck *check, const StyrInvCriterion *criterion)
{
  GPtrArray *kinds = check->rule->kinds;
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (styr_strings_contain (kinds, "year"))
    add_missing_years (check, criterion, missing);
  if (styr_strings_contain (kinds, "period") && criterion->period_target == NULL)
    g_ptr_array_add (missing, _ ("the whole period"));
  if (missing->len > 0)
    styr_check_add (check,
                    styr_object_of_part (
                        "criterion", criterion->id, criterion->text, criterion->goal->document),
                    _ ("The indicator %s has no target for %s (%s)."),
                    styr_check_short_text (check, criterion->text),
                    styr_check_list_words (check, missing),
                    styr_check_name_goal_later (check, criterion->goal));
  if (styr_strings_contain (kinds, "baseline") && criterion->baseline == NULL)
    styr_check_add (check,
                    styr_object_of_part (
                        "criterion", criterion->id, criterion->text, criterion->goal->document),
                    _ ("The indicator %s has no starting value (%s)."),
                    styr_check_short_text (check, criterion->text),
                    styr_check_name_goal_later (check, criterion->goal));
}

static void
check_targets (StyrCheck *check)
{
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, check->rule->goal_types);

  for (guint i = 0; i < goals->len; i++)
    {
      GPtrArray *criteria = ((const StyrInvGoal *) goals->pdata[i])->criteria;

      for (guint j = 0; j < criteria->len; j++)
        if (g_strcmp0 (((const StyrInvCriterion *) criteria->pdata[j])->kind, "number") == 0)
          check_targets_of (check, criteria->pdata[j]);
    }
}

/* Answers ----------------------------------------------------------------------------------- */

static const char *
title_of_field (const StyrInvGoal *goal, const char *id)
{
  for (guint i = 0; goal->kind != NULL && i < goal->kind->fields->len; i++)
    {
      const StyrField *field = goal->kind->fields->pdata[i];

      if (g_str_equal (field->id, id))
        return field->title;
    }
  if (g_str_equal (id, "motivation"))
    return _ ("motivation");
  return g_str_equal (id, "text") ? _ ("text") : id;
}

/* In a column of its own, in a field, or by a reason why the field doesn't apply. */
static gboolean
is_answered (const StyrInvGoal *goal, const char *field)
{
  g_autofree char *reason = styr_not_applicable_key (field);

  return !styr_text_is_empty (styr_inventory_get_column (STYR_INV_GOAL, goal, field)) ||
         !styr_text_is_empty (styr_inventory_get_value (goal->document, goal->id, field)) ||
         !styr_text_is_empty (styr_inventory_get_value (goal->document, goal->id, reason));
}

static void
check_answered (StyrCheck *check)
{
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, check->rule->goal_types);
  GPtrArray *fields = check->rule->fields;

  for (guint i = 0; i < goals->len; i++)
    {
      const StyrInvGoal *goal = goals->pdata[i];
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();

      for (guint j = 0; j < fields->len; j++)
        if (!is_answered (goal, fields->pdata[j]))
          g_ptr_array_add (missing, (gpointer) title_of_field (goal, fields->pdata[j]));
      if (missing->len > 0)
        styr_check_add (check,
                        styr_object_of_goal (goal),
                        _ ("%s has no answer to: %s"),
                        styr_check_name_goal (check, goal),
                        styr_check_list_words (check, missing));
    }
}

const StyrRuleKind styr_rule_kinds_goal[] = {
  { "goal-count",
    N_ ("Number of goals"),
    N_ ("Finds too few or too many goals of a type."),
    { { "goalTypes", N_ ("Goals"), TRUE },
      { "documentTypes", N_ ("In documents of the types"), FALSE },
      { "scope", N_ ("Counted"), TRUE, "total per-parent per-document per-unit" },
      { "min", N_ ("At least"), FALSE },
      { "max", N_ ("At most"), FALSE } },
    check_count },
  { "goal-measured",
    N_ ("Goals that can be followed up"),
    N_ ("Finds goals without enough complete criteria or indicators."),
    { { "goalTypes", N_ ("Goals"), FALSE },
      { "kinds", N_ ("Kinds of criteria that count"), FALSE, "text number event" },
      { "min", N_ ("At least"), FALSE } },
    check_measured },
  { "goal-targets",
    N_ ("Targets of indicators"),
    N_ ("Finds indicators without the targets asked for."),
    { { "goalTypes", N_ ("Goals"), FALSE },
      { "kinds", N_ ("Targets asked for"), TRUE, "year period baseline" } },
    check_targets },
  { "goal-answered",
    N_ ("Questions about goals"),
    N_ ("Finds goals where a question has no answer."),
    { { "goalTypes", N_ ("Goals"), FALSE }, { "fields", N_ ("Questions"), TRUE } },
    check_answered },
  { 0 }
};
