/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sql.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Opening: look at the file's header before SQLite touches it, refuse what isn't ours or is newer,
 * copy before migrating, migrate by numbered scripts, each in one transaction with its
 * user_version.
 */

#define APPLICATION_ID 0x53747972 /* "Styr" */
/* Of pages in memory, at most: KiB that an overview of a large database reads. */
#define CACHE_SIZE "-16000"

/* Header -------------------------------------------------------------------------------------- */

static guint32
read_be32 (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The first 100 bytes of the file, or 0 when it is new or empty. */
static gssize
read_header (const char *path, guchar *header, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize got;

  if (fd < 0 && errno == ENOENT)
    return 0;
  if (fd < 0)
    {
      styr_sql_set_error (error, SQLITE_CANTOPEN, path, g_strerror (errno));
      return -1;
    }
  got = read (fd, header, 100);
  g_close (fd, NULL);
  if (got < 0)
    styr_sql_set_error (error, SQLITE_IOERR, path, g_strerror (errno));
  return got;
}

static void
set_not_ours (const char *path, GError **error)
{
  g_set_error (error,
               STYR_STORE_ERROR,
               STYR_STORE_ERROR_NOT_OURS,
               _ ("“%s” is a database, but not one of Styrmodell's."),
               path);
}

static void
set_too_new (const char *path, GError **error)
{
  g_set_error (error,
               STYR_STORE_ERROR,
               STYR_STORE_ERROR_TOO_NEW,
               _ ("The database “%s” was last used by a newer version of Styrmodell. Install that "
                  "version; nothing has been changed."),
               path);
}

static gboolean
check_header (const char *path, guint known, GError **error)
{
  guchar header[100];
  gssize got = read_header (path, header, error);

  if (got < 0)
    return FALSE;
  if (got == 0)
    return TRUE;
  if (got < 100 || memcmp (header, "SQLite format 3", 16) != 0)
    {
      styr_sql_set_error (error, SQLITE_NOTADB, path, "");
      return FALSE;
    }
  /* 0: not marked yet, or the mark is still in the write-ahead log; check_identity() tells which.
   */
  if (read_be32 (header + 68) != APPLICATION_ID && read_be32 (header + 68) != 0)
    {
      set_not_ours (path, error);
      return FALSE;
    }
  if (read_be32 (header + 60) > known)
    {
      set_too_new (path, error);
      return FALSE;
    }
  return TRUE;
}

/* The folder and the file are the user's alone (0700, 0600): what is in them may be a draft. */
static gboolean
make_private_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (fd >= 0)
        {
          g_close (fd, NULL);
          return TRUE;
        }
    }
  styr_sql_set_error (error, SQLITE_CANTOPEN, path, g_strerror (errno));
  return FALSE;
}

/* Copies -------------------------------------------------------------------------------------- */

/**
 * styr_store_copy_database:
 *
 * Writes a whole, compact copy of @db to @path: first beside it, then renamed, so a copy is never
 * half.
 */
gboolean
styr_store_copy_database (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".part", NULL);
  sqlite3_stmt *statement = NULL;
  int code;

  g_unlink (beside);
  code = sqlite3_prepare_v2 (db, "VACUUM INTO ?", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      styr_sql_bind (statement, 1, beside);
      code = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (code != SQLITE_DONE)
    styr_sql_set_error (error, code, path, sqlite3_errmsg (db));
  else if (g_chmod (beside, 0600) == 0 && g_rename (beside, path) == 0)
    return TRUE;
  else
    styr_sql_set_error (error, SQLITE_CANTOPEN, path, g_strerror (errno));
  g_unlink (beside);
  return FALSE;
}

/* Migrations ---------------------------------------------------------------------------------- */

static GBytes *
load_script (const char *file, GError **error)
{
  g_autofree char *name = g_strconcat ("/se/styrmodell/store/schema/", file, NULL);

  return g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* Into a database that was used with an older schema a barrier goes in the same transaction: a
 * changeset of the old schema can't be played back. */
static gboolean
run_migration (StyrStore *self, const char *script, int version, gboolean is_new, GError **error)
{
  g_autofree char *marks = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID, version);

  return styr_sql_run (self, "BEGIN IMMEDIATE", error) && styr_sql_run (self, script, error) &&
         styr_sql_run (self, marks, error) &&
         (is_new || styr_journal_add_barrier (
                        self, _ ("Brought over to a newer version of the program"), error)) &&
         styr_sql_run (self, "COMMIT", error);
}

static gboolean
apply_migration (
    StyrStore *self, const StyrMigration *migration, int version, gboolean is_new, GError **error)
{
  g_autoptr (GBytes) script = migration->sql == NULL ? load_script (migration->file, error) : NULL;

  if (migration->sql == NULL && script == NULL)
    return FALSE;
  if (run_migration (self,
                     script != NULL ? g_bytes_get_data (script, NULL) : migration->sql,
                     version,
                     is_new,
                     error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
migrate (StyrStore *self, const StyrMigration *migrations, guint n_migrations, GError **error)
{
  guint version = (guint) styr_sql_get_int (self, "PRAGMA user_version");
  gboolean is_new = version == 0;

  if (version > 0 && version < n_migrations && !self->is_read_only)
    {
      g_autofree char *copy = g_strdup_printf ("%s.before-%03u", self->path, version + 1);

      if (!styr_store_copy_database (self->db, copy, error))
        return FALSE;
    }
  for (; version < n_migrations; version++)
    if (!apply_migration (self, &migrations[version], (int) version + 1, is_new, error))
      return FALSE;
  return TRUE;
}

/* A log that wasn't folded back means that the last run didn't close: then look the pages through.
 */
static gboolean
check_after_crash (StyrStore *self, gboolean crashed, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok = FALSE;
  int code;

  if (!crashed)
    return TRUE;
  code = sqlite3_prepare_v2 (self->db, "PRAGMA quick_check (1)", -1, &statement, NULL);
  if (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    ok = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  if (!ok)
    styr_sql_set_error (error, SQLITE_CORRUPT, self->path, "");
  return ok;
}

static gboolean
check_identity (StyrStore *self, guint known, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code =
      sqlite3_prepare_v2 (self->db, "SELECT count (*) FROM sqlite_master", -1, &statement, NULL);
  gboolean has_tables = FALSE;

  if (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    has_tables = sqlite3_column_int (statement, 0) > 0;
  sqlite3_finalize (statement);
  if (code != SQLITE_ROW)
    return styr_sql_fail (self, code, error);
  if (!has_tables)
    return TRUE;
  if (styr_sql_get_int (self, "PRAGMA application_id") != APPLICATION_ID)
    set_not_ours (self->path, error);
  else if (styr_sql_get_int (self, "PRAGMA user_version") > known)
    {
      /* Its version still stands in the write-ahead log: leave that as it is too. */
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      set_too_new (self->path, error);
    }
  else
    return TRUE;
  return FALSE;
}

static gboolean
has_beside (const char *path, const char *ending)
{
  g_autofree char *beside = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (beside, &info) == 0 && info.st_size > 0;
}

static void
set_up_connection (StyrStore *self)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_busy_timeout (self->db, 5000);
}

/* Reading ------------------------------------------------------------------------------------- */

static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* Where nothing may be written SQLite can't make its own files beside the database either: it is
 * read as it stands, unless somebody has it open and those files are there. */
static int
open_readable (StyrStore *self, gboolean crashed)
{
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", FALSE);
  g_autofree char *uri = NULL;
  int code;

  if (may_write (self->path))
    {
      code = sqlite3_open_v2 (
          self->path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
      /* A log that a crash left is read, and stays for the next who writes. */
      if (code == SQLITE_OK && crashed)
        sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      return code;
    }
  uri = g_strconcat ("file:", escaped, has_beside (self->path, "-shm") ? "" : "?immutable=1", NULL);
  return sqlite3_open_v2 (uri, &self->db, flags, NULL);
}

/* The rest goes on with a copy that is nobody else's. */
static gboolean
go_over_to_memory (StyrStore *self, GError **error)
{
  g_autoptr (sqlite3) memory = NULL;
  sqlite3_backup *backup = NULL;
  int code = sqlite3_open (":memory:", &memory);

  if (code == SQLITE_OK)
    backup = sqlite3_backup_init (memory, "main", self->db, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  if (backup == NULL || code != SQLITE_OK)
    {
      styr_sql_set_error (error, sqlite3_errcode (memory), self->path, sqlite3_errmsg (memory));
      return FALSE;
    }
  sqlite3_close (self->db);
  self->db = g_steal_pointer (&memory);
  set_up_connection (self);
  return TRUE;
}

/* Nothing is made, migrated or marked in the file. */
static gboolean
open_to_read (StyrStore *self,
              const StyrMigration *migrations,
              guint n_migrations,
              gboolean crashed,
              GError **error)
{
  int code;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      styr_sql_set_error (error, SQLITE_CANTOPEN, self->path, "");
      return FALSE;
    }
  code = open_readable (self, crashed);
  if (code != SQLITE_OK)
    return styr_sql_fail (self, code, error);
  set_up_connection (self);
  if (!check_identity (self, n_migrations, error) || !check_after_crash (self, crashed, error))
    return FALSE;
  if ((guint) styr_sql_get_int (self, "PRAGMA user_version") < n_migrations &&
      !(go_over_to_memory (self, error) && migrate (self, migrations, n_migrations, error)))
    return FALSE;
  return styr_sql_run (self, "PRAGMA query_only = ON; PRAGMA cache_size = " CACHE_SIZE, error);
}

/** Opens the database at the store's path, makes or migrates it, and sets the connection up. One
 * that is only to be read is neither made nor changed. */
gboolean
styr_store_open_database (StyrStore *self,
                          const StyrMigration *migrations,
                          guint n_migrations,
                          GError **error)
{
  gboolean crashed = has_beside (self->path, "-wal");
  int code;

  if (self->is_read_only)
    return check_header (self->path, n_migrations, error) &&
           open_to_read (self, migrations, n_migrations, crashed, error);
  if (!check_header (self->path, n_migrations, error) || !make_private_file (self->path, error))
    return FALSE;
  if (g_access (self->path, W_OK) != 0)
    {
      styr_sql_set_error (error, SQLITE_READONLY, self->path, "");
      return FALSE;
    }
  /* A store is used by one thread at a time: SQLite needs no locks of its own. */
  code = sqlite3_open_v2 (self->path,
                          &self->db,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                          NULL);
  if (code != SQLITE_OK)
    return styr_sql_fail (self, code, error);
  set_up_connection (self);
  if (!check_identity (self, n_migrations, error))
    return FALSE;
  /* A network home may refuse the write-ahead log; SQLite then stays with its rollback journal,
   * which is as safe. */
  sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
  return styr_sql_run (self,
                       "PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA cache_size "
                       "= " CACHE_SIZE,
                       error) &&
         check_after_crash (self, crashed, error) &&
         migrate (self, migrations, n_migrations, error) &&
         styr_sql_run (self, "PRAGMA foreign_keys = ON", error);
}
