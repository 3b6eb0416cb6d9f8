/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One constructor for each kind of section, each in its own file. (transfer floating) */
GtkWidget *styr_rows_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_goals_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_assessments_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_activities_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_measures_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_feedback_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_economy_editor_new (StyrEditSession *session, const StyrSection *section);
GtkWidget *styr_decision_editor_new (StyrEditSession *session, const StyrSection *section);

/* Parts of them */
GtkWidget *
styr_goal_card_new (StyrEditSession *session, const StyrSection *section, const char *goal_id);
GtkWidget *
styr_criteria_list_new (StyrEditSession *session, const StyrSection *section, const char *goal_id);
GtkWidget *
styr_goal_links_new (StyrEditSession *session, const StyrSection *section, const char *goal_id);
GtkWidget *styr_assessment_card_new (StyrEditSession *session,
                                     const StyrSection *section,
                                     const char *goal_id);
GtkWidget *styr_outcome_row_new (StyrEditSession *session, const char *criterion_id);
GtkWidget *styr_judgement_new (StyrEditSession *session,
                               const StyrScale *scale,
                               const char *goal_id,
                               StyrStage stage);

G_END_DECLS
