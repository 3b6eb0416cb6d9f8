/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-decision-private.h"
#include "styr-item-columns.h"
#include "styr-workspace-model.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/*
 * The register of decisions. A proposal is written in freely; what has been decided stays as it is,
 * but for what comes with the minutes, who was told, and what becomes of its clauses.
 */

static const char *const part_kinds[] = {
  "decision_step", "decision_clause", "decision_recipient", NULL
};

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
fail_gone (GError **error)
{
  return fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
               _ ("That is no longer there: it may have been removed or undone."),
               error);
}

static gboolean
fail_closed (StyrRecord *decision, GError **error)
{
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_READ_ONLY,
               styr_decision_is_taken (decision)
                   ? _ ("The decision “%s” has been taken and can’t be changed.")
                   : _ ("The proposal “%s” has been rejected. Take it up again to change it."),
               styr_record_get_text (decision, "title"));
  return FALSE;
}

/** Returns: (transfer full) (nullable): a decision or one of its parts. Errors: NOT_FOUND */
StyrRecord *
styr_workspace_get_decision_record (StyrWorkspace *self,
                                    const char *kind,
                                    const char *id,
                                    GError **error)
{
  StyrRecord *record = NULL;

  if (g_str_equal (kind, "decision") || g_strv_contains (part_kinds, kind))
    record = styr_store_get (styr_workspace_get_store (self), kind, id, NULL);
  if (record == NULL)
    fail_gone (error);
  return record;
}

/** Returns: (transfer full) (nullable): the decision that a record is, or is a part of */
StyrRecord *
styr_workspace_get_decision_of (StyrWorkspace *self, StyrRecord *record, GError **error)
{
  if (g_str_equal (styr_record_get_kind (record), "decision"))
    return g_object_ref (record);
  return styr_workspace_get_decision_record (
      self, "decision", styr_record_get_text (record, "decision_id"), error);
}

/* Whom the decision was sent to is known afterwards: the list stays open. */
static gboolean
is_recipient (const char *kind)
{
  return g_str_equal (kind, "decision_recipient");
}

gboolean
styr_decision_is_taken (StyrRecord *decision)
{
  return styr_record_is (decision, "status", "decided");
}

/** Whether the body has said what it wanted to say, yes or no: what stood in the proposal stands */
gboolean
styr_decision_is_closed (StyrRecord *decision)
{
  return styr_decision_is_taken (decision) || styr_record_is (decision, "status", "rejected");
}

/** Whether a part of a document may be written in, when it is a decision or a part of one: only
 * what is neither decided nor rejected. */
gboolean
styr_workspace_check_proposal (StyrWorkspace *self, StyrRecord *item, GError **error)
{
  g_autoptr (StyrRecord) decision = NULL;

  if (!g_str_has_prefix (styr_record_get_kind (item), "decision"))
    return TRUE;
  decision = styr_workspace_get_decision_of (self, item, error);
  return decision != NULL && (!styr_decision_is_closed (decision) || fail_closed (decision, error));
}

/* Making -------------------------------------------------------------------------------------- */

static void
add_chain (StyrBatch *batch, const StyrDocumentType *type, const char *decision_id)
{
  for (guint i = 0; type != NULL && i < type->chain->len; i++)
    {
      g_autofree char *id = styr_workspace_new_id ();
      StyrRecord *step = styr_batch_insert (batch, "decision_step", id);

      styr_record_set_text (step, "decision_id", decision_id);
      styr_record_set_int (step, "position", i);
      styr_record_set_text (step, "body", g_ptr_array_index (type->chain, i));
      styr_record_set_text (step,
                            "outcome",
                            i + 1 == type->chain->len ? "decides"
                            : i == 0                  ? "prepares"
                                                      : "proposes");
    }
}

static const StyrDocumentType *
type_of (StyrWorkspace *self, StyrRecord *document)
{
  return styr_model_find_document_type (styr_workspace_get_model_of (self, document),
                                        styr_record_get_text (document, "type"));
}

/* What a document proposes is decided by the last of its chain, else by its decision rules. */
static void
fill_from_document (StyrWorkspace *self,
                    StyrBatch *batch,
                    StyrRecord *decision,
                    StyrRecord *document)
{
  const StyrDocumentType *type = type_of (self, document);
  g_autofree char *body = NULL;
  g_autofree char *count =
      styr_workspace_dup_one (self,
                              "SELECT count (*) AS value FROM decision WHERE document_id = ?1",
                              styr_record_get_id (document),
                              NULL,
                              NULL);

  if (type != NULL && type->chain->len > 0)
    body = g_strdup (g_ptr_array_index (type->chain, type->chain->len - 1));
  else
    styr_workspace_find_decider (self, document, &body, NULL);
  styr_record_set_text (decision, "document_id", styr_record_get_id (document));
  styr_record_set_text (decision, "body", body);
  styr_record_set_text (decision, "position", count);
  styr_record_set_text (
      decision, "registration_no", styr_record_get_text (document, "registration_no"));
  add_chain (batch, type, styr_record_get_id (decision));
}

/**
 * styr_workspace_create_decision:
 * @title: the matter
 * @document_id: (nullable): the document that proposes the decision
 *
 * Makes a proposal to a decision; one that a document proposes has the body and the steps that the
 * document's type says.
 *
 * Returns: (transfer full): its id. Errors: VALUE without a title; NOT_FOUND
 */
char *
styr_workspace_create_decision (StyrWorkspace *self,
                                const char *title,
                                const char *document_id,
                                GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *label = NULL;
  StyrRecord *decision;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (title == NULL || *title == '\0')
    {
      fail (STYR_WORKSPACE_ERROR_VALUE, _ ("Say what the decision is about."), error);
      return NULL;
    }
  decision = styr_batch_insert (batch, "decision", id);
  styr_record_set_text (decision, "title", title);
  if (document_id != NULL && *document_id != '\0')
    {
      document = styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);
      if (document == NULL)
        {
          fail_gone (error);
          return NULL;
        }
      fill_from_document (self, batch, decision, document);
    }
  label = g_strdup_printf (_ ("New decision: %s"), title);
  return styr_batch_write (batch, self, label, NULL, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * styr_workspace_propose_steps:
 *
 * Fills the way through the bodies from the chain of the type of the document that proposes the
 * decision; of a decision without one, of the first document that it adopts. Steps that are there
 * already stay.
 *
 * Errors: READ_ONLY when it has been taken; NOT_FOUND when no document type says a chain
 */
gboolean
styr_workspace_propose_steps (StyrWorkspace *self, const char *decision_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) decision = NULL;
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *document_id = NULL;
  g_autofree char *there = NULL;
  g_autofree char *label = NULL;
  const StyrDocumentType *type = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (decision_id != NULL, FALSE);

  decision = styr_workspace_get_decision_record (self, "decision", decision_id, error);
  if (decision == NULL || (styr_decision_is_closed (decision) && !fail_closed (decision, error)))
    return FALSE;
  document_id = styr_workspace_dup_one (
      self,
      "SELECT coalesce (c.document_id, (SELECT l.document_id FROM decision_clause AS l "
      "WHERE l.decision_id = c.id AND l.document_id IS NOT NULL "
      "AND l.kind IN ('adopt', 'interim') ORDER BY l.position LIMIT 1)) AS value "
      "FROM decision AS c WHERE c.id = ?1",
      decision_id,
      NULL,
      NULL);
  if (document_id != NULL)
    document = styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);
  if (document != NULL)
    type = type_of (self, document);
  if (type == NULL || type->chain->len == 0)
    return fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
                 _ ("The steering model doesn’t say which bodies such a matter passes."),
                 error);
  there = styr_workspace_dup_one (
      self,
      "SELECT id AS value FROM decision_step WHERE decision_id = ?1 LIMIT 1",
      decision_id,
      NULL,
      NULL);
  if (there == NULL)
    add_chain (batch, type, decision_id);
  label =
      g_strdup_printf (_ ("Proposed the way of “%s”"), styr_record_get_text (decision, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

/* Parts --------------------------------------------------------------------------------------- */

/**
 * styr_workspace_add_decision_part:
 * @kind: "decision_step", "decision_clause" or "decision_recipient"
 *
 * Adds an empty part at the end. Recipients may be added to what has been decided, too.
 *
 * Returns: (transfer full): its id. Errors: NOT_FOUND, READ_ONLY
 */
char *
styr_workspace_add_decision_part (StyrWorkspace *self,
                                  const char *decision_id,
                                  const char *kind,
                                  GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) decision = NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *sql = NULL;
  g_autofree char *position = NULL;
  g_autofree char *label = NULL;
  StyrRecord *part;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (decision_id != NULL, NULL);
  g_return_val_if_fail (kind != NULL && g_strv_contains (part_kinds, kind), NULL);

  decision = styr_workspace_get_decision_record (self, "decision", decision_id, error);
  if (decision == NULL || (styr_decision_is_closed (decision) && !is_recipient (kind) &&
                           !fail_closed (decision, error)))
    return NULL;
  sql = g_strdup_printf ("SELECT max (position) + 1 AS value FROM %s WHERE decision_id = ?1", kind);
  position = styr_workspace_dup_one (self, sql, decision_id, NULL, NULL);
  part = styr_batch_insert (batch, kind, id);
  styr_record_set_text (part, "decision_id", decision_id);
  styr_record_set_text (part, "position", position != NULL ? position : "0");
  if (g_str_equal (kind, "decision_clause"))
    styr_record_set_text (part, "kind", "");
  /* Translators: what was added (goal, row …), then the document's title. */
  label = g_strdup_printf (_ ("Added %s in %s"),
                           styr_item_kind_get_name (kind),
                           styr_record_get_text (decision, "title"));
  return styr_batch_write (batch, self, label, NULL, error) ? g_steal_pointer (&id) : NULL;
}

/* What is said to have happened after the decision. */
static gboolean
check_day (StyrWorkspace *self,
           StyrRecord *decision,
           StyrRecord *record,
           const char *column,
           const char *value,
           GError **error)
{
  static const struct
  {
    const char *kind, *column;
    StyrDay day;
  } days[] = {
    { "decision_clause", "done_on", STYR_DAY_CARRIED_OUT },
    { "decision_clause", "reported_on", STYR_DAY_REPORTED },
    { "decision_recipient", "sent_on", STYR_DAY_TOLD },
  };
  const char *after =
      styr_decision_is_closed (decision) ? styr_record_get_text (decision, "on_date") : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (styr_record_get_kind (record), days[i].kind) &&
        g_str_equal (column, days[i].column))
      return styr_workspace_check_happened (self, days[i].day, value, after, error);
  return TRUE;
}

/* Columns that only mean something when the decision has been taken. */
static gboolean
check_follow_up (
    StyrRecord *decision, StyrRecord *record, const char *column, const char *value, GError **error)
{
  static const char *const follow_up[] = { "postponed_to", "done_on", "reported_on", NULL };

  if (!g_str_equal (styr_record_get_kind (record), "decision_clause") || value == NULL ||
      *value == '\0')
    return TRUE;
  if (g_strv_contains (follow_up, column) && !styr_decision_is_taken (decision))
    return fail (STYR_WORKSPACE_ERROR_VALUE,
                 _ ("The decision hasn’t been taken yet: there is nothing to follow up."),
                 error);
  return TRUE;
}

/* § and dnr come with the minutes; the documents that the decision adopted say them too. */
static void
follow_to_documents (StyrBatch *batch, StyrRecord *decision, const char *column, const char *value)
{
  g_autofree char *sql = NULL;

  if (!styr_decision_is_taken (decision) ||
      (!g_str_equal (column, "section_no") && !g_str_equal (column, "registration_no")))
    return;
  if (g_str_equal (column, "section_no"))
    styr_batch_execute (batch,
                        "UPDATE decision_step SET section_no = ?2 WHERE decision_id = ?1 "
                        "AND section_no IS NULL AND outcome = 'decides' AND on_date = ?3",
                        styr_record_get_id (decision),
                        value,
                        styr_record_get_text (decision, "on_date"),
                        NULL);
  sql = g_strdup_printf ("UPDATE document SET %s = ?2 WHERE %s IS NULL AND id IN "
                         "(SELECT document_id FROM decision_clause WHERE decision_id = ?1 "
                         "AND kind IN ('adopt', 'interim'))",
                         column,
                         column);
  styr_batch_execute (batch, sql, styr_record_get_id (decision), value, NULL);
  g_free (sql);
  sql = g_strdup_printf (
      "UPDATE document_event SET %s = ?2 WHERE %s IS NULL "
      "AND status IN ('decided', 'revoked') AND on_date = ?3 AND document_id IN "
      "(SELECT document_id FROM decision_clause WHERE decision_id = ?1 AND kind <> 'commission')",
      column,
      column);
  styr_batch_execute (batch,
                      sql,
                      styr_record_get_id (decision),
                      value,
                      styr_record_get_text (decision, "on_date"),
                      NULL);
}

/* What a clause does is told by its first word, until somebody has said it. */
static void
propose_kind (StyrBatch *batch, StyrRecord *record, const char *column, const char *value)
{
  StyrWords *words = styr_workspace_get_words ();
  const char *proposed;

  if (words == NULL || value == NULL || !g_str_equal (column, "text") ||
      !styr_record_is (record, "kind", ""))
    return;
  proposed = styr_words_guess_clause (words, value);
  if (proposed != NULL)
    styr_batch_update (batch, "decision_clause", styr_record_get_id (record), "kind", proposed);
}

/**
 * styr_workspace_set_decision:
 * @kind: "decision", "decision_step", "decision_clause" or "decision_recipient"
 * @value: (nullable): canonical text; NULL and "" empty it
 *
 * Writes in a decision. In one that has been taken, or rejected, what styr_item_column_get_late()
 * says: § and dnr while they are empty (they reach the documents that it adopted), who was told,
 * and what becomes of its clauses.
 *
 * Errors: READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_decision (StyrWorkspace *self,
                             const char *kind,
                             const char *id,
                             const char *column,
                             const char *value,
                             GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) record = NULL;
  g_autoptr (StyrRecord) decision = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  const StyrItemColumn *found;
  const char *stored;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL && column != NULL, FALSE);

  record = styr_workspace_get_decision_record (self, kind, id, error);
  decision = record != NULL ? styr_workspace_get_decision_of (self, record, error) : NULL;
  if (decision == NULL)
    return FALSE;
  found = styr_item_column_find (kind, column);
  if (found == NULL)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("There is no such field in a decision."), error);
  if (styr_record_says (record, column, value))
    return TRUE;
  if (!styr_item_may_set (record, styr_decision_is_closed (decision), column))
    return fail_closed (decision, error);
  if (!styr_item_column_check_given (found, self, value, error) ||
      !check_follow_up (decision, record, column, value, error) ||
      !check_day (self, decision, record, column, value, error))
    return FALSE;
  stored = value != NULL && *value != '\0' ? value : found->never_null ? "" : NULL;
  styr_batch_update (batch, kind, id, column, stored);
  if (g_str_equal (kind, "decision_clause"))
    propose_kind (batch, record, column, stored);
  if (g_str_equal (kind, "decision") && stored != NULL)
    follow_to_documents (batch, decision, column, stored);
  /* Translators: a field's name, then the document's title. */
  label = g_strdup_printf (_ ("Changed “%s” in %s"),
                           styr_item_column_get_title (found),
                           styr_record_get_text (decision, "title"));
  merge_key = g_strjoin ("/", kind, id, column, NULL);
  return styr_batch_write (batch, self, label, merge_key, error);
}

/** Deletes a proposal, or a part of it; of a decision that has been taken only a recipient. Errors:
 * READ_ONLY, NOT_FOUND */
gboolean
styr_workspace_delete_decision (StyrWorkspace *self,
                                const char *kind,
                                const char *id,
                                GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) record = NULL;
  g_autoptr (StyrRecord) decision = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL, FALSE);

  record = styr_workspace_get_decision_record (self, kind, id, error);
  decision = record != NULL ? styr_workspace_get_decision_of (self, record, error) : NULL;
  if (decision == NULL)
    return FALSE;
  if (styr_decision_is_closed (decision) && !is_recipient (kind))
    return fail_closed (decision, error);
  styr_batch_delete (batch, kind, id);
  /* Translators: what was removed (goal, row …), then the document's title. */
  label = g_strdup_printf (_ ("Removed %s in %s"),
                           styr_item_kind_get_name (kind),
                           styr_record_get_text (decision, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

/** Moves a step, clause or recipient @delta places down; of a decision that has been taken only a
 * recipient. Errors: READ_ONLY, NOT_FOUND */
gboolean
styr_workspace_move_decision_part (
    StyrWorkspace *self, const char *kind, const char *id, int delta, GError **error)
{
  g_autoptr (StyrRecord) part = NULL;
  g_autoptr (StyrRecord) decision = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL, FALSE);

  part = styr_workspace_get_decision_record (self, kind, id, error);
  if (part == NULL || (!is_recipient (kind) && !styr_workspace_check_proposal (self, part, error)))
    return FALSE;
  decision = styr_workspace_get_decision_of (self, part, error);
  return decision != NULL &&
         styr_workspace_move_record (
             self, part, delta, styr_record_get_text (decision, "title"), error);
}
