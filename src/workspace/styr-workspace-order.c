/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-item-columns.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* The label of the index-th of its kind: A, B … Z, AA …; or 1, 2 …; NULL where the model gives
 * none. */
static char *
dup_label (const char *style, guint index)
{
  GString *letters;

  if (g_strcmp0 (style, "number") == 0)
    return g_strdup_printf ("%u", index + 1);
  if (g_strcmp0 (style, "letter") != 0)
    return NULL;
  letters = g_string_new (NULL);
  for (guint rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));
  return g_string_free (letters, FALSE);
}

static const char *
label_style (StyrWorkspace *self, StyrRecord *item)
{
  const StyrGoalType *type;
  g_autoptr (StyrRecord) document = NULL;

  if (g_str_equal (styr_record_get_kind (item), "criterion"))
    return "letter";
  if (!g_str_equal (styr_record_get_kind (item), "goal"))
    return NULL;
  document = styr_store_get (styr_workspace_get_store (self),
                             "document",
                             styr_record_get_text (item, "document_id"),
                             NULL);
  if (document == NULL)
    return NULL;
  type = styr_model_find_goal_type (styr_workspace_get_model_of (self, document),
                                    styr_record_get_text (item, "type"));
  return type != NULL ? type->label_style : NULL;
}

/* Those that @item is ordered among, in order. */
static GPtrArray *
load_siblings (StyrWorkspace *self, StyrRecord *item)
{
  static const struct
  {
    const char *kind, *first, *second;
  } orders[] = {
    { "goal", "document_id", "type" },
    { "criterion", "goal_id", NULL },
    { "activity", "document_id", "section" },
    { "measure", "document_id", "section" },
    { "document_row", "document_id", "section" },
    { "budget_line", "document_id", NULL },
    { "decision", "document_id", NULL },
    { "decision_step", "decision_id", NULL },
    { "decision_clause", "decision_id", NULL },
    { "decision_recipient", "decision_id", NULL },
    { "consultation_answer", "document_id", NULL },
  };
  const char *kind = styr_record_get_kind (item);
  GPtrArray *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].kind, kind))
      {
        g_autofree char *sql =
            g_strdup_printf ("SELECT * FROM %s WHERE %s = ?1 %s%s%s ORDER BY position, id",
                             kind,
                             orders[i].first,
                             orders[i].second != NULL ? "AND " : "",
                             orders[i].second != NULL ? orders[i].second : "",
                             orders[i].second != NULL ? " = ?2" : "");

        found = styr_store_select (
            styr_workspace_get_store (self),
            kind,
            NULL,
            sql,
            styr_record_get_text (item, orders[i].first),
            orders[i].second != NULL ? styr_record_get_text (item, orders[i].second) : NULL,
            NULL);
      }
  return found != NULL ? found : g_ptr_array_new_with_free_func (g_object_unref);
}

/** Returns: (transfer full) (nullable): the label that a new goal or criterion gets; NULL where the
 * model gives none */
char *
styr_workspace_dup_next_label (StyrWorkspace *self, StyrRecord *item)
{
  g_autoptr (GPtrArray) siblings = load_siblings (self, item);

  return dup_label (label_style (self, item), siblings->len);
}

static int
index_of (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return (int) i;
  return -1;
}

/* Positions by the new order. A label that only said the old place says the new one; one that
 * somebody wrote stays. */
static void
renumber (StyrWorkspace *self, StyrBatch *batch, GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      StyrRecord *item = g_ptr_array_index (after, i);
      const char *style = label_style (self, item);
      int old = index_of (before, styr_record_get_id (item));
      g_autofree char *position = g_strdup_printf ("%u", i);
      g_autofree char *old_label = dup_label (style, (guint) old);
      g_autofree char *label = dup_label (style, i);

      if (!styr_record_is (item, "position", position))
        styr_batch_update (
            batch, styr_record_get_kind (item), styr_record_get_id (item), "position", position);
      if (label != NULL && styr_record_is (item, "label", old_label) &&
          !g_str_equal (label, old_label))
        styr_batch_update (
            batch, styr_record_get_kind (item), styr_record_get_id (item), "label", label);
    }
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_NOT_FOUND,
                       _ ("That is no longer there: it may have been removed or undone."));
  return FALSE;
}

/**
 * styr_workspace_move_record:
 * @delta: how many places down; negative is up
 * @title: what it is moved in, for the history
 *
 * Moves a row among its like; beyond the ends it stays at the end.
 */
gboolean
styr_workspace_move_record (
    StyrWorkspace *self, StyrRecord *item, int delta, const char *title, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (GPtrArray) before = load_siblings (self, item);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *label = NULL;
  int from = index_of (before, styr_record_get_id (item));
  int to = CLAMP (from + delta, 0, (int) before->len - 1);

  if (from < 0 || to == from)
    return TRUE;
  after = g_ptr_array_copy (before, (GCopyFunc) (void *) g_object_ref, NULL);
  g_ptr_array_insert (after, to, g_ptr_array_steal_index (after, (guint) from));
  renumber (self, batch, before, after);
  /* Translators: what was moved (goal, row …), then the document's title. */
  label = g_strdup_printf (
      _ ("Moved %s in %s"), styr_item_kind_get_name (styr_record_get_kind (item)), title);
  return styr_batch_write (batch, self, label, NULL, error);
}

/**
 * styr_workspace_move_item:
 * @delta: how many places down; negative is up
 *
 * Moves a part of a document among its like; beyond the ends it stays at the end.
 */
gboolean
styr_workspace_move_item (StyrWorkspace *self,
                          const char *document_id,
                          const char *kind,
                          const char *id,
                          int delta,
                          GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) item = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && kind != NULL && id != NULL, FALSE);

  if (g_str_has_prefix (kind, "decision"))
    return styr_workspace_check_item (self, document_id, kind, id, error) &&
           styr_workspace_move_decision_part (self, kind, id, delta, error);
  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  item = styr_workspace_get_item (self, document, kind, id);
  if (item == NULL)
    return fail_gone (error);
  return styr_workspace_move_record (
      self, item, delta, styr_record_get_text (document, "title"), error);
}

/* Values have no foreign key to the row or goal they belong to. */
static void
remove_values (StyrBatch *batch, const char *document_id, const char *kind, const char *id)
{
  if (g_str_equal (kind, "goal"))
    styr_batch_execute (batch,
                        "WITH RECURSIVE gone (id) AS (SELECT ?2 UNION "
                        "SELECT g.id FROM goal g JOIN gone ON g.parent_id = gone.id) "
                        "DELETE FROM document_value WHERE document_id = ?1 "
                        "AND owner_id IN (SELECT id FROM gone)",
                        document_id,
                        id,
                        NULL);
  else if (g_str_equal (kind, "document_row"))
    styr_batch_execute (batch,
                        "DELETE FROM document_value WHERE document_id = ?1 AND owner_id = ?2",
                        document_id,
                        id,
                        NULL);
}

/** Removes a part of a document, with what belongs to it. Errors: READ_ONLY, also when a decided
 * document assesses the goal; NOT_FOUND */
gboolean
styr_workspace_remove_item (
    StyrWorkspace *self, const char *document_id, const char *kind, const char *id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) item = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && kind != NULL && id != NULL, FALSE);

  if (g_str_has_prefix (kind, "decision"))
    return styr_workspace_check_item (self, document_id, kind, id, error) &&
           styr_workspace_delete_decision (self, kind, id, error);
  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  item = styr_workspace_get_item (self, document, kind, id);
  if (item == NULL)
    return fail_gone (error);
  if (g_str_equal (kind, "goal") && !styr_workspace_check_unassessed (self, "goal_id", id, error))
    return FALSE;
  before = load_siblings (self, item);
  after = g_ptr_array_copy (before, (GCopyFunc) (void *) g_object_ref, NULL);
  /* What it groups goes with it. */
  for (guint i = after->len; i > 0; i--)
    if (g_strcmp0 (styr_record_get_id (after->pdata[i - 1]), id) == 0 ||
        styr_record_is (after->pdata[i - 1], "parent_id", id))
      g_ptr_array_remove_index (after, i - 1);
  remove_values (batch, document_id, kind, id);
  styr_batch_delete (batch, kind, id);
  renumber (self, batch, before, after);
  /* Translators: what was removed (goal, row …), then the document's title. */
  label = g_strdup_printf (_ ("Removed %s in %s"),
                           styr_item_kind_get_name (kind),
                           styr_record_get_text (document, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}
