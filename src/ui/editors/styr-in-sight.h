/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*StyrInSightFunc) (gpointer data);

void styr_in_sight_call (GtkWidget *widget, StyrInSightFunc func, gpointer data);

G_END_DECLS
