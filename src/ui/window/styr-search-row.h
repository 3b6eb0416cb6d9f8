/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-record.h"

G_BEGIN_DECLS

#define STYR_TYPE_SEARCH_ROW (styr_search_row_get_type ())
/**
 * One result of the search. Its record has the columns "group" (the heading it stands under),
 * "icon", "title", "detail", "action" (what it does, a detailed action) or "unit" (the unit it
 * makes the context).
 */
G_DECLARE_FINAL_TYPE (StyrSearchRow, styr_search_row, STYR, SEARCH_ROW, GtkListBoxRow)

GtkWidget *styr_search_row_new (StyrRecord *record);
StyrRecord *styr_search_row_get_record (StyrSearchRow *self);

G_END_DECLS
