/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-record.h"

G_BEGIN_DECLS

#define STYR_TYPE_RECORD_LIST (styr_record_list_get_type ())
G_DECLARE_FINAL_TYPE (StyrRecordList, styr_record_list, STYR, RECORD_LIST, GObject)

/** A GListModel of StyrRecord that keeps the identity of records with the same id and emits the
 * least items-changed. */
StyrRecordList *styr_record_list_new (void);
void styr_record_list_update (StyrRecordList *self, GPtrArray *records);

G_END_DECLS
