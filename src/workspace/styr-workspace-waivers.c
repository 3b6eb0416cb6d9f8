/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-findings.h"

#include "styr-batch.h"
#include "styr-check.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* Decided exceptions from rules: with a reason, and where the decision is. */

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, text);
  return FALSE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static gboolean
check_waiver (StyrWorkspace *self,
              const char *rule_id,
              const char *reason,
              const char *decided_by,
              const char *decided_on,
              const char *valid_to,
              GError **error)
{
  StyrModel *model = styr_workspace_get_model (self);
  const StyrRule *rule = model != NULL ? styr_model_find_rule (model, rule_id) : NULL;

  if (rule == NULL)
    return refuse (error, _ ("The model has no such rule."));
  if (rule->not_waivable)
    return refuse (error, _ ("The model allows no exception from this rule."));
  if (!styr_text_is_reason (reason))
    return refuse (error, _ ("Say why the exception is made."));
  if (is_empty (decided_by))
    return refuse (error, _ ("Say who has decided the exception."));
  if (is_empty (decided_on))
    return refuse (error, _ ("Say which day the exception was decided."));
  return styr_workspace_check_happened (self, STYR_DAY_DECIDED, decided_on, NULL, error) &&
         (is_empty (valid_to) || styr_workspace_check_date (_ ("Until"), valid_to, error));
}

static const char *
or_null (const char *text)
{
  return is_empty (text) ? NULL : text;
}

/** The decided exceptions, as rows of the register. (transfer full) (element-type StyrRecord) */
GPtrArray *
styr_workspace_dup_waivers (StyrWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *waivers;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  waivers = styr_store_select (styr_workspace_get_store (self),
                               "waiver",
                               &error,
                               "SELECT * FROM waiver ORDER BY decided_on DESC, rule_id, id",
                               NULL);
  if (waivers != NULL)
    return waivers;
  g_warning ("waivers: %s", error->message);
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* The exception that is there already, for just this; NULL when there is none. */
static char *
dup_known (StyrWorkspace *self,
           const char *rule_id,
           const char *object_kind,
           const char *object_id,
           int year)
{
  static const char sql[] =
      "SELECT id FROM waiver WHERE model_id = ?1 AND rule_id = ?2 AND "
      "object_kind = ?3 AND object_id = ?4 AND coalesce (year, 0) = CAST (?5 AS INTEGER)";
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = styr_store_select (styr_workspace_get_store (self),
                                                   "waiver",
                                                   &error,
                                                   sql,
                                                   styr_workspace_get_model_id (self),
                                                   rule_id,
                                                   object_kind,
                                                   object_id,
                                                   year_text,
                                                   NULL);

  if (found == NULL)
    g_warning ("waivers: %s", error->message);
  return found != NULL && found->len > 0 ? g_strdup (styr_record_get_id (found->pdata[0])) : NULL;
}

/* What the exception is for: written once, never changed. */
static void
insert_waiver (StyrWorkspace *self,
               StyrBatch *batch,
               const char *id,
               const char *rule_id,
               const char *object_kind,
               const char *object_id,
               int year,
               const char *reason)
{
  StyrRecord *waiver = styr_batch_insert (batch, "waiver", id);

  styr_record_set_text (waiver, "model_id", styr_workspace_get_model_id (self));
  styr_record_set_text (waiver, "rule_id", rule_id);
  styr_record_set_text (waiver, "object_kind", object_kind);
  styr_record_set_text (waiver, "object_id", object_id);
  if (year != 0)
    styr_record_set_int (waiver, "year", year);
  styr_record_set_text (waiver, "reason", reason);
}

/**
 * styr_workspace_waive:
 * @object_kind: (nullable): with @object_id what the exception is for; NULL = wherever it is found
 * @year: the year that the exception is for, as the finding's; 0 = every year
 * @reason: why; never empty
 * @decided_by: body type; never empty
 * @decided_on: ISO date; never empty
 * @valid_to: (nullable): ISO date of the last day; NULL = until it is taken back
 *
 * Registers a decided exception from a rule of the model that is shown, or changes the one that is
 * there.
 */
gboolean
styr_workspace_waive (StyrWorkspace *self,
                      const char *rule_id,
                      const char *object_kind,
                      const char *object_id,
                      int year,
                      const char *reason,
                      const char *decided_by,
                      const char *decided_on,
                      const char *section_no,
                      const char *valid_to,
                      GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *known = NULL, *id = NULL, *label = NULL;
  const char *kind = object_kind != NULL ? object_kind : "";
  const char *object = object_id != NULL ? object_id : "";

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (rule_id != NULL, FALSE);
  g_return_val_if_fail ((object_kind == NULL) == (object_id == NULL), FALSE);

  if (!check_waiver (self, rule_id, reason, decided_by, decided_on, valid_to, error))
    return FALSE;
  known = dup_known (self, rule_id, kind, object, year);
  id = known != NULL ? g_strdup (known) : styr_workspace_new_id ();
  if (known == NULL)
    insert_waiver (self, batch, id, rule_id, kind, object, year, reason);
  else
    styr_batch_update (batch, "waiver", id, "reason", reason);
  styr_batch_update (batch, "waiver", id, "decided_by", or_null (decided_by));
  styr_batch_update (batch, "waiver", id, "decided_on", or_null (decided_on));
  styr_batch_update (batch, "waiver", id, "section_no", or_null (section_no));
  styr_batch_update (batch, "waiver", id, "valid_to", or_null (valid_to));
  /* Translators: the number of a rule. */
  label = g_strdup_printf (_ ("Exception from %s"), rule_id);
  return styr_batch_write (batch, self, label, NULL, error);
}

/** Takes an exception back: what it was for is found again. */
gboolean
styr_workspace_unwaive (StyrWorkspace *self, const char *waiver_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (waiver_id != NULL, FALSE);

  styr_batch_delete (batch, "waiver", waiver_id);
  return styr_batch_write (batch, self, _ ("Exception taken back"), NULL, error);
}
