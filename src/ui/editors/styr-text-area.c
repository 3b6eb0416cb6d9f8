/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-text-area.h"

#include "styr-widget-util.h"

/* The view cuts at the edge of its text, and lines whose height isn't whole pixels are painted up
 * to a pixel lower than they stand: below the last one there is room for its letters' tails */
#define TAIL 2

/*
 * A text view as high as its text. GtkTextView finds its height some frames after its width, and
 * outside a scrolled window of its own it may stay a line too low: forms would jump, and text be
 * cut off. This one asks Pango at once.
 */
struct _StyrTextArea
{
  GtkTextView parent_instance;

  PangoLayout *layout; /* of the text, for measuring; NULL: it changed */
};

G_DEFINE_FINAL_TYPE (StyrTextArea, styr_text_area, GTK_TYPE_TEXT_VIEW)

static PangoLayout *
get_layout (StyrTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->layout != NULL)
    return self->layout;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  return self->layout;
}

static void
forget_cb (StyrTextArea *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The view gives each paragraph whole pixels: a text of many lines is higher than Pango says. */
static int
measure_height (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int paragraph = 0, height = 0;

  do
    {
      PangoRectangle line;

      if (pango_layout_iter_get_line_readonly (iter)->is_paragraph_start)
        {
          height += PANGO_PIXELS (paragraph);
          paragraph = 0;
        }
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      paragraph += line.height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return height + PANGO_PIXELS (paragraph);
}

static GtkSizeRequestMode
styr_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
styr_text_area_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 48;
      *natural = 240;
      return;
    }
  pango_layout_set_width (get_layout (STYR_TEXT_AREA (widget)),
                          for_size > 0 ? for_size * PANGO_SCALE : -1);
  *minimum = *natural = measure_height (get_layout (STYR_TEXT_AREA (widget))) + TAIL;
}

static void
styr_text_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (styr_text_area_parent_class)->css_changed (widget, change);
  /* the font may be another */
  g_clear_object (&STYR_TEXT_AREA (widget)->layout);
}

static void
styr_text_area_dispose (GObject *object)
{
  g_clear_object (&STYR_TEXT_AREA (object)->layout);
  G_OBJECT_CLASS (styr_text_area_parent_class)->dispose (object);
}

static void
styr_text_area_class_init (StyrTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_text_area_dispose;
  widget_class->get_request_mode = styr_text_area_get_request_mode;
  widget_class->measure = styr_text_area_measure;
  widget_class->css_changed = styr_text_area_css_changed;
}

static void
styr_text_area_init (StyrTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  /* one undo for the whole program, which knows this text too */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, TAIL);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
}

/**
 * styr_text_area_new:
 *
 * Returns: (transfer floating): a text view that grows with its text; Tab leaves it
 */
GtkWidget *
styr_text_area_new (void)
{
  return g_object_new (STYR_TYPE_TEXT_AREA, NULL);
}

static gboolean
reveal_cursor_cb (gpointer view)
{
  GdkRectangle place;

  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  styr_widget_scroll_to (view, &GRAPHENE_POINT_INIT (0, place.y - 12), place.height + 36);
  return G_SOURCE_REMOVE;
}

/**
 * styr_text_area_reveal_cursor:
 * @view: a text area
 *
 * Scrolls the page to where the cursor is, after the next layout.
 */
void
styr_text_area_reveal_cursor (GtkWidget *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reveal_cursor_cb, g_object_ref (view), g_object_unref);
}
