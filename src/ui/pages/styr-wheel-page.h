/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-diagram-page.h"

G_BEGIN_DECLS

#define STYR_TYPE_WHEEL_PAGE (styr_wheel_page_get_type ())
G_DECLARE_FINAL_TYPE (StyrWheelPage, styr_wheel_page, STYR, WHEEL_PAGE, StyrDiagramPage)

GtkWidget *styr_wheel_page_new (StyrWorkspace *workspace);

G_END_DECLS
