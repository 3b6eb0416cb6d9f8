/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-organisation.h"

G_BEGIN_DECLS

#define STYR_TYPE_UNIT_TIES (styr_unit_ties_get_type ())
/** What a unit is tied to: the two roles that it may have, whom it serves or is served by, what it
 * came from and became. Signal "go-to" (id): another unit. */
G_DECLARE_FINAL_TYPE (StyrUnitTies, styr_unit_ties, STYR, UNIT_TIES, AdwBin)

GtkWidget *styr_unit_ties_new (StyrWorkspace *workspace);
void styr_unit_ties_show (StyrUnitTies *self, StyrRecord *unit);

G_END_DECLS
