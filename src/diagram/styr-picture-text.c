/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <string.h>

/*
 * Names in outlines of any shape: how wide a line may be is measured in the outline itself, at the
 * height where the line stands.
 */

#define PAD 9.0
#define ROW_HEIGHT 24.0
#define PILL_HEIGHT 27.0
#define CELL_PAD_Y 10.0
#define LEAST_STATE_SIZE 11.0

/* What stands in an outline, from above: name, state, tab. */
typedef struct
{
  GArray *points; /* StyrPoint: the outline */
  const StyrTextPlace *place;
  double extra; /* the height of what stands under the name */
} Fit;

/* Fits a name into two lines, smaller if need be, or else into three. Clear the result. */
static void
fit_name (
    const StyrSlot *slot, int weight, StyrTextRoomFunc room, gpointer data, StyrFittedText *text)
{
  const double sizes[] = { STYR_PICTURE_NAME_SIZE,
                           STYR_PICTURE_SMALL_NAME_SIZE,
                           STYR_PICTURE_TIGHT_NAME_SIZE };
  guint first = MIN (slot->size_index, G_N_ELEMENTS (sizes) - 1);

  for (guint lines = 2; lines <= STYR_TEXT_MAX_LINES; lines++)
    {
      styr_text_fit (text,
                     slot->block->name,
                     lines < STYR_TEXT_MAX_LINES ? NULL : slot->block->short_name,
                     sizes + first,
                     G_N_ELEMENTS (sizes) - first,
                     weight,
                     lines,
                     room,
                     data);
      if (text->whole || lines == STYR_TEXT_MAX_LINES)
        return;
      styr_fitted_text_clear (text);
    }
}

static double
get_cell_room (guint line, guint n_lines, double size, gpointer data)
{
  const StyrSlot *slot = data;

  return slot->right - slot->left - 2 * PAD;
}

static void
keep_size (StyrSlot *slot, double size)
{
  guint index = size >= STYR_PICTURE_NAME_SIZE ? 0 : size >= STYR_PICTURE_SMALL_NAME_SIZE ? 1 : 2;

  slot->size_index = MAX (slot->size_index, index);
}

/** Gives blocks beside each other one size of name: the largest that all can have in their widths.
 */
void
styr_picture_even_sizes (StyrSlot **slots, guint n)
{
  guint index = 0;

  for (guint i = 0; i < n; i++)
    {
      StyrFittedText text;

      slots[i]->size_index = 0;
      fit_name (slots[i], slots[i]->level == 0 ? 700 : 600, get_cell_room, slots[i], &text);
      keep_size (slots[i], text.size);
      index = MAX (index, slots[i]->size_index);
      styr_fitted_text_clear (&text);
    }
  for (guint i = 0; i < n; i++)
    slots[i]->size_index = index;
}

static void
shrink_state (StyrStateRow *row, double room)
{
  while (row->size > LEAST_STATE_SIZE && styr_state_row_get_width (row) > room)
    row->size -= 0.5;
}

/* The tab in the corner takes room under the last line when that line would meet it. */
static double
get_tab_room (const StyrSlot *slot, double line_width)
{
  double tab = styr_picture_measure_tab (slot->block);

  if (tab <= 0 || (slot->right - slot->left - line_width) / 2 > tab + 6)
    return 0;
  return STYR_PICTURE_TAB_HEIGHT - 6;
}

/** How high a rectangle of the slot's width must be for its name and state. */
double
styr_picture_measure_cell (StyrPictureLayout *self, const StyrSlot *slot, int weight)
{
  StyrFittedText text;
  StyrStateRow row;
  double height, last;

  g_return_val_if_fail (self != NULL && slot != NULL, 0);

  fit_name (slot, weight, get_cell_room, (gpointer) slot, &text);
  styr_picture_get_state_row (self, slot->block, &row);
  shrink_state (&row, slot->right - slot->left - 2 * PAD);
  height = 2 * CELL_PAD_Y + text.n_lines * text.size * STYR_TEXT_LINE_HEIGHT;
  last = text.width;
  if (!styr_state_row_is_empty (&row))
    {
      height += ROW_HEIGHT;
      last = styr_state_row_get_width (&row);
    }
  styr_fitted_text_clear (&text);
  return height + get_tab_room (slot, last);
}

/* The free stretch around the text's middle at one height. */
static double
get_half_room (const Fit *fit, double y)
{
  double left = G_MAXDOUBLE, right = G_MAXDOUBLE, x = fit->place->x;

  for (guint i = 0; i < fit->points->len; i++)
    {
      StyrPoint a = g_array_index (fit->points, StyrPoint, i);
      StyrPoint b = g_array_index (fit->points, StyrPoint, (i + 1) % fit->points->len);
      double at;

      if ((a.y > y) == (b.y > y))
        continue;
      at = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
      if (at <= x)
        left = MIN (left, x - at);
      else
        right = MIN (right, at - x);
    }
  if (left == G_MAXDOUBLE || right == G_MAXDOUBLE)
    return 0;
  return MIN (left, right);
}

static double
get_room_between (const Fit *fit, double top, double bottom)
{
  double half = get_half_room (fit, (top + bottom) / 2);

  half = MIN (half, get_half_room (fit, top));
  half = MIN (half, get_half_room (fit, bottom));
  return MAX (0, 2 * (half - PAD));
}

static double
get_top (const Fit *fit, double height)
{
  const StyrTextPlace *place = fit->place;
  double wish = place->low ? place->bottom - height : place->y - height / 2;

  return CLAMP (wish, place->top, MAX (place->top, place->bottom - height));
}

static double
get_room (guint line, guint n_lines, double size, gpointer data)
{
  const Fit *fit = data;
  double step = size * STYR_TEXT_LINE_HEIGHT, height = n_lines * step + fit->extra;
  double y = get_top (fit, height) + line * step;

  if (height > fit->place->bottom - fit->place->top + 0.01)
    return 0;
  return get_room_between (fit, y + step * 0.1, y + step * 0.95);
}

static double
add_lines (const StyrFittedText *text, StyrSceneNode *node, const Fit *fit, StyrTone tone)
{
  double step = text->size * STYR_TEXT_LINE_HEIGHT;
  double y = get_top (fit, text->n_lines * step + fit->extra);

  for (guint i = 0; i < text->n_lines; i++)
    g_ptr_array_add (node->marks,
                     styr_mark_new_text (text->lines[i],
                                         fit->place->x,
                                         y + (i + 0.82) * step,
                                         0.5,
                                         text->size,
                                         fit->place->weight,
                                         tone));
  return y + text->n_lines * step;
}

/** Finds the size that a name can have in an outline that isn't drawn yet. */
void
styr_picture_try_text (StyrPictureLayout *self,
                       StyrSlot *slot,
                       const StyrPath *outline,
                       const StyrTextPlace *place)
{
  g_autoptr (GArray) points = styr_path_flatten (outline);
  Fit fit = { points, place, 0 };
  StyrFittedText text;
  StyrStateRow row;

  if (place->pill && styr_picture_measure_tab (slot->block) > 0)
    fit.extra += PILL_HEIGHT;
  styr_picture_get_state_row (self, slot->block, &row);
  if (!styr_state_row_is_empty (&row))
    fit.extra += ROW_HEIGHT;
  fit_name (slot, place->weight, get_room, &fit, &text);
  keep_size (slot, text.size);
  styr_fitted_text_clear (&text);
}

/**
 * Adds a block's name, state and, if asked for, tab to its node, whose outline says how wide each
 * line may be.
 */
void
styr_picture_add_text (StyrPictureLayout *self,
                       const StyrSlot *slot,
                       StyrSceneNode *node,
                       const StyrTextPlace *place,
                       StyrTone tone)
{
  g_autoptr (GArray) points = styr_path_flatten (node->outline);
  gboolean pill = place->pill && styr_picture_measure_tab (slot->block) > 0;
  Fit fit = { points, place, pill ? PILL_HEIGHT : 0 };
  StyrTextPlace raised = *place;
  StyrFittedText text;
  StyrStateRow row;
  double y, last;

  styr_picture_get_state_row (self, slot->block, &row);
  if (!styr_state_row_is_empty (&row))
    fit.extra += ROW_HEIGHT;
  fit_name (slot, place->weight, get_room, &fit, &text);
  last = fit.extra > 0 ? styr_state_row_get_width (&row) : text.width;
  if (!place->pill && get_tab_room (slot, last) > 0)
    {
      raised.bottom -= get_tab_room (slot, last);
      raised.y -= get_tab_room (slot, last) / 2;
      fit.place = &raised;
      styr_fitted_text_clear (&text);
      fit_name (slot, place->weight, get_room, &fit, &text);
    }
  y = add_lines (&text, node, &fit, tone);
  styr_fitted_text_clear (&text);
  if (!styr_state_row_is_empty (&row))
    {
      shrink_state (&row, get_room_between (&fit, y + 4, y + ROW_HEIGHT));
      styr_state_row_add_marks (&row, node->marks, place->x, y + ROW_HEIGHT - 5, 0.5, tone);
      y += ROW_HEIGHT;
    }
  if (pill)
    styr_picture_add_pill (
        node, slot->block, place->x, y + 5, get_room_between (&fit, y + 5, y + PILL_HEIGHT) + PAD);
}
