/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-record.h"

G_BEGIN_DECLS

#define STYR_TYPE_HISTORY_ROW (styr_history_row_get_type ())
/** One entry of the history: what was done, when, by whom and whether it still holds. Signal
 * "undo-to" (StyrRecord) when everything after it shall be undone. */
G_DECLARE_FINAL_TYPE (StyrHistoryRow, styr_history_row, STYR, HISTORY_ROW, GtkBox)

GtkWidget *styr_history_row_new (void);
void styr_history_row_set_entry (StyrHistoryRow *self, StyrRecord *entry);
void styr_history_row_set_newest (StyrHistoryRow *self, gint64 newest);
char *styr_history_row_dup_name (StyrHistoryRow *self);

G_END_DECLS
