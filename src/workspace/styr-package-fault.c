/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-package-fault.h"

#include "styr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many of the first bytes as say what a file is */
#define MOST_LOOKED_AT 4096

#define MARK(bytes, sentence)                                                                      \
  {                                                                                                \
    bytes, sizeof bytes - 1, sentence                                                              \
  }

/* What other files begin with */
static const struct
{
  const char *bytes;
  gsize length;
  const char *sentence; /* with one %s: the file */
} marks[] = {
  MARK ("\x89PNG", N_ ("“%s” is a picture, not an exported steering model.")),
  MARK ("\xff\xd8\xff", N_ ("“%s” is a picture, not an exported steering model.")),
  MARK ("GIF8", N_ ("“%s” is a picture, not an exported steering model.")),
  MARK ("<svg", N_ ("“%s” is a picture, not an exported steering model.")),
  MARK ("%PDF", N_ ("“%s” is a PDF document, not an exported steering model.")),
  MARK ("PK\x03\x04",
        N_ ("“%s” is a workbook, a text document or a compressed file, not an exported steering "
            "model.")),
  MARK (
      "SQLite format 3",
      N_ ("“%s” is a database, not an exported steering model: open it with Styrmodell and export "
          "its model.")),
};

static const char *
find_sentence (const char *bytes, gsize length)
{
  gsize at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      return marks[i].sentence;
  while (at < length && g_ascii_isspace (bytes[at]))
    at++;
  if (at == length)
    return N_ ("“%s” is empty.");
  if (bytes[at] != '{')
    return N_ ("“%s” is not an exported steering model.");
  return NULL;
}

/* The lower layer begins with the file's name, which is said already. */
static const char *
skip_name (const char *message, const char *name)
{
  gsize length = strlen (name);

  return g_str_has_prefix (message, name) && g_str_has_prefix (message + length, ": ")
             ? message + length + 2
             : message;
}

/**
 * styr_package_fault_dup_text:
 * @path: a file that couldn't be read as a package
 * @cause: why, of the domain STYR_ERROR
 *
 * Returns: (transfer full): what the file is, in a plain sentence; the place in it after that, when
 * it is a package that can be mended
 */
char *
styr_package_fault_dup_text (const char *path, const GError *cause)
{
  g_autofree char *name = NULL, *shown = NULL, *bytes = NULL, *said = NULL;
  const char *sentence = NULL, *detail;
  gsize length = 0;

  g_return_val_if_fail (path != NULL && cause != NULL, NULL);

  name = g_path_get_basename (path);
  shown = g_filename_display_name (name);
  detail = skip_name (cause->message, name);
  if (cause->code == STYR_ERROR_TOO_NEW)
    sentence = N_ ("“%s” was exported by a newer Styrmodell than this one.");
  else if (g_file_get_contents (path, &bytes, &length, NULL))
    sentence = find_sentence (bytes, MIN (length, MOST_LOOKED_AT));
  if (sentence != NULL)
    return g_strdup_printf (_ (sentence), shown);
  if (strstr (bytes != NULL ? bytes : "", "\"styrmodell-") == NULL)
    said = g_strdup_printf (_ ("“%s” is damaged, or is not an exported steering model."), shown);
  else
    said = g_strdup_printf (_ ("“%s” comes from Styrmodell, but is damaged or has a fault in it."),
                            shown);
  /* Translators: a sentence about a file, then the place in it and what is wrong there. */
  return g_strdup_printf (_ ("%s Details: %s"), said, detail);
}
