/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-scene.h"

G_BEGIN_DECLS

#define STYR_TYPE_CANVAS_OUTLINE (styr_canvas_outline_get_type ())
G_DECLARE_FINAL_TYPE (StyrCanvasOutline, styr_canvas_outline, STYR, CANVAS_OUTLINE, AdwBin)

GtkWidget *styr_canvas_outline_new (void);
void styr_canvas_outline_set_scene (StyrCanvasOutline *self, StyrScene *scene);
void styr_canvas_outline_set_selected (StyrCanvasOutline *self, const char *node_id);
gboolean styr_canvas_outline_focus_node (StyrCanvasOutline *self, const char *node_id);
GtkWidget *styr_canvas_outline_get_row (StyrCanvasOutline *self, const char *node_id);
const char *styr_canvas_outline_get_focused (StyrCanvasOutline *self);

G_END_DECLS
