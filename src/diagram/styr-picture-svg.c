/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-svg.h"

#include <string.h>

/*
 * cairo's SVG says nothing to those who can't see it, and numbers its groups by how many surfaces
 * the process has made, so that the same picture is never the same file twice. Both are mended
 * here.
 */

static gboolean
drop_surface_number (const GMatchInfo *match, GString *result, gpointer data)
{
  g_string_append (result, "\"picture\"");
  return FALSE;
}

static char *
drop_surface_numbers (const char *svg)
{
  g_autoptr (GRegex) regex = g_regex_new ("\"surface[0-9]+\"", 0, 0, NULL);
  char *result = g_regex_replace_eval (regex, svg, -1, 0, 0, drop_surface_number, NULL, NULL);

  return result != NULL ? result : g_strdup (svg);
}

/** Adds title and description to an SVG of cairo's and makes it the same each time. Returns the
 * whole file. */
GBytes *
styr_picture_svg_finish (const GByteArray *drawing, const char *title, const char *description)
{
  g_autofree char *raw = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *safe_title = NULL;
  g_autofree char *safe_description = NULL;
  const char *root, *end;
  GString *file;
  gsize length;

  g_return_val_if_fail (drawing != NULL, NULL);

  raw = g_strndup ((const char *) drawing->data, drawing->len);
  svg = drop_surface_numbers (raw);
  safe_title = g_markup_escape_text (title != NULL ? title : "", -1);
  safe_description = g_markup_escape_text (description != NULL ? description : "", -1);
  root = strstr (svg, "<svg ");
  end = root != NULL ? strchr (root, '>') : NULL;
  g_return_val_if_fail (end != NULL, NULL);

  file = g_string_new_len (svg, root - svg);
  g_string_append (file,
                   "<svg role=\"img\" aria-labelledby=\"title\" aria-describedby=\"description\" ");
  g_string_append_len (file, root + strlen ("<svg "), end + 1 - (root + strlen ("<svg ")));
  g_string_append_printf (file,
                          "\n<title id=\"title\">%s</title>\n<desc id=\"description\">%s</desc>",
                          safe_title,
                          safe_description);
  g_string_append (file, end + 1);
  length = file->len;
  return g_bytes_new_take (g_string_free (file, FALSE), length);
}
