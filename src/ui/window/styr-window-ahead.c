/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-diagram-page.h"
#include "styr-pages.h"
#include "styr-window-private.h"

/*
 * Pages are made before they are asked for, when the window has been left in peace for a while, so
 * that who goes to one finds it there. One step at a time: a page is made, and a moment later, when
 * it has got its style, it is laid out.
 */

#define FIRST_MS 300
#define NEXT_MS 80

static const StyrPage *
find_missing (StyrWindow *self)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (pages[i].ahead && gtk_stack_get_child_by_name (self->pages, pages[i].id) == NULL)
      return &pages[i];
  return NULL;
}

/* Texts are most of what a page costs, and GTK keeps their sizes until something in the page
 * changes: it gets the place now that it is going to have. */
static void
lay_out (StyrWindow *self, GtkWidget *page)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->pages));
  int height = gtk_widget_get_height (GTK_WIDGET (self->pages));
  int least_width, least_height;

  if (STYR_IS_DIAGRAM_PAGE (page))
    styr_diagram_page_prepare (STYR_DIAGRAM_PAGE (page));
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (page, width, MAX (height, least_height), -1, NULL);
}

static gboolean
step_cb (gpointer data)
{
  StyrWindow *self = data;
  GtkWidget *made = self->made_ahead;
  const StyrPage *missing;

  self->ahead_id = 0;
  self->made_ahead = NULL;
  if (self->workspace == NULL || styr_workspace_get_model (self->workspace) == NULL)
    return G_SOURCE_REMOVE;
  if (made != NULL)
    lay_out (self, made);
  missing = find_missing (self);
  if (made == NULL && missing != NULL)
    self->made_ahead = styr_window_find_or_create_page (self, missing);
  if (missing != NULL)
    self->ahead_id = g_timeout_add_full (G_PRIORITY_LOW, NEXT_MS, step_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/** Begins, or puts off what was begun, to make the pages that haven't been shown. */
void
styr_window_make_pages_ahead (StyrWindow *self)
{
  g_return_if_fail (STYR_IS_WINDOW (self));

  g_clear_handle_id (&self->ahead_id, g_source_remove);
  if (find_missing (self) != NULL || self->made_ahead != NULL)
    self->ahead_id = g_timeout_add_full (G_PRIORITY_LOW, FIRST_MS, step_cb, self, NULL);
}

/** The pages go, or the window. */
void
styr_window_stop_ahead (StyrWindow *self)
{
  g_return_if_fail (STYR_IS_WINDOW (self));

  g_clear_handle_id (&self->ahead_id, g_source_remove);
  self->made_ahead = NULL;
}
