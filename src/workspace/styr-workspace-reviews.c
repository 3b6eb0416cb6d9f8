/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-check.h"
#include "styr-document-steps.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-model.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"

#include <glib/gi18n-lib.h>

/* What happens to a document after its decision: it is published, and looked through again. */

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* What the model wants published for all may lie on the intranet only for a reason. */
static gboolean
check_place (StyrWorkspace *self,
             StyrRecord *document,
             const char *place,
             const char *reason,
             GError **error)
{
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model_of (self, document), styr_record_get_text (document, "type"));

  if (g_strcmp0 (place, "intranet") != 0 || styr_text_is_reason (reason) || type == NULL ||
      g_strcmp0 (type->publication, "intranet") == 0 ||
      (type->publication == NULL && type->internal_allowed))
    return TRUE;
  return fail (
      STYR_WORKSPACE_ERROR_VALUE, _ ("Say why it is published on the intranet only."), error);
}

/**
 * styr_workspace_publish_document:
 * @date: (nullable): NULL is today
 * @place: (nullable): "external" or "intranet"; NULL = what the card says
 * @reason: (nullable): why on the intranet only, when the model wants it published for all
 *
 * Publishes a decided document. Errors: VALUE, READ_ONLY when it isn't decided, NOT_FOUND
 */
gboolean
styr_workspace_publish_document (StyrWorkspace *self,
                                 const char *document_id,
                                 const char *date,
                                 const char *place,
                                 const char *reason,
                                 GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  StyrStep step = { .status = STYR_DOCUMENT_PUBLISHED, .date = date };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  document = styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);
  if (document == NULL)
    return fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
                 _ ("That is no longer there: it may have been removed or undone."),
                 error);
  if (place == NULL)
    place = styr_record_get_text (document, "publication");
  if (is_given (place) && !g_str_equal (place, "external") && !g_str_equal (place, "intranet"))
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("Choose where it is published."), error);
  if (reason == NULL)
    reason = styr_record_get_text (document, "publication_reason");
  if (!check_place (self, document, place, reason, error))
    return FALSE;
  step.place = place;
  step.reason = is_given (reason) ? reason : NULL;
  return styr_steps_take_one (self, document_id, &step, error);
}

static const char *
result_word (const char *result)
{
  if (g_strcmp0 (result, "fit") == 0)
    return C_ ("result of a review", "still fit for its purpose");
  if (g_strcmp0 (result, "change") == 0)
    return C_ ("result of a review", "to be changed");
  return C_ ("result of a review", "to be revoked");
}

static StyrRecord *
get_in_force (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);

  if (document == NULL)
    fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
          _ ("That is no longer there: it may have been removed or undone."),
          error);
  else if (!styr_record_is (document, "status", "decided") &&
           !styr_record_is (document, "status", "published"))
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("“%s” isn’t in force: there is nothing to review."),
                 styr_record_get_text (document, "title"));
  else
    return g_steal_pointer (&document);
  return NULL;
}

/**
 * styr_workspace_add_review:
 * @date: (nullable): NULL is today
 * @result: "fit", "change" or "revoke"
 * @note: (nullable): what was found
 *
 * Writes down that a document in force was looked through, and what came of it; its next review is
 * counted from then. One that is to be revoked has no next one.
 *
 * Returns: (transfer full): the review's id. Errors: VALUE, NOT_FOUND
 */
char *
styr_workspace_add_review (StyrWorkspace *self,
                           const char *document_id,
                           const char *date,
                           const char *result,
                           const char *note,
                           GError **error)
{
  static const char *const results[] = { "fit", "change", "revoke", NULL };
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *label = NULL;
  StyrRecord *review;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  document = get_in_force (self, document_id, error);
  if (document == NULL)
    return NULL;
  if (!is_given (date))
    date = styr_workspace_get_today (self);
  if (!styr_workspace_check_happened (
          self, STYR_DAY_REVIEWED, date, styr_record_get_text (document, "decided_on"), error))
    return NULL;
  if (result == NULL || !g_strv_contains (results, result))
    {
      fail (STYR_WORKSPACE_ERROR_VALUE, _ ("Say what came of the review."), error);
      return NULL;
    }
  review = styr_batch_insert (batch, "document_review", id);
  styr_record_set_text (review, "document_id", document_id);
  styr_record_set_text (review, "on_date", date);
  styr_record_set_text (review, "result", result);
  styr_record_set_text (review, "note", is_given (note) ? note : NULL);
  styr_batch_update (batch,
                     "document",
                     document_id,
                     "follow_up_result",
                     is_given (note) ? note : result_word (result));
  styr_batch_execute (batch,
                      "UPDATE document SET follow_up_on = (SELECT counted_on FROM "
                      "document_review_due WHERE document_id = ?1) WHERE id = ?1",
                      document_id,
                      NULL);
  /* Translators: the document's title, then what came of the review. */
  label = g_strdup_printf (
      _ ("Reviewed %s: %s"), styr_record_get_text (document, "title"), result_word (result));
  return styr_batch_write (batch, self, label, NULL, error) ? g_steal_pointer (&id) : NULL;
}

/** Returns: (transfer full) (element-type StyrRecord): the document's reviews, oldest first */
GPtrArray *
styr_workspace_dup_reviews (StyrWorkspace *self, const char *document_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  found = styr_store_select (styr_workspace_get_store (self),
                             "document_review",
                             &error,
                             "SELECT * FROM document_review WHERE document_id = ?1 "
                             "ORDER BY on_date, position, rowid",
                             document_id,
                             NULL);
  if (found == NULL)
    g_warning ("reviews: %s", error->message);
  return found != NULL ? found : g_ptr_array_new_with_free_func (g_object_unref);
}

/** Returns: (transfer full) (nullable): the day the document is to be reviewed next; NULL when it
 * isn't in force or no day is said */
char *
styr_workspace_dup_review_due (StyrWorkspace *self, const char *document_id)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  return styr_workspace_dup_one (
      self,
      "SELECT due_on AS value FROM document_review_due WHERE document_id = ?1",
      document_id,
      NULL,
      NULL);
}
