/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *
styr_finding_dialog_show (GtkWidget *over, StyrWorkspace *workspace, StyrRecord *finding);

G_END_DECLS
