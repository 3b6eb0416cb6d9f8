/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_DOCUMENTS_PAGE (styr_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (StyrDocumentsPage, styr_documents_page, STYR, DOCUMENTS_PAGE, AdwBin)

GtkWidget *styr_documents_page_new (StyrWorkspace *workspace);

G_END_DECLS
