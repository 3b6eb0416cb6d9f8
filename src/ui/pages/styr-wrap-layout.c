/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-wrap-layout.h"

/* Children on as many lines as the width asks for. GtkFlowBox reserves the height of its narrowest
 * shape, which leaves an empty band below. */
struct _StyrWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (StyrWrapLayout, styr_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

#define SPACING 6

static int
get_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Returns: the first child of the next line; what this one needs in @used, @height, and how many
 * want more in @n_expand */
static GtkWidget *
measure_line (GtkWidget *first, int width, int *used, int *height, int *n_expand)
{
  GtkWidget *child = first;

  *used = *height = *n_expand = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = get_width (child);
      if (*used > 0 && *used + SPACING + wide > width)
        return child;
      *used += (*used > 0 ? SPACING : 0) + wide;
      *height = MAX (*height, get_height (child));
      *n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  return NULL;
}

static int
measure_height (GtkWidget *widget, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int total = 0;

  while (first != NULL)
    {
      int used, height, n_expand;

      first = measure_line (first, width, &used, &height, &n_expand);
      total += height + (total > 0 ? SPACING : 0);
    }
  return total;
}

static GtkSizeRequestMode
styr_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
styr_wrap_layout_measure (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int widest = 0, together = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        widest = MAX (widest, least);
        together += get_width (child) + (together > 0 ? SPACING : 0);
      }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = together;
    }
  else
    *minimum = *natural = measure_height (widget, for_size >= 0 ? for_size : together);
}

static void
styr_wrap_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (child != NULL)
    {
      int used, high, n_expand, x = 0, spare;
      GtkWidget *next = measure_line (child, width, &used, &high, &n_expand);

      spare = n_expand > 0 ? MAX (width - used, 0) / n_expand : 0;
      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int wide;

          if (!gtk_widget_should_layout (child))
            continue;
          wide = get_width (child);
          if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            wide += spare;
          wide = MIN (wide, width);
          gtk_widget_size_allocate (
              child, &(GtkAllocation){ is_rtl ? width - x - wide : x, y, wide, high }, -1);
          x += wide + SPACING;
        }
      y += high + SPACING;
    }
}

static void
styr_wrap_layout_class_init (StyrWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = styr_wrap_layout_get_request_mode;
  layout_class->measure = styr_wrap_layout_measure;
  layout_class->allocate = styr_wrap_layout_allocate;
}

static void
styr_wrap_layout_init (StyrWrapLayout *self)
{
}

/** Returns: (transfer full): a layout that puts children on as many lines as they need */
GtkLayoutManager *
styr_wrap_layout_new (void)
{
  return g_object_new (STYR_TYPE_WRAP_LAYOUT, NULL);
}
