/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-menu.h"

/* The menu of a row in a register: by the right button of the mouse, the menu key or Shift+F10. */

#define ITEM "styr-list-item"
#define MENU "styr-register-menu"

typedef struct
{
  GtkWidget *view, *popover; /* borrowed */
  StyrRegisterMenuFunc func;
  gpointer user_data;
  GtkWidget *row; /* whose menu it is; weak */
} Menu;

static void
menu_free (gpointer data)
{
  Menu *self = data;

  g_clear_weak_pointer (&self->row);
  g_free (self);
}

static void
closed_cb (GtkPopover *popover, GtkWidget *view)
{
  Menu *self = g_object_get_data (G_OBJECT (view), MENU);

  if (self->row != NULL && gtk_widget_get_mapped (self->row))
    gtk_widget_grab_focus (self->row);
}

/* The first cell of a register in @widget or what it holds */
static GtkListItem *
find_item (GtkWidget *widget)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), ITEM);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); item == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    item = find_item (child);
  return item;
}

/* GTK's names of rows: GTK 4.8 has no other way from a place to a row. */
static GtkWidget *
find_row (Menu *self, GtkWidget *widget)
{
  while (widget != NULL && widget != self->view &&
         !g_str_equal (gtk_widget_get_css_name (widget), "row"))
    widget = gtk_widget_get_parent (widget);
  return widget != self->view ? widget : NULL;
}

static gboolean
open_menu (Menu *self, GtkWidget *widget, const GdkRectangle *place)
{
  GtkWidget *row = find_row (self, widget);
  GtkListItem *item = row != NULL ? find_item (row) : NULL;
  g_autoptr (GMenu) menu =
      item != NULL ? self->func (gtk_list_item_get_item (item), self->user_data) : NULL;

  if (menu == NULL)
    return FALSE;
  g_set_weak_pointer (&self->row, row);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *self)
{
  GtkWidget *owner = gtk_widget_get_parent (self->popover);
  GdkRectangle place = { 0, 0, 1, 1 };
  double left, top;

  if (!gtk_widget_translate_coordinates (self->view, owner, x, y, &left, &top))
    return;
  place.x = (int) left;
  place.y = (int) top;
  if (open_menu (self, gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT), &place))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  Menu *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t bounds;
  GdkRectangle place;

  if (focus == NULL ||
      !gtk_widget_compute_bounds (focus, gtk_widget_get_parent (self->popover), &bounds))
    return FALSE;
  place = (GdkRectangle){
    (int) bounds.origin.x + 24, (int) (bounds.origin.y + bounds.size.height), 1, 1
  };
  return open_menu (self, focus, &place);
}

static void
add_keys (Menu *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const char *const triggers[] = { "Menu", "<Shift>F10" };

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (key_cb, self, NULL)));
  gtk_widget_add_controller (self->view, keys);
}

/** Lets a menu know which row @cell, a child of a list item, is in. */
void
styr_register_menu_mark_cell (GtkWidget *cell, GtkListItem *item)
{
  g_return_if_fail (GTK_IS_WIDGET (cell) && GTK_IS_LIST_ITEM (item));

  g_object_set_data (G_OBJECT (cell), ITEM, item);
}

/**
 * styr_register_menu_add:
 * @view: a register's table
 * @owner: (transfer none): what @view stands in and has the menu's actions; it unparents the menu
 * when it goes
 * @func: gives a row's menu
 *
 * Gives the rows of a register menus of their own.
 *
 * Returns: (transfer none): the menu
 */
GtkWidget *
styr_register_menu_add (GtkColumnView *view,
                        GtkWidget *owner,
                        StyrRegisterMenuFunc func,
                        gpointer user_data)
{
  GtkGesture *click;
  Menu *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && GTK_IS_WIDGET (owner), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (Menu, 1);
  self->view = GTK_WIDGET (view);
  self->func = func;
  self->user_data = user_data;
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, owner);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), view, 0);
  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  add_keys (self);
  g_object_set_data_full (G_OBJECT (view), MENU, self, menu_free);
  return self->popover;
}
