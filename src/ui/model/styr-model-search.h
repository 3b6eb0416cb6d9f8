/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

GPtrArray *styr_model_search (StyrWorkspace *workspace, const char *text, guint limit);
GtkWidget *styr_model_search_list_new (void);
void styr_model_search_show (GtkWidget *list_box, StyrWorkspace *workspace, const char *text);
const char *styr_model_search_get_path (GtkWidget *row);

G_END_DECLS
