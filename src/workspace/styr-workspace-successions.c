/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-organisation-private.h"

#include "styr-locale.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What became of a unit: renamed, merged with others, split, taken over. The old one ends the day
 * before the new one begins, and is still named in the documents of its time. */

static gboolean
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

/**
 * styr_workspace_dup_successions:
 * @unit_id: (nullable): NULL = of all
 *
 * Returns: (transfer full) (element-type StyrRecord): what units came from and became, by date; see
 * the header
 */
GPtrArray *
styr_workspace_dup_successions (StyrWorkspace *self, const char *unit_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  found = styr_store_select (
      styr_workspace_get_store (self),
      "unit_succession",
      &error,
      "SELECT s.*, o.name AS predecessor_name, n.name AS successor_name FROM unit_succession AS s "
      "JOIN unit AS o ON o.id = s.predecessor_id JOIN unit AS n ON n.id = s.successor_id "
      "WHERE ?1 IN ('', s.predecessor_id, s.successor_id) "
      "ORDER BY s.on_date, o.position, n.position",
      unit_id != NULL ? unit_id : "",
      NULL);
  if (found == NULL)
    g_warning ("successions: %s", error->message);
  return found != NULL ? found : g_ptr_array_new_with_free_func (g_object_unref);
}

static void
link_units (StyrBatch *batch,
            const char *predecessor_id,
            const char *successor_id,
            const char *date,
            const char *note)
{
  g_autofree char *id = styr_workspace_new_id ();
  StyrRecord *succession = styr_batch_insert (batch, "unit_succession", id);

  styr_record_set_text (succession, "predecessor_id", predecessor_id);
  styr_record_set_text (succession, "successor_id", successor_id);
  styr_record_set_text (succession, "on_date", date);
  styr_record_set_text (succession, "note", note != NULL && *note != '\0' ? note : NULL);
}

/* What the new unit takes over from an old one: all but its name and its time. */
static void
make_successor (
    StyrBatch *batch, StyrRecord *old, const char *id, const char *name, const char *date)
{
  static const char *const columns[] = {
    "type", "parent_id", "position", "inside_model", "ownership_share", "host", "partners", NULL
  };
  StyrRecord *unit = styr_batch_insert (batch, "unit", id);

  for (guint i = 0; columns[i] != NULL; i++)
    styr_record_set_text (unit, columns[i], styr_record_get_text (old, columns[i]));
  styr_record_set_text (unit, "name", name);
  styr_record_set_text (unit, "valid_from", date);
}

/* The kontor that serve the old one serve the new one, and the other way round; once each, when
 * several old ones had the same. */
static void
carry_services (StyrBatch *batch, const char *old_id, const char *new_id, const char *date)
{
  static const char *const sides[][2] = { { "committee_id", "department_id" },
                                          { "department_id", "committee_id" } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO unit_service (id, %1$s, %2$s, valid_from) "
          "SELECT ?2 || '/' || s.%2$s, ?2, s.%2$s, ?3 FROM unit_service AS s WHERE s.%1$s = ?1 "
          "AND (s.valid_to IS NULL OR s.valid_to >= ?3) "
          "AND s.%2$s NOT IN (SELECT %2$s FROM unit_service WHERE %1$s = ?2) GROUP BY s.%2$s",
          sides[i][0],
          sides[i][1]);

      styr_batch_execute (batch, sql, old_id, new_id, date, NULL);
    }
}

/* Those that are under the old unit are under the new one from now on. */
static void
carry_children (StyrBatch *batch, const char *old_id, const char *new_id, const char *last_day)
{
  styr_batch_execute (batch,
                      "UPDATE unit SET parent_id = ?2 WHERE parent_id = ?1 "
                      "AND (valid_to IS NULL OR valid_to > ?3)",
                      old_id,
                      new_id,
                      last_day,
                      NULL);
}

/* Names as a list in a sentence: “A, B and C” */
static char *
join_names (GPtrArray *names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 < names->len ? ", " : C_ ("last of a list", " and "));
      g_string_append (list, names->pdata[i]);
    }
  return g_string_free (list, FALSE);
}

static char *
dup_succeed_label (GPtrArray *old_names, const char *name, const char *date)
{
  g_autofree char *old = join_names (old_names);

  if (old_names->len == 1)
    /* Translators: history: a unit's old name, its new one, a date. */
    return g_strdup_printf (_ ("New name: %s becomes %s from %s"), old, name, date);
  /* Translators: history: several units' names, the new unit's name, a date. */
  return g_strdup_printf (_ ("Merger: %s become %s from %s"), old, name, date);
}

static char *
dup_split_label (const char *old, const char *const *names, const char *date)
{
  g_autoptr (GPtrArray) new_names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (new_names, (gpointer) names[i]);
  joined = join_names (new_names);
  /* Translators: history: the old unit's name, several new units' names, a date. */
  return g_strdup_printf (_ ("Split: %s becomes %s from %s"), old, joined, date);
}

/* A unit that can be succeeded from @date: it is there, and still exists the day before. */
static StyrRecord *
get_predecessor (StyrWorkspace *self, const char *unit_id, const char *last_day, GError **error)
{
  g_autoptr (StyrRecord) unit =
      styr_store_get (styr_workspace_get_store (self), "unit", unit_id, NULL);

  if (unit == NULL)
    fail (STYR_WORKSPACE_ERROR_NOT_FOUND, _ ("That unit isn’t there: choose another."), error);
  else if (!styr_unit_exists_on (unit, last_day))
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 /* Translators: a unit's name, then a date. */
                 _ ("%s doesn’t exist on %s: choose another day."),
                 styr_record_get_text (unit, "name"),
                 last_day);
  else
    return g_steal_pointer (&unit);
  return NULL;
}

/* A new unit may have the name of one that ends for it. */
static gboolean
check_new (StyrWorkspace *self,
           const char *name,
           const char *date,
           const char *const *ending,
           GError **error)
{
  if (name == NULL || *name == '\0')
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("A unit must have a name."), error);
  if (date == NULL || *date == '\0')
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("Say from which day."), error);
  return styr_workspace_check_date (_ ("Begins"), date, error) &&
         styr_workspace_check_unit_name (self, name, date, ending, error);
}

/* Two new units of one name couldn't be told apart either. */
static gboolean
check_new_names (StyrWorkspace *self,
                 const char *const *names,
                 const char *date,
                 const char *const *ending,
                 GError **error)
{
  for (guint i = 0; i == 0 || names[i] != NULL; i++)
    {
      if (!check_new (self, names[i], date, ending, error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (names[i], names[j]))
          {
            g_set_error (error,
                         STYR_WORKSPACE_ERROR,
                         STYR_WORKSPACE_ERROR_VALUE,
                         _ ("There is a unit called “%s” already."),
                         names[i]);
            return FALSE;
          }
    }
  return TRUE;
}

/**
 * styr_workspace_succeed_unit:
 * @old_ids: (array zero-terminated=1): one that is renamed, or several that are merged
 * @name: the new unit's name
 * @date: its first day (ISO)
 * @note: (nullable): by which decision
 *
 * Ends the old units the day before, begins a new one of the first one's type and ties them
 * together; what served them, and what was under them, follows.
 *
 * Returns: (transfer full): the new unit's id. Errors: VALUE, NOT_FOUND
 */
char *
styr_workspace_succeed_unit (StyrWorkspace *self,
                             const char *const *old_ids,
                             const char *name,
                             const char *date,
                             const char *note,
                             GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *id = styr_workspace_new_id ();
  g_autoptr (GPtrArray) old_names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last_day = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (old_ids != NULL && old_ids[0] != NULL, NULL);

  if (!check_new (self, name, date, old_ids, error))
    return NULL;
  last_day = styr_date_dup_day_before (date);
  for (guint i = 0; old_ids[i] != NULL; i++)
    {
      g_autoptr (StyrRecord) old = get_predecessor (self, old_ids[i], last_day, error);

      if (old == NULL)
        return NULL;
      g_ptr_array_add (old_names, g_strdup (styr_record_get_text (old, "name")));
      if (i == 0)
        make_successor (batch, old, id, name, date);
      carry_services (batch, old_ids[i], id, date);
      carry_children (batch, old_ids[i], id, last_day);
      styr_workspace_add_unit_end (batch, old_ids[i], last_day);
      link_units (batch, old_ids[i], id, date, note);
    }
  label = dup_succeed_label (old_names, name, date);
  return styr_batch_write (batch, self, label, NULL, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * styr_workspace_split_unit:
 * @names: (array zero-terminated=1): the new units' names
 * @date: their first day (ISO)
 * @note: (nullable): by which decision
 *
 * Ends a unit the day before and begins new ones in its place. What was under it follows to the
 * first.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids. Errors: VALUE, NOT_FOUND
 */
char **
styr_workspace_split_unit (StyrWorkspace *self,
                           const char *old_id,
                           const char *const *names,
                           const char *date,
                           const char *note,
                           GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) old = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last_day = NULL;
  g_autofree char *label = NULL;
  const char *const ending[] = { old_id, NULL };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (old_id != NULL && names != NULL, NULL);

  if (!check_new_names (self, names, date, ending, error))
    return NULL;
  last_day = styr_date_dup_day_before (date);
  old = get_predecessor (self, old_id, last_day, error);
  if (old == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *id = styr_workspace_new_id ();

      g_ptr_array_add (ids, id);
      make_successor (batch, old, id, names[i], date);
      carry_services (batch, old_id, id, date);
      link_units (batch, old_id, id, date, note);
    }
  carry_children (batch, old_id, g_ptr_array_index (ids, 0), last_day);
  styr_workspace_add_unit_end (batch, old_id, last_day);
  label = dup_split_label (styr_record_get_text (old, "name"), names, date);
  if (!styr_batch_write (batch, self, label, NULL, error))
    return NULL;
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_steal (ids, NULL);
}

/* Whether one unit follows upon another, by whatever units there are between. */
static gboolean
comes_after (StyrWorkspace *self, const char *unit_id, const char *earlier_id)
{
  g_autofree char *found =
      styr_workspace_dup_one (self,
                              "WITH RECURSIVE later (id) AS (SELECT ?2 UNION "
                              "SELECT s.successor_id FROM unit_succession AS s "
                              "JOIN later ON later.id = s.predecessor_id) "
                              "SELECT id AS value FROM later WHERE id = ?1",
                              unit_id,
                              earlier_id,
                              NULL);

  return found != NULL;
}

/**
 * styr_workspace_add_succession:
 * @date: (nullable): when (ISO)
 *
 * Ties two units that are there already: the later took over from the earlier. Returns: (transfer
 * full): its id. Errors: VALUE when it is the same unit, or tied already, also by others in
 * between; NOT_FOUND
 */
char *
styr_workspace_add_succession (StyrWorkspace *self,
                               const char *predecessor_id,
                               const char *successor_id,
                               const char *date,
                               const char *note,
                               GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *there = NULL;
  g_autofree char *label = NULL;
  StyrRecord *old, *successor;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (predecessor_id != NULL && successor_id != NULL, NULL);

  old = styr_workspace_find_unit (self, predecessor_id);
  successor = styr_workspace_find_unit (self, successor_id);
  there = styr_workspace_dup_one (self,
                                  "SELECT id AS value FROM unit_succession WHERE ?1 IN "
                                  "(predecessor_id, successor_id) AND ?2 IN (predecessor_id, "
                                  "successor_id) LIMIT 1",
                                  predecessor_id,
                                  successor_id,
                                  NULL);
  if (old == NULL || successor == NULL)
    fail (STYR_WORKSPACE_ERROR_NOT_FOUND, _ ("That unit isn’t there: choose another."), error);
  else if (g_str_equal (predecessor_id, successor_id) || there != NULL)
    fail (
        STYR_WORKSPACE_ERROR_VALUE, _ ("One of the units follows upon the other already."), error);
  else if (comes_after (self, predecessor_id, successor_id))
    fail (STYR_WORKSPACE_ERROR_VALUE,
          _ ("Units can’t follow upon each other in a circle: choose another unit."),
          error);
  else if (date == NULL || *date == '\0' || styr_workspace_check_date (_ ("Begins"), date, error))
    {
      link_units (
          batch, predecessor_id, successor_id, date != NULL && *date != '\0' ? date : NULL, note);
      /* Translators: two units' names. */
      label = g_strdup_printf (_ ("%2$s follows upon %1$s"),
                               styr_record_get_text (old, "name"),
                               styr_record_get_text (successor, "name"));
      if (styr_batch_write (batch, self, label, NULL, error))
        return styr_workspace_dup_one (self,
                                       "SELECT id AS value FROM unit_succession "
                                       "WHERE predecessor_id = ?1 AND successor_id = ?2",
                                       predecessor_id,
                                       successor_id,
                                       NULL);
    }
  return NULL;
}

/** Takes away that one unit follows upon another; both stay. Errors: NOT_FOUND */
gboolean
styr_workspace_delete_succession (StyrWorkspace *self, const char *succession_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (succession_id != NULL, FALSE);

  styr_batch_delete (batch, "unit_succession", succession_id);
  return styr_batch_write (batch, self, _ ("Units no longer follow upon each other"), NULL, error);
}
