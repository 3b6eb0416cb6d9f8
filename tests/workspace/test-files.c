/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-model.h"
#include "workspace-fixture.h"

#include <glib/gstdio.h>

/* Packages, examples, copies, damaged files and exports. */

static void
test_packages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) packages = styr_workspace_list_packages ();
  g_autoptr (StyrRecord) first = g_list_model_get_item (packages, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) empty = styr_workspace_new_empty_model ();
  const char *id = styr_record_get_id (first);

  g_assert_nonnull (first);
  g_assert_true (styr_record_has (first, "path"));
  g_assert_null (styr_workspace_load_package ("finns-inte", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, id));
  g_assert_nonnull (empty);
  g_assert_cmpuint (styr_model_get_document_types (empty)->len, ==, 0);
}

/* A file among the models that can't be read is listed last with what is wrong, and stands in
 * nobody's way. */
static void
test_faulty_package (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dir = g_build_filename (fixture->folder, "d", NULL);
  g_autofree char *models = g_build_filename (dir, "models", NULL);
  g_autofree char *path = g_build_filename (models, "norrkoping.json", NULL);
  g_autofree char *old = g_strdup (g_getenv ("STYR_DATA_DIR"));
  g_autoptr (GListModel) packages = NULL;
  g_autoptr (StyrRecord) last = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (GError) error = NULL;
  guint n_faults = 0;

  g_mkdir_with_parents (models, 0700);
  g_file_set_contents (
      path,
      "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"x\","
      "\"name\":\"X\",\"municipality\":\"Lillby\",\"status\":\"draft\",\"blocks\":[{\"titel\":1}]}",
      -1,
      &error);
  g_assert_no_error (error);
  g_setenv ("STYR_DATA_DIR", dir, TRUE);
  packages = styr_workspace_list_packages ();
  for (guint i = 0; i < g_list_model_get_n_items (packages); i++)
    {
      g_autoptr (StyrRecord) package = g_list_model_get_item (packages, i);

      n_faults += styr_record_has (package, "fault");
    }
  g_assert_cmpuint (n_faults, ==, 1);
  last = g_list_model_get_item (packages, g_list_model_get_n_items (packages) - 1);
  g_assert_cmpstr (styr_record_get_text (last, "name"), ==, "norrkoping.json");
  g_assert_nonnull (strstr (styr_record_get_text (last, "fault"), "blocks[0]"));
  model = styr_workspace_load_package ("Norrköping", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (styr_model_get_id (model), ==, "norrkoping");
  if (old != NULL)
    g_setenv ("STYR_DATA_DIR", old, TRUE);
  else
    g_unsetenv ("STYR_DATA_DIR");
}

static void
test_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_workspace_load_package ("norrkoping", &error);

  g_assert_cmpstr (styr_workspace_get_municipality (fixture->workspace), ==, "Exempelby kommun");
  g_assert_false (styr_workspace_is_example (fixture->workspace));
  g_assert_false (styr_workspace_can_undo (fixture->workspace));
  g_assert_cmpint (styr_workspace_get_year (fixture->workspace), ==, FIXTURE_YEAR);
  /* Council, board, two committees, one department. */
  g_assert_cmpuint (
      g_list_model_get_n_items (styr_workspace_get_units (fixture->workspace)), ==, 5);
  g_assert_false (
      styr_workspace_set_up (fixture->workspace, model, "Annan", NULL, FIXTURE_YEAR, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

static void
test_example (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) goals = NULL;
  StyrOverview *overview;
  GPtrArray *phases;

  g_assert_null (styr_workspace_get_model (fixture->workspace));
  styr_workspace_set_up_example (fixture->workspace, "norrkoping", &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_is_example (fixture->workspace));
  g_assert_cmpint (styr_workspace_get_year (fixture->workspace), ==, 2024);
  goals = styr_workspace_list_goals (fixture->workspace);
  g_assert_cmpuint (goals->len, >, 20);
  overview = styr_workspace_get_overview (fixture->workspace);
  phases = styr_model_get_phases (styr_workspace_get_model (fixture->workspace));
  for (guint i = 0; i < phases->len; i++)
    g_assert_cmpint (
        styr_overview_get_phase (overview, ((StyrPhase *) phases->pdata[i])->id).total, >, 0);
}

/* A broken example leaves an empty database and says where it is broken. */
static void
test_broken_example (Fixture *fixture, gconstpointer data)
{
  g_autofree char *models = g_build_filename (fixture->folder, "d", "models", NULL);
  g_autofree char *examples = g_build_filename (fixture->folder, "d", "examples", NULL);
  g_autofree char *dir = g_build_filename (fixture->folder, "d", NULL);
  g_autofree char *example = g_build_filename (examples, "liten.json", NULL);
  g_autofree char *package = g_build_filename (models, "liten.json", NULL);
  g_autofree char *old = g_strdup (g_getenv ("STYR_DATA_DIR"));
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (models, 0700);
  g_mkdir_with_parents (examples, 0700);
  g_file_set_contents (package,
                       "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"liten\","
                       "\"name\":\"Liten\",\"municipality\":\"Lillby\",\"status\":\"draft\"}",
                       -1,
                       &error);
  g_assert_no_error (error);
  g_file_set_contents (
      example,
      "{\"format\":\"styrmodell-example\",\"formatVersion\":1,\"package\":\"liten\","
      "\"municipality\":\"Lillby\",\"firstYear\":2024,\"records\":{\"unit\":["
      "{\"id\":\"a\",\"type\":\"x\",\"name\":\"A\"},{\"id\":\"b\",\"type\":\"x\",\"namn\":1}]}}",
      -1,
      &error);
  g_assert_no_error (error);
  g_setenv ("STYR_DATA_DIR", dir, TRUE);
  g_assert_false (styr_workspace_set_up_example (fixture->workspace, "liten", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
  g_assert_nonnull (strstr (error->message, "unit[1]"));
  g_assert_null (styr_workspace_get_model (fixture->workspace));
  if (old != NULL)
    g_setenv ("STYR_DATA_DIR", old, TRUE);
  else
    g_unsetenv ("STYR_DATA_DIR");
}

/* Whoever chose the wrong file is told what it is; the place in it only when there is something to
 * mend. The file is named once. */
static void
test_wrong_file (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes, *said;
  } files[] = {
    { "", "is empty" },
    { " \n", "is empty" },
    { "\x89PNG\r\n", "is a picture" },
    { "PK\x03\x04", "is a workbook" },
    { "SQLite format 3", "is a database" },
    { "Hej!", "is not an exported steering model" },
    { "{\"format\": \"annat\"}", "is not an exported steering model" },
    { "{\"format\": \"styrmodell-package\", \"form", "is damaged" },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "fil.styrmodell", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *named;

      g_assert_true (g_file_set_contents (path, files[i].bytes, -1, NULL));
      g_assert_null (styr_workspace_load_package (path, &error));
      g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
      g_assert_nonnull (strstr (error->message, files[i].said));
      named = strstr (error->message, "fil.styrmodell");
      g_assert_nonnull (named);
      g_assert_true (named == g_strrstr (error->message, "fil.styrmodell"));
    }
}

static void
test_model_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "modell.styrmodell", NULL);
  g_autofree char *again = g_build_filename (fixture->folder, "modell2.styrmodell", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "ingen", "m.styrmodell", NULL);
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_export_model (fixture->workspace, path, &error);
  g_assert_no_error (error);
  styr_workspace_import_model (fixture->workspace, path, &error);
  g_assert_no_error (error);
  styr_workspace_export_model (fixture->workspace, again, &error);
  g_file_get_contents (path, &first, NULL, NULL);
  g_file_get_contents (again, &second, NULL, NULL);
  g_assert_cmpstr (first, ==, second);

  g_assert_false (styr_workspace_export_model (fixture->workspace, nowhere, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_WRITE);
  g_clear_error (&error);
  g_file_set_contents (path, "{\"format\": \"annat\"}", -1, NULL);
  g_assert_false (styr_workspace_import_model (fixture->workspace, path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
  g_clear_error (&error);
  /* A model without the type of a document that there is. */
  g_file_set_contents (path,
                       "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"liten\","
                       "\"name\":\"Liten\",\"municipality\":\"Lillby\",\"status\":\"draft\"}",
                       -1,
                       NULL);
  g_assert_false (styr_workspace_import_model (fixture->workspace, path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "ppdragsplan"));
}

/* What was decided about the model that is there stands, whatever the file says of itself. */
static void
test_model_replaced (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *self = fixture->workspace;
  g_autofree char *path = g_build_filename (fixture->folder, "utkast.styrmodell", NULL);
  g_autofree char *id = g_strdup (styr_workspace_get_model_id (self)), *draft = NULL;
  g_autoptr (JsonNode) status = json_node_init_string (json_node_alloc (), "superseded");
  g_autoptr (GError) error = NULL;
  const char *const from = "2023-01-01";

  draft = styr_workspace_new_model_version (self, id, "2", &error);
  g_assert_no_error (error);
  styr_workspace_show_model (self, draft, &error);
  styr_workspace_export_model (self, path, &error);
  g_assert_no_error (error);
  styr_workspace_show_model (self, id, &error);
  styr_workspace_decide_model (
      self, id, "decided", "council", "2022-12-19", "§ 1", "KS 1", from, NULL, &error);
  g_assert_no_error (error);
  styr_workspace_import_model (self, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (styr_model_get_text (styr_workspace_get_model (self), "status"), ==, "decided");
  g_assert_cmpstr (styr_model_get_text (styr_workspace_get_model (self), "validFrom"), ==, from);
  g_assert_cmpstr (styr_model_get_text (styr_workspace_get_model (self), "sectionNo"), ==, "§ 1");
  g_assert_cmpstr (styr_model_get_text (styr_workspace_get_model (self), "version"), ==, "2");
  g_assert_false (styr_workspace_edit_model (self, "Status", NULL, "status", status, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *copies = g_build_filename (folder, "copies", NULL);
  g_autofree char *latest = NULL;
  g_autoptr (GError) error = NULL;

  for (int day = 1; day <= 13; day++)
    {
      g_autofree char *date = g_strdup_printf ("2024-11-%02d", day);

      styr_workspace_set_today (fixture->workspace, date);
      styr_workspace_copy_daily (fixture->workspace, &error);
      g_assert_no_error (error);
      styr_workspace_copy_daily (fixture->workspace, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_files (copies), ==, 10);
  latest = styr_workspace_find_latest_copy (fixture->path);
  g_assert_true (g_str_has_suffix (latest, "styrmodell-2024-11-13.db"));
}

static void
damage (const char *path)
{
  g_autofree char *rubbish = g_strnfill (4096, 'x');
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (wal);
  g_file_set_contents (path, rubbish, 4096, &error);
  g_assert_no_error (error);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autofree char *dump = NULL;
  GStatBuf info;

  dump = fixture_dump (fixture->workspace);
  styr_workspace_copy_daily (fixture->workspace, &error);
  g_assert_no_error (error);
  styr_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  damage (fixture->path);
  g_assert_null (styr_workspace_open (fixture->path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_DAMAGED);
  g_clear_error (&error);

  styr_workspace_restore_copy (fixture->path, &aside, &error);
  g_assert_no_error (error);
  g_file_get_contents (aside, &kept, NULL, &error);
  g_assert_true (g_str_has_prefix (kept, "xxxx"));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  fixture->workspace = styr_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  {
    g_autofree char *restored = fixture_dump (fixture->workspace);

    g_assert_cmpstr (restored, ==, dump);
  }
}

static void
test_start_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  styr_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  damage (fixture->path);
  g_assert_false (styr_workspace_restore_copy (fixture->path, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  styr_workspace_start_beside (fixture->path, &first, &error);
  g_assert_no_error (error);
  damage (fixture->path);
  styr_workspace_start_beside (fixture->path, &second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  fixture->workspace = styr_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_null (styr_workspace_get_model (fixture->workspace));
}

static void
test_open_errors (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "fel.db", NULL);
  g_autofree char *under_file = g_build_filename (fixture->path, "x", "styrmodell.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  styr_workspace_backup (fixture->workspace, other, &error);
  g_assert_no_error (error);
  g_file_get_contents (other, &bytes, &length, &error);
  bytes[60] = 0x7f; /* user_version: far newer */
  g_file_set_contents (other, bytes, (gssize) length, &error);
  g_assert_null (styr_workspace_open (other, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "fel.db"));
  g_clear_error (&error);
  bytes[60] = 0;
  bytes[68] = 0; /* application_id: somebody else's */
  g_file_set_contents (other, bytes, (gssize) length, &error);
  g_assert_null (styr_workspace_open (other, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
  g_clear_error (&error);
  g_assert_null (styr_workspace_open (under_file, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_false (styr_workspace_backup (fixture->workspace, fixture->path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "p.svg", "p.pdf", "p.png" };
  g_autoptr (GError) error = NULL;
  g_autofree char *workbook = g_build_filename (fixture->folder, "b.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "ingen", "b.xlsx", NULL);
  g_autofree char *odd = g_build_filename (fixture->folder, "b.doc", NULL);

  fixture_make_plans (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      GStatBuf info;

      styr_workspace_export_picture (
          fixture->workspace, i % 2 == 0 ? "pyramid" : "wheel", path, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 1000);
    }
  styr_workspace_export_workbook (
      fixture->workspace, fixture->committee, FIXTURE_YEAR, workbook, &error);
  g_assert_no_error (error);
  g_assert_false (
      styr_workspace_export_workbook (fixture->workspace, NULL, FIXTURE_YEAR, nowhere, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "b.xlsx"));
  g_clear_error (&error);
  g_assert_false (styr_workspace_export_picture (fixture->workspace, "pyramid", odd, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
}

static void
add (const char *path,
     void (*set_up) (Fixture *, gconstpointer),
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/files/packages", fixture_set_up_empty, test_packages);
  add ("/files/faulty-package", fixture_set_up_empty, test_faulty_package);
  add ("/files/set-up", fixture_set_up, test_set_up);
  add ("/files/example", fixture_set_up_empty, test_example);
  add ("/files/broken-example", fixture_set_up_empty, test_broken_example);
  add ("/files/model", fixture_set_up, test_model_file);
  add ("/files/model-replaced", fixture_set_up, test_model_replaced);
  add ("/files/wrong-file", fixture_set_up, test_wrong_file);
  add ("/files/copies", fixture_set_up, test_copies);
  add ("/files/restore", fixture_set_up, test_restore);
  add ("/files/start-beside", fixture_set_up, test_start_beside);
  add ("/files/open-errors", fixture_set_up, test_open_errors);
  add ("/files/export", fixture_set_up, test_export);
  return g_test_run ();
}
