/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

gboolean styr_member_is_inherited (const char *owner, const char *key);
char *styr_member_dup_inherited (StyrWorkspace *workspace, const char *owner, const char *key);

G_END_DECLS
