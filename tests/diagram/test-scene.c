/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-checks.h"
#include "diagram-fixture.h"
#include "styr-picture-file.h"
#include "styr-places.h"
#include "styr-scene-private.h"

#include <string.h>

#define TODAY "2024-05-14"

/* The pictures looked at: NULL as picture is the year's wheel. */
typedef struct
{
  const char *name, *model, *picture;
  gboolean bare;
  guint n_lines; /* that are drawn at least */
} SceneCase;

static const SceneCase cases[] = {
  { "pyramid", "norrkoping", "", FALSE, 9 },
  { "pyramid-bare", "norrkoping", "", TRUE, 9 },
  { "wheel", "norrkoping", NULL, FALSE, 0 },
  { "wheel-bare", "norrkoping", NULL, TRUE, 0 },
  { "small-pyramid", "small", "", FALSE, 9 },
  { "small-pyramid-bare", "small", "", TRUE, 9 },
  { "small-wheel", "small", NULL, FALSE, 0 },
  { "around", "around", "pyramid", FALSE, 0 },
  { "spiral", "around", "spiral", FALSE, 1 },
  { "spiral-bare", "around", "spiral", TRUE, 1 },
  { "house", "house", "house", FALSE, 5 },
  { "house-bare", "house", "house", TRUE, 5 },
  { "layers", "layers", "layers", FALSE, 2 },
  { "layers-bare", "layers", "layers", TRUE, 2 },
  { "ring", "wheel", "wheel", FALSE, 5 },
  { "ring-bare", "wheel", "wheel", TRUE, 5 },
  { "scorecard", "scorecard", "scorecard", FALSE, 1 },
  { "scorecard-plain", "scorecard", "plain", FALSE, 0 },
};

static StyrModel *
load (const SceneCase *one)
{
  return g_str_equal (one->model, "norrkoping") ? diagram_fixture_norrkoping ()
                                                : diagram_fixture_named (one->model);
}

static StyrScene *
make_scene (const SceneCase *one)
{
  g_autoptr (StyrModel) model = load (one);
  g_autoptr (StyrOverview) overview =
      one->bare ? NULL : diagram_fixture_overview (model, 2024, TODAY);
  g_autoptr (GPtrArray) earlier = one->bare ? NULL : diagram_fixture_earlier (model, 2024, 3);

  if (one->picture == NULL)
    return styr_wheel_layout (model, overview, earlier, "Nämnden för kultur, fritid och idrott");
  return styr_picture_layout (model, one->picture, overview);
}

static StyrScene *
make_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].name, name))
      return make_scene (&cases[i]);
  g_assert_not_reached ();
}

static GBytes *
paint (StyrScene *scene)
{
  g_autoptr (GError) error = NULL;
  GBytes *png = styr_picture_to_png (scene, "#5b7c99", 1, &error);

  g_assert_no_error (error);
  return png;
}

/* The same input twice gives the same picture to the last pixel. */
static void
test_deterministic (gconstpointer data)
{
  g_autoptr (StyrScene) one = make_scene (data);
  g_autoptr (StyrScene) other = make_scene (data);
  g_autoptr (GBytes) a = paint (one);
  g_autoptr (GBytes) b = paint (other);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_cmpuint (styr_scene_get_n_nodes (one), ==, styr_scene_get_n_nodes (other));
  for (guint i = 0; i < styr_scene_get_n_nodes (one); i++)
    g_assert_cmpmem (&styr_scene_get_node (one, i)->bounds,
                     sizeof (StyrRect),
                     &styr_scene_get_node (other, i)->bounds,
                     sizeof (StyrRect));
}

#define CHECK(name)                                                                                \
  static void test_##name (gconstpointer data)                                                     \
  {                                                                                                \
    g_autoptr (StyrScene) scene = make_scene (data);                                               \
                                                                                                   \
    diagram_check_##name (scene);                                                                  \
  }

CHECK (no_overlap)
CHECK (neighbours)
CHECK (texts)
CHECK (texts_in_nodes)

static void
test_edges (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (data);

  g_assert_cmpuint (diagram_check_edges (scene), >=, ((const SceneCase *) data)->n_lines);
}

/* Everything a screen reader needs is there. */
static void
test_words (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (data);
  const char *alt = styr_scene_get_alt_text (scene);

  g_assert_cmpuint (strlen (alt), >, 60);
  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    {
      const StyrNode *node = styr_scene_get_node (scene, i);

      g_assert_true (node->focusable);
      g_assert_cmpstr (node->accessible_name, !=, "");
      g_assert_cmpstr (node->label, !=, "");
      g_assert_cmpuint (strlen (node->accessible_description), >, 15);
      g_assert_cmpint (styr_scene_find_node (scene, node->id), ==, (int) i);
      g_assert_true (g_str_has_suffix (node->id, node->source));
      if (g_str_has_prefix (node->id, "block:"))
        g_assert_nonnull (strstr (alt, node->accessible_name));
    }
}

/* The numbers are those of the overview. */
static void
test_state (void)
{
  g_autoptr (StyrModel) model = diagram_fixture_norrkoping ();
  g_autoptr (StyrOverview) overview = diagram_fixture_overview (model, 2024, TODAY);
  g_autoptr (StyrScene) pyramid = styr_picture_layout (model, NULL, overview);
  g_autoptr (StyrScene) bare = styr_picture_layout (model, NULL, NULL);
  g_autoptr (StyrScene) wheel = styr_wheel_layout (model, overview, NULL, NULL);
  int block = styr_scene_find_node (pyramid, "block:assignmentPlans"),
      phase = styr_scene_find_node (wheel, "phase:plan");
  StyrStateCounts counts = styr_overview_get_counts (overview, "assignmentPlans");
  StyrCompletion completion = styr_overview_get_phase (overview, "plan");
  g_autofree char *line = g_strdup_printf ("✓ %d  ! %d", counts.in_force, counts.late);
  g_autofree char *done = g_strdup_printf ("%d", completion.done);

  g_assert_cmpint (counts.in_force, ==, 3);
  g_assert_cmpint (counts.late, >, 0);
  g_assert_cmpstr (styr_scene_get_node (pyramid, (guint) block)->state_line, ==, line);
  g_assert_null (styr_scene_get_node (bare, (guint) block)->state_line);
  g_assert_cmpint (completion.total, >, completion.done);
  g_assert_nonnull (
      strstr (styr_scene_get_node (wheel, (guint) phase)->accessible_description, done));
  g_assert_nonnull (styr_scene_get_node (wheel, (guint) phase)->state_line);
}

/* Exact corners: beside the slope, in a notch, in the hub, between phase and ring. */
static void
test_hit (void)
{
  g_autoptr (StyrScene) pyramid = make_named ("pyramid");
  g_autoptr (StyrScene) wheel = make_named ("wheel-bare");
  int vision = styr_scene_find_node (pyramid, "block:vision");
  const StyrRect *b = &styr_scene_get_node (pyramid, (guint) vision)->bounds;
  double x = styr_scene_get_width (wheel) / 2, y = styr_scene_get_height (wheel) / 2;

  g_assert_cmpint (vision, ==, 0);
  g_assert_cmpint (
      styr_scene_hit (pyramid, b->x + b->width / 2, b->y + b->height * 0.7), ==, vision);
  g_assert_cmpint (styr_scene_hit (pyramid, b->x + 2, b->y + 2), ==, -1);
  g_assert_cmpint (styr_scene_hit (pyramid, b->x + b->width - 2, b->y + b->height * 0.4), ==, -1);
  g_assert_cmpint (styr_scene_hit (wheel, x, y), ==, -1);
  g_assert_cmpint (
      styr_scene_hit (wheel, x + 120, y - 190), ==, styr_scene_find_node (wheel, "phase:plan"));
  g_assert_cmpint (
      styr_scene_hit (wheel, x + 160, y + 150), ==, styr_scene_find_node (wheel, "phase:do"));
  g_assert_cmpint (
      styr_scene_hit (wheel, x + 60, y - 365), ==, styr_scene_find_node (wheel, "month:1"));
  g_assert_cmpint (
      styr_scene_hit (wheel, x - 60, y - 365), ==, styr_scene_find_node (wheel, "month:12"));
  g_assert_cmpint (styr_scene_hit (wheel, 3, 3), ==, -1);
}

/* Every point of the second block comes after the first one, and the other way round. */
static void
assert_follows (StyrScene *scene, const char *first, const char *second)
{
  int ends[] = { styr_scene_find_node (scene, first), styr_scene_find_node (scene, second) };
  guint n_points = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const StyrRect *b = &styr_scene_get_node (scene, (guint) ends[i])->bounds;

      for (double y = b->y; y < b->y + b->height; y += 5)
        for (double x = b->x; x < b->x + b->width; x += 5)
          if (styr_scene_node_contains (scene, (guint) ends[i], x, y))
            {
              n_points++;
              g_assert_cmpint (
                  styr_scene_is_after (scene, (guint) ends[1 - i], &(StyrPoint){ x, y }),
                  ==,
                  i == 1);
            }
    }
  g_assert_cmpuint (n_points, >, 200);
}

/* All along a bent arrow its upper half is towards the next one and its lower half isn't. */
static void
assert_bent (StyrScene *scene, const char *id)
{
  guint index = (guint) styr_scene_find_node (scene, id);
  const StyrRect *b = &styr_scene_get_node (scene, index)->bounds;

  for (double x = b->x + b->width * 0.1; x < b->x + b->width * 0.9; x += 10)
    {
      double top = b->y, bottom = b->y + b->height, middle;

      while (!styr_scene_node_contains (scene, index, x, top) && top < bottom)
        top++;
      while (!styr_scene_node_contains (scene, index, x, bottom) && top < bottom)
        bottom--;
      g_assert_cmpfloat (bottom - top, >, 40);
      middle = (top + bottom) / 2;
      g_assert_true (styr_scene_is_after (scene, index, &(StyrPoint){ x, middle - 6 }));
      g_assert_false (styr_scene_is_after (scene, index, &(StyrPoint){ x, middle + 6 }));
    }
}

/* Where what comes next in the picture's order stands: to the right in a row, under it at a side,
 * clockwise in a wheel, above it in a spiral, however much its arrows are bent. */
static void
test_after (void)
{
  g_autoptr (StyrScene) triangle = make_named ("pyramid");
  g_autoptr (StyrScene) wheel = make_named ("ring");
  g_autoptr (StyrScene) spiral = make_named ("spiral");
  int centre = styr_scene_find_node (wheel, "block:vision");
  const StyrRect *b = &styr_scene_get_node (wheel, (guint) centre)->bounds;

  assert_follows (triangle, "block:goalAreas", "block:statutoryPlans");
  assert_follows (triangle, "block:directionDocuments", "block:jointDocuments");
  assert_follows (triangle, "block:activityReport", "block:internalControl");
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *sector = g_strdup_printf ("block:area%u", i);
      g_autofree char *next = g_strdup_printf ("block:area%u", i % 5 + 1);

      assert_follows (wheel, sector, next);
    }
  assert_follows (spiral, "block:planning", "block:analysis");
  assert_follows (spiral, "block:analysis", "block:steering");
  assert_bent (spiral, "block:planning");
  /* nothing comes after what stands in the middle of a wheel */
  for (double x = b->x; x <= b->x + b->width; x += 5)
    g_assert_false (
        styr_scene_is_after (wheel, (guint) centre, &(StyrPoint){ x, b->y + b->height * 0.9 }));
  g_assert_true (styr_scene_is_stacked (triangle));
  g_assert_false (styr_scene_is_stacked (wheel));
  g_assert_false (styr_scene_is_stacked (spiral));
}

/* A package's first picture in another template, after a step in it, if any. */
static StyrScene *
make_stepped (const char *template, const char *block, StyrStep step)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", "norrkoping.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (StyrPlaces) places = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *root, *picture;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  picture = json_array_get_object_element (json_object_get_array_member (root, "pictures"), 0);
  json_object_set_string_member (picture, "template", template);
  places = styr_places_new (picture, json_object_get_array_member (root, "levels"));
  if (block != NULL)
    g_assert_true (styr_places_step (places, block, step));
  json_object_set_member (picture, "places", styr_places_to_json (places));
  model = styr_model_new_from_json (json_parser_get_root (parser), &error);
  g_assert_no_error (error);
  return styr_picture_layout (model, NULL, NULL);
}

/* The picture shows a step in the order of its places, also past what has another level. */
static void
test_step (void)
{
  g_autoptr (StyrScene) triangle = make_stepped ("triangle", NULL, STYR_STEP_DOWN);
  g_autoptr (StyrScene) card = make_stepped ("triangle", "annualReport", STYR_STEP_DOWN);
  g_autoptr (StyrScene) spiral = make_stepped ("spiral", NULL, STYR_STEP_LATER);
  g_autoptr (StyrScene) arrow = make_stepped ("spiral", "implementation", STYR_STEP_LATER);

  assert_follows (triangle, "block:annualReport", "block:interimReport");
  assert_follows (card, "block:interimReport", "block:annualReport");
  assert_follows (spiral, "block:implementation", "block:operationalPlans");
  assert_follows (arrow, "block:operationalPlans", "block:implementation");
}

/* Relations go both ways, the flow only one. */
static void
test_relations (void)
{
  g_autoptr (StyrScene) scene = make_named ("pyramid");
  int budget = styr_scene_find_node (scene, "block:budget"),
      plans = styr_scene_find_node (scene, "block:assignmentPlans");
  int vision = styr_scene_find_node (scene, "block:vision");
  g_autoptr (GPtrArray) from_budget = styr_scene_dup_flow_to (scene, budget);
  g_autoptr (GPtrArray) from_plans = styr_scene_dup_flow_to (scene, plans);

  g_assert_true (styr_scene_are_related (scene, budget, plans));
  g_assert_true (styr_scene_are_related (scene, plans, budget));
  g_assert_false (styr_scene_are_related (scene, budget, vision));
  g_assert_true (
      g_ptr_array_find_with_equal_func (from_budget, "block:assignmentPlans", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (from_plans, "block:budget", g_str_equal, NULL));
}

/* A model without blocks, and one without pictures, still give a scene. */
static void
test_empty (void)
{
  static const char json[] =
      "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"empty\",\"name\":\"Tom\","
      "\"municipality\":\"Tomköping\",\"status\":\"draft\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_model_new_from_bytes (bytes, "empty.json", &error);
  g_autoptr (StyrScene) pyramid = NULL;
  g_autoptr (StyrScene) wheel = NULL;
  g_autoptr (GBytes) png = NULL;

  g_assert_no_error (error);
  pyramid = styr_picture_layout (model, NULL, NULL);
  wheel = styr_wheel_layout (model, NULL, NULL, NULL);
  png = paint (pyramid);
  g_assert_cmpuint (g_bytes_get_size (png), >, 100);
  g_assert_cmpuint (styr_scene_get_n_nodes (pyramid), ==, 0);
  g_assert_cmpint (styr_scene_hit (pyramid, 100, 100), ==, -1);
  g_assert_cmpuint (styr_scene_get_n_nodes (wheel), ==, 12);
  g_assert_cmpfloat (styr_scene_get_height (pyramid), >, 100);
}

static void
add (const char *name, GTestDataFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diagram/scene/%s/%s", name, cases[i].name);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("deterministic", test_deterministic);
  add ("no-overlap", test_no_overlap);
  add ("neighbours", test_neighbours);
  add ("texts", test_texts);
  add ("texts-in-nodes", test_texts_in_nodes);
  add ("edges", test_edges);
  add ("words", test_words);
  g_test_add_func ("/diagram/scene/state", test_state);
  g_test_add_func ("/diagram/scene/hit", test_hit);
  g_test_add_func ("/diagram/scene/after", test_after);
  g_test_add_func ("/diagram/scene/step", test_step);
  g_test_add_func ("/diagram/scene/relations", test_relations);
  g_test_add_func ("/diagram/scene/empty", test_empty);
  return g_test_run ();
}
