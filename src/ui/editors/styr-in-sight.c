/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-in-sight.h"

#include "styr-widget-util.h"

#define WAITING "styr-in-sight"
/* A few frames, in milliseconds */
#define SCROLLING_TIME 60

typedef struct
{
  GtkWidget *widget; /* borrowed: owns this */
  StyrInSightFunc func;
  gpointer data;
  guint id;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_clear_handle_id (&self->id, g_source_remove);
  g_free (self);
}

static gboolean
scrolled_cb (gpointer user_data)
{
  Waiting *self = g_object_steal_data (G_OBJECT (((Waiting *) user_data)->widget), WAITING);

  self->id = 0;
  if (gtk_widget_get_mapped (self->widget))
    self->func (self->data);
  waiting_free (self);
  return G_SOURCE_REMOVE;
}

/**
 * styr_in_sight_call:
 * @widget: what a popover is about to open at
 * @func: opens it
 * @data: for @func; lives as long as @widget
 *
 * Calls @func when @widget is in sight: now, or when what it stands in has scrolled there. A screen
 * reader may press what is scrolled away, and a popover can't open outside the window.
 */
void
styr_in_sight_call (GtkWidget *widget, StyrInSightFunc func, gpointer data)
{
  Waiting *waiting;

  g_return_if_fail (GTK_IS_WIDGET (widget) && func != NULL);

  if (!styr_widget_scroll_to (
          widget, &GRAPHENE_POINT_INIT (0, -12), gtk_widget_get_height (widget) + 24))
    {
      func (data);
      return;
    }
  if (g_object_get_data (G_OBJECT (widget), WAITING) != NULL)
    return;
  waiting = g_new0 (Waiting, 1);
  waiting->widget = widget;
  waiting->func = func;
  waiting->data = data;
  waiting->id = g_timeout_add (SCROLLING_TIME, scrolled_cb, waiting);
  g_object_set_data_full (G_OBJECT (widget), WAITING, waiting, waiting_free);
}
