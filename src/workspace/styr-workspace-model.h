/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-references.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

/*
 * The steering model as something that is changed and lives: edits by path (see styr-model-edit.h),
 * what there is in documents under what is changed, versions side by side, and packages in and out.
 * Edits are of the model that is shown (the property "model"). Each is checked by the package's
 * loader before anything is written, and is one journal entry that can be undone.
 */

/* Reading: what is at a path of the shown model; borrowed until the model changes, not to be
 * written in; NULL when nothing is there */
JsonNode *styr_workspace_peek_model_value (StyrWorkspace *self, const char *path);

/* Editing. Values are copied; NULL removes what is at the path. Errors: VALUE with the loader's
 * sentence, which names the path in the package */
gboolean styr_workspace_edit_model (StyrWorkspace *self,
                                    const char *label,
                                    const char *merge_key,
                                    const char *path,
                                    JsonNode *value,
                                    GError **error);
gboolean styr_workspace_edit_model_many (StyrWorkspace *self,
                                         const char *label,
                                         GPtrArray *edits,
                                         GError **error); /* of StyrModelEdit, in one entry */
/* Adds @element last in the list; puts an id made from its name into it when the list has ids and
 * it has none, so that the caller can read the id afterwards */
gboolean styr_workspace_add_to_model (StyrWorkspace *self,
                                      const char *label,
                                      const char *list_path,
                                      JsonNode *element,
                                      GError **error);
gboolean styr_workspace_move_in_model (
    StyrWorkspace *self, const char *label, const char *path, int delta, GError **error);
/* Removes an element; what refers to it goes along when @with_references says so, otherwise it is
 * refused with a sentence that names what refers to it */
gboolean styr_workspace_remove_from_model (StyrWorkspace *self,
                                           const char *label,
                                           const char *path,
                                           gboolean with_references,
                                           GError **error);
/* (transfer full) (element-type utf8): what in the model refers to the element, in words */
GPtrArray *styr_workspace_dup_model_references (StyrWorkspace *self, const char *path);

/* What is written in documents under what a path names. The path is that of a field, section,
 * document type, goal type, scale, grade, kind of feedback, block or body type */
guint styr_workspace_count_model_use (StyrWorkspace *self, const char *path);
/* Takes a field or a section out of use: what was written is still shown, but isn't asked for. One
 * that nothing is written in is removed */
gboolean styr_workspace_retire_field (StyrWorkspace *self, const char *path, GError **error);
/* Moves what is written in one field of a section into another of the same section and retires the
 * first. Texts are put after what is there already; other values that don't fit stay */
gboolean styr_workspace_move_field_values (StyrWorkspace *self,
                                           const char *from_path,
                                           const char *to_path,
                                           GError **error);
/* Gives a field another kind; @choices: a JSON list for a choice, or NULL. Values that aren't of
 * the new kind are kept in a new, retired field */
gboolean styr_workspace_change_field_kind (
    StyrWorkspace *self, const char *path, StyrFieldKind kind, JsonNode *choices, GError **error);

/* Several models. The current one is the one in force today: new documents are made by it. The
 * shown one is that which pages show and edits change; the current one, until another is chosen. */
GListModel *styr_workspace_get_models (
    StyrWorkspace *self); /* StyrRecord "model": name, status, version, valid_from, valid_to,
                             decided_on, n_documents, is_current, is_shown */
const char *styr_workspace_get_model_id (StyrWorkspace *self);
const char *styr_workspace_get_current_model_id (StyrWorkspace *self);
StyrModel *styr_workspace_get_current_model (StyrWorkspace *self);
/* (transfer none) (nullable): kept until the models change */
StyrModel *styr_workspace_find_model (StyrWorkspace *self, const char *model_id, GError **error);
StyrModel *styr_workspace_find_model_for (StyrWorkspace *self, const char *type, int year);
/* the model that a document was made by: never NULL once there is a model */
StyrModel *styr_workspace_get_model_of (StyrWorkspace *self, StyrRecord *document);
gboolean styr_workspace_show_model (StyrWorkspace *self, const char *model_id, GError **error);
/* (transfer full): the id of a draft copy of @from_model_id; @version: its own number or name */
char *styr_workspace_new_model_version (StyrWorkspace *self,
                                        const char *from_model_id,
                                        const char *version,
                                        GError **error);
/* @status: "decided" or "interim"; @interim_until: the decision that ends an interim model. The
 * model in force until then ends the day before @valid_from */
gboolean styr_workspace_decide_model (StyrWorkspace *self,
                                      const char *model_id,
                                      const char *status,
                                      const char *body,
                                      const char *date,
                                      const char *section_no,
                                      const char *registration_no,
                                      const char *valid_from,
                                      const char *interim_until,
                                      GError **error);
gboolean styr_workspace_delete_model (StyrWorkspace *self, const char *model_id, GError **error);
/* (transfer full) (element-type StyrRecord): see styr_model_compare() */
GPtrArray *styr_workspace_compare_models (StyrWorkspace *self,
                                          const char *model_id,
                                          const char *other_id,
                                          GError **error);

/* Puts the model of a package beside those that are there, as a draft, without its decision:
 * (transfer full) (nullable): the draft's id */
char *styr_workspace_import_version (StyrWorkspace *self, const char *path, GError **error);
/* What an import would do, before anything is written: (transfer full) StyrRecord "preview": name,
 * municipality, version, status, description, format, counts (a line a list), n_differences,
 * differences (a line each), n_lost, lost (a line each: why it would be refused) */
StyrRecord *styr_workspace_preview_import (StyrWorkspace *self, const char *path, GError **error);

G_END_DECLS
