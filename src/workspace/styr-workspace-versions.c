/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-document-copy.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"

#include <glib/gi18n-lib.h>

/* The same type's document of the same unit the year before, newest version; of a unit that was
 * renamed, merged or split what those before it made, when it has none itself. */
#define PREVIOUS                                                                                   \
  "WITH RECURSIVE unit_before (id, steps) AS ("                                                    \
  "SELECT unit_id, 0 FROM document WHERE id = ?1 "                                                 \
  "UNION SELECT s.predecessor_id, b.steps + 1 FROM unit_succession s JOIN unit_before b "          \
  "ON s.successor_id = b.id WHERE b.steps < 20), "                                                 \
  "earlier AS (SELECT p.id, p.year, p.version, min (b.steps) AS steps FROM document d "            \
  "JOIN document p ON p.type = d.type AND p.year < d.year AND p.status <> 'revoked' "              \
  "JOIN unit_before b ON p.unit_id IS b.id WHERE d.id = ?1 GROUP BY p.id) "                        \
  "SELECT e.id AS value FROM earlier e JOIN document d ON d.id = ?1 "                              \
  "WHERE e.year = CASE WHEN d.period_to IS NULL OR substr (d.period_to, 1, 4) - d.year < 2 "       \
  "THEN d.year - 1 ELSE (SELECT max (year) FROM earlier) END "                                     \
  "ORDER BY e.steps, e.version DESC, e.id LIMIT 1"

static char *
find_previous (StyrWorkspace *self, StyrRecord *document)
{
  if (!styr_record_has (document, "year"))
    return NULL;
  return styr_workspace_dup_one (self, PREVIOUS, styr_record_get_id (document), NULL, NULL);
}

/** Whether there is a document of the year before to copy from, and this one may be written in. */
gboolean
styr_workspace_can_copy_previous (StyrWorkspace *self, const char *document_id)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *previous = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, NULL);
  if (document == NULL || styr_record_has (document, "copied_from_id"))
    return FALSE;
  previous = find_previous (self, document);
  return previous != NULL;
}

/* The rows a new document begins with would otherwise stand beside the copied ones. */
static void
clear_preset_rows (StyrBatch *batch, const char *document_id)
{
  styr_batch_execute (batch,
                      "DELETE FROM document_value WHERE document_id = ?1 AND owner_id IN "
                      "(SELECT id FROM document_row WHERE document_id = ?1)",
                      document_id,
                      NULL);
  styr_batch_execute (batch, "DELETE FROM document_row WHERE document_id = ?1", document_id, NULL);
}

static gboolean
has_own_rows (StyrDossier *dossier)
{
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);
  guint preset = 0;

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    preset += ((const StyrSection *) type->sections->pdata[i])->preset->len;
  return styr_dossier_get_records (dossier, "document_row")->len != preset;
}

/**
 * styr_workspace_copy_previous:
 *
 * Copies goals with criteria and links, texts, rows, the activities that aren't done and the areas
 * of the economy from the year before's document of the same type and unit. What is already written
 * here stays; texts of the same field are replaced.
 *
 * Errors: READ_ONLY; NOT_FOUND when there is no such document
 */
gboolean
styr_workspace_copy_previous (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrDossier) source = NULL;
  g_autoptr (StyrDossier) target = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return FALSE;
  previous = find_previous (self, document);
  if (previous == NULL)
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_NOT_FOUND,
                   _ ("There is no document of the year before to copy into “%s”."),
                   styr_record_get_text (document, "title"));
      return FALSE;
    }
  source = styr_workspace_dup_dossier (self, previous, error);
  target = source != NULL ? styr_workspace_dup_dossier (self, document_id, error) : NULL;
  if (target == NULL)
    return FALSE;
  if (!has_own_rows (target))
    clear_preset_rows (batch, document_id);
  styr_document_copy_parts (self, batch, source, document_id, FALSE);
  styr_batch_update (batch, "document", document_id, "copied_from_id", previous);
  /* Translators: two document titles. */
  label = g_strdup_printf (_ ("Copied %s to %s"),
                           styr_record_get_text (styr_dossier_get_document (source), "title"),
                           styr_record_get_text (document, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

static gboolean
check_can_renew (StyrWorkspace *self, StyrRecord *document, GError **error)
{
  StyrDocumentStatus status =
      (StyrDocumentStatus) styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  g_autofree char *newer = styr_workspace_dup_one (
      self,
      "SELECT title AS value FROM document WHERE previous_version_id = ?1 LIMIT 1",
      styr_record_get_id (document),
      NULL,
      NULL);

  if (status < STYR_DOCUMENT_DECIDED)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("“%s” hasn’t been decided: change it as it is."),
                 styr_record_get_text (document, "title"));
  else if (newer != NULL)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("There is a newer version of “%s” already: open that one."),
                 newer);
  else
    return TRUE;
  return FALSE;
}

/* The next version is made by the model in force, unless that has no place for what is written. */
static const char *
choose_model (StyrWorkspace *self, StyrRecord *old)
{
  const char *own = styr_record_get_text (old, "model_id");
  const char *current = styr_workspace_get_current_model_id (self);
  StyrModel *model = styr_workspace_get_current_model (self);

  if (model == NULL || g_strcmp0 (own, current) == 0)
    return own;
  return styr_workspace_fits_model (self, old, model) ? current : own;
}

/**
 * styr_workspace_new_version:
 *
 * Makes a draft that is a copy of a decided document, by the model in force where that has a place
 * for all of it; when it is decided, the old one is superseded.
 *
 * Returns: (transfer full): the draft's id. Errors: VALUE when it isn't decided or has a newer
 * version
 */
char *
styr_workspace_new_version (StyrWorkspace *self, const char *document_id, GError **error)
{
  static const char *const columns[] = { "type",
                                         "unit_id",
                                         "year",
                                         "title",
                                         "designation",
                                         "period_from",
                                         "period_to",
                                         "scope",
                                         "is_political",
                                         "law_requires_council",
                                         "applies_to",
                                         "owner_id",
                                         "responsible",
                                         "prepared_by",
                                         "start_decision",
                                         "decided_by",
                                         "follow_up_months",
                                         "publication",
                                         "publication_reason",
                                         "is_joint",
                                         "partners",
                                         NULL };
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrDossier) source = NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *now = styr_workspace_dup_now ();
  g_autofree char *label = NULL;
  StyrRecord *old, *made;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  source = styr_workspace_dup_dossier (self, document_id, error);
  if (source == NULL)
    return NULL;
  old = styr_dossier_get_document (source);
  if (!check_can_renew (self, old, error))
    return NULL;
  made = styr_batch_insert (batch, "document", id);
  for (guint i = 0; columns[i] != NULL; i++)
    styr_record_set_text (made, columns[i], styr_record_get_text (old, columns[i]));
  styr_record_set_text (made, "model_id", choose_model (self, old));
  styr_record_set_text (made, "status", "draft");
  styr_record_set_int (made, "version", styr_record_get_int (old, "version") + 1);
  styr_record_set_text (made, "previous_version_id", document_id);
  styr_record_set_text (made, "replaces_id", document_id);
  styr_record_set_text (made, "created_at", now);
  styr_batch_event (batch, id, STYR_DOCUMENT_DRAFT, styr_workspace_get_today (self), NULL, 0);
  styr_document_copy_parts (self, batch, source, id, TRUE);
  label = g_strdup_printf (_ ("New version of %s"), styr_record_get_text (old, "title"));
  if (!styr_batch_write (batch, self, label, NULL, error))
    return NULL;
  return g_steal_pointer (&id);
}
