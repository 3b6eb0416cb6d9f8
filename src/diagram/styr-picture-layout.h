/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene-private.h"
#include "styr-state-row.h"

G_BEGIN_DECLS

/* The measures of the triangle template, in scene units. Sizes of text are chosen so that a name
 * can be read at 500 pixels' width. */
#define STYR_PICTURE_MARGIN 14.0
#define STYR_PICTURE_LANES                                                                         \
  24.0 /* outside the cards: where lines between cards and the loop run                            \
        */
#define STYR_PICTURE_CARD_WIDTH 184.0
#define STYR_PICTURE_GUTTER 36.0 /* where lines from cards bend */
#define STYR_PICTURE_EDGE                                                                          \
  24.0 /* between the bends and the triangle's corner: the bracket's place */
#define STYR_PICTURE_HALF_BASE 306.0
#define STYR_PICTURE_HEIGHT 616.0
#define STYR_PICTURE_APEX_HEIGHT 140.0
#define STYR_PICTURE_GAP 3.0
#define STYR_PICTURE_TOP 40.0 /* above the triangle: the column titles */
#define STYR_PICTURE_NOTCH 8.0
#define STYR_PICTURE_STRIP_HEIGHT 46.0
#define STYR_PICTURE_NAME_SIZE 18.0
#define STYR_PICTURE_SMALL_NAME_SIZE 16.0
#define STYR_PICTURE_TIGHT_NAME_SIZE 14.0 /* beside another block */
#define STYR_PICTURE_CARD_SIZE 15.5
#define STYR_PICTURE_SMALL_CARD_SIZE 14.0
#define STYR_PICTURE_STATE_SIZE 14.5
#define STYR_PICTURE_NOTE_SIZE 14.0
#define STYR_PICTURE_TAB_SIZE 13.5
#define STYR_PICTURE_TAB_HEIGHT 18.0

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
} StyrPictureLayout;

/* styr-picture-slots.c */
void styr_picture_make_slots (StyrPictureLayout *self);
void styr_picture_clear_slots (StyrPictureLayout *self);
StyrSlot *styr_picture_find_slot (StyrPictureLayout *self, const char *block_id);
void styr_triangle_place_bands (StyrPictureLayout *self);
void styr_triangle_split_band (StyrPictureLayout *self, int level, double evenness);
double styr_picture_left_at (StyrPictureLayout *self, const StyrSlot *slot, double y);
double styr_picture_right_at (StyrPictureLayout *self, const StyrSlot *slot, double y);
void
styr_picture_get_state_row (StyrPictureLayout *self, const StyrBlock *block, StyrStateRow *row);
gboolean styr_picture_is_missing (StyrPictureLayout *self, const StyrBlock *block);

/* styr-picture-bands.c, styr-picture-sides.c, styr-picture-furniture.c, styr-connector-route.c,
 * styr-picture-words.c */
void styr_triangle_add_bands (StyrPictureLayout *self);
double styr_picture_measure_sides (StyrPictureLayout *self);
void styr_picture_add_sides (StyrPictureLayout *self);
void styr_picture_add_base (StyrPictureLayout *self);
void styr_picture_add_furniture (StyrPictureLayout *self);
void styr_picture_add_edges (StyrPictureLayout *self);
void styr_picture_add_words (StyrPictureLayout *self);

/* styr-picture-tab.c */
void styr_picture_add_outline (StyrPictureLayout *self,
                               StyrSceneNode *node,
                               const StyrBlock *block,
                               const StyrRect *corner,
                               double slant,
                               double radius,
                               StyrTone fill);
double styr_picture_measure_tab (const StyrBlock *block);

G_END_DECLS
