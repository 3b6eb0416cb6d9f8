/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-model.h"
#include "styr-model-change.h"
#include "workspace-fixture.h"

/* Models with something taken away ------------------------------------------------------------ */

static guint
find_element (JsonArray *list, const char *id)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (list, i), "id"),
                     id))
      return i;
  g_error ("Nothing is called “%s”", id);
}

/* @path: list/id/list/id…; the last is taken away; (transfer full) */
static StyrModel *
dup_without (StyrModel *model, const char *path)
{
  g_autofree char *text = json_to_string (styr_model_to_json (model), FALSE);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GError) error = NULL;
  JsonObject *object = json_node_get_object (root);
  StyrModel *changed;

  for (guint i = 0; steps[i] != NULL; i += 2)
    {
      JsonArray *list = json_object_get_array_member (object, steps[i]);
      guint index = find_element (list, steps[i + 1]);

      if (steps[i + 2] == NULL)
        json_array_remove_element (list, index);
      else
        object = json_array_get_object_element (list, index);
    }
  changed = styr_model_new_from_json (root, &error);
  g_assert_no_error (error);
  return changed;
}

/* What loses its place ------------------------------------------------------------------------ */

static void
add_use (GPtrArray *uses, const char *what, const char *type, const char *section, const char *id)
{
  StyrRecord *use = styr_record_new ("use", NULL);

  styr_record_set_text (use, "what", what);
  styr_record_set_text (use, "type", type);
  styr_record_set_text (use, "section", section);
  styr_record_set_text (use, "ref", id);
  g_ptr_array_add (uses, use);
}

/* As many as there are kinds of uses; all have a place in the small model */
static GPtrArray *
dup_uses (void)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func (g_object_unref);

  add_use (uses, STYR_USE_DOCUMENT, "vision", NULL, NULL);
  add_use (uses, STYR_USE_DOCUMENT, "plan", NULL, NULL);
  add_use (uses, STYR_USE_DOCUMENT, "report", NULL, NULL);
  add_use (uses, STYR_USE_SECTION, "plan", "risks", "rows");
  add_use (uses, STYR_USE_SECTION, "report", "measures", "measures");
  add_use (uses, STYR_USE_GOAL, "plan", NULL, "goal");
  add_use (uses, STYR_USE_FIELD, "plan", "risks", "how");
  add_use (uses, STYR_USE_FIELD, "vision", "picture", "note");
  add_use (uses, STYR_USE_GRADE, "report", "goal", "partly");
  return uses;
}

static const struct
{
  const char *path;
  guint n_lost;
  const char *first, *second;
} losses[] = {
  { "documentTypes/plan/sections/risks/fields/how", 1, "Hur", NULL },
  { "documentTypes/plan/sections/risks/fields/what", 0, NULL, NULL },
  { "documentTypes/plan/sections/risks", 2, "Risker", "Hur" },
  { "documentTypes/plan/sections/goals", 1, "Mål", NULL },
  { "documentTypes/report/sections/measures", 1, "Åtgärder", NULL },
  { "documentTypes/report/sections/results", 1, "Delvis", NULL },
  { "documentTypes/vision/sections/picture/fields/note", 1, "Not", NULL },
  { "documentTypes/vision/sections/picture/fields/text", 0, NULL, NULL },
  { "scales/grades/grades/partly", 1, "Delvis", NULL },
  { "scales/grades/grades/yes", 0, NULL, NULL },
  { "terms/n", 0, NULL, NULL },
};

static void
test_losses (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (GPtrArray) uses = dup_uses ();
  g_autoptr (GPtrArray) none = styr_model_dup_lost (model, model, uses);

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autoptr (StyrModel) changed = dup_without (model, losses[i].path);
      g_autoptr (GPtrArray) lost = styr_model_dup_lost (model, changed, uses);

      g_test_message ("%s", losses[i].path);
      g_assert_cmpuint (lost->len, ==, losses[i].n_lost);
      if (losses[i].first != NULL)
        g_assert_nonnull (strstr (lost->pdata[0], losses[i].first));
      if (losses[i].second != NULL)
        g_assert_nonnull (strstr (lost->pdata[1], losses[i].second));
    }
}

/* What has no place already isn't lost by the change, and what a lost document holds is not told
 * apart. */
static void
test_not_losses (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (StyrModel) poorer = dup_without (model, "documentTypes/vision");
  g_autoptr (GPtrArray) uses = dup_uses ();
  g_autoptr (GPtrArray) lost = styr_model_dup_lost (model, poorer, uses);
  g_autoptr (GPtrArray) again = styr_model_dup_lost (poorer, poorer, uses);

  g_assert_cmpuint (lost->len, ==, 1);
  g_assert_nonnull (strstr (lost->pdata[0], "Vision"));
  g_assert_cmpuint (again->len, ==, 0);
}

/* Importing ----------------------------------------------------------------------------------- */

static gboolean
import (Fixture *fixture, StyrModel *model, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ny.styrmodell", NULL);
  g_autoptr (GBytes) bytes = styr_model_to_bytes (model);

  g_assert_true (g_file_set_contents (
      path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return styr_workspace_import_model (fixture->workspace, path, error);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = fixture_create (fixture, "assignmentPlan");
  g_autoptr (StyrModel) model = g_object_ref (styr_workspace_get_model (fixture->workspace));
  g_autoptr (StyrModel) poorer =
      dup_without (model, "documentTypes/assignmentPlan/sections/followUp/fields/how");
  g_autoptr (GError) error = NULL;

  styr_workspace_set_value (
      fixture->workspace, plan, plan, "followUp.how", "Två gånger om året.", &error);
  g_assert_no_error (error);
  g_assert_false (import (fixture, poorer, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "ppdragsplan"));
  g_assert_nonnull (strstr (error->message, "Uppföljning"));
  g_assert_nonnull (strstr (error->message, "Så följs målen upp"));
  g_assert_true (styr_workspace_get_model (fixture->workspace) == model);
  g_clear_error (&error);

  /* nothing is written there any longer */
  styr_workspace_set_value (fixture->workspace, plan, plan, "followUp.how", "", &error);
  g_assert_no_error (error);
  g_assert_true (import (fixture, poorer, &error));
  g_assert_no_error (error);
}

/* Everything that the fixture writes in every type of document has its place in the model */
static void
test_import_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrModel) model = g_object_ref (styr_workspace_get_model (fixture->workspace));
  g_autoptr (StyrModel) poorer = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_plans (fixture, "qualityReport");
  report = fixture_create (fixture, "qualityReport");
  fixture_fill (fixture, report);
  g_assert_true (import (fixture, model, &error));
  g_assert_no_error (error);
  poorer = dup_without (model, "documentTypes/assignmentPlan/sections/goals");
  g_assert_false (import (fixture, poorer, &error));
  g_assert_nonnull (strstr (error->message, "ppdragsplan"));
}

/* A model that can't be read ------------------------------------------------------------------ */

static gboolean
set_body_cb (StyrStore *store, gpointer body, GError **error)
{
  return styr_store_execute (store,
                             error,
                             "UPDATE model_element SET body = ?1 WHERE kind = 'scales' AND "
                             "element_id = (SELECT min (element_id) FROM model_element WHERE kind "
                             "= 'scales')",
                             body,
                             NULL);
}

static void
set_body (Fixture *fixture, const char *body)
{
  g_autoptr (GError) error = NULL;

  styr_store_write (styr_workspace_get_store (fixture->workspace),
                    body,
                    NULL,
                    set_body_cb,
                    (gpointer) body,
                    &error);
  g_assert_no_error (error);
}

static char *
dup_body (Fixture *fixture)
{
  return styr_workspace_dup_one (
      fixture->workspace,
      "SELECT body AS value FROM model_element WHERE kind = 'scales' ORDER BY element_id LIMIT 1",
      NULL,
      NULL,
      NULL);
}

/* It isn't left in the database, and who asked for it is told. */
static void
test_fault (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = dup_body (fixture);
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  set_body (fixture, "{\"id\":\"x\",\"unknown\":1}");
  g_assert_false (styr_workspace_check_model (fixture->workspace, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
  g_clear_error (&error);
  set_body (fixture, good);
  g_assert_true (styr_workspace_check_model (fixture->workspace, &error));

  g_assert_false (styr_workspace_undo (fixture->workspace, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_BAD_FILE);
  now = dup_body (fixture);
  g_assert_cmpstr (now, ==, good);
  g_assert_true (styr_workspace_check_model (fixture->workspace, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-change/losses", test_losses);
  g_test_add_func ("/model-change/not-losses", test_not_losses);
  g_test_add (
      "/model-change/import", Fixture, NULL, fixture_set_up, test_import, fixture_tear_down);
  g_test_add ("/model-change/import-same",
              Fixture,
              NULL,
              fixture_set_up,
              test_import_same,
              fixture_tear_down);
  g_test_add ("/model-change/fault", Fixture, NULL, fixture_set_up, test_fault, fixture_tear_down);
  return g_test_run ();
}
