/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_MODELS_PAGE (styr_models_page_get_type ())
/** The versions of the steering model, and the shown one's project, history, waiting rules and
 * roles. Properties: "workspace", "title", "subtitle". */
G_DECLARE_FINAL_TYPE (StyrModelsPage, styr_models_page, STYR, MODELS_PAGE, AdwBin)

GtkWidget *styr_models_page_new (StyrWorkspace *workspace);

G_END_DECLS
