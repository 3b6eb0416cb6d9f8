/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-decisions.h"

G_BEGIN_DECLS

/* styr-workspace-decisions.c: for the other files of decisions */
StyrRecord *styr_workspace_get_decision_record (StyrWorkspace *self,
                                                const char *kind,
                                                const char *id,
                                                GError **error);
StyrRecord *
styr_workspace_get_decision_of (StyrWorkspace *self, StyrRecord *record, GError **error);
gboolean styr_decision_is_taken (StyrRecord *decision);
gboolean styr_decision_is_closed (StyrRecord *decision); /* taken, or rejected */

G_END_DECLS
