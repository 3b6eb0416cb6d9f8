/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-example.h"

#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* Referred-to tables first; references inside a table are checked when everything is there. */
static const char *const tables[] = { "unit",
                                      "unit_service",
                                      "unit_succession",
                                      "document",
                                      "document_event",
                                      "document_review",
                                      "consultation_answer",
                                      "document_row",
                                      "goal",
                                      "goal_link",
                                      "criterion",
                                      "criterion_target",
                                      "criterion_outcome",
                                      "assessment",
                                      "activity",
                                      "measure",
                                      "feedback_total",
                                      "budget_line",
                                      "innovation",
                                      "document_value",
                                      "decision",
                                      "decision_step",
                                      "decision_clause",
                                      "decision_recipient",
                                      "waiver",
                                      NULL };

static gboolean
fail_at (const char *path, const char *place, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_BAD_FILE,
               /* Translators: the file, the place in it, what is wrong there. */
               _ ("The example “%s” can’t be used: %s: %s"),
               name,
               place,
               what);
  return FALSE;
}

/**
 * styr_example_load:
 * @parser: keeps the object alive
 *
 * Returns: (transfer none) (nullable): the root of an example file. Errors:
 * STYR_WORKSPACE_ERROR_BAD_FILE
 */
JsonObject *
styr_example_load (const char *path, JsonParser *parser, GError **error)
{
  g_autoptr (GError) local = NULL;
  JsonNode *node;
  JsonObject *root;

  g_return_val_if_fail (path != NULL && JSON_IS_PARSER (parser), NULL);

  if (!json_parser_load_from_file (parser, path, &local))
    {
      fail_at (path, "JSON", local->message, error);
      return NULL;
    }
  node = json_parser_get_root (parser);
  root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (root == NULL || g_strcmp0 (json_object_get_string_member_with_default (root, "format", NULL),
                                 "styrmodell-example") != 0)
    {
      fail_at (path, "format", _ ("it is not an example of Styrmodell"), error);
      return NULL;
    }
  if (json_object_get_int_member_with_default (root, "formatVersion", 0) != 1)
    {
      fail_at (path, "formatVersion", _ ("it was made for another version of Styrmodell"), error);
      return NULL;
    }
  return root;
}

/* A JSON value as canonical text. */
static gboolean
read_value (JsonNode *node, char **text)
{
  *text = NULL;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      *text = json_node_dup_string (node);
      return TRUE;
    case G_TYPE_BOOLEAN:
      *text = g_strdup (json_node_get_boolean (node) ? "1" : "0");
      return TRUE;
    case G_TYPE_INT64:
      *text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
      return TRUE;
    case G_TYPE_DOUBLE:
      *text = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);
      g_ascii_dtostr (*text, G_ASCII_DTOSTR_BUF_SIZE, json_node_get_double (node));
      return TRUE;
    default:
      return FALSE;
    }
}

static StyrRecord *
read_record (JsonObject *object, const char *table, char **bad_column)
{
  const char *id = json_object_get_string_member_with_default (object, "id", NULL);
  g_autoptr (StyrRecord) record = styr_record_new (table, id);
  JsonObjectIter iter;
  const char *column;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &column, &node))
    {
      g_autofree char *text = NULL;

      if (!read_value (node, &text))
        {
          *bad_column = g_strdup (column);
          return NULL;
        }
      if (!g_str_equal (column, "id"))
        styr_record_set_text (record, column, text);
    }
  return g_steal_pointer (&record);
}

static gboolean
insert_one (StyrStore *store,
            JsonNode *node,
            const char *table,
            guint index,
            const char *path,
            const char *model_id,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (StyrRecord) record = NULL;
  g_autofree char *bad_column = NULL;
  g_autofree char *place = g_strdup_printf ("%s[%u]", table, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    record = read_record (json_node_get_object (node), table, &bad_column);
  if (record == NULL)
    return fail_at (path, place, bad_column != NULL ? bad_column : _ ("it is not a record"), error);
  if (g_str_equal (table, "document") || g_str_equal (table, "waiver"))
    styr_record_set_text (record, "model_id", model_id);
  if (g_str_equal (table, "document"))
    {
      g_autofree char *now = styr_workspace_dup_now ();

      if (!styr_record_has (record, "created_at"))
        styr_record_set_text (record, "created_at", now);
    }
  if (styr_store_insert (store, record, &local))
    return TRUE;
  return fail_at (path, place, local->message, error);
}

static gboolean
check_tables (JsonObject *records, const char *path, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (records);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (tables, l->data))
      return fail_at (path, l->data, _ ("there is no such table"), error);
  return TRUE;
}

/** Inserts every record of an example, inside a write. Errors name table and index. */
gboolean
styr_example_insert (
    StyrStore *store, JsonObject *root, const char *path, const char *model_id, GError **error)
{
  JsonObject *records = json_object_has_member (root, "records")
                            ? json_object_get_object_member (root, "records")
                            : NULL;

  if (records == NULL)
    return fail_at (path, "records", _ ("it holds no records"), error);
  if (!check_tables (records, path, error))
    return FALSE;
  for (guint t = 0; tables[t] != NULL; t++)
    {
      JsonArray *rows = json_object_has_member (records, tables[t])
                            ? json_object_get_array_member (records, tables[t])
                            : NULL;

      for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
        if (!insert_one (
                store, json_array_get_element (rows, i), tables[t], i, path, model_id, error))
          return FALSE;
    }
  return TRUE;
}
