/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

/* A change of every kind of row: what each does must be undone to the very same rows, and redone.
 */
static const char *const changes[] = {
  "UPDATE municipality SET name = 'Nyby'",
  "INSERT INTO model_element (id, model_id, kind, element_id, position, body) VALUES "
  "('model/blocks/b', 'model', "
  "'blocks', 'b', 0, '{\"id\":\"b\"}')",
  "UPDATE model_element SET body = '{\"id\":\"b\",\"name\":\"B\"}' WHERE element_id = 'b'",
  "INSERT INTO unit (id, type, name, parent_id) VALUES ('u3', 'committee', 'Sjönämnden', 'u1')",
  "UPDATE unit SET name = 'Havsnämnden' WHERE id = 'u3'",
  "INSERT INTO unit_service (id, committee_id, department_id) VALUES ('s2', 'u3', 'u2')",
  "INSERT INTO document (id, model_id, type, unit_id, year, title, created_at, replaces_id) VALUES "
  "('d2', 'model', 'report', 'u1', 2024, 'Rapport', '2025-01-01', 'd1')",
  "INSERT INTO document_event (id, document_id, status, on_date) VALUES ('e1', 'd1', 'prepared', "
  "'2024-02-01')",
  "INSERT INTO document_row (id, document_id, section) VALUES ('r1', 'd1', 'risks')",
  "INSERT INTO document_value (document_id, owner_id, field, value) VALUES ('d1', 'r1', 'text', "
  "'Halt golv')",
  "UPDATE document_value SET value = 'Torrt golv' WHERE owner_id = 'r1'",
  "INSERT INTO goal (id, document_id, type, text) VALUES ('g1', 'd1', 'goal', 'Fler blommor'), "
  "('g2', 'd1', 'goal', 'Färre diken')",
  "INSERT INTO goal_link (id, goal_id, target_id) VALUES ('l1', 'g1', 'g2')",
  "INSERT INTO criterion (id, goal_id, label, text, target_value) VALUES ('c1', 'g1', 'A', 'Antal "
  "blommor', 12.5)",
  "INSERT INTO criterion_outcome (id, criterion_id, document_id, value) VALUES ('o1', 'c1', 'd2', "
  "11)",
  "INSERT INTO assessment (id, goal_id, document_id, stage, grade, analysis) VALUES ('a1', 'g1', "
  "'d2', 'decision', 'partly', 'Torr vår')",
  "INSERT INTO activity (id, document_id, section, goal_id, text) VALUES ('v1', 'd1', 's', 'g1', "
  "'Så frön')",
  "INSERT INTO measure (id, document_id, section, goal_id, text, next_plan_goal_id) VALUES ('m1', "
  "'d2', 's', 'g1', 'Vattna', 'g2')",
  "INSERT INTO feedback_total (id, document_id, type, count) VALUES ('f1', 'd2', 'praise', "
  "3)",
  "INSERT INTO budget_line (id, document_id, area, cost) VALUES ('b1', 'd2', 'Slåtter', "
  "-1000)",
  "INSERT INTO innovation (id, unit_id, year, title, stage) VALUES ('i1', 'u1', 2024, 'Självgående "
  "lie', 'idea')",
  "UPDATE unit SET ownership_share = 62.5, host = 'Nyby', partners = 'Exempelby' WHERE id = 'u3'",
  "INSERT INTO unit_succession (id, predecessor_id, successor_id, on_date) VALUES ('us1', 'u1', "
  "'u3', '2024-12-31')",
  "UPDATE document SET is_joint = 1, partners = 'Nyby', published_on = '2024-03-01', "
  "interim_until = 'reglementet' WHERE id = 'd1'",
  "INSERT INTO document_review (id, document_id, on_date, result) VALUES ('rv1', 'd1', "
  "'2024-06-01', 'fit')",
  "INSERT INTO consultation_answer (id, document_id, unit_id, due_on, stance, text) VALUES ('ca1', "
  "'d1', 'u3', '2024-05-01', 'partly', 'Slå senare')",
  "INSERT INTO criterion_target (id, criterion_id, year, value) VALUES ('ct1', 'c1', 2025, 14)",
  "INSERT INTO decision (id, document_id, title, unit_id) VALUES ('k1', 'd1', 'Planen antas', "
  "'u1')",
  "INSERT INTO decision_step (id, decision_id, body, unit_id, outcome) VALUES ('ks1', 'k1', "
  "'committee', 'u3', 'proposes')",
  "INSERT INTO decision_clause (id, decision_id, kind, text, document_id, assignee_id, due_on) "
  "VALUES ('kc1', 'k1', 'commission', 'Ängkontoret räknar blommorna', 'd1', 'u2', '2024-09-01')",
  "UPDATE decision_clause SET done_on = '2024-08-30', result = 'Räknade' WHERE id = 'kc1'",
  "INSERT INTO decision_recipient (id, decision_id, unit_id) VALUES ('kr1', 'k1', 'u3')",
  "INSERT INTO waiver (id, model_id, rule_id, reason) VALUES ('w1', 'model', 'N1', 'Beslutat "
  "undantag')",
  "INSERT INTO check_run (id, at, author, model_id, year, n_open, n_waived) VALUES ('cr1', "
  "'2024-11-15', 'Ängskötaren', 'model', 2024, 3, 1)",
  "INSERT INTO check_finding (id, run_id, rule_id, severity, object_kind, object_id, text) VALUES "
  "('cf1', 'cr1', 'N1', 'warning', 'document', 'd1', 'För få mål')",
  "DELETE FROM check_run WHERE id = 'cr1'",
  "DELETE FROM criterion WHERE id = 'c1'",
  /* What a deletion takes with it, and what it leaves pointing at nothing, must come back too. */
  "DELETE FROM goal WHERE id = 'g2'",
  "DELETE FROM document WHERE id = 'd1'",
  "UPDATE decision_clause SET assignee_id = NULL WHERE assignee_id = 'u2'",
  "DELETE FROM unit WHERE id = 'u2'",
  "DELETE FROM decision WHERE id = 'k1'",
};

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (dumps, fixture_dump (fixture->store));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      fixture_run (fixture->store, changes[i]);
      g_ptr_array_add (dumps, fixture_dump (fixture->store));
      g_assert_cmpstr (dumps->pdata[i], !=, dumps->pdata[i + 1]);
    }
  for (int round = 0; round < 2; round++)
    {
      for (guint i = G_N_ELEMENTS (changes); i-- > 0;)
        {
          g_autofree char *dump = NULL;

          styr_store_undo (fixture->store, &error);
          g_assert_no_error (error);
          dump = fixture_dump (fixture->store);
          g_assert_cmpstr (dump, ==, dumps->pdata[i]);
        }
      g_assert_false (styr_store_undo (fixture->store, NULL));
      fixture_reopen (fixture); /* undo outlives the program */
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          g_autofree char *dump = NULL;

          styr_store_redo (fixture->store, &error);
          g_assert_no_error (error);
          dump = fixture_dump (fixture->store);
          g_assert_cmpstr (dump, ==, dumps->pdata[i + 1]);
        }
      g_assert_false (styr_store_redo (fixture->store, NULL));
    }
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *label = NULL, *redo = NULL;

  fixture_run (fixture->store, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  fixture_run (fixture->store,
               "UPDATE unit SET name = 'A' WHERE id = 'u1'"); /* changes nothing: no entry */
  fixture_run (fixture->store, "UPDATE unit SET name = 'B' WHERE id = 'u1'");
  g_assert_true (styr_store_undo (fixture->store, NULL));
  label = styr_store_dup_undo_label (fixture->store);
  redo = styr_store_dup_redo_label (fixture->store);
  g_assert_cmpstr (label, ==, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  g_assert_cmpstr (redo, ==, "UPDATE unit SET name = 'B' WHERE id = 'u1'");
  history = styr_store_list_history (fixture->store, 10, NULL);
  g_assert_cmpuint (history->len, ==, 4);
  g_assert_cmpstr (styr_record_get_text (history->pdata[0], "kind"), ==, "undo");
  g_assert_cmpstr (styr_record_get_text (history->pdata[1], "state"), ==, "undone");
  g_assert_cmpstr (styr_record_get_text (history->pdata[3], "kind"), ==, "start");

  /* A new change leaves nothing to redo, but the history keeps what was undone. */
  fixture_run (fixture->store, "UPDATE unit SET name = 'C' WHERE id = 'u1'");
  g_assert_false (styr_store_redo (fixture->store, NULL));
  g_clear_pointer (&history, g_ptr_array_unref);
  history = styr_store_list_history (fixture->store, 10, NULL);
  g_assert_cmpstr (styr_record_get_text (history->pdata[2], "state"), ==, "abandoned");
}

static gboolean
run_text (StyrStore *store, gpointer sql, GError **error)
{
  return styr_store_execute (store, error, sql, NULL);
}

static gboolean
type_text (StyrStore *store, gpointer text, GError **error)
{
  return styr_store_update (store, "document", "d1", "title", text, error);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_dump (fixture->store), *after = NULL;
  static const char *const typed[] = { "P", "Pl", "Pla", "Plan" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_true (styr_store_write (
        fixture->store, "Skrev", "title/d1", type_text, (gpointer) typed[i], NULL));
  g_assert_true (styr_store_undo (fixture->store, NULL));
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (styr_store_undo (fixture->store, NULL));

  g_assert_true (
      styr_store_write (fixture->store, "Skrev", "title/d1", type_text, (gpointer) "X", NULL));
  g_assert_true (
      styr_store_write (fixture->store, "Skrev", "title/d2", type_text, (gpointer) "Y", NULL));
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_true (styr_store_undo (fixture->store, NULL));
}

/* What is typed and taken away again leaves neither an entry nor the next typing in one that is no
 * more. */
static void
test_merge_to_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "Pl", "Plan för ängarna" };
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) history = NULL;

  fixture_run (fixture->store, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_true (styr_store_write (
        fixture->store, "Skrev", "title/d1", type_text, (gpointer) typed[i], NULL));
  label = styr_store_dup_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  history = styr_store_list_history (fixture->store, 10, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_true (
      styr_store_write (fixture->store, "Skrev", "title/d1", type_text, (gpointer) "X", NULL));
  g_free (label);
  label = styr_store_dup_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "Skrev");
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_false (styr_store_undo (fixture->store, NULL));
}

static int
count (StyrStore *store, const char *sql)
{
  g_autoptr (GPtrArray) found = styr_store_select (store, "row", NULL, sql, NULL);

  g_assert_nonnull (found);
  return (int) found->len;
}

#define UNDONE "SELECT id FROM journal WHERE kind = 'change' AND state = 'undone'"

/* What came after a change that can't be redone rests on it: nothing of it is redone. */
static void
test_redo_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *label = NULL;

  fixture_run (fixture->store, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  fixture_run (fixture->store, "UPDATE unit SET name = 'B' WHERE id = 'u2'");
  fixture_run (fixture->store, "UPDATE document SET title = 'C' WHERE id = 'd1'");
  for (int i = 0; i < 3; i++)
    g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_true (styr_store_redo (fixture->store, NULL));
  g_assert_true (styr_store_write (fixture->store,
                                   "Satt",
                                   STYR_STORE_SETTLING,
                                   run_text,
                                   (gpointer) "UPDATE unit SET name = 'D' WHERE id = 'u2'",
                                   NULL));
  before = fixture_dump (fixture->store);
  g_assert_cmpint (count (fixture->store, UNDONE), ==, 2);
  g_assert_false (styr_store_redo (fixture->store, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "redone"));
  g_assert_cmpint (count (fixture->store, UNDONE), ==, 0);
  label = styr_store_dup_redo_label (fixture->store);
  g_assert_null (label);
  g_clear_error (&error);
  g_assert_false (styr_store_redo (fixture->store, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* Rows that would point at nothing are a conflict, though every row itself fits. */
static void
test_redo_dangling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_run (fixture->store, changes[3]); /* the unit u3 */
  fixture_run (fixture->store, "UPDATE document SET unit_id = 'u3' WHERE id = 'd1'");
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_true (styr_store_write (fixture->store,
                                   "Satt",
                                   STYR_STORE_SETTLING,
                                   run_text,
                                   (gpointer) "DELETE FROM unit WHERE id = 'u3'",
                                   NULL));
  g_assert_false (styr_store_redo (fixture->store, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (count (fixture->store, "PRAGMA foreign_key_check"), ==, 0);
  g_assert_cmpint (count (fixture->store, "SELECT id FROM document WHERE unit_id = 'u3'"), ==, 0);
}

static void
count_cb (StyrStore *store, GPtrArray *all, gpointer data)
{
  int *n_all = data;

  for (guint i = 0; i < all->len; i++)
    *n_all += ((StyrChange *) all->pdata[i])->id == NULL;
}

/* Another connection to the same file: values go on row by row, undo and redo are of what is known.
 */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrStore) other = styr_store_open (fixture->path, &error);
  g_autofree char *label = NULL;
  int n_all = 0;

  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n_all);
  g_assert_false (styr_store_notice_others (fixture->store));
  fixture_run (fixture->store, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  g_assert_false (styr_store_notice_others (fixture->store));
  g_assert_cmpint (n_all, ==, 0);

  /* A value of another row: written, and everything is told anew. */
  fixture_run (other, "UPDATE unit SET name = 'B' WHERE id = 'u2'");
  g_assert_cmpint (count (other, "SELECT id FROM unit WHERE name = 'A'"), ==, 1);
  fixture_run (fixture->store, "UPDATE document SET title = 'C' WHERE id = 'd1'");
  g_assert_cmpint (n_all, >, 1);
  g_assert_cmpint (count (fixture->store, "SELECT id FROM unit WHERE name = 'B'"), ==, 1);

  /* Undo would take back another's change, which isn't shown: refused once. */
  fixture_run (other, "UPDATE unit SET name = 'D' WHERE id = 'u2'");
  n_all = 0;
  g_assert_false (styr_store_undo (fixture->store, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_STALE);
  g_assert_cmpint (n_all, >, 1);
  label = styr_store_dup_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "UPDATE unit SET name = 'D' WHERE id = 'u2'");
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_cmpint (count (fixture->store, "SELECT id FROM unit WHERE name = 'B'"), ==, 1);
  g_assert_true (styr_store_notice_others (other));
  g_assert_false (styr_store_notice_others (other));
}

static gboolean
half_then_fail (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_update (store, "document", "d1", "title", "Halv", error) &&
         styr_store_update (store, "document", "finns inte", "title", "Hel", error);
}

static void
test_failure_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_dump (fixture->store), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_store_write (fixture->store, "Halv", NULL, half_then_fail, NULL, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND);
  g_assert_true (fixture_fails (
      fixture->store, "UPDATE document SET status = 'klar'", STYR_STORE_ERROR_CONSTRAINT));
  g_assert_true (fixture_fails (
      fixture->store, "UPDATE document SET year = 'i fjol'", STYR_STORE_ERROR_CONSTRAINT));
  g_assert_true (fixture_fails (
      fixture->store, "UPDATE document SET unit_id = 'ingen'", STYR_STORE_ERROR_CONSTRAINT));
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (styr_store_undo (fixture->store, NULL));
}

static void
changed_cb (StyrStore *store, GPtrArray *all, gpointer data)
{
  GString *seen = data;

  for (guint i = 0; i < all->len; i++)
    {
      StyrChange *change = all->pdata[i];

      g_string_append_printf (seen, "%c %s %s;", change->op, change->kind, change->id);
    }
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), seen);
  fixture_run (fixture->store, "UPDATE unit SET name = 'A' WHERE id = 'u1'");
  g_assert_cmpstr (seen->str, ==, "u unit u1;");
  g_string_truncate (seen, 0);
  fixture_run (fixture->store,
               "INSERT INTO document_value (document_id, owner_id, field, value) VALUES ('d1', "
               "'d1', 'intro.text', 'Hej')");
  g_assert_cmpstr (seen->str, ==, "i document_value d1/d1/intro.text;");
  g_string_truncate (seen, 0);
  g_assert_true (styr_store_undo (fixture->store, NULL));
  g_assert_cmpstr (seen->str, ==, "d document_value d1/d1/intro.text;");
}

static void
test_outside_write (Fixture *fixture, gconstpointer data)
{
  g_test_expect_message ("styr-store", G_LOG_LEVEL_CRITICAL, "*outside styr_store_write*");
  g_assert_false (styr_store_update (fixture->store, "unit", "u1", "name", "X", NULL));
  g_test_assert_expected_messages ();
}

static void
test_undo_to (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) history = NULL;

  fixture_run (fixture->store, changes[0]);
  before = fixture_dump (fixture->store);
  history = styr_store_list_history (fixture->store, 1, NULL);
  for (int i = 1; i < 8; i++)
    fixture_run (fixture->store, changes[i]);
  g_assert_true (styr_store_undo_to (
      fixture->store, g_ascii_strtoll (styr_record_get_id (history->pdata[0]), NULL, 10), NULL));
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/journal/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-kind", test_every_kind);
  ADD ("history", test_history);
  ADD ("merge", test_merge);
  ADD ("merge-to-nothing", test_merge_to_nothing);
  ADD ("redo-conflict", test_redo_conflict);
  ADD ("redo-dangling", test_redo_dangling);
  ADD ("others", test_others);
  ADD ("failure-leaves-nothing", test_failure_leaves_nothing);
  ADD ("changed", test_changed);
  ADD ("outside-write", test_outside_write);
  ADD ("undo-to", test_undo_to);
  return g_test_run ();
}
