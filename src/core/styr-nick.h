/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-enums.h"

G_BEGIN_DECLS

const char *styr_nick_from_value (GType enum_type, int value);
int styr_nick_to_value (GType enum_type, const char *nick, int fallback);
gboolean styr_nick_parse (GType enum_type, const char *nick, int *value);

G_END_DECLS
