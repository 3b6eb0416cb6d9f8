/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sql.h"

#include <glib/gi18n-lib.h>

/* Thin helpers over SQLite: prepared statements by their text, errors that say what the caller can
 * do, rows as records. */

static StyrStoreError
error_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return STYR_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return STYR_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return STYR_STORE_ERROR_ACCESS;
    case SQLITE_FULL:
      return STYR_STORE_ERROR_FULL;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return STYR_STORE_ERROR_CONSTRAINT;
    default:
      return STYR_STORE_ERROR_ENGINE;
    }
}

/** Sets the error for a result code of SQLite: a sentence with the file's name; @detail is SQLite's
 * own words, shown only where nothing better is known. */
void
styr_sql_set_error (GError **error, int code, const char *path, const char *detail)
{
  StyrStoreError what = error_code (code);
  g_autofree char *message = NULL;

  switch (what)
    {
    case STYR_STORE_ERROR_DAMAGED:
      message = g_strdup_printf (_ ("The database “%s” is damaged and can't be read."), path);
      break;
    case STYR_STORE_ERROR_BUSY:
      message = g_strdup_printf (
          _ ("The database “%s” is in use by another program. Close that one and try again."),
          path);
      break;
    case STYR_STORE_ERROR_ACCESS:
      message = g_strdup_printf (_ ("The database “%s” can't be opened or written. Check that you "
                                    "may write in its folder."),
                                 path);
      break;
    case STYR_STORE_ERROR_FULL:
      message = g_strdup_printf (
          _ ("The disk of “%s” is full. Nothing was changed; free some space and try again."),
          path);
      break;
    case STYR_STORE_ERROR_CONSTRAINT:
      message = g_strdup_printf (_ ("The value doesn't fit: %s."), detail);
      break;
    case STYR_STORE_ERROR_ENGINE:
    case STYR_STORE_ERROR_NOT_OURS:
    case STYR_STORE_ERROR_NOT_FOUND:
    case STYR_STORE_ERROR_STALE:
    case STYR_STORE_ERROR_TOO_NEW:
    default:
      message = g_strdup_printf (_ ("The database “%s” answered with an error: %s."), path, detail);
      break;
    }
  g_set_error_literal (error, STYR_STORE_ERROR, what, message);
}

gboolean
styr_sql_fail (StyrStore *self, int code, GError **error)
{
  styr_sql_set_error (error,
                      code,
                      self->path,
                      self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (code));
  return FALSE;
}

/** The statement for @sql, prepared at its first use; owned by the store. */
sqlite3_stmt *
styr_sql_prepare (StyrStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    return statement;
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      styr_sql_fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/** Runs a script that has no parameters. */
gboolean
styr_sql_run (StyrStore *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || styr_sql_fail (self, code, error);
}

/** Binds text, or NULL. @text must live until the statement is reset. */
void
styr_sql_bind (sqlite3_stmt *statement, int index, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/** Steps a statement that gives no rows to its end and makes it ready for its next use. */
gboolean
styr_sql_finish (StyrStore *self, sqlite3_stmt *statement, GError **error)
{
  int code;

  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW);
  if (code != SQLITE_DONE)
    styr_sql_fail (self, code, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE;
}

/** The first column of the first row as a number; 0 when there is none. */
gint64
styr_sql_get_int (StyrStore *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 value = 0;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

/** What styr_sql_to_record() has to know of the columns of @statement, which stands on a row. Free
 * with g_free(). */
StyrSqlColumn *
styr_sql_dup_columns (sqlite3_stmt *statement)
{
  int n = sqlite3_column_count (statement);
  StyrSqlColumn *columns = g_new0 (StyrSqlColumn, (gsize) n + 1);

  for (int i = 0; i < n; i++)
    {
      columns[i].name = g_intern_string (sqlite3_column_name (statement, i));
      if (g_str_equal (columns[i].name, "id"))
        columns[i].use = STYR_SQL_ID;
      for (int j = 0; j < i && columns[i].use == STYR_SQL_NEW; j++)
        if (columns[j].name == columns[i].name)
          columns[i].use = STYR_SQL_AGAIN;
    }
  return columns;
}

/** The current row as a record. */
StyrRecord *
styr_sql_to_record (sqlite3_stmt *statement, const char *kind, const StyrSqlColumn *columns)
{
  StyrRecord *record = NULL;
  int n = sqlite3_column_count (statement);

  for (int i = 0; i < n && record == NULL; i++)
    if (columns[i].use == STYR_SQL_ID)
      record = styr_record_new (kind, (const char *) sqlite3_column_text (statement, i));
  if (record == NULL)
    record = styr_record_new (kind, NULL);
  for (int i = 0; i < n; i++)
    {
      int type = sqlite3_column_type (statement, i);
      const char *text;

      if (type == SQLITE_NULL || type == SQLITE_BLOB || columns[i].use == STYR_SQL_ID)
        continue;
      text = (const char *) sqlite3_column_text (statement, i);
      if (columns[i].use == STYR_SQL_AGAIN)
        styr_record_set_text (record, columns[i].name, text);
      else
        styr_record_append (record, columns[i].name, text);
    }
  return record;
}

/** Whether a text may stand as a table's or column's name in SQL. */
gboolean
styr_sql_is_name (const char *name)
{
  if (name == NULL || !g_ascii_islower (name[0]))
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '_')
      return FALSE;
  return TRUE;
}
