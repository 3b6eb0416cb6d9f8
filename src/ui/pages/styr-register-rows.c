/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-rows.h"

/*
 * GTK 4.8 makes widgets for the first 200 rows of a list at once, seen or not. Here a table begins
 * with those that a window has room for, and gets the others a few at a time when it stands on the
 * screen and nothing else is to be done.
 */
#define FIRST_ROWS 36
#define MORE_ROWS 12
#define ALL_WIDGETS 210 /* after so many rows another row costs nothing */

typedef struct
{
  GtkSliceListModel *slice;
  guint idle_id;
  int frames; /* until the first row is to be shown */
} Rows;

static Rows *
get_rows (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), "styr-rows");
}

static gboolean
grow_cb (gpointer data)
{
  Rows *rows = data;
  guint size = gtk_slice_list_model_get_size (rows->slice) + MORE_ROWS;

  if (size < ALL_WIDGETS)
    {
      gtk_slice_list_model_set_size (rows->slice, size);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (rows->slice, G_MAXUINT);
  rows->idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *view, Rows *rows)
{
  if (rows->idle_id == 0 && gtk_slice_list_model_get_size (rows->slice) != G_MAXUINT)
    rows->idle_id = g_idle_add_full (G_PRIORITY_LOW, grow_cb, rows, NULL);
}

static void
unmap_cb (GtkWidget *view, Rows *rows)
{
  g_clear_handle_id (&rows->idle_id, g_source_remove);
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_handle_id (&rows->idle_id, g_source_remove);
  g_object_unref (rows->slice);
  g_free (rows);
}

/**
 * styr_register_rows_set:
 * @view: a table that has no rows yet
 * @rows: all of them, followed
 *
 * Shows @rows, of which one can be chosen; nothing is chosen before someone does.
 */
void
styr_register_rows_set (GtkColumnView *view, GListModel *rows)
{
  GtkSingleSelection *selection;
  Rows *self;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && get_rows (view) == NULL);
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  self = g_new0 (Rows, 1);
  self->slice = gtk_slice_list_model_new (g_object_ref (rows), 0, FIRST_ROWS);
  g_object_set_data_full (G_OBJECT (view), "styr-rows", self, rows_free);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect (view, "map", G_CALLBACK (map_cb), self);
  g_signal_connect (view, "unmap", G_CALLBACK (unmap_cb), self);
}

/** Returns: (transfer none): all rows of a table, also those that it has no room for yet */
GListModel *
styr_register_rows_get (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && get_rows (view) != NULL, NULL);
  return gtk_slice_list_model_get_model (get_rows (view)->slice);
}

/* The first frame makes room for the rows that are shown now; before that the table holds on to the
 * row that it showed, and can't be asked */
static gboolean
top_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  Rows *rows = get_rows (GTK_COLUMN_VIEW (view));

  if (--rows->frames > 0)
    return G_SOURCE_CONTINUE;
  if (adjustment != NULL && g_list_model_get_n_items (G_LIST_MODEL (rows->slice)) > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  return G_SOURCE_REMOVE;
}

/** Shows the first row, once there is room for those that are shown now. */
void
styr_register_rows_scroll_to_top (GtkColumnView *view)
{
  Rows *rows;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && get_rows (view) != NULL);

  rows = get_rows (view);
  if (rows->frames <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (view), top_cb, NULL, NULL);
  rows->frames = 2;
}
