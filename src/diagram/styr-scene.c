/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-scene-private.h"

/* How finely an outline is felt for its middle, in scene units */
#define SCAN_STEP 2.0

/**
 * A drawing that is laid out: nodes with outlines, relations between them, and everything there is
 * to paint, in scene units (pixels at natural size, y downwards). Immutable and reference counted,
 * so that the screen and an export can share one. The same model, overview and fonts always give
 * the same scene.
 */
G_DEFINE_BOXED_TYPE (StyrScene, styr_scene, styr_scene_ref, styr_scene_unref)

static void
free_node (StyrSceneNode *self)
{
  g_free (self->node.id);
  g_free (self->node.source);
  g_free (self->node.label);
  g_free (self->node.state_line);
  g_free (self->node.accessible_name);
  g_free (self->node.accessible_description);
  g_free (self->node.state_words);
  g_free (self->node.summary);
  styr_path_free (self->outline);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static void
free_edge (StyrSceneEdge *self)
{
  styr_path_free (self->path);
  g_free (self);
}

/* Building: for the layouts only. */

/** Makes an empty scene of a natural size. */
StyrScene *
styr_scene_new (double width, double height)
{
  StyrScene *self = g_new0 (StyrScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = width;
  self->height = height;
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_node);
  self->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) free_edge);
  self->background = g_ptr_array_new_with_free_func ((GDestroyNotify) styr_mark_free);
  self->overlay = g_ptr_array_new_with_free_func ((GDestroyNotify) styr_mark_free);
  return self;
}

/** Adds a node whose id is "kind:source"; takes the outline. The scene owns the result. */
StyrSceneNode *
styr_scene_add_node (StyrScene *self, const char *kind, const char *source, StyrPath *outline)
{
  StyrSceneNode *node = g_new0 (StyrSceneNode, 1);

  g_return_val_if_fail (self != NULL && outline != NULL, NULL);

  node->node.id = g_strconcat (kind, ":", source, NULL);
  node->node.source = g_strdup (source);
  node->node.focusable = TRUE;
  node->outline = outline;
  node->next.x = 1;
  node->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) styr_mark_free);
  styr_path_get_bounds (outline, &node->node.bounds);
  g_ptr_array_add (self->nodes, node);
  return node;
}

/** Adds a relation between two nodes, without a line. The scene owns the result. */
StyrSceneEdge *
styr_scene_add_edge (StyrScene *self, int from, int to, StyrConnectorKind kind)
{
  StyrSceneEdge *edge = g_new0 (StyrSceneEdge, 1);

  g_return_val_if_fail (self != NULL, NULL);

  edge->from = from;
  edge->to = to;
  edge->kind = kind;
  g_ptr_array_add (self->edges, edge);
  return edge;
}

/** The whole of a node, for layout and paint. */
StyrSceneNode *
styr_scene_peek (StyrScene *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->nodes->len, NULL);
  return self->nodes->pdata[index];
}

/** Adds a mark behind everything; takes it. */
void
styr_scene_note (StyrScene *self, StyrMark *mark)
{
  g_return_if_fail (self != NULL && mark != NULL);
  g_ptr_array_add (self->background, mark);
}

/** Adds a mark in front of everything; takes it. */
void
styr_scene_cover (StyrScene *self, StyrMark *mark)
{
  g_return_if_fail (self != NULL && mark != NULL);
  g_ptr_array_add (self->overlay, mark);
}

/* What everyone may ask. */

/** Takes a reference. */
StyrScene *
styr_scene_ref (StyrScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** Gives a reference back. */
void
styr_scene_unref (StyrScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->background);
  g_ptr_array_unref (self->overlay);
  g_free (self->alt_text);
  g_free (self);
}

/** Natural width, in scene units. */
double
styr_scene_get_width (StyrScene *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->width;
}

/** Natural height, in scene units. */
double
styr_scene_get_height (StyrScene *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->height;
}

/** The whole picture in words, for a screen reader and for the picture files. */
const char *
styr_scene_get_alt_text (StyrScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->alt_text;
}

/** How many nodes there are. Their order is the reading order. */
guint
styr_scene_get_n_nodes (StyrScene *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->nodes->len;
}

/** A node; owned by the scene. */
const StyrNode *
styr_scene_get_node (StyrScene *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->nodes->len, NULL);
  return &styr_scene_peek (self, index)->node;
}

/** The index of the node with the id, or -1. */
int
styr_scene_find_node (StyrScene *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  for (guint i = 0; i < self->nodes->len; i++)
    if (g_str_equal (styr_scene_peek (self, i)->node.id, id))
      return (int) i;
  return -1;
}

/** Whether the picture's levels lie above each other, the first on top. */
gboolean
styr_scene_is_stacked (StyrScene *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->stacked;
}

/* How high the middle of an outline is at a distance from the left: an arrow that rises is bent. */
static double
get_middle_at (StyrScene *self, guint index, double x)
{
  const StyrRect *bounds = &styr_scene_peek (self, index)->node.bounds;
  double inside = CLAMP (x, bounds->x + SCAN_STEP, bounds->x + bounds->width - SCAN_STEP);
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (double y = bounds->y; y <= bounds->y + bounds->height; y += SCAN_STEP)
    if (styr_scene_node_contains (self, index, inside, y))
      {
        top = MIN (top, y);
        bottom = MAX (bottom, y);
      }
  return bottom >= top ? (top + bottom) / 2 : bounds->y + bounds->height / 2;
}

/**
 * styr_scene_is_after:
 * @index: a node
 * @point: a point beside it or on it
 *
 * The order goes to the right in a row, down at a side, clockwise round a wheel, and up a spiral.
 *
 * Returns: whether @point is where what comes after the node in the picture's order lies, not what
 * comes before it
 */
gboolean
styr_scene_is_after (StyrScene *self, guint index, const StyrPoint *point)
{
  const StyrSceneNode *node;
  const StyrRect *bounds;
  double dx, dy;

  g_return_val_if_fail (self != NULL && index < self->nodes->len && point != NULL, FALSE);

  node = styr_scene_peek (self, index);
  bounds = &node->node.bounds;
  dx = point->x - bounds->x - bounds->width / 2;
  dy = point->y -
       (node->next.x == 0 ? get_middle_at (self, index, point->x) : bounds->y + bounds->height / 2);
  return dx * node->next.x + dy * node->next.y > 0;
}

/** Whether the point lies inside the node's own outline, corners and notches reckoned. */
gboolean
styr_scene_node_contains (StyrScene *self, guint index, double x, double y)
{
  const StyrSceneNode *node;
  const StyrRect *bounds;

  g_return_val_if_fail (self != NULL && index < self->nodes->len, FALSE);

  node = styr_scene_peek (self, index);
  bounds = &node->node.bounds;
  if (x < bounds->x || y < bounds->y || x > bounds->x + bounds->width ||
      y > bounds->y + bounds->height)
    return FALSE;
  return styr_path_contains (node->outline, x, y);
}

/** The index of the node at the point, or -1. */
int
styr_scene_hit (StyrScene *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = self->nodes->len; i > 0; i--)
    if (styr_scene_node_contains (self, i - 1, x, y))
      return (int) i - 1;
  return -1;
}

/** Whether a relation joins the two nodes, in either direction. */
gboolean
styr_scene_are_related (StyrScene *self, int a, int b)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->edges->pdata[i];

      if ((edge->from == a && edge->to == b) || (edge->from == b && edge->to == a))
        return TRUE;
    }
  return FALSE;
}

/** The ids (char*) of the nodes that the node gives something to. The caller owns the array. */
GPtrArray *
styr_scene_dup_flow_to (StyrScene *self, int index)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, ids);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->edges->pdata[i];

      if (edge->from == index)
        g_ptr_array_add (ids, g_strdup (styr_scene_peek (self, (guint) edge->to)->node.id));
    }
  return ids;
}
