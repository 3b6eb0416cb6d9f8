/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-batch.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

void styr_document_copy_parts (StyrWorkspace *self,
                               StyrBatch *batch,
                               StyrDossier *source,
                               const char *target_id,
                               gboolean same_period);

G_END_DECLS
