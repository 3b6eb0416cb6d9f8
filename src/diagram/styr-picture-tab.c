/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#define FRAME_WIDTH 2.5
#define PLAIN_WIDTH 1.0
#define TAB_PAD 7.0

/** How wide the tab of a political frame is, or 0 when the block has none. */
double
styr_picture_measure_tab (const StyrBlock *block)
{
  if (!block->frame || block->frame_label == NULL || block->frame_label[0] == '\0')
    return 0;
  return styr_text_measure (block->frame_label, STYR_PICTURE_TAB_SIZE, 600) + 2 * TAB_PAD;
}

/**
 * Paints a block's body on its node: fill, then the orange frame of a political one or a hairline,
 * dashed when nothing of it exists.
 */
void
styr_picture_add_body (StyrPictureLayout *self,
                       StyrSceneNode *node,
                       const StyrBlock *block,
                       StyrTone fill)
{
  gboolean missing = styr_picture_is_missing (self, block);
  StyrTone line = block->frame ? STYR_TONE_POLITICAL
                  : missing    ? STYR_TONE_MISSING
                               : STYR_TONE_HAIRLINE;
  double width = block->frame ? FRAME_WIDTH : missing ? PLAIN_WIDTH * 1.6 : PLAIN_WIDTH;
  StyrMark *body = styr_mark_new_path (styr_path_copy (node->outline), fill, STYR_TONE_NONE, 0);
  StyrMark *frame =
      styr_mark_new_path (styr_path_copy (node->outline), STYR_TONE_NONE, line, width);

  frame->inside = TRUE;
  frame->dashed = missing;
  g_ptr_array_add (node->marks, body);
  g_ptr_array_add (node->marks, frame);
}

/** Adds the tab in the lower right corner that says the same as the frame without colour; a block
 * without a frame gets none. */
void
styr_picture_add_tab (StyrSceneNode *node,
                      const StyrBlock *block,
                      const StyrRect *corner,
                      double slant,
                      double radius)
{
  double width = styr_picture_measure_tab (block);
  double right = corner->x + corner->width, bottom = corner->y + corner->height;
  double top = bottom - STYR_PICTURE_TAB_HEIGHT, inner = right - slant * STYR_PICTURE_TAB_HEIGHT;
  const StyrPoint points[] = {
    { inner - width, top }, { inner, top }, { right, bottom }, { inner - width, bottom }
  };
  const double radii[] = { 5, 0, radius, 0 };

  if (width <= 0)
    return;
  g_ptr_array_add (
      node->marks,
      styr_mark_new_path (
          styr_path_new_rounded (points, radii, 4), STYR_TONE_POLITICAL_TAB, STYR_TONE_NONE, 0));
  g_ptr_array_add (node->marks,
                   styr_mark_new_text (block->frame_label,
                                       inner - width / 2,
                                       bottom - 5.5,
                                       0.5,
                                       STYR_PICTURE_TAB_SIZE,
                                       600,
                                       STYR_TONE_ON_POLITICAL));
}

/** The same as a small plate around x, in shapes that have no corner for a tab; smaller where the
 * room is too narrow for it. */
void
styr_picture_add_pill (
    StyrSceneNode *node, const StyrBlock *block, double x, double top, double room)
{
  double width = MIN (styr_picture_measure_tab (block), room), size = STYR_PICTURE_TAB_SIZE;
  const StyrRect rect = { x - width / 2, top, width, STYR_PICTURE_TAB_HEIGHT };

  if (width <= 0)
    return;
  while (size > STYR_TEXT_LEAST_SIZE &&
         styr_text_measure (block->frame_label, size, 600) > width - 6)
    size -= 0.5;
  g_ptr_array_add (
      node->marks,
      styr_mark_new_path (
          styr_path_new_rectangle (&rect, 5), STYR_TONE_POLITICAL_TAB, STYR_TONE_NONE, 0));
  g_ptr_array_add (node->marks,
                   styr_mark_new_text (block->frame_label,
                                       x,
                                       top + STYR_PICTURE_TAB_HEIGHT - 5.5,
                                       0.5,
                                       size,
                                       600,
                                       STYR_TONE_ON_POLITICAL));
}
