/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_DECISIONS_PAGE (styr_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (StyrDecisionsPage, styr_decisions_page, STYR, DECISIONS_PAGE, AdwBin)

GtkWidget *styr_decisions_page_new (StyrWorkspace *workspace);

G_END_DECLS
