/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The one write path. A change is one transaction, recorded by SQLite's session extension; its
 * changeset is stored in the journal inside the same transaction. Undo applies the inverted
 * changeset, redo the changeset itself, and both become entries of the journal: history never
 * forgets. Derived tables (search) and the journal itself are not recorded.
 */

#define MERGE_SPAN (10 * G_USEC_PER_SEC)

typedef struct
{
  void *data;
  int size;
} Changeset;

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

static gboolean
insert_entry (StyrStore *self,
              const char *kind,
              gint64 target,
              const char *label,
              const Changeset *changeset,
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

static gboolean
set_entry_state (StyrStore *self, gint64 id, const char *state, GError **error)
{
  sqlite3_stmt *statement =
      styr_sql_prepare (self, "UPDATE journal SET state = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  styr_sql_bind (statement, 2, state);
  return styr_sql_finish (self, statement, error);
}

static gboolean
load_changeset (StyrStore *self, gint64 id, Changeset *changeset, GError **error)
{
  sqlite3_stmt *statement =
      styr_sql_prepare (self, "SELECT changeset FROM journal WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      changeset->size = sqlite3_column_bytes (statement, 0);
      changeset->data = g_memdup2 (sqlite3_column_blob (statement, 0), (gsize) changeset->size);
    }
  sqlite3_reset (statement);
  return TRUE;
}

/** Says in the history that the database was made or given another schema: nothing before it can be
 * undone. */
gboolean
styr_journal_add_barrier (StyrStore *self, const char *label, GError **error)
{
  return insert_entry (self, "start", 0, label, NULL, error);
}

/* Typing in one field makes one entry: the newest entry grows while its key is the same and the
 * pause short. */
static gboolean
merge_into_newest (StyrStore *self, const Changeset *changeset, GError **error)
{
  Changeset old = { NULL, 0 }, merged = { NULL, 0 };
  sqlite3_changegroup *group = NULL;
  sqlite3_stmt *statement;
  int code;

  if (!load_changeset (self, self->merge_id, &old, error))
    return FALSE;
  code = sqlite3changegroup_new (&group);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, old.size, old.data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, changeset->size, changeset->data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &merged.size, &merged.data);
  sqlite3changegroup_delete (group);
  g_free (old.data);
  if (code != SQLITE_OK)
    return styr_sql_fail (self, code, error);

  statement = styr_sql_prepare (self, "UPDATE journal SET changeset = ?2 WHERE id = ?1", error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, self->merge_id);
      sqlite3_bind_blob (
          statement, 2, merged.size > 0 ? merged.data : "", merged.size, SQLITE_TRANSIENT);
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
record_settling (StyrStore *self, const char *label, const Changeset *changeset, GError **error)
{
  return insert_entry (self, "change", 0, label, changeset, error) &&
         styr_sql_run (self,
                       "UPDATE journal SET merge_key = '" STYR_STORE_SETTLING
                       "' WHERE id = last_insert_rowid ()",
                       error);
}

static gboolean
record_change (StyrStore *self,
               const char *label,
               const char *merge_key,
               const Changeset *changeset,
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
           insert_entry (self, "change", 0, label, changeset, error);
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
              Changeset *changeset,
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

static gboolean
commit_or_roll_back (StyrStore *self, gboolean ok, GError **error)
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
 * outer one. A change that changes nothing leaves no entry.
 */
gboolean
styr_store_write (StyrStore *self,
                  const char *label,
                  const char *merge_key,
                  StyrStoreWriteFunc func,
                  gpointer user_data,
                  GError **error)
{
  Changeset changeset = { NULL, 0 };
  gboolean ok;

  g_return_val_if_fail (STYR_IS_STORE (self) && label != NULL && func != NULL, FALSE);

  if (self->writing)
    return func (self, user_data, error);
  if (!styr_sql_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  ok = run_recorded (self, func, user_data, &changeset, error) &&
       record_change (self, label, merge_key, &changeset, error);
  ok = commit_or_roll_back (self, ok, error);
  if (ok && changeset.size > 0)
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
  Changeset changeset = { NULL, 0 };
  gboolean ok;

  g_return_val_if_fail (STYR_IS_STORE (self) && label != NULL && func != NULL, FALSE);

  if (!styr_sql_run (self, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  ok = run_recorded (self, func, user_data, &changeset, error) &&
       styr_journal_add_barrier (self, label, error);
  ok = commit_or_roll_back (self, ok, error);
  if (ok)
    styr_store_emit_changed (self, changeset.data, changeset.size);
  sqlite3_free (changeset.data);
  return ok;
}

/* Undo and redo ------------------------------------------------------------------------------- */

/* A start entry is a barrier: what was recorded before another schema can't be played back. */
#define BEYOND_BARRIER "id > (SELECT coalesce (max (id), 0) FROM journal WHERE kind = 'start')"
#define NEXT_UNDO                                                                                  \
  "SELECT id FROM journal WHERE kind = 'change' AND state = 'done' AND merge_key IS NOT "          \
  "'" STYR_STORE_SETTLING "' AND " BEYOND_BARRIER " ORDER BY id DESC LIMIT 1"
#define NEXT_REDO                                                                                  \
  "SELECT id FROM journal WHERE kind = 'change' AND state = 'undone' AND " BEYOND_BARRIER          \
  " ORDER BY id LIMIT 1"

/* What was settled after an entry: it may rest on it. */
#define SETTLED_SINCE                                                                              \
  "FROM journal WHERE merge_key = '" STYR_STORE_SETTLING "' AND state = 'done' "                   \
  "AND id > CAST (?1 AS INTEGER)"

static int
refuse_conflict (void *user_data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static char *
dup_label (StyrStore *self, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GPtrArray) found =
      styr_store_select (self,
                         "journal",
                         NULL,
                         "SELECT label FROM journal WHERE id = CAST (?1 AS INTEGER)",
                         key,
                         NULL);

  return found != NULL && found->len > 0
             ? g_strdup (styr_record_get_text (found->pdata[0], "label"))
             : NULL;
}

static gboolean
apply (StyrStore *self, const Changeset *changeset, GError **error)
{
  int code = sqlite3changeset_apply (
      self->db, changeset->size, changeset->data, NULL, refuse_conflict, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT)
    g_set_error_literal (
        error,
        STYR_STORE_ERROR,
        STYR_STORE_ERROR_CONSTRAINT,
        _ ("This can't be undone, because what it changed has been changed since."));
  else
    styr_sql_fail (self, code, error);
  return FALSE;
}

static int
add_inverse (StyrStore *self, sqlite3_changegroup *group, gint64 id)
{
  Changeset changeset = { NULL, 0 }, inverse = { NULL, 0 };
  int code = SQLITE_ERROR;

  if (load_changeset (self, id, &changeset, NULL))
    code = sqlite3changeset_invert (changeset.size, changeset.data, &inverse.size, &inverse.data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, inverse.size, inverse.data);
  sqlite3_free (inverse.data);
  g_free (changeset.data);
  return code;
}

/* What takes an entry back, after what was settled since, newest first. */
static gboolean
invert (StyrStore *self, gint64 id, Changeset *inverse, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GPtrArray) settled = styr_store_select (
      self, "journal", error, "SELECT id " SETTLED_SINCE " ORDER BY id DESC", key, NULL);
  sqlite3_changegroup *group = NULL;
  int code;

  if (settled == NULL)
    return FALSE;
  code = sqlite3changegroup_new (&group);
  for (guint i = 0; code == SQLITE_OK && i < settled->len; i++)
    code = add_inverse (
        self, group, g_ascii_strtoll (styr_record_get_id (settled->pdata[i]), NULL, 10));
  if (code == SQLITE_OK)
    code = add_inverse (self, group, id);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &inverse->size, &inverse->data);
  sqlite3changegroup_delete (group);
  return code == SQLITE_OK || styr_sql_fail (self, code, error);
}

/* What was settled since an entry is taken back with it, and settled anew if it still holds. */
static gboolean
drop_settled (StyrStore *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement = styr_sql_prepare (
      self,
      "UPDATE journal SET state = 'abandoned' WHERE id IN (SELECT id " SETTLED_SINCE ")",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return styr_sql_finish (self, statement, error);
}

/* Foreign key actions stay off: the changeset already holds what they did when the change was made,
 * row by row. */
static gboolean
replay (StyrStore *self,
        gint64 id,
        const char *kind,
        const char *state,
        const Changeset *changeset,
        GError **error)
{
  g_autofree char *label = dup_label (self, id);
  GError *local = NULL;
  gboolean ok, conflict;

  if (!styr_sql_run (self, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    {
      styr_sql_run (self, "PRAGMA foreign_keys = ON", NULL);
      return FALSE;
    }
  ok = apply (self, changeset, &local) && set_entry_state (self, id, state, &local) &&
       (!g_str_equal (kind, "undo") || drop_settled (self, id, &local)) &&
       insert_entry (self, kind, id, label, NULL, &local);
  conflict = g_error_matches (local, STYR_STORE_ERROR, STYR_STORE_ERROR_CONSTRAINT);
  ok = commit_or_roll_back (self, ok, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  /* What can't be played back must not stand in the way of what was done before it. */
  if (conflict)
    set_entry_state (self, id, "abandoned", NULL);
  styr_sql_run (self, "PRAGMA foreign_keys = ON", NULL);
  g_clear_pointer (&self->merge_key, g_free);
  if (ok)
    styr_store_emit_changed (self, changeset->data, changeset->size);
  return ok;
}

/**
 * styr_store_undo:
 *
 * Undoes the newest change that isn't undone.
 *
 * Returns: FALSE with %STYR_STORE_ERROR_NOT_FOUND when there is nothing to undo
 */
gboolean
styr_store_undo (StyrStore *self, GError **error)
{
  Changeset inverse = { NULL, 0 };
  gint64 id;
  gboolean ok;

  g_return_val_if_fail (STYR_IS_STORE (self) && !self->writing, FALSE);

  id = styr_sql_get_int (self, NEXT_UNDO);
  if (id == 0)
    {
      g_set_error_literal (
          error, STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
      return FALSE;
    }
  ok = invert (self, id, &inverse, error) && replay (self, id, "undo", "undone", &inverse, error);
  sqlite3_free (inverse.data);
  return ok;
}

/** Does again what was undone last; see styr_store_undo(). */
gboolean
styr_store_redo (StyrStore *self, GError **error)
{
  Changeset changeset = { NULL, 0 };
  gint64 id;
  gboolean ok;

  g_return_val_if_fail (STYR_IS_STORE (self) && !self->writing, FALSE);

  id = styr_sql_get_int (self, NEXT_REDO);
  if (id == 0)
    {
      g_set_error_literal (
          error, STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
      return FALSE;
    }
  ok = load_changeset (self, id, &changeset, error) &&
       replay (self, id, "redo", "done", &changeset, error);
  g_free (changeset.data);
  return ok;
}

/** Undoes every change made after the entry @journal_id; stops with an error at the first that
 * can't be undone. */
gboolean
styr_store_undo_to (StyrStore *self, gint64 journal_id, GError **error)
{
  g_return_val_if_fail (STYR_IS_STORE (self), FALSE);

  while (styr_sql_get_int (self, NEXT_UNDO) > journal_id)
    if (!styr_store_undo (self, error))
      return FALSE;
  return TRUE;
}

/** What undo would undo, in the words of its label; NULL when there is nothing. */
char *
styr_store_dup_undo_label (StyrStore *self)
{
  gint64 id = styr_sql_get_int (self, NEXT_UNDO);

  return id != 0 ? dup_label (self, id) : NULL;
}

/** What redo would do again; NULL when there is nothing. */
char *
styr_store_dup_redo_label (StyrStore *self)
{
  gint64 id = styr_sql_get_int (self, NEXT_REDO);

  return id != 0 ? dup_label (self, id) : NULL;
}
