/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_THINGS_PANE (styr_things_pane_get_type ())
G_DECLARE_FINAL_TYPE (StyrThingsPane, styr_things_pane, STYR, THINGS_PANE, AdwBin)

void styr_things_pane_set_things (StyrThingsPane *self,
                                  StyrWorkspace *workspace,
                                  GPtrArray *things,
                                  const char *introduction,
                                  const char *empty_text);
guint styr_things_pane_get_n_things (StyrThingsPane *self);

G_END_DECLS
