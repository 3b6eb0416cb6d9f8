/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-rows.h"
#include "styr-error.h"
#include "styr-rule-kind.h"

#include <string.h>

/* Each kind of rule about decisions and units; and what every rule has in common. */

static void
test_complete (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'decision-complete','documentTypes':['plan']");

  rule_rows_add (rows,
                 "decision",
                 "id=d1;document_id=p1;title=Hel;status=decided;body=committee;on_date=2024-02-01;"
                 "section_no=3;registration_no=1|"
                 "id=d2;document_id=p1;title=Halv;status=decided;body=committee;on_date=2024-02-01|"
                 "id=d3;document_id=p1;title=Chef;status=decided;body=head;on_date=2024-02-01;"
                 "registration_no=2|"
                 "id=d4;document_id=p1;title=Förslag;status=proposed|"
                 "id=d5;document_id=p1;title=I fjol;status=decided;on_date=2023-02-01");
  rule_rows_add (
      rows, "decision_clause", "id=l1;decision_id=d1;kind=adopt;document_id=p1;text=Att");
  rule_rows_assert (rows, "d2");
  rule_rows_assert_text (rows, "d2", "“Halv”");
}

static void
test_complete_card (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'decision-complete','documentTypes':['plan']");

  rule_rows_assert (rows, "p1");
}

static void
test_chain (void)
{
  const char *steps = "id=s1;decision_id=d1;body=committee;on_date=2024-01-10;outcome=proposes|"
                      "id=s2;decision_id=d1;body=board;on_date=2024-01-20;outcome=proposes|"
                      "id=s3;decision_id=d2;body=committee;on_date=2024-01-25;outcome=proposes|"
                      "id=s4;decision_id=d2;body=board;on_date=2024-01-20;outcome=proposes|"
                      "id=s5;decision_id=d3;body=board;on_date=2024-01-20;outcome=proposes";
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'decision-chain'");

  rule_rows_add (
      rows,
      "decision",
      "id=d1;document_id=p1;title=Rätt;status=decided;body=council;on_date=2024-02-01|"
      "id=d2;document_id=p1;title=Fel ordning;status=decided;body=council;on_date=2024-02-01|"
      "id=d3;document_id=p1;title=Steg saknas;status=decided;body=council;on_date=2024-02-01");
  rule_rows_add (rows, "decision_step", steps);
  rule_rows_assert (rows, "d2 d3");
  rule_rows_assert_text (rows, "d3", "nämnd");
}

static void
add_commissions (RuleRows *rows)
{
  rule_rows_add (rows,
                 "decision",
                 "id=d1;title=Beslut;status=decided;body=council;on_date=2024-02-01|"
                 "id=d2;title=Förslag;status=proposed");
  rule_rows_add (
      rows,
      "decision_clause",
      "id=c1;decision_id=d1;kind=commission;text=Se över;assignee_id=u1;due_on=2024-04-30|"
      "id=c2;decision_id=d1;kind=commission;text=Utan vem och när|"
      "id=c3;decision_id=d1;kind=commission;text=Klar;assignee_id=u1;due_on=2024-04-30;"
      "done_on=2024-04-01;reported_on=2024-05-01|"
      "id=c4;decision_id=d1;kind=commission;text=Flyttad;assignee_id=u1;due_on=2024-04-30;"
      "postponed_to=2024-12-31|"
      "id=c5;decision_id=d1;kind=commission;text=Utgår;struck_reason=Inte aktuell|"
      "id=c6;decision_id=d1;kind=commission;text=Gjord;assignee_id=u1;due_on=2024-04-30;"
      "done_on=2024-04-20|"
      "id=c7;decision_id=d2;kind=commission;text=Bara ett förslag|"
      "id=c8;decision_id=d1;kind=other;text=Annat");
}

static void
test_clauses (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'decision-clauses','kinds':['assignee','due']");

  add_commissions (rows);
  rule_rows_assert (rows, "c2");
}

static void
test_carried_out (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'decision-carried-out'");
  g_autoptr (RuleRows) grace = rule_rows_new ("'kind':'decision-carried-out','months':2");

  add_commissions (rows);
  rule_rows_assert (rows, "c1 c6");
  rule_rows_assert_text (rows, "c1", "Skolnämnden");
  add_commissions (grace);
  rule_rows_assert (grace, "");
}

static void
test_revokes (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'decision-revokes'");

  rule_rows_add (rows,
                 "document",
                 "id=old;type=plan;title=Gammal;status=revoked|"
                 "id=new;type=plan;title=Ny;status=decided;is_standing=1;replaces_id=old|"
                 "id=text;type=plan;title=Text;status=decided;is_standing=1;replaces=Något annat");
  rule_rows_add (rows,
                 "decision",
                 "id=d1;title=Rätt;status=decided;on_date=2024-02-01|"
                 "id=d2;title=Glömt;status=decided;on_date=2024-02-01|"
                 "id=d3;title=Bara text;status=decided;on_date=2024-02-01");
  rule_rows_add (rows,
                 "decision_clause",
                 "id=c1;decision_id=d1;kind=adopt;document_id=new|"
                 "id=c2;decision_id=d1;kind=revoke;document_id=old|"
                 "id=c3;decision_id=d2;kind=adopt;document_id=new|"
                 "id=c4;decision_id=d3;kind=adopt;document_id=text");
  rule_rows_assert (rows, "d2 d3");
}

static void
test_recipients (void)
{
  const char *decisions = "id=d1;title=Alla;status=decided;on_date=2024-02-01|"
                          "id=d2;title=En;status=decided;on_date=2024-02-01|"
                          "id=d3;title=Ingen;status=decided;on_date=2024-02-01";
  const char *recipients = "id=r1;decision_id=d1;unit_id=u1|id=r2;decision_id=d1;unit_id=u2|"
                           "id=r3;decision_id=d2;unit_id=u1";
  g_autoptr (RuleRows) any = rule_rows_new ("'kind':'decision-recipients'");
  g_autoptr (RuleRows) every =
      rule_rows_new ("'kind':'decision-recipients','bodyTypes':['committee']");

  rule_rows_add (any, "decision", decisions);
  rule_rows_add (any, "decision_recipient", recipients);
  rule_rows_assert (any, "d3");
  rule_rows_add (every, "decision", decisions);
  rule_rows_add (every, "decision_recipient", recipients);
  rule_rows_assert (every, "d2 d3");
  rule_rows_assert_text (every, "d2", "Vårdnämnden");
}

static void
test_interim (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'interim-condition'");

  rule_rows_add (rows, "decision", "id=d1;title=Beslut;status=decided;on_date=2024-02-01");
  rule_rows_add (rows,
                 "decision_clause",
                 "id=c1;decision_id=d1;kind=interim;text=Tills vidare|"
                 "id=c2;decision_id=d1;kind=interim;text=Till nytt reglemente;until=Reglemente");
  /* The model of the rows is interim without saying until when. */
  rule_rows_assert (rows, "c1 rows");
}

/* Units -------------------------------------------------------------------------------------- */

static void
test_unit_validity (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'unit-validity'");

  rule_rows_add (rows, "unit", "id=u3;type=committee;name=Nedlagd;valid_to=2022-12-31");
  rule_rows_add (rows,
                 "document",
                 "id=p3;type=plan;unit_id=u3;title=Sen;status=draft;is_standing=1;year=2024;"
                 "period_from=2024-01-01;period_to=2024-12-31");
  rule_rows_assert (rows, "p3");
}

static void
test_unit_ownership (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'unit-ownership','bodyTypes':['company'],'min':20");

  rule_rows_add (rows,
                 "unit",
                 "id=b2;type=company;name=Utanför;inside_model=0;ownership_share=25|"
                 "id=b3;type=company;name=Liten;inside_model=0;ownership_share=5|"
                 "id=b4;type=company;name=Innanför;inside_model=1;ownership_share=5");
  rule_rows_assert (rows, "b2 b4");
}

static void
test_unit_exists (void)
{
  g_autoptr (RuleRows) right =
      rule_rows_new ("'kind':'unit-exists','bodyTypes':['committee'],'min':2");
  g_autoptr (RuleRows) few = rule_rows_new ("'kind':'unit-exists','bodyTypes':['company'],'min':2");

  rule_rows_assert (right, "");
  rule_rows_assert (few, "company");
}

/* What rules have in common ------------------------------------------------------------------ */

/* The numbers of what is found, each with "-" when it is waived. */
static void
assert_waived (RuleRows *rows, const char *expected)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  styr_inventory_build (rows->inventory);
  findings = styr_check_run (rows->inventory, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text,
                            "%s%s%s",
                            i > 0 ? " " : "",
                            styr_record_get_text (findings->pdata[i], "object_id"),
                            styr_record_get_flag (findings->pdata[i], "is_waived") ? "-" : "");
  g_assert_cmpstr (text->str, ==, expected);
}

/* What is waived one year is found the next: the year is that of what is wrong. */
static void
test_waived_year (void)
{
  static const char rule[] = "'kind':'document-exists','documentTypes':['report'],"
                             "'bodyTypes':['committee'],'per':'year'";
  g_autoptr (RuleRows) rows = rule_rows_new (rule);

  rule_rows_add (rows,
                 "waiver",
                 "id=w1;rule_id=R1;object_kind=unit;object_id=u1/report;year=2023;reason=I fjol|"
                 "id=w2;rule_id=R1;object_kind=unit;object_id=u2/report;year=2024;reason=I år");
  assert_waived (rows, "u1/report u2/report-");
}

/* A waived hole hides no other, and a hole waived for every year stays waived. */
static void
test_waived_hole (void)
{
  g_autoptr (RuleRows) rows =
      rule_rows_new ("'kind':'goal-matrix','goalTypes':['goal'],'otherGoalTypes':['area']");

  rule_rows_add (rows, "goal", "id=b;document_id=top;type=area;text=Omsorg");
  rule_rows_add (rows,
                 "waiver",
                 "id=w1;rule_id=R1;object_kind=unit;object_id=u1/a;reason=Rör inte klimatet|"
                 "id=w2;rule_id=R1;object_kind=unit;object_id=u2/a;year=2023;reason=Bara i fjol");
  assert_waived (rows, "u1/a- u1/b u2/a u2/b");
}

/* A number that another model uses for another rule brings no exception along. */
static void
test_waived_model (void)
{
  static const char rule[] = "'kind':'goal-measured','goalTypes':['goal']";
  static const char other[] = "'kind':'goal-measured','goalTypes':['goal'],'min':2";
  g_autoptr (RuleRows) rows = rule_rows_new (rule);
  g_autoptr (RuleRows) same = rule_rows_new (rule);
  g_autoptr (RuleRows) different = rule_rows_new (other);

  styr_inventory_add_model (rows->inventory, "here", rows->model);
  styr_inventory_add_model (rows->inventory, "same", same->model);
  styr_inventory_add_model (rows->inventory, "different", different->model);
  rule_rows_add (rows,
                 "waiver",
                 "id=w1;rule_id=R1;model_id=different;reason=En annan regel|"
                 "id=w2;rule_id=R1;model_id=gone;reason=En modell som inte finns");
  assert_waived (rows, "g2 g1");
  rule_rows_add (
      rows, "waiver", "id=w3;rule_id=R1;model_id=same;object_kind=goal;object_id=g1;reason=Lika");
  assert_waived (rows, "g2 g1-");
  rule_rows_add (
      rows, "waiver", "id=w4;rule_id=R1;model_id=here;object_kind=goal;object_id=g2;reason=Egen");
  assert_waived (rows, "g2- g1-");
}

static void
test_reason (void)
{
  g_assert_true (styr_text_is_reason ("Ja"));
  g_assert_true (styr_text_is_reason ("… Ö"));
  g_assert_false (styr_text_is_reason ("–"));
  g_assert_false (styr_text_is_reason (" . … - "));
  g_assert_false (styr_text_is_reason (""));
  g_assert_false (styr_text_is_reason (NULL));
}

static void
test_off (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'goal-measured','isOff':true");

  rule_rows_assert (rows, "");
}

static void
test_waived (void)
{
  g_autoptr (RuleRows) rows = rule_rows_new ("'kind':'goal-measured','goalTypes':['goal']");
  g_autoptr (RuleRows) never =
      rule_rows_new ("'kind':'goal-measured','goalTypes':['goal'],'notWaivable':true");
  const char *waivers = "id=w1;rule_id=R1;object_kind=goal;object_id=g1;reason=Prövas|"
                        "id=w2;rule_id=R1;object_kind=goal;object_id=g2;reason=Slut;"
                        "valid_to=2024-05-31";
  g_autoptr (GPtrArray) findings = NULL, strict = NULL;

  rule_rows_add (rows, "waiver", waivers);
  styr_inventory_build (rows->inventory);
  findings = styr_check_run (rows->inventory, NULL);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (styr_record_get_text (findings->pdata[0], "object_id"), ==, "g2");
  g_assert_false (styr_record_get_flag (findings->pdata[0], "is_waived"));
  g_assert_true (styr_record_get_flag (findings->pdata[1], "is_waived"));
  g_assert_cmpstr (styr_record_get_text (findings->pdata[1], "waiver_id"), ==, "w1");
  rule_rows_add (never, "waiver", waivers);
  styr_inventory_build (never->inventory);
  strict = styr_check_run (never->inventory, NULL);
  for (guint i = 0; i < strict->len; i++)
    g_assert_false (styr_record_get_flag (strict->pdata[i], "is_waived"));
}

static guint
count_idle (const char *rule, const char *decisions)
{
  g_autoptr (RuleRows) rows = rule_rows_new (rule);
  g_autoptr (GPtrArray) findings = NULL;
  guint n_idle;

  if (decisions != NULL)
    rule_rows_add (rows, "decision", decisions);
  styr_inventory_build (rows->inventory);
  findings = styr_check_run_counting (rows->inventory, NULL, &n_idle);
  return n_idle;
}

/* To find nothing among nothing isn't to find that all is well. */
static void
test_idle (void)
{
  g_assert_cmpuint (count_idle ("'kind':'decision-chain'", NULL), ==, 1);
  g_assert_cmpuint (count_idle ("'kind':'decision-chain'",
                                "id=d1;document_id=p1;title=Rätt;status=decided;body=council;"
                                "on_date=2024-02-01"),
                    ==,
                    0);
  g_assert_cmpuint (count_idle ("'kind':'goal-measured','goalTypes':['goal']", NULL), ==, 0);
  g_assert_cmpuint (count_idle ("'kind':'model-roles','min':1", NULL), ==, 0);
}

static void
assert_refused (const char *rule, const char *path)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"m\",\"name\":\"M\","
      "\"municipality\":\"X\",\"status\":\"draft\",\"goalTypes\":[{\"id\":\"g\",\"name\":\"mål\"}],"
      "\"rules\":[{\"id\":\"R\",\"title\":\"R\",\"severity\":\"error\",%s}]}",
      rule);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  model = styr_model_new_from_bytes (bytes, "m", &error);
  g_assert_null (model);
  g_assert_error (error, STYR_ERROR, STYR_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_params (void)
{
  assert_refused ("'kind':'goal-wish'", "rules[0].kind");
  assert_refused ("'kind':'goal-count','goalTypes':['g']", "rules[0].scope");
  assert_refused ("'kind':'goal-count','scope':'total'", "rules[0].goalTypes");
  assert_refused ("'kind':'goal-measured','months':3", "rules[0].months");
  assert_refused ("'kind':'goal-measured','max':3", "rules[0].max");
  assert_refused ("'kind':'goal-count','goalTypes':['g'],'scope':'totl'", "rules[0].scope");
  assert_refused ("'kind':'goal-measured','kinds':['text','numbr']", "rules[0].kinds");
}

/* A table that a kind forgot would be found by nobody else. */
static void
test_registry (void)
{
  g_autoptr (GPtrArray) kinds = styr_rule_kinds_list ();
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (kinds->len, >, 40);
  for (guint i = 0; i < kinds->len; i++)
    {
      const StyrRuleKind *kind = kinds->pdata[i];

      g_assert_true (g_hash_table_add (nicks, (gpointer) kind->nick));
      g_assert_true (styr_rule_kind_find (kind->nick) == kind);
      g_assert_nonnull (kind->title);
      g_assert_nonnull (kind->explanation);
      g_assert_nonnull (kind->check);
      for (const StyrRuleParam *param = kind->params; param->member != NULL; param++)
        g_assert_nonnull (param->label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/decision-complete", test_complete);
  g_test_add_func ("/rules/decision-complete/card", test_complete_card);
  g_test_add_func ("/rules/decision-chain", test_chain);
  g_test_add_func ("/rules/decision-clauses", test_clauses);
  g_test_add_func ("/rules/decision-carried-out", test_carried_out);
  g_test_add_func ("/rules/decision-revokes", test_revokes);
  g_test_add_func ("/rules/decision-recipients", test_recipients);
  g_test_add_func ("/rules/interim-condition", test_interim);
  g_test_add_func ("/rules/unit-validity", test_unit_validity);
  g_test_add_func ("/rules/unit-ownership", test_unit_ownership);
  g_test_add_func ("/rules/unit-exists", test_unit_exists);
  g_test_add_func ("/rules/off", test_off);
  g_test_add_func ("/rules/waived", test_waived);
  g_test_add_func ("/rules/idle", test_idle);
  g_test_add_func ("/rules/waived/year", test_waived_year);
  g_test_add_func ("/rules/waived/hole", test_waived_hole);
  g_test_add_func ("/rules/waived/model", test_waived_model);
  g_test_add_func ("/rules/reason", test_reason);
  g_test_add_func ("/rules/params", test_params);
  g_test_add_func ("/rules/registry", test_registry);
  return g_test_run ();
}
