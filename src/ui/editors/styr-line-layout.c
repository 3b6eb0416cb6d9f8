/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-line-layout.h"

/*
 * A horizontal GtkBox asks each child how wide it must be for the height that it gets, and a label
 * that wraps answers by trying widths out, each time it is laid out: half of what a form's texts
 * cost. Here children are asked for their width, and then for the height that it gives.
 */
struct _StyrLineLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean homogeneous;
};

G_DEFINE_FINAL_TYPE (StyrLineLayout, styr_line_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
first_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_child (GtkWidget *child)
{
  do
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL && !gtk_widget_should_layout (child));
  return child;
}

static GArray *
ask_widths (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = first_child (widget); child != NULL; child = next_child (child))
    {
      GtkRequestedSize size = { child, 0, 0 };

      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &size.minimum_size,
                          &size.natural_size,
                          NULL,
                          NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static void
share_equally (GArray *sizes, int width)
{
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      size->minimum_size = MAX (width / (int) sizes->len + ((int) i < width % (int) sizes->len), 0);
    }
}

/* Each gets what it asks for as far as there is room; what is left goes to those who expand. */
static void
share (GArray *sizes, int width)
{
  int n_expand = 0, rest = width;

  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      rest -= size->minimum_size;
      n_expand += gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL);
    }
  rest = gtk_distribute_natural_allocation (
      MAX (rest, 0), sizes->len, (GtkRequestedSize *) (void *) sizes->data);
  for (guint i = 0; i < sizes->len && n_expand > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;
      size->minimum_size += rest / n_expand;
      rest -= rest / n_expand;
      n_expand--;
    }
}

/* Returns: (transfer full): the children, minimum_size is the width that each gets */
static GArray *
dup_widths (StyrLineLayout *self, GtkWidget *widget, int width)
{
  GArray *sizes = ask_widths (widget);

  if (sizes->len == 0)
    return sizes;
  width -= self->spacing * ((int) sizes->len - 1);
  if (self->homogeneous)
    share_equally (sizes, width);
  else
    share (sizes, width);
  return sizes;
}

static void
measure_width (StyrLineLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = ask_widths (widget);
  int widest_minimum = 0, widest_natural = 0, n = (int) sizes->len;

  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      *minimum += size->minimum_size;
      *natural += size->natural_size;
      widest_minimum = MAX (widest_minimum, size->minimum_size);
      widest_natural = MAX (widest_natural, size->natural_size);
    }
  if (self->homogeneous)
    {
      *minimum = widest_minimum * n;
      *natural = widest_natural * n;
    }
  *minimum += self->spacing * MAX (n - 1, 0);
  *natural += self->spacing * MAX (n - 1, 0);
}

static void
measure_height (StyrLineLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = NULL;
  int least, wanted;

  if (width < 0)
    measure_width (self, widget, &least, &width);
  sizes = dup_widths (self, widget, width);
  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      gtk_widget_measure (
          size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static GtkSizeRequestMode
styr_line_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
styr_line_layout_measure (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (STYR_LINE_LAYOUT (layout), widget, minimum, natural);
  else
    measure_height (STYR_LINE_LAYOUT (layout), widget, for_size, minimum, natural);
}

static void
styr_line_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  StyrLineLayout *self = STYR_LINE_LAYOUT (layout);
  g_autoptr (GArray) sizes = dup_widths (self, widget, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int wide = size->minimum_size;

      gtk_widget_size_allocate (
          size->data, &(GtkAllocation){ is_rtl ? width - x - wide : x, 0, wide, height }, -1);
      x += wide + self->spacing;
    }
}

static void
styr_line_layout_class_init (StyrLineLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = styr_line_layout_get_request_mode;
  layout_class->measure = styr_line_layout_measure;
  layout_class->allocate = styr_line_layout_allocate;
}

static void
styr_line_layout_init (StyrLineLayout *self)
{
}

/**
 * styr_line_new:
 * @spacing: between children, in pixels
 *
 * Returns: (transfer floating): a GtkBox to append to, for lines with texts that wrap; its spacing
 * and homogeneity are the layout's
 */
GtkWidget *
styr_line_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  StyrLineLayout *layout = g_object_new (STYR_TYPE_LINE_LAYOUT, NULL);

  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}

/** All children of @line are to be as wide. */
void
styr_line_set_homogeneous (GtkWidget *line)
{
  g_return_if_fail (STYR_IS_LINE_LAYOUT (gtk_widget_get_layout_manager (line)));

  STYR_LINE_LAYOUT (gtk_widget_get_layout_manager (line))->homogeneous = TRUE;
}
