/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-view.h"

#include <math.h>

#define MARGIN 8.0
#define SCALE_MIN 0.2
#define SCALE_MAX 6.0
#define FIT_MAX 1.6

/**
 * styr_canvas_view_fit:
 * @view: the view to set
 * @scene: the scene to show
 * @width: width of the widget in pixels
 * @height: height of the widget in pixels
 *
 * Shows the whole scene in the middle, as large as there is room for. A small picture on a large
 * screen stops growing at a size where its text would look like headlines.
 */
void
styr_canvas_view_fit (StyrCanvasView *view, StyrScene *scene, double width, double height)
{
  double scene_width, scene_height;

  g_return_if_fail (view != NULL);
  g_return_if_fail (scene != NULL);

  scene_width = MAX (styr_scene_get_width (scene), 1);
  scene_height = MAX (styr_scene_get_height (scene), 1);
  view->scale = MIN ((width - 2 * MARGIN) / scene_width, (height - 2 * MARGIN) / scene_height);
  view->scale = CLAMP (view->scale, SCALE_MIN, FIT_MAX);
  view->x = (width - scene_width * view->scale) / 2;
  view->y = (height - scene_height * view->scale) / 2;
  view->fitted = TRUE;
}

/**
 * styr_canvas_view_zoom:
 * @view: the view to change
 * @factor: above 1 comes nearer
 * @x: the point in pixels that stays where it is
 * @y: the point in pixels that stays where it is
 *
 * Comes nearer or goes farther away around a point.
 */
void
styr_canvas_view_zoom (StyrCanvasView *view, double factor, double x, double y)
{
  double scale;

  g_return_if_fail (view != NULL);
  g_return_if_fail (factor > 0);

  scale = CLAMP (view->scale * factor, SCALE_MIN, SCALE_MAX);
  view->x = x - (x - view->x) * scale / view->scale;
  view->y = y - (y - view->y) * scale / view->scale;
  view->scale = scale;
  view->fitted = FALSE;
}

/**
 * styr_canvas_view_pan:
 * @view: the view to change
 * @dx: pixels to the right
 * @dy: pixels downwards
 *
 * Moves the picture with the hand.
 */
void
styr_canvas_view_pan (StyrCanvasView *view, double dx, double dy)
{
  g_return_if_fail (view != NULL);

  view->x += dx;
  view->y += dy;
  view->fitted = FALSE;
}

static double
hold (double position, double length, double room)
{
  /* A picture that fits may lie anywhere inside; a larger one may not leave a gap of more than half
     the widget, so it can never be lost outside the window. */
  if (length <= room)
    return CLAMP (position, 0, room - length);
  return CLAMP (position, room / 2 - length, room / 2);
}

/**
 * styr_canvas_view_hold:
 * @view: the view to change
 * @scene: the scene that is shown
 * @width: width of the widget in pixels
 * @height: height of the widget in pixels
 *
 * Brings a picture that was dragged too far back, so that it can't be lost.
 */
void
styr_canvas_view_hold (StyrCanvasView *view, StyrScene *scene, double width, double height)
{
  g_return_if_fail (view != NULL);
  g_return_if_fail (scene != NULL);

  view->x = hold (view->x, styr_scene_get_width (scene) * view->scale, width);
  view->y = hold (view->y, styr_scene_get_height (scene) * view->scale, height);
}

static double
nudge (double start, double length, double room)
{
  if (start < MARGIN || length > room - 2 * MARGIN)
    return MARGIN - start;
  if (start + length > room - MARGIN)
    return room - MARGIN - start - length;
  return 0;
}

/**
 * styr_canvas_view_reveal:
 * @view: the view to change
 * @rect: what should be seen, in the scene's units
 * @width: width of the widget in pixels
 * @height: height of the widget in pixels
 *
 * Pans as little as possible so that @rect is inside the widget.
 *
 * Returns: whether the view moved
 */
gboolean
styr_canvas_view_reveal (StyrCanvasView *view, const StyrRect *rect, double width, double height)
{
  double dx, dy;

  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  if (view->fitted)
    return FALSE;
  dx = nudge (view->x + rect->x * view->scale, rect->width * view->scale, width);
  dy = nudge (view->y + rect->y * view->scale, rect->height * view->scale, height);
  /* what is in sight but for a rounding error stays */
  if (fabs (dx) < 0.01 && fabs (dy) < 0.01)
    return FALSE;
  styr_canvas_view_pan (view, dx, dy);
  return TRUE;
}
