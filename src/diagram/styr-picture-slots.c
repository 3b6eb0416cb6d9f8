/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <math.h>
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
  self->port_left = self->port_right = NAN;
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

/* The order of cards counts the whole side. */
static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const StyrSlot *one = *(StyrSlot *const *) a, *other = *(StyrSlot *const *) b;

  if (one->place->order != other->place->order)
    return one->place->order < other->place->order ? -1 : 1;
  return compare_slots (a, b);
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
  self->hull = g_array_new (FALSE, FALSE, sizeof (StyrPoint));
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
      slot->row = slot->level;
      g_ptr_array_add (list_of (self, place->axis), slot);
    }
  g_ptr_array_sort (self->bands, compare_slots);
  g_ptr_array_sort (self->lefts, compare_cards);
  g_ptr_array_sort (self->rights, compare_cards);
  g_ptr_array_sort (self->bases, compare_slots);
}

/** Frees what styr_picture_make_slots() made. */
void
styr_picture_clear_slots (StyrPictureLayout *self)
{
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->hull, g_array_unref);
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

/** The left side of a slot at a height: the shape's own, or its border. */
double
styr_picture_left_at (StyrPictureLayout *self, const StyrSlot *slot, double y)
{
  if (slot->place->axis != STYR_AXIS_MIDDLE || self->template->side_at == NULL)
    return slot->left;
  return self->template->side_at (self, slot, y, FALSE);
}

/** The right side of a slot at a height. */
double
styr_picture_right_at (StyrPictureLayout *self, const StyrSlot *slot, double y)
{
  if (slot->place->axis != STYR_AXIS_MIDDLE || self->template->side_at == NULL)
    return slot->right;
  return self->template->side_at (self, slot, y, TRUE);
}

/** The weight of one of the levels that the shape has. */
double
styr_picture_get_level_weight (StyrPictureLayout *self, guint level)
{
  if (level >= self->levels->len)
    return 1;
  return MAX (((const StyrLevel *) self->levels->pdata[level])->weight, 0.2);
}

/** The tint of a block in the middle: what is stronger than how, and the top strongest of all. */
guint
styr_picture_choose_tint (StyrPictureLayout *self, const StyrSlot *slot)
{
  guint n = self->levels->len;
  const StyrLevel *level = (guint) slot->level < n ? self->levels->pdata[slot->level] : NULL;
  const char *what_how = slot->block->what_how != NULL ? slot->block->what_how
                         : level != NULL               ? level->what_how
                                                       : NULL;

  if (slot->level == 0)
    return 3;
  if (g_strcmp0 (what_how, "how") == 0)
    return 0;
  return slot->level * 2u <= n - 1 ? 2 : 1;
}

/** Adds a corner to the shape's hull, clockwise from the lower left. */
void
styr_picture_add_corner (StyrPictureLayout *self, double x, double y)
{
  const StyrPoint point = { x, y };

  g_array_append_val (self->hull, point);
}
