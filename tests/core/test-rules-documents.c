/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-bench.h"

/* Each kind of rule about documents: one that holds and one that breaks. */

#define TODAY "2024-06-01"

static void
test_exists (void)
{
  g_autoptr (RuleBench) bench =
      rule_bench_new ("'kind':'document-exists','documentTypes':['plan'],'bodyTypes':['committee'],"
                      "'per':'year','max':1,'min':1,'decided':true,'month':1,'day':1",
                      2024,
                      TODAY);

  rule_bench_add_document (bench, "a", "plan", "u1", 2024, "committee", "2023-12-01");
  rule_bench_add_document (bench, "b", "plan", "u2", 2024, "committee", NULL);
  rule_bench_add_document (bench, "c", "plan", "u2", 2023, "committee", "2022-12-01");
  rule_bench_assert (bench, "u2/plan");
}

static void
test_exists_too_many (void)
{
  g_autoptr (RuleBench) bench =
      rule_bench_new ("'kind':'document-exists','documentTypes':['plan'],'bodyTypes':['committee'],"
                      "'per':'year','max':1",
                      2024,
                      TODAY);

  rule_bench_add_document (bench, "a", "plan", "u1", 2024, "committee", "2023-12-01");
  rule_bench_add_document (bench, "b", "plan", "u1", 2024, "committee", "2023-12-02");
  rule_bench_assert (bench, "u1/plan");
}

static void
test_exists_before_the_day (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new (
      "'kind':'document-exists','documentTypes':['vision'],'per':'year','month':12,'day':31",
      2024,
      TODAY);

  rule_bench_assert (bench, "");
}

static void
test_exists_in_term (void)
{
  const char *rule = "'kind':'document-exists','documentTypes':['vision'],'per':'term','min':1";
  g_autoptr (RuleBench) missing = rule_bench_new (rule, 2024, TODAY);
  g_autoptr (RuleBench) bench = rule_bench_new (rule, 2025, TODAY);

  rule_bench_assert (missing, "bench/vision");
  rule_bench_add_document (bench, "a", "vision", NULL, 0, "council", "2023-02-01");
  rule_bench_add_columns (bench, "a", "period_from=2023-01-01;period_to=2023-12-31");
  rule_bench_assert (bench, "");
}

static void
test_decider (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-decider'", 2024, TODAY);

  rule_bench_add_document (bench, "own", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (bench, "own", "decided_unit_id=u1");
  rule_bench_add_document (bench, "other", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (bench, "other", "decided_unit_id=u2");
  rule_bench_add_document (bench, "wrong", "plan", "u1", 2024, "council", "2024-01-01");
  rule_bench_add_document (bench, "nobody", "plan", "u1", 2024, NULL, "2024-01-01");
  rule_bench_assert (bench, "other wrong");
}

static RuleBench *
guides_decided_by (const char *rule)
{
  RuleBench *bench = rule_bench_new (rule, 2024, TODAY);

  rule_bench_add_document (bench, "high", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "high", "scope=department;is_political=no");
  rule_bench_add_document (bench, "low", "guide", "k1", 0, "head", "2024-01-01");
  rule_bench_add_columns (bench, "low", "scope=municipality;is_political=yes");
  rule_bench_add_document (bench, "right", "guide", "k1", 0, "head", "2024-01-01");
  rule_bench_add_columns (bench, "right", "scope=department;is_political=no");
  return bench;
}

static void
test_decider_scope (void)
{
  g_autoptr (RuleBench) up = guides_decided_by ("'kind':'document-decider','scope':'up'");
  g_autoptr (RuleBench) down = guides_decided_by ("'kind':'document-decider','scope':'down'");
  g_autoptr (RuleBench) named =
      guides_decided_by ("'kind':'document-decider','bodyTypes':['board']");

  rule_bench_assert (up, "high");
  rule_bench_assert (down, "low");
  rule_bench_assert (named, "low right");
}

static void
test_date (void)
{
  g_autoptr (RuleBench) bench =
      rule_bench_new ("'kind':'document-date','documentTypes':['budget'],'month':6,'day':30,"
                      "'yearOffset':-1,'exceptElectionYear':true",
                      2024,
                      TODAY);
  g_autoptr (RuleBench) election =
      rule_bench_new ("'kind':'document-date','documentTypes':['budget'],'month':6,'day':30,"
                      "'yearOffset':-1,'exceptElectionYear':true",
                      2023,
                      TODAY);

  rule_bench_add_document (bench, "late", "budget", NULL, 2024, "council", "2023-07-01");
  rule_bench_add_document (bench, "right", "budget", NULL, 2024, "council", "2023-06-30");
  rule_bench_assert (bench, "late");
  rule_bench_add_document (election, "late", "budget", NULL, 2023, "council", "2022-12-19");
  rule_bench_assert (election, "");
}

static void
test_date_too_early (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new (
      "'kind':'document-date','documentTypes':['budget'],'scope':'early','month':10,'day':1",
      2024,
      TODAY);

  rule_bench_add_document (bench, "early", "budget", NULL, 2024, "council", "2024-09-30");
  rule_bench_add_document (bench, "right", "budget", NULL, 2024, "council", "2024-10-01");
  rule_bench_assert (bench, "early");
}

/* The day of a body's step on the way, instead of the decision's. */
static void
test_date_of_step (void)
{
  static const char late[] = "'kind':'document-date','documentTypes':['budget'],'bodyTypes':"
                             "['board'],'month':6,'day':30,'yearOffset':-1";
  static const char early[] = "'kind':'document-date','documentTypes':['budget'],'bodyTypes':"
                              "['board'],'scope':'early','month':6,'day':1,'yearOffset':-1";
  static const char *const steps[][3] = { { "may", "2023-05-30", "proposes" },
                                          { "june", "2023-06-15", "proposes" },
                                          { "july", "2023-07-01", "proposes" },
                                          { "returned", "2023-07-01", "returns" } };
  g_autoptr (RuleBench) in_time = rule_bench_new (late, 2024, TODAY);
  g_autoptr (RuleBench) not_before = rule_bench_new (early, 2024, TODAY);
  RuleBench *benches[] = { in_time, not_before };

  for (guint b = 0; b < G_N_ELEMENTS (benches); b++)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        StyrInventory *inventory = benches[b]->inventory;

        rule_bench_add_document (
            benches[b], steps[i][0], "budget", NULL, 2024, "council", "2023-08-31");
        styr_inventory_add (inventory,
                            STYR_INV_DECISION,
                            "id",
                            steps[i][0],
                            "document_id",
                            steps[i][0],
                            "status",
                            "decided",
                            NULL);
        styr_inventory_add (inventory,
                            STYR_INV_STEP,
                            "id",
                            steps[i][0],
                            "decision_id",
                            steps[i][0],
                            "body",
                            "board",
                            "on_date",
                            steps[i][1],
                            "outcome",
                            steps[i][2],
                            NULL);
      }
  rule_bench_assert (benches[0], "july");
  rule_bench_assert (benches[1], "may");
}

static void
test_order (void)
{
  const char *rule = "'kind':'document-order','documentTypes':['plan'],'otherDocumentTypes':"
                     "['budget']";
  g_autoptr (RuleBench) bench = rule_bench_new (rule, 2024, TODAY);

  rule_bench_add_document (bench, "budget", "budget", NULL, 2024, "council", "2023-06-30");
  rule_bench_add_document (bench, "before", "plan", "u1", 2024, "committee", "2023-06-01");
  rule_bench_add_document (bench, "after", "plan", "u2", 2024, "committee", "2023-11-01");
  rule_bench_assert (bench, "before");
}

static void
test_period (void)
{
  g_autoptr (RuleBench) year = rule_bench_new (
      "'kind':'document-period','documentTypes':['plan'],'scope':'calendar-year'", 2024, TODAY);
  g_autoptr (RuleBench) months =
      rule_bench_new ("'kind':'document-period','scope':'months','min':6,'max':8", 2024, TODAY);
  g_autoptr (RuleBench) term =
      rule_bench_new ("'kind':'document-period','scope':'in-term'", 2028, TODAY);

  rule_bench_add_document (year, "right", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_document (year, "broken", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (year, "broken", "period_from=2023-10-01;period_to=2024-09-30");
  rule_bench_assert (year, "broken");
  rule_bench_add_document (months, "eight", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (months, "eight", "period_to=2024-08-31");
  rule_bench_add_document (months, "five", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (months, "five", "period_to=2024-05-31");
  rule_bench_assert (months, "five");
  rule_bench_add_document (term, "outside", "plan", "u1", 2028, "committee", "2024-01-01");
  rule_bench_add_document (term, "endless", "guide", "u1", 0, "board", "2024-01-01");
  rule_bench_add_columns (term, "endless", "period_from=2024-01-01");
  rule_bench_assert (term, "outside");
}

static void
test_metadata (void)
{
  g_autoptr (RuleBench) bench =
      rule_bench_new ("'kind':'document-metadata','documentTypes':['guide']", 2024, TODAY);
  g_autoptr (RuleBench) named = rule_bench_new (
      "'kind':'document-metadata','fields':['decidedBy'],'draftsToo':true", 2024, TODAY);

  rule_bench_add_document (bench, "full", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "full", "owner_id=k1;follow_up_months=24;replaces_id=x");
  rule_bench_add_document (bench, "gone", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "gone", "owner_id=nobody;follow_up_months=24;replaces=Inget");
  rule_bench_add_document (bench, "draft", "guide", "k1", 0, NULL, NULL);
  rule_bench_assert (bench, "gone");
  /* some is asked for only of what is decided with others */
  rule_bench_add_document (bench, "joint", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (
      bench, "joint", "owner_id=k1;follow_up_months=24;replaces_id=x;is_joint=1");
  rule_bench_add_document (bench, "together", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (
      bench,
      "together",
      "owner_id=k1;follow_up_months=24;replaces_id=x;is_joint=1;partners=Grannby");
  rule_bench_assert (bench, "gone joint");
  rule_bench_add_document (named, "draft", "guide", "k1", 0, NULL, NULL);
  rule_bench_add_document (named, "full", "guide", "k1", 0, "board", NULL);
  rule_bench_assert (named, "draft");
}

static void
test_informed (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-informed'", 2024, TODAY);

  rule_bench_add_document (bench, "told", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (bench, "told", "informed_on=2024-01-20");
  rule_bench_add_document (bench, "early", "plan", "u1", 2024, "committee", "2024-01-10");
  rule_bench_add_columns (bench, "early", "informed_on=2024-01-02");
  rule_bench_add_document (bench, "never", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_document (bench, "nobody", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_assert (bench, "early never");
}

static void
test_start (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-start'", 2024, TODAY);

  rule_bench_add_document (bench, "right", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "right", "start_decision=KS 2023-03-01 § 4");
  rule_bench_add_document (bench, "after", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "after", "start_decision=KS 2024-03-01 § 4");
  rule_bench_add_document (bench, "none", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_assert (bench, "after none");
}

static void
test_published (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-published'", 2024, TODAY);

  rule_bench_add_document (bench, "public", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (bench, "public", "publication=external");
  rule_bench_add_document (bench, "hidden", "plan", "u1", 2024, "committee", "2024-01-01");
  rule_bench_add_columns (bench, "hidden", "publication=intranet;publication_reason=Känsligt");
  rule_bench_add_document (bench, "reason", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "reason", "publication=intranet;publication_reason=Känsligt");
  rule_bench_add_document (bench, "silent", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "silent", "publication=intranet");
  rule_bench_add_document (bench, "unsaid", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_assert (bench, "hidden silent unsaid");
}

static void
test_partners (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-partners'", 2024, TODAY);

  rule_bench_add_document (bench, "joint", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "joint", "is_joint=1;partners=Grannby;designation=Riktlinje");
  rule_bench_add_document (bench, "alone", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_document (bench, "vague", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "vague", "is_joint=1;designation=Riktlinje");
  rule_bench_assert (bench, "vague");
}

static void
test_replaces (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-replaces'", 2024, TODAY);

  rule_bench_add_document (bench, "old", "guide", "k1", 0, "board", "2020-01-01");
  rule_bench_add_document (bench, "new", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "new", "replaces_id=old");
  rule_bench_add_document (bench, "ended", "guide", "u1", 0, "board", "2020-01-01");
  rule_bench_add_columns (bench, "ended", "valid_to=2023-12-31");
  rule_bench_add_document (bench, "after", "guide", "u1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "after", "replaces_id=ended");
  rule_bench_assert (bench, "old");
}

static void
test_replaces_in_a_circle (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-replaces'", 2024, TODAY);

  rule_bench_add_document (bench, "a", "guide", "k1", 0, "board", "2020-01-01");
  rule_bench_add_columns (bench, "a", "replaces_id=b");
  rule_bench_add_document (bench, "b", "guide", "k1", 0, "board", "2024-01-01");
  rule_bench_add_columns (bench, "b", "replaces_id=a");
  rule_bench_assert (bench, "a b");
}

static void
test_series (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-replaces'", 2024, TODAY);

  rule_bench_add_document (bench, "a", "guide", "k1", 0, "board", "2020-01-01");
  rule_bench_add_columns (bench, "a", "title=Riktlinje för resor");
  rule_bench_add_document (bench, "b", "guide", "k1", 0, "board", "2021-01-01");
  rule_bench_add_columns (bench, "b", "title=RIKTLINJE för resor");
  rule_bench_add_document (bench, "c", "guide", "u1", 0, "board", "2021-01-01");
  rule_bench_add_columns (bench, "c", "title=Riktlinje för resor");
  rule_bench_assert (bench, "b");
}

static void
test_review (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new ("'kind':'document-review'", 2024, TODAY);

  rule_bench_add_document (bench, "due", "guide", "k1", 0, "board", "2020-01-31");
  rule_bench_add_columns (bench, "due", "review_due_on=2024-02-29");
  rule_bench_add_document (bench, "later", "guide", "k1", 0, "board", "2020-01-31");
  rule_bench_add_columns (bench, "later", "review_due_on=2024-06-01");
  rule_bench_add_document (bench, "never", "guide", "k1", 0, "board", "2020-01-31");
  rule_bench_assert (bench, "due");
}

static void
test_named (void)
{
  g_autoptr (RuleBench) bench = rule_bench_new (
      "'kind':'document-named','words':['Finanspolicy','Översiktsplan']", 2024, TODAY);

  rule_bench_add_document (bench, "a", "guide", "k1", 0, "board", "2020-01-31");
  rule_bench_add_columns (bench, "a", "title=översiktsplan för hela kommunen");
  rule_bench_add_document (bench, "b", "guide", "k1", 0, NULL, NULL);
  rule_bench_add_columns (bench, "b", "title=Finanspolicy");
  rule_bench_assert (bench, "Finanspolicy");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/document-exists/missing", test_exists);
  g_test_add_func ("/rules/document-exists/too-many", test_exists_too_many);
  g_test_add_func ("/rules/document-exists/before-the-day", test_exists_before_the_day);
  g_test_add_func ("/rules/document-exists/in-term", test_exists_in_term);
  g_test_add_func ("/rules/document-decider/by-rules", test_decider);
  g_test_add_func ("/rules/document-decider/scope", test_decider_scope);
  g_test_add_func ("/rules/document-date/late", test_date);
  g_test_add_func ("/rules/document-date/early", test_date_too_early);
  g_test_add_func ("/rules/document-date/step", test_date_of_step);
  g_test_add_func ("/rules/document-order", test_order);
  g_test_add_func ("/rules/document-period", test_period);
  g_test_add_func ("/rules/document-metadata", test_metadata);
  g_test_add_func ("/rules/document-informed", test_informed);
  g_test_add_func ("/rules/document-start", test_start);
  g_test_add_func ("/rules/document-published", test_published);
  g_test_add_func ("/rules/document-partners", test_partners);
  g_test_add_func ("/rules/document-replaces/overlap", test_replaces);
  g_test_add_func ("/rules/document-replaces/circle", test_replaces_in_a_circle);
  g_test_add_func ("/rules/document-replaces/series", test_series);
  g_test_add_func ("/rules/document-review", test_review);
  g_test_add_func ("/rules/document-named", test_named);
  return g_test_run ();
}
