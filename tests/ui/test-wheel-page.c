/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "styr-canvas.h"
#include "styr-thing-row.h"
#include "styr-thing.h"
#include "styr-things-pane.h"
#include "styr-wheel-page.h"

#include <stdlib.h>

static void
set_up (PageFixture *fixture, gconstpointer empty)
{
  page_fixture_set_up (fixture, styr_wheel_page_new, empty != NULL);
}

static void
tear_down (PageFixture *fixture, gconstpointer empty)
{
  page_fixture_tear_down (fixture);
}

static StyrThingsPane *
get_pane (PageFixture *fixture)
{
  return STYR_THINGS_PANE (page_fixture_find (fixture->page, STYR_TYPE_THINGS_PANE));
}

static guint
count_rows (PageFixture *fixture)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_THING_ROW);

  return rows->len;
}

static void
test_sentence (PageFixture *fixture, gconstpointer data)
{
  StyrCompletion total = styr_overview_get_total (styr_workspace_get_overview (fixture->workspace));
  g_autofree char *sentence = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *done = g_strdup_printf (": %d ", total.done);
  g_autofree char *all = g_strdup_printf (" %d ", total.total);

  g_assert_cmpint (total.total, >, 0);
  g_assert_nonnull (strstr (sentence, " 2024"));
  g_assert_nonnull (strstr (sentence, done));
  g_assert_nonnull (strstr (sentence, all));
}

/* A number is the length of the list that it opens. */
static void
test_phases (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *phases = styr_model_get_phases (styr_workspace_get_model (fixture->workspace));
  guint sum = 0;

  for (guint i = 0; i < phases->len; i++)
    {
      const StyrPhase *phase = phases->pdata[i];
      g_autofree char *node_id = g_strdup_printf ("phase:%s", phase->id);
      StyrCompletion completion =
          styr_overview_get_phase (styr_workspace_get_overview (fixture->workspace), phase->id);

      page_fixture_activate_node (fixture, node_id);
      g_assert_cmpuint (count_rows (fixture), ==, (guint) completion.total);
      g_assert_cmpuint (
          styr_things_pane_get_n_things (get_pane (fixture)), ==, (guint) completion.total);
      sum += count_rows (fixture);
    }
  g_assert_cmpuint (sum, >, 0);
}

static void
test_months (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *deadlines =
      styr_overview_get_deadlines (styr_workspace_get_overview (fixture->workspace));
  guint sum = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *node_id = g_strdup_printf ("month:%d", month);
      guint expected = 0;

      for (guint i = 0; i < deadlines->len; i++)
        expected += atoi (styr_record_get_text (deadlines->pdata[i], "due") + 5) == month;
      page_fixture_activate_node (fixture, node_id);
      g_assert_cmpuint (count_rows (fixture), ==, expected);
      sum += expected;
    }
  g_assert_cmpuint (sum, ==, deadlines->len);
  g_assert_cmpuint (sum, >, 0);
}

/* What waits for an assessment opens in the report where it is assessed, if there is one. */
static void
test_targets (PageFixture *fixture, gconstpointer data)
{
  StyrModel *model = styr_workspace_get_model (fixture->workspace);
  GPtrArray *phases = styr_model_get_phases (model);
  guint n_reports = 0;

  for (guint i = 0; i < phases->len; i++)
    {
      const StyrPhase *phase = phases->pdata[i];
      GPtrArray *things = styr_overview_get_phase_things (
          styr_workspace_get_overview (fixture->workspace), phase->id);

      for (guint j = 0; j < things->len; j++)
        {
          StyrRecord *thing = things->pdata[j];
          const char *document_id = styr_record_get_text (thing, "document_id");
          g_autofree char *target = styr_thing_dup_target (thing, fixture->workspace);

          g_assert_true ((target == NULL) == (document_id == NULL));
          if (target == NULL)
            continue;
          g_assert_true (g_str_has_prefix (target, document_id) || strchr (target, '#') != NULL);
          n_reports += !g_str_has_prefix (target, document_id);
        }
    }
  g_assert_cmpuint (n_reports, >, 0);
}

static void
test_open (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *phases = styr_model_get_phases (styr_workspace_get_model (fixture->workspace));
  g_autofree char *node_id =
      g_strdup_printf ("phase:%s", ((const StyrPhase *) phases->pdata[0])->id);
  g_autoptr (GPtrArray) rows = NULL;

  page_fixture_activate_node (fixture, node_id);
  rows = page_fixture_find_all (fixture->page, STYR_TYPE_THING_ROW);
  for (guint i = 0; i < rows->len; i++)
    {
      StyrRecord *thing = styr_thing_row_get_thing (rows->pdata[i]);
      g_autofree char *target = styr_thing_dup_target (thing, fixture->workspace);
      g_autofree char *expected = g_strdup_printf ("open-document '%s'", target);

      g_clear_pointer (&fixture->action, g_free);
      adw_action_row_activate (rows->pdata[i]);
      if (target != NULL)
        g_assert_cmpstr (fixture->action, ==, expected);
      else
        g_assert_true (g_str_has_prefix (fixture->action, "new-document "));
    }
}

/* What isn't done comes first: it is what one came for. */
static void
test_order (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *phases = styr_model_get_phases (styr_workspace_get_model (fixture->workspace));
  gboolean was_done = FALSE;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *node_id =
      g_strdup_printf ("phase:%s", ((const StyrPhase *) phases->pdata[0])->id);

  page_fixture_activate_node (fixture, node_id);
  rows = page_fixture_find_all (fixture->page, STYR_TYPE_THING_ROW);
  for (guint i = 0; i < rows->len; i++)
    {
      gboolean done = styr_record_get_flag (styr_thing_row_get_thing (rows->pdata[i]), "done");

      g_assert_true (done || !was_done);
      was_done = done;
    }
}

static void
test_follows (PageFixture *fixture, gconstpointer data)
{
  StyrCanvas *canvas = STYR_CANVAS (page_fixture_find (fixture->page, STYR_TYPE_CANVAS));
  g_autofree char *before = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *after = NULL;

  page_fixture_activate_node (fixture, "month:3");
  styr_workspace_set_year (fixture->workspace, 2023);
  page_fixture_settle (400);
  after = page_fixture_dup_text (fixture, "subtitle");
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (styr_canvas_get_selected (canvas), ==, "month:3");
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_get_mapped (page_fixture_find (fixture->page, ADW_TYPE_STATUS_PAGE)));
}

#define ADD(path, func) g_test_add ("/wheel-page/" path, PageFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("sentence", test_sentence);
  ADD ("phases", test_phases);
  ADD ("months", test_months);
  ADD ("targets", test_targets);
  ADD ("open", test_open);
  ADD ("order", test_order);
  ADD ("follows", test_follows);
  g_test_add ("/wheel-page/empty", PageFixture, "empty", set_up, test_empty, tear_down);
  return g_test_run ();
}
