/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-checks.h"

#include "styr-scene-private.h"

#include <math.h>

/*
 * What holds of every picture, whatever is in it.
 */

#define GRID 6.0

/* Every node can be hit somewhere, and no point belongs to two. */
void
diagram_check_no_overlap (StyrScene *scene)
{
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
    g_assert_cmpuint (hits[i], >, 9);
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
void
diagram_check_neighbours (StyrScene *scene)
{
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
void
diagram_check_texts (StyrScene *scene)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autoptr (GArray) texts = collect_texts (scene, marks);

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
        /* Words along a curve: their upright rectangles overlap without them. */
        if (mark->angle != 0 && ((StyrMark *) marks->pdata[j])->angle != 0)
          continue;
        else if (overlap (rect, &g_array_index (texts, StyrRect, j)))
          g_error ("“%s” lies on “%s”", mark->text, ((StyrMark *) marks->pdata[j])->text);
    }
}

/* A node's text lies on the node; only names beside the point of the triangle lie outside, and then
 * on no other node. */
void
diagram_check_texts_in_nodes (StyrScene *scene)
{

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
guint
diagram_check_edges (StyrScene *scene)
{
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
  return n_drawn;
}
