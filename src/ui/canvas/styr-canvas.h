/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-scene.h"

G_BEGIN_DECLS

#define STYR_TYPE_CANVAS (styr_canvas_get_type ())
G_DECLARE_FINAL_TYPE (StyrCanvas, styr_canvas, STYR, CANVAS, GtkWidget)

GtkWidget *styr_canvas_new (void);
void styr_canvas_set_scene (StyrCanvas *self, StyrScene *scene, const char *base_tint);
StyrScene *styr_canvas_get_scene (StyrCanvas *self);
void styr_canvas_set_selected (StyrCanvas *self, const char *node_id);
const char *styr_canvas_get_selected (StyrCanvas *self);
void styr_canvas_set_menu (StyrCanvas *self, GMenuModel *menu);
double styr_canvas_get_zoom (StyrCanvas *self);
gboolean styr_canvas_focus_node (StyrCanvas *self, const char *node_id);
void styr_canvas_turn (StyrCanvas *self, double degrees);

/* styr-canvas-edit.c: a drawing that is being changed */
void styr_canvas_set_handles (StyrCanvas *self, gboolean handles);
void styr_canvas_set_carried (StyrCanvas *self, const char *node_id);
gboolean styr_canvas_is_fitted (StyrCanvas *self);
gboolean styr_canvas_scroll_at (StyrCanvas *self, double x, double y);
void styr_canvas_set_line (StyrCanvas *self, const StyrPoint *from, const StyrPoint *to);
gboolean styr_canvas_is_handle (StyrCanvas *self, double x, double y);
void styr_canvas_get_point (StyrCanvas *self, double x, double y, StyrPoint *point);
gboolean styr_canvas_get_area (StyrCanvas *self, const char *source, GdkRectangle *area);
const char *styr_canvas_get_focused (StyrCanvas *self);

G_END_DECLS
