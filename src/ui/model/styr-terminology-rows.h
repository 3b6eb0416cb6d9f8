/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

void styr_terminology_rows_add (GtkWidget *form, StyrWorkspace *workspace, GPtrArray *rows);

G_END_DECLS
