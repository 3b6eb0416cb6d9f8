/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-organisation.h"

#include "styr-batch.h"
#include "styr-item-columns.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which kontor serves which nämnd, from when to when: many to many. */

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

/**
 * styr_workspace_dup_services:
 * @unit_id: (nullable): a nämnd or a kontor; NULL = of all
 * @date: (nullable): a day (ISO); NULL = of every time
 *
 * Returns: (transfer full) (element-type StyrRecord): see the header
 */
GPtrArray *
styr_workspace_dup_services (StyrWorkspace *self, const char *unit_id, const char *date)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), chosen);

  all = styr_store_select (
      styr_workspace_get_store (self),
      "unit_service",
      &error,
      "SELECT s.*, c.name AS committee_name, d.name AS department_name FROM unit_service AS s "
      "JOIN unit AS c ON c.id = s.committee_id JOIN unit AS d ON d.id = s.department_id "
      "WHERE ?1 IN ('', s.committee_id, s.department_id) "
      "ORDER BY c.position, c.name, d.position, d.name, s.valid_from",
      unit_id != NULL ? unit_id : "",
      NULL);
  if (all == NULL)
    g_warning ("services: %s", error->message);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (styr_unit_exists_on (g_ptr_array_index (all, i), date))
      g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (all, i)));
  return chosen;
}

static char *
dup_pair (StyrWorkspace *self, const char *committee_id, const char *department_id)
{
  g_autofree char *committee = styr_workspace_dup_unit_label (self, committee_id);
  g_autofree char *department = styr_workspace_dup_unit_label (self, department_id);

  return g_strdup_printf ("%s – %s", committee, department);
}

static gboolean
check_pair (StyrWorkspace *self,
            const char *committee_id,
            const char *department_id,
            GError **error)
{
  if (styr_workspace_find_unit (self, committee_id) == NULL ||
      styr_workspace_find_unit (self, department_id) == NULL)
    return fail (
        STYR_WORKSPACE_ERROR_NOT_FOUND, _ ("That unit isn’t there: choose another."), error);
  return !g_str_equal (committee_id, department_id) ||
         fail (STYR_WORKSPACE_ERROR_VALUE, _ ("A unit doesn’t serve itself."), error);
}

/**
 * styr_workspace_add_service:
 * @valid_from: (nullable): the first day (ISO)
 *
 * Says that a kontor serves a nämnd. Returns: (transfer full): its id. Errors: VALUE when it is
 * said already; NOT_FOUND
 */
char *
styr_workspace_add_service (StyrWorkspace *self,
                            const char *committee_id,
                            const char *department_id,
                            const char *valid_from,
                            GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *there = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *label = NULL;
  StyrRecord *service;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (committee_id != NULL && department_id != NULL, NULL);

  if (!check_pair (self, committee_id, department_id, error) ||
      (valid_from != NULL && *valid_from != '\0' &&
       !styr_workspace_check_date (_ ("Begins"), valid_from, error)))
    return NULL;
  there = styr_workspace_dup_one (
      self,
      "SELECT id AS value FROM unit_service WHERE committee_id = ?1 AND department_id = ?2 "
      "AND (valid_to IS NULL OR valid_to >= ?3) LIMIT 1",
      committee_id,
      department_id,
      valid_from != NULL ? valid_from : "");
  pair = dup_pair (self, committee_id, department_id);
  if (there != NULL)
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_VALUE,
                   /* Translators: two units' names. */
                   _ ("%s are tied together already."),
                   pair);
      return NULL;
    }
  service = styr_batch_insert (batch, "unit_service", id);
  styr_record_set_text (service, "committee_id", committee_id);
  styr_record_set_text (service, "department_id", department_id);
  styr_record_set_text (
      service, "valid_from", valid_from != NULL && *valid_from != '\0' ? valid_from : NULL);
  /* Translators: two units' names. */
  label = g_strdup_printf (_ ("Tied together: %s"), pair);
  return styr_batch_write (batch, self, label, NULL, error) ? g_steal_pointer (&id) : NULL;
}

static StyrRecord *
get_service (StyrWorkspace *self, const char *service_id, GError **error)
{
  StyrRecord *service =
      styr_store_get (styr_workspace_get_store (self), "unit_service", service_id, NULL);

  if (service == NULL)
    fail (STYR_WORKSPACE_ERROR_NOT_FOUND,
          _ ("That is no longer there: it may have been removed or undone."),
          error);
  return service;
}

/* A day of a service as it shall be: written when it is another than it was. */
static gboolean
take_day (StyrWorkspace *self,
          StyrBatch *batch,
          StyrRecord *service,
          const char *column,
          const char *day,
          GError **error)
{
  const StyrItemColumn *found = styr_item_column_find ("unit_service", column);

  g_assert (found != NULL);

  if (g_strcmp0 (day != NULL ? day : "", styr_record_get_text (service, column)) == 0)
    return TRUE;
  if (!styr_item_column_check_given (found, self, day, error))
    return FALSE;
  styr_record_set_text (service, column, day);
  styr_batch_update (batch, "unit_service", styr_record_get_id (service), column, day);
  return TRUE;
}

/**
 * styr_workspace_set_service_days:
 * @valid_from: (nullable): the first day (ISO); NULL or "" = since ever
 * @valid_to: (nullable): the last day (ISO); NULL or "" = until further notice
 *
 * Changes from when and to when a kontor serves a nämnd, in one write. Errors: VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_service_days (StyrWorkspace *self,
                                 const char *service_id,
                                 const char *valid_from,
                                 const char *valid_to,
                                 GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) service = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (service_id != NULL, FALSE);

  service = get_service (self, service_id, error);
  if (service == NULL || !take_day (self, batch, service, "valid_from", valid_from, error) ||
      !take_day (self, batch, service, "valid_to", valid_to, error))
    return FALSE;
  if (styr_record_has (service, "valid_from") && styr_record_has (service, "valid_to") &&
      strcmp (styr_record_get_text (service, "valid_from"),
              styr_record_get_text (service, "valid_to")) > 0)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("It can’t end before it begins."), error);
  pair = dup_pair (self,
                   styr_record_get_text (service, "committee_id"),
                   styr_record_get_text (service, "department_id"));
  /* Translators: two units' names. */
  label = g_strdup_printf (_ ("Changed the days: %s"), pair);
  return styr_batch_write (batch, self, label, NULL, error);
}

/** Takes away what was said by mistake; what has ended is given a last day instead. Errors:
 * NOT_FOUND */
gboolean
styr_workspace_delete_service (StyrWorkspace *self, const char *service_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) service = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (service_id != NULL, FALSE);

  service = get_service (self, service_id, error);
  if (service == NULL)
    return FALSE;
  styr_batch_delete (batch, "unit_service", service_id);
  pair = dup_pair (self,
                   styr_record_get_text (service, "committee_id"),
                   styr_record_get_text (service, "department_id"));
  /* Translators: two units' names. */
  label = g_strdup_printf (_ ("No longer tied together: %s"), pair);
  return styr_batch_write (batch, self, label, NULL, error);
}
