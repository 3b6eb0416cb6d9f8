/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-wheel.h"

#include "styr-locale.h"
#include "styr-text-fit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SPACE 0.022 /* between phases, radians */
#define POINT 0.085 /* how far an arrow-shaped end reaches, radians */
#define LEGEND_LINE 23.0
#define LEGEND_SIGN 17.0
#define NAME_WIDTH 122.0
#define TITLE_WIDTH 224.0

/**
 * A part of a ring between two radii and two angles (radians clockwise from twelve). With a point
 * its ends are shaped like an arrow, so that the ring shows which way it turns.
 */
StyrPath *
styr_wheel_new_sector (
    double x, double y, double inner, double outer, double from, double to, double point)
{
  StyrPath *path = styr_path_new ();
  double middle = (inner + outer) / 2;

  styr_path_arc (path, x, y, outer, from, to);
  if (point > 0)
    styr_path_line (path, x + middle * sin (to + point), y - middle * cos (to + point));
  styr_path_arc (path, x, y, inner, to, from);
  if (point > 0)
    styr_path_line (path, x + middle * sin (from + point), y - middle * cos (from + point));
  styr_path_close (path);
  return path;
}

/* The outer part of such a sector: its ends go on in the slant of the arrow's shape. */
static StyrPath *
new_rim (double x, double y, double inner, double outer, double from, double to, double slant)
{
  StyrPath *path = styr_path_new ();

  styr_path_arc (path, x, y, outer, from, to);
  styr_path_arc (path, x, y, inner, to + slant, from + slant);
  styr_path_close (path);
  return path;
}

static void
add_text (
    GPtrArray *marks, const char *text, double x, double y, double size, int weight, StyrTone tone)
{
  g_ptr_array_add (marks, styr_mark_new_text (text, x, y, 0.5, size, weight, tone));
}

static double
get_name_room (guint line, guint n_lines, double size, gpointer data)
{
  return NAME_WIDTH;
}

/* The name's lines, the last one at the height. Half of what a longer name takes moves everything
 * down, so that the text as a whole stays in the middle; that much is returned. */
static double
add_phase_name (StyrSceneNode *node, const char *name, double x, double y)
{
  const double sizes[] = { STYR_WHEEL_NAME_SIZE, STYR_WHEEL_COUNT_SIZE };
  StyrFittedText text;
  double more;

  styr_text_fit (&text, name, NULL, sizes, G_N_ELEMENTS (sizes), 700, 2, get_name_room, NULL);
  more = (text.n_lines - 1) * text.size * STYR_TEXT_LINE_HEIGHT / 2;
  for (guint i = 0; i < text.n_lines; i++)
    add_text (node->marks,
              text.lines[i],
              x,
              y - more + i * text.size * STYR_TEXT_LINE_HEIGHT,
              text.size,
              700,
              STYR_TONE_ON_TINT);
  styr_fitted_text_clear (&text);
  return more;
}

static gboolean
lies_in (const StyrPath *outline, const StyrMark *mark)
{
  StyrRect r;

  styr_mark_get_extents (mark, &r);
  return styr_path_contains (outline, r.x, r.y) &&
         styr_path_contains (outline, r.x + r.width, r.y) &&
         styr_path_contains (outline, r.x, r.y + r.height) &&
         styr_path_contains (outline, r.x + r.width, r.y + r.height);
}

/* A sector among many is narrow: there the words are smaller. */
static void
add_count (StyrSceneNode *node, const char *count, double x, double y, double size)
{
  StyrMark *mark = styr_mark_new_text (count, x, y, 0.5, size, 400, STYR_TONE_ON_TINT);

  while (mark->size > STYR_TEXT_LEAST_SIZE && !lies_in (node->outline, mark))
    mark->size -= 0.5;
  g_ptr_array_add (node->marks, mark);
}

static void
add_phase_text (StyrWheel *self, StyrSceneNode *node, const StyrPhase *phase, double angle)
{
  double radius = (STYR_WHEEL_PHASE_INNER + STYR_WHEEL_PHASE_OUTER - STYR_WHEEL_RIM) / 2;
  double x = self->x + radius * sin (angle + POINT / 2);
  double y = self->y - radius * cos (angle + POINT / 2);
  StyrStateRow row = { .size = STYR_WHEEL_NOTE_SIZE };
  StyrCompletion completion;
  g_autofree char *count = NULL;

  if (self->overview == NULL)
    {
      add_phase_name (node, phase->name, x, y + 6);
      return;
    }
  completion = styr_overview_get_phase (self->overview, phase->id);
  styr_wheel_count_stuck (self, phase, &row.counts);
  if (!styr_state_row_is_empty (&row))
    y -= 10;
  /* Translators: how many of how many, in a sector of the wheel. */
  count = completion.total > 0 ? g_strdup_printf (_ ("%d of %d"), completion.done, completion.total)
                               : g_strdup (styr_state_get_word (STYR_STATE_NOT_APPLICABLE));
  y += add_phase_name (node, phase->name, x, y - 4);
  add_count (
      node, count, x, y + 19, completion.total > 0 ? STYR_WHEEL_COUNT_SIZE : STYR_WHEEL_NOTE_SIZE);
  if (!styr_state_row_is_empty (&row))
    styr_state_row_add_marks (&row, node->marks, x, y + 42, 0.5, STYR_TONE_ON_TINT);
}

static void
add_rim (StyrWheel *self, StyrSceneNode *node, double from, double to, double share, StyrTone tone)
{
  const double outer = STYR_WHEEL_PHASE_OUTER, inner = outer - STYR_WHEEL_RIM;
  double slant = POINT * STYR_WHEEL_RIM / ((outer - STYR_WHEEL_PHASE_INNER) / 2);
  StyrPath *path =
      new_rim (self->x, self->y, inner, outer, from, from + (to - from) * share, slant);

  g_ptr_array_add (node->marks, styr_mark_new_path (path, tone, STYR_TONE_NONE, 0));
}

static void
add_phase (StyrWheel *self, guint index)
{
  const StyrPhase *phase = self->phases->pdata[index];
  double part = 2 * G_PI / self->phases->len;
  double from = part * index + SPACE / 2, to = part * (index + 1) - SPACE / 2;
  StyrSceneNode *node = styr_scene_add_node (
      self->scene,
      "phase",
      phase->id,
      styr_wheel_new_sector (
          self->x, self->y, STYR_WHEEL_PHASE_INNER, STYR_WHEEL_PHASE_OUTER, from, to, POINT));
  StyrCompletion completion = { 0 };

  if (self->overview != NULL)
    completion = styr_overview_get_phase (self->overview, phase->id);
  g_ptr_array_add (
      node->marks,
      styr_mark_new_path (styr_path_copy (node->outline), STYR_TONE_TINT, STYR_TONE_HAIRLINE, 1));
  add_rim (self, node, from, to, 1, STYR_TONE_TINT + 1);
  if (completion.total > 0 && completion.done > 0)
    add_rim (self,
             node,
             from,
             to,
             MIN (1, (double) completion.done / completion.total),
             STYR_TONE_TINT + 3);
  add_phase_text (self, node, phase, (from + to) / 2);
}

/* The hub: whose year it is, and one big figure. */

static double
get_title_room (guint line, guint n_lines, double size, gpointer data)
{
  return TITLE_WIDTH - (line == 0 && n_lines > 1 ? 30 : 0);
}

static double
add_title (StyrWheel *self, double y)
{
  const double sizes[] = { 19, 17 };
  StyrFittedText text;

  if (self->title == NULL)
    return y;
  styr_text_fit (
      &text, self->title, NULL, sizes, G_N_ELEMENTS (sizes), 600, 3, get_title_room, NULL);
  y -= (text.n_lines - 1) * text.size * STYR_TEXT_LINE_HEIGHT;
  for (guint i = 0; i < text.n_lines; i++)
    {
      add_text (self->scene->background, text.lines[i], self->x, y, text.size, 600, STYR_TONE_INK);
      y += text.size * STYR_TEXT_LINE_HEIGHT;
    }
  styr_fitted_text_clear (&text);
  return y;
}

static void
add_hub (StyrWheel *self)
{
  g_autofree char *year = NULL;
  g_autofree char *done = NULL;
  g_autofree char *total_text = NULL;
  StyrCompletion total;

  styr_scene_note (
      self->scene,
      styr_mark_new_path (styr_path_new_circle (self->x, self->y, STYR_WHEEL_CENTRE_RADIUS),
                          STYR_TONE_NONE,
                          STYR_TONE_HAIRLINE,
                          1));
  if (self->overview == NULL)
    {
      add_title (self, self->y + 6);
      return;
    }
  total = styr_overview_get_total (self->overview);
  year = g_strdup_printf ("%d", styr_overview_get_year (self->overview));
  add_title (self, self->y - 62);
  add_text (self->scene->background, year, self->x, self->y - 34, 18, 400, STYR_TONE_MUTED);
  if (total.total == 0)
    return;
  done = g_strdup_printf ("%d", total.done);
  /* Translators: stands under a big number: "23" / "of 41 done". */
  total_text =
      g_strdup_printf (ngettext ("of %d done", "of %d done", (gulong) total.total), total.total);
  add_text (self->scene->background, done, self->x, self->y + 44, 76, 700, STYR_TONE_INK);
  add_text (self->scene->background, total_text, self->x, self->y + 76, 20, 400, STYR_TONE_INK);
}

/* The legend stands in the lower right corner, where the ring leaves room. */

static void
add_legend_text (StyrWheel *self, const char *text, double x, double y)
{
  styr_scene_note (self->scene,
                   styr_mark_new_text (text, x, y, 0, STYR_WHEEL_NOTE_SIZE, 400, STYR_TONE_MUTED));
}

/* The last line: what day it is, in the year shown or after it. */
static char *
describe_today (StyrWheel *self)
{
  int current = styr_wheel_get_current_month (self);
  g_autofree char *date = styr_format_date (styr_overview_get_today (self->overview));

  /* Translators: legend of the wheel's hand, with today's date. */
  if (current >= 1 && current <= 12)
    return g_strdup_printf (_ ("today, %s"), date);
  return g_strdup_printf (
      _ ("The year %d, as of %s"), styr_overview_get_year (self->overview), date);
}

/* All words begin at one place, and their signs stand under each other before it. */
static void
add_legend (StyrWheel *self)
{
  const StyrState states[] = { STYR_STATE_IN_FORCE, STYR_STATE_DRAFT, STYR_STATE_LATE };
  const char *const words[] = { C_ ("legend", "deadline met"),
                                C_ ("legend", "deadline to come"),
                                C_ ("legend", "deadline passed") };
  double y = self->scene->height - 22 - 3 * LEGEND_LINE, width, x;
  int current = styr_wheel_get_current_month (self);
  g_autofree char *today = NULL;

  if (self->overview == NULL)
    return;
  today = describe_today (self);
  width = styr_text_measure (today, STYR_WHEEL_NOTE_SIZE, 400);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    width = MAX (width, styr_text_measure (words[i], STYR_WHEEL_NOTE_SIZE, 400));
  x = self->scene->width - STYR_WHEEL_MARGIN + 14 - width;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++, y += LEGEND_LINE)
    {
      StyrDeadlineDot dot = { .state = states[i], .n = 1 };

      add_legend_text (self, words[i], x, y);
      styr_wheel_add_dot (
          self->scene->background, &dot, x - LEGEND_SIGN, y - STYR_WHEEL_NOTE_SIZE * 0.34);
    }
  add_legend_text (self, today, x, y);
  if (current >= 1 && current <= 12)
    styr_wheel_add_pointer (self->scene->background, x - LEGEND_SIGN, y + 2, 0);
}

/* What belongs together lights up together: a phase, the next one, and the months in which
 * something of it is due. */

static int
find_phase (StyrWheel *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->phases->len; i++)
    if (g_str_equal (((const StyrPhase *) self->phases->pdata[i])->id, id))
      return (int) i;
  return -1;
}

static void
add_relations (StyrWheel *self)
{
  GPtrArray *deadlines =
      self->overview != NULL ? styr_overview_get_deadlines (self->overview) : NULL;
  int n = (int) self->phases->len;

  for (int i = 0; n > 1 && i < n; i++)
    styr_scene_add_edge (self->scene, i, (i + 1) % n, STYR_CONNECTOR_FEEDS);
  for (guint i = 0; deadlines != NULL && i < deadlines->len; i++)
    {
      g_autoptr (GDate) due =
          styr_date_from_iso (styr_record_get_text (deadlines->pdata[i], "due"));
      int phase = find_phase (self, styr_record_get_text (deadlines->pdata[i], "phase"));
      int month;

      if (due == NULL || phase < 0 ||
          g_date_get_year (due) != styr_overview_get_year (self->overview))
        continue;
      month = n + g_date_get_month (due) - 1;
      if (!styr_scene_are_related (self->scene, phase, month))
        styr_scene_add_edge (self->scene, phase, month, STYR_CONNECTOR_FEEDS);
    }
}

/**
 * Lays out the quality wheel: the phases of the model clockwise from twelve with what is done of
 * each, a ring of months with the deadlines of the context's year, and a hand for today.
 *
 * overview gives the state and may be NULL for the bare wheel; earlier holds the overviews of the
 * years before (StyrOverview, newest first) or is NULL; centre_title is whose wheel it is. All are
 * only read. Returns a new scene; give it back with styr_scene_unref().
 */
StyrScene *
styr_wheel_layout (StyrModel *model,
                   StyrOverview *overview,
                   GPtrArray *earlier,
                   const char *centre_title)
{
  StyrWheel self = {
    .model = model, .overview = overview, .earlier = earlier, .title = centre_title
  };
  double aside, below;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);
  g_return_val_if_fail (overview == NULL || STYR_IS_OVERVIEW (overview), NULL);

  self.phases = styr_model_get_phases (model);
  self.n_years = styr_wheel_count_years (earlier);
  aside = styr_wheel_measure_years (self.n_years, &below);
  self.x = aside + STYR_WHEEL_MONTH_OUTER + STYR_WHEEL_MARGIN;
  self.y = STYR_WHEEL_MONTH_OUTER + STYR_WHEEL_MARGIN;
  self.scene = styr_scene_new (self.x + STYR_WHEEL_MONTH_OUTER + STYR_WHEEL_MARGIN +
                                   (overview != NULL ? STYR_WHEEL_ASIDE : 0),
                               self.y + STYR_WHEEL_MONTH_OUTER + STYR_WHEEL_MARGIN + below);
  styr_wheel_add_years (&self);
  add_hub (&self);
  for (guint i = 0; i < self.phases->len; i++)
    add_phase (&self, i);
  styr_wheel_add_months (&self);
  add_relations (&self);
  styr_wheel_add_today (&self);
  styr_wheel_add_leaps (&self);
  add_legend (&self);
  styr_wheel_add_words (&self);
  return self.scene;
}
