/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-binding.h"

G_BEGIN_DECLS

#define STYR_TYPE_EDIT_SESSION (styr_edit_session_get_type ())
G_DECLARE_FINAL_TYPE (StyrEditSession, styr_edit_session, STYR, EDIT_SESSION, GObject)

/*
 * One document, or one decision, being edited: its dossier as it is now. Signals: "refreshed" after
 * the dossier was read anew (widgets compare and update in place), "flush" (widgets write what is
 * typed but not yet saved), "fill" (lists make the next item they put off), "gone" when the
 * document is no longer there, "model-changed" when the model is another: the session ends there,
 * with the old model as long as any widget holds it, and a new one takes its place. The dossier of
 * a decision holds its records under a document without an id, which is a draft until the decision
 * is taken.
 */
StyrEditSession *styr_edit_session_new (StyrWorkspace *workspace, const char *document_id);
StyrEditSession *styr_edit_session_new_decision (StyrWorkspace *workspace,
                                                 const char *decision_id,
                                                 StyrEditSession *document);
const char *styr_edit_session_get_decision_id (StyrEditSession *self);
StyrWorkspace *styr_edit_session_get_workspace (StyrEditSession *self);
const char *styr_edit_session_get_document_id (StyrEditSession *self);
StyrDossier *styr_edit_session_get_dossier (StyrEditSession *self);
StyrModel *styr_edit_session_get_model (StyrEditSession *self);
gboolean styr_edit_session_is_editable (StyrEditSession *self);
void styr_edit_session_refresh (StyrEditSession *self);
void styr_edit_session_flush (StyrEditSession *self);
gboolean styr_edit_session_settle (StyrEditSession *self, GError **error);
gboolean styr_edit_session_fill (StyrEditSession *self);
gboolean styr_edit_session_write (StyrEditSession *self,
                                  StyrBinding *binding,
                                  const char *value,
                                  GError **error);
gboolean styr_edit_session_move_item (
    StyrEditSession *self, const char *kind, const char *id, int delta, GError **error);
gboolean styr_edit_session_remove_item (StyrEditSession *self,
                                        const char *kind,
                                        const char *id,
                                        GError **error);

G_END_DECLS
