/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/*
 * What the model's rules find in the context's year. StyrRecord "finding": rule_id, rule_title,
 * severity ("error" "warning" "information"), object_kind, object_id, object_title, year (that is
 * wrong, or the first of a period; none when the object itself is), document_id (what opens),
 * document_type, unit_id, unit_name, text, remedy, paragraph, is_waived, waiver_id, waiver_reason,
 * is_implicit, is_waivable. A waived one is shown as a decided exception and isn't open. Findings
 * are reckoned when they are asked for after a change: ask again at "changed" and
 * "context-changed".
 */

/* styr-workspace-findings.c */
GListModel *styr_workspace_get_findings (
    StyrWorkspace *self); /* of the context's unit; always the same list, brought up to date */
GPtrArray *
styr_workspace_dup_findings (StyrWorkspace *self,
                             const char *rule_id,
                             GError **error); /* of the whole municipality; NULL = every rule */
GPtrArray *styr_workspace_dup_findings_of (
    StyrWorkspace *self,
    const char *object_kind,
    const char *object_id); /* "document", "unit", "block", "decision" with what is part of it */
guint
styr_workspace_count_findings (StyrWorkspace *self,
                               const char *severity); /* open ones, of the context; NULL = all */
guint styr_workspace_count_idle_rules (StyrWorkspace *self);

/* styr-workspace-waivers.c: decided exceptions. Records "waiver" with every column */
GPtrArray *styr_workspace_dup_waivers (StyrWorkspace *self);
gboolean styr_workspace_waive (StyrWorkspace *self,
                               const char *rule_id,
                               const char *object_kind,
                               const char *object_id, /* NULL with NULL = wherever it is found */
                               int year,              /* as the finding's; 0 = every year */
                               const char *reason,
                               const char *decided_by,
                               const char *decided_on,
                               const char *section_no,
                               const char *valid_to,
                               GError **error);
gboolean styr_workspace_unwaive (StyrWorkspace *self, const char *waiver_id, GError **error);

/* styr-workspace-runs.c: checks that are kept. Records "check_run" with every column, newest first;
 * "check_finding" with every column + change ("new" "gone" "same") */
char *styr_workspace_record_run (StyrWorkspace *self, const char *note, GError **error);
GPtrArray *styr_workspace_dup_runs (StyrWorkspace *self);
gboolean styr_workspace_delete_run (StyrWorkspace *self, const char *run_id, GError **error);
GPtrArray *styr_workspace_compare_runs (StyrWorkspace *self,
                                        const char *run_id,
                                        const char *later_id, /* NULL = as it is now */
                                        GError **error);

/* styr-workspace-advice.c: questions about a document; records "advice", see styr-advice.h */
GPtrArray *styr_workspace_dup_advice (StyrWorkspace *self, const char *document_id);

/* What findings are reckoned from has changed; called by the workspace */
void styr_workspace_forget_findings (StyrWorkspace *self);

G_END_DECLS
