/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

gboolean styr_thing_is_missing (StyrRecord *thing);
StyrState styr_thing_get_state (StyrRecord *thing);
char *styr_thing_dup_line (StyrRecord *thing);
char *styr_thing_dup_target (StyrRecord *thing, StyrWorkspace *workspace);
char *styr_text_dup_capitalised (const char *text);

G_END_DECLS
