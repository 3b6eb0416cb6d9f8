/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Gives the menu of a row: (transfer full) (nullable), NULL when there is nothing to do with it.
 */
typedef GMenu *(*StyrRegisterMenuFunc) (StyrRecord *record, gpointer user_data);

GtkWidget *styr_register_menu_add (GtkColumnView *view,
                                   GtkWidget *owner,
                                   StyrRegisterMenuFunc func,
                                   gpointer user_data);
void styr_register_menu_mark_cell (GtkWidget *cell, GtkListItem *item);

G_END_DECLS
