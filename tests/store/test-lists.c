/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

static StyrModel *
load_shipped (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", "norrkoping.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  StyrModel *model = styr_model_new_from_file (file, &error);

  g_assert_no_error (error);
  return model;
}

static gboolean
replace_model (StyrStore *store, gpointer model, GError **error)
{
  return styr_store_replace_model (store, "model", model, error);
}

/* A package that went through the database is the same to the byte. */
static void
test_model (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrModel) model = load_shipped (), loaded = NULL;
  g_autoptr (GBytes) before = styr_model_to_bytes (model), after = NULL;
  g_autofree char *id = NULL, *dump = NULL, *dump_again = NULL;
  g_autoptr (GError) error = NULL;

  styr_store_write (fixture->store, "Modell", NULL, replace_model, model, &error);
  g_assert_no_error (error);
  id = styr_store_find_current_model (fixture->store, "2024-06-01", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "model");
  loaded = styr_store_load_model_by_id (fixture->store, id, &error);
  g_assert_no_error (error);
  after = styr_model_to_bytes (loaded);
  g_assert_cmpmem (g_bytes_get_data (before, NULL),
                   g_bytes_get_size (before),
                   g_bytes_get_data (after, NULL),
                   g_bytes_get_size (after));

  /* The same model again is no change: nothing to undo but the first. */
  dump = fixture_dump (fixture->store);
  g_assert_true (styr_store_write (fixture->store, "Igen", NULL, replace_model, model, NULL));
  dump_again = fixture_dump (fixture->store);
  g_assert_cmpstr (dump, ==, dump_again);
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_false (styr_store_undo (fixture->store, NULL));
}

/* Elements without a name of their own may stand twice, and a draft isn't in force. */
static void
test_twins_and_drafts (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":"
                             "\"twins\",\"name\":\"Tvillingar\","
                             "\"municipality\":\"Exempelby\",\"status\":\"decided\",\"blocks\":[{"
                             "\"id\":\"a\",\"name\":\"A\","
                             "\"politics\":\"mixed\"}],\"connectors\":[{\"from\":\"a\",\"to\":"
                             "\"a\",\"kind\":\"feeds\"},{\"from\":\"a\",\"to\":"
                             "\"a\",\"kind\":\"loop\"}],\"history\":[{\"date\":\"2020-01-01\","
                             "\"note\":\"Ett\"},{\"date\":\"2020-01-01\",\"note\":\"Två\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_model_new_from_bytes (bytes, "twins", &error), loaded = NULL;
  g_autofree char *current = NULL;

  g_assert_no_error (error);
  styr_store_write (fixture->store, "Modell", NULL, replace_model, model, &error);
  g_assert_no_error (error);
  fixture_run (fixture->store,
               "INSERT INTO model (id, package_id, name, status, valid_from, body) VALUES "
               "('next', 'twins', 'Nästa', 'draft', '2030-01-01', '{}')");
  current = styr_store_find_current_model (fixture->store, "2031-01-01", &error);
  g_assert_cmpstr (current, ==, "model");
  loaded = styr_store_load_model_by_id (fixture->store, current, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_model_get_connectors (loaded)->len, ==, 2);
  g_assert_cmpstr (
      ((StyrHistoryEntry *) styr_model_get_history (loaded)->pdata[1])->note, ==, "Två");

  fixture_run (fixture->store, "UPDATE model_element SET body = '{\"id\":' WHERE kind = 'blocks'");
  g_assert_null (styr_store_load_model_by_id (fixture->store, "model", &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_DAMAGED);
}

static guint
hits (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = styr_store_search (fixture->store, text, 20, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (hits (fixture, "plan ängar"), ==, 1);
  g_assert_cmpuint (hits (fixture, "plan angar"), ==, 0); /* å ä ö are letters of their own */
  g_assert_cmpuint (hits (fixture, ""), ==, 0);
  g_assert_cmpuint (hits (fixture, "\" OR * ( NEAR"), ==, 0);
  fixture_run (fixture->store,
               "INSERT INTO goal (id, document_id, type, text) VALUES ('g1', 'd1', 'goal', 'Fler "
               "vallmor i dikena')");
  g_assert_cmpuint (hits (fixture, "vallm"), ==, 1);
  fixture_run (fixture->store, "UPDATE goal SET text = 'Fler blåklint'");
  g_assert_cmpuint (hits (fixture, "vallm"), ==, 0);
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_cmpuint (hits (fixture, "vallm"), ==, 1);
  fixture_run (fixture->store, "DELETE FROM document WHERE id = 'd1'");
  g_assert_cmpuint (hits (fixture, "vallm"), ==, 0);
  g_assert_cmpuint (hits (fixture, "plan"), ==, 0);
}

static void
test_goals_and_survey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrModel) model = load_shipped ();
  g_autoptr (GPtrArray) goals = NULL, years = NULL, none = NULL;
  const StyrScale *scale = styr_model_get_scales (model)->pdata[0];
  const StyrGrade *bad = NULL;
  g_autofree char *assess = NULL;
  StyrSurvey *survey;
  StyrRecord *goal;

  for (guint i = 0; i < scale->grades->len; i++)
    if (((StyrGrade *) scale->grades->pdata[i])->needs_measure)
      bad = scale->grades->pdata[i];
  g_assert_nonnull (bad);
  fixture_run (
      fixture->store,
      "INSERT INTO goal (id, document_id, type, text) VALUES ('g1', 'd1', 'goal', 'Fler blommor')");
  fixture_run (
      fixture->store,
      "INSERT INTO criterion (id, goal_id, text) VALUES ('c1', 'g1', 'Antal'), ('c2', 'g1', '')");
  assess = g_strdup_printf (
      "INSERT INTO assessment (id, goal_id, document_id, stage, grade, analysis) VALUES "
      "('a1', 'g1', 'd1', 'proposal', 'other', NULL), ('a2', 'g1', 'd1', 'decision', '%s', 'Torr "
      "vår')",
      bad->id);
  fixture_run (fixture->store, assess);

  goals = styr_store_list_goals (fixture->store, model, NULL, 2024, NULL);
  g_assert_cmpuint (goals->len, ==, 1);
  goal = goals->pdata[0];
  g_assert_cmpint (styr_record_get_int (goal, "n_criteria"), ==, 1); /* an empty one says nothing */
  g_assert_cmpstr (styr_record_get_text (goal, "grade"), ==, bad->id);
  g_assert_true (styr_record_get_flag (goal, "has_analysis"));
  g_assert_true (styr_record_get_flag (goal, "needs_measure"));
  none = styr_store_list_goals (fixture->store, model, "u2", 2024, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_run (fixture->store,
               "UPDATE assessment SET no_measure_reason = 'Vädret' WHERE id = 'a2'");
  survey = styr_store_load_survey (fixture->store, model, 2024, NULL);
  g_assert_cmpuint (survey->units->len, ==, 2);
  g_assert_cmpuint (survey->goals->len, ==, 1);
  g_assert_false (styr_record_get_flag (survey->goals->pdata[0], "needs_measure"));
  styr_survey_free (survey);
  years = styr_store_list_years (fixture->store, NULL);
  g_assert_cmpint (styr_record_get_int (years->pdata[0], "year"), ==, 2024);
}

/* Goals of a new version that is still being written don't stand beside those that apply. */
static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrModel) model = load_shipped ();
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  fixture_run (fixture->store, "UPDATE document SET status = 'decided' WHERE id = 'd1'");
  fixture_run (fixture->store,
               "INSERT INTO document (id, model_id, type, unit_id, year, title, created_at, "
               "previous_version_id) VALUES "
               "('d2', 'model', 'plan', 'u1', 2024, 'Plan 2', '2024-02-01', 'd1')");
  fixture_run (fixture->store,
               "INSERT INTO goal (id, document_id, type, text) VALUES ('g1', 'd1', 'goal', "
               "'Gäller'), ('g2', 'd2', 'goal', 'Skrivs')");
  before = styr_store_list_goals (fixture->store, model, NULL, 2024, NULL);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (styr_record_get_id (before->pdata[0]), ==, "g1");
  fixture_run (
      fixture->store,
      "UPDATE document SET status = CASE id WHEN 'd1' THEN 'superseded' ELSE 'decided' END");
  after = styr_store_list_goals (fixture->store, model, NULL, 2024, NULL);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (styr_record_get_id (after->pdata[0]), ==, "g2");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/lists/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("model", test_model);
  ADD ("twins-and-drafts", test_twins_and_drafts);
  ADD ("search", test_search);
  ADD ("standing", test_standing);
  ADD ("goals-and-survey", test_goals_and_survey);
  return g_test_run ();
}
