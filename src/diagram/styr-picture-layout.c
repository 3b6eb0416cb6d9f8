/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

/* A model that has no picture of its own is still shown. */
static const StyrPicture plain_picture = { 0 };

static const StyrPicture *
find_picture (StyrModel *model, const char *id)
{
  GPtrArray *pictures = styr_model_get_pictures (model);

  for (guint i = 0; i < pictures->len; i++)
    if (id == NULL || g_strcmp0 (((const StyrPicture *) pictures->pdata[i])->id, id) == 0)
      return pictures->pdata[i];
  return pictures->len > 0 ? pictures->pdata[0] : &plain_picture;
}

/* From left to right: margin, lanes, cards, bends, triangle, and the same mirrored. The triangle
 * grows when a column is higher. */
static void
measure (StyrPictureLayout *self)
{
  const double side = STYR_PICTURE_MARGIN + STYR_PICTURE_LANES + STYR_PICTURE_CARD_WIDTH +
                      STYR_PICTURE_GUTTER + STYR_PICTURE_EDGE;
  double sides;

  self->centre = side + STYR_PICTURE_HALF_BASE;
  self->width = 2 * self->centre;
  self->left_column = STYR_PICTURE_MARGIN + STYR_PICTURE_LANES;
  self->right_column = self->width - self->left_column - STYR_PICTURE_CARD_WIDTH;
  self->top = STYR_PICTURE_MARGIN;
  self->cards_top = self->top + STYR_PICTURE_TOP - 8;
  self->bottom = self->top + STYR_PICTURE_HEIGHT;
  sides = styr_picture_measure_sides (self);
  self->bottom = MAX (self->bottom, self->cards_top + sides);
  self->slope = STYR_PICTURE_HALF_BASE / (self->bottom - self->top);
}

static void
fit_bounds (StyrScene *scene)
{
  for (guint i = 0; i < scene->nodes->len; i++)
    {
      StyrSceneNode *node = styr_scene_peek (scene, i);
      StyrRect *bounds = &node->node.bounds;

      for (guint j = 0; j < node->marks->len; j++)
        {
          double right = bounds->x + bounds->width, bottom = bounds->y + bounds->height;
          StyrRect ink;

          styr_mark_get_extents (node->marks->pdata[j], &ink);
          right = MAX (right, ink.x + ink.width);
          bottom = MAX (bottom, ink.y + ink.height);
          bounds->x = MIN (bounds->x, ink.x);
          bounds->y = MIN (bounds->y, ink.y);
          bounds->width = right - bounds->x;
          bounds->height = bottom - bounds->y;
        }
    }
}

/**
 * Lays out the steering model as a pyramid: bands of a triangle, cards at its sides, a strip under
 * it, and the lines between them.
 *
 * picture_id picks one of the model's pictures; NULL, or an id that the model hasn't, gives the
 * first. overview gives the state of each block and may be NULL for the model alone. The model and
 * the overview are only read. Returns a new scene; give it back with styr_scene_unref().
 */
StyrScene *
styr_picture_layout (StyrModel *model, const char *picture_id, StyrOverview *overview)
{
  StyrPictureLayout self = { .model = model, .overview = overview };

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);
  g_return_val_if_fail (overview == NULL || STYR_IS_OVERVIEW (overview), NULL);

  self.picture = find_picture (model, picture_id);
  styr_picture_make_slots (&self);
  measure (&self);
  self.scene = styr_scene_new (self.width, 0);
  styr_triangle_place_bands (&self);
  styr_triangle_add_bands (&self);
  styr_picture_add_sides (&self);
  styr_picture_add_base (&self);
  self.lane = self.strip_bottom + 30;
  styr_picture_add_edges (&self);
  styr_picture_add_furniture (&self);
  styr_picture_add_words (&self);
  fit_bounds (self.scene);
  styr_picture_clear_slots (&self);
  return self.scene;
}
