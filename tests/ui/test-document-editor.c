/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"

#include "styr-enum-types.h"
#include "styr-item-list.h"
#include "styr-outline.h"
#include "styr-typed.h"

#define PLAN "d-up-kfn-2024"
#define REPORT "d-kr-bmn-2024"
#define DECIDED "d-kr-sn-2024"

static void
set_up (PageFixture *fixture, gconstpointer document)
{
  editor_fixture_open (fixture, document);
}

static void
press (PageFixture *fixture, const char *name)
{
  g_signal_emit_by_name (editor_fixture_find_named (fixture, GTK_TYPE_BUTTON, name), "clicked");
  page_fixture_settle (30);
}

static guint
count (PageFixture *fixture, const char *kind, const char *column, const char *value)
{
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);
  g_autoptr (GPtrArray) found = styr_dossier_dup_where (dossier, kind, column, value);

  return found->len;
}

static char *
dup_goal (PageFixture *fixture, const char *label)
{
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);
  GPtrArray *goals = styr_dossier_get_records (dossier, "goal");

  for (guint i = 0; i < goals->len; i++)
    if (styr_record_is (goals->pdata[i], "label", label))
      return g_strdup (styr_record_get_id (goals->pdata[i]));
  g_error ("No goal %s", label);
}

/* Every document type ------------------------------------------------------------------------ */

static const char *
sample_text (GtkWidget *editor)
{
  if (GTK_IS_TEXT_VIEW (editor))
    return "Det här står nu här.\nPå två rader.";
  if (GTK_IS_SWITCH (editor))
    return "true";
  return NULL;
}

/* Entries take text, numbers or dates: the first that isn't refused */
static void
fill_entry (StyrFieldRow *row)
{
  const char *const samples[] = { "2024-10-01", "2027", "3", "Ett ord" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      editor_fixture_type (row, samples[i]);
      styr_field_row_flush (row);
      if (!styr_field_row_is_refused (row))
        return;
    }
  g_assert_not_reached ();
}

static void
add_items (PageFixture *fixture)
{
  g_autoptr (GPtrArray) lists = page_fixture_find_all (fixture->page, STYR_TYPE_ITEM_LIST);

  for (guint i = 0; i < lists->len; i++)
    {
      GtkWidget *button = gtk_widget_get_last_child (lists->pdata[i]);

      if (GTK_IS_BUTTON (button) && gtk_widget_get_visible (button))
        g_signal_emit_by_name (button, "clicked");
    }
  page_fixture_settle (20);
}

static guint
fill_all (PageFixture *fixture)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_FIELD_ROW);
  guint filled = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *editor = styr_field_row_get_editor (rows->pdata[i]);
      const char *text = sample_text (editor);

      if (!gtk_widget_get_child_visible (rows->pdata[i]) || STYR_IS_CHOICE_BUTTON (editor))
        continue;
      if (text != NULL)
        editor_fixture_type (rows->pdata[i], text);
      else
        fill_entry (rows->pdata[i]);
      styr_field_row_flush (rows->pdata[i]);
      g_assert_false (styr_field_row_is_refused (rows->pdata[i]));
      filled++;
    }
  return filled;
}

static void
decide (PageFixture *fixture, const char *id)
{
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);
  g_autofree char *body = styr_workspace_dup_decider (fixture->workspace, dossier, NULL);
  g_autoptr (GError) error = NULL;

  styr_workspace_set_status (fixture->workspace,
                             id,
                             STYR_DOCUMENT_DECIDED,
                             "2024-10-01",
                             body != NULL ? body : "council",
                             "§ 1",
                             "KS 2024/1",
                             &error);
  g_assert_no_error (error);
  page_fixture_settle (30);
}

static void
check_type (PageFixture *fixture, const StyrDocumentType *type)
{
  g_autofree char *id = editor_fixture_make (fixture->workspace, type);
  g_autoptr (StyrDossier) before = NULL;
  g_autoptr (StyrDossier) after = NULL;
  StyrCompletion completion;

  g_test_message ("%s", type->id);
  editor_fixture_open (fixture, id);
  g_assert_true (gtk_widget_is_visible (page_fixture_find (fixture->page, STYR_TYPE_OUTLINE)));
  add_items (fixture);
  g_assert_cmpuint (fill_all (fixture), >, type->sections->len);
  before = editor_fixture_dup_dossier (fixture);
  completion = styr_dossier_get_completion (before);
  g_assert_cmpint (completion.total, >, 0);
  g_assert_cmpint (completion.done, >, 0);

  decide (fixture, id);
  editor_fixture_open (fixture, id);
  after = editor_fixture_dup_dossier (fixture);
  g_assert_false (styr_dossier_is_editable (after));
  g_assert_cmpint (styr_dossier_get_completion (after).done, ==, completion.done);
}

static void
test_every_type (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *types = styr_model_get_document_types (styr_workspace_get_model (fixture->workspace));

  g_assert_cmpuint (types->len, >, 10);
  for (guint i = 0; i < types->len; i++)
    check_type (fixture, types->pdata[i]);
}

/* Goals -------------------------------------------------------------------------------------- */

static void
test_add_goal (PageFixture *fixture, gconstpointer data)
{
  guint before = count (fixture, "goal", "document_id", PLAN);
  g_autofree char *name = g_strdup_printf ("Mål %u", before + 1);
  g_autofree char *add_criterion = g_strdup_printf ("Add criterion, mål %u", before + 1);
  g_autofree char *goal = NULL;
  g_autofree char *label = g_strdup_printf ("%u", before + 1);
  StyrFieldRow *row;

  press (fixture, "Add mål");
  g_assert_cmpuint (count (fixture, "goal", "document_id", PLAN), ==, before + 1);
  row = editor_fixture_find_row (fixture, name);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 styr_field_row_get_editor (row));
  editor_fixture_type (row, "Alla som vill får sjunga i kör");
  styr_field_row_flush (row);
  press (fixture, add_criterion);
  press (fixture, add_criterion);
  goal = dup_goal (fixture, label);
  g_assert_cmpuint (count (fixture, "criterion", "goal_id", goal), ==, 2);
}

static void
test_criterion_kinds (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *kind = editor_fixture_find_row (fixture, "How it is told, criterion B, mål 1");
  StyrFieldRow *target;
  g_autofree char *goal = dup_goal (fixture, "1");
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GPtrArray) criteria = NULL;

  editor_fixture_type (kind, "number");
  page_fixture_settle (30);
  target = editor_fixture_find_row (fixture, "Target value, criterion B, mål 1");
  editor_fixture_type (target, "1 234,5");
  styr_field_row_flush (target);
  dossier = editor_fixture_dup_dossier (fixture);
  criteria = styr_dossier_dup_where (dossier, "criterion", "goal_id", goal);
  g_assert_true (styr_record_is (criteria->pdata[1], "kind", "number"));
  g_assert_cmpfloat (styr_record_get_number (criteria->pdata[1], "target_value"), ==, 1234.5);
}

/* The widgets of goals that stay are the same before and after; so are focus and cursor */
static void
test_remove_and_undo (PageFixture *fixture, gconstpointer data)
{
  guint before = count (fixture, "goal", "document_id", PLAN);
  StyrFieldRow *first = editor_fixture_find_row (fixture, "Mål 1");
  g_autoptr (GError) error = NULL;

  press (fixture, "Remove Mål 2");
  g_assert_cmpuint (count (fixture, "goal", "document_id", PLAN), ==, before - 1);
  g_assert_true (g_str_has_prefix (fixture->action, "toast "));
  g_assert_true (editor_fixture_find_row (fixture, "Mål 1") == first);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  page_fixture_settle (50);
  g_assert_cmpuint (count (fixture, "goal", "document_id", PLAN), ==, before);
  g_assert_true (editor_fixture_find_row (fixture, "Mål 1") == first);
  g_assert_nonnull (editor_fixture_find_row (fixture, "Mål 2"));
}

static void
test_link (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *goal = dup_goal (fixture, "1");
  guint before = count (fixture, "goal_link", "goal_id", goal);
  GtkWidget *choice = gtk_widget_get_parent (
      editor_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Add link, mål 1"));
  const StyrSection *section = styr_document_type_find_section (
      styr_model_find_document_type (styr_workspace_get_model (fixture->workspace),
                                     "assignmentPlan"),
      "goals");
  g_autoptr (GPtrArray) targets =
      styr_workspace_dup_link_targets (fixture->workspace, PLAN, section);

  g_assert_cmpuint (targets->len, >, 3);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (choice),
                                   styr_record_get_id (targets->pdata[0]));
  g_signal_emit_by_name (choice, "chosen");
  page_fixture_settle (30);
  g_assert_cmpuint (count (fixture, "goal_link", "goal_id", goal), ==, before + 1);
}

/* Follow-up ---------------------------------------------------------------------------------- */

static void
test_assess (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *button = editor_fixture_find_named (
      fixture, GTK_TYPE_TOGGLE_BUTTON, "Delvis uppfyllt, decision, mål 1");
  g_autofree char *goal = dup_goal (fixture, "1");
  g_autoptr (StyrDossier) dossier = NULL;
  StyrRecord *assessment;
  guint measures = count (fixture, "measure", "goal_id", goal);

  g_signal_emit_by_name (button, "clicked");
  page_fixture_settle (30);
  dossier = editor_fixture_dup_dossier (fixture);
  assessment = styr_dossier_find_assessment (dossier, goal, STYR_STAGE_DECISION);
  g_assert_nonnull (assessment);
  g_assert_true (styr_record_is (assessment, "grade", "partly"));
  /* the proposal is left alone, the difference asks for its reason, the grade for a measure */
  g_assert_true (styr_record_is (
      styr_dossier_find_assessment (dossier, goal, STYR_STAGE_PROPOSAL), "grade", "fulfilled"));
  editor_fixture_type (
      editor_fixture_find_row (fixture, "Why the decision differs from the proposal, mål 1"),
      "Köerna är kvar");
  editor_fixture_type (editor_fixture_find_row (fixture, "No measure, because, mål 1"),
                       "Beslut väntas");
  styr_typed_flush (STYR_TYPED (fixture->page));
  press (fixture, "Add measure, mål 1");
  g_assert_cmpuint (count (fixture, "measure", "goal_id", goal), ==, measures + 1);
}

static void
test_outcome (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Outcome, criterion A, mål 1");
  guint before = editor_fixture_count_changes (fixture);

  editor_fixture_type (row, "5,25");
  styr_field_row_flush (row);
  g_assert_cmpuint (count (fixture, "criterion_outcome", "value", "5.25"), ==, 1);
  g_assert_cmpuint (editor_fixture_count_changes (fixture), ==, before + 1);
}

static void
test_feedback (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Received, Klagomål, Bemötande");

  editor_fixture_type (row, "-3");
  styr_field_row_flush (row);
  g_assert_true (styr_field_row_is_refused (row));
  editor_fixture_type (row, "41");
  styr_field_row_flush (row);
  g_assert_false (styr_field_row_is_refused (row));
  g_assert_cmpuint (count (fixture, "feedback_total", "count", "41"), ==, 1);
}

/* The document as a whole -------------------------------------------------------------------- */

static void
test_gone (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *outline;

  id = editor_fixture_make (
      fixture->workspace,
      styr_model_find_document_type (styr_workspace_get_model (fixture->workspace), "vision"));
  editor_fixture_open (fixture, id);
  outline = page_fixture_find (fixture->page, STYR_TYPE_OUTLINE);
  g_assert_true (gtk_widget_get_mapped (outline));
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  page_fixture_settle (50);
  g_assert_false (gtk_widget_get_mapped (outline));
  g_assert_true (styr_workspace_redo (fixture->workspace, &error));
  page_fixture_settle (50);
  g_assert_true (gtk_widget_get_mapped (outline));
}

/* In a narrow window the card folds, then the outline: the form keeps its room. */
static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width;
    gboolean card, outline;
  } folded[] = { { 1150, FALSE, FALSE }, { 900, TRUE, FALSE }, { 720, TRUE, TRUE } };
  g_autoptr (GPtrArray) flaps = NULL;

  editor_fixture_open (fixture, PLAN);
  flaps = page_fixture_find_all (fixture->page, ADW_TYPE_FLAP);
  g_assert_cmpuint (flaps->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (folded); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), folded[i].width, 800);
      page_fixture_settle (400);
      /* the frame takes a little */
      g_assert_cmpint (ABS (gtk_widget_get_width (fixture->page) - folded[i].width), <=, 20);
      g_assert_cmpint (adw_flap_get_folded (flaps->pdata[0]), ==, folded[i].card);
      g_assert_cmpint (adw_flap_get_folded (flaps->pdata[1]), ==, folded[i].outline);
    }
}

static void
test_copy_previous (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (StyrRecord) unit = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  guint last_year;

  editor_fixture_open (fixture, PLAN);
  last_year = count (fixture, "goal", "document_id", PLAN);
  unit = styr_workspace_match_unit (fixture->workspace, "Kultur- och fritidsnämnden", &error);
  g_assert_no_error (error);
  id = styr_workspace_create_document (
      fixture->workspace, "assignmentPlan", styr_record_get_id (unit), 2025, &error);
  g_assert_no_error (error);
  editor_fixture_open (fixture, id);
  g_assert_cmpuint (count (fixture, "goal", "document_id", id), ==, 0);
  press (fixture, "Copy from last year");
  g_assert_cmpuint (count (fixture, "goal", "document_id", id), ==, last_year);
  g_assert_nonnull (editor_fixture_find_row (fixture, "Mål 1"));
}

static void
test_new_version (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *title = page_fixture_dup_text (fixture, "title");

  g_assert_cmpstr (title, !=, "");
  gtk_widget_activate_action (fixture->page, "editor.new-version", NULL);
  g_assert_true (g_str_has_prefix (fixture->action, "open-document "));
  /* not the decided one: that stays as it is */
  g_assert_null (strstr (fixture->action, DECIDED));
}

static void
test_show_section (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  styr_document_editor_show_section (STYR_DOCUMENT_EDITOR (fixture->page), "followUp");
  page_fixture_settle (400);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (
      focus == styr_field_row_get_editor (editor_fixture_find_row (fixture, "Så följs målen upp")));
  styr_document_editor_show_section (STYR_DOCUMENT_EDITOR (fixture->page), "unknown");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
}

static void
test_status (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_activate_action (fixture->page, "editor.set-status", "s", "prepared");
  page_fixture_settle (30);
  dossier = editor_fixture_dup_dossier (fixture);
  g_assert_cmpint (styr_record_get_enum (
                       styr_dossier_get_document (dossier), "status", STYR_TYPE_DOCUMENT_STATUS),
                   ==,
                   STYR_DOCUMENT_PREPARED);
  subtitle = page_fixture_dup_text (fixture, "subtitle");
  g_assert_nonnull (strstr (subtitle, "Prepared"));
}

static StyrDocumentStatus
get_status (PageFixture *fixture)
{
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);

  return styr_record_get_enum (
      styr_dossier_get_document (dossier), "status", STYR_TYPE_DOCUMENT_STATUS);
}

/* Nothing becomes of a document while a field says what can't be saved: it would be lost. */
static void
test_refused_holds_back (PageFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "editor.decide", "editor.consult" };
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Nettoram för året");
  GtkWidget *editor = styr_field_row_get_editor (row);
  g_autoptr (GError) error = NULL;

  editor_fixture_type (row, "tolv");
  gtk_widget_activate_action (fixture->page, "editor.set-status", "s", "prepared");
  page_fixture_settle (30);
  g_assert_cmpint (get_status (fixture), ==, STYR_DOCUMENT_DRAFT);
  g_assert_true (g_str_has_prefix (fixture->action, "error "));
  g_assert_nonnull (strstr (fixture->action, "Nettoram för året"));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), editor));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_clear_pointer (&fixture->action, g_free);
      gtk_widget_activate_action (fixture->page, actions[i], NULL);
      g_assert_nonnull (fixture->action);
      g_assert_true (g_str_has_prefix (fixture->action, "error "));
    }
  editor_fixture_type (row, "12");
  g_assert_true (styr_typed_settle (STYR_TYPED (fixture->page), &error));
  g_assert_no_error (error);
  gtk_widget_activate_action (fixture->page, "editor.set-status", "s", "prepared");
  g_assert_cmpint (get_status (fixture), ==, STYR_DOCUMENT_PREPARED);
}

static guint
count_symbol (GtkWidget *root, const char *symbol)
{
  g_autoptr (GPtrArray) labels = page_fixture_find_all (root, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += gtk_widget_has_css_class (gtk_widget_get_parent (labels->pdata[i]), "styr-step") &&
         g_str_equal (gtk_label_get_text (labels->pdata[i]), symbol);
  return n;
}

/* A step that was never taken isn't ticked: decided at once, it was neither prepared nor sent out.
 */
static void
test_skipped_steps (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  decide (fixture, PLAN);
  g_assert_cmpuint (count_symbol (fixture->page, "✓"), ==, 2);
  g_assert_cmpuint (count_symbol (fixture->page, "–"), ==, 2);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  gtk_widget_activate_action (fixture->page, "editor.set-status", "s", "prepared");
  decide (fixture, PLAN);
  g_assert_cmpuint (count_symbol (fixture->page, "✓"), ==, 3);
  g_assert_cmpuint (count_symbol (fixture->page, "–"), ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/document-editor/every-type",
              PageFixture,
              NULL,
              set_up,
              test_every_type,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/add-goal",
              PageFixture,
              PLAN,
              set_up,
              test_add_goal,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/criterion-kinds",
              PageFixture,
              PLAN,
              set_up,
              test_criterion_kinds,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/remove-and-undo",
              PageFixture,
              PLAN,
              set_up,
              test_remove_and_undo,
              editor_fixture_tear_down);
  g_test_add (
      "/document-editor/link", PageFixture, PLAN, set_up, test_link, editor_fixture_tear_down);
  g_test_add ("/document-editor/assess",
              PageFixture,
              REPORT,
              set_up,
              test_assess,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/outcome",
              PageFixture,
              REPORT,
              set_up,
              test_outcome,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/feedback",
              PageFixture,
              REPORT,
              set_up,
              test_feedback,
              editor_fixture_tear_down);
  g_test_add (
      "/document-editor/gone", PageFixture, NULL, set_up, test_gone, editor_fixture_tear_down);
  g_test_add (
      "/document-editor/narrow", PageFixture, NULL, set_up, test_narrow, editor_fixture_tear_down);
  g_test_add ("/document-editor/copy-previous",
              PageFixture,
              NULL,
              set_up,
              test_copy_previous,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/new-version",
              PageFixture,
              DECIDED,
              set_up,
              test_new_version,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/show-section",
              PageFixture,
              PLAN,
              set_up,
              test_show_section,
              editor_fixture_tear_down);
  g_test_add (
      "/document-editor/status", PageFixture, PLAN, set_up, test_status, editor_fixture_tear_down);
  g_test_add ("/document-editor/refused-holds-back",
              PageFixture,
              PLAN,
              set_up,
              test_refused_holds_back,
              editor_fixture_tear_down);
  g_test_add ("/document-editor/skipped-steps",
              PageFixture,
              PLAN,
              set_up,
              test_skipped_steps,
              editor_fixture_tear_down);
  return g_test_run ();
}
