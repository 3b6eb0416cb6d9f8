/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_DETAILS_PANE (styr_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (StyrDetailsPane, styr_details_pane, STYR, DETAILS_PANE, AdwBin)

void
styr_details_pane_set_block (StyrDetailsPane *self, StyrWorkspace *workspace, const char *block_id);

G_END_DECLS
