/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <string.h>

static void
free_slot (StyrSlot *self)
{
  g_array_unref (self->notches_above);
  g_array_unref (self->notches_below);
  g_free (self);
}

static StyrSlot *
new_slot (const StyrBlock *block, const StyrPlace *place)
{
  StyrSlot *self = g_new0 (StyrSlot, 1);

  self->block = block;
  self->place = place;
  self->node = -1;
  self->notches_above = g_array_new (FALSE, FALSE, sizeof (StyrNotch));
  self->notches_below = g_array_new (FALSE, FALSE, sizeof (StyrNotch));
  return self;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const StyrSlot *one = *(StyrSlot *const *) a, *other = *(StyrSlot *const *) b;

  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  if (one->place->order != other->place->order)
    return one->place->order < other->place->order ? -1 : 1;
  return strcmp (one->block->id, other->block->id);
}

static gboolean
level_has_bands (StyrPictureLayout *self, const StyrLevel *level)
{
  for (guint i = 0; self->picture->places != NULL && i < self->picture->places->len; i++)
    {
      const StyrPlace *place = self->picture->places->pdata[i];

      if (place->axis == STYR_AXIS_MIDDLE && g_strcmp0 (place->level, level->id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A card may stand beside a level that has no band of its own: then it stands where that level
 * would have been. */
static int
find_level (StyrPictureLayout *self, const char *id)
{
  GPtrArray *all = styr_model_get_levels (self->model);
  int found = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const StyrLevel *level = all->pdata[i];

      for (guint j = 0; j < self->levels->len; j++)
        if (self->levels->pdata[j] == level)
          found = (int) j;
      if (g_strcmp0 (level->id, id) == 0)
        return found;
    }
  return (int) self->levels->len / 2;
}

static GPtrArray *
list_of (StyrPictureLayout *self, StyrAxis axis)
{
  switch (axis)
    {
    case STYR_AXIS_LEFT:
      return self->lefts;
    case STYR_AXIS_RIGHT:
      return self->rights;
    case STYR_AXIS_BASE:
      return self->bases;
    case STYR_AXIS_MIDDLE:
    default:
      return self->bands;
    }
}

/** Sorts the model's blocks into bands, columns and strip. Free with styr_picture_clear_slots(). */
void
styr_picture_make_slots (StyrPictureLayout *self)
{
  GPtrArray *levels = styr_model_get_levels (self->model);
  GPtrArray *places = self->picture->places;

  self->levels = g_ptr_array_new ();
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slot);
  self->lefts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slot);
  self->rights = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slot);
  self->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slot);
  for (guint i = 0; i < levels->len; i++)
    if (level_has_bands (self, levels->pdata[i]))
      g_ptr_array_add (self->levels, levels->pdata[i]);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const StyrPlace *place = places->pdata[i];
      StyrSlot *slot = new_slot (styr_model_find_block (self->model, place->block), place);

      slot->level = place->axis == STYR_AXIS_BASE ? 0 : find_level (self, place->level);
      g_ptr_array_add (list_of (self, place->axis), slot);
    }
  g_ptr_array_sort (self->bands, compare_slots);
  g_ptr_array_sort (self->lefts, compare_slots);
  g_ptr_array_sort (self->rights, compare_slots);
  g_ptr_array_sort (self->bases, compare_slots);
}

/** Frees what styr_picture_make_slots() made. */
void
styr_picture_clear_slots (StyrPictureLayout *self)
{
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->bands, g_ptr_array_unref);
  g_clear_pointer (&self->lefts, g_ptr_array_unref);
  g_clear_pointer (&self->rights, g_ptr_array_unref);
  g_clear_pointer (&self->bases, g_ptr_array_unref);
}

/** The slot of a block, or NULL. */
StyrSlot *
styr_picture_find_slot (StyrPictureLayout *self, const char *block_id)
{
  GPtrArray *lists[] = { self->bands, self->lefts, self->rights, self->bases };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        StyrSlot *slot = lists[i]->pdata[j];

        if (g_strcmp0 (slot->block->id, block_id) == 0)
          return slot;
      }
  return NULL;
}

static double
sum_weights (StyrPictureLayout *self, int level)
{
  double sum = 0;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->level == level)
        sum += MAX (slot->place->weight, 0.1);
    }
  return sum;
}

/**
 * Puts the upright borders between the blocks of one band. Their shares of its width at half height
 * go by their weights (evenness 0) or are the same for all (1).
 */
void
styr_triangle_split_band (StyrPictureLayout *self, int level, double evenness)
{
  double whole = sum_weights (self, level), width = 0, x = 0;
  guint n = 0, index = 0;

  for (guint i = 0; i < self->bands->len; i++)
    n += ((StyrSlot *) self->bands->pdata[i])->level == level;
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];
      double share;

      if (slot->level != level)
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

static void
set_heights (StyrPictureLayout *self, int level, double top, double bottom)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      if (slot->level != level)
        continue;
      slot->top = top;
      slot->bottom = bottom;
    }
}

static double
get_weight (StyrPictureLayout *self, guint level)
{
  return MAX (((const StyrLevel *) self->levels->pdata[level])->weight, 0.2);
}

/* An apex of one block must be so high that a name finds room where it is wide enough. */
static double
get_apex_height (StyrPictureLayout *self, double room, double whole)
{
  double height = room * get_weight (self, 0) / whole;
  guint n = 0;

  for (guint i = 0; i < self->bands->len; i++)
    n += ((StyrSlot *) self->bands->pdata[i])->level == 0;
  return n == 1 ? MAX (height, MIN (STYR_PICTURE_APEX_HEIGHT, room / 2)) : height;
}

/** Gives each band its height, by the weights of the levels, and each block its part of the band.
 */
void
styr_triangle_place_bands (StyrPictureLayout *self)
{
  double whole = 0, y = self->top, room, apex;

  if (self->levels->len == 0)
    return;
  for (guint i = 0; i < self->levels->len; i++)
    whole += get_weight (self, i);
  room = self->bottom - self->top - STYR_PICTURE_GAP * (self->levels->len - 1.0);
  apex = self->levels->len == 1 ? room : get_apex_height (self, room, whole);
  for (guint i = 0; i < self->levels->len; i++)
    {
      double rest = whole - get_weight (self, 0);
      double height = i == 0 ? apex : (room - apex) * get_weight (self, i) / rest;

      set_heights (self, (int) i, y, y + height);
      styr_triangle_split_band (self, (int) i, 0);
      y += height + STYR_PICTURE_GAP;
    }
}

/** The left side of a slot at a height: the slope, or its own border. */
double
styr_picture_left_at (StyrPictureLayout *self, const StyrSlot *slot, double y)
{
  if (slot->place->axis != STYR_AXIS_MIDDLE)
    return slot->left;
  return MAX (slot->left, self->centre - MAX (0, y - self->top) * self->slope);
}

/** The right side of a slot at a height. */
double
styr_picture_right_at (StyrPictureLayout *self, const StyrSlot *slot, double y)
{
  if (slot->place->axis != STYR_AXIS_MIDDLE)
    return slot->right;
  return MIN (slot->right, self->centre + MAX (0, y - self->top) * self->slope);
}

/** Reads the state of a block into a row; an empty one without an overview and without a wheel. */
void
styr_picture_get_state_row (StyrPictureLayout *self, const StyrBlock *block, StyrStateRow *row)
{
  memset (row, 0, sizeof *row);
  row->size = STYR_PICTURE_STATE_SIZE;
  row->has_wheel = block->has_wheel;
  if (self->overview == NULL)
    return;
  row->shows_none = !block->has_wheel;
  row->counts = styr_overview_get_counts (self->overview, block->id);
  row->wheel_share = styr_overview_get_year_share (self->overview);
}

/** Whether nothing of the block exists although something should: its outline is dashed then. */
gboolean
styr_picture_is_missing (StyrPictureLayout *self, const StyrBlock *block)
{
  StyrStateCounts counts;

  if (self->overview == NULL)
    return FALSE;
  counts = styr_overview_get_counts (self->overview, block->id);
  return counts.in_force == 0 && counts.draft == 0 && counts.missing + counts.late > 0;
}
