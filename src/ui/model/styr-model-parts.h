/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

/* The parts of a model as a list to choose from, each with how many elements it has. */
GtkWidget *styr_model_parts_new (void);
void styr_model_parts_refresh (GtkWidget *parts, StyrWorkspace *workspace);
void styr_model_parts_select (GtkWidget *parts, const char *list);
const char *styr_model_parts_get_list (GtkListBoxRow *row);
const char *styr_model_parts_get_title (const char *list);

G_END_DECLS
