/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *styr_model_band_new (StyrWorkspace *workspace);
void styr_model_band_make_version (GtkWidget *widget, StyrWorkspace *workspace);

G_END_DECLS
