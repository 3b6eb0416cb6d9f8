/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_OUTLINE (styr_outline_get_type ())
G_DECLARE_FINAL_TYPE (StyrOutline, styr_outline, STYR, OUTLINE, GtkWidget)

GtkWidget *styr_outline_new (StyrEditSession *session);
void styr_outline_set_current (StyrOutline *self, const char *section_id);
const char *styr_outline_get_current (StyrOutline *self);

G_END_DECLS
