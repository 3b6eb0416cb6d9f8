/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene-private.h"
#include "styr-state-row.h"
#include "styr-text-fit.h"

G_BEGIN_DECLS

/* The measures that all templates share, in scene units. No text is smaller than 17: a picture of
 * 800 units' height then shows it at 11 pixels on a small screen, where it has 540 of them. */
#define STYR_PICTURE_MARGIN 14.0
#define STYR_PICTURE_LANES                                                                         \
  24.0 /* outside the cards: where lines between cards and the loop run                            \
        */
#define STYR_PICTURE_CARD_WIDTH 216.0
#define STYR_PICTURE_GUTTER 36.0 /* where lines from cards bend */
#define STYR_PICTURE_EDGE                                                                          \
  24.0 /* between the bends and the triangle's corner: the bracket's place */
#define STYR_PICTURE_HALF_BASE 338.0
#define STYR_PICTURE_HEIGHT 616.0
#define STYR_PICTURE_APEX_HEIGHT 140.0
#define STYR_PICTURE_GAP 3.0
#define STYR_PICTURE_TOP 40.0 /* above the triangle: the column titles */
#define STYR_PICTURE_NOTCH 8.0
#define STYR_PICTURE_STRIP_HEIGHT 42.0
#define STYR_PICTURE_NAME_SIZE 19.0
#define STYR_PICTURE_SMALL_NAME_SIZE 18.0
#define STYR_PICTURE_TIGHT_NAME_SIZE 17.0 /* beside another block */
#define STYR_PICTURE_CARD_SIZE 17.5
#define STYR_PICTURE_SMALL_CARD_SIZE 17.0
#define STYR_PICTURE_STATE_SIZE 17.0
#define STYR_PICTURE_NOTE_SIZE 17.0
#define STYR_PICTURE_TAB_SIZE 17.0
#define STYR_PICTURE_TAB_HEIGHT 22.0

typedef struct _StyrPictureLayout StyrPictureLayout;

/** A block that has got its place: in the shape in the middle, in a column at its side, or in the
 * strip under it. */
typedef struct
{
  const StyrBlock *block;
  const StyrPlace *place;
  int level;             /* the level's number from the top; a card's level beside it */
  int row;               /* a level that is too full for one row of the shape has several */
  guint index, n_beside; /* which one of how many in the row */
  double left, right;    /* upright borders (in a triangle beyond the slope where it ends there) */
  double top, bottom, height;            /* height: of a card, before it has got its place */
  gboolean ends_left, ends_right;        /* its left or right side is the shape's own */
  double port_left, port_right;          /* the height of lines' ends there; NAN = the middle */
  GArray *notches_above, *notches_below; /* StyrNotch */
  guint size_index; /* the text size that all names beside each other can have */
  gboolean low;     /* triangle: names stand low, where a block at the slope is widest */
  int node;         /* index in the scene */
} StyrSlot;

/** A small tooth in an edge that says which way it goes on. */
typedef struct
{
  double at, depth;
} StyrNotch;

/** What a kind of picture does its own way: the shape that the blocks of the middle make. */
typedef struct
{
  const char *name;
  gboolean pointed;   /* narrow above: the titles of the columns have room beside it */
  gboolean stretches; /* fills the height that the columns take */
  gboolean brackets;  /* shows what and how along its left side */
  gboolean stacked;   /* rows upon each other: lines may run beside them */
  gboolean steps;     /* has room between the rows for small arrows */
  double beside;      /* what is free beside the shape where no cards stand */
  void (*measure) (StyrPictureLayout *self); /* sets shape_width and shape_height */
  void (*add) (StyrPictureLayout *self);     /* adds the blocks between left, right, top, bottom */
  double (*side_at) (StyrPictureLayout *self, const StyrSlot *slot, double y, gboolean right);
} StyrTemplate;

struct _StyrPictureLayout
{
  StyrModel *model;
  const StyrPicture *picture;
  const StyrTemplate *template;
  StyrOverview *overview; /* or NULL */
  StyrScene *scene;
  GPtrArray *levels; /* const StyrLevel*: those that have blocks in the middle, top first */
  GPtrArray *bands, *lefts, *rights, *bases; /* StyrSlot* */
  double width, centre, top, bottom;         /* of the shape, but for the width: the scene's */
  double left, right;                        /* the shape's sides */
  double shape_width, shape_height;          /* what the shape wants */
  double slope;                              /* triangle: half the width per unit of height */
  double left_edge, right_edge;              /* between the shape and where lines from cards bend */
  double around, around_left, around_right;  /* what the arrow around the shape takes */
  double left_column, right_column;          /* the cards' left sides */
  double left_turn, right_turn;              /* where lines round and under turn beside the shape */
  double strip_bottom, lane;                 /* lane: the height of the loop under it all */
  double cards_top;
  GArray *hull;       /* StyrPoint: the shape's corners, clockwise from the lower left */
  gboolean has_links; /* small arrows or notches between neighbours */
};

/** A name with its state, set inside an outline. */
typedef struct
{
  double x, y;        /* where its middle shall be */
  double top, bottom; /* what it may take */
  gboolean low;       /* stands at the bottom instead */
  gboolean pill;      /* the political tab is a line of its own under it */
  int weight;
} StyrTextPlace;

/** Some blocks beside each other; the slots are borrowed from the layout's own list. */
typedef struct
{
  StyrSlot **slots;
  guint n;
  int level;
  double weight, need; /* need: the least height */
  double top, bottom;
} StyrRow;

extern const StyrTemplate styr_triangle_template, styr_house_template, styr_layers_template,
    styr_ring_template, styr_spiral_template, styr_scorecard_template;

/* styr-picture-slots.c */
void styr_picture_make_slots (StyrPictureLayout *self);
void styr_picture_clear_slots (StyrPictureLayout *self);
StyrSlot *styr_picture_find_slot (StyrPictureLayout *self, const char *block_id);
double styr_picture_left_at (StyrPictureLayout *self, const StyrSlot *slot, double y);
double styr_picture_right_at (StyrPictureLayout *self, const StyrSlot *slot, double y);
double styr_picture_get_level_weight (StyrPictureLayout *self, guint level);
guint styr_picture_choose_tint (StyrPictureLayout *self, const StyrSlot *slot);
void styr_picture_add_corner (StyrPictureLayout *self, double x, double y);

/* styr-picture-state.c */
gboolean styr_picture_shows_states (StyrPictureLayout *self);
gboolean styr_picture_shows_wheel (StyrPictureLayout *self, const StyrBlock *block);
void
styr_picture_get_state_row (StyrPictureLayout *self, const StyrBlock *block, StyrStateRow *row);
gboolean styr_picture_is_missing (StyrPictureLayout *self, const StyrBlock *block);

/* styr-picture-text.c */
void styr_picture_even_sizes (StyrSlot **slots, guint n);
void styr_picture_try_text (StyrPictureLayout *self,
                            StyrSlot *slot,
                            const StyrPath *outline,
                            const StyrTextPlace *place);
double styr_picture_measure_cell (StyrPictureLayout *self, const StyrSlot *slot, int weight);
void styr_picture_add_text (StyrPictureLayout *self,
                            const StyrSlot *slot,
                            StyrSceneNode *node,
                            const StyrTextPlace *place,
                            StyrTone tone);

/* styr-picture-rows.c */
GArray *styr_picture_make_rows (StyrPictureLayout *self, guint first, double width, double gap);
void styr_picture_share_row (
    StyrPictureLayout *self, StyrSlot **slots, guint n, double x, double width, double gap);
guint styr_picture_count_rows (
    StyrPictureLayout *self, StyrSlot **slots, guint n, double width, double gap);
double styr_picture_measure_rows (const GArray *rows, double gap);
void styr_picture_place_rows (GArray *rows, double top, double bottom, double gap);
void styr_picture_add_cell (StyrPictureLayout *self, StyrSlot *slot, double radius, guint tint);

/* styr-picture-sides.c, styr-picture-base.c, styr-picture-furniture.c, styr-picture-legend.c,
 * styr-picture-bracket.c, styr-picture-around.c, styr-connector-route.c, styr-picture-words.c */
double styr_picture_measure_sides (StyrPictureLayout *self);
void styr_picture_add_sides (StyrPictureLayout *self);
void styr_picture_add_base (StyrPictureLayout *self);
void styr_picture_add_furniture (StyrPictureLayout *self);
double
styr_picture_add_legend (StyrPictureLayout *self, double x, double y, double column, double *right);
gboolean styr_picture_has_brackets (StyrPictureLayout *self);
double styr_picture_measure_brackets (StyrPictureLayout *self);
void styr_picture_add_brackets (StyrPictureLayout *self);
double styr_picture_measure_around (StyrPictureLayout *self, StyrDirection side);
void styr_picture_add_around (StyrPictureLayout *self);
void styr_picture_add_edges (StyrPictureLayout *self);
void styr_picture_add_words (StyrPictureLayout *self);

/* styr-picture-tab.c */
void styr_picture_add_body (StyrPictureLayout *self,
                            StyrSceneNode *node,
                            const StyrBlock *block,
                            StyrTone fill);
void styr_picture_add_tab (StyrSceneNode *node,
                           const StyrBlock *block,
                           const StyrRect *corner,
                           double slant,
                           double radius);
void styr_picture_add_pill (
    StyrSceneNode *node, const StyrBlock *block, double x, double top, double room);
double styr_picture_measure_tab (const StyrBlock *block);

G_END_DECLS
