/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **styr_paths_dup_data_dirs (void);
char *styr_paths_dup_locale_dir (void);
char *styr_paths_find_data (const char *folder, const char *name);

G_END_DECLS
