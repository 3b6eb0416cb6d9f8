/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-node.h"

#include <gdk/gdkkeysyms.h>
#include <math.h>

/* Frames and tabs are painted a little outside the bounds of a node. */
#define BLEED 24

/**
 * StyrCanvasNode:
 *
 * One shape of a drawing as a widget: that is what makes it focusable and gives it a name, a state
 * and an action for assistive technology. It has no template and no inner widgets, and is painted
 * with the same function as the exported picture.
 *
 * Click, Enter, Space and an assistive tool all end in the action `node.activate`, which emits
 * #StyrCanvasNode::activated.
 *
 * # CSS nodes
 * `canvasnode`
 *
 * # Accessibility
 * The role list item; name and description come from the scene.
 */
struct _StyrCanvasNode
{
  GtkWidget parent_instance;

  StyrScene *scene;
  guint index;
  StyrPalette palette;
  StyrNodeLook look;
  guint n_paints;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrCanvasNode, styr_canvas_node, GTK_TYPE_WIDGET)

static void
set_look (StyrCanvasNode *self, StyrNodeLook look)
{
  if (memcmp (&self->look, &look, sizeof look) == 0)
    return;
  self->look = look;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

static void
released_cb (StyrCanvasNode *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  /* Dragging is the canvas's: it claims the press before it is released. */
  if (n_press != 1 || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "node.activate", NULL);
}

static gboolean
query_tooltip_cb (StyrCanvasNode *self,
                  int x,
                  int y,
                  gboolean keyboard_mode,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  const StyrNode *node = styr_canvas_node_get_node (self);

  if (keyboard_mode || node->accessible_name == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, node->accessible_name);
  return TRUE;
}

static void
styr_canvas_node_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  const StyrRect *bounds = &styr_canvas_node_get_node (STYR_CANVAS_NODE (widget))->bounds;

  *minimum = *natural =
      (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? bounds->width : bounds->height);
}

static void
styr_canvas_node_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StyrCanvasNode *self = STYR_CANVAS_NODE (widget);
  const StyrRect *bounds = &styr_canvas_node_get_node (self)->bounds;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (
          -BLEED, -BLEED, (float) bounds->width + 2 * BLEED, (float) bounds->height + 2 * BLEED));

  cairo_translate (cr, -bounds->x, -bounds->y);
  styr_paint_node (cr, self->scene, self->index, &self->palette, &self->look);
  cairo_destroy (cr);
  self->n_paints++;
}

static gboolean
styr_canvas_node_contains (GtkWidget *widget, double x, double y)
{
  StyrCanvasNode *self = STYR_CANVAS_NODE (widget);
  const StyrRect *bounds = &styr_canvas_node_get_node (self)->bounds;

  return styr_scene_node_contains (self->scene, self->index, x + bounds->x, y + bounds->y);
}

static void
styr_canvas_node_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  StyrCanvasNode *self = STYR_CANVAS_NODE (widget);
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);
  StyrNodeLook look = self->look;

  GTK_WIDGET_CLASS (styr_canvas_node_parent_class)->state_flags_changed (widget, previous);
  look.hover = (flags & GTK_STATE_FLAG_PRELIGHT) != 0;
  look.focus = (flags & GTK_STATE_FLAG_FOCUSED) != 0 && (flags & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
  set_look (self, look);
}

static void
styr_canvas_node_finalize (GObject *object)
{
  StyrCanvasNode *self = STYR_CANVAS_NODE (object);

  g_clear_pointer (&self->scene, styr_scene_unref);
  G_OBJECT_CLASS (styr_canvas_node_parent_class)->finalize (object);
}

static void
styr_canvas_node_class_init (StyrCanvasNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = {
    GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space
  };

  object_class->finalize = styr_canvas_node_finalize;
  widget_class->measure = styr_canvas_node_measure;
  widget_class->snapshot = styr_canvas_node_snapshot;
  widget_class->contains = styr_canvas_node_contains;
  widget_class->state_flags_changed = styr_canvas_node_state_flags_changed;

  /**
   * StyrCanvasNode::activated:
   *
   * The node was clicked, or activated by key or assistive tool.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);
  gtk_widget_class_install_action (widget_class, "node.activate", NULL, activate_action_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "node.activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "canvasnode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
styr_canvas_node_init (StyrCanvasNode *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * styr_canvas_node_new:
 *
 * Returns: (transfer floating): a node that must be given a scene before it is shown
 */
GtkWidget *
styr_canvas_node_new (void)
{
  return g_object_new (STYR_TYPE_CANVAS_NODE, NULL);
}

/**
 * styr_canvas_node_set_scene:
 * @self: a node widget
 * @scene: the scene; a reference is taken
 * @index: which node of it
 * @palette: the colours; copied
 *
 * Shows a node of a scene. Given another scene, the widget keeps focus, hover and selection: only
 * what is painted and said changes.
 */
void
styr_canvas_node_set_scene (StyrCanvasNode *self,
                            StyrScene *scene,
                            guint index,
                            const StyrPalette *palette)
{
  const StyrNode *node;

  g_return_if_fail (STYR_IS_CANVAS_NODE (self));
  g_return_if_fail (scene != NULL);
  g_return_if_fail (index < styr_scene_get_n_nodes (scene));
  g_return_if_fail (palette != NULL);

  styr_scene_ref (scene);
  g_clear_pointer (&self->scene, styr_scene_unref);
  self->scene = scene;
  self->index = index;
  self->palette = *palette;
  node = styr_scene_get_node (scene, index);
  gtk_widget_set_focusable (GTK_WIDGET (self), node->focusable);
  gtk_widget_set_can_target (GTK_WIDGET (self), node->focusable);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      node->accessible_name != NULL ? node->accessible_name : node->label,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      node->accessible_description != NULL ? node->accessible_description : "",
      -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * styr_canvas_node_get_node:
 * @self: a node widget with a scene
 *
 * Returns: (transfer none): the node it shows
 */
const StyrNode *
styr_canvas_node_get_node (StyrCanvasNode *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS_NODE (self), NULL);
  g_return_val_if_fail (self->scene != NULL, NULL);

  return styr_scene_get_node (self->scene, self->index);
}

/**
 * styr_canvas_node_get_index:
 * @self: a node widget
 *
 * Returns: its index in the scene
 */
guint
styr_canvas_node_get_index (StyrCanvasNode *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS_NODE (self), 0);

  return self->index;
}

/**
 * styr_canvas_node_set_selected:
 * @self: a node widget
 * @selected: whether its details are shown beside the drawing
 *
 * Marks the node, for the eye and for assistive technology.
 */
void
styr_canvas_node_set_selected (StyrCanvasNode *self, gboolean selected)
{
  StyrNodeLook look;

  g_return_if_fail (STYR_IS_CANVAS_NODE (self));

  look = self->look;
  look.selected = selected != FALSE;
  set_look (self, look);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, look.selected, -1);
}

/**
 * styr_canvas_node_set_light:
 * @self: a node widget
 * @lit: it is related to the node that is looked at
 * @dimmed: another node is looked at, and this one isn't related to it
 *
 * Repaints only if something changed.
 */
void
styr_canvas_node_set_light (StyrCanvasNode *self, gboolean lit, gboolean dimmed)
{
  StyrNodeLook look;

  g_return_if_fail (STYR_IS_CANVAS_NODE (self));

  look = self->look;
  look.lit = lit != FALSE;
  look.dimmed = dimmed != FALSE;
  set_look (self, look);
}

/**
 * styr_canvas_node_is_hovered:
 * @self: a node widget
 *
 * Returns: whether the pointer is on it
 */
gboolean
styr_canvas_node_is_hovered (StyrCanvasNode *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS_NODE (self), FALSE);

  return self->look.hover;
}

/**
 * styr_canvas_node_is_focused:
 * @self: a node widget
 *
 * Returns: whether it has a focus that should be seen, which after a click it hasn't
 */
gboolean
styr_canvas_node_is_focused (StyrCanvasNode *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS_NODE (self), FALSE);

  return self->look.focus;
}

/**
 * styr_canvas_node_get_n_paints:
 * @self: a node widget
 *
 * Returns: how often it has been painted; tests watch with it that nothing is painted in vain
 */
guint
styr_canvas_node_get_n_paints (StyrCanvasNode *self)
{
  g_return_val_if_fail (STYR_IS_CANVAS_NODE (self), 0);

  return self->n_paints;
}
