/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"
#include "styr-record.h"

G_BEGIN_DECLS

/** What may be amiss with a document's card. */
typedef enum
{
  STYR_HEALTH_INCOMPLETE,     /* in force, and the card lacks what the type demands */
  STYR_HEALTH_REVIEW_OVERDUE, /* in force, and its review is past its day */
  STYR_HEALTH_EXPIRED,        /* in force by its status, but its time is over */
  STYR_HEALTH_UNPUBLISHED,    /* decided, and not yet published */
  STYR_HEALTH_TO_REVOKE, /* its last review says that it should be revoked, or its time is over */
  STYR_N_HEALTHS,
} StyrHealth;

gboolean styr_document_is_in_force (StyrRecord *document);
GPtrArray *styr_document_type_dup_demanded (const StyrDocumentType *type, gboolean is_joint);
GPtrArray *styr_document_dup_demanded (const StyrDocumentType *type, StyrRecord *document);
GPtrArray *styr_document_dup_missing_metadata (const StyrDocumentType *type, StyrRecord *document);
gboolean styr_document_has_health (const StyrDocumentType *type,
                                   StyrRecord *document,
                                   const char *today,
                                   StyrHealth health);
int styr_document_get_age (StyrRecord *document, const char *today);

G_END_DECLS
