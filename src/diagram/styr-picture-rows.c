/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

/*
 * Rows of rectangles, for the templates that are made of them. Blocks of a level share its width by
 * their weights, but none gets less than its longest word needs; a level with too many blocks for
 * one row gets several.
 */

#define CELL_PAD 10.0
#define LEAST_WIDTH 84.0
#define LEAST_HEIGHT 48.0

static double
get_least_width (StyrPictureLayout *self, const StyrSlot *slot)
{
  g_auto (GStrv) words = g_strsplit (slot->block->name, " ", -1);
  double width = LEAST_WIDTH, tab = styr_picture_measure_tab (slot->block);
  StyrStateRow row;

  for (guint i = 0; words[i] != NULL; i++)
    {
      double word = styr_text_measure (words[i], STYR_PICTURE_TIGHT_NAME_SIZE, 700);

      width = MAX (width, word + 2 * CELL_PAD);
    }
  styr_picture_get_state_row (self, slot->block, &row);
  row.size = STYR_PICTURE_STATE_SIZE;
  if (!styr_state_row_is_empty (&row))
    width = MAX (width, styr_state_row_get_width (&row) + 2 * CELL_PAD);
  return MAX (width, tab + 2 * CELL_PAD);
}

static guint
get_chunk_end (guint n, guint n_rows, guint row)
{
  return (n * (row + 1) + n_rows - 1) / n_rows;
}

static gboolean
rows_fit (
    StyrPictureLayout *self, StyrSlot **slots, guint n, guint n_rows, double width, double gap)
{
  for (guint row = 0, i = 0; row < n_rows; row++)
    {
      guint end = get_chunk_end (n, n_rows, row);
      double need = ((double) end - i - 1) * gap;

      for (; i < end; i++)
        need += get_least_width (self, slots[i]);
      if (need > width)
        return FALSE;
    }
  return TRUE;
}

/** How many rows the blocks need in that width. */
guint
styr_picture_count_rows (
    StyrPictureLayout *self, StyrSlot **slots, guint n, double width, double gap)
{
  guint n_rows = 1;

  while (n_rows < n && !rows_fit (self, slots, n, n_rows, width, gap))
    n_rows++;
  return n_rows;
}

/** Gives each of some blocks beside each other its part of the width. */
void
styr_picture_share_row (
    StyrPictureLayout *self, StyrSlot **slots, guint n, double x, double width, double gap)
{
  g_autofree double *parts = g_new0 (double, n + 1);
  g_autofree gboolean *fixed = g_new0 (gboolean, n + 1);
  double room = width - (n - 1.0) * gap, weights;
  gboolean changed = TRUE;

  while (changed)
    {
      double left = room;

      weights = 0;
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        if (fixed[i])
          left -= parts[i];
        else
          weights += MAX (slots[i]->place->weight, 0.1);
      for (guint i = 0; i < n; i++)
        if (!fixed[i])
          {
            double least = get_least_width (self, slots[i]);

            parts[i] = MAX (left, 0) * MAX (slots[i]->place->weight, 0.1) / weights;
            if (parts[i] < least)
              {
                parts[i] = least;
                fixed[i] = changed = TRUE;
                break;
              }
          }
    }
  weights = 0;
  for (guint i = 0; i < n; i++)
    weights += parts[i];
  for (guint i = 0; i < n; i++)
    {
      slots[i]->left = x;
      slots[i]->right = x + parts[i] * (weights > room ? room / weights : 1);
      slots[i]->index = i;
      slots[i]->n_beside = n;
      slots[i]->ends_left = i == 0;
      slots[i]->ends_right = i == n - 1;
      x = slots[i]->right + gap;
    }
  styr_picture_even_sizes (slots, n);
}

static guint
count_level (StyrPictureLayout *self, guint first)
{
  const StyrSlot *one = self->bands->pdata[first];
  guint n = 0;

  while (first + n < self->bands->len &&
         ((const StyrSlot *) self->bands->pdata[first + n])->level == one->level)
    n++;
  return n;
}

static double
measure_row (StyrPictureLayout *self, const StyrRow *row)
{
  double height = LEAST_HEIGHT;

  for (guint i = 0; i < row->n; i++)
    {
      double cell =
          styr_picture_measure_cell (self, row->slots[i], row->slots[i]->level == 0 ? 700 : 600);

      height = MAX (height, cell);
    }
  return height;
}

/**
 * Breaks the blocks of the middle, from one of them on, into rows and gives each block its sides,
 * from the left of the shape. Returns an array of StyrRow, whose heights are what they need.
 */
GArray *
styr_picture_make_rows (StyrPictureLayout *self, guint first, double width, double gap)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (StyrRow));

  while (first < self->bands->len)
    {
      guint n = count_level (self, first);
      StyrSlot **slots = (StyrSlot **) self->bands->pdata + first;
      guint n_rows = styr_picture_count_rows (self, slots, n, width, gap);

      for (guint i = 0, done = 0; i < n_rows; i++)
        {
          StyrRow row = { .slots = slots + done, .level = slots[0]->level };

          row.n = get_chunk_end (n, n_rows, i) - done;
          row.weight = styr_picture_get_level_weight (self, (guint) row.level);
          styr_picture_share_row (self, row.slots, row.n, self->left, width, gap);
          for (guint j = 0; j < row.n; j++)
            row.slots[j]->row = (int) rows->len;
          row.need = measure_row (self, &row);
          g_array_append_val (rows, row);
          done += row.n;
        }
      first += n;
    }
  return rows;
}

/** How high the rows are together at least. */
double
styr_picture_measure_rows (const GArray *rows, double gap)
{
  double height = 0;

  for (guint i = 0; i < rows->len; i++)
    height += g_array_index (rows, StyrRow, i).need + (i > 0 ? gap : 0);
  return height;
}

/** Gives the rows their heights: what they need, and what is left over by their weights. */
void
styr_picture_place_rows (GArray *rows, double top, double bottom, double gap)
{
  double left = bottom - top - styr_picture_measure_rows (rows, gap), weights = 0, y = top;

  for (guint i = 0; i < rows->len; i++)
    weights += g_array_index (rows, StyrRow, i).weight;
  for (guint i = 0; i < rows->len; i++)
    {
      StyrRow *row = &g_array_index (rows, StyrRow, i);

      row->top = y;
      row->bottom = y + row->need + MAX (0, left) * row->weight / weights;
      for (guint j = 0; j < row->n; j++)
        {
          row->slots[j]->top = row->top;
          row->slots[j]->bottom = row->bottom;
        }
      y = row->bottom + gap;
    }
}

/** Adds a block as a rectangle with its name in the middle. */
void
styr_picture_add_cell (StyrPictureLayout *self, StyrSlot *slot, double radius, guint tint)
{
  const StyrRect rect = {
    slot->left, slot->top, slot->right - slot->left, slot->bottom - slot->top
  };
  const StyrTextPlace place = { .x = rect.x + rect.width / 2,
                                .y = rect.y + rect.height / 2,
                                .top = slot->top + 6,
                                .bottom = slot->bottom - 6,
                                .weight = slot->level == 0 ? 700 : 600 };
  StyrSceneNode *node = styr_scene_add_node (
      self->scene, "block", slot->block->id, styr_path_new_rectangle (&rect, radius));

  slot->node = (int) self->scene->nodes->len - 1;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + tint);
  styr_picture_add_tab (node, slot->block, &rect, 0, radius);
  styr_picture_add_text (self, slot, node, &place, STYR_TONE_ON_TINT + tint);
}
