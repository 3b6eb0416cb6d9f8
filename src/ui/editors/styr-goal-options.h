/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"
#include "styr-field-row.h"

G_BEGIN_DECLS

GtkWidget *styr_goal_field_new (StyrEditSession *session,
                                const StyrSection *section,
                                const char *kind,
                                const char *id,
                                const char *which);

G_END_DECLS
