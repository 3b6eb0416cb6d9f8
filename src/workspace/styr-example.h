/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "styr-store.h"

G_BEGIN_DECLS

JsonObject *styr_example_load (const char *path, JsonParser *parser, GError **error);
gboolean styr_example_insert (
    StyrStore *store, JsonObject *root, const char *path, const char *model_id, GError **error);

G_END_DECLS
