/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

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
             styr_object_of_part ("goalType", type->id, type->plural, first),
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
                 styr_object_of_unit (units->pdata[i]),
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

const StyrRuleKind styr_rule_kinds_goal[] = {
  { "goal-count",
    N_ ("Number of goals"),
    N_ ("Finds too few or too many goals of a type."),
    { { "goalTypes", N_ ("Goals"), TRUE },
      { "documentTypes", N_ ("In documents of the types"), FALSE },
      { "scope", N_ ("Counted"), TRUE },
      { "min", N_ ("At least"), FALSE },
      { "max", N_ ("At most"), FALSE } },
    check_count },
  { 0 }
};
