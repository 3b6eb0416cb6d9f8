/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-canvas.h"

G_BEGIN_DECLS

#define STYR_TYPE_DIAGRAM_VIEW (styr_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (StyrDiagramView, styr_diagram_view, STYR, DIAGRAM_VIEW, AdwBin)

void styr_diagram_view_set_scene (StyrDiagramView *self, StyrScene *scene, const char *base_tint);
void
styr_diagram_view_set_empty (StyrDiagramView *self, const char *title, const char *description);
void styr_diagram_view_open_pane (StyrDiagramView *self, const char *node_id, const char *title);
void styr_diagram_view_close_pane (StyrDiagramView *self);
const char *styr_diagram_view_get_selected (StyrDiagramView *self);
StyrCanvas *styr_diagram_view_get_canvas (StyrDiagramView *self);
const char *styr_diagram_view_get_focused (StyrDiagramView *self);
void styr_diagram_view_focus_node (StyrDiagramView *self, const char *node_id);
GtkWidget *styr_diagram_view_get_row (StyrDiagramView *self, const char *node_id);
void styr_diagram_view_add_keys (StyrDiagramView *self, GtkEventController *keys);
void styr_diagram_view_add_tool (StyrDiagramView *self, GtkWidget *tool);

G_END_DECLS
