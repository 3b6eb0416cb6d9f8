/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-findings.h"

#include "styr-batch.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* Checks that are kept, so that the next can be compared with them. */

static void
add_kept (StyrBatch *batch, const char *run_id, StyrRecord *finding)
{
  static const char *const columns[] = { "rule_id", "severity", "object_kind", "object_id",
                                         "year",    "text",     NULL };
  g_autofree char *id = styr_workspace_new_id ();
  StyrRecord *row = styr_batch_insert (batch, "check_finding", id);

  styr_record_set_text (row, "run_id", run_id);
  for (guint i = 0; columns[i] != NULL; i++)
    styr_record_set_text (row, columns[i], styr_record_get_text (finding, columns[i]));
  styr_record_set_int (row, "is_waived", styr_record_get_flag (finding, "is_waived"));
}

/* The same name as in the history. */
static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && name[0] != '\0' && !g_str_equal (name, "Unknown") ? name
                                                                           : g_get_user_name ();
}

/**
 * styr_workspace_record_run:
 * @note: (nullable): why it is kept
 *
 * Checks the context's year and keeps what is found in the whole municipality.
 *
 * Returns: (transfer full) (nullable): the run's id
 */
char *
styr_workspace_record_run (StyrWorkspace *self, const char *note, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *id = NULL, *now = NULL;
  StyrRecord *run;
  guint n_waived = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  findings = styr_workspace_dup_findings (self, NULL, error);
  if (findings == NULL)
    return NULL;
  id = styr_workspace_new_id ();
  now = styr_workspace_dup_now ();
  run = styr_batch_insert (batch, "check_run", id);
  for (guint i = 0; i < findings->len; i++)
    {
      n_waived += styr_record_get_flag (findings->pdata[i], "is_waived");
      add_kept (batch, id, findings->pdata[i]);
    }
  styr_record_set_text (run, "at", now);
  styr_record_set_text (run, "author", get_author ());
  styr_record_set_text (run, "model_id", styr_workspace_get_model_id (self));
  styr_record_set_int (run, "year", styr_workspace_get_year (self));
  styr_record_set_int (run, "n_open", findings->len - n_waived);
  styr_record_set_int (run, "n_waived", n_waived);
  styr_record_set_text (run, "note", note != NULL && note[0] != '\0' ? note : NULL);
  return styr_batch_write (batch, self, _ ("Check kept"), NULL, error) ? g_steal_pointer (&id)
                                                                       : NULL;
}

static GPtrArray *
select_or_empty (GPtrArray *found, GError *error)
{
  if (found != NULL)
    return found;
  g_warning ("checks: %s", error->message);
  g_clear_error (&error);
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/** The checks that were kept, newest first. (transfer full) (element-type StyrRecord) */
GPtrArray *
styr_workspace_dup_runs (StyrWorkspace *self)
{
  GError *error = NULL;
  GPtrArray *runs;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  runs = styr_store_select (styr_workspace_get_store (self),
                            "check_run",
                            &error,
                            "SELECT * FROM check_run ORDER BY at DESC, rowid DESC",
                            NULL);
  return select_or_empty (runs, error);
}

/** Removes a kept check with what it found. */
gboolean
styr_workspace_delete_run (StyrWorkspace *self, const char *run_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (run_id != NULL, FALSE);

  styr_batch_delete (batch, "check_run", run_id);
  return styr_batch_write (batch, self, _ ("Check removed"), NULL, error);
}

/* Comparing ---------------------------------------------------------------------------------- */

static GPtrArray *
load_found (StyrWorkspace *self, const char *run_id, GError **error)
{
  GError *local = NULL;
  GPtrArray *found;

  if (run_id == NULL)
    return styr_workspace_dup_findings (self, NULL, error);
  found = styr_store_select (styr_workspace_get_store (self),
                             "check_finding",
                             &local,
                             "SELECT * FROM check_finding WHERE run_id = ?1 ORDER BY rowid",
                             run_id,
                             NULL);
  if (found == NULL)
    styr_workspace_map_error (local, styr_workspace_get_path (self), error);
  return found;
}

/* The same thing found again: the same rule about the same object in the same year. The text may
 * have other numbers. */
static char *
key_of (StyrRecord *finding, guint *n_same, GHashTable *counts)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s\n%s",
                                          styr_record_get_int (finding, "year"),
                                          styr_record_get_text (finding, "rule_id"),
                                          styr_record_get_text (finding, "object_kind"),
                                          styr_record_get_text (finding, "object_id"));

  *n_same = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
  g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (*n_same));
  return g_strdup_printf ("%s\n%u", key, *n_same);
}

static GPtrArray *
dup_keys (GPtrArray *findings)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_same;

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (keys, key_of (findings->pdata[i], &n_same, counts));
  return keys;
}

static void
add_change (GPtrArray *changes, StyrRecord *finding, const char *change)
{
  static const char *const columns[] = { "rule_id", "severity",  "object_kind", "object_id", "year",
                                         "text",    "is_waived", "document_id", NULL };
  StyrRecord *record = styr_record_new ("check_finding", styr_record_get_id (finding));

  for (guint i = 0; columns[i] != NULL; i++)
    styr_record_set_text (record, columns[i], styr_record_get_text (finding, columns[i]));
  styr_record_set_text (record, "change", change);
  g_ptr_array_add (changes, record);
}

static GHashTable *
set_of (GPtrArray *keys)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (set, keys->pdata[i]);
  return set;
}

/**
 * styr_workspace_compare_runs:
 * @run_id: the earlier check
 * @later_id: (nullable): the later one; NULL = as it is now
 *
 * What is new, gone and the same between two checks, in that order.
 *
 * Returns: (transfer full) (nullable) (element-type StyrRecord)
 */
GPtrArray *
styr_workspace_compare_runs (StyrWorkspace *self,
                             const char *run_id,
                             const char *later_id,
                             GError **error)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL, keys_before = NULL, keys_after = NULL;
  g_autoptr (GHashTable) was = NULL, is = NULL;
  GPtrArray *changes;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (run_id != NULL, NULL);

  before = load_found (self, run_id, error);
  after = before != NULL ? load_found (self, later_id, error) : NULL;
  if (after == NULL)
    return NULL;
  keys_before = dup_keys (before);
  keys_after = dup_keys (after);
  was = set_of (keys_before);
  is = set_of (keys_after);
  changes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < after->len; i++)
    if (!g_hash_table_contains (was, keys_after->pdata[i]))
      add_change (changes, after->pdata[i], "new");
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (is, keys_before->pdata[i]))
      add_change (changes, before->pdata[i], "gone");
  for (guint i = 0; i < after->len; i++)
    if (g_hash_table_contains (was, keys_after->pdata[i]))
      add_change (changes, after->pdata[i], "same");
  return changes;
}
