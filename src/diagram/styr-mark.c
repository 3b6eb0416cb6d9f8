/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-mark.h"

#include "styr-text-fit.h"

#include <math.h>

/** Frees the mark with its path and text. NULL is allowed. */
void
styr_mark_free (StyrMark *self)
{
  if (self == NULL)
    return;
  styr_path_free (self->path);
  g_free (self->text);
  g_free (self);
}

/** A filled and/or stroked path; takes the path. */
StyrMark *
styr_mark_new_path (StyrPath *path, StyrTone fill, StyrTone line, double line_width)
{
  StyrMark *self = g_new0 (StyrMark, 1);

  self->kind = STYR_MARK_PATH;
  self->path = path;
  self->fill = fill;
  self->line = line;
  self->line_width = line_width;
  return self;
}

/** One line of text; y is its baseline. */
StyrMark *
styr_mark_new_text (
    const char *text, double x, double y, double align, double size, int weight, StyrTone tone)
{
  StyrMark *self = g_new0 (StyrMark, 1);

  self->kind = STYR_MARK_TEXT;
  self->text = g_strdup (text);
  self->x = x;
  self->y = y;
  self->align = align;
  self->size = size;
  self->weight = weight;
  self->fill = tone;
  return self;
}

/** The symbol of a state around its centre. */
StyrMark *
styr_mark_new_state (StyrState state, double x, double y, double size, StyrTone tone)
{
  StyrMark *self = g_new0 (StyrMark, 1);

  self->kind = STYR_MARK_STATE;
  self->state = state;
  self->x = x;
  self->y = y;
  self->size = size;
  self->fill = tone;
  return self;
}

/** The small quality wheel: four arcs, filled as far as the year has come. */
StyrMark *
styr_mark_new_wheel (double x, double y, double size, double share, StyrTone tone)
{
  StyrMark *self = g_new0 (StyrMark, 1);

  self->kind = STYR_MARK_WHEEL;
  self->x = x;
  self->y = y;
  self->size = size;
  self->share = share;
  self->fill = tone;
  return self;
}

/* The upright rectangle around one that is turned about a point. */
static void
turn_rect (StyrRect *rect, double x, double y, double angle)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (int i = 0; i < 4; i++)
    {
      double dx = rect->x + (i % 2) * rect->width - x, dy = rect->y + (i / 2) * rect->height - y;
      double px = x + dx * cos (angle) - dy * sin (angle),
             py = y + dx * sin (angle) + dy * cos (angle);

      left = MIN (left, px);
      right = MAX (right, px);
      top = MIN (top, py);
      bottom = MAX (bottom, py);
    }
  *rect = (StyrRect){ left, top, right - left, bottom - top };
}

/** Where the mark's ink is, in scene units. */
void
styr_mark_get_extents (const StyrMark *self, StyrRect *extents)
{
  g_return_if_fail (self != NULL && extents != NULL);

  if (self->kind == STYR_MARK_PATH)
    {
      styr_path_get_bounds (self->path, extents);
    }
  else if (self->kind == STYR_MARK_TEXT)
    {
      g_autoptr (PangoLayout) layout = styr_text_new_layout (self->text, self->size, self->weight);
      double width = styr_text_measure (self->text, self->size, self->weight);
      double top = self->y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
      PangoRectangle ink;

      pango_layout_get_extents (layout, &ink, NULL);
      *extents = (StyrRect){ self->x - width * self->align,
                             top + (double) ink.y / PANGO_SCALE,
                             width,
                             (double) ink.height / PANGO_SCALE };
      if (self->angle != 0)
        turn_rect (extents, self->x, self->y, self->angle);
    }
  else
    {
      *extents =
          (StyrRect){ self->x - self->size / 2, self->y - self->size / 2, self->size, self->size };
    }
}
