/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-decisions.h"

#include "styr-store-lists.h"

G_BEGIN_DECLS

/* SQL: the units of a context: ?1 = the unit ("" = all), ?2 = the year. What a nämnd decides, what
 * is decided about its documents, and what it is to do. */
#define STYR_DECISIONS_CONTEXT                                                                     \
  "WITH ctx (id) AS (SELECT ?1 UNION SELECT department_id FROM unit_service "                      \
  "WHERE committee_id = ?1 AND " STYR_SERVES_IN ("CAST (?2 AS INTEGER)") ") "

/* b is a decision and d the document that proposes it; l is a clause and e what it adopts or
 * revokes. What is of the context because of its decision, or because of the clause alone. */
#define STYR_DECISION_IS_OURS                                                                      \
  "(?1 = '' OR b.unit_id IN ctx OR d.unit_id IN ctx OR d.owner_id IN ctx) "
#define STYR_CLAUSES "decision_clause AS l LEFT JOIN document AS e ON e.id = l.document_id "
#define STYR_CLAUSE_IS_FOR_US "(l.assignee_id IN ctx OR e.unit_id IN ctx) "

/* styr-workspace-decisions.c: for the other files of decisions */
StyrRecord *styr_workspace_get_decision_record (StyrWorkspace *self,
                                                const char *kind,
                                                const char *id,
                                                GError **error);
StyrRecord *
styr_workspace_get_decision_of (StyrWorkspace *self, StyrRecord *record, GError **error);
gboolean styr_decision_is_taken (StyrRecord *decision);
gboolean styr_decision_is_closed (StyrRecord *decision); /* taken, or rejected */

G_END_DECLS
