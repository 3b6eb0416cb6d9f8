/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"
#include "styr-workspace-organisation.h"

G_BEGIN_DECLS

char *styr_unit_dup_period (StyrRecord *record, const char *day);
char *styr_unit_dup_group_name (const StyrBodyType *type);
char *styr_unit_dup_own_documents (StyrModel *model, const char *type);
char *styr_unit_dup_prepared_documents (StyrModel *model, const char *type);
gboolean styr_unit_is_political (StyrModel *model, StyrRecord *unit);
GPtrArray *styr_unit_new_options (StyrWorkspace *workspace, const char *but_id, gboolean all_times);
GPtrArray *
styr_unit_new_side_options (StyrWorkspace *workspace, const char *but_id, gboolean political);
GPtrArray *styr_unit_new_type_options (StyrModel *model);

G_END_DECLS
