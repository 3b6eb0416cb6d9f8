/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-fixture.h"
#include "styr-picture-file.h"
#include "styr-scene-private.h"

#include <math.h>

#define TODAY "2024-05-14"
#define GRID 4.0

typedef enum
{
  PYRAMID,
  PYRAMID_BARE,
  WHEEL,
  WHEEL_BARE,
  SMALL_PYRAMID,
  SMALL_PYRAMID_BARE,
  SMALL_WHEEL,
  N_SCENES,
} SceneKind;

static const char *const names[] = { "pyramid",    "pyramid-bare",  "wheel",
                                     "wheel-bare", "small-pyramid", "small-pyramid-bare",
                                     "small-wheel" };

static StyrScene *
make_scene (SceneKind kind)
{
  gboolean small = kind >= SMALL_PYRAMID;
  g_autoptr (StyrModel) model = small ? diagram_fixture_small () : diagram_fixture_norrkoping ();
  g_autoptr (StyrOverview) overview = diagram_fixture_overview (model, 2024, TODAY);
  g_autoptr (GPtrArray) earlier = diagram_fixture_earlier (model, 2024, 3);

  switch (kind)
    {
    case PYRAMID:
    case SMALL_PYRAMID:
      return styr_picture_layout (model, NULL, overview);
    case PYRAMID_BARE:
    case SMALL_PYRAMID_BARE:
      return styr_picture_layout (model, NULL, NULL);
    case WHEEL:
    case SMALL_WHEEL:
      return styr_wheel_layout (model, overview, earlier, "Nämnden för kultur, fritid och idrott");
    case WHEEL_BARE:
    case N_SCENES:
    default:
      return styr_wheel_layout (model, NULL, NULL, "Hela kommunen");
    }
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
  g_autoptr (StyrScene) one = make_scene (GPOINTER_TO_INT (data));
  g_autoptr (StyrScene) other = make_scene (GPOINTER_TO_INT (data));
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

/* Every node can be hit somewhere, and no point belongs to two. */
static void
test_no_overlap (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (GPOINTER_TO_INT (data));
  guint n = styr_scene_get_n_nodes (scene);
  g_autofree guint *hits = g_new0 (guint, n);

  for (double y = GRID / 2; y < styr_scene_get_height (scene); y += GRID)
    for (double x = GRID / 2; x < styr_scene_get_width (scene); x += GRID)
      {
        int first = -1;

        for (guint i = 0; i < n; i++)
          {
            if (!styr_scene_node_contains (scene, i, x, y))
              continue;
            g_assert_cmpint (first, ==, -1);
            first = (int) i;
            hits[i]++;
          }
        g_assert_cmpint (styr_scene_hit (scene, x, y), ==, first);
      }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (hits[i], >, 20);
}

static void
visit (StyrScene *scene, int index, gboolean *seen)
{
  if (index < 0 || seen[index])
    return;
  seen[index] = TRUE;
  for (int d = STYR_DIRECTION_LEFT; d <= STYR_DIRECTION_DOWN; d++)
    visit (scene, styr_scene_neighbour (scene, index, (StyrDirection) d), seen);
}

static double
get_middle (StyrScene *scene, int index, gboolean across)
{
  const StyrRect *b = &styr_scene_get_node (scene, (guint) index)->bounds;

  return across ? b->x + b->width / 2 : b->y + b->height / 2;
}

/* Arrow keys move the way they point, and reach everything from the first node. */
static void
test_neighbours (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (GPOINTER_TO_INT (data));
  int n = (int) styr_scene_get_n_nodes (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n);

  visit (scene, 0, seen);
  for (int i = 0; i < n; i++)
    {
      int left = styr_scene_neighbour (scene, i, STYR_DIRECTION_LEFT),
          right = styr_scene_neighbour (scene, i, STYR_DIRECTION_RIGHT);
      int up = styr_scene_neighbour (scene, i, STYR_DIRECTION_UP),
          down = styr_scene_neighbour (scene, i, STYR_DIRECTION_DOWN);

      g_assert_true (seen[i]);
      g_assert_true (left < 0 || get_middle (scene, left, TRUE) < get_middle (scene, i, TRUE));
      g_assert_true (right < 0 || get_middle (scene, right, TRUE) > get_middle (scene, i, TRUE));
      g_assert_true (up < 0 || get_middle (scene, up, FALSE) < get_middle (scene, i, FALSE));
      g_assert_true (down < 0 || get_middle (scene, down, FALSE) > get_middle (scene, i, FALSE));
    }
}

static gboolean
overlap (const StyrRect *a, const StyrRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static gboolean
corners_inside (const StyrPath *outline, const StyrRect *rect)
{
  return styr_path_contains (outline, rect->x, rect->y) &&
         styr_path_contains (outline, rect->x + rect->width, rect->y) &&
         styr_path_contains (outline, rect->x, rect->y + rect->height) &&
         styr_path_contains (outline, rect->x + rect->width, rect->y + rect->height);
}

static gboolean
touches (const StyrPath *outline, const StyrRect *rect)
{
  for (int i = 0; i <= 10; i++)
    if (styr_path_contains (outline, rect->x + rect->width * i / 10, rect->y) ||
        styr_path_contains (outline, rect->x + rect->width * i / 10, rect->y + rect->height))
      return TRUE;
  return FALSE;
}

/* All texts of a scene; those of nodes first. */
static GArray *
collect_texts (StyrScene *scene, GPtrArray *marks)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (StyrRect));

  for (guint i = 0; i < scene->nodes->len + 2; i++)
    {
      GPtrArray *list = i < scene->nodes->len    ? styr_scene_peek (scene, i)->marks
                        : i == scene->nodes->len ? scene->background
                                                 : scene->overlay;

      for (guint j = 0; j < list->len; j++)
        {
          StyrMark *mark = list->pdata[j];
          StyrRect rect;

          if (mark->kind != STYR_MARK_TEXT)
            continue;
          styr_mark_get_extents (mark, &rect);
          g_array_append_val (texts, rect);
          g_ptr_array_add (marks, mark);
        }
    }
  return texts;
}

/* No text is smaller than 11, leaves the picture or lies on another text. */
static void
test_texts (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GArray) texts = collect_texts (scene, marks);

  g_assert_cmpuint (texts->len, >, 10);
  for (guint i = 0; i < texts->len; i++)
    {
      const StyrRect *rect = &g_array_index (texts, StyrRect, i);
      const StyrMark *mark = marks->pdata[i];

      g_assert_cmpfloat (mark->size, >=, 11);
      g_assert_cmpfloat (rect->x, >=, 0);
      g_assert_cmpfloat (rect->y, >=, 0);
      g_assert_cmpfloat (rect->x + rect->width, <=, styr_scene_get_width (scene));
      g_assert_cmpfloat (rect->y + rect->height, <=, styr_scene_get_height (scene));
      for (guint j = 0; j < i; j++)
        if (overlap (rect, &g_array_index (texts, StyrRect, j)))
          g_error ("“%s” lies on “%s”", mark->text, ((StyrMark *) marks->pdata[j])->text);
    }
}

/* A node's text lies on the node; only names beside the point of the triangle lie outside, and then
 * on no other node. */
static void
test_texts_in_nodes (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (GPOINTER_TO_INT (data));

  for (guint i = 0; i < scene->nodes->len; i++)
    {
      StyrSceneNode *node = styr_scene_peek (scene, i);

      for (guint j = 0; j < node->marks->len; j++)
        {
          const StyrMark *mark = node->marks->pdata[j];
          StyrRect rect;

          if (mark->kind == STYR_MARK_PATH)
            continue;
          styr_mark_get_extents (mark, &rect);
          if (corners_inside (node->outline, &rect))
            continue;
          for (guint k = 0; k < scene->nodes->len; k++)
            if (mark->fill != STYR_TONE_INK || touches (styr_scene_peek (scene, k)->outline, &rect))
              g_error ("“%s” of %s doesn’t lie on it", mark->text, node->node.id);
        }
    }
}

/* Lines never run through a text, and begin and end horizontally. */
static void
test_edges (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GArray) texts = collect_texts (scene, marks);
  guint n_drawn = 0;

  for (guint i = 0; i < scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = scene->edges->pdata[i];
      g_autoptr (GArray) points = edge->path != NULL ? styr_path_flatten (edge->path) : NULL;

      if (points == NULL)
        continue;
      n_drawn++;
      g_assert_cmpfloat (fabs (fabs (edge->angle) - G_PI / 2), <, 1e-6);
      g_assert_cmpfloat (
          fabs (g_array_index (points, StyrPoint, points->len - 1).y - edge->tip.y), <, 1e-6);
      for (guint j = 1; j < points->len; j++)
        for (int step = 0; step <= 20; step++)
          {
            StyrPoint a = g_array_index (points, StyrPoint, j - 1),
                      b = g_array_index (points, StyrPoint, j);
            StyrPoint p = { a.x + (b.x - a.x) * step / 20, a.y + (b.y - a.y) * step / 20 };

            /* From one part of a line to the next there is a gap, where the words of the loop
             * stand. */
            if (edge->kind == STYR_CONNECTOR_LOOP && hypot (b.x - a.x, b.y - a.y) > 100 &&
                step > 0 && step < 20)
              continue;
            for (guint k = 0; k < texts->len; k++)
              {
                const StyrRect *rect = &g_array_index (texts, StyrRect, k);

                if (p.x > rect->x && p.x < rect->x + rect->width && p.y > rect->y &&
                    p.y < rect->y + rect->height)
                  g_error ("a line runs through “%s”", ((StyrMark *) marks->pdata[k])->text);
              }
          }
    }
  if (GPOINTER_TO_INT (data) == PYRAMID || GPOINTER_TO_INT (data) == SMALL_PYRAMID)
    g_assert_cmpuint (n_drawn, >, 8);
}

/* Everything a screen reader needs is there. */
static void
test_words (gconstpointer data)
{
  g_autoptr (StyrScene) scene = make_scene (GPOINTER_TO_INT (data));
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
  g_autoptr (StyrScene) pyramid = make_scene (PYRAMID);
  g_autoptr (StyrScene) wheel = make_scene (WHEEL_BARE);
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

/* Relations go both ways, the flow only one. */
static void
test_relations (void)
{
  g_autoptr (StyrScene) scene = make_scene (PYRAMID);
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
  for (int kind = 0; kind < N_SCENES; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/diagram/scene/%s/%s", name, names[kind]);

      g_test_add_data_func (path, GINT_TO_POINTER (kind), func);
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
  g_test_add_func ("/diagram/scene/relations", test_relations);
  g_test_add_func ("/diagram/scene/empty", test_empty);
  return g_test_run ();
}
