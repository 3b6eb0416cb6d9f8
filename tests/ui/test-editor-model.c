/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"

#include "styr-outline.h"

#define PLAN "d-up-kfn-2024"
#define REPORT "d-kr-bmn-2024"
#define OLD "Så följs målen upp"
#define NEW "Så håller vi reda på målen"

static void
set_up (PageFixture *fixture, gconstpointer document)
{
  editor_fixture_open (fixture, document);
}

/* Some turns of the main loop, however slow a frame is */
static void
settle (void)
{
  for (guint i = 0; i < 10; i++)
    page_fixture_settle (10);
}

/* The model with other words takes the place of the one in use. */
static void
import (PageFixture *fixture, const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ny.styrmodell", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_export_model (fixture->workspace, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, old, new, 0), >, 0);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  styr_workspace_import_model (fixture->workspace, path, &error);
  g_assert_no_error (error);
  settle ();
}

static void
undo (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  styr_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  settle ();
}

static void
redo (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  styr_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  settle ();
}

static const char *
get_current (PageFixture *fixture)
{
  return styr_outline_get_current (
      STYR_OUTLINE (page_fixture_find (fixture->page, STYR_TYPE_OUTLINE)));
}

/* Scrolling there takes some frames */
static void
wait_for (PageFixture *fixture, const char *section)
{
  for (guint i = 0; i < 100 && g_strcmp0 (get_current (fixture), section) != 0; i++)
    page_fixture_settle (50);
  g_assert_cmpstr (get_current (fixture), ==, section);
}

/* The form is that of the model in use, also after undo and redo, and one stays in the section. */
static void
test_follows (PageFixture *fixture, gconstpointer data)
{
  styr_document_editor_show_section (STYR_DOCUMENT_EDITOR (fixture->page), "followUp");
  wait_for (fixture, "followUp");
  import (fixture, OLD, NEW);
  g_assert_nonnull (editor_fixture_find_row (fixture, NEW));
  wait_for (fixture, "followUp");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 styr_field_row_get_editor (editor_fixture_find_row (fixture, NEW)));
  undo (fixture);
  g_assert_nonnull (editor_fixture_find_row (fixture, OLD));
  redo (fixture);
  g_assert_nonnull (editor_fixture_find_row (fixture, NEW));
}

/* What is typed when the model changes is saved, and one goes on writing. */
static void
test_typed (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (StyrDossier) after = NULL;
  StyrFieldRow *row;

  editor_fixture_type (editor_fixture_find_row (fixture, OLD), "Varje kvartal.");
  import (fixture, OLD, NEW);
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  row = editor_fixture_find_row (fixture, NEW);
  dossier = editor_fixture_dup_dossier (fixture);
  g_assert_cmpstr (styr_dossier_get_value (dossier, PLAN, "followUp.how"), ==, "Varje kvartal.");
  editor_fixture_type (row, "Varje månad.");
  styr_field_row_flush (row);
  page_fixture_settle (50);
  after = editor_fixture_dup_dossier (fixture);
  g_assert_cmpstr (styr_dossier_get_value (after, PLAN, "followUp.how"), ==, "Varje månad.");
}

/* Grades, goals and what belongs to them come from the model too. */
static void
test_report (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) outlines = NULL;

  import (fixture, "Delvis uppfyllt", "På väg");
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  page_fixture_settle (50);
  undo (fixture);
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  redo (fixture);
  /* and the next refresh asks nothing of a model that is gone */
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  gtk_widget_activate_action (fixture->page, "editor.set-status", "s", "prepared");
  page_fixture_settle (50);
  outlines = page_fixture_find_all (fixture->page, STYR_TYPE_OUTLINE);
  g_assert_cmpuint (outlines->len, ==, 1);
}

/* A document that is removed while the model is another comes back in the right form. */
static void
test_gone (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import (fixture, OLD, NEW);
  styr_workspace_delete_document (fixture->workspace, PLAN, &error);
  g_assert_no_error (error);
  page_fixture_settle (50);
  undo (fixture);
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  g_assert_nonnull (editor_fixture_find_row (fixture, NEW));
  undo (fixture);
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  g_assert_nonnull (editor_fixture_find_row (fixture, OLD));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add (
      "/editor-model/follows", PageFixture, PLAN, set_up, test_follows, editor_fixture_tear_down);
  g_test_add (
      "/editor-model/typed", PageFixture, PLAN, set_up, test_typed, editor_fixture_tear_down);
  g_test_add (
      "/editor-model/report", PageFixture, REPORT, set_up, test_report, editor_fixture_tear_down);
  g_test_add ("/editor-model/gone", PageFixture, PLAN, set_up, test_gone, editor_fixture_tear_down);
  return g_test_run ();
}
