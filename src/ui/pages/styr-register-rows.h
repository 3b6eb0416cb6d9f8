/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void styr_register_rows_set (GtkColumnView *view, GListModel *rows);
GListModel *styr_register_rows_get (GtkColumnView *view);

void styr_register_rows_scroll_to_top (GtkColumnView *view);

G_END_DECLS
