/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

#define STYR_TYPE_MEMBER_ROW (styr_member_row_get_type ())
G_DECLARE_FINAL_TYPE (StyrMemberRow, styr_member_row, STYR, MEMBER_ROW, GtkWidget)

GtkWidget *styr_member_row_new (StyrWorkspace *workspace,
                                const char *path,
                                const StyrJsonMember *member,
                                const StyrMemberWords *words,
                                const char *title);
void styr_member_row_refresh (StyrMemberRow *self);
void styr_member_row_flush (StyrMemberRow *self);
gboolean styr_member_row_settle (StyrMemberRow *self, GError **error);
const char *styr_member_row_get_key (StyrMemberRow *self);
gboolean styr_member_row_is_refused (StyrMemberRow *self);
GtkWidget *styr_member_row_get_editor (StyrMemberRow *self);

G_END_DECLS
