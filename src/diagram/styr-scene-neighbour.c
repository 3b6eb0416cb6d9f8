/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-scene-private.h"

#include <math.h>

/*
 * Moving with the arrow keys. The nearest node in the direction wins, and straight ahead counts as
 * nearer than aside. That alone can leave a node that no key ever comes to (one that always has a
 * nearer one before it), so a node that nobody leads to is taken as the neighbour of the node
 * beside it which has no other way in that direction, or else wins over the usual one.
 */

/* How far aside counts, compared with ahead. */
#define ASIDE 2.2
/* What one could only come to aslant: what stands in the same row or column comes first. */
#define ASLANT 200

typedef struct
{
  int next[4]; /* by StyrDirection, -1 = none */
} Ways;

static StyrPoint
centre (StyrScene *self, guint index)
{
  const StyrRect *b = &styr_scene_peek (self, index)->node.bounds;

  return (StyrPoint){ b->x + b->width / 2, b->y + b->height / 2 };
}

static double
gap (double from, double from_end, double to, double to_end)
{
  return MAX (0, MAX (to - from_end, from - to_end));
}

/* Whether two nodes stand beside each other: notches and tabs make neighbours overlap a little. */
static gboolean
is_aslant (double from, double from_end, double to, double to_end)
{
  double overlap = MIN (from_end, to_end) - MAX (from, to);

  return overlap < 0.25 * MIN (from_end - from, to_end - to);
}

/* The cost of going from one node to another in a direction; a negative one means that it doesn't
 * lie that way. */
static double
reckon_cost (StyrScene *self, guint from, guint to, StyrDirection direction)
{
  const StyrRect *a = &styr_scene_peek (self, from)->node.bounds;
  const StyrRect *b = &styr_scene_peek (self, to)->node.bounds;
  StyrPoint p = centre (self, from), q = centre (self, to);
  double dx = q.x - p.x, dy = q.y - p.y;
  double aside_x = gap (a->x, a->x + a->width, b->x, b->x + b->width);
  double aside_y = gap (a->y, a->y + a->height, b->y, b->y + b->height);
  gboolean sideways = direction == STYR_DIRECTION_LEFT || direction == STYR_DIRECTION_RIGHT;
  double ahead = sideways ? dx : dy;
  double aside = sideways ? aside_y + fabs (dy) * 0.3 : aside_x + fabs (dx) * 0.3;

  if (direction == STYR_DIRECTION_LEFT || direction == STYR_DIRECTION_UP)
    ahead = -ahead;
  if (ahead < 2 || aside > ahead * 4 + 60)
    return -1;
  if (sideways ? is_aslant (a->y, a->y + a->height, b->y, b->y + b->height)
               : is_aslant (a->x, a->x + a->width, b->x, b->x + b->width))
    aside += ASLANT;
  return ahead + ASIDE * aside;
}

static int
find_nearest (StyrScene *self, guint from, StyrDirection direction)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      double cost;

      if (i == from || !styr_scene_peek (self, i)->node.focusable)
        continue;
      cost = reckon_cost (self, from, i, direction);
      if (cost >= 0 && cost < best)
        {
          best = cost;
          found = (int) i;
        }
    }
  return found;
}

static void
mark_reached (const Ways *ways, int index, gboolean *reached)
{
  if (index < 0 || reached[index])
    return;
  reached[index] = TRUE;
  for (guint d = 0; d < 4; d++)
    mark_reached (ways, ways[index].next[d], reached);
}

/* The best way into a node from one that is reached already. A way that leads nowhere yet is taken
 * before one that does. */
static gboolean
open_way (StyrScene *self, Ways *ways, const gboolean *reached, guint to)
{
  double best = G_MAXDOUBLE;
  int from = -1, by = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    for (int d = 0; reached[i] && d < 4; d++)
      {
        double cost = reckon_cost (self, i, to, (StyrDirection) d);

        if (cost >= 0 && ways[i].next[d] >= 0)
          cost += 10000;
        if (cost >= 0 && cost < best)
          {
            best = cost;
            from = (int) i;
            by = d;
          }
      }
  if (from < 0 || ways[from].next[by] >= 0)
    return FALSE;
  ways[from].next[by] = (int) to;
  return TRUE;
}

static void
find_ways (StyrScene *self, Ways *ways)
{
  guint n = self->nodes->len;
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    for (int d = 0; d < 4; d++)
      ways[i].next[d] = find_nearest (self, i, (StyrDirection) d);

  while (changed)
    {
      g_autofree gboolean *reached = g_new0 (gboolean, n);

      changed = FALSE;
      mark_reached (ways, 0, reached);
      for (guint i = 0; i < n && !changed; i++)
        if (!reached[i])
          changed = open_way (self, ways, reached, i);
    }
}

/** The node that an arrow key moves to, or -1 when there is none that way. */
int
styr_scene_neighbour (StyrScene *self, int index, StyrDirection direction)
{
  g_autofree Ways *ways = NULL;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (index >= 0 && index < (int) self->nodes->len, -1);

  ways = g_new0 (Ways, self->nodes->len);
  find_ways (self, ways);
  return ways[index].next[direction];
}
