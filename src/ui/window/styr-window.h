/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-opening.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_WINDOW (styr_window_get_type ())
/**
 * The program's window: pages with the context above them, or one document, or the first run, or
 * what is wrong with the database. Properties: "workspace" (StyrWorkspace), "page" (id of the page
 * that is shown, also behind a document). Actions: src/README.md.
 */
G_DECLARE_FINAL_TYPE (StyrWindow, styr_window, STYR, WINDOW, AdwApplicationWindow)

StyrWindow *styr_window_new (GtkApplication *application);
void styr_window_open_database (StyrWindow *self, const char *path, gboolean with_example);
void styr_window_show_opening (StyrWindow *self,
                               const char *path,
                               StyrOpening *opening,
                               gboolean with_example);
void styr_window_open_model_file (StyrWindow *self, const char *path);
void styr_window_set_workspace (StyrWindow *self, StyrWorkspace *workspace);
StyrWorkspace *styr_window_get_workspace (StyrWindow *self);
const char *styr_window_get_page (StyrWindow *self);
const char *styr_window_get_document_id (StyrWindow *self);

G_END_DECLS
