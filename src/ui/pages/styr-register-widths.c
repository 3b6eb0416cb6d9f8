/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-widths.h"

#include "styr-register.h"

#include <glib/gi18n-lib.h>

/* Which of a register's chosen columns a window has room for, and how wide they are. */

/* What a cell has beside its text, in pixels */
#define PADDING 20
#define LEAST_EXPANDING 24 /* characters */
/* A column of text that is this wide (characters) holds names and sentences, which have no width of
 * their own: it becomes narrower where there is little room, and wider where there is much, once
 * the expanding one has enough */
#define ELASTIC 15
#define LEAST_SHARE 0.66
#define MOST_SHARE 1.7
#define ENOUGH 56

/* A column while the room is shared */
typedef struct
{
  GtkColumnViewColumn *column; /* the view keeps it */
  const StyrRegisterColumn *kind;
  int own, least, most;
} Share;

static const StyrRegisterColumn *
get_kind (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "styr-column");
}

/** Says whether the column is to be shown where there is room for it. */
void
styr_register_widths_choose (GtkColumnViewColumn *column, gboolean is_chosen)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data (G_OBJECT (column), "styr-chosen", GINT_TO_POINTER (is_chosen));
  gtk_column_view_column_set_visible (column, styr_register_widths_is_shown (column));
}

/** Whether the column is one of those that are to be shown. */
gboolean
styr_register_widths_is_chosen (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), FALSE);

  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "styr-chosen"));
}

static gboolean
is_lent (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "styr-lent"));
}

/** Says whether the column is needed now, chosen or not: what is searched for is seen in it. */
void
styr_register_widths_lend (GtkColumnViewColumn *column, gboolean is_needed)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data (G_OBJECT (column), "styr-lent", GINT_TO_POINTER (is_needed));
  gtk_column_view_column_set_visible (column, styr_register_widths_is_shown (column));
}

/** Whether the column is chosen, or needed now. */
gboolean
styr_register_widths_is_shown (GtkColumnViewColumn *column)
{
  return styr_register_widths_is_chosen (column) || is_lent (column);
}

/** Says that somebody has chosen the columns: all of them are shown then, and the view scrolls. */
void
styr_register_widths_set_own (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_object_set_data (G_OBJECT (view), "styr-own-columns", GINT_TO_POINTER (TRUE));
}

static int
measure_character (GtkWidget *view)
{
  PangoContext *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static int
measure_title (GtkColumnView *view, const StyrRegisterColumn *kind)
{
  g_autoptr (PangoLayout) title =
      gtk_widget_create_pango_layout (GTK_WIDGET (view), _ (kind->title));
  int width;

  pango_layout_get_pixel_size (title, &width, NULL);
  return width + PADDING;
}

/* As wide as its kind says, or as its title asks for; a width that somebody dragged is kept */
static Share
measure (GtkColumnView *view, GtkColumnViewColumn *column, int character)
{
  const StyrRegisterColumn *kind = get_kind (column);
  int fixed = gtk_column_view_column_get_fixed_width (column);
  int last = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "styr-width"));
  int title = measure_title (view, kind);
  int width = (kind->expand > 0 ? LEAST_EXPANDING : kind->width) * character + PADDING;
  Share share = { column, kind, MAX (width, title), 0, 0 };

  if (fixed >= 0 && fixed != last)
    share.own = fixed;
  share.least = share.most = share.own;
  if (fixed >= 0 && fixed != last)
    return share;
  if (kind->expand > 0)
    share.most = MAX (ENOUGH * character + PADDING, share.own);
  else if (kind->kind == STYR_COLUMN_TEXT && kind->width >= ELASTIC)
    {
      share.least = MAX ((int) (width * LEAST_SHARE), title);
      share.most = (int) (share.own * MOST_SHARE);
    }
  return share;
}

static GArray *
measure_chosen (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  int character = measure_character (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (styr_register_widths_is_shown (column))
        {
          Share share = measure (view, column, character);

          g_array_append_val (shares, share);
        }
    }
  return shares;
}

static int
add_up (GArray *shares, gboolean least)
{
  int sum = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);

      sum += least ? share->least : share->own;
    }
  return sum;
}

/* What there is no room for goes from the end, where the less important columns are. A row says all
 * of it when it is opened. */
static void
set_aside (GtkColumnView *view, GArray *shares, int width)
{
  gboolean all = g_object_get_data (G_OBJECT (view), "styr-own-columns") != NULL;

  for (guint i = 0; i < shares->len; i++)
    gtk_column_view_column_set_visible (g_array_index (shares, Share, i).column, TRUE);
  for (guint i = shares->len; !all && i > 1 && add_up (shares, TRUE) > width; i--)
    if (g_array_index (shares, Share, i - 1).kind->expand == 0 &&
        !is_lent (g_array_index (shares, Share, i - 1).column))
      {
        gtk_column_view_column_set_visible (g_array_index (shares, Share, i - 1).column, FALSE);
        g_array_remove_index (shares, i - 1);
      }
}

static void
set_width (const Share *share, int width)
{
  g_object_set_data (G_OBJECT (share->column), "styr-width", GINT_TO_POINTER (width));
  if (gtk_column_view_column_get_fixed_width (share->column) != width)
    gtk_column_view_column_set_fixed_width (share->column, width);
}

/* Each gets some of what is missing or left, by how far it can go */
static int
share_out (GArray *shares, int missing, gboolean expanding)
{
  int slack = 0, given = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);

      if (missing > 0)
        slack += share->own - share->least;
      else if ((share->kind->expand > 0) == expanding)
        slack += share->most - share->own;
    }
  for (guint i = 0; slack > 0 && i < shares->len; i++)
    {
      Share *share = &g_array_index (shares, Share, i);
      int amount = MIN (ABS (missing), slack);
      int more = 0;

      if (missing > 0)
        more = -(share->own - share->least) * amount / slack;
      else if ((share->kind->expand > 0) == expanding)
        more = (share->most - share->own) * amount / slack;
      share->own += more;
      given += more;
    }
  return given;
}

/**
 * styr_register_widths_fit:
 * @width: of the view, in pixels
 *
 * Makes the columns fill the view: columns of text, the one that expands above all, get what the
 * others leave, and where there is little room they become narrower and the last ones are set
 * aside. GTK 4.8 gives an expanding column no more than its natural width.
 */
void
styr_register_widths_fit (GtkColumnView *view, int width)
{
  g_autoptr (GArray) shares = NULL;
  int missing;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  if (width <= 0)
    return;
  shares = measure_chosen (view);
  set_aside (view, shares, width);
  missing = add_up (shares, FALSE) - width;
  missing += share_out (shares, missing, TRUE);
  if (missing < 0)
    missing += share_out (shares, missing, FALSE);
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      int more = share->kind->expand > 0 ? MAX (-missing, 0) : 0;

      set_width (share, share->own + more);
      missing += more;
    }
}
