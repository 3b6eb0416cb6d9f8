/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"
#include "styr-store.h"
#include "styr-table.h"

G_BEGIN_DECLS

GPtrArray *styr_workbook_tables_new (StyrStore *store,
                                     StyrModel *model,
                                     const char *unit_id,
                                     int year,
                                     const char *today,
                                     GError **error);

G_END_DECLS
