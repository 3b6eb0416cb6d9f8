/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-import-preview.h"
#include "styr-model-compare-window.h"
#include "styr-model-roles.h"
#include "styr-model-version.h"
#include "styr-models-page.h"

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, styr_models_page_new, FALSE);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static StyrRecord *
dup_version (PageFixture *fixture, const char *status)
{
  GListModel *models = styr_workspace_get_models (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (models, i);

      if (styr_record_is (version, "status", status))
        return g_steal_pointer (&version);
    }
  return NULL;
}

static char *
make_draft (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *id = styr_workspace_new_model_version (
      fixture->workspace, styr_workspace_get_model_id (fixture->workspace), "Prov", &error);

  g_assert_no_error (error);
  page_fixture_settle (50);
  return id;
}

/* The page's actions make, show and compare versions; what is shown follows. */
static void
test_versions (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *before = page_fixture_dup_text (fixture, "subtitle");
  g_autofree char *id = make_draft (fixture);
  g_autofree char *after = page_fixture_dup_text (fixture, "subtitle");
  g_autoptr (StyrRecord) draft = dup_version (fixture, "draft");
  g_autofree char *title = styr_model_version_dup_title (draft);

  g_assert_cmpstr (before, !=, after);
  g_assert_nonnull (strstr (title, "Prov"));
  g_assert_cmpstr (styr_record_get_id (draft), ==, id);
  g_assert_true (gtk_widget_activate_action (fixture->page, "models.show", "s", id));
  g_assert_cmpstr (styr_workspace_get_model_id (fixture->workspace), ==, id);
  g_assert_cmpstr (styr_workspace_get_current_model_id (fixture->workspace), !=, id);
}

/* A decision needs its day; with it the draft is in force and the one before it is replaced. */
static void
test_decide (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_draft (fixture);
  g_autoptr (StyrRecord) draft = dup_version (fixture, "draft");
  g_autoptr (StyrRecord) old = NULL;
  StyrAskDialog *dialog = styr_model_version_ask_decide (fixture->page, fixture->workspace, draft);
  g_autoptr (GPtrArray) entries = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (styr_ask_dialog_accept (dialog));
  entries = page_fixture_find_all (GTK_WIDGET (dialog), GTK_TYPE_ENTRY);
  g_assert_cmpuint (entries->len, ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[0]), "2024-09-02");
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[1]), "2024-10-01");
  g_assert_true (styr_ask_dialog_accept (dialog));
  page_fixture_settle (50);
  g_assert_cmpstr (styr_workspace_get_current_model_id (fixture->workspace), ==, id);
  old = dup_version (fixture, "superseded");
  g_assert_nonnull (old);
  g_assert_cmpstr (styr_record_get_text (old, "valid_to"), ==, "2024-09-30");
}

/* What was changed in the draft is what differs, in the window and in the file. */
static void
test_compare (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = make_draft (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "compared.html", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) name = json_node_new (JSON_NODE_VALUE);
  StyrModelCompareWindow *window;
  guint n;

  window = STYR_MODEL_COMPARE_WINDOW (
      styr_model_compare_window_new (fixture->page, fixture->workspace, id));
  /* its number and that nobody has decided it say nothing about the model */
  n = styr_model_compare_window_get_n_differences (window);
  g_assert_cmpuint (n, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (styr_workspace_show_model (fixture->workspace, id, &error));
  json_node_set_string (name, "Drömmen");
  g_assert_true (styr_workspace_edit_model (
      fixture->workspace, "Prov", NULL, "blocks/vision/name", name, &error));
  window = STYR_MODEL_COMPARE_WINDOW (
      styr_model_compare_window_new (fixture->page, fixture->workspace, id));
  g_assert_cmpuint (styr_model_compare_window_get_n_differences (window), ==, n + 1);
  g_assert_true (styr_model_compare_window_export (window, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, "Drömmen"));
  /* bodies have names, not ids */
  g_assert_null (strstr (text, "council"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A role's page says what is asked of it. */
static void
test_roles (PageFixture *fixture, gconstpointer data)
{
  GPtrArray *roles = styr_model_get_roles (styr_workspace_get_model (fixture->workspace));
  const StyrRole *role = roles->pdata[0];
  g_autofree char *path = g_build_filename (fixture->folder, "role.html", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_model_roles_export (fixture->workspace, role->id, path, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, role->tasks->pdata[0]));
  g_assert_false (styr_model_roles_export (fixture->workspace, "nobody", path, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
}

static GtkWidget *
open_preview (PageFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrRecord) preview = styr_workspace_preview_import (fixture->workspace, path, &error);
  GtkWidget *window;

  g_assert_no_error (error);
  window = styr_import_preview_new (fixture->workspace, path, preview);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Nothing is written until one of the two is chosen; beside is a draft, and the one in force stays.
 */
static void
test_import_beside (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "model.styrmodell", NULL);
  g_autofree char *current = g_strdup (styr_workspace_get_current_model_id (fixture->workspace));
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrRecord) draft = NULL;
  GListModel *models = styr_workspace_get_models (fixture->workspace);
  guint n = g_list_model_get_n_items (models);
  GtkWidget *window;

  g_assert_true (styr_workspace_export_model (fixture->workspace, path, &error));
  window = open_preview (fixture, path);
  g_assert_cmpuint (g_list_model_get_n_items (models), ==, n);
  g_assert_true (gtk_widget_activate_action (window, "preview.beside", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (models), ==, n + 1);
  draft = dup_version (fixture, "draft");
  g_assert_nonnull (draft);
  g_assert_false (styr_record_has (draft, "decided_on"));
  g_assert_cmpstr (styr_workspace_get_current_model_id (fixture->workspace), ==, current);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (g_list_model_get_n_items (models), ==, n);
}

/* A model without places for what is written can lie beside, but not take the place. */
static void
test_import_lossy (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.styrmodell", NULL);
  g_autoptr (StyrModel) empty = styr_workspace_new_empty_model ();
  g_autoptr (GBytes) bytes = styr_model_to_bytes (empty);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_file_set_contents (
      path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  window = open_preview (fixture, path);
  gtk_widget_activate_action (window, "preview.replace", NULL);
  g_assert_cmpuint (
      styr_model_get_blocks (styr_workspace_get_model (fixture->workspace))->len, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/models-page/versions", PageFixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/models-page/decide", PageFixture, NULL, set_up, test_decide, tear_down);
  g_test_add ("/models-page/compare", PageFixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/models-page/roles", PageFixture, NULL, set_up, test_roles, tear_down);
  g_test_add (
      "/models-page/import-beside", PageFixture, NULL, set_up, test_import_beside, tear_down);
  g_test_add ("/models-page/import-lossy", PageFixture, NULL, set_up, test_import_lossy, tear_down);
  return g_test_run ();
}
