/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-decisions.h"
#include "styr-workspace-findings.h"
#include "styr-workspace-organisation.h"
#include "workspace-fixture.h"

/* What a step of one document does to others: what it takes the place of, what is written about it,
 * what was proposed of it. */

#define GUIDELINE "steeringModelGuideline"

static char *
dup_value (Fixture *fixture, const char *sql, const char *parameter)
{
  return styr_workspace_dup_one (fixture->workspace, sql, parameter, NULL, NULL);
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
  g_assert_cmpstr (fixture_get (fixture, "document", now, "revoked_on"), ==, "2024-11-11");
  g_assert_cmpstr (fixture_get (fixture, "document", now, "valid_to"), ==, "2024-11-11");

  decision = styr_workspace_create_decision (self, "Två upphävs", NULL, &error);
  styr_workspace_set_decision (self, "decision", decision, "body", "council", &error);
  g_assert_no_error (error);
  c1 = fixture_add_clause (fixture, decision, "revoke", "En att-sats", earlier);
  c2 = fixture_add_clause (fixture, decision, "revoke", "En att-sats", ending);
  styr_workspace_set_decision (self, "decision_clause", c1, "valid_from", "2024-07-01", &error);
  styr_workspace_set_decision (self, "decision_clause", c2, "valid_from", "2024-07-01", &error);
  g_assert_no_error (error);
  styr_workspace_make_decision (self, decision, "2024-03-11", NULL, NULL, "§ 3", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", earlier, "status"), ==, "revoked");
  g_assert_cmpstr (fixture_get (fixture, "document", earlier, "revoked_on"), ==, "2024-07-01");
  g_assert_cmpstr (fixture_get (fixture, "document", earlier, "valid_to"), ==, "2024-06-30");
  g_assert_cmpstr (fixture_get (fixture, "document", ending, "valid_to"), ==, "2023-06-30");

  {
    g_autofree char *replaced = fixture_create (fixture, "politicalGuideline");

    styr_workspace_set_card (self, replaced, "valid_to", "2030-12-31", &error);
    fixture_decide (fixture, replaced, "2022-03-01");
    styr_workspace_set_status (
        self, replaced, STYR_DOCUMENT_SUPERSEDED, "2024-11-11", NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (fixture_get (fixture, "document", replaced, "valid_to"), ==, "2024-11-11");
  }
}

/* A version decided in the middle of its period leaves what applied before as it was. */
static void
test_version_start (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *first = fixture_create (fixture, "assignmentPlan");
  g_autofree char *second = NULL, *third = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, first, "2023-12-11");
  g_assert_cmpstr (fixture_get (fixture, "document", first, "valid_from"), ==, "2024-01-01");
  second = styr_workspace_new_version (self, first, &error);
  g_assert_no_error (error);
  fixture_decide (fixture, second, "2023-12-18");
  g_assert_cmpstr (fixture_get (fixture, "document", second, "valid_from"), ==, "2024-01-01");
  third = styr_workspace_new_version (self, second, &error);
  g_assert_no_error (error);
  fixture_decide (fixture, third, "2024-05-14");
  g_assert_cmpstr (fixture_get (fixture, "document", third, "valid_from"), ==, "2024-05-14");
  g_assert_cmpstr (fixture_get (fixture, "document", second, "valid_to"), ==, "2024-05-13");
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
  g_assert_cmpstr (fixture_get (fixture, "document", old, "status"), ==, "superseded");
  g_assert_cmpstr (fixture_get (fixture, "document", old, "valid_to"), ==, "2023-06-30");

  styr_workspace_set_card (self, successor, "replaces_id", other, &error);
  styr_workspace_set_card (self, successor, "valid_from", "2024-06-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, successor, "2024-05-20");
  g_assert_cmpstr (fixture_get (fixture, "document", other, "valid_to"), ==, "2023-06-30");
}

/* A decision that adopted a document isn't proposed again by the document's new version; what was
 * proposed of a draft goes with it. */
static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, GUIDELINE);
  g_autofree char *taken = NULL, *clause = NULL, *version = NULL, *proposal = NULL;
  g_autofree char *rejected = NULL, *n = NULL, *kept = NULL, *left = NULL;
  g_autoptr (GError) error = NULL;
  const char *const proposed = "SELECT count (*) AS value FROM decision WHERE status = 'proposed'";

  taken = styr_workspace_create_decision (self, "Anta riktlinjen", document, &error);
  g_assert_no_error (error);
  clause = fixture_add_clause (fixture, taken, "adopt", "En att-sats", document);
  styr_workspace_make_decision (self, taken, "2024-03-11", "council", NULL, "§ 3", NULL, &error);
  g_assert_no_error (error);
  version = styr_workspace_new_version (self, document, &error);
  g_assert_no_error (error);
  n = dup_value (fixture, proposed, NULL);
  g_assert_cmpstr (n, ==, "0");

  proposal = styr_workspace_create_decision (self, "Anta igen", version, &error);
  rejected = styr_workspace_create_decision (self, "Anta genast", version, &error);
  g_assert_no_error (error);
  styr_workspace_set_decision_status (self, rejected, "rejected", "2024-10-01", &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_delete_document (self, version, &error));
  left = dup_value (fixture, proposed, NULL);
  g_assert_cmpstr (left, ==, "0");
  kept = dup_value (fixture, "SELECT title AS value FROM decision WHERE id = ?1", rejected);
  g_assert_cmpstr (kept, ==, "Anta genast");
  g_assert_true (styr_workspace_undo (self, &error));
  g_free (left);
  left = dup_value (fixture, proposed, NULL);
  g_assert_cmpstr (left, ==, "1");
}

/* What has been decided names what it is about, and that stays. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "adopt", "revoke", "interim" };
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *by_clause = fixture_create (fixture, GUIDELINE);
  g_autofree char *by_decision = fixture_create (fixture, "decisionProposal");
  g_autofree char *decision = NULL, *about = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *empty = styr_workspace_create_decision (self, "Om något", NULL, &error);
      g_autofree char *clause = fixture_add_clause (fixture, empty, kinds[i], "En att-sats", NULL);

      styr_workspace_set_decision (self, "decision_clause", clause, "until", "nästa år", &error);
      g_clear_error (&error); /* only what applies for the time being has an end */
      g_assert_false (styr_workspace_make_decision (
          self, empty, "2024-03-11", "council", NULL, NULL, NULL, &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
      g_clear_error (&error);
    }

  decision = styr_workspace_create_decision (self, "Ta fram en riktlinje", by_decision, &error);
  g_assert_no_error (error);
  about = fixture_add_clause (fixture, decision, "commission", "En att-sats", by_clause);
  styr_workspace_make_decision (self, decision, "2024-03-11", "council", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (styr_workspace_delete_document (self, by_clause, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (styr_workspace_delete_document (self, by_decision, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
}

/* What is to be revoked isn't reviewed once more. */
static void
test_review_revokes (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "administrativeGuideline");
  g_autofree char *review = NULL, *due = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, document, "2022-08-31");
  review = styr_workspace_add_review (self, document, "2024-11-10", "revoke", NULL, &error);
  g_assert_no_error (error);
  due = styr_workspace_dup_review_due (self, document);
  g_assert_null (due);
  g_assert_null (fixture_get (fixture, "document", document, "follow_up_on"));
  g_assert_false (fixture_is_review_late (fixture, document, "9999-12-31"));
}

/* A unit and its successor are told apart by name, unless the old one ends. */
static void
test_unit_names (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  const char *const old[] = { fixture->committee, NULL };
  const char *const taken[] = { "Ny nämnd", "Kommunstyrelsen", NULL };
  const char *const twice[] = { "Ny nämnd", "Ny nämnd", NULL };
  g_autofree char *board = NULL, *same = NULL;
  g_autoptr (GError) error = NULL;

  board = styr_workspace_dup_one (
      self, "SELECT name AS value FROM unit WHERE id = ?1", fixture->board, NULL, NULL);
  g_assert_cmpstr (board, ==, taken[1]);
  g_assert_null (styr_workspace_succeed_unit (self, old, board, "2025-01-01", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (
      styr_workspace_split_unit (self, fixture->committee, taken, "2025-01-01", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (
      styr_workspace_split_unit (self, fixture->committee, twice, "2025-01-01", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  same = styr_workspace_succeed_unit (
      self, old, "Kultur- och fritidsnämnden", "2025-01-01", NULL, &error);
  g_assert_no_error (error);
}

/* A unit makes documents of its own time. */
static void
test_ended_unit (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_end_unit (self, fixture->committee, "2025-03-31", &error);
  g_assert_no_error (error);
  g_assert_null (
      styr_workspace_create_document (self, "assignmentPlan", fixture->committee, 2026, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  last = styr_workspace_create_document (self, "assignmentPlan", fixture->committee, 2025, &error);
  g_assert_no_error (error);
}

/* Each is asked once, however often it is named. */
static void
test_asked_once (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  const char *const units[] = { fixture->committee, fixture->committee, NULL };
  const char *const names[] = { "Föreningen", "Föreningen", NULL };
  g_autofree char *document = fixture_create (fixture, "politicalGuideline");
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_send_consultation (self, document, units, names, "2024-12-01", &error);
  g_assert_no_error (error);
  answers = styr_workspace_dup_consultation (self, document);
  g_assert_cmpuint (answers->len, ==, 2);
}

/* A unit that was renamed goes on from what it made under its old name. */
static void
test_renamed_copies (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  const char *const old[] = { fixture->committee, NULL };
  g_autofree char *last = fixture_create (fixture, "assignmentPlan");
  g_autofree char *other = NULL, *unit = NULL, *again = NULL, *plan = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, last);
  fixture_decide (fixture, last, "2023-12-01");
  other = styr_workspace_create_document (self, "assignmentPlan", fixture->board, 2025, &error);
  g_assert_no_error (error);
  g_assert_false (styr_workspace_can_copy_previous (self, other));
  unit = styr_workspace_succeed_unit (self, old, "Kulturnämnden", "2024-07-01", NULL, &error);
  g_assert_no_error (error);
  {
    const char *const once_more[] = { unit, NULL };

    again = styr_workspace_succeed_unit (self, once_more, "Nämnden", "2025-01-01", NULL, &error);
    g_assert_no_error (error);
  }
  plan = styr_workspace_create_document (self, "assignmentPlan", again, 2025, &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_can_copy_previous (self, plan));
  styr_workspace_copy_previous (self, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", plan, "copied_from_id"), ==, last);
}

static StyrRecord *
find_listed (StyrWorkspace *self, const char *id)
{
  GListModel *documents = styr_workspace_get_documents (self);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);

      if (g_strcmp0 (styr_record_get_id (document), id) == 0)
        return document; /* the list keeps it */
    }
  return NULL;
}

/* Whether the rules of the shown year find anything in a document. */
static guint
count_findings (StyrWorkspace *self, const char *type)
{
  g_autoptr (GPtrArray) findings = styr_workspace_dup_findings (self, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += styr_record_is (findings->pdata[i], "document_type", type);
  return n;
}

/* An earlier year is looked at as it was: what has been replaced since still applied. */
static void
test_earlier_year (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *old = fixture_create (fixture, GUIDELINE);
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;
  guint before;

  fixture_decide (fixture, old, "2022-03-01");
  styr_workspace_set_year (self, 2024);
  g_assert_nonnull (find_listed (self, old));
  before = count_findings (self, GUIDELINE);
  g_assert_cmpuint (before, >, 0);
  styr_workspace_set_today (self, "2025-06-01");
  version = styr_workspace_new_version (self, old, &error);
  g_assert_no_error (error);
  styr_workspace_set_card (self, version, "valid_from", "2025-05-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, version, "2025-04-01");

  g_assert_true (styr_record_is (find_listed (self, old), "state", "in-force"));
  g_assert_null (find_listed (self, version));
  g_assert_cmpuint (count_findings (self, GUIDELINE), ==, before);
  styr_workspace_set_year (self, 2025);
  g_assert_null (find_listed (self, old));
  g_assert_true (styr_record_is (find_listed (self, version), "state", "in-force"));
  styr_workspace_set_year (self, 2021);
  g_assert_null (find_listed (self, old));
}

/* A plan's goal that serves the first goal of another document; the link's id. */
static char *
add_serving (Fixture *fixture, int year, const char *target)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *plan = NULL, *goal = NULL;
  g_autoptr (GError) error = NULL;
  char *link;

  plan = styr_workspace_create_document (self, "assignmentPlan", fixture->committee, year, &error);
  g_assert_no_error (error);
  goal = styr_workspace_add_goal (
      self, plan, fixture_find_section (fixture, plan, STYR_SECTION_GOALS)->id, NULL, &error);
  g_assert_no_error (error);
  link = styr_workspace_add_link (self, plan, goal, target, STYR_LINK_DIRECT, &error);
  g_assert_no_error (error);
  return link;
}

/* A draft about an earlier year keeps the goals that applied then, a later one follows over. */
static void
test_links_follow (Fixture *fixture, gconstpointer data)
{
  static const char target_sql[] = "SELECT target_id AS value FROM goal_link WHERE id = ?1";
  static const char new_sql[] = "SELECT id AS value FROM goal WHERE recurs_from_id = ?1";
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *goals = fixture_create (fixture, "overallGoals");
  g_autofree char *target = NULL;
  g_autofree char *earlier = NULL, *later = NULL, *version = NULL, *moved = NULL,
                  *is_earlier = NULL, *is_later = NULL;
  g_autoptr (GError) error = NULL;

  target = styr_workspace_add_goal (self, goals, "goals", NULL, &error);
  g_assert_no_error (error);
  fixture_decide (fixture, goals, "2023-02-01");
  earlier = add_serving (fixture, 2024, target);
  later = add_serving (fixture, 2025, target);
  styr_workspace_set_today (self, "2025-06-01");
  version = styr_workspace_new_version (self, goals, &error);
  g_assert_no_error (error);
  styr_workspace_set_card (self, version, "valid_from", "2025-05-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, version, "2025-04-01");
  moved = dup_value (fixture, new_sql, target);
  is_earlier = dup_value (fixture, target_sql, earlier);
  is_later = dup_value (fixture, target_sql, later);
  g_assert_nonnull (moved);
  g_assert_cmpstr (is_earlier, ==, target);
  g_assert_cmpstr (is_later, ==, moved);
}

/* A report on a part of the year is for that part. */
static void
test_part_of_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *report = fixture_create (fixture, "interimReport");
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");

  g_assert_cmpstr (fixture_get (fixture, "document", report, "period_from"), ==, "2024-01-01");
  g_assert_cmpstr (fixture_get (fixture, "document", report, "period_to"), ==, "2024-08-31");
  g_assert_cmpstr (fixture_get (fixture, "document", plan, "period_to"), ==, "2024-12-31");
}

/* A version that is revoked before it begins leaves the one it was to replace in force. */
static void
test_never_began (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, GUIDELINE), *version = NULL, *event = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_set_today (self, "2024-06-01");
  fixture_decide (fixture, plan, "2023-03-01");
  version = styr_workspace_new_version (self, plan, &error);
  g_assert_no_error (error);
  styr_workspace_set_card (self, version, "valid_from", "2025-01-01", &error);
  g_assert_no_error (error);
  fixture_decide (fixture, version, "2024-05-01");
  g_assert_cmpstr (fixture_get (fixture, "document", plan, "valid_to"), ==, "2024-12-31");
  styr_workspace_set_status (
      self, version, STYR_DOCUMENT_REVOKED, "2024-06-01", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (fixture_get (fixture, "document", plan, "valid_to"));
  event = dup_value (fixture,
                     "SELECT id AS value FROM document_event WHERE document_id = ?1 "
                     "AND status = 'superseded'",
                     plan);
  g_assert_null (event);
  styr_workspace_set_today (self, "2025-02-01");
  styr_workspace_settle (self, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", plan, "status"), ==, "decided");
  g_assert_cmpstr (fixture_get (fixture, "document", version, "status"), ==, "revoked");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/steps/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("outcomes", test_outcomes);
  ADD ("revoked", test_revoked);
  ADD ("never-began", test_never_began);
  ADD ("ended", test_ended);
  ADD ("version-start", test_version_start);
  ADD ("proposals", test_proposals);
  ADD ("named", test_named);
  ADD ("review-revokes", test_review_revokes);
  ADD ("unit-names", test_unit_names);
  ADD ("ended-unit", test_ended_unit);
  ADD ("asked-once", test_asked_once);
  ADD ("renamed-copies", test_renamed_copies);
  ADD ("earlier-year", test_earlier_year);
  ADD ("links-follow", test_links_follow);
  ADD ("part-of-year", test_part_of_year);
  return g_test_run ();
}
