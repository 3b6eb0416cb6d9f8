/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-json-writer.h"
#include "styr-sql.h"
#include "styr-store-lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The model as rows: the package's scalars in `model`, each element of its lists in
 * `model_element`. Loading puts the package together again and hands it to the one loader, so what
 * the database holds is checked like a file.
 */

static char *
to_text (JsonNode *node)
{
  return styr_json_write (node, FALSE);
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

/* Writes the columns of @record that differ from the row's, and empties those that it has nothing
 * in. */
static gboolean
update_row (StyrStore *self, StyrRecord *row, StyrRecord *record, GError **error)
{
  g_autofree const char **columns = styr_record_dup_columns (record);
  g_autofree const char **filled = styr_record_dup_columns (row);

  for (guint i = 0; columns[i] != NULL; i++)
    if (!styr_record_is (row, columns[i], styr_record_get_text (record, columns[i])) &&
        !styr_store_update (self,
                            styr_record_get_kind (record),
                            styr_record_get_id (record),
                            columns[i],
                            styr_record_get_text (record, columns[i]),
                            error))
      return FALSE;
  for (guint i = 0; filled[i] != NULL; i++)
    if (styr_record_get_text (record, filled[i]) == NULL &&
        !styr_store_update (self,
                            styr_record_get_kind (record),
                            styr_record_get_id (record),
                            filled[i],
                            NULL,
                            error))
      return FALSE;
  return TRUE;
}

/* What the rows of a model say, all together. */
static char *
dup_sum (StyrStore *self, const char *model_id)
{
  static const char *const columns[] = { "head", "position", "body", NULL };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) rows = styr_store_select (
      self,
      "row",
      NULL,
      "SELECT id, NULL AS head, position, body FROM model_element WHERE model_id = ?1 UNION ALL "
      "SELECT id, name || ' ' || status, NULL, body FROM model WHERE id = ?1 ORDER BY id",
      model_id,
      NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      /* With the zero that ends each text: what is in one column isn't taken for the next. */
      g_checksum_update (sum,
                         (const guchar *) styr_record_get_id (rows->pdata[i]),
                         (gssize) strlen (styr_record_get_id (rows->pdata[i])) + 1);
      for (guint c = 0; columns[c] != NULL; c++)
        {
          const char *text = styr_record_get_text (rows->pdata[i], columns[c]);

          g_checksum_update (sum,
                             (const guchar *) (text != NULL ? text : ""),
                             text != NULL ? (gssize) strlen (text) + 1 : 1);
        }
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
remember_rows (StyrStore *self, const char *model_id)
{
  g_hash_table_insert (self->model_sums, g_strdup (model_id), dup_sum (self, model_id));
}

/* A model is written whole, from what is in memory: that must be what the rows say. */
static gboolean
check_rows_known (StyrStore *self, const char *model_id, GError **error)
{
  g_autofree char *sum = NULL;

  if (!self->others_wrote)
    return TRUE;
  sum = dup_sum (self, model_id);
  return g_strcmp0 (sum, g_hash_table_lookup (self->model_sums, model_id)) == 0 ||
         styr_others_refuse (error);
}

static GHashTable *
load_element_rows (StyrStore *self, const char *model_id, GError **error)
{
  g_autoptr (GPtrArray) rows = styr_store_select (self,
                                                  "model_element",
                                                  error,
                                                  "SELECT * FROM model_element WHERE model_id = ?1",
                                                  model_id,
                                                  NULL);
  GHashTable *by_id;

  if (rows == NULL)
    return NULL;
  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (
        by_id, (gpointer) styr_record_get_id (rows->pdata[i]), g_object_ref (rows->pdata[i]));
  return by_id;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* The positions of a list's rows are dealt out anew in order: what is taken away leaves a gap, what
 * is added comes last, and a move touches only the rows that it passes. */
static void
keep_positions_of (GPtrArray *elements, guint first, guint end, GHashTable *rows)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = -1;

  for (guint i = first; i < end; i++)
    {
      StyrRecord *row = g_hash_table_lookup (rows, styr_record_get_id (elements->pdata[i]));
      gint64 position = row != NULL ? styr_record_get_int (row, "position") : G_MAXINT64;

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);
  for (guint i = first; i < end; i++)
    {
      gint64 position = g_array_index (positions, gint64, i - first);

      last = position == G_MAXINT64 ? last + 1 : MAX (position, last + 1);
      styr_record_set_int (elements->pdata[i], "position", last);
    }
}

static void
keep_positions (GPtrArray *elements, GHashTable *rows)
{
  guint end;

  for (guint first = 0; first < elements->len; first = end)
    {
      const char *kind = styr_record_get_text (elements->pdata[first], "kind");

      for (end = first; end < elements->len && styr_record_is (elements->pdata[end], "kind", kind);)
        end++;
      keep_positions_of (elements, first, end, rows);
    }
}

static gboolean
delete_rows (StyrStore *self, GHashTable *rows, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!styr_store_delete (self, "model_element", id, error))
      return FALSE;
  return TRUE;
}

/** Makes the rows of @model_id those of @model by writing those that differ, and no others. Inside
 * a write only. Errors: STALE when others have changed the model since it was read here */
gboolean
styr_store_replace_model (StyrStore *self, const char *model_id, StyrModel *model, GError **error)
{
  g_autoptr (StyrRecord) record = model_record (model_id, model);
  g_autoptr (GPtrArray) elements = element_records (model_id, model);
  g_autoptr (StyrRecord) head = styr_store_get (self, "model", model_id, error);
  g_autoptr (GHashTable) rows = NULL;

  if (head == NULL || !check_rows_known (self, model_id, error) ||
      !update_row (self, head, record, error))
    return FALSE;
  rows = load_element_rows (self, model_id, error);
  if (rows == NULL)
    return FALSE;
  keep_positions (elements, rows);
  for (guint i = 0; i < elements->len; i++)
    {
      StyrRecord *element = elements->pdata[i];
      StyrRecord *row = g_hash_table_lookup (rows, styr_record_get_id (element));

      if (row != NULL ? !update_row (self, row, element, error)
                      : !styr_store_insert (self, element, error))
        return FALSE;
      g_hash_table_remove (rows, styr_record_get_id (element));
    }
  if (!delete_rows (self, rows, error))
    return FALSE;
  remember_rows (self, model_id);
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

/** The models of the database, newest first: id, name, status, valid_from, valid_to, n_documents,
 * and the package's version, decided_on, interim_until and decided_by. */
GPtrArray *
styr_store_list_models (StyrStore *self, GError **error)
{
  return styr_store_select (
      self,
      "model",
      error,
      "SELECT m.id, m.package_id, m.name, m.status, m.valid_from, m.valid_to, "
      "json_extract (m.body, '$.version') AS version, "
      "json_extract (m.body, '$.decidedOn') AS decided_on, "
      "json_extract (m.body, '$.decidedBy') AS decided_by, "
      "json_extract (m.body, '$.interimUntil') AS interim_until, "
      "(SELECT count (*) FROM document AS d WHERE d.model_id = m.id) AS n_documents "
      "FROM model AS m ORDER BY m.status = 'draft' DESC, coalesce (m.valid_from, decided_on) DESC, "
      "m.rowid DESC",
      NULL);
}

/**
 * styr_store_find_current_model:
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable): the id of the model in force on the day: decided or interim,
 * the one that holds since latest; else the newest that was decided; a draft only where there is
 * nothing else; NULL without an error when the database is new
 */
char *
styr_store_find_current_model (StyrStore *self, const char *today, GError **error)
{
  g_autoptr (GPtrArray) found = styr_store_select (
      self,
      "model",
      error,
      "SELECT id FROM model ORDER BY "
      "(status IN ('decided', 'interim') OR (status = 'superseded' AND valid_to IS NOT NULL)) "
      "AND coalesce (valid_from, '') <= ?1 AND coalesce (valid_to, '9999') >= ?1 DESC, "
      "status = 'superseded', status = 'draft', valid_from DESC, rowid DESC LIMIT 1",
      today,
      NULL);

  return found != NULL && found->len > 0 ? g_strdup (styr_record_get_id (found->pdata[0])) : NULL;
}

/**
 * styr_store_load_model_by_id:
 *
 * Returns: (transfer full) (nullable): the model with @model_id; NULL with an error
 */
StyrModel *
styr_store_load_model_by_id (StyrStore *self, const char *model_id, GError **error)
{
  g_autoptr (StyrRecord) head = styr_store_get (self, "model", model_id, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (JsonNode) package = NULL;

  if (head == NULL)
    return NULL;
  rows = styr_store_select (
      self,
      "model_element",
      error,
      "SELECT id, kind, body FROM model_element WHERE model_id = ?1 ORDER BY kind, position",
      model_id,
      NULL);
  package = rows != NULL ? assemble (head, rows, error) : NULL;
  if (package != NULL)
    remember_rows (self, model_id);
  return package != NULL ? styr_model_new_from_json (package, error) : NULL;
}
