/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-findings.h"
#include "workspace-fixture.h"

#include <stdlib.h>

/* Checks that are kept, of several years. */

static guint
count_changes (GPtrArray *changes, const char *change)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += styr_record_is (changes->pdata[i], "change", change);
  return n;
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
  g_test_add ("/runs/years", Fixture, NULL, fixture_set_up, test_runs_of_years, fixture_tear_down);
  return g_test_run ();
}
