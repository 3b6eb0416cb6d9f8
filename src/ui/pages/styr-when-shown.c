/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-when-shown.h"

/* Pages that nobody sees don't follow each change: they catch up when they are shown again. */

static void
map_cb (GtkWidget *widget, StyrShownFunc refresh)
{
  if (GPOINTER_TO_INT (g_object_steal_data (G_OBJECT (widget), "styr-stale")))
    refresh (widget);
}

/**
 * styr_when_shown:
 * @widget: (type GtkWidget): what is to be brought up to date
 * @refresh: always the same for @widget
 *
 * Calls @refresh with @widget: now if it stands on the screen, else once, before the first frame
 * that shows it.
 */
void
styr_when_shown (gpointer widget, StyrShownFunc refresh)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && refresh != NULL);

  if (gtk_widget_get_mapped (widget))
    {
      refresh (widget);
      return;
    }
  g_object_set_data (G_OBJECT (widget), "styr-stale", GINT_TO_POINTER (TRUE));
  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, map_cb, NULL) == 0)
    g_signal_connect (widget, "map", G_CALLBACK (map_cb), (gpointer) refresh);
}
