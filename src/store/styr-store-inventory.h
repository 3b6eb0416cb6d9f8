/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-inventory.h"
#include "styr-store.h"

G_BEGIN_DECLS

gboolean styr_store_fill_inventory (StyrStore *self, StyrInventory *inventory, GError **error);

G_END_DECLS
