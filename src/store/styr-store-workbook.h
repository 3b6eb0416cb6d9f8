/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-store.h"

G_BEGIN_DECLS

/* What the workbook shows of a unit (NULL = all) and a year, one list a sheet. Superseded and
 * revoked documents don't count, unless they did on the year's last day. */
GPtrArray *
styr_store_list_workbook_goals (StyrStore *self, const char *unit_id, int year, GError **error);
GPtrArray *
styr_store_list_workbook_measures (StyrStore *self, const char *unit_id, int year, GError **error);
GPtrArray *
styr_store_list_workbook_feedback (StyrStore *self, const char *unit_id, int year, GError **error);
GPtrArray *
styr_store_list_workbook_economy (StyrStore *self, const char *unit_id, int year, GError **error);
StyrRecord *
styr_store_get_workbook_sums (StyrStore *self, const char *unit_id, int year, GError **error);

G_END_DECLS
