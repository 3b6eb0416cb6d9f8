/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-enum-types.h"
#include "workspace-fixture.h"

#include <stdlib.h>

/* Every document type of every package: created, filled in, decided, renewed, read again. */

typedef struct
{
  char *package, *type;
} TypeCase;

static guint
count (StyrDossier *dossier, const char *kind)
{
  g_autoptr (GPtrArray) own = styr_dossier_dup_where (
      dossier, kind, "document_id", styr_record_get_id (styr_dossier_get_document (dossier)));

  return own->len;
}

static char *
status_of (Fixture *fixture, const char *id)
{
  return styr_workspace_dup_one (
      fixture->workspace, "SELECT status AS value FROM document WHERE id = ?1", id, NULL, NULL);
}

static void
assert_status (Fixture *fixture, const char *id, const char *status)
{
  g_autofree char *now = status_of (fixture, id);

  g_assert_cmpstr (now, ==, status);
}

static void
assert_complete (Fixture *fixture, const char *id)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);

  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);
      StyrCompletion completion = styr_dossier_get_section_completion (dossier, section);

      if (completion.done != completion.total)
        g_test_message ("%s.%s", type->id, section->id);
      g_assert_cmpint (completion.done, ==, completion.total);
    }
}

static void
assert_read_only (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);

  g_assert_false (styr_dossier_is_editable (dossier));
  g_assert_false (styr_workspace_set_card (fixture->workspace, id, "title", "Annat", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (styr_workspace_delete_document (fixture->workspace, id, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
}

static void
assert_same_content (Fixture *fixture, const char *old_id, const char *new_id)
{
  static const char *const kinds[] = { "goal",           "document_row",
                                       "assessment",     "criterion_outcome",
                                       "activity",       "measure",
                                       "feedback_total", "budget_line" };
  g_autoptr (StyrDossier) old = styr_workspace_dup_dossier (fixture->workspace, old_id, NULL);
  g_autoptr (StyrDossier) new = styr_workspace_dup_dossier (fixture->workspace, new_id, NULL);
  const char *sql = "SELECT group_concat (v, '|') AS value FROM (SELECT value AS v FROM "
                    "document_value WHERE document_id = ?1 ORDER BY field, value)";
  g_autofree char *old_values =
      styr_workspace_dup_one (fixture->workspace, sql, old_id, NULL, NULL);
  g_autofree char *new_values =
      styr_workspace_dup_one (fixture->workspace, sql, new_id, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (count (old, kinds[i]), ==, count (new, kinds[i]));
  g_assert_cmpstr (old_values, ==, new_values);
  g_assert_cmpint (styr_record_get_int (styr_dossier_get_document (new), "version"), ==, 2);
  g_assert_true (styr_record_is (styr_dossier_get_document (new), "replaces_id", old_id));
}

static gboolean
is_in_use (const StyrDocumentType *type)
{
  return type->retired_from == NULL || atoi (type->retired_from) > FIXTURE_YEAR;
}

/* Decided plans with goals, for the sections that assess or carry them out. */
static void
make_plans_of (Fixture *fixture, const char *type_id)
{
  StyrModel *model = styr_workspace_get_model (fixture->workspace);
  const StyrDocumentType *type = styr_model_find_document_type (model, type_id);

  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];
      const StyrDocumentType *plan =
          section->document_type != NULL && !g_str_equal (section->document_type, type_id)
              ? styr_model_find_document_type (model, section->document_type)
              : NULL;
      g_autofree char *made = NULL, *id = NULL;

      if (plan == NULL || !is_in_use (plan))
        continue;
      made = styr_workspace_dup_one (fixture->workspace,
                                     "SELECT id AS value FROM document WHERE type = ?1 AND "
                                     "status = 'decided'",
                                     plan->id,
                                     NULL,
                                     NULL);
      if (made != NULL)
        continue;
      make_plans_of (fixture, plan->id);
      id = fixture_create (fixture, plan->id);
      fixture_fill (fixture, id);
      fixture_decide (fixture, id, "2023-12-11");
    }
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  const char *type = ((const TypeCase *) data)->type;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *renewed = NULL;
  g_autofree char *valid_to = NULL;

  make_plans_of (fixture, type);
  id = fixture_create (fixture, type);
  assert_status (fixture, id, "draft");
  fixture_fill (fixture, id);
  assert_complete (fixture, id);

  g_assert_false (styr_workspace_set_status (
      fixture->workspace, id, STYR_DOCUMENT_DECIDED, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  fixture_decide (fixture, id, "2024-02-05");
  assert_status (fixture, id, "decided");
  assert_read_only (fixture, id);

  fixture_reopen (fixture);
  assert_complete (fixture, id);
  renewed = styr_workspace_new_version (fixture->workspace, id, &error);
  g_assert_no_error (error);
  assert_same_content (fixture, id, renewed);
  assert_complete (fixture, renewed);
  assert_status (fixture, id, "decided");
  g_assert_null (styr_workspace_new_version (fixture->workspace, id, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);

  fixture_decide (fixture, renewed, "2024-06-10");
  assert_status (fixture, renewed, "decided");
  assert_status (fixture, id, "superseded");
  valid_to = styr_workspace_dup_one (
      fixture->workspace, "SELECT valid_to AS value FROM document WHERE id = ?1", id, NULL, NULL);
  g_assert_nonnull (valid_to);
}

/* The § comes with the minutes, after the decision: it can be filled in once, and undone. */
static void
test_late_card (Fixture *fixture, gconstpointer data)
{
  static const char *const late[][2] = { { "section_no", "12" },
                                         { "registration_no", "KS 2024/17" },
                                         { "informed_on", "2024-03-01" } };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_create (fixture, "assignmentPlan");
  g_autofree char *body = NULL;
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);

  body = styr_workspace_dup_decider (fixture->workspace, dossier, NULL);
  styr_workspace_set_status (
      fixture->workspace, id, STYR_DOCUMENT_DECIDED, "2024-02-05", body, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      g_autoptr (StyrDossier) after = NULL;

      g_assert_true (styr_workspace_comes_late (late[i][0]));
      g_assert_true (
          styr_workspace_set_card (fixture->workspace, id, late[i][0], late[i][1], &error));
      g_assert_no_error (error);
      after = styr_workspace_dup_dossier (fixture->workspace, id, NULL);
      g_assert_true (styr_record_is (styr_dossier_get_document (after), late[i][0], late[i][1]));
      g_assert_false (styr_workspace_set_card (fixture->workspace, id, late[i][0], "9", &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
      g_clear_error (&error);
    }
  g_assert_false (styr_workspace_set_card (fixture->workspace, id, "replaces", "Annan", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = fixture_create (fixture, "assignmentPlan");
  g_autofree char *guideline = fixture_create (fixture, "politicalGuideline");
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, &error);
  StyrRecord *document = styr_dossier_get_document (dossier);
  g_autofree char *before = NULL;
  g_autofree char *reason = NULL;

  g_assert_cmpstr (styr_record_get_text (document, "title"),
                   ==,
                   "Uppdragsplan 2024 – Kultur- och fritidsnämnden");
  g_assert_cmpstr (styr_record_get_text (document, "period_from"), ==, "2024-01-01");
  g_assert_cmpstr (styr_record_get_text (document, "period_to"), ==, "2024-12-31");
  g_assert_cmpstr (styr_record_get_text (document, "decided_by"), ==, "committee");
  before = styr_workspace_dup_decider (fixture->workspace, dossier, &reason);
  g_assert_cmpstr (before, ==, "committee");

  /* A second one of the same unit and year is refused by name. */
  g_assert_null (styr_workspace_create_document (
      fixture->workspace, "assignmentPlan", fixture->committee, FIXTURE_YEAR, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "Uppdragsplan 2024"));
  g_clear_error (&error);
  g_assert_null (styr_workspace_create_document (
      fixture->workspace, "assignmentPlan", NULL, FIXTURE_YEAR, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (styr_workspace_create_document (
      fixture->workspace, "assignmentPlan", fixture->department, FIXTURE_YEAR, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);

  /* The decider follows the answers until somebody chooses another. */
  styr_workspace_set_card (fixture->workspace, guideline, "law_requires_council", "yes", &error);
  g_assert_no_error (error);
  g_clear_object (&dossier);
  dossier = styr_workspace_dup_dossier (fixture->workspace, guideline, NULL);
  g_assert_cmpstr (
      styr_record_get_text (styr_dossier_get_document (dossier), "decided_by"), ==, "council");

  g_assert_false (
      styr_workspace_set_card (fixture->workspace, id, "period_to", "2023-01-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  const StyrSection *goals = fixture_find_section (fixture, plan, STYR_SECTION_GOALS);
  g_autoptr (GError) error = NULL;
  g_autofree char *goal =
      styr_workspace_add_goal (fixture->workspace, plan, goals->id, NULL, &error);
  g_autofree char *criterion =
      styr_workspace_add_criterion (fixture->workspace, plan, goal, STYR_CRITERION_NUMBER, &error);
  const char *const bad[][3] = {
    { "target_value", "många", "criterion" }, { "due_on", "2024-02-30", "criterion" },
    { "kind", "gissning", "criterion" },      { "kind", "", "criterion" },
    { "id", "annat", "criterion" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (styr_workspace_set_item (
          fixture->workspace, plan, bad[i][2], criterion, bad[i][0], bad[i][1], &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
      g_clear_error (&error);
    }
  g_assert_false (
      styr_workspace_set_value (fixture->workspace, plan, NULL, "ingen.alls", "x", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (styr_workspace_set_assessment (
      fixture->workspace, plan, goal, STYR_STAGE_DECISION, "grade", "toppen", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

/* Two years of the same plan: what the new one takes over, and what it doesn't. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *recurs = NULL;
  g_autoptr (StyrDossier) before = NULL;
  g_autoptr (StyrDossier) after = NULL;

  fixture_make_plans (fixture, "assignmentPlan");
  old = fixture_create (fixture, "assignmentPlan");
  fixture_fill (fixture, old);
  new = styr_workspace_create_document (
      fixture->workspace, "assignmentPlan", fixture->committee, FIXTURE_YEAR + 1, &error);
  g_assert_no_error (error);
  g_assert_false (styr_workspace_can_copy_previous (fixture->workspace, old));
  g_assert_true (styr_workspace_can_copy_previous (fixture->workspace, new));
  styr_workspace_copy_previous (fixture->workspace, new, &error);
  g_assert_no_error (error);
  g_assert_false (styr_workspace_can_copy_previous (fixture->workspace, new));

  before = styr_workspace_dup_dossier (fixture->workspace, old, NULL);
  after = styr_workspace_dup_dossier (fixture->workspace, new, NULL);
  g_assert_cmpuint (count (after, "goal"), ==, count (before, "goal"));
  g_assert_cmpuint (count (after, "document_row"), ==, count (before, "document_row"));
  g_assert_cmpuint (styr_dossier_get_records (after, "criterion")->len, ==, 6);
  g_assert_cmpuint (styr_dossier_get_records (after, "goal_link")->len,
                    ==,
                    styr_dossier_get_records (before, "goal_link")->len);
  g_assert_true (styr_record_is (styr_dossier_get_document (after), "copied_from_id", old));
  recurs = styr_workspace_dup_one (
      fixture->workspace,
      "SELECT count (*) AS value FROM goal g JOIN goal o ON o.id = g.recurs_from_id "
      "WHERE g.document_id = ?1 AND o.document_id = ?2 AND o.label IS g.label",
      new,
      old,
      NULL);
  g_assert_cmpstr (recurs, ==, "2");
}

/* A quality report that is being written follows over to the goals of the plan's new version. */
static void
test_supersede (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *report = NULL;
  g_autofree char *renewed = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GPtrArray) goals = NULL;

  fixture_make_plans (fixture, NULL);
  plan = styr_workspace_find_document (
      fixture->workspace, "assignmentPlan", fixture->committee, FIXTURE_YEAR);
  report = fixture_create (fixture, "qualityReport");
  fixture_fill (fixture, report);
  renewed = styr_workspace_new_version (fixture->workspace, plan, &error);
  g_assert_no_error (error);
  fixture_decide (fixture, renewed, "2024-05-06");

  dossier = styr_workspace_dup_dossier (fixture->workspace, report, NULL);
  goals = styr_dossier_dup_where (dossier, "goal", "document_id", renewed);
  g_assert_cmpuint (goals->len, ==, 2);
  for (guint i = 0; i < goals->len; i++)
    g_assert_true (
        styr_dossier_is_assessed (dossier, styr_record_get_id (g_ptr_array_index (goals, i))));
  g_assert_cmpuint (styr_dossier_get_records (dossier, "criterion_outcome")->len, ==, 6);
  g_assert_nonnull (styr_dossier_find_outcome (
      dossier, styr_record_get_id (styr_dossier_get_records (dossier, "criterion")->pdata[0])));
}

static char *
dup_economy (Fixture *fixture, const char *document_id)
{
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (fixture->workspace, document_id, NULL);
  static const char *const kinds[] = { "feedback_total", "budget_line" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *records = styr_dossier_get_records (dossier, kinds[i]);

      g_assert_cmpuint (records->len, >, 0);
      for (guint j = 0; j < records->len; j++)
        g_string_append_printf (text,
                                "%s %s %s %s\n",
                                styr_record_get_id (records->pdata[j]),
                                styr_record_get_text (records->pdata[j], "area"),
                                styr_record_get_text (records->pdata[j], "count"),
                                styr_record_get_text (records->pdata[j], "cost"));
    }
  return g_string_free (text, FALSE);
}

static void
change_economy (Fixture *fixture, const char *id)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (fixture->workspace, id, NULL);
  StyrRecord *total = styr_dossier_get_records (dossier, "feedback_total")->pdata[0];
  StyrRecord *line = styr_dossier_get_records (dossier, "budget_line")->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL;

  styr_workspace_set_item (
      fixture->workspace, id, "feedback_total", styr_record_get_id (total), "count", "99", &error);
  g_assert_no_error (error);
  styr_workspace_set_item (
      fixture->workspace, id, "budget_line", styr_record_get_id (line), "cost", "-1", &error);
  g_assert_no_error (error);
  added = styr_workspace_add_budget_line (fixture->workspace, id, "Museum", &error);
  g_assert_no_error (error);
  styr_workspace_remove_item (
      fixture->workspace, id, "budget_line", styr_record_get_id (line), &error);
  g_assert_no_error (error);
}

/* What was decided is a public record: neither its next version nor another report of the same unit
 * and year writes in it. */
static void
test_decided_economy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL, *renewed = NULL, *accounts = NULL, *line = NULL;
  g_autofree char *decided = NULL, *before = NULL, *after = NULL;

  fixture_make_plans (fixture, NULL);
  report = fixture_create (fixture, "qualityReport");
  fixture_fill (fixture, report);
  fixture_decide (fixture, report, "2024-05-06");
  decided = dup_economy (fixture, report);

  renewed = styr_workspace_new_version (fixture->workspace, report, &error);
  g_assert_no_error (error);
  before = dup_economy (fixture, renewed);
  change_economy (fixture, renewed);
  after = dup_economy (fixture, renewed);
  g_assert_cmpstr (before, !=, after);

  accounts = fixture_create (fixture, "activityReport");
  line = styr_workspace_add_budget_line (fixture->workspace, accounts, "Bibliotek", &error);
  g_assert_no_error (error);
  styr_workspace_set_item (fixture->workspace, accounts, "budget_line", line, "cost", "-2", &error);
  g_assert_no_error (error);

  g_clear_pointer (&before, g_free);
  before = dup_economy (fixture, report);
  g_assert_cmpstr (before, ==, decided);
}

/* Next year's report has the areas with what they cost this year, and no figures of its own. */
static void
test_copy_economy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL, *new = NULL, *total = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  StyrRecord *record;

  fixture_make_plans (fixture, NULL);
  old = fixture_create (fixture, "qualityReport");
  fixture_fill (fixture, old);
  new = styr_workspace_create_document (
      fixture->workspace, "qualityReport", fixture->committee, FIXTURE_YEAR + 1, &error);
  g_assert_no_error (error);
  styr_workspace_copy_previous (fixture->workspace, new, &error);
  g_assert_no_error (error);
  total = styr_workspace_add_feedback (fixture->workspace, new, "complaint", "Bemötande", &error);
  g_assert_no_error (error);

  dossier = styr_workspace_dup_dossier (fixture->workspace, new, NULL);
  g_assert_cmpuint (count (dossier, "budget_line"), ==, 1);
  record = styr_dossier_get_records (dossier, "budget_line")->pdata[0];
  g_assert_true (styr_record_is (record, "area", "Bibliotek"));
  g_assert_true (styr_record_is (record, "previous_cost", "-45000000"));
  g_assert_false (styr_record_has (record, "cost"));
  g_assert_false (styr_record_has (record, "budget"));
  g_assert_cmpuint (count (dossier, "feedback_total"), ==, 1);
  record = styr_dossier_get_records (dossier, "feedback_total")->pdata[0];
  g_assert_true (styr_record_is (record, "previous_count", "14"));
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_create (fixture, "budget");
  g_autoptr (GError) error = NULL;
  const StyrDocumentStatus good[] = { STYR_DOCUMENT_PREPARED,
                                      STYR_DOCUMENT_CONSULTATION,
                                      STYR_DOCUMENT_PREPARED,
                                      STYR_DOCUMENT_DECIDED,
                                      STYR_DOCUMENT_PUBLISHED };
  g_autofree char *events = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      styr_workspace_set_status (
          fixture->workspace, id, good[i], "2024-06-17", NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_false (styr_workspace_set_status (
      fixture->workspace, id, STYR_DOCUMENT_DRAFT, "2024-06-18", NULL, NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  styr_workspace_set_status (
      fixture->workspace, id, STYR_DOCUMENT_REVOKED, "2024-11-01", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  events = styr_workspace_dup_one (
      fixture->workspace,
      "SELECT group_concat (status, ' ') AS value FROM (SELECT status FROM document_event "
      "WHERE document_id = ?1 ORDER BY position)",
      id,
      NULL,
      NULL);
  g_assert_cmpstr (events, ==, "draft prepared consultation prepared decided published revoked");
}

static void
add (const char *path, gpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

static void
set_up_case (Fixture *fixture, gconstpointer data)
{
  fixture_set_up_package (fixture, ((const TypeCase *) data)->package);
}

static void
tear_down_case (Fixture *fixture, gconstpointer data)
{
  TypeCase *one = (TypeCase *) data;

  fixture_tear_down (fixture, NULL);
  g_free (one->package);
  g_free (one->type);
  g_free (one);
}

/* Of a type that the model has retired no new documents are made. */
static void
add_types (const char *package)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_workspace_load_package (package, &error);
  GPtrArray *types;

  g_assert_no_error (error);
  types = styr_model_get_document_types (model);
  g_assert_cmpuint (types->len, >=, 5);
  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = g_ptr_array_index (types, i);
      g_autofree char *path = g_strdup_printf ("/types/%s/%s", styr_model_get_id (model), type->id);
      TypeCase *one;

      if (!is_in_use (type))
        continue;
      one = g_new0 (TypeCase, 1);
      one->package = g_strdup (package);
      one->type = g_strdup (type->id);
      g_test_add (path, Fixture, one, set_up_case, test_type, tear_down_case);
    }
}

static void
add_packages (void)
{
  g_autoptr (GListModel) packages = styr_workspace_list_packages ();

  g_assert_cmpuint (g_list_model_get_n_items (packages), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (packages); i++)
    {
      g_autoptr (StyrRecord) package = g_list_model_get_item (packages, i);

      add_types (styr_record_get_id (package));
      /* under the sanitizers one package is enough: they look at the code, not at the data */
      if (g_getenv ("STYR_QUICK") != NULL)
        break;
    }
}

/* One written by hand that looks like none of them: a house, uppdrag in place of goals, four grades
 */
static void
add_invented (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "lugnvik.json", NULL);

  add_types (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_packages ();
  add_invented ();
  add ("/documents/card", NULL, test_card);
  add ("/documents/card-late", NULL, test_late_card);
  add ("/documents/values", NULL, test_values);
  add ("/documents/copy", NULL, test_copy);
  add ("/documents/supersede", NULL, test_supersede);
  add ("/documents/decided-economy", NULL, test_decided_economy);
  add ("/documents/copy-economy", NULL, test_copy_economy);
  add ("/documents/steps", NULL, test_steps);
  return g_test_run ();
}
