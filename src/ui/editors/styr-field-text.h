/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"

G_BEGIN_DECLS

gboolean
styr_field_text_parse (const StyrField *field, const char *text, char **canonical, char **message);
char *styr_field_text_show (const StyrField *field, const char *canonical);
gboolean styr_field_is_short (const StyrField *field);

G_END_DECLS
