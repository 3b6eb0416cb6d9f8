/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-item-columns.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>

static gpointer
fail (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return NULL;
}

static const char *
sentence_gone (void)
{
  return _ ("That is no longer there: it may have been removed or undone.");
}

static gboolean
belongs (StyrWorkspace *self, StyrRecord *document, StyrRecord *item)
{
  const char *kind = styr_record_get_kind (item);
  const char *document_id = styr_record_get_id (document);
  g_autoptr (StyrRecord) goal = NULL;

  if (g_str_has_prefix (kind, "decision_"))
    {
      g_autoptr (StyrRecord) decision = styr_store_get (styr_workspace_get_store (self),
                                                        "decision",
                                                        styr_record_get_text (item, "decision_id"),
                                                        NULL);

      return decision != NULL && styr_record_is (decision, "document_id", document_id);
    }
  if (!g_str_equal (kind, "criterion") && !g_str_equal (kind, "goal_link"))
    return styr_record_is (item, "document_id", document_id);
  goal = styr_store_get (
      styr_workspace_get_store (self), "goal", styr_record_get_text (item, "goal_id"), NULL);
  return goal != NULL && styr_record_is (goal, "document_id", document_id);
}

/** Returns: (transfer full) (nullable): a part of the document; NULL when it is another's or gone
 */
StyrRecord *
styr_workspace_get_item (StyrWorkspace *self,
                         StyrRecord *document,
                         const char *kind,
                         const char *id)
{
  static const char *const kinds[] = {
    "goal",     "criterion",      "goal_link",       "activity",
    "measure",  "feedback_total", "budget_line",     "document_row",
    "decision", "decision_step",  "decision_clause", "decision_recipient",
    NULL
  };
  g_autoptr (StyrRecord) item = NULL;

  if (!g_strv_contains (kinds, kind))
    return NULL;
  item = styr_store_get (styr_workspace_get_store (self), kind, id, NULL);
  return item != NULL && belongs (self, document, item) ? g_steal_pointer (&item) : NULL;
}

/** Whether a part is the document's, be that decided or not. Errors: NOT_FOUND */
gboolean
styr_workspace_check_item (
    StyrWorkspace *self, const char *document_id, const char *kind, const char *id, GError **error)
{
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);
  g_autoptr (StyrRecord) item =
      document != NULL ? styr_workspace_get_item (self, document, kind, id) : NULL;

  if (item == NULL)
    fail (STYR_WORKSPACE_ERROR_NOT_FOUND, sentence_gone (), error);
  return item != NULL;
}

static const StyrSection *
find_section (StyrWorkspace *self, StyrRecord *document, const char *id, GError **error)
{
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model_of (self, document), styr_record_get_text (document, "type"));
  const StyrSection *section = type != NULL ? styr_document_type_find_section (type, id) : NULL;

  if (section == NULL)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("The document has no section “%s”."),
                 id);
  return section;
}

static char *
dup_next_position (
    StyrWorkspace *self, const char *sql, const char *p1, const char *p2, const char *p3)
{
  char *last = styr_workspace_dup_one (self, sql, p1, p2, p3);

  return last != NULL ? last : g_strdup ("0");
}

/* Adds the record as a part of the document; @what is the kind of part, in the user's words. */
static char *
add_record (
    StyrWorkspace *self, StyrRecord *document, StyrRecord *record, const char *what, GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autofree char *label = NULL;

  styr_batch_add (batch, record);
  /* Translators: what was added (goal, row …), then the document's title. */
  label = g_strdup_printf (_ ("Added %s in %s"), what, styr_record_get_text (document, "title"));
  if (!styr_batch_write (batch, self, label, NULL, error))
    return NULL;
  return g_strdup (styr_record_get_id (record));
}

static StyrRecord *
new_part (const char *kind, const char *owner_column, const char *owner_id, const char *position)
{
  g_autofree char *id = styr_workspace_new_id ();
  StyrRecord *record = styr_record_new (kind, id);

  styr_record_set_text (record, owner_column, owner_id);
  styr_record_set_text (record, "position", position);
  return record;
}

/** Adds an empty row to a section of rows. Returns: (transfer full): its id */
char *
styr_workspace_add_row (StyrWorkspace *self,
                        const char *document_id,
                        const char *section,
                        GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) row = NULL;
  g_autofree char *position = NULL;
  const StyrSection *found;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && section != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  found = document != NULL ? find_section (self, document, section, error) : NULL;
  if (found == NULL)
    return NULL;
  position = dup_next_position (self,
                                "SELECT max (position) + 1 AS value FROM document_row "
                                "WHERE document_id = ?1 AND section = ?2",
                                document_id,
                                section,
                                NULL);
  row = new_part ("document_row", "document_id", document_id, position);
  styr_record_set_text (row, "section", section);
  return add_record (self,
                     document,
                     row,
                     found->item_name != NULL ? found->item_name
                                              : styr_item_kind_get_name ("document_row"),
                     error);
}

/**
 * styr_workspace_add_goal:
 * @section: a section of goals
 * @parent_id: (nullable): the goal of the same document that groups it
 *
 * Returns: (transfer full): the new goal's id, with the label that comes next
 */
char *
styr_workspace_add_goal (StyrWorkspace *self,
                         const char *document_id,
                         const char *section,
                         const char *parent_id,
                         GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) goal = NULL;
  g_autofree char *position = NULL;
  g_autofree char *label = NULL;
  const StyrSection *found;
  const StyrGoalType *type;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && section != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  found = document != NULL ? find_section (self, document, section, error) : NULL;
  if (found == NULL)
    return NULL;
  type = styr_model_find_goal_type (styr_workspace_get_model_of (self, document), found->goal_type);
  if (type == NULL)
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("That section doesn’t hold goals."), error);
  if (parent_id != NULL && *parent_id != '\0')
    {
      g_autoptr (StyrRecord) parent = styr_workspace_get_item (self, document, "goal", parent_id);

      if (parent == NULL)
        return fail (STYR_WORKSPACE_ERROR_NOT_FOUND, sentence_gone (), error);
    }
  position = dup_next_position (self,
                                "SELECT max (position) + 1 AS value FROM goal "
                                "WHERE document_id = ?1 AND type = ?2",
                                document_id,
                                type->id,
                                NULL);
  goal = new_part ("goal", "document_id", document_id, position);
  styr_record_set_text (goal, "type", type->id);
  styr_record_set_text (
      goal, "parent_id", parent_id != NULL && *parent_id != '\0' ? parent_id : NULL);
  label = styr_workspace_dup_next_label (self, goal);
  styr_record_set_text (goal, "label", label);
  return add_record (self,
                     document,
                     goal,
                     type->name != NULL ? type->name : styr_item_kind_get_name ("goal"),
                     error);
}

/** Adds a criterion to one of the document's goals. Returns: (transfer full): its id */
char *
styr_workspace_add_criterion (StyrWorkspace *self,
                              const char *document_id,
                              const char *goal_id,
                              StyrCriterionKind kind,
                              GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) goal = NULL;
  g_autoptr (StyrRecord) criterion = NULL;
  g_autofree char *position = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && goal_id != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return NULL;
  goal = styr_workspace_get_item (self, document, "goal", goal_id);
  if (goal == NULL)
    return fail (STYR_WORKSPACE_ERROR_NOT_FOUND, sentence_gone (), error);
  position =
      dup_next_position (self,
                         "SELECT max (position) + 1 AS value FROM criterion WHERE goal_id = ?1",
                         goal_id,
                         NULL,
                         NULL);
  criterion = new_part ("criterion", "goal_id", goal_id, position);
  styr_record_set_enum (criterion, "kind", STYR_TYPE_CRITERION_KIND, (int) kind);
  label = styr_workspace_dup_next_label (self, criterion);
  styr_record_set_text (criterion, "label", label);
  return add_record (self, document, criterion, styr_item_kind_get_name ("criterion"), error);
}

/** Says that a goal serves another. Returns: (transfer full): the link's id; the old one's when
 * there is one already */
char *
styr_workspace_add_link (StyrWorkspace *self,
                         const char *document_id,
                         const char *goal_id,
                         const char *target_id,
                         StyrLinkKind kind,
                         GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) goal = NULL;
  g_autoptr (StyrRecord) target = NULL;
  g_autoptr (StyrRecord) link = NULL;
  g_autofree char *old = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && goal_id != NULL && target_id != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return NULL;
  goal = styr_workspace_get_item (self, document, "goal", goal_id);
  target = styr_store_get (styr_workspace_get_store (self), "goal", target_id, NULL);
  if (goal == NULL || target == NULL)
    return fail (STYR_WORKSPACE_ERROR_NOT_FOUND, sentence_gone (), error);
  if (g_str_equal (goal_id, target_id))
    return fail (STYR_WORKSPACE_ERROR_VALUE, _ ("A goal can’t serve itself."), error);
  old = styr_workspace_dup_one (
      self,
      "SELECT id AS value FROM goal_link WHERE goal_id = ?1 AND target_id = ?2",
      goal_id,
      target_id,
      NULL);
  if (old != NULL)
    return g_steal_pointer (&old);
  link = new_part ("goal_link", "goal_id", goal_id, NULL);
  styr_record_set_text (link, "target_id", target_id);
  styr_record_set_enum (link, "kind", STYR_TYPE_LINK_KIND, (int) kind);
  return add_record (self, document, link, styr_item_kind_get_name ("goal_link"), error);
}

static char *
add_task (StyrWorkspace *self,
          const char *kind,
          const char *document_id,
          const char *section,
          const char *goal_id,
          GError **error)
{
  g_autoptr (StyrRecord) document = styr_workspace_get_editable (self, document_id, error);
  g_autoptr (StyrRecord) task = NULL;
  g_autofree char *position = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT max (position) + 1 AS value FROM %s WHERE document_id = ?1 AND section = ?2", kind);

  if (document == NULL || find_section (self, document, section, error) == NULL)
    return NULL;
  if (goal_id != NULL && *goal_id != '\0')
    {
      g_autoptr (StyrRecord) goal =
          styr_store_get (styr_workspace_get_store (self), "goal", goal_id, NULL);

      if (goal == NULL)
        return fail (STYR_WORKSPACE_ERROR_NOT_FOUND, sentence_gone (), error);
    }
  position = dup_next_position (self, sql, document_id, section, NULL);
  task = new_part (kind, "document_id", document_id, position);
  styr_record_set_text (task, "section", section);
  styr_record_set_text (task, "goal_id", goal_id != NULL && *goal_id != '\0' ? goal_id : NULL);
  return add_record (self, document, task, styr_item_kind_get_name (kind), error);
}

/** Adds an activity. @goal_id: (nullable): the goal it is for. Returns: (transfer full): its id */
char *
styr_workspace_add_activity (StyrWorkspace *self,
                             const char *document_id,
                             const char *section,
                             const char *goal_id,
                             GError **error)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && section != NULL, NULL);
  return add_task (self, "activity", document_id, section, goal_id, error);
}

/** Adds a measure. @goal_id: (nullable): the goal that wasn't reached. Returns: (transfer full):
 * its id */
char *
styr_workspace_add_measure (StyrWorkspace *self,
                            const char *document_id,
                            const char *section,
                            const char *goal_id,
                            GError **error)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && section != NULL, NULL);
  return add_task (self, "measure", document_id, section, goal_id, error);
}

static gboolean
check_unit_and_year (StyrRecord *document, GError **error)
{
  if (styr_record_has (document, "unit_id") && styr_record_has (document, "year"))
    return TRUE;
  fail (STYR_WORKSPACE_ERROR_VALUE,
        _ ("Counts and money belong to a unit and a year, and this document has none."),
        error);
  return FALSE;
}

static gboolean
check_feedback_type (StyrWorkspace *self, StyrRecord *document, const char *type, GError **error)
{
  GPtrArray *types = styr_model_get_feedback_types (styr_workspace_get_model_of (self, document));

  for (guint i = 0; i < types->len; i++)
    if (g_strcmp0 (((const StyrFeedbackType *) g_ptr_array_index (types, i))->id, type) == 0)
      return TRUE;
  fail (STYR_WORKSPACE_ERROR_VALUE, _ ("The steering model has no feedback of that kind."), error);
  return FALSE;
}

/** Adds a count of feedback to what the document says of its unit and year. Returns: (transfer
 * full): its id; the old one's when it is there already */
char *
styr_workspace_add_feedback (StyrWorkspace *self,
                             const char *document_id,
                             const char *type,
                             const char *area,
                             GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) total = NULL;
  g_autofree char *old = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL && type != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL || !check_unit_and_year (document, error) ||
      !check_feedback_type (self, document, type, error))
    return NULL;
  if (area == NULL)
    area = "";
  old = styr_workspace_dup_one (
      self,
      "SELECT id AS value FROM feedback_total WHERE document_id = ?1 AND type = ?2 AND area = ?3",
      document_id,
      type,
      area);
  if (old != NULL)
    return g_steal_pointer (&old);
  total = new_part ("feedback_total", "document_id", document_id, NULL);
  styr_record_set_text (total, "type", type);
  styr_record_set_text (total, "area", area);
  return add_record (self, document, total, styr_item_kind_get_name ("feedback_total"), error);
}

/** Adds a line of money to what the document says of its unit and year. Returns: (transfer full):
 * its id; the old one's when the area has a line already */
char *
styr_workspace_add_budget_line (StyrWorkspace *self,
                                const char *document_id,
                                const char *area,
                                GError **error)
{
  g_autoptr (StyrRecord) document = NULL;
  g_autoptr (StyrRecord) line = NULL;
  g_autofree char *old = NULL;
  g_autofree char *position = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL || !check_unit_and_year (document, error))
    return NULL;
  if (area == NULL)
    area = "";
  old = styr_workspace_dup_one (self,
                                "SELECT id AS value FROM budget_line "
                                "WHERE document_id = ?1 AND area = ?2",
                                document_id,
                                area,
                                NULL);
  if (old != NULL)
    return g_steal_pointer (&old);
  position = dup_next_position (self,
                                "SELECT max (position) + 1 AS value FROM budget_line "
                                "WHERE document_id = ?1",
                                document_id,
                                NULL,
                                NULL);
  line = new_part ("budget_line", "document_id", document_id, position);
  styr_record_set_text (line, "area", area);
  return add_record (self, document, line, styr_item_kind_get_name ("budget_line"), error);
}

/* What the matter is, without the kind of document that stands before a colon or a dash */
static const char *
skip_type_name (StyrWorkspace *self, StyrRecord *document)
{
  static const char *const between[] = { ": ", " – ", " - " };
  const char *title = styr_record_get_text (document, "title");
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model_of (self, document), styr_record_get_text (document, "type"));
  g_autofree char *name = type != NULL ? g_utf8_casefold (type->name, -1) : NULL;

  for (guint i = 0; name != NULL && title != NULL && i < G_N_ELEMENTS (between); i++)
    {
      const char *found = strstr (title, between[i]);
      g_autofree char *before =
          found != NULL ? g_utf8_casefold (title, (gssize) (found - title)) : NULL;

      if (before != NULL && g_str_equal (before, name) && found[strlen (between[i])] != '\0')
        return found + strlen (between[i]);
    }
  return title;
}

/**
 * styr_workspace_add_decision:
 *
 * Adds the proposal to a decision to a document: named after its matter, decided by the body that
 * the document's rules say, with the steps of the type's chain.
 *
 * Returns: (transfer full): its id. Errors: READ_ONLY, NOT_FOUND
 */
char *
styr_workspace_add_decision (StyrWorkspace *self, const char *document_id, GError **error)
{
  g_autoptr (StyrRecord) document = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (document_id != NULL, NULL);

  document = styr_workspace_get_editable (self, document_id, error);
  if (document == NULL)
    return NULL;
  return styr_workspace_create_decision (self, skip_type_name (self, document), document_id, error);
}
