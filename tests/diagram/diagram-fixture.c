/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-fixture.h"

#include "styr-locale.h"

/*
 * Models from files, and an overview over a made-up municipality: five committees and two
 * departments, of which the later ones in the list have come less far. It is reckoned by the same
 * function as the program's own.
 */

#define N_COMMITTEES 5
#define N_DEPARTMENTS 2

StyrModel *
diagram_fixture_load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  StyrModel *model = styr_model_new_from_file (file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (model);
  return model;
}

StyrModel *
diagram_fixture_norrkoping (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", "norrkoping.json", NULL);

  return diagram_fixture_load (path);
}

/* One of the packages made for these tests: "small" has two blocks in the apex, a long name, a line
 * across, a band-to-band line and no left column; the others are named by what they show. */
StyrModel *
diagram_fixture_named (const char *name)
{
  g_autofree char *file = g_strdup_printf ("diagram-%s.json", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", file, NULL);

  return diagram_fixture_load (path);
}

static StyrRecord *
new_record (GPtrArray *list, const char *kind, const char *id)
{
  StyrRecord *record = styr_record_new (kind, id);

  g_ptr_array_add (list, record);
  return record;
}

static void
add_unit (StyrSurvey *survey, const char *type, const char *id)
{
  StyrRecord *unit = new_record (survey->units, "unit", id);

  styr_record_set_text (unit, "type", type);
  styr_record_set_text (unit, "name", id);
  styr_record_set_text (unit, "valid_from", "2010-01-01");
  styr_record_set_int (unit, "inside_model", 1);
}

static char *
add_document (StyrSurvey *survey, const char *type, const char *unit, int year, gboolean decided)
{
  g_autofree char *id = g_strdup_printf ("%s-%s-%d", type, unit, year);
  g_autofree char *from = g_strdup_printf ("%d-01-01", year);
  g_autofree char *to = g_strdup_printf ("%d-12-31", year);
  StyrRecord *document = new_record (survey->documents, "document", id);

  styr_record_set_text (document, "type", type);
  styr_record_set_text (document, "unit_id", unit);
  styr_record_set_int (document, "year", year);
  styr_record_set_text (document, "title", id);
  styr_record_set_text (document, "status", decided ? "decided" : "draft");
  styr_record_set_text (document, "decided_on", decided ? from : NULL);
  styr_record_set_text (document, "period_from", from);
  styr_record_set_text (document, "period_to", to);
  return g_steal_pointer (&id);
}

static void
add_goals (StyrSurvey *survey, const char *document, int n, int n_graded)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("goal-%s-%d", document, i);
      StyrRecord *goal = new_record (survey->goals, "goal", id);

      styr_record_set_text (goal, "document_id", document);
      styr_record_set_text (goal, "type", "committeeGoal");
      styr_record_set_text (goal, "text", id);
      styr_record_set_int (goal, "n_criteria", i % 4 == 3 ? 0 : 2);
      styr_record_set_int (goal, "n_links", 1);
      styr_record_set_text (goal, "grade", i < n_graded ? "full" : NULL);
      styr_record_set_int (goal, "has_analysis", i < n_graded);
    }
}

static void
add_work (
    GPtrArray *list, const char *kind, const char *document, int n, int n_done, const char *due)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%s-%d", kind, document, i);
      StyrRecord *part = new_record (list, kind, id);

      styr_record_set_text (part, "document_id", document);
      styr_record_set_text (part, "text", id);
      styr_record_set_text (part, "status", i < n_done ? "done" : "ongoing");
      styr_record_set_text (part, "due_on", due);
    }
}

static void
fill_committees (StyrSurvey *survey, int year, gboolean past)
{
  g_autofree char *due = g_strdup_printf ("%d-03-31", year);

  for (int i = 0; i < N_COMMITTEES; i++)
    {
      g_autofree char *unit = g_strdup_printf ("committee%d", i);
      g_autofree char *plan = NULL;
      g_autofree char *report = NULL;

      add_unit (survey, "committee", unit);
      if (i == N_COMMITTEES - 1 && !past)
        continue;
      plan = add_document (survey, "assignmentPlan", unit, year, past || i < 3);
      add_goals (survey, plan, 4, past ? 4 : i);
      if (!past && i > 1)
        continue;
      report = add_document (survey, "qualityReport", unit, year, past);
      add_work (survey->measures, "measure", report, 3, past ? 3 : 1, due);
    }
}

static void
fill_departments (StyrSurvey *survey, int year, gboolean past)
{
  g_autofree char *due = g_strdup_printf ("%d-11-30", year);

  for (int i = 0; i < N_DEPARTMENTS; i++)
    {
      g_autofree char *unit = g_strdup_printf ("department%d", i);
      g_autofree char *plan = NULL;

      add_unit (survey, "department", unit);
      plan = add_document (survey, "operationalPlan", unit, year, TRUE);
      add_work (survey->activities, "activity", plan, 10, past ? 9 : 4, due);
    }
}

static void
fill_council (StyrSurvey *survey, int year)
{
  const char *const standing[] = {
    "coreValues",           "vision",        "politicalProgramme", "overallGoals",      "budget",
    "generalPrerequisites", "statutoryPlan", "directionDocument",  "politicalGuideline"
  };

  add_unit (survey, "council", "council");
  add_unit (survey, "executiveBoard", "board");
  for (guint i = 0; i < G_N_ELEMENTS (standing); i++)
    g_free (add_document (survey, standing[i], "council", year, i != 5));
}

static void
fill_innovations (StyrSurvey *survey, int year)
{
  for (int i = 0; i < (year % 2 == 0 ? 2 : 1); i++)
    {
      g_autofree char *id = g_strdup_printf ("innovation%d", i);
      StyrRecord *innovation = new_record (survey->innovations, "innovation", id);

      styr_record_set_int (innovation, "is_leap", 1);
      styr_record_set_text (innovation, "stage", "implemented");
      styr_record_set_int (innovation, "year", year);
      styr_record_set_text (innovation, "unit_id", "committee0");
    }
}

/* The whole municipality in a year; a year before the one of today is nearly done. */
StyrOverview *
diagram_fixture_overview (StyrModel *model, int year, const char *today)
{
  const StyrContext context = { NULL, year, today };
  gboolean past = year < g_ascii_strtoll (today, NULL, 10);
  GPtrArray *lists[7];
  StyrOverview *overview;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    lists[i] = g_ptr_array_new_with_free_func (g_object_unref);
  {
    StyrSurvey survey = { lists[0], lists[1], lists[2], lists[3], lists[4], lists[5], lists[6] };

    fill_committees (&survey, year, past);
    fill_departments (&survey, year, past);
    fill_council (&survey, year);
    fill_innovations (&survey, year);
    overview = styr_overview_new (model, &context, &survey);
  }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  return overview;
}

/* The years before, newest first, seen from the year's own spring. */
GPtrArray *
diagram_fixture_earlier (StyrModel *model, int year, guint n_years)
{
  GPtrArray *earlier = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = g_strdup_printf ("%d-05-14", year);

  for (guint i = 1; i <= n_years; i++)
    g_ptr_array_add (earlier, diagram_fixture_overview (model, year - (int) i, today));
  return earlier;
}
