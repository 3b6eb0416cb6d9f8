/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"
#include "styr-wheel.h"

#include <math.h>

#define CENTRE_RADIUS 112.0
#define EMPTY_CENTRE_RADIUS 58.0
#define SPACE 4.0
#define THICK 165.0 /* one ring */
#define THIN 128.0  /* of several */
#define LEAST_ARC 134.0
#define ALONE 5.3 /* radians */
#define WIDEST_INNER 0.42
#define MOST_ARC 215.0
#define ARC_PAD 40.0 /* a name stands level, its sector aslant */
#define MANY 9       /* more sectors than that stand in several rings, one for each level */

/* Some blocks around the middle. */
typedef struct
{
  guint first, n;
  double inner, outer;
  double text; /* the radius where names stand */
} Ring;

static guint
count_level (StyrPictureLayout *self, guint first)
{
  const StyrSlot *one = self->bands->pdata[first];
  guint n = 0;

  while (first + n < self->bands->len &&
         ((const StyrSlot *) self->bands->pdata[first + n])->level == one->level)
    n++;
  return n;
}

/* The first level's block stands in the middle; when that level is all there is and has several,
 * the middle is empty. */
static gboolean
has_centre (StyrPictureLayout *self)
{
  return self->bands->len == 1 || (self->bands->len > 1 && self->levels->len > 1);
}

/* How far round a sector must reach for the longest word of the shortest name. */
static double
get_least_arc (StyrPictureLayout *self, guint first)
{
  double arc = LEAST_ARC;

  for (guint i = first; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];
      const char *name =
          slot->block->short_name != NULL ? slot->block->short_name : slot->block->name;
      g_auto (GStrv) words = g_strsplit (name, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        arc = MAX (arc, styr_text_measure (words[j], STYR_PICTURE_TIGHT_NAME_SIZE, 600) + ARC_PAD);
    }
  return MIN (arc, MOST_ARC);
}

static GArray *
make_rings (StyrPictureLayout *self)
{
  GArray *rings = g_array_new (FALSE, TRUE, sizeof (Ring));
  guint first = has_centre (self) ? 1 : 0;
  guint n = self->bands->len - MIN (first, self->bands->len);
  gboolean one = n <= MANY || (first < self->bands->len && count_level (self, first) == n);
  double arc = get_least_arc (self, first);
  double radius = (has_centre (self) ? CENTRE_RADIUS : EMPTY_CENTRE_RADIUS) + SPACE;

  while (first < self->bands->len)
    {
      Ring ring = { .first = first };
      double thick = one ? THICK : THIN;

      ring.n = one ? n : count_level (self, first);
      ring.text = MAX (radius + thick / 2, ring.n * arc / (2 * G_PI));
      ring.outer = ring.text + thick / 2;
      ring.inner = MAX (radius, MIN (ring.text - thick / 2, ring.outer * WIDEST_INNER));
      radius = ring.outer + SPACE;
      first += ring.n;
      g_array_append_val (rings, ring);
    }
  return rings;
}

static double
get_centre_radius (const GArray *rings)
{
  return rings->len > 0 ? g_array_index (rings, Ring, 0).inner - SPACE : CENTRE_RADIUS;
}

static double
get_radius (const GArray *rings)
{
  return rings->len > 0 ? g_array_index (rings, Ring, rings->len - 1).outer : CENTRE_RADIUS;
}

static void
measure_ring (StyrPictureLayout *self)
{
  g_autoptr (GArray) rings = make_rings (self);

  self->shape_width = self->shape_height = 2 * get_radius (rings);
}

static void
add_block (StyrPictureLayout *self, StyrSlot *slot, StyrPath *outline, const StyrTextPlace *place)
{
  guint tint = styr_picture_choose_tint (self, slot);
  StyrSceneNode *node = styr_scene_add_node (self->scene, "block", slot->block->id, outline);

  slot->node = (int) self->scene->nodes->len - 1;
  slot->row = slot->level;
  slot->top = node->node.bounds.y;
  slot->bottom = slot->top + node->node.bounds.height;
  slot->left = node->node.bounds.x;
  slot->right = slot->left + node->node.bounds.width;
  styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT + tint);
  styr_picture_add_text (self, slot, node, place, STYR_TONE_ON_TINT + tint);
}

/* Lines end where the outermost ring turns to them. */
static void
set_ports (StyrSlot *slot, double cy, double outer, double from, double to)
{
  double middle = (from + to) / 2, part = (to - from) / 4;
  double across = sin (middle);

  slot->ends_right = across > -0.2;
  slot->ends_left = across < 0.2;
  if (fabs (across) < 0.2)
    {
      /* At the top and the bottom the middle turns to neither side. */
      double aside = cos (middle) > 0 ? part : -part;

      slot->port_right = cy - outer * cos (middle + aside);
      slot->port_left = cy - outer * cos (middle - aside);
    }
  else
    {
      slot->port_right = slot->port_left = cy - outer * cos (middle);
    }
}

typedef struct
{
  StyrPath *outline;
  StyrTextPlace place;
  double from, to;
} Sector;

static Sector
make_sector (StyrPictureLayout *self, const Ring *ring, double cy, guint i)
{
  /* One block alone leaves an opening below, or it would have no direction from the middle. */
  double whole = ring->n > 1 ? 2 * G_PI : ALONE, part = whole / ring->n, radius = ring->text;
  double start = ring->n == 2 ? 0 : -part / 2, space = SPACE / radius;
  double from = start + part * i + space / 2, to = start + part * (i + 1) - space / 2;
  double middle = (from + to) / 2, y = cy - radius * cos (middle);
  double high = 2 * (ring->outer - ring->text) - 22;
  Sector sector = { .from = from, .to = to };

  sector.outline = styr_wheel_new_sector (self->centre, cy, ring->inner, ring->outer, from, to, 0);
  sector.place = (StyrTextPlace){ .x = self->centre + radius * sin (middle),
                                  .y = y,
                                  .top = y - high / 2,
                                  .bottom = y + high / 2,
                                  .pill = TRUE,
                                  .weight = 600 };
  return sector;
}

/* Names around the middle have one size. */
static void
even_sizes (StyrPictureLayout *self, const Ring *ring, double cy)
{
  guint index = 0;

  for (guint i = 0; i < ring->n; i++)
    {
      StyrSlot *slot = self->bands->pdata[ring->first + i];
      Sector sector = make_sector (self, ring, cy, i);

      styr_picture_try_text (self, slot, sector.outline, &sector.place);
      styr_path_free (sector.outline);
      index = MAX (index, slot->size_index);
    }
  for (guint i = 0; i < ring->n; i++)
    ((StyrSlot *) self->bands->pdata[ring->first + i])->size_index = index;
}

static void
add_sectors (StyrPictureLayout *self, const Ring *ring, double cy, gboolean outermost)
{
  even_sizes (self, ring, cy);
  for (guint i = 0; i < ring->n; i++)
    {
      StyrSlot *slot = self->bands->pdata[ring->first + i];
      Sector sector = make_sector (self, ring, cy, i);

      add_block (self, slot, sector.outline, &sector.place);
      slot->index = i;
      slot->n_beside = ring->n;
      styr_scene_peek (self->scene, (guint) slot->node)->next =
          (StyrPoint){ cos ((sector.from + sector.to) / 2), sin ((sector.from + sector.to) / 2) };
      if (outermost)
        set_ports (slot, cy, ring->outer, sector.from, sector.to);
    }
}

static void
add_hull (StyrPictureLayout *self, double cy, double radius)
{
  for (guint i = 0; i < 180; i++)
    {
      double angle = G_PI * (1 + (i + 0.5) / 90);

      styr_picture_add_corner (
          self, self->centre + radius * sin (angle), cy - radius * cos (angle));
    }
}

static void
add_ring (StyrPictureLayout *self)
{
  g_autoptr (GArray) rings = make_rings (self);
  double cy = (self->top + self->bottom) / 2;

  if (has_centre (self))
    {
      StyrSlot *slot = self->bands->pdata[0];
      const StyrTextPlace place = { .x = self->centre,
                                    .y = cy,
                                    .top = cy - CENTRE_RADIUS + 15,
                                    .bottom = cy + CENTRE_RADIUS - 15,
                                    .pill = TRUE,
                                    .weight = 700 };

      add_block (
          self, slot, styr_path_new_circle (self->centre, cy, get_centre_radius (rings)), &place);
      slot->n_beside = 1;
      styr_scene_peek (self->scene, (guint) slot->node)->next = (StyrPoint){ 0 };
      slot->ends_left = slot->ends_right = rings->len == 0;
    }
  for (guint i = 0; i < rings->len; i++)
    add_sectors (self, &g_array_index (rings, Ring, i), cy, i + 1 == rings->len);
  add_hull (self, cy, get_radius (rings));
}

static double
get_side (StyrPictureLayout *self, const StyrSlot *slot, double y, gboolean right)
{
  double cy = (self->top + self->bottom) / 2, radius = (self->right - self->left) / 2;
  double half = sqrt (MAX (0, radius * radius - (y - cy) * (y - cy)));

  return self->centre + (right ? half : -half);
}

/** The first level's block in the middle, the others as sectors around it. */
const StyrTemplate styr_ring_template = {
  .name = "wheel",
  .beside = STYR_PICTURE_EDGE,
  .measure = measure_ring,
  .add = add_ring,
  .side_at = get_side,
};
