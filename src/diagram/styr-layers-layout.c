/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#define HALF_WIDTH 320.0
#define GAP 15.0
#define RADIUS 9.0
#define HEIGHT 86.0 /* of a layer, when there is room */

static void
measure_layers (StyrPictureLayout *self)
{
  g_autoptr (GArray) rows = styr_picture_make_rows (self, 0, 2 * HALF_WIDTH, GAP);

  self->shape_width = 2 * HALF_WIDTH;
  self->shape_height =
      MAX (styr_picture_measure_rows (rows, GAP), rows->len * (HEIGHT + GAP) - GAP);
}

static void
add_layers (StyrPictureLayout *self)
{
  g_autoptr (GArray) rows = styr_picture_make_rows (self, 0, self->right - self->left, GAP);

  styr_picture_place_rows (rows, self->top, self->bottom, GAP);
  for (guint i = 0; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      styr_picture_add_cell (self, slot, RADIUS, styr_picture_choose_tint (self, slot));
    }
  styr_picture_add_corner (self, self->left, self->bottom);
  styr_picture_add_corner (self, self->left, self->top);
  styr_picture_add_corner (self, self->right, self->top);
  styr_picture_add_corner (self, self->right, self->bottom);
}

/** Rounded bands of one width upon each other. */
const StyrTemplate styr_layers_template = {
  .name = "layers",
  .stretches = TRUE,
  .brackets = TRUE,
  .stacked = TRUE,
  .steps = TRUE,
  .beside = STYR_PICTURE_EDGE + STYR_PICTURE_GUTTER,
  .measure = measure_layers,
  .add = add_layers,
};
