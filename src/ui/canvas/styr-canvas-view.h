/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene.h"

G_BEGIN_DECLS

/** Where a scene stands in a widget: a point of the scene is at scale * point + (x, y) in pixels.
 */
typedef struct
{
  double scale, x, y;
  gboolean fitted; /* follows the size of the widget until the user zooms or pans */
} StyrCanvasView;

void styr_canvas_view_fit (StyrCanvasView *view, StyrScene *scene, double width, double height);
void styr_canvas_view_zoom (StyrCanvasView *view, double factor, double x, double y);
void styr_canvas_view_pan (StyrCanvasView *view, double dx, double dy);
void styr_canvas_view_hold (StyrCanvasView *view, StyrScene *scene, double width, double height);
gboolean
styr_canvas_view_reveal (StyrCanvasView *view, const StyrRect *rect, double width, double height);

G_END_DECLS
