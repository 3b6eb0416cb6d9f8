/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

#define STYR_TYPE_MODEL_PANE (styr_model_pane_get_type ())
G_DECLARE_FINAL_TYPE (StyrModelPane, styr_model_pane, STYR, MODEL_PANE, GtkWidget)

GtkWidget *styr_model_pane_new (StyrWorkspace *workspace);
void styr_model_pane_show (StyrModelPane *self, const char *path);
void styr_model_pane_open (StyrModelPane *self, const char *path, gboolean is_new);
void styr_model_pane_set_titled (StyrModelPane *self, gboolean titled);
void styr_model_pane_focus (StyrModelPane *self);
const char *styr_model_pane_get_path (StyrModelPane *self);
const char *styr_model_pane_get_root (StyrModelPane *self);

G_END_DECLS
