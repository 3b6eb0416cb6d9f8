/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-inventory-private.h"

#include <stdlib.h>
#include <string.h>

/* Joins the rows of an inventory by pointers, each list once. */

static void
append (StyrInventory *self, GPtrArray **list, gpointer row)
{
  if (*list == self->empty)
    {
      *list = g_ptr_array_new ();
      g_ptr_array_add (self->lists, *list);
    }
  g_ptr_array_add (*list, row);
}

/** The year of an ISO date; 0 for none. */
int
styr_inventory_year_of (const char *date)
{
  return date != NULL && strlen (date) >= 4 ? (int) strtol (date, NULL, 10) : 0;
}

/** Whether a document is of a year, or has a period that holds it; without an end it holds until it
 * is revoked. */
gboolean
styr_inventory_holds_in_year (const StyrInvDocument *document, int year)
{
  gboolean is_endless =
      document->kind != NULL && (document->kind->period == STYR_PERIOD_NONE ||
                                 document->kind->period == STYR_PERIOD_UNTIL_FURTHER_NOTICE);
  int first = document->first_year != 0 ? document->first_year
                                        : styr_inventory_year_of (document->valid_from);
  int last = styr_inventory_year_of (document->period_to != NULL ? document->period_to
                                                                 : document->valid_to);

  if (document->year == year)
    return TRUE;
  if (first > year || (last != 0 && last < year))
    return FALSE;
  if (is_endless || document->year == 0)
    return document->revoked_on == NULL || styr_inventory_year_of (document->revoked_on) >= year;
  return last >= year;
}

static void
build_units (StyrInventory *self)
{
  GPtrArray *units = self->rows[STYR_INV_UNIT], *services = self->rows[STYR_INV_SERVICE];

  for (guint i = 0; i < units->len; i++)
    {
      StyrInvUnit *unit = units->pdata[i];

      unit->documents = unit->serves = unit->served_by = self->empty;
    }
  for (guint i = 0; i < services->len; i++)
    {
      StyrInvService *service = services->pdata[i];

      service->committee = styr_inventory_find (self, STYR_INV_UNIT, service->committee_id);
      service->department = styr_inventory_find (self, STYR_INV_UNIT, service->department_id);
      if (service->committee == NULL || service->department == NULL)
        continue;
      append (self, &service->committee->served_by, service);
      append (self, &service->department->serves, service);
    }
}

static void
build_documents (StyrInventory *self)
{
  GPtrArray *documents = self->rows[STYR_INV_DOCUMENT];

  for (guint i = 0; i < documents->len; i++)
    {
      StyrInvDocument *d = documents->pdata[i];

      d->values = d->rows = d->goals = d->assessments = d->activities = d->measures = d->clauses =
          self->empty;
      d->model = d->model_id != NULL ? g_hash_table_lookup (self->models, d->model_id) : NULL;
      if (d->model == NULL)
        d->model = self->model;
      d->kind = styr_model_find_document_type (d->model, d->type);
      d->is_decided =
          g_strcmp0 (d->status, "decided") == 0 || g_strcmp0 (d->status, "published") == 0;
      d->first_year = styr_inventory_year_of (d->period_from);
      if (d->first_year == 0)
        d->first_year = d->year;
      d->in_year = styr_inventory_holds_in_year (d, self->year);
      d->unit = styr_inventory_find (self, STYR_INV_UNIT, d->unit_id);
      if (d->unit != NULL)
        append (self, &d->unit->documents, d);
      d->replaced = styr_inventory_find (self, STYR_INV_DOCUMENT, d->replaces_id);
      d->previous_version = styr_inventory_find (self, STYR_INV_DOCUMENT, d->previous_version_id);
    }
}

static void
build_goals (StyrInventory *self)
{
  GPtrArray *goals = self->rows[STYR_INV_GOAL], *criteria = self->rows[STYR_INV_CRITERION];

  for (guint i = 0; i < goals->len; i++)
    {
      StyrInvGoal *goal = goals->pdata[i];

      goal->children = goal->criteria = goal->links = goal->served_by = goal->assessments =
          goal->activities = goal->measures = self->empty;
      goal->document = styr_inventory_find (self, STYR_INV_DOCUMENT, goal->document_id);
      goal->kind = styr_model_find_goal_type (
          goal->document != NULL ? goal->document->model : self->model, goal->type);
      if (goal->document != NULL)
        append (self, &goal->document->goals, goal);
    }
  for (guint i = 0; i < goals->len; i++)
    {
      StyrInvGoal *goal = goals->pdata[i];

      goal->parent = styr_inventory_find (self, STYR_INV_GOAL, goal->parent_id);
      if (goal->parent != NULL)
        append (self, &goal->parent->children, goal);
    }
  for (guint i = 0; i < criteria->len; i++)
    {
      StyrInvCriterion *criterion = criteria->pdata[i];

      criterion->targets = self->empty;
      criterion->goal = styr_inventory_find (self, STYR_INV_GOAL, criterion->goal_id);
      if (criterion->goal != NULL)
        append (self, &criterion->goal->criteria, criterion);
    }
  for (guint i = 0; i < self->rows[STYR_INV_TARGET]->len; i++)
    {
      StyrInvTarget *target = self->rows[STYR_INV_TARGET]->pdata[i];
      StyrInvCriterion *criterion =
          styr_inventory_find (self, STYR_INV_CRITERION, target->criterion_id);

      if (criterion != NULL)
        append (self, &criterion->targets, target);
    }
}

static void
build_links (StyrInventory *self)
{
  GPtrArray *links = self->rows[STYR_INV_LINK];

  for (guint i = 0; i < links->len; i++)
    {
      StyrInvLink *link = links->pdata[i];

      link->goal = styr_inventory_find (self, STYR_INV_GOAL, link->goal_id);
      link->target = styr_inventory_find (self, STYR_INV_GOAL, link->target_id);
      if (link->goal == NULL || link->target == NULL)
        continue;
      append (self, &link->goal->links, link);
      append (self, &link->target->served_by, link);
    }
}

/* What joins the rows of a table to their document, and to their goal: offsets in the structs, 0 =
 * nothing (no member of a row that points is its first). */
typedef struct
{
  StyrInvTable table;
  gsize document_id, document, document_list;
  gsize goal_id, goal, goal_list;
} Join;

#define AT(type, pointer, offset) (*(type *) (gpointer) ((char *) (pointer) + (offset)))

static const Join joins[] = {
  { STYR_INV_VALUE,
    G_STRUCT_OFFSET (StyrInvValue, document_id),
    0,
    G_STRUCT_OFFSET (StyrInvDocument, values),
    0,
    0,
    0 },
  { STYR_INV_ROW,
    G_STRUCT_OFFSET (StyrInvRow, document_id),
    G_STRUCT_OFFSET (StyrInvRow, document),
    G_STRUCT_OFFSET (StyrInvDocument, rows),
    0,
    0,
    0 },
  { STYR_INV_ASSESSMENT,
    G_STRUCT_OFFSET (StyrInvAssessment, document_id),
    G_STRUCT_OFFSET (StyrInvAssessment, document),
    G_STRUCT_OFFSET (StyrInvDocument, assessments),
    G_STRUCT_OFFSET (StyrInvAssessment, goal_id),
    G_STRUCT_OFFSET (StyrInvAssessment, goal),
    G_STRUCT_OFFSET (StyrInvGoal, assessments) },
  { STYR_INV_ACTIVITY,
    G_STRUCT_OFFSET (StyrInvActivity, document_id),
    G_STRUCT_OFFSET (StyrInvActivity, document),
    G_STRUCT_OFFSET (StyrInvDocument, activities),
    G_STRUCT_OFFSET (StyrInvActivity, goal_id),
    G_STRUCT_OFFSET (StyrInvActivity, goal),
    G_STRUCT_OFFSET (StyrInvGoal, activities) },
  { STYR_INV_MEASURE,
    G_STRUCT_OFFSET (StyrInvMeasure, document_id),
    G_STRUCT_OFFSET (StyrInvMeasure, document),
    G_STRUCT_OFFSET (StyrInvDocument, measures),
    G_STRUCT_OFFSET (StyrInvMeasure, goal_id),
    G_STRUCT_OFFSET (StyrInvMeasure, goal),
    G_STRUCT_OFFSET (StyrInvGoal, measures) },
  { STYR_INV_CLAUSE,
    G_STRUCT_OFFSET (StyrInvClause, document_id),
    G_STRUCT_OFFSET (StyrInvClause, document),
    G_STRUCT_OFFSET (StyrInvDocument, clauses),
    0,
    0,
    0 },
};

static void
build_join (StyrInventory *self, const Join *join)
{
  GPtrArray *rows = self->rows[join->table];
  StyrInvDocument *document = NULL;
  const char *last = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = rows->pdata[i];
      const char *document_id = AT (const char *, row, join->document_id);
      const char *goal_id = join->goal_id != 0 ? AT (const char *, row, join->goal_id) : NULL;

      /* Rows come by document, so the one before is mostly the same. */
      if (last == NULL || g_strcmp0 (document_id, last) != 0)
        document = styr_inventory_find (self, STYR_INV_DOCUMENT, document_id);
      last = document_id;
      if (document != NULL)
        append (self, &AT (GPtrArray *, document, join->document_list), row);
      if (join->document != 0)
        AT (StyrInvDocument *, row, join->document) = document;
      if (goal_id != NULL)
        {
          StyrInvGoal *goal = styr_inventory_find (self, STYR_INV_GOAL, goal_id);

          AT (StyrInvGoal *, row, join->goal) = goal;
          if (goal != NULL)
            append (self, &AT (GPtrArray *, goal, join->goal_list), row);
        }
    }
}

static void
build_decisions (StyrInventory *self)
{
  GPtrArray *decisions = self->rows[STYR_INV_DECISION], *clauses = self->rows[STYR_INV_CLAUSE],
            *steps = self->rows[STYR_INV_STEP], *recipients = self->rows[STYR_INV_RECIPIENT];

  for (guint i = 0; i < decisions->len; i++)
    {
      StyrInvDecision *decision = decisions->pdata[i];

      decision->steps = decision->clauses = decision->recipients = self->empty;
      decision->document = styr_inventory_find (self, STYR_INV_DOCUMENT, decision->document_id);
    }
  for (guint i = 0; i < clauses->len; i++)
    {
      StyrInvClause *clause = clauses->pdata[i];

      clause->assignee = styr_inventory_find (self, STYR_INV_UNIT, clause->assignee_id);
      clause->decision = styr_inventory_find (self, STYR_INV_DECISION, clause->decision_id);
      if (clause->decision != NULL)
        append (self, &clause->decision->clauses, clause);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      StyrInvDecision *decision = styr_inventory_find (
          self, STYR_INV_DECISION, ((StyrInvStep *) steps->pdata[i])->decision_id);

      if (decision != NULL)
        append (self, &decision->steps, steps->pdata[i]);
    }
  for (guint i = 0; i < recipients->len; i++)
    {
      StyrInvDecision *decision = styr_inventory_find (
          self, STYR_INV_DECISION, ((StyrInvRecipient *) recipients->pdata[i])->decision_id);

      if (decision != NULL)
        append (self, &decision->recipients, recipients->pdata[i]);
    }
}

/** Joins the rows; called once, after the last was added. */
void
styr_inventory_build (StyrInventory *self)
{
  g_return_if_fail (self != NULL);
  build_units (self);
  build_documents (self);
  build_goals (self);
  build_links (self);
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    build_join (self, &joins[i]);
  build_decisions (self);
}
