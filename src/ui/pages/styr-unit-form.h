/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-organisation.h"

G_BEGIN_DECLS

#define STYR_TYPE_UNIT_FORM (styr_unit_form_get_type ())
/** What is said of a unit, what it serves or is served by, and what it came from and became. What
 * is typed is written when the field is left. Signal "go-to" (id): another unit. */
G_DECLARE_FINAL_TYPE (StyrUnitForm, styr_unit_form, STYR, UNIT_FORM, AdwBin)

GtkWidget *styr_unit_form_new (StyrWorkspace *workspace);
void styr_unit_form_show (StyrUnitForm *self, const char *unit_id);
const char *styr_unit_form_get_unit (StyrUnitForm *self);
void styr_unit_form_flush (StyrUnitForm *self);
gboolean styr_unit_form_settle (StyrUnitForm *self, GError **error);
GtkWidget *styr_unit_form_get_row (StyrUnitForm *self, const char *column);
StyrRecord *styr_unit_form_dup_record (StyrWorkspace *workspace, const char *unit_id);

G_END_DECLS
