/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

/* The control for one member: a different one for each kind, read and written alike. */
GtkWidget *styr_member_control_new (StyrWorkspace *workspace,
                                    const char *path,
                                    const StyrJsonMember *member,
                                    const StyrMemberWords *words,
                                    GtkWidget **editor);
gboolean styr_member_control_dup_value (GtkWidget *editor,
                                        const StyrJsonMember *member,
                                        JsonNode **value,
                                        char **message);
void
styr_member_control_set_value (GtkWidget *editor, const StyrJsonMember *member, JsonNode *value);

G_END_DECLS
