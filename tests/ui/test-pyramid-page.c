/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "styr-canvas.h"
#include "styr-details-pane.h"
#include "styr-member-row.h"
#include "styr-pyramid-page.h"
#include "styr-thing-row.h"
#include "styr-thing.h"
#include "styr-typed.h"

static void
set_up (PageFixture *fixture, gconstpointer empty)
{
  page_fixture_set_up (fixture, styr_pyramid_page_new, empty != NULL);
}

static void
tear_down (PageFixture *fixture, gconstpointer empty)
{
  page_fixture_tear_down (fixture);
}

static StyrCanvas *
get_canvas (PageFixture *fixture)
{
  return STYR_CANVAS (page_fixture_find (fixture->page, STYR_TYPE_CANVAS));
}

static GPtrArray *
find_rows (PageFixture *fixture)
{
  return page_fixture_find_all (fixture->page, STYR_TYPE_THING_ROW);
}

/* A block in a state that the example has, by its first thing in that state. */
static StyrRecord *
find_thing (PageFixture *fixture, gboolean missing, const char **block_id)
{
  GPtrArray *blocks = styr_model_get_blocks (styr_workspace_get_model (fixture->workspace));

  for (guint i = 0; i < blocks->len; i++)
    {
      GPtrArray *things =
          styr_overview_get_block_things (styr_workspace_get_overview (fixture->workspace),
                                          ((const StyrBlock *) blocks->pdata[i])->id);

      for (guint j = 0; j < things->len; j++)
        if (styr_thing_is_missing (things->pdata[j]) == missing)
          {
            *block_id = ((const StyrBlock *) blocks->pdata[i])->id;
            return things->pdata[j];
          }
    }
  g_assert_not_reached ();
}

static void
open_block (PageFixture *fixture, const char *block_id)
{
  g_autofree char *node_id = g_strdup_printf ("block:%s", block_id);

  page_fixture_activate_node (fixture, node_id);
  g_assert_cmpstr (styr_canvas_get_selected (get_canvas (fixture)), ==, node_id);
}

static void
test_sentence (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *title = page_fixture_dup_text (fixture, "title");
  g_autofree char *sentence = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *unit = styr_workspace_dup_unit_label (fixture->workspace, NULL);
  GPtrArray *blocks = styr_model_get_blocks (styr_workspace_get_model (fixture->workspace));
  g_autofree char *number = NULL;
  int in_force = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      GPtrArray *things =
          styr_overview_get_block_things (styr_workspace_get_overview (fixture->workspace),
                                          ((const StyrBlock *) blocks->pdata[i])->id);

      for (guint j = 0; j < things->len; j++)
        in_force += styr_thing_get_state (things->pdata[j]) == STYR_STATE_IN_FORCE;
    }
  number = g_strdup_printf (" 2024: %d ", in_force);
  g_assert_cmpint (in_force, >, 0);
  g_assert_nonnull (title);
  g_assert_true (g_str_has_prefix (sentence, unit));
  g_assert_nonnull (strstr (sentence, number));
}

static void
test_details (PageFixture *fixture, gconstpointer data)
{
  const char *block_id;
  StyrRecord *thing = find_thing (fixture, FALSE, &block_id);
  GPtrArray *things =
      styr_overview_get_block_things (styr_workspace_get_overview (fixture->workspace), block_id);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *expected =
      g_strdup_printf ("open-document '%s'", styr_record_get_text (thing, "document_id"));
  guint n = 0;

  open_block (fixture, block_id);
  rows = find_rows (fixture);
  for (guint i = 0; i < rows->len; i++)
    n += styr_record_get_text (styr_thing_row_get_thing (rows->pdata[i]), "block") != NULL;
  g_assert_cmpuint (n, ==, things->len);
  for (guint i = 0; i < rows->len; i++)
    if (styr_thing_row_get_thing (rows->pdata[i]) == thing)
      adw_action_row_activate (rows->pdata[i]);
  g_assert_cmpstr (fixture->action, ==, expected);
}

static void
test_missing (PageFixture *fixture, gconstpointer data)
{
  const char *block_id;
  StyrRecord *thing = find_thing (fixture, TRUE, &block_id);
  const char *unit_id = styr_record_get_text (thing, "unit_id");
  g_autofree char *expected = g_strdup_printf ("new-document ('%s', '%s', 2024)",
                                               styr_record_get_text (thing, "document_type"),
                                               unit_id != NULL ? unit_id : "");
  g_autoptr (GPtrArray) rows = NULL;

  open_block (fixture, block_id);
  rows = find_rows (fixture);
  for (guint i = 0; i < rows->len; i++)
    if (styr_thing_row_get_thing (rows->pdata[i]) == thing)
      gtk_widget_activate_action (rows->pdata[i], "thing.open", NULL);
  g_assert_cmpstr (fixture->action, ==, expected);
}

static void
test_connections (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *connectors = styr_model_get_connectors (styr_workspace_get_model (fixture->workspace));
  const StyrConnector *connector = connectors->pdata[0];
  g_autofree char *expected = g_strdup_printf ("block:%s", connector->to);

  open_block (fixture, connector->from);
  g_signal_emit_by_name (
      page_fixture_find (fixture->page, STYR_TYPE_DETAILS_PANE), "block-activated", connector->to);
  g_assert_cmpstr (styr_canvas_get_selected (get_canvas (fixture)), ==, expected);
  gtk_widget_activate_action (
      gtk_widget_get_parent (GTK_WIDGET (get_canvas (fixture))), "diagram.close-pane", NULL);
  page_fixture_settle (50);
  g_assert_null (styr_canvas_get_selected (get_canvas (fixture)));
}

/* Another unit and every write are seen at once, and the keyboard stays on its shape. */
static void
test_follows (PageFixture *fixture, gconstpointer data)
{
  const char *block_id;
  StyrRecord *thing = find_thing (fixture, TRUE, &block_id);
  g_autofree char *type = g_strdup (styr_record_get_text (thing, "document_type"));
  g_autofree char *unit_id = g_strdup (styr_record_get_text (thing, "unit_id"));
  g_autofree char *before = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *after = NULL;
  g_autofree char *of_unit = NULL;
  g_autofree char *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrRecord) unit =
      g_list_model_get_item (styr_workspace_get_units (fixture->workspace), 0);
  GtkWidget *focus;

  open_block (fixture, block_id);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  document = styr_workspace_create_document (fixture->workspace, type, unit_id, 2024, &error);
  g_assert_no_error (error);
  page_fixture_settle (100);
  after = page_fixture_dup_text (fixture, "subtitle");
  g_assert_cmpstr (after, !=, before);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);

  styr_workspace_set_unit_id (fixture->workspace, styr_record_get_id (unit));
  page_fixture_settle (100);
  of_unit = page_fixture_dup_text (fixture, "subtitle");
  g_assert_true (g_str_has_prefix (of_unit, styr_record_get_text (unit, "name")));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
}

static StyrMemberRow *
find_name (PageFixture *fixture)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_MEMBER_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (styr_member_row_get_key (rows->pdata[i]), "name"))
      return rows->pdata[i];
  g_assert_not_reached ();
}

/* While the model is changed in its picture, a block is left only with what can be saved, or when
 * one says so; the keyboard and the mark stay with it. */
static void
test_leave_refused (PageFixture *fixture, gconstpointer data)
{
  const StyrConnector *connector =
      styr_model_get_connectors (styr_workspace_get_model (fixture->workspace))->pdata[0];
  g_autofree char *from = g_strdup_printf ("block:%s", connector->from);
  g_autofree char *other = g_strdup_printf ("block:%s", connector->to);

  gtk_widget_activate_action (fixture->page, "pyramid.edit", NULL);
  page_fixture_activate_node (fixture, from);
  gtk_editable_set_text (GTK_EDITABLE (styr_member_row_get_editor (find_name (fixture))), "");
  page_fixture_activate_node (fixture, other);
  g_assert_cmpstr (styr_canvas_get_selected (get_canvas (fixture)), ==, from);
  g_assert_true (styr_member_row_is_refused (find_name (fixture)));
  page_fixture_answer ("cancel");
  page_fixture_settle (100);
  g_assert_cmpstr (styr_canvas_get_selected (get_canvas (fixture)), ==, from);
  gtk_widget_activate_action (fixture->page, "pyramid.edit", NULL);
  page_fixture_answer ("cancel");
  g_assert_true (styr_member_row_is_refused (find_name (fixture)));
  page_fixture_activate_node (fixture, other);
  page_fixture_answer ("go-on");
  page_fixture_settle (100);
  g_assert_cmpstr (styr_canvas_get_selected (get_canvas (fixture)), ==, other);
  g_assert_true (styr_typed_settle (STYR_TYPED (fixture->page), NULL));
}

/* A page that isn't seen costs nothing until it is. */
static void
test_hidden (PageFixture *fixture, gconstpointer data)
{
  StyrScene *scene = styr_canvas_get_scene (get_canvas (fixture));

  gtk_widget_set_visible (fixture->page, FALSE);
  styr_workspace_set_year (fixture->workspace, 2023);
  page_fixture_settle (100);
  g_assert_true (styr_canvas_get_scene (get_canvas (fixture)) == scene);
  gtk_widget_set_visible (fixture->page, TRUE);
  page_fixture_settle (100);
  g_assert_true (styr_canvas_get_scene (get_canvas (fixture)) != scene);
}

static void
test_export (PageFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (
      gtk_widget_get_parent (GTK_WIDGET (get_canvas (fixture))), "diagram.export", NULL);
  g_assert_cmpstr (fixture->action, ==, "export-picture 'pyramid:pyramid'");
}

/* Another picture of the model: title, scene and export follow, and what a picture doesn't show
 * isn't selected in it. */
static void
test_choose (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = page_fixture_find (fixture->page, GTK_TYPE_DROP_DOWN);
  GPtrArray *pictures = styr_model_get_pictures (styr_workspace_get_model (fixture->workspace));
  const StyrPicture *second = pictures->pdata[1];
  g_autofree char *before =
      g_strdup (styr_scene_get_alt_text (styr_canvas_get_scene (get_canvas (fixture))));
  g_autofree char *expected = g_strdup_printf ("export-picture 'pyramid:%s'", second->id);
  g_autofree char *title = NULL;

  g_assert_true (gtk_widget_get_visible (chooser));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (chooser))),
                    ==,
                    pictures->len);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 1);
  page_fixture_settle (200);
  title = page_fixture_dup_text (fixture, "title");
  g_assert_cmpstr (title, ==, second->title);
  g_assert_cmpstr (
      styr_scene_get_alt_text (styr_canvas_get_scene (get_canvas (fixture))), !=, before);
  gtk_widget_activate_action (fixture->page, "pyramid.export", NULL);
  g_assert_cmpstr (fixture->action, ==, expected);
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *status = page_fixture_find (fixture->page, ADW_TYPE_STATUS_PAGE);

  g_assert_true (gtk_widget_get_mapped (status));
  g_assert_nonnull (adw_status_page_get_title (ADW_STATUS_PAGE (status)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_canvas (fixture))));
}

static void
test_rows (void)
{
  g_autoptr (StyrRecord) thing = styr_record_new ("thing", NULL);
  g_autofree char *line = NULL;
  g_autofree char *capitalised = styr_text_dup_capitalised ("årsredovisning");

  g_assert_cmpstr (capitalised, ==, "Årsredovisning");
  styr_record_set_text (thing, "title", "Plan – Socialnämnden");
  styr_record_set_text (thing, "subtitle", "Socialnämnden");
  styr_record_set_text (thing, "state", "not-applicable");
  styr_record_set_text (thing, "document_type", "plan");
  g_assert_false (styr_thing_is_missing (thing));
  styr_record_set_text (thing, "block", "plans");
  g_assert_true (styr_thing_is_missing (thing));
  line = styr_thing_dup_line (thing);
  g_assert_cmpstr (line, ==, "");
  styr_record_set_text (thing, "document_id", "d");
  g_assert_false (styr_thing_is_missing (thing));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/pyramid-page/" path, PageFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/pyramid-page/rows", test_rows);
  ADD ("sentence", test_sentence);
  ADD ("details", test_details);
  ADD ("missing", test_missing);
  ADD ("connections", test_connections);
  ADD ("follows", test_follows);
  ADD ("leave-refused", test_leave_refused);
  ADD ("hidden", test_hidden);
  ADD ("export", test_export);
  ADD ("choose", test_choose);
  g_test_add ("/pyramid-page/empty", PageFixture, "empty", set_up, test_empty, tear_down);
  return g_test_run ();
}
