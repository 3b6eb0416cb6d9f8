/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-page.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

const StyrInk styr_ink_text = { 0.141, 0.122, 0.192 };
const StyrInk styr_ink_muted = { 0.369, 0.361, 0.392 };
const StyrInk styr_ink_head = { 0.169, 0.290, 0.420 };
const StyrInk styr_ink_line = { 0.753, 0.784, 0.824 };
const StyrInk styr_ink_tint = { 0.933, 0.949, 0.969 };
const StyrInk styr_ink_white = { 1, 1, 1 };

/** How wide the paper is, in points. */
double
styr_page_get_width (const StyrPage *self)
{
  return self->report->is_landscape ? STYR_PAGE_LONG : STYR_PAGE_SHORT;
}

/** How high the paper is, in points. */
double
styr_page_get_height (const StyrPage *self)
{
  return self->report->is_landscape ? STYR_PAGE_SHORT : STYR_PAGE_LONG;
}

/** How wide what is written on the paper may be, in points. */
double
styr_page_get_body (const StyrPage *self)
{
  return styr_page_get_width (self) - 2 * STYR_PAGE_SIDE;
}

/** Sets the colour of what is painted next. */
void
styr_page_ink (StyrPage *self, const StyrInk *ink)
{
  cairo_set_source_rgb (self->cr, ink->red, ink->green, ink->blue);
}

/** A wrapped text; sizes and @width in points. (transfer full) */
PangoLayout *
styr_page_new_layout (StyrPage *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font =
      pango_font_description_from_string ("Cantarell, Noto Sans, DejaVu Sans, Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

/** The text's height in points. */
double
styr_page_measure (PangoLayout *layout)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  return (double) box.height / PANGO_SCALE;
}

/** How much of the page is left. */
double
styr_page_get_room (StyrPage *self)
{
  return styr_page_get_height (self) - STYR_PAGE_BOTTOM - self->y;
}

/** Begins a structure element of the tagged PDF; a page break must not come before its end unless
 * it holds only other elements. */
void
styr_page_tag (StyrPage *self, const char *tag)
{
  cairo_tag_begin (self->cr, tag, NULL);
}

void
styr_page_untag (StyrPage *self, const char *tag)
{
  cairo_tag_end (self->cr, tag);
}

static void
show_small (StyrPage *self, const char *text, double y, PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout =
      styr_page_new_layout (self, text, 8.5, FALSE, styr_page_get_body (self));

  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  styr_page_ink (self, &styr_ink_muted);
  cairo_move_to (self->cr, STYR_PAGE_SIDE, y);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_rule (StyrPage *self, double y)
{
  styr_page_ink (self, &styr_ink_line);
  cairo_set_line_width (self->cr, 0.6);
  cairo_move_to (self->cr, STYR_PAGE_SIDE, y);
  cairo_line_to (self->cr, styr_page_get_width (self) - STYR_PAGE_SIDE, y);
  cairo_stroke (self->cr);
}

/** Paints what every page has, above and below. */
void
styr_page_begin (StyrPage *self)
{
  g_autofree char *label = g_strdup_printf ("%d", self->page);
  /* Translators: the foot of a page: its number and how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), self->page, self->n_pages);
  double foot = styr_page_get_height (self) - STYR_PAGE_BOTTOM + 20;

  cairo_pdf_surface_set_page_label (self->surface, label);
  if (self->page > 1)
    {
      show_small (self, self->report->municipality, 34, PANGO_ALIGN_LEFT);
      if (self->report->unit != NULL)
        show_small (self, self->report->unit, 34, PANGO_ALIGN_RIGHT);
      draw_rule (self, 50);
    }
  draw_rule (self, foot - 6);
  show_small (self, self->report->date, foot, PANGO_ALIGN_LEFT);
  if (self->report->is_example)
    show_small (self, _ ("Example data"), foot, PANGO_ALIGN_CENTER);
  show_small (self, number, foot, PANGO_ALIGN_RIGHT);
  self->y = STYR_PAGE_TOP;
}

/** Goes on at the top of a new page. */
void
styr_page_next (StyrPage *self)
{
  cairo_show_page (self->cr);
  self->page++;
  styr_page_begin (self);
}

/**
 * styr_page_show_lines:
 * @first: the first line to show
 * @room: how high they may become
 * @used: (out): how high they became
 *
 * Returns: the line after the last one shown, -1 when it was the text's last
 */
int
styr_page_show_lines (
    StyrPage *self, PangoLayout *layout, double x, double y, int first, double room, double *used)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0, shown = first, top = 0, start = -1;

  do
    {
      PangoRectangle box;
      int baseline = pango_layout_iter_get_baseline (iter), line_top, line_bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      pango_layout_iter_get_line_yrange (iter, &line_top, &line_bottom);
      if (line++ < first)
        continue;
      if (start < 0)
        start = line_top;
      if ((double) (line_bottom - start) / PANGO_SCALE > room)
        break;
      cairo_move_to (self->cr,
                     x + (double) box.x / PANGO_SCALE,
                     y + (double) (baseline - start) / PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      top = line_bottom;
      shown = line;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  *used = start >= 0 && top > 0 ? (double) (top - start) / PANGO_SCALE : 0;
  return shown >= pango_layout_get_line_count (layout) ? -1 : shown;
}

/** Shows a text from here on, over as many pages as it takes; its element is closed and opened
 * around each page break. */
void
styr_page_flow (StyrPage *self, PangoLayout *layout, const char *tag, double x)
{
  int line = 0;

  while (line >= 0)
    {
      double used;
      int next;

      styr_page_tag (self, tag);
      next =
          styr_page_show_lines (self, layout, x, self->y, line, styr_page_get_room (self), &used);
      styr_page_untag (self, tag);
      self->y += used;
      if (next == line && self->y <= STYR_PAGE_TOP)
        break; /* a line higher than a page: nothing more can be done */
      line = next;
      if (line >= 0)
        styr_page_next (self);
    }
}
