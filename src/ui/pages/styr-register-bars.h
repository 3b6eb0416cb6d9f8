/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

#define STYR_TYPE_REGISTER_BARS (styr_register_bars_get_type ())
/** How the rows of a register are dealt out over classes: one bar a class, with its number; a bar
 * pressed shows only its rows. Signal "changed". */
G_DECLARE_FINAL_TYPE (StyrRegisterBars, styr_register_bars, STYR, REGISTER_BARS, GtkBox)

GtkWidget *styr_register_bars_new (const StyrRegisterKind *kind);
void
styr_register_bars_count (StyrRegisterBars *self, StyrWorkspace *workspace, GListModel *records);
gboolean
styr_register_bars_fits (StyrRegisterBars *self, StyrWorkspace *workspace, StyrRecord *record);
char *styr_register_bars_dup_chosen (StyrRegisterBars *self);
void styr_register_bars_clear (StyrRegisterBars *self);

G_END_DECLS
