/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "styr-store-lists.h"
#include "styr-store-workbook.h"

/*
 * An earlier year is looked at from its last day, in every list: the goals of a term were replaced
 * by new ones in May 2025, an action plan for three years by another, and a plan of 2024 was
 * revoked when its year was over.
 */

static const char package[] =
    "{'format':'styrmodell-package','formatVersion':1,'id':'years','name':'Modell',"
    "'municipality':'Exempelby','status':'interim',"
    "'bodyTypes':[{'id':'committee','name':'nämnd','isPolitical':true}],"
    "'levels':[{'id':'top','name':'Topp'}],'blocks':[{'id':'plan','name':'Plan','politics':'"
    "political'}],"
    "'scales':[{'id':'grades','name':'Grader','grades':["
    "{'id':'yes','label':'Uppfyllt','symbol':'●','reached':true,'assessable':true},"
    "{'id':'no','label':'Inte uppfyllt','symbol':'○','assessable':true,'needsMeasure':true}]}],"
    "'goalTypes':[{'id':'overall','name':'övergripande mål','scale':'grades'}],"
    "'documentTypes':["
    "{'id':'above','name':'mål','block':'plan','period':'term','cadence':'per-term',"
    "'sections':[{'id':'goals','title':'Mål','kind':'goals','goalType':'overall'}]},"
    "{'id':'report','name':'rapport','block':'plan','period':'year','cadence':'per-year',"
    "'sections':[{'id':'results','title':'Resultat','kind':'assessments','documentType':'above',"
    "'scale':'grades'}]}]}";

static StyrModel *
load_model (const char *json)
{
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StyrModel *model;

  g_string_replace (text, "'", "\"", 0);
  bytes = g_bytes_new (text->str, text->len);
  model = styr_model_new_from_bytes (bytes, "years", &error);
  g_assert_no_error (error);
  return model;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  fixture_run (
      fixture->store,
      "INSERT INTO document (id, model_id, type, unit_id, year, title, created_at, status, "
      "version, "
      "period_from, period_to, decided_on, valid_from, valid_to, previous_version_id) VALUES "
      "('old', 'model', 'above', NULL, 2023, 'Mål', '2023-01-01', 'superseded', 1, '2023-01-01', "
      "'2026-12-31', '2023-02-01', '2023-02-01', '2025-04-30', NULL), "
      "('new', 'model', 'above', NULL, 2023, 'Mål', '2025-01-01', 'decided', 2, '2023-01-01', "
      "'2026-12-31', '2025-04-01', '2025-05-01', NULL, 'old'), "
      "('act1', 'model', 'actions', 'u1', 2024, 'Handlingsplan', '2024-01-01', 'superseded', 1, "
      "'2024-01-01', '2026-12-31', '2024-01-15', '2024-01-15', '2025-02-28', NULL), "
      "('act2', 'model', 'actions', 'u1', 2024, 'Handlingsplan', '2025-01-01', 'decided', 2, "
      "'2024-01-01', '2026-12-31', '2025-03-01', '2025-03-01', NULL, 'act1'), "
      "('r23', 'model', 'report', NULL, 2023, 'Rapport 23', '2023-12-01', 'decided', 1, "
      "'2023-01-01', '2023-12-31', '2024-02-01', NULL, NULL, NULL), "
      "('r24', 'model', 'report', NULL, 2024, 'Rapport 24', '2024-12-01', 'decided', 1, "
      "'2024-01-01', '2024-12-31', '2025-02-01', NULL, NULL, NULL), "
      "('r25', 'model', 'report', NULL, 2025, 'Rapport 25', '2025-12-01', 'draft', 1, "
      "'2025-01-01', '2025-12-31', NULL, NULL, NULL, NULL)");
  fixture_run (fixture->store,
               "INSERT INTO goal (id, document_id, type, text, recurs_from_id) VALUES "
               "('g-old', 'old', 'overall', 'Gamla', NULL), "
               "('g-new', 'new', 'overall', 'Nya', 'g-old')");
  fixture_run (fixture->store,
               "INSERT INTO measure (id, document_id, section, goal_id, text, effect_full) VALUES "
               "('m1', 'act1', 's', 'g-old', 'Förr', 100), ('m2', 'act2', 's', 'g-new', 'Nu', 7)");
  fixture_run (fixture->store,
               "INSERT INTO activity (id, document_id, section, text) VALUES "
               "('a1', 'act1', 's', 'Förr'), ('a2', 'act2', 's', 'Nu')");
}

/* The ids of records, sorted as they come. */
static char *
ids_of (GPtrArray *records)
{
  GString *ids = g_string_new (NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", styr_record_get_id (records->pdata[i]));
  return g_string_free (ids, FALSE);
}

static void
assert_ids (GPtrArray *records, const char *expected)
{
  g_autofree char *ids = ids_of (records);

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_workbook (Fixture *fixture, int year, const char *goals, const char *measures, double effect)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed =
      styr_store_list_workbook_goals (fixture->store, NULL, year, &error);
  g_autoptr (GPtrArray) found =
      styr_store_list_workbook_measures (fixture->store, NULL, year, &error);
  g_autoptr (StyrRecord) sums = styr_store_get_workbook_sums (fixture->store, NULL, year, &error);

  g_assert_no_error (error);
  assert_ids (listed, goals);
  assert_ids (found, measures);
  g_assert_cmpfloat (g_ascii_strtod (styr_record_get_text (sums, "effect_full"), NULL), ==, effect);
}

/* Of the years of a term also its first, whose documents the term's are said to be. */
static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) goals = styr_store_list_workbook_goals (fixture->store, NULL, 2024, NULL);

  assert_workbook (fixture, 2023, "g-old", "", 0);
  assert_workbook (fixture, 2024, "g-old", "m1", 100);
  assert_workbook (fixture, 2025, "g-new", "", 0);
  g_assert_cmpint (styr_record_get_int (goals->pdata[0], "n_measures"), ==, 1);
}

/* What a report was about stays what it was about. */
static void
test_dossier (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *report, *goals;
  } expected[] = { { "r23", "g-old" }, { "r24", "g-old" }, { "r25", "g-new" } };
  g_autoptr (StyrModel) model = load_model (package);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StyrDossier) dossier =
          styr_store_load_dossier (fixture->store, model, expected[i].report, &error);

      g_assert_no_error (error);
      assert_ids (styr_dossier_get_records (dossier, "goal"), expected[i].goals);
    }
}

static void
test_link_targets (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[][2] = { { "r23", "g-old" },
                                             { "r24", "g-old" },
                                             { "r25", "g-new" } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GPtrArray) goals =
          styr_store_list_link_targets (fixture->store, expected[i][0], "overall", NULL);

      assert_ids (goals, expected[i][1]);
    }
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int year;
    const char *id;
  } expected[] = { { 2023, "old" }, { 2024, "old" }, { 2025, "new" }, { 2030, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *id =
          styr_store_find_document (fixture->store, "above", NULL, expected[i].year, TRUE, NULL);

      g_assert_cmpstr (id, ==, expected[i].id);
    }
}

/* A measure of one year answers for no other: a term's goal is judged anew each year. */
static void
test_survey (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int year;
    const char *goals, *activities, *measures;
    int n_measures;
  } expected[] = { { 2023, "g-old", "", "", 0 },
                   { 2024, "g-old", "a1", "m1", 1 },
                   { 2025, "g-new", "a2", "m2", 0 },
                   { 2026, "g-new", "a2", "m2", 0 } };
  g_autoptr (StyrModel) model = load_model (package);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      StyrSurvey *survey = styr_store_load_survey (fixture->store, model, expected[i].year, &error);

      g_assert_no_error (error);
      assert_ids (survey->goals, expected[i].goals);
      assert_ids (survey->activities, expected[i].activities);
      assert_ids (survey->measures, expected[i].measures);
      g_assert_cmpint (
          styr_record_get_int (survey->goals->pdata[0], "n_measures"), ==, expected[i].n_measures);
      styr_survey_free (survey);
    }
}

/* Parts of the year before are read when a phase counts them, and only then. */
static void
test_previous_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *counting = g_strndup (package, strlen (package) - 1);
  g_autofree char *json =
      g_strconcat (counting,
                   ",'phases':[{'id':'do','name':'Genomföra','counts':["
                   "{'count':'activities','documentTypes':['report'],'previousYear':true}]}]}",
                   NULL);
  g_autoptr (StyrModel) plain = load_model (package);
  g_autoptr (StyrModel) model = load_model (json);
  StyrSurvey *survey;

  fixture_run (fixture->store,
               "INSERT INTO activity (id, document_id, section, text) VALUES "
               "('a23', 'r23', 's', 'Förra året'), ('a24', 'r24', 's', 'I år')");
  survey = styr_store_load_survey (fixture->store, plain, 2024, NULL);
  assert_ids (survey->activities, "a1 a24");
  styr_survey_free (survey);
  survey = styr_store_load_survey (fixture->store, model, 2024, NULL);
  assert_ids (survey->activities, "a1 a23 a24");
  styr_survey_free (survey);
}

/* What was revoked after its year applied all of the year; what was revoked in it didn't. */
static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  fixture_run (
      fixture->store,
      "INSERT INTO document (id, model_id, type, unit_id, year, title, created_at, status, "
      "period_from, period_to, decided_on, valid_from, valid_to, revoked_on) VALUES "
      "('p1', 'model', 'plan', 'u1', 2022, 'Plan', '2022-01-01', 'revoked', '2022-01-01', "
      "'2022-12-31', '2021-12-01', '2022-01-01', '2023-03-31', '2023-04-01'), "
      "('p2', 'model', 'plan', 'u2', 2022, 'Plan', '2022-01-01', 'revoked', '2022-01-01', "
      "'2022-12-31', '2021-12-01', '2022-01-01', '2022-06-30', '2022-07-01')");
  fixture_run (
      fixture->store,
      "INSERT INTO goal (id, document_id, type, text) VALUES ('g1', 'p1', 'goal', 'Hela'), "
      "('g2', 'p2', 'goal', 'Halva')");
  assert_workbook (fixture, 2022, "g1", "", 0);
}

#define ADD(name, func) g_test_add ("/years/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("workbook", test_workbook);
  ADD ("dossier", test_dossier);
  ADD ("link-targets", test_link_targets);
  ADD ("find", test_find);
  ADD ("survey", test_survey);
  ADD ("previous-year", test_previous_year);
  ADD ("revoked", test_revoked);
  return g_test_run ();
}
