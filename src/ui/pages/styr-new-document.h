/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_NEW_DOCUMENT (styr_new_document_get_type ())
G_DECLARE_FINAL_TYPE (StyrNewDocument, styr_new_document, STYR, NEW_DOCUMENT, AdwWindow)

GtkWidget *styr_new_document_new (StyrWorkspace *workspace);

G_END_DECLS
