/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-inventory.h"

G_BEGIN_DECLS

void styr_finding_complete_remedies (StyrInventory *inventory, GPtrArray *findings);

G_END_DECLS
