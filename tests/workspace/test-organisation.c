/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-organisation.h"
#include "workspace-fixture.h"

#include <string.h>

static StyrRecord *
find (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (records->pdata[i]), id) == 0)
      return records->pdata[i];
  return NULL;
}

static gboolean
exists_on (Fixture *fixture, const char *id, const char *date)
{
  g_autoptr (GPtrArray) units = styr_workspace_dup_units_on (fixture->workspace, date);

  return find (units, id) != NULL;
}

static void
test_units (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *company = NULL;

  g_assert_null (styr_workspace_add_unit (self, "committee", "", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (styr_workspace_add_unit (self, "båt", "Båtlaget", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (styr_workspace_add_unit (self, "department", "Kulturkontoret", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);

  company = styr_workspace_add_unit (self, "department", "Hamnkontoret", &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_set_unit (self, company, "ownership_share", "60", &error));
  g_assert_false (styr_workspace_set_unit (self, company, "ownership_share", "160", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_set_unit (self, company, "inside_model", "0", &error));
  g_assert_true (styr_workspace_set_unit (self, company, "parent_id", fixture->board, &error));
  g_assert_false (styr_workspace_set_unit (self, fixture->board, "parent_id", company, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_set_unit (self, company, "valid_from", "2020-01-01", &error));
  g_assert_false (styr_workspace_set_unit (self, company, "valid_to", "2019-01-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_set_unit (self, company, "valid_to", "2023-12-31", &error));
  g_assert_false (exists_on (fixture, company, "2019-12-31"));
  g_assert_true (exists_on (fixture, company, "2020-01-01"));
  g_assert_true (exists_on (fixture, company, "2023-12-31"));
  g_assert_false (exists_on (fixture, company, "2024-01-01"));
  units = styr_workspace_dup_units_on (self, NULL);
  g_assert_true (styr_record_is (find (units, company), "is_current", "0"));
  g_assert_true (styr_record_has (find (units, company), "parent_name"));
  g_assert_true (styr_workspace_delete_unit (self, company, &error));
  g_assert_no_error (error);
}

/* A unit that something names ends instead, and is still named there. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *uses = NULL, *label = NULL;
  g_autoptr (GPtrArray) services = NULL, ended = NULL;
  g_autoptr (GError) error = NULL;

  uses = styr_workspace_dup_unit_uses (self, fixture->committee);
  g_assert_nonnull (uses);
  g_assert_false (styr_workspace_delete_unit (self, fixture->committee, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, uses));
  g_clear_error (&error);
  services = styr_workspace_dup_services (self, fixture->committee, "2025-01-01");
  g_assert_cmpuint (services->len, ==, 1);
  g_assert_true (styr_workspace_end_unit (self, fixture->committee, "2024-12-31", &error));
  ended = styr_workspace_dup_services (self, fixture->committee, "2025-01-01");
  g_assert_cmpuint (ended->len, ==, 0);
  /* offered for its last year, and for no later one */
  g_assert_true (
      styr_unit_exists_in_year (styr_workspace_find_unit (self, fixture->committee), 2024));
  g_assert_false (
      styr_unit_exists_in_year (styr_workspace_find_unit (self, fixture->committee), 2025));
  label = styr_workspace_dup_unit_label (self, fixture->committee);
  g_assert_cmpstr (label, ==, "Kultur- och fritidsnämnden");
  g_assert_true (styr_workspace_undo (self, &error));
  g_assert_true (exists_on (fixture, fixture->committee, "2025-01-01"));
}

/* How many documents a unit has or is asked for in a year: an ended nämnd owes nothing. */
static guint
count_expected (Fixture *fixture, const char *unit_id, int year)
{
  GPtrArray *blocks = styr_model_get_blocks (styr_workspace_get_model (fixture->workspace));
  StyrOverview *overview;
  guint n = 0;

  styr_workspace_set_unit_id (fixture->workspace, unit_id);
  styr_workspace_set_year (fixture->workspace, year);
  overview = styr_workspace_get_overview (fixture->workspace);
  for (guint b = 0; b < blocks->len; b++)
    {
      const StyrBlock *block = g_ptr_array_index (blocks, b);
      GPtrArray *things = styr_overview_get_block_things (overview, block->id);

      for (guint i = 0; i < things->len; i++)
        n += styr_record_is (things->pdata[i], "unit_id", unit_id);
    }
  return n;
}

/* Two nämnder become one: they end, it begins, what served them serves it, old papers stand. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (StyrRecord) social = styr_workspace_match_unit (self, "socialnämnden", NULL);
  g_autofree char *other = g_strdup (styr_record_get_id (social));
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  const char *const old[] = { fixture->committee, other, NULL };
  g_autofree char *made = NULL, *before = fixture_dump (self), *after = NULL, *label = NULL;
  g_autoptr (GPtrArray) links = NULL, services = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  made = styr_workspace_succeed_unit (self, old, "Välfärdsnämnden", "", NULL, &error);
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  made = styr_workspace_succeed_unit (self, old, "Välfärdsnämnden", "2025-01-01", "KF § 9", &error);
  g_assert_no_error (error);
  label = styr_workspace_dup_undo_label (self);
  g_assert_cmpstr (label,
                   ==,
                   "Merger: Kultur- och fritidsnämnden and Socialnämnden become Välfärdsnämnden "
                   "from 2025-01-01");
  g_assert_true (exists_on (fixture, fixture->committee, "2024-12-31"));
  g_assert_false (exists_on (fixture, fixture->committee, "2025-01-01"));
  g_assert_false (exists_on (fixture, other, "2025-01-01"));
  g_assert_false (exists_on (fixture, made, "2024-12-31"));
  g_assert_true (exists_on (fixture, made, "2025-01-01"));
  links = styr_workspace_dup_successions (self, made);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_true (styr_record_is (links->pdata[0], "successor_name", "Välfärdsnämnden"));
  services = styr_workspace_dup_services (self, made, "2025-06-01");
  g_assert_cmpuint (services->len, ==, 1);
  g_assert_true (styr_record_is (services->pdata[0], "department_id", fixture->department));
  dossier = styr_workspace_dup_dossier (self, plan, &error);
  g_assert_true (styr_record_is (
      styr_dossier_get_document (dossier), "unit_name", "Kultur- och fritidsnämnden"));

  g_assert_cmpuint (count_expected (fixture, other, 2024), >, 0);
  g_assert_cmpuint (count_expected (fixture, other, 2025), ==, 0);
  g_assert_cmpuint (count_expected (fixture, made, 2024), ==, 0);
  g_assert_cmpuint (count_expected (fixture, made, 2025), >, 0);

  g_assert_null (styr_workspace_succeed_unit (self, old, "Ännu en", "2026-01-01", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE); /* ended already */
  g_assert_true (styr_workspace_undo (self, NULL));
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  const char *const names[] = { "Kulturnämnden", "Fritidsnämnden", NULL };
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *link = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;

  ids = styr_workspace_split_unit (self, fixture->committee, names, "2025-01-01", NULL, &error);
  g_assert_no_error (error);
  label = styr_workspace_dup_undo_label (self);
  g_assert_cmpstr (label,
                   ==,
                   "Split: Kultur- och fritidsnämnden becomes Kulturnämnden and Fritidsnämnden "
                   "from 2025-01-01");
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  links = styr_workspace_dup_successions (self, fixture->committee);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_true (exists_on (fixture, ids[1], "2025-01-01"));
  /* what was taken over by one that is there already */
  link = styr_workspace_add_succession (self, ids[0], fixture->board, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (styr_workspace_add_succession (self, fixture->board, ids[0], NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_delete_succession (self, link, &error));
}

/* A kontor serves two nämnder, each from its own day. */
static void
test_services (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) now = NULL, before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (
      styr_workspace_add_service (self, fixture->committee, fixture->department, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE); /* there already */
  g_clear_error (&error);
  g_assert_null (styr_workspace_add_service (self, "borta", fixture->department, NULL, NULL));
  second =
      styr_workspace_add_service (self, fixture->board, fixture->department, "2024-07-01", &error);
  g_assert_no_error (error);
  now = styr_workspace_dup_services (self, fixture->department, "2024-07-01");
  g_assert_cmpuint (now->len, ==, 2);
  before = styr_workspace_dup_services (self, fixture->department, "2024-06-30");
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_false (
      styr_workspace_set_service_days (self, second, "2024-07-01", "2023-01-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (
      styr_workspace_set_service_days (self, second, "2024-07-01", "2025-01-01", &error));
  /* both to later days than the last one was, in one entry */
  g_assert_true (
      styr_workspace_set_service_days (self, second, "2026-01-01", "2027-01-01", &error));
  g_assert_no_error (error);
  g_assert_true (styr_workspace_undo (self, &error));
  g_clear_pointer (&now, g_ptr_array_unref);
  now = styr_workspace_dup_services (self, fixture->department, "2024-07-01");
  g_assert_cmpuint (now->len, ==, 2);
  /* what would have begun when the nämnd is gone never does */
  g_assert_true (styr_workspace_set_service_days (self, second, "2026-01-01", NULL, &error));
  g_assert_true (styr_workspace_end_unit (self, fixture->board, "2025-12-31", &error));
  g_assert_no_error (error);
  g_assert_false (styr_workspace_delete_service (self, second, NULL));
  g_assert_true (styr_workspace_undo (self, &error));
  g_assert_true (styr_workspace_delete_service (self, second, &error));
}

/* Kommunstyrelsen coordinates, and has plans of its own: it is asked for them like any nämnd. */
static void
test_board_has_two_roles (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *plan = NULL;
  g_autoptr (GError) error = NULL;
  guint before = count_expected (fixture, fixture->board, 2024);

  g_assert_cmpuint (before, >, 0);
  plan = styr_workspace_create_document (self, "assignmentPlan", fixture->board, 2024, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_expected (fixture, fixture->board, 2024), ==, before); /* now a draft */
  /* what it decides for all is every nämnd's, its own plan is not */
  styr_workspace_set_unit_id (self, fixture->committee);
  {
    GListModel *documents = styr_workspace_get_documents (self);

    for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
      {
        g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);

        g_assert_cmpstr (styr_record_get_id (document), !=, plan);
      }
  }
}

static void
test_election_years (Fixture *fixture, gconstpointer data)
{
  StyrModel *model = styr_workspace_get_model (fixture->workspace);

  g_assert_true (styr_model_is_election_year (model, 2022));
  g_assert_true (styr_model_is_election_year (model, 2026));
  g_assert_false (styr_model_is_election_year (model, 2023));
  g_assert_false (styr_model_is_election_year (model, 2024));
}

/* Time goes one way: what came after can't also have been before. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  const char *const first[] = { fixture->committee, NULL };
  g_autofree char *second = NULL, *third = NULL, *tie = NULL;
  g_autoptr (GError) error = NULL;

  second = styr_workspace_succeed_unit (self, first, "Andra nämnden", "2025-01-01", NULL, &error);
  g_assert_no_error (error);
  {
    const char *const old[] = { second, NULL };

    third = styr_workspace_succeed_unit (self, old, "Tredje nämnden", "2026-01-01", NULL, &error);
    g_assert_no_error (error);
  }
  g_assert_null (
      styr_workspace_add_succession (self, third, fixture->committee, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  tie = styr_workspace_add_succession (self, fixture->committee, third, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tie);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/organisation/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("units", test_units);
  ADD ("delete", test_delete);
  ADD ("merge", test_merge);
  ADD ("split", test_split);
  ADD ("services", test_services);
  ADD ("board", test_board_has_two_roles);
  ADD ("election-years", test_election_years);
  ADD ("circle", test_circle);
  return g_test_run ();
}
