/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

/* Members that can't change alone: other members, or what is written in documents, follow. */
gboolean styr_kind_change_is_needed (const char *owner, const char *key);
void styr_kind_change_start (GtkWidget *row,
                             StyrWorkspace *workspace,
                             const char *owner,
                             JsonNode *value);

G_END_DECLS
