/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-dialogs.h"
#include "styr-element-list.h"
#include "styr-member-options.h"
#include "styr-member-row.h"
#include "styr-model-form.h"
#include "styr-model-new.h"
#include "styr-model-page.h"
#include "styr-model-parts.h"
#include "styr-rule-kind.h"
#include "styr-typed.h"
#include "styr-workspace-model.h"

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, styr_model_page_new, FALSE);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static StyrMemberRow *
find_row (PageFixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_MEMBER_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (styr_member_row_get_key (rows->pdata[i]), key))
      return rows->pdata[i];
  g_assert_not_reached ();
}

static char *
dup_value (PageFixture *fixture, const char *path)
{
  JsonNode *node = styr_workspace_peek_model_value (fixture->workspace, path);

  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

static void
assert_value (PageFixture *fixture, const char *path, const char *json)
{
  g_autofree char *value = dup_value (fixture, path);

  g_assert_cmpstr (value, ==, json);
}

static void
type (StyrMemberRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (styr_member_row_get_editor (row)), text);
  styr_member_row_flush (row);
}

/* What is typed is written at once, one entry of the history for one field, and undone in the form.
 */
static void
test_writes (PageFixture *fixture, gconstpointer data)
{
  StyrMemberRow *row;
  g_autoptr (GError) error = NULL;

  styr_model_page_show (STYR_MODEL_PAGE (fixture->page), "blocks/vision");
  page_fixture_settle (50);
  row = find_row (fixture, "name");
  type (row, "Drömmen");
  assert_value (fixture, "blocks/vision/name", "\"Drömmen\"");
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  page_fixture_settle (50);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (styr_member_row_get_editor (find_row (fixture, "name")))),
                   ==,
                   "Vision");
}

/* A value that the loader refuses says so at the field and writes nothing. */
static void
test_refuses (PageFixture *fixture, gconstpointer data)
{
  StyrMemberRow *row;

  styr_model_page_show (STYR_MODEL_PAGE (fixture->page), "blocks/vision");
  page_fixture_settle (50);
  row = find_row (fixture, "name");
  type (row, "");
  g_assert_true (styr_member_row_is_refused (row));
  assert_value (fixture, "blocks/vision/name", "\"Vision\"");
  styr_model_page_show (STYR_MODEL_PAGE (fixture->page), "pictures/steeringModel");
  styr_model_page_show (STYR_MODEL_PAGE (fixture->page), "levels/vision");
  page_fixture_settle (50);
  row = find_row (fixture, "weight");
  type (row, "99");
  g_assert_true (styr_member_row_is_refused (row));
  type (row, "2,5");
  g_assert_false (styr_member_row_is_refused (row));
  assert_value (fixture, "levels/vision/weight", "2.5");
  g_assert_false (styr_workspace_can_redo (fixture->workspace));
}

/* What is refused stays as it was typed when something else of the model is changed, and until one
 * says that it may go. */
static void
test_leave_refused (PageFixture *fixture, gconstpointer data)
{
  const char *other = "levels/programme";
  g_autoptr (GPtrArray) lists = NULL;
  StyrElementList *elements;

  styr_model_page_show (STYR_MODEL_PAGE (fixture->page), "levels/vision");
  page_fixture_settle (50);
  lists = page_fixture_find_all (fixture->page, STYR_TYPE_ELEMENT_LIST);
  elements = lists->pdata[0];
  g_assert_cmpstr (styr_element_list_get_path (elements), ==, "levels");
  type (find_row (fixture, "weight"), "99");
  type (find_row (fixture, "name"), "Drömmen");
  page_fixture_settle (50);
  g_assert_true (styr_member_row_is_refused (find_row (fixture, "weight")));
  assert_value (fixture, "levels/vision/name", "\"Drömmen\"");

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *shown = NULL;

      g_assert_true (styr_element_list_select (elements, other, FALSE));
      g_assert_cmpstr (styr_element_list_get_selected (elements), ==, "levels/vision");
      shown = g_strdup (gtk_editable_get_text (
          GTK_EDITABLE (styr_member_row_get_editor (find_row (fixture, "weight")))));
      g_assert_cmpstr (shown, ==, "99");
      page_fixture_answer (i == 0 ? "cancel" : "go-on");
    }
  g_assert_cmpstr (styr_element_list_get_selected (elements), ==, other);
  g_assert_true (styr_typed_settle (STYR_TYPED (fixture->page), NULL));
  assert_value (fixture, "levels/vision/weight", "1.3");
}

/* Each list of the package opens its first element's form without a word from GTK. */
static void
test_every_form (PageFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *list = styr_model_list_get_key ((StyrModelList) i);
      JsonNode *node = styr_workspace_peek_model_value (fixture->workspace, list);
      g_autofree char *path = NULL;
      g_autoptr (GPtrArray) forms = NULL;

      if (node == NULL || json_array_get_length (json_node_get_array (node)) == 0)
        continue;
      path = styr_model_path_dup_element (list, json_node_get_array (node), 0);
      styr_model_page_show (STYR_MODEL_PAGE (fixture->page), path);
      page_fixture_settle (20);
      forms = page_fixture_find_all (fixture->page, STYR_TYPE_MODEL_FORM);
      g_assert_cmpuint (forms->len, ==, 1);
      g_assert_cmpstr (styr_model_form_get_path (forms->pdata[0]), ==, path);
    }
}

static GtkListBoxRow *
find_part (PageFixture *fixture, const char *list)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_has_css_class (gtk_widget_get_parent (rows->pdata[i]), "styr-parts") &&
        g_str_equal (styr_model_parts_get_list (rows->pdata[i]), list))
      return rows->pdata[i];
  return NULL;
}

/* Going from part to part, as with the arrow keys, shows the first element's form each time: rows
 * of one part are used again for the next. */
static void
test_every_part (PageFixture *fixture, gconstpointer data)
{
  guint n_seen = 0;

  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *list = styr_model_list_get_key ((StyrModelList) i);
      JsonNode *node = styr_workspace_peek_model_value (fixture->workspace, list);
      GtkListBoxRow *row = find_part (fixture, list);
      g_autofree char *path = NULL;
      g_autoptr (GPtrArray) forms = NULL;

      if (row == NULL || node == NULL || json_array_get_length (json_node_get_array (node)) == 0)
        continue;
      path = styr_model_path_dup_element (list, json_node_get_array (node), 0);
      gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), row);
      page_fixture_settle (20);
      forms = page_fixture_find_all (fixture->page, STYR_TYPE_MODEL_FORM);
      g_assert_cmpuint (forms->len, ==, 1);
      g_assert_cmpstr (styr_model_form_get_path (forms->pdata[0]), ==, path);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >, 8);
}

/* A new element of every list is accepted by the loader, and one undo takes it away. */
static void
test_every_new (PageFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *list = styr_model_list_get_key ((StyrModelList) i);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = dup_value (fixture, list);
      g_autofree char *path = styr_model_new_add (fixture->workspace,
                                                  list,
                                                  "Provet",
                                                  styr_model_new_needs_number (list) ? "X1" : NULL,
                                                  i == STYR_LIST_RULES ? "goal-linked" : NULL,
                                                  &error);

      g_assert_no_error (error);
      g_assert_nonnull (styr_workspace_peek_model_value (fixture->workspace, path));
      g_assert_true (styr_workspace_undo (fixture->workspace, &error));
      assert_value (fixture, list, before);
    }
}

/* A rule of each kind begins with what the kind can't do without, or is off until that is there. */
static void
test_every_kind (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = styr_rule_kinds_list ();

  g_assert_cmpuint (kinds->len, >, 20);
  for (guint i = 0; i < kinds->len; i++)
    {
      const StyrRuleKind *kind = kinds->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *path =
          styr_model_new_add (fixture->workspace, "rules", "Provet", "X1", kind->nick, &error);
      const StyrRuleParam *scope = styr_rule_kind_find_param (kind, "scope");

      g_assert_no_error (error);
      g_assert_cmpstr (path, ==, "rules/X1");
      if (scope != NULL && scope->needed)
        g_assert_nonnull (styr_workspace_peek_model_value (fixture->workspace, "rules/X1/scope"));
      g_assert_true (styr_workspace_undo (fixture->workspace, &error));
    }
}

static guint
count_either (PageFixture *fixture)
{
  const StyrJsonStruct *rules = styr_model_list_get_struct (STYR_LIST_RULES);
  gpointer query = styr_member_options_new (fixture->workspace,
                                            "rules/X1",
                                            styr_json_struct_find (rules, "sections"),
                                            styr_member_words_find ("rules", "sections"));
  g_autoptr (GPtrArray) options = styr_member_options_provide (query);
  guint n = 0;

  for (guint i = 0; i < options->len; i++)
    if (strchr (((StyrOption *) options->pdata[i])->id, '|') != NULL)
      n++;
  styr_member_options_free (query);
  return n;
}

/* A rule about certain document types may ask for either of two sections of one kind. */
static void
test_either (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) types = json_from_string ("[\"overallGoals\"]", &error);
  g_autofree char *path =
      styr_model_new_add (fixture->workspace, "rules", "Provet", "X1", "document-sections", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_either (fixture), ==, 0);
  g_assert_true (styr_workspace_edit_model (
      fixture->workspace, "x", NULL, "rules/X1/documentTypes", types, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_either (fixture), >, 0);
}

/* When what is shown is removed, the one that has its row now is shown: never an empty form. */
static void
test_removed (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first =
      styr_model_new_add (fixture->workspace, "blocks", "Den första", NULL, NULL, &error);
  g_autofree char *second =
      styr_model_new_add (fixture->workspace, "blocks", "Den andra", NULL, NULL, &error);

  g_assert_no_error (error);
  styr_model_page_show (STYR_MODEL_PAGE (fixture->page), first);
  page_fixture_settle (50);
  g_assert_true (styr_workspace_remove_from_model (fixture->workspace, "x", first, TRUE, &error));
  page_fixture_settle (100);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (styr_member_row_get_editor (find_row (fixture, "name")))),
                   ==,
                   "Den andra");
}

/* Answers that don't fit beside each other: Enter still gives the one that changes nothing. */
static void
test_question (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *window = adw_message_dialog_new (GTK_WINDOW (fixture->window), "Question", "Text");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);
  GtkWidget *focus;

  adw_message_dialog_add_responses (dialog,
                                    "cancel",
                                    "Leave it as it is",
                                    "keep",
                                    "Keep it as something retired",
                                    "remove",
                                    "Remove it with all that refers to it",
                                    NULL);
  adw_message_dialog_set_default_response (dialog, "cancel");
  styr_dialog_present (dialog);
  page_fixture_settle (300);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_BUTTON (focus) && gtk_widget_get_mapped (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "Leave it as it is");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/model-page/writes", PageFixture, NULL, set_up, test_writes, tear_down);
  g_test_add ("/model-page/refuses", PageFixture, NULL, set_up, test_refuses, tear_down);
  g_test_add (
      "/model-page/leave-refused", PageFixture, NULL, set_up, test_leave_refused, tear_down);
  g_test_add ("/model-page/every-form", PageFixture, NULL, set_up, test_every_form, tear_down);
  g_test_add ("/model-page/every-part", PageFixture, NULL, set_up, test_every_part, tear_down);
  g_test_add ("/model-page/every-new", PageFixture, NULL, set_up, test_every_new, tear_down);
  g_test_add ("/model-page/every-kind", PageFixture, NULL, set_up, test_every_kind, tear_down);
  g_test_add ("/model-page/either", PageFixture, NULL, set_up, test_either, tear_down);
  g_test_add ("/model-page/removed", PageFixture, NULL, set_up, test_removed, tear_down);
  g_test_add ("/model-page/question", PageFixture, NULL, set_up, test_question, tear_down);
  return g_test_run ();
}
