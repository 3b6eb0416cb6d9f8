/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-card.h"
#include "styr-setup-form.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, FALSE);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_tear_down (fixture);
}

static GtkWidget *
get_first_run (WindowFixture *fixture)
{
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "first-run");
  return gtk_stack_get_visible_child (
      GTK_STACK (window_fixture_get_child (fixture->window, "root")));
}

static GtkWidget *
open_form (WindowFixture *fixture, gboolean last_card)
{
  GtkWidget *first_run = get_first_run (fixture);
  GtkWidget *cards = window_fixture_get_child (first_run, "cards");
  GtkWidget *card =
      last_card ? gtk_widget_get_last_child (cards) : gtk_widget_get_first_child (cards);
  GtkWidget *form;

  g_assert_true (STYR_IS_MODEL_CARD (card));
  window_fixture_click (card);
  form = gtk_stack_get_visible_child (GTK_STACK (window_fixture_get_child (first_run, "steps")));
  g_assert_true (STYR_IS_SETUP_FORM (form));
  return form;
}

static void
test_example (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_click (window_fixture_get_child (get_first_run (fixture), "example_button"));
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "main");
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, "pyramid");
  g_assert_true (styr_workspace_is_example (window_fixture_get_workspace (fixture)));
  g_assert_true (gtk_widget_get_visible (
      window_fixture_get_child (window_fixture_get_child (fixture->window, "sidebar"), "example")));
}

/* Nothing that needs a model can be done before there is one. */
static void
test_nothing_yet (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  get_first_run (fixture);
  gtk_widget_activate_action (window, "win.show-page", "s", "wheel");
  gtk_widget_activate_action (window, "win.undo", NULL);
  gtk_widget_activate_action (window, "win.search", NULL);
  gtk_widget_activate_action (window, "win.back", NULL);
  get_first_run (fixture);
  g_assert_null (styr_window_get_page (fixture->window));
}

static void
write_committees (GtkWidget *form, const char *text)
{
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (window_fixture_get_child (form, "committees_view"))),
      text,
      -1);
}

static gboolean
is_wrong (GtkWidget *form, const char *id)
{
  GtkWidget *error = window_fixture_get_child (form, id);

  return gtk_widget_get_visible (error) && *gtk_label_get_label (GTK_LABEL (error)) != '\0';
}

/* Errors come with the first try, stand beside what they are about, and go as soon as it is mended.
 */
static void
test_errors (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *form = open_form (fixture, FALSE);
  GtkWidget *name = window_fixture_get_child (form, "name_row");
  GtkWidget *create = window_fixture_get_child (form, "create_button");

  gtk_editable_set_text (GTK_EDITABLE (name), "   ");
  g_assert_false (is_wrong (form, "name_error"));
  window_fixture_click (create);
  g_assert_true (is_wrong (form, "name_error"));
  g_assert_true (is_wrong (form, "committees_error"));
  gtk_test_accessible_assert_state (
      name, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_null (styr_workspace_get_model (window_fixture_get_workspace (fixture)));

  gtk_editable_set_text (GTK_EDITABLE (name), "Tomby");
  g_assert_false (is_wrong (form, "name_error"));
  write_committees (form, "Barnnämnden\nbarnnämnden");
  g_assert_true (is_wrong (form, "committees_error"));
  window_fixture_click (create);
  g_assert_null (styr_workspace_get_model (window_fixture_get_workspace (fixture)));
  write_committees (form, "Barnnämnden\nVårdnämnden");
  g_assert_false (is_wrong (form, "committees_error"));
}

static gboolean
has_unit (StyrWorkspace *workspace, const char *name)
{
  GListModel *units = styr_workspace_get_units (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (styr_record_is (unit, "name", name))
        return TRUE;
    }
  return FALSE;
}

/* A list as it comes from a web page or a document: bullets, numbers, empty lines, other line ends.
 */
static void
test_create (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  GtkWidget *form = open_form (fixture, FALSE);

  gtk_editable_set_text (GTK_EDITABLE (window_fixture_get_child (form, "name_row")), " Tomby ");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (window_fixture_get_child (form, "year_spin")), 2023);
  write_committees (form, "• Barnnämnden\r\n\r\n  2. Vårdnämnden\n- Nämnden för 3 broar  \n");
  window_fixture_click (window_fixture_get_child (form, "create_button"));

  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "main");
  g_assert_cmpstr (styr_workspace_get_municipality (workspace), ==, "Tomby");
  g_assert_false (styr_workspace_is_example (workspace));
  g_assert_true (has_unit (workspace, "Barnnämnden"));
  g_assert_true (has_unit (workspace, "Vårdnämnden"));
  g_assert_true (has_unit (workspace, "Nämnden för 3 broar"));
}

static void
test_empty_model (WindowFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "pyramid", "wheel", "documents", "history" };
  GtkWidget *form = open_form (fixture, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (window_fixture_get_child (form, "name_row")), "Tomby");
  write_committees (form, "Barnnämnden");
  window_fixture_click (window_fixture_get_child (form, "create_button"));
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "main");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i]);
      window_fixture_settle (30);
      g_assert_cmpstr (styr_window_get_page (fixture->window), ==, pages[i]);
    }
}

/* A broken file is told and changes nothing; the way back is open. */
static void
test_broken_file (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "broken.styrmodell", NULL);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "{ \"format\": 1", -1, NULL));
  styr_window_open_model_file (fixture->window, path);
  dialog = window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_destroy (dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (window_fixture_get_child (get_first_run (fixture), "steps"))),
                   ==,
                   "choose");
}

static void
set_up_faulty (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_strdup (g_getenv ("STYR_DATA_DIR"));
  g_autofree char *folder = g_dir_make_tmp ("styrmodell-XXXXXX", NULL);
  g_autofree char *models = g_build_filename (folder, "models", NULL);
  g_autofree char *path = g_build_filename (models, "broken.json", NULL);

  g_mkdir_with_parents (models, 0700);
  g_assert_true (g_file_set_contents (path, "{ \"format\": 1", -1, NULL));
  g_setenv ("STYR_DATA_DIR", folder, TRUE);
  window_fixture_set_up (fixture, FALSE);
  g_assert_cmpint (g_unlink (path) + g_rmdir (models) + g_rmdir (folder), ==, 0);
  if (old != NULL)
    g_setenv ("STYR_DATA_DIR", old, TRUE);
  else
    g_unsetenv ("STYR_DATA_DIR");
}

/* A file among the models that can't be read stands in the list, and can't be chosen. */
static void
test_faulty_package (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *cards = window_fixture_get_child (get_first_run (fixture), "cards");
  guint n_closed = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n_closed += !gtk_widget_get_sensitive (card);
  g_assert_cmpuint (n_closed, ==, 1);
  open_form (fixture, FALSE);
}

static void
test_back (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *first_run = get_first_run (fixture);
  GtkWidget *steps = window_fixture_get_child (first_run, "steps");

  open_form (fixture, FALSE);
  window_fixture_click (window_fixture_get_child (first_run, "back_button"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (steps)), ==, "choose");
  open_form (fixture, TRUE);
}

/* Faults: what can't be opened is told in the window, and nothing is touched before an answer. */

static void
damage (WindowFixture *fixture)
{
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged.db", NULL);

  g_assert_true (
      g_file_set_contents (damaged, "This is no database at all, only a text.", -1, NULL));
  styr_window_open_database (fixture->window, damaged, FALSE);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "fault");
  window_fixture_settle (100);
}

static void
test_damaged (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged.db", NULL);
  g_autofree char *content = NULL;
  GtkWidget *page, *button;

  damage (fixture);
  g_assert_true (g_file_get_contents (damaged, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "This is no database"));

  page =
      gtk_stack_get_visible_child (GTK_STACK (window_fixture_get_child (fixture->window, "root")));
  button = window_fixture_find_button (page, "Start a new database");
  if (button == NULL)
    button = window_fixture_find_button (page, "Börja med en ny databas");
  window_fixture_click (button);
  get_first_run (fixture);
}

static void
test_folder_missing (WindowFixture *fixture, gconstpointer data)
{
  styr_window_open_database (fixture->window, "/proc/nowhere/test.db", FALSE);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "fault");
  styr_window_open_database (fixture->window, fixture->path, TRUE);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "main");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/first-run/" path, WindowFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("example", test_example);
  ADD ("nothing-yet", test_nothing_yet);
  ADD ("errors", test_errors);
  ADD ("create", test_create);
  ADD ("empty-model", test_empty_model);
  ADD ("broken-file", test_broken_file);
  g_test_add ("/first-run/faulty-package",
              WindowFixture,
              NULL,
              set_up_faulty,
              test_faulty_package,
              tear_down);
  ADD ("back", test_back);
  ADD ("damaged", test_damaged);
  ADD ("folder-missing", test_folder_missing);
  return g_test_run ();
}
