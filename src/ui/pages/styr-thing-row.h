/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_THING_ROW (styr_thing_row_get_type ())
G_DECLARE_FINAL_TYPE (StyrThingRow, styr_thing_row, STYR, THING_ROW, AdwActionRow)

GtkWidget *styr_thing_row_new (StyrRecord *thing, StyrWorkspace *workspace);
StyrRecord *styr_thing_row_get_thing (StyrThingRow *self);

G_END_DECLS
