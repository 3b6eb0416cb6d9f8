/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_LINE_LAYOUT (styr_line_layout_get_type ())
/** Children on one line, as in a horizontal GtkBox. */
G_DECLARE_FINAL_TYPE (StyrLineLayout, styr_line_layout, STYR, LINE_LAYOUT, GtkLayoutManager)

GtkWidget *styr_line_new (int spacing);
void styr_line_set_homogeneous (GtkWidget *line);

G_END_DECLS
