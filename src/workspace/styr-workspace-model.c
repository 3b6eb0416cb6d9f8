/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-model.h"

#include "styr-enum-types.h"
#include "styr-nick.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Edits of the shown model by path: made in a copy of the package, read by the loader, and written
 * as the rows that differ. */

/** Returns: (transfer none) (nullable): what is at @path in the shown model, until it changes */
JsonNode *
styr_workspace_peek_model_value (StyrWorkspace *self, const char *path)
{
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  model = styr_workspace_get_model (self);
  return model != NULL ? styr_model_edit_find (styr_model_to_json (model), path) : NULL;
}

/** Returns: (transfer full) (nullable): the shown model's package, to be changed */
JsonNode *
styr_workspace_copy_model (StyrWorkspace *self)
{
  StyrModel *model = styr_workspace_get_model (self);

  return model != NULL ? styr_json_copy (styr_model_to_json (model)) : NULL;
}

static gboolean
refuse (const GError *cause, GError **error)
{
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: the place in the model and what is wrong there */
               _ ("The steering model can’t be changed so: %s"),
               cause->message);
  return FALSE;
}

static gboolean
check_losses (StyrWorkspace *self, StyrModel *model, GError **error)
{
  g_autoptr (GPtrArray) lost = styr_workspace_dup_lost (
      self, styr_workspace_get_model_id (self), styr_workspace_get_model (self), model, error);
  g_autofree char *text = NULL;

  if (lost == NULL || lost->len == 0)
    return lost != NULL;
  text = styr_workspace_join_losses (lost);
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: a list of what is written and would have no place */
               _ ("There is something written that would lose its place: %s. Take it out of use "
                  "instead, or remove what is written first."),
               text);
  return FALSE;
}

/* A status comes with the decision, which says more than the word. */
static gboolean
check_status (StyrWorkspace *self, StyrModel *model, GError **error)
{
  StyrModel *before = styr_workspace_get_model (self);

  if (g_strcmp0 (styr_model_get_text (before, "status"), styr_model_get_text (model, "status")) ==
      0)
    return TRUE;
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_VALUE,
                       _ ("The steering model gets its status when it is decided."));
  return FALSE;
}

/**
 * styr_workspace_check_model_open:
 *
 * What is in force may be put right, but what another model has replaced stands as it was: its
 * documents are read with it. Errors: READ_ONLY
 */
gboolean
styr_workspace_check_model_open (StyrWorkspace *self, GError **error)
{
  StyrModel *model = styr_workspace_get_model (self);

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  if (model == NULL || g_strcmp0 (styr_model_get_text (model, "status"), "superseded") != 0 ||
      g_strcmp0 (styr_workspace_get_model_id (self), styr_workspace_get_current_model_id (self)) ==
          0)
    return TRUE;
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_READ_ONLY,
                       _ ("Another steering model has replaced this one, which stands as it was. "
                          "Make a new version of it to change it."));
  return FALSE;
}

/**
 * styr_workspace_dup_model_label:
 * @label: translated: what is done to the shown model
 *
 * What the history is to say: that it was the model in force, or one that is decided, that was put
 * right must be seen there afterwards.
 *
 * Returns: (transfer full)
 */
char *
styr_workspace_dup_model_label (StyrWorkspace *self, const char *label)
{
  StyrModel *model;
  const char *status;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  model = styr_workspace_get_model (self);
  status = model != NULL ? styr_model_get_text (model, "status") : NULL;
  if (status == NULL || g_str_equal (status, "draft"))
    return g_strdup (label);
  if (g_strcmp0 (styr_workspace_get_model_id (self), styr_workspace_get_current_model_id (self)) ==
      0)
    /* Translators: what was done to it. */
    return g_strdup_printf (_ ("The model in force was changed: %s"), label);
  /* Translators: what was done to it. */
  return g_strdup_printf (_ ("A decided model was changed: %s"), label);
}

typedef struct
{
  const char *model_id;
  StyrModel *model;
  StyrBatch *also;
} Change;

static gboolean
write_cb (StyrStore *store, gpointer user_data, GError **error)
{
  const Change *change = user_data;

  return styr_store_replace_model (store, change->model_id, change->model, error) &&
         (change->also == NULL || styr_batch_play (change->also, store, error));
}

/**
 * styr_workspace_write_model:
 * @root: the changed package; not to be changed afterwards
 * @also: (nullable): what else is written in the same entry
 *
 * Errors: READ_ONLY when another model has replaced it; VALUE when the loader refuses the package,
 * when its status is another, or when something written would lose its place
 */
gboolean
styr_workspace_write_model (StyrWorkspace *self,
                            const char *label,
                            const char *merge_key,
                            JsonNode *root,
                            StyrBatch *also,
                            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (StyrModel) model = styr_model_new_from_json (root, &local);
  g_autofree char *model_id = g_strdup (styr_workspace_get_model_id (self));
  g_autofree char *entry = styr_workspace_dup_model_label (self, label);
  Change change = { model_id, model, also };
  gboolean done;

  if (!styr_workspace_check_model_open (self, error))
    return FALSE;
  if (model == NULL)
    return refuse (local, error);
  if (!check_status (self, model, error))
    return FALSE;
  /* Values that are moved in the same entry have been seen to. */
  if (also == NULL && !check_losses (self, model, error))
    return FALSE;
  styr_model_shelf_expect (styr_workspace_get_shelf (self), model_id, model);
  done = styr_store_write (
      styr_workspace_get_store (self), entry, merge_key, write_cb, &change, &local);
  styr_model_shelf_expect (styr_workspace_get_shelf (self), NULL, NULL);
  if (done)
    return TRUE;
  styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
  return FALSE;
}

static JsonNode *
begin (StyrWorkspace *self, GError **error)
{
  JsonNode *root = styr_workspace_copy_model (self);

  if (root == NULL)
    g_set_error_literal (error,
                         STYR_WORKSPACE_ERROR,
                         STYR_WORKSPACE_ERROR_NOT_FOUND,
                         _ ("There is no steering model here yet."));
  return root;
}

static const char *
node_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/* Whether the path is that of a field's kind: what is written must go along. */
static char *
dup_field_of_kind (const char *path)
{
  StyrModelPlace place;
  g_autofree char *field = NULL;

  if (!g_str_has_suffix (path, "/kind"))
    return NULL;
  field = g_strndup (path, strlen (path) - strlen ("/kind"));
  return styr_model_edit_describe (field, &place) && place.is_element && place.member != NULL &&
                 g_str_equal (place.member->key, "fields")
             ? g_steal_pointer (&field)
             : NULL;
}

/**
 * styr_workspace_edit_model:
 * @label: translated: what was done
 * @merge_key: (nullable): edits with the same key shortly after each other become one entry
 * @value: (nullable): copied; NULL removes what is at @path
 *
 * Sets one member or element of the shown model. Where values are written in a field whose kind is
 * changed, those that don't fit are kept: see styr_workspace_change_field_kind().
 *
 * Errors: VALUE, with the loader's sentence
 */
gboolean
styr_workspace_edit_model (StyrWorkspace *self,
                           const char *label,
                           const char *merge_key,
                           const char *path,
                           JsonNode *value,
                           GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *field = NULL;
  int kind;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && path != NULL, FALSE);

  field = value != NULL ? dup_field_of_kind (path) : NULL;
  if (field != NULL && styr_nick_parse (STYR_TYPE_FIELD_KIND, node_text (value), &kind) &&
      styr_workspace_count_model_use (self, field) > 0)
    return styr_workspace_change_field_kind (self, field, (StyrFieldKind) kind, NULL, error);
  root = begin (self, error);
  if (root == NULL)
    return FALSE;
  if (!styr_model_edit_set (root, path, value, &local))
    return refuse (local, error);
  return styr_workspace_write_model (self, label, merge_key, root, NULL, error);
}

/**
 * styr_workspace_edit_model_many:
 * @edits: (element-type StyrModelEdit): made in this order
 *
 * Several edits in one entry: all of them or none. Errors: as styr_workspace_edit_model()
 */
gboolean
styr_workspace_edit_model_many (StyrWorkspace *self,
                                const char *label,
                                GPtrArray *edits,
                                GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && edits != NULL, FALSE);

  root = begin (self, error);
  if (root == NULL)
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    {
      const StyrModelEdit *edit = edits->pdata[i];

      if (!styr_model_edit_set (root, edit->path, edit->value, &local))
        return refuse (local, error);
    }
  return styr_workspace_write_model (self, label, NULL, root, NULL, error);
}

/**
 * styr_workspace_add_to_model:
 * @element: copied; an id made of its name is put into it when its list has ids and it has none
 *
 * Adds an element last in a list of the shown model. Errors: as styr_workspace_edit_model()
 */
gboolean
styr_workspace_add_to_model (StyrWorkspace *self,
                             const char *label,
                             const char *list_path,
                             JsonNode *element,
                             GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && list_path != NULL && element != NULL, FALSE);

  root = begin (self, error);
  if (root == NULL)
    return FALSE;
  if (!styr_model_edit_add (root, list_path, element, &local))
    return refuse (local, error);
  return styr_workspace_write_model (self, label, NULL, root, NULL, error);
}

/**
 * styr_workspace_move_in_model:
 * @delta: how many places towards the end of the list; negative towards its beginning
 *
 * Moves an element of the shown model. Errors: as styr_workspace_edit_model()
 */
gboolean
styr_workspace_move_in_model (
    StyrWorkspace *self, const char *label, const char *path, int delta, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && path != NULL, FALSE);

  root = begin (self, error);
  if (root == NULL)
    return FALSE;
  if (!styr_model_edit_move (root, path, delta, &local))
    return refuse (local, error);
  return styr_workspace_write_model (self, label, NULL, root, NULL, error);
}

/**
 * styr_workspace_dup_model_references:
 *
 * Returns: (transfer full) (element-type utf8): what in the shown model refers to the element at
 * @path, in words
 */
GPtrArray *
styr_workspace_dup_model_references (StyrWorkspace *self, const char *path)
{
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  model = styr_workspace_get_model (self);
  return model != NULL ? styr_model_references_dup_words (styr_model_to_json (model), path)
                       : g_ptr_array_new_with_free_func (g_free);
}

static gboolean
check_references (StyrWorkspace *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) words = styr_workspace_dup_model_references (self, path);
  g_autofree char *text = NULL;

  if (words->len == 0)
    return TRUE;
  text = styr_workspace_join_losses (words);
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: a list of what in the model refers to it */
               _ ("It is used in the steering model: %s. Remove that first."),
               text);
  return FALSE;
}

/**
 * styr_workspace_remove_from_model:
 * @with_references: whether what refers to the element is taken away with it
 *
 * Removes an element of the shown model. Errors: VALUE, with what refers to it, or what is written
 * and would lose its place
 */
gboolean
styr_workspace_remove_from_model (StyrWorkspace *self,
                                  const char *label,
                                  const char *path,
                                  gboolean with_references,
                                  GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && path != NULL, FALSE);

  root = begin (self, error);
  if (root == NULL || (!with_references && !check_references (self, path, error)))
    return FALSE;
  if (!styr_model_references_remove (root, path, &local))
    return refuse (local, error);
  return styr_workspace_write_model (self, label, NULL, root, NULL, error);
}
