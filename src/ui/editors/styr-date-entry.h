/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *styr_date_entry_new (GtkWidget **entry, GtkWidget **button);

G_END_DECLS
