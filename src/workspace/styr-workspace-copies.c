/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-private.h"

#include "styr-locale.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEPT_COPIES 10

/** Returns: (transfer full): where the user's own database is, in the user's data folder */
char *
styr_workspace_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "styrmodell", "styrmodell.db", NULL);
}

/* "styrmodell.db" gives "styrmodell-": what its copies are called before the date. */
static char *
dup_copy_prefix (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_strconcat (base, "-", NULL);
}

static char *
dup_copies_dir (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);

  return g_build_filename (dir, "copies", NULL);
}

static gboolean
is_copy_name (const char *name, const char *prefix)
{
  const char *date = name + strlen (prefix);
  g_autoptr (GDate) day = NULL;

  if (!g_str_has_prefix (name, prefix) || strlen (date) != strlen ("2024-01-31.db") ||
      !g_str_has_suffix (name, ".db"))
    return FALSE;
  day = styr_date_from_iso (date);
  return day != NULL;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) b, *(const char **) a);
}

/* Names, newest first: their order is the dates'. */
static GPtrArray *
list_copies (const char *path)
{
  g_autofree char *folder = dup_copies_dir (path);
  g_autofree char *prefix = dup_copy_prefix (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_copy_name (name, prefix))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

static gboolean
copy_to (StyrWorkspace *self, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (styr_store_copy_to (styr_workspace_get_store (self), path, &local))
    return TRUE;
  if (g_error_matches (local, STYR_STORE_ERROR, STYR_STORE_ERROR_FULL))
    styr_workspace_map_error (
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, local->message), path, error);
  else
    styr_workspace_map_error (
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, local->message),
        path,
        error);
  return FALSE;
}

/**
 * styr_workspace_copy_daily:
 *
 * Keeps a copy of the database beside it, one a day, the ten latest. A new, empty database isn't
 * copied.
 */
gboolean
styr_workspace_copy_daily (StyrWorkspace *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  if (styr_workspace_get_model (self) == NULL)
    return TRUE;
  folder = dup_copies_dir (styr_workspace_get_path (self));
  prefix = dup_copy_prefix (styr_workspace_get_path (self));
  name = g_strconcat (prefix, styr_workspace_get_today (self), ".db", NULL);
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_mkdir_with_parents (folder, 0700);
  if (!copy_to (self, path, error))
    return FALSE;
  copies = list_copies (styr_workspace_get_path (self));
  for (guint i = KEPT_COPIES; i < copies->len; i++)
    g_unlink (g_ptr_array_index (copies, i));
  return TRUE;
}

/* Whether two names are the same file, also by another way to it. */
static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/** Writes a whole copy of the database to a file of the user's choice. Errors: WRITE, VALUE when it
 * is the database itself */
gboolean
styr_workspace_backup (StyrWorkspace *self, const char *path, GError **error)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!styr_workspace_check_target (path, error))
    return FALSE;
  if (is_same_file (path, styr_workspace_get_path (self)))
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("A copy can’t take the place of the database itself: choose another "
                              "name."));
      return FALSE;
    }
  return copy_to (self, path, error);
}

/** Returns: (transfer full) (nullable): the newest daily copy of the database at @path */
char *
styr_workspace_find_latest_copy (const char *path)
{
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  copies = list_copies (path);
  return copies->len > 0 ? g_strdup (g_ptr_array_index (copies, 0)) : NULL;
}

/* A name beside the file that nothing has. */
static char *
dup_aside_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");

  for (guint i = 0;; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup_printf ("%s.damaged-%s", path, stamp)
                                     : g_strdup_printf ("%s.damaged-%s-%u", path, stamp, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

static gboolean
move_with_companions (const char *from, const char *to)
{
  static const char *const companions[] = { "-wal", "-shm", "-journal" };

  if (g_rename (from, to) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *old = g_strconcat (from, companions[i], NULL);
      g_autofree char *new = g_strconcat (to, companions[i], NULL);

      g_rename (old, new); /* most often there is none */
    }
  return TRUE;
}

static gboolean
put_aside_file (const char *path, char **put_aside, GError **error)
{
  g_autofree char *aside = dup_aside_name (path);

  if (!move_with_companions (path, aside))
    {
      int code = errno;

      styr_workspace_map_error (
          g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code)),
          path,
          error);
      return FALSE;
    }
  *put_aside = g_steal_pointer (&aside);
  return TRUE;
}

/* Makes a file that opens from a copy. A copy that is broken too is passed over. */
static gboolean
make_from_copy (const char *copy, const char *target)
{
  g_autoptr (GFile) from = g_file_new_for_path (copy);
  g_autoptr (GFile) to = g_file_new_for_path (target);
  g_autoptr (StyrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    {
      g_message ("%s: %s", copy, error->message);
      return FALSE;
    }
  g_chmod (target, 0600);
  store = styr_store_open (target, &error);
  if (store == NULL)
    {
      g_message ("%s: %s", copy, error->message);
      g_unlink (target);
      return FALSE;
    }
  styr_store_close (store);
  return TRUE;
}

/**
 * styr_workspace_restore_copy:
 * @path: a damaged database that isn't open
 * @put_aside: (out) (transfer full) (optional): where the damaged file is now
 *
 * Puts the latest copy that can be opened in the place of a damaged database. The damaged file gets
 * another name; nothing is overwritten.
 *
 * Errors: NOT_FOUND when there is no copy; WRITE
 */
gboolean
styr_workspace_restore_copy (const char *path, char **put_aside, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *aside = NULL;
  gboolean made = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);

  copies = list_copies (path);
  fresh = g_strconcat (path, ".restored", NULL);
  for (guint i = 0; i < copies->len && !made; i++)
    made = make_from_copy (g_ptr_array_index (copies, i), fresh);
  if (!made)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_NOT_FOUND,
                   _ ("There is no copy of “%s” that can be restored: start anew beside it."),
                   name);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !put_aside_file (path, &aside, error))
    {
      g_unlink (fresh);
      return FALSE;
    }
  if (g_rename (fresh, path) != 0)
    {
      int code = errno;

      if (aside != NULL)
        move_with_companions (aside, path);
      styr_workspace_map_error (
          g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code)),
          path,
          error);
      return FALSE;
    }
  if (put_aside != NULL)
    *put_aside = g_steal_pointer (&aside);
  return TRUE;
}

/**
 * styr_workspace_start_beside:
 * @put_aside: (out) (transfer full) (optional): where the damaged file is now
 *
 * Gives a damaged database another name, so that a new one can be begun at @path. Errors: WRITE
 */
gboolean
styr_workspace_start_beside (const char *path, char **put_aside, GError **error)
{
  g_autofree char *aside = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!put_aside_file (path, &aside, error))
    return FALSE;
  if (put_aside != NULL)
    *put_aside = g_steal_pointer (&aside);
  return TRUE;
}

/* A name beside the database that is a database of its own. */
static char *
dup_kept_name (const char *path, const char *word)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *dir = g_path_get_dirname (path);

  for (guint i = 0;; i++)
    {
      g_autofree char *base = i == 0 ? g_strdup_printf ("%s-%s.db", word, stamp)
                                     : g_strdup_printf ("%s-%s-%u.db", word, stamp, i);
      g_autofree char *name = g_build_filename (dir, base, NULL);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* The copies are of what is in them: they must not be taken for copies of what comes next. */
static void
move_copies (const char *from, const char *to)
{
  g_autoptr (GPtrArray) copies = list_copies (from);
  g_autofree char *old_prefix = dup_copy_prefix (from);
  g_autofree char *new_prefix = dup_copy_prefix (to);
  g_autofree char *dir = dup_copies_dir (from);

  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (copies, i));
      g_autofree char *name = NULL;
      g_autofree char *target = NULL;

      if (!g_str_has_prefix (base, old_prefix))
        continue;
      name = g_strconcat (new_prefix, base + strlen (old_prefix), NULL);
      target = g_build_filename (dir, name, NULL);
      if (g_rename (g_ptr_array_index (copies, i), target) != 0)
        g_message ("%s: %s", target, g_strerror (errno));
    }
}

/**
 * styr_workspace_keep_beside:
 * @path: a database that is closed
 * @word: what the new name begins with
 * @kept: (out) (transfer full) (optional): where the database is now
 *
 * Gives a whole database and its daily copies another name, so that a new one can be begun at
 * @path. It opens under its new name. Errors: WRITE
 */
gboolean
styr_workspace_keep_beside (const char *path, const char *word, char **kept, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (word != NULL && *word != '\0', FALSE);

  name = dup_kept_name (path, word);
  if (!move_with_companions (path, name))
    {
      int code = errno;

      styr_workspace_map_error (
          g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code)),
          path,
          error);
      return FALSE;
    }
  move_copies (path, name);
  if (kept != NULL)
    *kept = g_steal_pointer (&name);
  return TRUE;
}
