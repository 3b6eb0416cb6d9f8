/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-batch.h"
#include "styr-workspace-organisation.h"

G_BEGIN_DECLS

/* styr-workspace-organisation.c: for successions */
void styr_workspace_add_unit_end (StyrBatch *batch, const char *unit_id, const char *last_day);
gboolean styr_workspace_check_unit_name (StyrWorkspace *self,
                                         const char *name,
                                         const char *date,
                                         const char *const *but,
                                         GError **error);

G_END_DECLS
