/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#define HALF_WIDTH 400.0
#define HEAD_WIDTH 112.0
#define MOST_HEAD_WIDTH 210.0
#define PAD 8.0
#define GAP 10.0 /* between the table's rows */
#define CELL_GAP 7.0
#define CELL_RADIUS 7.0
#define ROW_RADIUS 11.0
#define TITLE_HEIGHT 26.0
#define COLUMN_GAP 14.0
#define LEAST_HEIGHT 92.0

/* One row of the table: a level, and its blocks under "what" and under "how" when the table has
 * these columns, else all in one. */
typedef struct
{
  StyrSlot **slots; /* those under "what" first */
  guint n[2], n_lines[2];
  double line_height[2], need, top, bottom;
} TableRow;

static gboolean
is_how (StyrPictureLayout *self, const StyrSlot *slot)
{
  const StyrLevel *level = self->levels->pdata[slot->level];
  const char *what_how = slot->block->what_how != NULL ? slot->block->what_how : level->what_how;

  return g_strcmp0 (what_how, "how") == 0;
}

static gboolean
has_columns (StyrPictureLayout *self)
{
  guint n_how = 0;

  if (self->picture->what_label == NULL || self->picture->how_label == NULL)
    return FALSE;
  for (guint i = 0; i < self->bands->len; i++)
    n_how += is_how (self, self->bands->pdata[i]);
  return n_how > 0 && n_how < self->bands->len;
}

/* The heads are as wide as the longest word in them. */
static double
get_head_width (StyrPictureLayout *self)
{
  double width = HEAD_WIDTH;

  for (guint i = 0; i < self->levels->len; i++)
    {
      const StyrLevel *level = self->levels->pdata[i];
      g_auto (GStrv) words = g_strsplit (level->name, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        width = MAX (
            width, styr_text_measure (words[j], STYR_PICTURE_SMALL_CARD_SIZE, 700) + 2 * PAD + 14);
    }
  return MIN (width, MOST_HEAD_WIDTH);
}

static double
get_column (StyrPictureLayout *self, double left, guint column, double *width)
{
  double head = get_head_width (self), x = left + head;
  double whole = 2 * HALF_WIDTH - head - PAD;

  *width = has_columns (self) ? (whole - COLUMN_GAP) / 2 : whole;
  return x + column * (*width + COLUMN_GAP);
}

static void
measure_lines (StyrPictureLayout *self, TableRow *row, guint column, double left)
{
  StyrSlot **slots = row->slots + (column == 0 ? 0 : row->n[0]);
  guint n = row->n[column];
  double width, x = get_column (self, left, column, &width);

  row->n_lines[column] = n > 0 ? styr_picture_count_rows (self, slots, n, width, CELL_GAP) : 0;
  for (guint i = 0, done = 0; i < row->n_lines[column]; i++)
    {
      guint end = (n * (i + 1) + row->n_lines[column] - 1) / row->n_lines[column];

      styr_picture_share_row (self, slots + done, end - done, x, width, CELL_GAP);
      for (; done < end; done++)
        row->line_height[column] = MAX (
            row->line_height[column],
            styr_picture_measure_cell (self, slots[done], slots[done]->level == 0 ? 700 : 600));
    }
  row->need = MAX (
      row->need, row->n_lines[column] * (row->line_height[column] + CELL_GAP) - CELL_GAP + 2 * PAD);
}

/* Sorts the blocks of a level by column; the order within each stays. */
static void
sort_columns (StyrPictureLayout *self, TableRow *row, guint n)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint column = 0; column < 2; column++)
    for (guint i = 0; i < n; i++)
      if ((has_columns (self) && is_how (self, row->slots[i])) == (column == 1))
        {
          g_ptr_array_add (sorted, row->slots[i]);
          row->n[column]++;
        }
  for (guint i = 0; i < n; i++)
    row->slots[i] = sorted->pdata[i];
}

static GArray *
make_rows (StyrPictureLayout *self, double left)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (TableRow));

  for (guint i = 0; i < self->bands->len;)
    {
      const StyrSlot *first = self->bands->pdata[i];
      TableRow row = { .slots = (StyrSlot **) self->bands->pdata + i, .need = LEAST_HEIGHT };
      guint n = 0;

      while (i + n < self->bands->len &&
             ((const StyrSlot *) self->bands->pdata[i + n])->level == first->level)
        n++;
      sort_columns (self, &row, n);
      measure_lines (self, &row, 0, left);
      measure_lines (self, &row, 1, left);
      g_array_append_val (rows, row);
      i += n;
    }
  return rows;
}

static double
get_titles_height (StyrPictureLayout *self)
{
  return has_columns (self) ? TITLE_HEIGHT : 0;
}

static void
measure_scorecard (StyrPictureLayout *self)
{
  g_autoptr (GArray) rows = make_rows (self, 0);

  self->shape_width = 2 * HALF_WIDTH;
  self->shape_height = get_titles_height (self);
  for (guint i = 0; i < rows->len; i++)
    self->shape_height += g_array_index (rows, TableRow, i).need + (i > 0 ? GAP : 0);
}

static double
get_head_room (guint line, guint n_lines, double size, gpointer data)
{
  return get_head_width (data) - 2 * PAD - 10;
}

/* The head of a row: the level's name. */
static void
add_head (StyrPictureLayout *self, const TableRow *row)
{
  const StyrLevel *level = self->levels->pdata[row->slots[0]->level];
  const double sizes[] = { STYR_PICTURE_CARD_SIZE, STYR_PICTURE_SMALL_CARD_SIZE };
  const StyrRect rect = { self->left, row->top, self->right - self->left, row->bottom - row->top };
  StyrFittedText text;
  double y;

  styr_scene_note (
      self->scene,
      styr_mark_new_path (
          styr_path_new_rectangle (&rect, ROW_RADIUS), STYR_TONE_NONE, STYR_TONE_HAIRLINE, 1));
  styr_text_fit (
      &text, level->name, NULL, sizes, G_N_ELEMENTS (sizes), 700, 4, get_head_room, self);
  y = (row->top + row->bottom - text.n_lines * text.size * STYR_TEXT_LINE_HEIGHT) / 2;
  for (guint i = 0; i < text.n_lines; i++)
    styr_scene_note (self->scene,
                     styr_mark_new_text (text.lines[i],
                                         self->left + PAD + 6,
                                         y + (i + 0.82) * text.size * STYR_TEXT_LINE_HEIGHT,
                                         0,
                                         text.size,
                                         700,
                                         STYR_TONE_INK));
  styr_fitted_text_clear (&text);
}

static void
add_cells (StyrPictureLayout *self, TableRow *row, guint column)
{
  StyrSlot **slots = row->slots + (column == 0 ? 0 : row->n[0]);
  guint n = row->n[column], n_lines = row->n_lines[column];
  double height =
      (row->bottom - row->top - 2 * PAD - CELL_GAP * (n_lines - 1.0)) / MAX (n_lines, 1);

  for (guint i = 0, done = 0; i < n_lines; i++)
    for (guint end = (n * (i + 1) + n_lines - 1) / n_lines; done < end; done++)
      {
        StyrSlot *slot = slots[done];

        slot->top = row->top + PAD + i * (height + CELL_GAP);
        slot->bottom = slot->top + height;
        slot->ends_left = slot->ends_left && i == 0 && (column == 0 || row->n[0] == 0);
        slot->ends_right = slot->ends_right && i == 0 && (column == 1 || row->n[1] == 0);
        styr_picture_add_cell (self, slot, CELL_RADIUS, styr_picture_choose_tint (self, slot));
      }
}

static void
add_titles (StyrPictureLayout *self)
{
  const char *const titles[] = { self->picture->what_label, self->picture->how_label };

  for (guint column = 0; has_columns (self) && column < 2; column++)
    {
      double width, x = get_column (self, self->left, column, &width);

      styr_scene_note (self->scene,
                       styr_mark_new_text (titles[column],
                                           x + width / 2,
                                           self->top + TITLE_HEIGHT - 10,
                                           0.5,
                                           STYR_PICTURE_CARD_SIZE,
                                           700,
                                           STYR_TONE_MUTED));
    }
}

static void
add_scorecard (StyrPictureLayout *self)
{
  g_autoptr (GArray) rows = make_rows (self, self->left);
  double y = self->top + get_titles_height (self), extra;

  extra = self->bottom - self->top - self->shape_height;
  add_titles (self);
  for (guint i = 0; i < rows->len; i++)
    {
      TableRow *row = &g_array_index (rows, TableRow, i);

      row->top = y;
      row->bottom = y + row->need + MAX (0, extra) / rows->len;
      for (guint j = 0; j < row->n[0] + row->n[1]; j++)
        row->slots[j]->row = (int) i;
      add_head (self, row);
      add_cells (self, row, 0);
      add_cells (self, row, 1);
      y = row->bottom + GAP;
    }
  styr_picture_add_corner (self, self->left, self->bottom);
  styr_picture_add_corner (self, self->left, self->top);
  styr_picture_add_corner (self, self->right, self->top);
  styr_picture_add_corner (self, self->right, self->bottom);
}

/* Lines end at the row, not to cross its head. */
static double
get_side (StyrPictureLayout *self, const StyrSlot *slot, double y, gboolean right)
{
  return right ? self->right : self->left;
}

/** A table: a row for each level, its blocks as cells, with columns for what and how. */
const StyrTemplate styr_scorecard_template = {
  .name = "scorecard",
  .stretches = TRUE,
  .stacked = TRUE,
  .steps = TRUE,
  .beside = STYR_PICTURE_EDGE + STYR_PICTURE_GUTTER,
  .measure = measure_scorecard,
  .add = add_scorecard,
  .side_at = get_side,
};
