/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-context-bar.h"
#include "styr-document-editor.h"
#include "styr-pages.h"
#include "window-fixture.h"
#include "styr-workspace-organisation.h"

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, TRUE);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_tear_down (fixture);
}

static void
activate (WindowFixture *fixture, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), name, target);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static gboolean
has_editor (GtkWidget *stack)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STYR_IS_DOCUMENT_EDITOR (child))
      return TRUE;
  return FALSE;
}

static const char *
get_label (WindowFixture *fixture, const char *id)
{
  return gtk_label_get_label (GTK_LABEL (window_fixture_get_child (fixture->window, id)));
}

/* Each page is made once. */
static void
test_pages (WindowFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "pyramid", "wheel", "documents", "history" };
  GtkWidget *stack = window_fixture_get_child (fixture->window, "pages");
  guint n_pages;

  styr_pages_get (&n_pages);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "main");
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        g_autofree char *action = g_strdup_printf ("win.show-page::%s", pages[i]);

        activate (fixture, action);
        g_assert_cmpstr (styr_window_get_page (fixture->window), ==, pages[i]);
        g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, pages[i]);
        g_assert_cmpstr (get_label (fixture, "page_title"), !=, "");
        g_assert_cmpstr (get_label (fixture, "page_subtitle"), !=, "");
      }
  g_assert_cmpuint (count_children (stack), >=, G_N_ELEMENTS (pages));
  g_assert_cmpuint (count_children (stack), <=, n_pages);

  activate (fixture, "win.show-page::nowhere");
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, "history");
}

/* Who leaves the window in peace finds the pages there, and is where they were. */
static void
test_pages_ahead (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *stack = window_fixture_get_child (fixture->window, "pages");
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (stack));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  guint n_pages, n_ahead = 0;
  const StyrPage *pages = styr_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    n_ahead += pages[i].ahead;
  g_assert_cmpuint (n_ahead, >, 1);
  g_assert_cmpuint (n_ahead, <, n_pages);
  for (guint i = 0; i < 100 && count_children (stack) < n_ahead; i++)
    window_fixture_settle (100);
  window_fixture_settle (300);
  for (guint i = 0; i < n_pages; i++)
    g_assert_true (pages[i].ahead ==
                   (gtk_stack_get_child_by_name (GTK_STACK (stack), pages[i].id) != NULL));
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (stack)) == shown);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);

  activate (fixture, "win.show-page::documents");
  g_assert_cmpstr (styr_window_get_page (fixture->window), ==, "documents");
}

/* Pages that aren't seen catch up when they are. */
static void
test_hidden_pages (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  g_autofree char *before = NULL;
  int year = styr_workspace_get_year (workspace);

  activate (fixture, "win.show-page::decisions");
  before = g_strdup (get_label (fixture, "page_subtitle"));
  activate (fixture, "win.show-page::wheel");
  styr_workspace_set_year (workspace, year - 1);
  activate (fixture, "win.show-page::decisions");
  g_assert_cmpstr (get_label (fixture, "page_subtitle"), !=, before);
  activate (fixture, "win.show-page::wheel");
  styr_workspace_set_year (workspace, year);
  activate (fixture, "win.show-page::decisions");
  g_assert_cmpstr (get_label (fixture, "page_subtitle"), ==, before);
}

static GtkDropDown *
get_drop_down (WindowFixture *fixture, const char *id)
{
  return GTK_DROP_DOWN (
      window_fixture_get_child (window_fixture_get_child (fixture->window, "context"), id));
}

static GPtrArray *
dup_units_of_year (StyrWorkspace *workspace)
{
  GListModel *units = styr_workspace_get_units (workspace);
  GPtrArray *of_year = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (styr_unit_exists_in_year (unit, styr_workspace_get_year (workspace)))
        g_ptr_array_add (of_year, g_steal_pointer (&unit));
    }
  return of_year;
}

static void
test_context (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  GtkDropDown *units = get_drop_down (fixture, "units");
  GtkDropDown *years = get_drop_down (fixture, "years");
  g_autoptr (GPtrArray) of_year = dup_units_of_year (workspace);
  StyrRecord *third = of_year->pdata[2];
  g_autofree char *whole = g_strdup (get_label (fixture, "page_subtitle"));

  /* The whole municipality comes first, then the units that there are in the year */
  g_assert_cmpuint (
      g_list_model_get_n_items (gtk_drop_down_get_model (units)), ==, of_year->len + 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (units), ==, 0);

  gtk_drop_down_set_selected (units, 3);
  window_fixture_settle (50);
  g_assert_cmpstr (styr_workspace_get_unit_id (workspace), ==, styr_record_get_id (third));
  g_assert_cmpstr (get_label (fixture, "page_subtitle"), !=, whole);
  styr_workspace_set_unit_id (workspace, NULL);
  window_fixture_settle (50);
  g_assert_cmpuint (gtk_drop_down_get_selected (units), ==, 0);
  g_assert_cmpstr (get_label (fixture, "page_subtitle"), ==, whole);

  styr_workspace_set_year (workspace, 2023);
  g_assert_cmpstr (
      gtk_string_object_get_string (gtk_drop_down_get_selected_item (years)), ==, "2023");
  gtk_drop_down_set_selected (years, gtk_drop_down_get_selected (years) + 1);
  g_assert_cmpint (styr_workspace_get_year (workspace), ==, 2024);
}

/* A document lies over the page, another one over that; Back goes down the same way. */
static void
test_documents (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *first = window_fixture_find_document (fixture, 0);
  g_autofree char *second = window_fixture_find_document (fixture, 1);
  GtkWidget *stack = window_fixture_get_child (fixture->window, "pages");
  GtkWidget *heading = window_fixture_get_child (fixture->window, "heading");
  GtkWidget *back = window_fixture_get_child (fixture->window, "back_button");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", first);
  g_assert_cmpstr (styr_window_get_document_id (fixture->window), ==, first);
  g_assert_false (gtk_widget_get_visible (heading));
  g_assert_true (gtk_widget_get_visible (back));
  g_assert_true (gtk_widget_is_sensitive (back));
  g_assert_cmpstr (adw_window_title_get_title (ADW_WINDOW_TITLE (
                       window_fixture_get_child (fixture->window, "document_title"))),
                   !=,
                   "");
  /* The very same again changes nothing */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", second);
  g_assert_cmpstr (styr_window_get_document_id (fixture->window), ==, second);

  activate (fixture, "win.back");
  g_assert_cmpstr (styr_window_get_document_id (fixture->window), ==, first);
  activate (fixture, "win.back");
  g_assert_null (styr_window_get_document_id (fixture->window));
  g_assert_true (gtk_widget_get_visible (heading));
  g_assert_false (gtk_widget_get_visible (back));
  /* No editor is left behind, when there is time to take it away */
  for (guint i = 0; i < 100 && has_editor (stack); i++)
    window_fixture_settle (20);
  g_assert_false (has_editor (stack));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", "nothing");
  g_assert_null (styr_window_get_document_id (fixture->window));
  g_assert_nonnull (window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG));
}

/* Wherever the keyboard was in a document, nothing keeps it when it is left: it would go on
 * following every change. */
static void
test_left_document (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *first = window_fixture_find_document (fixture, 0);
  g_autofree char *second = window_fixture_find_document (fixture, 1);
  GtkStack *stack = GTK_STACK (window_fixture_get_child (fixture->window, "pages"));
  GtkWidget *editor, *last;

  for (guint way = 0; way < 3; way++)
    {
      gtk_widget_child_focus (gtk_stack_get_visible_child (stack), GTK_DIR_TAB_FORWARD);
      last = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", first);
      /* What the page would give the keyboard back to doesn't take it any more */
      gtk_widget_set_sensitive (last, FALSE);
      editor = gtk_stack_get_visible_child (stack);
      g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
      window_fixture_settle (50);
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      g_assert_true (
          gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), editor));
      if (way == 0)
        activate (fixture, "win.back");
      else if (way == 1)
        activate (fixture, "win.show-page::wheel");
      else
        gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", second);
      for (guint i = 0; i < 100 && editor != NULL; i++)
        window_fixture_settle (20);
      g_assert_null (editor);
      gtk_widget_set_sensitive (last, TRUE);
      activate (fixture, "win.show-page::pyramid");
    }
}

/* Writes a word where a number or a day is to stand. */
static void
make_document (WindowFixture *fixture)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  GPtrArray *types = styr_model_get_document_types (styr_workspace_get_model (workspace));
  const StyrDocumentType *type = g_ptr_array_index (types, 0);

  /* Twenty years on, so that it isn't there already */
  gtk_widget_activate_action (
      GTK_WIDGET (fixture->window), "win.new-document", "(ssi)", type->id, "", 2044);
  g_assert_nonnull (styr_window_get_document_id (fixture->window));
}

static void
test_undo (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  GtkWidget *undo = window_fixture_get_child (fixture->window, "undo_button");
  GtkWidget *redo = window_fixture_get_child (fixture->window, "redo_button");
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;
  g_autoptr (StyrDossier) gone = NULL;
  g_autoptr (StyrDossier) again = NULL;

  g_assert_false (gtk_widget_is_sensitive (undo));
  make_document (fixture);
  id = g_strdup (styr_window_get_document_id (fixture->window));
  g_assert_true (gtk_widget_is_sensitive (undo));
  g_assert_false (gtk_widget_is_sensitive (redo));
  label = styr_workspace_dup_undo_label (workspace);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (undo), label));

  activate (fixture, "win.undo");
  g_assert_false (gtk_widget_is_sensitive (undo));
  g_assert_true (gtk_widget_is_sensitive (redo));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (redo), label));
  gone = styr_workspace_dup_dossier (workspace, id, NULL);
  g_assert_null (gone);
  /* Nothing more to undo: nothing happens */
  activate (fixture, "win.undo");
  g_assert_null (window_fixture_find_dialog (ADW_TYPE_MESSAGE_DIALOG));

  activate (fixture, "win.redo");
  again = styr_workspace_dup_dossier (workspace, id, NULL);
  g_assert_nonnull (again);
}

/* In a text outside of documents the keys are about the text, as long as there is any. */
static void
test_undo_of_text (WindowFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = window_fixture_get_workspace (fixture);
  GtkWidget *page, *search;

  make_document (fixture);
  activate (fixture, "win.show-page::history");
  page = gtk_stack_get_child_by_name (
      GTK_STACK (window_fixture_get_child (fixture->window, "pages")), "history");
  search = window_fixture_get_child (page, "search");
  g_assert_false (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "Uppdrag");
  gtk_widget_grab_focus (search);
  activate (fixture, "win.undo");
  g_assert_true (styr_workspace_can_undo (workspace));
  g_assert_false (styr_workspace_can_redo (workspace));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  activate (fixture, "win.undo");
  g_assert_true (styr_workspace_can_redo (workspace));
}

static gboolean
has_toast (WindowFixture *fixture)
{
  GtkWidget *overlay = window_fixture_get_child (fixture->window, "toasts");
  GtkWidget *button;

  window_fixture_settle (100);
  button = window_fixture_find_button (overlay, "Undo");
  if (button == NULL)
    button = window_fixture_find_button (overlay, "Ångra");
  return button != NULL && gtk_widget_get_mapped (button);
}

/* A toast's Undo must never undo something else than the toast says. */
static void
test_toast (WindowFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toast", "(sb)", "A <b> & c", TRUE);
  g_assert_true (has_toast (fixture));
  make_document (fixture);
  /* Making it says so in a toast of its own, which the next change takes away */
  g_assert_true (has_toast (fixture));
  activate (fixture, "win.undo");
  g_assert_false (has_toast (fixture));
}

static void
assert_named (GtkWidget *widget, guint *count)
{
  if (GTK_IS_MENU_BUTTON (widget) ||
      (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
       gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) == NULL &&
       gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL))
    {
      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL))
        g_error ("A button without a name: %s",
                 GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : "menu");
      (*count)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child, count);
}

static void
test_names (WindowFixture *fixture, gconstpointer data)
{
  guint count = 0;

  assert_named (GTK_WIDGET (fixture->window), &count);
  g_assert_cmpuint (count, >, 5);
}

/* Narrow: the sidebar folds, the context gets a row of its own, and everything goes back again. */
static void
test_narrow (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *content = window_fixture_get_child (fixture->window, "content");
  GtkWidget *context = window_fixture_get_child (fixture->window, "context");
  GtkWidget *wide_place = window_fixture_get_child (fixture->window, "context_place");
  GtkWidget *narrow_place = window_fixture_get_child (fixture->window, "narrow_context_place");
  int minimum;

  g_assert_true (gtk_widget_get_parent (context) == wide_place);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 600);
  window_fixture_settle (400);
  g_assert_true (gtk_widget_get_parent (context) == narrow_place);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 600);
  window_fixture_settle (400);
  g_assert_true (gtk_widget_get_parent (context) == wide_place);
}

static void
test_greyed (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.export-picture");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_box_append (GTK_BOX (window_fixture_get_child (fixture->window, "heading")), button);
  g_assert_true (gtk_widget_is_sensitive (button));
  activate (fixture, "win.show-page::documents");
  g_assert_false (gtk_widget_is_sensitive (button));
  activate (fixture, "win.show-page::wheel");
  g_assert_true (gtk_widget_is_sensitive (button));
}

/* What is shown belongs to the first database, also after a second was opened in its place. */
static void
test_other_database (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *document = window_fixture_find_document (fixture, 0);
  GtkWidget *page = gtk_stack_get_child_by_name (
      GTK_STACK (window_fixture_get_child (fixture->window, "pages")), "pyramid");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-document", "s", document);
  styr_window_open_database (fixture->window, other, FALSE);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "first-run");
  window_fixture_settle (50);
  g_assert_null (page);
  g_assert_null (styr_window_get_document_id (fixture->window));
  g_assert_cmpuint (count_children (window_fixture_get_child (fixture->window, "pages")), ==, 0);
  styr_window_open_database (fixture->window, fixture->path, FALSE);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "main");
}

/* From the example the window leads to the first run, and the example is kept as a database. */
static void
test_start_own (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  GtkWindow *dialog = NULL;
  g_autoptr (GDir) folder = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (StyrWorkspace) example = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.start-own", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
  gtk_window_destroy (dialog);
  window_fixture_settle (50);
  g_assert_cmpstr (window_fixture_get_shown (fixture), ==, "first-run");
  folder = g_dir_open (fixture->folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "example-") && g_str_has_suffix (name, ".db"))
      kept = g_build_filename (fixture->folder, name, NULL);
  g_assert_nonnull (kept);
  example = styr_workspace_open (kept, &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_is_example (example));
  styr_workspace_close (example);
}

#define ADD(path, func) g_test_add ("/window/" path, WindowFixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("pages", test_pages);
  ADD ("pages-ahead", test_pages_ahead);
  ADD ("hidden-pages", test_hidden_pages);
  ADD ("context", test_context);
  ADD ("documents", test_documents);
  ADD ("left-document", test_left_document);
  ADD ("undo", test_undo);
  ADD ("undo-of-text", test_undo_of_text);
  ADD ("toast", test_toast);
  ADD ("names", test_names);
  ADD ("narrow", test_narrow);
  ADD ("greyed", test_greyed);
  ADD ("other-database", test_other_database);
  ADD ("start-own", test_start_own);
  return g_test_run ();
}
