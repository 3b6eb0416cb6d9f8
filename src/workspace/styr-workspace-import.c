/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-change.h"
#include "styr-model-use.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* How many losses are named; the rest are counted */
#define LOSSES_NAMED 5

/* What there is data in, each place once, documents first: see styr-model-change.h. Economy,
 * feedback, decisions and assessments don't say in which section they were written: they need one
 * of their kind. A reason why a field doesn't apply is written in the field. */
static const char uses_sql[] =
    "SELECT DISTINCT 0 AS place, 'document' AS what, type, NULL AS section, NULL AS ref"
    " FROM document AS d WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, r.section, 'rows'"
    " FROM document_row AS r JOIN document AS d ON d.id = r.document_id"
    " WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, a.section, 'activities'"
    " FROM activity AS a JOIN document AS d ON d.id = a.document_id"
    " WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, m.section, 'measures'"
    " FROM measure AS m JOIN document AS d ON d.id = m.document_id"
    " WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, NULL, 'economy'"
    " FROM budget_line AS x JOIN document AS d ON d.id = x.document_id WHERE d.model_id = ?1 AND "
    "?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, NULL, 'feedback'"
    " FROM feedback_total AS x JOIN document AS d ON d.id = x.document_id WHERE d.model_id = ?1 "
    "AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, NULL, 'decision'"
    " FROM decision AS x JOIN document AS d ON d.id = x.document_id WHERE d.model_id = ?1 AND ?2 "
    "IN ('', d.id) "
    "UNION SELECT DISTINCT 1, 'section', d.type, NULL, 'assessments'"
    " FROM assessment AS x JOIN document AS d ON d.id = x.document_id WHERE d.model_id = ?1 AND ?2 "
    "IN ('', d.id) "
    "UNION SELECT DISTINCT 2, 'goal', d.type, NULL, g.type"
    " FROM goal AS g JOIN document AS d ON d.id = g.document_id"
    " WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 3, 'field', d.type, substr (v.field, 1, instr (v.field, '.') - 1),"
    " substr (replace (v.field, ':na', ''), instr (v.field, '.') + 1)"
    " FROM document_value AS v JOIN document AS d ON d.id = v.document_id"
    " WHERE v.owner_id = v.document_id AND instr (v.field, '.') > 0"
    " AND d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 3, 'field', d.type, r.section, replace (v.field, ':na', '')"
    " FROM document_value AS v JOIN document_row AS r ON r.id = v.owner_id"
    " JOIN document AS d ON d.id = v.document_id WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 4, 'goal-field', d.type, g.type, replace (v.field, ':na', '')"
    " FROM document_value AS v JOIN goal AS g ON g.id = v.owner_id"
    " JOIN document AS d ON d.id = v.document_id WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 5, 'grade', d.type, g.type, a.grade"
    " FROM assessment AS a JOIN goal AS g ON g.id = a.goal_id"
    " JOIN document AS d ON d.id = a.document_id WHERE a.grade IS NOT NULL"
    " AND d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 6, 'feedback', NULL, NULL, f.type FROM feedback_total AS f"
    " JOIN document AS d ON d.id = f.document_id WHERE d.model_id = ?1 AND ?2 IN ('', d.id) "
    "UNION SELECT DISTINCT 7, 'body', NULL, NULL, type FROM unit "
    "ORDER BY place, type, section, ref";

/** Returns: (transfer full): the first of @lost, and how many more there are */
char *
styr_workspace_join_losses (GPtrArray *lost)
{
  GString *text = g_string_new (NULL);
  guint named = lost->len > LOSSES_NAMED + 1 ? LOSSES_NAMED : lost->len;

  for (guint i = 0; i < named; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) lost->pdata[i]);
  if (lost->len > named)
    {
      g_string_append (text, "; ");
      g_string_append_printf (
          text, ngettext ("%u more", "%u more", lost->len - named), lost->len - named);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  StyrWorkspace *workspace;
  const char *model_id;
  StyrModel *before, *after;
  GPtrArray *lost;
} Kinds;

static gboolean
can_hold (StyrWorkspace *self, const StyrField *field, const char *value)
{
  g_autofree char *stored = NULL;

  return styr_workspace_check_field (self, field, value, &stored, NULL) &&
         g_str_equal (stored, value);
}

/* A field that becomes another kind holds what was written in the first, or it is lost. */
static void
add_lost_of_kind_cb (const StyrField *field, const char *path, gpointer user_data)
{
  const Kinds *self = user_data;
  g_autoptr (StyrModelField) now = styr_model_field_new (self->after, path);
  g_autoptr (StyrModelField) before = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (now == NULL || now->field->kind == field->kind)
    return;
  before = styr_model_field_new (self->before, path);
  values = styr_model_field_load_values (
      before, styr_workspace_get_store (self->workspace), self->model_id, NULL);
  for (guint i = 0; values != NULL && i < values->len; i++)
    if (styr_model_field_is_value (before, values->pdata[i]) &&
        !can_hold (self->workspace, now->field, styr_record_get_text (values->pdata[i], "value")))
      {
        /* Translators: the title of a field */
        g_ptr_array_add (self->lost,
                         g_strdup_printf (_ ("the field “%s”, of another kind"), field->title));
        return;
      }
}

/* @document_id: "" = all that were made by the model */
static GPtrArray *
dup_lost_of (StyrWorkspace *self,
             const char *model_id,
             const char *document_id,
             StyrModel *before,
             StyrModel *after,
             GError **error)
{
  StyrStore *store = styr_workspace_get_store (self);
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) uses =
      styr_store_select (store, "use", &local, uses_sql, model_id, document_id, NULL);

  if (uses != NULL)
    {
      GPtrArray *lost = styr_model_dup_lost (before, after, uses);
      Kinds kinds = { self, model_id, before, after, lost };

      styr_model_use_add_lost_choices (store, model_id, before, after, lost);
      styr_model_foreach_field (before, add_lost_of_kind_cb, &kinds);
      return lost;
    }
  styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
  return NULL;
}

/**
 * styr_workspace_dup_lost:
 *
 * What is written must still be seen: what the documents made by the model @model_id hold and
 * @after has no place for.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): each loss in words; NULL with an error
 */
GPtrArray *
styr_workspace_dup_lost (
    StyrWorkspace *self, const char *model_id, StyrModel *before, StyrModel *after, GError **error)
{
  return dup_lost_of (self, model_id, "", before, after, error);
}

/**
 * styr_workspace_fits_model:
 *
 * Whether all that is written in a document has a place in another model than the one it was made
 * by, so that its next version can be made by that one. A choice or a kind that no longer holds
 * what any document of the old model says counts as no place.
 */
gboolean
styr_workspace_fits_model (StyrWorkspace *self, StyrRecord *document, StyrModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lost = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self) && STYR_IS_RECORD (document), FALSE);
  g_return_val_if_fail (STYR_IS_MODEL (model), FALSE);

  lost = dup_lost_of (self,
                      styr_record_get_text (document, "model_id"),
                      styr_record_get_id (document),
                      styr_workspace_get_model_of (self, document),
                      model,
                      &error);
  if (lost == NULL)
    g_warning ("new version: %s", error->message);
  return lost != NULL && lost->len == 0 &&
         styr_model_find_document_type (model, styr_record_get_text (document, "type")) != NULL;
}

static gboolean
check_losses (StyrWorkspace *self, StyrModel *model, GError **error)
{
  g_autoptr (GPtrArray) lost = styr_workspace_dup_lost (
      self, styr_workspace_get_model_id (self), styr_workspace_get_model (self), model, error);
  g_autofree char *text = NULL;

  if (lost == NULL || lost->len == 0)
    return lost != NULL;
  text = styr_workspace_join_losses (lost);
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: a list of what the file's model lacks */
               _ ("The model in the file has no place for what is already written: %s. Add it to "
                  "the model, or remove what is written first."),
               text);
  return FALSE;
}

typedef struct
{
  const char *model_id;
  StyrModel *model;
} Replacement;

/**
 * styr_workspace_keep_decision:
 * @model: that of a file
 *
 * Whose the model is and what was decided about it is said by the one that is there: a file only
 * changes what it holds.
 *
 * Returns: (transfer full) (nullable): what the shown model would be when @model replaces it
 */
StyrModel *
styr_workspace_keep_decision (StyrWorkspace *self, StyrModel *model, GError **error)
{
  static const char *const kept[] = { "municipality", "status",       "decidedBy",
                                      "decidedOn",    "sectionNo",    "validFrom",
                                      "validTo",      "interimUntil", "registrationNo" };
  JsonObject *old = json_node_get_object (styr_model_to_json (styr_workspace_get_model (self)));
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  JsonObject *package = json_node_get_object (root);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (json_object_has_member (old, kept[i]))
      json_object_set_member (package, kept[i], json_object_dup_member (old, kept[i]));
    else
      json_object_remove_member (package, kept[i]);
  return styr_model_new_from_json (root, error);
}

/* What can't be read back must not be left in the database: that would be found only when it is
 * opened next time. */
static gboolean
replace_cb (StyrStore *store, gpointer user_data, GError **error)
{
  const Replacement *replacement = user_data;
  g_autoptr (StyrModel) again = NULL;

  if (!styr_store_replace_model (store, replacement->model_id, replacement->model, error))
    return FALSE;
  again = styr_store_load_model_by_id (store, replacement->model_id, error);
  return again != NULL;
}

/**
 * styr_workspace_import_model:
 *
 * Replaces the model by the package in a file, as a change that can be undone; whose it is, its
 * status and its decision stay. Errors: BAD_FILE names the place in the file; READ_ONLY: another
 * model has replaced it; VALUE names what there is data in and the package has no place for
 */
gboolean
styr_workspace_import_model (StyrWorkspace *self, const char *path, GError **error)
{
  g_autoptr (StyrModel) file = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *label = NULL, *entry = NULL;
  Replacement replacement;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (styr_workspace_get_model (self) == NULL)
    {
      g_set_error_literal (
          error,
          STYR_WORKSPACE_ERROR,
          STYR_WORKSPACE_ERROR_VALUE,
          _ ("There is no municipality here yet: begin one with this model instead."));
      return FALSE;
    }
  if (!styr_workspace_check_model_open (self, error))
    return FALSE;
  file = styr_workspace_load_model_file (path, error);
  model = file != NULL ? styr_workspace_keep_decision (self, file, error) : NULL;
  if (model == NULL || !check_losses (self, model, error))
    return FALSE;
  replacement.model_id = styr_workspace_get_model_id (self);
  replacement.model = model;
  label = g_strdup_printf (_ ("Imported the steering model %s"), styr_model_get_name (model));
  entry = styr_workspace_dup_model_label (self, label);
  if (styr_store_write (
          styr_workspace_get_store (self), entry, NULL, replace_cb, &replacement, &local))
    return TRUE;
  styr_workspace_map_error (g_steal_pointer (&local), path, error);
  return FALSE;
}
