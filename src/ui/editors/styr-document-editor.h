/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_DOCUMENT_EDITOR (styr_document_editor_get_type ())
G_DECLARE_FINAL_TYPE (StyrDocumentEditor, styr_document_editor, STYR, DOCUMENT_EDITOR, GtkWidget)

GtkWidget *styr_document_editor_new (StyrWorkspace *workspace, const char *document_id);
void styr_document_editor_show_section (StyrDocumentEditor *self, const char *section_id);
void styr_document_editor_build_all (StyrDocumentEditor *self);

G_END_DECLS
