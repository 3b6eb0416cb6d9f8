/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

gboolean styr_rule_reach_is (const char *owner, const char *key);
const StyrJsonMember *styr_rule_reach_get_member (void);
JsonNode *styr_rule_reach_dup_value (StyrWorkspace *workspace, const char *rule);
gboolean styr_rule_reach_write (
    StyrWorkspace *workspace, const char *label, const char *rule, JsonNode *value, GError **error);

G_END_DECLS
