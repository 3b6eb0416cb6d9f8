/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-document-steps.h"
#include "styr-item-columns.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Remiss: whom a draft is sent to, what they answer and what became of it. The answers stay with
 * the document when it leaves the consultation; a new version begins without them. */

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
is_asked (StyrWorkspace *self, const char *document_id, const char *column, const char *value)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id AS value FROM consultation_answer WHERE document_id = ?1 AND %s = ?2", column);
  g_autofree char *id = styr_workspace_dup_one (self, sql, document_id, value, NULL);

  return id != NULL;
}

static void
ask (StyrWorkspace *self,
     StyrBatch *batch,
     const char *document_id,
     const char *column,
     const char *value,
     const char *due_on,
     int *position)
{
  g_autofree char *id = styr_workspace_new_id ();
  StyrRecord *answer;

  if (*value == '\0' || is_asked (self, document_id, column, value))
    return;
  answer = styr_batch_insert (batch, "consultation_answer", id);
  styr_record_set_text (answer, "document_id", document_id);
  styr_record_set_text (answer, column, value);
  styr_record_set_text (answer, "sent_on", styr_workspace_get_today (self));
  styr_record_set_text (answer, "due_on", due_on);
  styr_record_set_int (answer, "position", (*position)++);
}

/* Each is asked once, however often it is named. */
static gboolean
is_named_before (const char *const *values, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_str_equal (values[i], values[index]))
      return TRUE;
  return FALSE;
}

static void
ask_all (StyrWorkspace *self,
         StyrBatch *batch,
         const char *document_id,
         const char *column,
         const char *const *values,
         const char *due_on,
         int *position)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!is_named_before (values, i))
      ask (self, batch, document_id, column, values[i], due_on, position);
}

/* An answer can't be wanted before the question goes out. Without a day of sending, as what was
 * brought in from before, there is nothing to compare with. */
static gboolean
check_due (const char *due_on, const char *sent_on, GError **error)
{
  g_autofree char *sentence = NULL;

  if (due_on == NULL || *due_on == '\0')
    return TRUE;
  if (!styr_workspace_check_date (_ ("Answer by"), due_on, error))
    return FALSE;
  if (sent_on == NULL || *sent_on == '\0' || strcmp (due_on, sent_on) >= 0)
    return TRUE;
  sentence = g_strdup_printf (
      /* Translators: the day of the answer, then the day of sending. */
      _ ("The answer can’t be wanted by %s: the document is sent out for consultation on %s."),
      due_on,
      sent_on);
  return fail (STYR_WORKSPACE_ERROR_VALUE, sentence, error);
}

/**
 * styr_workspace_send_consultation:
 * @unit_ids: (nullable): NULL-terminated: units that are asked
 * @names: (nullable): NULL-terminated: others that are asked
 * @due_on: (nullable): when they are to have answered, not before today
 *
 * Sends a draft out for consultation: it gets that status, unless it has it already, and everyone
 * that isn't asked yet is. Errors: READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_send_consultation (StyrWorkspace *self,
                                  const char *document_id,
                                  const char *const *unit_ids,
                                  const char *const *names,
                                  const char *due_on,
                                  GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrSteps) steps = styr_steps_new (self, batch);
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  StyrStep step = { .status = STYR_DOCUMENT_CONSULTATION };
  int position;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  if (!check_due (due_on, styr_workspace_get_today (self), error))
    return FALSE;
  count = styr_workspace_dup_one (
      self,
      "SELECT count (*) AS value FROM consultation_answer WHERE document_id = ?1",
      document_id,
      NULL,
      NULL);
  position = count != NULL ? (int) g_ascii_strtoll (count, NULL, 10) : 0;
  for (guint i = 0; unit_ids != NULL && unit_ids[i] != NULL; i++)
    if (styr_workspace_find_unit (self, unit_ids[i]) == NULL)
      return fail (
          STYR_WORKSPACE_ERROR_NOT_FOUND, _ ("That unit isn’t there: choose another."), error);
  ask_all (self, batch, document_id, "unit_id", unit_ids, due_on, &position);
  ask_all (self, batch, document_id, "name", names, due_on, &position);
  if (position == 0)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("Choose whom to ask."), error);
  if (!styr_record_is (document, "status", "consultation") &&
      !styr_steps_take (steps, document_id, &step, error))
    return FALSE;
  label = g_strdup_printf (_ ("Sent out for consultation: %s"),
                           styr_record_get_text (document, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

static gboolean
has_answered (StyrRecord *answer)
{
  return styr_record_has (answer, "answered_on") || styr_record_has (answer, "stance") ||
         styr_record_has (answer, "text");
}

static const char *
get_state (StyrWorkspace *self, StyrRecord *answer)
{
  const char *due = styr_record_get_text (answer, "due_on");

  if (has_answered (answer))
    return "answered";
  return due != NULL && g_strcmp0 (due, styr_workspace_get_today (self)) < 0 ? "late" : "waiting";
}

/** Returns: (transfer full) (element-type StyrRecord): everyone who was asked about the document
 * and what they answered; see the header */
GPtrArray *
styr_workspace_dup_consultation (StyrWorkspace *self, const char *document_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *answers;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  answers = styr_store_select (styr_workspace_get_store (self),
                               "consultation_answer",
                               &error,
                               "SELECT a.*, u.name AS unit_name FROM consultation_answer AS a "
                               "LEFT JOIN unit AS u ON u.id = a.unit_id WHERE a.document_id = ?1 "
                               "ORDER BY a.position, a.rowid",
                               document_id,
                               NULL);
  if (answers == NULL)
    g_warning ("consultation: %s", error->message);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    styr_record_set_text (answers->pdata[i], "state", get_state (self, answers->pdata[i]));
  return answers != NULL ? answers : g_ptr_array_new_with_free_func (g_object_unref);
}

/* Nobody answers, or is to, before the question went out, whichever of the days is written. */
static gboolean
check_day (
    StyrWorkspace *self, StyrRecord *answer, const char *column, const char *value, GError **error)
{
  const char *sent = styr_record_get_text (answer, "sent_on");

  if (g_str_equal (column, "answered_on"))
    return styr_workspace_check_happened (self, STYR_DAY_ANSWERED, value, sent, error);
  if (g_str_equal (column, "due_on"))
    return check_due (value, sent, error);
  if (!g_str_equal (column, "sent_on") || value == NULL || *value == '\0')
    return TRUE;
  return styr_workspace_check_happened (self, STYR_DAY_ASKED, value, NULL, error) &&
         check_due (styr_record_get_text (answer, "due_on"), value, error) &&
         styr_workspace_check_happened (
             self, STYR_DAY_ANSWERED, styr_record_get_text (answer, "answered_on"), value, error);
}

static StyrRecord *
get_answer (StyrWorkspace *self, const char *answer_id, StyrRecord **document, GError **error)
{
  g_autoptr (StyrRecord) answer =
      styr_store_get (styr_workspace_get_store (self), "consultation_answer", answer_id, NULL);

  if (answer == NULL)
    {
      fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
            _ ("That is no longer there: it may have been removed or undone."),
            error);
      return NULL;
    }
  *document =
      styr_workspace_get_editable (self, styr_record_get_text (answer, "document_id"), error);
  return *document != NULL ? g_steal_pointer (&answer) : NULL;
}

/**
 * styr_workspace_set_consultation:
 * @column: "stance" ("supports" "partly" "objects" "none"), "text", "answered_on", "taken_up",
 * "due_on", "sent_on" or "name"
 *
 * Writes an answer. A stance or a text without a day was answered today. Errors: READ_ONLY when the
 * document has been decided; VALUE; NOT_FOUND
 */
gboolean
styr_workspace_set_consultation (StyrWorkspace *self,
                                 const char *answer_id,
                                 const char *column,
                                 const char *value,
                                 GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) answer = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  const StyrItemColumn *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (answer_id != NULL && column != NULL, FALSE);

  answer = get_answer (self, answer_id, &document, error);
  if (answer == NULL)
    return FALSE;
  found = styr_item_column_find ("consultation_answer", column);
  if (found == NULL)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("There is no such field here."), error);
  if (!styr_item_column_check_given (found, self, value, error) ||
      !check_day (self, answer, column, value, error))
    return FALSE;
  styr_batch_update (batch, "consultation_answer", answer_id, column, value);
  if (value != NULL && *value != '\0' && !styr_record_has (answer, "answered_on") &&
      (g_str_equal (column, "stance") || g_str_equal (column, "text")))
    styr_batch_update (
        batch, "consultation_answer", answer_id, "answered_on", styr_workspace_get_today (self));
  /* Translators: a field's name, then the document's title. */
  label = g_strdup_printf (_ ("Changed “%s” in %s"),
                           styr_item_column_get_title (found),
                           styr_record_get_text (document, "title"));
  merge_key = g_strjoin ("/", "consultation_answer", answer_id, column, NULL);
  return styr_batch_write (batch, self, label, merge_key, error);
}

/** Takes away someone who was asked, with the answer. Errors: READ_ONLY, NOT_FOUND */
gboolean
styr_workspace_remove_consultation (StyrWorkspace *self, const char *answer_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) answer = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (answer_id != NULL, FALSE);

  answer = get_answer (self, answer_id, &document, error);
  if (answer == NULL)
    return FALSE;
  styr_batch_delete (batch, "consultation_answer", answer_id);
  /* Translators: what was removed (goal, row …), then the document's title. */
  label = g_strdup_printf (_ ("Removed %s in %s"),
                           styr_item_kind_get_name ("consultation_answer"),
                           styr_record_get_text (document, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}
