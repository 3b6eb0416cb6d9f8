/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas.h"
#include "styr-document-editor.h"
#include "styr-field-row.h"
#include "styr-member-row.h"
#include "styr-model-form.h"
#include "styr-unit-form.h"
#include "styr-workspace-model.h"
#include "window-fixture.h"

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, TRUE);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_tear_down (fixture);
}

static void
activate (WindowFixture *fixture, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), name, target);
}

static gboolean
refuse_a_field (GtkWidget *widget)
{
  GtkWidget *editor =
      STYR_IS_FIELD_ROW (widget) ? styr_field_row_get_editor (STYR_FIELD_ROW (widget)) : NULL;

  if (GTK_IS_ENTRY (editor))
    {
      gtk_editable_set_text (GTK_EDITABLE (editor), "tolv");
      styr_field_row_flush (STYR_FIELD_ROW (widget));
      return styr_field_row_is_refused (STYR_FIELD_ROW (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (refuse_a_field (child))
      return TRUE;
  return FALSE;
}

/* What can't be saved isn't thrown away unasked, neither by leaving the document nor by closing the
 * window. */
static void
test_leave_refused (WindowFixture *fixture, gconstpointer data)
{
  const char *id = "d-up-kfn-2024";
  GtkStack *stack = GTK_STACK (window_fixture_get_child (fixture->window, "pages"));
  GtkWindow *question;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", id);
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (gtk_stack_get_visible_child (stack)));
  g_assert_true (refuse_a_field (gtk_stack_get_visible_child (stack)));
  activate (fixture, "win.back");
  g_assert_cmpstr (styr_window_get_document_id (fixture->window), ==, id);
  question = window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  gtk_window_destroy (question);
  g_assert_cmpstr (styr_window_get_document_id (fixture->window), ==, id);

  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (styr_window_get_workspace (fixture->window));
  gtk_window_destroy (window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG));

  activate (fixture, "win.show-page::documents");
  question = window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "go-on");
  g_assert_null (styr_window_get_document_id (fixture->window));
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, "documents");
  gtk_window_destroy (question);
}

static GtkWidget *
find_below (GtkWidget *root, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);
  return found;
}

/* The first widget of a type in the page that is shown */
static GtkWidget *
find_shown (WindowFixture *fixture, GType type)
{
  GtkWidget *pages = window_fixture_get_child (fixture->window, "pages");
  GtkWidget *found = find_below (gtk_stack_get_visible_child (GTK_STACK (pages)), type);

  g_assert_nonnull (found);
  return found;
}

/* Closes the window at once and opens another over the same database. */
static void
close_and_open (WindowFixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = styr_window_new (NULL);
  styr_window_open_database (fixture->window, fixture->path, FALSE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_fixture_settle (100);
}

/* Types in the first field of a form of the model. Returns: (transfer full): its path */
static char *
type_in_model (WindowFixture *fixture)
{
  GtkWidget *row = find_shown (fixture, STYR_TYPE_MEMBER_ROW);
  GtkWidget *form = gtk_widget_get_ancestor (row, STYR_TYPE_MODEL_FORM);

  gtk_editable_set_text (GTK_EDITABLE (styr_member_row_get_editor (STYR_MEMBER_ROW (row))), "Prov");
  return g_strdup_printf ("%s/%s",
                          styr_model_form_get_path (STYR_MODEL_FORM (form)),
                          styr_member_row_get_key (STYR_MEMBER_ROW (row)));
}

static void
assert_in_model (WindowFixture *fixture, const char *path)
{
  JsonNode *node = styr_workspace_peek_model_value (window_fixture_get_workspace (fixture), path);

  g_assert_nonnull (node);
  g_assert_cmpstr (json_node_get_string (node), ==, "Prov");
}

/* What was just typed is saved when the window closes, on every page that has fields. */
static void
test_close_typed (WindowFixture *fixture, gconstpointer data)
{
  StyrUnitForm *form;
  StyrScene *scene;
  GtkWidget *canvas;
  g_autofree char *unit_id = NULL, *in_pane = NULL, *in_page = NULL;
  g_autoptr (StyrRecord) unit = NULL;

  activate (fixture, "win.show-page::organisation");
  form = STYR_UNIT_FORM (find_shown (fixture, STYR_TYPE_UNIT_FORM));
  unit_id = g_strdup (styr_unit_form_get_unit (form));
  gtk_editable_set_text (GTK_EDITABLE (styr_unit_form_get_row (form, "note")), "Prov");
  close_and_open (fixture);
  unit = styr_unit_form_dup_record (window_fixture_get_workspace (fixture), unit_id);
  g_assert_cmpstr (styr_record_get_text (unit, "note"), ==, "Prov");

  activate (fixture, "win.edit-model");
  canvas = find_shown (fixture, STYR_TYPE_CANVAS);
  scene = styr_canvas_get_scene (STYR_CANVAS (canvas));
  g_assert_true (styr_canvas_focus_node (STYR_CANVAS (canvas), styr_scene_get_node (scene, 0)->id));
  gtk_widget_activate_action (canvas, "canvas.activate", NULL);
  in_pane = type_in_model (fixture);
  g_assert_true (g_str_has_prefix (in_pane, "blocks/"));
  close_and_open (fixture);
  assert_in_model (fixture, in_pane);

  activate (fixture, "win.show-model::levels/vision");
  in_page = type_in_model (fixture);
  g_assert_cmpstr (in_page, ==, "levels/vision/name");
  close_and_open (fixture);
  assert_in_model (fixture, in_page);
}

/* What can't be saved holds back the window and the other pages. */
static void
test_close_refused (WindowFixture *fixture, gconstpointer data)
{
  StyrUnitForm *form;
  GtkWindow *question;

  activate (fixture, "win.show-page::organisation");
  form = STYR_UNIT_FORM (find_shown (fixture, STYR_TYPE_UNIT_FORM));
  gtk_editable_set_text (GTK_EDITABLE (styr_unit_form_get_row (form, "name")), "");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (styr_window_get_workspace (fixture->window));
  question = window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  gtk_window_destroy (question);
  activate (fixture, "win.show-page::documents");
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, "organisation");
  question = window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "go-on");
  gtk_window_destroy (question);
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, "documents");
}

#define ADD(path, func) g_test_add ("/leave/" path, WindowFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("refused", test_leave_refused);
  ADD ("close-typed", test_close_typed);
  ADD ("close-refused", test_close_refused);
  return g_test_run ();
}
