/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-private.h"

#include <math.h>

/* One notch of a wheel. */
#define ZOOM_STEP 1.15
#define PAN_STEP 48.0

typedef struct
{
  StyrCanvas *canvas;
  double x, y; /* pointer */
  double last_x, last_y;
  double last_scale;
  gboolean is_drag;
} Input;

static void
enter_cb (Input *input, double x, double y)
{
  input->x = x;
  input->y = y;
}

static void
motion_cb (Input *input, double x, double y)
{
  /* GTK repeats the last motion when what is under the pointer was laid out anew. */
  if (x != input->x || y != input->y)
    styr_canvas_pointer_moved (input->canvas);
  input->x = x;
  input->y = y;
}

static gboolean
scroll_cb (Input *input, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) != 0)
    styr_canvas_zoom (input->canvas, pow (ZOOM_STEP, -dy), input->x, input->y);
  else if ((state & GDK_SHIFT_MASK) != 0)
    styr_canvas_pan (input->canvas, -dy * PAN_STEP, -dx * PAN_STEP);
  else
    styr_canvas_pan (input->canvas, -dx * PAN_STEP, -dy * PAN_STEP);
  return TRUE;
}

static void
drag_begin_cb (Input *input, double x, double y, GtkGestureDrag *drag)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag));

  if (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_MIDDLE)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  input->last_x = input->last_y = 0;
  input->is_drag = FALSE;
}

static void
drag_update_cb (Input *input, double x, double y, GtkGestureDrag *drag)
{
  GtkWidget *widget = GTK_WIDGET (input->canvas);

  if (!input->is_drag)
    {
      /* A hand is never quite still when it clicks. */
      if (!gtk_drag_check_threshold (widget, 0, 0, (int) x, (int) y))
        return;
      input->is_drag = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (widget, "grabbing");
    }
  styr_canvas_pan (input->canvas, x - input->last_x, y - input->last_y);
  input->last_x = x;
  input->last_y = y;
}

static void
drag_end_cb (Input *input, double x, double y, GtkGestureDrag *drag)
{
  if (input->is_drag)
    gtk_widget_set_cursor (GTK_WIDGET (input->canvas), NULL);
  input->is_drag = FALSE;
}

static void
pinch_begin_cb (Input *input, GdkEventSequence *sequence, GtkGesture *gesture)
{
  input->last_scale = 1;
}

static void
pinch_cb (Input *input, double scale, GtkGestureZoom *zoom)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (zoom), &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (zoom), GTK_EVENT_SEQUENCE_CLAIMED);
  styr_canvas_zoom (input->canvas, scale / input->last_scale, x, y);
  input->last_scale = scale;
}

static void
menu_cb (Input *input, int n_press, double x, double y, GtkGestureClick *click)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  styr_canvas_open_menu (input->canvas, x, y);
}

static void
add (StyrCanvas *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

/**
 * styr_canvas_add_input:
 * @self: a canvas
 *
 * Gives it what a pointer and fingers do: Ctrl + wheel and pinch zoom where the pointer is, wheel
 * and drag pan, the secondary button opens the menu. Keys are in the class of the canvas.
 */
void
styr_canvas_add_input (StyrCanvas *self)
{
  Input *input;
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (STYR_IS_CANVAS (self));

  input = g_new0 (Input, 1);
  input->canvas = self;
  g_object_set_data_full (G_OBJECT (self), "styr-canvas-input", input, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), input);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), input);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), input);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), input);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), input);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), input);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), input);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), input);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_cb), input);
  add (self, motion);
  add (self, scroll);
  add (self, drag);
  add (self, pinch);
  add (self, click);
}
