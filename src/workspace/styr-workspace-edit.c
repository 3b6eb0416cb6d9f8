/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-item-columns.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>

static gboolean
fail_unknown (const char *name, GError **error)
{
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               _ ("There is no field “%s” here."),
               name);
  return FALSE;
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_NOT_FOUND,
                       _ ("That is no longer there: it may have been removed or undone."));
  return FALSE;
}

static char *
dup_change_label (const char *title, StyrRecord *document)
{
  /* Translators: a field's name, then the document's title. */
  return g_strdup_printf (
      _ ("Changed “%s” in %s"), title, styr_record_get_text (document, "title"));
}

static const char *
none_if_empty (const StyrItemColumn *column, const char *value)
{
  if (value != NULL && *value != '\0')
    return value;
  return column->never_null ? "" : NULL;
}

static gboolean
write_column (StyrWorkspace *self,
              StyrBatch *batch,
              StyrRecord *document,
              const StyrItemColumn *column,
              const char *id,
              const char *value,
              GError **error)
{
  g_autofree char *label = dup_change_label (styr_item_column_get_title (column), document);
  g_autofree char *merge_key = g_strjoin ("/", column->kind, id, column->column, NULL);

  styr_batch_update (batch, column->kind, id, column->column, none_if_empty (column, value));
  return styr_batch_write (batch, self, label, merge_key, error);
}

/* The answers that the decision rules ask about: the decider follows as long as nobody has chosen
 * another. */
static void
follow_decider (StyrWorkspace *self,
                StyrBatch *batch,
                StyrRecord *document,
                const char *column,
                const char *value)
{
  static const char *const asked[] = { "scope", "is_political", "law_requires_council", NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!g_strv_contains (asked, column))
    return;
  styr_workspace_find_decider (self, document, &before, NULL);
  styr_record_set_text (document, column, value);
  styr_workspace_find_decider (self, document, &after, NULL);
  if (styr_record_says (document, "decided_by", before) && g_strcmp0 (before, after) != 0)
    styr_batch_update (batch, "document", styr_record_get_id (document), "decided_by", after);
}

static gboolean
check_card (StyrRecord *document, const char *column, const char *value, GError **error)
{
  const char *from = styr_record_get_text (document, "period_from");
  const char *to = styr_record_get_text (document, "period_to");

  if (g_str_equal (column, "title") && (value == NULL || *value == '\0'))
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("A document must have a title."));
      return FALSE;
    }
  if (g_str_equal (column, "follow_up_months") && g_strcmp0 (value, "0") == 0)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("The follow-up comes after at least one month."));
      return FALSE;
    }
  if (g_str_equal (column, "period_from"))
    from = value;
  if (g_str_equal (column, "period_to"))
    to = value;
  if (from == NULL || to == NULL || *from == '\0' || *to == '\0' || strcmp (from, to) <= 0)
    return TRUE;
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_VALUE,
                       _ ("The period can’t end before it begins."));
  return FALSE;
}

/**
 * styr_workspace_comes_late:
 * @column: a column of the document's card
 *
 * Returns: whether it often is known only after the decision, with the minutes, and so may be
 * filled in on a decided document as long as it is empty
 */
gboolean
styr_workspace_comes_late (const char *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return styr_item_column_get_late ("document", column) != STYR_LATE_NEVER;
}

/**
 * styr_workspace_stays_open:
 * @column: a column of the document's card
 *
 * Returns: whether it isn't part of what is decided, such as who answers for the document, and so
 * may be written whatever is decided
 */
gboolean
styr_workspace_stays_open (const char *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return styr_item_column_get_late ("document", column) == STYR_LATE_ALWAYS;
}

/* What the card says has happened. Before the decision others are informed on a day that is
 * planned. */
static gboolean
check_day (StyrWorkspace *self,
           StyrRecord *document,
           const char *column,
           const char *value,
           GError **error)
{
  gboolean is_decided =
      styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) >= STYR_DOCUMENT_DECIDED;

  if (is_decided && g_str_equal (column, "informed_on"))
    return styr_workspace_check_happened (self, STYR_DAY_INFORMED, value, NULL, error);
  return !g_str_equal (column, "published_on") ||
         styr_workspace_check_happened (
             self, STYR_DAY_PUBLISHED, value, styr_record_get_text (document, "decided_on"), error);
}

static StyrRecord *
get_card (StyrWorkspace *self, const char *document_id, const char *column, GError **error)
{
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);

  if (document != NULL && styr_item_may_set (document, TRUE, column))
    return g_steal_pointer (&document);
  return styr_workspace_get_editable (self, document_id, error);
}

/**
 * styr_workspace_set_card:
 * @column: a column of the document's card
 * @value: (nullable): canonical text; NULL and "" empty it
 *
 * Changes the card of a document that isn't decided. On one that is, what comes with the minutes
 * can still be filled in, once: styr_workspace_comes_late(), and what isn't part of the decision
 * can be changed: styr_workspace_stays_open(). Errors: READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_card (StyrWorkspace *self,
                         const char *document_id,
                         const char *column,
                         const char *value,
                         GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  const StyrItemColumn *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && column != NULL, FALSE);

  document = get_card (self, document_id, column, error);
  if (document == NULL)
    return FALSE;
  found = styr_item_column_find ("document", column);
  if (found == NULL)
    return fail_unknown (column, error);
  if (styr_record_says (document, column, value))
    return TRUE;
  if (!check_card (document, column, value, error) ||
      !styr_item_column_check_given (found, self, value, error) ||
      !check_day (self, document, column, value, error))
    return FALSE;
  follow_decider (self, batch, document, column, none_if_empty (found, value));
  return write_column (self, batch, document, found, document_id, value, error);
}

static const StyrField *
find_document_field (const StyrDocumentType *type, const char *field)
{
  g_auto (GStrv) parts = g_strsplit (field, ".", 2);
  const StyrSection *section =
      type != NULL && parts[0] != NULL ? styr_document_type_find_section (type, parts[0]) : NULL;

  return section != NULL && parts[1] != NULL ? styr_section_find_field (section, parts[1]) : NULL;
}

static const StyrField *
find_goal_field (const StyrGoalType *type, const char *field)
{
  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const StyrField *found = g_ptr_array_index (type->fields, i);

      if (g_str_equal (found->id, field))
        return found;
    }
  return NULL;
}

/* The description of a value's field, by what its owner is: the document, a row or a goal. */
const StyrField *
styr_workspace_find_field (StyrWorkspace *self,
                           StyrRecord *document,
                           const char *owner_id,
                           const char *field)
{
  StyrModel *model = styr_workspace_get_model_of (self, document);
  StyrStore *store = styr_workspace_get_store (self);
  const char *document_id = styr_record_get_id (document);
  const StyrDocumentType *type =
      styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  g_autoptr (StyrRecord) row = NULL;
  g_autoptr (StyrRecord) goal = NULL;

  if (g_str_equal (owner_id, document_id))
    return find_document_field (type, field);
  row = styr_store_get (store, "document_row", owner_id, NULL);
  if (row != NULL && styr_record_is (row, "document_id", document_id) && type != NULL)
    {
      const StyrSection *section =
          styr_document_type_find_section (type, styr_record_get_text (row, "section"));

      return section != NULL ? styr_section_find_field (section, field) : NULL;
    }
  goal = styr_store_get (store, "goal", owner_id, NULL);
  if (goal != NULL && styr_record_is (goal, "document_id", document_id))
    return find_goal_field (styr_model_find_goal_type (model, styr_record_get_text (goal, "type")),
                            field);
  return NULL;
}

/* The document, when the field may be written in it: what is filled in after the decision always
 * may. */
static StyrRecord *
get_answered (StyrWorkspace *self,
              const char *document_id,
              const char *owner_id,
              const char *field,
              GError **error)
{
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);
  const StyrField *description =
      document != NULL ? styr_workspace_find_field (self, document, owner_id, field) : NULL;

  if (description != NULL && description->is_filled_after_decision)
    return g_steal_pointer (&document);
  return styr_workspace_get_editable (self, document_id, error);
}

/**
 * styr_workspace_set_value:
 * @owner_id: (nullable): a row or a goal of the document; NULL = the document itself
 * @field: "section.field" for the document, else the field
 * @value: (nullable): canonical text; NULL and "" empty it
 *
 * Fills in a field of the model's form; in a decided document only one that the model says is
 * filled in after the decision. Errors: READ_ONLY, VALUE (the field's description doesn't allow
 * it), NOT_FOUND
 */
gboolean
styr_workspace_set_value (StyrWorkspace *self,
                          const char *document_id,
                          const char *owner_id,
                          const char *field,
                          const char *value,
                          GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *old = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  const StyrField *description;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && field != NULL, FALSE);

  if (owner_id == NULL || *owner_id == '\0')
    owner_id = document_id;
  document = get_answered (self, document_id, owner_id, field, error);
  if (document == NULL)
    return FALSE;
  description = styr_workspace_find_field (self, document, owner_id, field);
  if (description == NULL)
    return fail_unknown (field, error);
  if (!styr_workspace_check_field (self, description, value, &stored, error))
    return FALSE;
  old = styr_workspace_dup_one (self,
                                "SELECT value FROM document_value WHERE document_id = ?1 "
                                "AND owner_id = ?2 AND field = ?3",
                                document_id,
                                owner_id,
                                field);
  if (g_strcmp0 (old != NULL ? old : "", stored) == 0)
    return TRUE;
  styr_batch_value (batch, document_id, owner_id, field, stored);
  /* An answer takes the place of "doesn't apply"; undo brings it back. */
  if (*stored != '\0')
    {
      g_autofree char *mark = styr_not_applicable_key (field);

      styr_batch_value (batch, document_id, owner_id, mark, NULL);
    }
  label = dup_change_label (description->title, document);
  merge_key = g_strjoin ("/", "document_value", document_id, owner_id, field, NULL);
  return styr_batch_write (batch, self, label, merge_key, error);
}

/**
 * styr_workspace_set_item:
 * @kind: "goal", "criterion", "goal_link", "activity", "measure", "feedback_total", "budget_line",
 * "decision", "decision_step", "decision_clause" or "decision_recipient"
 * @id: one that belongs to the document
 *
 * Changes a column of a part of a document; of a decision by the rules of
 * styr_workspace_set_decision(). Errors: READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_item (StyrWorkspace *self,
                         const char *document_id,
                         const char *kind,
                         const char *id,
                         const char *column,
                         const char *value,
                         GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) item = NULL;
  const StyrItemColumn *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && kind != NULL && id != NULL && column != NULL, FALSE);

  if (g_str_has_prefix (kind, "decision"))
    return styr_workspace_check_item (self, document_id, kind, id, error) &&
           styr_workspace_set_decision (self, kind, id, column, value, error);
  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  found = g_str_equal (kind, "document") ? NULL : styr_item_column_find (kind, column);
  if (found == NULL)
    return fail_unknown (column, error);
  item = styr_workspace_get_item (self, document, kind, id);
  if (item == NULL)
    return fail_gone (error);
  if (styr_record_says (item, column, value))
    return TRUE;
  if (!styr_item_column_check_given (found, self, value, error))
    return FALSE;
  return write_column (self, batch, document, found, id, value, error);
}

static gboolean
check_grade (
    StyrWorkspace *self, StyrRecord *document, StyrRecord *goal, const char *value, GError **error)
{
  g_autofree char *scale_id = styr_workspace_dup_goal_scale (self, document, goal);
  const StyrScale *scale =
      scale_id != NULL
          ? styr_model_find_scale (styr_workspace_get_model_of (self, document), scale_id)
          : NULL;

  if (value == NULL || *value == '\0' ||
      (scale != NULL && styr_scale_find_grade (scale, value) != NULL))
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               _ ("“%s” isn’t a grade that this goal can get."),
               value);
  return FALSE;
}

/* Sets a column of the row that @owner_column (a goal or a criterion) has in this document, and
 * makes the row when there is none. */
static gboolean
write_judgement (StyrWorkspace *self,
                 StyrRecord *document,
                 StyrRecord *fresh,
                 const char *old_id,
                 const StyrItemColumn *column,
                 const char *value,
                 GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) old = NULL;

  if (old_id != NULL)
    {
      old = styr_store_get (styr_workspace_get_store (self), column->kind, old_id, NULL);
      if (old != NULL && styr_record_says (old, column->column, value))
        return TRUE;
    }
  else if (value == NULL || *value == '\0')
    return TRUE;
  else
    styr_batch_add (batch, fresh);
  if (old_id == NULL)
    old_id = styr_record_get_id (fresh);
  if (g_str_equal (column->column, "grade") &&
      (old == NULL || !styr_record_has (old, "assessed_on")))
    styr_batch_update (batch, column->kind, old_id, "assessed_on", styr_workspace_get_today (self));
  return write_column (self, batch, document, column, old_id, value, error);
}

/**
 * styr_workspace_set_assessment:
 * @stage: whose judgement; proposal, decision and board stand beside each other
 * @column: "grade", "trend", "is_final", "analysis", "reason", "no_measure_reason" or "assessed_on"
 *
 * Writes in the document's assessment of a goal of a plan, and makes it when there is none. Errors:
 * READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_assessment (StyrWorkspace *self,
                               const char *document_id,
                               const char *goal_id,
                               StyrStage stage,
                               const char *column,
                               const char *value,
                               GError **error)
{
  const char *nick = styr_nick_from_value (STYR_TYPE_STAGE, (int) stage);
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *old_id = NULL;
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) goal = NULL;
  g_autoptr (StyrRecord) fresh = NULL;
  const StyrItemColumn *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && goal_id != NULL && column != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  found = styr_item_column_find ("assessment", column);
  if (found == NULL)
    return fail_unknown (column, error);
  goal = styr_store_get (styr_workspace_get_store (self), "goal", goal_id, NULL);
  if (goal == NULL)
    return fail_gone (error);
  if (!styr_item_column_check_given (found, self, value, error) ||
      (found->value == STYR_ITEM_GRADE && !check_grade (self, document, goal, value, error)))
    return FALSE;
  old_id = styr_workspace_dup_one (self,
                                   "SELECT id AS value FROM assessment WHERE document_id = ?1 "
                                   "AND goal_id = ?2 AND stage = ?3",
                                   document_id,
                                   goal_id,
                                   nick);
  fresh = styr_record_new ("assessment", id);
  styr_record_set_text (fresh, "goal_id", goal_id);
  styr_record_set_text (fresh, "document_id", document_id);
  styr_record_set_text (fresh, "stage", nick);
  return write_judgement (self, document, fresh, old_id, found, value, error);
}

/**
 * styr_workspace_set_outcome:
 * @column: "value", "happened_on", "is_met" or "note"
 *
 * Writes what became of a criterion, as the document says it. Errors: READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_outcome (StyrWorkspace *self,
                            const char *document_id,
                            const char *criterion_id,
                            const char *column,
                            const char *value,
                            GError **error)
{
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *old_id = NULL;
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) criterion = NULL;
  g_autoptr (StyrRecord) fresh = NULL;
  const StyrItemColumn *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && criterion_id != NULL && column != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  found = styr_item_column_find ("criterion_outcome", column);
  if (found == NULL)
    return fail_unknown (column, error);
  criterion = styr_store_get (styr_workspace_get_store (self), "criterion", criterion_id, NULL);
  if (criterion == NULL)
    return fail_gone (error);
  if (!styr_item_column_check_given (found, self, value, error))
    return FALSE;
  old_id = styr_workspace_dup_one (self,
                                   "SELECT id AS value FROM criterion_outcome "
                                   "WHERE document_id = ?1 AND criterion_id = ?2",
                                   document_id,
                                   criterion_id,
                                   NULL);
  fresh = styr_record_new ("criterion_outcome", id);
  styr_record_set_text (fresh, "criterion_id", criterion_id);
  styr_record_set_text (fresh, "document_id", document_id);
  return write_judgement (self, document, fresh, old_id, found, value, error);
}
