/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/* Rules about the graph of goals: no circles, and none without the goal that groups it. */

typedef enum
{
  UNSEEN,
  OPEN, /* on the way that is being walked */
  SEEN,
} Visit;

typedef struct
{
  const StyrInvGoal *goal;
  guint next; /* which way on is tried next: the links, then the parent */
} Step;

static const StyrInvGoal *
get_way (const StyrInvGoal *goal, guint index)
{
  if (index < goal->links->len)
    return ((const StyrInvLink *) goal->links->pdata[index])->target;
  return index == goal->links->len ? goal->parent : NULL;
}

static Visit
visit_of (GHashTable *visits, const StyrInvGoal *goal)
{
  return (Visit) GPOINTER_TO_INT (g_hash_table_lookup (visits, goal));
}

static void
set_visit (GHashTable *visits, const StyrInvGoal *goal, Visit visit)
{
  g_hash_table_insert (visits, (gpointer) goal, GINT_TO_POINTER (visit));
}

/* “A leads back to itself: A → B → A.” */
static void
add_circle (StyrCheck *check, GArray *way, const StyrInvGoal *goal)
{
  g_autoptr (GString) circle = g_string_new (NULL);
  guint first = way->len;

  while (first > 0 && g_array_index (way, Step, first - 1).goal != goal)
    first--;
  for (guint i = first > 0 ? first - 1 : 0; i < way->len; i++)
    g_string_append_printf (
        circle, "%s → ", styr_check_short_text (check, g_array_index (way, Step, i).goal->text));
  g_string_append (circle, styr_check_short_text (check, goal->text));
  styr_check_add (check,
                  styr_object_of_goal (goal),
                  _ ("%s leads back to itself: %s."),
                  styr_check_name_goal (check, goal),
                  circle->str);
}

/* Depth first with a stack of its own: links may be as many as somebody cares to write. */
static void
walk_from (StyrCheck *check, GHashTable *visits, const StyrInvGoal *start)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));
  Step step = { start, 0 };

  g_array_append_val (way, step);
  set_visit (visits, start, OPEN);
  while (way->len > 0)
    {
      Step *top = &g_array_index (way, Step, way->len - 1);
      const StyrInvGoal *next = get_way (top->goal, top->next);

      if (top->next > top->goal->links->len)
        {
          set_visit (visits, top->goal, SEEN);
          g_array_set_size (way, way->len - 1);
          continue;
        }
      top->next++;
      if (next == NULL)
        continue;
      if (visit_of (visits, next) == OPEN)
        add_circle (check, way, next);
      else if (visit_of (visits, next) == UNSEEN)
        {
          step = (Step){ next, 0 };
          set_visit (visits, next, OPEN);
          g_array_append_val (way, step);
        }
    }
}

static const StyrSection *
find_section (const StyrInvGoal *goal)
{
  const StyrDocumentType *type = goal->document->kind;

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];

      if (section->kind == STYR_SECTION_GOALS && g_strcmp0 (section->goal_type, goal->type) == 0)
        return section;
    }
  return NULL;
}

static void
check_parent (StyrCheck *check, const StyrInvGoal *goal)
{
  const StyrSection *section = find_section (goal);
  const StyrGoalType *above;

  if (section == NULL || section->parent_goal_type == NULL)
    return;
  if (goal->parent != NULL && g_strcmp0 (goal->parent->type, section->parent_goal_type) == 0)
    return;
  above = styr_model_find_goal_type (goal->document->model, section->parent_goal_type);
  styr_check_add (check,
                  styr_object_of_goal (goal),
                  /* Translators: a goal, then the type of goal that should group it. */
                  _ ("%s has no %s above it."),
                  styr_check_name_goal (check, goal),
                  above != NULL ? above->name : section->parent_goal_type);
}

static void
check_graph (StyrCheck *check)
{
  g_autoptr (GPtrArray) goals = styr_check_dup_goals (check, check->rule->goal_types);
  g_autoptr (GHashTable) visits = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < goals->len; i++)
    {
      if (visit_of (visits, goals->pdata[i]) == UNSEEN)
        walk_from (check, visits, goals->pdata[i]);
      check_parent (check, goals->pdata[i]);
    }
}

const StyrRuleKind styr_rule_kinds_graph[] = {
  { "goal-graph",
    N_ ("Goals without a place"),
    N_ ("Finds links that lead round in a circle, and goals without the goal that groups them."),
    { { "goalTypes", N_ ("Goals"), FALSE } },
    check_graph },
  { 0 }
};
