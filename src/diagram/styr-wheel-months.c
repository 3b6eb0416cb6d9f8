/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-wheel.h"

#include "styr-locale.h"
#include "styr-text-fit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define N_LANES 2
#define LANE_STEP 28.0
#define DOT_RADIUS 6.0
#define DOT_SPACE 3.0
#define MONTH_SPACE 0.004 /* radians at each side of a month */
#define HAND_REACH 17.0
#define HAND_HALF 7.0

/* Where a day of the year lies: radians clockwise from twelve o'clock, where January begins. */
static double
get_angle (int year, const GDate *date)
{
  double days = g_date_is_leap_year ((GDateYear) year) ? 366 : 365;

  return 2 * G_PI * (g_date_get_day_of_year (date) - 0.5) / days;
}

/* Dots */

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const StyrDeadlineDot *one = a, *other = b;

  if (one->wish < other->wish)
    return -1;
  if (one->wish > other->wish)
    return 1;
  return (int) one->state - (int) other->state;
}

static void
count_deadline (GArray *dots, double angle, int month, StyrState state)
{
  StyrDeadlineDot dot = { angle, angle, month, 1, 0, state };

  for (guint i = 0; i < dots->len; i++)
    {
      StyrDeadlineDot *other = &g_array_index (dots, StyrDeadlineDot, i);

      if (other->state == state && fabs (other->wish - angle) < 1e-6)
        {
          other->n++;
          return;
        }
    }
  g_array_append_val (dots, dot);
}

static char *
get_dot_text (const StyrDeadlineDot *dot)
{
  if (dot->state == STYR_STATE_LATE)
    return dot->n > 1 ? g_strdup_printf ("!%d", dot->n) : g_strdup ("!");
  return dot->n > 1 ? g_strdup_printf ("%d", dot->n) : NULL;
}

static double
get_dot_radius (const StyrDeadlineDot *dot)
{
  g_autofree char *text = get_dot_text (dot);

  return text == NULL ? DOT_RADIUS
                      : MAX (10.5, styr_text_measure (text, STYR_WHEEL_SMALL_SIZE, 700) / 2 + 3);
}

static double
get_lane_radius (guint lane)
{
  return STYR_WHEEL_DEADLINES - lane * LANE_STEP;
}

/* A dot lies wholly in its month, also on the first and the last day. */
static double
keep_in_month (const StyrDeadlineDot *dot, double angle, double half)
{
  const double part = 2 * G_PI / 12, edge = half + MONTH_SPACE;

  return CLAMP (angle, part * (dot->month - 1) + edge, part * dot->month - edge);
}

/* Dots that would cover each other move to the inner lane, or on a little. */
static void
spread_dots (GArray *dots)
{
  double ends[N_LANES] = { -1, -1 };

  g_array_sort (dots, compare_dots);
  for (guint i = 0; i < dots->len; i++)
    {
      StyrDeadlineDot *dot = &g_array_index (dots, StyrDeadlineDot, i);
      double reach = get_dot_radius (dot) + DOT_SPACE / 2, best = G_MAXDOUBLE;

      for (guint lane = 0; lane < N_LANES; lane++)
        {
          double half = reach / get_lane_radius (lane), wish = keep_in_month (dot, dot->wish, half);
          double push = MAX (0, ends[lane] + half - wish);

          if (push < best - 1e-6)
            {
              best = push;
              dot->lane = lane;
              dot->angle = keep_in_month (dot, wish + push, half);
            }
        }
      ends[dot->lane] = dot->angle + reach / get_lane_radius (dot->lane);
    }
}

/** The deadlines of the context's year as dots, in the order of the year. Free with
 * g_array_unref(). */
GArray *
styr_wheel_dup_dots (StyrWheel *self)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (StyrDeadlineDot));
  GPtrArray *deadlines =
      self->overview != NULL ? styr_overview_get_deadlines (self->overview) : NULL;

  for (guint i = 0; deadlines != NULL && i < deadlines->len; i++)
    {
      StyrRecord *thing = deadlines->pdata[i];
      g_autoptr (GDate) due = styr_date_from_iso (styr_record_get_text (thing, "due"));
      int year = styr_overview_get_year (self->overview);
      StyrState state = STYR_STATE_DRAFT;

      if (due == NULL || g_date_get_year (due) != year)
        continue;
      if (styr_record_get_flag (thing, "done"))
        state = STYR_STATE_IN_FORCE;
      else if (strcmp (styr_record_get_text (thing, "due"),
                       styr_overview_get_today (self->overview)) < 0)
        state = STYR_STATE_LATE;
      count_deadline (dots, get_angle (year, due), g_date_get_month (due), state);
    }
  spread_dots (dots);
  return dots;
}

/** Adds a dot's marks around a point. */
void
styr_wheel_add_dot (GPtrArray *marks, const StyrDeadlineDot *dot, double x, double y)
{
  gboolean filled = dot->state == STYR_STATE_IN_FORCE;
  double width = dot->state == STYR_STATE_LATE ? 2.4 : 1.8;
  g_autofree char *text = get_dot_text (dot);

  g_ptr_array_add (marks,
                   styr_mark_new_path (styr_path_new_circle (x, y, get_dot_radius (dot) - 0.9),
                                       filled ? STYR_TONE_INK : STYR_TONE_PAPER,
                                       STYR_TONE_INK,
                                       width));
  if (text != NULL)
    g_ptr_array_add (marks,
                     styr_mark_new_text (text,
                                         x,
                                         y + STYR_WHEEL_SMALL_SIZE * 0.35,
                                         0.5,
                                         STYR_WHEEL_SMALL_SIZE,
                                         700,
                                         filled ? STYR_TONE_PAPER : STYR_TONE_INK));
}

static void
add_dots (StyrWheel *self, StyrSceneNode *node, const GArray *dots, int month)
{
  for (guint i = 0; i < dots->len; i++)
    {
      const StyrDeadlineDot *dot = &g_array_index (dots, StyrDeadlineDot, i);
      double radius = get_lane_radius (dot->lane);

      if (dot->month == month)
        styr_wheel_add_dot (node->marks,
                            dot,
                            self->x + radius * sin (dot->angle),
                            self->y - radius * cos (dot->angle));
    }
}

/* The ring */

/** The month of today, 1 to 12; 0 when the context's year is still to come, 13 when it has passed.
 */
int
styr_wheel_get_current_month (StyrWheel *self)
{
  g_autoptr (GDate) today = NULL;
  int year;

  if (self->overview == NULL)
    return 0;
  year = styr_overview_get_year (self->overview);
  today = styr_date_from_iso (styr_overview_get_today (self->overview));
  if (today == NULL || g_date_get_year (today) < year)
    return 0;
  return g_date_get_year (today) > year ? 13 : (int) g_date_get_month (today);
}

static StyrSceneNode *
add_month (StyrWheel *self, int month, int current)
{
  double from = 2 * G_PI * (month - 1) / 12 + MONTH_SPACE, to = 2 * G_PI * month / 12 - MONTH_SPACE,
         middle = (from + to) / 2;
  double radius = (STYR_WHEEL_MONTH_INNER + STYR_WHEEL_MONTH_OUTER) / 2;
  g_autofree char *number = g_strdup_printf ("%d", month);
  StyrPath *outline = styr_wheel_new_sector (
      self->x, self->y, STYR_WHEEL_PHASE_OUTER + 6, STYR_WHEEL_MONTH_OUTER, from, to, 0);
  StyrPath *ring = styr_wheel_new_sector (
      self->x, self->y, STYR_WHEEL_MONTH_INNER, STYR_WHEEL_MONTH_OUTER, from, to, 0);
  StyrSceneNode *node = styr_scene_add_node (self->scene, "month", number, outline);
  guint tint = month == current ? 3 : month < current ? 1 : 0;

  g_ptr_array_add (node->marks,
                   styr_mark_new_path (ring, STYR_TONE_TINT + tint, STYR_TONE_NONE, 0));
  g_ptr_array_add (
      node->marks,
      styr_mark_new_text (styr_wheel_get_month_short (month),
                          self->x + radius * sin (middle),
                          self->y - radius * cos (middle) + STYR_WHEEL_MONTH_SIZE * 0.34,
                          0.5,
                          STYR_WHEEL_MONTH_SIZE,
                          month == current ? 700 : 400,
                          STYR_TONE_ON_TINT + tint));
  return node;
}

/** Adds the twelve months with their deadlines to the scene. */
void
styr_wheel_add_months (StyrWheel *self)
{
  g_autoptr (GArray) dots = styr_wheel_dup_dots (self);
  int current = styr_wheel_get_current_month (self);

  for (int month = 1; month <= 12; month++)
    {
      StyrSceneNode *node = add_month (self, month, current);

      add_dots (self, node, dots, month);
    }
}

/** Adds the pointer of the hand: a wedge whose tip is at the point, turned by an angle. */
void
styr_wheel_add_pointer (GPtrArray *marks, double x, double y, double angle)
{
  StyrPath *path = styr_path_new ();
  double s = sin (angle), c = cos (angle);

  styr_path_move (path, x, y);
  styr_path_line (path, x + HAND_REACH * s + HAND_HALF * c, y - HAND_REACH * c + HAND_HALF * s);
  styr_path_line (path, x + HAND_REACH * s - HAND_HALF * c, y - HAND_REACH * c - HAND_HALF * s);
  styr_path_close (path);
  g_ptr_array_add (marks, styr_mark_new_path (path, STYR_TONE_ACCENT, STYR_TONE_NONE, 0));
}

/**
 * Adds the hand of today, when today lies in the context's year. It stops short of the phases and
 * of the months' names; a pointer outside the ring carries it on.
 */
void
styr_wheel_add_today (StyrWheel *self)
{
  int current = styr_wheel_get_current_month (self);
  const double inner = STYR_WHEEL_PHASE_OUTER + 3, outer = STYR_WHEEL_MONTH_INNER - 2,
               tip = STYR_WHEEL_MONTH_OUTER + 3;
  g_autoptr (GDate) today = NULL;
  StyrPath *line;
  double angle, s, c;

  if (current < 1 || current > 12)
    return;
  today = styr_date_from_iso (styr_overview_get_today (self->overview));
  angle = get_angle (styr_overview_get_year (self->overview), today);
  s = sin (angle);
  c = cos (angle);
  line = styr_path_new ();
  styr_path_move (line, self->x + inner * s, self->y - inner * c);
  styr_path_line (line, self->x + outer * s, self->y - outer * c);
  styr_scene_note (self->scene, styr_mark_new_path (line, STYR_TONE_NONE, STYR_TONE_ACCENT, 3));
  styr_wheel_add_pointer (self->scene->overlay, self->x + tip * s, self->y - tip * c, angle);
}
