/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <math.h>
#include <string.h>

/*
 * Thick arrows that build on each other: each sweeps along the front of a spiral from the left to
 * the right, and where it ends the spiral turns behind it, up to where the next one begins. It
 * narrows towards what it all points to.
 */

#define HALF_WIDTH 405.0
#define TOP_WIDTH 330.0
#define NARROWING 0.62 /* the last turn, of the first one's width */
#define SAG 62.0       /* how far the front hangs down in the middle */
#define BACK_SAG 30.0
#define SPACE 52.0 /* between the arrows */
#define HEAD_LENGTH 62.0
#define HEAD_OUT 17.0 /* how far the head reaches out over the band on each side */
#define GOAL_RADIUS 26.0
#define SMALL_RADIUS 9.0 /* of several beside each other */
#define PILL_HEIGHT 24.0
#define STEPS 40
#define FIRST 0.03 /* where the arrow begins and its head, as a share of the turn */
#define LAST 0.80
#define TOP_SPACE 84.0

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
    {
      const StyrSlot *slot = self->bands->pdata[i];
      double cell = styr_picture_measure_cell (self, slot, 700);

      if (styr_picture_measure_tab (slot->block) > 0)
        cell += PILL_HEIGHT;
      height = MAX (height, cell);
    }
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
        cell += PILL_HEIGHT - 8;
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

static StyrPoint
get_tip (const Turn *turn, guint index, guint n)
{
  StyrPoint end = get_front (turn, index, n, LAST),
            before = get_front (turn, index, n, LAST - 0.04);
  double length = hypot (end.x - before.x, end.y - before.y);

  return (StyrPoint){ end.x + (end.x - before.x) / length * HEAD_LENGTH,
                      end.y + (end.y - before.y) / length * HEAD_LENGTH };
}

/* The arrow's outline: a notch where it begins, a head where it ends. */
static StyrPath *
make_arrow (const Turn *turn, guint index, guint n)
{
  StyrPath *path = styr_path_new ();
  double half = turn->thick / 2;
  StyrPoint end = get_front (turn, index, n, LAST), tip = get_tip (turn, index, n);
  StyrPoint start = get_front (turn, index, n, FIRST + 0.055);

  add_side (path, turn, index, n, -half, FALSE);
  styr_path_line (path, end.x, end.y - half - HEAD_OUT);
  styr_path_line (path, tip.x, tip.y);
  styr_path_line (path, end.x, end.y + half + HEAD_OUT);
  add_side (path, turn, index, n, half, TRUE);
  styr_path_line (path, start.x, start.y);
  styr_path_close (path);
  return path;
}

/* What lies behind steps back. */
static void
add_pale (StyrPictureLayout *self, StyrPath *path)
{
  StyrPath *line = styr_path_copy (path);
  StyrMark *mark = styr_mark_new_path (path, STYR_TONE_TINT, STYR_TONE_NONE, 0);

  mark->pale = 0.45;
  styr_scene_note (self->scene, mark);
  styr_scene_note (self->scene, styr_mark_new_path (line, STYR_TONE_NONE, STYR_TONE_HAIRLINE, 1));
}

/* The turn behind, from one arrow's end to the next one's beginning. */
static void
add_back (StyrPictureLayout *self, const Turn *turn, guint index, guint n, double from, double to)
{
  StyrPath *path = styr_path_new ();
  double half = turn->thick * 0.4;

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
  add_pale (self, path);
}

static void
add_arrow (StyrPictureLayout *self, StyrSlot *slot, const Turn *turn, guint index, guint n)
{
  guint tint = n > 1 ? (index * 2 + n - 2) / (n - 1) : 1;
  StyrPoint middle = get_front (turn, index, n, 0.46), tail = get_front (turn, index, n, FIRST);
  StyrPoint tip = get_tip (turn, index, n);
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
  slot->right = tip.x;
  slot->top = middle.y - turn->thick / 2;
  slot->bottom = middle.y + turn->thick / 2;
  slot->ends_left = slot->ends_right = TRUE;
  slot->port_left = tail.y;
  slot->port_right = tip.y;
  node->next = (StyrPoint){ 0, -1 };
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + tint);
  styr_picture_add_text (self, slot, node, &place, STYR_TONE_ON_TINT + tint);
}

static void
add_goal_block (StyrPictureLayout *self, StyrSlot *slot)
{
  const StyrRect rect = {
    slot->left, slot->top, slot->right - slot->left, slot->bottom - slot->top
  };
  const StyrTextPlace place = { .x = rect.x + rect.width / 2,
                                .y = rect.y + rect.height / 2,
                                .top = rect.y + 6,
                                .bottom = rect.y + rect.height - 6,
                                .pill = TRUE,
                                .weight = 700 };
  StyrSceneNode *node = styr_scene_add_node (
      self->scene,
      "block",
      slot->block->id,
      styr_path_new_rectangle (&rect, slot->n_beside > 3 ? SMALL_RADIUS : GOAL_RADIUS));

  slot->node = (int) self->scene->nodes->len - 1;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + 3);
  styr_picture_add_text (self, slot, node, &place, STYR_TONE_ON_TINT + 3);
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
      add_goal_block (self, slot);
    }
}

/* The last turn goes up to what it all points to. */
static void
add_last (StyrPictureLayout *self, const Turn *turn, guint n, double goal_bottom)
{
  StyrPath *path = styr_path_new ();
  StyrPoint from = get_back (turn, n - 1, n, 0.12);
  double tip = goal_bottom + 7, x = self->centre, half = turn->thick * 0.36, neck = tip + 34;

  styr_path_move (path, from.x, from.y - half);
  styr_path_curve (path, from.x - 70, from.y - half - 26, x + 66, neck + 34, x + 19, neck);
  styr_path_line (path, x + 40, neck);
  styr_path_line (path, x, tip);
  styr_path_line (path, x - 40, neck);
  styr_path_line (path, x - 19, neck);
  styr_path_curve (path, x - 12, neck + 70, x + 70, from.y + half - 6, from.x, from.y + half);
  styr_path_close (path);
  add_pale (self, path);
}

static int
compare_arrows (gconstpointer a, gconstpointer b)
{
  const StyrSlot *one = *(StyrSlot *const *) a, *other = *(StyrSlot *const *) b;

  if (one->place->order != other->place->order)
    return one->place->order < other->place->order ? -1 : 1;
  if (one->level != other->level)
    return one->level > other->level ? -1 : 1;
  return strcmp (one->block->id, other->block->id);
}

/* The arrows in the order in which they build on each other, the lowest first: by their order, and
 * with the same order the one of the lowest level. */
static GPtrArray *
list_arrows (StyrPictureLayout *self)
{
  GPtrArray *arrows = g_ptr_array_new ();

  for (guint i = count_goal (self); i < self->bands->len; i++)
    g_ptr_array_add (arrows, self->bands->pdata[i]);
  g_ptr_array_sort (arrows, compare_arrows);
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
        add_back (self, &turn, i, arrows->len, 0, 0.94);
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
