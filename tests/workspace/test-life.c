/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-decisions.h"
#include "styr-workspace-findings.h"
#include "workspace-fixture.h"

#include <string.h>

#define TYPE "administrativeGuideline"

static gboolean
execute_cb (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_execute (store, error, data, NULL);
}

static void
execute (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  styr_store_write (
      styr_workspace_get_store (fixture->workspace), sql, NULL, execute_cb, (gpointer) sql, &error);
  g_assert_no_error (error);
}

/* A field that need not apply: the reason counts as an answer, and takes turns with a value. */
static void
test_not_applicable (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "decisionProposal");
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  const char *field = "consequences.children", *always = NULL;
  const StyrDocumentType *type;
  StyrCompletion empty, answered;

  dossier = styr_workspace_dup_dossier (self, document, &error);
  type = styr_dossier_get_document_type (dossier);
  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];

      for (guint j = 0; always == NULL && j < section->fields->len; j++)
        {
          const StyrField *one = section->fields->pdata[j];
          g_autofree char *key = g_strconcat (section->id, ".", one->id, NULL);

          if (!one->may_not_apply)
            always = g_intern_string (key);
        }
    }
  empty = styr_dossier_get_completion (dossier);
  g_assert_false (
      styr_workspace_set_not_applicable (self, document, NULL, always, "Behövs inte", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (styr_workspace_set_not_applicable (self, document, NULL, field, "-", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);

  g_assert_true (styr_workspace_set_value (self, document, NULL, field, "Barnen hörs", &error));
  before = fixture_dump (self);
  g_assert_true (
      styr_workspace_set_not_applicable (self, document, NULL, field, "Rör inga barn", &error));
  g_clear_object (&dossier);
  dossier = styr_workspace_dup_dossier (self, document, &error);
  g_assert_null (styr_dossier_get_value (dossier, NULL, field));
  g_assert_cmpstr (styr_dossier_get_not_applicable (dossier, NULL, field), ==, "Rör inga barn");
  answered = styr_dossier_get_completion (dossier);
  g_assert_cmpint (answered.total, ==, empty.total);
  g_assert_cmpint (answered.done, ==, empty.done + 1);
  g_assert_true (styr_workspace_undo (self, &error));
  after = fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (styr_workspace_redo (self, &error));

  g_assert_true (styr_workspace_set_value (self, document, NULL, field, "Jo, barnen", &error));
  g_clear_object (&dossier);
  dossier = styr_workspace_dup_dossier (self, document, &error);
  g_assert_null (styr_dossier_get_not_applicable (dossier, NULL, field));
  g_assert_cmpstr (styr_dossier_get_value (dossier, NULL, field), ==, "Jo, barnen");
  g_assert_no_error (error);
}

/* As weeks later: it went out long ago, and the day of the answers has passed. */
static void
let_time_pass (StyrWorkspace *self, GPtrArray *answers)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < answers->len; i++)
    {
      const char *id = styr_record_get_id (answers->pdata[i]);

      styr_workspace_set_consultation (self, id, "sent_on", "2024-10-01", &error);
      g_assert_no_error (error);
      styr_workspace_set_consultation (self, id, "due_on", "2024-11-01", &error);
      g_assert_no_error (error);
    }
}

static void
test_consultation (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  const char *const units[] = { fixture->committee, fixture->board, NULL };
  const char *const names[] = { "Föreningen", NULL };
  g_autofree char *document = fixture_create (fixture, "politicalGuideline");
  g_autofree char *version = NULL;
  g_autoptr (GPtrArray) asked = NULL, answers = NULL, left = NULL, fewer = NULL, kept = NULL,
                        fresh = NULL;
  g_autoptr (GError) error = NULL;
  const char *first, *last;

  g_assert_false (
      styr_workspace_send_consultation (self, document, NULL, NULL, "2024-12-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  styr_workspace_send_consultation (self, document, units, names, "2024-12-01", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", document, "status"), ==, "consultation");
  styr_workspace_send_consultation (self, document, units, NULL, "2024-12-01", &error);
  g_assert_no_error (error);
  asked = styr_workspace_dup_consultation (self, document);
  let_time_pass (self, asked);
  answers = styr_workspace_dup_consultation (self, document);
  g_assert_cmpuint (answers->len, ==, 3);
  g_assert_true (styr_record_is (answers->pdata[0], "state", "late"));
  first = styr_record_get_id (answers->pdata[0]);
  g_assert_false (styr_workspace_set_consultation (self, first, "stance", "kanske", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_set_consultation (self, first, "stance", "partly", &error));
  g_assert_true (styr_workspace_set_consultation (self, first, "text", "Mer tid", &error));
  g_assert_true (
      styr_workspace_set_consultation (self, first, "taken_up", "Fristen längre", &error));
  left = styr_workspace_dup_consultation (self, document);
  g_assert_true (styr_record_is (left->pdata[0], "state", "answered"));
  g_assert_true (styr_record_is (left->pdata[1], "state", "late"));
  g_assert_true (styr_record_is (left->pdata[2], "state", "late"));
  /* whoever was asked by mistake */
  last = styr_record_get_id (left->pdata[2]);
  g_assert_true (styr_workspace_remove_consultation (self, last, &error));
  fewer = styr_workspace_dup_consultation (self, document);
  g_assert_cmpuint (fewer->len, ==, 2);
  g_assert_false (styr_workspace_remove_consultation (self, last, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (styr_workspace_undo (self, &error));

  styr_workspace_set_status (
      self, document, STYR_DOCUMENT_PREPARED, NULL, NULL, NULL, NULL, &error);
  kept = styr_workspace_dup_consultation (self, document);
  g_assert_cmpuint (kept->len, ==, 3);
  g_assert_true (styr_record_is (kept->pdata[0], "answered_on", "2024-11-15"));
  fixture_decide (fixture, document, "2024-11-10");
  g_assert_false (styr_workspace_set_consultation (self, first, "text", "För sent", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (styr_workspace_remove_consultation (self, first, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  version = styr_workspace_new_version (self, document, &error);
  g_assert_no_error (error);
  fresh = styr_workspace_dup_consultation (self, version);
  g_assert_cmpuint (fresh->len, ==, 0);
}

/* The next review is counted from the last one, else from the decision; one place says it. */
static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, TYPE);
  g_autofree char *due = NULL, *review = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (styr_workspace_dup_review_due (self, document));
  g_assert_null (styr_workspace_add_review (self, document, NULL, "fit", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  styr_workspace_set_card (self, document, "follow_up_months", "18", &error);
  fixture_decide (fixture, document, "2023-08-31");
  due = styr_workspace_dup_review_due (self, document);
  g_assert_cmpstr (due, ==, "2025-02-28"); /* not into March */
  g_assert_cmpstr (fixture_get (fixture, "document", document, "follow_up_on"), ==, "2025-02-28");
  g_clear_pointer (&due, g_free);

  g_assert_null (styr_workspace_add_review (self, document, "2024-11-15", "bra", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  review = styr_workspace_add_review (
      self, document, "2024-11-15", "change", "Begreppen är föråldrade", &error);
  g_assert_no_error (error);
  due = styr_workspace_dup_review_due (self, document);
  g_assert_cmpstr (due, ==, "2026-05-15");
  g_assert_cmpstr (fixture_get (fixture, "document", document, "follow_up_on"), ==, "2026-05-15");
  g_assert_cmpstr (fixture_get (fixture, "document", document, "follow_up_result"),
                   ==,
                   "Begreppen är föråldrade");
  g_assert_false (fixture_is_review_late (fixture, document, "2026-01-01"));
  g_assert_true (fixture_is_review_late (fixture, document, "2026-05-16"));
  reviews = styr_workspace_dup_reviews (self, document);
  g_assert_cmpuint (reviews->len, ==, 1);
  dossier = styr_workspace_dup_dossier (self, document, &error);
  g_assert_true (
      styr_record_is (styr_dossier_get_document (dossier), "review_due_on", "2026-05-15"));
  g_assert_true (styr_workspace_undo (self, NULL));
  g_assert_cmpstr (fixture_get (fixture, "document", document, "follow_up_on"), ==, "2025-02-28");
}

/* Publication and revocation say when, where, by whom and why. */
static void
test_publication (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "directionDocument");
  g_autofree char *next = NULL;
  g_autoptr (StyrRecord) draft = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *events;

  g_assert_false (styr_workspace_publish_document (self, document, NULL, "external", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  fixture_decide (fixture, document, "2024-05-01");
  g_assert_false (
      styr_workspace_publish_document (self, document, "2024-05-09", "intranet", NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  styr_workspace_publish_document (
      self, document, "2024-05-09", "intranet", "Rör bara medarbetare", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", document, "status"), ==, "published");
  g_assert_cmpstr (fixture_get (fixture, "document", document, "published_on"), ==, "2024-05-09");
  g_assert_cmpstr (fixture_get (fixture, "document", document, "publication"), ==, "intranet");
  g_assert_null (styr_workspace_dup_next_draft (self, document));
  next = styr_workspace_new_version (self, document, &error);
  draft = styr_workspace_dup_next_draft (self, document);
  g_assert_cmpstr (styr_record_get_id (draft), ==, next);
  styr_workspace_set_status (self,
                             document,
                             STYR_DOCUMENT_REVOKED,
                             "2024-11-01",
                             fixture->committee,
                             "§ 77",
                             "KFN 2024/9",
                             &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get (fixture, "document", document, "revoked_on"), ==, "2024-11-01");
  dossier = styr_workspace_dup_dossier (self, document, &error);
  events = styr_dossier_get_records (dossier, "document_event");
  g_assert_cmpuint (events->len, ==, 4); /* draft, decided, published, revoked */
  g_assert_true (styr_record_is (events->pdata[2], "note", "Rör bara medarbetare"));
  g_assert_true (styr_record_is (events->pdata[3], "section_no", "§ 77"));
  g_assert_true (styr_record_is (events->pdata[3], "body", fixture->committee));
  g_assert_true (styr_record_is (events->pdata[3], "position", "3"));
}

/* Versions and replacements in one chain, whichever document is asked, and no end in a circle. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *first = fixture_create (fixture, TYPE);
  g_autofree char *other = fixture_create (fixture, "politicalGuideline");
  g_autofree char *second = NULL, *circle = NULL;
  g_autoptr (GPtrArray) chain = NULL, round = NULL, overlaps = NULL;
  g_autoptr (GError) error = NULL;

  fixture_decide (fixture, first, "2020-01-01");
  second = styr_workspace_new_version (self, first, &error);
  fixture_decide (fixture, second, "2022-01-01");
  g_assert_cmpstr (fixture_get (fixture, "document", first, "status"), ==, "superseded");
  g_assert_cmpstr (fixture_get (fixture, "document", first, "valid_to"), ==, "2021-12-31");
  /* another document in its place, which then supersedes it */
  g_assert_true (styr_workspace_set_card (self, other, "replaces_id", second, &error));
  fixture_decide (fixture, other, "2024-01-01");
  g_assert_cmpstr (fixture_get (fixture, "document", second, "status"), ==, "superseded");
  chain = styr_workspace_dup_replaces_chain (self, second);
  g_assert_cmpuint (chain->len, ==, 3);
  g_assert_cmpstr (styr_record_get_id (chain->pdata[0]), ==, first);
  g_assert_cmpstr (styr_record_get_id (chain->pdata[1]), ==, second);
  g_assert_cmpstr (styr_record_get_id (chain->pdata[2]), ==, other);

  execute (fixture, "UPDATE document SET status = 'decided', valid_to = NULL");
  overlaps = styr_workspace_dup_findings (self, "N33", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overlaps->len, ==, 2);
  g_assert_nonnull (strstr (styr_record_get_text (overlaps->pdata[0], "text"), "took its place"));

  circle = g_strdup_printf ("UPDATE document SET replaces_id = '%s' WHERE id = '%s'", other, first);
  execute (fixture, circle);
  round = styr_workspace_dup_replaces_chain (self, first);
  g_assert_cmpuint (round->len, ==, 3);
}

/* A plan of this year that says that it replaces last year's doesn't take last year's away. */
static void
test_last_year_stays (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *last =
      styr_workspace_create_document (self, "assignmentPlan", fixture->committee, 2023, &error);
  g_autofree char *now =
      styr_workspace_create_document (self, "assignmentPlan", fixture->committee, 2024, &error);

  g_assert_no_error (error);
  fixture_decide (fixture, last, "2022-12-01");
  g_assert_true (styr_workspace_set_card (self, now, "replaces_id", last, &error));
  fixture_decide (fixture, now, "2023-12-01");
  g_assert_cmpstr (fixture_get (fixture, "document", last, "status"), ==, "decided");
  g_assert_null (fixture_get (fixture, "document", last, "valid_to"));
}

static void
test_joint (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "jointClimateVision");
  g_autofree char *version = NULL;
  g_autoptr (StyrDossier) alone = NULL, named = NULL;
  g_autoptr (GError) error = NULL;
  int before;

  alone = styr_workspace_dup_dossier (self, document, &error);
  before = styr_dossier_get_card_completion (alone).done;
  g_assert_true (styr_workspace_set_card (self, document, "is_joint", "1", &error));
  g_assert_true (styr_workspace_set_card (self, document, "partners", "Grannkommunen", &error));
  named = styr_workspace_dup_dossier (self, document, &error);
  g_assert_cmpint (styr_dossier_get_card_completion (named).done, ==, before + 1);
  g_assert_true (styr_workspace_set_card (self, document, "designation", "Vårt namn", &error));
  g_assert_false (styr_workspace_set_card (self, document, "is_joint", "ja", &error));
  g_clear_error (&error);
  fixture_decide (fixture, document, "2024-01-15");
  version = styr_workspace_new_version (self, document, &error);
  g_assert_cmpstr (fixture_get (fixture, "document", version, "partners"), ==, "Grannkommunen");
  g_assert_cmpstr (fixture_get (fixture, "document", version, "is_joint"), ==, "1");
}

static void
test_targets (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "overallGoals");
  g_autofree char *version = NULL;
  g_autoptr (StyrDossier) dossier = NULL, copy = NULL, emptied = NULL;
  g_autoptr (GError) error = NULL;
  const char *criterion;
  GPtrArray *targets;

  fixture_fill (fixture, document);
  dossier = styr_workspace_dup_dossier (self, document, &error);
  g_assert_cmpuint (styr_dossier_get_records (dossier, "criterion")->len, >, 0);
  criterion = styr_record_get_id (styr_dossier_get_records (dossier, "criterion")->pdata[0]);
  g_assert_true (
      styr_workspace_set_target (self, document, criterion, 2025, "value", "12.5", &error));
  g_assert_true (
      styr_workspace_set_target (self, document, criterion, 2024, "text", "öka", &error));
  g_assert_false (
      styr_workspace_set_target (self, document, criterion, 2024, "value", "x", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (styr_workspace_set_target (self, document, "borta", 2024, "value", "1", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_decide (fixture, document, "2024-01-15");
  version = styr_workspace_new_version (self, document, &error);
  copy = styr_workspace_dup_dossier (self, version, &error);
  targets = styr_dossier_get_records (copy, "criterion_target");
  g_assert_cmpuint (targets->len, ==, 2);
  g_assert_true (styr_record_is (targets->pdata[0], "year", "2024"));
  g_assert_true (styr_record_is (targets->pdata[1], "value", "12.5"));
  g_assert_nonnull (styr_dossier_find (
      copy, "criterion", styr_record_get_text (targets->pdata[0], "criterion_id")));
  g_assert_true (
      styr_workspace_set_target (self,
                                 version,
                                 styr_record_get_text (targets->pdata[0], "criterion_id"),
                                 2024,
                                 "text",
                                 "",
                                 &error));
  emptied = styr_workspace_dup_dossier (self, version, &error);
  g_assert_cmpuint (styr_dossier_get_records (emptied, "criterion_target")->len, ==, 1);
}

/* What a reference names is found by its own name, not by its id in a form. */
static void
test_search_skips_ids (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, TYPE);
  g_autofree char *sql = NULL;
  g_autoptr (GPtrArray) by_id = NULL, by_part = NULL, by_short_id = NULL, by_text = NULL;

  sql = g_strdup_printf ("INSERT INTO document_value (document_id, owner_id, field, value) VALUES "
                         "('%1$s', '%1$s', 'a', '%2$s'), ('%1$s', '%1$s', 'b', 'kontor'), "
                         "('%1$s', '%1$s', 'c', 'ett kontor på hörnet')",
                         document,
                         fixture->committee);
  execute (fixture, sql);
  by_id = styr_workspace_search (self, fixture->committee, 10);
  g_assert_cmpuint (by_id->len, ==, 0);
  by_text = styr_workspace_search (self, "hörnet", 10);
  g_assert_cmpuint (by_text->len, ==, 1);
  by_short_id = styr_workspace_search (self, "kontor", 10);
  for (guint i = 0; i < by_short_id->len; i++)
    g_assert_false (g_str_has_suffix (styr_record_get_text (by_short_id->pdata[i], "ref"), "/b"));
  execute (fixture, "UPDATE document_value SET value = 'nu en mening' WHERE field = 'b'");
  by_part = styr_workspace_search (self, "mening", 10);
  g_assert_cmpuint (by_part->len, ==, 1);
}

static void
set_up_northern (Fixture *fixture, gconstpointer data)
{
  fixture_set_up_package (fixture, "norrtalje");
}

/* What isn't part of the decision can be written afterwards, and only that: who answers for the
 * document, and the number that it is given when it has been decided. */
static void
test_after_decision (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "regulation");
  g_autoptr (StyrDossier) before = NULL, lacking = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  const StyrSection *section;

  styr_workspace_set_value (self, document, NULL, "scope.subject", "Planering", &error);
  styr_workspace_set_value (self, document, NULL, "scope.authority", "KL 6 kap.", &error);
  g_assert_no_error (error);
  before = styr_workspace_dup_dossier (self, document, &error);
  section = styr_document_type_find_section (styr_dossier_get_document_type (before), "scope");
  g_assert_cmpint (styr_dossier_get_section_completion (before, section).total, ==, 2);
  g_assert_cmpint (styr_dossier_get_section_completion (before, section).done, ==, 2);
  fixture_decide (fixture, document, "2024-05-01");
  lacking = styr_workspace_dup_dossier (self, document, &error);
  g_assert_cmpint (styr_dossier_get_section_completion (lacking, section).total, ==, 3);
  g_assert_cmpint (styr_dossier_get_section_completion (lacking, section).done, ==, 2);

  g_assert_false (
      styr_workspace_set_value (self, document, NULL, "scope.subject", "Annat", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (
      styr_workspace_set_value (self, document, NULL, "scope.statutes", "NFS 2024:3", &error));
  after = styr_workspace_dup_dossier (self, document, &error);
  g_assert_cmpint (styr_dossier_get_section_completion (after, section).done, ==, 3);

  g_assert_false (styr_workspace_set_card (self, document, "period_from", "2024-01-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (styr_workspace_set_card (self, document, "responsible", "Kommunjurist", &error));
  g_assert_true (styr_workspace_set_card (self, document, "responsible", "Kanslichef", &error));
  g_assert_cmpstr (fixture_get (fixture, "document", document, "responsible"), ==, "Kanslichef");
  g_assert_true (styr_workspace_undo (self, &error));
  g_assert_false (
      g_strcmp0 (fixture_get (fixture, "document", document, "responsible"), "Kanslichef") == 0);
}

/* What a rule says to do can't be done in a document that has been decided: that is said. */
static void
test_remedy (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *document = fixture_create (fixture, "officialStatement");
  g_autoptr (GPtrArray) findings = NULL;
  guint n_locked = 0;

  fixture_decide (fixture, document, "2024-05-01");
  findings = styr_workspace_dup_findings_of (self, "document", document);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *remedy = styr_record_get_text (findings->pdata[i], "remedy");

      n_locked += remedy != NULL && strstr (remedy, "make a new version") != NULL;
    }
  g_assert_cmpuint (n_locked, >, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/life/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("not-applicable", test_not_applicable);
  ADD ("consultation", test_consultation);
  ADD ("reviews", test_reviews);
  ADD ("publication", test_publication);
  ADD ("chain", test_chain);
  ADD ("last-year-stays", test_last_year_stays);
  ADD ("joint", test_joint);
  ADD ("targets", test_targets);
  ADD ("search-skips-ids", test_search_skips_ids);
  g_test_add ("/life/after-decision",
              Fixture,
              NULL,
              set_up_northern,
              test_after_decision,
              fixture_tear_down);
  g_test_add ("/life/remedy", Fixture, NULL, set_up_northern, test_remedy, fixture_tear_down);
  return g_test_run ();
}
