/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CAPTION_SIZE 18.0
#define CAPTION_LINE 21.0
#define CAPTION_WIDTH 500.0
#define LEGEND_SPACE 30.0
#define UNDER 34.0 /* between the picture and the first line under it */
#define ASIDE_WIDTH 232.0
#define SCREEN_SHAPE 1.92 /* width to height of what a window of a small screen shows */

/* The caption, as a figure in a decided document would have it. */

static char *
describe_decision (StyrPictureLayout *self)
{
  const char *body_id = styr_model_get_text (self->model, "decidedBy"),
             *date = styr_model_get_text (self->model, "decidedOn");
  const StyrBodyType *body =
      body_id != NULL ? styr_model_find_body_type (self->model, body_id) : NULL;
  g_autofree char *shown = date != NULL ? styr_format_date (date) : NULL;

  if (body == NULL && shown == NULL)
    return NULL;
  if (body == NULL)
    return g_strdup_printf (_ ("Decided %s"), shown);
  if (shown == NULL)
    return g_strdup_printf (_ ("Decided by %s"),
                            body->definite != NULL ? body->definite : body->name);
  /* Translators: a body and a date. */
  return g_strdup_printf (
      _ ("Decided by %s %s"), body->definite != NULL ? body->definite : body->name, shown);
}

/* What an interim model says: until which decision, or that there is one to come. */
static char *
describe_interim (StyrPictureLayout *self)
{
  const char *until = styr_model_get_text (self->model, "interimUntil");

  if (g_strcmp0 (styr_model_get_text (self->model, "status"), "interim") != 0)
    return NULL;
  /* Translators: the decision that ends the model. */
  return until != NULL ? g_strdup_printf (_ ("Applies for the time being, until %s"), until)
                       : g_strdup (_ ("Applies for the time being"));
}

/* What the caption says, from above: title, the picture's own words, decision, state. */
typedef struct
{
  StyrPictureLayout *layout;
  const char *lines[5]; /* NULL: isn't said */
  double x, align, width;
} Caption;

static double
get_size (guint i)
{
  return i == 0 ? CAPTION_SIZE : STYR_PICTURE_NOTE_SIZE;
}

static int
get_weight (guint i)
{
  return i == 0 ? 700 : 400;
}

/* Breaks one of the texts where a line is full, however many lines it takes: what was decided is
 * never cut. Free with g_ptr_array_unref(). */
static GPtrArray *
dup_lines (const Caption *self, guint i)
{
  g_auto (GStrv) words = g_strsplit (self->lines[i], " ", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (guint j = 0; words[j] != NULL; j++)
    {
      g_autofree char *longer =
          line != NULL ? g_strconcat (line, " ", words[j], NULL) : g_strdup (words[j]);

      if (line != NULL && styr_text_measure (longer, get_size (i), get_weight (i)) > self->width)
        {
          g_ptr_array_add (lines, g_steal_pointer (&line));
          line = g_strdup (words[j]);
        }
      else
        {
          g_free (line);
          line = g_steal_pointer (&longer);
        }
    }
  if (line != NULL)
    g_ptr_array_add (lines, g_steal_pointer (&line));
  return lines;
}

static gboolean
says (const Caption *self, guint i)
{
  return self->lines[i] != NULL && self->lines[i][0] != '\0';
}

/* How wide the caption is, and how high. */
static double
measure_caption (const Caption *self, double *width)
{
  double height = 0;

  *width = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->lines); i++)
    {
      g_autoptr (GPtrArray) lines = says (self, i) ? dup_lines (self, i) : NULL;

      for (guint j = 0; lines != NULL && j < lines->len; j++, height += CAPTION_LINE)
        *width = MAX (*width, styr_text_measure (lines->pdata[j], get_size (i), get_weight (i)));
    }
  return height;
}

static double
add_caption (const Caption *self, double y)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lines); i++)
    {
      g_autoptr (GPtrArray) lines = says (self, i) ? dup_lines (self, i) : NULL;

      for (guint j = 0; lines != NULL && j < lines->len; j++, y += CAPTION_LINE)
        styr_scene_note (self->layout->scene,
                         styr_mark_new_text (lines->pdata[j],
                                             self->x,
                                             y,
                                             self->align,
                                             get_size (i),
                                             get_weight (i),
                                             i == 0 ? STYR_TONE_INK : STYR_TONE_MUTED));
    }
  return y;
}

static const char *
get_title (StyrPictureLayout *self)
{
  return self->picture->title != NULL ? self->picture->title : styr_model_get_name (self->model);
}

static char *
describe_state (StyrPictureLayout *self)
{
  g_autofree char *today = NULL;

  if (!styr_picture_shows_states (self))
    return NULL;
  today = styr_format_date (styr_overview_get_today (self->overview));
  /* Translators: the year that the picture shows, and the day it shows it as of. */
  return g_strdup_printf (
      _ ("The year %d, as of %s"), styr_overview_get_year (self->overview), today);
}

/* How far down lines and their words reach, and the strip. */
static double
get_ink_bottom (StyrPictureLayout *self)
{
  GPtrArray *lists[] = { self->scene->background, self->scene->overlay };
  double bottom = self->strip_bottom;
  StyrRect ink;

  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];

      if (edge->path == NULL)
        continue;
      styr_path_get_bounds (edge->path, &ink);
      bottom = MAX (bottom, ink.y + ink.height);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        styr_mark_get_extents (lists[i]->pdata[j], &ink);
        bottom = MAX (bottom, ink.y + ink.height);
      }
  return bottom;
}

/* Flush with the cards, or with the shape where there are none. */
static double
get_left (StyrPictureLayout *self)
{
  return (self->lefts->len > 0 ? self->left_column : self->left - self->around_left) + 2;
}

static double
get_right (StyrPictureLayout *self)
{
  return self->rights->len > 0 ? self->right_column + STYR_PICTURE_CARD_WIDTH - 2
                               : self->right + self->around_right - 2;
}

/* The legend and beside it the caption, or under it where there is no room beside it. */
static void
add_under (Caption *self, double bottom)
{
  StyrPictureLayout *layout = self->layout;
  double y = bottom + UNDER, width, right, legend;

  measure_caption (self, &width);
  legend = styr_picture_add_legend (layout, get_left (layout), y, 0, &right);
  if (self->x - width - LEGEND_SPACE < right && legend > y)
    y = legend + 6;
  y = add_caption (self, y);
  layout->scene->height = MAX (legend, y) + STYR_PICTURE_MARGIN - 16;
}

/* A column at the right of it all: caption, and the legend under it. */
static void
add_aside (Caption *self, double bottom)
{
  StyrPictureLayout *layout = self->layout;
  double y = STYR_PICTURE_MARGIN + CAPTION_SIZE, right;

  self->x = layout->scene->width;
  self->align = 0;
  self->width = ASIDE_WIDTH;
  y = add_caption (self, y) + 16;
  y = styr_picture_add_legend (layout, self->x, y, ASIDE_WIDTH, &right);
  layout->scene->width = self->x + ASIDE_WIDTH + STYR_PICTURE_MARGIN;
  layout->scene->height = MAX (bottom, y - CAPTION_LINE) + STYR_PICTURE_MARGIN;
}

/* How large the picture can be on a screen. */
static double
get_scale (double width, double height)
{
  return MIN (SCREEN_SHAPE / width, 1 / height);
}

/* A high picture has more use of the room beside it than of that under it. */
static gboolean
is_aside_better (const Caption *self, double bottom)
{
  Caption aside = *self;
  double width, under, column, across = self->layout->scene->width;

  under = bottom + UNDER + MAX (measure_caption (self, &width), 3 * CAPTION_LINE);
  aside.width = ASIDE_WIDTH;
  column = measure_caption (&aside, &width) + 8 * CAPTION_LINE;
  return get_scale (across, under) < get_scale (across + ASIDE_WIDTH, MAX (bottom, column)) * 0.97;
}

/** Adds brackets, legend and caption, and sets the size of the scene. Legend and caption stand
 * under the picture, or at its right, whichever leaves it larger on a screen. */
void
styr_picture_add_furniture (StyrPictureLayout *self)
{
  g_autofree char *decision = describe_decision (self);
  g_autofree char *interim = describe_interim (self);
  g_autofree char *state = describe_state (self);
  Caption caption = { self,
                      { get_title (self), self->picture->caption, decision, interim, state },
                      get_right (self),
                      1,
                      CAPTION_WIDTH };
  double bottom;

  styr_picture_add_brackets (self);
  bottom = get_ink_bottom (self);
  if (is_aside_better (&caption, bottom))
    add_aside (&caption, bottom);
  else
    add_under (&caption, bottom);
  self->scene->width = ceil (self->scene->width);
  self->scene->height = ceil (self->scene->height);
}
