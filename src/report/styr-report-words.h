/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"

G_BEGIN_DECLS

/* How values are written in the workbook and in papers: symbol and word, never a colour alone. */
char *styr_words_dup_grade (const StyrGrade *grade);
const char *styr_words_get_trend (StyrTrend trend);
const char *styr_words_get_progress (StyrProgress progress);
const char *styr_words_get_is_met (const char *is_met);
const char *styr_words_get_criterion_kind (StyrCriterionKind kind);
const char *styr_words_get_status (StyrDocumentStatus status);
char *styr_words_dup_capital (const char *word);
char *styr_words_dup_term (StyrModel *model, const char *term, const char *otherwise);

G_END_DECLS
