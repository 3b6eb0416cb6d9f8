/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

/* Whether a form asks for a member of an element as it is, and what it calls it there. */
gboolean styr_member_is_relevant (const char *list, JsonObject *element, const char *key);
const char *styr_member_title_for (const char *list, JsonObject *element, const char *key);

gboolean styr_member_means_all (const char *list, const char *key);

G_END_DECLS
