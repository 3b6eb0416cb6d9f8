/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"
#include "styr-model.h"
#include "styr-overview.h"
#include "styr-record.h"
#include "styr-record-list.h"

G_BEGIN_DECLS

/** What the caller can do: choose another file or copy (OPEN_*), choose another place (WRITE),
 * change what was given (VALUE), look at what there is (NOT_FOUND), make a new version (READ_ONLY).
 */
typedef enum
{
  STYR_WORKSPACE_ERROR_FAILED,
  STYR_WORKSPACE_ERROR_TOO_NEW,
  STYR_WORKSPACE_ERROR_DAMAGED,
  STYR_WORKSPACE_ERROR_BUSY,
  STYR_WORKSPACE_ERROR_ACCESS,
  STYR_WORKSPACE_ERROR_BAD_FILE,
  STYR_WORKSPACE_ERROR_WRITE,
  STYR_WORKSPACE_ERROR_VALUE,
  STYR_WORKSPACE_ERROR_NOT_FOUND,
  STYR_WORKSPACE_ERROR_READ_ONLY,
} StyrWorkspaceError;

#define STYR_WORKSPACE_ERROR (styr_workspace_error_quark ())
GQuark styr_workspace_error_quark (void);

#define STYR_TYPE_WORKSPACE (styr_workspace_get_type ())
G_DECLARE_FINAL_TYPE (StyrWorkspace, styr_workspace, STYR, WORKSPACE, GObject)

/*
 * One open database. Properties (all notify): "model" (StyrModel, NULL before first run), "unit-id"
 * (NULL = whole municipality), "year", "municipality-name", "is-example", "can-undo", "can-redo".
 * Signals: "changed" (GHashTable: set of kinds touched) after each write, undo, redo;
 * "context-changed" when unit or year changed. Every write below is one journal entry and can be
 * undone. Errors carry one translated sentence that can be shown as it is.
 */

/* styr-workspace.c, -lists.c, -undo.c: opening, context, lists, undo */
char *styr_workspace_get_default_path (void);
StyrWorkspace *styr_workspace_open (const char *path, GError **error);
StyrWorkspace *styr_workspace_open_to_read (const char *path, GError **error);
void styr_workspace_close (StyrWorkspace *self);
const char *styr_workspace_get_path (StyrWorkspace *self);
StyrModel *styr_workspace_get_model (StyrWorkspace *self);
const char *styr_workspace_get_municipality (StyrWorkspace *self);
gboolean styr_workspace_is_example (StyrWorkspace *self);
const char *styr_workspace_get_unit_id (StyrWorkspace *self);
int styr_workspace_get_year (StyrWorkspace *self);
void styr_workspace_set_unit_id (StyrWorkspace *self, const char *unit_id);
void styr_workspace_set_year (StyrWorkspace *self, int year);
void styr_workspace_set_today (StyrWorkspace *self, const char *iso_date);
void styr_workspace_follow_day (StyrWorkspace *self);
void styr_workspace_follow_others (StyrWorkspace *self);
const char *styr_workspace_get_today (StyrWorkspace *self);
GListModel *styr_workspace_get_units (
    StyrWorkspace *self); /* StyrRecord "unit", plans' makers first, Swedish order */
GListModel *
styr_workspace_get_documents (StyrWorkspace *self); /* StyrRecord "document" + type_name, unit_name,
                                                       state, done, total; of the context */
GPtrArray *styr_workspace_dup_documents_in_force (StyrWorkspace *self);
GPtrArray *styr_workspace_dup_documents_to_decide (StyrWorkspace *self);
GListModel *styr_workspace_get_history (
    StyrWorkspace *self); /* StyrRecord "journal": at, author, label, kind, state, newest first */
StyrRecord *styr_workspace_find_unit (StyrWorkspace *self, const char *id);
char *styr_workspace_dup_unit_label (StyrWorkspace *self,
                                     const char *id);   /* "Hela kommunen" for NULL */
GArray *styr_workspace_dup_years (StyrWorkspace *self); /* int, ascending */
StyrOverview *styr_workspace_get_overview (
    StyrWorkspace *self); /* of the context, reckoned when needed; borrowed until the next change */
GPtrArray *styr_workspace_dup_earlier_overviews (
    StyrWorkspace *self); /* StyrOverview of years before, newest first, at most three */
gboolean styr_workspace_can_undo (StyrWorkspace *self);
gboolean styr_workspace_can_redo (StyrWorkspace *self);
char *styr_workspace_dup_undo_label (StyrWorkspace *self);
char *styr_workspace_dup_redo_label (StyrWorkspace *self);
gboolean styr_workspace_undo (StyrWorkspace *self, GError **error);
gboolean styr_workspace_redo (StyrWorkspace *self, GError **error);
gboolean styr_workspace_undo_to (StyrWorkspace *self, gint64 journal_id, GError **error);

/* styr-workspace-setup.c, -packages.c: first run, packages */
GListModel *styr_workspace_list_packages (
    void); /* StyrRecord "package": id, name, municipality, description, path, has_example, fault */
gboolean styr_workspace_has_example (const char *package_id);
char *styr_workspace_dup_first_example (void);
gboolean styr_workspace_set_up (StyrWorkspace *self,
                                StyrModel *model,
                                const char *municipality,
                                const char *const *committees,
                                int first_year,
                                GError **error);
gboolean
styr_workspace_set_up_example (StyrWorkspace *self, const char *package_id, GError **error);
StyrModel *styr_workspace_load_package (const char *name_or_path, GError **error);
StyrModel *styr_workspace_new_empty_model (void);
gboolean styr_workspace_import_model (StyrWorkspace *self, const char *path, GError **error);
gboolean styr_workspace_export_model (StyrWorkspace *self, const char *path, GError **error);

/* styr-workspace-copies.c: daily copies */
gboolean styr_workspace_copy_daily (StyrWorkspace *self, GError **error);
gboolean styr_workspace_backup (StyrWorkspace *self, const char *path, GError **error);
char *styr_workspace_find_latest_copy (
    const char *path); /* of the database at path; NULL when there is none */
gboolean
styr_workspace_restore_copy (const char *path,
                             char **put_aside,
                             GError **error); /* damaged one is kept beside, never overwritten */
gboolean styr_workspace_start_beside (const char *path, char **put_aside, GError **error);
gboolean
styr_workspace_keep_beside (const char *path, const char *word, char **kept, GError **error);

/* styr-workspace-documents.c, -versions.c, -status.c: documents as wholes */
StyrDossier *
styr_workspace_dup_dossier (StyrWorkspace *self, const char *document_id, GError **error);
char *styr_workspace_create_document (
    StyrWorkspace *self, const char *type, const char *unit_id, int year, GError **error);
char *
styr_workspace_find_document (StyrWorkspace *self, const char *type, const char *unit_id, int year);
gboolean styr_workspace_can_copy_previous (StyrWorkspace *self, const char *document_id);
gboolean
styr_workspace_copy_previous (StyrWorkspace *self, const char *document_id, GError **error);
char *styr_workspace_new_version (StyrWorkspace *self, const char *document_id, GError **error);
gboolean styr_workspace_set_status (StyrWorkspace *self,
                                    const char *document_id,
                                    StyrDocumentStatus status,
                                    const char *date,
                                    const char *body,
                                    const char *section_no,
                                    const char *registration_no,
                                    GError **error);
gboolean
styr_workspace_delete_document (StyrWorkspace *self, const char *document_id, GError **error);
GPtrArray *styr_workspace_dup_link_targets (
    StyrWorkspace *self,
    const char *document_id,
    const StyrSection *section); /* goal records + area (text of parent) */
char *styr_workspace_dup_decider (StyrWorkspace *self,
                                  StyrDossier *dossier,
                                  char **reason); /* body type id by the decision rules */

/* styr-workspace-edit.c, -items.c, -order.c: parts of a document. Text values are canonical: ISO
 * dates, decimal point;
 * "" or NULL empties. */
gboolean styr_workspace_comes_late (const char *column);
gboolean styr_workspace_stays_open (const char *column);
gboolean styr_workspace_set_card (StyrWorkspace *self,
                                  const char *document_id,
                                  const char *column,
                                  const char *value,
                                  GError **error);
gboolean styr_workspace_set_value (StyrWorkspace *self,
                                   const char *document_id,
                                   const char *owner_id,
                                   const char *field,
                                   const char *value,
                                   GError **error);
gboolean styr_workspace_set_item (StyrWorkspace *self,
                                  const char *document_id,
                                  const char *kind,
                                  const char *id,
                                  const char *column,
                                  const char *value,
                                  GError **error);
char *styr_workspace_add_row (StyrWorkspace *self,
                              const char *document_id,
                              const char *section,
                              GError **error);
char *styr_workspace_add_goal (StyrWorkspace *self,
                               const char *document_id,
                               const char *section,
                               const char *parent_id,
                               GError **error);
char *styr_workspace_add_criterion (StyrWorkspace *self,
                                    const char *document_id,
                                    const char *goal_id,
                                    StyrCriterionKind kind,
                                    GError **error);
char *styr_workspace_add_link (StyrWorkspace *self,
                               const char *document_id,
                               const char *goal_id,
                               const char *target_id,
                               StyrLinkKind kind,
                               GError **error);
char *styr_workspace_add_activity (StyrWorkspace *self,
                                   const char *document_id,
                                   const char *section,
                                   const char *goal_id,
                                   GError **error);
char *styr_workspace_add_measure (StyrWorkspace *self,
                                  const char *document_id,
                                  const char *section,
                                  const char *goal_id,
                                  GError **error);
char *styr_workspace_add_feedback (StyrWorkspace *self,
                                   const char *document_id,
                                   const char *type,
                                   const char *area,
                                   GError **error);
char *styr_workspace_add_budget_line (StyrWorkspace *self,
                                      const char *document_id,
                                      const char *area,
                                      GError **error);
gboolean styr_workspace_remove_item (
    StyrWorkspace *self, const char *document_id, const char *kind, const char *id, GError **error);
gboolean styr_workspace_move_item (StyrWorkspace *self,
                                   const char *document_id,
                                   const char *kind,
                                   const char *id,
                                   int delta,
                                   GError **error);
gboolean styr_workspace_set_assessment (StyrWorkspace *self,
                                        const char *document_id,
                                        const char *goal_id,
                                        StyrStage stage,
                                        const char *column,
                                        const char *value,
                                        GError **error);
gboolean styr_workspace_set_outcome (StyrWorkspace *self,
                                     const char *document_id,
                                     const char *criterion_id,
                                     const char *column,
                                     const char *value,
                                     GError **error);

/* styr-workspace-search.c */
GPtrArray *styr_workspace_search (StyrWorkspace *self,
                                  const char *text,
                                  guint limit); /* StyrRecord: kind, ref, document_id, title,
                                                   snippet, type_name, unit_name, year, and
                                                   decision_id, decision_title, on_date */
GPtrArray *
styr_workspace_list_goals (StyrWorkspace *self); /* of the context, for the CLI and the workbook */
StyrRecord *
styr_workspace_match_unit (StyrWorkspace *self,
                           const char *name,
                           GError **error); /* by full or short name; the error names the nearest */

/* styr-workspace-export.c */
gboolean styr_workspace_export_workbook (
    StyrWorkspace *self, const char *unit_id, int year, const char *path, GError **error);
gboolean styr_workspace_export_report (StyrWorkspace *self,
                                       const char *document_id,
                                       const char *path,
                                       GError **error); /* .pdf | .html */
gboolean
styr_workspace_export_picture (StyrWorkspace *self,
                               const char *what,
                               const char *path,
                               GError **error); /* "pyramid" | "wheel"; .svg | .pdf | .png */

G_END_DECLS
