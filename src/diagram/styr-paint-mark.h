/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-mark.h"
#include "styr-palette.h"

G_BEGIN_DECLS

/** How marks are coloured just now: a lift moves tints one step, an alpha below 1 dims. */
typedef struct
{
  const StyrPalette *palette;
  gboolean lifted;
  double alpha;
} StyrPaintContext;

StyrColour styr_paint_get_colour (const StyrPaintContext *context, StyrTone tone, double pale);
void styr_paint_set_tone (cairo_t *cr, const StyrPaintContext *context, StyrTone tone, double pale);
void styr_paint_mark (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context);
void styr_paint_state (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context);
void styr_paint_wheel (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context);

G_END_DECLS
