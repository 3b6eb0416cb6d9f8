/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-edit-private.h"

#include <math.h>

/* Nearer to a block's upper or lower edge than this share of its height, an empty level between it
 * and its neighbour is meant. */
#define EDGE_SHARE 0.25

/* Which place in the model a point in the picture means. */

static double
distance (const StyrRect *rect, const StyrPoint *point)
{
  double dx = MAX (MAX (rect->x - point->x, point->x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - point->y, point->y - rect->y - rect->height), 0);

  return dx * dx + dy * dy;
}

/* The block's node that is nearest to a point; -1 when there is none but @block itself. */
static int
find_nearest (StyrScene *scene, const StyrPoint *point, const char *block, StyrPlaces *places)
{
  int nearest = -1;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    {
      const StyrNode *node = styr_scene_get_node (scene, i);
      double here = styr_scene_node_contains (scene, i, point->x, point->y)
                        ? 0
                        : distance (&node->bounds, point) + 1;

      if (g_strcmp0 (node->source, block) == 0 || styr_places_find (places, node->source) == NULL ||
          here >= least)
        continue;
      least = here;
      nearest = (int) i;
    }
  return nearest;
}

/* The extent of what stands in the shape. */
static gboolean
get_middle (StyrScene *scene, StyrPlaces *places, StyrRect *area)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    {
      const StyrNode *node = styr_scene_get_node (scene, i);
      JsonObject *place = styr_places_find (places, node->source);

      if (place == NULL || g_strcmp0 (json_object_get_string_member (place, "axis"), "middle") != 0)
        continue;
      left = MIN (left, node->bounds.x);
      right = MAX (right, node->bounds.x + node->bounds.width);
      top = MIN (top, node->bounds.y);
      bottom = MAX (bottom, node->bounds.y + node->bounds.height);
    }
  *area = (StyrRect){ left, top, right - left, bottom - top };
  return right > left;
}

static int
count_before (StyrPlaces *places, const char *target, const char *block)
{
  int index = styr_places_get_index (places, target);

  return index - (styr_places_share_order (places, block, target) &&
                          styr_places_get_index (places, block) < index
                      ? 1
                      : 0);
}

static void
set_place (char **axis_out, char **level_out, const char *axis, const char *level)
{
  *axis_out = g_strdup (axis);
  *level_out = g_strdup (g_str_equal (axis, "base") ? NULL : level);
}

/* Beside or under the shape, where no block stands yet. */
static const char *
find_outside (const StyrRect *middle, const StyrPoint *point, const char *axis)
{
  if (point->y > middle->y + middle->height + 8 && point->x > middle->x &&
      point->x < middle->x + middle->width)
    return "base";
  if (!g_str_equal (axis, "middle"))
    return axis;
  if (point->x < middle->x - 24)
    return "left";
  return point->x > middle->x + middle->width + 24 ? "right" : axis;
}

/* The empty level that is meant near to an edge of a block in the shape, if there is one: the edge
 * towards it is the only place to drop on. */
static const char *
find_level_at_edge (StyrScene *scene, StyrPlaces *places, const char *level, double in_height)
{
  if (!styr_scene_is_stacked (scene))
    return NULL;
  if (in_height < EDGE_SHARE)
    return styr_places_find_empty_level (places, level, -1);
  return in_height > 1 - EDGE_SHARE ? styr_places_find_empty_level (places, level, 1) : NULL;
}

/* Over the block itself its own place is meant: a hand that trembles moves nothing. Only from the
 * edge towards an empty level there is somewhere to go, for a hand that came there. */
static gboolean
find_own_place (StyrPyramidEdit *self,
                StyrScene *scene,
                const StyrPoint *point,
                const char *block,
                char **axis,
                char **level,
                int *index)
{
  g_autoptr (StyrPlaces) places = NULL;
  const char *own_axis, *own_level, *empty = NULL;
  const StyrNode *node = NULL;
  JsonObject *place;

  for (guint i = 0; i < styr_scene_get_n_nodes (scene) && node == NULL; i++)
    if (g_strcmp0 (styr_scene_get_node (scene, i)->source, block) == 0 &&
        styr_scene_node_contains (scene, i, point->x, point->y))
      node = styr_scene_get_node (scene, i);
  places = node != NULL ? styr_pyramid_edit_dup_places (self) : NULL;
  place = places != NULL ? styr_places_find (places, block) : NULL;
  if (place == NULL)
    return FALSE;
  own_axis = json_object_get_string_member (place, "axis");
  own_level = json_object_get_string_member_with_default (place, "level", NULL);
  if (g_str_equal (own_axis, "middle") &&
      fabs (point->y - self->start.y) > EDGE_SHARE * node->bounds.height)
    empty = find_level_at_edge (
        scene, places, own_level, (point->y - node->bounds.y) / MAX (node->bounds.height, 1));
  set_place (axis, level, own_axis, empty != NULL ? empty : own_level);
  *index = empty != NULL ? G_MAXINT : styr_places_get_index (places, block);
  return TRUE;
}

/* The level of the block that is nearest, unless the block's own order goes across both levels:
 * then it only comes earlier or later. */
static const char *
choose_level (StyrPlaces *places, const char *nearest, const char *axis, const char *block)
{
  gboolean own = block != NULL && g_str_equal (axis, "middle") &&
                 styr_places_share_order (places, block, nearest);

  return json_object_get_string_member_with_default (
      styr_places_find (places, own ? block : nearest), "level", NULL);
}

/**
 * styr_pyramid_edit_find_place:
 * @scene: the picture
 * @point: a point in it
 * @block: (nullable): the block that is to come there
 * @axis: (out) (transfer full), @level: (out) (transfer full) (nullable), @index: (out): the place
 *
 * Judges which place a point in the picture means.
 *
 * Returns: FALSE when the picture has no places to go by
 */
gboolean
styr_pyramid_edit_find_place (StyrPyramidEdit *self,
                              StyrScene *scene,
                              const StyrPoint *point,
                              const char *block,
                              char **axis,
                              char **level,
                              int *index)
{
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);
  const StyrNode *node;
  StyrRect middle;
  JsonObject *place;
  const char *near_axis, *near_level, *wanted, *empty = NULL;
  int nearest = places != NULL ? find_nearest (scene, point, block, places) : -1;
  double in_height;

  if (block != NULL && find_own_place (self, scene, point, block, axis, level, index))
    return TRUE;
  if (nearest < 0)
    return FALSE;
  node = styr_scene_get_node (scene, (guint) nearest);
  place = styr_places_find (places, node->source);
  near_axis = json_object_get_string_member (place, "axis");
  near_level = json_object_get_string_member_with_default (place, "level", NULL);
  wanted =
      get_middle (scene, places, &middle) ? find_outside (&middle, point, near_axis) : near_axis;
  in_height = (point->y - node->bounds.y) / MAX (node->bounds.height, 1);
  if (g_str_equal (wanted, "middle"))
    empty = find_level_at_edge (scene, places, near_level, in_height);
  set_place (axis,
             level,
             wanted,
             empty != NULL ? empty : choose_level (places, node->source, wanted, block));
  if (!g_str_equal (wanted, near_axis) || empty != NULL)
    *index = G_MAXINT;
  else
    *index = count_before (places, node->source, block != NULL ? block : "") +
             (styr_scene_is_after (scene, (guint) nearest, point) ? 1 : 0);
  return TRUE;
}
