/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-places.h"

#include "styr-model-edit.h"

/**
 * The places of a picture as the package has them, to be changed. Orders count within a group: a
 * level of the shape, a side, or the base. In a spiral the group is all that rises to the first
 * level that it shows: there the order goes across the levels.
 */
struct _StyrPlaces
{
  JsonNode *list;
  JsonArray *levels; /* of the model, top first */
  char *apex;        /* the level outside an order across levels; NULL = each level has its own */
};

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

static gboolean
stands_at (JsonObject *place, const char *axis)
{
  return g_strcmp0 (get_text (place, "axis"), axis) == 0;
}

static guint
count (StyrPlaces *self)
{
  return json_array_get_length (json_node_get_array (self->list));
}

static JsonObject *
get_place (StyrPlaces *self, guint index)
{
  return json_array_get_object_element (json_node_get_array (self->list), index);
}

static const char *
get_level (StyrPlaces *self, int index)
{
  return get_text (json_array_get_object_element (self->levels, (guint) index), "id");
}

static int
find_level (StyrPlaces *self, const char *level)
{
  for (guint i = 0; i < json_array_get_length (self->levels); i++)
    if (g_strcmp0 (get_level (self, (int) i), level) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_empty_level (StyrPlaces *self, const char *level)
{
  for (guint i = 0; i < count (self); i++)
    if (stands_at (get_place (self, i), "middle") &&
        g_strcmp0 (get_text (get_place (self, i), "level"), level) == 0)
      return FALSE;
  return TRUE;
}

/**
 * styr_places_new:
 * @picture: a picture of the package
 * @levels: (nullable): the model's levels
 *
 * Returns: (transfer full): a copy of the picture's places
 */
StyrPlaces *
styr_places_new (JsonObject *picture, JsonArray *levels)
{
  StyrPlaces *self;
  JsonNode *list;

  g_return_val_if_fail (picture != NULL, NULL);

  self = g_new0 (StyrPlaces, 1);
  list = json_object_get_member (picture, "places");
  self->levels = levels != NULL ? json_array_ref (levels) : json_array_new ();
  self->list = list != NULL ? styr_json_copy (list) : json_node_new (JSON_NODE_ARRAY);
  if (list == NULL)
    json_node_take_array (self->list, json_array_new ());
  if (g_strcmp0 (get_text (picture, "template"), "spiral") != 0)
    return self;
  for (int i = 0; self->apex == NULL && i < (int) json_array_get_length (self->levels); i++)
    if (!is_empty_level (self, get_level (self, i)))
      self->apex = g_strdup (get_level (self, i));
  return self;
}

void
styr_places_free (StyrPlaces *self)
{
  json_node_unref (self->list);
  json_array_unref (self->levels);
  g_free (self->apex);
  g_free (self);
}

/**
 * styr_places_to_json:
 *
 * Returns: (transfer full): the places as the package has them
 */
JsonNode *
styr_places_to_json (StyrPlaces *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return styr_json_copy (self->list);
}

static gboolean
rises (StyrPlaces *self, const char *axis, const char *level)
{
  return self->apex != NULL && g_strcmp0 (axis, "middle") == 0 &&
         g_strcmp0 (level, self->apex) != 0;
}

static gboolean
is_in_group (StyrPlaces *self, JsonObject *place, const char *axis, const char *level)
{
  if (!stands_at (place, axis))
    return FALSE;
  return g_strcmp0 (axis, "middle") != 0 || g_strcmp0 (get_text (place, "level"), level) == 0 ||
         (rises (self, axis, level) && rises (self, axis, get_text (place, "level")));
}

/* Equal orders stand as the picture shows them: by level, from below where they rise, then by id.
 */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  StyrPlaces *self = data;
  JsonObject *one = *(JsonObject *const *) a, *other = *(JsonObject *const *) b;
  int level = find_level (self, get_text (one, "level"));
  int other_level = find_level (self, get_text (other, "level"));

  if (get_order (one) != get_order (other))
    return get_order (one) < get_order (other) ? -1 : 1;
  if (level != other_level)
    return (level < other_level) == rises (self, get_text (one, "axis"), get_text (one, "level"))
               ? 1
               : -1;
  return g_strcmp0 (get_text (one, "block"), get_text (other, "block"));
}

/* (transfer container): the group's places in order */
static GPtrArray *
list_group (StyrPlaces *self, const char *axis, const char *level)
{
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; i < count (self); i++)
    if (is_in_group (self, get_place (self, i), axis, level))
      g_ptr_array_add (group, get_place (self, i));
  g_ptr_array_sort_with_data (group, compare_places, self);
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
styr_places_find (StyrPlaces *self, const char *block)
{
  g_return_val_if_fail (self != NULL && block != NULL, NULL);

  for (guint i = 0; i < count (self); i++)
    if (g_strcmp0 (get_text (get_place (self, i), "block"), block) == 0)
      return get_place (self, i);
  return NULL;
}

/**
 * styr_places_get_index:
 *
 * Returns: the place of @block among those of its group, from 0; -1 when it has none
 */
int
styr_places_get_index (StyrPlaces *self, const char *block)
{
  JsonObject *place = styr_places_find (self, block);
  g_autoptr (GPtrArray) group = NULL;
  guint index;

  if (place == NULL)
    return -1;
  group = list_group (self, get_text (place, "axis"), get_text (place, "level"));
  return g_ptr_array_find (group, place, &index) ? (int) index : -1;
}

/**
 * styr_places_share_order:
 *
 * Returns: whether two blocks are in one group, so that their orders are compared
 */
gboolean
styr_places_share_order (StyrPlaces *self, const char *block, const char *other)
{
  JsonObject *place = styr_places_find (self, block), *second = styr_places_find (self, other);

  return place != NULL && second != NULL &&
         is_in_group (self, place, get_text (second, "axis"), get_text (second, "level"));
}

/**
 * styr_places_find_empty_level:
 * @level: a level
 * @step: -1 for the level above it, 1 for the one below it
 *
 * A picture doesn't show a level that no block stands in.
 *
 * Returns: (transfer none) (nullable): that level when it is one of those
 */
const char *
styr_places_find_empty_level (StyrPlaces *self, const char *level, int step)
{
  int index;

  g_return_val_if_fail (self != NULL, NULL);

  index = find_level (self, level);
  if (index < 0 || index + step < 0 || index + step >= (int) json_array_get_length (self->levels))
    return NULL;
  return is_empty_level (self, get_level (self, index + step)) ? get_level (self, index + step)
                                                               : NULL;
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
    StyrPlaces *self, const char *block, const char *axis, const char *level, int index)
{
  JsonObject *place = styr_places_find (self, block);
  g_autofree char *old_axis = NULL;
  g_autofree char *old_level = NULL;
  g_autofree char *new_axis = g_strdup (axis);
  g_autofree char *new_level = g_strdup (level);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) group = NULL;

  g_return_if_fail (place != NULL && axis != NULL);

  old_axis = g_strdup (get_text (place, "axis"));
  old_level = g_strdup (get_text (place, "level"));
  group = list_group (self, new_axis, new_level);
  g_ptr_array_remove (group, place);
  g_ptr_array_insert (group, CLAMP (index, 0, (int) group->len), place);
  json_object_set_string_member (place, "axis", new_axis);
  if (g_str_equal (new_axis, "base") || new_level == NULL)
    json_object_remove_member (place, "level");
  else
    json_object_set_string_member (place, "level", new_level);
  number (group);
  left = list_group (self, old_axis, old_level);
  number (left);
}

/**
 * styr_places_add:
 *
 * Adds a place for @block last in a group.
 */
void
styr_places_add (StyrPlaces *self, const char *block, const char *axis, const char *level)
{
  JsonObject *place = json_object_new ();

  g_return_if_fail (self != NULL && block != NULL && axis != NULL);

  json_object_set_string_member (place, "block", block);
  json_object_set_string_member (place, "axis", axis);
  if (level != NULL && !g_str_equal (axis, "base"))
    json_object_set_string_member (place, "level", level);
  json_object_set_int_member (place, "order", G_MAXINT);
  json_array_add_object_element (json_node_get_array (self->list), place);
  styr_places_move (self, block, axis, level, G_MAXINT);
}

static gboolean
step_in_group (StyrPlaces *self, JsonObject *place, const char *block, int delta)
{
  int index = styr_places_get_index (self, block) + delta;
  g_autoptr (GPtrArray) group =
      list_group (self, get_text (place, "axis"), get_text (place, "level"));

  if (index < 0 || index >= (int) group->len)
    return FALSE;
  styr_places_move (self, block, get_text (place, "axis"), get_text (place, "level"), index);
  return TRUE;
}

/* Below the last level is the base, and above the base the last level. What rises has only the
 * level that it rises to above it, and the base below it. */
static gboolean
step_level (StyrPlaces *self, JsonObject *place, const char *block, int delta)
{
  int n = (int) json_array_get_length (self->levels);
  gboolean from_base = stands_at (place, "base");
  int level = from_base ? n : find_level (self, get_text (place, "level"));
  int wanted = level + delta;

  if (rises (self, get_text (place, "axis"), get_text (place, "level")))
    wanted = delta < 0 ? find_level (self, self->apex) : n;
  if (n == 0 || wanted < 0 || wanted > n)
    return FALSE;
  if (wanted == n)
    styr_places_move (self, block, "base", NULL, G_MAXINT);
  else
    styr_places_move (self,
                      block,
                      from_base ? "middle" : get_text (place, "axis"),
                      get_level (self, wanted),
                      from_base && self->apex != NULL ? 0 : G_MAXINT);
  return TRUE;
}

/* Out to a side, or from the other side back into the shape. */
static gboolean
step_side (StyrPlaces *self, JsonObject *place, const char *block, gboolean left)
{
  const char *side = left ? "left" : "right";
  const char *other = left ? "right" : "left";
  const char *level = get_text (place, "level");
  int n = (int) json_array_get_length (self->levels);

  if (stands_at (place, side))
    return FALSE;
  if (level == NULL && n > 0)
    level = get_level (self, n - 1);
  if (level == NULL)
    return FALSE;
  styr_places_move (self, block, stands_at (place, other) ? "middle" : side, level, G_MAXINT);
  return TRUE;
}

/* A side is one column, and what rises is one too: up and down change the order there first. */
static gboolean
step_upright (StyrPlaces *self, JsonObject *place, const char *block, int delta)
{
  if ((stands_at (place, "left") || stands_at (place, "right")) &&
      step_in_group (self, place, block, delta))
    return TRUE;
  if (rises (self, get_text (place, "axis"), get_text (place, "level")) &&
      step_in_group (self, place, block, -delta))
    return TRUE;
  return step_level (self, place, block, delta);
}

/**
 * styr_places_step:
 *
 * Moves a block one step, as a key does.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
styr_places_step (StyrPlaces *self, const char *block, StyrStep step)
{
  JsonObject *place;

  g_return_val_if_fail (self != NULL && block != NULL, FALSE);

  place = styr_places_find (self, block);
  if (place == NULL)
    return FALSE;
  switch (step)
    {
    case STYR_STEP_EARLIER:
    case STYR_STEP_LATER:
      return step_in_group (self, place, block, step == STYR_STEP_LATER ? 1 : -1);
    case STYR_STEP_UP:
    case STYR_STEP_DOWN:
      return step_upright (self, place, block, step == STYR_STEP_DOWN ? 1 : -1);
    case STYR_STEP_LEFT_SIDE:
    case STYR_STEP_RIGHT_SIDE:
      return step_side (self, place, block, step == STYR_STEP_LEFT_SIDE);
    default:
      g_return_val_if_reached (FALSE);
    }
}
