/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-file.h"

#include "styr-paint.h"
#include "styr-picture-svg.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PNG_SCALE 2.0
#define POINTS_PER_UNIT 0.75 /* a scene unit is a CSS pixel */
#define MAX_PIXELS 20000.0

static cairo_status_t
collect_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_FAILED,
               _ ("The picture couldn’t be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/* Paints the scene on white and gives the surface's status back. */
static gboolean
paint (cairo_surface_t *surface,
       StyrScene *scene,
       const char *base_tint,
       double scale,
       gboolean on_white,
       GError **error)
{
  cairo_t *cr = cairo_create (surface);
  StyrPalette palette;
  cairo_status_t status;

  styr_palette_init (&palette, STYR_PALETTE_PRINT, base_tint);
  if (on_white)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  styr_paint_scene (cr, scene, &palette);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return check (status, error) && check (cairo_surface_status (surface), error);
}

/* Ends a stream: only then has everything been written to it. Takes the surface. */
static gboolean
finish (cairo_surface_t *surface, gboolean painted, GError **error)
{
  gboolean good;

  cairo_surface_finish (surface);
  good = painted && check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return good;
}

/**
 * The scene as a PNG on white, scale pixels per scene unit. The caller owns the bytes. Fails
 * (G_IO_ERROR) when the picture would be larger than any surface, or there is no memory for it.
 */
GBytes *
styr_picture_to_png (StyrScene *scene, const char *base_tint, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  double width, height;
  gboolean good;

  g_return_val_if_fail (scene != NULL && scale > 0, NULL);

  width = ceil (styr_scene_get_width (scene) * scale);
  height = ceil (styr_scene_get_height (scene) * scale);
  if (width > MAX_PIXELS || height > MAX_PIXELS)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The picture would be too large."));
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  good = paint (surface, scene, base_tint, scale, TRUE, error) &&
         check (cairo_surface_write_to_png_stream (surface, collect_cb, bytes), error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
to_svg (StyrScene *scene, const char *base_tint, const char *title, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (collect_cb,
                                           bytes,
                                           styr_scene_get_width (scene) * POINTS_PER_UNIT,
                                           styr_scene_get_height (scene) * POINTS_PER_UNIT);
  gboolean painted = paint (surface, scene, base_tint, POINTS_PER_UNIT, TRUE, error);

  if (!finish (surface, painted, error))
    return NULL;
  return styr_picture_svg_finish (bytes, title, styr_scene_get_alt_text (scene));
}

static GBytes *
to_pdf (
    StyrScene *scene, const char *base_tint, const char *title, const char *date, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (collect_cb,
                                           bytes,
                                           styr_scene_get_width (scene) * POINTS_PER_UNIT,
                                           styr_scene_get_height (scene) * POINTS_PER_UNIT);

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (
      surface, CAIRO_PDF_METADATA_SUBJECT, styr_scene_get_alt_text (scene));
  /* cairo writes the time of day when it isn't told a date: the same picture must give the same
   * file. */
  if (date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  if (!finish (surface, paint (surface, scene, base_tint, POINTS_PER_UNIT, FALSE, error), error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
to_bytes (StyrScene *scene,
          const char *base_tint,
          const char *path,
          const char *title,
          const char *date,
          GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".svg"))
    return to_svg (scene, base_tint, title, error);
  if (g_str_has_suffix (lower, ".pdf"))
    return to_pdf (scene, base_tint, title, date, error);
  if (g_str_has_suffix (lower, ".png"))
    return styr_picture_to_png (scene, base_tint, PNG_SCALE, error);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_NOT_SUPPORTED,
               _ ("“%s” doesn’t end in .svg, .pdf or .png."),
               path);
  return NULL;
}

/**
 * Writes the scene to a file on white, in the kind that the name ends in; a PNG has two pixels per
 * scene unit.
 *
 * base_tint is the picture's own, title and date (ISO) go into the file's own data and may be NULL;
 * with a date the same scene gives the same bytes. The file is written beside the target and takes
 * its place only when it is whole: an error (G_IO_ERROR, G_FILE_ERROR) leaves what was there.
 */
gboolean
styr_picture_file_write (StyrScene *scene,
                         const char *base_tint,
                         const char *path,
                         const char *title,
                         const char *date,
                         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (scene != NULL && path != NULL, FALSE);

  bytes = to_bytes (scene, base_tint, path, title, date, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path,
                                data,
                                (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0644,
                                &reason))
    return TRUE;
  g_set_error (error,
               reason->domain,
               reason->code,
               _ ("“%s” couldn’t be written: %s"),
               path,
               reason->message);
  return FALSE;
}
