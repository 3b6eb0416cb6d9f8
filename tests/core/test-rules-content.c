/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-bench.h"

/* Each kind of rule about what documents hold and say, and about the model. */

#define TODAY "2024-06-01"

static void
add_plan (RuleBench *bench, const char *id)
{
  rule_bench_add_document (bench, id, "plan", "u1", 2024, "committee", "2024-01-01");
}

static void
add_row (RuleBench *bench, const char *document, const char *id)
{
  styr_inventory_add (
      bench->inventory, STYR_INV_ROW, "id", id, "document_id", document, "section", "regard", NULL);
}

static void
add_goal (RuleBench *bench, const char *document, const char *id, const char *text)
{
  styr_inventory_add (bench->inventory,
                      STYR_INV_GOAL,
                      "id",
                      id,
                      "document_id",
                      document,
                      "type",
                      "goal",
                      "text",
                      text,
                      NULL);
}

static void
test_sections_required (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-sections'", 2024, TODAY);

  add_plan (bench, "full");
  add_goal (bench, "full", "g1", "Mål");
  add_row (bench, "full", "r1");
  rule_bench_add_value (bench, "full", "full", "child.text:na", "Berör inga barn");
  add_plan (bench, "goalless");
  add_row (bench, "goalless", "r2");
  rule_bench_add_value (bench, "goalless", "goalless", "child.text", "Följder");
  add_plan (bench, "halfway");
  add_goal (bench, "halfway", "g2", "Mål");
  add_row (bench, "halfway", "r3");
  rule_bench_add_value (bench, "halfway", "halfway", "child.large", "true");
  rule_bench_assert (bench, "goalless halfway");
}

static void
test_sections_named (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new (
      "'kind':'document-sections','sections':['child.text','nowhere']", 2024, TODAY);

  add_plan (bench, "empty");
  add_plan (bench, "full");
  rule_bench_add_value (bench, "full", "full", "child.text", "Följder");
  rule_bench_add_document (bench, "other", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_assert (bench, "empty");
}

static void
test_rows (void)
{
  g_autoptr (RuleBench) bench =
      rule_bench_new ("'kind':'row-fields','sections':['regard'],'fields':['text']", 2024, TODAY);

  add_plan (bench, "plan");
  add_row (bench, "plan", "r1");
  add_row (bench, "plan", "r2");
  rule_bench_add_value (bench, "plan", "r1", "basis", "Lagar");
  rule_bench_add_value (bench, "plan", "r2", "basis", "Planer");
  rule_bench_add_value (bench, "plan", "r2", "text", "Har vägts in");
  rule_bench_assert (bench, "r1");
}

static void
test_rows_of_goals (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new (
      "'kind':'row-fields','sections':['goals'],'fields':['motivation']", 2024, TODAY);

  add_plan (bench, "plan");
  add_goal (bench, "plan", "bare", "Mål");
  styr_inventory_add (bench->inventory,
                      STYR_INV_GOAL,
                      "id",
                      "told",
                      "document_id",
                      "plan",
                      "type",
                      "goal",
                      "text",
                      "Mål",
                      "motivation",
                      "Behövs",
                      NULL);
  rule_bench_assert (bench, "bare");
}

static void
test_follows (void)
{
  g_autoptr (RuleBench) bench =
      rule_bench_new ("'kind':'field-follows','fields':['child.large','child.text']", 2024, TODAY);

  add_plan (bench, "asked");
  rule_bench_add_value (bench, "asked", "asked", "child.large", "true");
  add_plan (bench, "answered");
  rule_bench_add_value (bench, "answered", "answered", "child.large", "true");
  rule_bench_add_value (bench, "answered", "answered", "child.text", "Följder");
  add_plan (bench, "no");
  rule_bench_assert (bench, "asked");
}

static void
test_content (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-content'", 2024, TODAY);
  g_autoptr (RuleBench) named =
      rule_bench_new ("'kind':'document-content','kinds':['goals']", 2024, TODAY);

  rule_bench_add_document (bench, "guide", "guide", "k1", 0, "board", "2024-01-01");
  add_goal (bench, "guide", "g1", "Mål");
  add_plan (bench, "plan");
  add_goal (bench, "plan", "g2", "Mål");
  rule_bench_assert (bench, "guide");
  add_plan (named, "plan");
  add_goal (named, "plan", "g2", "Mål");
  rule_bench_assert (named, "plan");
}

static void
test_title (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-title'", 2024, TODAY);

  rule_bench_add_document (bench, "a", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "a", "title=RIKTLINJE för resor");
  rule_bench_add_document (bench, "b", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "b", "title=Trafikregler");
  rule_bench_add_document (bench, "c", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "c", "title=Om resor");
  rule_bench_assert (bench, "c");
}

static void
test_words (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-words','max':5", 2024, TODAY);

  add_plan (bench, "long");
  rule_bench_add_value (bench, "long", "long", "child.text", "ett två  tre\nfyra fem");
  add_plan (bench, "short");
  rule_bench_add_value (bench, "short", "short", "child.text", "ett två tre fyra");
  rule_bench_assert (bench, "long"); /* the title is a word too */
}

static void
test_retired_words (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new (
      "'kind':'document-retired-words','words':['fokusområde'],'from':'2018-12-17'", 2024, TODAY);

  add_plan (bench, "uses");
  add_goal (bench, "uses", "g1", "Fokusområde trygghet");
  add_plan (bench, "part");
  add_goal (bench, "part", "g2", "Nya fokusområdesplaner");
  rule_bench_add_document (bench, "old", "guide", "k1", 0, "board", "2015-01-01");
  rule_bench_add_value (bench, "old", "old", "x.y", "Ett fokusområde");
  rule_bench_assert (bench, "uses");
}

static void
test_personal_number (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'personal-number'", 2024, TODAY);

  /* The tax agency's own example, which is nobody's. */
  rule_bench_add_document (bench, "draft", "guide", "k1", 0, NULL, NULL);
  rule_bench_add_value (bench, "draft", "draft", "x.y", "Ring 19640823-3234 om frågor");
  rule_bench_add_document (bench, "dnr", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_value (bench, "dnr", "dnr", "x.y", "Diarienummer 2024010112, 640823-3235");
  rule_bench_assert (bench, "draft");
}

static void
test_layout (void)
{
  g_autoptr (RuleBench) right = rule_bench_new (
      "'kind':'model-layout','blocks':['plan','work'],'scope':'same-level'", 2024, TODAY);
  g_autoptr (RuleBench) wrong = rule_bench_new (
      "'kind':'model-layout','blocks':['plan','vision','guide'],'scope':'same-level'", 2024, TODAY);
  g_autoptr (RuleBench) top =
      rule_bench_new ("'kind':'model-layout','blocks':['plan'],'scope':'top'", 2024, TODAY);
  g_autoptr (RuleBench) nowhere =
      rule_bench_new ("'kind':'model-layout','blocks':['guide'],'scope':'top'", 2024, TODAY);

  rule_bench_assert (right, "");
  rule_bench_assert (wrong, "guide vision");
  rule_bench_assert (top, "plan");
  rule_bench_assert (nowhere, "guide");
}

static void
test_frames (void)
{
  g_autoptr (RuleBench) all = rule_bench_new ("'kind':'model-frames'", 2024, TODAY);
  g_autoptr (RuleBench) named =
      rule_bench_new ("'kind':'model-frames','blocks':['vision']", 2024, TODAY);

  rule_bench_assert (all, "plan work");
  rule_bench_assert (named, "");
}

static void
test_levels (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'model-levels'", 2024, TODAY);

  rule_bench_assert (bench, "bare");
}

static void
test_roles (void)
{
  const char *roles = "'roles':[{'id':'a','name':'A'},{'id':'b','name':'B'}]";
  g_autoptr (RuleBench) enough =
      rule_bench_new_with ("'kind':'model-roles','min':2", roles, 2024, TODAY);
  g_autoptr (RuleBench) few =
      rule_bench_new_with ("'kind':'model-roles','min':3", roles, 2024, TODAY);

  rule_bench_assert (enough, "");
  rule_bench_assert (few, "bench");
}

static void
test_milestones (void)
{
  const char *steps = "'milestones':[{'id':'a','title':'A','dueOn':'2024-01-31'},"
                      "{'id':'b','title':'B','dueOn':'2024-03-31','doneOn':'2024-03-01'},"
                      "{'id':'c','title':'C','dueOn':'2024-12-31'}]";
  g_autoptr (RuleBench) late =
      rule_bench_new_with ("'kind':'model-milestones','scope':'late'", steps, 2024, TODAY);
  g_autoptr (RuleBench) order =
      rule_bench_new_with ("'kind':'model-milestones','scope':'order'", steps, 2024, TODAY);

  rule_bench_assert (late, "a");
  rule_bench_assert (order, "b");
}

static void
test_valid_from (void)
{
  g_autoptr (RuleBench) right =
      rule_bench_new ("'kind':'model-valid-from','from':'2023-01-01'", 2024, TODAY);
  g_autoptr (RuleBench) wrong =
      rule_bench_new ("'kind':'model-valid-from','from':'2024-01-01'", 2024, TODAY);

  rule_bench_assert (right, "");
  rule_bench_assert (wrong, "bench");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/document-sections/required", test_sections_required);
  g_test_add_func ("/rules/document-sections/named", test_sections_named);
  g_test_add_func ("/rules/row-fields/rows", test_rows);
  g_test_add_func ("/rules/row-fields/goals", test_rows_of_goals);
  g_test_add_func ("/rules/field-follows", test_follows);
  g_test_add_func ("/rules/document-content", test_content);
  g_test_add_func ("/rules/document-title", test_title);
  g_test_add_func ("/rules/document-words", test_words);
  g_test_add_func ("/rules/document-retired-words", test_retired_words);
  g_test_add_func ("/rules/personal-number", test_personal_number);
  g_test_add_func ("/rules/model-layout", test_layout);
  g_test_add_func ("/rules/model-frames", test_frames);
  g_test_add_func ("/rules/model-levels", test_levels);
  g_test_add_func ("/rules/model-roles", test_roles);
  g_test_add_func ("/rules/model-milestones", test_milestones);
  g_test_add_func ("/rules/model-valid-from", test_valid_from);
  return g_test_run ();
}
