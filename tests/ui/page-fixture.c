/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-canvas.h"

#include <glib/gstdio.h>

/** Lets timers run and frames be painted. */
void
page_fixture_settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
action_cb (PageFixture *fixture, GVariant *parameter, GSimpleAction *action)
{
  g_autofree char *text = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_free (fixture->action);
  fixture->action = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), text);
}

static void
add_actions (PageFixture *fixture)
{
  static const struct
  {
    const char *name, *type;
  } actions[] = { { "open-decision", "s" },  { "open-document", "s" }, { "new-document", "(ssi)" },
                  { "show-page", "s" },      { "toast", "(sb)" },      { "error", "s" },
                  { "export-picture", "s" }, { "import-model", NULL } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (
          actions[i].name, actions[i].type != NULL ? G_VARIANT_TYPE (actions[i].type) : NULL);

      g_signal_connect_swapped (action, "activate", G_CALLBACK (action_cb), fixture);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

/* A model without blocks and phases: even the one that a new model begins with has some. */
static const char nothing[] =
    "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"nothing\",\"name\":\"Tom\","
    "\"municipality\":\"Tomby\",\"status\":\"draft\"}";

static void
fill (PageFixture *fixture, gboolean empty)
{
  g_autoptr (GError) error = NULL;

  if (empty)
    {
      const char *const none[] = { NULL };
      g_autoptr (GBytes) bytes = g_bytes_new_static (nothing, sizeof nothing - 1);
      g_autoptr (StyrModel) model = styr_model_new_from_bytes (bytes, "nothing.json", &error);

      g_assert_no_error (error);

      styr_workspace_set_up (fixture->workspace, model, "Tomby", none, 2024, &error);
    }
  else
    {
      styr_workspace_set_up_example (fixture->workspace, "norrkoping", &error);
    }
  g_assert_no_error (error);
  styr_workspace_set_year (fixture->workspace, 2024);
  styr_workspace_set_today (fixture->workspace, "2024-10-10");
}

/**
 * Makes a workspace in a folder of its own and shows a page over it.
 *
 * @empty: a model without blocks instead of the example
 */
void
page_fixture_set_up (PageFixture *fixture, PageFunc create, gboolean empty)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("styr-page-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->workspace = styr_workspace_open (path, &error);
  g_assert_no_error (error);
  fill (fixture, empty);
  fixture->page = create (fixture->workspace);
  fixture->window = adw_window_new ();
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  page_fixture_settle (250);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/** Closes it all; a page that is still alive then is a leak. */
void
page_fixture_tear_down (PageFixture *fixture)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  page_fixture_settle (20);
  g_assert_finalize_object (page);
  styr_workspace_close (fixture->workspace);
  g_assert_finalize_object (fixture->workspace);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->action);
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/** Returns: (transfer container): every widget of a type in and below @root. */
GPtrArray *
page_fixture_find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

/** Returns: (transfer none): the only widget of a type in and below @root. */
GtkWidget *
page_fixture_find (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = page_fixture_find_all (root, type);

  g_assert_cmpuint (found->len, ==, 1);
  return found->pdata[0];
}

/** Does what a click on a shape does. */
void
page_fixture_activate_node (PageFixture *fixture, const char *node_id)
{
  GtkWidget *canvas = page_fixture_find (fixture->page, STYR_TYPE_CANVAS);

  g_assert_true (styr_canvas_focus_node (STYR_CANVAS (canvas), node_id));
  page_fixture_settle (20);
  gtk_widget_activate_action (canvas, "canvas.activate", NULL);
  page_fixture_settle (50);
}

/** Answers the question that is put; there is but one. */
void
page_fixture_answer (const char *response)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *question = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        {
          g_assert_null (question);
          question = window;
        }
    }
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (question);
  page_fixture_settle (20);
}

/** Returns: (transfer full): a text property of the page. */
char *
page_fixture_dup_text (PageFixture *fixture, const char *property)
{
  char *text = NULL;

  g_object_get (fixture->page, property, &text, NULL);
  return text;
}
