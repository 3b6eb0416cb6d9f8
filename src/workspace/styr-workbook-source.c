/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-source.h"

#include "styr-report-words.h"
#include "styr-store-lists.h"
#include "styr-store-workbook.h"

#include <glib/gi18n-lib.h>

#define SHORT_ID 8

/* Whether goals of other types point to goals of this one: then it stands above them, in a column
 * of its own. */
static gboolean
is_linked_to (StyrModel *model, const char *goal_type)
{
  GPtrArray *types = styr_model_get_document_types (model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = g_ptr_array_index (types, i);

      for (guint j = 0; j < type->sections->len; j++)
        if (g_strcmp0 (
                ((const StyrSection *) g_ptr_array_index (type->sections, j))->link_goal_type,
                goal_type) == 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_grouping (StyrModel *model, const char *goal_type)
{
  GPtrArray *types = styr_model_get_goal_types (model);

  for (guint i = 0; i < types->len; i++)
    if (g_strcmp0 (((const StyrGoalType *) g_ptr_array_index (types, i))->parent, goal_type) == 0)
      return TRUE;
  return FALSE;
}

/* A document of another year counts only when it is a term's: a rolling plan has its own for each
 * year. */
static gboolean
counts (StyrWorkbookSource *self, StyrRecord *goal)
{
  const StyrDocumentType *type =
      styr_model_find_document_type (self->model, styr_record_get_text (goal, "document_type"));

  if (type == NULL || is_grouping (self->model, styr_record_get_text (goal, "goal_type")))
    return FALSE;
  return styr_record_get_flag (goal, "same_year") || type->period == STYR_PERIOD_TERM;
}

static void
keep_counting_goals (StyrWorkbookSource *self)
{
  for (guint i = self->goals->len; i > 0; i--)
    if (!counts (self, g_ptr_array_index (self->goals, i - 1)))
      g_ptr_array_remove_index (self->goals, i - 1);
}

static gboolean
makes (const StyrDocumentType *type, StyrSectionKind kind, const char *unit_type)
{
  if (type->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR ||
      !styr_strings_contain (type->producers, unit_type))
    return FALSE;
  for (guint i = 0; i < type->sections->len; i++)
    if (((const StyrSection *) g_ptr_array_index (type->sections, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/** Whether the model asks the unit, each year, for a document with a section of this kind. */
gboolean
styr_workbook_source_expects (StyrWorkbookSource *self, StyrRecord *unit, StyrSectionKind kind)
{
  GPtrArray *types = styr_model_get_document_types (self->model);

  for (guint i = 0; i < types->len; i++)
    if (makes (g_ptr_array_index (types, i), kind, styr_record_get_text (unit, "type")))
      return TRUE;
  return FALSE;
}

static gboolean
is_there (StyrRecord *unit, int year)
{
  const char *from = styr_record_get_text (unit, "valid_from"),
             *to = styr_record_get_text (unit, "valid_to");

  return styr_record_get_flag (unit, "inside_model") &&
         (from == NULL || g_ascii_strtoll (from, NULL, 10) <= year) &&
         (to == NULL || g_ascii_strtoll (to, NULL, 10) >= year);
}

static void
keep_own_units (StyrWorkbookSource *self)
{
  for (guint i = self->units->len; i > 0; i--)
    {
      StyrRecord *unit = g_ptr_array_index (self->units, i - 1);
      gboolean own = self->unit_id != NULL
                         ? g_strcmp0 (styr_record_get_id (unit), self->unit_id) == 0
                         : is_there (unit, self->year) &&
                               styr_workbook_source_expects (self, unit, STYR_SECTION_GOALS);

      if (!own)
        g_ptr_array_remove_index (self->units, i - 1);
    }
}

static void
find_words (StyrWorkbookSource *self)
{
  StyrModel *model = self->model;

  self->committee = styr_words_dup_term (model, "committee", _ ("Committee"));
  self->committee_goal = styr_words_dup_term (model, "committeeGoal", _ ("Committee goal"));
  self->overall_goal = styr_words_dup_term (model, "overallGoal", _ ("Overall goal"));
  self->goal_area = styr_words_dup_term (model, "goalArea", _ ("Goal area"));
  self->criterion = styr_words_dup_term (model, "fulfilmentCriterion", _ ("Criterion"));
  self->assessment = styr_words_dup_term (model, "assessment", _ ("Assessment"));
  if (self->unit_id == NULL)
    self->subject = g_strdup (_ ("The whole municipality"));
  else if (self->units->len > 0)
    self->subject = g_strdup (styr_record_get_text (g_ptr_array_index (self->units, 0), "name"));
  else
    self->subject = g_strdup (self->unit_id);
}

/**
 * styr_workbook_source_new:
 * @unit_id: (nullable): NULL = all
 * @today: ISO date of the taking out
 *
 * Returns: (transfer full) (nullable): what the sheets are made from; it borrows @unit_id and
 * @today. NULL with an error of the store
 */
StyrWorkbookSource *
styr_workbook_source_new (StyrStore *store,
                          StyrModel *model,
                          const char *unit_id,
                          int year,
                          const char *today,
                          GError **error)
{
  g_autoptr (StyrWorkbookSource) self = g_new0 (StyrWorkbookSource, 1);

  g_return_val_if_fail (STYR_IS_STORE (store) && STYR_IS_MODEL (model), NULL);

  self->model = g_object_ref (model);
  self->unit_id = unit_id;
  self->year = year;
  self->today = today;
  if ((self->municipality = styr_store_get_municipality (store, error)) == NULL ||
      (self->units = styr_store_list_units (store, error)) == NULL ||
      (self->goals = styr_store_list_workbook_goals (store, unit_id, year, error)) == NULL ||
      (self->measures = styr_store_list_workbook_measures (store, unit_id, year, error)) == NULL ||
      (self->feedback = styr_store_list_workbook_feedback (store, unit_id, year, error)) == NULL ||
      (self->economy = styr_store_list_workbook_economy (store, unit_id, year, error)) == NULL ||
      (self->sums = styr_store_get_workbook_sums (store, unit_id, year, error)) == NULL)
    return NULL;
  keep_counting_goals (self);
  keep_own_units (self);
  find_words (self);
  return g_steal_pointer (&self);
}

void
styr_workbook_source_free (StyrWorkbookSource *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->model);
  g_clear_object (&self->municipality);
  g_clear_object (&self->sums);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->feedback, g_ptr_array_unref);
  g_clear_pointer (&self->economy, g_ptr_array_unref);
  g_free (self->subject);
  g_free (self->committee);
  g_free (self->committee_goal);
  g_free (self->overall_goal);
  g_free (self->goal_area);
  g_free (self->criterion);
  g_free (self->assessment);
  g_free (self);
}

/** Whether the goal is one that others serve. */
gboolean
styr_workbook_source_is_upper (StyrWorkbookSource *self, StyrRecord *goal)
{
  return is_linked_to (self->model, styr_record_get_text (goal, "goal_type"));
}

/** Whether the row at @index of the goals is the first of its goal: a goal is counted once, however
 * many criteria it has. */
gboolean
styr_workbook_source_is_first (StyrWorkbookSource *self, guint index)
{
  StyrRecord *goal = g_ptr_array_index (self->goals, index);

  return index == 0 || !styr_record_is (g_ptr_array_index (self->goals, index - 1),
                                        "goal_id",
                                        styr_record_get_text (goal, "goal_id"));
}

static const StyrScale *
scale_of_type (StyrWorkbookSource *self, const char *goal_type)
{
  const StyrGoalType *type = styr_model_find_goal_type (self->model, goal_type);

  return type != NULL && type->scale != NULL ? styr_model_find_scale (self->model, type->scale)
                                             : NULL;
}

/** The scale of the units' own goals, else the model's first; NULL when the model has none. */
const StyrScale *
styr_workbook_source_get_scale (StyrWorkbookSource *self)
{
  GPtrArray *scales = styr_model_get_scales (self->model),
            *types = styr_model_get_goal_types (self->model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrGoalType *type = g_ptr_array_index (types, i);

      if (g_strcmp0 (type->owner, "unit") == 0 && scale_of_type (self, type->id) != NULL)
        return scale_of_type (self, type->id);
    }
  return scales->len > 0 ? g_ptr_array_index (scales, 0) : NULL;
}

/** The goal's grade of the year, NULL when it isn't assessed. */
const StyrGrade *
styr_workbook_source_get_grade (StyrWorkbookSource *self, StyrRecord *goal)
{
  const StyrScale *scale = scale_of_type (self, styr_record_get_text (goal, "goal_type"));
  const char *grade = styr_record_get_text (goal, "grade");

  if (scale == NULL)
    scale = styr_workbook_source_get_scale (self);
  return scale != NULL && grade != NULL ? styr_scale_find_grade (scale, grade) : NULL;
}

/** Enough of an id to tell rows apart and find them again; (transfer full). */
char *
styr_workbook_source_dup_short_id (const char *id)
{
  return g_uuid_string_is_valid (id) ? g_strndup (id, SHORT_ID) : g_strdup (id);
}

/** A table whose name is made fit for formulas: ASCII letters, digits and "_", no digit first. */
StyrTable *
styr_workbook_source_new_table (const char *name, const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");

  for (char *c = ascii; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '_';
  if (!g_ascii_isalpha (ascii[0]))
    return styr_table_new ("Tabell", title);
  return styr_table_new (ascii, title);
}
