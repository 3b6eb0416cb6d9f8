/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"
#include "styr-record.h"

G_BEGIN_DECLS

/** Done and total of a section, a document, a phase: the same pair wherever it is shown. */
typedef struct
{
  int done, total;
} StyrCompletion;

typedef enum
{
  STYR_LACK_NOTHING,
  STYR_LACK_CLAUSE,    /* with what is decided */
  STYR_LACK_RECIPIENT, /* of what was decided */
} StyrDecisionLack;

#define STYR_TYPE_DOSSIER (styr_dossier_get_type ())
G_DECLARE_FINAL_TYPE (StyrDossier, styr_dossier, STYR, DOSSIER, GObject)

StyrDossier *styr_dossier_new (StyrModel *model, StyrRecord *document);
StyrModel *styr_dossier_get_model (StyrDossier *self);
StyrRecord *styr_dossier_get_document (StyrDossier *self);
const StyrDocumentType *styr_dossier_get_document_type (StyrDossier *self);
gboolean styr_dossier_is_editable (StyrDossier *self);
void styr_dossier_take_records (StyrDossier *self, const char *kind, GPtrArray *records);
void styr_dossier_set_value (StyrDossier *self,
                             const char *owner_id,
                             const char *field,
                             const char *value);
const char *styr_dossier_get_value (StyrDossier *self, const char *owner_id, const char *field);
char *styr_not_applicable_key (const char *field);
const char *
styr_dossier_get_not_applicable (StyrDossier *self, const char *owner_id, const char *field);
GPtrArray *styr_dossier_get_records (StyrDossier *self, const char *kind);
StyrRecord *styr_dossier_find (StyrDossier *self, const char *kind, const char *id);
GPtrArray *
styr_dossier_dup_where (StyrDossier *self, const char *kind, const char *column, const char *value);
GPtrArray *styr_dossier_dup_rows (StyrDossier *self, const StyrSection *section);
GPtrArray *styr_dossier_dup_goals (StyrDossier *self, const StyrSection *section);
StyrRecord *styr_dossier_find_assessment (StyrDossier *self, const char *goal_id, StyrStage stage);
StyrRecord *styr_dossier_find_outcome (StyrDossier *self, const char *criterion_id);
const char *styr_dossier_get_grade (StyrDossier *self, const char *goal_id);
gboolean styr_dossier_is_assessed (StyrDossier *self, const char *goal_id);
gboolean styr_dossier_needs_measure (StyrDossier *self, StyrRecord *goal);
char *styr_metadata_get_column (const char *metadata);
StyrCompletion styr_dossier_get_section_completion (StyrDossier *self, const StyrSection *section);
StyrDecisionLack styr_dossier_get_decision_lack (StyrDossier *self, StyrRecord *decision);
StyrCompletion styr_dossier_get_card_completion (StyrDossier *self);
StyrCompletion styr_dossier_get_completion (StyrDossier *self);
gboolean styr_dossier_shows_field (StyrDossier *self,
                                   const StyrSection *section,
                                   const StyrField *field,
                                   const char *owner_id);
gboolean styr_dossier_shows_section (StyrDossier *self, const StyrSection *section);

G_END_DECLS
