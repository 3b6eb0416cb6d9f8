/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-paint-mark.h"

#include <math.h>

/*
 * The symbols of states and the small wheel are drawn, not set: a font that lacks them would put
 * another font's shapes, sizes and heights beside the text.
 */

static void
paint_check (cairo_t *cr, double r)
{
  cairo_move_to (cr, -0.78 * r, 0.05 * r);
  cairo_line_to (cr, -0.22 * r, 0.62 * r);
  cairo_line_to (cr, 0.82 * r, -0.66 * r);
  cairo_stroke (cr);
}

static void
paint_half_circle (cairo_t *cr, double r)
{
  double ring = r * 0.86;

  cairo_arc (cr, 0, 0, ring, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0, ring, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_dashed_circle (cairo_t *cr, double r)
{
  double ring = r * 0.86, part = 2 * G_PI * ring / 16;
  const double dash[] = { part * 1.25, part * 0.75 };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_arc (cr, 0, 0, ring, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
paint_exclamation (cairo_t *cr, double r)
{
  cairo_set_line_width (cr, r * 0.42);
  cairo_move_to (cr, 0, -0.86 * r);
  cairo_line_to (cr, 0, 0.22 * r);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0.80 * r, r * 0.25, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_dash (cairo_t *cr, double r)
{
  cairo_move_to (cr, -0.7 * r, 0);
  cairo_line_to (cr, 0.7 * r, 0);
  cairo_stroke (cr);
}

/** Paints a state's symbol: check, half circle, dashed circle, exclamation mark or dash. */
void
styr_paint_state (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context)
{
  double r = mark->size / 2;

  cairo_translate (cr, mark->x, mark->y);
  styr_paint_set_tone (cr, context, mark->fill, mark->pale);
  cairo_set_line_width (cr, r * 0.3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (mark->state)
    {
    case STYR_STATE_IN_FORCE:
      paint_check (cr, r);
      break;
    case STYR_STATE_DRAFT:
      paint_half_circle (cr, r);
      break;
    case STYR_STATE_MISSING:
      paint_dashed_circle (cr, r);
      break;
    case STYR_STATE_LATE:
      paint_exclamation (cr, r);
      break;
    case STYR_STATE_NOT_APPLICABLE:
    default:
      paint_dash (cr, r);
      break;
    }
}

static void
paint_arc (cairo_t *cr, double radius, double from, double to)
{
  if (to - from <= 0.001)
    return;
  cairo_arc (cr, 0, 0, radius, from - G_PI / 2, to - G_PI / 2);
  cairo_stroke (cr);
}

/** Paints the small wheel: four arcs clockwise from twelve, full strength as far as the share
 * reaches, pale beyond. */
void
styr_paint_wheel (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context)
{
  double thickness = mark->size * 0.24, radius = (mark->size - thickness) / 2;
  double quarter = G_PI / 2, space = thickness * 0.42 / radius;
  StyrPaintContext faint = *context;

  faint.alpha *= 0.3;
  cairo_translate (cr, mark->x, mark->y);
  cairo_set_line_width (cr, thickness);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (int i = 0; i < 4; i++)
    {
      double from = quarter * i + space / 2, to = quarter * (i + 1) - space / 2;
      double reached = CLAMP (mark->share * 2 * G_PI, from, to);

      styr_paint_set_tone (cr, &faint, mark->fill, mark->pale);
      paint_arc (cr, radius, reached, to);
      styr_paint_set_tone (cr, context, mark->fill, mark->pale);
      paint_arc (cr, radius, from, reached);
    }
}
