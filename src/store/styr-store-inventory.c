/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-store-inventory.h"

#include "styr-sql.h"

#include <string.h>

/* Reads what rules look at into an inventory: one query per table, straight into structs. */

/*
 * Of most documents there is only the card: parts are read of those whose parts may be judged (see
 * is_near()), because a municipality that has used the program for long has ten times more. ?1 =
 * those documents, a JSON list; ?2 = the year.
 */
#define JUDGED "(SELECT value FROM json_each (?1))"
#define GOALS "(SELECT id FROM goal WHERE document_id IN " JUDGED ")"
#define STEPPED                                                                                    \
  "(SELECT id FROM decision WHERE on_date IS NULL OR substr (on_date, 1, 4) IN (?2, "              \
  "CAST (?2 - 1 AS TEXT)))"
#define DECIDED "(SELECT id FROM decision WHERE on_date IS NULL OR substr (on_date, 1, 4) = ?2)"

/* Which rows, in which order. Steps and clauses come as they are read out, the rest by document. */
static const char *const endings[STYR_N_INV_TABLES] = {
  [STYR_INV_UNIT] = "ORDER BY position, name",
  [STYR_INV_VALUE] = "WHERE document_id IN " JUDGED,
  [STYR_INV_ROW] = "WHERE document_id IN " JUDGED " ORDER BY document_id, section, position",
  [STYR_INV_GOAL] = "WHERE document_id IN " JUDGED " ORDER BY document_id, position",
  [STYR_INV_CRITERION] = "WHERE goal_id IN " GOALS " ORDER BY goal_id, position",
  [STYR_INV_TARGET] = "WHERE (SELECT g.document_id FROM criterion AS c JOIN goal AS g ON g.id = "
                      "c.goal_id WHERE c.id = criterion_id) IN " JUDGED " ORDER BY year",
  [STYR_INV_LINK] = "WHERE goal_id IN " GOALS,
  [STYR_INV_ASSESSMENT] = "WHERE document_id IN " JUDGED,
  [STYR_INV_ACTIVITY] = "WHERE document_id IN " JUDGED " ORDER BY document_id, position",
  [STYR_INV_MEASURE] = "WHERE document_id IN " JUDGED " ORDER BY document_id, position",
  [STYR_INV_STEP] = "WHERE decision_id IN " STEPPED " ORDER BY decision_id, position",
  [STYR_INV_CLAUSE] = "ORDER BY decision_id, position",
  [STYR_INV_RECIPIENT] = "WHERE decision_id IN " DECIDED,
};

static const char *
expression_of (StyrInvTable table, const char *column)
{
  if (table == STYR_INV_DOCUMENT && g_str_equal (column, "is_standing"))
    return STYR_SQL_STANDING ("document", "?2");
  if (table == STYR_INV_DOCUMENT && g_str_equal (column, "status"))
    return STYR_SQL_STATUS ("document", "?2");
  if (table == STYR_INV_DOCUMENT && g_str_equal (column, "review_due_on"))
    return "CASE WHEN coalesce (follow_up_on, follow_up_months) IS NOT NULL THEN (SELECT due_on "
           "FROM "
           "document_review_due AS r WHERE r.document_id = document.id) END";
  return column;
}

static char *
query_of (StyrInvTable table, const StyrInvColumn *columns, guint n_columns)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", expression_of (table, columns[i].name));
  g_string_append_printf (sql,
                          " FROM %s %s",
                          styr_inventory_get_table_name (table),
                          endings[table] != NULL ? endings[table] : "");
  return g_string_free (sql, FALSE);
}

static void
read_row (sqlite3_stmt *statement,
          StyrInventory *inventory,
          gpointer row,
          const StyrInvColumn *columns,
          guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      gpointer at = (char *) row + columns[i].offset;

      if (columns[i].is_int)
        *(int *) at = sqlite3_column_int (statement, (int) i);
      else
        *(const char **) at = styr_inventory_keep (
            inventory, (const char *) sqlite3_column_text (statement, (int) i));
    }
}

/* Ids are made by the program, but a package may bring any. */
static void
add_json (GString *list, const char *id)
{
  g_string_append (list, list->len > 1 ? ",\"" : "\"");
  for (const char *c = id; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (list, '\\');
      g_string_append_c (list, *c);
    }
  g_string_append_c (list, '"');
}

/* Of the year or the one before, or with a period that may hold the year. */
static gboolean
is_near (const StyrInvDocument *document, int year, const char *year_text)
{
  const char *end = document->period_to != NULL ? document->period_to : document->valid_to;

  if (!document->is_standing)
    return FALSE;
  return document->year == 0 || document->year == year || document->year == year - 1 ||
         (document->year < year && (end == NULL || strcmp (end, year_text) >= 0));
}

/* The documents whose parts are read, with the versions before them, as a JSON list. */
static char *
list_judged (StyrInventory *inventory)
{
  GPtrArray *documents = styr_inventory_get_rows (inventory, STYR_INV_DOCUMENT);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *year = g_strdup_printf ("%d", styr_inventory_get_year (inventory));
  GString *list = g_string_new ("[");

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *const ids[] = { document->id, document->previous_version_id };

      if (!is_near (document, styr_inventory_get_year (inventory), year))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        if (ids[j] != NULL && g_hash_table_add (seen, (gpointer) ids[j]))
          add_json (list, ids[j]);
    }
  return g_string_free (g_string_append_c (list, ']'), FALSE);
}

static gboolean
fill_table (StyrStore *self,
            StyrInventory *inventory,
            StyrInvTable table,
            const char *judged,
            GError **error)
{
  guint n_columns;
  const StyrInvColumn *columns = styr_inventory_get_columns (table, &n_columns);
  g_autofree char *sql = query_of (table, columns, n_columns);
  g_autofree char *year = g_strdup_printf ("%d", styr_inventory_get_year (inventory));
  sqlite3_stmt *statement = styr_sql_prepare (self, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (statement) > 0)
    styr_sql_bind (statement, 1, judged);
  if (sqlite3_bind_parameter_count (statement) > 1)
    styr_sql_bind (statement, 2, year);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    read_row (statement, inventory, styr_inventory_add_row (inventory, table), columns, n_columns);
  if (code != SQLITE_DONE)
    styr_sql_fail (self, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE;
}

/**
 * styr_store_fill_inventory:
 * @inventory: a new one, with its models
 *
 * Reads the rows that rules look at in the inventory's year, and joins them.
 */
gboolean
styr_store_fill_inventory (StyrStore *self, StyrInventory *inventory, GError **error)
{
  g_autofree char *judged = NULL;

  g_return_val_if_fail (STYR_IS_STORE (self) && inventory != NULL, FALSE);

  for (int i = 0; i < STYR_N_INV_TABLES; i++)
    {
      if (i == STYR_INV_DOCUMENT + 1)
        judged = list_judged (inventory);
      if (!fill_table (self, inventory, (StyrInvTable) i, judged, error))
        return FALSE;
    }
  styr_inventory_build (inventory);
  return TRUE;
}
