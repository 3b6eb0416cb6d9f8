/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean styr_json_check (
    const char *text, gsize length, guint most_depth, guint most_values, GError **error);

G_END_DECLS
