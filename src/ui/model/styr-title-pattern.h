/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *styr_title_pattern_dup_shown (const char *stored);
char *styr_title_pattern_dup_stored (const char *shown);
GtkWidget *styr_title_pattern_buttons_new (GtkEditable *entry);

G_END_DECLS
