/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"

G_BEGIN_DECLS

gboolean
styr_field_text_parse (const StyrField *field, const char *text, char **canonical, char **message);
char *styr_field_text_show (const StyrField *field, const char *canonical);
gboolean styr_field_is_short (const StyrField *field);
const char *styr_field_text_get_warning (const StyrField *field, const char *text);
const char *styr_field_text_explain_date (const char *text);
StyrField styr_field_dup_texts (const StyrField *field);
void styr_field_free_texts (StyrField *field);

G_END_DECLS
