/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"

#include "styr-enum-types.h"
#include "styr-nick.h"
#include "styr-workspace-private.h"

#define MAX_PARAMETERS 5

typedef enum
{
  OP_INSERT,
  OP_UPDATE,
  OP_DELETE,
  OP_EXECUTE,
} OpKind;

typedef struct
{
  OpKind op;
  StyrRecord *record;
  char *kind, *id, *column, *value, *sql;
  char *parameters[MAX_PARAMETERS];
} Op;

struct _StyrBatch
{
  GPtrArray *ops;
};

static void
op_free (gpointer data)
{
  Op *op = data;

  g_clear_object (&op->record);
  g_free (op->kind);
  g_free (op->id);
  g_free (op->column);
  g_free (op->value);
  g_free (op->sql);
  for (int i = 0; i < MAX_PARAMETERS; i++)
    g_free (op->parameters[i]);
  g_free (op);
}

static Op *
add_op (StyrBatch *self, OpKind kind)
{
  Op *op = g_new0 (Op, 1);

  op->op = kind;
  g_ptr_array_add (self->ops, op);
  return op;
}

StyrBatch *
styr_batch_new (void)
{
  StyrBatch *self = g_new0 (StyrBatch, 1);

  self->ops = g_ptr_array_new_with_free_func (op_free);
  return self;
}

void
styr_batch_free (StyrBatch *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->ops);
  g_free (self);
}

/** Adds a row of @kind. Returns: (transfer none): the record, to set columns on before the batch is
 * written */
StyrRecord *
styr_batch_insert (StyrBatch *self, const char *kind, const char *id)
{
  g_autoptr (StyrRecord) record = NULL;

  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  record = styr_record_new (kind, id);
  styr_batch_add (self, record);
  return record;
}

/** Adds @record as a new row; it is not copied. */
void
styr_batch_add (StyrBatch *self, StyrRecord *record)
{
  g_return_if_fail (self != NULL && STYR_IS_RECORD (record));
  add_op (self, OP_INSERT)->record = g_object_ref (record);
}

/** @value: (nullable): NULL empties the column */
void
styr_batch_update (
    StyrBatch *self, const char *kind, const char *id, const char *column, const char *value)
{
  Op *op;

  g_return_if_fail (self != NULL && kind != NULL && id != NULL && column != NULL);

  op = add_op (self, OP_UPDATE);
  op->kind = g_strdup (kind);
  op->id = g_strdup (id);
  op->column = g_strdup (column);
  op->value = g_strdup (value);
}

void
styr_batch_delete (StyrBatch *self, const char *kind, const char *id)
{
  Op *op;

  g_return_if_fail (self != NULL && kind != NULL && id != NULL);

  op = add_op (self, OP_DELETE);
  op->kind = g_strdup (kind);
  op->id = g_strdup (id);
}

/** SQL with at most five text parameters (?1 …), NULL-terminated. */
void
styr_batch_execute (StyrBatch *self, const char *sql, ...)
{
  Op *op;
  va_list args;
  int n = 0;

  g_return_if_fail (self != NULL && sql != NULL);

  op = add_op (self, OP_EXECUTE);
  op->sql = g_strdup (sql);
  va_start (args, sql);
  for (const char *p = va_arg (args, const char *); p != NULL; p = va_arg (args, const char *))
    {
      g_assert (n < MAX_PARAMETERS);
      op->parameters[n++] = g_strdup (p);
    }
  va_end (args);
}

/** Sets a field value of a document, or of one of its parts; "" and NULL take it away. */
void
styr_batch_value (StyrBatch *self,
                  const char *document_id,
                  const char *owner_id,
                  const char *field,
                  const char *value)
{
  g_return_if_fail (self != NULL && document_id != NULL && owner_id != NULL && field != NULL);

  if (value == NULL || *value == '\0')
    styr_batch_execute (
        self,
        "DELETE FROM document_value WHERE document_id = ?1 AND owner_id = ?2 AND field = ?3",
        document_id,
        owner_id,
        field,
        NULL);
  else
    styr_batch_execute (
        self,
        "INSERT INTO document_value (document_id, owner_id, field, value) "
        "VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (document_id, owner_id, field) DO UPDATE SET value = excluded.value",
        document_id,
        owner_id,
        field,
        value,
        NULL);
}

/** Adds a step to a document's own history: that it became @status on @date. Returns: (transfer
 * none): the record, to set more on before the batch is written */
StyrRecord *
styr_batch_event (StyrBatch *self,
                  const char *document_id,
                  StyrDocumentStatus status,
                  const char *date,
                  const char *body,
                  int position)
{
  g_autofree char *id = g_uuid_string_random ();
  StyrRecord *event;

  g_return_val_if_fail (self != NULL && document_id != NULL && date != NULL, NULL);

  event = styr_batch_insert (self, "document_event", id);
  styr_record_set_text (event, "document_id", document_id);
  styr_record_set_text (
      event, "status", styr_nick_from_value (STYR_TYPE_DOCUMENT_STATUS, (int) status));
  styr_record_set_text (event, "on_date", date);
  styr_record_set_text (event, "body", body);
  styr_record_set_int (event, "position", position);
  return event;
}

static gboolean
play_op (StyrStore *store, Op *op, GError **error)
{
  char **p = op->parameters;

  switch (op->op)
    {
    case OP_INSERT:
      return styr_store_insert (store, op->record, error);
    case OP_UPDATE:
      return styr_store_update (store, op->kind, op->id, op->column, op->value, error);
    case OP_DELETE:
      return styr_store_delete (store, op->kind, op->id, error);
    case OP_EXECUTE:
      /* The parameters end at the first NULL. */
      return styr_store_execute (store, error, op->sql, p[0], p[1], p[2], p[3], p[4], NULL);
    default:
      g_assert_not_reached ();
    }
}

/** Writes everything as a part of a larger write, or nothing of that. Inside a write only. */
gboolean
styr_batch_play (StyrBatch *self, StyrStore *store, GError **error)
{
  g_return_val_if_fail (self != NULL && STYR_IS_STORE (store), FALSE);

  for (guint i = 0; i < self->ops->len; i++)
    if (!play_op (store, g_ptr_array_index (self->ops, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
play_cb (StyrStore *store, gpointer user_data, GError **error)
{
  return styr_batch_play (user_data, store, error);
}

/**
 * styr_batch_write:
 * @label: translated: what was done, in the user's words
 * @merge_key: (nullable): writes with the same key shortly after each other become one entry
 *
 * Writes everything as one journal entry, or nothing. An empty batch is not an entry.
 */
gboolean
styr_batch_write (StyrBatch *self,
                  StyrWorkspace *workspace,
                  const char *label,
                  const char *merge_key,
                  GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self != NULL && STYR_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (self->ops->len == 0)
    return TRUE;
  if (styr_store_write (
          styr_workspace_get_store (workspace), label, merge_key, play_cb, self, &local))
    return TRUE;
  styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (workspace), error);
  return FALSE;
}
