/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-output-file.h"

#include "styr-workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _StyrOutputFile
{
  char *path, *temp;
};

G_DEFINE_QUARK (styr - report - error - quark, styr_report_error)

static gboolean
is_full (int error_number)
{
  return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
}

/* One sentence that can be shown as it is: what went wrong, where, and what to do. */
static void
set_error (const char *path, int error_number, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (is_full (error_number))
    g_set_error (error,
                 STYR_REPORT_ERROR,
                 STYR_REPORT_ERROR_FULL,
                 _ ("There isn’t room for “%s”: the disk is full. Nothing was changed."),
                 path);
  else if (error_number == EACCES || error_number == EPERM || error_number == EROFS)
    g_set_error (error,
                 STYR_REPORT_ERROR,
                 STYR_REPORT_ERROR_WRITE,
                 _ ("“%s” can’t be saved: you may not write in “%s”. Choose another folder."),
                 path,
                 folder);
  else if (error_number == ENOENT || error_number == ENOTDIR)
    g_set_error (error,
                 STYR_REPORT_ERROR,
                 STYR_REPORT_ERROR_WRITE,
                 _ ("“%s” can’t be saved: there is no folder “%s”. Choose another folder."),
                 path,
                 folder);
  else if (error_number == EISDIR)
    g_set_error (error,
                 STYR_REPORT_ERROR,
                 STYR_REPORT_ERROR_WRITE,
                 _ ("“%s” can’t be saved: it is a folder. Choose another name."),
                 path);
  else
    g_set_error (error,
                 STYR_REPORT_ERROR,
                 STYR_REPORT_ERROR_WRITE,
                 _ ("“%s” can’t be saved: %s. Nothing was changed."),
                 path,
                 g_strerror (error_number));
}

/* Made by open() rather than mkstemp(), so that the file gets the rights that the user's other
 * files have. */
static int
open_temp (StyrOutputFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);

  for (int attempt = 0; attempt < 100; attempt++)
    {
      g_autofree char *temp_name = g_strdup_printf (".%.150s.%08x.tmp", name, g_random_int ());
      int fd;

      g_free (self->temp);
      self->temp = g_build_filename (folder, temp_name, NULL);
      fd = g_open (self->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }
  return -1;
}

/* A link stays a link: what it leads to is replaced. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/**
 * styr_output_file_new:
 * @path: the target
 *
 * Makes an empty file beside the target, so that a place that can't be written to is known before
 * any work is done.
 *
 * Returns: (transfer full) (nullable): the output, or NULL with STYR_REPORT_ERROR set
 */
StyrOutputFile *
styr_output_file_new (const char *path, GError **error)
{
  StyrOutputFile *self;
  int fd;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  self = g_new0 (StyrOutputFile, 1);
  self->path = resolve (path);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_error (path, EISDIR, error);
      styr_output_file_free (self);
      return NULL;
    }
  /* rename() would replace a file that its owner has write-protected */
  fd = g_access (self->path, F_OK) == 0 && g_access (self->path, W_OK) != 0 ? -1 : open_temp (self);
  if (fd < 0)
    {
      int error_number = errno;

      g_clear_pointer (&self->temp, g_free);
      set_error (path, error_number, error);
      styr_output_file_free (self);
      return NULL;
    }
  close (fd);
  return self;
}

/** Where to write. */
const char *
styr_output_file_get_temp (StyrOutputFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->temp;
}

/** Sets the error of a writer that failed with @error_number (an errno; 0 = unknown). */
void
styr_output_file_fail (StyrOutputFile *self, int error_number, GError **error)
{
  g_return_if_fail (self != NULL);
  set_error (self->path, error_number != 0 ? error_number : EIO, error);
}

/** Writes the whole content at once. */
gboolean
styr_output_file_write (StyrOutputFile *self, const char *data, gsize length, GError **error)
{
  int fd;

  g_return_val_if_fail (self != NULL && data != NULL, FALSE);

  fd = g_open (self->temp, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  while (fd >= 0 && length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        break;
      data += written;
      length -= (gsize) written;
    }
  if (fd < 0 || length > 0)
    {
      styr_output_file_fail (self, errno, error);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  if (close (fd) != 0)
    {
      styr_output_file_fail (self, errno, error);
      return FALSE;
    }
  return TRUE;
}

/* On disk before it takes the old one's place: a power cut leaves one of the two whole. */
static gboolean
sync_temp (StyrOutputFile *self)
{
  int fd = g_open (self->temp, O_RDONLY | O_CLOEXEC, 0);
  int result;

  if (fd < 0)
    return FALSE;
  result = fsync (fd);
  return close (fd) == 0 && result == 0;
}

/** Puts the file in its place. On failure the old target is as it was. */
gboolean
styr_output_file_commit (StyrOutputFile *self, GError **error)
{
  struct stat old;

  g_return_val_if_fail (self != NULL && self->temp != NULL, FALSE);

  if (stat (self->path, &old) == 0 && chmod (self->temp, old.st_mode & 0777) != 0)
    g_debug ("the rights of %s aren't kept", self->path);
  if (!sync_temp (self) || g_rename (self->temp, self->path) != 0)
    {
      styr_output_file_fail (self, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temp, g_free);
  return TRUE;
}

/** Frees it and, without a commit, removes what was written. */
void
styr_output_file_free (StyrOutputFile *self)
{
  if (self == NULL)
    return;
  if (self->temp != NULL)
    g_unlink (self->temp);
  g_free (self->temp);
  g_free (self->path);
  g_free (self);
}
