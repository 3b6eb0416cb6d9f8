/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void styr_documents_columns_add (GtkColumnView *view, StyrWorkspace *workspace);

G_END_DECLS
