/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-personal-number.h"
#include "styr-unit-names.h"
#include "workspace-fixture.h"

typedef struct
{
  guint signals, removed, added;
} Count;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, Count *count)
{
  count->signals++;
  count->removed += removed;
  count->added += added;
}

static GPtrArray *
make_records (const char *ids, const char *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = ids; *p != '\0'; p++)
    {
      char id[2] = { *p, '\0' };
      StyrRecord *record = styr_record_new ("thing", id);

      styr_record_set_text (record, "text", text);
      g_ptr_array_add (records, record);
    }
  return records;
}

static char *
read_ids (StyrRecordList *list)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append (ids, styr_record_get_id (record));
    }
  return g_string_free (ids, FALSE);
}

/* From one order to another with at most so many removals and additions. */
static void
test_record_list (void)
{
  static const struct
  {
    const char *from, *to;
    guint signals, removed, added;
  } cases[] = {
    { "", "abc", 1, 0, 3 },         { "abc", "abc", 0, 0, 0 },   { "abc", "abxc", 1, 0, 1 },
    { "abc", "ac", 1, 1, 0 },       { "abcd", "bcda", 2, 1, 1 }, { "abcd", "dabc", 2, 1, 1 },
    { "abcdef", "axyef", 2, 3, 2 }, { "abc", "", 1, 3, 0 },      { "abcd", "dcba", 6, 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StyrRecordList) list = styr_record_list_new ();
      g_autoptr (GPtrArray) from = make_records (cases[i].from, "x");
      g_autoptr (GPtrArray) to = make_records (cases[i].to, "x");
      g_autofree char *ids = NULL;
      Count count = { 0 };

      styr_record_list_update (list, from);
      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &count);
      styr_record_list_update (list, to);
      ids = read_ids (list);
      g_assert_cmpstr (ids, ==, cases[i].to);
      g_assert_cmpuint (count.signals, <=, cases[i].signals);
      g_assert_cmpuint (count.removed, <=, cases[i].removed);
      g_assert_cmpuint (count.added, <=, cases[i].added);
    }
}

static void
record_changed_cb (StyrRecord *record, guint *n)
{
  (*n)++;
}

static void
test_identity (void)
{
  g_autoptr (StyrRecordList) list = styr_record_list_new ();
  g_autoptr (GPtrArray) old = make_records ("abc", "före");
  g_autoptr (GPtrArray) new = make_records ("xcab", "efter");
  g_autoptr (StyrRecord) before = NULL;
  g_autoptr (StyrRecord) after = NULL;
  guint n = 0;

  styr_record_list_update (list, old);
  before = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_signal_connect (before, "changed", G_CALLBACK (record_changed_cb), &n);
  styr_record_list_update (list, new);
  after = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_true (before == after);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (styr_record_get_text (after, "text"), ==, "efter");
}

/* The workspace's lists tell only what a change touched. */
static void
test_minimal (Fixture *fixture, gconstpointer data)
{
  GListModel *documents = styr_workspace_get_documents (fixture->workspace);
  GListModel *history = styr_workspace_get_history (fixture->workspace);
  GListModel *units = styr_workspace_get_units (fixture->workspace);
  Count count = { 0 }, of_history = { 0 }, of_units = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;
  g_autoptr (StyrRecord) shown = NULL;

  g_signal_connect (documents, "items-changed", G_CALLBACK (items_changed_cb), &count);
  g_signal_connect (history, "items-changed", G_CALLBACK (items_changed_cb), &of_history);
  g_signal_connect (units, "items-changed", G_CALLBACK (items_changed_cb), &of_units);
  plan = fixture_create (fixture, "assignmentPlan");
  g_assert_cmpuint (count.signals, ==, 1);
  g_assert_cmpuint (count.added, ==, 1);
  g_assert_cmpuint (of_history.added, ==, 1);
  shown = g_list_model_get_item (documents, 0);
  g_assert_cmpstr (styr_record_get_text (shown, "state"), ==, "draft");
  g_assert_cmpstr (styr_record_get_text (shown, "unit_name"), ==, "Kultur- och fritidsnämnden");

  styr_workspace_set_card (fixture->workspace, plan, "title", "Ny titel", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count.signals, ==, 1);
  g_assert_cmpstr (styr_record_get_text (shown, "title"), ==, "Ny titel");
  styr_workspace_set_unit_id (fixture->workspace, fixture->board);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 0);
  styr_workspace_set_unit_id (fixture->workspace, fixture->committee);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 1);
  styr_workspace_set_year (fixture->workspace, FIXTURE_YEAR - 1);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 0);
  g_assert_cmpuint (of_units.signals, ==, 0);
}

/* The overview follows each change: a decided plan is no longer missing. */
static void
test_overview (Fixture *fixture, gconstpointer data)
{
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model (fixture->workspace), "assignmentPlan");
  StyrStateCounts counts =
      styr_overview_get_counts (styr_workspace_get_overview (fixture->workspace), type->block);
  int in_force = counts.in_force;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GArray) years = NULL;

  fixture_make_plans (fixture, NULL);
  counts = styr_overview_get_counts (styr_workspace_get_overview (fixture->workspace), type->block);
  g_assert_cmpint (counts.in_force, ==, in_force + 1);
  styr_workspace_set_year (fixture->workspace, FIXTURE_YEAR + 1);
  earlier = styr_workspace_dup_earlier_overviews (fixture->workspace);
  g_assert_cmpuint (earlier->len, >=, 1);
  g_assert_cmpint (styr_overview_get_year (g_ptr_array_index (earlier, 0)), ==, FIXTURE_YEAR);
  years = styr_workspace_dup_years (fixture->workspace);
  g_assert_cmpint (g_array_index (years, int, years->len - 1), ==, FIXTURE_YEAR + 1);
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  static const char *const good[] = {
    "kfn", "KFN", "kultur- och fritidsnämnden", " KULTUR- OCH FRITIDSNÄMNDEN "
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (StyrRecord) unit = styr_workspace_match_unit (fixture->workspace, good[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (styr_record_get_id (unit), ==, fixture->committee);
    }
  g_assert_null (styr_workspace_match_unit (fixture->workspace, "kulturnämnden", &error));
  g_assert_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Kultur- och fritidsnämnden"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  StyrRecord *hit;

  fixture_make_plans (fixture, NULL);
  hits = styr_workspace_search (fixture->workspace, "läser", 20);
  g_assert_cmpuint (hits->len, >, 0);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (styr_record_get_text (hit, "kind"), ==, "goal");
  g_assert_true (styr_record_has (hit, "type_name"));
  g_assert_true (styr_record_has (hit, "document_id"));
}

static void
test_short_names (void)
{
  static const char *const names[][2] = {
    { "Kultur- och fritidsnämnden", "KFN" },
    { "Socialnämnden", "SN" },
    { "Samhällsnämnden", "SaN" },
    { "Vård- och omsorgsnämnden", "VON" },
    { "Överförmyndarnämnden", "ÖN" },
    { "Valnämnden", "VN" },
  };
  const char *const pasted[] = {
    "  1. kultur- och fritidsnämnden;", "", "- Socialnämnden", "SOCIALNÄMNDEN", NULL
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) cleaned = styr_unit_names_clean (pasted);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *brief = styr_unit_names_dup_short (names[i][0], "nämnden", taken);

      g_assert_cmpstr (brief, ==, names[i][1]);
    }
  g_assert_cmpuint (g_strv_length (cleaned), ==, 2);
  g_assert_cmpstr (cleaned[0], ==, "Kultur- och fritidsnämnden");
  g_assert_cmpstr (cleaned[1], ==, "Socialnämnden");
}

static void
test_personal_number (void)
{
  g_assert_true (styr_text_has_personal_number ("Ärendet rör 811228-9874 och andra"));
  g_assert_true (styr_text_has_personal_number ("198112289874"));
  g_assert_false (styr_text_has_personal_number ("811228-9875"));
  g_assert_false (styr_text_has_personal_number ("Dnr 2024-123456 och 12 345 678 kr"));
  g_assert_false (styr_text_has_personal_number (NULL));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/record-list", test_record_list);
  g_test_add_func ("/lists/identity", test_identity);
  add ("/lists/minimal", test_minimal);
  add ("/lists/overview", test_overview);
  add ("/lists/match-unit", test_match);
  add ("/lists/search", test_search);
  g_test_add_func ("/lists/short-names", test_short_names);
  g_test_add_func ("/lists/personal-number", test_personal_number);
  return g_test_run ();
}
