/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

void styr_register_view_export_cb (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
