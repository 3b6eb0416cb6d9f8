/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-model.h"
#include "styr-dossier.h"

static StyrDossier *
dossier_new (const char *type)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (StyrRecord) document = styr_record_new ("document", "d");

  styr_record_set_text (document, "type", type);
  styr_record_set_text (document, "status", "draft");
  return styr_dossier_new (model, document);
}

static StyrRecord *
add (StyrDossier *dossier, const char *kind, const char *id, ...)
{
  StyrRecord *record = styr_record_new (kind, id);
  const char *column;
  va_list args;

  va_start (args, id);
  while ((column = va_arg (args, const char *)) != NULL)
    styr_record_set_text (record, column, va_arg (args, const char *));
  va_end (args);
  g_ptr_array_add (styr_dossier_get_records (dossier, kind), record);
  return record;
}

static void
assert_section (StyrDossier *dossier, const char *id, int done, int total)
{
  StyrCompletion completion = styr_dossier_get_section_completion (
      dossier, styr_document_type_find_section (styr_dossier_get_document_type (dossier), id));

  g_assert_cmpint (completion.done, ==, done);
  g_assert_cmpint (completion.total, ==, total);
}

static void
test_fields_and_card (void)
{
  g_autoptr (StyrDossier) dossier = dossier_new ("vision");
  StyrRecord *document = styr_dossier_get_document (dossier);

  assert_section (dossier, "picture", 0, 1);
  styr_dossier_set_value (dossier, "d", "picture.note", "Bara en not");
  assert_section (dossier, "picture", 0, 1);
  styr_dossier_set_value (dossier, "d", "picture.text", "En levande stad");
  assert_section (dossier, "picture", 1, 1);
  g_assert_cmpstr (styr_dossier_get_value (dossier, NULL, "picture.text"), ==, "En levande stad");

  g_assert_cmpint (styr_dossier_get_card_completion (dossier).total, ==, 3);
  g_assert_cmpint (styr_dossier_get_card_completion (dossier).done, ==, 0);
  styr_record_set_text (document, "decided_on", "2024-01-01");
  styr_record_set_text (document, "replaces_id", "old");
  g_assert_cmpint (styr_dossier_get_card_completion (dossier).done, ==, 2);
  g_assert_true (styr_dossier_is_editable (dossier));
  styr_record_set_text (document, "status", "decided");
  g_assert_false (styr_dossier_is_editable (dossier));
}

static void
test_goals_and_rows (void)
{
  g_autoptr (StyrDossier) dossier = dossier_new ("plan");

  assert_section (dossier, "goals", 0, 1);
  assert_section (dossier, "risks", 0, 1);
  add (dossier, "goal", "g", "document_id", "d", "type", "goal", "text", "Fler blommor", NULL);
  add (dossier, "criterion", "c1", "goal_id", "g", "text", "Antal", NULL);
  add (dossier, "criterion", "c2", "goal_id", "g", "text", "", NULL);
  assert_section (dossier, "goals", 0, 1);
  styr_record_set_text (styr_dossier_find (dossier, "criterion", "c2"), "text", "Sorter");
  /* what is starred in its card is asked of a goal, as of a row */
  assert_section (dossier, "goals", 0, 1);
  styr_dossier_set_value (dossier, "g", "note", "Bara en not");
  assert_section (dossier, "goals", 0, 1);
  styr_dossier_set_value (dossier, "g", "how", "Fler lökar");
  assert_section (dossier, "goals", 1, 1);
  add (dossier, "document_row", "r1", "section", "risks", NULL);
  add (dossier, "document_row", "r2", "section", "risks", NULL);
  styr_dossier_set_value (dossier, "r1", "what", "Torka");
  styr_dossier_set_value (dossier, "r2", "how", "Utan risk");
  assert_section (dossier, "risks", 1, 2);
  g_assert_cmpint (styr_dossier_get_completion (dossier).done, ==, 2);
  g_assert_cmpint (styr_dossier_get_completion (dossier).total, ==, 3);
}

/* Proposal and decision stand apart; the decision counts when there is one. */
static void
test_assessments (void)
{
  g_autoptr (StyrDossier) dossier = dossier_new ("report");
  StyrRecord *goal = add (dossier,
                          "goal",
                          "g",
                          "document_id",
                          "p",
                          "document_type",
                          "plan",
                          "type",
                          "goal",
                          "text",
                          "Fler blommor",
                          NULL);

  add (dossier,
       "goal",
       "area",
       "document_id",
       "p",
       "document_type",
       "plan",
       "type",
       "area",
       "text",
       "Område",
       NULL);
  assert_section (dossier, "results", 0, 1);
  add (dossier,
       "assessment",
       "a1",
       "goal_id",
       "g",
       "document_id",
       "d",
       "stage",
       "proposal",
       "grade",
       "partly",
       "analysis",
       "Torr vår",
       NULL);
  add (dossier,
       "assessment",
       "a0",
       "goal_id",
       "g",
       "document_id",
       "other",
       "stage",
       "decision",
       "grade",
       "yes",
       NULL);
  g_assert_cmpstr (styr_dossier_get_grade (dossier, "g"), ==, "partly");
  assert_section (dossier, "results", 1, 1);
  g_assert_true (styr_dossier_needs_measure (dossier, goal));
  assert_section (dossier, "measures", 0, 1);
  add (dossier, "measure", "m", "section", "measures", "goal_id", "g", "text", "Vattna", NULL);
  g_assert_false (styr_dossier_needs_measure (dossier, goal));
  assert_section (dossier, "measures", 1, 1);
  add (dossier,
       "assessment",
       "a2",
       "goal_id",
       "g",
       "document_id",
       "d",
       "stage",
       "decision",
       "grade",
       "yes",
       NULL);
  g_assert_cmpstr (styr_dossier_get_grade (dossier, "g"), ==, "yes");
  assert_section (
      dossier, "results", 1, 1); /* the proposal's analysis stands until the decision has its own */
  g_assert_nonnull (styr_dossier_find_assessment (dossier, "g", STYR_STAGE_PROPOSAL));
  g_assert_null (styr_dossier_find_assessment (dossier, "g", STYR_STAGE_BOARD));
}

static void
test_metadata_columns (void)
{
  g_autofree char *decided = styr_metadata_get_column ("decidedOn"),
                  *plain = styr_metadata_get_column ("designation");

  g_assert_cmpstr (decided, ==, "decided_on");
  g_assert_cmpstr (plain, ==, "designation");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/fields-and-card", test_fields_and_card);
  g_test_add_func ("/dossier/goals-and-rows", test_goals_and_rows);
  g_test_add_func ("/dossier/assessments", test_assessments);
  g_test_add_func ("/dossier/metadata-columns", test_metadata_columns);
  return g_test_run ();
}
