/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-triangle.h"

static double
sum_weights (StyrPictureLayout *self, int row)
{
  double sum = 0;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->row == row)
        sum += MAX (slot->place->weight, 0.1);
    }
  return sum;
}

static guint
count_in_row (StyrPictureLayout *self, int row)
{
  guint n = 0;

  for (guint i = 0; i < self->bands->len; i++)
    n += ((StyrSlot *) self->bands->pdata[i])->row == row;
  return n;
}

/* How many rows of blocks there are; the bands stand in their order. */
static guint
count_rows (StyrPictureLayout *self)
{
  if (self->bands->len == 0)
    return 0;
  return (guint) ((StyrSlot *) self->bands->pdata[self->bands->len - 1])->row + 1;
}

/**
 * Puts the upright borders between the blocks of one row. Their shares of its width at half height
 * go by their weights (evenness 0) or are the same for all (1).
 */
void
styr_triangle_split_band (StyrPictureLayout *self, int row, double evenness)
{
  double whole = sum_weights (self, row), width = 0, x = 0;
  guint n = count_in_row (self, row), index = 0;

  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];
      double share;

      if (slot->row != row)
        continue;
      if (index == 0)
        {
          width = ((slot->top + slot->bottom) / 2 - self->top) * self->slope * 2;
          x = self->centre - width / 2;
        }
      share = MAX (slot->place->weight, 0.1) / whole;
      share += (1.0 / n - share) * evenness;
      slot->index = index++;
      slot->n_beside = n;
      slot->ends_left = slot->index == 0;
      slot->ends_right = slot->index == n - 1;
      slot->left = slot->ends_left ? -G_MAXDOUBLE : x + STYR_PICTURE_GAP / 2;
      x += width * share;
      slot->right = slot->ends_right ? G_MAXDOUBLE : x - STYR_PICTURE_GAP / 2;
    }
}

static guint
count_in_level (StyrPictureLayout *self, int level)
{
  guint n = 0;

  for (guint i = 0; i < self->bands->len; i++)
    n += ((StyrSlot *) self->bands->pdata[i])->level == level;
  return n;
}

/* Rows of a level grow downwards with the triangle; the point itself holds one block. */
static guint
get_row_end (guint n, guint n_rows, guint row, gboolean has_point)
{
  guint base = has_point ? 0 : n_rows;
  double taken = (row + 1) * (base + (row + 2) / 2.0), all = n_rows * (base + (n_rows + 1) / 2.0);

  if (row + 1 == n_rows)
    return n;
  if (has_point && row == 0)
    return 1;
  return CLAMP ((guint) (n * taken / all + 0.5), row + 1, n - (n_rows - row - 1));
}

/** Lays a level that is too full for one row out in several, and numbers all rows anew. */
void
styr_triangle_split_level (StyrPictureLayout *self, int level, guint n_rows)
{
  guint n = count_in_level (self, level), index = 0, in_level = 0;
  int row = -1, last = -1;

  n_rows = CLAMP (n_rows, 1, MAX (n, 1));
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      if (slot->level != level)
        {
          if (i == 0 || slot->row != last ||
              ((StyrSlot *) self->bands->pdata[i - 1])->level == level)
            row++;
          last = slot->row;
          slot->row = row;
          continue;
        }
      if (index == 0)
        row++;
      else if (index >= get_row_end (n, n_rows, in_level, level == 0))
        row++, in_level++;
      slot->row = row;
      index++;
    }
}

static void
set_heights (StyrPictureLayout *self, int row, double top, double bottom)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      if (slot->row != row)
        continue;
      slot->top = top;
      slot->bottom = bottom;
    }
}

static double
get_weight (StyrPictureLayout *self, guint row)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->row == (int) row)
        return styr_picture_get_level_weight (self, (guint) slot->level);
    }
  return 1;
}

/* An apex of one block must be so high that a name finds room where it is wide enough. */
static double
get_apex_height (StyrPictureLayout *self, double room, double whole)
{
  double height = room * get_weight (self, 0) / whole;

  return count_in_row (self, 0) == 1 ? MAX (height, MIN (STYR_PICTURE_APEX_HEIGHT, room / 2))
                                     : height;
}

/** Gives each row its height, by the weights of the levels, and each block its part of the row. */
void
styr_triangle_place_bands (StyrPictureLayout *self)
{
  guint n = count_rows (self);
  double whole = 0, y = self->top, room, apex;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    whole += get_weight (self, i);
  room = self->bottom - self->top - STYR_PICTURE_GAP * (n - 1.0);
  apex = n == 1 ? room : get_apex_height (self, room, whole);
  for (guint i = 0; i < n; i++)
    {
      double rest = whole - get_weight (self, 0);
      double height = i == 0 ? apex : (room - apex) * get_weight (self, i) / rest;

      set_heights (self, (int) i, y, y + height);
      styr_triangle_split_band (self, (int) i, 0);
      y += height + STYR_PICTURE_GAP;
    }
}
