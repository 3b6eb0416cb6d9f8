/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

#include "styr-organisation-page.h"
#include "styr-typed.h"
#include "styr-unit-dialogs.h"
#include "styr-unit-form.h"
#include "styr-unit-list.h"
#include "styr-unit-words.h"

static void
set_up (PageFixture *fixture, gconstpointer data)
{
  page_fixture_set_up (fixture, styr_organisation_page_new, FALSE);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static StyrUnitForm *
get_form (PageFixture *fixture)
{
  return STYR_UNIT_FORM (page_fixture_find (fixture->page, STYR_TYPE_UNIT_FORM));
}

static StyrUnitList *
get_list (PageFixture *fixture)
{
  return STYR_UNIT_LIST (page_fixture_find (fixture->page, STYR_TYPE_UNIT_LIST));
}

/* The first unit of a type that there can be several of */
static char *
dup_first (PageFixture *fixture, const char *type)
{
  g_autoptr (GPtrArray) units = styr_workspace_dup_units_on (fixture->workspace, "2024-10-10");

  for (guint i = 0; i < units->len; i++)
    if (styr_record_is (units->pdata[i], "type", type))
      return g_strdup (styr_record_get_id (units->pdata[i]));
  g_assert_not_reached ();
}

static void
type (StyrUnitForm *form, const char *column, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (styr_unit_form_get_row (form, column)), text);
  styr_unit_form_flush (form);
}

static const char *
get_text (StyrUnitForm *form, const char *column)
{
  return gtk_editable_get_text (GTK_EDITABLE (styr_unit_form_get_row (form, column)));
}

/* What is typed is one entry of the history; an undo shows in the form. */
static void
test_writes (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_first (fixture, "committee");
  g_autoptr (StyrRecord) before = styr_unit_form_dup_record (fixture->workspace, id);
  g_autoptr (StyrRecord) after = NULL;
  g_autoptr (GError) error = NULL;
  StyrUnitForm *form = get_form (fixture);

  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  type (form, "name", "Provnämnden");
  after = styr_unit_form_dup_record (fixture->workspace, id);
  g_assert_cmpstr (styr_record_get_text (after, "name"), ==, "Provnämnden");
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (form, "name"), ==, styr_record_get_text (before, "name"));
}

/* What can't be is said at the field and not written. */
static void
test_refuses (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_first (fixture, "committee");
  g_autoptr (StyrRecord) after = NULL;
  StyrUnitForm *form = get_form (fixture);

  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  type (form, "name", "");
  g_assert_true (gtk_widget_has_css_class (styr_unit_form_get_row (form, "name"), "error"));
  type (form, "ownership_share", "120");
  g_assert_true (
      gtk_widget_has_css_class (styr_unit_form_get_row (form, "ownership_share"), "error"));
  type (form, "ownership_share", "51,5");
  g_assert_false (
      gtk_widget_has_css_class (styr_unit_form_get_row (form, "ownership_share"), "error"));
  after = styr_unit_form_dup_record (fixture->workspace, id);
  g_assert_true (styr_record_has (after, "name"));
  g_assert_cmpfloat (styr_record_get_number (after, "ownership_share"), ==, 51.5);
}

/* What can't be saved stays until one says that it may go: by another unit, and by leaving the
 * page. */
static void
test_leave_refused (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_first (fixture, "committee");
  g_autofree char *other = dup_first (fixture, "department");
  g_autoptr (GError) error = NULL;
  StyrUnitForm *form = get_form (fixture);

  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  gtk_editable_set_text (GTK_EDITABLE (styr_unit_form_get_row (form, "valid_to")), "2024-13-45");
  gtk_editable_set_text (GTK_EDITABLE (styr_unit_form_get_row (form, "note")), "Prov");
  g_assert_false (styr_typed_settle (STYR_TYPED (fixture->page), &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);

  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (get_list (fixture), "chosen", other);
      g_assert_cmpstr (styr_unit_form_get_unit (form), ==, id);
      g_assert_cmpstr (styr_unit_list_get_selected (get_list (fixture)), ==, id);
      g_assert_cmpstr (get_text (form, "valid_to"), ==, "2024-13-45");
      page_fixture_answer (i == 0 ? "cancel" : "go-on");
    }
  g_assert_cmpstr (styr_unit_form_get_unit (form), ==, other);
  g_assert_cmpstr (styr_unit_list_get_selected (get_list (fixture)), ==, other);
  g_assert_true (styr_typed_settle (STYR_TYPED (fixture->page), NULL));
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  g_assert_cmpstr (get_text (form, "valid_to"), ==, "");
  g_assert_cmpstr (get_text (form, "note"), ==, "Prov");
}

/* A renamed unit is two: the day chooses which of them is in the list. */
static void
test_day (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_first (fixture, "committee");
  const char *const old[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *new_id = styr_workspace_succeed_unit (
      fixture->workspace, old, "Provnämnden", "2024-07-01", NULL, &error);
  StyrUnitList *list = get_list (fixture);
  guint n;

  g_assert_no_error (error);
  styr_unit_list_set_day (list, NULL);
  styr_unit_list_select (list, new_id);
  g_assert_cmpstr (styr_unit_list_get_selected (list), ==, new_id);
  styr_unit_list_select (list, id);
  g_assert_cmpstr (styr_unit_list_get_selected (list), ==, new_id);
  n = styr_unit_list_get_n_units (list);
  styr_unit_list_set_day (list, "2024-06-30");
  g_assert_cmpuint (styr_unit_list_get_n_units (list), ==, n);
  styr_unit_list_select (list, id);
  g_assert_cmpstr (styr_unit_list_get_selected (list), ==, id);
  styr_unit_list_set_shows_ended (list, TRUE);
  g_assert_cmpuint (styr_unit_list_get_n_units (list), >=, n + 1);
}

/* One that has ended is shown all the same, when one goes to it. */
static void
test_show_ended (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_first (fixture, "committee");
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_workspace_end_unit (fixture->workspace, id, "2024-01-31", &error));
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  g_assert_cmpstr (styr_unit_form_get_unit (get_form (fixture)), ==, id);
  g_assert_cmpstr (styr_unit_list_get_selected (get_list (fixture)), ==, id);
}

static GtkWidget *
find_text_view (GtkWidget *root)
{
  return page_fixture_find (root, GTK_TYPE_TEXT_VIEW);
}

/* A pasted list is one entry, all or nothing; the window stays with the sentence when it can't be.
 */
static void
test_paste (PageFixture *fixture, gconstpointer data)
{
  StyrAskDialog *dialog =
      styr_unit_dialogs_new_units (fixture->page, fixture->workspace, "committee");
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text_view (GTK_WIDGET (dialog))));
  guint n = styr_unit_list_get_n_units (get_list (fixture));
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (styr_ask_dialog_accept (dialog));
  gtk_text_buffer_set_text (buffer, "Parknämnden\n\n  Hamnnämnden \nParknämnden", -1);
  g_assert_true (styr_ask_dialog_accept (dialog));
  g_assert_cmpuint (styr_unit_list_get_n_units (get_list (fixture)), ==, n + 2);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (styr_unit_list_get_n_units (get_list (fixture)), ==, n);
}

/* A unit that was shown and is no more gives way to another. */
static void
test_gone (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
      styr_workspace_add_unit (fixture->workspace, "committee", "Provnämnden", &error);

  g_assert_no_error (error);
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  g_assert_true (styr_workspace_delete_unit (fixture->workspace, id, &error));
  g_assert_cmpstr (styr_unit_form_get_unit (get_form (fixture)), !=, id);
}

/* Undo of a merger shows the unit that one began with. */
static void
test_undo_merger (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *id = dup_first (fixture, "committee");
  g_autofree char *other = dup_first (fixture, "department");
  const char *const old[] = { id, NULL };
  const char *const names[] = { "Parknämnden", "Hamnnämnden", NULL };
  g_autofree char *made = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;

  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), other);
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  made = styr_workspace_succeed_unit (
      fixture->workspace, old, "Provnämnden", "2024-10-01", NULL, &error);
  g_assert_no_error (error);
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), made);
  parts = styr_workspace_split_unit (fixture->workspace, made, names, "2024-10-05", NULL, &error);
  g_assert_no_error (error);
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), parts[0]);
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), parts[1]);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_cmpstr (styr_unit_form_get_unit (get_form (fixture)), ==, made);
  g_assert_cmpstr (styr_unit_list_get_selected (get_list (fixture)), ==, made);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_cmpstr (styr_unit_form_get_unit (get_form (fixture)), ==, id);
  g_assert_cmpstr (styr_unit_list_get_selected (get_list (fixture)), ==, id);
}

static GtkWidget *
find_named (GtkWidget *root, const char *tooltip)
{
  g_autoptr (GPtrArray) buttons = page_fixture_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), tooltip) == 0)
      return buttons->pdata[i];
  return NULL;
}

static const char *
get_focused_name (PageFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL ? gtk_widget_get_tooltip_text (focus) : NULL;
}

/* The keyboard stays in the ties when one is added, changed or removed. */
static void
test_ties_keep_focus (PageFixture *fixture, gconstpointer data)
{
  const char *add = "Add one that serves it", *when = "When: Provkontoret";
  g_autofree char *id = dup_first (fixture, "committee");
  g_autoptr (GError) error = NULL;
  g_autofree char *department =
      styr_workspace_add_unit (fixture->workspace, "department", "Provkontoret", &error);
  g_autofree char *service = NULL;

  g_assert_no_error (error);
  styr_organisation_page_show (STYR_ORGANISATION_PAGE (fixture->page), id);
  page_fixture_settle (50);
  g_assert_true (gtk_widget_grab_focus (find_named (fixture->page, add)));
  service = styr_workspace_add_service (fixture->workspace, id, department, NULL, &error);
  g_assert_no_error (error);
  page_fixture_settle (50);
  g_assert_cmpstr (get_focused_name (fixture), ==, add);
  g_assert_true (gtk_widget_grab_focus (find_named (fixture->page, when)));
  g_assert_true (
      styr_workspace_set_service_days (fixture->workspace, service, "2024-02-01", NULL, &error));
  page_fixture_settle (50);
  g_assert_cmpstr (get_focused_name (fixture), ==, when);
  g_assert_true (styr_workspace_delete_service (fixture->workspace, service, &error));
  page_fixture_settle (50);
  g_assert_cmpstr (get_focused_name (fixture), ==, add);
}

/* The executive board's two roles come from the model; a committee has but one. */
static void
test_two_roles (PageFixture *fixture, gconstpointer data)
{
  StyrModel *model = styr_workspace_get_model (fixture->workspace);
  g_autofree char *own = styr_unit_dup_own_documents (model, "executiveBoard");
  g_autofree char *prepared = styr_unit_dup_prepared_documents (model, "executiveBoard");
  g_autofree char *council = styr_unit_dup_own_documents (model, "council");

  g_assert_nonnull (own);
  g_assert_nonnull (prepared);
  g_assert_null (council);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/organisation-page/writes", PageFixture, NULL, set_up, test_writes, tear_down);
  g_test_add ("/organisation-page/refuses", PageFixture, NULL, set_up, test_refuses, tear_down);
  g_test_add (
      "/organisation-page/leave-refused", PageFixture, NULL, set_up, test_leave_refused, tear_down);
  g_test_add ("/organisation-page/day", PageFixture, NULL, set_up, test_day, tear_down);
  g_test_add (
      "/organisation-page/show-ended", PageFixture, NULL, set_up, test_show_ended, tear_down);
  g_test_add ("/organisation-page/paste", PageFixture, NULL, set_up, test_paste, tear_down);
  g_test_add ("/organisation-page/gone", PageFixture, NULL, set_up, test_gone, tear_down);
  g_test_add (
      "/organisation-page/undo-merger", PageFixture, NULL, set_up, test_undo_merger, tear_down);
  g_test_add ("/organisation-page/ties-keep-focus",
              PageFixture,
              NULL,
              set_up,
              test_ties_keep_focus,
              tear_down);
  g_test_add ("/organisation-page/two-roles", PageFixture, NULL, set_up, test_two_roles, tear_down);
  return g_test_run ();
}
