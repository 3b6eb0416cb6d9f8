/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-private.h"

#include "styr-canvas-layer.h"

/* Radius of the handle at the selected node's corner, and how near a pointer has to come */
#define HANDLE_RADIUS 7.0
#define HANDLE_REACH 12.0
/* A pointer that carries something so near to an edge makes a picture that is larger than the
 * widget come along, at most so many pixels at a time. */
#define EDGE 36.0
#define EDGE_STEP 14.0

/* What a drawing that is being changed has besides: a handle from which lines are drawn, the line
 * that is being drawn, and the way from pixels to the scene. */

static gboolean
get_handle (StyrCanvas *self, StyrPoint *point)
{
  int index = self->handles ? styr_canvas_find_node (self, styr_canvas_get_focused (self)) : -1;
  const StyrRect *bounds;

  if (index < 0)
    return FALSE;
  bounds = &styr_canvas_get_node (self, index)->bounds;
  point->x = self->view.x + (bounds->x + bounds->width / 2) * self->view.scale;
  point->y = self->view.y + (bounds->y + bounds->height) * self->view.scale;
  return TRUE;
}

static void
get_accent (StyrCanvas *self, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, "accent_color", colour))
    gtk_style_context_get_color (context, colour);
}

/* Over the nodes: called by the canvas when it has painted them. */
void
styr_canvas_snapshot_edit (StyrCanvas *self, GtkSnapshot *snapshot)
{
  GdkRGBA accent, paper = { 1, 1, 1, 1 };
  StyrPoint at;
  cairo_t *cr;

  if (!self->handles)
    return;
  get_accent (self, &accent);
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0,
                           0,
                           (float) gtk_widget_get_width (GTK_WIDGET (self)),
                           (float) gtk_widget_get_height (GTK_WIDGET (self))));
  if (get_handle (self, &at))
    {
      cairo_arc (cr, at.x, at.y, HANDLE_RADIUS, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &accent);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, &paper);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  if (self->has_line)
    {
      cairo_move_to (cr,
                     self->view.x + self->line[0].x * self->view.scale,
                     self->view.y + self->line[0].y * self->view.scale);
      cairo_line_to (cr,
                     self->view.x + self->line[1].x * self->view.scale,
                     self->view.y + self->line[1].y * self->view.scale);
      gdk_cairo_set_source_rgba (cr, &accent);
      cairo_set_line_width (cr, 2.5);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

/**
 * styr_canvas_set_handles:
 * @handles: whether the node that the keyboard is at is marked even when the keyboard is somewhere
 *   else, and has a handle from which a line can be drawn
 */
void
styr_canvas_set_handles (StyrCanvas *self, gboolean handles)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  self->handles = handles;
  styr_canvas_update_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * styr_canvas_set_line:
 * @from: (nullable): a point of the scene; NULL for no line
 * @to: (nullable): another
 *
 * Shows a line that is being drawn.
 */
void
styr_canvas_set_line (StyrCanvas *self, const StyrPoint *from, const StyrPoint *to)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  self->has_line = from != NULL && to != NULL;
  if (self->has_line)
    {
      self->line[0] = *from;
      self->line[1] = *to;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * styr_canvas_set_carried:
 * @node_id: (nullable): the node that the pointer carries, or on which it would leave what it
 *   carries; NULL for none
 *
 * Marks a node while something is dragged. Nothing is dimmed meanwhile, for the whole picture is
 * where it may be dropped; nor afterwards, till the pointer moves again.
 */
void
styr_canvas_set_carried (StyrCanvas *self, const char *node_id)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  if (g_strcmp0 (self->carried, node_id) == 0)
    return;
  g_free (self->carried);
  self->carried = g_strdup (node_id);
  self->key_led = TRUE;
  styr_canvas_update_marks (self);
}

/**
 * styr_canvas_is_fitted:
 *
 * Returns: whether the drawing follows the size of the widget, so that another scene may stand
 *   otherwise in it
 */
gboolean
styr_canvas_is_fitted (StyrCanvas *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS (self), FALSE);

  return self->view.fitted;
}

static double
get_step (double at, double length)
{
  if (at < EDGE)
    return EDGE_STEP * (1 - MAX (at, 0) / EDGE);
  if (at > length - EDGE)
    return -EDGE_STEP * (1 - MAX (length - at, 0) / EDGE);
  return 0;
}

/**
 * styr_canvas_scroll_at:
 * @x: where the pointer is in the widget, in pixels
 * @y: the same
 *
 * Moves a zoomed drawing a little when something is carried near to an edge. To be called again
 * and again while it is.
 *
 * Returns: whether it moved
 */
gboolean
styr_canvas_scroll_at (StyrCanvas *self, double x, double y)
{
  double dx, dy;

  g_return_val_if_fail (STYR_IS_CANVAS (self), FALSE);

  dx = get_step (x, gtk_widget_get_width (GTK_WIDGET (self)));
  dy = get_step (y, gtk_widget_get_height (GTK_WIDGET (self)));
  if (self->view.fitted || (dx == 0 && dy == 0))
    return FALSE;
  styr_canvas_pan (self, dx, dy);
  return TRUE;
}

/**
 * styr_canvas_is_handle:
 *
 * Returns: whether the point of the widget is on the handle
 */
gboolean
styr_canvas_is_handle (StyrCanvas *self, double x, double y)
{
  StyrPoint at;

  g_return_val_if_fail (STYR_IS_CANVAS (self), FALSE);

  return get_handle (self, &at) &&
         (at.x - x) * (at.x - x) + (at.y - y) * (at.y - y) <= HANDLE_REACH * HANDLE_REACH;
}

/**
 * styr_canvas_get_point:
 * @point: (out): the point of the scene that is at @x, @y of the widget
 */
void
styr_canvas_get_point (StyrCanvas *self, double x, double y, StyrPoint *point)
{
  g_return_if_fail (STYR_IS_CANVAS (self) && point != NULL);

  point->x = (x - self->view.x) / self->view.scale;
  point->y = (y - self->view.y) / self->view.scale;
}

/**
 * styr_canvas_get_area:
 * @source: what a node is of, StyrNode.source
 * @area: (out): where it is in the widget
 *
 * Returns: whether there is such a node
 */
gboolean
styr_canvas_get_area (StyrCanvas *self, const char *source, GdkRectangle *area)
{
  g_return_val_if_fail (STYR_IS_CANVAS (self) && area != NULL, FALSE);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const StyrNode *node = styr_canvas_get_node (self, (int) i);

      if (g_strcmp0 (node->source, source) != 0)
        continue;
      *area = (GdkRectangle){ (int) (self->view.x + node->bounds.x * self->view.scale),
                              (int) (self->view.y + node->bounds.y * self->view.scale),
                              (int) (node->bounds.width * self->view.scale),
                              (int) (node->bounds.height * self->view.scale) };
      return TRUE;
    }
  return FALSE;
}

/**
 * styr_canvas_get_focused:
 *
 * Returns: (transfer none) (nullable): id of the node that the keyboard is at; else of that which
 * is shown beside the drawing, or where the keyboard was last
 */
const char *
styr_canvas_get_focused (StyrCanvas *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (STYR_IS_CANVAS (self), NULL);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if (focus != NULL && STYR_IS_CANVAS_NODE (focus))
    return styr_canvas_node_get_node (STYR_CANVAS_NODE (focus))->id;
  return self->selected != NULL ? self->selected : self->current;
}
