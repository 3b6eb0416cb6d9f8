/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-model.h"
#include "styr-overview.h"

typedef struct
{
  StyrModel *model;
  StyrSurvey survey;
} Fixture;

static StyrRecord *
add (GPtrArray *list, const char *kind, const char *id, ...)
{
  StyrRecord *record = styr_record_new (kind, id);
  const char *column;
  va_list args;

  va_start (args, id);
  while ((column = va_arg (args, const char *)) != NULL)
    styr_record_set_text (record, column, va_arg (args, const char *));
  va_end (args);
  g_ptr_array_add (list, record);
  return record;
}

static void
add_document (Fixture *fixture,
              const char *id,
              const char *type,
              const char *unit,
              const char *year,
              const char *status)
{
  add (fixture->survey.documents,
       "document",
       id,
       "type",
       type,
       "unit_id",
       unit,
       "year",
       year,
       "status",
       status,
       "title",
       id,
       NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  StyrSurvey *survey = &fixture->survey;
  GPtrArray **lists[] = { &survey->units,      &survey->services,   &survey->documents,
                          &survey->goals,      &survey->activities, &survey->measures,
                          &survey->innovations };

  fixture->model = small_model_new ();
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func (g_object_unref);
  add (survey->units,
       "unit",
       "kf",
       "type",
       "council",
       "name",
       "Fullmäktige",
       "inside_model",
       "1",
       NULL);
  add (survey->units,
       "unit",
       "n1",
       "type",
       "committee",
       "name",
       "Ängnämnden",
       "inside_model",
       "1",
       NULL);
  add (survey->units,
       "unit",
       "n2",
       "type",
       "committee",
       "name",
       "Sjönämnden",
       "inside_model",
       "1",
       NULL);
  add (survey->units,
       "unit",
       "old",
       "type",
       "committee",
       "name",
       "Gamla nämnden",
       "inside_model",
       "1",
       "valid_to",
       "2016-12-31",
       NULL);
  add (survey->units,
       "unit",
       "out",
       "type",
       "committee",
       "name",
       "Utanför",
       "inside_model",
       "0",
       NULL);
  add (survey->units,
       "unit",
       "k1",
       "type",
       "department",
       "name",
       "Ängkontoret",
       "inside_model",
       "1",
       NULL);
  add (survey->services, "unit_service", "s", "committee_id", "n1", "department_id", "k1", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  StyrSurvey *survey = &fixture->survey;
  GPtrArray *lists[] = { survey->units,      survey->services, survey->documents,  survey->goals,
                         survey->activities, survey->measures, survey->innovations };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  g_object_unref (fixture->model);
}

static StyrOverview *
overview (Fixture *fixture, const char *unit, const char *today)
{
  StyrContext context = { unit, 2024, today };

  return styr_overview_new (fixture->model, &context, &fixture->survey);
}

static void
assert_counts (StyrOverview *of, const char *block, int in_force, int draft, int missing, int late)
{
  StyrStateCounts counts = styr_overview_get_counts (of, block);

  g_assert_cmpint (counts.in_force, ==, in_force);
  g_assert_cmpint (counts.draft, ==, draft);
  g_assert_cmpint (counts.missing, ==, missing);
  g_assert_cmpint (counts.late, ==, late);
  g_assert_cmpuint (
      styr_overview_get_block_things (of, block)->len, ==, in_force + draft + missing + late);
}

/* Units that ended or stand outside the model make no plans; what is missing is late when its day
 * has passed. */
static void
test_missing_and_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrOverview) early = overview (fixture, NULL, "2023-12-31"),
                           late = overview (fixture, NULL, "2024-01-01");
  g_autoptr (StyrOverview) one = NULL;

  assert_counts (early, "plan", 0, 0, 2, 0);
  assert_counts (early, "vision", 0, 0, 1, 0);
  assert_counts (late, "plan", 0, 0, 0, 2);
  g_assert_true (
      styr_record_is (styr_overview_get_block_things (late, "plan")->pdata[0], "state", "late"));
  add_document (fixture, "d1", "plan", "n1", "2024", "draft");
  add_document (fixture, "d2", "plan", "n2", "2024", "decided");
  add_document (fixture, "d3", "plan", "n2", "2023", "decided");
  add_document (fixture, "d4", "plan", "n2", "2024", "superseded");
  add_document (fixture, "d5", "work", "k1", "2024", "published");
  one = overview (fixture, NULL, "2023-11-01");
  assert_counts (one, "plan", 1, 1, 0, 0);
  assert_counts (one, "work", 1, 0, 0, 0);
}

/* A committee sees its own, its departments', and what is decided for all; not its neighbours'. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrOverview) ours = NULL, theirs = NULL;

  add_document (fixture, "v", "vision", "kf", NULL, "decided");
  add_document (fixture, "d1", "plan", "n1", "2024", "decided");
  add_document (fixture, "d2", "plan", "n2", "2024", "draft");
  add_document (fixture, "w", "work", "k1", "2024", "draft");
  ours = overview (fixture, "n1", "2023-06-01");
  theirs = overview (fixture, "n2", "2023-06-01");
  assert_counts (ours, "vision", 1, 0, 0, 0);
  assert_counts (ours, "plan", 1, 0, 0, 0);
  assert_counts (ours, "work", 0, 1, 0, 0);
  assert_counts (theirs, "vision", 1, 0, 0, 0);
  assert_counts (theirs, "plan", 0, 1, 0, 0);
  assert_counts (theirs, "work", 0, 0, 0, 0);
}

static void
assert_phase (StyrOverview *of, const char *phase, int done, int total)
{
  StyrCompletion completion = styr_overview_get_phase (of, phase);

  g_assert_cmpint (completion.done, ==, done);
  g_assert_cmpint (completion.total, ==, total);
  g_assert_cmpuint (styr_overview_get_phase_things (of, phase)->len, ==, total);
}

static void
test_phases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrOverview) of = NULL;
  StyrSurvey *survey = &fixture->survey;
  StyrCompletion total;

  add_document (fixture, "p", "plan", "n1", "2024", "decided");
  add_document (fixture, "w", "work", "k1", "2024", "decided");
  add_document (fixture, "r", "report", "n1", "2024", "draft");
  add_document (fixture, "p23", "plan", "n1", "2023", "decided");
  add (survey->goals, "goal", "a", "document_id", "p", "type", "area", "text", "Område", NULL);
  add (survey->goals,
       "goal",
       "g1",
       "document_id",
       "p",
       "type",
       "goal",
       "text",
       "Ett",
       "n_criteria",
       "2",
       "grade",
       "partly",
       "has_analysis",
       "1",
       "needs_measure",
       "1",
       "n_measures",
       "0",
       NULL);
  add (survey->goals,
       "goal",
       "g2",
       "document_id",
       "p",
       "type",
       "goal",
       "text",
       "Två",
       "n_criteria",
       "1",
       "grade",
       "yes",
       "has_analysis",
       "0",
       NULL);
  add (survey->goals,
       "goal",
       "g0",
       "document_id",
       "p23",
       "type",
       "goal",
       "text",
       "Förra årets",
       "n_criteria",
       "2",
       NULL);
  add (survey->activities,
       "activity",
       "v1",
       "document_id",
       "w",
       "text",
       "Klar",
       "status",
       "done",
       NULL);
  add (survey->activities,
       "activity",
       "v2",
       "document_id",
       "w",
       "text",
       "Sen",
       "status",
       "ongoing",
       "due_on",
       "2024-03-01",
       NULL);
  add (survey->activities,
       "activity",
       "v3",
       "document_id",
       "w",
       "text",
       "Struken",
       "status",
       "stopped",
       NULL);
  add (survey->measures,
       "measure",
       "m1",
       "document_id",
       "r",
       "text",
       "Vattna",
       "status",
       "planned",
       NULL);
  of = overview (fixture, "n1", "2024-06-01");
  assert_phase (
      of, "plan", 2, 3);         /* the plan and one goal of two: the other has too few criteria */
  assert_phase (of, "do", 1, 2); /* a stopped activity is no longer waited for */
  assert_phase (of, "check", 1, 2); /* a grade without analysis is no assessment */
  assert_phase (of, "act", 0, 2);   /* a measure, and a goal that lacks one */
  total = styr_overview_get_total (of);
  g_assert_cmpint (total.done, ==, 4);
  g_assert_cmpint (total.total, ==, 9);
  g_assert_cmpstr (
      styr_record_get_text (styr_overview_get_phase_things (of, "do")->pdata[1], "state"),
      ==,
      "late");
}

/* A new version that is being written stands beside the one that applies: seen in the block, but
 * neither late nor counted. */
static void
test_pending_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrOverview) of = NULL;
  StyrRecord *draft;

  add_document (fixture, "p1", "plan", "n1", "2024", "decided");
  add_document (fixture, "p2", "plan", "n1", "2024", "draft");
  draft = fixture->survey.documents->pdata[1];
  styr_record_set_text (draft, "previous_version_id", "p1");
  of = overview (fixture, "n1", "2024-06-01");
  assert_counts (of, "plan", 1, 1, 0, 0);
  assert_phase (of, "plan", 1, 1);
}

static void
test_deadlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrOverview) of = overview (fixture, NULL, "2024-07-01");
  StyrContext election = { NULL, 2026, "2026-07-01" };
  g_autoptr (StyrOverview) election_year =
      styr_overview_new (fixture->model, &election, &fixture->survey);
  GPtrArray *deadlines = styr_overview_get_deadlines (of);

  g_assert_cmpuint (deadlines->len, ==, 2);
  g_assert_cmpstr (styr_record_get_text (deadlines->pdata[0], "due"),
                   ==,
                   "2024-02-29"); /* the 31st of February is its last day */
  g_assert_cmpstr (styr_record_get_text (deadlines->pdata[0], "state"), ==, "late");
  g_assert_cmpint (styr_record_get_int (deadlines->pdata[0], "year"), ==, 2023);
  g_assert_cmpstr (styr_record_get_text (deadlines->pdata[1], "due"), ==, "2024-12-31");
  g_assert_cmpstr (styr_record_get_text (deadlines->pdata[1], "state"), ==, "draft");
  g_assert_cmpstr (
      styr_record_get_text (styr_overview_get_deadlines (election_year)->pdata[0], "due"),
      ==,
      "2026-04-15");
  g_assert_cmpfloat_with_epsilon (styr_overview_get_year_share (of), 183.0 / 366, 1e-9);
}

static void
test_leaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrOverview) of = NULL;

  add (fixture->survey.innovations,
       "innovation",
       "i1",
       "unit_id",
       "n1",
       "year",
       "2024",
       "is_leap",
       "1",
       "stage",
       "implemented",
       NULL);
  add (fixture->survey.innovations,
       "innovation",
       "i2",
       "unit_id",
       "n1",
       "year",
       "2024",
       "is_leap",
       "1",
       "stage",
       "testing",
       NULL);
  add (fixture->survey.innovations,
       "innovation",
       "i3",
       "unit_id",
       "n2",
       "year",
       "2024",
       "is_leap",
       "1",
       "stage",
       "implemented",
       NULL);
  of = overview (fixture, "n1", "2024-06-01");
  g_assert_cmpuint (styr_overview_get_leaps (of)->len, ==, 1);
}

#define ADD(name, func) g_test_add ("/overview/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("missing-and-late", test_missing_and_late);
  ADD ("unit", test_unit);
  ADD ("phases", test_phases);
  ADD ("pending-version", test_pending_version);
  ADD ("deadlines", test_deadlines);
  ADD ("leaps", test_leaps);
  return g_test_run ();
}
