/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-store.h"
#include "styr-workspace.h"

/*
 * The operations of one journal entry, gathered first and then written in one transaction: an edit
 * is checked and put together with plain reads, and nothing is written unless all of it is.
 */
typedef struct _StyrBatch StyrBatch;

G_BEGIN_DECLS

StyrBatch *styr_batch_new (void);
void styr_batch_free (StyrBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrBatch, styr_batch_free)

StyrRecord *styr_batch_insert (StyrBatch *self, const char *kind, const char *id);
void styr_batch_add (StyrBatch *self, StyrRecord *record);
void styr_batch_update (
    StyrBatch *self, const char *kind, const char *id, const char *column, const char *value);
void styr_batch_delete (StyrBatch *self, const char *kind, const char *id);
void styr_batch_execute (StyrBatch *self, const char *sql, ...) G_GNUC_NULL_TERMINATED;
void styr_batch_value (StyrBatch *self,
                       const char *document_id,
                       const char *owner_id,
                       const char *field,
                       const char *value);
StyrRecord *styr_batch_event (StyrBatch *self,
                              const char *document_id,
                              StyrDocumentStatus status,
                              const char *date,
                              const char *body,
                              int position);
gboolean styr_batch_play (StyrBatch *self, StyrStore *store, GError **error); /* inside a write */
gboolean styr_batch_write (StyrBatch *self,
                           StyrWorkspace *workspace,
                           const char *label,
                           const char *merge_key,
                           GError **error);

G_END_DECLS
