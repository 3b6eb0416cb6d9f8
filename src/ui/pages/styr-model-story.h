/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-model.h"

G_BEGIN_DECLS

GtkWidget *styr_model_story_make_project (StyrWorkspace *workspace);
GtkWidget *styr_model_story_make_history (StyrWorkspace *workspace);
GtkWidget *styr_model_story_make_pending (StyrModel *model);

G_END_DECLS
