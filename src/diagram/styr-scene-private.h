/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-mark.h"
#include "styr-scene.h"

G_BEGIN_DECLS

/*
 * A scene as its layouts build it. Nothing here changes after the layout function has returned.
 */

/** What belongs to a node beside what StyrNode tells: its outline (painted and hit) and what is
 * painted on it. */
typedef struct
{
  StyrNode node;
  StyrPath *outline;
  GPtrArray *marks; /* StyrMark*, in the order they are painted */
  StyrPoint
      next; /* which way what comes after it in the picture's order lies; 0, 0 = nothing does */
} StyrSceneNode;

/** A relation between two nodes. Not every relation is drawn as a line: bands that meet show it by
 * a notch, some only by lighting up. */
typedef struct
{
  int from, to;
  StyrConnectorKind kind;
  StyrPath *path; /* or NULL */
  gboolean arrow;
  StyrPoint tip;
  double angle; /* where the arrow points: radians clockwise from twelve */
} StyrSceneEdge;

struct _StyrScene
{
  gatomicrefcount ref_count;
  double width, height;
  gboolean stacked; /* levels lie above each other */
  char *alt_text;
  GPtrArray *nodes;      /* StyrSceneNode* */
  GPtrArray *edges;      /* StyrSceneEdge* */
  GPtrArray *background; /* StyrMark* */
  GPtrArray *overlay;    /* StyrMark* */
};

StyrScene *styr_scene_new (double width, double height);
StyrSceneNode *
styr_scene_add_node (StyrScene *self, const char *kind, const char *source, StyrPath *outline);
StyrSceneEdge *styr_scene_add_edge (StyrScene *self, int from, int to, StyrConnectorKind kind);
StyrSceneNode *styr_scene_peek (StyrScene *self, guint index);
void styr_scene_note (StyrScene *self, StyrMark *mark);
void styr_scene_cover (StyrScene *self, StyrMark *mark);

G_END_DECLS
