/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace-findings.h"
#include "styr-workspace-model.h"
#include "workspace-fixture.h"

#include <string.h>

/*
 * What the rules of each package find in its example, against tests/findings/PACKAGE.txt: a line
 * "# today DAY", or "# today DAY year YEAR" to look at another year than a user sees first that
 * day, then one finding a line; as many days as the file likes. With STYR_WRITE_FINDINGS=1 the file
 * is written anew, to be read before it is kept.
 */

#define MARK "# today "

static char *
dup_expected_path (const char *package)
{
  g_autofree char *name = g_strconcat (package, ".txt", NULL);

  return g_test_build_filename (G_TEST_DIST, "findings", name, NULL);
}

static char *
line_of (StyrRecord *finding)
{
  return g_strjoin ("\t",
                    styr_record_get_text (finding, "rule_id"),
                    styr_record_get_text (finding, "severity"),
                    styr_record_get_text (finding, "object_kind"),
                    styr_record_get_text (finding, "object_id"),
                    styr_record_get_flag (finding, "is_waived") ? "waived" : "open",
                    NULL);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
dup_lines (GPtrArray *findings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (lines, line_of (findings->pdata[i]));
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && parts[i][0] != '#')
      g_ptr_array_add (lines, g_strdup (parts[i]));
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

/* Both are sorted: what is only in one is what differs. */
static char *
compare (GPtrArray *expected, GPtrArray *found)
{
  GString *diff = g_string_new (NULL);
  guint i = 0, j = 0;

  while (i < expected->len || j < found->len)
    {
      int order = i == expected->len ? 1
                  : j == found->len  ? -1
                                     : strcmp (expected->pdata[i], found->pdata[j]);

      if (order < 0)
        g_string_append_printf (diff, "\n- %s", (const char *) expected->pdata[i++]);
      else if (order > 0)
        g_string_append_printf (diff, "\n+ %s", (const char *) found->pdata[j++]);
      else
        {
          i++;
          j++;
        }
    }
  return g_string_free (diff, FALSE);
}

/* The days of a file, each with its lines. (transfer full) */
static char **
split_days (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MARK, -1);
  GStrvBuilder *days = g_strv_builder_new ();
  char **split;

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    g_strv_builder_add (days, parts[i]);
  split = g_strv_builder_end (days);
  g_strv_builder_unref (days);
  return split;
}

/* What is found on the day that @head begins with: "2024-05-15", "2025-03-15 year 2024". */
static GPtrArray *
dup_found (Fixture *fixture, const char *head)
{
  g_autofree char *today = g_strndup (head, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_setenv ("STYR_TODAY", today, TRUE);
  fixture_reopen (fixture);
  if (g_str_has_prefix (head + strlen (today), " year "))
    styr_workspace_set_year (fixture->workspace,
                             (int) g_ascii_strtoll (head + strlen (today) + 6, NULL, 10));
  findings = styr_workspace_dup_findings (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  return dup_lines (findings);
}

static void
add_lines (GString *text, const char *head, GPtrArray *lines)
{
  g_string_append_printf (text, MARK "%.*s\n", (int) strcspn (head, "\n"), head);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) lines->pdata[i]);
}

static void
test_package (Fixture *fixture, gconstpointer data)
{
  const char *package = data;
  g_autofree char *path = dup_expected_path (package);
  g_autofree char *text = NULL;
  g_autoptr (GString) anew = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) days = NULL;
  gboolean writes = g_getenv ("STYR_WRITE_FINDINGS") != NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) && !writes)
    g_error ("%s has an example but no list of what its rules find: %s", package, path);
  days = split_days (text != NULL ? text : MARK "2024-05-15\n");
  g_assert_nonnull (days[0]);
  styr_workspace_set_up_example (fixture->workspace, package, &error);
  g_assert_no_error (error);
  for (char **day = days; *day != NULL; day++)
    {
      g_autoptr (GPtrArray) found = dup_found (fixture, *day);
      g_autoptr (GPtrArray) expected = split_lines (strchr (*day, '\n'));
      g_autofree char *diff = compare (expected, found);

      add_lines (anew, *day, found);
      if (diff[0] != '\0' && !writes)
        g_error ("%s, %.10s: findings missing (-) and not expected (+):%s", package, *day, diff);
    }
  if (writes)
    g_file_set_contents (path, anew->str, -1, &error);
  g_assert_no_error (error);
  g_unsetenv ("STYR_TODAY");
}

static void
add_packages (void)
{
  GListModel *packages = styr_workspace_list_packages ();
  guint n_examples = 0;

  for (guint i = 0; i < g_list_model_get_n_items (packages); i++)
    {
      g_autoptr (StyrRecord) package = g_list_model_get_item (packages, i);
      g_autofree char *name = NULL;

      if (!styr_record_get_flag (package, "has_example"))
        continue;
      n_examples++;
      name = g_strconcat ("/findings/", styr_record_get_id (package), NULL);
      g_test_add_vtable (name,
                         sizeof (Fixture),
                         g_intern_string (styr_record_get_id (package)),
                         (GTestFixtureFunc) (void *) fixture_set_up_empty,
                         (GTestFixtureFunc) (void *) test_package,
                         (GTestFixtureFunc) (void *) fixture_tear_down);
    }
  g_assert_cmpuint (n_examples, >, 0);
  g_object_unref (packages);
}

/* The findings as they are used -------------------------------------------------------------- */

static StyrRecord *
find_rule (GPtrArray *findings, const char *rule_id)
{
  for (guint i = 0; i < findings->len; i++)
    if (styr_record_is (findings->pdata[i], "rule_id", rule_id))
      return findings->pdata[i];
  return NULL;
}

/* A goal without a criterion, of a plan in the fixture's municipality. */
static char *
make_goal (Fixture *fixture, char **document)
{
  g_autoptr (GError) error = NULL;
  char *goal;

  *document = fixture_create (fixture, "assignmentPlan");
  goal = styr_workspace_add_goal (fixture->workspace,
                                  *document,
                                  fixture_find_section (fixture, *document, STYR_SECTION_GOALS)->id,
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  styr_workspace_set_item (
      fixture->workspace, *document, "goal", goal, "text", "Fler läser", &error);
  g_assert_no_error (error);
  return goal;
}

static StyrRecord *
dup_of_goal (Fixture *fixture, const char *goal)
{
  g_autoptr (GPtrArray) findings =
      styr_workspace_dup_findings_of (fixture->workspace, "goal", goal);
  StyrRecord *found = find_rule (findings, "N13");

  return found != NULL ? g_object_ref (found) : NULL;
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *document = NULL;
  g_autofree char *goal = make_goal (fixture, &document);
  g_autofree char *criterion = NULL;
  g_autoptr (StyrRecord) finding = dup_of_goal (fixture, goal);
  g_autoptr (GPtrArray) of_document =
      styr_workspace_dup_findings_of (fixture->workspace, "document", document);
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model (fixture->workspace), "assignmentPlan");
  g_autoptr (GPtrArray) of_block =
      styr_workspace_dup_findings_of (fixture->workspace, "block", type->block);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (finding);
  g_assert_nonnull (strstr (styr_record_get_text (finding, "text"), "Fler läser"));
  g_assert_cmpstr (styr_record_get_text (finding, "document_id"), ==, document);
  g_assert_nonnull (find_rule (of_document, "N13"));
  g_assert_nonnull (find_rule (of_block, "N13"));
  criterion = styr_workspace_add_criterion (
      fixture->workspace, document, goal, STYR_CRITERION_TEXT, &error);
  g_assert_no_error (error);
  styr_workspace_set_item (
      fixture->workspace, document, "criterion", criterion, "text", "Lånen ökar", &error);
  g_assert_no_error (error);
  g_assert_null (dup_of_goal (fixture, goal));
  g_assert_true (styr_workspace_undo (fixture->workspace, NULL));
  g_clear_object (&finding);
  finding = dup_of_goal (fixture, goal);
  g_assert_nonnull (finding);
}

static void
test_follows_context (Fixture *fixture, gconstpointer data)
{
  g_autofree char *document = NULL;
  g_autofree char *goal = make_goal (fixture, &document);
  GListModel *list = styr_workspace_get_findings (fixture->workspace);
  guint n_all = g_list_model_get_n_items (list);

  styr_workspace_set_unit_id (fixture->workspace, fixture->committee);
  g_assert_true (styr_workspace_get_findings (fixture->workspace) == list);
  g_assert_cmpuint (g_list_model_get_n_items (list), <, n_all);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (list, i);

      /* what the kontor that serves it has left undone waits for the nämnd too */
      if (!styr_record_is (finding, "unit_id", "kontor"))
        g_assert_cmpstr (styr_record_get_text (finding, "unit_id"), ==, fixture->committee);
    }
  styr_workspace_set_year (fixture->workspace, FIXTURE_YEAR + 1);
  g_assert_null (dup_of_goal (fixture, goal));
}

static void
test_waiver (Fixture *fixture, gconstpointer data)
{
  g_autofree char *document = NULL;
  g_autofree char *goal = make_goal (fixture, &document);
  StyrWorkspace *workspace = fixture->workspace;
  guint n_open = styr_workspace_count_findings (workspace, NULL);
  g_autoptr (GPtrArray) waivers = NULL;
  g_autoptr (StyrRecord) finding = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_workspace_waive (
      workspace, "N13", "goal", goal, 0, " ", "council", "2024-02-01", NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (styr_workspace_waive (
      workspace, "N13", "goal", goal, 0, "–", "council", "2024-02-01", NULL, NULL, &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (styr_workspace_waive (
      workspace, "X99", "goal", goal, 0, "Prov", "council", "2024-02-01", NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_false (styr_workspace_waive (
      workspace, "N13", "goal", goal, 0, "Prov", NULL, "2024-02-01", NULL, NULL, NULL));
  g_assert_false (styr_workspace_waive (
      workspace, "N13", "goal", goal, 0, "Prov", "council", "", NULL, NULL, NULL)); /* no day */
  styr_workspace_waive (workspace,
                        "N13",
                        "goal",
                        goal,
                        0,
                        "Prövas ett år",
                        "council",
                        "2024-02-01",
                        "12",
                        NULL,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_workspace_count_findings (workspace, NULL), ==, n_open - 1);
  finding = dup_of_goal (fixture, goal);
  g_assert_true (styr_record_get_flag (finding, "is_waived"));
  g_assert_cmpstr (styr_record_get_text (finding, "waiver_reason"), ==, "Prövas ett år");
  /* Changed: the same row, past its day. */
  styr_workspace_waive (workspace,
                        "N13",
                        "goal",
                        goal,
                        0,
                        "Kortare",
                        "council",
                        "2024-02-01",
                        NULL,
                        "2024-10-31",
                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_workspace_count_findings (workspace, NULL), ==, n_open);
  waivers = styr_workspace_dup_waivers (workspace);
  g_assert_cmpuint (waivers->len, ==, 1);

  /* For the rule wherever it is found. */
  styr_workspace_waive (
      workspace, "N13", NULL, NULL, 0, "Allt", "council", "2024-02-01", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (styr_workspace_count_findings (workspace, NULL), <, n_open);
  g_assert_true (styr_workspace_undo (workspace, NULL));
  g_assert_cmpuint (styr_workspace_count_findings (workspace, NULL), ==, n_open);
  styr_workspace_unwaive (workspace, styr_record_get_id (waivers->pdata[0]), &error);
  g_assert_no_error (error);
  g_clear_pointer (&waivers, g_ptr_array_unref);
  waivers = styr_workspace_dup_waivers (workspace);
  g_assert_cmpuint (waivers->len, ==, 0);
}

static guint
count_waived (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += styr_record_get_flag (findings->pdata[i], "is_waived");
  return n;
}

/* What a unit lacks in one year: the exception is for that year, and belongs to the model. */
static void
test_waiver_year (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autoptr (GPtrArray) before = NULL, after = NULL, next = NULL, waivers = NULL;
  g_autoptr (StyrRecord) lack = NULL;
  g_autoptr (GError) error = NULL;
  const char *object;

  before = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_rule (before, "N10"));
  lack = g_object_ref (find_rule (before, "N10"));
  object = styr_record_get_text (lack, "object_id");
  g_assert_cmpint (styr_record_get_int (lack, "year"), ==, FIXTURE_YEAR);
  styr_workspace_waive (workspace,
                        "N10",
                        "unit",
                        object,
                        FIXTURE_YEAR,
                        "Vilande",
                        "council",
                        "2024-02-01",
                        NULL,
                        NULL,
                        &error);
  g_assert_no_error (error);
  styr_workspace_waive (workspace,
                        "N10",
                        "unit",
                        object,
                        FIXTURE_YEAR + 5,
                        "Vilande då",
                        "council",
                        "2024-02-01",
                        NULL,
                        NULL,
                        &error);
  g_assert_no_error (error);
  waivers = styr_workspace_dup_waivers (workspace);
  g_assert_cmpuint (waivers->len, ==, 2);
  g_assert_cmpstr (styr_record_get_text (waivers->pdata[0], "model_id"),
                   ==,
                   styr_workspace_get_model_id (workspace));
  after = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpuint (count_waived (after), ==, count_waived (before) + 1);
  styr_workspace_set_year (workspace, FIXTURE_YEAR - 1);
  next = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_nonnull (find_rule (next, "N10"));
  g_assert_cmpuint (count_waived (next), ==, 0);
}

/* An exception follows to the next version of the model as long as the rule asks the same. */
static void
test_waiver_model (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *first = g_strdup (styr_workspace_get_model_id (workspace));
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) same = NULL, other = NULL;
  g_autoptr (JsonNode) offset = json_node_init_int (json_node_alloc (), 1);
  g_autoptr (GError) error = NULL;

  styr_workspace_waive (
      workspace, "N10", NULL, NULL, 0, "Vilande", "council", "2024-02-01", NULL, NULL, &error);
  g_assert_no_error (error);
  second = styr_workspace_new_model_version (workspace, first, "2", &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_show_model (workspace, second, &error));
  same = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_cmpuint (same->len, >, 0);
  g_assert_cmpuint (count_waived (same), ==, same->len);
  g_assert_true (
      styr_workspace_edit_model (workspace, "Fler", NULL, "rules/N10/min", offset, &error));
  json_node_set_int (offset, 2);
  g_assert_true (
      styr_workspace_edit_model (workspace, "Fler", NULL, "rules/N10/max", offset, &error));
  other = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->len, >, 0);
  g_assert_cmpuint (count_waived (other), ==, 0);
}

/* What the new version of the model says of the same thing goes before, also when it has ended. */
static void
test_waiver_ended (Fixture *fixture, gconstpointer data)
{
  StyrWorkspace *workspace = fixture->workspace;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) inherited = NULL, ended = NULL;
  g_autoptr (GError) error = NULL;

  styr_workspace_waive (
      workspace, "N10", NULL, NULL, 0, "Vilande", "council", "2024-02-01", NULL, NULL, &error);
  g_assert_no_error (error);
  second = styr_workspace_new_model_version (
      workspace, styr_workspace_get_model_id (workspace), "2", &error);
  g_assert_no_error (error);
  g_assert_true (styr_workspace_show_model (workspace, second, &error));
  inherited = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_cmpuint (inherited->len, >, 0);
  g_assert_cmpuint (count_waived (inherited), ==, inherited->len);
  styr_workspace_waive (
      workspace, "N10", NULL, NULL, 0, "Slut", "council", "2024-02-01", NULL, "2024-03-01", &error);
  g_assert_no_error (error);
  ended = styr_workspace_dup_findings (workspace, "N10", &error);
  g_assert_cmpuint (ended->len, ==, inherited->len);
  g_assert_cmpuint (count_waived (ended), ==, 0);
}

/* Advice is there to be read, and counts nowhere. */
static void
test_advice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *document = NULL;
  g_autofree char *goal = make_goal (fixture, &document);
  guint n_open = styr_workspace_count_findings (fixture->workspace, NULL);
  g_autoptr (GPtrArray) before = styr_workspace_dup_advice (fixture->workspace, document);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  StyrRecord *last;

  styr_workspace_set_item (
      fixture->workspace, document, "goal", goal, "text", "Vi stärker läsningen", &error);
  g_assert_no_error (error);
  after = styr_workspace_dup_advice (fixture->workspace, document);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  last = after->pdata[after->len - 1];
  g_assert_cmpstr (styr_record_get_text (last, "topic"), ==, "wording");
  g_assert_cmpstr (styr_record_get_text (last, "object_id"), ==, goal);
  g_assert_cmpstr (styr_record_get_text (last, "quote"), ==, "stärker");
  g_assert_cmpuint (styr_workspace_count_findings (fixture->workspace, NULL), ==, n_open);
}

static void
test_of_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL, of_decision = NULL;
  g_autoptr (GError) error = NULL;
  StyrStore *store;

  styr_workspace_set_up_example (fixture->workspace, "norrkoping", &error);
  g_assert_no_error (error);
  store = styr_workspace_get_store (fixture->workspace);
  findings = styr_workspace_dup_findings (fixture->workspace, "N44", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *clause = styr_record_get_text (findings->pdata[i], "object_id");
      g_autoptr (StyrRecord) row = styr_store_get (store, "decision_clause", clause, &error);

      g_assert_no_error (error);
      g_clear_pointer (&of_decision, g_ptr_array_unref);
      of_decision = styr_workspace_dup_findings_of (
          fixture->workspace, "decision", styr_record_get_text (row, "decision_id"));
      g_assert_nonnull (find_rule (of_decision, "N44"));
    }
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_packages ();
  add ("/findings/follows-changes", test_follows_changes);
  add ("/findings/follows-context", test_follows_context);
  add ("/findings/waiver", test_waiver);
  add ("/findings/waiver-year", test_waiver_year);
  add ("/findings/waiver-model", test_waiver_model);
  add ("/findings/waiver-ended", test_waiver_ended);
  add ("/findings/advice", test_advice);
  g_test_add ("/findings/of-decision",
              Fixture,
              NULL,
              fixture_set_up_empty,
              test_of_decision,
              fixture_tear_down);
  return g_test_run ();
}
