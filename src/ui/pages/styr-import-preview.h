/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-model.h"

G_BEGIN_DECLS

#define STYR_TYPE_IMPORT_PREVIEW (styr_import_preview_get_type ())
/** What a package is and what its import would do, before anything is written, with the choice
 * between taking the place of the shown model and lying beside it as a draft. Signal "imported"
 * (text: what was done). */
G_DECLARE_FINAL_TYPE (StyrImportPreview, styr_import_preview, STYR, IMPORT_PREVIEW, AdwWindow)

GtkWidget *
styr_import_preview_new (StyrWorkspace *workspace, const char *path, StyrRecord *preview);

G_END_DECLS
