/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-model.h"
#include "workspace-fixture.h"

/* Several models side by side, and packages in and out. */

static void
rename_type (Fixture *fixture, const char *name)
{
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), name);
  g_autoptr (GError) error = NULL;

  styr_workspace_edit_model (
      fixture->workspace, "Namn", NULL, "documentTypes/assignmentPlan/name", value, &error);
  g_assert_no_error (error);
}

static const char *
name_of_type (Fixture *fixture, const char *document_id)
{
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (fixture->workspace, document_id, NULL);

  /* the model keeps it */
  return styr_dossier_get_document_type (dossier)->name;
}

static StyrRecord *
find_model (Fixture *fixture, const char *id)
{
  GListModel *models = styr_workspace_get_models (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (models, i);

      if (g_strcmp0 (styr_record_get_id (record), id) == 0)
        return record; /* the list keeps it */
    }
  return NULL;
}

static char *export(Fixture *fixture, StyrWorkspace *workspace, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  styr_workspace_export_model (workspace, path, &error);
  g_assert_no_error (error);
  return path;
}

/* A document is read with the model it was made by, whatever is shown and in force. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *old_plan = fixture_create (fixture, "assignmentPlan"), *new_plan = NULL;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace)), *second = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *old_name = g_strdup (name_of_type (fixture, old_plan));
  g_autoptr (GError) error = NULL;

  styr_workspace_decide_model (workspace,
                               first,
                               "decided",
                               "council",
                               "2022-12-19",
                               "§ 1",
                               NULL,
                               "2023-01-01",
                               NULL,
                               &error);
  g_assert_no_error (error);
  second = styr_workspace_new_model_version (workspace, first, "2", &error);
  g_assert_no_error (error);
  g_assert_true (styr_record_is (find_model (fixture, second), "status", "draft"));
  g_assert_cmpint (styr_record_get_int (find_model (fixture, first), "n_documents"), ==, 1);

  g_assert_true (styr_workspace_show_model (workspace, second, &error));
  g_assert_cmpstr (styr_workspace_get_model_id (workspace), ==, second);
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, first);
  g_assert_true (styr_record_get_flag (find_model (fixture, second), "is_shown"));
  rename_type (fixture, "Nämndplan");
  g_assert_cmpstr (name_of_type (fixture, old_plan), ==, old_name);
  differences = styr_workspace_compare_models (workspace, first, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, >=, 2);

  before = fixture_dump (workspace);
  /* what applies for the time being has an end */
  g_assert_false (styr_workspace_decide_model (
      workspace, second, "interim", "council", "2024-11-05", NULL, NULL, NULL, " ", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  styr_workspace_decide_model (workspace,
                               second,
                               "interim",
                               "council",
                               "2024-11-05",
                               "§ 9",
                               "KS 2024/1",
                               "2025-01-01",
                               "Budgeten antas",
                               &error);
  g_assert_no_error (error);
  g_assert_true (styr_record_is (find_model (fixture, first), "status", "superseded"));
  g_assert_true (styr_record_is (find_model (fixture, first), "valid_to", "2024-12-31"));
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, first);
  styr_workspace_set_today (workspace, "2024-12-31");
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, first);
  styr_workspace_set_today (workspace, "2025-01-01");
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, second);

  new_plan = styr_workspace_create_document (
      workspace, "assignmentPlan", fixture->committee, 2025, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name_of_type (fixture, new_plan), ==, "Nämndplan");
  g_assert_cmpstr (name_of_type (fixture, old_plan), ==, old_name);
  g_assert_true (styr_workspace_undo (workspace, &error));
  g_assert_true (styr_workspace_undo (workspace, &error));
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, first);
}

static gboolean
decide (Fixture *fixture, const char *id, const char *status, const char *from, GError **error)
{
  return styr_workspace_decide_model (fixture->workspace,
                                      id,
                                      status,
                                      "council",
                                      "2024-11-05",
                                      "§ 9",
                                      NULL,
                                      from,
                                      g_str_equal (status, "interim") ? "Budgeten antas" : NULL,
                                      error);
}

/* One is in force: what was to begin the same day, or is open in any other way, ends. */
static void
test_one_in_force (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace));
  g_autofree char *second = styr_workspace_new_model_version (workspace, first, "2", NULL);
  g_autofree char *third = styr_workspace_new_model_version (workspace, first, "3", NULL);
  g_autofree char *open = NULL;
  g_autoptr (GError) error = NULL;

  decide (fixture, first, "decided", "2024-01-01", &error);
  g_assert_no_error (error);
  decide (fixture, second, "interim", "2025-01-01", &error);
  g_assert_no_error (error);
  decide (fixture, third, "decided", "2025-01-01", &error);
  g_assert_no_error (error);
  g_assert_true (styr_record_is (find_model (fixture, second), "status", "superseded"));
  open = styr_workspace_dup_one (workspace,
                                 "SELECT group_concat (id) AS value FROM model "
                                 "WHERE status IN ('decided', 'interim')",
                                 NULL,
                                 NULL,
                                 NULL);
  g_assert_cmpstr (open, ==, third);
  styr_workspace_set_today (workspace, "2025-01-01");
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, third);
}

/* A model is decided once, but for good after it applied for the time being. */
static void
test_decided_once (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace));
  g_autofree char *second = styr_workspace_new_model_version (workspace, first, "2", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decide (fixture, first, "decided", "2024-01-01", &error));
  g_assert_true (decide (fixture, second, "interim", "2025-01-01", &error));
  g_assert_true (decide (fixture, second, "decided", "2025-01-01", &error));
  g_assert_true (styr_record_is (find_model (fixture, second), "status", "decided"));
  before = fixture_dump (workspace);
  g_assert_false (decide (fixture, second, "decided", "2025-06-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (decide (fixture, first, "interim", "2025-06-01", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_last_label (Fixture *fixture, const char *part, gboolean is_there)
{
  g_autofree char *label = styr_workspace_dup_undo_label (fixture->workspace);

  if ((label != NULL && strstr (label, part) != NULL) != is_there)
    g_error ("the history says “%s”", label);
}

/* That what is decided was put right in place is told by the history, in so many words; a draft is
 * there to be changed. */
static void
test_put_right (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace));
  g_autofree char *second = styr_workspace_new_model_version (workspace, first, "2", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decide (fixture, first, "decided", "2024-01-01", &error));
  path = export(fixture, workspace, "first.styrmodell");
  rename_type (fixture, "Plan för nämnden");
  assert_last_label (fixture, "The model in force was changed: ", TRUE);
  g_assert_true (styr_workspace_import_model (workspace, path, &error));
  assert_last_label (fixture, "The model in force was changed: ", TRUE);
  g_assert_true (styr_workspace_show_model (workspace, second, &error));
  rename_type (fixture, "Plan för året");
  assert_last_label (fixture, "was changed: ", FALSE);
  g_assert_true (decide (fixture, second, "decided", "2030-01-01", &error));
  rename_type (fixture, "Plan för nästa år");
  assert_last_label (fixture, "A decided model was changed: ", TRUE);
}

/* What another model has replaced stands as it was; what is in force may be put right, also on its
 * last day. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace));
  g_autofree char *second = styr_workspace_new_model_version (workspace, first, "2", NULL);
  g_autofree char *path = export(fixture, workspace, "first.styrmodell");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (JsonNode) name = json_node_init_string (json_node_alloc (), "Nämndplan");
  g_autoptr (GError) error = NULL;

  g_assert_true (decide (fixture, first, "decided", "2024-01-01", &error));
  rename_type (fixture, "Plan för nämnden");
  g_assert_true (decide (fixture, second, "decided", "2025-01-01", &error));
  styr_workspace_set_today (workspace, "2024-12-31");
  rename_type (fixture, "Plan för året");
  styr_workspace_set_today (workspace, "2025-01-01");
  g_assert_true (styr_workspace_show_model (workspace, first, &error));
  before = fixture_dump (workspace);
  g_assert_false (styr_workspace_edit_model (
      workspace, "Namn", NULL, "documentTypes/assignmentPlan/name", name, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (styr_workspace_import_model (workspace, path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
}

static char *
dup_model_of (Fixture *fixture, const char *document_id)
{
  return styr_workspace_dup_one (fixture->workspace,
                                 "SELECT model_id AS value FROM document WHERE id = ?1",
                                 document_id,
                                 NULL,
                                 NULL);
}

/* The next version of a document gets the form that is in force, if that holds what is written;
 * otherwise it keeps its own. */
static void
test_next_version (Fixture *fixture, gconstpointer data)
{
  static const char field[] = "documentTypes/assignmentPlan/sections/followUp/fields/how";
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plain = fixture_create (fixture, "steeringModelGuideline");
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace));
  g_autofree char *second = styr_workspace_new_model_version (workspace, first, "2", NULL);
  g_autofree char *next = NULL, *next_plan = NULL, *of_next = NULL, *of_plan = NULL;
  g_autoptr (GError) error = NULL;

  fixture_fill (fixture, plain);
  fixture_fill (fixture, plan);
  fixture_decide (fixture, plain, "2024-01-02");
  fixture_decide (fixture, plan, "2024-01-02");
  g_assert_true (decide (fixture, first, "decided", "2024-01-01", &error));
  g_assert_true (styr_workspace_show_model (workspace, second, &error));
  styr_workspace_remove_from_model (workspace, "Bort", field, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (decide (fixture, second, "decided", "2024-02-01", &error));
  g_assert_cmpstr (styr_workspace_get_current_model_id (workspace), ==, second);

  next = styr_workspace_new_version (workspace, plain, &error);
  g_assert_no_error (error);
  next_plan = styr_workspace_new_version (workspace, plan, &error);
  g_assert_no_error (error);
  of_next = dup_model_of (fixture, next);
  of_plan = dup_model_of (fixture, next_plan);
  g_assert_cmpstr (of_next, ==, second);
  g_assert_cmpstr (of_plan, ==, first);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace)), *second = NULL;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_workspace_delete_model (workspace, first, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_READ_ONLY);
  g_clear_error (&error);
  second = styr_workspace_new_model_version (workspace, first, NULL, &error);
  g_assert_true (styr_workspace_show_model (workspace, second, &error));
  g_assert_true (styr_workspace_delete_model (workspace, second, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (styr_workspace_get_model_id (workspace), ==, first);
  g_assert_null (find_model (fixture, second));
  g_assert_true (styr_workspace_undo (workspace, &error));
  g_assert_nonnull (find_model (fixture, second));
  g_assert_false (styr_workspace_show_model (workspace, "nothing", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
}

/* Packages ------------------------------------------------------------------------------------ */

static StyrWorkspace *
begin (Fixture *fixture, const char *package, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_workspace_load_package (package, &error);
  StyrWorkspace *workspace;

  g_assert_no_error (error);
  workspace = styr_workspace_open (path, &error);
  g_assert_no_error (error);
  styr_workspace_set_up (
      workspace, model, styr_model_get_municipality (model), NULL, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
  return workspace;
}

static void
assert_same_bytes (const char *a, const char *b)
{
  g_autofree char *left = NULL, *right = NULL;
  gsize left_length, right_length;

  g_assert_true (g_file_get_contents (a, &left, &left_length, NULL));
  g_assert_true (g_file_get_contents (b, &right, &right_length, NULL));
  if (left_length != right_length || memcmp (left, right, left_length) != 0)
    g_error ("%s and %s differ", a, b);
}

/* Every package there is: exported, begun with anew and exported again, it is the file it was. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *shipped = g_build_filename (folder, name, NULL);
        g_autofree char *one = g_strconcat (name, "-1.db", NULL);
        g_autofree char *two = g_strconcat (name, "-2.db", NULL);
        g_autoptr (StyrWorkspace) first = begin (fixture, shipped, one), second = NULL;
        g_autofree char *exported = export(fixture, first, "first.styrmodell"), *again = NULL;

        assert_same_bytes (shipped, exported);
        second = begin (fixture, exported, two);
        again = export(fixture, second, "second.styrmodell");
        assert_same_bytes (exported, again);
        styr_workspace_close (first);
        styr_workspace_close (second);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

/* What a file says of its own decision is no difference: that of the model that is there stays. */
static void
assert_same_but_decided (StyrWorkspace *workspace, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_model_new_from_file (file, &error);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (StyrRecord) preview = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (styr_model_get_text (model, "status"), ==, "draft");
  root = styr_json_copy (styr_model_to_json (model));
  json_object_set_string_member (json_node_get_object (root), "status", "decided");
  json_object_set_string_member (json_node_get_object (root), "municipality", "Lillby");
  json_object_set_string_member (json_node_get_object (root), "decidedOn", "2031-01-01");
  text = json_to_string (root, FALSE);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  preview = styr_workspace_preview_import (workspace, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (styr_record_get_text (preview, "status"), ==, "decided");
  g_assert_cmpint (styr_record_get_int (preview, "n_differences"), ==, 0);
}

/* Says what would happen, and nothing happens. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *path = export(fixture, workspace, "same.styrmodell");
  g_autofree char *empty_path = g_build_filename (fixture->folder, "empty.styrmodell", NULL);
  g_autofree char *before = fixture_dump (workspace), *after = NULL;
  g_autoptr (StyrModel) empty = styr_workspace_new_empty_model ();
  g_autoptr (GBytes) bytes = styr_model_to_bytes (empty);
  g_autoptr (StyrRecord) same = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  same = styr_workspace_preview_import (workspace, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (styr_record_get_int (same, "n_differences"), ==, 0);
  g_assert_cmpint (styr_record_get_int (same, "n_lost"), ==, 0);
  g_assert_cmpint (styr_record_get_int (same, "n_counts"), >, 5);
  assert_same_but_decided (workspace, path);
  g_assert_true (g_file_set_contents (
      empty_path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  other = styr_workspace_preview_import (workspace, empty_path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (styr_record_get_int (other, "n_differences"), >, 20);
  g_assert_cmpint (styr_record_get_int (other, "n_lost"), >, 0);
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (styr_workspace_preview_import (workspace, fixture->path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
}

/* Enough to build on: a municipality can begin with it, and it has what the law gives all. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autoptr (StyrModel) model = styr_workspace_new_empty_model ();
  const char *const committees[] = { "Socialnämnden", NULL };
  g_autoptr (GError) error = NULL;

  styr_workspace_set_up (workspace, model, "Exempelby", committees, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
  g_set_object (&model, styr_workspace_get_model (workspace));
  g_assert_cmpuint (styr_model_get_phases (model)->len, ==, 4);
  g_assert_cmpuint (styr_model_get_body_types (model)->len, >=, 5);
  g_assert_cmpuint (
      ((const StyrPicture *) styr_model_get_pictures (model)->pdata[0])->places->len, ==, 1);
  g_assert_nonnull (styr_model_find_term_of_year (model, FIXTURE_YEAR));
  g_assert_cmpuint (g_list_model_get_n_items (styr_workspace_get_units (workspace)), ==, 3);
}

/* A plan for a year is made by the model that holds when the year begins. */
static void
test_next_year (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (self)), *second = NULL;
  g_autofree char *third = NULL;
  StyrModel *now, *next, *listed;
  g_autoptr (GError) error = NULL;

  styr_workspace_set_today (self, "2024-11-26");
  g_assert_true (decide (fixture, first, "decided", "2023-01-01", &error));
  second = styr_workspace_new_model_version (self, first, "2", &error);
  third = styr_workspace_new_model_version (self, first, "3", &error);
  g_assert_no_error (error);
  g_assert_false (decide (fixture, second, "decided", "2022-12-31", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (decide (fixture, second, "decided", "2025-06-01", &error));
  g_assert_true (decide (fixture, third, "interim", "2025-01-01", &error));
  g_assert_no_error (error);
  now = styr_workspace_find_model_for (self, "assignmentPlan", 2024);
  next = styr_workspace_find_model_for (self, "assignmentPlan", 2025);
  listed = styr_workspace_find_model_for (self, NULL, 2026);
  g_assert_true (now != NULL && next != NULL && listed != NULL);
  g_assert_true (now == styr_workspace_find_model (self, first, &error));
  g_assert_true (next == styr_workspace_find_model (self, third, &error));
  g_assert_true (listed == styr_workspace_find_model (self, second, &error));
  g_assert_true (styr_record_is (find_model (fixture, third), "status", "superseded"));
  g_assert_true (styr_record_is (find_model (fixture, third), "valid_to", "2025-05-31"));
}

#define ADD(name, func, set_up) g_test_add (name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/model-versions/versions", test_versions, fixture_set_up);
  ADD ("/model-versions/one-in-force", test_one_in_force, fixture_set_up);
  ADD ("/model-versions/put-right", test_put_right, fixture_set_up);
  ADD ("/model-versions/decided-once", test_decided_once, fixture_set_up);
  ADD ("/model-versions/replaced", test_replaced, fixture_set_up);
  ADD ("/model-versions/next-version", test_next_version, fixture_set_up);
  ADD ("/model-versions/delete", test_delete, fixture_set_up);
  ADD ("/model-versions/round-trip", test_round_trip, fixture_set_up_empty);
  ADD ("/model-versions/preview", test_preview, fixture_set_up);
  ADD ("/model-versions/empty", test_empty, fixture_set_up_empty);
  ADD ("/model-versions/next-year", test_next_year, fixture_set_up);
  return g_test_run ();
}
