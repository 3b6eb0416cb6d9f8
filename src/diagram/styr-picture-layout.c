/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#define CORRIDOR 15.0 /* between the cards and where lines round and under turn */
#define LANE_SPACE 24.0

static const StyrTemplate *const templates[] = {
  &styr_triangle_template, &styr_house_template,  &styr_layers_template,
  &styr_ring_template,     &styr_spiral_template, &styr_scorecard_template
};

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

static const StyrTemplate *
find_template (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i]->name, name) == 0)
      return templates[i];
  return templates[0];
}

/* What stands between the scene's border and the shape on one side: margin, lanes, cards, bends. */
static double
measure_beside (StyrPictureLayout *self, GPtrArray *cards, double edge, double around)
{
  if (cards->len > 0)
    return STYR_PICTURE_MARGIN + STYR_PICTURE_LANES + STYR_PICTURE_CARD_WIDTH +
           STYR_PICTURE_GUTTER + edge;
  return STYR_PICTURE_MARGIN + MAX (self->template->beside + around, edge);
}

static gboolean
has_titles (StyrPictureLayout *self)
{
  return (self->lefts->len > 0 && self->picture->left_title != NULL) ||
         (self->rights->len > 0 && self->picture->right_title != NULL);
}

/* The words of the brackets stand beside the slope of a triangle, but need room of their own beside
 * a straight side; an arrow around stands beyond them. */
static void
measure_edges (StyrPictureLayout *self)
{
  double brackets = styr_picture_measure_brackets (self);

  /* What short words take beside a slope lies where lines don't bend yet. */
  if (self->template == &styr_triangle_template)
    brackets = MAX (STYR_PICTURE_EDGE, brackets - STYR_PICTURE_GUTTER);
  self->around = styr_picture_measure_around (self, STYR_DIRECTION_UP);
  self->around_left = styr_picture_measure_around (self, STYR_DIRECTION_LEFT);
  self->around_right = styr_picture_measure_around (self, STYR_DIRECTION_RIGHT);
  self->left_edge =
      self->around_left > 0 ? self->around_left + 8 : MAX (brackets + 6, STYR_PICTURE_EDGE);
  if (self->template == &styr_triangle_template && self->around_left <= 0)
    self->left_edge = brackets;
  self->right_edge = self->around_right + STYR_PICTURE_EDGE;
}

static void
measure_across (StyrPictureLayout *self)
{
  double left, right;

  measure_edges (self);
  left = measure_beside (self, self->lefts, self->left_edge, self->around_left);
  right = measure_beside (self, self->rights, self->right_edge, self->around_right);
  self->left = left;
  self->right = left + self->shape_width;
  self->centre = (self->left + self->right) / 2;
  self->width = self->right + right;
  self->left_column = STYR_PICTURE_MARGIN + STYR_PICTURE_LANES;
  self->right_column =
      self->width - STYR_PICTURE_MARGIN - STYR_PICTURE_LANES - STYR_PICTURE_CARD_WIDTH;
  self->left_turn = self->lefts->len > 0 ? self->left_column + STYR_PICTURE_CARD_WIDTH + CORRIDOR
                                         : STYR_PICTURE_MARGIN / 2 + 4;
  self->right_turn = self->rights->len > 0 ? self->right_column - CORRIDOR
                                           : self->width - STYR_PICTURE_MARGIN / 2 - 4;
}

/* Most shapes grow when a column is higher. */
static void
measure (StyrPictureLayout *self)
{
  double sides;

  self->template->measure (self);
  measure_across (self);
  self->cards_top = STYR_PICTURE_MARGIN + (has_titles (self) ? STYR_PICTURE_TOP - 8 : 0);
  self->top = (self->template->pointed ? STYR_PICTURE_MARGIN : self->cards_top) + self->around;
  self->bottom = self->top + self->shape_height;
  sides = styr_picture_measure_sides (self);
  if (self->template->stretches)
    {
      self->bottom = MAX (self->bottom, self->cards_top + sides);
    }
  else
    {
      double extra = MAX (0, self->cards_top + sides - self->bottom);

      self->top += extra / 2;
      self->bottom += extra / 2;
    }
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

/* Cards may reach further down than a shape that doesn't grow. */
static double
get_cards_bottom (StyrPictureLayout *self)
{
  GPtrArray *lists[] = { self->lefts, self->rights };
  double bottom = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      bottom = MAX (bottom, ((const StyrSlot *) lists[i]->pdata[j])->bottom);
  return bottom;
}

/**
 * Lays out one picture of the steering model in the template that it names: the shape in the
 * middle, cards at its sides, a strip under it, and the lines between them.
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
  self.template = find_template (self.picture->template_name);
  styr_picture_make_slots (&self);
  measure (&self);
  self.scene = styr_scene_new (self.width, 0);
  self.scene->stacked = self.template->stacked;
  self.template->add (&self);
  styr_picture_add_sides (&self);
  styr_picture_add_base (&self);
  self.strip_bottom = MAX (self.strip_bottom, get_cards_bottom (&self));
  self.lane = self.strip_bottom + LANE_SPACE;
  styr_picture_add_edges (&self);
  styr_picture_add_around (&self);
  styr_picture_add_furniture (&self);
  styr_picture_add_words (&self);
  fit_bounds (self.scene);
  styr_picture_clear_slots (&self);
  return self.scene;
}
