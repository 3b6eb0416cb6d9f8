/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-text-fit.h"

#include <string.h>

#define FONT_FAMILIES "Cantarell,Adwaita Sans,Noto Sans,DejaVu Sans"
#define ELLIPSIS "\xe2\x80\xa6"

typedef struct
{
  char **words;
  guint n_words;
  double widths[STYR_TEXT_MAX_LINES];
  guint breaks[STYR_TEXT_MAX_LINES + 1], best_breaks[STYR_TEXT_MAX_LINES + 1];
  double best, size;
  guint n_lines;
  int weight;
} Wrap;

/* Making a context costs as much as setting a text, and a font map belongs to its thread. */
static GPrivate kept_context = G_PRIVATE_INIT (g_object_unref);

static PangoContext *
get_context (void)
{
  PangoContext *context = g_private_get (&kept_context);
  cairo_font_options_t *options;

  if (context != NULL)
    return context;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  g_private_set (&kept_context, context);
  return context;
}

/**
 * A layout with the drawing's font. Hinting is off, so that a text has the same proportions at
 * every scale and on every surface. Free with g_object_unref().
 */
PangoLayout *
styr_text_new_layout (const char *text, double size, int weight)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  PangoLayout *layout = pango_layout_new (get_context ());

  pango_font_description_set_family_static (font, FONT_FAMILIES);
  pango_font_description_set_weight (font, (PangoWeight) weight);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* A picture is laid out anew after each change with nearly the same texts. */
static GPrivate kept_widths = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);

#define MAX_KEPT_WIDTHS 4000

static GHashTable *
get_kept_widths (void)
{
  GHashTable *widths = g_private_get (&kept_widths);

  if (widths == NULL)
    {
      widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_private_set (&kept_widths, widths);
    }
  if (g_hash_table_size (widths) > MAX_KEPT_WIDTHS)
    g_hash_table_remove_all (widths);
  return widths;
}

static double
measure (const char *text, double size, int weight)
{
  g_autoptr (PangoLayout) layout = styr_text_new_layout (text, size, weight);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/** How wide the text is on one line, in scene units. */
double
styr_text_measure (const char *text, double size, int weight)
{
  GHashTable *widths = get_kept_widths ();
  g_autofree char *key = NULL;
  double *width;

  g_return_val_if_fail (text != NULL, 0);

  key = g_strdup_printf ("%.2f %d %s", size, weight, text);
  width = g_hash_table_lookup (widths, key);
  if (width == NULL)
    {
      width = g_new (double, 1);
      *width = measure (text, size, weight);
      g_hash_table_insert (widths, g_steal_pointer (&key), width);
    }
  return *width;
}

static char *
join (char **words, guint from, guint to)
{
  GString *line = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (i > from)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }
  return g_string_free (line, FALSE);
}

/* Tries every way to break the words into the lines that are left and remembers the most even one.
 */
static void
try_breaks (Wrap *wrap, guint line, double worst)
{
  guint left = wrap->n_lines - line - 1;

  for (guint end = wrap->breaks[line] + 1; end + left <= wrap->n_words; end++)
    {
      g_autofree char *text = NULL;
      double fill;

      if (left == 0)
        end = wrap->n_words;
      text = join (wrap->words, wrap->breaks[line], end);
      fill = styr_text_measure (text, wrap->size, wrap->weight) / MAX (wrap->widths[line], 1);
      wrap->breaks[line + 1] = end;
      fill = MAX (fill, worst);
      if (fill >= wrap->best)
        continue;
      if (left == 0)
        {
          wrap->best = fill;
          memcpy (wrap->best_breaks, wrap->breaks, sizeof wrap->breaks);
        }
      else
        {
          try_breaks (wrap, line + 1, fill);
        }
    }
}

static void
take_lines (StyrFittedText *fitted, Wrap *wrap)
{
  double width;

  fitted->n_lines = wrap->n_lines;
  fitted->size = wrap->size;
  fitted->width = 0;
  for (guint i = 0; i < wrap->n_lines; i++)
    {
      fitted->lines[i] = join (wrap->words, wrap->best_breaks[i], wrap->best_breaks[i + 1]);
      width = styr_text_measure (fitted->lines[i], wrap->size, wrap->weight);
      fitted->width = MAX (fitted->width, width);
    }
}

/* Wraps at one size with as few lines as the room allows. */
static gboolean
wrap_at (StyrFittedText *fitted,
         const char *text,
         double size,
         int weight,
         guint max_lines,
         StyrTextRoomFunc room,
         gpointer data)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  Wrap wrap = { .words = words, .n_words = g_strv_length (words), .size = size, .weight = weight };

  for (guint n = 1; n <= MIN (max_lines, wrap.n_words); n++)
    {
      wrap.n_lines = n;
      wrap.best = 1.0001;
      for (guint i = 0; i < n; i++)
        wrap.widths[i] = room (i, n, size, data);
      try_breaks (&wrap, 0, 0);
      if (wrap.best <= 1)
        {
          take_lines (fitted, &wrap);
          return TRUE;
        }
    }
  return FALSE;
}

static char *
ellipsize (const char *text, double size, int weight, double width)
{
  for (glong n = g_utf8_strlen (text, -1); n > 0; n--)
    {
      g_autofree char *part = g_utf8_substring (text, 0, n);
      g_autofree char *candidate = g_strconcat (g_strchomp (part), ELLIPSIS, NULL);

      if (styr_text_measure (candidate, size, weight) <= width)
        return g_steal_pointer (&candidate);
    }
  return g_strdup (ELLIPSIS);
}

/**
 * Fits a name: wrapped with even lines at the first size, then at the next, then the short name in
 * the same way, then smaller than any of the sizes, then cut with an ellipsis. The room of each
 * line comes from the function, in scene units, 0 for a number of lines that has no room at all.
 * Clear the result with styr_fitted_text_clear().
 */
void
styr_text_fit (StyrFittedText *fitted,
               const char *text,
               const char *short_text,
               const double *sizes,
               guint n_sizes,
               int weight,
               guint max_lines,
               StyrTextRoomFunc room,
               gpointer data)
{
  double size;

  g_return_if_fail (fitted != NULL && text != NULL && n_sizes > 0);
  g_return_if_fail (max_lines >= 1 && max_lines <= STYR_TEXT_MAX_LINES);

  memset (fitted, 0, sizeof *fitted);
  fitted->whole = TRUE;
  for (guint i = 0; i < n_sizes; i++)
    if (wrap_at (fitted, text, sizes[i], weight, max_lines, room, data))
      return;
  fitted->whole = FALSE;
  for (guint i = 0; short_text != NULL && i < n_sizes; i++)
    if (wrap_at (fitted, short_text, sizes[i], weight, max_lines, room, data))
      return;

  for (size = sizes[n_sizes - 1] - 1; size >= STYR_TEXT_LEAST_SIZE; size--)
    if (wrap_at (fitted, text, size, weight, max_lines, room, data))
      return;

  size = MIN (STYR_TEXT_LEAST_SIZE, sizes[n_sizes - 1]);
  fitted->n_lines = 1;
  fitted->size = size;
  fitted->lines[0] =
      ellipsize (short_text != NULL ? short_text : text, size, weight, room (0, 1, size, data));
  fitted->width = styr_text_measure (fitted->lines[0], size, weight);
}

/** Frees the lines. */
void
styr_fitted_text_clear (StyrFittedText *fitted)
{
  g_return_if_fail (fitted != NULL);

  for (guint i = 0; i < fitted->n_lines; i++)
    g_clear_pointer (&fitted->lines[i], g_free);
  fitted->n_lines = 0;
}
