/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-last-input.h"

/*
 * A list box tells that a row was activated, but not how, and whether the window shows where the
 * keyboard is says only that a key was pressed within some seconds.
 */
#define KEY "styr-last-input-was-pointer"

static void
pressed_cb (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), KEY, GINT_TO_POINTER (TRUE));
}

static gboolean
key_pressed_cb (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), KEY, NULL);
  return GDK_EVENT_PROPAGATE;
}

/**
 * styr_last_input_follow:
 * @widget: what to follow, with all that stands in it
 *
 * Begins to remember whether it is the pointer or the keyboard that is used in the widget.
 */
void
styr_last_input_follow (GtkWidget *widget)
{
  GtkGesture *click;
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  click = gtk_gesture_click_new ();
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, keys);
}

/**
 * styr_last_input_was_pointer:
 * @widget: a widget that styr_last_input_follow() follows
 *
 * Returns: whether the last press in it was one of the pointer
 */
gboolean
styr_last_input_was_pointer (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return g_object_get_data (G_OBJECT (widget), KEY) != NULL;
}
