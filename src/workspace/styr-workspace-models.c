/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-private.h"

#include "styr-locale.h"
#include "styr-model-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Several models side by side: which is in force, which is shown, and the versions that are made
 * and decided. */

/** Returns: (transfer none): the models, drafts first, then the newest: see styr-workspace-model.h
 */
GListModel *
styr_workspace_get_models (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return styr_model_shelf_get_list (styr_workspace_get_shelf (self));
}

/** Returns: (transfer none) (nullable): the model in force today, by which new documents are made
 */
const char *
styr_workspace_get_current_model_id (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return styr_model_shelf_get_current_id (styr_workspace_get_shelf (self));
}

/** Returns: (transfer none) (nullable): the model in force today, until the models change */
StyrModel *
styr_workspace_get_current_model (StyrWorkspace *self)
{
  const char *id = styr_workspace_get_current_model_id (self);
  g_autoptr (GError) error = NULL;
  StyrModel *model = id != NULL ? styr_workspace_find_model (self, id, &error) : NULL;

  if (error != NULL)
    g_warning ("current model: %s", error->message);
  return model;
}

/** Returns: (transfer none) (nullable): the model with @model_id, until it changes */
StyrModel *
styr_workspace_find_model (StyrWorkspace *self, const char *model_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (model_id != NULL, NULL);

  model = styr_model_shelf_find (styr_workspace_get_shelf (self), model_id, &local);
  if (model == NULL)
    styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
  return model;
}

/**
 * styr_workspace_get_model_of:
 * @document: a document's row
 *
 * Returns: (transfer none): the model that the document was made by, which it is always read with;
 * the shown one when that can't be read
 */
StyrModel *
styr_workspace_get_model_of (StyrWorkspace *self, StyrRecord *document)
{
  g_autoptr (GError) error = NULL;
  const char *id;
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (STYR_IS_RECORD (document), NULL);

  id = styr_record_get_text (document, "model_id");
  if (id == NULL || g_strcmp0 (id, styr_workspace_get_model_id (self)) == 0)
    return styr_workspace_get_model (self);
  model = styr_workspace_find_model (self, id, &error);
  if (model != NULL)
    return model;
  g_warning ("model of a document: %s", error->message);
  return styr_workspace_get_model (self);
}

/**
 * styr_workspace_show_model:
 *
 * Shows another model: the properties "model" and "model-id" change. It isn't written down: the
 * next time the database is opened, the one in force is shown.
 */
gboolean
styr_workspace_show_model (StyrWorkspace *self, const char *model_id, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (model_id != NULL, FALSE);

  if (g_strcmp0 (model_id, styr_workspace_get_model_id (self)) == 0)
    return TRUE;
  if (!styr_model_shelf_show (styr_workspace_get_shelf (self), model_id, &local))
    {
      styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
      return FALSE;
    }
  styr_workspace_model_shown (self);
  return TRUE;
}

/* Versions ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *model_id;
  StyrModel *model;
  GHashTable *ended; /* id → the model that this one takes the place of; NULL = none */
} VersionChange;

static gboolean
insert_cb (StyrStore *store, gpointer user_data, GError **error)
{
  const VersionChange *change = user_data;

  return styr_store_insert_model (store, change->model_id, change->model, error);
}

static gboolean
write_versions (StyrWorkspace *self,
                const char *label,
                StyrStoreWriteFunc func,
                VersionChange *change,
                GError **error)
{
  g_autoptr (GError) local = NULL;

  if (styr_store_write (styr_workspace_get_store (self), label, NULL, func, change, &local))
    return TRUE;
  styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
  return FALSE;
}

/* The scalar isn't there when it says nothing. */
static void
set_text (JsonObject *package, const char *key, const char *text)
{
  if (text == NULL || text[0] == '\0')
    json_object_remove_member (package, key);
  else
    json_object_set_string_member (package, key, text);
}

static StyrModel *
read_changed (JsonNode *root, GError **error)
{
  g_autoptr (GError) local = NULL;
  StyrModel *model = styr_model_new_from_json (root, &local);

  if (model == NULL)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("The steering model can’t be changed so: %s"),
                 local->message);
  return model;
}

/* The same model without its decision, which was about another version. */
static StyrModel *
make_draft (StyrModel *model, const char *version, GError **error)
{
  static const char *const decisions[] = { "decidedBy",      "decidedOn", "sectionNo",
                                           "registrationNo", "validFrom", "validTo",
                                           "interimUntil" };
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  JsonObject *package = json_node_get_object (root);

  json_object_set_string_member (package, "status", "draft");
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    json_object_remove_member (package, decisions[i]);
  set_text (package, "version", version);
  return read_changed (root, error);
}

/**
 * styr_workspace_new_model_version:
 * @version: (nullable): its own number or name
 *
 * Makes a draft of a model out of another. Returns: (transfer full) (nullable): the draft's id
 */
char *
styr_workspace_new_model_version (StyrWorkspace *self,
                                  const char *from_model_id,
                                  const char *version,
                                  GError **error)
{
  g_autoptr (StyrModel) draft = NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *label = NULL;
  VersionChange change = { id, NULL, NULL };
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (from_model_id != NULL, NULL);

  model = styr_workspace_find_model (self, from_model_id, error);
  if (model == NULL)
    return NULL;
  draft = make_draft (model, version, error);
  if (draft == NULL)
    return NULL;
  change.model = draft;
  label = g_strdup_printf (_ ("Made a new version of %s"), styr_model_get_name (model));
  return write_versions (self, label, insert_cb, &change, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * styr_workspace_import_version:
 * @path: a package file
 *
 * Puts the model of a package beside those that are there, as a draft without its decision; no
 * document is made by it until it is decided. Returns: (transfer full) (nullable): the draft's id.
 * Errors: BAD_FILE names the place in the file
 */
char *
styr_workspace_import_version (StyrWorkspace *self, const char *path, GError **error)
{
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (StyrModel) draft = NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *label = NULL;
  VersionChange change = { id, NULL, NULL };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  model = styr_workspace_load_model_file (path, error);
  if (model == NULL)
    return NULL;
  draft = make_draft (model, styr_model_get_text (model, "version"), error);
  if (draft == NULL)
    return NULL;
  change.model = draft;
  label = g_strdup_printf (_ ("Imported %s as a draft"), styr_model_get_name (model));
  return write_versions (self, label, insert_cb, &change, error) ? g_steal_pointer (&id) : NULL;
}

static StyrModel *
end_model (StyrWorkspace *self, const char *model_id, const char *last_day, GError **error)
{
  StyrModel *model = styr_workspace_find_model (self, model_id, error);
  g_autoptr (JsonNode) root = NULL;

  if (model == NULL)
    return NULL;
  root = styr_json_copy (styr_model_to_json (model));
  json_object_set_string_member (json_node_get_object (root), "status", "superseded");
  set_text (json_node_get_object (root), "validTo", last_day);
  return read_changed (root, error);
}

/* The models that would be in force on @day if nothing new was decided, as they are to be after it:
 * also one that was to begin that very day. */
static GHashTable *
end_models (StyrWorkspace *self, const char *day, const char *but, GError **error)
{
  static const char sql[] =
      "SELECT id FROM model WHERE status IN ('decided', 'interim') AND id <> ?2 "
      "AND coalesce (valid_from, '') <= ?1 AND coalesce (valid_to, '9999') >= ?1";
  g_autoptr (GHashTable) ended =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) open =
      styr_store_select (styr_workspace_get_store (self), "model", &local, sql, day, but, NULL);
  g_autofree char *last_day = styr_date_dup_day_before (day);

  if (open == NULL)
    {
      styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
      return NULL;
    }
  for (guint i = 0; i < open->len; i++)
    {
      const char *id = styr_record_get_id (open->pdata[i]);
      StyrModel *model = end_model (self, id, last_day, error);

      if (model == NULL)
        return NULL;
      g_hash_table_insert (ended, g_strdup (id), model);
    }
  return g_steal_pointer (&ended);
}

static gboolean
decide_cb (StyrStore *store, gpointer user_data, GError **error)
{
  const VersionChange *change = user_data;
  GHashTableIter iter;
  gpointer id, model;

  if (!styr_store_replace_model (store, change->model_id, change->model, error))
    return FALSE;
  g_hash_table_iter_init (&iter, change->ended);
  while (g_hash_table_iter_next (&iter, &id, &model))
    if (!styr_store_replace_model (store, id, model, error))
      return FALSE;
  return TRUE;
}

/* What was decided is decided once; only what applies for the time being can be decided for good.
 */
static gboolean
check_can_decide (StyrModel *model, const char *status, GError **error)
{
  const char *now = styr_model_get_text (model, "status");

  if (g_strcmp0 (now, "draft") == 0 ||
      (g_strcmp0 (now, "interim") == 0 && g_str_equal (status, "decided")))
    return TRUE;
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_VALUE,
                       _ ("This steering model has been decided already: make a new version of it "
                          "and decide that."));
  return FALSE;
}

/* What applies for the time being has an end, or nobody knows when to decide anew. */
static gboolean
check_until (const char *status, const char *interim_until, GError **error)
{
  g_autofree char *until = g_strstrip (g_strdup (interim_until != NULL ? interim_until : ""));

  if (!g_str_equal (status, "interim") || *until != '\0')
    return TRUE;
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_VALUE,
                       _ ("Say until which decision the steering model applies for the time "
                          "being."));
  return FALSE;
}

/* What applies already isn't taken back: a new model holds from the same day or a later one. */
static gboolean
check_start (StyrWorkspace *self, const char *model_id, const char *valid_from, GError **error)
{
  StyrModel *current = styr_workspace_get_current_model (self);
  const char *from = current != NULL ? styr_model_get_text (current, "validFrom") : NULL;

  if (from == NULL || strcmp (valid_from, from) >= 0 ||
      g_strcmp0 (styr_workspace_get_current_model_id (self), model_id) == 0 ||
      g_strcmp0 (styr_model_get_text (current, "status"), "draft") == 0)
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: a date */
               _ ("The steering model in force holds from %s: choose that day or a later one."),
               from);
  return FALSE;
}

/* One that has been decided to begin later ends this one in its turn. */
static void
end_before_next (StyrWorkspace *self, const char *model_id, JsonObject *package)
{
  static const char sql[] =
      "SELECT min (valid_from) AS value FROM model WHERE status IN ('decided', 'interim') "
      "AND id <> ?2 AND valid_from > ?1";
  g_autofree char *next = styr_workspace_dup_one (
      self, sql, json_object_get_string_member (package, "validFrom"), model_id, NULL);
  g_autofree char *last_day = next != NULL ? styr_date_dup_day_before (next) : NULL;

  if (last_day == NULL)
    return;
  json_object_set_string_member (package, "status", "superseded");
  set_text (package, "validTo", last_day);
}

/**
 * styr_workspace_decide_model:
 * @status: "decided" or "interim"
 * @body: (nullable): body type
 * @date: ISO date of the decision
 * @valid_from: (nullable): ISO date from which it holds; NULL = that of the decision
 * @interim_until: (nullable): the decision that ends an interim model, which must have one
 *
 * Puts a draft in force, or for good what applied for the time being. What was in force until then
 * ends the day before, and is superseded; so does this one when another is to begin after it.
 * Errors: VALUE, also when it was decided already, or would begin before the one in force did
 */
gboolean
styr_workspace_decide_model (StyrWorkspace *self,
                             const char *model_id,
                             const char *status,
                             const char *body,
                             const char *date,
                             const char *section_no,
                             const char *registration_no,
                             const char *valid_from,
                             const char *interim_until,
                             GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (StyrModel) decided = NULL;
  g_autoptr (GHashTable) ended = NULL;
  g_autofree char *label = NULL;
  VersionChange change = { model_id, NULL, NULL };
  StyrModel *model;
  JsonObject *package;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (model_id != NULL && status != NULL, FALSE);
  g_return_val_if_fail (g_str_equal (status, "decided") || g_str_equal (status, "interim"), FALSE);

  if (valid_from == NULL || valid_from[0] == '\0')
    valid_from = date;
  if (date == NULL || date[0] == '\0' ||
      !styr_workspace_check_happened (self, STYR_DAY_DECIDED, date, NULL, error) ||
      !styr_workspace_check_date (_ ("Valid from"), valid_from, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error,
                             STYR_WORKSPACE_ERROR,
                             STYR_WORKSPACE_ERROR_VALUE,
                             _ ("Say on which day the steering model was decided."));
      return FALSE;
    }
  model = styr_workspace_find_model (self, model_id, error);
  if (model == NULL || !check_can_decide (model, status, error) ||
      !check_until (status, interim_until, error) ||
      !check_start (self, model_id, valid_from, error))
    return FALSE;
  root = styr_json_copy (styr_model_to_json (model));
  package = json_node_get_object (root);
  json_object_set_string_member (package, "status", status);
  set_text (package, "decidedBy", body);
  set_text (package, "decidedOn", date);
  set_text (package, "sectionNo", section_no);
  set_text (package, "registrationNo", registration_no);
  set_text (package, "validFrom", valid_from);
  set_text (package, "validTo", NULL);
  set_text (package, "interimUntil", g_str_equal (status, "interim") ? interim_until : NULL);
  end_before_next (self, model_id, package);
  decided = read_changed (root, error);
  if (decided == NULL)
    return FALSE;
  change.model = decided;
  ended = end_models (self, valid_from, model_id, error);
  if (ended == NULL)
    return FALSE;
  change.ended = ended;
  label = g_strdup_printf (_ ("Decided the steering model %s"), styr_model_get_name (model));
  return write_versions (self, label, decide_cb, &change, error);
}

static gboolean
delete_cb (StyrStore *store, gpointer user_data, GError **error)
{
  const VersionChange *change = user_data;

  return styr_store_delete (store, "model", change->model_id, error);
}

/** Deletes a model that is a draft and that no document was made by. Errors: VALUE, READ_ONLY */
gboolean
styr_workspace_delete_model (StyrWorkspace *self, const char *model_id, GError **error)
{
  g_autofree char *used = NULL, *others = NULL, *label = NULL;
  VersionChange change = { model_id, NULL, NULL };
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (model_id != NULL, FALSE);

  model = styr_workspace_find_model (self, model_id, error);
  if (model == NULL)
    return FALSE;
  used = styr_workspace_dup_one (self,
                                 "SELECT title AS value FROM document WHERE model_id = ?1 LIMIT 1",
                                 model_id,
                                 NULL,
                                 NULL);
  others = styr_workspace_dup_one (
      self, "SELECT id AS value FROM model WHERE id <> ?1 LIMIT 1", model_id, NULL, NULL);
  if (used != NULL || others == NULL ||
      g_strcmp0 (styr_model_get_text (model, "status"), "draft") != 0)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_READ_ONLY,
                           _ ("Only a draft that no document was made by can be deleted, and not "
                              "the only steering model there is."));
      return FALSE;
    }
  label = g_strdup_printf (_ ("Deleted the draft of %s"), styr_model_get_name (model));
  return write_versions (self, label, delete_cb, &change, error);
}

/** Returns: (transfer full) (element-type StyrRecord) (nullable): what differs in the model
 * @other_id from @model_id: see styr_model_compare() */
GPtrArray *
styr_workspace_compare_models (StyrWorkspace *self,
                               const char *model_id,
                               const char *other_id,
                               GError **error)
{
  StyrModel *model, *other;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (model_id != NULL && other_id != NULL, NULL);

  model = styr_workspace_find_model (self, model_id, error);
  other = model != NULL ? styr_workspace_find_model (self, other_id, error) : NULL;
  return other != NULL ? styr_model_compare (model, other) : NULL;
}
