/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-organisation.h"

G_BEGIN_DECLS

#define STYR_TYPE_UNIT_LIST (styr_unit_list_get_type ())
/** The units of a day, by type in the municipality's own words, and last the terms of office.
 * Signal "chosen" (id: a unit's, or "" for the terms of office). */
G_DECLARE_FINAL_TYPE (StyrUnitList, styr_unit_list, STYR, UNIT_LIST, AdwBin)

GtkWidget *styr_unit_list_new (StyrWorkspace *workspace);
void styr_unit_list_select (StyrUnitList *self, const char *unit_id);
const char *styr_unit_list_get_selected (StyrUnitList *self);
void styr_unit_list_set_day (StyrUnitList *self, const char *day);
void styr_unit_list_set_shows_ended (StyrUnitList *self, gboolean shows_ended);
guint styr_unit_list_get_n_units (StyrUnitList *self);

G_END_DECLS
