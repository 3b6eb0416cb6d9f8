/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/*
 * The life of documents: decisions with att-satser, consultation, reviews, publication, chains of
 * replacement. As elsewhere each write is one journal entry and can be undone, and an error is one
 * translated sentence.
 *
 * Two ways lead to a decision. The register's functions below work on any decision; the section
 * kind "decision" of a document uses the same item functions as other sections, with the kinds
 * "decision", "decision_step", "decision_clause" and "decision_recipient":
 * styr_workspace_add_decision(), styr_workspace_add_decision_part(), styr_workspace_set_item(),
 * styr_workspace_remove_item(), styr_workspace_move_item().
 */

/** Which decisions a list holds. */
typedef enum
{
  STYR_DECISIONS_ALL,
  STYR_DECISIONS_PROPOSED, /* not taken yet */
  STYR_DECISIONS_OPEN,     /* with an uppdrag that is still to be done or reported back */
  STYR_DECISIONS_OVERDUE,  /* with an uppdrag past its day */
} StyrDecisionFilter;

/** What has become of a clause that commissions something. */
typedef enum
{
  STYR_CLAUSE_NONE, /* nothing to follow up: another kind, or not decided yet */
  STYR_CLAUSE_OPEN,
  STYR_CLAUSE_LATE,
  STYR_CLAUSE_DONE,     /* verkställd, not reported back yet */
  STYR_CLAUSE_REPORTED, /* återredovisad */
  STYR_CLAUSE_STRUCK,   /* no longer to be done */
} StyrClauseState;

/** A whole decision. The records have every column of their table, and in addition: decision
 * unit_name, document_title; step unit_name; clause document_title, assignee_name; recipient
 * unit_name. */
typedef struct
{
  StyrRecord *decision;
  GPtrArray *steps, *clauses, *recipients; /* StyrRecord, in order */
} StyrDecision;

void styr_decision_free (StyrDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrDecision, styr_decision_free)

/* styr-workspace-decisions.c: the register. dup_decisions: records "decision_list" of the context's
 * unit and year (a proposal without a date is of every year), newest first: ref_kind ("decision" |
 * "document"), ref_id, title, status, body, body_name, unit_id, unit_name, on_date, section_no,
 * registration_no, document_id, document_title, n_clauses, n_open, n_late */
GPtrArray *styr_workspace_dup_decisions (StyrWorkspace *self, StyrDecisionFilter filter);
StyrDecision *
styr_workspace_dup_decision (StyrWorkspace *self, const char *decision_id, GError **error);
GPtrArray *styr_workspace_dup_document_decisions (
    StyrWorkspace *self,
    const char *document_id); /* "decision" records that propose, adopt or revoke the document */
GPtrArray *styr_workspace_dup_commissions (
    StyrWorkspace *self,
    const char *unit_id,
    gboolean all); /* "decision_clause" of kind commission + state (nick), due, decision_title,
                      assignee_name, on_date, section_no; of a unit's decisions and what it and its
                      departments are to do, or (NULL) of everyone, until the context's year; open
                      and late ones only unless @all; nearest first */
char *styr_workspace_create_decision (StyrWorkspace *self,
                                      const char *title,
                                      const char *document_id,
                                      GError **error); /* document: the proposal, or NULL */
char *styr_workspace_add_decision_part (StyrWorkspace *self,
                                        const char *decision_id,
                                        const char *kind,
                                        GError **error);
gboolean styr_workspace_set_decision (StyrWorkspace *self,
                                      const char *kind,
                                      const char *id,
                                      const char *column,
                                      const char *value,
                                      GError **error); /* kind: "decision" or one of its parts */
gboolean styr_workspace_delete_decision (StyrWorkspace *self,
                                         const char *kind,
                                         const char *id,
                                         GError **error); /* the same kinds */
gboolean styr_workspace_move_decision_part (
    StyrWorkspace *self, const char *kind, const char *id, int delta, GError **error);

/* styr-workspace-decide.c: taking it, and what becomes of its clauses */
gboolean
styr_workspace_propose_steps (StyrWorkspace *self, const char *decision_id, GError **error);
gboolean styr_workspace_make_decision (StyrWorkspace *self,
                                       const char *decision_id,
                                       const char *date,
                                       const char *body,
                                       const char *unit_id,
                                       const char *section_no,
                                       const char *registration_no,
                                       GError **error);
gboolean
styr_workspace_set_decision_status (StyrWorkspace *self,
                                    const char *decision_id,
                                    const char *status,
                                    const char *date,
                                    GError **error); /* "proposed" "rejected" "postponed" */
StyrClauseState
styr_clause_get_state (StyrRecord *clause, const char *decision_status, const char *today);
const char *styr_clause_get_due (StyrRecord *clause);
const char *styr_clause_state_get_nick (StyrClauseState state); /* "open" "late" … */
const char *styr_clause_state_get_word (StyrClauseState state); /* translated */
gboolean styr_workspace_carry_out_clause (StyrWorkspace *self,
                                          const char *clause_id,
                                          const char *date,
                                          const char *result,
                                          GError **error);
gboolean styr_workspace_report_clause (StyrWorkspace *self,
                                       const char *clause_id,
                                       const char *date,
                                       const char *section_no,
                                       GError **error);
gboolean styr_workspace_postpone_clause (StyrWorkspace *self,
                                         const char *clause_id,
                                         const char *date,
                                         const char *reason,
                                         GError **error);
gboolean styr_workspace_strike_clause (StyrWorkspace *self,
                                       const char *clause_id,
                                       const char *reason,
                                       GError **error);
gboolean styr_workspace_reopen_clause (StyrWorkspace *self, const char *clause_id, GError **error);

/* styr-workspace-items.c: the section kind "decision" of a document that may be written in */
char *styr_workspace_add_decision (StyrWorkspace *self, const char *document_id, GError **error);

/* styr-workspace-consultation.c: remiss. Answers are records "consultation_answer" + unit_name,
 * state ("answered" "waiting" "late") */
gboolean
styr_workspace_send_consultation (StyrWorkspace *self,
                                  const char *document_id,
                                  const char *const *unit_ids,
                                  const char *const *names,
                                  const char *due_on,
                                  GError **error); /* sent today; those asked already stay */
GPtrArray *styr_workspace_dup_consultation (StyrWorkspace *self, const char *document_id);
gboolean styr_workspace_set_consultation (StyrWorkspace *self,
                                          const char *answer_id,
                                          const char *column,
                                          const char *value,
                                          GError **error);
gboolean
styr_workspace_remove_consultation (StyrWorkspace *self, const char *answer_id, GError **error);

/* styr-workspace-reviews.c: publication, revocation, reviews */
gboolean styr_workspace_publish_document (StyrWorkspace *self,
                                          const char *document_id,
                                          const char *date,
                                          const char *place,
                                          const char *reason,
                                          GError **error); /* place: "external" | "intranet" */
char *styr_workspace_add_review (StyrWorkspace *self,
                                 const char *document_id,
                                 const char *date,
                                 const char *result,
                                 const char *note,
                                 GError **error); /* result: "fit" "change" "revoke" */
GPtrArray *styr_workspace_dup_reviews (StyrWorkspace *self,
                                       const char *document_id); /* oldest first */
char *
styr_workspace_dup_review_due (StyrWorkspace *self,
                               const char *document_id); /* the next day; NULL when there is none.
                                                            Lists have it as review_due_on */

/* styr-workspace-chains.c: what replaced what */
StyrRecord *styr_workspace_dup_next_draft (
    StyrWorkspace *self, const char *document_id); /* of a next version; NULL when there is none */
GPtrArray *styr_workspace_dup_replaces_chain (
    StyrWorkspace *self, const char *document_id); /* "document", oldest first, itself among them */
gboolean styr_workspace_settle (StyrWorkspace *self, GError **error);

/* styr-workspace-answers.c: fields that don't apply, and yearly targets */
gboolean styr_workspace_set_not_applicable (StyrWorkspace *self,
                                            const char *document_id,
                                            const char *owner_id,
                                            const char *field,
                                            const char *reason,
                                            GError **error); /* NULL takes the mark away */
gboolean styr_workspace_set_target (StyrWorkspace *self,
                                    const char *document_id,
                                    const char *criterion_id,
                                    int year,
                                    const char *column,
                                    const char *value,
                                    GError **error); /* column: "value" | "text" */

G_END_DECLS
