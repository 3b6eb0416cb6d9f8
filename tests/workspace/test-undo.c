/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-fixture.h"

/* Every kind of write can be taken back to the very same rows of all tables, and done again. */

typedef struct
{
  GPtrArray *dumps; /* after each entry of the journal: dumps[0] is the beginning */
} Trail;

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, Trail *trail)
{
  g_assert_cmpuint (g_hash_table_size (kinds), >, 0);
  g_ptr_array_add (trail->dumps, fixture_dump (workspace));
}

/* A whole dump is too long for a message: the first line that differs tells enough. */
static void
assert_dump (StyrWorkspace *workspace, const char *wanted)
{
  g_autofree char *dump = fixture_dump (workspace);
  g_auto (GStrv) have = NULL;
  g_auto (GStrv) want = NULL;

  if (g_str_equal (dump, wanted))
    return;
  have = g_strsplit (dump, "\n", -1);
  want = g_strsplit (wanted, "\n", -1);
  for (guint i = 0; have[i] != NULL || want[i] != NULL; i++)
    g_assert_cmpstr (have[i], ==, want[i]);
}

/* Takes everything back, one by one, and does it again; @trail says what was there after each. */
static void
undo_and_redo_all (StyrWorkspace *workspace, GPtrArray *dumps)
{
  g_autoptr (GError) error = NULL;

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_assert_true (styr_workspace_can_undo (workspace));
      styr_workspace_undo (workspace, &error);
      g_assert_no_error (error);
      assert_dump (workspace, g_ptr_array_index (dumps, i - 1));
    }
  g_assert_false (styr_workspace_can_undo (workspace));
  g_assert_false (styr_workspace_undo (workspace, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  for (guint i = 1; i < dumps->len; i++)
    {
      g_assert_true (styr_workspace_can_redo (workspace));
      styr_workspace_redo (workspace, &error);
      g_assert_no_error (error);
      assert_dump (workspace, g_ptr_array_index (dumps, i));
    }
  g_assert_false (styr_workspace_can_redo (workspace));
}

typedef void (*Act) (Fixture *fixture);

/* Runs @act and remembers every state on the way. Typing in one field makes one entry, so only the
 * last state of an entry counts. */
static void
check (Fixture *fixture, Act act)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  Trail trail = { g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *before = fixture_dump (fixture->workspace);
  g_autofree char *after = NULL;
  gulong handler =
      g_signal_connect (fixture->workspace, "changed", G_CALLBACK (changed_cb), &trail);
  g_autofree char *entries = NULL;

  act (fixture);
  g_signal_handler_disconnect (fixture->workspace, handler);
  after = fixture_dump (fixture->workspace);
  entries = styr_workspace_dup_one (fixture->workspace,
                                    "SELECT count (*) AS value FROM journal WHERE kind = 'change'",
                                    NULL,
                                    NULL,
                                    NULL);
  g_assert_cmpuint (trail.dumps->len, >, 0);
  g_assert_cmpuint (trail.dumps->len, >=, (guint) g_ascii_strtoull (entries, NULL, 10));
  g_ptr_array_add (dumps, g_strdup (before));
  if (trail.dumps->len == (guint) g_ascii_strtoull (entries, NULL, 10))
    {
      for (guint i = 0; i < trail.dumps->len; i++)
        g_ptr_array_add (dumps, g_strdup (g_ptr_array_index (trail.dumps, i)));
      undo_and_redo_all (fixture->workspace, dumps);
    }
  else
    {
      g_autoptr (GError) error = NULL;

      styr_workspace_undo_to (fixture->workspace, 0, &error);
      g_assert_no_error (error);
      assert_dump (fixture->workspace, before);
      while (styr_workspace_can_redo (fixture->workspace))
        {
          styr_workspace_redo (fixture->workspace, &error);
          g_assert_no_error (error);
        }
      assert_dump (fixture->workspace, after);
    }
  g_ptr_array_unref (trail.dumps);
}

static void
act_whole_life (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *renewed = NULL;

  fixture_make_plans (fixture, NULL);
  report = fixture_create (fixture, "qualityReport");
  fixture_fill (fixture, report);
  plan = styr_workspace_find_document (
      fixture->workspace, "assignmentPlan", fixture->committee, FIXTURE_YEAR);
  renewed = styr_workspace_new_version (fixture->workspace, plan, &error);
  g_assert_no_error (error);
  fixture_decide (fixture, renewed, "2024-04-08");
}

static void
act_items (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  const StyrSection *goals = fixture_find_section (fixture, plan, STYR_SECTION_GOALS);
  const StyrSection *rows = fixture_find_section (fixture, plan, STYR_SECTION_ROWS);
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = styr_workspace_add_goal (workspace, plan, goals->id, NULL, &error);
  g_autofree char *second = styr_workspace_add_goal (workspace, plan, goals->id, NULL, &error);
  g_autofree char *a =
      styr_workspace_add_criterion (workspace, plan, first, STYR_CRITERION_TEXT, &error);
  g_autofree char *b =
      styr_workspace_add_criterion (workspace, plan, first, STYR_CRITERION_EVENT, &error);
  g_autofree char *row = styr_workspace_add_row (workspace, plan, rows->id, &error);
  g_autofree char *line = styr_workspace_add_budget_line (workspace, plan, "Kultur", &error);
  g_autofree char *total = styr_workspace_add_feedback (workspace, plan, "complaint", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (a);
  g_assert_true (styr_workspace_set_value (
      workspace, plan, row, ((StyrField *) rows->fields->pdata[0])->id, "Uppdrag", &error));
  g_assert_true (styr_workspace_move_item (workspace, plan, "goal", second, -1, &error));
  g_assert_true (styr_workspace_move_item (workspace, plan, "criterion", b, -1, &error));
  g_assert_true (styr_workspace_remove_item (workspace, plan, "document_row", row, &error));
  g_assert_true (styr_workspace_remove_item (workspace, plan, "goal", first, &error));
  g_assert_true (styr_workspace_remove_item (workspace, plan, "budget_line", line, &error));
  g_assert_true (styr_workspace_remove_item (workspace, plan, "feedback_total", total, &error));
  g_assert_true (styr_workspace_delete_document (workspace, plan, &error));
  g_assert_no_error (error);
}

static void
act_copy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  fixture_make_plans (fixture, "assignmentPlan");
  old = fixture_create (fixture, "assignmentPlan");
  fixture_fill (fixture, old);
  new = styr_workspace_create_document (
      fixture->workspace, "assignmentPlan", fixture->committee, FIXTURE_YEAR + 1, &error);
  styr_workspace_copy_previous (fixture->workspace, new, &error);
  g_assert_no_error (error);
}

static void
act_import (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "egen.styrmodell", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  styr_workspace_export_model (fixture->workspace, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "Kvalitetsredovisning", "Årsrapport", 0), >, 0);
  g_file_set_contents (path, changed->str, -1, &error);
  styr_workspace_import_model (fixture->workspace, path, &error);
  g_assert_no_error (error);
}

static void
test_act (Fixture *fixture, gconstpointer data)
{
  check (fixture, (Act) data);
}

static guint
n_changes (Fixture *fixture)
{
  g_autofree char *count =
      styr_workspace_dup_one (fixture->workspace,
                              "SELECT count (*) AS value FROM journal WHERE kind = 'change'",
                              NULL,
                              NULL,
                              NULL);

  return (guint) g_ascii_strtoull (count, NULL, 10);
}

/* Typing makes one entry, the same text none, another field another; labels name field and
 * document. */
static void
test_entries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *label = NULL;
  guint before = n_changes (fixture);

  styr_workspace_set_card (fixture->workspace, plan, "responsible", "A", &error);
  styr_workspace_set_card (fixture->workspace, plan, "responsible", "An", &error);
  styr_workspace_set_card (fixture->workspace, plan, "responsible", "Ansvarig", &error);
  g_assert_cmpuint (n_changes (fixture), ==, before + 1);
  styr_workspace_set_card (fixture->workspace, plan, "responsible", "Ansvarig", &error);
  g_assert_cmpuint (n_changes (fixture), ==, before + 1);
  styr_workspace_set_card (fixture->workspace, plan, "replaces", "Förra planen", &error);
  g_assert_cmpuint (n_changes (fixture), ==, before + 2);
  g_assert_no_error (error);
  label = styr_workspace_dup_undo_label (fixture->workspace);
  g_assert_nonnull (strstr (label, "Uppdragsplan 2024 – Kultur- och fritidsnämnden"));
  styr_workspace_undo (fixture->workspace, &error);
  styr_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  {
    g_autofree char *responsible =
        styr_workspace_dup_one (fixture->workspace,
                                "SELECT responsible AS value FROM document WHERE id = ?1",
                                plan,
                                NULL,
                                NULL);

    g_assert_null (responsible);
  }
}

/* A label that says the place follows it; what somebody wrote stays. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  const StyrSection *goals = fixture_find_section (fixture, plan, STYR_SECTION_GOALS);
  g_autofree char *goal =
      styr_workspace_add_goal (fixture->workspace, plan, goals->id, NULL, &error);
  char *ids[3];
  g_autofree char *labels = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] =
        styr_workspace_add_criterion (fixture->workspace, plan, goal, STYR_CRITERION_TEXT, &error);
  styr_workspace_set_item (fixture->workspace, plan, "criterion", ids[1], "label", "Krav", &error);
  styr_workspace_move_item (fixture->workspace, plan, "criterion", ids[2], -2, &error);
  g_assert_no_error (error);
  labels = styr_workspace_dup_one (
      fixture->workspace,
      "SELECT group_concat (label, ' ') AS value FROM (SELECT label FROM criterion "
      "WHERE goal_id = ?1 ORDER BY position)",
      goal,
      NULL,
      NULL);
  g_assert_cmpstr (labels, ==, "A B Krav");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_free (ids[i]);
}

static void
add (const char *path, Act act, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, (gconstpointer) act, fixture_set_up, test, fixture_tear_down);
}

/* A version that begins at the turn of the year. */
static char *
decide_version (Fixture *fixture, const char *old)
{
  g_autoptr (GError) error = NULL;
  char *version = styr_workspace_new_version (fixture->workspace, old, &error);

  g_assert_no_error (error);
  styr_workspace_set_card (fixture->workspace, version, "valid_from", "2025-01-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, version, "2024-11-01");
  return version;
}

static void
assert_status (Fixture *fixture, const char *document_id, const char *status)
{
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (fixture->workspace), "document", document_id, NULL);

  g_assert_cmpstr (styr_record_get_text (document, "status"), ==, status);
}

/* What the program settles on a day that has come is nobody's undo, and takes nobody's redo; it
 * follows what it rests on. */
static void
test_settling (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *old = fixture_create (fixture, "steeringModelGuideline");
  g_autofree char *version = NULL, *plan = NULL, *before = NULL, *decision = NULL;
  g_autofree char *after = NULL, *settled = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, old, "2022-03-01");
  version = decide_version (fixture, old);
  decision = styr_workspace_dup_undo_label (self);
  plan = fixture_create (fixture, "assignmentPlan");
  styr_workspace_undo (self, &error); /* the plan can be done again */
  g_assert_no_error (error);
  before = styr_workspace_dup_redo_label (self);
  styr_workspace_set_today (self, "2025-01-01");
  assert_status (fixture, old, "superseded");
  after = styr_workspace_dup_redo_label (self);
  g_assert_nonnull (before);
  g_assert_cmpstr (after, ==, before);
  settled = styr_workspace_dup_undo_label (self);
  g_assert_cmpstr (settled, ==, decision);
  g_free (settled);
  settled = fixture_dump (self);

  /* Without the decision the old one applies again, and with it no more. */
  styr_workspace_undo (self, &error);
  g_assert_no_error (error);
  assert_status (fixture, old, "decided");
  assert_status (fixture, version, "draft");
  styr_workspace_redo (self, &error);
  g_assert_no_error (error);
  assert_status (fixture, old, "superseded");
  redone = fixture_dump (self);
  g_assert_cmpstr (redone, ==, settled);
  styr_workspace_redo (self, &error); /* the plan */
  g_assert_no_error (error);
  assert_status (fixture, plan, "draft");
  g_assert_false (styr_workspace_can_redo (self));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/undo/whole-life", act_whole_life, test_act);
  add ("/undo/items", act_items, test_act);
  add ("/undo/copy", act_copy, test_act);
  add ("/undo/import", act_import, test_act);
  add ("/undo/entries", NULL, test_entries);
  add ("/undo/labels", NULL, test_labels);
  add ("/undo/settling", NULL, test_settling);
  return g_test_run ();
}
