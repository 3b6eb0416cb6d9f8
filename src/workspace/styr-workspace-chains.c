/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-document-steps.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* What took whose place: versions of one document, and documents that replace others. */

/* Everything that is tied to a document by version or replacement; UNION ends where a circle would
 * begin again. */
#define CHAIN                                                                                      \
  "WITH RECURSIVE link (older, newer) AS (SELECT previous_version_id, id FROM document "           \
  "WHERE previous_version_id IS NOT NULL UNION SELECT replaces_id, id FROM document "              \
  "WHERE replaces_id IS NOT NULL), "                                                               \
  "chain (id) AS (SELECT ?1 UNION SELECT CASE WHEN link.older = chain.id THEN link.newer "         \
  "ELSE link.older END FROM chain JOIN link ON chain.id IN (link.older, link.newer)) "             \
  "SELECT d.*, u.name AS unit_name FROM document AS d LEFT JOIN unit AS u ON u.id = d.unit_id "    \
  "WHERE d.id IN (SELECT id FROM chain) "                                                          \
  "ORDER BY coalesce (d.valid_from, d.decided_on, d.period_from, '9999'), d.version, "             \
  "d.created_at, d.id"

static gboolean
is_in (GPtrArray *records, const char *id)
{
  for (guint i = 0; id != NULL && i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return TRUE;
  return FALSE;
}

/* The first that nothing left is older than; in a circle simply the first. */
static guint
find_next (GPtrArray *left)
{
  for (guint i = 0; i < left->len; i++)
    {
      StyrRecord *document = g_ptr_array_index (left, i);

      if (!is_in (left, styr_record_get_text (document, "previous_version_id")) &&
          !is_in (left, styr_record_get_text (document, "replaces_id")))
        return i;
    }
  return 0;
}

/** Returns: (transfer full) (nullable): the draft of a next version of the document */
StyrRecord *
styr_workspace_dup_next_draft (StyrWorkspace *self, const char *document_id)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  id = styr_workspace_dup_one (self,
                               "SELECT id AS value FROM document WHERE previous_version_id = ?1 "
                               "AND status IN ('draft', 'prepared', 'consultation') "
                               "ORDER BY version DESC LIMIT 1",
                               document_id,
                               NULL,
                               NULL);
  return id != NULL ? styr_store_get (styr_workspace_get_store (self), "document", id, NULL) : NULL;
}

/**
 * styr_workspace_dup_replaces_chain:
 *
 * Returns: (transfer full) (element-type StyrRecord): what the document replaced and what replaced
 * it, itself among them, oldest first. A circle is listed once.
 */
GPtrArray *
styr_workspace_dup_replaces_chain (StyrWorkspace *self, const char *document_id)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *chain = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (STYR_IS_WORKSPACE (self) && document_id != NULL, chain);

  left = styr_store_select (
      styr_workspace_get_store (self), "document", &error, CHAIN, document_id, NULL);
  if (left == NULL)
    g_warning ("chain: %s", error->message);
  while (left != NULL && left->len > 0)
    g_ptr_array_add (chain, g_ptr_array_steal_index (left, find_next (left)));
  return chain;
}

/* Documents whose day has come: decided to be replaced or revoked from a day that is here now. */
#define DUE                                                                                        \
  "SELECT d.id, d.title, CASE WHEN d.revoked_on IS NOT NULL THEN 'revoked' ELSE 'superseded' END " \
  "AS becomes FROM document AS d WHERE d.status IN ('decided', 'published') "                      \
  "AND d.valid_to < ?1 AND (d.revoked_on <= ?1 OR EXISTS (SELECT 1 FROM document_event AS e "      \
  "WHERE e.document_id = d.id AND e.status = 'superseded' AND e.on_date <= ?1)) ORDER BY d.title"

/**
 * styr_workspace_settle:
 *
 * Gives documents the status that a decision of earlier gave them from a day that has come:
 * replaced by a version that begins now, revoked from now on. Does nothing when there are none.
 * Nobody's undo or redo.
 */
gboolean
styr_workspace_settle (StyrWorkspace *self, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrSteps) steps = styr_steps_new (self, batch);
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *label = NULL;
  GError *local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  due = styr_store_select (styr_workspace_get_store (self),
                           "document",
                           &local,
                           DUE,
                           styr_workspace_get_today (self),
                           NULL);
  if (due == NULL)
    {
      styr_workspace_map_error (local, styr_workspace_get_path (self), error);
      return FALSE;
    }
  if (due->len == 0)
    return TRUE;
  for (guint i = 0; i < due->len; i++)
    {
      StyrRecord *document = g_ptr_array_index (due, i);

      styr_steps_settle (steps,
                         styr_record_get_id (document),
                         styr_record_is (document, "becomes", "revoked")
                             ? STYR_DOCUMENT_REVOKED
                             : STYR_DOCUMENT_SUPERSEDED);
    }
  label = g_strdup_printf (
      ngettext ("%u document no longer applies", "%u documents no longer apply", due->len),
      due->len);
  return styr_batch_write (batch, self, label, STYR_STORE_SETTLING, error);
}
