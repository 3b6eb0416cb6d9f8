/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-wheel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Earlier years lie behind, smaller and paler, down to the left. Each implemented innovation is a
 * leap: a green arrow with a number that lifts the next year's wheel.
 */

#define MAX_YEARS 3
#define PALE 0.35
#define AHEAD_X 0.905 /* the direction to the next older wheel */
#define AHEAD_Y 0.425
#define FIRST_SPACE 34.0
#define SPACE 30.0
#define LEAP_TO -1.80 /* the angle where an arrow reaches the big wheel, and a small one */
#define SMALL_LEAP_TO -1.15
#define BADGE 13.0

static const double radii[MAX_YEARS] = { 84, 58, 42 };

static StyrPoint
get_hub (const StyrPoint *newest, guint year)
{
  StyrPoint hub = *newest;
  double before = STYR_WHEEL_MONTH_OUTER;

  for (guint i = 0; i <= year; i++)
    {
      double step = before + radii[i] + (i == 0 ? FIRST_SPACE : SPACE);

      hub.x -= step * AHEAD_X;
      hub.y += step * AHEAD_Y;
      before = radii[i];
    }
  return hub;
}

static gboolean
has_content (StyrOverview *overview)
{
  return styr_overview_get_total (overview).total > 0 ||
         styr_overview_get_leaps (overview)->len > 0;
}

/** How many of the earlier years are shown: as far back as there is anything. earlier may be NULL.
 */
guint
styr_wheel_count_years (GPtrArray *earlier)
{
  guint n = 0;

  for (guint i = 0; earlier != NULL && i < MIN (earlier->len, MAX_YEARS); i++)
    if (has_content (earlier->pdata[i]))
      n = i + 1;
  return n;
}

/** How much room the earlier years need to the left of the wheel, and how much below it. */
double
styr_wheel_measure_years (guint n_years, double *below)
{
  const StyrPoint origin = { 0, 0 };
  StyrPoint hub;

  g_return_val_if_fail (below != NULL, 0);

  *below = 0;
  if (n_years == 0)
    return 0;
  n_years = MIN (n_years, MAX_YEARS);
  hub = get_hub (&origin, n_years - 1);
  *below = MAX (0, hub.y + radii[n_years - 1] - STYR_WHEEL_MONTH_OUTER);
  return MAX (0, -hub.x + radii[n_years - 1] - STYR_WHEEL_MONTH_OUTER);
}

static void
add_small_phases (StyrWheel *self, StyrOverview *overview, StyrPoint hub, double radius)
{
  double part = 2 * G_PI / MAX (1, self->phases->len), inner = radius * 0.62;

  for (guint i = 0; i < self->phases->len; i++)
    {
      const StyrPhase *phase = self->phases->pdata[i];
      StyrCompletion completion = styr_overview_get_phase (overview, phase->id);
      double from = part * i + 0.03, to = part * (i + 1) - 0.03;
      double share =
          completion.total > 0 ? MIN (1, (double) completion.done / completion.total) : 0;
      StyrMark *ring =
          styr_mark_new_path (styr_wheel_new_sector (hub.x, hub.y, inner, radius, from, to, 0.10),
                              STYR_TONE_TINT,
                              STYR_TONE_HAIRLINE,
                              0.8);
      StyrMark *done = styr_mark_new_path (
          styr_wheel_new_sector (
              hub.x, hub.y, inner, radius, from, from + (to - from) * share, 0.10),
          STYR_TONE_TINT + 2,
          STYR_TONE_NONE,
          0);

      ring->pale = done->pale = PALE;
      styr_scene_note (self->scene, ring);
      if (share > 0)
        styr_scene_note (self->scene, done);
      else
        styr_mark_free (done);
    }
}

static void
add_small_text (StyrWheel *self, StyrOverview *overview, StyrPoint hub, double radius)
{
  g_autofree char *year = g_strdup_printf ("%d", styr_overview_get_year (overview));
  StyrCompletion total = styr_overview_get_total (overview);
  gboolean roomy = radius > 70 && total.total > 0;
  double size = radius > 70 ? 19 : radius > 50 ? 18 : 17;

  styr_scene_note (
      self->scene,
      styr_mark_new_text (
          year, hub.x, hub.y + (roomy ? -1 : size * 0.35), 0.5, size, 600, STYR_TONE_MUTED));
  if (roomy)
    {
      g_autofree char *count = g_strdup_printf (_ ("%d of %d"), total.done, total.total);

      styr_scene_note (
          self->scene,
          styr_mark_new_text (
              count, hub.x, hub.y + 18, 0.5, STYR_WHEEL_NOTE_SIZE, 400, STYR_TONE_MUTED));
    }
}

/** Adds the earlier years to the scene, behind everything. */
void
styr_wheel_add_years (StyrWheel *self)
{
  const StyrPoint newest = { self->x, self->y };

  for (guint i = self->n_years; i > 0; i--)
    {
      StyrOverview *overview = self->earlier->pdata[i - 1];
      StyrPoint hub = get_hub (&newest, i - 1);

      add_small_phases (self, overview, hub, radii[i - 1]);
      add_small_text (self, overview, hub, radii[i - 1]);
    }
}

static void
add_arrow_head (StyrWheel *self, StyrPoint tip, double angle)
{
  StyrPath *head = styr_path_new ();
  double s = sin (angle), c = cos (angle);

  styr_path_move (head, tip.x, tip.y);
  styr_path_line (head, tip.x - 15 * s + 8 * c, tip.y + 15 * c + 8 * s);
  styr_path_line (head, tip.x - 15 * s - 8 * c, tip.y + 15 * c - 8 * s);
  styr_path_close (head);
  styr_scene_cover (self->scene, styr_mark_new_path (head, STYR_TONE_LEAP, STYR_TONE_NONE, 0));
}

static void
add_badge (StyrWheel *self, StyrPoint at, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  styr_scene_cover (
      self->scene,
      styr_mark_new_path (
          styr_path_new_circle (at.x, at.y, BADGE), STYR_TONE_LEAP, STYR_TONE_PAPER, 2));
  styr_scene_cover (self->scene,
                    styr_mark_new_text (text, at.x, at.y + 6, 0.5, 17, 700, STYR_TONE_ON_LEAP));
}

static void
add_lift (StyrWheel *self, StyrPoint start, StyrPoint a, StyrPoint b, StyrPoint end, guint n)
{
  StyrPath *path = styr_path_new ();
  const StyrPoint middle = { (start.x + 3 * a.x + 3 * b.x + end.x) / 8,
                             (start.y + 3 * a.y + 3 * b.y + end.y) / 8 };

  styr_path_move (path, start.x, start.y);
  styr_path_curve (path, a.x, a.y, b.x, b.y, end.x, end.y);
  styr_scene_cover (self->scene, styr_mark_new_path (path, STYR_TONE_NONE, STYR_TONE_LEAP, 4));
  add_badge (self, middle, n);
}

/* From the top of an older wheel up to the side of the next one. */
static void
add_leap (
    StyrWheel *self, StyrPoint from, double from_radius, StyrPoint to, double to_radius, guint n)
{
  double angle = to_radius > STYR_WHEEL_CENTRE_RADIUS ? LEAP_TO : SMALL_LEAP_TO;
  StyrPoint start = { from.x, from.y - from_radius - 6 };
  StyrPoint end = { to.x + (to_radius + 6) * sin (angle), to.y - (to_radius + 6) * cos (angle) };
  double rise = start.y - end.y, run = end.x - start.x;

  add_lift (self,
            start,
            (StyrPoint){ start.x, start.y - rise * 0.7 },
            (StyrPoint){ start.x + run * 0.25, end.y },
            (StyrPoint){ end.x - 12, end.y },
            n);
  add_arrow_head (self, end, G_PI / 2);
}

/* The context's own leaps point up and out, to a wheel that is yet to come. */
static void
add_next_leap (StyrWheel *self, guint n)
{
  /* Translators: beside an arrow with the number of implemented innovations. */
  const char *words = ngettext ("leap", "leaps", n);
  double angle = 0.79, radius = STYR_WHEEL_MONTH_OUTER + 8;
  StyrPoint start = { self->x + radius * sin (angle), self->y - radius * cos (angle) };
  StyrPoint end = { start.x + 62, start.y - 92 };

  add_lift (self,
            start,
            (StyrPoint){ start.x + 34, start.y - 22 },
            (StyrPoint){ end.x, end.y + 56 },
            (StyrPoint){ end.x, end.y + 12 },
            n);
  add_arrow_head (self, end, 0);
  styr_scene_cover (
      self->scene,
      styr_mark_new_text (
          words, end.x - 16, end.y + 16, 1, STYR_WHEEL_NOTE_SIZE, 600, STYR_TONE_LEAP));
}

/** Adds the leaps of the context's year and of the earlier ones to the scene. */
void
styr_wheel_add_leaps (StyrWheel *self)
{
  const StyrPoint newest = { self->x, self->y };
  guint n_years = self->n_years;
  guint n = self->overview != NULL ? styr_overview_get_leaps (self->overview)->len : 0;

  if (n > 0)
    add_next_leap (self, n);
  for (guint i = 0; i < n_years; i++)
    {
      StyrPoint next = i == 0 ? newest : get_hub (&newest, i - 1);

      n = styr_overview_get_leaps (self->earlier->pdata[i])->len;
      if (n > 0)
        add_leap (self,
                  get_hub (&newest, i),
                  radii[i],
                  next,
                  i == 0 ? STYR_WHEEL_MONTH_OUTER : radii[i - 1],
                  n);
    }
}
