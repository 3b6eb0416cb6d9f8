/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <math.h>

/*
 * Thick arrows that build on each other: each sweeps along the front of a spiral from the left to
 * the right, and where it ends the spiral turns behind it, up to where the next one begins. It
 * narrows towards what it all points to.
 */

#define HALF_WIDTH 330.0
#define TOP_WIDTH 330.0
#define NARROWING 0.70 /* the last turn, of the first one's width */
#define SAG 40.0       /* how far the front hangs down in the middle */
#define BACK_SAG 18.0
#define SPACE 40.0 /* between the arrows */
#define HEAD_LENGTH 62.0
#define HEAD_OUT 17.0 /* how far the head reaches out over the band on each side */
#define STEPS 40
#define FIRST 0.03 /* where the arrow begins and its head, as a share of the turn */
#define LAST 0.80
#define TOP_SPACE 62.0

typedef struct
{
  double x, y, half;  /* the front's middle, and half its width */
  double rise, thick; /* of one arrow */
} Turn;

static guint
count_goal (StyrPictureLayout *self)
{
  guint n = 0;

  if (self->levels->len < 2 && self->bands->len != 1)
    return 0;
  while (n < self->bands->len && ((const StyrSlot *) self->bands->pdata[n])->level == 0)
    n++;
  return n;
}

static double
get_goal_width (StyrPictureLayout *self)
{
  return MIN (2 * HALF_WIDTH, TOP_WIDTH + (count_goal (self) - 1) * 160.0);
}

static double
get_goal_height (StyrPictureLayout *self)
{
  guint n = count_goal (self);
  double height = n > 0 ? 70 : 0;

  if (n > 0)
    styr_picture_share_row (
        self, (StyrSlot **) self->bands->pdata, n, 0, get_goal_width (self), STYR_PICTURE_GAP);
  for (guint i = 0; i < n; i++)
    height = MAX (height, styr_picture_measure_cell (self, self->bands->pdata[i], 700));
  return height;
}

static double
get_thick (StyrPictureLayout *self)
{
  double thick = 74;

  for (guint i = count_goal (self); i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];
      double cell;

      slot->left = 0;
      slot->right = HALF_WIDTH * NARROWING * 0.9;
      cell = styr_picture_measure_cell (self, slot, 600) + 8;
      if (styr_picture_measure_tab (slot->block) > 0)
        cell += 14;
      thick = MAX (thick, cell);
    }
  return thick;
}

static void
measure_spiral (StyrPictureLayout *self)
{
  guint n = self->bands->len - count_goal (self);
  double thick = get_thick (self), goal = get_goal_height (self);

  self->shape_width = 2 * HALF_WIDTH;
  self->shape_height = goal;
  if (n > 0)
    self->shape_height += n * (thick + SPACE) + SAG + (goal > 0 ? TOP_SPACE : 0);
}

/* How wide the spiral is after so many turns. */
static double
get_half (double turns, guint n)
{
  double share = n > 1 ? turns / (n - 0.5) : 0;

  return HALF_WIDTH * (1 - (1 - NARROWING) * MIN (share, 1));
}

static StyrPoint
get_front (const Turn *turn, guint index, guint n, double t)
{
  double half = get_half (index + t * 0.5, n);

  return (StyrPoint){ turn->x - half * cos (G_PI * t),
                      turn->y - turn->rise * t / 2 + SAG * sin (G_PI * t) };
}

static StyrPoint
get_back (const Turn *turn, guint index, guint n, double t)
{
  double half = get_half (index + 0.5 + t * 0.5, n);

  return (StyrPoint){ turn->x + half * cos (G_PI * t),
                      turn->y - turn->rise * (0.5 + t / 2) - BACK_SAG * sin (G_PI * t) };
}

static void
add_side (StyrPath *path, const Turn *turn, guint index, guint n, double away, gboolean backwards)
{
  for (int i = 0; i <= STEPS; i++)
    {
      double t = FIRST + (LAST - FIRST) * (backwards ? STEPS - i : i) / STEPS;
      StyrPoint p = get_front (turn, index, n, t);

      styr_path_line (path, p.x, p.y + away);
    }
}

/* The arrow's outline: a notch where it begins, a head where it ends. */
static StyrPath *
make_arrow (const Turn *turn, guint index, guint n)
{
  StyrPath *path = styr_path_new ();
  double half = turn->thick / 2;
  StyrPoint end = get_front (turn, index, n, LAST),
            before = get_front (turn, index, n, LAST - 0.04);
  StyrPoint start = get_front (turn, index, n, FIRST + 0.055);
  double length = hypot (end.x - before.x, end.y - before.y);
  double dx = (end.x - before.x) / length, dy = (end.y - before.y) / length;

  add_side (path, turn, index, n, -half, FALSE);
  styr_path_line (path, end.x, end.y - half - HEAD_OUT);
  styr_path_line (path, end.x + dx * HEAD_LENGTH, end.y + dy * HEAD_LENGTH);
  styr_path_line (path, end.x, end.y + half + HEAD_OUT);
  add_side (path, turn, index, n, half, TRUE);
  styr_path_line (path, start.x, start.y);
  styr_path_close (path);
  return path;
}

/* The turn behind, from one arrow's end to the next one's beginning. */
static void
add_back (StyrPictureLayout *self, const Turn *turn, guint index, guint n, double from, double to)
{
  StyrPath *path = styr_path_new ();
  double half = turn->thick * 0.36;
  StyrMark *mark;

  for (int i = 0; i <= STEPS; i++)
    {
      StyrPoint p = get_back (turn, index, n, from + (to - from) * i / STEPS);

      styr_path_line (path, p.x, p.y - half);
    }
  for (int i = STEPS; i >= 0; i--)
    {
      StyrPoint p = get_back (turn, index, n, from + (to - from) * i / STEPS);

      styr_path_line (path, p.x, p.y + half);
    }
  styr_path_close (path);
  mark = styr_mark_new_path (path, STYR_TONE_TINT, STYR_TONE_NONE, 0);
  styr_scene_note (self->scene, mark);
}

static void
add_arrow (StyrPictureLayout *self, StyrSlot *slot, const Turn *turn, guint index, guint n)
{
  guint tint = n > 1 ? (index * 2 + n - 2) / (n - 1) : 1;
  StyrPoint middle = get_front (turn, index, n, 0.42), tail = get_front (turn, index, n, FIRST);
  StyrPoint end = get_front (turn, index, n, LAST);
  const StyrTextPlace place = { .x = middle.x,
                                .y = middle.y,
                                .top = middle.y - turn->thick / 2 + 3,
                                .bottom = middle.y + turn->thick / 2 - 3,
                                .pill = TRUE,
                                .weight = 600 };
  StyrSceneNode *node =
      styr_scene_add_node (self->scene, "block", slot->block->id, make_arrow (turn, index, n));

  slot->node = (int) self->scene->nodes->len - 1;
  slot->row = (int) index;
  slot->index = index;
  slot->n_beside = n;
  slot->left = tail.x;
  slot->right = end.x + HEAD_LENGTH * 0.96;
  slot->top = middle.y - turn->thick / 2;
  slot->bottom = middle.y + turn->thick / 2;
  slot->ends_left = slot->ends_right = TRUE;
  slot->port_left = tail.y;
  slot->port_right = end.y;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + tint);
  styr_picture_add_text (self, slot, node, &place, STYR_TONE_ON_TINT + tint);
}

static void
add_goal (StyrPictureLayout *self, double height)
{
  guint n = count_goal (self);
  double width = get_goal_width (self);

  if (n > 0)
    styr_picture_share_row (self,
                            (StyrSlot **) self->bands->pdata,
                            n,
                            self->centre - width / 2,
                            width,
                            STYR_PICTURE_GAP);
  for (guint i = 0; i < n; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      slot->row = -1;
      slot->top = self->top;
      slot->bottom = self->top + height;
      styr_picture_add_cell (self, slot, n == 1 ? height * 0.42 : 12, 3);
    }
}

/* The last turn goes up to what it all points to. */
static void
add_last (StyrPictureLayout *self, const Turn *turn, guint n, double goal_bottom)
{
  StyrPath *path = styr_path_new (), *arrow = styr_path_new ();
  StyrPoint from = get_back (turn, n - 1, n, 0.16);
  double tip = goal_bottom + 6, x = self->centre, half = turn->thick * 0.36;

  styr_path_move (path, from.x, from.y - half);
  styr_path_curve (path, from.x - 60, from.y - half - 18, x + 44, tip + 50, x + 15, tip + 24);
  styr_path_line (path, x - 15, tip + 24);
  styr_path_curve (path, x - 6, tip + 76, x + 60, from.y + half - 12, from.x, from.y + half);
  styr_path_close (path);
  styr_scene_note (self->scene, styr_mark_new_path (path, STYR_TONE_TINT, STYR_TONE_NONE, 0));
  styr_path_move (arrow, x, tip);
  styr_path_line (arrow, x + 30, tip + 27);
  styr_path_line (arrow, x - 30, tip + 27);
  styr_path_close (arrow);
  styr_scene_note (self->scene, styr_mark_new_path (arrow, STYR_TONE_TINT, STYR_TONE_NONE, 0));
}

/* The arrows in the order in which they build on each other: lowest level first, and in their order
 * within it. */
static GPtrArray *
list_arrows (StyrPictureLayout *self)
{
  GPtrArray *arrows = g_ptr_array_new ();

  for (int level = (int) self->levels->len - 1; level >= 0; level--)
    for (guint i = count_goal (self); i < self->bands->len; i++)
      if (((const StyrSlot *) self->bands->pdata[i])->level == level)
        g_ptr_array_add (arrows, self->bands->pdata[i]);
  return arrows;
}

static void
add_spiral (StyrPictureLayout *self)
{
  g_autoptr (GPtrArray) arrows = list_arrows (self);
  double goal = get_goal_height (self), thick = get_thick (self);
  Turn first = {
    .x = self->centre, .y = self->bottom - SAG - thick / 2, .rise = thick + SPACE, .thick = thick
  };

  for (guint i = 0; i < arrows->len; i++)
    {
      Turn turn = first;

      turn.y -= i * turn.rise;
      if (i + 1 < arrows->len)
        add_back (self, &turn, i, arrows->len, 0, 1);
      else if (goal > 0)
        add_last (self, &turn, arrows->len, self->top + goal);
    }
  add_goal (self, goal);
  for (guint i = 0; i < arrows->len; i++)
    {
      Turn turn = first;

      turn.y -= i * turn.rise;
      add_arrow (self, arrows->pdata[i], &turn, i, arrows->len);
    }
  styr_picture_add_corner (self, self->left, self->bottom);
  styr_picture_add_corner (self, self->left, self->top);
  styr_picture_add_corner (self, self->right, self->top);
  styr_picture_add_corner (self, self->right, self->bottom);
}

/** Arrows that rise as a spiral towards the first level's block. */
const StyrTemplate styr_spiral_template = {
  .name = "spiral",
  .beside = STYR_PICTURE_EDGE,
  .measure = measure_spiral,
  .add = add_spiral,
};
