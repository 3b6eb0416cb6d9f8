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

static gboolean
is_whole_xml (GInputStream *stream)
{
  static const GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  char buffer[16384];
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    if (!g_markup_parse_context_parse (context, buffer, length, NULL))
      return FALSE;
  return length == 0 && g_markup_parse_context_end_parse (context, NULL);
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
