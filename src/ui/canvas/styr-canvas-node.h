/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-paint.h"

G_BEGIN_DECLS

#define STYR_TYPE_CANVAS_NODE (styr_canvas_node_get_type ())
G_DECLARE_FINAL_TYPE (StyrCanvasNode, styr_canvas_node, STYR, CANVAS_NODE, GtkWidget)

GtkWidget *styr_canvas_node_new (void);
void styr_canvas_node_set_scene (StyrCanvasNode *self,
                                 StyrScene *scene,
                                 guint index,
                                 const StyrPalette *palette);
const StyrNode *styr_canvas_node_get_node (StyrCanvasNode *self);
guint styr_canvas_node_get_index (StyrCanvasNode *self);
void styr_canvas_node_set_selected (StyrCanvasNode *self, gboolean selected);
void styr_canvas_node_set_light (StyrCanvasNode *self, gboolean lit, gboolean dimmed);
gboolean styr_canvas_node_is_hovered (StyrCanvasNode *self);
gboolean styr_canvas_node_is_focused (StyrCanvasNode *self);
guint styr_canvas_node_get_n_paints (StyrCanvasNode *self);

G_END_DECLS
