/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-overview.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} StyrRect;

typedef struct
{
  double x, y;
} StyrPoint;

typedef enum
{
  STYR_DIRECTION_LEFT,
  STYR_DIRECTION_RIGHT,
  STYR_DIRECTION_UP,
  STYR_DIRECTION_DOWN,
} StyrDirection;

typedef struct _StyrScene StyrScene; /* see styr-scene.c: refcounted, immutable when laid out */

/** Something that can be focused and opened: a block of the pyramid, a phase, a month. */
typedef struct
{
  char *id;         /* "block:vision", "phase:plan", "month:3" */
  char *source;     /* the id in the model, or the month's number */
  char *label;      /* what is painted */
  char *state_line; /* "✓ 11  ◐ 2  ! 1", or NULL */
  char *accessible_name, *accessible_description;
  char *state_words, *summary; /* for a list: the state and the relations in words, or NULL */
  StyrRect bounds;
  gboolean focusable;
} StyrNode;

#define STYR_TYPE_SCENE (styr_scene_get_type ())
GType styr_scene_get_type (void);
StyrScene *styr_scene_ref (StyrScene *self);
void styr_scene_unref (StyrScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrScene, styr_scene_unref)

StyrScene *styr_picture_layout (StyrModel *model, const char *picture_id, StyrOverview *overview);
StyrScene *styr_wheel_layout (StyrModel *model,
                              StyrOverview *overview,
                              GPtrArray *earlier,
                              const char *centre_title);
const char *styr_wheel_get_month_name (int month);

double styr_scene_get_width (StyrScene *self);
double styr_scene_get_height (StyrScene *self);
const char *styr_scene_get_alt_text (StyrScene *self);
guint styr_scene_get_n_nodes (StyrScene *self);
const StyrNode *styr_scene_get_node (StyrScene *self, guint index);
int styr_scene_find_node (StyrScene *self, const char *id);
gboolean styr_scene_is_stacked (StyrScene *self);
gboolean styr_scene_is_after (StyrScene *self, guint index, const StyrPoint *point);
gboolean styr_scene_node_contains (StyrScene *self, guint index, double x, double y);
int styr_scene_hit (StyrScene *self, double x, double y);
int styr_scene_neighbour (StyrScene *self, int index, StyrDirection direction);
gboolean styr_scene_are_related (StyrScene *self, int a, int b);
GPtrArray *styr_scene_dup_flow_to (StyrScene *self, int index); /* char*: node ids the node feeds */

G_END_DECLS
