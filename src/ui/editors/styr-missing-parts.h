/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/** What of a document's card the one who decides has given, beside what stands in it. */
typedef struct
{
  gboolean section_no, registration_no;
} StyrGivenParts;

char *styr_missing_parts_dup_text (StyrDossier *dossier, const StyrGivenParts *given);
char *styr_missing_answers_dup_text (StyrWorkspace *workspace, const char *document_id);
char *styr_draft_of_next_dup_text (StyrWorkspace *workspace, const char *document_id);
char *styr_other_decider_dup_text (StyrWorkspace *workspace,
                                   const char *document_id,
                                   const char *body,
                                   const char *unit_id);

G_END_DECLS
