/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void styr_register_columns_add (GtkColumnView *view,
                                StyrWorkspace *workspace,
                                const StyrRegisterColumn *columns,
                                guint n_columns);

G_END_DECLS
