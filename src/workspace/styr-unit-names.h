/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **styr_unit_names_clean (const char *const *pasted);
char *styr_unit_names_dup_short (const char *name, const char *type_word, GHashTable *taken);

G_END_DECLS
