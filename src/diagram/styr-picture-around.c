/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <math.h>

/*
 * The arrow that runs around the shape, clockwise from the middle of its lower side and nearly back
 * to where it began, with its words along it.
 */

#define WIDTH 25.0
#define GAP 13.0
#define FAR_GAP 58.0   /* beyond the bracket and its words, or beyond lines */
#define GAP_BELOW 21.0 /* at most, where there are neither */
#define HEAD 34.0
#define HEAD_HALF 23.0
#define OPENING 50.0
#define TEXT_SIZE 17.0
#define CROSSED 15.0
#define STEP 4.0 /* between the points of the way around */

/* Whether lines may run beside the shape, from a row to another that is no neighbour. */
static gboolean
has_lines_beside (StyrPictureLayout *self)
{
  GPtrArray *connectors = styr_model_get_connectors (self->model);

  if (!self->template->stacked || self->picture->hides_connectors)
    return FALSE;
  for (guint i = 0; i < connectors->len; i++)
    {
      const StyrConnector *connector = connectors->pdata[i];
      const StyrSlot *from = styr_picture_find_slot (self, connector->from),
                     *to = styr_picture_find_slot (self, connector->to);

      if (from == NULL || to == NULL || from->place->axis != STYR_AXIS_MIDDLE ||
          to->place->axis != STYR_AXIS_MIDDLE)
        continue;
      if (ABS (from->level - to->level) > 1 || connector->kind != STYR_CONNECTOR_FEEDS)
        return TRUE;
    }
  return FALSE;
}

static double
get_far_gap (StyrPictureLayout *self)
{
  return MAX (FAR_GAP, styr_picture_measure_brackets (self) + 8);
}

/* Beside a slope the way keeps its distance all along; beside upright sides only the side where the
 * brackets or lines are is further away. */
static double
get_distance (StyrPictureLayout *self)
{
  gboolean far = self->template == &styr_triangle_template &&
                 (styr_picture_has_brackets (self) || has_lines_beside (self));

  return (far ? get_far_gap (self) : GAP) + WIDTH / 2;
}

static double
get_distance_below (StyrPictureLayout *self)
{
  return MIN (get_distance (self), GAP_BELOW + WIDTH / 2);
}

/** What the arrow takes on one side of the shape; nothing when there is none. */
double
styr_picture_measure_around (StyrPictureLayout *self, StyrDirection side)
{
  const char *label = self->picture->around_label;
  double extra = 0;

  if (label == NULL || label[0] == '\0' || self->bands->len == 0)
    return 0;
  if (self->template != &styr_triangle_template &&
      ((side == STYR_DIRECTION_LEFT && styr_picture_has_brackets (self)) ||
       (side == STYR_DIRECTION_RIGHT && has_lines_beside (self))))
    extra = (side == STYR_DIRECTION_LEFT ? get_far_gap (self) : FAR_GAP) - GAP;
  return (side == STYR_DIRECTION_DOWN ? get_distance_below (self) : get_distance (self)) +
         WIDTH / 2 + 8 + extra;
}

/* Below the shape there are neither brackets nor lines: however far the way is from the slopes, it
 * is near there. So its lower corners go about points higher up the slopes. */
static void
lift_corner (StyrPictureLayout *self, StyrPoint *corner)
{
  double lift = get_distance (self) - get_distance_below (self);
  StyrPoint top = { self->centre, corner->y };

  if (lift <= 0 || corner->y < self->bottom - 0.5)
    return;
  for (guint i = 0; i < self->hull->len; i++)
    {
      StyrPoint other = g_array_index (self->hull, StyrPoint, i);

      gboolean beside =
          corner->x < self->centre ? other.x <= self->centre + 0.5 : other.x >= self->centre - 0.5;

      if (beside && other.y < top.y - 0.5)
        top = other;
    }
  if (corner->y - top.y <= lift)
    return;
  corner->x += (top.x - corner->x) * lift / (corner->y - top.y);
  corner->y -= lift;
}

static StyrPoint
get_corner (StyrPictureLayout *self, guint i)
{
  StyrPoint corner = g_array_index (self->hull, StyrPoint, i % self->hull->len);

  if (corner.x < self->centre - 0.5)
    corner.x -= self->around_left - self->around;
  else if (corner.x > self->centre + 0.5)
    corner.x += self->around_right - self->around;
  lift_corner (self, &corner);
  return corner;
}

/* The angle, clockwise from twelve, at which the hull's side from a corner looks outwards. */
static double
get_outward (StyrPictureLayout *self, guint i)
{
  StyrPoint a = get_corner (self, i), b = get_corner (self, i + 1);

  return atan2 (b.y - a.y, b.x - a.x);
}

static double
get_length (const GArray *way)
{
  double length = 0;

  for (guint i = 1; i < way->len; i++)
    {
      StyrPoint a = g_array_index (way, StyrPoint, i - 1), b = g_array_index (way, StyrPoint, i);

      length += hypot (b.x - a.x, b.y - a.y);
    }
  return length;
}

static StyrPoint
get_point (const GArray *way, double at)
{
  for (guint i = 1; i < way->len; i++)
    {
      StyrPoint a = g_array_index (way, StyrPoint, i - 1), b = g_array_index (way, StyrPoint, i);
      double length = hypot (b.x - a.x, b.y - a.y);

      if (at <= length && length > 0)
        return (StyrPoint){ a.x + (b.x - a.x) * at / length, a.y + (b.y - a.y) * at / length };
      at -= length;
    }
  return g_array_index (way, StyrPoint, way->len - 1);
}

/* The whole way round: the hull with its sides moved outwards and arcs about its corners. It begins
 * and ends in the middle of the side below. */
static GArray *
make_round (StyrPictureLayout *self, double distance)
{
  StyrPath *path = styr_path_new ();
  GArray *points;
  guint n = self->hull->len;

  styr_path_move (path, self->centre, get_corner (self, 0).y + distance);
  for (guint i = 0; i < n; i++)
    {
      StyrPoint corner = get_corner (self, i);
      double from = i == 0 ? -G_PI : get_outward (self, i - 1);
      double to = i + 1 == n ? G_PI : get_outward (self, i);

      if (to < from)
        to += 2 * G_PI;
      styr_path_arc (path, corner.x, corner.y, distance, from, to);
    }
  styr_path_line (path, self->centre, get_corner (self, n - 1).y + distance);
  points = styr_path_flatten (path);
  styr_path_free (path);
  return points;
}

/* The band without what is left open between its end and its beginning, and without its head. */
static GArray *
make_way (StyrPictureLayout *self)
{
  g_autoptr (GArray) whole = make_round (self, get_distance (self));
  GArray *way = g_array_new (FALSE, FALSE, sizeof (StyrPoint));
  double length = get_length (whole), end = length - OPENING / 2 - HEAD;

  for (double at = OPENING / 2; at < end; at += STEP)
    {
      StyrPoint point = get_point (whole, at);

      g_array_append_val (way, point);
    }
  return way;
}

static void
add_band (StyrPictureLayout *self, const GArray *way)
{
  StyrPath *line = styr_path_new (), *head = styr_path_new ();
  StyrPoint end = g_array_index (way, StyrPoint, way->len - 1),
            before = g_array_index (way, StyrPoint, way->len - 2);
  double length = hypot (end.x - before.x, end.y - before.y);
  double dx = (end.x - before.x) / length, dy = (end.y - before.y) / length;

  for (guint i = 0; i < way->len; i++)
    styr_path_line (line, g_array_index (way, StyrPoint, i).x, g_array_index (way, StyrPoint, i).y);
  styr_path_move (head, end.x + dx * HEAD, end.y + dy * HEAD);
  styr_path_line (head, end.x - dy * HEAD_HALF, end.y + dx * HEAD_HALF);
  styr_path_line (head, end.x + dy * HEAD_HALF, end.y - dx * HEAD_HALF);
  styr_path_close (head);
  styr_scene_note (self->scene,
                   styr_mark_new_path (line, STYR_TONE_NONE, STYR_TONE_TINT + 1, WIDTH));
  styr_scene_note (self->scene, styr_mark_new_path (head, STYR_TONE_TINT + 1, STYR_TONE_NONE, 0));
}

/* The band's own points stand at equal steps. */
static StyrPoint
get_at (const GArray *way, double at)
{
  double step = CLAMP (at / STEP, 0, way->len - 1.001);
  guint i = (guint) step;
  StyrPoint a = g_array_index (way, StyrPoint, i), b = g_array_index (way, StyrPoint, i + 1);

  return (StyrPoint){ a.x + (b.x - a.x) * (step - i), a.y + (b.y - a.y) * (step - i) };
}

static double
reckon_distance (StyrPoint p, StyrPoint q, StyrPoint w)
{
  double length = hypot (q.x - p.x, q.y - p.y), t = 0;

  if (length > 0)
    t = ((w.x - p.x) * (q.x - p.x) + (w.y - p.y) * (q.y - p.y)) / (length * length);
  t = CLAMP (t, 0, 1);
  return hypot (p.x + (q.x - p.x) * t - w.x, p.y + (q.y - p.y) * t - w.y);
}

static void
add_crossings (const GArray *way, const StyrPath *path, double *unrest)
{
  g_autoptr (GArray) points = styr_path_flatten (path);

  for (guint j = 1; j < points->len; j++)
    for (guint i = 0; i < way->len; i++)
      if (reckon_distance (g_array_index (points, StyrPoint, j - 1),
                           g_array_index (points, StyrPoint, j),
                           g_array_index (way, StyrPoint, i)) < WIDTH)
        unrest[i] += CROSSED;
}

/* How little each step of the way suits words: by how much it turns, and where lines pass. The sums
 * from the beginning. */
static double *
sum_unrest (StyrPictureLayout *self, const GArray *way)
{
  double *unrest = g_new0 (double, way->len + 1);

  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];

      if (edge->path != NULL)
        add_crossings (way, edge->path, unrest);
    }
  for (guint i = 1; i + 1 < way->len; i++)
    {
      StyrPoint a = g_array_index (way, StyrPoint, i - 1), b = g_array_index (way, StyrPoint, i),
                c = g_array_index (way, StyrPoint, i + 1);

      unrest[i] +=
          20 *
          fabs (remainder (atan2 (c.y - b.y, c.x - b.x) - atan2 (b.y - a.y, b.x - a.x), 2 * G_PI));
    }
  for (guint i = 1; i < way->len; i++)
    unrest[i] += unrest[i - 1];
  return unrest;
}

/* Words stand best on a straight stretch that nothing crosses, and can only be read where the way
 * goes rightwards, or upwards. */
static double
choose_start (StyrPictureLayout *self, const GArray *way, double width)
{
  g_autofree double *unrest = sum_unrest (self, way);
  double length = (way->len - 1) * STEP, best = G_MAXDOUBLE, start = length * 0.3;
  guint span = (guint) (width / STEP) + 1;

  for (guint i = 5; i + span + 5 < way->len; i++)
    {
      StyrPoint a = g_array_index (way, StyrPoint, i), b = g_array_index (way, StyrPoint, i + span);
      double cost = b.x <= a.x + 2 ? b.y < a.y ? 40 : 400 : 0;

      cost += unrest[i + span + 3] - unrest[i - 3];
      /* Along the upper left when all else is the same. */
      cost += fabs (i * STEP + width / 2 - length * 0.3) / 60;
      if (cost < best)
        {
          best = cost;
          start = i * STEP;
        }
    }
  return start;
}

static void
add_words (StyrPictureLayout *self, const GArray *way)
{
  g_auto (GStrv) words = g_strsplit (self->picture->around_label, " ", -1);
  double space = styr_text_measure ("n", TEXT_SIZE, 600) * 0.6;
  double width = styr_text_measure (self->picture->around_label, TEXT_SIZE, 600), at;

  at = choose_start (self, way, width);
  for (guint i = 0; words[i] != NULL; i++)
    {
      double word = styr_text_measure (words[i], TEXT_SIZE, 600);
      StyrPoint a = get_at (way, at), b = get_at (way, at + word);
      StyrPoint middle = get_at (way, at + word / 2);
      double angle = atan2 (b.y - a.y, b.x - a.x), down = TEXT_SIZE * 0.34;
      StyrMark *mark;

      mark = styr_mark_new_text (words[i],
                                 (middle.x * 2 + a.x + b.x) / 4 - sin (angle) * down,
                                 (middle.y * 2 + a.y + b.y) / 4 + cos (angle) * down,
                                 0.5,
                                 TEXT_SIZE,
                                 600,
                                 STYR_TONE_ON_TINT + 1);
      mark->angle = angle;
      styr_scene_note (self->scene, mark);
      at += word + space;
    }
}

/** Adds the arrow around the shape to the scene. The lines must be there already. */
void
styr_picture_add_around (StyrPictureLayout *self)
{
  g_autoptr (GArray) way = NULL;

  if (self->around <= 0 || self->hull->len < 3)
    return;
  way = make_way (self);
  add_band (self, way);
  add_words (self, way);
}
