/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_WRAP_LAYOUT (styr_wrap_layout_get_type ())
/** Lines of children that wrap like words; children that expand share what a line has left. */
G_DECLARE_FINAL_TYPE (StyrWrapLayout, styr_wrap_layout, STYR, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *styr_wrap_layout_new (void);

G_END_DECLS
