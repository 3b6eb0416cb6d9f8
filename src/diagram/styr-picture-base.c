/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#define STRIP_SPACE 9.0
#define STRIP_RADIUS 9.0
#define STRIP_GAP 6.0
#define LINE_HEIGHT 22.0

/* The strip that carries it all. */

static double
get_name_room (guint line, guint n_lines, double size, gpointer data)
{
  const StyrSlot *slot = data;

  return slot->right - slot->left - 24;
}

static gboolean
is_one_line (StyrPictureLayout *self, const StyrSlot *slot, const StyrStateRow *row)
{
  double width = styr_text_measure (slot->block->name, STYR_PICTURE_CARD_SIZE, 600);

  if (!styr_state_row_is_empty (row))
    width += 16 + styr_state_row_get_width (row);
  return width + 2 * (styr_picture_measure_tab (slot->block) + 8) < slot->right - slot->left - 20;
}

static void
fit_strip_name (const StyrSlot *slot, StyrFittedText *text)
{
  const double sizes[] = { STYR_PICTURE_CARD_SIZE, STYR_PICTURE_SMALL_CARD_SIZE };

  styr_text_fit (text,
                 slot->block->name,
                 slot->block->short_name,
                 sizes,
                 G_N_ELEMENTS (sizes),
                 600,
                 4,
                 get_name_room,
                 (gpointer) slot);
}

static double
measure_strip (StyrPictureLayout *self, const StyrSlot *slot)
{
  StyrFittedText text;
  StyrStateRow row;
  double height;

  styr_picture_get_state_row (self, slot->block, &row);
  if (is_one_line (self, slot, &row))
    return STYR_PICTURE_STRIP_HEIGHT;
  fit_strip_name (slot, &text);
  height = text.n_lines * LINE_HEIGHT + 16;
  styr_fitted_text_clear (&text);
  if (!styr_state_row_is_empty (&row))
    height += LINE_HEIGHT;
  if (styr_picture_measure_tab (slot->block) > 0)
    height += STYR_PICTURE_TAB_HEIGHT - 4;
  return MAX (height, STYR_PICTURE_STRIP_HEIGHT);
}

static void
add_one_line (StyrSceneNode *node, const StyrSlot *slot, const StyrStateRow *row)
{
  const double size = STYR_PICTURE_CARD_SIZE;
  double y = (slot->top + slot->bottom) / 2 + size * 0.34, middle = (slot->left + slot->right) / 2;
  double width = styr_text_measure (slot->block->name, size, 600);

  if (!styr_state_row_is_empty (row))
    width += 16 + styr_state_row_get_width (row);
  g_ptr_array_add (
      node->marks,
      styr_mark_new_text (
          slot->block->name, middle - width / 2, y, 0, size, 600, STYR_TONE_ON_TINT + 1));
  if (!styr_state_row_is_empty (row))
    styr_state_row_add_marks (row, node->marks, middle + width / 2, y, 1, STYR_TONE_ON_TINT + 1);
}

static void
add_lines (StyrSceneNode *node, const StyrSlot *slot, StyrStateRow *row)
{
  double middle = (slot->left + slot->right) / 2, y = slot->top + 8;
  StyrFittedText text;

  fit_strip_name (slot, &text);
  for (guint i = 0; i < text.n_lines; i++, y += LINE_HEIGHT)
    g_ptr_array_add (
        node->marks,
        styr_mark_new_text (
            text.lines[i], middle, y + 17, 0.5, text.size, 600, STYR_TONE_ON_TINT + 1));
  styr_fitted_text_clear (&text);
  while (row->size > 11 && styr_state_row_get_width (row) > slot->right - slot->left - 16)
    row->size -= 0.5;
  if (!styr_state_row_is_empty (row))
    styr_state_row_add_marks (row, node->marks, middle, y + 17, 0.5, STYR_TONE_ON_TINT + 1);
}

static void
add_strip_block (StyrPictureLayout *self, StyrSlot *slot)
{
  const StyrRect rect = {
    slot->left, slot->top, slot->right - slot->left, slot->bottom - slot->top
  };
  StyrSceneNode *node = styr_scene_add_node (
      self->scene, "block", slot->block->id, styr_path_new_rectangle (&rect, STRIP_RADIUS));
  StyrStateRow row;

  slot->node = (int) self->scene->nodes->len - 1;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + 1);
  styr_picture_add_tab (node, slot->block, &rect, 0, STRIP_RADIUS);
  styr_picture_get_state_row (self, slot->block, &row);
  if (is_one_line (self, slot, &row))
    add_one_line (node, slot, &row);
  else
    add_lines (node, slot, &row);
}

/** Adds the strip under the shape to the scene; its blocks share it by their weights, in several
 * rows when they are many. */
void
styr_picture_add_base (StyrPictureLayout *self)
{
  double left = self->left - STYR_PICTURE_EDGE,
         width = self->right - self->left + 2 * STYR_PICTURE_EDGE;
  StyrSlot **slots = (StyrSlot **) self->bases->pdata;
  guint n = self->bases->len, n_rows;

  self->strip_bottom = self->bottom + styr_picture_measure_around (self, STYR_DIRECTION_DOWN);
  if (n == 0)
    return;
  self->strip_bottom += STRIP_SPACE - STRIP_GAP;
  n_rows = styr_picture_count_rows (self, slots, n, width, STRIP_GAP);
  for (guint i = 0, done = 0; i < n_rows; i++)
    {
      guint end = (n * (i + 1) + n_rows - 1) / n_rows;
      double height = 0;

      styr_picture_share_row (self, slots + done, end - done, left, width, STRIP_GAP);
      for (guint j = done; j < end; j++)
        height = MAX (height, measure_strip (self, slots[j]));
      for (; done < end; done++)
        {
          slots[done]->top = self->strip_bottom + STRIP_GAP;
          slots[done]->bottom = slots[done]->top + height;
          add_strip_block (self, slots[done]);
        }
      self->strip_bottom += STRIP_GAP + height;
    }
}
