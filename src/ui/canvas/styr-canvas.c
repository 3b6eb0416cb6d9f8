/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-private.h"

#include "styr-canvas-layer.h"

#define TURN_MS 250
/* Narrower than this a drawing would rather have details over it than beside it. */
#define COMFORTABLE_WIDTH 620
/* Below this scale text is smaller than one likes to read, so a tooltip says it too. */
#define TOOLTIP_SCALE 0.8

/**
 * StyrCanvas:
 *
 * Shows a #StyrScene as a drawing one can point at, walk through with the keyboard, zoom and pan.
 * Every node of the scene is a child widget; connectors, background and overlay are layers of their
 * own, so what changes is painted and nothing else.
 *
 * The drawing fits the widget until the user zooms or pans, and again after `canvas.zoom-fit`.
 *
 * # Keys
 * Tab enters at the remembered node and leaves on the next Tab. Arrows go to the neighbour, Home
 * and End to the first and last; Enter and Space activate; Menu and Shift+F10 open the menu; + − 0
 * zoom.
 *
 * # Actions
 * `canvas.zoom-in`, `canvas.zoom-out`, `canvas.zoom-fit`, `canvas.menu`, `canvas.activate` (the
 * remembered node), `canvas.first`, `canvas.last`
 *
 * # CSS nodes
 * `canvas`
 *
 * # Accessibility
 * The role list; the description is the text alternative of the scene. Nodes are list items with
 * flow-to relations to those they feed.
 */

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_SELECTED,
  N_PROPS,
};

enum
{
  SIGNAL_NODE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrCanvas, styr_canvas, GTK_TYPE_WIDGET)

/* view */

void
styr_canvas_view_changed (StyrCanvas *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_widget_set_has_tooltip (g_ptr_array_index (self->nodes, i),
                                self->view.scale < TOOLTIP_SCALE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
styr_canvas_zoom (StyrCanvas *self, double factor, double x, double y)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  styr_canvas_view_zoom (&self->view, factor, x, y);
  styr_canvas_view_changed (self);
}

void
styr_canvas_pan (StyrCanvas *self, double dx, double dy)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  styr_canvas_view_pan (&self->view, dx, dy);
  styr_canvas_view_changed (self);
}

void
styr_canvas_notify_selected (StyrCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
styr_canvas_emit_activated (StyrCanvas *self, const char *node_id)
{
  g_signal_emit (self, signals[SIGNAL_NODE_ACTIVATED], 0, node_id);
}

/* widget */

static void
styr_canvas_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  /* The size of the scene doesn't matter: it is fitted into what there is. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? COMFORTABLE_WIDTH : 460;
}

static void
allocate (StyrCanvas *self, GtkWidget *child, double x, double y, gboolean turns)
{
  GskTransform *transform = NULL;
  int width, height;

  if (turns && self->angle != 0)
    {
      StyrPoint centre = { self->view.x + self->turn_centre.x * self->view.scale,
                           self->view.y + self->turn_centre.y * self->view.scale };

      transform = gsk_transform_translate (
          transform, &GRAPHENE_POINT_INIT ((float) centre.x, (float) centre.y));
      transform = gsk_transform_rotate (transform, (float) self->angle);
      transform = gsk_transform_translate (
          transform, &GRAPHENE_POINT_INIT ((float) -centre.x, (float) -centre.y));
    }
  transform = gsk_transform_translate (
      transform,
      &GRAPHENE_POINT_INIT ((float) (self->view.x + x * self->view.scale),
                            (float) (self->view.y + y * self->view.scale)));
  transform = gsk_transform_scale (transform, (float) self->view.scale, (float) self->view.scale);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, height, -1, transform);
}

static void
styr_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StyrCanvas *self = STYR_CANVAS (widget);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->scene == NULL)
    return;
  if (self->view.fitted)
    styr_canvas_view_fit (&self->view, self->scene, width, height);
  else
    styr_canvas_view_hold (&self->view, self->scene, width, height);
  allocate (self, self->background, 0, 0, FALSE);
  allocate (self, self->edges, 0, 0, TRUE);
  allocate (self, self->overlay, 0, 0, TRUE);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const StyrRect *bounds = &styr_canvas_get_node (self, (int) i)->bounds;

      allocate (self, g_ptr_array_index (self->nodes, i), bounds->x, bounds->y, TRUE);
    }
}

static void
styr_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StyrCanvas *self = STYR_CANVAS (widget);
  const StyrColour *paper = &self->palette.paper;
  GdkRGBA colour = {
    (float) paper->red, (float) paper->green, (float) paper->blue, (float) paper->alpha
  };

  gtk_snapshot_append_color (
      snapshot,
      &colour,
      &GRAPHENE_RECT_INIT (
          0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (styr_canvas_parent_class)->snapshot (widget, snapshot);
  styr_canvas_snapshot_edit (self, snapshot);
}

/* object */

static void
styr_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  StyrCanvas *self = STYR_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->view.scale);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
styr_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    styr_canvas_set_selected (STYR_CANVAS (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
styr_canvas_dispose (GObject *object)
{
  StyrCanvas *self = STYR_CANVAS (object);

  g_clear_handle_id (&self->dwell_id, g_source_remove);
  if (self->turn != NULL)
    adw_animation_reset (self->turn);
  g_clear_object (&self->turn);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->nodes != NULL)
    g_ptr_array_set_size (self->nodes, 0);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (styr_canvas_parent_class)->dispose (object);
}

static void
styr_canvas_finalize (GObject *object)
{
  StyrCanvas *self = STYR_CANVAS (object);

  g_clear_pointer (&self->scene, styr_scene_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->menu_model);
  g_free (self->base_tint);
  g_free (self->current);
  g_free (self->selected);
  g_free (self->carried);
  G_OBJECT_CLASS (styr_canvas_parent_class)->finalize (object);
}

static void
styr_canvas_class_init (StyrCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = styr_canvas_get_property;
  object_class->set_property = styr_canvas_set_property;
  object_class->dispose = styr_canvas_dispose;
  object_class->finalize = styr_canvas_finalize;
  widget_class->measure = styr_canvas_measure;
  widget_class->size_allocate = styr_canvas_size_allocate;
  widget_class->snapshot = styr_canvas_snapshot;
  widget_class->grab_focus = styr_canvas_grab_focus;
  widget_class->focus = styr_canvas_focus;

  /**
   * StyrCanvas:zoom:
   *
   * Pixels for one unit of the scene.
   */
  properties[PROP_ZOOM] = g_param_spec_double (
      "zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * StyrCanvas:selected:
   *
   * Id of the node whose details are shown, or %NULL. It may be one that the scene doesn't have.
   */
  properties[PROP_SELECTED] =
      g_param_spec_string ("selected",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * StyrCanvas::node-activated:
   * @id: the node's id in the scene
   *
   * A node was clicked, or activated by key or assistive tool.
   */
  signals[SIGNAL_NODE_ACTIVATED] = g_signal_new ("node-activated",
                                                 G_TYPE_FROM_CLASS (klass),
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 1,
                                                 G_TYPE_STRING);
  styr_canvas_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
styr_canvas_init (StyrCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->nodes = g_ptr_array_new ();
  self->view = (StyrCanvasView){ 1, 0, 0, TRUE };
  self->lit = -1;
  self->key_led = TRUE;
  self->background = styr_canvas_layer_new (STYR_LAYER_BACKGROUND);
  self->edges = styr_canvas_layer_new (STYR_LAYER_EDGES);
  self->overlay = styr_canvas_layer_new (STYR_LAYER_OVERLAY);
  gtk_widget_set_parent (self->background, GTK_WIDGET (self));
  gtk_widget_set_parent (self->edges, GTK_WIDGET (self));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  styr_canvas_add_input (self);
  styr_canvas_update_palette (self);
  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (styr_canvas_update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager,
                           "notify::high-contrast",
                           G_CALLBACK (styr_canvas_update_palette),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * styr_canvas_new:
 *
 * Returns: (transfer floating): an empty canvas
 */
GtkWidget *
styr_canvas_new (void)
{
  return g_object_new (STYR_TYPE_CANVAS, NULL);
}

/**
 * styr_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is shown
 */
StyrScene *
styr_canvas_get_scene (StyrCanvas *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS (self), NULL);

  return self->scene;
}

/**
 * styr_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the marked node's id
 */
const char *
styr_canvas_get_selected (StyrCanvas *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS (self), NULL);

  return self->selected;
}

/**
 * styr_canvas_set_menu:
 * @self: a canvas
 * @menu: (nullable): the context menu; a reference is taken
 *
 * The menu may use the canvas's own actions; the node it was opened on is the remembered one.
 */
void
styr_canvas_set_menu (StyrCanvas *self, GMenuModel *menu)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  g_set_object (&self->menu_model, menu);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

/**
 * styr_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: pixels for one unit of the scene
 */
double
styr_canvas_get_zoom (StyrCanvas *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS (self), 1);

  return self->view.scale;
}

static void
turn_cb (double value, gpointer user_data)
{
  StyrCanvas *self = user_data;

  self->angle = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * styr_canvas_turn:
 * @self: a canvas
 * @degrees: from how far back the drawing turns into place; positive comes clockwise
 *
 * Turns the drawing into place around the middle of its nodes, as a sign that the year or the unit
 * changed. Nothing moves when the desktop is set to reduced motion.
 */
void
styr_canvas_turn (StyrCanvas *self, double degrees)
{
  StyrRect all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_return_if_fail (STYR_IS_CANVAS (self));

  if (self->nodes->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const StyrRect *bounds = &styr_canvas_get_node (self, (int) i)->bounds;

      all.x = MIN (all.x, bounds->x);
      all.y = MIN (all.y, bounds->y);
      all.width = MAX (all.width, bounds->x + bounds->width);
      all.height = MAX (all.height, bounds->y + bounds->height);
    }
  self->turn_centre = (StyrPoint){ (all.x + all.width) / 2, (all.y + all.height) / 2 };
  if (self->turn != NULL)
    adw_animation_skip (self->turn);
  g_clear_object (&self->turn);
  self->turn = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self),
                               -degrees,
                               0,
                               TURN_MS,
                               adw_callback_animation_target_new (turn_cb, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->turn), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->turn);
}
