/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *styr_preferences_new (GtkWindow *parent, const char *database_path);

G_END_DECLS
