/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *styr_section_editor_new (StyrEditSession *session, const StyrSection *section);
char *styr_completion_dup_text (StyrCompletion completion);

G_END_DECLS
