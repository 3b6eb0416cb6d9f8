/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-diagram-view.h"

#include "styr-canvas-outline.h"

#include <gdk/gdkkeysyms.h>

/**
 * StyrDiagramView:
 *
 * A drawing, the same drawing as a list, buttons to zoom and export, and a pane at the end with the
 * details of the selected node. On a narrow window the pane lies over the drawing.
 *
 * The page that uses it gives the pane's content in #StyrDiagramView:pane and the name of the
 * picture for `win.export-picture` in #StyrDiagramView:picture.
 *
 * # Actions
 * `diagram.zoom-in`, `diagram.zoom-out`, `diagram.zoom-fit`, `diagram.export`, `diagram.close-pane`
 */
struct _StyrDiagramView
{
  AdwBin parent_instance;

  AdwFlap *flap;
  GtkStack *stack;
  StyrCanvas *canvas;
  StyrCanvasOutline *outline;
  GtkToggleButton *list_button;
  GtkWidget *toolbar, *tools, *zoom_box;
  AdwStatusPage *empty;
  GtkLabel *pane_title;
  AdwBin *pane_bin;
  GMenuModel *canvas_menu;
  char *picture;
};

enum
{
  PROP_0,
  PROP_PANE,
  PROP_PICTURE,
  N_PROPS,
};

enum
{
  SIGNAL_NODE_ACTIVATED,
  SIGNAL_PANE_CLOSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrDiagramView, styr_diagram_view, ADW_TYPE_BIN)

static gboolean
is_list (StyrDiagramView *self)
{
  return gtk_toggle_button_get_active (self->list_button);
}

static void
update_stack (StyrDiagramView *self)
{
  StyrScene *scene = styr_canvas_get_scene (self->canvas);
  gboolean empty = scene == NULL || styr_scene_get_n_nodes (scene) == 0;

  gtk_widget_set_visible (self->toolbar,
                          !empty || gtk_widget_get_first_child (self->tools) != NULL);
  gtk_widget_set_visible (self->zoom_box, !empty && !is_list (self));
  gtk_stack_set_visible_child_name (self->stack,
                                    empty            ? "empty"
                                    : is_list (self) ? "list"
                                                     : "picture");
}

static void
list_toggled_cb (StyrDiagramView *self)
{
  update_stack (self);
}

static void
node_activated_cb (StyrDiagramView *self, const char *node_id)
{
  g_signal_emit (self, signals[SIGNAL_NODE_ACTIVATED], 0, node_id);
}

static void
zoom_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrDiagramView *self = STYR_DIAGRAM_VIEW (widget);
  g_autofree char *action = g_strconcat ("canvas.", action_name + strlen ("diagram."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->canvas), action, NULL);
}

static void
export_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrDiagramView *self = STYR_DIAGRAM_VIEW (widget);

  gtk_widget_activate_action (
      widget, "win.export-picture", "s", self->picture != NULL ? self->picture : "");
}

static void
close_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  styr_diagram_view_close_pane (STYR_DIAGRAM_VIEW (widget));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StyrDiagramView *self = STYR_DIAGRAM_VIEW (widget);

  if (!adw_flap_get_reveal_flap (self->flap))
    return FALSE;
  styr_diagram_view_close_pane (self);
  return TRUE;
}

/* The flap closes by itself when one clicks beside it on a narrow window. */
static void
reveal_flap_cb (StyrDiagramView *self)
{
  gboolean open = adw_flap_get_reveal_flap (self->flap);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diagram.close-pane", open);
  if (open || styr_canvas_get_selected (self->canvas) == NULL)
    return;
  styr_canvas_set_selected (self->canvas, NULL);
  styr_canvas_outline_set_selected (self->outline, NULL);
  g_signal_emit (self, signals[SIGNAL_PANE_CLOSED], 0);
}

static void
styr_diagram_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  StyrDiagramView *self = STYR_DIAGRAM_VIEW (object);

  switch (prop_id)
    {
    case PROP_PANE:
      g_value_set_object (value, adw_bin_get_child (self->pane_bin));
      break;
    case PROP_PICTURE:
      g_value_set_string (value, self->picture);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
styr_diagram_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  StyrDiagramView *self = STYR_DIAGRAM_VIEW (object);

  switch (prop_id)
    {
    case PROP_PANE:
      adw_bin_set_child (self->pane_bin, g_value_get_object (value));
      break;
    case PROP_PICTURE:
      g_free (self->picture);
      self->picture = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
styr_diagram_view_finalize (GObject *object)
{
  g_free (STYR_DIAGRAM_VIEW (object)->picture);
  G_OBJECT_CLASS (styr_diagram_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-diagram-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, flap);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, stack);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, canvas);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, outline);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, list_button);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, tools);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, empty);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, pane_title);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, pane_bin);
  gtk_widget_class_bind_template_child (widget_class, StyrDiagramView, canvas_menu);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_activated_cb);
}

static void
styr_diagram_view_class_init (StyrDiagramViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = styr_diagram_view_get_property;
  object_class->set_property = styr_diagram_view_set_property;
  object_class->finalize = styr_diagram_view_finalize;

  /**
   * StyrDiagramView:pane:
   *
   * What the pane at the end shows, below its title.
   */
  properties[PROP_PANE] = g_param_spec_object (
      "pane", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * StyrDiagramView:picture:
   *
   * The picture's name, the parameter of `win.export-picture`.
   */
  properties[PROP_PICTURE] =
      g_param_spec_string ("picture", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * StyrDiagramView::node-activated:
   * @id: the node's id in the scene
   *
   * A node of the drawing, or its row in the list, was activated.
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

  /**
   * StyrDiagramView::pane-closed:
   *
   * The user closed the details; no node is selected any longer.
   */
  signals[SIGNAL_PANE_CLOSED] = g_signal_new ("pane-closed",
                                              G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST,
                                              0,
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_TYPE_NONE,
                                              0);
  g_type_ensure (STYR_TYPE_CANVAS);
  g_type_ensure (STYR_TYPE_CANVAS_OUTLINE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "diagram.zoom-in", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "diagram.zoom-out", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "diagram.zoom-fit", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "diagram.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "diagram.close-pane", NULL, close_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
styr_diagram_view_init (StyrDiagramView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  styr_canvas_set_menu (self->canvas, self->canvas_menu);
  g_signal_connect_object (
      self->flap, "notify::reveal-flap", G_CALLBACK (reveal_flap_cb), self, G_CONNECT_SWAPPED);
  reveal_flap_cb (self);
  update_stack (self);
}

/**
 * styr_diagram_view_set_scene:
 * @self: a view
 * @scene: (nullable): the drawing; one without nodes shows the empty state
 * @base_tint: (nullable): the model's own colour
 *
 * Shows a drawing, as picture and as list.
 */
void
styr_diagram_view_set_scene (StyrDiagramView *self, StyrScene *scene, const char *base_tint)
{
  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));

  styr_canvas_set_scene (self->canvas, scene, base_tint);
  styr_canvas_outline_set_scene (self->outline, scene);
  update_stack (self);
}

/**
 * styr_diagram_view_set_empty:
 * @self: a view
 * @title: what there isn't
 * @description: what to do about it
 *
 * Sets what is shown instead of a drawing without nodes.
 */
void
styr_diagram_view_set_empty (StyrDiagramView *self, const char *title, const char *description)
{
  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
}

/**
 * styr_diagram_view_open_pane:
 * @self: a view
 * @node_id: the node whose details the pane shows
 * @title: heading of the pane
 *
 * Marks a node and shows the pane.
 */
void
styr_diagram_view_open_pane (StyrDiagramView *self, const char *node_id, const char *title)
{
  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (node_id != NULL);

  styr_canvas_set_selected (self->canvas, node_id);
  styr_canvas_outline_set_selected (self->outline, node_id);
  gtk_label_set_label (self->pane_title, title);
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

/**
 * styr_diagram_view_close_pane:
 * @self: a view
 *
 * Hides the pane and gives the keyboard back to the node whose details it showed.
 */
void
styr_diagram_view_close_pane (StyrDiagramView *self)
{
  g_autofree char *selected = NULL;

  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));

  selected = g_strdup (styr_canvas_get_selected (self->canvas));
  adw_flap_set_reveal_flap (self->flap, FALSE);
  if (is_list (self))
    styr_canvas_outline_focus_node (self->outline, selected);
  else if (selected != NULL)
    styr_canvas_focus_node (self->canvas, selected);
}

/**
 * styr_diagram_view_get_selected:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the node whose details are shown
 */
const char *
styr_diagram_view_get_selected (StyrDiagramView *self)
{
  g_return_val_if_fail (STYR_IS_DIAGRAM_VIEW (self), NULL);

  return styr_canvas_get_selected (self->canvas);
}

/**
 * styr_diagram_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): the drawing
 */
StyrCanvas *
styr_diagram_view_get_canvas (StyrDiagramView *self)
{
  g_return_val_if_fail (STYR_IS_DIAGRAM_VIEW (self), NULL);

  return self->canvas;
}

/**
 * styr_diagram_view_get_focused:
 *
 * Returns: (transfer none) (nullable): the node that the keyboard is at, in the picture or in the
 *   list, or was at last
 */
const char *
styr_diagram_view_get_focused (StyrDiagramView *self)
{
  const char *row;

  g_return_val_if_fail (STYR_IS_DIAGRAM_VIEW (self), NULL);

  row = is_list (self) ? styr_canvas_outline_get_focused (self->outline) : NULL;
  return row != NULL ? row : styr_canvas_get_focused (self->canvas);
}

/**
 * styr_diagram_view_focus_node:
 * @node_id: (nullable): a node
 *
 * Moves the keyboard to a node, in the picture or in the list.
 */
void
styr_diagram_view_focus_node (StyrDiagramView *self, const char *node_id)
{
  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));

  if (is_list (self))
    styr_canvas_outline_focus_node (self->outline, node_id);
  else
    styr_canvas_focus_node (self->canvas, node_id);
}

/**
 * styr_diagram_view_get_row:
 * @node_id: (nullable): a node
 *
 * Returns: (transfer none) (nullable): its row, when the list is shown
 */
GtkWidget *
styr_diagram_view_get_row (StyrDiagramView *self, const char *node_id)
{
  g_return_val_if_fail (STYR_IS_DIAGRAM_VIEW (self), NULL);

  return is_list (self) ? styr_canvas_outline_get_row (self->outline, node_id) : NULL;
}

/**
 * styr_diagram_view_add_keys:
 * @keys: (transfer full): a controller for keys
 *
 * Gives the picture and the list keys of the page's own.
 */
void
styr_diagram_view_add_keys (StyrDiagramView *self, GtkEventController *keys)
{
  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));

  gtk_widget_add_controller (GTK_WIDGET (self->stack), keys);
}

/**
 * styr_diagram_view_add_tool:
 * @self: a view
 * @tool: (transfer floating): a button
 *
 * Puts a button of the page among those of the view.
 */
void
styr_diagram_view_add_tool (StyrDiagramView *self, GtkWidget *tool)
{
  g_return_if_fail (STYR_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (tool));

  gtk_box_append (GTK_BOX (self->tools), tool);
  update_stack (self);
}
