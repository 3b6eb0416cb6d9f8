/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"
#include "styr-words.h"

G_BEGIN_DECLS

/*
 * Advice on a document: questions worth asking. It is never a finding and counts nowhere.
 * StyrRecord "advice": topic ("wording" "goal-language" "decider"), text (the advice), quote (the
 * words it is about), object_kind, object_id, document_id; owner_id, field, start, end (characters
 * of the quote in the field's or the column's text; of "wording": column); of "decider": proposed,
 * chosen (body types), reason, differs.
 */
GPtrArray *styr_advice_on_goals (StyrDossier *dossier, StyrWords *words);
GPtrArray *styr_advice_on_language (StyrDossier *dossier, StyrWords *words);
StyrRecord *styr_advice_on_decider (StyrDossier *dossier, const char *proposed, const char *reason);

G_END_DECLS
