/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-places.h"

#include <glib.h>

static const char *
get_text (JsonObject *object, const char *key)
{
  return json_object_get_string_member_with_default (object, key, NULL);
}

static gint64
get_order (JsonObject *place)
{
  return json_object_get_int_member_with_default (place, "order", 0);
}

/* Blocks of one level stand in one row; a side and the base are one row each, whatever the level.
 */
static gboolean
is_in_group (JsonObject *place, const char *axis, const char *level)
{
  return g_strcmp0 (get_text (place, "axis"), axis) == 0 &&
         (g_strcmp0 (axis, "middle") != 0 || g_strcmp0 (get_text (place, "level"), level) == 0);
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  gint64 first = get_order (*(JsonObject *const *) a);
  gint64 second = get_order (*(JsonObject *const *) b);

  return first < second ? -1 : first > second;
}

/* (transfer container): the group's places in order; equal orders stand as the list has them. */
static GPtrArray *
list_group (JsonArray *places, const char *axis, const char *level)
{
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      JsonObject *place = json_array_get_object_element (places, i);

      if (is_in_group (place, axis, level))
        g_ptr_array_add (group, place);
    }
  g_ptr_array_sort (group, compare_order);
  return group;
}

static void
number (GPtrArray *group)
{
  for (guint i = 0; i < group->len; i++)
    if (get_order (group->pdata[i]) != (gint64) i + 1)
      json_object_set_int_member (group->pdata[i], "order", (gint64) i + 1);
}

/**
 * styr_places_find:
 *
 * Returns: (transfer none) (nullable): the place of @block
 */
JsonObject *
styr_places_find (JsonArray *places, const char *block)
{
  g_return_val_if_fail (places != NULL && block != NULL, NULL);

  for (guint i = 0; i < json_array_get_length (places); i++)
    if (g_strcmp0 (get_text (json_array_get_object_element (places, i), "block"), block) == 0)
      return json_array_get_object_element (places, i);
  return NULL;
}

/**
 * styr_places_get_index:
 *
 * Returns: the place of @block among those of its group, from 0; -1 when it has none
 */
int
styr_places_get_index (JsonArray *places, const char *block)
{
  JsonObject *place = styr_places_find (places, block);
  g_autoptr (GPtrArray) group = NULL;
  guint index;

  if (place == NULL)
    return -1;
  group = list_group (places, get_text (place, "axis"), get_text (place, "level"));
  return g_ptr_array_find (group, place, &index) ? (int) index : -1;
}

/**
 * styr_places_move:
 * @axis: "middle", "left", "right" or "base"
 * @level: (nullable): a level; the base has none
 * @index: where in the group, counted without the block itself; beyond the end is the end
 *
 * Moves a block to another place and numbers the groups that it left and came to.
 */
void
styr_places_move (
    JsonArray *places, const char *block, const char *axis, const char *level, int index)
{
  JsonObject *place = styr_places_find (places, block);
  g_autofree char *old_axis = NULL;
  g_autofree char *old_level = NULL;
  g_autofree char *new_axis = g_strdup (axis);
  g_autofree char *new_level = g_strdup (level);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) group = NULL;

  g_return_if_fail (place != NULL && axis != NULL);

  old_axis = g_strdup (get_text (place, "axis"));
  old_level = g_strdup (get_text (place, "level"));
  group = list_group (places, new_axis, new_level);
  g_ptr_array_remove (group, place);
  g_ptr_array_insert (group, CLAMP (index, 0, (int) group->len), place);
  json_object_set_string_member (place, "axis", new_axis);
  if (g_str_equal (new_axis, "base") || new_level == NULL)
    json_object_remove_member (place, "level");
  else
    json_object_set_string_member (place, "level", new_level);
  number (group);
  left = list_group (places, old_axis, old_level);
  number (left);
}

/**
 * styr_places_add:
 *
 * Adds a place for @block last in a group.
 */
void
styr_places_add (JsonArray *places, const char *block, const char *axis, const char *level)
{
  JsonObject *place = json_object_new ();

  g_return_if_fail (places != NULL && block != NULL && axis != NULL);

  json_object_set_string_member (place, "block", block);
  json_object_set_string_member (place, "axis", axis);
  if (level != NULL && !g_str_equal (axis, "base"))
    json_object_set_string_member (place, "level", level);
  json_object_set_int_member (place, "order", G_MAXINT);
  json_array_add_object_element (places, place);
  styr_places_move (places, block, axis, level, G_MAXINT);
}

static int
find_level (JsonArray *levels, const char *level)
{
  for (guint i = 0; i < json_array_get_length (levels); i++)
    if (g_strcmp0 (get_text (json_array_get_object_element (levels, i), "id"), level) == 0)
      return (int) i;
  return -1;
}

static gboolean
step_in_group (JsonArray *places, const char *block, int delta)
{
  JsonObject *place = styr_places_find (places, block);
  int index = styr_places_get_index (places, block) + delta;
  g_autoptr (GPtrArray) group =
      list_group (places, get_text (place, "axis"), get_text (place, "level"));

  if (index < 0 || index >= (int) group->len)
    return FALSE;
  styr_places_move (places, block, get_text (place, "axis"), get_text (place, "level"), index);
  return TRUE;
}

/* Below the last level is the base, and above the base the last level. */
static gboolean
step_level (JsonArray *places, JsonArray *levels, JsonObject *place, const char *block, int delta)
{
  const char *axis = get_text (place, "axis");
  int n = (int) json_array_get_length (levels);
  int level = g_str_equal (axis, "base") ? n : find_level (levels, get_text (place, "level"));
  int wanted = level + delta;

  if (n == 0 || wanted < 0 || wanted > n)
    return FALSE;
  if (wanted == n)
    {
      styr_places_move (places, block, "base", NULL, G_MAXINT);
      return TRUE;
    }
  styr_places_move (places,
                    block,
                    g_str_equal (axis, "base") ? "middle" : axis,
                    get_text (json_array_get_object_element (levels, (guint) wanted), "id"),
                    G_MAXINT);
  return TRUE;
}

/* Out to a side, or from the other side back into the shape. */
static gboolean
step_side (
    JsonArray *places, JsonArray *levels, JsonObject *place, const char *block, gboolean left)
{
  const char *axis = get_text (place, "axis");
  const char *side = left ? "left" : "right";
  const char *other = left ? "right" : "left";
  const char *level = get_text (place, "level");

  if (g_str_equal (axis, side))
    return FALSE;
  if (level == NULL && json_array_get_length (levels) > 0)
    level =
        get_text (json_array_get_object_element (levels, json_array_get_length (levels) - 1), "id");
  if (level == NULL)
    return FALSE;
  styr_places_move (places, block, g_str_equal (axis, other) ? "middle" : side, level, G_MAXINT);
  return TRUE;
}

/**
 * styr_places_step:
 * @levels: the model's levels
 *
 * Moves a block one step, as a key does.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
styr_places_step (JsonArray *places, JsonArray *levels, const char *block, StyrStep step)
{
  JsonObject *place;

  g_return_val_if_fail (places != NULL && levels != NULL && block != NULL, FALSE);

  place = styr_places_find (places, block);
  if (place == NULL)
    return FALSE;
  switch (step)
    {
    case STYR_STEP_EARLIER:
    case STYR_STEP_LATER:
      return step_in_group (places, block, step == STYR_STEP_LATER ? 1 : -1);
    case STYR_STEP_UP:
    case STYR_STEP_DOWN:
      /* a side is one column: up and down change the order there first */
      if ((g_strcmp0 (get_text (place, "axis"), "left") == 0 ||
           g_strcmp0 (get_text (place, "axis"), "right") == 0) &&
          step_in_group (places, block, step == STYR_STEP_DOWN ? 1 : -1))
        return TRUE;
      return step_level (places, levels, place, block, step == STYR_STEP_DOWN ? 1 : -1);
    case STYR_STEP_LEFT_SIDE:
    case STYR_STEP_RIGHT_SIDE:
      return step_side (places, levels, place, block, step == STYR_STEP_LEFT_SIDE);
    default:
      g_return_val_if_reached (FALSE);
    }
}
