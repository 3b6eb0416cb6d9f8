/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-path.h"

#include <math.h>

typedef enum
{
  STEP_MOVE,
  STEP_LINE,
  STEP_CURVE,
  STEP_CLOSE,
} StepKind;

typedef struct
{
  StepKind kind;
  StyrPoint points[3];
} Step;

struct _StyrPath
{
  GArray *steps; /* Step */
};

static void
append (StyrPath *self, StepKind kind, StyrPoint a, StyrPoint b, StyrPoint c)
{
  Step step = { kind, { a, b, c } };

  g_array_append_val (self->steps, step);
}

/** Makes an empty path. Free with styr_path_free(). */
StyrPath *
styr_path_new (void)
{
  StyrPath *self = g_new0 (StyrPath, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  return self;
}

/** A path of its own with the same steps. */
StyrPath *
styr_path_copy (const StyrPath *self)
{
  StyrPath *copy = styr_path_new ();

  g_return_val_if_fail (self != NULL, copy);

  g_array_append_vals (copy->steps, self->steps->data, self->steps->len);
  return copy;
}

/** Frees the path. NULL is allowed. */
void
styr_path_free (StyrPath *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_free (self);
}

/** Starts a new part of the path at the point. */
void
styr_path_move (StyrPath *self, double x, double y)
{
  g_return_if_fail (self != NULL);
  append (self, STEP_MOVE, (StyrPoint){ x, y }, (StyrPoint){ 0 }, (StyrPoint){ 0 });
}

/** Adds a straight line to the point; the first call of an empty path only moves there. */
void
styr_path_line (StyrPath *self, double x, double y)
{
  g_return_if_fail (self != NULL);
  append (self,
          self->steps->len == 0 ? STEP_MOVE : STEP_LINE,
          (StyrPoint){ x, y },
          (StyrPoint){ 0 },
          (StyrPoint){ 0 });
}

/** Adds a cubic curve with two control points. */
void
styr_path_curve (StyrPath *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  g_return_if_fail (self != NULL);
  append (self, STEP_CURVE, (StyrPoint){ x1, y1 }, (StyrPoint){ x2, y2 }, (StyrPoint){ x3, y3 });
}

/** Closes the current part. */
void
styr_path_close (StyrPath *self)
{
  StyrPoint none = { 0 };

  g_return_if_fail (self != NULL);
  append (self, STEP_CLOSE, none, none, none);
}

/**
 * Adds an arc with a line to its beginning. Angles are radians clockwise from twelve o'clock; the
 * arc runs backwards when to is less than from.
 */
void
styr_path_arc (StyrPath *self, double x, double y, double radius, double from, double to)
{
  guint n;
  double part, handle;

  g_return_if_fail (self != NULL);

  n = MAX (1, (guint) ceil (fabs (to - from) / (G_PI / 4) - 1e-9));
  part = (to - from) / n;
  handle = 4.0 / 3.0 * tan (part / 4) * radius;
  styr_path_line (self, x + radius * sin (from), y - radius * cos (from));
  for (guint i = 0; i < n; i++)
    {
      double a = from + part * i, b = a + part;

      styr_path_curve (self,
                       x + radius * sin (a) + handle * cos (a),
                       y - radius * cos (a) + handle * sin (a),
                       x + radius * sin (b) - handle * cos (b),
                       y - radius * cos (b) - handle * sin (b),
                       x + radius * sin (b),
                       y - radius * cos (b));
    }
}

static double
distance (StyrPoint a, StyrPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static StyrPoint
towards (StyrPoint a, StyrPoint b, double length)
{
  double whole = distance (a, b);

  if (whole <= 0)
    return a;
  return (StyrPoint){ a.x + (b.x - a.x) * length / whole, a.y + (b.y - a.y) * length / whole };
}

/* One corner of a polygon or route: a line to where the rounding begins, then the rounding. */
static void
add_corner (StyrPath *self, StyrPoint before, StyrPoint corner, StyrPoint after, double radius)
{
  double cut = MIN (radius, MIN (distance (corner, before), distance (corner, after)) / 2);
  StyrPoint a = towards (corner, before, cut), b = towards (corner, after, cut);

  styr_path_line (self, a.x, a.y);
  if (cut > 0)
    styr_path_curve (self,
                     a.x + (corner.x - a.x) * 0.6,
                     a.y + (corner.y - a.y) * 0.6,
                     b.x + (corner.x - b.x) * 0.6,
                     b.y + (corner.y - b.y) * 0.6,
                     b.x,
                     b.y);
}

/** Adds a new open part through the points, its corners rounded. */
void
styr_path_route (StyrPath *self, const StyrPoint *points, guint n_points, double radius)
{
  g_return_if_fail (self != NULL && points != NULL && n_points >= 2);

  styr_path_move (self, points[0].x, points[0].y);
  for (guint i = 1; i + 1 < n_points; i++)
    add_corner (self, points[i - 1], points[i], points[i + 1], radius);
  styr_path_line (self, points[n_points - 1].x, points[n_points - 1].y);
}

/** Makes a closed polygon whose corners are rounded, each by its own radius. */
StyrPath *
styr_path_new_rounded (const StyrPoint *points, const double *radii, guint n_points)
{
  StyrPath *self = styr_path_new ();

  g_return_val_if_fail (points != NULL && radii != NULL && n_points >= 3, self);

  for (guint i = 0; i < n_points; i++)
    add_corner (self,
                points[(i + n_points - 1) % n_points],
                points[i],
                points[(i + 1) % n_points],
                radii[i]);
  styr_path_close (self);
  return self;
}

/** Makes a rectangle with rounded corners. */
StyrPath *
styr_path_new_rectangle (const StyrRect *rect, double radius)
{
  StyrPoint points[4];
  double radii[4] = { radius, radius, radius, radius };

  g_return_val_if_fail (rect != NULL, NULL);

  points[0] = (StyrPoint){ rect->x, rect->y };
  points[1] = (StyrPoint){ rect->x + rect->width, rect->y };
  points[2] = (StyrPoint){ rect->x + rect->width, rect->y + rect->height };
  points[3] = (StyrPoint){ rect->x, rect->y + rect->height };
  return styr_path_new_rounded (points, radii, 4);
}

/** Makes a circle. */
StyrPath *
styr_path_new_circle (double x, double y, double radius)
{
  StyrPath *self = styr_path_new ();

  styr_path_arc (self, x, y, radius, 0, 2 * G_PI);
  styr_path_close (self);
  return self;
}

/** Hands the path to cairo as the current path. */
void
styr_path_trace (const StyrPath *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_new_path (cr);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);
      const StyrPoint *p = step->points;

      switch (step->kind)
        {
        case STEP_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case STEP_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case STEP_CURVE:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case STEP_CLOSE:
          cairo_close_path (cr);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static StyrPoint
curve_point (StyrPoint a, const StyrPoint *p, double t)
{
  double u = 1 - t;

  return (StyrPoint){
    u * u * u * a.x + 3 * u * u * t * p[0].x + 3 * u * t * t * p[1].x + t * t * t * p[2].x,
    u * u * u * a.y + 3 * u * u * t * p[0].y + 3 * u * t * t * p[1].y + t * t * t * p[2].y
  };
}

/** The path as points with straight lines between them, close enough for a tenth of a unit. Returns
 * an array of StyrPoint. */
GArray *
styr_path_flatten (const StyrPath *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (StyrPoint));
  StyrPoint here = { 0 };

  g_return_val_if_fail (self != NULL, points);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);
      guint n = step->kind == STEP_CURVE ? 16 : 1;

      if (step->kind == STEP_CLOSE)
        continue;
      for (guint j = 1; j <= n; j++)
        {
          StyrPoint point = step->kind == STEP_CURVE
                                ? curve_point (here, step->points, (double) j / n)
                                : step->points[0];

          g_array_append_val (points, point);
        }
      here = g_array_index (points, StyrPoint, points->len - 1);
    }
  return points;
}

/** The smallest rectangle around the path. */
void
styr_path_get_bounds (const StyrPath *self, StyrRect *bounds)
{
  g_autoptr (GArray) points = NULL;
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_if_fail (self != NULL && bounds != NULL);

  points = styr_path_flatten (self);
  for (guint i = 0; i < points->len; i++)
    {
      StyrPoint p = g_array_index (points, StyrPoint, i);

      left = MIN (left, p.x);
      right = MAX (right, p.x);
      top = MIN (top, p.y);
      bottom = MAX (bottom, p.y);
    }
  *bounds =
      points->len == 0 ? (StyrRect){ 0 } : (StyrRect){ left, top, right - left, bottom - top };
}

/** Whether the point lies inside the closed path (even-odd). */
gboolean
styr_path_contains (const StyrPath *self, double x, double y)
{
  g_autoptr (GArray) points = NULL;
  gboolean inside = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  points = styr_path_flatten (self);
  for (guint i = 0, j = points->len - 1; i < points->len; j = i++)
    {
      StyrPoint a = g_array_index (points, StyrPoint, i), b = g_array_index (points, StyrPoint, j);

      if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}
