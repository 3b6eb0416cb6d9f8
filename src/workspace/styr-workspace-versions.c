/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-locale.h"
#include "styr-batch.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"

#include <glib/gi18n-lib.h>

/* A copy of one document's parts into another: old ids to new ones, so that what belongs together
 * still does. */
typedef struct
{
  StyrWorkspace *workspace;
  StyrBatch *batch;
  StyrDossier *source;
  const char *source_id, *target_id;
  GHashTable *ids;      /* old id to new id */
  gboolean same_period; /* a new version takes everything; a new year only what lives on */
} Copy;

static const char *
new_id_of (Copy *copy, const char *old_id)
{
  return old_id != NULL ? g_hash_table_lookup (copy->ids, old_id) : NULL;
}

/* Which goal a reference shall mean in the copy: the copied one; in a new year the one that took
 * over from it, if there is one. */
static char *
dup_goal_of (Copy *copy, const char *old_id)
{
  const char *copied = new_id_of (copy, old_id);

  if (copied != NULL || old_id == NULL || copy->same_period)
    return g_strdup (copied != NULL ? copied : old_id);
  return styr_workspace_dup_one (
      copy->workspace,
      "SELECT g.id AS value FROM goal g JOIN document d ON d.id = g.document_id "
      "WHERE g.recurs_from_id = ?1 AND d.status NOT IN ('superseded', 'revoked') LIMIT 1",
      old_id,
      NULL,
      NULL);
}

static const char *
give_id (Copy *copy, StyrRecord *record)
{
  char *id = styr_workspace_new_id ();

  g_hash_table_insert (copy->ids, g_strdup (styr_record_get_id (record)), id);
  return id;
}

static gboolean
is_own (Copy *copy, StyrRecord *record)
{
  return styr_record_is (record, "document_id", copy->source_id);
}

/* The same day a year later: what was due last year is not due before the new year begins. */
static char *
a_year_later (const char *iso_date)
{
  g_autoptr (GDate) date = styr_date_from_iso (iso_date);

  if (date == NULL)
    return g_strdup (iso_date);
  g_date_add_years (date, 1);
  return styr_date_to_iso (date);
}

static gboolean
is_date_column (const char *column)
{
  return g_str_equal (column, "due_on") || g_str_equal (column, "starts_on");
}

/* A figure or a day of last year says nothing of the new one: it is asked for again. */
static gboolean
is_figure (Copy *copy, const char *field)
{
  const StyrDocumentType *type = styr_dossier_get_document_type (copy->source);
  g_auto (GStrv) parts = g_strsplit (field, ".", 2);
  const StyrSection *section = type != NULL && parts[0] != NULL && parts[1] != NULL
                                   ? styr_document_type_find_section (type, parts[0])
                                   : NULL;
  const StyrField *found = section != NULL ? styr_section_find_field (section, parts[1]) : NULL;

  return found != NULL && (found->kind == STYR_FIELD_MONEY || found->kind == STYR_FIELD_NUMBER ||
                           found->kind == STYR_FIELD_PERCENT || found->kind == STYR_FIELD_YEAR ||
                           found->kind == STYR_FIELD_DATE || found->kind == STYR_FIELD_REFERENCE);
}

/* A copy of the named columns under a new id; what a query joined to the row is left behind. */
static StyrRecord *
add_copy (Copy *copy, StyrRecord *record, const char *id, const char *const *columns)
{
  StyrRecord *made = styr_batch_insert (copy->batch, styr_record_get_kind (record), id);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *value = styr_record_get_text (record, columns[i]);
      g_autofree char *moved = value != NULL && !copy->same_period && is_date_column (columns[i])
                                   ? a_year_later (value)
                                   : NULL;

      styr_record_set_text (made, columns[i], moved != NULL ? moved : value);
    }
  return made;
}

static void
copy_rows (Copy *copy)
{
  static const char *const columns[] = { "section", "position", NULL };
  GPtrArray *rows = styr_dossier_get_records (copy->source, "document_row");

  for (guint i = 0; i < rows->len; i++)
    {
      StyrRecord *made = add_copy (copy, rows->pdata[i], give_id (copy, rows->pdata[i]), columns);

      styr_record_set_text (made, "document_id", copy->target_id);
    }
}

static void
copy_goals (Copy *copy)
{
  static const char *const columns[] = { "type",       "label",    "text", "motivation",
                                         "own_reason", "position", NULL };
  GPtrArray *goals = styr_dossier_get_records (copy->source, "goal");

  for (guint i = 0; i < goals->len; i++)
    if (is_own (copy, goals->pdata[i]))
      give_id (copy, goals->pdata[i]);
  /* Groups first: their goals refer to them. */
  for (int grouped = 0; grouped <= 1; grouped++)
    for (guint i = 0; i < goals->len; i++)
      {
        StyrRecord *goal = goals->pdata[i];
        StyrRecord *made;

        if (!is_own (copy, goal) || styr_record_has (goal, "parent_id") != grouped)
          continue;
        made = add_copy (copy, goal, new_id_of (copy, styr_record_get_id (goal)), columns);
        styr_record_set_text (made, "document_id", copy->target_id);
        styr_record_set_text (
            made, "parent_id", new_id_of (copy, styr_record_get_text (goal, "parent_id")));
        styr_record_set_text (made, "recurs_from_id", styr_record_get_id (goal));
      }
}

static void
copy_criteria (Copy *copy)
{
  static const char *const columns[] = {
    "label",       "kind",          "text",   "unit",   "direction", "baseline", "target_value",
    "target_text", "period_target", "due_on", "source", "position",  NULL
  };
  GPtrArray *criteria = styr_dossier_get_records (copy->source, "criterion");

  for (guint i = 0; i < criteria->len; i++)
    {
      StyrRecord *criterion = criteria->pdata[i];
      const char *goal_id = new_id_of (copy, styr_record_get_text (criterion, "goal_id"));

      if (goal_id != NULL)
        styr_record_set_text (
            add_copy (copy, criterion, give_id (copy, criterion), columns), "goal_id", goal_id);
    }
}

static void
copy_links (Copy *copy)
{
  static const char *const columns[] = { "kind", "motivation", NULL };
  GPtrArray *links = styr_dossier_get_records (copy->source, "goal_link");

  for (guint i = 0; i < links->len; i++)
    {
      StyrRecord *link = links->pdata[i];
      const char *goal_id = new_id_of (copy, styr_record_get_text (link, "goal_id"));
      const char *target = styr_record_get_text (link, "target_id");
      g_autofree char *new_target = dup_goal_of (copy, target);
      StyrRecord *made;

      if (goal_id == NULL)
        continue;
      made = add_copy (copy, link, give_id (copy, link), columns);
      styr_record_set_text (made, "goal_id", goal_id);
      styr_record_set_text (made, "target_id", new_target != NULL ? new_target : target);
    }
}

static gboolean
lives_on (Copy *copy, StyrRecord *record)
{
  return copy->same_period || (!styr_record_is (record, "status", "done") &&
                               !styr_record_is (record, "status", "stopped"));
}

/* Activities and measures. A goal of another document's stays the goal that is meant. */
static void
copy_tasks (Copy *copy, const char *kind, const char *const *columns)
{
  GPtrArray *tasks = styr_dossier_get_records (copy->source, kind);

  for (guint i = 0; i < tasks->len; i++)
    {
      StyrRecord *task = tasks->pdata[i];
      g_autofree char *goal_id = dup_goal_of (copy, styr_record_get_text (task, "goal_id"));
      StyrRecord *made;

      if (!is_own (copy, task) || !lives_on (copy, task))
        continue;
      made = add_copy (copy, task, give_id (copy, task), columns);
      styr_record_set_text (made, "document_id", copy->target_id);
      styr_record_set_text (made, "goal_id", goal_id);
    }
}

static void
copy_judgements (Copy *copy)
{
  static const char *const of_assessment[] = {
    "goal_id",           "stage",       "grade", "trend", "is_final", "analysis", "reason",
    "no_measure_reason", "assessed_on", NULL
  };
  static const char *const of_outcome[] = { "criterion_id", "value", "happened_on",
                                            "is_met",       "note",  NULL };
  GPtrArray *assessments = styr_dossier_get_records (copy->source, "assessment");
  GPtrArray *outcomes = styr_dossier_get_records (copy->source, "criterion_outcome");

  for (guint i = 0; i < assessments->len; i++)
    if (is_own (copy, assessments->pdata[i]))
      styr_record_set_text (
          add_copy (
              copy, assessments->pdata[i], give_id (copy, assessments->pdata[i]), of_assessment),
          "document_id",
          copy->target_id);
  for (guint i = 0; i < outcomes->len; i++)
    if (is_own (copy, outcomes->pdata[i]))
      styr_record_set_text (
          add_copy (copy, outcomes->pdata[i], give_id (copy, outcomes->pdata[i]), of_outcome),
          "document_id",
          copy->target_id);
}

static void
copy_feedback (Copy *copy)
{
  static const char *const columns[] = {
    "type", "area", "count", "handled", "led_to_change", NULL
  };
  GPtrArray *totals = styr_dossier_get_records (copy->source, "feedback_total");

  for (guint i = 0; i < totals->len; i++)
    styr_record_set_text (
        add_copy (copy, totals->pdata[i], give_id (copy, totals->pdata[i]), columns),
        "document_id",
        copy->target_id);
}

static gboolean
has_line (StyrWorkspace *self, const char *document_id, const char *area)
{
  g_autofree char *id = styr_workspace_dup_one (
      self,
      "SELECT id AS value FROM budget_line WHERE document_id = ?1 AND area = ?2",
      document_id,
      area,
      NULL);

  return id != NULL;
}

/* A new year has the areas, with the old year's outcome to compare with; its own figures are yet to
 * come. An area that is there already stays. */
static void
copy_economy (Copy *copy)
{
  static const char *const all[] = {
    "area",          "income",  "cost",     "budget", "forecast", "previous_income",
    "previous_cost", "comment", "position", NULL
  };
  static const char *const of_new_year[] = { "area", "position", NULL };
  GPtrArray *lines = styr_dossier_get_records (copy->source, "budget_line");

  for (guint i = 0; i < lines->len; i++)
    {
      StyrRecord *line = lines->pdata[i];
      StyrRecord *made;

      if (has_line (copy->workspace, copy->target_id, styr_record_get_text (line, "area")))
        continue;
      made = add_copy (copy, line, give_id (copy, line), copy->same_period ? all : of_new_year);
      styr_record_set_text (made, "document_id", copy->target_id);
      if (!copy->same_period)
        {
          styr_record_set_text (made, "previous_income", styr_record_get_text (line, "income"));
          styr_record_set_text (made, "previous_cost", styr_record_get_text (line, "cost"));
        }
    }
}

static GPtrArray *
load_values (StyrWorkspace *self, const char *document_id)
{
  GPtrArray *values = styr_store_select (styr_workspace_get_store (self),
                                         "document_value",
                                         NULL,
                                         "SELECT * FROM document_value WHERE document_id = ?1",
                                         document_id,
                                         NULL);

  return values != NULL ? values : g_ptr_array_new_with_free_func (g_object_unref);
}

static void
copy_values (Copy *copy)
{
  g_autoptr (GPtrArray) values = load_values (copy->workspace, copy->source_id);

  for (guint i = 0; i < values->len; i++)
    {
      StyrRecord *value = values->pdata[i];
      const char *owner = styr_record_get_text (value, "owner_id");
      const char *new_owner =
          g_strcmp0 (owner, copy->source_id) == 0 ? copy->target_id : new_id_of (copy, owner);

      if (!copy->same_period && is_figure (copy, styr_record_get_text (value, "field")))
        continue;
      if (new_owner != NULL)
        styr_batch_value (copy->batch,
                          copy->target_id,
                          new_owner,
                          styr_record_get_text (value, "field"),
                          styr_record_get_text (value, "value"));
    }
}

static void
copy_parts (StyrWorkspace *self,
            StyrBatch *batch,
            StyrDossier *source,
            const char *target_id,
            gboolean same_period)
{
  static const char *const of_activity[] = { "section",   "text",     "responsible",
                                             "starts_on", "due_on",   "status",
                                             "result",    "position", NULL };
  static const char *const of_measure[] = {
    "section",     "cause",       "text",   "responsible",    "due_on",   "effect_year",
    "effect_full", "effect_text", "status", "next_plan_text", "position", "next_plan_goal_id",
    NULL
  };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *source_id = styr_record_get_id (styr_dossier_get_document (source));
  Copy copy = { self, batch, source, source_id, target_id, ids, same_period };

  copy_rows (&copy);
  copy_goals (&copy);
  copy_criteria (&copy);
  copy_links (&copy);
  copy_tasks (&copy, "activity", of_activity);
  copy_economy (&copy);
  /* Last year's deviations, their measures, assessments and counts are last year's. */
  if (same_period)
    {
      copy_feedback (&copy);
      copy_tasks (&copy, "measure", of_measure);
      copy_judgements (&copy);
    }
  copy_values (&copy);
}

/* The same type's document of the same unit the year before, newest version. */
static char *
find_previous (StyrWorkspace *self, StyrRecord *document)
{
  if (!styr_record_has (document, "year"))
    return NULL;
  return styr_workspace_dup_one (
      self,
      "SELECT p.id AS value FROM document d JOIN document p ON p.type = d.type "
      "AND p.unit_id IS d.unit_id AND p.year < d.year "
      "AND p.year = CASE WHEN d.period_to IS NULL OR substr (d.period_to, 1, 4) - d.year < 2 "
      "THEN d.year - 1 ELSE (SELECT max (q.year) FROM document q WHERE q.type = d.type "
      "AND q.unit_id IS d.unit_id AND q.year < d.year) END "
      "WHERE d.id = ?1 AND p.status <> 'revoked' ORDER BY p.version DESC, p.id LIMIT 1",
      styr_record_get_id (document),
      NULL,
      NULL);
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
  copy_parts (self, batch, source, document_id, FALSE);
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

/**
 * styr_workspace_new_version:
 *
 * Makes a draft that is a copy of a decided document; when it is decided, the old one is
 * superseded.
 *
 * Returns: (transfer full): the draft's id. Errors: VALUE when it isn't decided or has a newer
 * version
 */
char *
styr_workspace_new_version (StyrWorkspace *self, const char *document_id, GError **error)
{
  static const char *const columns[] = { "model_id",
                                         "type",
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
  styr_record_set_text (made, "status", "draft");
  styr_record_set_int (made, "version", styr_record_get_int (old, "version") + 1);
  styr_record_set_text (made, "previous_version_id", document_id);
  styr_record_set_text (made, "replaces_id", document_id);
  styr_record_set_text (made, "created_at", now);
  styr_batch_event (batch, id, STYR_DOCUMENT_DRAFT, styr_workspace_get_today (self), NULL, 0);
  copy_parts (self, batch, source, id, TRUE);
  label = g_strdup_printf (_ ("New version of %s"), styr_record_get_text (old, "title"));
  if (!styr_batch_write (batch, self, label, NULL, error))
    return NULL;
  return g_steal_pointer (&id);
}
