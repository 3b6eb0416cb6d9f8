/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-batch.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

/** One step of a document on its way. What isn't known is NULL. */
typedef struct
{
  StyrDocumentStatus status;
  const char *date; /* of the decision or the step; NULL = today, but not for a decision */
  const char *body; /* a body type's id or a unit's */
  const char *section_no, *registration_no;
  const char *valid_from;     /* decided, revoked: from when, if not from the card or the date */
  const char *interim_until;  /* decided for the time being: until what */
  const char *place, *reason; /* published: "external" or "intranet", and why there */
} StyrStep;

/** Steps of documents that are taken together, as one write: the only way in which a status
 * changes. */
typedef struct _StyrSteps StyrSteps;

StyrSteps *styr_steps_new (StyrWorkspace *workspace, StyrBatch *batch);
void styr_steps_free (StyrSteps *self);
StyrRecord *styr_steps_get_document (StyrSteps *self, const char *document_id, GError **error);
gboolean
styr_steps_take (StyrSteps *self, const char *document_id, const StyrStep *step, GError **error);
gboolean styr_steps_take_one (StyrWorkspace *workspace,
                              const char *document_id,
                              const StyrStep *step,
                              GError **error);
void styr_steps_settle (StyrSteps *self, const char *document_id, StyrDocumentStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrSteps, styr_steps_free)

G_END_DECLS
