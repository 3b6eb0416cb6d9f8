/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <glib/gi18n-lib.h>

#define LEGEND_ROW 23.0
#define SIGN 14.0
#define LEGEND_SPACE 18.0

/* The legend: each sign that the picture really shows, with its word. In a column each of them has
 * a line of its own, and long words go on in the next one. */

typedef struct
{
  StyrPictureLayout *layout;
  double left, x, y, right;
  double column; /* its width; 0 = in rows */
} Legend;

static double
get_word_room (guint line, guint n_lines, double size, gpointer data)
{
  const Legend *self = data;

  return self->column - (self->x - self->left);
}

static void
note_word (Legend *self, const char *text)
{
  styr_scene_note (
      self->layout->scene,
      styr_mark_new_text (text, self->x, self->y, 0, STYR_PICTURE_NOTE_SIZE, 400, STYR_TONE_MUTED));
}

static void
add_words_in_column (Legend *self, const char *text)
{
  const double size = STYR_PICTURE_NOTE_SIZE;
  StyrFittedText fitted;

  styr_text_fit (&fitted, text, NULL, &size, 1, 400, STYR_TEXT_MAX_LINES, get_word_room, self);
  for (guint i = 0; i < fitted.n_lines; i++)
    {
      note_word (self, fitted.lines[i]);
      self->right = MAX (self->right, self->x + fitted.width);
      self->y += i + 1 < fitted.n_lines ? size * STYR_TEXT_LINE_HEIGHT : LEGEND_ROW;
    }
  styr_fitted_text_clear (&fitted);
  self->x = self->left;
}

static void
add_word (Legend *self, const char *text)
{
  if (self->column > 0)
    {
      add_words_in_column (self, text);
      return;
    }
  note_word (self, text);
  self->x += styr_text_measure (text, STYR_PICTURE_NOTE_SIZE, 400);
  self->right = MAX (self->right, self->x);
  self->x += LEGEND_SPACE;
}

static void
end_row (Legend *self)
{
  if (self->x > self->left)
    self->y += LEGEND_ROW;
  self->x = self->left;
}

static void
add_line (Legend *self, const char *text, StyrConnectorKind kind)
{
  StyrPath *path = styr_path_new (), *arrow = styr_path_new ();
  double middle = self->y - STYR_PICTURE_NOTE_SIZE * 0.34, x = self->x;
  StyrMark *line;

  styr_path_move (path, x, middle);
  styr_path_line (path, x + 20, middle);
  line = styr_mark_new_path (
      path, STYR_TONE_NONE, STYR_TONE_MUTED, kind == STYR_CONNECTOR_LOOP ? 2.2 : 1.6);
  line->dashed = kind == STYR_CONNECTOR_FOLLOWS_UP;
  styr_path_move (arrow, x + 28, middle);
  styr_path_line (arrow, x + 19, middle - 3.8);
  styr_path_line (arrow, x + 19, middle + 3.8);
  styr_path_close (arrow);
  styr_scene_note (self->layout->scene, line);
  styr_scene_note (self->layout->scene,
                   styr_mark_new_path (arrow, STYR_TONE_MUTED, STYR_TONE_NONE, 0));
  self->x += 34;
  add_word (self, text);
}

static gboolean
shows_lines (StyrPictureLayout *self, StyrConnectorKind kind)
{
  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];

      if (edge->kind == kind && (edge->path != NULL || edge->arrow))
        return TRUE;
    }
  return kind == STYR_CONNECTOR_FEEDS && self->has_links;
}

static gboolean
is_loop_named (StyrPictureLayout *self)
{
  GPtrArray *connectors = styr_model_get_connectors (self->model);

  for (guint i = 0; i < connectors->len; i++)
    {
      const StyrConnector *connector = connectors->pdata[i];

      if (connector->kind == STYR_CONNECTOR_LOOP && connector->label != NULL &&
          styr_picture_find_slot (self, connector->from) != NULL &&
          styr_picture_find_slot (self, connector->to) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Which states and wheels there are among the blocks. */
static void
look_for_signs (StyrPictureLayout *self, gboolean *states, gboolean *wheel)
{
  GPtrArray *lists[] = { self->bands, self->lefts, self->rights, self->bases };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const StyrSlot *slot = lists[i]->pdata[j];
        StyrStateRow row;

        styr_picture_get_state_row (self, slot->block, &row);
        *wheel = *wheel || row.has_wheel;
        states[STYR_STATE_IN_FORCE] |= row.counts.in_force > 0;
        states[STYR_STATE_DRAFT] |= row.counts.draft > 0;
        states[STYR_STATE_MISSING] |= row.counts.missing > 0;
        states[STYR_STATE_LATE] |= row.counts.late > 0;
        states[STYR_STATE_NOT_APPLICABLE] |=
            row.shows_none &&
            row.counts.in_force + row.counts.draft + row.counts.missing + row.counts.late == 0;
      }
}

static void
add_states (Legend *self, const gboolean *shown)
{
  static const StyrState states[] = { STYR_STATE_IN_FORCE,
                                      STYR_STATE_DRAFT,
                                      STYR_STATE_MISSING,
                                      STYR_STATE_LATE,
                                      STYR_STATE_NOT_APPLICABLE };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (shown[states[i]])
      {
        styr_scene_note (self->layout->scene,
                         styr_mark_new_state (states[i],
                                              self->x + SIGN / 2,
                                              self->y - STYR_PICTURE_NOTE_SIZE * 0.34,
                                              SIGN,
                                              STYR_TONE_MUTED));
        self->x += SIGN + 7;
        add_word (self, styr_state_get_word (states[i]));
      }
  end_row (self);
}

static void
add_wheel (Legend *self)
{
  StyrOverview *overview = self->layout->overview;

  styr_scene_note (
      self->layout->scene,
      styr_mark_new_wheel (self->x + 10,
                           self->y - STYR_PICTURE_NOTE_SIZE * 0.34,
                           20,
                           overview != NULL ? styr_overview_get_year_share (overview) : 0.6,
                           STYR_TONE_MUTED));
  self->x += 26;
  /* Translators: legend beside a small wheel that is filled as far as the year has come. */
  add_word (self, C_ ("legend", "has a quality wheel, filled as far as the year has come"));
  end_row (self);
}

/** Adds the legend from a left end and a height on, in rows or in a column of a width (0: rows).
 * Returns where it ends; right becomes its right end. */
double
styr_picture_add_legend (
    StyrPictureLayout *self, double left, double y, double column, double *right)
{
  gboolean states[STYR_STATE_LATE + 1] = { FALSE }, wheel = FALSE;
  Legend legend = { self, left, left, y, left, column };

  look_for_signs (self, states, &wheel);
  add_states (&legend, states);
  if (shows_lines (self, STYR_CONNECTOR_FEEDS))
    add_line (&legend, C_ ("legend", "gives input to"), STYR_CONNECTOR_FEEDS);
  if (shows_lines (self, STYR_CONNECTOR_FOLLOWS_UP))
    add_line (&legend, C_ ("legend", "is followed up in"), STYR_CONNECTOR_FOLLOWS_UP);
  if (shows_lines (self, STYR_CONNECTOR_LOOP) && !is_loop_named (self))
    add_line (&legend, C_ ("legend", "leads back to"), STYR_CONNECTOR_LOOP);
  end_row (&legend);
  if (wheel)
    add_wheel (&legend);
  *right = legend.right;
  return legend.y;
}
