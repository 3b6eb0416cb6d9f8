/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-diagram-page.h"

G_BEGIN_DECLS

#define STYR_TYPE_PYRAMID_PAGE (styr_pyramid_page_get_type ())
G_DECLARE_FINAL_TYPE (StyrPyramidPage, styr_pyramid_page, STYR, PYRAMID_PAGE, StyrDiagramPage)

GtkWidget *styr_pyramid_page_new (StyrWorkspace *workspace);

G_END_DECLS
