/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * StyrStore:
 *
 * The database: records in, records out, and the journal around every change. Used from one thread
 * only.
 */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (styr - store - error - quark, styr_store_error)
G_DEFINE_FINAL_TYPE (StyrStore, styr_store, G_TYPE_OBJECT)

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

static void
styr_store_finalize (GObject *object)
{
  StyrStore *self = STYR_STORE (object);

  styr_store_close (self);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->not_null);
  g_hash_table_unref (self->model_sums);
  g_free (self->merge_key);
  g_free (self->path);
  G_OBJECT_CLASS (styr_store_parent_class)->finalize (object);
}

static void
styr_store_class_init (StyrStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_store_finalize;

  /**
   * StyrStore::changed:
   * @changes: (element-type StyrChange): the rows that a commit, an undo or a redo touched
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_PTR_ARRAY);
}

static void
styr_store_init (StyrStore *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->not_null = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->model_sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Columns that must have a value get "" where others get NULL. */
static void
load_not_null (StyrStore *self)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (
          self->db,
          "SELECT m.name || '.' || c.name FROM sqlite_master AS m, pragma_table_info (m.name) AS c "
          "WHERE m.type = 'table' AND c.\"notnull\"",
          -1,
          &statement,
          NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      g_hash_table_add (self->not_null,
                        g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
}

static const StyrMigration own_migrations[] = { { "001-initial.sql", NULL },
                                                { "002-life.sql", NULL } };

static StyrStore *
open_store (const char *path,
            gboolean to_read,
            const StyrMigration *migrations,
            guint n_migrations,
            GError **error)
{
  g_autoptr (StyrStore) self = g_object_new (STYR_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->is_read_only = to_read;
  if (!sqlite3_compileoption_used ("ENABLE_SESSION"))
    {
      g_set_error_literal (error,
                           STYR_STORE_ERROR,
                           STYR_STORE_ERROR_ENGINE,
                           _ ("This system's SQLite lacks the session extension."));
      return NULL;
    }
  if (!styr_store_open_database (self, migrations, n_migrations, error))
    return NULL;
  load_not_null (self);
  styr_others_remember (self);
  self->is_ready = TRUE;
  return g_steal_pointer (&self);
}

/**
 * styr_store_open_migrated:
 * @migrations: the steps of the schema, in order
 *
 * styr_store_open() with steps of its own: how tests reach the next schema before it exists.
 */
StyrStore *
styr_store_open_migrated (const char *path,
                          const StyrMigration *migrations,
                          guint n_migrations,
                          GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return open_store (path, FALSE, migrations, n_migrations, error);
}

/**
 * styr_store_open:
 *
 * Opens the database at @path and makes it when there is none.
 *
 * Returns: (transfer full) (nullable): NULL with one sentence that names the file
 */
StyrStore *
styr_store_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return open_store (path, FALSE, own_migrations, G_N_ELEMENTS (own_migrations), error);
}

/**
 * styr_store_open_to_read:
 *
 * Opens a database that is there, to be read: no byte of it is changed, nor need it or its folder
 * be writable. One of an earlier version is brought over in memory.
 *
 * Returns: (transfer full) (nullable): NULL with one sentence that names the file
 */
StyrStore *
styr_store_open_to_read (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return open_store (path, TRUE, own_migrations, G_N_ELEMENTS (own_migrations), error);
}

/** Whether the database was opened to be read only. */
gboolean
styr_store_is_read_only (StyrStore *self)
{
  g_return_val_if_fail (STYR_IS_STORE (self), FALSE);
  return self->is_read_only;
}

const char *
styr_store_get_path (StyrStore *self)
{
  g_return_val_if_fail (STYR_IS_STORE (self), NULL);
  return self->path;
}

/** Closes the database; the store can't be used after it. May be called twice. */
void
styr_store_close (StyrStore *self)
{
  g_return_if_fail (STYR_IS_STORE (self));

  if (self->db == NULL)
    return;
  g_hash_table_remove_all (self->statements);
  if (self->is_ready && !self->is_read_only)
    sqlite3_exec (self->db, "PRAGMA optimize", NULL, NULL, NULL);
  sqlite3_close (self->db);
  self->db = NULL;
}

/** Writes a whole copy of the database to @path. */
gboolean
styr_store_copy_to (StyrStore *self, const char *path, GError **error)
{
  gboolean done;

  g_return_val_if_fail (STYR_IS_STORE (self), FALSE);
  /* A copy is another file, but SQLite counts it as a write too. */
  sqlite3_exec (self->db, "PRAGMA query_only = OFF", NULL, NULL, NULL);
  done = styr_store_copy_database (self->db, path, error);
  if (self->is_read_only)
    sqlite3_exec (self->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
  return done;
}

/* Changes ------------------------------------------------------------------------------------- */

/** Frees a StyrChange. */
void
styr_change_free (gpointer data)
{
  StyrChange *change = data;

  g_free (change->id);
  g_free (change);
}

static char *
change_id (sqlite3_changeset_iter *iter, int op)
{
  GString *id = g_string_new (NULL);
  unsigned char *is_key;
  int n;

  sqlite3changeset_pk (iter, &is_key, &n);
  for (int i = 0; i < n; i++)
    if (is_key[i])
      {
        sqlite3_value *value = NULL;

        if (op == SQLITE_INSERT)
          sqlite3changeset_new (iter, i, &value);
        else
          sqlite3changeset_old (iter, i, &value);
        if (id->len > 0)
          g_string_append_c (id, '/');
        g_string_append (id, value != NULL ? (const char *) sqlite3_value_text (value) : "");
      }
  return g_string_free (id, FALSE);
}

/** @changes: (element-type StyrChange) */
void
styr_store_emit (StyrStore *self, GPtrArray *changes)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

/** Reads which rows a changeset touched and tells the listeners. */
void
styr_store_emit_changed (StyrStore *self, gconstpointer changeset, int size)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (styr_change_free);
  sqlite3_changeset_iter *iter = NULL;

  sqlite3changeset_start (&iter, size, (void *) changeset);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n, op;
      StyrChange *change = g_new0 (StyrChange, 1);

      sqlite3changeset_op (iter, &table, &n, &op, NULL);
      change->kind = g_intern_string (table);
      change->id = change_id (iter, op);
      change->op = op == SQLITE_INSERT ? 'i' : op == SQLITE_DELETE ? 'd' : 'u';
      g_ptr_array_add (changes, change);
    }
  sqlite3changeset_finalize (iter);
  styr_store_emit (self, changes);
}

/* Records ------------------------------------------------------------------------------------- */

static gboolean
fail_outside_write (StyrStore *self)
{
  if (self->writing)
    return FALSE;
  g_critical ("A row was to be changed outside styr_store_write(): the journal wouldn't know");
  return TRUE;
}

static const char *
fitting_value (StyrStore *self, const char *kind, const char *column, const char *value)
{
  g_autofree char *key = g_strconcat (kind, ".", column, NULL);

  if (value == NULL || value[0] == '\0')
    return g_hash_table_contains (self->not_null, key) ? "" : NULL;
  return value;
}

/**
 * styr_store_insert:
 *
 * Inserts the record as a row of the table that its kind names. Inside a write only.
 */
gboolean
styr_store_insert (StyrStore *self, StyrRecord *record, GError **error)
{
  g_autofree const char **columns = styr_record_dup_columns (record);
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  g_autoptr (GString) marks = g_string_new (NULL);
  const char *id = styr_record_get_id (record);
  sqlite3_stmt *statement;
  int index = 0;

  g_return_val_if_fail (STYR_IS_STORE (self) && styr_sql_is_name (styr_record_get_kind (record)),
                        FALSE);
  if (fail_outside_write (self))
    return FALSE;

  g_string_append_printf (sql, "%s (", styr_record_get_kind (record));
  if (id != NULL)
    g_string_append (sql, "id");
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_return_val_if_fail (styr_sql_is_name (columns[i]), FALSE);
      g_string_append_printf (sql, "%s%s", id != NULL || i > 0 ? ", " : "", columns[i]);
      g_string_append (marks, id != NULL || i > 0 ? ", ?" : "?");
    }
  g_string_append_printf (sql, ") VALUES (%s%s)", id != NULL ? "?" : "", marks->str);

  statement = styr_sql_prepare (self, sql->str, error);
  if (statement == NULL)
    return FALSE;
  if (id != NULL)
    styr_sql_bind (statement, ++index, id);
  for (guint i = 0; columns[i] != NULL; i++)
    styr_sql_bind (statement, ++index, styr_record_get_text (record, columns[i]));
  return styr_sql_finish (self, statement, error);
}

static gboolean
check_touched (StyrStore *self, const char *kind, const char *id, GError **error)
{
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  g_set_error (error,
               STYR_STORE_ERROR,
               STYR_STORE_ERROR_NOT_FOUND,
               _ ("What was to be changed is no longer there (%s %s)."),
               kind,
               id);
  return FALSE;
}

/**
 * styr_store_update:
 * @value: (nullable): canonical text; NULL or "" empties
 *
 * Sets one column of one row. Inside a write only.
 */
gboolean
styr_store_update (StyrStore *self,
                   const char *kind,
                   const char *id,
                   const char *column,
                   const char *value,
                   GError **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (
      STYR_IS_STORE (self) && styr_sql_is_name (kind) && styr_sql_is_name (column), FALSE);
  if (fail_outside_write (self))
    return FALSE;

  sql = g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE id = ?1", kind, column);
  statement = styr_sql_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  styr_sql_bind (statement, 1, id);
  styr_sql_bind (statement, 2, fitting_value (self, kind, column, value));
  return styr_sql_finish (self, statement, error) && check_touched (self, kind, id, error);
}

/** Deletes one row, and with it what belongs to it. Inside a write only. */
gboolean
styr_store_delete (StyrStore *self, const char *kind, const char *id, GError **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (STYR_IS_STORE (self) && styr_sql_is_name (kind), FALSE);
  if (fail_outside_write (self))
    return FALSE;

  sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", kind);
  statement = styr_sql_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  styr_sql_bind (statement, 1, id);
  return styr_sql_finish (self, statement, error) && check_touched (self, kind, id, error);
}

/** Runs one changing statement with text parameters. Inside a write only. */
gboolean
styr_store_execute (StyrStore *self, GError **error, const char *sql, ...)
{
  sqlite3_stmt *statement;
  const char *text;
  va_list args;
  int index = 0;

  g_return_val_if_fail (STYR_IS_STORE (self), FALSE);
  if (fail_outside_write (self) || (statement = styr_sql_prepare (self, sql, error)) == NULL)
    return FALSE;
  va_start (args, sql);
  while ((text = va_arg (args, const char *)) != NULL)
    sqlite3_bind_text (statement, ++index, text, -1, SQLITE_TRANSIENT);
  va_end (args);
  return styr_sql_finish (self, statement, error);
}

static GPtrArray *
collect (StyrStore *self, sqlite3_stmt *statement, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree StyrSqlColumn *columns = NULL;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (columns == NULL)
        columns = styr_sql_dup_columns (statement);
      g_ptr_array_add (records, styr_sql_to_record (statement, kind, columns));
    }
  if (code != SQLITE_DONE)
    styr_sql_fail (self, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * styr_store_select:
 * @kind: what the records are called
 *
 * Runs a query with text parameters, NULL-terminated.
 *
 * Returns: (transfer full) (element-type StyrRecord) (nullable): NULL with an error
 */
GPtrArray *
styr_store_select (StyrStore *self, const char *kind, GError **error, const char *sql, ...)
{
  sqlite3_stmt *statement;
  const char *text;
  va_list args;
  int index = 0;

  g_return_val_if_fail (STYR_IS_STORE (self), NULL);
  statement = styr_sql_prepare (self, sql, error);
  if (statement == NULL)
    return NULL;
  va_start (args, sql);
  while ((text = va_arg (args, const char *)) != NULL)
    sqlite3_bind_text (statement, ++index, text, -1, SQLITE_TRANSIENT);
  va_end (args);
  return collect (self, statement, kind, error);
}

/** The row of @kind with @id; NULL with %STYR_STORE_ERROR_NOT_FOUND when there is none. */
StyrRecord *
styr_store_get (StyrStore *self, const char *kind, const char *id, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (STYR_IS_STORE (self) && styr_sql_is_name (kind) && id != NULL, NULL);

  sql = g_strdup_printf ("SELECT * FROM %s WHERE id = ?1", kind);
  found = styr_store_select (self, kind, error, sql, id, NULL);
  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_object_ref (found->pdata[0]);
  g_set_error (
      error, STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, _ ("There is no %s “%s”."), kind, id);
  return NULL;
}
