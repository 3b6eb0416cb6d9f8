/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-triangle.h"

#include <string.h>

#define CORNER 4.0
#define OUTER_CORNER 11.0
#define NOTCH_WIDTH 22.0
#define PAD 8.0
#define ROW_HEIGHT 23.0
#define LEADER 34.0

/* Text of one band: where it may stand and how high it is apart from the name. */
typedef struct
{
  StyrPictureLayout *pyramid;
  const StyrSlot *slot;
  double top, bottom, row_height;
  gboolean low; /* stands low: where an apex or a block at the slope is widest */
} Place;

static gboolean
is_apex (const StyrSlot *slot)
{
  return slot->row == 0;
}

static int
get_weight (const StyrSlot *slot)
{
  return is_apex (slot) ? 700 : 600;
}

/* The notches: two bands that meet and feed each other show it in the edge between them. */

static void
add_notch (StyrPictureLayout *self, StyrSlot *upper, StyrSlot *lower, double depth)
{
  double left = MAX (styr_picture_left_at (self, upper, upper->bottom),
                     styr_picture_left_at (self, lower, lower->top));
  double right = MIN (styr_picture_right_at (self, upper, upper->bottom),
                      styr_picture_right_at (self, lower, lower->top));
  StyrNotch notch = { (left + right) / 2, depth };

  if (right - left < NOTCH_WIDTH * 2)
    return;
  g_array_append_val (upper->notches_below, notch);
  g_array_append_val (lower->notches_above, notch);
  self->has_links = TRUE;
}

static void
find_notches (StyrPictureLayout *self)
{
  GPtrArray *connectors = styr_model_get_connectors (self->model);

  for (guint i = 0; i < connectors->len; i++)
    {
      const StyrConnector *connector = connectors->pdata[i];
      StyrSlot *from = styr_picture_find_slot (self, connector->from);
      StyrSlot *to = styr_picture_find_slot (self, connector->to);

      if (from == NULL || to == NULL || connector->kind != STYR_CONNECTOR_FEEDS)
        continue;
      if (from->place->axis != STYR_AXIS_MIDDLE || to->place->axis != STYR_AXIS_MIDDLE)
        continue;
      if (to->row == from->row + 1)
        add_notch (self, from, to, STYR_PICTURE_NOTCH);
      else if (to->row == from->row - 1)
        add_notch (self, to, from, -STYR_PICTURE_NOTCH);
    }
}

/* The outline: what is left of the triangle between two heights and two uprights. */

typedef struct
{
  StyrPoint points[32];
  double radii[32];
  guint n;
} Outline;

static void
add_point (Outline *outline, double x, double y, double radius)
{
  g_assert (outline->n < G_N_ELEMENTS (outline->points));
  outline->points[outline->n] = (StyrPoint){ x, y };
  outline->radii[outline->n++] = radius;
}

static void
add_notches (Outline *outline, const GArray *notches, double y, gboolean rightwards)
{
  for (guint i = 0; i < notches->len && outline->n + 8 < G_N_ELEMENTS (outline->points); i++)
    {
      const StyrNotch *notch =
          &g_array_index (notches, StyrNotch, rightwards ? i : notches->len - 1 - i);
      double half = rightwards ? NOTCH_WIDTH / 2 : -NOTCH_WIDTH / 2;

      add_point (outline, notch->at - half, y, 3);
      add_point (outline, notch->at, y + notch->depth, 2);
      add_point (outline, notch->at + half, y, 3);
    }
}

static int
compare_notches (gconstpointer a, gconstpointer b)
{
  double one = ((const StyrNotch *) a)->at, other = ((const StyrNotch *) b)->at;

  return one < other ? -1 : one > other;
}

static StyrPath *
make_outline (StyrPictureLayout *self, StyrSlot *slot)
{
  Outline outline = { .n = 0 };
  gboolean last = slot->bottom >= self->bottom - 0.5;
  double top_left = styr_picture_left_at (self, slot, slot->top),
         top_right = styr_picture_right_at (self, slot, slot->top);
  /* Where an upright meets the slope below the band's top, the corner lies there. */
  double left_top = slot->ends_left
                        ? slot->top
                        : MAX (slot->top, self->top + (self->centre - slot->left) / self->slope);
  double right_top = slot->ends_right
                         ? slot->top
                         : MAX (slot->top, self->top + (slot->right - self->centre) / self->slope);

  g_array_sort (slot->notches_above, compare_notches);
  g_array_sort (slot->notches_below, compare_notches);
  if (is_apex (slot))
    {
      gboolean has_point = slot->left < self->centre && slot->right > self->centre;

      if (!slot->ends_left)
        add_point (&outline, slot->left, left_top, CORNER);
      if (has_point)
        add_point (&outline, self->centre, self->top, OUTER_CORNER);
      if (!slot->ends_right)
        add_point (&outline, slot->right, right_top, CORNER);
    }
  else
    {
      add_point (&outline, top_left, slot->top, CORNER);
      add_notches (&outline, slot->notches_above, slot->top, TRUE);
      add_point (&outline, top_right, slot->top, CORNER);
    }
  add_point (&outline,
             styr_picture_right_at (self, slot, slot->bottom),
             slot->bottom,
             last && slot->ends_right ? OUTER_CORNER : CORNER);
  add_notches (&outline, slot->notches_below, slot->bottom, FALSE);
  add_point (&outline,
             styr_picture_left_at (self, slot, slot->bottom),
             slot->bottom,
             last && slot->ends_left ? OUTER_CORNER : CORNER);
  return styr_path_new_rounded (outline.points, outline.radii, outline.n);
}

/* The text: name and state, in the middle of the room there is. */

static double
get_middle (Place *place)
{
  double y = place->low ? place->bottom - place->row_height - 22 : (place->top + place->bottom) / 2;

  return (styr_picture_left_at (place->pyramid, place->slot, y) +
          styr_picture_right_at (place->pyramid, place->slot, y)) /
         2;
}

static double
get_first_line_top (Place *place, guint n_lines, double size)
{
  double height = n_lines * size * STYR_TEXT_LINE_HEIGHT + place->row_height;

  return place->low ? place->bottom - height : (place->top + place->bottom - height) / 2;
}

static double
get_room (guint line, guint n_lines, double size, gpointer data)
{
  Place *place = data;
  double y = get_first_line_top (place, n_lines, size), middle = get_middle (place);
  double left, right;

  if (y < place->top - 0.01)
    return 0;
  y += line * size * STYR_TEXT_LINE_HEIGHT + 2;
  left = middle - styr_picture_left_at (place->pyramid, place->slot, y);
  right = styr_picture_right_at (place->pyramid, place->slot, y) - middle;
  return MAX (0, 2 * (MIN (left, right) - PAD));
}

static void
find_place (StyrPictureLayout *self, const StyrSlot *slot, const StyrStateRow *row, Place *place)
{
  double tab = styr_picture_measure_tab (slot->block), right;

  place->pyramid = self;
  place->slot = slot;
  place->low = is_apex (slot) || slot->low;
  place->row_height = styr_state_row_is_empty (row) ? 0 : ROW_HEIGHT;
  place->top = slot->top + 5;
  place->bottom = slot->bottom - 7;
  if (slot->notches_above->len > 0 && slot->n_beside == 1)
    place->top += STYR_PICTURE_NOTCH - 2;
  /* The tab must not meet the state line, nor the name when it stands lowest. */
  right = get_middle (place) + styr_state_row_get_width (row) / 2 + 6;
  if (tab > 0 &&
      ((place->low && place->row_height <= 0) ||
       right > styr_picture_right_at (self, slot, slot->bottom - STYR_PICTURE_TAB_HEIGHT) - tab))
    place->bottom -= STYR_PICTURE_TAB_HEIGHT - 4;
}

/* A name that finds no room in the point of the triangle stands beside it, with a line to where it
 * belongs. */
static double
get_leader_room (guint line, guint n_lines, double size, gpointer data)
{
  return *(double *) data;
}

static void
add_leader_line (StyrSceneNode *node, double start, double end, double y)
{
  StyrPath *line = styr_path_new ();

  styr_path_move (line, start, y);
  styr_path_line (line, end, y);
  g_ptr_array_add (node->marks, styr_mark_new_path (line, STYR_TONE_NONE, STYR_TONE_MUTED, 1.2));
  g_ptr_array_add (node->marks,
                   styr_mark_new_path (
                       styr_path_new_circle (start, y, 2.6), STYR_TONE_MUTED, STYR_TONE_NONE, 0));
}

static void
add_leader (StyrPictureLayout *self, const StyrSlot *slot, StyrSceneNode *node, StyrStateRow *row)
{
  const double sizes[] = { STYR_PICTURE_SMALL_NAME_SIZE, STYR_PICTURE_TIGHT_NAME_SIZE };
  double y = slot->top + (slot->bottom - slot->top) * 0.46;
  gboolean to_right = slot->ends_right;
  double edge =
      to_right ? styr_picture_right_at (self, slot, y) : styr_picture_left_at (self, slot, y);
  double away = LEADER + self->around, end = edge + (to_right ? away : -away);
  double x = end + (to_right ? 7 : -7);
  double limit = to_right ? self->rights->len > 0 ? self->right_column - 12 : self->width - PAD
                 : self->lefts->len > 0 ? self->left_column + STYR_PICTURE_CARD_WIDTH + 12
                                        : PAD;
  double room = to_right ? limit - x : x - limit;
  StyrFittedText text;

  add_leader_line (node, edge + (to_right ? -12 : 12), end, y);
  styr_text_fit (&text,
                 slot->block->name,
                 slot->block->short_name,
                 sizes,
                 G_N_ELEMENTS (sizes),
                 700,
                 3,
                 get_leader_room,
                 &room);
  y += 5.5;
  for (guint i = 0; i < text.n_lines; i++, y += text.size * STYR_TEXT_LINE_HEIGHT)
    g_ptr_array_add (
        node->marks,
        styr_mark_new_text (text.lines[i], x, y, to_right ? 0 : 1, text.size, 700, STYR_TONE_INK));
  styr_fitted_text_clear (&text);
  if (!styr_state_row_is_empty (row))
    styr_state_row_add_marks (row, node->marks, x, y + 4, to_right ? 0 : 1, STYR_TONE_INK);
}

/* Two lines, smaller if need be, look better than three. */
static void
fit_text (StyrPictureLayout *self,
          const StyrSlot *slot,
          Place *place,
          StyrStateRow *row,
          StyrFittedText *text)
{
  const double sizes[] = { STYR_PICTURE_NAME_SIZE,
                           STYR_PICTURE_SMALL_NAME_SIZE,
                           STYR_PICTURE_TIGHT_NAME_SIZE };
  guint n_sizes = (slot->n_beside > 1 ? 3 : 2) - slot->size_index;

  styr_picture_get_state_row (self, slot->block, row);
  find_place (self, slot, row, place);
  for (guint max_lines = 2; max_lines <= 3; max_lines++)
    {
      styr_text_fit (text,
                     slot->block->name,
                     slot->block->short_name,
                     sizes + slot->size_index,
                     n_sizes,
                     get_weight (slot),
                     max_lines,
                     get_room,
                     place);
      if (text->whole || max_lines == 3)
        return;
      styr_fitted_text_clear (text);
    }
}

static void
add_text (StyrPictureLayout *self, const StyrSlot *slot, StyrSceneNode *node, StyrTone tone)
{
  StyrFittedText text;
  StyrStateRow row;
  Place place;
  double middle, y;

  fit_text (self, slot, &place, &row, &text);
  if (is_apex (slot) && !text.whole)
    {
      add_leader (self, slot, node, &row);
    }
  else
    {
      middle = get_middle (&place);
      y = get_first_line_top (&place, text.n_lines, text.size);
      for (guint i = 0; i < text.n_lines; i++)
        g_ptr_array_add (node->marks,
                         styr_mark_new_text (text.lines[i],
                                             middle,
                                             y + (i + 0.82) * text.size * STYR_TEXT_LINE_HEIGHT,
                                             0.5,
                                             text.size,
                                             get_weight (slot),
                                             tone));
      y += text.n_lines * text.size * STYR_TEXT_LINE_HEIGHT + place.row_height;
      if (place.row_height > 0)
        styr_state_row_add_marks (&row, node->marks, middle, y - 4, 0.5, tone);
    }
  styr_fitted_text_clear (&text);
}

static gboolean
names_fit (StyrPictureLayout *self, int row, double *smallest)
{
  gboolean fits = TRUE;

  *smallest = STYR_PICTURE_NAME_SIZE;
  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];
      StyrFittedText text;
      StyrStateRow state;
      Place place;

      if (slot->row != row)
        continue;
      fit_text (self, slot, &place, &state, &text);
      fits = fits && text.whole;
      *smallest = MIN (*smallest, text.size);
      styr_fitted_text_clear (&text);
    }
  return fits;
}

static void
set_low (StyrPictureLayout *self, int row, gboolean low)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      if (slot->row == row)
        slot->low = low;
    }
}

/* Names beside each other have one size. */
static void
set_size (StyrPictureLayout *self, int row, double size)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      if (slot->row == row && slot->n_beside > 1)
        slot->size_index = size >= STYR_PICTURE_NAME_SIZE         ? 0
                           : size >= STYR_PICTURE_SMALL_NAME_SIZE ? 1
                                                                  : 2;
    }
}

/* The weights decide how blocks share a band, as far as each name then finds room: in the middle,
 * or else low. */
static double
share_band (StyrPictureLayout *self, int row)
{
  double smallest = STYR_PICTURE_NAME_SIZE;

  for (int step = 0; step <= 10; step++)
    {
      styr_triangle_split_band (self, row, step / 10.0);
      if (names_fit (self, row, &smallest) && smallest >= STYR_PICTURE_SMALL_NAME_SIZE)
        return smallest;
    }
  set_low (self, row, TRUE);
  for (int step = 0; step <= 10; step++)
    {
      styr_triangle_split_band (self, row, step / 10.0);
      if (names_fit (self, row, &smallest))
        return smallest;
    }
  styr_triangle_split_band (self, row, 0);
  return smallest;
}

static void
share_bands (StyrPictureLayout *self)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->row > 0 && slot->n_beside > 1 && slot->index == 0)
        set_size (self, slot->row, share_band (self, slot->row));
    }
}

/* A level of many short rows is better than one row of names cut short. */

#define MANY 4
#define USUAL_ROWS 6
#define ROW_MORE 70.0

static gboolean
is_cut (StyrPictureLayout *self, int row)
{
  gboolean cut = FALSE;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];
      StyrFittedText text;
      StyrStateRow state;
      Place place;

      if (slot->row != row)
        continue;
      fit_text (self, slot, &place, &state, &text);
      cut = cut || g_str_has_suffix (text.lines[text.n_lines - 1], "…") ||
            styr_state_row_get_width (&state) >
                styr_picture_right_at (self, slot, slot->bottom - ROW_HEIGHT) -
                    styr_picture_left_at (self, slot, slot->bottom - ROW_HEIGHT) - PAD;
      styr_fitted_text_clear (&text);
    }
  return cut;
}

static gboolean
level_is_cut (StyrPictureLayout *self, int level)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->level == level && slot->row > 0 && slot->n_beside >= MANY && slot->index == 0 &&
          is_cut (self, slot->row))
        return TRUE;
    }
  return FALSE;
}

static void
split_levels (StyrPictureLayout *self)
{
  guint n_at_top = 0;

  for (guint i = 0; i < self->bands->len; i++)
    n_at_top += ((StyrSlot *) self->bands->pdata[i])->level == 0;
  if (n_at_top > 2 || (n_at_top == 2 && self->around > 0))
    styr_triangle_split_level (self, 0, n_at_top > 3 ? 3 : 2);
  styr_triangle_place_bands (self);
  for (guint level = 0; level < self->levels->len; level++)
    for (guint n_rows = level == 0 && n_at_top > 2 ? 4 : 2;
         n_rows <= 5 && level_is_cut (self, (int) level);
         n_rows++)
      {
        styr_triangle_split_level (self, (int) level, n_rows);
        styr_triangle_place_bands (self);
      }
}

static void
add_band (StyrPictureLayout *self, StyrSlot *slot)
{
  StyrSceneNode *node =
      styr_scene_add_node (self->scene, "block", slot->block->id, make_outline (self, slot));
  guint tint = styr_picture_choose_tint (self, slot);
  double left = styr_picture_left_at (self, slot, slot->bottom),
         right = styr_picture_right_at (self, slot, slot->bottom);
  const StyrRect corner = { left, slot->top, right - left, slot->bottom - slot->top };
  gboolean last = slot->bottom >= self->bottom - 0.5;

  slot->node = (int) self->scene->nodes->len - 1;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + tint);
  styr_picture_add_tab (node,
                        slot->block,
                        &corner,
                        slot->ends_right ? self->slope : 0,
                        last && slot->ends_right ? OUTER_CORNER : CORNER);
  add_text (self, slot, node, STYR_TONE_ON_TINT + tint);
}

static void
add_triangle (StyrPictureLayout *self)
{
  self->slope = (self->right - self->left) / 2 / (self->bottom - self->top);
  split_levels (self);
  share_bands (self);
  if (!self->picture->hides_connectors)
    find_notches (self);
  for (guint i = 0; i < self->bands->len; i++)
    add_band (self, self->bands->pdata[i]);
  styr_picture_add_corner (self, self->left, self->bottom);
  styr_picture_add_corner (self, self->centre, self->top);
  styr_picture_add_corner (self, self->right, self->bottom);
}

/* A level with many blocks will be split into several rows. */
static guint
count_likely_rows (StyrPictureLayout *self)
{
  guint n_rows = 0, n = 0;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];
      gboolean first = i == 0 || ((StyrSlot *) self->bands->pdata[i - 1])->level != slot->level;

      n = first ? 0 : n + 1;
      n_rows += n % MANY == 0;
    }
  return n_rows;
}

static void
measure_triangle (StyrPictureLayout *self)
{
  guint n_rows;

  self->shape_width = 2 * STYR_PICTURE_HALF_BASE;
  self->shape_height = STYR_PICTURE_HEIGHT;
  n_rows = count_likely_rows (self);
  if (n_rows > USUAL_ROWS)
    self->shape_height += (n_rows - USUAL_ROWS) * ROW_MORE;
}

static double
get_side (StyrPictureLayout *self, const StyrSlot *slot, double y, gboolean right)
{
  double half = MAX (0, y - self->top) * self->slope;

  return right ? MIN (slot->right, self->centre + half) : MAX (slot->left, self->centre - half);
}

/** Bands of a triangle, the first level in its point. */
const StyrTemplate styr_triangle_template = {
  .name = "triangle",
  .pointed = TRUE,
  .stretches = TRUE,
  .brackets = TRUE,
  .stacked = TRUE,
  .beside = STYR_PICTURE_EDGE + STYR_PICTURE_GUTTER,
  .measure = measure_triangle,
  .add = add_triangle,
  .side_at = get_side,
};
