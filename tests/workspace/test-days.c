/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-decisions.h"
#include "styr-workspace-model.h"
#include "workspace-fixture.h"

/* What has happened has done so on a day that has come, and not before what it follows on. Today is
 * the 15th of November 2024. */

#define TYPE "steeringModelGuideline"
#define TODAY "2024-11-15"
#define TOMORROW "2024-11-16"

/* Refused with a sentence that names the day; nothing is written. */
static void
assert_refused (gboolean done, const char *day, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr ((*error)->message, day));
  g_clear_error (error);
}

static gboolean
step (Fixture *fixture,
      const char *document,
      StyrDocumentStatus status,
      const char *date,
      GError **error)
{
  return styr_workspace_set_status (
      fixture->workspace, document, status, date, "council", NULL, NULL, error);
}

static gboolean
take (Fixture *fixture, const char *decision, const char *date, GError **error)
{
  return styr_workspace_make_decision (
      fixture->workspace, decision, date, "council", NULL, NULL, NULL, error);
}

/* A matter with one commission */
static char *
create_matter (Fixture *fixture, char **commission)
{
  g_autoptr (GError) error = NULL;
  char *id = styr_workspace_create_decision (fixture->workspace, "Badplatser", NULL, &error);

  g_assert_no_error (error);
  *commission = fixture_add_clause (fixture, id, "commission", "Utred frågan", NULL);
  return id;
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *id = fixture_create (fixture, TYPE);
  g_autofree char *review = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (
      step (fixture, id, STYR_DOCUMENT_CONSULTATION, TOMORROW, &error), TOMORROW, &error);
  /* the day that is planned may lie ahead, the decision itself may not */
  g_assert_true (styr_workspace_set_card (self, id, "decided_on", TOMORROW, &error));
  assert_refused (
      styr_workspace_set_card (self, id, "published_on", TOMORROW, &error), TOMORROW, &error);
  assert_refused (styr_workspace_set_card (self, id, "published_on", TODAY, &error), TODAY, &error);
  g_assert_true (styr_workspace_set_card (self, id, "informed_on", TOMORROW, &error));
  g_assert_true (styr_workspace_set_card (self, id, "informed_on", NULL, &error));
  assert_refused (step (fixture, id, STYR_DOCUMENT_DECIDED, TOMORROW, &error), TOMORROW, &error);
  g_assert_cmpstr (fixture_get (fixture, "document", id, "status"), ==, "draft");
  g_assert_true (step (fixture, id, STYR_DOCUMENT_DECIDED, "2024-11-04", &error));
  assert_refused (
      styr_workspace_set_card (self, id, "informed_on", TOMORROW, &error), TOMORROW, &error);
  g_assert_true (styr_workspace_set_card (self, id, "informed_on", TODAY, &error));

  assert_refused (styr_workspace_publish_document (self, id, TOMORROW, "external", NULL, &error),
                  TOMORROW,
                  &error);
  assert_refused (
      styr_workspace_publish_document (self, id, "2024-11-03", "external", NULL, &error),
      "2024-11-04",
      &error);
  g_assert_cmpstr (fixture_get (fixture, "document", id, "published_on"), ==, NULL);
  g_assert_true (
      styr_workspace_publish_document (self, id, "2024-11-04", "external", NULL, &error));

  review = styr_workspace_add_review (self, id, TOMORROW, "fit", NULL, &error);
  assert_refused (review != NULL, TOMORROW, &error);
  review = styr_workspace_add_review (self, id, "2024-11-03", "fit", NULL, &error);
  assert_refused (review != NULL, "2024-11-04", &error);
  review = styr_workspace_add_review (self, id, TODAY, "fit", NULL, &error);
  g_assert_no_error (error);

  assert_refused (step (fixture, id, STYR_DOCUMENT_REVOKED, TOMORROW, &error), TOMORROW, &error);
  assert_refused (
      step (fixture, id, STYR_DOCUMENT_REVOKED, "2024-11-03", &error), "2024-11-04", &error);
  g_assert_true (step (fixture, id, STYR_DOCUMENT_REVOKED, TODAY, &error));
  g_assert_cmpstr (fixture_get (fixture, "document", id, "revoked_on"), ==, TODAY);
  g_assert_no_error (error);
}

/* What was written before isn't judged: a document that was decided on a day to come, as the
 * database has it, is read and settled. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *id = fixture_create (fixture, TYPE);
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, id, TODAY);
  styr_workspace_set_today (self, "2024-06-01");
  g_assert_true (styr_workspace_settle (self, &error));
  g_assert_true (styr_workspace_set_card (self, id, "responsible", "Arkivarien", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", id, "decided_on"), ==, TODAY);
}

/* A meeting may be planned; the decision is taken when it has been. */
static void
test_decision (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *commission = NULL;
  g_autofree char *id = create_matter (fixture, &commission);
  g_autofree char *planned = NULL;
  g_autoptr (GError) error = NULL;

  planned = styr_workspace_add_decision_part (self, id, "decision_step", &error);
  g_assert_true (styr_workspace_set_decision (
      self, "decision_step", planned, "on_date", "2031-01-01", &error));
  assert_refused (take (fixture, id, "2031-01-01", &error), "2031-01-01", &error);
  assert_refused (styr_workspace_set_decision_status (self, id, "rejected", TOMORROW, &error),
                  TOMORROW,
                  &error);
  assert_refused (styr_workspace_set_decision_status (self, id, "postponed", TOMORROW, &error),
                  TOMORROW,
                  &error);
  g_assert_cmpstr (fixture_get (fixture, "decision", id, "status"), ==, "proposed");
  g_assert_true (take (fixture, id, TODAY, &error));
  g_assert_no_error (error);
}

static void
test_commission (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *commission = NULL;
  g_autofree char *id = create_matter (fixture, &commission);
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (take (fixture, id, "2024-11-04", &error));
  assert_refused (
      styr_workspace_carry_out_clause (self, commission, TOMORROW, NULL, &error), TOMORROW, &error);
  assert_refused (styr_workspace_carry_out_clause (self, commission, "2024-11-03", NULL, &error),
                  "2024-11-04",
                  &error);
  assert_refused (
      styr_workspace_report_clause (self, commission, TOMORROW, NULL, &error), TOMORROW, &error);
  assert_refused (styr_workspace_report_clause (self, commission, "2024-11-03", NULL, &error),
                  "2024-11-04",
                  &error);
  assert_refused (styr_workspace_set_decision (
                      self, "decision_clause", commission, "done_on", TOMORROW, &error),
                  TOMORROW,
                  &error);
  assert_refused (styr_workspace_set_decision (
                      self, "decision_clause", commission, "reported_on", "2024-11-03", &error),
                  "2024-11-04",
                  &error);
  assert_refused (
      styr_workspace_postpone_clause (self, commission, "2024-11-14", "Tid saknas", &error),
      "2024-11-14",
      &error);
  g_assert_true (styr_workspace_postpone_clause (self, commission, TODAY, "Tid saknas", &error));
  g_assert_true (styr_workspace_carry_out_clause (self, commission, "2024-11-04", NULL, &error));
  g_assert_true (styr_workspace_report_clause (self, commission, TODAY, NULL, &error));

  told = styr_workspace_add_decision_part (self, id, "decision_recipient", &error);
  assert_refused (
      styr_workspace_set_decision (self, "decision_recipient", told, "sent_on", TOMORROW, &error),
      TOMORROW,
      &error);
  assert_refused (styr_workspace_set_decision (
                      self, "decision_recipient", told, "sent_on", "2024-11-03", &error),
                  "2024-11-04",
                  &error);
  g_assert_true (
      styr_workspace_set_decision (self, "decision_recipient", told, "sent_on", TODAY, &error));
  g_assert_no_error (error);
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Länet", NULL };
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, TYPE);
  g_autoptr (GPtrArray) asked = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;

  assert_refused (
      styr_workspace_send_consultation (self, document, NULL, names, "2024-11-01", &error),
      "2024-11-01",
      &error);
  g_assert_cmpstr (fixture_get (fixture, "document", document, "status"), ==, "draft");
  g_assert_true (
      styr_workspace_send_consultation (self, document, NULL, names, "2024-12-01", &error));
  asked = styr_workspace_dup_consultation (self, document);
  g_assert_cmpuint (asked->len, ==, 1);
  id = styr_record_get_id (asked->pdata[0]);
  assert_refused (
      styr_workspace_set_consultation (self, id, "sent_on", TOMORROW, &error), TOMORROW, &error);
  g_assert_true (styr_workspace_set_consultation (self, id, "sent_on", "2024-11-01", &error));
  assert_refused (styr_workspace_set_consultation (self, id, "due_on", "2024-10-31", &error),
                  "2024-10-31",
                  &error);
  g_assert_true (styr_workspace_set_consultation (self, id, "due_on", "2024-11-03", &error));
  assert_refused (styr_workspace_set_consultation (self, id, "sent_on", "2024-11-04", &error),
                  "2024-11-03",
                  &error);
  g_assert_true (styr_workspace_set_consultation (self, id, "due_on", "2024-12-01", &error));
  assert_refused (styr_workspace_set_consultation (self, id, "answered_on", TOMORROW, &error),
                  TOMORROW,
                  &error);
  assert_refused (styr_workspace_set_consultation (self, id, "answered_on", "2024-10-31", &error),
                  "2024-11-01",
                  &error);
  g_assert_true (styr_workspace_set_consultation (self, id, "answered_on", "2024-11-05", &error));
  assert_refused (styr_workspace_set_consultation (self, id, "sent_on", "2024-11-06", &error),
                  "2024-11-05",
                  &error);
  g_assert_true (styr_workspace_set_consultation (self, id, "sent_on", NULL, &error));
  g_assert_no_error (error);
}

/* The steering model is decided as other things are; from when it applies may lie ahead. */
static void
test_model (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
      styr_workspace_new_model_version (self, styr_workspace_get_model_id (self), "2025", &error);

  g_assert_no_error (error);
  assert_refused (
      styr_workspace_decide_model (
          self, id, "decided", "council", TOMORROW, NULL, NULL, "2025-01-01", NULL, &error),
      TOMORROW,
      &error);
  g_assert_true (styr_workspace_decide_model (
      self, id, "decided", "council", TODAY, NULL, NULL, "2025-01-01", NULL, &error));
  g_assert_no_error (error);
}

static void
assert_closed (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (error);
}

/* Nothing that was proposed changes; what comes afterwards can be written. */
static void
assert_only_facts (Fixture *fixture, const char *id, const char *clause)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *told = NULL, *added = NULL;
  g_autoptr (GError) error = NULL;

  assert_closed (styr_workspace_set_decision (self, "decision", id, "title", "Annat", &error),
                 &error);
  assert_closed (styr_workspace_set_decision (self, "decision", id, "body", "board", &error),
                 &error);
  assert_closed (
      styr_workspace_set_decision (self, "decision_clause", clause, "text", "Annat", &error),
      &error);
  assert_closed (
      styr_workspace_set_decision (self, "decision_clause", clause, "kind", "other", &error),
      &error);
  assert_closed (styr_workspace_set_decision (
                     self, "decision_clause", clause, "postponed_to", "2025-01-01", &error),
                 &error);
  added = styr_workspace_add_decision_part (self, id, "decision_clause", &error);
  assert_closed (added != NULL, &error);
  added = styr_workspace_add_decision_part (self, id, "decision_step", &error);
  assert_closed (added != NULL, &error);
  assert_closed (styr_workspace_move_decision_part (self, "decision_clause", clause, 1, &error),
                 &error);
  assert_closed (styr_workspace_delete_decision (self, "decision_clause", clause, &error), &error);
  assert_closed (styr_workspace_delete_decision (self, "decision", id, &error), &error);
  assert_closed (styr_workspace_propose_steps (self, id, &error), &error);
  assert_closed (styr_workspace_set_decision_status (self, id, "postponed", TODAY, &error), &error);

  g_assert_true (styr_workspace_set_decision (self, "decision", id, "note", "Reservation", &error));
  g_assert_true (styr_workspace_set_decision (self, "decision", id, "section_no", "12", &error));
  assert_closed (styr_workspace_set_decision (self, "decision", id, "section_no", "13", &error),
                 &error);
  told = styr_workspace_add_decision_part (self, id, "decision_recipient", &error);
  g_assert_true (
      styr_workspace_set_decision (self, "decision_recipient", told, "name", "Länet", &error));
  g_assert_no_error (error);
}

/* What was turned down is closed as what was decided, till it is taken up again. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *clause = NULL;
  g_autofree char *id = create_matter (fixture, &clause);
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_workspace_set_decision_status (self, id, "rejected", TODAY, &error));
  assert_only_facts (fixture, id, clause);
  assert_closed (styr_workspace_set_decision_status (self, id, "rejected", "2024-11-01", &error),
                 &error);
  g_assert_false (take (fixture, id, TODAY, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (styr_workspace_carry_out_clause (self, clause, TODAY, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpstr (fixture_get (fixture, "decision", id, "status"), ==, "rejected");
  g_assert_cmpstr (fixture_get (fixture, "decision", id, "on_date"), ==, TODAY);

  g_assert_true (styr_workspace_set_decision_status (self, id, "proposed", NULL, &error));
  g_assert_true (styr_workspace_set_decision (self, "decision", id, "title", "Annat", &error));
  g_assert_true (take (fixture, id, TODAY, &error));
  g_assert_no_error (error);
}

static void
test_decided (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *clause = NULL;
  g_autofree char *id = create_matter (fixture, &clause);
  g_autoptr (GError) error = NULL;

  g_assert_true (take (fixture, id, "2024-11-04", &error));
  assert_only_facts (fixture, id, clause);
  assert_closed (styr_workspace_set_decision_status (self, id, "proposed", NULL, &error), &error);
  g_assert_true (
      styr_workspace_set_decision (self, "decision_clause", clause, "done_on", TODAY, &error));
  g_assert_true (
      styr_workspace_set_decision (self, "decision_clause", clause, "reported_on", TODAY, &error));
  g_assert_true (
      styr_workspace_set_decision (self, "decision_clause", clause, "result", "Utrett", &error));
  g_assert_no_error (error);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/days/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("document", test_document);
  ADD ("history", test_history);
  ADD ("decision", test_decision);
  ADD ("commission", test_commission);
  ADD ("answer", test_answer);
  ADD ("model", test_model);
  ADD ("rejected", test_rejected);
  ADD ("decided", test_decided);
  return g_test_run ();
}
