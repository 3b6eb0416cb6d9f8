/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sql.h"
#include "styr-store-lists.h"

#include <glib/gi18n-lib.h>

/*
 * The model as rows: the package's scalars in `model`, each element of its lists in
 * `model_element`. Loading puts the package together again and hands it to the one loader, so what
 * the database holds is checked like a file.
 */

static char *
to_text (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

static JsonNode *
scalars_of (JsonObject *package)
{
  JsonObject *scalars = json_object_new ();
  JsonNode *node = json_node_init_object (json_node_alloc (), scalars);
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, package);
  while (json_object_iter_next_ordered (&iter, &key, &member))
    {
      /* A list keeps its place among the members as null, so that a package is written as it was
       * read. */
      if (g_strv_contains (styr_model_get_element_kinds (), key))
        json_object_set_null_member (scalars, key);
      else
        json_object_set_member (scalars, key, json_node_copy (member));
    }
  json_object_unref (scalars);
  return node;
}

static char *
element_id (JsonObject *element)
{
  if (json_object_has_member (element, "id"))
    return g_strdup (json_object_get_string_member (element, "id"));
  if (json_object_has_member (element, "from"))
    return g_strconcat (json_object_get_string_member (element, "from"),
                        ">",
                        json_object_get_string_member (element, "to"),
                        NULL);
  return g_strdup (json_object_get_string_member (element, "date"));
}

static StyrRecord *
element_record (
    const char *model_id, const char *kind, JsonArray *list, guint position, GHashTable *ids)
{
  JsonNode *element = json_array_get_element (list, position);
  g_autofree char *name = element_id (json_node_get_object (element));
  g_autofree char *body = to_text (element);
  char *id = g_strdup_printf ("%s/%s/%s", model_id, kind, name);
  StyrRecord *record;

  /* Two connectors between the same blocks, two events on one day: the first keeps the plain id. */
  for (guint n = 2; g_hash_table_contains (ids, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s/%s/%s#%u", model_id, kind, name, n);
    }
  g_hash_table_add (ids, id);

  record = styr_record_new ("model_element", id);
  styr_record_set_text (record, "model_id", model_id);
  styr_record_set_text (record, "kind", kind);
  styr_record_set_text (record, "element_id", name);
  styr_record_set_int (record, "position", position);
  styr_record_set_text (record, "body", body);
  return record;
}

static GPtrArray *
element_records (const char *model_id, StyrModel *model)
{
  JsonObject *package = json_node_get_object (styr_model_to_json (model));
  const char *const *kinds = styr_model_get_element_kinds ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint k = 0; kinds[k] != NULL; k++)
    {
      JsonArray *list = json_object_has_member (package, kinds[k])
                            ? json_object_get_array_member (package, kinds[k])
                            : NULL;

      for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
        g_ptr_array_add (records, element_record (model_id, kinds[k], list, i, ids));
    }
  return records;
}

static StyrRecord *
model_record (const char *model_id, StyrModel *model)
{
  g_autoptr (JsonNode) scalars = scalars_of (json_node_get_object (styr_model_to_json (model)));
  g_autofree char *body = to_text (scalars);
  StyrRecord *record = styr_record_new ("model", model_id);

  styr_record_set_text (record, "package_id", styr_model_get_id (model));
  styr_record_set_text (record, "name", styr_model_get_name (model));
  styr_record_set_text (record, "status", styr_model_get_text (model, "status"));
  styr_record_set_text (record, "valid_from", styr_model_get_text (model, "validFrom"));
  styr_record_set_text (record, "valid_to", styr_model_get_text (model, "validTo"));
  styr_record_set_text (record, "body", body);
  return record;
}

/** Inserts a model as rows. Inside a write only. */
gboolean
styr_store_insert_model (StyrStore *self, const char *model_id, StyrModel *model, GError **error)
{
  g_autoptr (StyrRecord) record = model_record (model_id, model);
  g_autoptr (GPtrArray) elements = element_records (model_id, model);

  if (!styr_store_insert (self, record, error))
    return FALSE;
  for (guint i = 0; i < elements->len; i++)
    if (!styr_store_insert (self, elements->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
update_model_row (StyrStore *self, StyrRecord *record, GError **error)
{
  static const char *const columns[] = { "package_id", "name",     "status",
                                         "valid_from", "valid_to", "body" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!styr_store_update (self,
                            "model",
                            styr_record_get_id (record),
                            columns[i],
                            styr_record_get_text (record, columns[i]),
                            error))
      return FALSE;
  return TRUE;
}

/** Makes the rows of @model_id those of @model; the session extension records only rows that really
 * differ. Inside a write only. */
gboolean
styr_store_replace_model (StyrStore *self, const char *model_id, StyrModel *model, GError **error)
{
  g_autoptr (StyrRecord) record = model_record (model_id, model);
  g_autoptr (GPtrArray) elements = element_records (model_id, model);

  if (!update_model_row (self, record, error) ||
      !styr_store_execute (
          self, error, "DELETE FROM model_element WHERE model_id = ?1", model_id, NULL))
    return FALSE;
  for (guint i = 0; i < elements->len; i++)
    if (!styr_store_insert (self, elements->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Loading ------------------------------------------------------------------------------------- */

static JsonArray *
list_from_rows (GPtrArray *rows, const char *kind, GError **error)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (styr_record_is (rows->pdata[i], "kind", kind))
      {
        JsonNode *element = json_from_string (styr_record_get_text (rows->pdata[i], "body"), NULL);

        if (element == NULL)
          {
            g_set_error (error,
                         STYR_STORE_ERROR,
                         STYR_STORE_ERROR_DAMAGED,
                         _ ("The model in the database can't be read at “%s”."),
                         styr_record_get_id (rows->pdata[i]));
            json_array_unref (list);
            return NULL;
          }
        json_array_add_element (list, element);
      }
  return list;
}

static gboolean
add_list (JsonObject *package, GPtrArray *rows, const char *kind, GError **error)
{
  JsonArray *list = list_from_rows (rows, kind, error);

  if (list != NULL)
    json_object_set_array_member (package, kind, list);
  return list != NULL;
}

static gboolean
has_rows (GPtrArray *rows, const char *kind)
{
  for (guint i = 0; i < rows->len; i++)
    if (styr_record_is (rows->pdata[i], "kind", kind))
      return TRUE;
  return FALSE;
}

static JsonNode *
assemble (StyrRecord *record, GPtrArray *rows, GError **error)
{
  g_autoptr (JsonNode) scalars = json_from_string (styr_record_get_text (record, "body"), error);
  g_autoptr (JsonObject) package = json_object_new ();
  const char *const *kinds = styr_model_get_element_kinds ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (scalars == NULL || !JSON_NODE_HOLDS_OBJECT (scalars))
    return NULL;
  json_object_iter_init_ordered (&iter, json_node_get_object (scalars));
  while (json_object_iter_next_ordered (&iter, &key, &member))
    if (!g_strv_contains (kinds, key))
      json_object_set_member (package, key, json_node_copy (member));
    else if (!add_list (package, rows, key, error))
      return NULL;
  for (guint k = 0; kinds[k] != NULL; k++)
    if (!json_object_has_member (package, kinds[k]) && has_rows (rows, kinds[k]) &&
        !add_list (package, rows, kinds[k], error))
      return NULL;
  return json_node_init_object (json_node_alloc (), package);
}

/**
 * styr_store_load_model:
 * @model_id: (out) (optional) (transfer full): its id in the database
 *
 * Returns: (transfer full) (nullable): the model in force: the newest that is neither superseded
 * nor a draft, a draft only where there is nothing else; NULL without an error when the database is
 * new
 */
StyrModel *
styr_store_load_model (StyrStore *self, char **model_id, GError **error)
{
  g_autoptr (GPtrArray) models =
      styr_store_select (self,
                         "model",
                         error,
                         "SELECT * FROM model ORDER BY status = 'superseded', status = 'draft', "
                         "valid_from DESC, id LIMIT 1",
                         NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (JsonNode) package = NULL;
  const char *id;

  if (models == NULL || models->len == 0)
    return NULL;
  id = styr_record_get_id (models->pdata[0]);
  rows = styr_store_select (
      self,
      "model_element",
      error,
      "SELECT id, kind, body FROM model_element WHERE model_id = ?1 ORDER BY kind, position",
      id,
      NULL);
  package = rows != NULL ? assemble (models->pdata[0], rows, error) : NULL;
  if (package == NULL)
    return NULL;
  if (model_id != NULL)
    *model_id = g_strdup (id);
  return styr_model_new_from_json (package, error);
}
