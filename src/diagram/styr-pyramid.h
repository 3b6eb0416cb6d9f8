/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene-private.h"
#include "styr-state-row.h"

G_BEGIN_DECLS

/* The measures of the triangle template, in scene units. Sizes of text are chosen so that a name
 * can be read at 500 pixels' width. */
#define STYR_PYRAMID_MARGIN 14.0
#define STYR_PYRAMID_LANES                                                                         \
  24.0 /* outside the cards: where lines between cards and the loop run                            \
        */
#define STYR_PYRAMID_CARD_WIDTH 184.0
#define STYR_PYRAMID_GUTTER 36.0 /* where lines from cards bend */
#define STYR_PYRAMID_EDGE                                                                          \
  24.0 /* between the bends and the triangle's corner: the bracket's place */
#define STYR_PYRAMID_HALF_BASE 306.0
#define STYR_PYRAMID_HEIGHT 616.0
#define STYR_PYRAMID_APEX_HEIGHT 140.0
#define STYR_PYRAMID_GAP 3.0
#define STYR_PYRAMID_TOP 40.0 /* above the triangle: the column titles */
#define STYR_PYRAMID_NOTCH 8.0
#define STYR_PYRAMID_STRIP_HEIGHT 46.0
#define STYR_PYRAMID_NAME_SIZE 18.0
#define STYR_PYRAMID_SMALL_NAME_SIZE 16.0
#define STYR_PYRAMID_TIGHT_NAME_SIZE 14.0 /* beside another block */
#define STYR_PYRAMID_CARD_SIZE 15.5
#define STYR_PYRAMID_SMALL_CARD_SIZE 14.0
#define STYR_PYRAMID_STATE_SIZE 14.5
#define STYR_PYRAMID_NOTE_SIZE 14.0
#define STYR_PYRAMID_TAB_SIZE 13.5
#define STYR_PYRAMID_TAB_HEIGHT 18.0

/** A block that has got its place: in a band of the triangle, in a column at its side, or in the
 * strip under it. */
typedef struct
{
  const StyrBlock *block;
  const StyrPlace *place;
  int level;             /* the band's number from the top; a card's band beside it */
  guint index, n_beside; /* which one of how many in the band */
  double left,
      right; /* a band's upright borders (beyond the slope where it ends there); a card's sides */
  double top, bottom, height;            /* height: of a card, before it has got its place */
  gboolean ends_left, ends_right;        /* band: ends at the slope */
  GArray *notches_above, *notches_below; /* StyrNotch */
  guint size_index; /* band: the text size that all names of the band can have */
  gboolean low;     /* band: names stand low, where a block at the slope is widest */
  int node;         /* index in the scene */
} StyrSlot;

/** A small tooth in an edge that says which way it goes on. */
typedef struct
{
  double at, depth;
} StyrNotch;

typedef struct
{
  StyrModel *model;
  const StyrPicture *picture;
  StyrOverview *overview; /* or NULL */
  StyrScene *scene;
  GPtrArray *levels; /* const StyrLevel*: those that have blocks, top first */
  GPtrArray *bands, *lefts, *rights, *bases; /* StyrSlot* */
  double width, centre, top, bottom, slope;  /* slope: half the width per unit of height */
  double left_column, right_column;          /* the cards' left sides */
  double strip_bottom, lane;                 /* lane: the height of the loop under it all */
  double cards_top;
} StyrPyramid;

/* styr-pyramid-slots.c */
void styr_pyramid_make_slots (StyrPyramid *self);
void styr_pyramid_clear_slots (StyrPyramid *self);
StyrSlot *styr_pyramid_find_slot (StyrPyramid *self, const char *block_id);
void styr_pyramid_place_bands (StyrPyramid *self);
void styr_pyramid_split_band (StyrPyramid *self, int level, double evenness);
double styr_pyramid_left_at (StyrPyramid *self, const StyrSlot *slot, double y);
double styr_pyramid_right_at (StyrPyramid *self, const StyrSlot *slot, double y);
void styr_pyramid_get_state_row (StyrPyramid *self, const StyrBlock *block, StyrStateRow *row);
gboolean styr_pyramid_is_missing (StyrPyramid *self, const StyrBlock *block);

/* styr-pyramid-bands.c, styr-pyramid-sides.c, styr-pyramid-furniture.c, styr-connector-route.c,
 * styr-pyramid-words.c */
void styr_pyramid_add_bands (StyrPyramid *self);
double styr_pyramid_measure_sides (StyrPyramid *self);
void styr_pyramid_add_sides (StyrPyramid *self);
void styr_pyramid_add_base (StyrPyramid *self);
void styr_pyramid_add_furniture (StyrPyramid *self);
void styr_pyramid_add_edges (StyrPyramid *self);
void styr_pyramid_add_words (StyrPyramid *self);

/* styr-pyramid-tab.c */
void styr_pyramid_add_outline (StyrPyramid *self,
                               StyrSceneNode *node,
                               const StyrBlock *block,
                               const StyrRect *corner,
                               double slant,
                               double radius,
                               StyrTone fill);
double styr_pyramid_measure_tab (const StyrBlock *block);

G_END_DECLS
