/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

GtkWidget *styr_unit_terms_new (StyrWorkspace *workspace);

G_END_DECLS
