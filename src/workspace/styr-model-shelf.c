/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-shelf.h"

struct _StyrModelShelf
{
  StyrStore *store;
  GHashTable *models; /* id to StyrModel, read when somebody asks */
  StyrModel *shown;
  char *shown_id, *current_id;
  char *chosen_id;         /* NULL: the current one is shown */
  StyrRecordList *list;    /* NULL until somebody looks at it */
  const char *expected_id; /* what is being written, and as what it will be read */
  StyrModel *expected;
};

StyrModelShelf *
styr_model_shelf_new (StyrStore *store)
{
  StyrModelShelf *self = g_new0 (StyrModelShelf, 1);

  self->store = g_object_ref (store);
  self->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
styr_model_shelf_free (StyrModelShelf *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->list);
  g_clear_object (&self->shown);
  g_hash_table_unref (self->models);
  g_object_unref (self->store);
  g_free (self->shown_id);
  g_free (self->current_id);
  g_free (self->chosen_id);
  g_free (self);
}

/**
 * styr_model_shelf_find:
 *
 * Returns: (transfer none) (nullable): the model with @model_id, kept until it is forgotten; NULL
 * with the store's error
 */
StyrModel *
styr_model_shelf_find (StyrModelShelf *self, const char *model_id, GError **error)
{
  StyrModel *model;

  g_return_val_if_fail (self != NULL && model_id != NULL, NULL);

  model = g_hash_table_lookup (self->models, model_id);
  if (model != NULL)
    return model;
  model = styr_store_load_model_by_id (self->store, model_id, error);
  if (model != NULL)
    g_hash_table_insert (self->models, g_strdup (model_id), model);
  return model;
}

/**
 * styr_model_shelf_forget_changed:
 * @changes: (element-type StyrChange): rows that were written; without an id: any of them
 *
 * Models that were changed are read anew when somebody asks next.
 */
void
styr_model_shelf_forget_changed (StyrModelShelf *self, GPtrArray *changes)
{
  g_return_if_fail (self != NULL && changes != NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const StyrChange *change = g_ptr_array_index (changes, i);
      g_auto (GStrv) parts = NULL;

      if (!g_str_equal (change->kind, "model") && !g_str_equal (change->kind, "model_element"))
        continue;
      /* What others wrote may be another thing than what is expected. */
      if (change->id == NULL)
        {
          g_hash_table_remove_all (self->models);
          continue;
        }
      /* The rows of an element are called model/list/element. */
      parts = g_strsplit (change->id, "/", 2);
      if (self->expected != NULL && g_strcmp0 (parts[0], self->expected_id) == 0)
        g_hash_table_insert (self->models, g_strdup (parts[0]), g_object_ref (self->expected));
      else
        g_hash_table_remove (self->models, parts[0]);
    }
}

/**
 * styr_model_shelf_expect:
 * @model: (nullable): NULL when the write is over
 *
 * Says which model is about to be written as @model_id, so that it needn't be read again from the
 * rows that were just made of it. Both are borrowed until it is called with NULL.
 */
void
styr_model_shelf_expect (StyrModelShelf *self, const char *model_id, StyrModel *model)
{
  g_return_if_fail (self != NULL);

  self->expected_id = model_id;
  self->expected = model;
}

static gboolean
set_shown (StyrModelShelf *self, const char *model_id, GError **error)
{
  StyrModel *model = model_id != NULL ? styr_model_shelf_find (self, model_id, error) : NULL;

  if (model_id != NULL && model == NULL)
    return FALSE;
  g_set_object (&self->shown, model);
  if (g_strcmp0 (self->shown_id, model_id) != 0)
    {
      g_free (self->shown_id);
      self->shown_id = g_strdup (model_id);
    }
  return TRUE;
}

static gboolean
is_there (StyrModelShelf *self, const char *model_id)
{
  g_autoptr (StyrRecord) record =
      model_id != NULL ? styr_store_get (self->store, "model", model_id, NULL) : NULL;

  return record != NULL;
}

/**
 * styr_model_shelf_reload:
 * @today: ISO date, on which one model is in force
 *
 * Finds out anew which model is in force and which is shown. When the one to be shown can't be
 * read, the one shown before is kept.
 */
gboolean
styr_model_shelf_reload (StyrModelShelf *self, const char *today, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *current = NULL;

  g_return_val_if_fail (self != NULL && today != NULL, FALSE);

  current = styr_store_find_current_model (self->store, today, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (g_strcmp0 (self->current_id, current) != 0)
    {
      g_free (self->current_id);
      self->current_id = g_steal_pointer (&current);
    }
  if (!is_there (self, self->chosen_id))
    g_clear_pointer (&self->chosen_id, g_free);
  return set_shown (self, self->chosen_id != NULL ? self->chosen_id : self->current_id, error);
}

/** Shows the model @model_id until another is chosen; the current one is followed from then on. */
gboolean
styr_model_shelf_show (StyrModelShelf *self, const char *model_id, GError **error)
{
  g_return_val_if_fail (self != NULL && model_id != NULL, FALSE);

  if (!set_shown (self, model_id, error))
    return FALSE;
  g_free (self->chosen_id);
  self->chosen_id = g_strcmp0 (model_id, self->current_id) != 0 ? g_strdup (model_id) : NULL;
  return TRUE;
}

StyrModel *
styr_model_shelf_get_shown (StyrModelShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->shown;
}

const char *
styr_model_shelf_get_shown_id (StyrModelShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->shown_id;
}

const char *
styr_model_shelf_get_current_id (StyrModelShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->current_id;
}

/** Reads the list of models anew, if somebody looks at it. */
void
styr_model_shelf_refresh_list (StyrModelShelf *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (self != NULL);

  if (self->list == NULL)
    return;
  records = styr_store_list_models (self->store, &error);
  if (records == NULL)
    {
      g_warning ("models: %s", error->message);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      const char *id = styr_record_get_id (records->pdata[i]);

      styr_record_set_int (records->pdata[i], "is_current", g_strcmp0 (id, self->current_id) == 0);
      styr_record_set_int (records->pdata[i], "is_shown", g_strcmp0 (id, self->shown_id) == 0);
    }
  styr_record_list_update (self->list, records);
}

/** Returns: (transfer none): the models as records, newest first */
GListModel *
styr_model_shelf_get_list (StyrModelShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->list == NULL)
    {
      self->list = styr_record_list_new ();
      styr_model_shelf_refresh_list (self);
    }
  return G_LIST_MODEL (self->list);
}
