/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"
#include "styr-record.h"
#include "styr-workspace-findings.h"
#include "styr-workspace.h"

#include <locale.h>
#include <stdlib.h>

/* Over a database of the stress size: bench-stress DATABASE [ROUNDS]. All rules within 200 ms, what
 * a page shows within 50 ms. */
#define CHECK_MS 200.0
#define SWITCH_MS 50.0

static void
check_cb (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  styr_workspace_forget_findings (data);
  findings = styr_workspace_dup_findings (data, NULL, &error);
  if (findings == NULL)
    g_error ("%s", error->message);
}

static void
context_cb (gpointer data)
{
  int year = styr_workspace_get_year (data);

  styr_workspace_set_year (data, year - 1);
  styr_workspace_get_overview (data);
  styr_workspace_set_year (data, year);
  styr_workspace_get_overview (data);
}

static void
register_cb (gpointer data)
{
  int year = styr_workspace_get_year (data);

  styr_workspace_set_year (data, year - 1);
  if (g_list_model_get_n_items (styr_workspace_get_documents (data)) == 0)
    g_error ("No documents in the register");
  styr_workspace_set_year (data, year);
  if (g_list_model_get_n_items (styr_workspace_get_documents (data)) == 0)
    g_error ("No documents in the register");
}

static void
search_cb (gpointer data)
{
  g_autoptr (GPtrArray) found = styr_workspace_search (data, "biblioteken", 50);

  if (found->len == 0)
    g_error ("The search finds nothing");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrWorkspace) workspace = NULL;
  guint rounds;

  setlocale (LC_ALL, "");
  if (argc < 2)
    g_error ("Which database?");
  rounds = bench_rounds (argc - 1, argv + 1, 9);
  workspace = styr_workspace_open (argv[1], &error);
  if (workspace == NULL)
    g_error ("%s", error->message);
  bench_report (
      "stress: all rules", bench_median (check_cb, workspace, rounds), CHECK_MS, "budget");
  bench_report ("stress: overview, another year and back",
                bench_median (context_cb, workspace, rounds),
                2 * SWITCH_MS,
                "budget");
  bench_report ("stress: register, another year and back",
                bench_median (register_cb, workspace, rounds),
                2 * SWITCH_MS,
                "budget");
  bench_report ("stress: search", bench_median (search_cb, workspace, rounds), SWITCH_MS, "budget");
  styr_workspace_close (workspace);
  return EXIT_SUCCESS;
}
