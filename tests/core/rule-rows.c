/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-rows.h"

#include <string.h>

/* Single quotes stand for double ones, which C would have to escape. */
static const char package[] =
    "{'format':'styrmodell-package','formatVersion':1,'id':'rows','name':'Modell',"
    "'municipality':'Exempelby','status':'interim',"
    "'bodyTypes':[{'id':'council','name':'fullmäktige','isPolitical':true,'isSingle':true},"
    "{'id':'board','name':'styrelse','isPolitical':true,'isSingle':true},"
    "{'id':'committee','name':'nämnd','plural':'nämnder','isPolitical':true},"
    "{'id':'company','name':'bolag','plural':'bolag'},"
    "{'id':'head','name':'chef','isRole':true,'roleOf':'committee'}],"
    "'levels':[{'id':'top','name':'Topp'}],"
    "'blocks':[{'id':'plan','name':'Plan','politics':'political'}],"
    "'scales':[{'id':'grades','name':'Grader','grades':["
    "{'id':'yes','label':'Uppfyllt','symbol':'●','reached':true,'assessable':true},"
    "{'id':'no','label':'Inte uppfyllt','symbol':'○','assessable':true,'needsMeasure':true}]}],"
    "'goalTypes':[{'id':'area','name':'målområde','plural':'målområden','definite':'målområdet'},"
    "{'id':'overall','name':'övergripande mål','plural':'övergripande mål','definite':'det "
    "övergripande målet','parent':'area','perParentMin':2,'perParentMax':3,'scale':'grades'},"
    "{'id':'goal','name':'mål','plural':'mål','definite':'målet','scale':'grades',"
    "'needsCriteria':true,'fields':[{'id':'long','title':'Går det att följa?','kind':'flag'}]}],"
    "'documentTypes':["
    "{'id':'above','name':'mål för perioden','block':'plan','period':'term','cadence':'per-term',"
    "'sections':[{'id':'areas','title':'Områden','kind':'goals','goalType':'area'},"
    "{'id':'goals','title':'Mål','kind':'goals','goalType':'overall','parentGoalType':'area'}]},"
    "{'id':'plan','name':'plan','block':'plan','period':'year','cadence':'per-unit-and-year',"
    "'chain':['committee','board','council'],"
    "'sections':[{'id':'goals','title':'Mål','kind':'goals','goalType':'goal'}]},"
    "{'id':'work','name':'arbetsplan','block':'plan','period':'year','cadence':'per-unit-and-year',"
    "'sections':[{'id':'acts','title':'Aktiviteter','kind':'activities','documentType':'plan'}]},"
    "{'id':'report','name':'rapport','block':'plan','period':'year','cadence':'per-unit-and-year',"
    "'sections':[{'id':'results','title':'Resultat','kind':'assessments','documentType':'plan',"
    "'scale':'grades'},{'id':'measures','title':'Åtgärder','kind':'measures','documentType':"
    "'plan'}]}],"
    "'rules':[{'id':'R1','title':'Regel','severity':'warning',%s}]}";

/* What most rules are tried on: two nämnder, goals of the term, a plan of each nämnd. */
static void
add_ground (RuleRows *self)
{
  rule_rows_add (self,
                 "unit",
                 "id=u1;type=committee;name=Skolnämnden;inside_model=1|"
                 "id=u2;type=committee;name=Vårdnämnden;inside_model=1|"
                 "id=b1;type=company;name=Bolaget;inside_model=1;ownership_share=100");
  rule_rows_add (
      self,
      "document",
      "id=top;type=above;title=Mål;status=decided;is_standing=1;year=2023;period_from=2023-01-01;"
      "period_to=2026-12-31|"
      "id=p1;type=plan;unit_id=u1;title=Plan 1;status=decided;is_standing=1;year=2024;"
      "period_from=2024-01-01;period_to=2024-12-31;decided_on=2023-12-01|"
      "id=p2;type=plan;unit_id=u2;title=Plan 2;status=draft;is_standing=1;year=2024;"
      "period_from=2024-01-01;period_to=2024-12-31");
  rule_rows_add (self,
                 "goal",
                 "id=a;document_id=top;type=area;text=Klimat|"
                 "id=o1;document_id=top;type=overall;parent_id=a;text=Utsläppen minskar|"
                 "id=g1;document_id=p1;type=goal;text=Fler läser|"
                 "id=g2;document_id=p2;type=goal;text=Fler besök");
}

RuleRows *
rule_rows_new (const char *rule)
{
  RuleRows *self = g_new0 (RuleRows, 1);
  StyrContext context = { NULL, 2024, "2024-06-01" };
  g_autoptr (GString) text = g_string_new (package);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (text, "%s", rule, 1);
  g_string_replace (text, "'", "\"", 0);
  bytes = g_bytes_new (text->str, text->len);
  self->model = styr_model_new_from_bytes (bytes, "rows", &error);
  g_assert_no_error (error);
  self->inventory = styr_inventory_new (self->model, &context);
  add_ground (self);
  return self;
}

void
rule_rows_free (RuleRows *self)
{
  styr_inventory_free (self->inventory);
  g_object_unref (self->model);
  g_free (self);
}

static StyrInvTable
find_table (const char *name)
{
  for (int i = 0; i < STYR_N_INV_TABLES; i++)
    if (g_str_equal (styr_inventory_get_table_name ((StyrInvTable) i), name))
      return (StyrInvTable) i;
  g_error ("no table %s", name);
}

static void
set_column (RuleRows *self, StyrInvTable table, char *row, const char *name, const char *value)
{
  guint n_columns;
  const StyrInvColumn *columns = styr_inventory_get_columns (table, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].name, name))
      {
        if (columns[i].is_int)
          *(int *) (gpointer) (row + columns[i].offset) = (int) g_ascii_strtoll (value, NULL, 10);
        else
          *(const char **) (gpointer) (row + columns[i].offset) =
              styr_inventory_keep (self->inventory, value);
        return;
      }
  g_error ("%s has no column %s", styr_inventory_get_table_name (table), name);
}

/** Adds rows: "id=a;name=b|id=c;name=d". */
void
rule_rows_add (RuleRows *self, const char *table, const char *rows)
{
  StyrInvTable kind = find_table (table);
  g_auto (GStrv) each = g_strsplit (rows, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      char *row = styr_inventory_add_row (self->inventory, kind);
      g_auto (GStrv) pairs = g_strsplit (each[i], ";", -1);

      for (guint j = 0; pairs[j] != NULL; j++)
        {
          g_auto (GStrv) parts = g_strsplit (pairs[j], "=", 2);

          set_column (self, kind, row, parts[0], parts[1]);
        }
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/** Asserts which objects the rule finds: their ids in order, "" = nothing. */
void
rule_rows_assert (RuleRows *self, const char *objects)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *found = NULL;

  styr_inventory_build (self->inventory);
  findings = styr_check_run (self->inventory, NULL);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (ids, (gpointer) styr_record_get_text (findings->pdata[i], "object_id"));
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);
  found = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (found, ==, objects);
}

static void
assert_part (RuleRows *self, const char *object, const char *column, const char *part)
{
  g_autoptr (GPtrArray) findings = styr_check_run (self->inventory, "R1");

  for (guint i = 0; i < findings->len; i++)
    if (styr_record_is (findings->pdata[i], "object_id", object) &&
        strstr (styr_record_get_text (findings->pdata[i], column), part) != NULL)
      return;
  g_error ("no %s about %s says “%s”", column, object, part);
}

/** Asserts that what is found about @object says @part; after rule_rows_assert(). */
void
rule_rows_assert_text (RuleRows *self, const char *object, const char *part)
{
  assert_part (self, object, "text", part);
}

/** Asserts which document opens by what is found about @object; after rule_rows_assert(). */
void
rule_rows_assert_opens (RuleRows *self, const char *object, const char *document)
{
  assert_part (self, object, "document_id", document);
}
