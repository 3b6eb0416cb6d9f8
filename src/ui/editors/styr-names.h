/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

char *styr_name_sentence_case (const char *word);
char *styr_name_of_decider (StyrWorkspace *workspace, StyrRecord *document);
char *styr_name_of_decision (StyrWorkspace *workspace, StyrRecord *document);
char *styr_name_of_goal (StyrDossier *dossier, const char *goal_id);
char *styr_name_of_goal_long (StyrDossier *dossier, const char *goal_id);
char *styr_name_of_criterion (StyrDossier *dossier, const char *criterion_id);
char *styr_name_of_body (StyrModel *model, const char *body_type);
const char *styr_name_of_status (StyrDocumentStatus status);
const char *styr_symbol_of_status (StyrDocumentStatus status);
char *styr_name_of_state (StyrRecord *document);

G_END_DECLS
