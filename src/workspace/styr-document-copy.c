/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-copy.h"

#include "styr-locale.h"
#include "styr-workspace-private.h"

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
  return g_str_equal (column, "due_on") || g_str_equal (column, "starts_on") ||
         g_str_equal (column, "valid_from");
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

      StyrRecord *made;

      if (goal_id == NULL)
        continue;
      made = add_copy (copy, criterion, give_id (copy, criterion), columns);
      styr_record_set_text (made, "goal_id", goal_id);
      styr_record_set_text (made, "recurs_from_id", styr_record_get_id (criterion));
    }
}

/* The targets of years that the copy is about: in a new year those to come. */
static void
copy_targets (Copy *copy)
{
  static const char *const columns[] = { "year", "value", "text", NULL };
  GPtrArray *targets = styr_dossier_get_records (copy->source, "criterion_target");

  for (guint i = 0; i < targets->len; i++)
    {
      const char *criterion_id =
          new_id_of (copy, styr_record_get_text (targets->pdata[i], "criterion_id"));

      if (criterion_id != NULL)
        styr_record_set_text (
            add_copy (copy, targets->pdata[i], give_id (copy, targets->pdata[i]), columns),
            "criterion_id",
            criterion_id);
    }
}

/* What a clause is about: the copy instead of the source; in a new year other documents are yet to
 * come. */
static const char *
document_of_clause (Copy *copy, StyrRecord *clause)
{
  const char *document_id = styr_record_get_text (clause, "document_id");

  if (g_strcmp0 (document_id, copy->source_id) == 0)
    return copy->target_id;
  return copy->same_period ? document_id : NULL;
}

static void
copy_decision_parts (Copy *copy, const char *kind, const char *const *columns)
{
  GPtrArray *parts = styr_dossier_get_records (copy->source, kind);

  for (guint i = 0; i < parts->len; i++)
    {
      StyrRecord *part = parts->pdata[i];
      const char *decision_id = new_id_of (copy, styr_record_get_text (part, "decision_id"));
      StyrRecord *made;

      if (decision_id == NULL)
        continue;
      made = add_copy (copy, part, give_id (copy, part), columns);
      styr_record_set_text (made, "decision_id", decision_id);
      if (g_str_equal (kind, "decision_clause"))
        styr_record_set_text (made, "document_id", document_of_clause (copy, part));
    }
}

/* Whether decisions are a part of the document; those that only name it stand by themselves. */
static gboolean
holds_decisions (Copy *copy)
{
  const StyrDocumentType *type = styr_dossier_get_document_type (copy->source);

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    if (((const StyrSection *) type->sections->pdata[i])->kind == STYR_SECTION_DECISION)
      return TRUE;
  return FALSE;
}

/* What was proposed is proposed anew: without days and §, and without what became of it. */
static void
copy_decisions (Copy *copy)
{
  static const char *const columns[] = { "title", "body",     "unit_id", "larger_change",
                                         "note",  "position", NULL };
  static const char *const of_step[] = { "position", "body", "unit_id", "outcome", NULL };
  static const char *const of_clause[] = { "position", "kind",        "text",   "valid_from",
                                           "until",    "assignee_id", "due_on", NULL };
  static const char *const of_recipient[] = { "unit_id", "name", "position", NULL };
  GPtrArray *decisions = styr_dossier_get_records (copy->source, "decision");

  for (guint i = 0; i < decisions->len; i++)
    {
      StyrRecord *made =
          add_copy (copy, decisions->pdata[i], give_id (copy, decisions->pdata[i]), columns);

      styr_record_set_text (made, "document_id", copy->target_id);
    }
  copy_decision_parts (copy, "decision_step", of_step);
  copy_decision_parts (copy, "decision_clause", of_clause);
  copy_decision_parts (copy, "decision_recipient", of_recipient);
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

/* What a new document refers to was found for its own year: last year's plan isn't this year's */
static gboolean
is_known_reference (Copy *copy, const char *field)
{
  g_autofree char *known = NULL;

  if (copy->same_period)
    return FALSE;
  known = styr_workspace_dup_one (
      copy->workspace,
      "SELECT v.value FROM document_value AS v JOIN document AS d ON d.id = v.value "
      "WHERE v.document_id = ?1 AND v.owner_id = ?1 AND v.field = ?2",
      copy->target_id,
      field,
      NULL);
  return known != NULL;
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
      if (g_strcmp0 (new_owner, copy->target_id) == 0 &&
          is_known_reference (copy, styr_record_get_text (value, "field")))
        continue;
      if (new_owner != NULL)
        styr_batch_value (copy->batch,
                          copy->target_id,
                          new_owner,
                          styr_record_get_text (value, "field"),
                          styr_record_get_text (value, "value"));
    }
}

/**
 * styr_document_copy_parts:
 * @same_period: a new version, which takes everything; else a new year, with what lives on
 *
 * Adds copies of a document's parts to another, under new ids: what belongs together still does.
 */
void
styr_document_copy_parts (StyrWorkspace *self,
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
  copy_targets (&copy);
  copy_links (&copy);
  copy_tasks (&copy, "activity", of_activity);
  copy_economy (&copy);
  if (holds_decisions (&copy))
    copy_decisions (&copy);
  /* Last year's deviations, their measures, assessments and counts are last year's. */
  if (same_period)
    {
      copy_feedback (&copy);
      copy_tasks (&copy, "measure", of_measure);
      copy_judgements (&copy);
    }
  copy_values (&copy);
}
