/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean styr_choice_order_begins (GtkWidget *option, const char *letters);
void styr_choice_order_seek (GtkBox *list, const char *letters);
GtkWidget *styr_choice_order_get_first (GtkBox *list);

G_END_DECLS
