/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-decisions.h"
#include "styr-workspace-organisation.h"
#include "workspace-fixture.h"

/* What a step of one document does to others: what it takes the place of, what is written about it,
 * what was proposed of it. */

#define GUIDELINE "steeringModelGuideline"

static const char *
column (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (StyrRecord) record =
      styr_store_get (styr_workspace_get_store (fixture->workspace), "document", id, NULL);

  g_assert_nonnull (record);
  return g_intern_string (styr_record_get_text (record, name));
}

static char *
dup_value (Fixture *fixture, const char *sql, const char *parameter)
{
  return styr_workspace_dup_one (fixture->workspace, sql, parameter, NULL, NULL);
}

static char *
add_clause (Fixture *fixture, const char *decision, const char *kind, const char *document)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  char *id = styr_workspace_add_decision_part (self, decision, "decision_clause", &error);

  g_assert_no_error (error);
  styr_workspace_set_decision (self, "decision_clause", id, "kind", kind, &error);
  g_assert_no_error (error);
  styr_workspace_set_decision (self, "decision_clause", id, "text", "En att-sats", &error);
  g_assert_no_error (error);
  if (document != NULL)
    styr_workspace_set_decision (self, "decision_clause", id, "document_id", document, &error);
  g_assert_no_error (error);
  return id;
}

static char *
add_criterion (Fixture *fixture, const char *plan, const char *goal, const char *text)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  char *id = styr_workspace_add_criterion (self, plan, goal, STYR_CRITERION_TEXT, &error);

  g_assert_no_error (error);
  styr_workspace_set_item (self, plan, "criterion", id, "label", "", &error);
  g_assert_no_error (error);
  styr_workspace_set_item (self, plan, "criterion", id, "text", text, &error);
  g_assert_no_error (error);
  return id;
}

/* What a report says of a criterion follows to the same criterion of the new version, also when
 * nothing but the text tells it from its neighbour. */
static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *goal = NULL, *one = NULL, *two = NULL, *report = NULL, *version = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, plan);
  goal = dup_value (fixture, "SELECT id AS value FROM goal WHERE document_id = ?1 LIMIT 1", plan);
  two = add_criterion (fixture, plan, goal, "Kriterium två");
  one = add_criterion (fixture, plan, goal, "Kriterium ett");
  fixture_decide (fixture, plan, "2023-12-01");
  report = fixture_create (fixture, "qualityReport");
  styr_workspace_set_outcome (self, report, one, "note", "Kriterium ett", &error);
  g_assert_no_error (error);
  styr_workspace_set_outcome (self, report, two, "note", "Kriterium två", &error);
  g_assert_no_error (error);
  version = styr_workspace_new_version (self, plan, &error);
  g_assert_no_error (error);
  fixture_decide (fixture, version, "2024-05-01");
  outcomes = styr_store_select (styr_workspace_get_store (self),
                                "outcome",
                                &error,
                                "SELECT o.id, o.note, c.text, g.document_id "
                                "FROM criterion_outcome o JOIN criterion c ON c.id = "
                                "o.criterion_id JOIN goal g ON g.id = c.goal_id",
                                NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, 2);
  for (guint i = 0; i < outcomes->len; i++)
    {
      StyrRecord *outcome = outcomes->pdata[i];

      g_assert_cmpstr (styr_record_get_text (outcome, "document_id"), ==, version);
      g_assert_cmpstr (
          styr_record_get_text (outcome, "note"), ==, styr_record_get_text (outcome, "text"));
    }
}

/* Revoked from a day: the day before is its last, also when its card said a later one. */
static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *now = fixture_create (fixture, GUIDELINE);
  g_autofree char *earlier = fixture_create (fixture, "politicalGuideline");
  g_autofree char *ending = fixture_create (fixture, "directionDocument");
  g_autofree char *decision = NULL, *c1 = NULL, *c2 = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_set_card (self, now, "valid_to", "2030-12-31", &error);
  styr_workspace_set_card (self, earlier, "valid_to", "2030-12-31", &error);
  styr_workspace_set_card (self, ending, "valid_to", "2023-06-30", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, now, "2022-03-01");
  fixture_decide (fixture, earlier, "2022-03-01");
  fixture_decide (fixture, ending, "2022-03-01");
  styr_workspace_set_status (
      self, now, STYR_DOCUMENT_REVOKED, "2024-11-11", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (column (fixture, now, "revoked_on"), ==, "2024-11-11");
  g_assert_cmpstr (column (fixture, now, "valid_to"), ==, "2024-11-11");

  decision = styr_workspace_create_decision (self, "Två upphävs", NULL, &error);
  styr_workspace_set_decision (self, "decision", decision, "body", "council", &error);
  g_assert_no_error (error);
  c1 = add_clause (fixture, decision, "revoke", earlier);
  c2 = add_clause (fixture, decision, "revoke", ending);
  styr_workspace_set_decision (self, "decision_clause", c1, "valid_from", "2024-07-01", &error);
  styr_workspace_set_decision (self, "decision_clause", c2, "valid_from", "2024-07-01", &error);
  g_assert_no_error (error);
  styr_workspace_make_decision (self, decision, "2024-03-11", NULL, NULL, "§ 3", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (column (fixture, earlier, "status"), ==, "revoked");
  g_assert_cmpstr (column (fixture, earlier, "revoked_on"), ==, "2024-07-01");
  g_assert_cmpstr (column (fixture, earlier, "valid_to"), ==, "2024-06-30");
  g_assert_cmpstr (column (fixture, ending, "valid_to"), ==, "2023-06-30");
}

/* What takes the place of a document that has ended by itself doesn't make it apply again. */
static void
test_ended (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *old = fixture_create (fixture, GUIDELINE);
  g_autofree char *other = fixture_create (fixture, "politicalGuideline");
  g_autofree char *version = NULL, *successor = fixture_create (fixture, "politicalGuideline");
  g_autoptr (GError) error = NULL;

  styr_workspace_set_card (self, old, "valid_to", "2023-06-30", &error);
  styr_workspace_set_card (self, other, "valid_to", "2023-06-30", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, old, "2020-03-01");
  fixture_decide (fixture, other, "2020-03-01");
  version = styr_workspace_new_version (self, old, &error);
  g_assert_no_error (error);
  styr_workspace_set_card (self, version, "valid_from", "2024-06-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, version, "2024-05-20");
  g_assert_cmpstr (column (fixture, old, "status"), ==, "superseded");
  g_assert_cmpstr (column (fixture, old, "valid_to"), ==, "2023-06-30");

  styr_workspace_set_card (self, successor, "replaces_id", other, &error);
  styr_workspace_set_card (self, successor, "valid_from", "2024-06-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, successor, "2024-05-20");
  g_assert_cmpstr (column (fixture, other, "valid_to"), ==, "2023-06-30");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/steps/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("outcomes", test_outcomes);
  ADD ("revoked", test_revoked);
  ADD ("ended", test_ended);
  return g_test_run ();
}
