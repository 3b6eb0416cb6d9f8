/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/* The card of a new document, from what its type says: title, period, scope, decider … */
StyrRecord *styr_document_card_new (StyrWorkspace *workspace,
                                    const StyrDocumentType *type,
                                    StyrRecord *unit,
                                    int year);

G_END_DECLS
