/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-organisation-private.h"

#include "styr-item-columns.h"
#include "styr-unit-names.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The units of the organisation. A unit ends; it is deleted only when nothing names it. */

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

static StyrRecord *
get_unit (StyrWorkspace *self, const char *unit_id, GError **error)
{
  StyrRecord *unit = styr_store_get (styr_workspace_get_store (self), "unit", unit_id, NULL);

  if (unit == NULL)
    fail (STYR_WORKSPACE_ERROR_NOT_FOUND, _ ("That unit isn’t there: choose another."), error);
  return unit;
}

/**
 * styr_unit_exists_on:
 * @date: (nullable): a day (ISO); NULL = always
 *
 * Whether a unit, or a service between units, holds on a day: both its first and its last day are
 * in it.
 */
gboolean
styr_unit_exists_on (StyrRecord *unit, const char *date)
{
  const char *from, *to;

  g_return_val_if_fail (STYR_IS_RECORD (unit), FALSE);

  from = styr_record_get_text (unit, "valid_from");
  to = styr_record_get_text (unit, "valid_to");
  return date == NULL ||
         ((from == NULL || strcmp (from, date) <= 0) && (to == NULL || strcmp (to, date) >= 0));
}

/** Whether a unit exists some day of a year; it may begin or end in the year. */
gboolean
styr_unit_exists_in_year (StyrRecord *unit, int year)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  const char *from, *to;

  g_return_val_if_fail (STYR_IS_RECORD (unit), FALSE);

  from = styr_record_get_text (unit, "valid_from");
  to = styr_record_get_text (unit, "valid_to");
  return (from == NULL || strcmp (from, last) <= 0) && (to == NULL || strcmp (to, first) >= 0);
}

static void
complete_unit (StyrWorkspace *self, StyrRecord *unit, const char *today)
{
  StyrModel *model = styr_workspace_get_model (self);
  const char *type = styr_record_get_text (unit, "type");
  const StyrBodyType *body = model != NULL ? styr_model_find_body_type (model, type) : NULL;

  styr_record_set_text (unit, "type_name", body != NULL ? body->name : type);
  styr_record_set_text (unit, "is_current", styr_unit_exists_on (unit, today) ? "1" : "0");
}

/**
 * styr_workspace_dup_units_on:
 * @date: (nullable): a day (ISO); NULL = every unit there has been
 *
 * Returns: (transfer full) (element-type StyrRecord): the units of that day, by position; see the
 * header
 */
GPtrArray *
styr_workspace_dup_units_on (StyrWorkspace *self, const char *date)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), chosen);

  all =
      styr_store_select (styr_workspace_get_store (self),
                         "unit",
                         &error,
                         "SELECT u.*, p.name AS parent_name, (SELECT count (*) FROM document AS d "
                         "WHERE d.unit_id = u.id) AS n_documents FROM unit AS u "
                         "LEFT JOIN unit AS p ON p.id = u.parent_id ORDER BY u.position, u.name",
                         NULL);
  if (all == NULL)
    g_warning ("units: %s", error->message);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      StyrRecord *unit = g_ptr_array_index (all, i);

      if (!styr_unit_exists_on (unit, date))
        continue;
      complete_unit (self, unit, date != NULL ? date : styr_workspace_get_today (self));
      g_ptr_array_add (chosen, g_object_ref (unit));
    }
  return chosen;
}

/**
 * styr_workspace_check_unit_name:
 * @date: from when the unit has the name
 * @but: (array zero-terminated=1) (nullable): units that may have it: itself, those that end
 *
 * Two units of one name at one time couldn't be told apart. Errors: VALUE
 */
gboolean
styr_workspace_check_unit_name (
    StyrWorkspace *self, const char *name, const char *date, const char *const *but, GError **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) twins = NULL;

  if (name == NULL || *name == '\0')
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("A unit must have a name."), error);
  twins = styr_store_select (styr_workspace_get_store (self),
                             "unit",
                             error,
                             "SELECT id FROM unit WHERE name = ?1 "
                             "AND (valid_to IS NULL OR valid_to >= ?2)",
                             name,
                             date,
                             NULL);
  for (guint i = 0; twins != NULL && i < twins->len; i++)
    if (!g_strv_contains (but != NULL ? but : none, styr_record_get_id (twins->pdata[i])))
      {
        g_set_error (error,
                     STYR_WORKSPACE_ERROR,
                     STYR_WORKSPACE_ERROR_VALUE,
                     _ ("There is a unit called “%s” already."),
                     name);
        return FALSE;
      }
  return twins != NULL;
}

/* The name of a unit that is there from now on. */
static gboolean
check_name (StyrWorkspace *self, const char *name, const char *unit_id, GError **error)
{
  const char *const itself[] = { unit_id, NULL };

  return styr_workspace_check_unit_name (
      self, name, styr_workspace_get_today (self), itself, error);
}

/**
 * styr_workspace_add_unit:
 * @type: a body type of the model
 *
 * Returns: (transfer full): the new unit's id. Errors: VALUE (no name, the name is taken, no such
 * type)
 */
char *
styr_workspace_add_unit (StyrWorkspace *self, const char *type, const char *name, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *position = NULL;
  g_autofree char *label = NULL;
  StyrRecord *unit;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);

  if (!check_name (self, name, "", error) ||
      !styr_item_column_check_given (styr_item_column_find ("unit", "type"), self, type, error))
    return NULL;
  position = styr_workspace_dup_one (
      self, "SELECT max (position) + 1 AS value FROM unit", NULL, NULL, NULL);
  unit = styr_batch_insert (batch, "unit", id);
  styr_record_set_text (unit, "type", type);
  styr_record_set_text (unit, "name", name);
  styr_record_set_text (unit, "position", position != NULL ? position : "0");
  label = g_strdup_printf (_ ("New unit: %s"), name);
  return styr_batch_write (batch, self, label, NULL, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * styr_workspace_add_units:
 * @type: a body type of the model
 * @pasted: (array zero-terminated=1): names; what is empty or there twice is left out
 *
 * Adds several units in one entry; all of them or none. Errors: VALUE (no names, one is taken, no
 * such type)
 */
gboolean
styr_workspace_add_units (StyrWorkspace *self,
                          const char *type,
                          const char *const *pasted,
                          GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *last = NULL;
  g_autofree char *label = NULL;
  gint64 position;
  guint n;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (type != NULL && pasted != NULL, FALSE);

  names = styr_unit_names_clean (pasted);
  n = g_strv_length (names);
  if (n == 0)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("A unit must have a name."), error);
  if (!styr_item_column_check_given (styr_item_column_find ("unit", "type"), self, type, error))
    return FALSE;
  last = styr_workspace_dup_one (
      self, "SELECT max (position) + 1 AS value FROM unit", NULL, NULL, NULL);
  position = last != NULL ? g_ascii_strtoll (last, NULL, 10) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = styr_workspace_new_id ();
      StyrRecord *unit;

      if (!check_name (self, names[i], "", error))
        return FALSE;
      unit = styr_batch_insert (batch, "unit", id);
      styr_record_set_text (unit, "type", type);
      styr_record_set_text (unit, "name", names[i]);
      styr_record_set_int (unit, "position", position + i);
    }
  label = g_strdup_printf (ngettext ("New units: %u", "New units: %u", n), n);
  return styr_batch_write (batch, self, label, NULL, error);
}

/* A unit can't be under itself, however far up. */
static gboolean
check_parent (StyrWorkspace *self, const char *unit_id, const char *parent_id, GError **error)
{
  g_autofree char *above = styr_workspace_dup_one (
      self,
      "WITH RECURSIVE above (id) AS (SELECT ?2 UNION SELECT u.parent_id FROM unit AS u "
      "JOIN above ON above.id = u.id) SELECT id AS value FROM above WHERE id = ?1",
      unit_id,
      parent_id,
      NULL);

  return above == NULL ||
         fail (STYR_WORKSPACE_ERROR_VALUE, _ ("A unit can’t belong under itself."), error);
}

static gboolean
check_period (StyrRecord *record, const char *column, const char *value, GError **error)
{
  const char *from =
      g_str_equal (column, "valid_from") ? value : styr_record_get_text (record, "valid_from");
  const char *to =
      g_str_equal (column, "valid_to") ? value : styr_record_get_text (record, "valid_to");

  if (from == NULL || to == NULL || *from == '\0' || *to == '\0' || strcmp (from, to) <= 0)
    return TRUE;
  return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("It can’t end before it begins."), error);
}

/**
 * styr_workspace_set_unit:
 * @column: "name" "short_name" "type" "parent_id" "valid_from" "valid_to" "inside_model"
 * "ownership_share" "host" "partners" or "note"
 * @value: (nullable): canonical text; NULL and "" empty it
 *
 * Changes what is said of a unit. A new name is the unit's in old documents too: one that was
 * renamed by a decision is succeeded instead. Errors: VALUE, NOT_FOUND
 */
gboolean
styr_workspace_set_unit (
    StyrWorkspace *self, const char *unit_id, const char *column, const char *value, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) unit = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  const StyrItemColumn *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (unit_id != NULL && column != NULL, FALSE);

  unit = get_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  found = styr_item_column_find ("unit", column);
  if (found == NULL)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("There is no such field here."), error);
  if (!styr_item_column_check_given (found, self, value, error) ||
      (g_str_equal (column, "name") && !check_name (self, value, unit_id, error)) ||
      (g_str_equal (column, "parent_id") && value != NULL && *value != '\0' &&
       !check_parent (self, unit_id, value, error)) ||
      !check_period (unit, column, value, error))
    return FALSE;
  styr_batch_update (batch, "unit", unit_id, column, value);
  /* Translators: a field's name, then the document's title. */
  label = g_strdup_printf (_ ("Changed “%s” in %s"),
                           styr_item_column_get_title (found),
                           styr_record_get_text (unit, "name"));
  merge_key = g_strjoin ("/", "unit", unit_id, column, NULL);
  return styr_batch_write (batch, self, label, merge_key, error);
}

/**
 * styr_workspace_end_unit:
 * @last_day: the last day of the unit (ISO)
 *
 * Ends a unit and what it serves or is served by. Documents that name it still do. Errors: VALUE,
 * NOT_FOUND
 */
gboolean
styr_workspace_end_unit (StyrWorkspace *self,
                         const char *unit_id,
                         const char *last_day,
                         GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) unit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (unit_id != NULL && last_day != NULL, FALSE);

  unit = get_unit (self, unit_id, error);
  if (unit == NULL || !styr_workspace_check_date (_ ("Ends"), last_day, error) ||
      !check_period (unit, "valid_to", last_day, error))
    return FALSE;
  styr_workspace_add_unit_end (batch, unit_id, last_day);
  /* Translators: a unit's name, then a date. */
  label = g_strdup_printf (_ ("%s ends %s"), styr_record_get_text (unit, "name"), last_day);
  return styr_batch_write (batch, self, label, NULL, error);
}

/** Adds the end of a unit, and of its services, to a write. What was to begin later never does. */
void
styr_workspace_add_unit_end (StyrBatch *batch, const char *unit_id, const char *last_day)
{
  styr_batch_update (batch, "unit", unit_id, "valid_to", last_day);
  styr_batch_execute (batch,
                      "DELETE FROM unit_service WHERE ?1 IN (committee_id, department_id) "
                      "AND valid_from > ?2",
                      unit_id,
                      last_day,
                      NULL);
  styr_batch_execute (batch,
                      "UPDATE unit_service SET valid_to = ?2 WHERE ?1 IN (committee_id, "
                      "department_id) AND (valid_to IS NULL OR valid_to > ?2)",
                      unit_id,
                      last_day,
                      NULL);
}

/* What can name a unit, in the order in which it is told. */
static char *
dup_count_phrase (guint which, int n)
{
  switch (which)
    {
    case 0:
      return g_strdup_printf (ngettext ("%d document", "%d documents", n), n);
    case 1:
      return g_strdup_printf (ngettext ("%d decision", "%d decisions", n), n);
    case 2:
      return g_strdup_printf (
          ngettext ("%d answer to a consultation", "%d answers to consultations", n), n);
    case 3:
      return g_strdup_printf (ngettext ("%d unit under it", "%d units under it", n), n);
    case 4:
      return g_strdup_printf (
          ngettext ("%d unit before or after it", "%d units before or after it", n), n);
    case 5:
      return g_strdup_printf (
          ngettext ("%d unit it serves or is served by", "%d units it serves or is served by", n),
          n);
    case 6:
    default:
      return g_strdup_printf (ngettext ("%d innovation", "%d innovations", n), n);
    }
}

/** Returns: (transfer full) (nullable): what names the unit, in words: "3 documents, 1 decision";
 * NULL when nothing does */
char *
styr_workspace_dup_unit_uses (StyrWorkspace *self, const char *unit_id)
{
  static const char *const counts[] = {
    "SELECT count (*) AS value FROM document AS d WHERE ?1 IN (unit_id, owner_id, decided_unit_id) "
    "OR EXISTS (SELECT 1 FROM document_value AS v WHERE v.document_id = d.id AND v.value = ?1)",
    "SELECT count (*) AS value FROM decision AS c WHERE unit_id = ?1 "
    "OR EXISTS (SELECT 1 FROM decision_step AS s WHERE s.decision_id = c.id AND s.unit_id = ?1) "
    "OR EXISTS (SELECT 1 FROM decision_clause AS l WHERE l.decision_id = c.id "
    "AND l.assignee_id = ?1) "
    "OR EXISTS (SELECT 1 FROM decision_recipient AS r WHERE r.decision_id = c.id "
    "AND r.unit_id = ?1)",
    "SELECT count (*) AS value FROM consultation_answer WHERE unit_id = ?1",
    "SELECT count (*) AS value FROM unit WHERE parent_id = ?1",
    "SELECT count (*) AS value FROM unit_succession WHERE ?1 IN (predecessor_id, successor_id)",
    "SELECT count (*) AS value FROM unit_service WHERE ?1 IN (committee_id, department_id)",
    "SELECT count (*) AS value FROM innovation WHERE unit_id = ?1",
  };
  g_autoptr (GString) uses = g_string_new (NULL);

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (unit_id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *value = styr_workspace_dup_one (self, counts[i], unit_id, NULL, NULL);
      int n = value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : 0;
      g_autofree char *phrase = n > 0 ? dup_count_phrase (i, n) : NULL;

      if (phrase != NULL)
        g_string_append_printf (uses, "%s%s", uses->len > 0 ? ", " : "", phrase);
    }
  return uses->len > 0 ? g_strdup (uses->str) : NULL;
}

/** Deletes a unit that nothing names. Errors: VALUE says what names it, and to give it a last day
 * instead; NOT_FOUND */
gboolean
styr_workspace_delete_unit (StyrWorkspace *self, const char *unit_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) unit = NULL;
  g_autofree char *uses = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (unit_id != NULL, FALSE);

  unit = get_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  uses = styr_workspace_dup_unit_uses (self, unit_id);
  if (uses != NULL)
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_VALUE,
                   /* Translators: a unit's name, then a list such as "3 documents, 1 decision". */
                   _ ("%s is named by %s and can’t be deleted: give it a last day instead."),
                   styr_record_get_text (unit, "name"),
                   uses);
      return FALSE;
    }
  styr_batch_delete (batch, "unit", unit_id);
  label = g_strdup_printf (_ ("Deleted %s"), styr_record_get_text (unit, "name"));
  return styr_batch_write (batch, self, label, NULL, error);
}

/** Moves a unit @delta places down among all units; negative is up. Errors: NOT_FOUND */
gboolean
styr_workspace_move_unit (StyrWorkspace *self, const char *unit_id, int delta, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (StyrRecord) unit = NULL;
  g_autofree char *label = NULL;
  int from = -1, to;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (unit_id != NULL, FALSE);

  unit = get_unit (self, unit_id, error);
  if (unit == NULL)
    return FALSE;
  units = styr_workspace_dup_units_on (self, NULL);
  for (guint i = 0; i < units->len && from < 0; i++)
    if (g_strcmp0 (styr_record_get_id (units->pdata[i]), unit_id) == 0)
      from = (int) i;
  to = CLAMP (from + delta, 0, (int) units->len - 1);
  if (from < 0 || to == from)
    return TRUE;
  g_ptr_array_insert (units, to, g_ptr_array_steal_index (units, (guint) from));
  for (guint i = 0; i < units->len; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i + 1);

      if (!styr_record_is (units->pdata[i], "position", position))
        styr_batch_update (
            batch, "unit", styr_record_get_id (units->pdata[i]), "position", position);
    }
  label = g_strdup_printf (_ ("Moved %s"), styr_record_get_text (unit, "name"));
  return styr_batch_write (batch, self, label, NULL, error);
}
