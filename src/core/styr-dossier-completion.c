/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-dossier.h"

#include "styr-check.h"
#include "styr-document-health.h"

/* What is done and missing in a document, and what of it is shown. */

static gboolean
is_filled (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* A field is answered by a value, or by the reason why it doesn't apply. */
static gboolean
is_answered (StyrDossier *self, const char *owner_id, const char *field)
{
  return is_filled (styr_dossier_get_value (self, owner_id, field)) ||
         is_filled (styr_dossier_get_not_applicable (self, owner_id, field));
}

/**
 * styr_dossier_get_decision_lack:
 * @decision: one of the dossier's
 *
 * A proposal can be decided on when it says what; once it is decided somebody is to be told. What
 * was rejected is closed, whatever it lacks.
 *
 * Returns: what it lacks to be complete
 */
StyrDecisionLack
styr_dossier_get_decision_lack (StyrDossier *self, StyrRecord *decision)
{
  g_autoptr (GPtrArray) clauses = NULL, recipients = NULL;
  gboolean has_text = FALSE, has_recipient = FALSE;
  const char *id;

  g_return_val_if_fail (STYR_IS_DOSSIER (self) && STYR_IS_RECORD (decision), STYR_LACK_NOTHING);

  if (styr_record_is (decision, "status", "rejected"))
    return STYR_LACK_NOTHING;
  id = styr_record_get_id (decision);
  clauses = styr_dossier_dup_where (self, "decision_clause", "decision_id", id);
  recipients = styr_dossier_dup_where (self, "decision_recipient", "decision_id", id);
  for (guint i = 0; i < clauses->len; i++)
    has_text = has_text || is_filled (styr_record_get_text (clauses->pdata[i], "text"));
  for (guint i = 0; i < recipients->len; i++)
    has_recipient = has_recipient || styr_record_has (recipients->pdata[i], "unit_id") ||
                    is_filled (styr_record_get_text (recipients->pdata[i], "name"));
  if (!has_text)
    return STYR_LACK_CLAUSE;
  return has_recipient || !styr_record_is (decision, "status", "decided") ? STYR_LACK_NOTHING
                                                                          : STYR_LACK_RECIPIENT;
}

static const char *
assessed_text (StyrDossier *self, const char *goal_id, const char *column)
{
  StyrRecord *decision = styr_dossier_find_assessment (self, goal_id, STYR_STAGE_DECISION);
  StyrRecord *proposal = styr_dossier_find_assessment (self, goal_id, STYR_STAGE_PROPOSAL);
  const char *text = decision != NULL ? styr_record_get_text (decision, column) : NULL;

  return is_filled (text) || proposal == NULL ? text : styr_record_get_text (proposal, column);
}

/**
 * styr_dossier_get_grade:
 *
 * The grade that counts for a goal: the decided one, before that the proposal. NULL when it isn't
 * assessed.
 */
const char *
styr_dossier_get_grade (StyrDossier *self, const char *goal_id)
{
  return assessed_text (self, goal_id, "grade");
}

/** Whether the goal has a grade and an analysis: what an assessment needs to be of use to the
 * committee and its auditors. */
gboolean
styr_dossier_is_assessed (StyrDossier *self, const char *goal_id)
{
  return is_filled (assessed_text (self, goal_id, "grade")) &&
         is_filled (assessed_text (self, goal_id, "analysis"));
}

/* What is out of use is still shown, but demanded no more; what comes after the decision isn't
 * demanded before it. */
static gboolean
is_asked (StyrDossier *self, const StyrField *field)
{
  return field->required && !field->is_retired &&
         !(field->is_filled_after_decision && styr_dossier_is_editable (self));
}

static StyrCompletion
fields_completion (StyrDossier *self, const StyrSection *section)
{
  StyrCompletion completion = { 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const StyrField *field = section->fields->pdata[i];
      g_autofree char *key = g_strconcat (section->id, ".", field->id, NULL);
      gboolean filled = is_answered (self, NULL, key);

      any = any || filled;
      completion.total += is_asked (self, field);
      completion.done += is_asked (self, field) && filled;
    }
  if (section->kind == STYR_SECTION_FIELDS && completion.total == 0 && section->required)
    completion = (StyrCompletion){ any, 1 };
  return completion;
}

/* Whether a row or a goal has every field that is asked of it */
static gboolean
has_asked (StyrDossier *self, const char *owner_id, GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const StyrField *field = fields->pdata[i];

      if (is_asked (self, field) && !is_answered (self, owner_id, field->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
row_is_filled (StyrDossier *self, const StyrSection *section, StyrRecord *row)
{
  const char *id = styr_record_get_id (row);
  gboolean any = FALSE;

  for (guint i = 0; i < section->fields->len; i++)
    any = any || is_answered (self, id, ((const StyrField *) section->fields->pdata[i])->id);
  return any && has_asked (self, id, section->fields);
}

static gboolean
goal_is_complete (StyrDossier *self, StyrRecord *goal)
{
  const char *id = styr_record_get_id (goal);
  const StyrGoalType *type = styr_model_find_goal_type (styr_dossier_get_model (self),
                                                        styr_record_get_text (goal, "type"));
  g_autoptr (GPtrArray) criteria = styr_dossier_dup_where (self, "criterion", "goal_id", id);
  int written = 0;

  for (guint i = 0; i < criteria->len; i++)
    written += is_filled (styr_record_get_text (criteria->pdata[i], "text"));
  return is_filled (styr_record_get_text (goal, "text")) &&
         (type == NULL || (has_asked (self, id, type->fields) &&
                           (!type->needs_criteria || written >= MAX (1, type->criteria_min))));
}

/** Whether a goal's grade asks for a measure that it has neither got nor been motivated away. */
gboolean
styr_dossier_needs_measure (StyrDossier *self, StyrRecord *goal)
{
  const StyrGoalType *type = styr_model_find_goal_type (styr_dossier_get_model (self),
                                                        styr_record_get_text (goal, "type"));
  const StyrScale *scale = type != NULL && type->scale != NULL
                               ? styr_model_find_scale (styr_dossier_get_model (self), type->scale)
                               : NULL;
  const StyrGrade *grade =
      scale != NULL
          ? styr_scale_find_grade (scale, styr_dossier_get_grade (self, styr_record_get_id (goal)))
          : NULL;
  g_autoptr (GPtrArray) measures = NULL;

  if (grade == NULL || !grade->needs_measure ||
      styr_text_is_reason (assessed_text (self, styr_record_get_id (goal), "no_measure_reason")))
    return FALSE;
  measures = styr_dossier_dup_where (self, "measure", "goal_id", styr_record_get_id (goal));
  return measures->len == 0;
}

static void
add_list_completion (StyrDossier *self, const StyrSection *section, StyrCompletion *completion)
{
  g_autoptr (GPtrArray) rows = styr_dossier_dup_rows (self, section);
  g_autoptr (GPtrArray) goals = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      StyrRecord *row = rows->pdata[i];
      gboolean done = TRUE;

      if (section->kind == STYR_SECTION_ROWS)
        done = row_is_filled (self, section, row);
      else if (section->kind == STYR_SECTION_GOALS)
        done = goal_is_complete (self, row);
      else if (section->kind == STYR_SECTION_ASSESSMENTS)
        done = styr_dossier_is_assessed (self, styr_record_get_id (row));
      else if (section->kind == STYR_SECTION_ACTIVITIES || section->kind == STYR_SECTION_MEASURES)
        done = is_filled (styr_record_get_text (row, "text"));
      else if (section->kind == STYR_SECTION_DECISION)
        done = styr_dossier_get_decision_lack (self, row) == STYR_LACK_NOTHING;
      completion->total++;
      completion->done += done;
    }
  if (section->kind == STYR_SECTION_MEASURES)
    {
      goals = styr_dossier_dup_goals (self, section);
      for (guint i = 0; i < goals->len; i++)
        completion->total += styr_dossier_needs_measure (self, goals->pdata[i]);
    }
  if (completion->total == 0 && section->required && section->kind != STYR_SECTION_MEASURES)
    completion->total = 1;
}

/**
 * styr_dossier_get_section_completion:
 *
 * How much of a section is done: required fields filled, goals with text, required fields and
 * criteria, goals assessed, rows complete, and so on. A total of 0 means that nothing is demanded,
 * as of a section that is out of use.
 */
StyrCompletion
styr_dossier_get_section_completion (StyrDossier *self, const StyrSection *section)
{
  StyrCompletion completion = { 0, 0 };

  g_return_val_if_fail (STYR_IS_DOSSIER (self) && section != NULL, completion);

  if (section->is_retired)
    return completion;
  if (section->kind != STYR_SECTION_ROWS)
    completion = fields_completion (self, section);
  if (section->kind != STYR_SECTION_FIELDS)
    add_list_completion (self, section, &completion);
  return completion;
}

/**
 * styr_metadata_get_column:
 *
 * The column of the document table that a name of `requiredMetadata` means: decidedOn is
 * decided_on.
 *
 * Returns: (transfer full)
 */
char *
styr_metadata_get_column (const char *metadata)
{
  GString *column = g_string_new (NULL);

  for (const char *c = metadata; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c))
        g_string_append_c (column, '_');
      g_string_append_c (column, g_ascii_tolower (*c));
    }
  return g_string_free (column, FALSE);
}

/** How much of the card that the type demands is filled in ("ordning och reda", domain.md 1.1.3).
 */
StyrCompletion
styr_dossier_get_card_completion (StyrDossier *self)
{
  StyrCompletion completion = { 0, 0 };
  g_autoptr (GPtrArray) missing = NULL, demanded = NULL;
  const StyrDocumentType *type;

  g_return_val_if_fail (STYR_IS_DOSSIER (self), completion);

  type = styr_dossier_get_document_type (self);
  if (type == NULL)
    return completion;
  missing = styr_document_dup_missing_metadata (type, styr_dossier_get_document (self));
  demanded = styr_document_dup_demanded (type, styr_dossier_get_document (self));
  completion.total = (int) demanded->len;
  completion.done = completion.total - (int) missing->len;
  return completion;
}

/** The whole document's completion: its sections together; the card is counted apart. */
StyrCompletion
styr_dossier_get_completion (StyrDossier *self)
{
  StyrCompletion all = { 0, 0 };
  const StyrDocumentType *type;

  g_return_val_if_fail (STYR_IS_DOSSIER (self), all);

  type = styr_dossier_get_document_type (self);
  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      StyrCompletion one = styr_dossier_get_section_completion (self, type->sections->pdata[i]);

      all.done += one.done;
      all.total += one.total;
    }
  return all;
}

/**
 * styr_dossier_shows_field:
 * @owner_id: (nullable): as in styr_dossier_get_value(); in rows NULL means any of them
 *
 * Whether a field is shown: one that is out of use only where something is written in it.
 */
gboolean
styr_dossier_shows_field (StyrDossier *self,
                          const StyrSection *section,
                          const StyrField *field,
                          const char *owner_id)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (self) && field != NULL, FALSE);

  if (!field->is_retired)
    return TRUE;
  if (owner_id != NULL || section == NULL)
    return is_answered (self, owner_id, field->id);
  if (section->kind != STYR_SECTION_ROWS)
    {
      key = g_strconcat (section->id, ".", field->id, NULL);
      return is_answered (self, NULL, key);
    }
  rows = styr_dossier_dup_rows (self, section);
  for (guint i = 0; i < rows->len; i++)
    if (is_answered (self, styr_record_get_id (rows->pdata[i]), field->id))
      return TRUE;
  return FALSE;
}

/** Whether a section is shown: one that is out of use only where it holds something. */
gboolean
styr_dossier_shows_section (StyrDossier *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (self) && section != NULL, FALSE);

  if (!section->is_retired)
    return TRUE;
  for (guint i = 0; section->kind != STYR_SECTION_ROWS && i < section->fields->len; i++)
    {
      const StyrField *field = section->fields->pdata[i];
      g_autofree char *key = g_strconcat (section->id, ".", field->id, NULL);

      if (is_answered (self, NULL, key))
        return TRUE;
    }
  rows = styr_dossier_dup_rows (self, section);
  return rows->len > 0;
}
