/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>

#define CAPTION_SIZE 15.0
#define CAPTION_LINE 17.5
#define CAPTION_WIDTH 430.0
#define LEGEND_SPACE 30.0

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

/* Flush with the cards, or with the shape where there are none. */
static double
get_right (StyrPictureLayout *self)
{
  return self->rights->len > 0 ? self->right_column + STYR_PICTURE_CARD_WIDTH - 2
                               : self->right + self->around_right - 2;
}

static double
get_caption_room (guint line, guint n_lines, double size, gpointer data)
{
  return CAPTION_WIDTH;
}

static double
add_caption_line (StyrPictureLayout *self, const char *text, double size, int weight, double y)
{
  double right = get_right (self);
  StyrFittedText fitted;

  if (text == NULL || text[0] == '\0')
    return y;
  styr_text_fit (&fitted, text, NULL, &size, 1, weight, 3, get_caption_room, NULL);
  for (guint i = 0; i < fitted.n_lines; i++)
    {
      styr_scene_note (self->scene,
                       styr_mark_new_text (fitted.lines[i],
                                           right,
                                           y,
                                           1,
                                           size,
                                           weight,
                                           weight > 400 ? STYR_TONE_INK : STYR_TONE_MUTED));
      y += CAPTION_LINE;
    }
  styr_fitted_text_clear (&fitted);
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

/** Adds brackets, legend and caption, and sets the height of the scene. The caption stands beside
 * the legend, or under it where there is no room beside it. */
void
styr_picture_add_furniture (StyrPictureLayout *self)
{
  g_autofree char *decision = describe_decision (self);
  g_autofree char *interim = describe_interim (self);
  g_autofree char *state = describe_state (self);
  const char *const lines[] = { self->picture->caption, decision, interim, state };
  double y = self->lane + 34, legend, right, width;

  styr_picture_add_brackets (self);
  legend = styr_picture_add_legend (self, y, &right);
  width = styr_text_measure (get_title (self), CAPTION_SIZE, 700);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      width = MAX (width, styr_text_measure (lines[i], STYR_PICTURE_NOTE_SIZE, 400));
  if (get_right (self) - MIN (width, CAPTION_WIDTH) - LEGEND_SPACE < right && legend > y)
    y = legend + 6;
  y = add_caption_line (self, get_title (self), CAPTION_SIZE, 700, y) + 2;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    y = add_caption_line (self, lines[i], STYR_PICTURE_NOTE_SIZE, 400, y);
  self->scene->height = MAX (legend, y) + STYR_PICTURE_MARGIN - 16;
}
