/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Called when the user chose to go on; never called for "Cancel". */
typedef void (*StyrConfirmFunc) (gpointer user_data);

void styr_dialog_present (AdwMessageDialog *dialog);
void styr_dialog_error (GtkWindow *parent, const char *heading, const char *sentence);
void styr_dialog_confirm (GtkWindow *parent,
                          const char *heading,
                          const char *body,
                          const char *action,
                          gboolean destructive,
                          StyrConfirmFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy);

G_END_DECLS
