/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-private.h"

#include <gdk/gdkkeysyms.h>

#define ZOOM_KEY_STEP 1.25

/* The next node that can be focused, from @index in steps of @step; -1 when there is none. */
static int
find_focusable (StyrCanvas *self, int index, int step)
{
  for (; index >= 0 && index < (int) self->nodes->len; index += step)
    if (styr_canvas_get_node (self, index)->focusable)
      return index;
  return -1;
}

static gboolean
focus_index (StyrCanvas *self, int index)
{
  return index >= 0 && gtk_widget_grab_focus (GTK_WIDGET (styr_canvas_get_widget (self, index)));
}

static int
find_remembered (StyrCanvas *self)
{
  int index = styr_canvas_find_node (self, self->current);

  if (index < 0)
    index = styr_canvas_find_node (self, self->selected);
  return index >= 0 && styr_canvas_get_node (self, index)->focusable ? index
                                                                     : find_focusable (self, 0, 1);
}

gboolean
styr_canvas_grab_focus (GtkWidget *widget)
{
  return focus_index (STYR_CANVAS (widget), find_remembered (STYR_CANVAS (widget)));
}

gboolean
styr_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  static const StyrDirection directions[] = { [GTK_DIR_UP] = STYR_DIRECTION_UP,
                                              [GTK_DIR_DOWN] = STYR_DIRECTION_DOWN,
                                              [GTK_DIR_LEFT] = STYR_DIRECTION_LEFT,
                                              [GTK_DIR_RIGHT] = STYR_DIRECTION_RIGHT };
  StyrCanvas *self = STYR_CANVAS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int next;

  if (self->nodes->len == 0)
    return FALSE;
  if (focus == NULL || !STYR_IS_CANVAS_NODE (focus))
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  next = styr_scene_neighbour (self->scene,
                               (int) styr_canvas_node_get_index (STYR_CANVAS_NODE (focus)),
                               directions[direction]);
  if (next < 0)
    {
      /* Arrows stay in the drawing: to fall out of it sideways would be a surprise. */
      gtk_widget_keynav_failed (widget, direction);
      return TRUE;
    }
  return focus_index (self, next);
}

/* actions */

/* Zooming with keys and buttons keeps what one is at in its place: the node with the focus, else
   the middle. */
static StyrPoint
get_anchor (StyrCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  StyrPoint anchor = { gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0 };

  if (focus != NULL && STYR_IS_CANVAS_NODE (focus))
    {
      const StyrRect *bounds = &styr_canvas_node_get_node (STYR_CANVAS_NODE (focus))->bounds;

      anchor.x = self->view.x + (bounds->x + bounds->width / 2) * self->view.scale;
      anchor.y = self->view.y + (bounds->y + bounds->height / 2) * self->view.scale;
    }
  return anchor;
}

static void
zoom_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrCanvas *self = STYR_CANVAS (widget);
  StyrPoint anchor = get_anchor (self);

  if (g_str_equal (action_name, "canvas.zoom-in"))
    styr_canvas_zoom (self, ZOOM_KEY_STEP, anchor.x, anchor.y);
  else if (g_str_equal (action_name, "canvas.zoom-out"))
    styr_canvas_zoom (self, 1 / ZOOM_KEY_STEP, anchor.x, anchor.y);
  else
    {
      self->view.fitted = TRUE;
      styr_canvas_view_changed (self);
    }
}

static void
end_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrCanvas *self = STYR_CANVAS (widget);

  if (g_str_equal (action_name, "canvas.first"))
    focus_index (self, find_focusable (self, 0, 1));
  else
    focus_index (self, find_focusable (self, (int) self->nodes->len - 1, -1));
}

static void
activate_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrCanvas *self = STYR_CANVAS (widget);
  int index = find_remembered (self);

  if (index >= 0)
    gtk_widget_activate_action (
        GTK_WIDGET (styr_canvas_get_widget (self, index)), "node.activate", NULL);
}

static void
pop_up (StyrCanvas *self, const GdkRectangle *place)
{
  if (self->menu_model == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
styr_canvas_open_menu (StyrCanvas *self, double x, double y)
{
  GtkWidget *child;

  g_return_if_fail (STYR_IS_CANVAS (self));

  child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (child != NULL && STYR_IS_CANVAS_NODE (child))
    gtk_widget_grab_focus (child);
  pop_up (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
menu_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrCanvas *self = STYR_CANVAS (widget);
  GdkRectangle place = {
    gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1
  };
  int index = find_remembered (self);

  if (index >= 0)
    {
      const StyrRect *bounds = &styr_canvas_get_node (self, index)->bounds;

      place.x = (int) (self->view.x + (bounds->x + bounds->width / 2) * self->view.scale);
      place.y = (int) (self->view.y + (bounds->y + bounds->height / 2) * self->view.scale);
    }
  pop_up (self, &place);
}

/* Menus show the key that was added last, so the plainest comes last. */
static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, keypad_key, GDK_CONTROL_MASK, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_CONTROL_MASK, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
}

void
styr_canvas_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-fit", NULL, zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.menu", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.activate", NULL, activate_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.first", NULL, end_action_cb);
  gtk_widget_class_install_action (widget_class, "canvas.last", NULL, end_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "canvas.zoom-in", NULL);
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, "canvas.zoom-in");
  add_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, "canvas.zoom-out");
  add_key (widget_class, GDK_KEY_0, GDK_KEY_KP_0, "canvas.zoom-fit");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "canvas.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0, "canvas.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "canvas.last", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_End, 0, "canvas.last", NULL);
}

/**
 * styr_canvas_focus_node:
 * @self: a canvas
 * @node_id: (nullable): the node; %NULL for the remembered one
 *
 * Moves the keyboard to a node and remembers it.
 *
 * Returns: whether the node could take it
 */
gboolean
styr_canvas_focus_node (StyrCanvas *self, const char *node_id)
{
  g_return_val_if_fail (STYR_IS_CANVAS (self), FALSE);

  if (node_id == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self));
  return focus_index (self, styr_canvas_find_node (self, node_id));
}
