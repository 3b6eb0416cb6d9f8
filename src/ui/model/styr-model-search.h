/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

GPtrArray *styr_model_search (StyrWorkspace *workspace, const char *text, guint limit);

G_END_DECLS
