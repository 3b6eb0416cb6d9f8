/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *styr_review_history_show (GtkWidget *over, StyrWorkspace *workspace);

G_END_DECLS
