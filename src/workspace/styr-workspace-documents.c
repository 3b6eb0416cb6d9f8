/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-document-card.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/** Returns: (transfer full) (nullable): the column "value" of the first row of a query; parameters
 * that are NULL end the list */
char *
styr_workspace_dup_one (
    StyrWorkspace *self, const char *sql, const char *p1, const char *p2, const char *p3)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      styr_store_select (styr_workspace_get_store (self), "value", &error, sql, p1, p2, p3, NULL);

  if (rows == NULL)
    {
      g_warning ("query: %s", error->message);
      return NULL;
    }
  return rows->len > 0 ? g_strdup (styr_record_get_text (g_ptr_array_index (rows, 0), "value"))
                       : NULL;
}

/** Returns: (transfer full): the whole document; NULL with an error when it isn't there */
StyrDossier *
styr_workspace_dup_dossier (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (StyrRecord) document = NULL;
  StyrDossier *dossier = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);
  g_return_val_if_fail (styr_workspace_get_model (self) != NULL, NULL);

  document = styr_store_get (styr_workspace_get_store (self), "document", document_id, &local);
  if (document != NULL)
    dossier = styr_store_load_dossier (styr_workspace_get_store (self),
                                       styr_workspace_get_model_of (self, document),
                                       document_id,
                                       &local);
  if (dossier == NULL)
    styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
  return dossier;
}

/** Returns: (transfer full): the document's row if it may be written in. Errors: READ_ONLY when it
 * is decided or later, NOT_FOUND */
StyrRecord *
styr_workspace_get_editable (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (self), "document", document_id, &local);

  if (document == NULL)
    {
      if (local == NULL)
        local = g_error_new_literal (STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, "document");
      styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
      return NULL;
    }
  if (styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) >= STYR_DOCUMENT_DECIDED)
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_READ_ONLY,
                   _ ("“%s” has been decided and can’t be changed: make a new version of it."),
                   styr_record_get_text (document, "title"));
      return NULL;
    }
  return g_steal_pointer (&document);
}

/* A type as new documents of the year are made by it. */
static const StyrDocumentType *
type_of_year (StyrWorkspace *self, const char *type, int year)
{
  StyrModel *model = styr_workspace_find_model_for (self, type, year);

  return model != NULL ? styr_model_find_document_type (model, type) : NULL;
}

/**
 * styr_workspace_find_document:
 * @unit_id: (nullable): NULL and "" are the whole municipality
 *
 * A document that each unit makes must be the unit's; of others there is one for all, whoever made
 * it.
 *
 * Returns: (transfer full) (nullable): the newest version of the type's document for the unit and
 * year, or the standing one
 */
char *
styr_workspace_find_document (StyrWorkspace *self, const char *type, const char *unit_id, int year)
{
  g_autoptr (GError) error = NULL;
  const StyrDocumentType *found;
  char *id;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);

  found = type_of_year (self, type, year);
  id = styr_store_find_document (styr_workspace_get_store (self),
                                 type,
                                 unit_id,
                                 year,
                                 found != NULL && found->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR,
                                 &error);
  if (error != NULL)
    g_warning ("find document: %s", error->message);
  return id;
}

static const StyrDocumentType *
find_type (StyrWorkspace *self, const char *type, int year, GError **error)
{
  const StyrDocumentType *found = type_of_year (self, type, year);

  if (found == NULL)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_NOT_FOUND,
                 _ ("The steering model has no document type “%s”."),
                 type);
  else if (styr_document_type_is_retired (found, styr_workspace_get_today (self)))
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_VALUE,
                   _ ("“%s” is out of use in the steering model: no new ones are made."),
                   found->name);
      return NULL;
    }
  return found;
}

static gboolean
check_unit (StyrWorkspace *self, const StyrDocumentType *type, StyrRecord *unit, GError **error)
{
  if (type->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR)
    return TRUE;
  if (unit == NULL)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("Each unit makes its own “%s”: choose whose it is."),
                 type->name);
  else if (type->producers->len > 0 &&
           !styr_strings_contain (type->producers, styr_record_get_text (unit, "type")))
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 /* Translators: the unit's name, then the document type. */
                 _ ("%s doesn’t make “%s” in this steering model: choose another unit."),
                 styr_record_get_text (unit, "name"),
                 type->name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_duplicate (StyrWorkspace *self,
                 const StyrDocumentType *type,
                 const char *unit_id,
                 int year,
                 GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *year_text = g_strdup_printf ("%d", year);

  if (type->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR)
    return TRUE;
  title = styr_workspace_dup_one (
      self,
      "SELECT title AS value FROM document WHERE type = ?1 AND coalesce (unit_id, '') = ?2 "
      "AND year = CAST (?3 AS INTEGER) AND status NOT IN ('superseded', 'revoked') LIMIT 1",
      type->id,
      unit_id != NULL ? unit_id : "",
      year_text);
  if (title == NULL)
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               _ ("“%s” is there already: open it, or make a new version of it."),
               title);
  return FALSE;
}

static void
add_preset_rows (StyrBatch *batch, const StyrDocumentType *type, const char *document_id)
{
  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      for (guint j = 0; section->fields->len > 0 && j < section->preset->len; j++)
        {
          const StyrField *first = g_ptr_array_index (section->fields, 0);
          g_autofree char *id = styr_workspace_new_id ();
          StyrRecord *row = styr_batch_insert (batch, "document_row", id);

          styr_record_set_text (row, "document_id", document_id);
          styr_record_set_text (row, "section", section->id);
          styr_record_set_int (row, "position", j);
          styr_batch_value (
              batch, document_id, id, first->id, g_ptr_array_index (section->preset, j));
        }
    }
}

/* What the document must refer to is known when there is one such document of the unit and the
 * year: the plan that a report is about */
static void
add_references (
    StyrWorkspace *self, StyrBatch *batch, const StyrDocumentType *type, StyrRecord *card, int year)
{
  const char *id = styr_record_get_id (card);

  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      for (guint j = 0; section->kind == STYR_SECTION_FIELDS && j < section->fields->len; j++)
        {
          const StyrField *field = g_ptr_array_index (section->fields, j);
          g_autofree char *found = NULL, *key = NULL;

          if (field->kind != STYR_FIELD_REFERENCE || !field->required ||
              field->document_type == NULL)
            continue;
          found = styr_workspace_find_document (
              self, field->document_type, styr_record_get_text (card, "unit_id"), year);
          key = g_strdup_printf ("%s.%s", section->id, field->id);
          if (found != NULL)
            styr_batch_value (batch, id, id, key, found);
        }
    }
}

/* A unit makes documents of its own time: of a period that it lives in some part of, or from now
 * on. */
static gboolean
check_lifetime (StyrWorkspace *self, StyrRecord *unit, StyrRecord *card, GError **error)
{
  const char *begin = styr_record_get_text (card, "period_from");
  const char *end = styr_record_get_text (card, "period_to");
  const char *from = unit != NULL ? styr_record_get_text (unit, "valid_from") : NULL;
  const char *to = unit != NULL ? styr_record_get_text (unit, "valid_to") : NULL;

  if (begin == NULL)
    begin = styr_workspace_get_today (self);
  if ((to == NULL || strcmp (to, begin) >= 0) &&
      (from == NULL || end == NULL || strcmp (from, end) <= 0))
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: a unit's name; “then” is the period of a new document. */
               _ ("%s doesn’t exist then: choose another unit or year."),
               styr_record_get_text (unit, "name"));
  return FALSE;
}

/**
 * styr_workspace_create_document:
 * @type: document type of the model
 * @unit_id: (nullable): whose it is; NULL or "" for the whole municipality
 * @year: the year it is for; types without a period ignore it
 *
 * Makes a draft with the card filled in from the document type, and the rows it begins with.
 *
 * Returns: (transfer full): its id. Errors: NOT_FOUND (type or unit), VALUE (unit missing or wrong,
 * there is one already)
 */
char *
styr_workspace_create_document (
    StyrWorkspace *self, const char *type, const char *unit_id, int year, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) card = NULL;
  g_autofree char *label = NULL;
  const StyrDocumentType *found;
  StyrRecord *unit = NULL;
  const char *id;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL, NULL);

  found = find_type (self, type, year, error);
  if (found == NULL)
    return NULL;
  if (unit_id != NULL && *unit_id != '\0')
    {
      unit = styr_workspace_find_unit (self, unit_id);
      if (unit == NULL)
        {
          g_set_error_literal (error,
                               STYR_WORKSPACE_ERROR,
                               STYR_WORKSPACE_ERROR_NOT_FOUND,
                               _ ("That unit isn’t there: choose another."));
          return NULL;
        }
    }
  if (!check_unit (self, found, unit, error) ||
      !check_duplicate (self, found, unit != NULL ? unit_id : NULL, year, error))
    return NULL;

  card = styr_document_card_new (self, found, unit, year);
  if (!check_lifetime (self, unit, card, error))
    return NULL;
  id = styr_record_get_id (card);
  styr_batch_add (batch, card);
  styr_batch_event (batch, id, STYR_DOCUMENT_DRAFT, styr_workspace_get_today (self), NULL, 0);
  add_preset_rows (batch, found, id);
  add_references (self, batch, found, card, year);
  label = g_strdup_printf (_ ("Created %s"), styr_record_get_text (card, "title"));
  if (!styr_batch_write (batch, self, label, NULL, error))
    return NULL;
  return g_strdup (id);
}

/**
 * styr_workspace_check_unassessed:
 * @column: "goal_id" or "document_id": what @id is
 *
 * Whether a goal, or a document's goals, can be taken away: what a decided document says about a
 * goal must not vanish with it.
 */
gboolean
styr_workspace_check_unassessed (StyrWorkspace *self,
                                 const char *column,
                                 const char *id,
                                 GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT d.title AS value FROM goal g JOIN assessment a ON a.goal_id = g.id "
      "JOIN document d ON d.id = a.document_id "
      "WHERE g.%s = ?1 AND d.status NOT IN ('draft', 'prepared', 'consultation') LIMIT 1",
      g_str_equal (column, "goal_id") ? "id" : "document_id");

  title = styr_workspace_dup_one (self, sql, id, NULL, NULL);
  if (title == NULL)
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_READ_ONLY,
               _ ("“%s”, which has been decided, assesses this: it can’t be removed."),
               title);
  return FALSE;
}

/* What has been decided names what it is about, and that stays. */
static gboolean
check_not_named (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autofree char *title = styr_workspace_dup_one (
      self,
      "SELECT c.title AS value FROM decision AS c WHERE c.status = 'decided' "
      "AND (c.document_id = ?1 OR EXISTS (SELECT 1 FROM decision_clause AS l "
      "WHERE l.decision_id = c.id AND l.document_id = ?1)) LIMIT 1",
      document_id,
      NULL,
      NULL);

  if (title == NULL)
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_READ_ONLY,
               /* Translators: the title of a decision. */
               _ ("The decision “%s” has been taken and names this document: it can’t be deleted."),
               title);
  return FALSE;
}

/** Deletes a draft with all its parts and what was proposed of it. Errors: READ_ONLY when it is
 * more than a draft, or a decision that has been taken names it */
gboolean
styr_workspace_delete_document (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL ||
      !styr_workspace_check_unassessed (self, "document_id", document_id, error) ||
      !check_not_named (self, document_id, error))
    return FALSE;
  if (!styr_record_is (document, "status", "draft"))
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_READ_ONLY,
                   _ ("Only drafts can be deleted: take “%s” back to a draft first."),
                   styr_record_get_text (document, "title"));
      return FALSE;
    }
  styr_batch_execute (batch,
                      "DELETE FROM decision WHERE document_id = ?1 "
                      "AND status IN ('proposed', 'postponed')",
                      document_id,
                      NULL);
  styr_batch_delete (batch, "document", document_id);
  label = g_strdup_printf (_ ("Deleted %s"), styr_record_get_text (document, "title"));
  return styr_batch_write (batch, self, label, NULL, error);
}

/**
 * styr_workspace_dup_link_targets:
 *
 * The goals that a section's goals can be said to serve: of the type the model says, in documents
 * that are in force or being made for the document's year, as it was on the year's last day.
 *
 * Returns: (transfer full) (element-type StyrRecord): goals + area (the text of the goal that
 * groups them)
 */
GPtrArray *
styr_workspace_dup_link_targets (StyrWorkspace *self,
                                 const char *document_id,
                                 const StyrSection *section)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *goals = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && section != NULL, NULL);

  if (section->link_goal_type != NULL)
    goals = styr_store_list_link_targets (
        styr_workspace_get_store (self), document_id, section->link_goal_type, &error);
  if (error != NULL)
    g_warning ("link targets: %s", error->message);
  return goals != NULL ? goals : g_ptr_array_new_with_free_func (g_object_unref);
}

/** Returns: (transfer full) (nullable): the scale that @goal is assessed with in @document: the
 * section's, else the goal type's */
char *
styr_workspace_dup_goal_scale (StyrWorkspace *self, StyrRecord *document, StyrRecord *goal)
{
  StyrModel *model = styr_workspace_get_model_of (self, document);
  const StyrDocumentType *type =
      styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  const StyrGoalType *goal_type =
      styr_model_find_goal_type (model, styr_record_get_text (goal, "type"));
  const char *scale = NULL;

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      if (section->kind != STYR_SECTION_ASSESSMENTS || section->scale == NULL)
        continue;
      if (section->goal_type != NULL && styr_record_is (goal, "type", section->goal_type))
        return g_strdup (section->scale);
      if (section->goal_type == NULL && scale == NULL)
        scale = section->scale;
    }
  if (scale == NULL && goal_type != NULL)
    scale = goal_type->scale;
  return g_strdup (scale);
}
