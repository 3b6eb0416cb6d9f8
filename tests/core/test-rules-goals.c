/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-rows.h"

/* Each kind of rule about goals and their follow-up: one that holds, one that breaks. */

#define REPORT                                                                                     \
  "id=r1;type=report;unit_id=u1;title=Rapport;status=decided;is_standing=1;year=2024;"             \
  "period_from=2024-01-01;period_to=2024-12-31;decided_on=2024-05-01"

static void
test_count_per_parent (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-count','goalTypes':['overall'],'scope':'per-parent'");

  rule_rows_add (rows,
                 "goal",
                 "id=b;document_id=top;type=area;text=Trygghet|"
                 "id=o2;document_id=top;type=overall;parent_id=b;text=Två|"
                 "id=o3;document_id=top;type=overall;parent_id=b;text=Tre");
  rule_rows_assert (rows, "a");
  rule_rows_assert_text (rows, "a", "Målområdet “Klimat” has 1 övergripande mål");
  rule_rows_assert_text (rows, "a", "2–3");
}

static void
test_count_total (void)
{
  g_autoptr (RuleRows) few =
      rule_rows_new ("'kind':'goal-count','goalTypes':['area'],'scope':'total','min':2");
  g_autoptr (RuleRows) right =
      rule_rows_new ("'kind':'goal-count','goalTypes':['area'],'scope':'total','min':1,'max':1");
  g_autoptr (RuleRows) many =
      rule_rows_new ("'kind':'goal-count','goalTypes':['goal'],'scope':'total','max':0");

  rule_rows_assert (few, "area");
  rule_rows_assert (right, "");
  rule_rows_assert (many, "goal");
}

static void
test_count_per_unit (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-count','goalTypes':['goal'],'scope':'per-unit','max':1");
  g_autoptr (RuleRows) documents =
      rule_rows_new ("'kind':'goal-count','goalTypes':['goal'],'scope':'per-document','min':2");

  rule_rows_add (rows, "goal", "id=g3;document_id=p2;type=goal;text=Ännu ett");
  rule_rows_assert (rows, "u2");
  rule_rows_add (documents, "goal", "id=g3;document_id=p2;type=goal;text=Ännu ett");
  rule_rows_assert (documents, "p1");
}

static void
test_measured (void)
{
  g_autoptr (RuleRows) any = rule_rows_new ("'kind':'goal-measured','goalTypes':['goal']");
  g_autoptr (RuleRows) number = rule_rows_new (
      "'kind':'goal-measured','goalTypes':['goal'],'kinds':['number'],'decided':true");

  rule_rows_add (
      any, "criterion", "id=c1;goal_id=g1;kind=text;text=Lånen ökar|id=c2;goal_id=g2;kind=text");
  rule_rows_assert (any, "g2");
  rule_rows_add (number, "criterion", "id=c1;goal_id=g1;kind=text;text=Lånen ökar");
  rule_rows_assert (number, "g1");
}

static void
test_targets (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-targets','goalTypes':['overall','goal'],'kinds':['year']");
  g_autoptr (RuleRows) period =
      rule_rows_new ("'kind':'goal-targets','kinds':['period','baseline']");

  rule_rows_add (rows,
                 "criterion",
                 "id=c1;goal_id=o1;kind=number;text=Ton|id=c2;goal_id=g1;kind=number;text=Lån;"
                 "target_value=5|id=c3;goal_id=g2;kind=number;text=Besök");
  rule_rows_add (rows,
                 "criterion_target",
                 "id=t1;criterion_id=c1;year=2023;value=9|id=t2;criterion_id=c1;year=2024;value=8|"
                 "id=t3;criterion_id=c1;year=2025;text=färre");
  rule_rows_assert (rows, "c1 c3");
  rule_rows_assert_text (rows, "c1", "no target for 2026 (");
  rule_rows_add (period,
                 "criterion",
                 "id=c1;goal_id=g1;kind=number;text=A;period_target=1;baseline=0|"
                 "id=c2;goal_id=g1;kind=number;text=B;period_target=1");
  rule_rows_assert (period, "c2");
}

static void
test_linked (void)
{
  const char *links = "id=l1;goal_id=g1;target_id=o1";
  g_autoptr (RuleRows) strict =
      rule_rows_new ("'kind':'goal-linked','goalTypes':['goal'],'otherGoalTypes':['overall']");
  g_autoptr (RuleRows) mild =
      rule_rows_new ("'kind':'goal-linked','goalTypes':['goal'],'otherGoalTypes':['overall'],"
                     "'reasonCounts':true");

  rule_rows_add (strict, "goal_link", links);
  rule_rows_add (
      strict, "goal", "id=g3;document_id=p1;type=goal;text=Eget;own_reason=Lagen kräver det");
  rule_rows_assert (strict, "g2 g3");
  rule_rows_assert_text (strict, "g2", "övergripande mål");
  rule_rows_add (mild, "goal_link", links);
  rule_rows_add (
      mild, "goal", "id=g3;document_id=p1;type=goal;text=Eget;own_reason=Lagen kräver det");
  rule_rows_assert (mild, "g2");
}

static void
test_covered (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new (
      "'kind':'goal-covered','goalTypes':['overall'],'otherGoalTypes':['goal'],'min':2");

  rule_rows_add (rows, "goal", "id=o2;document_id=top;type=overall;parent_id=a;text=Buss");
  rule_rows_add (rows,
                 "goal_link",
                 "id=l1;goal_id=g1;target_id=o1|id=l2;goal_id=g2;target_id=o1|"
                 "id=l3;goal_id=g1;target_id=o2");
  rule_rows_assert (rows, "o2");
}

static void
test_choice (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-choice','goalTypes':['goal'],'otherGoalTypes':['overall'],"
                     "'bodyTypes':['committee'],'min':1,'max':1");

  rule_rows_add (rows, "goal", "id=o2;document_id=top;type=overall;parent_id=a;text=Buss");
  rule_rows_add (rows,
                 "goal_link",
                 "id=l1;goal_id=g1;target_id=o1|id=l2;goal_id=g2;target_id=o1|"
                 "id=l3;goal_id=g2;target_id=o2");
  rule_rows_assert (rows, "u2");
}

static void
test_matrix (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-matrix','goalTypes':['goal'],'otherGoalTypes':['area']");

  rule_rows_add (rows, "goal_link", "id=l1;goal_id=g1;target_id=a|id=l2;goal_id=g2;target_id=o1");
  rule_rows_add (rows, "goal", "id=b;document_id=top;type=area;text=Omsorg");
  rule_rows_assert (rows, "u1/b u2/a u2/b");
  rule_rows_assert_text (rows, "u2/a", "Klimat");
  rule_rows_assert_opens (rows, "u1/b", "p1");
}

static void
test_activities (void)
{
  const char *work = "id=w1;type=work;unit_id=u1;title=Arbetsplan;status=draft;is_standing=1;"
                     "year=2024";
  const char *acts = "id=a1;document_id=w1;goal_id=g1;text=Bokbuss|"
                     "id=a2;document_id=w1;text=Fest";
  g_autoptr (RuleRows) goals =
      rule_rows_new ("'kind':'goal-activity','goalTypes':['goal'],'documentTypes':['work']");
  g_autoptr (RuleRows) early = rule_rows_new (
      "'kind':'goal-activity','goalTypes':['goal'],'documentTypes':['work'],'month':8");
  g_autoptr (RuleRows) activities =
      rule_rows_new ("'kind':'activity-goal','documentTypes':['work']");
  g_autoptr (RuleRows) all =
      rule_rows_new ("'kind':'goal-activity','goalTypes':['goal'],'documentTypes':['work']");

  rule_rows_add (goals, "document", work);
  rule_rows_add (goals, "activity", acts);
  rule_rows_assert (goals, "g2");
  /* without a plan of the unit of that year the goal's own document opens */
  rule_rows_add (all, "document", work);
  rule_rows_assert (all, "g1 g2");
  rule_rows_assert_opens (all, "g1", "w1");
  rule_rows_assert_opens (all, "g2", "p");
  rule_rows_assert (early, "");
  rule_rows_add (activities, "document", work);
  rule_rows_add (activities, "activity", acts);
  rule_rows_assert (activities, "a2");
}

static void
test_answered (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-answered','goalTypes':['goal'],'fields':['long','motivation']");

  rule_rows_add (rows,
                 "document_value",
                 "document_id=p1;owner_id=g1;field=long;value=true|"
                 "document_id=p1;owner_id=g1;field=motivation:na;value=Självklart");
  rule_rows_assert (rows, "g2");
  rule_rows_assert_text (rows, "g2", "Går det att följa?");
}

static void
test_graph (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'goal-graph'");

  rule_rows_add (rows,
                 "goal",
                 "id=o2;document_id=top;type=overall;text=Utan område|"
                 "id=g3;document_id=p1;type=goal;text=Tre");
  rule_rows_add (rows,
                 "goal_link",
                 "id=l1;goal_id=g1;target_id=g2|id=l2;goal_id=g2;target_id=g3|"
                 "id=l3;goal_id=g3;target_id=g1|id=l4;goal_id=g1;target_id=o1");
  rule_rows_assert (rows, "g1 o2");
  rule_rows_assert_text (rows, "g1", "“Fler läser” → “Fler besök” → “Tre” → “Fler läser”");
}

/* Follow-up ---------------------------------------------------------------------------------- */

static void
test_assessed (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'goal-assessed','documentTypes':['report']");
  g_autoptr (RuleRows) draft = rule_rows_new ("'kind':'goal-assessed','documentTypes':['report']");
  g_autoptr (RuleRows) late =
      rule_rows_new ("'kind':'goal-assessed','documentTypes':['report'],'month':5,'day':1");
  const char *a_draft = "id=r1;type=report;unit_id=u1;title=R;status=draft;is_standing=1;year=2024";

  rule_rows_add (rows, "document", REPORT);
  rule_rows_add (rows, "goal", "id=g3;document_id=p1;type=goal;text=Tre");
  rule_rows_add (rows,
                 "assessment",
                 "id=s1;goal_id=g1;document_id=r1;stage=proposal;grade=yes|"
                 "id=s3;goal_id=g3;document_id=r1;stage=proposal;analysis=Snart");
  rule_rows_assert (rows, "g3");
  rule_rows_add (draft, "document", a_draft);
  rule_rows_assert (draft, "");
  rule_rows_add (late, "document", a_draft);
  rule_rows_assert (late, "g1");
}

static void
test_not_assessed (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-not-assessed','documentTypes':['report']");

  rule_rows_add (rows, "document", REPORT);
  rule_rows_add (rows,
                 "document",
                 "id=r2;type=report;unit_id=u2;title=R2;status=draft;is_standing=1;year=2024");
  rule_rows_add (rows, "assessment", "id=s1;goal_id=g1;document_id=r1;stage=proposal;grade=yes");
  rule_rows_assert (rows, "r1");
}

static void
test_criteria_changed (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'criteria-changed','documentTypes':['report']");

  rule_rows_add (rows,
                 "document",
                 REPORT
                 "|id=p0;type=plan;unit_id=u1;title=Plan 1;status=superseded;year=2024|"
                 "id=p3;type=plan;unit_id=u1;title=Plan 1;status=decided;is_standing=1;year=2024;"
                 "decided_on=2024-03-01;previous_version_id=p0");
  rule_rows_add (rows,
                 "goal",
                 "id=h1;document_id=p0;type=goal;text=Ett|id=h2;document_id=p0;type=goal;text=Två|"
                 "id=n1;document_id=p3;type=goal;text=Ett;recurs_from_id=h1|"
                 "id=n2;document_id=p3;type=goal;text=Två;recurs_from_id=h2");
  rule_rows_add (rows,
                 "criterion",
                 "id=c1;goal_id=h1;kind=number;text=A;target_value=5|"
                 "id=c2;goal_id=n1;kind=number;text=A;target_value=3|"
                 "id=c3;goal_id=h2;kind=text;text=B|id=c4;goal_id=n2;kind=text;text=B");
  rule_rows_add (rows,
                 "assessment",
                 "id=s1;goal_id=n1;document_id=r1;stage=proposal;grade=yes|"
                 "id=s2;goal_id=n2;document_id=r1;stage=proposal;grade=yes");
  rule_rows_assert (rows, "n1");
}

static void
add_deviations (RuleRows *rows)
{
  rule_rows_add (rows, "document", REPORT);
  rule_rows_add (rows,
                 "goal",
                 "id=g3;document_id=p1;type=goal;text=Tre|id=g4;document_id=p1;type=goal;text=Fyra|"
                 "id=g5;document_id=p1;type=goal;text=Fem");
  rule_rows_add (rows,
                 "assessment",
                 "id=s1;goal_id=g1;document_id=r1;stage=proposal;grade=no|"
                 "id=s2;goal_id=g3;document_id=r1;stage=proposal;grade=no;analysis=Därför|"
                 "id=s3;goal_id=g4;document_id=r1;stage=proposal;grade=no;"
                 "no_measure_reason=Målet utgår|"
                 "id=s4;goal_id=g5;document_id=r1;stage=proposal;grade=no|"
                 "id=s5;goal_id=g5;document_id=r1;stage=decision;grade=yes");
  rule_rows_add (
      rows, "measure", "id=m1;document_id=r1;goal_id=g3;text=Öppna på söndagar;status=planned");
}

static void
test_deviation_measure (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'deviation-measure','documentTypes':['report']");

  add_deviations (rows);
  rule_rows_assert (rows, "g1");
  rule_rows_assert_text (rows, "g1", "Inte uppfyllt");
}

static void
test_deviation_analysis (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'deviation-analysis','documentTypes':['report']");

  add_deviations (rows);
  rule_rows_assert (rows, "g1 g4");
}

static void
test_measures (void)
{
  const char *measures =
      "id=m1;document_id=r1;text=Ny tid;status=planned;due_on=2024-05-31|"
      "id=m2;document_id=r1;text=Klar;status=done;due_on=2024-05-31|"
      "id=m3;document_id=r1;text=Senare;status=ongoing;due_on=2024-12-31;next_plan_text=Tas upp";
  g_autoptr (RuleRows) done = rule_rows_new ("'kind':'measure-done','documentTypes':['report']");
  g_autoptr (RuleRows) carried =
      rule_rows_new ("'kind':'measure-carried','documentTypes':['report']");
  g_autoptr (RuleRows) early =
      rule_rows_new ("'kind':'measure-carried','documentTypes':['report'],'month':12,'day':31");

  rule_rows_add (done, "document", REPORT);
  rule_rows_add (done, "measure", measures);
  rule_rows_assert (done, "m1");
  rule_rows_add (carried, "document", REPORT);
  rule_rows_add (carried, "measure", measures);
  rule_rows_assert (carried, "m1");
  rule_rows_add (early, "document", REPORT);
  rule_rows_add (early, "measure", measures);
  rule_rows_assert (early, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/goal-count/per-parent", test_count_per_parent);
  g_test_add_func ("/rules/goal-count/total", test_count_total);
  g_test_add_func ("/rules/goal-count/per-unit", test_count_per_unit);
  g_test_add_func ("/rules/goal-measured", test_measured);
  g_test_add_func ("/rules/goal-targets", test_targets);
  g_test_add_func ("/rules/goal-linked", test_linked);
  g_test_add_func ("/rules/goal-covered", test_covered);
  g_test_add_func ("/rules/goal-choice", test_choice);
  g_test_add_func ("/rules/goal-matrix", test_matrix);
  g_test_add_func ("/rules/goal-activity", test_activities);
  g_test_add_func ("/rules/goal-answered", test_answered);
  g_test_add_func ("/rules/goal-graph", test_graph);
  g_test_add_func ("/rules/goal-assessed", test_assessed);
  g_test_add_func ("/rules/goal-not-assessed", test_not_assessed);
  g_test_add_func ("/rules/criteria-changed", test_criteria_changed);
  g_test_add_func ("/rules/deviation-measure", test_deviation_measure);
  g_test_add_func ("/rules/deviation-analysis", test_deviation_analysis);
  g_test_add_func ("/rules/measures", test_measures);
  return g_test_run ();
}
