/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-diagram-view.h"
#include "styr-workspace-model.h"

G_BEGIN_DECLS

#define STYR_TYPE_PYRAMID_EDIT (styr_pyramid_edit_get_type ())
G_DECLARE_FINAL_TYPE (StyrPyramidEdit, styr_pyramid_edit, STYR, PYRAMID_EDIT, GtkWidget)

void
styr_pyramid_edit_attach (StyrPyramidEdit *self, StyrWorkspace *workspace, StyrDiagramView *view);
gboolean styr_pyramid_edit_set_picture (StyrPyramidEdit *self, const char *picture_id);
void styr_pyramid_edit_set_active (StyrPyramidEdit *self, gboolean active);
gboolean styr_pyramid_edit_is_active (StyrPyramidEdit *self);
gboolean styr_pyramid_edit_show_node (StyrPyramidEdit *self, const char *node_id);

G_END_DECLS
