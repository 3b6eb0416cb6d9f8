/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void styr_register_widths_choose (GtkColumnViewColumn *column, gboolean is_chosen);
gboolean styr_register_widths_is_chosen (GtkColumnViewColumn *column);
void styr_register_widths_lend (GtkColumnViewColumn *column, gboolean is_needed);
gboolean styr_register_widths_is_shown (GtkColumnViewColumn *column);
void styr_register_widths_set_own (GtkColumnView *view);
void styr_register_widths_fit (GtkColumnView *view, int width);

G_END_DECLS
