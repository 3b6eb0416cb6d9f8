/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-model.h"
#include "styr-workspace-decisions.h"
#include "workspace-fixture.h"

/* Edits of the model through the workspace: what is written, refused, undone and never lost. */

#define FIELD "documentTypes/assignmentPlan/sections/followUp/fields/how"
#define EXTRA "documentTypes/assignmentPlan/sections/followUp/fields/extra"

static guint rows_written;

static void
count_rows_cb (StyrStore *store, GPtrArray *changes, gpointer user_data)
{
  rows_written = changes->len;
}

static JsonNode *
text_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static void
edit (Fixture *fixture, const char *path, const char *text, const char *merge_key)
{
  g_autoptr (JsonNode) value = text != NULL ? text_node (text) : NULL;
  g_autoptr (GError) error = NULL;

  rows_written = 0;
  styr_workspace_edit_model (fixture->workspace, "Ändrade", merge_key, path, value, &error);
  g_assert_no_error (error);
}

static const char *
peek (Fixture *fixture, const char *path)
{
  JsonNode *node = styr_workspace_peek_model_value (fixture->workspace, path);

  return node != NULL ? json_node_get_string (node) : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  g_signal_connect (
      styr_workspace_get_store (fixture->workspace), "changed", G_CALLBACK (count_rows_cb), NULL);
}

/* One element is one row, also in the middle of a list, and typing is one step to undo. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *before = fixture_dump (workspace), *after = NULL;
  g_autoptr (JsonNode) level = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;

  edit (fixture, "documentTypes/assignmentPlan/name", "Plan 1", "namn");
  g_assert_cmpuint (rows_written, ==, 1);
  edit (fixture, "documentTypes/assignmentPlan/name", "Plan 12", "namn");
  g_assert_cmpuint (rows_written, ==, 1);
  g_assert_cmpstr (peek (fixture, "documentTypes/assignmentPlan/name"), ==, "Plan 12");
  edit (fixture, "terminology/department", "avdelning", NULL);
  g_assert_cmpuint (rows_written, ==, 1);
  g_assert_cmpstr (
      styr_model_get_term (styr_workspace_get_model (workspace), "department"), ==, "avdelning");

  json_node_take_object (level, json_object_new ());
  json_object_set_string_member (json_node_get_object (level), "name", "En nivå till");
  g_assert_true (styr_workspace_add_to_model (workspace, "Ny nivå", "levels", level, &error));
  g_assert_cmpuint (rows_written, ==, 1);
  g_assert_cmpstr (
      json_object_get_string_member (json_node_get_object (level), "id"), ==, "enNivaTill");
  g_assert_true (
      styr_workspace_remove_from_model (workspace, "Bort", "levels/enNivaTill", FALSE, &error));
  g_assert_cmpuint (rows_written, ==, 1);
  g_assert_true (styr_workspace_move_in_model (
      workspace, "Flyttade", "documentTypes/assignmentPlan", -1, &error));
  g_assert_cmpuint (rows_written, <=, 2);

  /* typing, term, added, removed, moved */
  for (int i = 0; i < 5; i++)
    g_assert_true (styr_workspace_undo (workspace, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
  fixture_reopen (fixture);
}

/* What the loader refuses is refused with its path, and nothing is written. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "documentTypes/assignmentPlan/block", "nowhere", "documentTypes[" },
    { "documentTypes/assignmentPlan/name", "", "name" },
    { "pictures/model/template", "cube", "pictures[" },
    { "decidedOn", "igår", "decidedOn" },
    { "blocks/nowhere/name", "X", "blocks/nowhere/name" },
  };
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *before = fixture_dump (workspace), *after = NULL;
  g_autoptr (GPtrArray) many =
      g_ptr_array_new_with_free_func ((GDestroyNotify) (void *) styr_model_edit_free);
  g_autoptr (JsonNode) name = text_node ("Bra namn"), wrong = text_node ("nowhere");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) value = text_node (cases[i][1]);

      g_assert_false (
          styr_workspace_edit_model (workspace, "Ändrade", NULL, cases[i][0], value, &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
      if (strstr (error->message, cases[i][2]) == NULL && i != 2)
        g_error ("“%s” doesn't say “%s”", error->message, cases[i][2]);
      g_clear_error (&error);
    }
  g_ptr_array_add (many, styr_model_edit_new ("name", name));
  g_ptr_array_add (many, styr_model_edit_new ("documentTypes/assignmentPlan/block", wrong));
  g_assert_false (styr_workspace_edit_model_many (workspace, "Ändrade", many, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *block = g_strdup (peek (fixture, "documentTypes/assignmentPlan/block"));
  g_autofree char *path = g_strdup_printf ("blocks/%s", block);
  g_autoptr (GPtrArray) words = styr_workspace_dup_model_references (workspace, path);
  g_autofree char *before = fixture_dump (workspace), *after = NULL;
  g_autofree char *plan = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (words->len, >, 1);
  g_assert_false (styr_workspace_remove_from_model (workspace, "Bort", path, FALSE, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, words->pdata[0]));
  g_clear_error (&error);

  g_assert_true (styr_workspace_remove_from_model (workspace, "Bort", path, TRUE, &error));
  g_assert_null (styr_workspace_peek_model_value (workspace, path));
  g_assert_null (styr_workspace_peek_model_value (workspace, "documentTypes/assignmentPlan"));
  g_assert_true (styr_workspace_undo (workspace, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);

  /* with a document in it, it stays */
  plan = fixture_create (fixture, "assignmentPlan");
  g_assert_cmpuint (styr_workspace_count_model_use (workspace, path), ==, 1);
  g_assert_false (styr_workspace_remove_from_model (workspace, "Bort", path, TRUE, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

static char *
dup_value (Fixture *fixture, const char *document_id, const char *field)
{
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (fixture->workspace, document_id, NULL);

  return g_strdup (styr_dossier_get_value (dossier, NULL, field));
}

/* A field that holds something is taken out of use, one that doesn't is removed. */
static void
test_retire (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *value = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  const StyrSection *section;
  StyrCompletion before, after;

  dossier = styr_workspace_dup_dossier (workspace, plan, NULL);
  before = styr_dossier_get_completion (dossier);
  g_clear_object (&dossier);
  g_assert_cmpuint (styr_workspace_count_model_use (workspace, FIELD), ==, 0);
  g_assert_true (styr_workspace_retire_field (workspace, FIELD, &error));
  g_assert_null (styr_workspace_peek_model_value (workspace, FIELD));
  g_assert_true (styr_workspace_undo (workspace, &error));

  styr_workspace_set_value (workspace, plan, plan, "followUp.how", "Två gånger.", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_workspace_count_model_use (workspace, FIELD), ==, 1);
  g_assert_false (styr_workspace_edit_model (workspace, "Bort", NULL, FIELD, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_retire_field (workspace, FIELD, &error));
  value = dup_value (fixture, plan, "followUp.how");
  g_assert_cmpstr (value, ==, "Två gånger.");
  dossier = styr_workspace_dup_dossier (workspace, plan, NULL);
  after = styr_dossier_get_completion (dossier);
  g_assert_cmpint (after.total, <=, before.total);
  section = styr_document_type_find_section (styr_dossier_get_document_type (dossier), "followUp");
  g_assert_true (
      styr_dossier_shows_field (dossier, section, styr_section_find_field (section, "how"), NULL));
}

/* The path of the only section of a kind in the first type that has one; its title in @title. */
static char *
dup_path_of_section (StyrModel *model, StyrSectionKind kind, char **type_id, char **title)
{
  GPtrArray *types = styr_model_get_document_types (model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = types->pdata[i];
      const StyrSection *only = NULL;
      guint n = 0;

      for (guint j = 0; j < type->sections->len; j++)
        if (((const StyrSection *) type->sections->pdata[j])->kind == kind)
          {
            only = type->sections->pdata[j];
            n++;
          }
      if (n != 1)
        continue;
      *type_id = g_strdup (type->id);
      *title = g_strdup (only->title);
      return g_strdup_printf ("documentTypes/%s/sections/%s", type->id, only->id);
    }
  g_error ("No type has one section of the kind %d", kind);
}

/* Figures, feedback, decisions and judgements keep the section that they were written in, both from
 * being removed and from becoming another kind. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  static const StyrSectionKind kinds[] = {
    STYR_SECTION_ECONOMY, STYR_SECTION_FEEDBACK, STYR_SECTION_DECISION, STYR_SECTION_ASSESSMENTS
  };
  StyrWorkspace *workspace = fixture->workspace;
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  fixture_make_plans (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *type = NULL, *title = NULL, *document = NULL, *kind_path = NULL;
      g_autofree char *path =
          dup_path_of_section (styr_workspace_get_model (workspace), kinds[i], &type, &title);
      g_autoptr (JsonNode) other =
          text_node (kinds[i] == STYR_SECTION_ECONOMY ? "feedback" : "economy");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", path);
      if (g_hash_table_add (made, g_strdup (type)))
        {
          document = fixture_create (fixture, type);
          fixture_fill (fixture, document);
        }
      g_assert_cmpuint (styr_workspace_count_model_use (workspace, path), >, 0);
      g_assert_false (styr_workspace_remove_from_model (workspace, "Bort", path, TRUE, &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, title));
      g_clear_error (&error);
      kind_path = g_strconcat (path, "/kind", NULL);
      g_assert_false (
          styr_workspace_edit_model (workspace, "Slag", NULL, kind_path, other, &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
      g_assert_nonnull (styr_workspace_peek_model_value (workspace, path));
    }
}

static void
add_field (Fixture *fixture, const char *id, const char *kind)
{
  g_autoptr (JsonNode) field = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GError) error = NULL;

  json_node_take_object (field, object);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", id);
  json_object_set_string_member (object, "kind", kind);
  styr_workspace_add_to_model (fixture->workspace,
                               "Nytt fält",
                               "documentTypes/assignmentPlan/sections/followUp/fields",
                               field,
                               &error);
  g_assert_no_error (error);
}

/* The reason why a field doesn't apply is something written in it. */
static void
test_not_applicable (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *before = NULL, *after = NULL, *moved = NULL, *left = NULL, *kept = NULL;
  g_autoptr (JsonNode) yes = json_node_init_boolean (json_node_alloc (), TRUE);
  g_autoptr (GError) error = NULL;

  add_field (fixture, "extra", "long-text");
  styr_workspace_edit_model (workspace, "Fält", NULL, FIELD "/mayNotApply", yes, &error);
  g_assert_no_error (error);
  styr_workspace_edit_model (workspace, "Fält", NULL, EXTRA "/mayNotApply", yes, &error);
  g_assert_no_error (error);
  styr_workspace_set_not_applicable (workspace, plan, NULL, "followUp.how", "Rör inte oss", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_workspace_count_model_use (workspace, FIELD), ==, 1);
  g_assert_false (styr_workspace_remove_from_model (workspace, "Bort", FIELD, TRUE, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  before = fixture_dump (workspace);
  g_assert_true (styr_workspace_retire_field (workspace, FIELD, &error));
  g_assert_nonnull (styr_workspace_peek_model_value (workspace, FIELD "/isRetired"));
  g_assert_true (styr_workspace_undo (workspace, &error));

  edit (fixture, FIELD "/kind", "number", NULL);
  kept = dup_value (fixture, plan, "followUp.how:na");
  g_assert_cmpstr (kept, ==, "Rör inte oss");
  g_assert_true (styr_workspace_undo (workspace, &error));

  g_assert_true (styr_workspace_move_field_values (workspace, FIELD, EXTRA, &error));
  moved = dup_value (fixture, plan, "followUp.extra:na");
  left = dup_value (fixture, plan, "followUp.how:na");
  g_assert_cmpstr (moved, ==, "Rör inte oss");
  g_assert_null (left);
  g_assert_true (styr_workspace_undo (workspace, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
}

/* Texts are put after each other; one step back and everything is as it was. */
static void
test_move_values (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *before = NULL, *after = NULL, *value = NULL, *left = NULL;
  g_autoptr (GError) error = NULL;

  add_field (fixture, "extra", "long-text");
  styr_workspace_set_value (workspace, plan, plan, "followUp.how", "Ett.", &error);
  styr_workspace_set_value (workspace, plan, plan, "followUp.extra", "Två.", &error);
  g_assert_no_error (error);
  before = fixture_dump (workspace);
  g_assert_true (styr_workspace_move_field_values (
      workspace, FIELD, "documentTypes/assignmentPlan/sections/followUp/fields/extra", &error));
  value = dup_value (fixture, plan, "followUp.extra");
  left = dup_value (fixture, plan, "followUp.how");
  g_assert_cmpstr (value, ==, "Två.\n\nEtt.");
  g_assert_null (left);
  g_assert_nonnull (styr_workspace_peek_model_value (workspace, FIELD "/isRetired"));
  g_assert_true (styr_workspace_undo (workspace, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (styr_workspace_move_field_values (workspace, FIELD, FIELD, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

/* Numbers stay, words are kept beside. */
static void
test_kind (Fixture *fixture, gconstpointer data)
{
  static const char path[] = "documentTypes/assignmentPlan/sections/followUp/fields/extra";
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *other = NULL, *number = NULL, *gone = NULL, *kept = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  StyrModel *model;

  add_field (fixture, "extra", "text");
  other = styr_workspace_create_document (
      workspace, "assignmentPlan", fixture->board, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
  styr_workspace_set_value (workspace, plan, plan, "followUp.extra", "12.5", &error);
  styr_workspace_set_value (workspace, other, other, "followUp.extra", "ungefär tolv", &error);
  g_assert_no_error (error);
  before = fixture_dump (workspace);
  edit (
      fixture, "documentTypes/assignmentPlan/sections/followUp/fields/extra/kind", "number", NULL);
  number = dup_value (fixture, plan, "followUp.extra");
  gone = dup_value (fixture, other, "followUp.extra");
  kept = dup_value (fixture, other, "followUp.extraEarlier");
  g_assert_cmpstr (number, ==, "12.5");
  g_assert_null (gone);
  g_assert_cmpstr (kept, ==, "ungefär tolv");
  model = styr_workspace_get_model (workspace);
  g_assert_true (styr_section_find_field (
                     styr_document_type_find_section (
                         styr_model_find_document_type (model, "assignmentPlan"), "followUp"),
                     "extraEarlier")
                     ->is_retired);
  g_assert_nonnull (styr_workspace_peek_model_value (workspace, path));
  g_assert_true (styr_workspace_undo (workspace, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
}

/* Several edits at once, or a whole package, can't put what is written aside: they are refused
 * where it doesn't fit the new kind. */
static void
test_kind_of_many (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *file = g_build_filename (fixture->folder, "ny.styrmodell", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) many =
      g_ptr_array_new_with_free_func ((GDestroyNotify) (void *) styr_model_edit_free);
  g_autoptr (JsonNode) number = text_node ("number");
  g_autoptr (GError) error = NULL;

  add_field (fixture, "extra", "text");
  g_ptr_array_add (many, styr_model_edit_new (EXTRA "/kind", number));
  g_assert_true (styr_workspace_edit_model_many (workspace, "Slag", many, &error));
  styr_workspace_export_model (workspace, file, &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_undo (workspace, &error));

  styr_workspace_set_value (workspace, plan, plan, "followUp.extra", "ungefär tolv", &error);
  g_assert_no_error (error);
  before = fixture_dump (workspace);
  g_assert_false (styr_workspace_edit_model_many (workspace, "Slag", many, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "extra"));
  g_clear_error (&error);
  g_assert_false (styr_workspace_import_model (workspace, file, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);

  styr_workspace_set_value (workspace, plan, plan, "followUp.extra", "12.5", &error);
  g_assert_true (styr_workspace_import_model (workspace, file, &error));
  g_assert_no_error (error);
}

/* A choice that has been made isn't taken away. */
static void
test_choice (Fixture *fixture, gconstpointer data)
{
  static const char list[] =
      "documentTypes/assignmentPlan/sections/mission/fields/prepared/choices";
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan"), *path = NULL, *other = NULL;
  JsonArray *choices = json_node_get_array (styr_workspace_peek_model_value (workspace, list));
  const char *first =
      json_object_get_string_member (json_array_get_object_element (choices, 0), "id");
  const char *second =
      json_object_get_string_member (json_array_get_object_element (choices, 1), "id");
  g_autoptr (GError) error = NULL;

  path = g_strdup_printf ("%s/%s", list, first);
  other = g_strdup_printf ("%s/%s", list, second);
  styr_workspace_set_value (workspace, plan, plan, "mission.prepared", first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_workspace_count_model_use (workspace, path), ==, 1);
  g_assert_cmpuint (styr_workspace_count_model_use (workspace, other), ==, 0);
  g_assert_false (styr_workspace_edit_model (workspace, "Bort", NULL, path, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (styr_workspace_edit_model (workspace, "Bort", NULL, other, NULL, &error));
  g_assert_no_error (error);
}

/* From the day that a type is out of use no new ones are made; those there are stay. */
static void
test_retired_type (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan"), *other = NULL;
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  edit (fixture, "documentTypes/assignmentPlan/retiredFrom", "2024-11-15", NULL);
  other = styr_workspace_create_document (
      workspace, "assignmentPlan", fixture->board, FIXTURE_YEAR, &error);
  g_assert_null (other);
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  dossier = styr_workspace_dup_dossier (workspace, plan, NULL);
  g_assert_nonnull (styr_dossier_get_document_type (dossier));
  edit (fixture, "documentTypes/assignmentPlan/retiredFrom", "2024-11-16", NULL);
  g_clear_error (&error);
  other = styr_workspace_create_document (
      workspace, "assignmentPlan", fixture->board, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
}

/* An edit is quick enough to follow typing, in a database with a municipality's documents. */
static void
test_speed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 began;

  styr_workspace_set_up_example (fixture->workspace, "norrkoping", &error);
  g_assert_no_error (error);
  began = g_get_monotonic_time ();
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("Plan %d", i);

      edit (fixture, "documentTypes/assignmentPlan/name", text, "namn");
    }
  g_test_message ("%.1f ms an edit", (double) (g_get_monotonic_time () - began) / 10000);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
}

/* Two windows on one database: neither loses what the other has done with the model. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) value = text_node ("Från det andra");
  g_autoptr (JsonNode) mine = text_node ("Härifrån");
  g_autoptr (StyrWorkspace) other = styr_workspace_open (fixture->path, &error);
  g_autofree char *plan = NULL;

  g_assert_no_error (error);
  styr_workspace_edit_model (other, "Ändrade", NULL, "terminology/department", value, &error);
  g_assert_no_error (error);
  g_assert_false (styr_workspace_edit_model (
      fixture->workspace, "Ändrade", NULL, "documentTypes/assignmentPlan/name", mine, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_FAILED);
  g_clear_error (&error);
  /* What is shown is the other's now, and the same edit goes through. */
  g_assert_cmpstr (peek (fixture, "terminology/department"), ==, "Från det andra");
  edit (fixture, "documentTypes/assignmentPlan/name", "Härifrån", NULL);
  g_assert_cmpstr (peek (fixture, "terminology/department"), ==, "Från det andra");

  /* Who comes back to the other window sees both; what isn't the model stops no edit of it. */
  styr_workspace_follow_others (other);
  g_assert_cmpstr (json_node_get_string (styr_workspace_peek_model_value (
                       other, "documentTypes/assignmentPlan/name")),
                   ==,
                   "Härifrån");
  plan = styr_workspace_create_document (
      other, "assignmentPlan", fixture->committee, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
  edit (fixture, "terminology/department", "Härifrån", NULL);
  g_assert_cmpstr (peek (fixture, "terminology/department"), ==, "Härifrån");
  /* A document by name of the one window, a value from the other */
  styr_workspace_set_card (other, plan, "title", "Titel", &error);
  g_assert_no_error (error);
  styr_workspace_set_card (fixture->workspace, plan, "designation", "Beteckning", &error);
  g_assert_no_error (error);
}

/* What the package no longer says, the row doesn't either. */
static void
test_emptied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *day = NULL, *none = NULL;

  edit (fixture, "validTo", "2031-12-31", NULL);
  day = styr_workspace_dup_one (
      fixture->workspace, "SELECT valid_to AS value FROM model", NULL, NULL, NULL);
  g_assert_cmpstr (day, ==, "2031-12-31");
  edit (fixture, "validTo", NULL, NULL);
  none = styr_workspace_dup_one (
      fixture->workspace, "SELECT valid_to AS value FROM model", NULL, NULL, NULL);
  g_assert_null (none);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/model-edit/rows", test_rows);
  ADD ("/model-edit/two-windows", test_two_windows);
  ADD ("/model-edit/emptied", test_emptied);
  ADD ("/model-edit/refused", test_refused);
  ADD ("/model-edit/references", test_references);
  ADD ("/model-edit/retire", test_retire);
  ADD ("/model-edit/sections", test_sections);
  ADD ("/model-edit/not-applicable", test_not_applicable);
  ADD ("/model-edit/move-values", test_move_values);
  ADD ("/model-edit/kind", test_kind);
  ADD ("/model-edit/kind-of-many", test_kind_of_many);
  ADD ("/model-edit/choice", test_choice);
  ADD ("/model-edit/retired-type", test_retired_type);
  g_test_add (
      "/model-edit/speed", Fixture, NULL, fixture_set_up_empty, test_speed, fixture_tear_down);
  return g_test_run ();
}
