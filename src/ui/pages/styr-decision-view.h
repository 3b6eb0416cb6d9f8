/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_DECISION_VIEW (styr_decision_view_get_type ())
/** A whole decision, opened from the register, a document or the search. Properties: "title",
 * "subtitle". */
G_DECLARE_FINAL_TYPE (StyrDecisionView, styr_decision_view, STYR, DECISION_VIEW, GtkWidget)

GtkWidget *styr_decision_view_new (StyrWorkspace *workspace, const char *decision_id);
void styr_decision_view_show_part (StyrDecisionView *self, const char *part_id);

G_END_DECLS
