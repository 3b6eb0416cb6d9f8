/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-private.h"

#include "styr-error.h"
#include "styr-package-fault.h"
#include "styr-workbook.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (styr - workspace - error - quark, styr_workspace_error)

typedef struct
{
  StyrWorkspaceError code;
  const char *sentence; /* with one %s: the file */
} Said;

static Said
say_store_error (int code)
{
  switch (code)
    {
    case STYR_STORE_ERROR_TOO_NEW:
      return (Said){ STYR_WORKSPACE_ERROR_TOO_NEW,
                     N_ ("“%s” was written by a newer Styrmodell than this one: update the "
                         "program to open it. Nothing in the file has been changed.") };
    case STYR_STORE_ERROR_DAMAGED:
      return (Said){ STYR_WORKSPACE_ERROR_DAMAGED,
                     N_ ("“%s” is damaged and can’t be opened: restore the latest copy, or start "
                         "anew beside it. The damaged file is kept.") };
    case STYR_STORE_ERROR_NOT_OURS:
      return (Said){ STYR_WORKSPACE_ERROR_BAD_FILE,
                     N_ ("“%s” is not a Styrmodell database: choose another file. It has not been "
                         "changed.") };
    case STYR_STORE_ERROR_BUSY:
      return (Said){ STYR_WORKSPACE_ERROR_BUSY,
                     N_ ("“%s” is in use by another program: close it there and try again. Nothing "
                         "has been lost.") };
    case STYR_STORE_ERROR_ACCESS:
      return (Said){ STYR_WORKSPACE_ERROR_ACCESS,
                     N_ ("“%s” can’t be opened for writing: check that the folder exists and that "
                         "you may write in it.") };
    case STYR_STORE_ERROR_FULL:
      return (Said){ STYR_WORKSPACE_ERROR_WRITE,
                     N_ ("There is no room left on the disk where “%s” is: free some space and try "
                         "again. Only this change was not saved.") };
    default:
      return (Said){ STYR_WORKSPACE_ERROR_FAILED, NULL };
    }
}

static gboolean
say_io_error (int code, Said *said)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      *said = (Said){ STYR_WORKSPACE_ERROR_NOT_FOUND,
                      N_ ("“%s” does not exist: check the name and the folder.") };
      return TRUE;
    case G_IO_ERROR_NO_SPACE:
      *said = (Said){ STYR_WORKSPACE_ERROR_WRITE,
                      N_ ("There is no room left on the disk for “%s”: free some space or choose "
                          "another place.") };
      return TRUE;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      *said = (Said){ STYR_WORKSPACE_ERROR_WRITE,
                      N_ ("You may not write “%s”: choose another folder or another name.") };
      return TRUE;
    default:
      return FALSE;
    }
}

/* A report's or a picture's target: what is said depends on why it failed, not on which layer found
 * it. */
static gboolean
say_target_error (const GError *cause, Said *said)
{
  if (cause->domain == STYR_REPORT_ERROR && cause->code == STYR_REPORT_ERROR_FULL)
    return say_io_error (G_IO_ERROR_NO_SPACE, said);
  if (cause->domain == STYR_REPORT_ERROR && cause->code == STYR_REPORT_ERROR_WRITE)
    {
      *said = (Said){ STYR_WORKSPACE_ERROR_WRITE,
                      N_ ("“%s” can’t be written: close it if it is open in another program, or "
                          "choose another folder.") };
      return TRUE;
    }
  return cause->domain == G_IO_ERROR && say_io_error (cause->code, said);
}

static void
map_value_error (const GError *cause, GError **error)
{
  g_debug ("refused by the database: %s", cause->message);
  g_set_error_literal (
      error,
      STYR_WORKSPACE_ERROR,
      STYR_WORKSPACE_ERROR_VALUE,
      _ ("The value doesn’t go together with what is already there: check dates and "
         "names that must differ."));
}

/**
 * styr_workspace_map_error:
 * @cause: (transfer full): an error of a lower layer; one of this layer is passed on as it is
 * @path: (nullable): the file it is about
 *
 * Sets the workspace's error for @cause: one translated sentence that says what, where and what to
 * do.
 */
void
styr_workspace_map_error (GError *cause, const char *path, GError **error)
{
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup ("?");
  Said said = { STYR_WORKSPACE_ERROR_FAILED, NULL };

  g_return_if_fail (cause != NULL);

  if (cause->domain == STYR_WORKSPACE_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }
  if (cause->domain == STYR_STORE_ERROR && cause->code == STYR_STORE_ERROR_CONSTRAINT)
    map_value_error (cause, error);
  else if (cause->domain == STYR_STORE_ERROR && cause->code == STYR_STORE_ERROR_NOT_FOUND)
    g_set_error_literal (error,
                         STYR_WORKSPACE_ERROR,
                         STYR_WORKSPACE_ERROR_NOT_FOUND,
                         _ ("That is no longer there: it may have been removed or undone."));
  else if (g_error_matches (cause, STYR_STORE_ERROR, STYR_STORE_ERROR_STALE))
    g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_FAILED, cause->message);
  else if (cause->domain == STYR_ERROR)
    {
      g_autofree char *text = styr_package_fault_dup_text (path != NULL ? path : "?", cause);

      g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE, text);
    }
  else
    {
      if (cause->domain == STYR_STORE_ERROR)
        said = say_store_error (cause->code);
      else
        say_target_error (cause, &said);
      if (said.sentence != NULL)
        g_set_error (error, STYR_WORKSPACE_ERROR, (int) said.code, _ (said.sentence), name);
      else
        g_set_error (error,
                     STYR_WORKSPACE_ERROR,
                     STYR_WORKSPACE_ERROR_FAILED,
                     _ ("“%s” could not be read or written: %s"),
                     name,
                     cause->message);
    }
  g_error_free (cause);
}

/** Returns: (transfer full): an id for a new row: unique between users, since records travel */
char *
styr_workspace_new_id (void)
{
  return g_uuid_string_random ();
}

/** Returns: (transfer full): the moment, in universal time, as ISO text */
char *
styr_workspace_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * styr_workspace_check_target:
 * @path: where something is to be written
 *
 * Says at once, and in the same words for every kind of file, that the folder isn't there.
 */
gboolean
styr_workspace_check_target (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_WRITE,
               _ ("“%s” can’t be written: there is no folder “%s”. Choose another folder."),
               path,
               folder);
  return FALSE;
}
