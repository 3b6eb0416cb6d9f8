/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_HISTORY_PAGE (styr_history_page_get_type ())
/** Everything that was done, newest first: when, by whom, whether it still holds, with a way back
 * to any point. Properties: "workspace", "title", "subtitle". */
G_DECLARE_FINAL_TYPE (StyrHistoryPage, styr_history_page, STYR, HISTORY_PAGE, AdwBin)

GtkWidget *styr_history_page_new (StyrWorkspace *workspace);

G_END_DECLS
