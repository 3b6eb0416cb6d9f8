/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-check.h"

#include <gio/gio.h>
#include <string.h>

/*
 * libxlsxwriter writes each part to a temporary file first and doesn't see when that one is cut
 * short by a full disk: the archive is then sound, but a sheet in it ends in the middle. So every
 * part is read back and must be whole XML.
 */

#define END_RECORD_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30

/* Longer than any root element's name in a workbook */
#define LOOK 64

typedef struct
{
  const guint8 *data;
  gsize size;
} Archive;

static guint32
read_le (const Archive *archive, gsize offset, guint bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++)
    value |= (guint32) archive->data[offset + i] << (8 * i);
  return value;
}

static gboolean
has_signature (const Archive *archive, gsize offset, gsize size, const char *signature)
{
  return offset <= archive->size && size <= archive->size - offset &&
         memcmp (archive->data + offset, signature, 4) == 0;
}

/* The name of the root element: the first one that isn't the declaration. */
static gboolean
find_root (const char *start, char *name, gsize size)
{
  const char *open = start;
  gsize length = 0;

  while ((open = strchr (open, '<')) != NULL && (open[1] == '?' || open[1] == '!'))
    open++;
  if (open == NULL)
    return FALSE;
  while (length + 1 < size && strchr (" />\n\r\t", open[1 + length]) == NULL)
    {
      name[length] = open[1 + length];
      length++;
    }
  name[length] = '\0';
  return length > 0;
}

/* Whether the text ends where its root element does. The library closes what it opens, so an end
 * that is there is enough. */
static gboolean
is_whole_xml (GInputStream *stream)
{
  char first[512] = "", last[2 * LOOK], name[LOOK], buffer[65536];
  g_autofree char *end = NULL;
  gsize n_last = 0, total = 0;
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      gsize n = MIN ((gsize) length, LOOK);

      if (total == 0)
        memcpy (first, buffer, MIN ((gsize) length, sizeof first - 1));
      total += (gsize) length;
      if (n_last + n > sizeof last)
        {
          memmove (last, last + n_last - LOOK, LOOK);
          n_last = LOOK;
        }
      memcpy (last + n_last, buffer + length - n, n);
      n_last += n;
    }
  if (length < 0 || !find_root (first, name, sizeof name))
    return FALSE;
  while (n_last > 0 && g_ascii_isspace (last[n_last - 1]))
    n_last--;
  end = g_strdup_printf ("</%s>", name);
  return (n_last >= strlen (end) &&
          memcmp (last + n_last - strlen (end), end, strlen (end)) == 0) ||
         (total < sizeof first && n_last >= 2 && memcmp (last + n_last - 2, "/>", 2) == 0);
}

static gboolean
check_part (const Archive *archive, gsize entry)
{
  gsize local = read_le (archive, entry + 42, 4), size = read_le (archive, entry + 20, 4), start;
  gboolean deflated = read_le (archive, entry + 10, 2) == 8;
  g_autoptr (GInputStream) stream = NULL;

  if (!has_signature (archive, local, LOCAL_SIZE, "PK\3\4"))
    return FALSE;
  start = local + LOCAL_SIZE + read_le (archive, local + 26, 2) + read_le (archive, local + 28, 2);
  if (start > archive->size || size > archive->size - start)
    return FALSE;
  stream = g_memory_input_stream_new_from_data (archive->data + start, (gssize) size, NULL);
  if (deflated)
    {
      g_autoptr (GZlibDecompressor) inflate =
          g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
      g_autoptr (GInputStream) packed = g_steal_pointer (&stream);

      stream = g_converter_input_stream_new (packed, G_CONVERTER (inflate));
    }
  return is_whole_xml (stream);
}

/** Whether the workbook at @path is a sound archive of whole XML parts. */
gboolean
styr_workbook_check (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  Archive archive;
  gsize end, entry;
  guint n;

  g_return_val_if_fail (path != NULL, FALSE);
  if (file == NULL)
    return FALSE;

  archive.data = (const guint8 *) g_mapped_file_get_contents (file);
  archive.size = g_mapped_file_get_length (file);
  if (archive.size < END_RECORD_SIZE)
    return FALSE;
  end = archive.size - END_RECORD_SIZE; /* libxlsxwriter writes no comment after it */
  if (!has_signature (&archive, end, END_RECORD_SIZE, "PK\5\6"))
    return FALSE;
  n = read_le (&archive, end + 10, 2);
  entry = read_le (&archive, end + 16, 4);
  for (guint i = 0; i < n; i++)
    {
      if (!has_signature (&archive, entry, ENTRY_SIZE, "PK\1\2") || !check_part (&archive, entry))
        return FALSE;
      entry += ENTRY_SIZE + read_le (&archive, entry + 28, 2) + read_le (&archive, entry + 30, 2) +
               read_le (&archive, entry + 32, 2);
    }
  return n > 0;
}
