/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"

#include "styr-missing-parts.h"
#include "styr-workspace-decisions.h"

#define PLAN "d-up-kfn-2024"

static void
set_up (PageFixture *fixture, gconstpointer document)
{
  editor_fixture_open (fixture, document);
}

static guint
count_asked (PageFixture *fixture, const char *name)
{
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);
  g_autoptr (GPtrArray) found =
      styr_dossier_dup_where (dossier, "consultation_answer", "name", name);

  return found->len;
}

/* The buttons that take somebody away */
static guint
count_bins (PageFixture *fixture)
{
  g_autoptr (GPtrArray) buttons = page_fixture_find_all (fixture->page, GTK_TYPE_BUTTON);
  guint n = 0;

  for (guint i = 0; i < buttons->len; i++)
    n += g_object_get_data (buttons->pdata[i], "styr-answer") != NULL &&
         gtk_button_get_icon_name (buttons->pdata[i]) != NULL;
  return n;
}

/* Whoever was asked by mistake is taken away in the card, and comes back by undo */
static void
test_take_back (PageFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Föreningen", "Länet", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_workspace_send_consultation (
      fixture->workspace, PLAN, NULL, names, "2024-12-01", &error));
  g_assert_no_error (error);
  page_fixture_settle (30);
  g_assert_cmpuint (count_asked (fixture, "Länet"), ==, 1);
  g_assert_cmpuint (count_bins (fixture), ==, 2);
  g_signal_emit_by_name (editor_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Don’t ask Länet"),
                         "clicked");
  page_fixture_settle (30);
  g_assert_cmpuint (count_asked (fixture, "Länet"), ==, 0);
  g_assert_cmpuint (count_asked (fixture, "Föreningen"), ==, 1);
  g_assert_nonnull (strstr (fixture->action, "Länet is no longer asked"));
  g_assert_true (styr_workspace_undo (fixture->workspace, &error));
  page_fixture_settle (30);
  g_assert_cmpuint (count_asked (fixture, "Länet"), ==, 1);
  g_assert_nonnull (editor_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Don’t ask Länet"));
}

/* What was decided keeps those who were asked */
static void
test_decided_keeps (PageFixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Länet", NULL };
  g_autoptr (StyrDossier) dossier = editor_fixture_dup_dossier (fixture);
  g_autofree char *body = styr_workspace_dup_decider (fixture->workspace, dossier, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_workspace_send_consultation (
      fixture->workspace, PLAN, NULL, names, "2024-12-01", &error));
  page_fixture_settle (30);
  g_assert_cmpuint (count_bins (fixture), ==, 1);
  styr_workspace_set_status (fixture->workspace,
                             PLAN,
                             STYR_DOCUMENT_DECIDED,
                             "2024-10-01",
                             body != NULL ? body : "council",
                             "§ 1",
                             "KS 2024/1",
                             &error);
  g_assert_no_error (error);
  page_fixture_settle (30);
  g_assert_cmpuint (count_asked (fixture, "Länet"), ==, 1);
  g_assert_cmpuint (count_bins (fixture), ==, 0);
}

/* Whose decision is undone by another body's is said, also when a new version takes the place */
static void
test_other_decider (PageFixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL, *version = NULL, *of_version = NULL;

  styr_workspace_set_status (
      workspace, PLAN, STYR_DOCUMENT_DECIDED, "2024-10-01", "council", "46", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (styr_other_decider_dup_text (workspace, PLAN, "council", NULL));
  g_assert_null (styr_other_decider_dup_text (workspace, PLAN, NULL, NULL));
  other = styr_other_decider_dup_text (workspace, PLAN, "committee", NULL);
  g_assert_nonnull (other);
  g_assert_nonnull (strstr (other, "§ 46"));

  version = styr_workspace_new_version (workspace, PLAN, &error);
  g_assert_no_error (error);
  g_assert_null (styr_other_decider_dup_text (workspace, version, "council", NULL));
  of_version = styr_other_decider_dup_text (workspace, version, "committee", NULL);
  g_assert_cmpstr (of_version, ==, other);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/document-life/take-back",
              PageFixture,
              PLAN,
              set_up,
              test_take_back,
              editor_fixture_tear_down);
  g_test_add ("/document-life/decided-keeps",
              PageFixture,
              PLAN,
              set_up,
              test_decided_keeps,
              editor_fixture_tear_down);
  g_test_add ("/document-life/other-decider",
              PageFixture,
              PLAN,
              set_up,
              test_other_decider,
              editor_fixture_tear_down);
  return g_test_run ();
}
