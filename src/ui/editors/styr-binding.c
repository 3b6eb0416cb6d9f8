/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-binding.h"

#include "styr-workspace-decisions.h"

typedef enum
{
  BINDING_CARD,
  BINDING_VALUE,
  BINDING_ITEM,
  BINDING_ASSESSMENT,
  BINDING_OUTCOME,
  BINDING_FEEDBACK,
  BINDING_TARGET,
} BindingKind;

struct _StyrBinding
{
  BindingKind kind;
  StyrStage stage;
  int year;
  char *table; /* item: kind; feedback: type */
  char *id;    /* owner, item, goal, criterion; feedback: area */
  char *column;
};

static StyrBinding *
binding_new (BindingKind kind, const char *table, const char *id, const char *column)
{
  StyrBinding *self = g_new0 (StyrBinding, 1);

  g_assert (column != NULL);

  self->kind = kind;
  self->table = g_strdup (table);
  self->id = g_strdup (id);
  self->column = g_strdup (column);
  return self;
}

/**
 * styr_binding_new_card:
 * @column: a column of the document
 *
 * Returns: (transfer full): a place on the document card
 */
StyrBinding *
styr_binding_new_card (const char *column)
{
  return binding_new (BINDING_CARD, NULL, NULL, column);
}

/**
 * styr_binding_new_value:
 * @owner_id: the document, row or goal whose value it is
 * @field: "section.field", in a row or a goal just "field"
 *
 * Returns: (transfer full): the place of a field's value
 */
StyrBinding *
styr_binding_new_value (const char *owner_id, const char *field)
{
  return binding_new (BINDING_VALUE, NULL, owner_id, field);
}

/**
 * styr_binding_new_item:
 * @kind: kind of record
 * @id: its id
 * @column: its column
 *
 * Returns: (transfer full): a column of a goal, a criterion, an activity …
 */
StyrBinding *
styr_binding_new_item (const char *kind, const char *id, const char *column)
{
  return binding_new (BINDING_ITEM, kind, id, column);
}

/**
 * styr_binding_new_assessment:
 * @goal_id: the goal that is judged
 * @stage: whose judgement
 * @column: its column
 *
 * Returns: (transfer full): a place in an assessment, which need not exist yet
 */
StyrBinding *
styr_binding_new_assessment (const char *goal_id, StyrStage stage, const char *column)
{
  StyrBinding *self = binding_new (BINDING_ASSESSMENT, NULL, goal_id, column);

  self->stage = stage;
  return self;
}

/**
 * styr_binding_new_outcome:
 * @criterion_id: the criterion
 * @column: column of its outcome
 *
 * Returns: (transfer full): a place in the outcome of a criterion, which need not exist yet
 */
StyrBinding *
styr_binding_new_outcome (const char *criterion_id, const char *column)
{
  return binding_new (BINDING_OUTCOME, NULL, criterion_id, column);
}

/**
 * styr_binding_new_feedback:
 * @type: feedback type id
 * @area: area
 * @column: column of the count
 *
 * Returns: (transfer full): a cell of the feedback table, whose record need not exist yet
 */
StyrBinding *
styr_binding_new_feedback (const char *type, const char *area, const char *column)
{
  return binding_new (BINDING_FEEDBACK, type, area, column);
}

/**
 * styr_binding_new_target:
 * @criterion_id: the criterion
 * @year: the year
 *
 * Returns: (transfer full): the target value of a criterion in one year, which need not exist yet
 */
StyrBinding *
styr_binding_new_target (const char *criterion_id, int year)
{
  StyrBinding *self = binding_new (BINDING_TARGET, NULL, criterion_id, "value");

  self->year = year;
  return self;
}

/**
 * styr_binding_free:
 * @self: the binding
 *
 * Frees it.
 */
void
styr_binding_free (StyrBinding *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->id);
  g_free (self->column);
  g_free (self);
}

static StyrRecord *
find_feedback (StyrBinding *self, StyrDossier *dossier)
{
  GPtrArray *records = styr_dossier_get_records (dossier, "feedback_total");

  for (guint i = 0; i < records->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (records, i);

      if (styr_record_is (record, "type", self->table) &&
          g_strcmp0 (styr_record_get_text (record, "area") ?: "", self->id) == 0)
        return record;
    }
  return NULL;
}

static StyrRecord *
find_target (StyrBinding *self, StyrDossier *dossier)
{
  GPtrArray *records = styr_dossier_get_records (dossier, "criterion_target");

  for (guint i = 0; i < records->len; i++)
    if (styr_record_is (records->pdata[i], "criterion_id", self->id) &&
        styr_record_get_int (records->pdata[i], "year") == self->year)
      return records->pdata[i];
  return NULL;
}

static StyrRecord *
find_record (StyrBinding *self, StyrDossier *dossier)
{
  switch (self->kind)
    {
    case BINDING_CARD:
      return styr_dossier_get_document (dossier);
    case BINDING_ITEM:
      return styr_dossier_find (dossier, self->table, self->id);
    case BINDING_ASSESSMENT:
      return styr_dossier_find_assessment (dossier, self->id, self->stage);
    case BINDING_OUTCOME:
      return styr_dossier_find_outcome (dossier, self->id);
    case BINDING_FEEDBACK:
      return find_feedback (self, dossier);
    case BINDING_TARGET:
      return find_target (self, dossier);
    default:
      return NULL;
    }
}

/**
 * styr_binding_read:
 * @self: the binding
 * @dossier: the document as it is now
 *
 * Returns: the canonical text there, "" for nothing; owned by @dossier
 */
const char *
styr_binding_read (StyrBinding *self, StyrDossier *dossier)
{
  StyrRecord *record;

  g_return_val_if_fail (self != NULL && STYR_IS_DOSSIER (dossier), "");

  if (self->kind == BINDING_VALUE)
    return styr_dossier_get_value (dossier, self->id, self->column) ?: "";
  record = find_record (self, dossier);
  return (record != NULL ? styr_record_get_text (record, self->column) : NULL) ?: "";
}

static gboolean
write_feedback (StyrBinding *self,
                StyrWorkspace *workspace,
                StyrDossier *dossier,
                const char *document_id,
                const char *value,
                GError **error)
{
  StyrRecord *record = find_feedback (self, dossier);
  g_autofree char *id = NULL;

  if (record != NULL)
    id = g_strdup (styr_record_get_id (record));
  else
    id = styr_workspace_add_feedback (workspace, document_id, self->table, self->id, error);
  /* the count itself always has a number */
  if (*value == '\0' && g_str_equal (self->column, "count"))
    value = "0";
  return id != NULL &&
         styr_workspace_set_item (
             workspace, document_id, "feedback_total", id, self->column, value, error);
}

/**
 * styr_binding_write:
 * @self: the binding
 * @workspace: where to write
 * @dossier: the document it belongs to
 * @value: canonical text
 * @error: what was wrong with the value
 *
 * Returns: whether it was written
 */
gboolean
styr_binding_write (StyrBinding *self,
                    StyrWorkspace *workspace,
                    StyrDossier *dossier,
                    const char *value,
                    GError **error)
{
  const char *id;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  id = styr_record_get_id (styr_dossier_get_document (dossier));
  switch (self->kind)
    {
    case BINDING_CARD:
      return styr_workspace_set_card (workspace, id, self->column, value, error);
    case BINDING_VALUE:
      return styr_workspace_set_value (workspace, id, self->id, self->column, value, error);
    case BINDING_ITEM:
      if (g_str_has_prefix (self->table, "decision"))
        return styr_workspace_set_decision (
            workspace, self->table, self->id, self->column, value, error);
      return styr_workspace_set_item (
          workspace, id, self->table, self->id, self->column, value, error);
    case BINDING_ASSESSMENT:
      return styr_workspace_set_assessment (
          workspace, id, self->id, self->stage, self->column, value, error);
    case BINDING_OUTCOME:
      return styr_workspace_set_outcome (workspace, id, self->id, self->column, value, error);
    case BINDING_FEEDBACK:
      return write_feedback (self, workspace, dossier, id, value, error);
    case BINDING_TARGET:
      return styr_workspace_set_target (
          workspace, id, self->id, self->year, self->column, value, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
