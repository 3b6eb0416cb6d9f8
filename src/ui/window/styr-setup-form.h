/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_SETUP_FORM (styr_setup_form_get_type ())
/** The second step of the first run: the municipality's name, its first year and its committees.
 * Errors stand beside what they are about. */
G_DECLARE_FINAL_TYPE (StyrSetupForm, styr_setup_form, STYR, SETUP_FORM, GtkBox)

GtkWidget *styr_setup_form_new (StyrWorkspace *workspace, StyrModel *model);

G_END_DECLS
