/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#define HALF_WIDTH 320.0
#define EAVES 22.0 /* how far the roof reaches out over the walls */
#define GAP 14.0
#define PILLAR_RADIUS 5.0
#define ROOF_HEIGHT 172.0
#define HIP_HEIGHT 104.0
#define HIP 74.0 /* how much narrower a roof of several blocks is above */
#define FLOOR_HEIGHT 78.0
#define PILLAR_HEIGHT 190.0

static guint
count_roof (StyrPictureLayout *self)
{
  guint n = 0;

  while (n < self->bands->len && ((const StyrSlot *) self->bands->pdata[n])->level == 0)
    n++;
  return n;
}

/* One block makes a gable; several stand side by side in a roof that is flat above. More than a few
 * would be too narrow there: then they are the uppermost floor under an empty gable no more. */
static gboolean
has_roof (StyrPictureLayout *self)
{
  guint n = count_roof (self);

  return n > 0 &&
         styr_picture_count_rows (
             self, (StyrSlot **) self->bands->pdata, n, 2 * (HALF_WIDTH - HIP), STYR_PICTURE_GAP) ==
             1;
}

static double
get_roof_height (StyrPictureLayout *self)
{
  double height = HIP_HEIGHT;
  guint n = count_roof (self);

  if (!has_roof (self))
    return 0;
  if (n == 1)
    return ROOF_HEIGHT;
  styr_picture_share_row (
      self, (StyrSlot **) self->bands->pdata, n, 0, 2 * (HALF_WIDTH - HIP), STYR_PICTURE_GAP);
  for (guint i = 0; i < n; i++)
    {
      double cell = styr_picture_measure_cell (self, self->bands->pdata[i], 700);

      height = MAX (height, cell + 16);
    }
  return height;
}

/* Several blocks on a level are pillars, one alone is a floor. */
static void
set_needs (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      StyrRow *row = &g_array_index (rows, StyrRow, i);

      row->need = MAX (row->need, row->n > 1 ? PILLAR_HEIGHT : FLOOR_HEIGHT);
      if (row->n == 1)
        row->weight *= 0.2;
    }
}

static void
measure_house (StyrPictureLayout *self)
{
  guint first = has_roof (self) ? count_roof (self) : 0;
  g_autoptr (GArray) rows = styr_picture_make_rows (self, first, 2 * HALF_WIDTH, GAP);
  double roof = get_roof_height (self);

  set_needs (rows);
  self->shape_width = 2 * (HALF_WIDTH + EAVES);
  self->shape_height =
      roof + styr_picture_measure_rows (rows, GAP) + (roof > 0 && rows->len > 0 ? GAP : 0);
}

static void
add_roof_block (StyrPictureLayout *self, StyrSlot *slot, const StyrPoint *points, guint n_points)
{
  const double radii[] = { 7, 9, 9, 7, 7 };
  guint tint = styr_picture_choose_tint (self, slot);
  StyrPath *outline = styr_path_new_rounded (points, radii, n_points);
  StyrSceneNode *node = styr_scene_add_node (self->scene, "block", slot->block->id, outline);
  double height = slot->bottom - slot->top;
  const StyrTextPlace place = { .x = n_points == 3 ? self->centre : (slot->left + slot->right) / 2,
                                .y = slot->top + height * (n_points == 3 ? 0.66 : 0.5),
                                .top = slot->top + 8,
                                .bottom = slot->bottom - 10,
                                .pill = TRUE,
                                .weight = 700 };

  slot->node = (int) self->scene->nodes->len - 1;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + tint);
  styr_picture_add_text (self, slot, node, &place, STYR_TONE_ON_TINT + tint);
}

static double
slope_at (StyrPictureLayout *self, double bottom, double y, gboolean right)
{
  double in = HIP * (bottom - y) / (bottom - self->top);

  return right ? self->right - in : self->left + in;
}

static void
add_roof (StyrPictureLayout *self, double bottom)
{
  guint n = count_roof (self);

  if (n > 1)
    styr_picture_share_row (self,
                            (StyrSlot **) self->bands->pdata,
                            n,
                            self->left + HIP,
                            self->right - self->left - 2 * HIP,
                            STYR_PICTURE_GAP);
  for (guint i = 0; i < n; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];
      gboolean first = i == 0, last = i == n - 1;

      slot->row = -1;
      slot->index = i;
      slot->n_beside = n;
      slot->ends_left = first;
      slot->ends_right = last;
      slot->top = self->top;
      slot->bottom = bottom;
      if (n == 1)
        {
          const StyrPoint points[] = { { self->left, bottom },
                                       { self->centre, self->top },
                                       { self->right, bottom } };

          slot->left = self->left;
          slot->right = self->right;
          slot->port_left = slot->port_right = bottom - 24;
          add_roof_block (self, slot, points, 3);
        }
      else
        {
          const StyrPoint points[] = { { first ? self->left : slot->left, bottom },
                                       { slot->left, self->top },
                                       { slot->right, self->top },
                                       { last ? self->right : slot->right, bottom } };

          add_roof_block (self, slot, points, 4);
        }
    }
}

static void
add_house (StyrPictureLayout *self)
{
  gboolean roof = has_roof (self);
  guint first = roof ? count_roof (self) : 0;
  double height = get_roof_height (self), left = self->left, eaves;
  g_autoptr (GArray) rows = NULL;

  self->left += EAVES;
  rows = styr_picture_make_rows (self, first, self->right - self->left - EAVES, GAP);
  self->left = left;
  set_needs (rows);
  if (roof)
    add_roof (self, rows->len > 0 ? self->top + height : self->bottom);
  styr_picture_place_rows (rows, self->top + (roof ? height + GAP : 0), self->bottom, GAP);
  for (guint i = first; i < self->bands->len; i++)
    {
      StyrSlot *slot = self->bands->pdata[i];

      styr_picture_add_cell (self, slot, PILLAR_RADIUS, styr_picture_choose_tint (self, slot));
    }
  /* An arrow around passes outside the brackets, which begin beside the roof. */
  eaves = self->top + (styr_picture_has_brackets (self) ? height * 0.25 : height);
  styr_picture_add_corner (self, self->left, self->bottom);
  styr_picture_add_corner (self, self->left, eaves);
  if (roof && first == 1)
    {
      styr_picture_add_corner (self, self->centre, self->top);
    }
  else
    {
      styr_picture_add_corner (self, self->left + (roof ? HIP : 0), self->top);
      styr_picture_add_corner (self, self->right - (roof ? HIP : 0), self->top);
    }
  styr_picture_add_corner (self, self->right, eaves);
  styr_picture_add_corner (self, self->right, self->bottom);
}

/* Lines end at the slope of the roof, and at the walls. */
static double
get_side (StyrPictureLayout *self, const StyrSlot *slot, double y, gboolean right)
{
  double side = right ? slot->right : slot->left, half;

  if (slot->row >= 0 || !(right ? slot->ends_right : slot->ends_left))
    return side;
  if (slot->n_beside > 1)
    return slope_at (self, slot->bottom, y, right);
  half = (self->right - self->left) / 2 * (y - self->top) / (slot->bottom - self->top);
  return self->centre + (right ? half : -half);
}

/** A roof, then pillars and floors. */
const StyrTemplate styr_house_template = {
  .name = "house",
  .pointed = TRUE,
  .stretches = TRUE,
  .brackets = TRUE,
  .stacked = TRUE,
  .steps = TRUE,
  .beside = STYR_PICTURE_EDGE + STYR_PICTURE_GUTTER,
  .measure = measure_house,
  .add = add_house,
  .side_at = get_side,
};
