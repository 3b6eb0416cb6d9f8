/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a widget was used with last. */
void styr_last_input_follow (GtkWidget *widget);
gboolean styr_last_input_was_pointer (GtkWidget *widget);

G_END_DECLS
