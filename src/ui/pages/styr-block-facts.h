/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-overview.h"

G_BEGIN_DECLS

GPtrArray *styr_block_dup_document_types (StyrModel *model, const char *block_id);
char *styr_block_dup_character (StyrModel *model, const StyrBlock *block);
char *styr_block_dup_preparers (StyrModel *model, const char *block_id);
char *styr_block_dup_deciders (StyrModel *model, const char *block_id);
GPtrArray *styr_block_dup_decision_reasons (StyrModel *model, const char *block_id);
char *styr_block_dup_informed (StyrModel *model, const char *block_id);
GPtrArray *styr_block_dup_next_deadlines (StyrModel *model,
                                          StyrOverview *overview,
                                          const char *block_id,
                                          guint limit);

G_END_DECLS
