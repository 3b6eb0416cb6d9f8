/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decision-private.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define OPEN_CLAUSES                                                                               \
  "(SELECT count (*) FROM " STYR_CLAUSES                                                           \
  "WHERE l.decision_id = b.ref_id AND b.status = 'decided' "                                       \
  "AND l.kind = 'commission' AND l.struck_reason IS NULL AND l.reported_on IS NULL "               \
  "AND (" STYR_DECISION_IS_OURS "OR " STYR_CLAUSE_IS_FOR_US ") "
#define DECISIONS                                                                                  \
  STYR_DECISIONS_CONTEXT                                                                           \
  "SELECT b.ref_kind || '/' || b.ref_id AS id, b.*, u.name AS unit_name, d.title AS "              \
  "document_title, " OPEN_CLAUSES ") AS n_open, " OPEN_CLAUSES                                     \
  "AND l.done_on IS NULL AND coalesce (l.postponed_to, l.due_on) < ?3) AS n_late "                 \
  "FROM decision_list AS b LEFT JOIN unit AS u ON u.id = b.unit_id "                               \
  "LEFT JOIN document AS d ON d.id = b.document_id WHERE (" STYR_DECISION_IS_OURS                  \
  "OR EXISTS (SELECT 1 FROM " STYR_CLAUSES                                                         \
  "WHERE l.decision_id = b.ref_id AND " STYR_CLAUSE_IS_FOR_US ")) "
/* Those of the decisions above */
#define COMMISSIONS                                                                                \
  STYR_DECISIONS_CONTEXT                                                                           \
  "SELECT l.*, coalesce (l.postponed_to, l.due_on) AS due, b.title AS decision_title, b.on_date, " \
  "b.section_no, b.body, u.name AS assignee_name FROM " STYR_CLAUSES                               \
  "JOIN decision AS b ON b.id = l.decision_id LEFT JOIN document AS d ON d.id = b.document_id "    \
  "LEFT JOIN unit AS u ON u.id = l.assignee_id "                                                   \
  "WHERE l.kind = 'commission' AND b.status = 'decided' AND substr (b.on_date, 1, 4) <= ?2 "       \
  "AND (" STYR_DECISION_IS_OURS "OR " STYR_CLAUSE_IS_FOR_US                                        \
  ") ORDER BY due IS NULL, due, b.on_date, l.position"
#define NEWEST_FIRST "ORDER BY b.on_date IS NOT NULL, b.on_date DESC, b.section_no DESC, b.title"

static GPtrArray *
empty_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static GPtrArray *
select_or_empty (GPtrArray *found, GError *error)
{
  if (found != NULL)
    return found;
  g_warning ("decisions: %s", error != NULL ? error->message : "?");
  g_clear_error (&error);
  return empty_list ();
}

static void
add_body_name (StyrWorkspace *self, StyrRecord *record)
{
  StyrModel *model = styr_workspace_get_model (self);
  const char *body = styr_record_get_text (record, "body");
  const StyrBodyType *type =
      model != NULL && body != NULL ? styr_model_find_body_type (model, body) : NULL;

  styr_record_set_text (record, "body_name", type != NULL ? type->name : body);
}

/**
 * styr_workspace_dup_decisions:
 *
 * The register of decisions of the context: those of its year and proposals without a date; open
 * and overdue uppdrag of earlier years too, because they are still to be done.
 *
 * Returns: (transfer full) (element-type StyrRecord): newest first; see the header
 */
GPtrArray *
styr_workspace_dup_decisions (StyrWorkspace *self, StyrDecisionFilter filter)
{
  static const char *const conditions[] = {
    [STYR_DECISIONS_ALL] = "AND (b.on_date IS NULL OR substr (b.on_date, 1, 4) = ?2) ",
    [STYR_DECISIONS_PROPOSED] = "AND b.status <> 'decided' "
                                "AND (b.on_date IS NULL OR substr (b.on_date, 1, 4) = ?2) ",
    [STYR_DECISIONS_OPEN] = "AND n_open > 0 AND substr (b.on_date, 1, 4) <= ?2 ",
    [STYR_DECISIONS_OVERDUE] = "AND n_late > 0 AND substr (b.on_date, 1, 4) <= ?2 ",
  };
  g_autofree char *year = NULL;
  g_autofree char *sql = NULL;
  GError *error = NULL;
  const char *unit_id;
  GPtrArray *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail ((gsize) filter < G_N_ELEMENTS (conditions), NULL);

  unit_id = styr_workspace_get_unit_id (self);
  year = g_strdup_printf ("%04d", styr_workspace_get_year (self));
  sql = g_strconcat (DECISIONS, conditions[filter], NEWEST_FIRST, NULL);
  found = styr_store_select (styr_workspace_get_store (self),
                             "decision_list",
                             &error,
                             sql,
                             unit_id != NULL ? unit_id : "",
                             year,
                             styr_workspace_get_today (self),
                             NULL);
  found = select_or_empty (found, error);
  for (guint i = 0; i < found->len; i++)
    add_body_name (self, g_ptr_array_index (found, i));
  return found;
}

void
styr_decision_free (StyrDecision *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->decision);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_pointer (&self->recipients, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
load_parts (StyrWorkspace *self, const char *kind, const char *sql, const char *decision_id)
{
  GError *error = NULL;
  GPtrArray *found =
      styr_store_select (styr_workspace_get_store (self), kind, &error, sql, decision_id, NULL);

  return select_or_empty (found, error);
}

/** Returns: (transfer full) (nullable): a decision with its steps, clauses and recipients; free
 * with styr_decision_free(). Errors: NOT_FOUND */
StyrDecision *
styr_workspace_dup_decision (StyrWorkspace *self, const char *decision_id, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  StyrDecision *decision;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (decision_id != NULL, NULL);

  found = load_parts (self,
                      "decision",
                      "SELECT c.*, u.name AS unit_name, d.title AS document_title "
                      "FROM decision AS c LEFT JOIN unit AS u ON u.id = c.unit_id "
                      "LEFT JOIN document AS d ON d.id = c.document_id WHERE c.id = ?1",
                      decision_id);
  if (found->len == 0)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_NOT_FOUND,
                           _ ("That is no longer there: it may have been removed or undone."));
      return NULL;
    }
  decision = g_new0 (StyrDecision, 1);
  decision->decision = g_object_ref (g_ptr_array_index (found, 0));
  add_body_name (self, decision->decision);
  decision->steps = load_parts (self,
                                "decision_step",
                                "SELECT s.*, u.name AS unit_name FROM decision_step AS s "
                                "LEFT JOIN unit AS u ON u.id = s.unit_id "
                                "WHERE s.decision_id = ?1 ORDER BY s.position, s.rowid",
                                decision_id);
  for (guint i = 0; i < decision->steps->len; i++)
    add_body_name (self, g_ptr_array_index (decision->steps, i));
  decision->clauses = load_parts (self,
                                  "decision_clause",
                                  "SELECT l.*, d.title AS document_title, u.name AS assignee_name "
                                  "FROM decision_clause AS l "
                                  "LEFT JOIN document AS d ON d.id = l.document_id "
                                  "LEFT JOIN unit AS u ON u.id = l.assignee_id "
                                  "WHERE l.decision_id = ?1 ORDER BY l.position, l.rowid",
                                  decision_id);
  decision->recipients = load_parts (self,
                                     "decision_recipient",
                                     "SELECT r.*, u.name AS unit_name FROM decision_recipient AS r "
                                     "LEFT JOIN unit AS u ON u.id = r.unit_id "
                                     "WHERE r.decision_id = ?1 ORDER BY r.position, r.rowid",
                                     decision_id);
  return decision;
}

/** Returns: (transfer full) (element-type StyrRecord): the decisions that the document proposes, or
 * that adopt, revoke or concern it; newest first */
GPtrArray *
styr_workspace_dup_document_decisions (StyrWorkspace *self, const char *document_id)
{
  GPtrArray *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  found = load_parts (self,
                      "decision",
                      "SELECT c.*, u.name AS unit_name FROM decision AS c "
                      "LEFT JOIN unit AS u ON u.id = c.unit_id WHERE c.document_id = ?1 "
                      "OR c.id IN (SELECT decision_id FROM decision_clause WHERE document_id = ?1) "
                      "ORDER BY c.on_date IS NOT NULL, c.on_date DESC, c.position, c.rowid",
                      document_id);
  for (guint i = 0; i < found->len; i++)
    add_body_name (self, g_ptr_array_index (found, i));
  return found;
}

/* Commissions --------------------------------------------------------------------------------- */

/** Returns: (transfer none) (nullable): the day a commission is to be done by: the first one, or
 * that to which it was postponed */
const char *
styr_clause_get_due (StyrRecord *clause)
{
  const char *postponed = styr_record_get_text (clause, "postponed_to");

  return postponed != NULL ? postponed : styr_record_get_text (clause, "due_on");
}

/**
 * styr_clause_get_state:
 * @decision_status: (nullable): the status of its decision
 *
 * What has become of a clause: only commissions of a decision that has been taken are followed up.
 */
StyrClauseState
styr_clause_get_state (StyrRecord *clause, const char *decision_status, const char *today)
{
  const char *due;

  g_return_val_if_fail (STYR_IS_RECORD (clause), STYR_CLAUSE_NONE);

  due = styr_clause_get_due (clause);
  if (!styr_record_is (clause, "kind", "commission") || g_strcmp0 (decision_status, "decided") != 0)
    return STYR_CLAUSE_NONE;
  if (styr_record_has (clause, "struck_reason"))
    return STYR_CLAUSE_STRUCK;
  if (styr_record_has (clause, "reported_on"))
    return STYR_CLAUSE_REPORTED;
  if (styr_record_has (clause, "done_on"))
    return STYR_CLAUSE_DONE;
  return due != NULL && g_strcmp0 (due, today) < 0 ? STYR_CLAUSE_LATE : STYR_CLAUSE_OPEN;
}

/** Returns: (transfer none): the state as a word for lists and style: "none" "open" "late" … */
const char *
styr_clause_state_get_nick (StyrClauseState state)
{
  static const char *const nicks[] = { "none", "open", "late", "done", "reported", "struck" };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (nicks), nicks[0]);
  return nicks[state];
}

/** Returns: (transfer none): the state in words */
const char *
styr_clause_state_get_word (StyrClauseState state)
{
  switch (state)
    {
    case STYR_CLAUSE_OPEN:
      return C_ ("state of a commission", "open");
    case STYR_CLAUSE_LATE:
      return C_ ("state of a commission", "overdue");
    case STYR_CLAUSE_DONE:
      return C_ ("state of a commission", "carried out");
    case STYR_CLAUSE_REPORTED:
      return C_ ("state of a commission", "reported back");
    case STYR_CLAUSE_STRUCK:
      return C_ ("state of a commission", "no longer to be done");
    case STYR_CLAUSE_NONE:
    default:
      return "";
    }
}

static gboolean
is_settled (StyrClauseState state)
{
  return state == STYR_CLAUSE_REPORTED || state == STYR_CLAUSE_STRUCK;
}

/**
 * styr_workspace_dup_commissions:
 * @unit_id: (nullable): whose: what it decided or is to do, and the departments of a nämnd; NULL =
 * everyone's
 * @all: also those that are reported back or struck
 *
 * Returns: (transfer full) (element-type StyrRecord): clauses that commission something, of the
 * context's year or earlier, nearest first; see the header
 */
GPtrArray *
styr_workspace_dup_commissions (StyrWorkspace *self, const char *unit_id, gboolean all)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *year = NULL;
  GPtrArray *chosen = empty_list ();
  GError *error = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), chosen);

  year = g_strdup_printf ("%04d", styr_workspace_get_year (self));
  found = styr_store_select (styr_workspace_get_store (self),
                             "decision_clause",
                             &error,
                             COMMISSIONS,
                             unit_id != NULL ? unit_id : "",
                             year,
                             NULL);
  found = select_or_empty (found, error);
  for (guint i = 0; i < found->len; i++)
    {
      StyrRecord *clause = g_ptr_array_index (found, i);
      StyrClauseState state =
          styr_clause_get_state (clause, "decided", styr_workspace_get_today (self));

      if (!all && is_settled (state))
        continue;
      styr_record_set_text (clause, "state", styr_clause_state_get_nick (state));
      g_ptr_array_add (chosen, g_object_ref (clause));
    }
  return chosen;
}
