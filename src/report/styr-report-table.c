/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-page.h"

#define PAD_X 5.0
#define PAD_Y 4.0
#define SIZE 9.0
#define LEAST_SIZE 6.6
#define MAX_COLUMNS 24
#define MEASURED_ROWS 200
#define MOST_FOR_WORDS 0.3

/* A row that is higher than this may be cut by a page break; others move to the next page whole. */
#define WHOLE_ROW 260.0

typedef struct
{
  StyrPage *page;
  const StyrReportBlock *block;
  guint n;
  double size; /* of the letters, in points */
  double x[MAX_COLUMNS], width[MAX_COLUMNS];
} Table;

typedef enum
{
  ROW_HEADER,
  ROW_BODY,
  ROW_TOTAL,
} RowKind;

static gboolean
is_pairs (const Table *self)
{
  return self->block->kind == STYR_BLOCK_PAIRS;
}

static double
weight_of (const Table *self, guint column)
{
  if (is_pairs (self))
    return column == 0 ? 1 : 2.2;
  return ((const StyrReportColumn *) g_ptr_array_index (self->block->columns, column))->weight;
}

static gboolean
is_number (const Table *self, guint column)
{
  return !is_pairs (self) &&
         ((const StyrReportColumn *) g_ptr_array_index (self->block->columns, column))->number;
}

static double
first_size (const Table *self)
{
  return self->n > 7 ? SIZE - 1.2 : self->n > 5 ? SIZE - 0.6 : SIZE;
}

/* How wide the longest word is: narrower, and dates and amounts would be cut. */
static double
longest_word (Table *self, const char *text, gboolean bold)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double width = 0;

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr (PangoLayout) layout = styr_page_new_layout (
          self->page, *word, self->size, bold, styr_page_get_body (self->page));
      int pixels;

      pango_layout_get_size (layout, &pixels, NULL);
      width = MAX (width, (double) pixels / PANGO_SCALE);
    }
  return width;
}

static double
least_width (Table *self, guint column)
{
  const StyrReportColumn *spec = g_ptr_array_index (self->block->columns, column);
  double width = longest_word (self, spec->title, TRUE);

  for (guint i = 0; i < self->block->rows->len && i < MEASURED_ROWS; i++)
    width =
        MAX (width,
             longest_word (
                 self, ((char **) g_ptr_array_index (self->block->rows, i))[column], column == 0));
  return MIN (width + 2 * PAD_X + 1, styr_page_get_body (self->page) * MOST_FOR_WORDS);
}

/* Returns: how wide the columns must be together for no word to be cut */
static double
measure_least (Table *self, double *least)
{
  double needed = 0;

  for (guint i = 0; i < self->n; i++)
    {
      least[i] = is_pairs (self) ? 0 : least_width (self, i);
      needed += least[i];
    }
  return needed;
}

/* Each column gets its longest word, in smaller letters when there are many columns, and the rest
 * goes mostly to those with long texts. When not even small letters are enough, all give of what
 * they need. */
static void
set_widths (Table *self)
{
  double body = styr_page_get_body (self->page), squares = 0, least[MAX_COLUMNS], needed;
  double x = STYR_PAGE_SIDE;

  self->size = first_size (self);
  needed = measure_least (self, least);
  while (needed > body && self->size > LEAST_SIZE)
    {
      self->size = MAX (self->size - 0.6, LEAST_SIZE);
      needed = measure_least (self, least);
    }
  for (guint i = 0; i < self->n; i++)
    squares += weight_of (self, i) * weight_of (self, i);
  for (guint i = 0; i < self->n; i++)
    {
      double weight = weight_of (self, i);

      self->x[i] = x;
      self->width[i] = needed <= body ? least[i] + (body - needed) * weight * weight / squares
                                      : least[i] * body / needed;
      x += self->width[i];
    }
}

static GPtrArray *
new_layouts (Table *self, char **cells, RowKind kind)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n; i++)
    {
      gboolean bold =
          kind != ROW_BODY || (i == 0 && !is_pairs (self)) || (i == 1 && is_pairs (self));
      PangoLayout *layout =
          styr_page_new_layout (self->page, cells[i], self->size, bold, self->width[i] - 2 * PAD_X);

      if (is_number (self, i))
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      g_ptr_array_add (layouts, layout);
    }
  return layouts;
}

static double
height_of (GPtrArray *layouts)
{
  double height = 0;

  for (guint i = 0; i < layouts->len; i++)
    height = MAX (height, styr_page_measure (g_ptr_array_index (layouts, i)));
  return height + 2 * PAD_Y;
}

static void
paint_ground (Table *self, RowKind kind, double y, double height)
{
  cairo_t *cr = self->page->cr;

  if (kind == ROW_BODY)
    return;
  styr_page_ink (self->page, kind == ROW_HEADER ? &styr_ink_head : &styr_ink_tint);
  cairo_rectangle (cr, STYR_PAGE_SIDE, y, styr_page_get_body (self->page), height);
  cairo_fill (cr);
}

static void
paint_line (Table *self, double y, RowKind kind)
{
  cairo_t *cr = self->page->cr;

  styr_page_ink (self->page, kind == ROW_TOTAL ? &styr_ink_head : &styr_ink_line);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, STYR_PAGE_SIDE, y);
  cairo_line_to (cr, STYR_PAGE_SIDE + styr_page_get_body (self->page), y);
  cairo_stroke (cr);
}

static const StyrInk *
ink_of (const Table *self, RowKind kind, guint column, const char *text)
{
  if (kind == ROW_HEADER)
    return &styr_ink_white;
  if ((is_pairs (self) && column == 0) || g_strcmp0 (text, styr_report_not_filled_in ()) == 0)
    return &styr_ink_muted;
  return &styr_ink_text;
}

/* Shows the row's cells from their next lines on; FALSE when something is left for the next page.
 */
static gboolean
show_part (Table *self, GPtrArray *layouts, int *lines, RowKind kind, double room, double *height)
{
  gboolean done = TRUE;
  double used, y = self->page->y;

  *height = 0;
  styr_page_tag (self->page, "TR");
  for (guint i = 0; i < self->n; i++)
    {
      PangoLayout *layout = g_ptr_array_index (layouts, i);
      const char *tag = kind == ROW_HEADER || i == 0 ? "TH" : "TD";

      styr_page_tag (self->page, tag);
      styr_page_ink (self->page, ink_of (self, kind, i, pango_layout_get_text (layout)));
      if (lines[i] >= 0)
        {
          lines[i] = styr_page_show_lines (
              self->page, layout, self->x[i] + PAD_X, y + PAD_Y, lines[i], room - 2 * PAD_Y, &used);
          *height = MAX (*height, used + 2 * PAD_Y);
        }
      styr_page_untag (self->page, tag);
      done = done && lines[i] < 0;
    }
  styr_page_untag (self->page, "TR");
  return done;
}

static void show_header (Table *self);

static void
show_row (Table *self, char **cells, RowKind kind)
{
  g_autoptr (GPtrArray) layouts = new_layouts (self, cells, kind);
  double full = height_of (layouts), height = 0;
  int lines[MAX_COLUMNS] = { 0 };
  gboolean done = FALSE;

  if (full > styr_page_get_room (self->page) &&
      (full <= WHOLE_ROW || styr_page_get_room (self->page) < 60))
    {
      styr_page_next (self->page);
      show_header (self);
    }
  while (!done)
    {
      double room = styr_page_get_room (self->page);

      paint_ground (self, kind, self->page->y, MIN (full, room));
      if (kind == ROW_TOTAL)
        paint_line (self, self->page->y, kind);
      done = show_part (self, layouts, lines, kind, room, &height);
      self->page->y += height;
      paint_line (self, self->page->y, ROW_BODY);
      if (!done)
        {
          styr_page_next (self->page);
          show_header (self);
        }
    }
}

static void
show_header (Table *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autoptr (GPtrArray) layouts = NULL;
  int lines[MAX_COLUMNS] = { 0 };
  double height;

  if (is_pairs (self))
    return;
  for (guint i = 0; i < self->n; i++)
    g_strv_builder_add (
        builder, ((const StyrReportColumn *) g_ptr_array_index (self->block->columns, i))->title);
  titles = g_strv_builder_end (builder);
  layouts = new_layouts (self, titles, ROW_HEADER);
  paint_ground (self, ROW_HEADER, self->page->y, height_of (layouts));
  show_part (self, layouts, lines, ROW_HEADER, styr_page_get_height (self->page), &height);
  self->page->y += height;
}

static void
show_caption (Table *self)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (self->block->text == NULL || self->block->quiet || is_pairs (self))
    return;
  layout = styr_page_new_layout (
      self->page, self->block->text, 8.5, FALSE, styr_page_get_body (self->page));
  styr_page_ink (self->page, &styr_ink_muted);
  styr_page_flow (self->page, layout, "Caption", STYR_PAGE_SIDE);
  self->page->y += 3;
}

/** Shows a table, or words and values, over as many pages as it takes; the header stands on each.
 */
void
styr_page_add_table (StyrPage *self, const StyrReportBlock *block)
{
  Table table = { .page = self, .block = block };

  table.n = MIN (block->kind == STYR_BLOCK_PAIRS ? 2 : block->columns->len, MAX_COLUMNS);
  if (block->rows->len == 0 || table.n == 0)
    return;
  set_widths (&table);
  self->y += 6;
  if (styr_page_get_room (self) < 90)
    styr_page_next (self);
  styr_page_tag (self, "Table");
  show_caption (&table);
  show_header (&table);
  for (guint i = 0; i < block->rows->len; i++)
    show_row (&table,
              g_ptr_array_index (block->rows, i),
              block->has_total && i + 1 == block->rows->len ? ROW_TOTAL : ROW_BODY);
  styr_page_untag (self, "Table");
  self->y += 10;
}
