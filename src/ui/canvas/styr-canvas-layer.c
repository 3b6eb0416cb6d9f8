/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-layer.h"

#include <math.h>

/**
 * StyrCanvasLayer:
 *
 * What belongs to no node: titles and brackets, connectors, the hand of today. Each is a widget of
 * its own, because a widget that paints something large is recorded anew whenever one of its
 * children is dirty; so a lit node doesn't cost a repaint of everything around it.
 *
 * A layer takes no events and doesn't exist for assistive technology: all it says is in the nodes.
 */
struct _StyrCanvasLayer
{
  GtkWidget parent_instance;

  StyrLayer layer;
  StyrScene *scene;
  StyrPalette palette;
  int lit;
  guint n_paints;
};

G_DEFINE_FINAL_TYPE (StyrCanvasLayer, styr_canvas_layer, GTK_TYPE_WIDGET)

static void
styr_canvas_layer_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  StyrCanvasLayer *self = STYR_CANVAS_LAYER (widget);
  double length = 0;

  if (self->scene != NULL)
    length = orientation == GTK_ORIENTATION_HORIZONTAL ? styr_scene_get_width (self->scene)
                                                       : styr_scene_get_height (self->scene);
  *minimum = *natural = (int) ceil (length);
}

static void
styr_canvas_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StyrCanvasLayer *self = STYR_CANVAS_LAYER (widget);
  cairo_t *cr;

  if (self->scene == NULL)
    return;

  cr =
      gtk_snapshot_append_cairo (snapshot,
                                 &GRAPHENE_RECT_INIT (0,
                                                      0,
                                                      (float) styr_scene_get_width (self->scene),
                                                      (float) styr_scene_get_height (self->scene)));
  switch (self->layer)
    {
    case STYR_LAYER_BACKGROUND:
      styr_paint_background (cr, self->scene, &self->palette);
      break;
    case STYR_LAYER_EDGES:
      styr_paint_edges (cr, self->scene, &self->palette, self->lit);
      break;
    case STYR_LAYER_OVERLAY:
      styr_paint_overlay (cr, self->scene, &self->palette);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_destroy (cr);
  self->n_paints++;
}

static gboolean
styr_canvas_layer_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
styr_canvas_layer_finalize (GObject *object)
{
  StyrCanvasLayer *self = STYR_CANVAS_LAYER (object);

  g_clear_pointer (&self->scene, styr_scene_unref);
  G_OBJECT_CLASS (styr_canvas_layer_parent_class)->finalize (object);
}

static void
styr_canvas_layer_class_init (StyrCanvasLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = styr_canvas_layer_finalize;
  widget_class->measure = styr_canvas_layer_measure;
  widget_class->snapshot = styr_canvas_layer_snapshot;
  widget_class->contains = styr_canvas_layer_contains;
  gtk_widget_class_set_css_name (widget_class, "canvaslayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
styr_canvas_layer_init (StyrCanvasLayer *self)
{
  self->lit = -1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * styr_canvas_layer_new:
 * @layer: what it paints
 *
 * Returns: (transfer floating): a new layer without a scene
 */
GtkWidget *
styr_canvas_layer_new (StyrLayer layer)
{
  StyrCanvasLayer *self = g_object_new (STYR_TYPE_CANVAS_LAYER, NULL);

  self->layer = layer;
  return GTK_WIDGET (self);
}

/**
 * styr_canvas_layer_set_scene:
 * @self: a layer
 * @scene: (nullable): what to paint; a reference is taken
 * @palette: the colours; copied
 *
 * Gives the layer another scene or other colours and repaints it.
 */
void
styr_canvas_layer_set_scene (StyrCanvasLayer *self, StyrScene *scene, const StyrPalette *palette)
{
  g_return_if_fail (STYR_IS_CANVAS_LAYER (self));
  g_return_if_fail (palette != NULL);

  if (scene != NULL)
    styr_scene_ref (scene);
  g_clear_pointer (&self->scene, styr_scene_unref);
  self->scene = scene;
  self->palette = *palette;
  self->lit = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * styr_canvas_layer_set_lit:
 * @self: a layer
 * @lit: the node whose connectors are lit, -1 for none
 *
 * Repaints the connectors; the other layers don't show it.
 */
void
styr_canvas_layer_set_lit (StyrCanvasLayer *self, int lit)
{
  g_return_if_fail (STYR_IS_CANVAS_LAYER (self));

  if (self->lit == lit)
    return;
  self->lit = lit;
  if (self->layer == STYR_LAYER_EDGES)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * styr_canvas_layer_get_n_paints:
 * @self: a layer
 *
 * Returns: how often it has been painted; tests watch with it that nothing is painted in vain
 */
guint
styr_canvas_layer_get_n_paints (StyrCanvasLayer *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS_LAYER (self), 0);

  return self->n_paints;
}
