/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

void styr_model_remove_ask (GtkWidget *widget, StyrWorkspace *workspace, const char *path);

G_END_DECLS
