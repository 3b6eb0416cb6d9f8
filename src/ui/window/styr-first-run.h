/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_FIRST_RUN (styr_first_run_get_type ())
/** What a new database begins with: the example, a model that comes with the program, an empty one
 * or one from a file; then the municipality's own names. */
G_DECLARE_FINAL_TYPE (StyrFirstRun, styr_first_run, STYR, FIRST_RUN, GtkBox)

GtkWidget *styr_first_run_new (StyrWorkspace *workspace);
void styr_first_run_open_file (StyrFirstRun *self, const char *path);

G_END_DECLS
