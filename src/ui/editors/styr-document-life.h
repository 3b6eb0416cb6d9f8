/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Steps in a document's life that ask for something */
void styr_document_life_ask_consult (StyrEditSession *session, GtkWidget *over);
void styr_document_life_ask_answer (StyrEditSession *session, StyrRecord *answer, GtkWidget *over);
void styr_document_life_ask_publish (StyrEditSession *session, GtkWidget *over);
void styr_document_life_ask_review (StyrEditSession *session, GtkWidget *over);

/* What has happened, for the document card (transfer floating) */
GtkWidget *styr_document_answers_new (StyrEditSession *session);
GtkWidget *styr_document_reviews_new (StyrEditSession *session);
GtkWidget *styr_document_chain_new (StyrEditSession *session);
GtkWidget *styr_document_decisions_new (StyrEditSession *session);

G_END_DECLS
