/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"

#include "styr-text-area.h"
#include "styr-typed.h"

#define PLAN "d-up-kfn-2024"
#define DECIDED "d-kr-sn-2024"

static void
set_up (PageFixture *fixture, gconstpointer document)
{
  editor_fixture_open (fixture, document);
}

static void
assert_value (PageFixture *fixture, const char *field, const char *value)
{
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);

  g_assert_cmpstr (styr_dossier_get_value (dossier, NULL, field), ==, value);
}

static void
assert_shown (StyrFieldRow *row, const char *text)
{
  g_autofree char *shown = editor_fixture_dup_shown (row);

  g_assert_cmpstr (shown, ==, text);
}

/* Typing is saved after a pause, not at every key */
static void
test_pause (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Ansvarsområde");
  guint before = editor_fixture_count_changes (fixture);

  editor_fixture_type (row, "Bibliotek");
  editor_fixture_type (row, "Bibliotek och museer");
  page_fixture_settle (100);
  g_assert_cmpuint (editor_fixture_count_changes (fixture), ==, before);
  page_fixture_settle (800);
  g_assert_cmpuint (editor_fixture_count_changes (fixture), ==, before + 1);
  assert_value (fixture, "mission.responsibility", "Bibliotek och museer");
  /* nothing is written because of what was written */
  page_fixture_settle (800);
  g_assert_cmpuint (editor_fixture_count_changes (fixture), ==, before + 1);
}

static void
test_flush (PageFixture *fixture, gconstpointer data)
{
  editor_fixture_type (editor_fixture_find_row (fixture, "Ansvarsområde"), "Museer");
  styr_typed_flush (STYR_TYPED (fixture->page));
  assert_value (fixture, "mission.responsibility", "Museer");
}

/* Leaving the page is the end of typing too */
static void
test_unmap (PageFixture *fixture, gconstpointer data)
{
  editor_fixture_type (editor_fixture_find_row (fixture, "Ansvarsområde"), "Kulturskola");
  gtk_widget_set_visible (fixture->page, FALSE);
  assert_value (fixture, "mission.responsibility", "Kulturskola");
}

static void
test_undo (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Ansvarsområde");
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (styr_field_row_get_editor (row)));
  g_autofree char *old = editor_fixture_dup_shown (row);
  GtkTextIter iter;
  int place;
  g_autoptr (GError) error = NULL;

  editor_fixture_type (row, "Något helt annat");
  styr_field_row_flush (row);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 4);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  page_fixture_settle (30);
  assert_shown (row, old);
  g_object_get (buffer, "cursor-position", &place, NULL);
  g_assert_cmpint (place, ==, 4);
  g_assert_true (styr_workspace_redo (fixture->workspace, &error));
  page_fixture_settle (30);
  assert_shown (row, "Något helt annat");
}

/* Another write of the same document must not touch what is being typed */
static void
test_typing_is_kept (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Ansvarsområde");
  g_autoptr (GError) error = NULL;

  editor_fixture_type (row, "Halvskriven men");
  styr_workspace_set_card (fixture->workspace, PLAN, "designation", "Annat", &error);
  g_assert_no_error (error);
  page_fixture_settle (30);
  assert_shown (row, "Halvskriven men");
  assert_shown (editor_fixture_find_row (fixture, "Designation"), "Annat");
}

static void
test_refused (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Nettoram för året");
  g_autofree char *old = editor_fixture_dup_shown (row);
  guint before = editor_fixture_count_changes (fixture);

  editor_fixture_type (row, "ungefär tre");
  styr_field_row_flush (row);
  g_assert_true (styr_field_row_is_refused (row));
  assert_shown (row, "ungefär tre");
  gtk_test_accessible_assert_state (
      styr_field_row_get_editor (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpuint (editor_fixture_count_changes (fixture), ==, before);

  editor_fixture_type (row, "312 400 tkr");
  styr_field_row_flush (row);
  g_assert_false (styr_field_row_is_refused (row));
  assert_value (fixture, "economy.frame", "312400000");
  g_assert_cmpstr (old, !=, "312 400 tkr");
}

/* The workspace has its own reasons; its sentence stands at the field and the text stays */
static void
test_refused_by_workspace (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Title");

  editor_fixture_type (row, "");
  styr_field_row_flush (row);
  g_assert_true (styr_field_row_is_refused (row));
  assert_shown (row, "");
}

static void
test_personal_number (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Ansvarsområde");
  GtkWidget *message;

  /* the tax authority's own test number */
  editor_fixture_type (row, "Klagomål från 640823-3234 om köer");
  styr_field_row_flush (row);
  message = gtk_widget_get_last_child (GTK_WIDGET (row));
  g_assert_true (gtk_widget_has_css_class (message, "warning"));
  g_assert_true (gtk_widget_get_visible (message));
  assert_value (fixture, "mission.responsibility", "Klagomål från 640823-3234 om köer");

  editor_fixture_type (row, "Klagomål om köer");
  styr_field_row_flush (row);
  g_assert_false (gtk_widget_get_visible (message));
}

static void
test_read_only (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_FIELD_ROW);
  guint before = editor_fixture_count_changes (fixture);
  guint open = 0;

  g_assert_cmpuint (rows->len, >, 20);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *editor = styr_field_row_get_editor (rows->pdata[i]);

      /* what comes with the minutes and isn't there yet: §, dnr, the information and its §; and who
       * answers for the document, its follow-up and where it is published */
      if (!gtk_widget_has_css_class (rows->pdata[i], "locked"))
        open++;
      else if (GTK_IS_TEXT_VIEW (editor))
        g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (editor)));
      else if (GTK_IS_EDITABLE (editor))
        g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (editor)));
      else
        g_assert_false (gtk_widget_get_sensitive (editor));
    }
  g_assert_cmpuint (open, <=, 9);
  editor_fixture_type (rows->pdata[0], "Ändrat efter beslut");
  styr_typed_flush (STYR_TYPED (fixture->page));
  g_assert_cmpuint (editor_fixture_count_changes (fixture), ==, before);
}

/* Where the last line of a text ends */
static int
get_bottom (GtkWidget *view)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (view), &end, &y, &height);
  return y + height;
}

static gboolean
has_room (GtkWidget *view)
{
  int height = gtk_widget_get_height (view);

  return height > get_bottom (view) && height < get_bottom (view) + 18;
}

/* A text of any length has room for its last line and the tails of its letters */
static void
test_whole_lines (PageFixture *fixture, gconstpointer data)
{
  StyrFieldRow *row = editor_fixture_find_row (fixture, "Ansvarsområde");
  GtkWidget *view = page_fixture_find (GTK_WIDGET (row), STYR_TYPE_TEXT_AREA);
  g_autoptr (GString) text = g_string_new ("Gång på gång");

  for (guint n = 1; n <= 24; n++)
    {
      editor_fixture_type (row, text->str);
      page_fixture_settle (60);
      for (guint i = 0; i < 100 && !has_room (view); i++)
        page_fixture_settle (20);
      g_assert_cmpint (gtk_widget_get_height (view), >, get_bottom (view));
      g_assert_cmpint (gtk_widget_get_height (view), <, get_bottom (view) + 18);
      g_string_append (text, n % 5 == 0 ? "\n" : "\nGång på gång");
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/field-row/pause", PageFixture, PLAN, set_up, test_pause, editor_fixture_tear_down);
  g_test_add ("/field-row/flush", PageFixture, PLAN, set_up, test_flush, editor_fixture_tear_down);
  g_test_add ("/field-row/unmap", PageFixture, PLAN, set_up, test_unmap, editor_fixture_tear_down);
  g_test_add ("/field-row/undo", PageFixture, PLAN, set_up, test_undo, editor_fixture_tear_down);
  g_test_add ("/field-row/typing-is-kept",
              PageFixture,
              PLAN,
              set_up,
              test_typing_is_kept,
              editor_fixture_tear_down);
  g_test_add (
      "/field-row/refused", PageFixture, PLAN, set_up, test_refused, editor_fixture_tear_down);
  g_test_add ("/field-row/refused-by-workspace",
              PageFixture,
              PLAN,
              set_up,
              test_refused_by_workspace,
              editor_fixture_tear_down);
  g_test_add ("/field-row/personal-number",
              PageFixture,
              PLAN,
              set_up,
              test_personal_number,
              editor_fixture_tear_down);
  g_test_add ("/field-row/read-only",
              PageFixture,
              DECIDED,
              set_up,
              test_read_only,
              editor_fixture_tear_down);
  g_test_add ("/field-row/whole-lines",
              PageFixture,
              PLAN,
              set_up,
              test_whole_lines,
              editor_fixture_tear_down);
  return g_test_run ();
}
