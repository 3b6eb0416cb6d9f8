/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-findings.h"
#include "workspace-fixture.h"

#include <stdlib.h>

/* Checks that are kept, and compared. */

static guint
count_changes (GPtrArray *changes, const char *change)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += styr_record_is (changes->pdata[i], "change", change);
  return n;
}

static void
test_runs (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = NULL, *second = NULL, *document = NULL, *goal = NULL;
  g_autoptr (GPtrArray) changes = NULL, runs = NULL, now = NULL;
  g_autoptr (GError) error = NULL;

  first = styr_workspace_record_run (workspace, "Före", &error);
  g_assert_no_error (error);
  document = fixture_create (fixture, "assignmentPlan");
  goal = styr_workspace_add_goal (workspace,
                                  document,
                                  fixture_find_section (fixture, document, STYR_SECTION_GOALS)->id,
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  now = styr_workspace_compare_runs (workspace, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_changes (now, "new"), >, 0);
  second = styr_workspace_record_run (workspace, NULL, &error);
  g_assert_no_error (error);
  changes = styr_workspace_compare_runs (workspace, second, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_changes (changes, "gone"), ==, count_changes (now, "new"));
  g_assert_cmpuint (count_changes (changes, "new"), ==, count_changes (now, "gone"));
  g_assert_cmpuint (count_changes (changes, "same"), ==, count_changes (now, "same"));
  runs = styr_workspace_dup_runs (workspace);
  g_assert_cmpuint (runs->len, ==, 2);
  g_assert_cmpstr (styr_record_get_text (runs->pdata[1], "note"), ==, "Före");
  styr_workspace_delete_run (workspace, first, &error);
  g_assert_no_error (error);
  g_clear_pointer (&runs, g_ptr_array_unref);
  runs = styr_workspace_dup_runs (workspace);
  g_assert_cmpuint (runs->len, ==, 1);
}

/* The same rule about the same object in another year isn't the same finding. */
static void
test_runs_of_years (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = NULL, *again = NULL, *second = NULL, *with_year = NULL;
  g_autoptr (GPtrArray) same = NULL, changes = NULL;
  g_autoptr (GError) error = NULL;

  first = styr_workspace_record_run (workspace, NULL, &error);
  g_assert_no_error (error);
  again = styr_workspace_record_run (workspace, NULL, &error);
  g_assert_no_error (error);
  with_year = styr_workspace_dup_one (workspace,
                                      "SELECT count (*) AS value FROM check_finding WHERE run_id = "
                                      "?1 AND year = " G_STRINGIFY (FIXTURE_YEAR),
                                      first,
                                      NULL,
                                      NULL);
  g_assert_cmpint (atoi (with_year), >, 0);
  same = styr_workspace_compare_runs (workspace, first, again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_changes (same, "same"), ==, same->len);
  styr_workspace_set_year (workspace, FIXTURE_YEAR + 1);
  second = styr_workspace_record_run (workspace, NULL, &error);
  g_assert_no_error (error);
  changes = styr_workspace_compare_runs (workspace, first, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_changes (changes, "new"), >, 0);
  g_assert_cmpuint (count_changes (changes, "gone"), >=, (guint) atoi (with_year));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/runs/compared", Fixture, NULL, fixture_set_up, test_runs, fixture_tear_down);
  g_test_add ("/runs/years", Fixture, NULL, fixture_set_up, test_runs_of_years, fixture_tear_down);
  return g_test_run ();
}
