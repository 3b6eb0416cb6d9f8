/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A rule was made; @user_data is the widget that opened the dialog. */
typedef void (*StyrRuleMadeFunc) (const char *path, gpointer user_data);

void
styr_rule_kind_dialog_open (GtkWidget *widget, StyrWorkspace *workspace, StyrRuleMadeFunc made);

G_END_DECLS
