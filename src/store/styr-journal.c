/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-journal.h"

#include <string.h>

/*
 * The one write path. A change is one transaction, recorded by SQLite's session extension; its
 * changeset is stored in the journal inside the same transaction. Undo applies the inverted
 * changeset, redo the changeset itself, and both become entries of the journal: history never
 * forgets. Derived tables (search) and the journal itself are not recorded.
 */

#define MERGE_SPAN (10 * G_USEC_PER_SEC)

static int
is_recorded (void *user_data, const char *table)
{
  return !g_str_equal (table, "journal") && !g_str_has_prefix (table, "search") &&
         !g_str_has_prefix (table, "sqlite_");
}

static gboolean
start_session (StyrStore *self, sqlite3_session **session, GError **error)
{
  int code = sqlite3session_create (self->db, "main", session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (*session, is_recorded, NULL);
      code = sqlite3session_attach (*session, NULL);
    }
  return code == SQLITE_OK || styr_sql_fail (self, code, error);
}

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_local ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
}

static const char *
author (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && !g_str_equal (name, "Unknown") && name[0] != '\0' ? name
                                                                           : g_get_user_name ();
}

/* Entries ------------------------------------------------------------------------------------- */

/** Adds an entry. @target: of undo and redo, the entry meant, else 0; @changeset: (nullable).
 * Inside a transaction only. */
gboolean
styr_journal_insert (StyrStore *self,
                     const char *kind,
                     gint64 target,
                     const char *label,
                     const StyrChangeset *changeset,
                     GError **error)
{
  g_autofree char *at = now ();
  sqlite3_stmt *statement =
      styr_sql_prepare (self,
                        "INSERT INTO journal (at, author, label, kind, target_id, changeset) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);

  if (statement == NULL)
    return FALSE;
  styr_sql_bind (statement, 1, at);
  styr_sql_bind (statement, 2, author ());
  styr_sql_bind (statement, 3, label);
  styr_sql_bind (statement, 4, kind);
  if (target != 0)
    sqlite3_bind_int64 (statement, 5, target);
  if (changeset != NULL)
    sqlite3_bind_blob (statement, 6, changeset->data, changeset->size, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 6, 0);
  return styr_sql_finish (self, statement, error);
}

/** What the entry @id did. The data is SQLite's: free with sqlite3_free(). */
gboolean
styr_journal_load (StyrStore *self, gint64 id, StyrChangeset *changeset, GError **error)
{
  sqlite3_stmt *statement =
      styr_sql_prepare (self, "SELECT changeset FROM journal WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      changeset->size = sqlite3_column_bytes (statement, 0);
      changeset->data = sqlite3_malloc (MAX (changeset->size, 1));
      if (changeset->size > 0)
        memcpy (changeset->data, sqlite3_column_blob (statement, 0), (gsize) changeset->size);
    }
  sqlite3_reset (statement);
  return TRUE;
}

/** Says in the history that the database was made or given another schema: nothing before it can be
 * undone. */
gboolean
styr_journal_add_barrier (StyrStore *self, const char *label, GError **error)
{
  return styr_journal_insert (self, "start", 0, label, NULL, error);
}

/* What was typed and taken away again has changed nothing. */
static gboolean
drop_newest (StyrStore *self, GError **error)
{
  sqlite3_stmt *statement = styr_sql_prepare (self, "DELETE FROM journal WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->merge_id);
  return styr_sql_finish (self, statement, error);
}

/* Typing in one field makes one entry: the newest entry grows while its key is the same and the
 * pause short. */
static gboolean
merge_into_newest (StyrStore *self, const StyrChangeset *changeset, GError **error)
{
  StyrChangeset old = { NULL, 0 }, merged = { NULL, 0 };
  sqlite3_changegroup *group = NULL;
  sqlite3_stmt *statement;
  int code;

  if (!styr_journal_load (self, self->merge_id, &old, error))
    return FALSE;
  code = sqlite3changegroup_new (&group);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, old.size, old.data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, changeset->size, changeset->data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &merged.size, &merged.data);
  sqlite3changegroup_delete (group);
  sqlite3_free (old.data);
  if (code != SQLITE_OK)
    return styr_sql_fail (self, code, error);
  if (merged.size == 0)
    {
      sqlite3_free (merged.data);
      return drop_newest (self, error);
    }

  statement = styr_sql_prepare (self, "UPDATE journal SET changeset = ?2 WHERE id = ?1", error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, self->merge_id);
      sqlite3_bind_blob (statement, 2, merged.data, merged.size, SQLITE_TRANSIENT);
    }
  sqlite3_free (merged.data);
  return statement != NULL && styr_sql_finish (self, statement, error);
}

static gboolean
can_merge (StyrStore *self, const char *merge_key)
{
  return merge_key != NULL && g_strcmp0 (merge_key, self->merge_key) == 0 &&
         g_get_monotonic_time () - self->merge_time < MERGE_SPAN &&
         styr_sql_get_int (self, "SELECT max (id) FROM journal") == self->merge_id;
}

/* What is settled is an entry of its own, and leaves what can be done again as it is. */
static gboolean
record_settling (StyrStore *self, const char *label, const StyrChangeset *changeset, GError **error)
{
  return styr_journal_insert (self, "change", 0, label, changeset, error) &&
         styr_sql_run (self,
                       "UPDATE journal SET merge_key = '" STYR_STORE_SETTLING
                       "' WHERE id = last_insert_rowid ()",
                       error);
}

static gboolean
record_change (StyrStore *self,
               const char *label,
               const char *merge_key,
               const StyrChangeset *changeset,
               GError **error)
{
  gboolean ok;

  if (changeset->size == 0)
    return TRUE;
  if (g_strcmp0 (merge_key, STYR_STORE_SETTLING) == 0)
    return record_settling (self, label, changeset, error);
  if (can_merge (self, merge_key))
    ok = merge_into_newest (self, changeset, error);
  else
    {
      ok = styr_sql_run (
               self,
               "UPDATE journal SET state = 'abandoned' WHERE kind = 'change' AND state = 'undone'",
               error) &&
           styr_journal_insert (self, "change", 0, label, changeset, error);
      if (ok)
        self->merge_id = sqlite3_last_insert_rowid (self->db);
    }
  g_free (self->merge_key);
  self->merge_key = g_strdup (merge_key);
  self->merge_time = g_get_monotonic_time ();
  return ok;
}

/* Writing ------------------------------------------------------------------------------------- */

static gboolean
run_recorded (StyrStore *self,
              StyrStoreWriteFunc func,
              gpointer user_data,
              StyrChangeset *changeset,
              GError **error)
{
  sqlite3_session *session = NULL;
  gboolean ok;

  if (!start_session (self, &session, error))
    return FALSE;
  self->writing = TRUE;
  ok = func (self, user_data, error);
  self->writing = FALSE;
  if (ok)
    {
      int code = sqlite3session_changeset (session, &changeset->size, &changeset->data);

      ok = code == SQLITE_OK || styr_sql_fail (self, code, error);
    }
  sqlite3session_delete (session);
  return ok;
}

/** Ends the transaction: by COMMIT when @ok, otherwise and when that fails by ROLLBACK. Returns:
 * whether it is committed */
gboolean
styr_journal_commit (StyrStore *self, gboolean ok, GError **error)
{
  if (ok && styr_sql_run (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  g_clear_pointer (&self->merge_key, g_free);
  return FALSE;
}

/**
 * styr_store_write:
 * @label: what the change is, in the user's words
 * @merge_key: (nullable): writes with the same key shortly after each other become one entry
 * @func: makes the change; returns FALSE with an error to take it all back
 *
 * Runs a change as one transaction and one journal entry. A write inside a write belongs to the
 * outer one. A change that changes nothing leaves no entry. When another connection has written
 * since, "changed" tells of every table: values go on row by row, a model that isn't as it was read
 * is refused with %STYR_STORE_ERROR_STALE.
 */
gboolean
styr_store_write (StyrStore *self,
                  const char *label,
                  const char *merge_key,
                  StyrStoreWriteFunc func,
                  gpointer user_data,
                  GError **error)
{
  StyrChangeset changeset = { NULL, 0 };
  gboolean ok;

  g_return_val_if_fail (STYR_IS_STORE (self) && label != NULL && func != NULL, FALSE);

  if (self->writing)
    return func (self, user_data, error);
  if (!styr_sql_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->others_wrote = styr_others_have_written (self);
  ok = run_recorded (self, func, user_data, &changeset, error) &&
       record_change (self, label, merge_key, &changeset, error);
  ok = styr_journal_commit (self, ok, error);
  if (self->others_wrote)
    styr_others_tell (self);
  else if (ok && changeset.size > 0)
    styr_store_emit_changed (self, changeset.data, changeset.size);
  sqlite3_free (changeset.data);
  return ok;
}

/**
 * styr_store_start:
 *
 * Makes the content of a new database: one transaction, seen in the history, but nothing to undo.
 */
gboolean
styr_store_start (
    StyrStore *self, const char *label, StyrStoreWriteFunc func, gpointer user_data, GError **error)
{
  StyrChangeset changeset = { NULL, 0 };
  gboolean ok;

  g_return_val_if_fail (STYR_IS_STORE (self) && label != NULL && func != NULL, FALSE);

  if (!styr_sql_run (self, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  ok = run_recorded (self, func, user_data, &changeset, error) &&
       styr_journal_add_barrier (self, label, error);
  ok = styr_journal_commit (self, ok, error);
  if (ok)
    styr_store_emit_changed (self, changeset.data, changeset.size);
  sqlite3_free (changeset.data);
  return ok;
}
