/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *styr_finding_line_new (StyrWorkspace *workspace, StyrRecord *finding);
GtkWidget *styr_advice_line_new (StyrRecord *advice);
GtkWidget *styr_finding_row_new (StyrWorkspace *workspace, StyrRecord *finding);

G_END_DECLS
