/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-decisions.h"
#include "workspace-fixture.h"

/* Fills in a whole document through the workspace's edits, with values that suit each field. */

/* A document to refer to; made when there is none. */
static const char *
reference_for (Fixture *fixture, const StyrField *field)
{
  static char id[64];
  g_autofree char *found = NULL;

  if (field->document_type == NULL)
    found = styr_workspace_dup_one (
        fixture->workspace, "SELECT id AS value FROM document LIMIT 1", NULL, NULL, NULL);
  else
    found = styr_workspace_dup_one (fixture->workspace,
                                    "SELECT id AS value FROM document WHERE type = ?1 LIMIT 1",
                                    field->document_type,
                                    NULL,
                                    NULL);
  if (found == NULL)
    found = fixture_create (fixture, field->document_type);
  g_strlcpy (id, found, sizeof id);
  return id;
}

static const char *
value_for (Fixture *fixture, const StyrField *field)
{
  static char number[32];

  switch (field->kind)
    {
    case STYR_FIELD_NUMBER:
    case STYR_FIELD_PERCENT:
    case STYR_FIELD_MONEY:
      g_snprintf (number,
                  sizeof number,
                  "%d",
                  (int) (field->has_min ? field->min : 0) + (field->has_max ? 0 : 7));
      return number;
    case STYR_FIELD_YEAR:
      return "2024";
    case STYR_FIELD_DATE:
      return "2024-03-31";
    case STYR_FIELD_CHOICE:
      g_assert_cmpuint (field->choices->len, >, 0);
      return ((const StyrChoice *) field->choices->pdata[0])->id;
    case STYR_FIELD_FLAG:
      return "true";
    case STYR_FIELD_UNIT:
      return fixture->committee;
    case STYR_FIELD_REFERENCE:
      return reference_for (fixture, field);
    case STYR_FIELD_TEXT:
    case STYR_FIELD_LONG_TEXT:
    default:
      return "Text på svenska: å, ä och ö";
    }
}

static void
fill_fields (
    Fixture *fixture, const char *id, const char *owner, const char *prefix, GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const StyrField *field = g_ptr_array_index (fields, i);
      g_autofree char *key =
          prefix != NULL ? g_strconcat (prefix, ".", field->id, NULL) : g_strdup (field->id);
      g_autoptr (GError) error = NULL;

      styr_workspace_set_value (
          fixture->workspace, id, owner, key, value_for (fixture, field), &error);
      g_assert_no_error (error);
    }
}

static void
fill_rows (Fixture *fixture, const char *id, const StyrSection *section)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_free (styr_workspace_add_row (fixture->workspace, id, section->id, &error));
  g_assert_no_error (error);
  dossier = styr_workspace_dup_dossier (fixture->workspace, id, &error);
  rows = styr_dossier_dup_rows (dossier, section);
  g_assert_cmpuint (rows->len, ==, section->preset->len + 1);
  for (guint i = 0; i < rows->len; i++)
    fill_fields (
        fixture, id, styr_record_get_id (g_ptr_array_index (rows, i)), NULL, section->fields);
}

static void
set_item (Fixture *fixture,
          const char *id,
          const char *kind,
          const char *item,
          const char *column,
          const char *value)
{
  g_autoptr (GError) error = NULL;

  styr_workspace_set_item (fixture->workspace, id, kind, item, column, value, &error);
  g_assert_no_error (error);
}

static void
fill_criteria (Fixture *fixture, const char *id, const char *goal)
{
  for (int kind = STYR_CRITERION_TEXT; kind <= STYR_CRITERION_EVENT; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *criterion =
          styr_workspace_add_criterion (fixture->workspace, id, goal, kind, &error);

      g_assert_no_error (error);
      set_item (fixture, id, "criterion", criterion, "text", "Fler barn deltar");
      if (kind == STYR_CRITERION_NUMBER)
        set_item (fixture, id, "criterion", criterion, "target_value", "87.5");
      if (kind == STYR_CRITERION_EVENT)
        set_item (fixture, id, "criterion", criterion, "due_on", "2024-10-01");
    }
}

static void
fill_links (Fixture *fixture, const char *id, const char *goal, const StyrSection *section)
{
  g_autoptr (GPtrArray) targets = styr_workspace_dup_link_targets (fixture->workspace, id, section);

  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (GError) error = NULL;
      StyrRecord *target = g_ptr_array_index (targets, i);
      g_autofree char *link = styr_workspace_add_link (
          fixture->workspace, id, goal, styr_record_get_id (target), STYR_LINK_DIRECT, &error);

      g_assert_no_error (error);
      g_assert_true (styr_record_has (target, "area") == styr_record_has (target, "parent_id"));
      set_item (fixture, id, "goal_link", link, "kind", "indirect");
      set_item (fixture, id, "goal_link", link, "motivation", "Bidrar genom biblioteken");
    }
}

static char *
first_goal_of (Fixture *fixture, const char *id, const char *goal_type)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);
  g_autoptr (GPtrArray) goals = styr_dossier_dup_where (dossier, "goal", "type", goal_type);

  return goals->len > 0 ? g_strdup (styr_record_get_id (g_ptr_array_index (goals, 0))) : NULL;
}

static void
fill_goals (Fixture *fixture, const char *id, const StyrSection *section)
{
  const StyrGoalType *type =
      styr_model_find_goal_type (styr_workspace_get_model (fixture->workspace), section->goal_type);
  g_autofree char *parent = section->parent_goal_type != NULL
                                ? first_goal_of (fixture, id, section->parent_goal_type)
                                : NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *goal =
          styr_workspace_add_goal (fixture->workspace, id, section->id, parent, &error);

      g_assert_no_error (error);
      set_item (fixture, id, "goal", goal, "text", "Alla barn läser mer");
      set_item (fixture, id, "goal", goal, "motivation", "Läsningen minskar");
      fill_fields (fixture, id, goal, NULL, type->fields);
      if (type->needs_criteria)
        fill_criteria (fixture, id, goal);
      if (section->link_goal_type != NULL)
        fill_links (fixture, id, goal, section);
    }
}

static void
assess (Fixture *fixture, const char *id, const StyrSection *section, StyrRecord *goal)
{
  g_autofree char *scale_id = NULL;
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (fixture->workspace), "document", id, NULL);
  const StyrScale *scale;
  const StyrGrade *grade;
  const char *goal_id = styr_record_get_id (goal);

  scale_id = styr_workspace_dup_goal_scale (fixture->workspace, document, goal);
  g_assert_nonnull (scale_id);
  scale = styr_model_find_scale (styr_workspace_get_model (fixture->workspace), scale_id);
  grade = g_ptr_array_index (scale->grades, 0);
  for (int stage = STYR_STAGE_PROPOSAL; stage <= STYR_STAGE_DECISION; stage++)
    {
      const char *const values[][2] = {
        { "grade", grade->id },
        { "trend", "improved" },
        { "analysis", "Målet är nått eftersom fler deltar." },
        { "no_measure_reason", "Behövs inte" },
      };

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autoptr (GError) error = NULL;

          styr_workspace_set_assessment (fixture->workspace,
                                         id,
                                         goal_id,
                                         (StyrStage) stage,
                                         values[i][0],
                                         values[i][1],
                                         &error);
          g_assert_no_error (error);
        }
    }
}

static void
fill_outcomes (Fixture *fixture, const char *id, StyrDossier *dossier, StyrRecord *goal)
{
  g_autoptr (GPtrArray) criteria =
      styr_dossier_dup_where (dossier, "criterion", "goal_id", styr_record_get_id (goal));

  for (guint i = 0; i < criteria->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *criterion = styr_record_get_id (g_ptr_array_index (criteria, i));

      styr_workspace_set_outcome (fixture->workspace, id, criterion, "value", "91.5", &error);
      g_assert_no_error (error);
      styr_workspace_set_outcome (fixture->workspace, id, criterion, "is_met", "yes", &error);
      g_assert_no_error (error);
    }
}

static void
fill_assessments (Fixture *fixture, const char *id, const StyrSection *section)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);
  g_autoptr (GPtrArray) goals = styr_dossier_dup_goals (dossier, section);

  /* only a section that is about plans of the past has nothing to assess */
  g_assert_true (goals->len > 0 || !section->required);
  for (guint i = 0; i < goals->len; i++)
    {
      assess (fixture, id, section, g_ptr_array_index (goals, i));
      fill_outcomes (fixture, id, dossier, g_ptr_array_index (goals, i));
    }
}

static void
fill_tasks (Fixture *fixture, const char *id, const StyrSection *section)
{
  gboolean activity = section->kind == STYR_SECTION_ACTIVITIES;
  const char *kind = activity ? "activity" : "measure";
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);
  g_autoptr (GPtrArray) goals = styr_dossier_dup_goals (dossier, section);

  g_assert_true (goals->len > 0 || !section->required);
  for (guint i = 0; i < goals->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *goal = styr_record_get_id (g_ptr_array_index (goals, i));
      g_autofree char *task =
          activity ? styr_workspace_add_activity (fixture->workspace, id, section->id, goal, &error)
                   : styr_workspace_add_measure (fixture->workspace, id, section->id, goal, &error);

      g_assert_no_error (error);
      set_item (fixture, id, kind, task, "text", "Öppna biblioteken på söndagar");
      set_item (fixture, id, kind, task, "responsible", "Bibliotekschefen");
      set_item (fixture, id, kind, task, "due_on", "2024-09-01");
      set_item (fixture, id, kind, task, "status", "ongoing");
      if (!activity)
        set_item (fixture, id, kind, task, "effect_full", "-250000");
    }
}

static void
fill_feedback (Fixture *fixture, const char *id)
{
  GPtrArray *types = styr_model_get_feedback_types (styr_workspace_get_model (fixture->workspace));

  for (guint i = 0; i < types->len; i++)
    {
      const StyrFeedbackType *type = g_ptr_array_index (types, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *total =
          styr_workspace_add_feedback (fixture->workspace,
                                       id,
                                       type->id,
                                       type->areas->len > 0 ? type->areas->pdata[0] : "",
                                       &error);

      g_assert_no_error (error);
      set_item (fixture, id, "feedback_total", total, "count", "14");
      set_item (fixture, id, "feedback_total", total, "handled", "12");
    }
}

static void
fill_economy (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line =
      styr_workspace_add_budget_line (fixture->workspace, id, "Bibliotek", &error);

  g_assert_no_error (error);
  set_item (fixture, id, "budget_line", line, "income", "1200000");
  set_item (fixture, id, "budget_line", line, "cost", "-45000000");
  set_item (fixture, id, "budget_line", line, "budget", "-43500000");
  set_item (fixture, id, "budget_line", line, "forecast", "-43800000");
}

static void
fill_card (Fixture *fixture, const char *id, const StyrDocumentType *type)
{
  const char *const values[][2] = {
    { "designation", "Styrdokument" },   { "applies_to", "Hela kommunen" },
    { "owner_id", fixture->committee },  { "responsible", "Förvaltningschefen" },
    { "registration_no", "KS 2024/17" }, { "section_no", "§ 12" },
    { "replaces", "Äldre plan" },        { "follow_up_months", "24" },
    { "publication", "external" },       { "start_decision", "2023-05-02 § 8" },
    { "informed_on", "2024-01-15" },     { "valid_from", "2024-01-01" },
    { "decided_on", "2023-12-11" },      { "decided_by", "council" },
    { "period_from", "2024-01-01" },     { "period_to", "2027-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!g_str_has_prefix (values[i][0], "period") || type->period == STYR_PERIOD_NONE ||
          type->period == STYR_PERIOD_UNTIL_FURTHER_NOTICE)
        styr_workspace_set_card (fixture->workspace, id, values[i][0], values[i][1], &error);
      g_assert_no_error (error);
    }
}

static void
fill_decision (Fixture *fixture, const char *document_id)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *decision = styr_workspace_add_decision (workspace, document_id, &error);
  g_autofree char *clause =
      styr_workspace_add_decision_part (workspace, decision, "decision_clause", &error);
  g_autofree char *recipient =
      styr_workspace_add_decision_part (workspace, decision, "decision_recipient", &error);

  g_assert_no_error (error);
  g_assert_true (styr_workspace_set_item (
      workspace, document_id, "decision_clause", clause, "text", "Förslaget antas", &error));
  g_assert_true (styr_workspace_set_item (workspace,
                                          document_id,
                                          "decision_recipient",
                                          recipient,
                                          "unit_id",
                                          fixture->committee,
                                          &error));
  g_assert_no_error (error);
}

void
fixture_fill (Fixture *fixture, const char *document_id)
{
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (fixture->workspace, document_id, NULL);
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);

  fill_card (fixture, document_id, type);
  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      switch (section->kind)
        {
        case STYR_SECTION_ROWS:
          fill_rows (fixture, document_id, section);
          continue;
        case STYR_SECTION_GOALS:
          fill_goals (fixture, document_id, section);
          break;
        case STYR_SECTION_ASSESSMENTS:
          fill_assessments (fixture, document_id, section);
          break;
        case STYR_SECTION_ACTIVITIES:
        case STYR_SECTION_MEASURES:
          fill_tasks (fixture, document_id, section);
          break;
        case STYR_SECTION_FEEDBACK:
          fill_feedback (fixture, document_id);
          break;
        case STYR_SECTION_ECONOMY:
          fill_economy (fixture, document_id);
          break;
        case STYR_SECTION_DECISION:
          fill_decision (fixture, document_id);
          break;
        case STYR_SECTION_FIELDS:
        default:
          break;
        }
      fill_fields (fixture, document_id, NULL, section->id, section->fields);
    }
}
