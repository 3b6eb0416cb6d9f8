/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-bench.h"

#include <string.h>

/* Single quotes stand for double ones, which C would have to escape. */
static const char package[] =
    "{'format':'styrmodell-package','formatVersion':1,'id':'bench','name':'Modell',"
    "'municipality':'Exempelby','status':'decided','validFrom':'2023-01-01',"
    "'bodyTypes':[{'id':'council','name':'fullmäktige','isPolitical':true,'isSingle':true},"
    "{'id':'board','name':'styrelse','isPolitical':true,'isSingle':true},"
    "{'id':'committee','name':'nämnd','isPolitical':true},{'id':'department','name':'kontor'},"
    "{'id':'head','name':'chef','isRole':true,'roleOf':'department'}],"
    "'levels':[{'id':'top','name':'Topp'},{'id':'plans','name':'Planer'},{'id':'bare','name':'Tom'}"
    "],'blocks':[{'id':'vision','name':'Vision','politics':'political','frame':true},"
    "{'id':'plan','name':'Plan','politics':'political'},"
    "{'id':'work','name':'Arbete','politics':'administrative','frame':true},"
    "{'id':'guide','name':'Regler','politics':'administrative'}],"
    "'pictures':[{'id':'p','title':'Bild','template':'triangle','places':["
    "{'block':'vision','axis':'middle','level':'top'},"
    "{'block':'plan','axis':'middle','level':'plans'},"
    "{'block':'work','axis':'middle','level':'plans','order':1}]}],"
    "'goalTypes':[{'id':'goal','name':'mål'}],"
    "'documentTypes':[{'id':'vision','name':'vision','block':'vision','period':'until-further-"
    "notice','cadence':'standing','decisionRules':[{'decider':'council'}]},"
    "{'id':'budget','name':'budget','block':'plan','period':'year','cadence':'per-year',"
    "'decisionRules':[{'decider':'council'}]},"
    "{'id':'plan','name':'plan','plural':'planer','block':'plan','period':'year','cadence':"
    "'per-unit-and-year','informed':['department'],'decisionRules':[{'decider':'unit'}],"
    "'forbiddenContent':['activities'],'publication':'external',"
    "'sections':[{'id':'goals','title':'Mål','kind':'goals','goalType':'goal','required':true},"
    "{'id':'regard','title':'Hänsyn','kind':'rows','required':true,'fields':["
    "{'id':'basis','title':'Underlag','kind':'text'},{'id':'text','title':'Text','kind':'text'}]},"
    "{'id':'child','title':'Barn','kind':'fields','required':true,'fields':["
    "{'id':'large','title':'Större?','kind':'flag'},"
    "{'id':'text','title':'Följder','kind':'text','required':true,'mayNotApply':true}]}]},"
    "{'id':'guide','name':'riktlinje','aliases':['regler'],'block':'guide','period':'until-"
    "further-notice','cadence':'on-demand','startDecision':'board',"
    "'requiredMetadata':['ownerId','followUpMonths','replaces'],"
    "'requiredWhenJoint':['partners'],'forbiddenContent':['goals'],"
    "'publication':'external','internalAllowed':true,"
    "'decisionRules':[{'scope':'department','political':'no','decider':'head'},"
    "{'scope':'unit','decider':'unit'},{'decider':'board'}]}],"
    "'terms':[{'id':'t','name':'2023–2026','firstYear':2023,'lastYear':2026}]";

/**
 * rule_bench_new_with:
 * @rule: what follows the rule's id and title, with single quotes; its id is R1
 * @members: (nullable): more members of the model
 */
RuleBench *
rule_bench_new_with (const char *rule, const char *members, int year, const char *today)
{
  RuleBench *self = g_new0 (RuleBench, 1);
  StyrContext context = { NULL, year, today };
  g_autofree char *text =
      g_strdup_printf ("%s%s%s,'rules':[{'id':'R1','title':'Regel','severity':'warning',%s}]}",
                       package,
                       members != NULL ? "," : "",
                       members != NULL ? members : "",
                       rule);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  self->model = styr_model_new_from_bytes (bytes, "bench", &error);
  g_assert_no_error (error);
  self->inventory = styr_inventory_new (self->model, &context);
  styr_inventory_add (self->inventory,
                      STYR_INV_UNIT,
                      "id",
                      "u1",
                      "type",
                      "committee",
                      "name",
                      "Skolnämnden",
                      "inside_model",
                      "1",
                      NULL);
  styr_inventory_add (self->inventory,
                      STYR_INV_UNIT,
                      "id",
                      "u2",
                      "type",
                      "committee",
                      "name",
                      "Vårdnämnden",
                      "inside_model",
                      "1",
                      NULL);
  styr_inventory_add (self->inventory,
                      STYR_INV_UNIT,
                      "id",
                      "k1",
                      "type",
                      "department",
                      "name",
                      "Kontoret",
                      "inside_model",
                      "1",
                      NULL);
  return self;
}

RuleBench *
rule_bench_new (const char *rule, int year, const char *today)
{
  return rule_bench_new_with (rule, NULL, year, today);
}

void
rule_bench_free (RuleBench *self)
{
  styr_inventory_free (self->inventory);
  g_object_unref (self->model);
  g_free (self);
}

/** A document; it is a draft when @decided_on is NULL. A year gives it the period of that year. */
void
rule_bench_add_document (RuleBench *self,
                         const char *id,
                         const char *type,
                         const char *unit,
                         int year,
                         const char *decided_by,
                         const char *decided_on)
{
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *from = year != 0 ? g_strdup_printf ("%d-01-01", year) : NULL;
  g_autofree char *to = year != 0 ? g_strdup_printf ("%d-12-31", year) : NULL;

  styr_inventory_add (self->inventory,
                      STYR_INV_DOCUMENT,
                      "id",
                      id,
                      "type",
                      type,
                      "unit_id",
                      unit,
                      "title",
                      id,
                      "year",
                      number,
                      "period_from",
                      from != NULL ? from : "",
                      "period_to",
                      to != NULL ? to : "",
                      "decided_by",
                      decided_by,
                      "decided_on",
                      decided_on,
                      "status",
                      decided_on != NULL ? "decided" : "draft",
                      "is_standing",
                      "1",
                      NULL);
}

/** Sets columns of a document: "scope=unit;owner_id=u1". */
void
rule_bench_add_columns (RuleBench *self, const char *document, const char *columns)
{
  GPtrArray *all = styr_inventory_get_rows (self->inventory, STYR_INV_DOCUMENT);
  g_auto (GStrv) pairs = g_strsplit (columns, ";", -1);
  guint n_columns;
  const StyrInvColumn *known = styr_inventory_get_columns (STYR_INV_DOCUMENT, &n_columns);

  for (guint i = 0; i < all->len; i++)
    for (char **pair = pairs; *pair != NULL; pair++)
      {
        char *row = all->pdata[i];
        g_auto (GStrv) parts = g_strsplit (*pair, "=", 2);

        if (g_strcmp0 (((StyrInvDocument *) (gpointer) row)->id, document) != 0)
          continue;
        for (guint k = 0; k < n_columns; k++)
          if (g_str_equal (known[k].name, parts[0]) && known[k].is_int)
            *(int *) (gpointer) (row + known[k].offset) =
                (int) g_ascii_strtoll (parts[1], NULL, 10);
          else if (g_str_equal (known[k].name, parts[0]))
            *(const char **) (gpointer) (row + known[k].offset) =
                styr_inventory_keep (self->inventory, parts[1]);
      }
}

void
rule_bench_add_value (
    RuleBench *self, const char *document, const char *owner, const char *field, const char *value)
{
  styr_inventory_add (self->inventory,
                      STYR_INV_VALUE,
                      "document_id",
                      document,
                      "owner_id",
                      owner,
                      "field",
                      field,
                      "value",
                      value,
                      NULL);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/** Asserts which objects the rule finds: their ids in order, "" = nothing. */
void
rule_bench_assert (RuleBench *self, const char *objects)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *found = NULL;

  styr_inventory_build (self->inventory);
  findings = styr_check_run (self->inventory, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      g_ptr_array_add (ids, (gpointer) styr_record_get_text (findings->pdata[i], "object_id"));
      g_assert_cmpstr (styr_record_get_text (findings->pdata[i], "text"), !=, NULL);
    }
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);
  found = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (found, ==, objects);
}
