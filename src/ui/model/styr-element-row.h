/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

/* One element in a list of the model: its name, a second line, and inside a form the buttons that
 * move and remove it. Buttons and keys end in the actions of the list. */
GtkWidget *
styr_element_row_new (const char *path, const char *name, const char *note, gboolean inside);
const char *styr_element_row_get_path (GtkWidget *row);
gboolean
styr_element_row_update (GtkWidget *row, const char *path, const char *name, const char *note);

void styr_element_row_set_retired (GtkWidget *row, gboolean retired);

G_END_DECLS
