/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_MODEL_PAGE (styr_model_page_get_type ())
G_DECLARE_FINAL_TYPE (StyrModelPage, styr_model_page, STYR, MODEL_PAGE, AdwBin)

GtkWidget *styr_model_page_new (StyrWorkspace *workspace);
void styr_model_page_show (StyrModelPage *self, const char *path);

G_END_DECLS
