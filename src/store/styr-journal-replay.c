/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-journal.h"

#include <glib/gi18n-lib.h>

/*
 * Undo and redo: what an entry of the journal recorded is played back, or once more.
 */

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

/* Undo or redo. */
typedef struct
{
  const char *kind;    /* of its own entry */
  const char *state;   /* of the entry meant, afterwards */
  const char *next;    /* SQL: which entry is meant; none: 0 */
  const char *nothing; /* said when there is none */
  const char *conflict;
  gboolean (*make) (StyrStore *self, gint64 id, StyrChangeset *changeset, GError **error);
} Direction;

/* Rows that point at nothing. */
#define N_DANGLING "SELECT count (*) FROM pragma_foreign_key_check"

static gboolean
apply (StyrStore *self, const Direction *direction, const StyrChangeset *changeset, GError **error)
{
  gint64 n_before = styr_sql_get_int (self, N_DANGLING);
  int code = sqlite3changeset_apply (
      self->db, changeset->size, changeset->data, NULL, refuse_conflict, NULL);

  if (code == SQLITE_OK && styr_sql_get_int (self, N_DANGLING) > n_before)
    code = SQLITE_ABORT;
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT)
    g_set_error_literal (
        error, STYR_STORE_ERROR, STYR_STORE_ERROR_CONSTRAINT, _ (direction->conflict));
  else
    styr_sql_fail (self, code, error);
  return FALSE;
}

static int
add_inverse (StyrStore *self, sqlite3_changegroup *group, gint64 id)
{
  StyrChangeset changeset = { NULL, 0 }, inverse = { NULL, 0 };
  int code = SQLITE_ERROR;

  if (styr_journal_load (self, id, &changeset, NULL))
    code = sqlite3changeset_invert (changeset.size, changeset.data, &inverse.size, &inverse.data);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, inverse.size, inverse.data);
  sqlite3_free (inverse.data);
  sqlite3_free (changeset.data);
  return code;
}

/* What takes an entry back, after what was settled since, newest first. */
static gboolean
invert (StyrStore *self, gint64 id, StyrChangeset *inverse, GError **error)
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

static const Direction undo_direction = {
  "undo",
  "undone",
  NEXT_UNDO,
  N_ ("There is nothing to undo."),
  N_ ("This can't be undone, because what it changed has been changed since."),
  invert,
};
static const Direction redo_direction = {
  "redo",
  "done",
  NEXT_REDO,
  N_ ("There is nothing to redo."),
  N_ ("This can't be redone, because what it would change has been changed since. Neither can "
      "what came after it."),
  styr_journal_load,
};

/* What can't be played back must not stand in the way of what was done before it; what was done
 * after it, and is still undone, rests on it. */
static void
abandon (StyrStore *self, const Direction *direction, gint64 id)
{
  if (direction == &undo_direction)
    set_entry_state (self, id, "abandoned", NULL);
  else
    styr_sql_run (
        self,
        "UPDATE journal SET state = 'abandoned' WHERE kind = 'change' AND state = 'undone'",
        NULL);
}

/* What undo and redo mean is what is seen: not what somebody else did a moment ago. */
static gint64
find_entry (StyrStore *self, const Direction *direction, GError **error)
{
  gint64 id;

  self->others_wrote = styr_others_have_written (self);
  if (self->others_wrote)
    return styr_others_refuse (error);
  id = styr_sql_get_int (self, direction->next);
  if (id == 0)
    g_set_error_literal (
        error, STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, _ (direction->nothing));
  return id;
}

static gboolean
record_replay (StyrStore *self, const Direction *direction, gint64 id, GError **error)
{
  g_autofree char *label = dup_label (self, id);

  return set_entry_state (self, id, direction->state, error) &&
         (direction != &undo_direction || drop_settled (self, id, error)) &&
         styr_journal_insert (self, direction->kind, id, label, NULL, error);
}

/* Foreign key actions stay off: the changeset already holds what they did when the change was made,
 * row by row. */
static gboolean
replay (StyrStore *self, const Direction *direction, GError **error)
{
  StyrChangeset changeset = { NULL, 0 };
  GError *local = NULL;
  gboolean ok, conflict;
  gint64 id;

  if (!styr_sql_run (self, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    {
      styr_sql_run (self, "PRAGMA foreign_keys = ON", NULL);
      return FALSE;
    }
  id = find_entry (self, direction, &local);
  ok = id != 0 && direction->make (self, id, &changeset, &local) &&
       apply (self, direction, &changeset, &local) && record_replay (self, direction, id, &local);
  conflict = g_error_matches (local, STYR_STORE_ERROR, STYR_STORE_ERROR_CONSTRAINT);
  ok = styr_journal_commit (self, ok, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  if (conflict)
    abandon (self, direction, id);
  styr_sql_run (self, "PRAGMA foreign_keys = ON", NULL);
  g_clear_pointer (&self->merge_key, g_free);
  if (self->others_wrote)
    styr_others_tell (self);
  else if (ok || conflict) /* after a conflict there is other history, if no other rows */
    styr_store_emit_changed (self, changeset.data, ok ? changeset.size : 0);
  sqlite3_free (changeset.data);
  return ok;
}

/**
 * styr_store_undo:
 *
 * Undoes the newest change that isn't undone. One that can't be undone is passed by from then on.
 *
 * Returns: FALSE with %STYR_STORE_ERROR_NOT_FOUND when there is nothing to undo, with
 * %STYR_STORE_ERROR_STALE when another connection has written since what was told last, with
 * %STYR_STORE_ERROR_CONSTRAINT when what it changed is another now
 */
gboolean
styr_store_undo (StyrStore *self, GError **error)
{
  g_return_val_if_fail (STYR_IS_STORE (self) && !self->writing, FALSE);
  return replay (self, &undo_direction, error);
}

/** Does again what was undone last; see styr_store_undo(). After what can't be done again there is
 * nothing more to redo. */
gboolean
styr_store_redo (StyrStore *self, GError **error)
{
  g_return_val_if_fail (STYR_IS_STORE (self) && !self->writing, FALSE);
  return replay (self, &redo_direction, error);
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
