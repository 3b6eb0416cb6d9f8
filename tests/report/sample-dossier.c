/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-dossier.h"

#define N_GOALS 8

static const char *const lorem =
    "Fler barn än året före har lånat böcker, och skillnaden mellan stadsdelarna har minskat. "
    "Det beror på att biblioteken öppnat på kvällar och att skolorna tagit med klasserna dit. ";

StyrModel *
sample_model_new (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", "norrkoping.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  StyrModel *model = styr_model_new_from_file (file, &error);

  g_assert_no_error (error);
  return model;
}

/* Columns and values in turn, NULL-terminated. */
static StyrRecord *
add (GPtrArray *records, const char *kind, const char *id, ...) G_GNUC_NULL_TERMINATED;

static StyrRecord *
add (GPtrArray *records, const char *kind, const char *id, ...)
{
  StyrRecord *record = styr_record_new (kind, id);
  const char *column;
  va_list args;

  va_start (args, id);
  while ((column = va_arg (args, const char *)) != NULL)
    styr_record_set_text (record, column, va_arg (args, const char *));
  va_end (args);
  g_ptr_array_add (records, record);
  return record;
}

static GPtrArray *
list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static StyrRecord *
new_document (const char *type, const char *title)
{
  StyrRecord *document = styr_record_new ("document", "d1");

  styr_record_set_text (document, "type", type);
  styr_record_set_text (document, "title", title);
  styr_record_set_text (document, "status", "draft");
  styr_record_set_text (document, "year", "2024");
  return document;
}

StyrDossier *
sample_empty_dossier_new (StyrModel *model, const char *type)
{
  g_autoptr (StyrRecord) document = new_document (type, "Ett tomt dokument");

  return styr_dossier_new (model, document);
}

static void
add_goals (StyrDossier *dossier)
{
  static const char *const grades[N_GOALS] = { "fulfilled",    "partly", "fulfilled",
                                               "notFulfilled", "partly", "fulfilled",
                                               NULL,           NULL };
  GPtrArray *goals = list (), *criteria = list (), *outcomes = list (), *assessments = list ();

  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i), *label = g_strdup_printf ("%u", i + 1);
      g_autofree char *criterion = g_strdup_printf ("c%u", i),
                      *assessment = g_strdup_printf ("a%u", i);

      add (goals,
           "goal",
           id,
           "type",
           "committeeGoal",
           "document_id",
           "p1",
           "document_type",
           "assignmentPlan",
           "label",
           label,
           "text",
           i == 0 ? "Fler barn läser <b>böcker</b> & serier" : "Kulturen når fler",
           NULL);
      add (criteria,
           "criterion",
           criterion,
           "goal_id",
           id,
           "label",
           "A",
           "kind",
           "number",
           "text",
           "Lån per barn",
           "unit",
           "lån",
           "target_value",
           "12.5",
           NULL);
      add (outcomes,
           "criterion_outcome",
           criterion,
           "criterion_id",
           criterion,
           "document_id",
           "d1",
           "value",
           "13",
           "is_met",
           "yes",
           NULL);
      if (grades[i] != NULL)
        add (assessments,
             "assessment",
             assessment,
             "goal_id",
             id,
             "document_id",
             "d1",
             "stage",
             i == 1 ? "proposal" : "decision",
             "grade",
             grades[i],
             "trend",
             "improved",
             "is_final",
             "1",
             "analysis",
             lorem,
             NULL);
    }
  add (assessments,
       "assessment",
       "a9",
       "goal_id",
       "g0",
       "document_id",
       "d1",
       "stage",
       "proposal",
       "grade",
       "partly",
       "is_final",
       "0",
       "analysis",
       "Kontoret såg det annorlunda.",
       NULL);
  styr_dossier_take_records (dossier, "goal", goals);
  styr_dossier_take_records (dossier, "criterion", criteria);
  styr_dossier_take_records (dossier, "criterion_outcome", outcomes);
  styr_dossier_take_records (dossier, "assessment", assessments);
}

static void
add_measures (StyrDossier *dossier)
{
  GPtrArray *measures = list ();

  add (measures,
       "measure",
       "m1",
       "document_id",
       "d1",
       "section",
       "measures",
       "goal_id",
       "g1",
       "text",
       "Öppna ett bibliotek till",
       "cause",
       "För långt att gå",
       "responsible",
       "Bibliotekschefen",
       "due_on",
       "2025-06-30",
       "status",
       "ongoing",
       "effect_year",
       "-1250000",
       "effect_full",
       "-2500000",
       NULL);
  styr_dossier_take_records (dossier, "measure", measures);
}

/* Many rows, so that the table goes over a page break. */
static void
add_feedback_and_economy (StyrDossier *dossier)
{
  GPtrArray *feedback = list (), *economy = list ();

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i),
                      *area = g_strdup_printf ("Område %u", i + 1);

      add (feedback,
           "feedback_total",
           id,
           "type",
           i % 2 == 0 ? "complaint" : "praise",
           "area",
           area,
           "count",
           "1234",
           "previous_count",
           "1000",
           "handled",
           "1200",
           NULL);
    }
  add (economy,
       "budget_line",
       "b1",
       "area",
       "Bibliotek",
       "income",
       "283100000",
       "cost",
       "-693800000",
       "budget",
       "-415100000",
       NULL);
  add (economy,
       "budget_line",
       "b2",
       "area",
       "Museum",
       "cost",
       "-1000000",
       "comment",
       "Nytt tak.",
       NULL);
  styr_dossier_take_records (dossier, "feedback_total", feedback);
  styr_dossier_take_records (dossier, "budget_line", economy);
}

static void
add_conclusions (StyrDossier *dossier)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *rows = list ();

  for (guint i = 0; i < 60; i++)
    g_string_append (text, lorem);
  add (rows, "document_row", "r1", "document_id", "d1", "section", "conclusions", NULL);
  add (rows, "document_row", "r2", "document_id", "d1", "section", "conclusions", NULL);
  styr_dossier_take_records (dossier, "document_row", rows);
  styr_dossier_set_value (dossier, "r1", "conclusion", text->str);
  styr_dossier_set_value (dossier, "r2", "conclusion", "Fortsätt med kvällsöppet");
  styr_dossier_set_value (dossier, "d1", "summary.achieved", text->str);
  styr_dossier_set_value (
      dossier, "d1", "summary.notAchieved", "Första stycket.\n\nAndra stycket.");
}

StyrDossier *
sample_report_dossier_new (StyrModel *model)
{
  g_autoptr (StyrRecord) document =
      new_document ("qualityReport", "Kvalitetsredovisning 2024 <för> Kultur- & fritidsnämnden");
  StyrDossier *dossier;

  styr_record_set_text (document, "status", "decided");
  styr_record_set_text (document, "decided_by", "committee");
  styr_record_set_text (document, "decided_on", "2025-02-14");
  styr_record_set_text (document, "unit_name", "Kultur- och fritidsnämnden");
  dossier = styr_dossier_new (model, document);
  add_goals (dossier);
  add_measures (dossier);
  add_feedback_and_economy (dossier);
  add_conclusions (dossier);
  return dossier;
}

StyrDossier *
sample_plan_dossier_new (StyrModel *model)
{
  g_autoptr (StyrRecord) document = new_document ("assignmentPlan", "Uppdragsplan 2024");
  StyrDossier *dossier = styr_dossier_new (model, document);
  GPtrArray *goals = list (), *criteria = list (), *links = list ();

  add (goals,
       "goal",
       "g1",
       "type",
       "committeeGoal",
       "document_id",
       "d1",
       "document_type",
       "assignmentPlan",
       "label",
       "1",
       "text",
       "Fler barn läser",
       "motivation",
       "Läsning ger språk.",
       NULL);
  add (goals,
       "goal",
       "g2",
       "type",
       "committeeGoal",
       "document_id",
       "d1",
       "document_type",
       "assignmentPlan",
       "label",
       "2",
       "text",
       "",
       NULL);
  add (criteria,
       "criterion",
       "c1",
       "goal_id",
       "g1",
       "label",
       "A",
       "kind",
       "event",
       "text",
       "Biblioteket är öppnat",
       "due_on",
       "2024-09-01",
       NULL);
  add (criteria,
       "criterion",
       "c2",
       "goal_id",
       "g1",
       "label",
       "B",
       "kind",
       "text",
       "text",
       "Barnen är nöjda",
       "target_text",
       "De flesta",
       NULL);
  add (links,
       "goal_link",
       "l1",
       "goal_id",
       "g1",
       "kind",
       "indirect",
       "motivation",
       "Språk behövs i skolan",
       "target_text",
       "Fler klarar skolan",
       "target_label",
       "3",
       NULL);
  styr_dossier_take_records (dossier, "goal", goals);
  styr_dossier_take_records (dossier, "criterion", criteria);
  styr_dossier_take_records (dossier, "goal_link", links);
  return dossier;
}
