/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/** Where in a document a value lives: how it is read from the dossier and written through the
 * workspace. */
typedef struct _StyrBinding StyrBinding;

StyrBinding *styr_binding_new_card (const char *column);
StyrBinding *styr_binding_new_value (const char *owner_id, const char *field);
StyrBinding *styr_binding_new_item (const char *kind, const char *id, const char *column);
StyrBinding *styr_binding_new_assessment (const char *goal_id, StyrStage stage, const char *column);
StyrBinding *styr_binding_new_outcome (const char *criterion_id, const char *column);
StyrBinding *styr_binding_new_feedback (const char *type, const char *area, const char *column);
StyrBinding *styr_binding_new_target (const char *criterion_id, int year);
void styr_binding_free (StyrBinding *self);
const char *styr_binding_read (StyrBinding *self, StyrDossier *dossier);
gboolean styr_binding_write (StyrBinding *self,
                             StyrWorkspace *workspace,
                             StyrDossier *dossier,
                             const char *value,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrBinding, styr_binding_free)

G_END_DECLS
