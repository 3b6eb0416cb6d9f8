/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_DECIDE_DIALOG (styr_decide_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StyrDecideDialog, styr_decide_dialog, STYR, DECIDE_DIALOG, AdwWindow)

GtkWidget *styr_decide_dialog_new (StyrEditSession *session, StyrDocumentStatus status);

G_END_DECLS
