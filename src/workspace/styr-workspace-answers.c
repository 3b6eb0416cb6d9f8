/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-check.h"
#include "styr-item-columns.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_may_not_apply (const StyrField *field, const char *reason, GError **error)
{
  if (field == NULL)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("There is no such field here."), error);
  if (reason == NULL || *reason == '\0')
    return TRUE;
  if (!field->may_not_apply)
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_VALUE,
                   _ ("“%s” always applies: answer it."),
                   field->title);
      return FALSE;
    }
  return styr_text_is_reason (reason) ||
         fail (STYR_WORKSPACE_ERROR_VALUE, _ ("Say in words why it doesn’t apply."), error);
}

/**
 * styr_workspace_set_not_applicable:
 * @owner_id: (nullable): a row or a goal of the document; NULL = the document itself
 * @field: "section.field" for the document, else the field
 * @reason: (nullable): why the field doesn't apply; NULL and "" take the mark away
 *
 * Answers a field with "ej tillämplig". A value and the mark exclude each other: what was written
 * before is taken away, and comes back with undo.
 *
 * Errors: READ_ONLY; VALUE when the field always applies, or the reason says nothing; NOT_FOUND
 */
gboolean
styr_workspace_set_not_applicable (StyrWorkspace *self,
                                   const char *document_id,
                                   const char *owner_id,
                                   const char *field,
                                   const char *reason,
                                   GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  const StyrField *description;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && field != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  if (owner_id == NULL || *owner_id == '\0')
    owner_id = document_id;
  description = styr_workspace_find_field (self, document, owner_id, field);
  if (!check_may_not_apply (description, reason, error))
    return FALSE;
  key = styr_not_applicable_key (field);
  styr_batch_value (batch, document_id, owner_id, key, reason);
  if (reason != NULL && *reason != '\0')
    styr_batch_value (batch, document_id, owner_id, field, NULL);
  /* Translators: a field's name, then the document's title. */
  label = g_strdup_printf (reason != NULL && *reason != '\0' ? _ ("“%s” doesn’t apply in %s")
                                                             : _ ("“%s” applies again in %s"),
                           description->title,
                           styr_record_get_text (document, "title"));
  merge_key = g_strjoin ("/", "not-applicable", document_id, owner_id, field, NULL);
  return styr_batch_write (batch, self, label, merge_key, error);
}

static gboolean
check_criterion (StyrWorkspace *self, StyrRecord *document, const char *id, GError **error)
{
  g_autoptr (StyrRecord) criterion = styr_workspace_get_item (self, document, "criterion", id);

  return criterion != NULL ||
         fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
               _ ("That is no longer there: it may have been removed or undone."),
               error);
}

static void
add_target (StyrBatch *batch, const char *id, const char *criterion_id, int year)
{
  StyrRecord *target = styr_batch_insert (batch, "criterion_target", id);

  styr_record_set_text (target, "criterion_id", criterion_id);
  styr_record_set_int (target, "year", year);
}

/**
 * styr_workspace_set_target:
 * @criterion_id: a criterion of one of the document's goals
 * @column: "value" (a number) or "text"
 * @value: (nullable): canonical text; when neither is left, the year has no target
 *
 * Writes the target of a year, for goals that hold several. Errors: READ_ONLY, VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_target (StyrWorkspace *self,
                           const char *document_id,
                           const char *criterion_id,
                           int year,
                           const char *column,
                           const char *value,
                           GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *id = NULL;
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  const StyrItemColumn *found;
  gboolean given = value != NULL && *value != '\0';

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && criterion_id != NULL && column != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL || !check_criterion (self, document, criterion_id, error))
    return FALSE;
  found = styr_item_column_find ("criterion_target", column);
  if (found == NULL || year < 1900 || year > 2200)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("There is no target of that kind."), error);
  if (!styr_item_column_check_given (found, self, value, error))
    return FALSE;
  id = styr_workspace_dup_one (
      self,
      "SELECT id AS value FROM criterion_target WHERE criterion_id = ?1 AND year = ?2",
      criterion_id,
      year_text,
      NULL);
  if (id == NULL && !given)
    return TRUE;
  if (id == NULL)
    {
      id = styr_workspace_new_id ();
      add_target (batch, id, criterion_id, year);
    }
  styr_batch_update (batch, "criterion_target", id, column, given ? value : NULL);
  styr_batch_execute (
      batch,
      "DELETE FROM criterion_target WHERE id = ?1 AND value IS NULL AND text IS NULL",
      id,
      NULL);
  /* Translators: a year, then the document's title. */
  label = g_strdup_printf (
      _ ("Changed the target of %d in %s"), year, styr_record_get_text (document, "title"));
  merge_key = g_strjoin ("/", "criterion_target", criterion_id, year_text, column, NULL);
  return styr_batch_write (batch, self, label, merge_key, error);
}
