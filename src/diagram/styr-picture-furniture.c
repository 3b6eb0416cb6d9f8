/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include "styr-locale.h"
#include "styr-text-fit.h"

#include <glib/gi18n-lib.h>

#define STRIP_SPACE 9.0
#define STRIP_RADIUS 9.0
#define BRACKET_AWAY 13.0
#define BRACKET_TICK 5.0
#define LEGEND_ROW 21.0
#define LEGEND_SPACE 18.0
#define CAPTION_SIZE 15.0
#define CAPTION_LINE 17.5
#define CAPTION_WIDTH 430.0

/* The strip that carries it all. */

static void
add_strip_text (StyrPictureLayout *self,
                StyrSceneNode *node,
                const StyrBlock *block,
                const StyrRect *rect)
{
  const double size = STYR_PICTURE_CARD_SIZE;
  double y = rect->y + rect->height / 2 + size * 0.34;
  StyrStateRow row;
  double name, width;

  styr_picture_get_state_row (self, block, &row);
  name = styr_text_measure (block->name, size, 600);
  width = name + (styr_state_row_is_empty (&row) ? 0 : 16 + styr_state_row_get_width (&row));
  if (width > rect->width - 20)
    {
      const char *text = block->short_name != NULL ? block->short_name : block->name;

      g_ptr_array_add (
          node->marks,
          styr_mark_new_text (
              text, rect->x + rect->width / 2, y, 0.5, size, 600, STYR_TONE_ON_TINT + 1));
      return;
    }
  g_ptr_array_add (node->marks,
                   styr_mark_new_text (block->name,
                                       rect->x + (rect->width - width) / 2,
                                       y,
                                       0,
                                       size,
                                       600,
                                       STYR_TONE_ON_TINT + 1));
  if (!styr_state_row_is_empty (&row))
    styr_state_row_add_marks (
        &row, node->marks, rect->x + (rect->width + width) / 2, y, 1, STYR_TONE_ON_TINT + 1);
}

/** Adds the strip under the triangle to the scene; its blocks share it by their weights. */
void
styr_picture_add_base (StyrPictureLayout *self)
{
  double left = self->centre - STYR_PICTURE_HALF_BASE - STYR_PICTURE_EDGE,
         width = 2 * (STYR_PICTURE_HALF_BASE + STYR_PICTURE_EDGE);
  double whole = 0, x = left;

  self->strip_bottom = self->bottom;
  if (self->bases->len == 0)
    return;
  self->strip_bottom += STRIP_SPACE + STYR_PICTURE_STRIP_HEIGHT;
  for (guint i = 0; i < self->bases->len; i++)
    whole += MAX (((StyrSlot *) self->bases->pdata[i])->place->weight, 0.1);
  width -= STYR_PICTURE_GAP * (self->bases->len - 1);
  for (guint i = 0; i < self->bases->len; i++)
    {
      StyrSlot *slot = self->bases->pdata[i];
      StyrRect rect = { x,
                        self->bottom + STRIP_SPACE,
                        width * MAX (slot->place->weight, 0.1) / whole,
                        STYR_PICTURE_STRIP_HEIGHT };
      StyrSceneNode *node = styr_scene_add_node (
          self->scene, "block", slot->block->id, styr_path_new_rectangle (&rect, STRIP_RADIUS));

      slot->left = rect.x;
      slot->right = rect.x + rect.width;
      slot->top = rect.y;
      slot->bottom = rect.y + rect.height;
      slot->node = (int) self->scene->nodes->len - 1;
      styr_picture_add_outline (
          self, node, slot->block, &rect, 0, STRIP_RADIUS, STYR_TONE_TINT + 1);
      add_strip_text (self, node, slot->block, &rect);
      x += rect.width + STYR_PICTURE_GAP;
    }
}

/* The bracket along the edge: which levels say what, and which say how. */

static double
get_level_edge (StyrPictureLayout *self, guint level, gboolean lower)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->level == (int) level)
        return lower ? slot->bottom : slot->top;
    }
  return self->bottom;
}

static StyrPoint
get_bracket_point (StyrPictureLayout *self, double y, double away)
{
  return (StyrPoint){ self->centre - (y - self->top) * self->slope - away, y };
}

/* Under the point, and under the names that stand beside it. */
static double
get_bracket_start (StyrPictureLayout *self)
{
  double height = get_level_edge (self, 0, TRUE) - self->top;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->level == 0 && slot->n_beside > 1)
        return self->top + height * 0.72;
    }
  return self->top + 34;
}

static void
add_bracket (StyrPictureLayout *self, guint first, guint last, const char *label)
{
  double top = MAX (get_level_edge (self, first, FALSE) + 3, get_bracket_start (self)),
         bottom = get_level_edge (self, last, TRUE) - 3;
  StyrPoint a = get_bracket_point (self, top, BRACKET_AWAY),
            b = get_bracket_point (self, bottom, BRACKET_AWAY);
  StyrPath *path = styr_path_new ();
  guint middle = (first + last) / 2;
  /* Between two bands: lines enter bands at half height and never pass there. */
  double y = first == last ? top + (bottom - top) * 0.22
                           : get_level_edge (self, middle, TRUE) + STYR_PICTURE_GAP / 2;
  StyrPoint at = get_bracket_point (self, y, BRACKET_AWAY + 8);

  styr_path_move (path, a.x + BRACKET_TICK, a.y);
  styr_path_line (path, a.x, a.y);
  styr_path_line (path, b.x, b.y);
  styr_path_line (path, b.x + BRACKET_TICK, b.y);
  styr_scene_note (self->scene, styr_mark_new_path (path, STYR_TONE_NONE, STYR_TONE_HAIRLINE, 1.5));
  styr_scene_note (self->scene,
                   styr_mark_new_text (label,
                                       at.x,
                                       at.y + STYR_PICTURE_NOTE_SIZE * 0.35,
                                       1,
                                       STYR_PICTURE_NOTE_SIZE,
                                       700,
                                       STYR_TONE_MUTED));
}

static void
add_brackets (StyrPictureLayout *self)
{
  for (guint first = 0; first < self->levels->len;)
    {
      const char *what_how = ((const StyrLevel *) self->levels->pdata[first])->what_how;
      const char *label =
          g_strcmp0 (what_how, "how") == 0 ? self->picture->how_label : self->picture->what_label;
      guint last = first;

      while (last + 1 < self->levels->len &&
             g_strcmp0 (((const StyrLevel *) self->levels->pdata[last + 1])->what_how, what_how) ==
                 0)
        last++;
      if (what_how != NULL && label != NULL)
        add_bracket (self, first, last, label);
      first = last + 1;
    }
}

/* The legend: each sign that is used, with its word. */

static double
add_legend_text (StyrPictureLayout *self, const char *text, double x, double y)
{
  styr_scene_note (
      self->scene,
      styr_mark_new_text (text, x, y, 0, STYR_PICTURE_NOTE_SIZE, 400, STYR_TONE_MUTED));
  return x + styr_text_measure (text, STYR_PICTURE_NOTE_SIZE, 400) + LEGEND_SPACE;
}

static double
add_legend_line (StyrPictureLayout *self, const char *text, gboolean dashed, double x, double y)
{
  StyrPath *path = styr_path_new (), *arrow = styr_path_new ();
  double middle = y - STYR_PICTURE_NOTE_SIZE * 0.34;
  StyrMark *line;

  styr_path_move (path, x, middle);
  styr_path_line (path, x + 20, middle);
  line = styr_mark_new_path (path, STYR_TONE_NONE, STYR_TONE_MUTED, 1.6);
  line->dashed = dashed;
  styr_path_move (arrow, x + 28, middle);
  styr_path_line (arrow, x + 19, middle - 3.8);
  styr_path_line (arrow, x + 19, middle + 3.8);
  styr_path_close (arrow);
  styr_scene_note (self->scene, line);
  styr_scene_note (self->scene, styr_mark_new_path (arrow, STYR_TONE_MUTED, STYR_TONE_NONE, 0));
  return add_legend_text (self, text, x + 34, y);
}

static gboolean
has_connector (StyrPictureLayout *self, StyrConnectorKind kind)
{
  GPtrArray *connectors = styr_model_get_connectors (self->model);

  for (guint i = 0; i < connectors->len; i++)
    if (((const StyrConnector *) connectors->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
has_wheels (StyrPictureLayout *self)
{
  GPtrArray *blocks = styr_model_get_blocks (self->model);

  for (guint i = 0; i < blocks->len; i++)
    if (((const StyrBlock *) blocks->pdata[i])->has_wheel)
      return TRUE;
  return FALSE;
}

static double
add_state_legend (StyrPictureLayout *self, double x, double y)
{
  static const StyrState states[] = { STYR_STATE_IN_FORCE,
                                      STYR_STATE_DRAFT,
                                      STYR_STATE_MISSING,
                                      STYR_STATE_LATE,
                                      STYR_STATE_NOT_APPLICABLE };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      styr_scene_note (
          self->scene,
          styr_mark_new_state (
              states[i], x + 6, y - STYR_PICTURE_NOTE_SIZE * 0.34, 12, STYR_TONE_MUTED));
      x = add_legend_text (self, styr_state_get_word (states[i]), x + 18, y);
    }
  return y + LEGEND_ROW;
}

static double
add_legend (StyrPictureLayout *self, double y)
{
  double x = self->left_column + 2;

  if (self->overview != NULL)
    y = add_state_legend (self, x, y);
  if (has_connector (self, STYR_CONNECTOR_FEEDS))
    x = add_legend_line (self, C_ ("legend", "gives input to"), FALSE, x, y);
  if (has_connector (self, STYR_CONNECTOR_FOLLOWS_UP))
    x = add_legend_line (self, C_ ("legend", "is followed up in"), TRUE, x, y);
  if (x > self->left_column + 2)
    y += LEGEND_ROW;
  if (has_wheels (self))
    {
      x = self->left_column + 2;
      styr_scene_note (self->scene,
                       styr_mark_new_wheel (x + 9,
                                            y - STYR_PICTURE_NOTE_SIZE * 0.34,
                                            18,
                                            self->overview != NULL
                                                ? styr_overview_get_year_share (self->overview)
                                                : 0.6,
                                            STYR_TONE_MUTED));
      /* Translators: legend beside a small wheel that is filled as far as the year has come. */
      add_legend_text (self,
                       C_ ("legend", "has a quality wheel, filled as far as the year has come"),
                       x + 26,
                       y);
      y += LEGEND_ROW;
    }
  return y;
}

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

static double
get_caption_room (guint line, guint n_lines, double size, gpointer data)
{
  return CAPTION_WIDTH;
}

static double
add_caption_line (StyrPictureLayout *self, const char *text, double size, int weight, double y)
{
  double right = self->right_column + STYR_PICTURE_CARD_WIDTH - 2;
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

static double
add_caption (StyrPictureLayout *self, double y)
{
  g_autofree char *decision = describe_decision (self);
  g_autofree char *state = NULL;

  if (self->overview != NULL)
    {
      g_autofree char *today = styr_format_date (styr_overview_get_today (self->overview));

      /* Translators: the year that the picture shows, and the day it shows it as of. */
      state = g_strdup_printf (
          _ ("The year %d, as of %s"), styr_overview_get_year (self->overview), today);
    }
  y = add_caption_line (self,
                        self->picture->title != NULL ? self->picture->title
                                                     : styr_model_get_name (self->model),
                        CAPTION_SIZE,
                        700,
                        y) +
      2;
  y = add_caption_line (self, decision, STYR_PICTURE_NOTE_SIZE, 400, y);
  return add_caption_line (self, state, STYR_PICTURE_NOTE_SIZE, 400, y);
}

/** Adds brackets, legend and caption, and sets the height of the scene. */
void
styr_picture_add_furniture (StyrPictureLayout *self)
{
  double legend, caption;

  add_brackets (self);
  legend = add_legend (self, self->lane + 34);
  caption = add_caption (self, self->lane + 34);
  self->scene->height = MAX (legend, caption) + STYR_PICTURE_MARGIN - 16;
}
