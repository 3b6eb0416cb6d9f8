/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-places.h"

/*
 * The places of a picture: "top" has one block, "empty" none, "low" two and "lowest" one. Each
 * stands in the middle, and two cards at the right side, beside different levels.
 */
static const char places_json[] = "[{'block':'goal','axis':'middle','level':'top','order':1},"
                                  "{'block':'a','axis':'middle','level':'low','order':1},"
                                  "{'block':'b','axis':'middle','level':'low','order':2},"
                                  "{'block':'c','axis':'middle','level':'lowest','order':3},"
                                  "{'block':'high','axis':'right','level':'top','order':1},"
                                  "{'block':'deep','axis':'right','level':'lowest','order':2}]";
static const char levels_json[] = "[{'id':'top'},{'id':'empty'},{'id':'low'},{'id':'lowest'}]";

static JsonNode *
parse (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *json = g_strjoinv ("\"", parts);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

static StyrPlaces *
make_places_of (const char *template, const char *list)
{
  g_autofree char *text = g_strdup_printf ("{'template':'%s','places':%s}", template, list);
  g_autoptr (JsonNode) picture = parse (text);
  g_autoptr (JsonNode) levels = parse (levels_json);

  return styr_places_new (json_node_get_object (picture), json_node_get_array (levels));
}

static StyrPlaces *
make_places (const char *template)
{
  return make_places_of (template, places_json);
}

/* Block, axis, level and order of each place, in the order of the list. */
static void
assert_places (StyrPlaces *places, const char *wanted)
{
  g_autoptr (JsonNode) node = styr_places_to_json (places);
  JsonArray *list = json_node_get_array (node);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *place = json_array_get_object_element (list, i);

      g_string_append_printf (text,
                              "%s%s:%s:%s:%d",
                              i > 0 ? " " : "",
                              json_object_get_string_member (place, "block"),
                              json_object_get_string_member (place, "axis"),
                              json_object_get_string_member_with_default (place, "level", "-"),
                              (int) json_object_get_int_member_with_default (place, "order", 0));
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

#define CARDS " high:right:top:1 deep:right:lowest:2"

/* In bands and in a wheel each level has its order. */
static void
test_level (gconstpointer template)
{
  g_autoptr (StyrPlaces) places = make_places (template);

  g_assert_true (styr_places_share_order (places, "a", "b"));
  g_assert_false (styr_places_share_order (places, "b", "c"));
  g_assert_cmpint (styr_places_get_index (places, "b"), ==, 1);
  g_assert_cmpint (styr_places_get_index (places, "c"), ==, 0);
  g_assert_true (styr_places_step (places, "b", STYR_STEP_EARLIER));
  g_assert_false (styr_places_step (places, "b", STYR_STEP_EARLIER));
  g_assert_false (styr_places_step (places, "c", STYR_STEP_LATER));
  styr_places_move (places, "a", "middle", "lowest", 0);
  assert_places (places,
                 "goal:middle:top:1 a:middle:lowest:1 b:middle:low:1 c:middle:lowest:2" CARDS);
}

/* In a spiral the order goes across all levels but the first one. */
static void
test_spiral (void)
{
  g_autoptr (StyrPlaces) places = make_places ("spiral");

  g_assert_true (styr_places_share_order (places, "a", "c"));
  g_assert_false (styr_places_share_order (places, "goal", "a"));
  g_assert_cmpint (styr_places_get_index (places, "c"), ==, 2);
  styr_places_move (places, "c", "middle", "lowest", 1);
  assert_places (places, "goal:middle:top:1 a:middle:low:1 b:middle:low:3 c:middle:lowest:2" CARDS);
  styr_places_move (places, "b", "middle", "top", 0);
  assert_places (places, "goal:middle:top:2 a:middle:low:1 b:middle:top:1 c:middle:lowest:2" CARDS);
  styr_places_add (places, "d", "middle", "low");
  g_assert_cmpint (styr_places_get_index (places, "d"), ==, 2);
}

static void
test_spiral_steps (void)
{
  g_autoptr (StyrPlaces) places = make_places ("spiral");

  g_assert_false (styr_places_step (places, "c", STYR_STEP_LATER));
  g_assert_false (styr_places_step (places, "goal", STYR_STEP_LATER));
  g_assert_false (styr_places_step (places, "a", STYR_STEP_EARLIER));
  g_assert_true (styr_places_step (places, "c", STYR_STEP_EARLIER));
  assert_places (places, "goal:middle:top:1 a:middle:low:1 b:middle:low:3 c:middle:lowest:2" CARDS);
  /* up is where it rises to: the next arrow, at last what they all rise to */
  g_assert_true (styr_places_step (places, "c", STYR_STEP_UP));
  assert_places (places, "goal:middle:top:1 a:middle:low:1 b:middle:low:2 c:middle:lowest:3" CARDS);
  g_assert_true (styr_places_step (places, "c", STYR_STEP_UP));
  assert_places (places, "goal:middle:top:1 a:middle:low:1 b:middle:low:2 c:middle:top:2" CARDS);
  g_assert_true (styr_places_step (places, "a", STYR_STEP_DOWN));
  assert_places (places, "goal:middle:top:1 a:base:-:1 b:middle:low:1 c:middle:top:2" CARDS);
  g_assert_true (styr_places_step (places, "a", STYR_STEP_UP));
  assert_places (places, "goal:middle:top:1 a:middle:lowest:1 b:middle:low:2 c:middle:top:2" CARDS);
}

/* Where orders are the same, the lowest level comes first in a spiral, as the picture shows it. */
static void
test_equal (void)
{
  const char *list = "[{'block':'goal','axis':'middle','level':'top','order':1},"
                     "{'block':'b','axis':'middle','level':'low','order':1},"
                     "{'block':'a','axis':'middle','level':'low','order':1},"
                     "{'block':'c','axis':'middle','level':'lowest','order':1}]";
  g_autoptr (StyrPlaces) spiral = make_places_of ("spiral", list);
  g_autoptr (StyrPlaces) bands = make_places_of ("triangle", list);

  g_assert_cmpint (styr_places_get_index (spiral, "c"), ==, 0);
  g_assert_cmpint (styr_places_get_index (spiral, "a"), ==, 1);
  g_assert_cmpint (styr_places_get_index (spiral, "b"), ==, 2);
  g_assert_cmpint (styr_places_get_index (bands, "a"), ==, 0);
  g_assert_cmpint (styr_places_get_index (bands, "b"), ==, 1);
}

/* A side is one column, whatever level a card stands beside. */
static void
test_side (void)
{
  g_autoptr (StyrPlaces) places = make_places ("triangle");

  g_assert_true (styr_places_step (places, "high", STYR_STEP_DOWN));
  g_assert_cmpint (styr_places_get_index (places, "high"), ==, 1);
  g_assert_cmpint (styr_places_get_index (places, "deep"), ==, 0);
}

/* Levels, sides, base and back. */
static void
test_steps (void)
{
  g_autoptr (StyrPlaces) places = make_places ("triangle");

  g_assert_true (styr_places_step (places, "b", STYR_STEP_EARLIER));
  g_assert_true (styr_places_step (places, "b", STYR_STEP_UP));
  assert_places (places,
                 "goal:middle:top:1 a:middle:low:1 b:middle:empty:1 c:middle:lowest:3" CARDS);
  g_assert_true (styr_places_step (places, "b", STYR_STEP_LEFT_SIDE));
  g_assert_false (styr_places_step (places, "b", STYR_STEP_LEFT_SIDE));
  assert_places (places, "goal:middle:top:1 a:middle:low:1 b:left:empty:1 c:middle:lowest:3" CARDS);
  g_assert_true (styr_places_step (places, "b", STYR_STEP_RIGHT_SIDE));
  g_assert_true (styr_places_step (places, "c", STYR_STEP_DOWN));
  g_assert_false (styr_places_step (places, "c", STYR_STEP_DOWN));
  assert_places (places, "goal:middle:top:1 a:middle:low:1 b:middle:empty:1 c:base:-:1" CARDS);
  g_assert_true (styr_places_step (places, "c", STYR_STEP_UP));
  assert_places (places,
                 "goal:middle:top:1 a:middle:low:1 b:middle:empty:1 c:middle:lowest:1" CARDS);
}

static void
test_empty_level (void)
{
  g_autoptr (StyrPlaces) places = make_places ("triangle");

  g_assert_cmpstr (styr_places_find_empty_level (places, "top", 1), ==, "empty");
  g_assert_cmpstr (styr_places_find_empty_level (places, "low", -1), ==, "empty");
  g_assert_null (styr_places_find_empty_level (places, "low", 1));
  g_assert_null (styr_places_find_empty_level (places, "top", -1));
  g_assert_null (styr_places_find_empty_level (places, "lowest", 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/places/level/triangle", "triangle", test_level);
  g_test_add_data_func ("/places/level/wheel", "wheel", test_level);
  g_test_add_func ("/places/spiral", test_spiral);
  g_test_add_func ("/places/spiral-steps", test_spiral_steps);
  g_test_add_func ("/places/equal", test_equal);
  g_test_add_func ("/places/side", test_side);
  g_test_add_func ("/places/steps", test_steps);
  g_test_add_func ("/places/empty-level", test_empty_level);
  return g_test_run ();
}
