/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *styr_finding_get_symbol (StyrRecord *finding);
char *styr_finding_dup_severity (StyrRecord *finding);
gboolean styr_finding_is_of_card (StyrWorkspace *workspace, StyrRecord *finding);
gboolean styr_finding_can_open (StyrRecord *finding);
void styr_finding_open (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding);
void styr_finding_show_rule (GtkWidget *widget, StyrRecord *finding);
GtkWindow *
styr_finding_ask_exception (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding);
void styr_finding_take_back (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding);

G_END_DECLS
