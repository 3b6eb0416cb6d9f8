/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

#define STYR_TYPE_MODEL_FORM (styr_model_form_get_type ())
G_DECLARE_FINAL_TYPE (StyrModelForm, styr_model_form, STYR, MODEL_FORM, GtkWidget)

GtkWidget *styr_model_form_new (StyrWorkspace *workspace, const char *path);
const char *styr_model_form_get_path (StyrModelForm *self);
void styr_model_form_flush (StyrModelForm *self);
gboolean styr_model_form_settle (StyrModelForm *self, GError **error);
gboolean styr_model_form_focus (StyrModelForm *self, const char *element_path);

G_END_DECLS
