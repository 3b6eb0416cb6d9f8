/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-canvas-node.h"
#include "styr-canvas-view.h"
#include "styr-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The canvas is one widget in four files: styr-canvas.c (the widget), -scene.c (its nodes and their
   light), -actions.c (keyboard, menu), -input.c (pointer). This header is for them only. */
struct _StyrCanvas
{
  GtkWidget parent_instance;

  StyrScene *scene;
  char *base_tint;
  StyrPalette palette;
  StyrCanvasView view;
  GtkWidget *background, *edges, *overlay;
  GPtrArray *nodes; /* StyrCanvasNode*, borrowed: index = index in the scene */
  char *current, *selected;
  char *carried; /* the node that the pointer carries, or would leave something on */
  int lit;
  gboolean key_led; /* the pointer hasn't moved since the keyboard did, so it points at nothing */
  guint dwell_id;
  GMenuModel *menu_model;
  GtkWidget *menu;
  AdwAnimation *turn;
  double angle;
  StyrPoint turn_centre;
  gboolean handles, has_line; /* the drawing is being changed */
  StyrPoint line[2];
};

/* styr-canvas.c */
void styr_canvas_zoom (StyrCanvas *self, double factor, double x, double y);
void styr_canvas_pan (StyrCanvas *self, double dx, double dy);
void styr_canvas_view_changed (StyrCanvas *self);
void styr_canvas_notify_selected (StyrCanvas *self);
void styr_canvas_emit_activated (StyrCanvas *self, const char *node_id);

/* styr-canvas-scene.c */
StyrCanvasNode *styr_canvas_get_widget (StyrCanvas *self, int index);
const StyrNode *styr_canvas_get_node (StyrCanvas *self, int index);
int styr_canvas_find_node (StyrCanvas *self, const char *id);
void styr_canvas_update_marks (StyrCanvas *self);
void styr_canvas_update_palette (StyrCanvas *self);
void styr_canvas_pointer_moved (StyrCanvas *self);

/* styr-canvas-actions.c */
gboolean styr_canvas_grab_focus (GtkWidget *widget);
gboolean styr_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
void styr_canvas_open_menu (StyrCanvas *self, double x, double y);
void styr_canvas_install_actions (GtkWidgetClass *widget_class);

/* styr-canvas-edit.c */
void styr_canvas_snapshot_edit (StyrCanvas *self, GtkSnapshot *snapshot);

/* styr-canvas-input.c */
void styr_canvas_add_input (StyrCanvas *self);

G_END_DECLS
