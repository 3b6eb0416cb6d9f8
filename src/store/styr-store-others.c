/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sql.h"

#include <glib/gi18n-lib.h>

/*
 * Others who write in the same database: another window, or a colleague on a shared folder. SQLite
 * counts what others have committed; a number that isn't the one seen last says that what is kept
 * in memory may be old.
 */

/** Remembers what the database is like now as what is known. */
void
styr_others_remember (StyrStore *self)
{
  g_return_if_fail (STYR_IS_STORE (self));
  self->seen_version = styr_sql_get_int (self, "PRAGMA data_version");
}

/** Whether somebody else has written since what is known. Exact inside a transaction only. */
gboolean
styr_others_have_written (StyrStore *self)
{
  g_return_val_if_fail (STYR_IS_STORE (self), FALSE);
  return styr_sql_get_int (self, "PRAGMA data_version") != self->seen_version;
}

/** Refuses what rests on something that others have changed. Returns: FALSE */
gboolean
styr_others_refuse (GError **error)
{
  g_set_error_literal (error,
                       STYR_STORE_ERROR,
                       STYR_STORE_ERROR_STALE,
                       /* Translators: do it anew, not "redo" after an undo. */
                       _ ("Another window has changed the database. What is shown is up to date "
                          "now; make the change again."));
  return FALSE;
}

/** Tells the listeners that any row of any table may be another. After the transaction in which it
 * was found. */
void
styr_others_tell (StyrStore *self)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (STYR_IS_STORE (self));

  self->others_wrote = FALSE;
  /* First: what is written from here on is noticed once more. */
  styr_others_remember (self);
  tables = styr_store_select (self,
                              "table",
                              NULL,
                              "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> "
                              "'journal' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'",
                              NULL);
  changes = g_ptr_array_new_with_free_func (styr_change_free);
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      StyrChange *change = g_new0 (StyrChange, 1);

      change->kind = g_intern_string (styr_record_get_text (tables->pdata[i], "name"));
      change->op = 'u';
      g_ptr_array_add (changes, change);
    }
  styr_store_emit (self, changes);
}

/**
 * styr_store_notice_others:
 *
 * Looks whether another connection has written in the database, and emits "changed" for every table
 * if so.
 *
 * Returns: whether one has
 */
gboolean
styr_store_notice_others (StyrStore *self)
{
  g_return_val_if_fail (STYR_IS_STORE (self), FALSE);

  if (self->db == NULL || self->writing || !styr_others_have_written (self))
    return FALSE;
  styr_others_tell (self);
  return TRUE;
}
