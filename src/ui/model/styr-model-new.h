/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

gboolean styr_model_new_needs_name (const char *list);
gboolean styr_model_new_needs_number (const char *list);
char *styr_model_new_add (StyrWorkspace *workspace,
                          const char *list_path,
                          const char *name,
                          const char *number,
                          const char *kind,
                          GError **error);
char *styr_model_new_add_to_block (StyrWorkspace *workspace,
                                   const char *block,
                                   const char *name,
                                   GError **error);
char *styr_model_new_duplicate (StyrWorkspace *workspace, const char *path, GError **error);

G_END_DECLS
