/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_ORGANISATION_PAGE (styr_organisation_page_get_type ())
/** The organisation over time: its units, and what is said of each. Properties: "workspace",
 * "title", "subtitle". */
G_DECLARE_FINAL_TYPE (StyrOrganisationPage, styr_organisation_page, STYR, ORGANISATION_PAGE, AdwBin)

GtkWidget *styr_organisation_page_new (StyrWorkspace *workspace);
void styr_organisation_page_show (StyrOrganisationPage *self, const char *unit_id);

G_END_DECLS
