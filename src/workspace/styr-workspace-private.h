/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-store-lists.h"
#include "styr-batch.h"
#include "styr-model-shelf.h"
#include "styr-workspace-model.h"
#include "styr-words.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

/* styr-workspace.c: for the other files of this layer and its tests */
void styr_workspace_settle_quietly (StyrWorkspace *self);
StyrStore *styr_workspace_get_store (StyrWorkspace *self);
StyrModelShelf *styr_workspace_get_shelf (StyrWorkspace *self);
void styr_workspace_model_shown (StyrWorkspace *self);
StyrRecord *styr_workspace_get_municipality_record (StyrWorkspace *self);
void styr_workspace_forget_overviews (StyrWorkspace *self);
gboolean styr_workspace_check_model (StyrWorkspace *self, GError **error);

/* styr-workspace-setup.c */
gboolean styr_workspace_start (StyrWorkspace *self,
                               const char *label,
                               StyrStoreWriteFunc func,
                               gpointer user_data,
                               GError **error);

/* styr-workspace-model.c: writes a changed package, checked, with the rest of its entry */
JsonNode *styr_workspace_copy_model (StyrWorkspace *self);
char *styr_workspace_dup_model_label (StyrWorkspace *self, const char *label);
gboolean styr_workspace_check_model_open (StyrWorkspace *self, GError **error);
gboolean styr_workspace_write_model (StyrWorkspace *self,
                                     const char *label,
                                     const char *merge_key,
                                     JsonNode *root,
                                     StyrBatch *also,
                                     GError **error);

/* styr-workspace-import.c */
StyrModel *styr_workspace_keep_decision (StyrWorkspace *self, StyrModel *model, GError **error);
char *styr_workspace_join_losses (GPtrArray *lost);
GPtrArray *styr_workspace_dup_lost (
    StyrWorkspace *self, const char *model_id, StyrModel *before, StyrModel *after, GError **error);
gboolean styr_workspace_fits_model (StyrWorkspace *self, StyrRecord *document, StyrModel *model);

/* styr-workspace-packages.c */
StyrModel *styr_workspace_load_model_file (const char *path, GError **error);

/* styr-workspace-lists.c: filling the list models */
GPtrArray *styr_workspace_load_units (StyrWorkspace *self);
GPtrArray *styr_workspace_load_documents (StyrWorkspace *self);
GHashTable *styr_workspace_dup_context_units (StyrWorkspace *self);
GPtrArray *styr_workspace_load_history (StyrWorkspace *self);
StyrOverview *styr_workspace_reckon_overview (StyrWorkspace *self, int year);
GPtrArray *styr_workspace_reckon_earlier (StyrWorkspace *self);
int styr_workspace_choose_year (StyrWorkspace *self);

/* styr-workspace-error.c */
void
styr_workspace_map_error (GError *cause, const char *path, GError **error); /* takes the cause */
char *styr_workspace_new_id (void);
char *styr_workspace_dup_now (void);

/* styr-workspace-check.c: is a value what its column or field can hold */
gboolean styr_workspace_check_field (
    StyrWorkspace *self, const StyrField *field, const char *value, char **stored, GError **error);
gboolean styr_workspace_check_date (const char *title, const char *value, GError **error);

/** What somebody says has happened on a day. */
typedef enum
{
  STYR_DAY_STEP, /* of a document that isn't decided by it */
  STYR_DAY_DECIDED,
  STYR_DAY_REJECTED,
  STYR_DAY_PUT_OFF,
  STYR_DAY_INFORMED, /* a body, of a decided document */
  STYR_DAY_PUBLISHED,
  STYR_DAY_REVOKED,
  STYR_DAY_REVIEWED,
  STYR_DAY_TOLD, /* recipients, of a decision */
  STYR_DAY_CARRIED_OUT,
  STYR_DAY_REPORTED,
  STYR_DAY_ASKED, /* for an answer: remiss */
  STYR_DAY_ANSWERED,
} StyrDay;

gboolean styr_workspace_check_happened (
    StyrWorkspace *self, StyrDay day, const char *value, const char *after, GError **error);
gboolean
styr_workspace_check_number (const char *title, const char *value, gboolean whole, GError **error);

/* styr-workspace-documents.c */
StyrRecord *styr_workspace_get_editable (StyrWorkspace *self,
                                         const char *document_id,
                                         GError **error); /* a document that may be written in */
char *styr_workspace_dup_one (StyrWorkspace *self,
                              const char *sql,
                              const char *p1,
                              const char *p2,
                              const char *p3); /* first value or NULL */
char *styr_workspace_dup_goal_scale (StyrWorkspace *self, StyrRecord *document, StyrRecord *goal);
gboolean styr_workspace_check_unassessed (StyrWorkspace *self,
                                          const char *column,
                                          const char *id,
                                          GError **error);

/* styr-workspace-items.c, styr-workspace-order.c: parts of a document */
gboolean styr_workspace_check_item (
    StyrWorkspace *self, const char *document_id, const char *kind, const char *id, GError **error);
StyrRecord *styr_workspace_get_item (StyrWorkspace *self,
                                     StyrRecord *document,
                                     const char *kind,
                                     const char *id);
char *styr_workspace_dup_next_label (StyrWorkspace *self, StyrRecord *item);
gboolean styr_workspace_move_record (
    StyrWorkspace *self, StyrRecord *item, int delta, const char *title, GError **error);

/* styr-workspace-edit.c */
const StyrField *styr_workspace_find_field (StyrWorkspace *self,
                                            StyrRecord *document,
                                            const char *owner_id,
                                            const char *field);

/* styr-workspace-decisions.c */
gboolean styr_workspace_check_proposal (StyrWorkspace *self, StyrRecord *item, GError **error);

/* styr-workspace-advice.c */
StyrWords *styr_workspace_get_words (void);

/* styr-workspace-status.c */
void
styr_workspace_find_decider (StyrWorkspace *self, StyrRecord *document, char **body, char **reason);

gboolean styr_workspace_check_target (const char *path, GError **error);
gboolean styr_workspace_fail_ending (const char *path, const char *endings, GError **error);

G_END_DECLS
