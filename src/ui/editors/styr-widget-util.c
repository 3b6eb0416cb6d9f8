/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-widget-util.h"

/**
 * styr_widget_set_name_text:
 * @widget: a widget
 * @name: what a screen reader says
 *
 * Names the widget.
 */
void
styr_widget_set_name_text (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

/**
 * styr_widget_set_tooltip:
 * @widget: a widget
 * @text: (nullable): what its tooltip says
 *
 * Sets the tooltip if it says something else: GTK asks the display server where the pointer is each
 * time.
 */
void
styr_widget_set_tooltip (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

/**
 * styr_icon_button_new:
 * @icon_name: a symbolic icon
 * @name: tooltip and accessible name
 *
 * Returns: (transfer floating): a flat button
 */
GtkWidget *
styr_icon_button_new (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  styr_widget_set_name_text (button, name);
  return button;
}

/**
 * styr_add_button_new:
 * @label: "Lägg till mål"
 * @name: (nullable): accessible name when it should say more than the label
 *
 * Returns: (transfer floating): a flat button with a plus
 */
GtkWidget *
styr_add_button_new (const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "styr-add");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  styr_widget_set_name_text (button, name != NULL ? name : label);
  return button;
}

/**
 * styr_wrapping_label_new:
 * @text: (nullable): a sentence
 * @css_class: (nullable): what it looks like, such as "error"
 *
 * Returns: (transfer floating): a label of as many lines as it needs
 */
GtkWidget *
styr_wrapping_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/** Returns: (transfer floating): a dim one. @text: (nullable): a sentence */
GtkWidget *
styr_quiet_label_new (const char *text)
{
  return styr_wrapping_label_new (text, "dim-label");
}

/**
 * styr_widget_show_toast:
 * @widget: a widget in the window
 * @text: what was done
 * @offer_undo: whether the toast has an undo button
 *
 * Tells what was done.
 */
void
styr_widget_show_toast (GtkWidget *widget, const char *text, gboolean offer_undo)
{
  gtk_widget_activate_action (widget, "win.toast", "(sb)", text, offer_undo);
}

/**
 * styr_widget_show_error:
 * @widget: a widget in the window
 * @sentence: what went wrong
 *
 * Tells what went wrong.
 */
void
styr_widget_show_error (GtkWidget *widget, const char *sentence)
{
  gtk_widget_activate_action (widget, "win.error", "s", sentence);
}

/**
 * styr_widget_focus_first:
 * @widget: a container
 *
 * Returns: whether the first text field or other control in it now has the focus
 */
gboolean
styr_widget_focus_first (GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && styr_widget_focus_first (child))
      return TRUE;
  return FALSE;
}

/**
 * styr_widget_focus_inside:
 * @widget: a widget made of others, which hands the focus on to one of them
 * @direction: where the focus is going
 *
 * The focus function for such widgets. GTK's own would ask the widget itself once its children are
 * passed backwards, and a widget that hands the focus on would then get it back for ever.
 *
 * Returns: whether the focus is inside
 */
gboolean
styr_widget_focus_inside (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back =
      direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL;
       child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/**
 * styr_widget_scroll_to:
 * @widget: a widget inside a scrolled window
 * @point: a place in it
 * @height: how much below @point should be seen too
 *
 * Scrolls the scrolled window around @widget as little as is needed.
 *
 * Returns: whether anything moves; it does with the next layout
 */
gboolean
styr_widget_scroll_to (GtkWidget *widget, const graphene_point_t *point, double height)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_point_t at;
  double top, page;

  if (window == NULL || !gtk_widget_compute_point (widget, window, point, &at))
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  top = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (at.y < 0)
    gtk_adjustment_set_value (adjustment, top + at.y);
  else if (at.y + height > page)
    gtk_adjustment_set_value (adjustment, top + MIN (at.y, at.y + height - page));
  return gtk_adjustment_get_value (adjustment) != top;
}

/**
 * styr_scroller_new:
 * @child: (transfer floating): what may be higher than its room
 *
 * Returns: (transfer floating): a scrolled window that takes all the height there is
 */
GtkWidget *
styr_scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}
