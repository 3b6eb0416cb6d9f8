/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-store-inventory.h"

#include "styr-sql.h"

/* Reads the whole database into an inventory: one query per table, only the columns that rules look
 * at, straight into structs. */

/* Steps and clauses come in the order they are read out, the life of a document in its own; the
 * rest in the order it was written, which is by document. */
static const char *const endings[STYR_N_INV_TABLES] = {
  [STYR_INV_UNIT] = "ORDER BY position, name",
  [STYR_INV_GOAL] = "ORDER BY document_id, position, rowid",
  [STYR_INV_CRITERION] = "ORDER BY goal_id, position, rowid",
  [STYR_INV_ROW] = "ORDER BY document_id, section, position, rowid",
  /* The years that follow-up is judged of: the context's and the one before */
  [STYR_INV_JUDGEMENT] = "WHERE year BETWEEN CAST (?1 AS INTEGER) - 1 AND CAST (?1 AS INTEGER)",
  [STYR_INV_EVENT] = "ORDER BY document_id, on_date, position",
  [STYR_INV_REVIEW] = "ORDER BY document_id, on_date, position",
  [STYR_INV_STEP] = "ORDER BY decision_id, position, rowid",
  [STYR_INV_CLAUSE] = "ORDER BY decision_id, position, rowid",
};

static const char *
expression_of (StyrInvTable table, const char *column)
{
  if (table == STYR_INV_DOCUMENT && g_str_equal (column, "is_standing"))
    return "id IN (SELECT id FROM standing_document)";
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

static gboolean
fill_table (StyrStore *self, StyrInventory *inventory, StyrInvTable table, GError **error)
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
    styr_sql_bind (statement, 1, year);
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
 * Reads all rows that rules look at, and joins them.
 */
gboolean
styr_store_fill_inventory (StyrStore *self, StyrInventory *inventory, GError **error)
{
  g_return_val_if_fail (STYR_IS_STORE (self) && inventory != NULL, FALSE);

  for (int i = 0; i < STYR_N_INV_TABLES; i++)
    if (!fill_table (self, inventory, (StyrInvTable) i, error))
      return FALSE;
  styr_inventory_build (inventory);
  return TRUE;
}
