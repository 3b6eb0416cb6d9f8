/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-model.h"

G_BEGIN_DECLS

#define STYR_TYPE_MODEL_COMPARE_WINDOW (styr_model_compare_window_get_type ())
/** What differs between two versions of the model, part by part, in sentences; can be exported. */
G_DECLARE_FINAL_TYPE (
    StyrModelCompareWindow, styr_model_compare_window, STYR, MODEL_COMPARE_WINDOW, AdwWindow)

GtkWidget *
styr_model_compare_window_new (GtkWidget *parent, StyrWorkspace *workspace, const char *model_id);
gboolean
styr_model_compare_window_export (StyrModelCompareWindow *self, const char *path, GError **error);
guint styr_model_compare_window_get_n_differences (StyrModelCompareWindow *self);
void styr_model_compare_window_choose (StyrModelCompareWindow *self,
                                       const char *before_id,
                                       const char *after_id);

G_END_DECLS
