/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-change.h"

#include "styr-enum-types.h"
#include "styr-nick.h"
#include "styr-record.h"

#include <glib/gi18n-lib.h>

/* One use, looked up in one of the two models */
typedef struct
{
  StyrModel *model;
  const StyrDocumentType *type;
  const char *section, *id;
} Use;

static const StyrSection *
find_section (const Use *use)
{
  return use->type != NULL && use->section != NULL
             ? styr_document_type_find_section (use->type, use->section)
             : NULL;
}

/* What doesn't say in which section it was written may stand in any of its kind. */
static const StyrSection *
find_section_of_kind (const Use *use)
{
  const StyrSection *section = find_section (use);
  int kind;

  if (!styr_nick_parse (STYR_TYPE_SECTION_KIND, use->id, &kind))
    return NULL;
  if (use->section != NULL)
    return section != NULL && section->kind == (StyrSectionKind) kind ? section : NULL;
  for (guint i = 0; use->type != NULL && i < use->type->sections->len; i++)
    {
      section = use->type->sections->pdata[i];
      if (section->kind == (StyrSectionKind) kind)
        return section;
    }
  return NULL;
}

static const StyrField *
find_field (const Use *use)
{
  const StyrSection *section = find_section (use);

  return section != NULL ? styr_section_find_field (section, use->id) : NULL;
}

/* Goals stand in a section of their type, or in one that groups its goals under them */
static const StyrGoalType *
find_goal_type (const Use *use)
{
  for (guint i = 0; use->type != NULL && i < use->type->sections->len; i++)
    {
      const StyrSection *section = use->type->sections->pdata[i];

      if (section->kind == STYR_SECTION_GOALS &&
          (g_strcmp0 (section->goal_type, use->id) == 0 ||
           g_strcmp0 (section->parent_goal_type, use->id) == 0))
        return styr_model_find_goal_type (use->model, use->id);
    }
  return NULL;
}

static const StyrField *
find_goal_field (const Use *use)
{
  const StyrGoalType *type =
      use->section != NULL ? styr_model_find_goal_type (use->model, use->section) : NULL;

  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const StyrField *field = type->fields->pdata[i];

      if (g_strcmp0 (field->id, use->id) == 0)
        return field;
    }
  return NULL;
}

static const StyrGrade *
find_grade_in (const Use *use, const char *scale_id)
{
  const StyrScale *scale = scale_id != NULL ? styr_model_find_scale (use->model, scale_id) : NULL;

  return scale != NULL ? styr_scale_find_grade (scale, use->id) : NULL;
}

/* Goals are judged by the scale of the section that assesses them, and counted by that of their
 * type: the grade must be in both, where both are told */
static const StyrGrade *
find_grade (const Use *use)
{
  const StyrGoalType *goal_type =
      use->section != NULL ? styr_model_find_goal_type (use->model, use->section) : NULL;
  const StyrGrade *found = NULL;

  for (guint i = 0; use->type != NULL && found == NULL && i < use->type->sections->len; i++)
    {
      const StyrSection *section = use->type->sections->pdata[i];

      if (section->kind == STYR_SECTION_ASSESSMENTS)
        found = find_grade_in (use, section->scale);
    }
  if (found != NULL && goal_type != NULL && goal_type->scale != NULL)
    return find_grade_in (use, goal_type->scale);
  return found;
}

static const StyrFeedbackType *
find_feedback_type (const Use *use)
{
  GPtrArray *types = styr_model_get_feedback_types (use->model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrFeedbackType *type = types->pdata[i];

      if (g_strcmp0 (type->id, use->id) == 0)
        return type;
    }
  return NULL;
}

static gconstpointer
find (const char *what, const Use *use)
{
  if (g_str_equal (what, STYR_USE_DOCUMENT))
    return use->type;
  if (g_str_equal (what, STYR_USE_SECTION))
    return find_section_of_kind (use);
  if (g_str_equal (what, STYR_USE_FIELD))
    return find_field (use);
  if (g_str_equal (what, STYR_USE_GOAL))
    return find_goal_type (use);
  if (g_str_equal (what, STYR_USE_GOAL_FIELD))
    return find_goal_field (use);
  if (g_str_equal (what, STYR_USE_GRADE))
    return find_grade (use);
  if (g_str_equal (what, STYR_USE_BODY))
    return styr_model_find_body_type (use->model, use->id);
  g_assert (g_str_equal (what, STYR_USE_FEEDBACK));
  return find_feedback_type (use);
}

/* Says what a use is of in the old model's names. */
static char *
describe (const char *what, const Use *use, gconstpointer found)
{
  if (g_str_equal (what, STYR_USE_DOCUMENT))
    return g_strdup_printf (_ ("documents of the type “%s”"), use->type->name);
  if (g_str_equal (what, STYR_USE_SECTION))
    /* Translators: a section's title, then the name of a document type */
    return g_strdup_printf (
        _ ("the section “%s” of “%s”"), ((const StyrSection *) found)->title, use->type->name);
  if (g_str_equal (what, STYR_USE_FIELD))
    /* Translators: a field's title, a section's title, then the name of a document type */
    return g_strdup_printf (_ ("the field “%s” in the section “%s” of “%s”"),
                            ((const StyrField *) found)->title,
                            find_section (use)->title,
                            use->type->name);
  if (g_str_equal (what, STYR_USE_GOAL))
    /* Translators: the name of a goal type, then that of a document type */
    return g_strdup_printf (_ ("goals of the type “%s” in “%s”"),
                            ((const StyrGoalType *) found)->name,
                            use->type->name);
  if (g_str_equal (what, STYR_USE_GOAL_FIELD))
    /* Translators: a field's title, then the name of a goal type */
    return g_strdup_printf (_ ("the field “%s” of goals of the type “%s”"),
                            ((const StyrField *) found)->title,
                            styr_model_find_goal_type (use->model, use->section)->name);
  if (g_str_equal (what, STYR_USE_GRADE))
    /* Translators: the label of a grade, then the name of a document type */
    return g_strdup_printf (
        _ ("the grade “%s” in “%s”"), ((const StyrGrade *) found)->label, use->type->name);
  if (g_str_equal (what, STYR_USE_BODY))
    return g_strdup_printf (_ ("the bodies of the kind “%s”"),
                            ((const StyrBodyType *) found)->name);
  return g_strdup_printf (_ ("the kind of feedback “%s”"),
                          ((const StyrFeedbackType *) found)->name);
}

static Use
look_up (StyrModel *model, StyrRecord *record)
{
  const char *type = styr_record_get_text (record, "type");

  return (Use){ model,
                type != NULL ? styr_model_find_document_type (model, type) : NULL,
                styr_record_get_text (record, "section"),
                styr_record_get_text (record, "ref") };
}

static gboolean
has_type (GHashTable *lost_types, StyrRecord *use)
{
  const char *type = styr_record_get_text (use, "type");

  return type != NULL && g_hash_table_contains (lost_types, type);
}

/**
 * styr_model_dup_lost:
 * @old_model: the model in force
 * @new_model: one that may take its place
 * @uses: (element-type StyrRecord): what there is data in, each use once, documents before what is
 *   in them: "what" (one of STYR_USE_…), "type", "section", "ref"
 *
 * What had a place in the old model and would have none in the new one. What is in a document whose
 * whole type is lost isn't told apart; what had no place in the old model either isn't lost now.
 *
 * Returns: (transfer full) (element-type utf8): each loss in words, translated
 */
GPtrArray *
styr_model_dup_lost (StyrModel *old_model, StyrModel *new_model, GPtrArray *uses)
{
  GPtrArray *lost = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) lost_types = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (STYR_IS_MODEL (old_model), lost);
  g_return_val_if_fail (STYR_IS_MODEL (new_model), lost);
  g_return_val_if_fail (uses != NULL, lost);

  for (guint i = 0; i < uses->len; i++)
    {
      const char *what = styr_record_get_text (uses->pdata[i], "what");
      Use before = look_up (old_model, uses->pdata[i]);
      Use after = look_up (new_model, uses->pdata[i]);
      gconstpointer found = find (what, &before);

      if (found == NULL || has_type (lost_types, uses->pdata[i]) || find (what, &after) != NULL)
        continue;
      g_ptr_array_add (lost, describe (what, &before, found));
      if (g_str_equal (what, STYR_USE_DOCUMENT))
        g_hash_table_add (lost_types, before.type->id);
    }
  return lost;
}
