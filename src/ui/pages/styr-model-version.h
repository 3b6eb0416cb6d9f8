/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-ask-dialog.h"
#include "styr-workspace-model.h"

G_BEGIN_DECLS

const char *styr_model_version_get_symbol (StyrRecord *version);
char *styr_model_version_dup_status (StyrRecord *version);
char *styr_model_version_dup_title (StyrRecord *version);
char *styr_model_version_dup_facts (StyrWorkspace *workspace, StyrRecord *version);
StyrAskDialog *
styr_model_version_ask_new (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version);
StyrAskDialog *
styr_model_version_ask_decide (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version);
void
styr_model_version_ask_delete (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version);

G_END_DECLS
