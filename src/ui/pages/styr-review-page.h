/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_REVIEW_PAGE (styr_review_page_get_type ())
G_DECLARE_FINAL_TYPE (StyrReviewPage, styr_review_page, STYR, REVIEW_PAGE, AdwBin)

GtkWidget *styr_review_page_new (StyrWorkspace *workspace);

G_END_DECLS
