/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The program's settings. Every function works without the installed schema too (a program copied
 * by hand must start): reading then gives the fallback, writing does nothing.
 */
char *styr_settings_dup_text (const char *key);
void styr_settings_set_text (const char *key, const char *value);
int styr_settings_get_int (const char *key, int fallback);
void styr_settings_set_int (const char *key, int value);
gboolean styr_settings_get_flag (const char *key);
void styr_settings_set_flag (const char *key, gboolean value);
char *styr_settings_dup_named (const char *key, const char *name);
void styr_settings_set_named (const char *key, const char *name, const char *value);

G_END_DECLS
