/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-register.h"

G_BEGIN_DECLS

GtkWidget *styr_register_choice_new (StyrWorkspace *workspace,
                                     GListModel *records,
                                     const StyrRegisterColumn *column,
                                     const char *everything);

G_END_DECLS
