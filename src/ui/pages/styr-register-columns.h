/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

void styr_register_columns_add (GtkColumnView *view,
                                StyrWorkspace *workspace,
                                const StyrRegisterColumn *columns,
                                guint n_columns);
GtkSorter *styr_register_columns_new_sorter (GtkColumnView *view,
                                             StyrWorkspace *workspace,
                                             const StyrRegisterKind *kind);
void styr_register_columns_recall (GtkColumnView *view, const StyrRegisterKind *kind);
GtkWidget *styr_register_columns_new_chooser (GtkColumnView *view, const StyrRegisterKind *kind);
void styr_register_columns_lend (GtkColumnView *view,
                                 const StyrRegisterKind *kind,
                                 const char *mark_id,
                                 gboolean is_on);
GArray *styr_register_columns_dup_shown (GtkColumnView *view);

G_END_DECLS
