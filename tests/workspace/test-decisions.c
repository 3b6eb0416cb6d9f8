/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-decisions.h"
#include "styr-workspace-findings.h"
#include "workspace-fixture.h"

#define TYPE "steeringModelGuideline"

static char *
count (Fixture *fixture, const char *sql, const char *id)
{
  return styr_workspace_dup_one (fixture->workspace, sql, id, NULL, NULL);
}

static void
set (Fixture *fixture, const char *kind, const char *id, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  styr_workspace_set_decision (fixture->workspace, kind, id, name, value, &error);
  g_assert_no_error (error);
}

/* What a clause does is proposed by its first word, never over what somebody chose, and a decision
 * waits for it. */
static void
test_clause_kind (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *decision = styr_workspace_create_decision (self, "Ärendet", NULL, &error);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  set (fixture, "decision", decision, "body", "council");
  id = styr_workspace_add_decision_part (self, decision, "decision_clause", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "decision_clause", id, "kind"), ==, "");
  set (fixture, "decision_clause", id, "text", "Kontoret");
  g_assert_cmpstr (fixture_get (fixture, "decision_clause", id, "kind"), ==, "");
  g_assert_false (
      styr_workspace_make_decision (self, decision, "2024-11-11", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "1"));
  g_clear_error (&error);
  set (fixture, "decision_clause", id, "text", "Ge kontoret i uppdrag att upphäva");
  g_assert_cmpstr (fixture_get (fixture, "decision_clause", id, "kind"), ==, "commission");
  set (fixture, "decision_clause", id, "kind", "other");
  set (fixture, "decision_clause", id, "text", "Anta planen");
  g_assert_cmpstr (fixture_get (fixture, "decision_clause", id, "kind"), ==, "other");
  styr_workspace_make_decision (self, decision, "2024-11-11", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What a decision can adopt is what nobody has decided, of any year: this year's first. */
static void
test_to_decide (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  int year = styr_workspace_get_year (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *next =
      styr_workspace_create_document (self, "assignmentPlan", fixture->committee, year + 1, &error);
  g_autofree char *now =
      styr_workspace_create_document (self, "assignmentPlan", fixture->committee, year, &error);
  g_autoptr (GPtrArray) found = styr_workspace_dup_documents_to_decide (self);
  g_autoptr (GPtrArray) later = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (styr_record_get_id (found->pdata[0]), ==, now);
  g_assert_cmpstr (styr_record_get_id (found->pdata[1]), ==, next);
  fixture_decide (fixture, now, "2024-02-01");
  later = styr_workspace_dup_documents_to_decide (self);
  g_assert_cmpuint (later->len, ==, 1);
  g_assert_cmpstr (styr_record_get_id (later->pdata[0]), ==, next);
}

/* One decision that adopts a new version, revokes another document, lets a third apply for the time
 * being and commissions something: all of it in one step, and back again in one. */
static void
test_clauses (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *old = fixture_create (fixture, TYPE);
  g_autofree char *revoked = fixture_create (fixture, "politicalGuideline");
  g_autofree char *interim = fixture_create (fixture, "directionDocument");
  g_autofree char *adopted = NULL, *decision = NULL, *before = NULL, *after = NULL, *labels = NULL;
  g_autofree char *c1 = NULL, *c2 = NULL, *c3 = NULL, *c4 = NULL;
  g_autoptr (GPtrArray) open = NULL, list = NULL, of_document = NULL;
  g_autoptr (StyrDecision) whole = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, old, "2022-03-01");
  fixture_decide (fixture, revoked, "2021-03-01");
  adopted = styr_workspace_new_version (self, old, &error);
  g_assert_no_error (error);
  decision = styr_workspace_create_decision (self, "Ny riktlinje", adopted, &error);
  g_assert_no_error (error);
  whole = styr_workspace_dup_decision (self, decision, &error);
  g_assert_cmpuint (whole->steps->len, ==, 2); /* the type's chain */
  g_assert_cmpstr (styr_record_get_text (whole->decision, "body"), ==, "council");
  g_assert_true (styr_record_is (whole->steps->pdata[1], "outcome", "decides"));

  g_assert_false (
      styr_workspace_make_decision (self, decision, "2024-11-11", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE); /* no clause */
  g_clear_error (&error);
  c1 = fixture_add_clause (fixture, decision, "adopt", "Riktlinjen antas", adopted);
  c2 = fixture_add_clause (fixture, decision, "revoke", "Den äldre upphävs", revoked);
  c3 = fixture_add_clause (fixture, decision, "interim", "Gäller tills vidare", interim);
  c4 = fixture_add_clause (
      fixture, decision, "commission", "Kontoret tar fram en handledning", NULL);
  g_assert_false (
      styr_workspace_make_decision (self, decision, "2024-11-11", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE); /* until when? */
  g_clear_error (&error);
  set (fixture, "decision_clause", c3, "until", "nytt reglemente är antaget");
  set (fixture, "decision_clause", c4, "assignee_id", fixture->department);
  set (fixture, "decision_clause", c4, "due_on", "2024-11-12");
  open = styr_workspace_dup_commissions (self, NULL, FALSE);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_false (
      styr_workspace_make_decision (self, decision, "", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);

  before = fixture_dump (self);
  styr_workspace_make_decision (
      self, decision, "2024-11-11", NULL, NULL, NULL, "KS 2024/3", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", adopted, "status"), ==, "decided");
  g_assert_cmpstr (fixture_get (fixture, "document", adopted, "decided_on"), ==, "2024-11-11");
  g_assert_cmpstr (fixture_get (fixture, "document", adopted, "decided_by"), ==, "council");
  g_assert_cmpstr (fixture_get (fixture, "document", adopted, "registration_no"), ==, "KS 2024/3");
  g_clear_pointer (&whole, styr_decision_free);
  whole = styr_workspace_dup_decision (self, decision, &error);
  g_assert_false (styr_record_has (whole->steps->pdata[0], "on_date"));
  g_assert_true (styr_record_is (whole->steps->pdata[1], "on_date", "2024-11-11"));
  g_assert_cmpstr (fixture_get (fixture, "document", old, "status"), ==, "superseded");
  g_assert_cmpstr (fixture_get (fixture, "document", revoked, "status"), ==, "revoked");
  g_assert_cmpstr (fixture_get (fixture, "document", revoked, "revoked_on"), ==, "2024-11-11");
  g_assert_cmpstr (fixture_get (fixture, "document", interim, "status"), ==, "decided");
  g_assert_cmpstr (fixture_get (fixture, "document", interim, "interim_until"),
                   ==,
                   "nytt reglemente är antaget");
  g_clear_pointer (&open, g_ptr_array_unref);
  open = styr_workspace_dup_commissions (self, fixture->department, FALSE);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (styr_record_is (open->pdata[0], "state", "late"));
  list = styr_workspace_dup_decisions (self, STYR_DECISIONS_OVERDUE);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (styr_record_get_int (list->pdata[0], "n_clauses"), ==, 4);
  of_document = styr_workspace_dup_document_decisions (self, revoked);
  g_assert_cmpuint (of_document->len, ==, 1);

  /* The adopted documents are seen through the decision, not once more by their cards. */
  labels = count (fixture,
                  "SELECT count (*) AS value FROM decision_list WHERE ref_kind = 'document' "
                  "AND ref_id = ?1",
                  adopted);
  g_assert_cmpstr (labels, ==, "0");

  /* What has been taken stays; § comes with the minutes and reaches the documents. */
  g_assert_false (
      styr_workspace_set_decision (self, "decision_clause", c1, "text", "Något annat", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  set (fixture, "decision", decision, "section_no", "§ 81");
  g_assert_cmpstr (fixture_get (fixture, "document", adopted, "section_no"), ==, "§ 81");
  g_assert_cmpstr (fixture_get (fixture, "document", interim, "section_no"), ==, "§ 81");
  g_assert_cmpstr (
      fixture_get (
          fixture, "decision_step", styr_record_get_id (whole->steps->pdata[1]), "section_no"),
      ==,
      "§ 81");
  g_free (labels);
  labels = count (fixture,
                  "SELECT section_no AS value FROM document_event WHERE document_id = ?1 "
                  "AND status = 'revoked'",
                  revoked);
  g_assert_cmpstr (labels, ==, "§ 81");
  g_assert_false (
      styr_workspace_set_decision (self, "decision", decision, "section_no", "§ 82", &error));
  g_clear_error (&error);
  g_assert_false (styr_workspace_delete_decision (self, "decision", decision, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);

  g_assert_true (styr_workspace_undo (self, NULL)); /* § */
  g_assert_true (styr_workspace_undo (self, NULL)); /* the whole decision */
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* One clause that can't be done stops all. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *draft = fixture_create (fixture, TYPE);
  g_autofree char *decided = fixture_create (fixture, "politicalGuideline");
  g_autofree char *decision = NULL, *c1 = NULL, *c2 = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, decided, "2024-02-01");
  decision = styr_workspace_create_decision (self, "Två på en gång", NULL, &error);
  set (fixture, "decision", decision, "body", "council");
  c1 = fixture_add_clause (fixture, decision, "adopt", "Antas", draft);
  c2 = fixture_add_clause (fixture, decision, "adopt", "Antas igen", decided);
  before = fixture_dump (self);
  g_assert_false (
      styr_workspace_make_decision (self, decision, "2024-11-01", NULL, NULL, "§ 1", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);
  g_assert_false (styr_workspace_set_decision (self, "decision", decision, "body", "x", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (
      styr_workspace_set_decision (self, "decision_clause", c1, "done_on", "2024-11-02", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (
      styr_workspace_set_decision_status (self, decision, "rejected", "2024-11-01", NULL));
  g_assert_cmpstr (fixture_get (fixture, "decision", decision, "status"), ==, "rejected");
  g_assert_false (styr_workspace_delete_decision (self, "decision", decision, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (styr_workspace_set_decision_status (self, decision, "proposed", NULL, &error));
  g_assert_true (styr_workspace_delete_decision (self, "decision", decision, &error));
  g_assert_null (styr_workspace_dup_decision (self, decision, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
}

static void
assert_state (Fixture *fixture, const char *clause, StyrClauseState state)
{
  g_autoptr (StyrRecord) record = styr_store_get (
      styr_workspace_get_store (fixture->workspace), "decision_clause", clause, NULL);

  g_assert_cmpint (
      styr_clause_get_state (record, "decided", styr_workspace_get_today (fixture->workspace)),
      ==,
      state);
}

static void
test_follow_up (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *decision = styr_workspace_create_decision (self, "Uppdrag", NULL, &error);
  g_autofree char *clause =
      fixture_add_clause (fixture, decision, "commission", "Utred frågan", NULL);
  g_autofree char *other =
      fixture_add_clause (fixture, decision, "other", "Ärendet är klart", NULL);
  g_autoptr (GPtrArray) list = NULL;

  set (fixture, "decision", decision, "unit_id", fixture->committee);
  set (fixture, "decision_clause", clause, "due_on", "2024-10-01");
  g_assert_false (styr_workspace_carry_out_clause (self, clause, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  styr_workspace_make_decision (self, decision, "2023-05-02", NULL, NULL, "§ 4", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "decision", decision, "body"), ==, "committee");
  g_assert_false (styr_workspace_strike_clause (self, other, "Inte vårt", &error));
  g_clear_error (&error);

  assert_state (fixture, clause, STYR_CLAUSE_LATE);
  g_assert_false (styr_workspace_postpone_clause (self, clause, "2025-03-01", " – ", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (
      styr_workspace_postpone_clause (self, clause, "2025-03-01", "Väntar på lagen", &error));
  assert_state (fixture, clause, STYR_CLAUSE_OPEN);
  g_assert_true (styr_workspace_carry_out_clause (self, clause, "2024-11-01", "Utrett", &error));
  assert_state (fixture, clause, STYR_CLAUSE_DONE);
  /* decided another year, and still to be reported back */
  list = styr_workspace_dup_decisions (self, STYR_DECISIONS_OPEN);
  g_assert_cmpuint (list->len, ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = styr_workspace_dup_decisions (self, STYR_DECISIONS_ALL);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (styr_record_get_text (list->pdata[i], "ref_id"), !=, decision);
  g_assert_true (styr_workspace_report_clause (self, clause, "2024-11-05", "§ 90", &error));
  assert_state (fixture, clause, STYR_CLAUSE_REPORTED);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = styr_workspace_dup_decisions (self, STYR_DECISIONS_OPEN);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (styr_workspace_reopen_clause (self, clause, &error));
  assert_state (fixture, clause, STYR_CLAUSE_OPEN);
  g_assert_true (styr_workspace_strike_clause (self, clause, "Frågan föll", &error));
  assert_state (fixture, clause, STYR_CLAUSE_STRUCK);
  g_assert_no_error (error);
}

/* The context: a nämnd sees what it decides, what is decided of its documents and what it is to
 * do. */
static void
test_context (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *decision = styr_workspace_create_decision (self, "Om budgeten", NULL, &error);
  g_autofree char *clause = fixture_add_clause (fixture, decision, "commission", "Spara", NULL);
  g_autoptr (GPtrArray) all = NULL, none = NULL, mine = NULL;

  set (fixture, "decision", decision, "unit_id", fixture->board);
  styr_workspace_set_year (self, 2024);
  all = styr_workspace_dup_decisions (self, STYR_DECISIONS_PROPOSED);
  g_assert_cmpuint (all->len, ==, 1);
  styr_workspace_set_unit_id (self, fixture->committee);
  none = styr_workspace_dup_decisions (self, STYR_DECISIONS_ALL);
  g_assert_cmpuint (none->len, ==, 0);
  set (fixture, "decision_clause", clause, "assignee_id", fixture->department);
  mine = styr_workspace_dup_decisions (self, STYR_DECISIONS_ALL);
  g_assert_cmpuint (mine->len, ==, 1);
}

/* What a count of the register says: the open commissions of its decisions are those of the
 * register of commissions, whoever is looked at. */
static void
assert_commissions (Fixture *fixture, const char *unit_id, guint expected)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GPtrArray) decisions = NULL, commissions = NULL;
  guint n_open = 0;

  styr_workspace_set_unit_id (self, unit_id);
  decisions = styr_workspace_dup_decisions (self, STYR_DECISIONS_OPEN);
  commissions = styr_workspace_dup_commissions (self, unit_id, FALSE);
  for (guint i = 0; i < decisions->len; i++)
    n_open += (guint) styr_record_get_int (decisions->pdata[i], "n_open");
  g_assert_cmpuint (n_open, ==, expected);
  g_assert_cmpuint (commissions->len, ==, expected);
}

/* The nämnd sees what it has given others to do, and what its department is to do because of
 * somebody else's decision, but not what that decision gives others. */
static void
test_commissions (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *own = styr_workspace_create_decision (self, "Om läsningen", NULL, &error);
  g_autofree char *other = styr_workspace_create_decision (self, "Om budgeten", NULL, &error);
  g_autofree char *given = fixture_add_clause (fixture, own, "commission", "Läs mer", NULL);
  g_autofree char *got = fixture_add_clause (fixture, other, "commission", "Spara", NULL);
  g_autofree char *others = fixture_add_clause (fixture, other, "commission", "Mät", NULL);

  set (fixture, "decision", own, "unit_id", fixture->committee);
  set (fixture, "decision", other, "unit_id", fixture->board);
  set (fixture, "decision_clause", given, "assignee_id", fixture->department);
  set (fixture, "decision_clause", got, "assignee_id", fixture->department);
  set (fixture, "decision_clause", others, "assignee_id", fixture->board);
  styr_workspace_set_year (self, 2024);
  assert_commissions (fixture, fixture->committee, 0);
  styr_workspace_make_decision (self, own, "2024-11-11", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_commissions (fixture, fixture->committee, 1);
  styr_workspace_make_decision (self, other, "2024-11-11", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_commissions (fixture, fixture->committee, 2);
  assert_commissions (fixture, fixture->department, 2);
  assert_commissions (fixture, fixture->board, 2);
  assert_commissions (fixture, NULL, 3);
  styr_workspace_set_year (self, 2023);
  assert_commissions (fixture, fixture->committee, 0);
}

/* What may be written in a decision that has been taken is the same by way of its document, also
 * when that is decided, and by way of the register. */
static void
assert_after (Fixture *fixture, const char *document, const char *decision, const char *clause)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *told = NULL, *status = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, document, "2024-11-02");
  status = g_strdup (fixture_get (fixture, "document", document, "status"));
  g_assert_cmpstr (status, ==, "decided");
  told = styr_workspace_add_decision_part (self, decision, "decision_recipient", &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_set_item (
      self, document, "decision_recipient", told, "name", "Länet", &error));
  g_assert_true (styr_workspace_set_item (
      self, document, "decision_recipient", told, "sent_on", "2024-11-12", &error));
  g_assert_true (styr_workspace_move_item (self, document, "decision_recipient", told, -1, &error));
  g_assert_cmpstr (fixture_get (fixture, "decision_recipient", told, "position"), ==, "0");
  g_assert_true (styr_workspace_remove_item (self, document, "decision_recipient", told, &error));
  g_assert_true (styr_workspace_set_item (
      self, document, "decision", decision, "registration_no", "2024/7", &error));
  g_assert_no_error (error);
  g_assert_false (styr_workspace_set_item (
      self, document, "decision", decision, "registration_no", "2024/8", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (styr_workspace_add_decision_part (self, decision, "decision_clause", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (styr_workspace_remove_item (self, document, "decision_clause", clause, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (styr_workspace_move_item (self, document, "decision_clause", clause, 1, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
}

/* The section of a document: the same item functions as other sections. */
static void
test_section (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "decisionProposal");
  const StyrSection *section = fixture_find_section (fixture, document, STYR_SECTION_DECISION);
  g_autofree char *decision = NULL, *first = NULL, *second = NULL, *recipient = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  StyrCompletion completion;

  decision = styr_workspace_add_decision (self, document, &error);
  first = styr_workspace_add_decision_part (self, decision, "decision_clause", &error);
  second = styr_workspace_add_decision_part (self, decision, "decision_clause", &error);
  recipient = styr_workspace_add_decision_part (self, decision, "decision_recipient", &error);
  g_assert_no_error (error);
  dossier = styr_workspace_dup_dossier (self, document, &error);
  completion = styr_dossier_get_section_completion (dossier, section);
  g_assert_cmpint (completion.done, ==, 0);
  g_assert_cmpint (completion.total, ==, 1);
  /* a proposal that was rejected is closed, and asked for nothing more */
  rows = styr_dossier_dup_rows (dossier, section);
  g_assert_cmpint (styr_dossier_get_decision_lack (dossier, rows->pdata[0]), ==, STYR_LACK_CLAUSE);
  styr_record_set_text (rows->pdata[0], "status", "rejected");
  g_assert_cmpint (styr_dossier_get_decision_lack (dossier, rows->pdata[0]), ==, STYR_LACK_NOTHING);
  g_clear_pointer (&rows, g_ptr_array_unref);
  styr_workspace_set_item (self, document, "decision_clause", first, "text", "Godkänns", &error);
  styr_workspace_set_item (
      self, document, "decision_recipient", recipient, "name", "Länet", &error);
  g_assert_no_error (error);
  g_clear_object (&dossier);
  dossier = styr_workspace_dup_dossier (self, document, &error);
  completion = styr_dossier_get_section_completion (dossier, section);
  g_assert_cmpint (completion.done, ==, 1);
  rows = styr_dossier_dup_rows (dossier, section);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (styr_workspace_move_item (self, document, "decision_clause", second, -1, &error));
  g_assert_cmpstr (fixture_get (fixture, "decision_clause", first, "position"), ==, "1");
  g_assert_true (styr_workspace_remove_item (self, document, "decision_clause", second, &error));
  g_assert_false (
      styr_workspace_set_item (self, document, "decision_clause", second, "text", "Borta", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* another document's decision isn't this one's */
  {
    g_autofree char *other = fixture_create (fixture, TYPE);

    g_assert_false (styr_workspace_set_item (
        self, other, "decision_clause", first, "text", "Fel dokument", &error));
    g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
    g_clear_error (&error);
  }
  styr_workspace_make_decision (
      self, decision, "2024-11-01", "committee", NULL, "§ 2", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      styr_workspace_set_item (self, document, "decision_clause", first, "text", "Nej", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_after (fixture, document, decision, first);
}

/* A new version of a document that holds decisions proposes anew: the clauses, about itself,
 * without days and §. */
static void
test_version (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "decisionProposal");
  g_autofree char *decision = NULL, *clause = NULL, *copy = NULL, *about = NULL, *status = NULL;
  g_autoptr (GError) error = NULL;

  decision = styr_workspace_add_decision (self, document, &error);
  clause = fixture_add_clause (fixture, decision, "adopt", "Antas", document);
  styr_workspace_make_decision (self, decision, "2024-10-01", "council", NULL, "§ 3", NULL, &error);
  g_assert_no_error (error);
  copy = styr_workspace_new_version (self, document, &error);
  g_assert_no_error (error);
  status = count (fixture,
                  "SELECT status || coalesce (on_date, '') || coalesce (section_no, '') AS value "
                  "FROM decision WHERE document_id = ?1",
                  copy);
  g_assert_cmpstr (status, ==, "proposed");
  about = count (fixture,
                 "SELECT l.document_id AS value FROM decision_clause AS l JOIN decision AS c "
                 "ON c.id = l.decision_id WHERE c.document_id = ?1",
                 copy);
  g_assert_cmpstr (about, ==, copy);
}

/* A version that begins later: the old one applies till then, and is superseded on the day. */
static void
test_later (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *old = fixture_create (fixture, TYPE);
  g_autofree char *decision = NULL, *clause = NULL, *made = NULL;
  g_autoptr (GPtrArray) overlaps = NULL, chain = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, old, "2022-03-01");
  made = styr_workspace_new_version (self, old, &error);
  decision = styr_workspace_create_decision (self, "Från nyår", made, &error);
  clause = fixture_add_clause (fixture, decision, "adopt", "Antas från nyår", made);
  set (fixture, "decision_clause", clause, "valid_from", "2025-01-01");
  styr_workspace_make_decision (self, decision, "2024-11-01", NULL, NULL, "§ 3", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", made, "valid_from"), ==, "2025-01-01");
  g_assert_cmpstr (fixture_get (fixture, "document", old, "status"), ==, "decided");
  g_assert_cmpstr (fixture_get (fixture, "document", old, "valid_to"), ==, "2024-12-31");
  overlaps = styr_workspace_dup_findings (self, "N33", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overlaps->len, ==, 0);
  chain = styr_workspace_dup_replaces_chain (self, made);
  g_assert_cmpuint (chain->len, ==, 2);
  g_assert_cmpstr (styr_record_get_id (chain->pdata[0]), ==, old);
  g_assert_true (styr_workspace_settle (self, &error));
  g_assert_cmpstr (fixture_get (fixture, "document", old, "status"), ==, "decided");
  styr_workspace_set_today (self, "2025-01-01");
  g_assert_cmpstr (fixture_get (fixture, "document", old, "status"), ==, "superseded");
}

static gboolean
is_listed (Fixture *fixture, const char *document_id)
{
  g_autoptr (GPtrArray) all = styr_workspace_dup_decisions (fixture->workspace, STYR_DECISIONS_ALL);

  for (guint i = 0; i < all->len; i++)
    if (styr_record_is (all->pdata[i], "ref_id", document_id))
      return TRUE;
  return FALSE;
}

/* A draft with a day on its card isn't decided. */
static void
test_draft_not_listed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autoptr (GError) error = NULL;

  styr_workspace_set_card (fixture->workspace, plan, "decided_on", "2024-02-01", &error);
  g_assert_no_error (error);
  styr_workspace_set_year (fixture->workspace, FIXTURE_YEAR);
  g_assert_false (is_listed (fixture, plan));
  fixture_decide (fixture, plan, "2024-02-01");
  g_assert_true (is_listed (fixture, plan));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/decisions/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("clause-kind", test_clause_kind);
  ADD ("to-decide", test_to_decide);
  ADD ("clauses", test_clauses);
  ADD ("refused", test_refused);
  ADD ("follow-up", test_follow_up);
  ADD ("context", test_context);
  ADD ("commissions", test_commissions);
  ADD ("section", test_section);
  ADD ("version", test_version);
  ADD ("later", test_later);
  ADD ("draft-not-listed", test_draft_not_listed);
  return g_test_run ();
}
