/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

/* What can be chosen for a member, as the model is now. */
gpointer styr_member_options_new (StyrWorkspace *workspace,
                                  const char *path,
                                  const StyrJsonMember *member,
                                  const StyrMemberWords *words);
void styr_member_options_free (gpointer query);
GPtrArray *styr_member_options_provide (gpointer query);
gboolean styr_member_options_has (const char *path, const char *key);

G_END_DECLS
