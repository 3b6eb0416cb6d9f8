/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-field-options.h"
#include "styr-edit-session.h"
#include "styr-item-list.h"
#include "styr-life-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a decision is made of, as widgets of its session. All (transfer floating). */
GtkWidget *styr_decision_form_new (StyrEditSession *session);
GtkWidget *styr_decision_steps_new (StyrEditSession *session);
GtkWidget *styr_decision_clauses_new (StyrEditSession *session);
GtkWidget *styr_decision_recipients_new (StyrEditSession *session);

/* Shared by them */
StyrRecord *styr_decision_get_record (StyrEditSession *session);
GPtrArray *styr_decision_options (StyrLifeList list);
GPtrArray *styr_decision_dup_parts (StyrItemList *list, const char *kind);
char *styr_decision_add_part (StyrItemList *list, const char *kind, GError **error);
guint styr_decision_part_number (StyrDossier *dossier, const char *kind, const char *id);
char *styr_decision_dup_step_body (StyrModel *model, StyrRecord *step);
GtkWidget *styr_decision_add_field (GtkWidget *form,
                                    StyrBinding *binding,
                                    StyrEditSession *session,
                                    const StyrField *field,
                                    const char *which);
void styr_decision_ask_decide (StyrEditSession *session, GtkWidget *over);
void styr_decision_ask_reject (StyrEditSession *session, GtkWidget *over);
void styr_decision_ask_put_off (StyrEditSession *session, GtkWidget *over);
void styr_decision_take_up (StyrEditSession *session, GtkWidget *over);

/** What can be done about a commission that has been given. */
void styr_commission_ask_carry_out (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over);
void styr_commission_ask_report (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over);
void styr_commission_ask_postpone (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over);
void styr_commission_ask_strike (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over);

G_END_DECLS
