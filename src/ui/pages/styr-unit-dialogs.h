/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-ask-dialog.h"
#include "styr-workspace-organisation.h"

G_BEGIN_DECLS

/* Actions of the bar: unit.rename unit.merge unit.split unit.end unit.delete unit.up unit.down */
GtkWidget *styr_unit_dialogs_make_menu (StyrWorkspace *workspace, const char *unit_id);
StyrAskDialog *
styr_unit_dialogs_new_unit (GtkWidget *parent, StyrWorkspace *workspace, const char *type);
StyrAskDialog *
styr_unit_dialogs_new_units (GtkWidget *parent, StyrWorkspace *workspace, const char *type);

G_END_DECLS
