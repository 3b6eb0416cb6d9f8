/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "styr-palette.h"
#include "styr-scene.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean hover, focus, selected, lit, dimmed;
} StyrNodeLook;

/* All coordinates are the scene's; scale and translate the cairo_t first. Nothing is painted behind
 * the scene: the paper is the caller's. */
void styr_paint_background (
    cairo_t *cr,
    StyrScene *scene,
    const StyrPalette *palette); /* titles, brackets, group names, legend, caption */
void styr_paint_edges (cairo_t *cr,
                       StyrScene *scene,
                       const StyrPalette *palette,
                       int lit_node); /* -1 = none lit */
void styr_paint_node (cairo_t *cr,
                      StyrScene *scene,
                      guint index,
                      const StyrPalette *palette,
                      const StyrNodeLook *look);
void styr_paint_overlay (cairo_t *cr,
                         StyrScene *scene,
                         const StyrPalette *palette); /* the hand of today, leaps */
void styr_paint_scene (cairo_t *cr,
                       StyrScene *scene,
                       const StyrPalette *palette); /* everything, for export */

G_END_DECLS
