/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"

G_BEGIN_DECLS

#define STYR_TYPE_MEMBER_PICKS (styr_member_picks_get_type ())
G_DECLARE_FINAL_TYPE (StyrMemberPicks, styr_member_picks, STYR, MEMBER_PICKS, GtkWidget)

GtkWidget *styr_member_picks_new (StyrOptionsFunc provider,
                                  gpointer user_data,
                                  GDestroyNotify destroy,
                                  gboolean ordered);
void styr_member_picks_set_name_text (StyrMemberPicks *self, const char *name);
void styr_member_picks_set_none (StyrMemberPicks *self, const char *none);
void styr_member_picks_set_ids (StyrMemberPicks *self, GPtrArray *ids);
GPtrArray *styr_member_picks_get_ids (StyrMemberPicks *self);

G_END_DECLS
