/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-check.h"
#include "styr-locale.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Runs the rules of a model over an inventory; what they find are records of kind "finding". */

typedef struct
{
  StyrRecord *record;
  int severity;
  guint rule;
  char *key; /* of the object's title, in people's order */
} Found;

static const char *const severities[] = { "error", "warning", "information" };

/** The order of severities: 0 is the worst. */
int
styr_severity_get_place (const char *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (g_strcmp0 (severities[i], severity) == 0)
      return (int) i;
  return G_N_ELEMENTS (severities);
}

/** What a severity is called, for people. */
const char *
styr_severity_get_word (const char *severity)
{
  switch (styr_severity_get_place (severity))
    {
    case 0:
      return C_ ("severity", "Error");
    case 1:
      return C_ ("severity", "Warning");
    default:
      return C_ ("severity", "Information");
    }
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->record);
  g_free (found->key);
  g_free (found);
}

/* The type of the document that is meant: the object's, or the only one that the rule is about. */
static const char *
find_type (StyrCheck *self, const StyrObject *object)
{
  const StyrInvDocument *document =
      styr_inventory_find (self->inventory, STYR_INV_DOCUMENT, object->document_id);

  if (document != NULL)
    return document->type;
  return self->rule->document_types->len == 1 ? self->rule->document_types->pdata[0] : NULL;
}

/* A rule of another model may have the same number: an exception follows to it only when it asks
 * for the same. */
static gboolean
is_of_rule (const StyrCheck *self, const StyrInvWaiver *waiver)
{
  StyrModel *model = waiver->model_id != NULL
                         ? styr_inventory_find_model (self->inventory, waiver->model_id)
                         : self->model;
  const StyrRule *decided;

  if (g_strcmp0 (waiver->rule_id, self->rule->id) != 0)
    return FALSE;
  if (model == self->model)
    return TRUE;
  decided = model != NULL ? styr_model_find_rule (model, waiver->rule_id) : NULL;
  return decided != NULL && styr_rule_asks_same (decided, self->rule);
}

static gboolean
is_of_object (const StyrCheck *self, const StyrInvWaiver *waiver, const StyrObject *object)
{
  if (waiver->year != 0 && waiver->year != (object->year != 0 ? object->year : self->year))
    return FALSE;
  return waiver->object_id == NULL || (g_str_equal (waiver->object_id, object->id) &&
                                       g_strcmp0 (waiver->object_kind, object->kind) == 0);
}

static gboolean
is_own (const StyrCheck *self, const StyrInvWaiver *waiver)
{
  return waiver->model_id == NULL ||
         styr_inventory_find_model (self->inventory, waiver->model_id) == self->model;
}

/* What the model itself says of the same thing goes before what follows from another model, also
 * when it has ended. */
static gboolean
is_replaced (const StyrCheck *self, const StyrInvWaiver *waiver)
{
  GPtrArray *waivers = styr_inventory_get_rows (self->inventory, STYR_INV_WAIVER);

  for (guint i = 0; !is_own (self, waiver) && i < waivers->len; i++)
    {
      const StyrInvWaiver *own = waivers->pdata[i];

      if (is_own (self, own) && g_strcmp0 (own->rule_id, waiver->rule_id) == 0 &&
          g_strcmp0 (own->object_kind, waiver->object_kind) == 0 &&
          g_strcmp0 (own->object_id, waiver->object_id) == 0 && own->year == waiver->year)
        return TRUE;
    }
  return FALSE;
}

static const StyrInvWaiver *
find_waiver (StyrCheck *self, const StyrObject *object)
{
  GPtrArray *waivers = styr_inventory_get_rows (self->inventory, STYR_INV_WAIVER);

  if (self->rule->not_waivable)
    return NULL;
  for (guint i = 0; i < waivers->len; i++)
    {
      const StyrInvWaiver *waiver = waivers->pdata[i];

      if (is_of_rule (self, waiver) && is_of_object (self, waiver, object) &&
          (waiver->valid_to == NULL || strcmp (waiver->valid_to, self->today) >= 0) &&
          !is_replaced (self, waiver))
        return waiver;
    }
  return NULL;
}

static void
set_rule (StyrRecord *record, const StyrRule *rule)
{
  styr_record_set_text (record, "rule_id", rule->id);
  styr_record_set_text (record, "rule_title", rule->title);
  styr_record_set_text (record, "severity", rule->severity);
  styr_record_set_text (record, "remedy", rule->remedy);
  styr_record_set_text (record, "paragraph", rule->paragraph);
  styr_record_set_int (record, "is_implicit", rule->is_implicit);
  styr_record_set_int (record, "is_waivable", !rule->not_waivable);
}

/**
 * styr_check_add:
 * @object: what is wrong; borrowed texts
 * @format: the finding in one sentence that names the object
 *
 * Adds a finding of the rule that is being checked.
 */
void
styr_check_add (StyrCheck *self, StyrObject object, const char *format, ...)
{
  Found *found = g_new0 (Found, 1);
  g_autofree char *id = g_strconcat (self->rule->id, "/", object.kind, "/", object.id, NULL);
  g_autofree char *text = NULL;
  const StyrInvWaiver *waiver = find_waiver (self, &object);
  va_list args;

  g_return_if_fail (object.kind != NULL && object.id != NULL);

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  found->record = styr_record_new ("finding", id);
  set_rule (found->record, self->rule);
  styr_record_set_text (found->record, "object_kind", object.kind);
  styr_record_set_text (found->record, "object_id", object.id);
  styr_record_set_text (found->record, "object_title", object.title);
  styr_record_set_text (found->record, "document_id", object.document_id);
  styr_record_set_text (found->record, "document_type", find_type (self, &object));
  styr_record_set_text (found->record, "unit_id", object.unit_id);
  styr_record_set_text (found->record, "text", text);
  if (object.year != 0)
    styr_record_set_int (found->record, "year", object.year);
  styr_record_set_int (found->record, "is_waived", waiver != NULL);
  if (waiver != NULL)
    {
      styr_record_set_text (found->record, "waiver_id", waiver->id);
      styr_record_set_text (found->record, "waiver_reason", waiver->reason);
    }
  found->severity = styr_severity_get_place (self->rule->severity);
  found->rule = self->place;
  found->key = styr_collate_key (object.title != NULL ? object.title : object.id);
  g_ptr_array_add (self->findings, found);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = *(Found *const *) a, *two = *(Found *const *) b;
  int order;

  if (one->severity != two->severity)
    return one->severity - two->severity;
  if (one->rule != two->rule)
    return one->rule < two->rule ? -1 : 1;
  order = strcmp (one->key, two->key);
  if (order == 0)
    order = strcmp (styr_record_get_id (one->record), styr_record_get_id (two->record));
  return order != 0 ? order
                    : g_strcmp0 (styr_record_get_text (one->record, "text"),
                                 styr_record_get_text (two->record, "text"));
}

/* An object may break a rule in more than one way; each finding has an id of its own. */
static GPtrArray *
to_records (GPtrArray *findings)
{
  GPtrArray *records = g_ptr_array_new_full (findings->len, g_object_unref);
  const char *last = NULL;
  int n = 1;

  g_ptr_array_sort (findings, compare_found);
  for (guint i = 0; i < findings->len; i++)
    {
      Found *found = findings->pdata[i];
      const char *id = styr_record_get_id (found->record);

      n = g_strcmp0 (id, last) == 0 ? n + 1 : 1;
      last = id;
      if (n > 1)
        {
          g_autofree char *own = g_strdup_printf ("%s#%d", id, n);
          StyrRecord *copy = styr_record_new ("finding", own);

          styr_record_assign (copy, found->record);
          g_ptr_array_add (records, copy);
        }
      else
        g_ptr_array_add (records, g_object_ref (found->record));
    }
  return records;
}

static gboolean
is_idle (const StyrCheck *check, guint n_findings_before)
{
  return check->has_asked && check->n_concerned == 0 && check->findings->len == n_findings_before;
}

static guint
run_rules (StyrCheck *check, const char *rule_id)
{
  GPtrArray *rules = styr_model_get_rules (check->model);
  guint n_idle = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const StyrRule *rule = rules->pdata[i];
      const StyrRuleKind *kind = styr_rule_kind_find (rule->kind);
      guint n_findings = check->findings->len;

      if (kind == NULL || rule->is_off || (rule_id != NULL && !g_str_equal (rule->id, rule_id)))
        continue;
      check->rule = rule;
      check->place = i;
      check->has_asked = FALSE;
      check->n_concerned = 0;
      kind->check (check);
      n_idle += is_idle (check, n_findings);
    }
  return n_idle;
}

/**
 * styr_check_run:
 * @rule_id: (nullable): only this rule; NULL = all that are on
 *
 * Checks the rules of the inventory's model.
 *
 * Returns: (transfer full): StyrRecord "finding": rule_id, rule_title, severity, object_kind,
 *   object_id, object_title, year (or none, see StyrObject), document_id, document_type, unit_id,
 *   text, remedy, paragraph, is_waived, waiver_id, waiver_reason, is_implicit, is_waivable; by
 * severity, rule and title
 */
GPtrArray *
styr_check_run (StyrInventory *inventory, const char *rule_id)
{
  guint n_idle;

  return styr_check_run_counting (inventory, rule_id, &n_idle);
}

/**
 * styr_check_run_counting:
 * @rule_id: (nullable): only this rule; NULL = all that are on
 * @n_idle: (out): how many of the rules had nothing to check: no document, goal, unit or decision
 *   that they concern
 *
 * As styr_check_run().
 */
GPtrArray *
styr_check_run_counting (StyrInventory *inventory, const char *rule_id, guint *n_idle)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (found_free);
  StyrCheck check = { 0 };
  GPtrArray *records;

  g_return_val_if_fail (inventory != NULL && n_idle != NULL, NULL);

  check.inventory = inventory;
  check.model = styr_inventory_get_model (inventory);
  check.year = styr_inventory_get_year (inventory);
  check.today = styr_inventory_get_today (inventory);
  check.findings = findings;
  check.texts = g_string_chunk_new (4096);
  *n_idle = run_rules (&check, rule_id);
  records = to_records (findings);
  g_string_chunk_free (check.texts);
  return records;
}

/* What a finding is about ----------------------------------------------------------------- */

/** A document as the object of a finding. */
StyrObject
styr_object_of_document (const StyrInvDocument *document)
{
  return (
      StyrObject){ "document", document->id, document->id, document->unit_id, document->title, 0 };
}

/** A goal as the object of a finding: its document opens. */
StyrObject
styr_object_of_goal (const StyrInvGoal *goal)
{
  return styr_object_of_part ("goal", goal->id, goal->text, goal->document);
}

/** A unit as the object of a finding. */
StyrObject
styr_object_of_unit (const StyrInvUnit *unit)
{
  return (StyrObject){ "unit", unit->id, NULL, unit->id, unit->name, 0 };
}

/** A decision as the object of a finding. */
StyrObject
styr_object_of_decision (const StyrInvDecision *decision)
{
  return (StyrObject){ "decision",        decision->id,    decision->document_id,
                       decision->unit_id, decision->title, 0 };
}

/** An att-sats as the object of a finding; it concerns the one who got the commission. */
StyrObject
styr_object_of_clause (const StyrInvClause *clause)
{
  const StyrInvDecision *decision = clause->decision;

  return (StyrObject){ "clause",
                       clause->id,
                       decision != NULL ? decision->document_id : NULL,
                       clause->assignee_id != NULL || decision == NULL ? clause->assignee_id
                                                                       : decision->unit_id,
                       clause->text,
                       0 };
}

/** The model itself as the object of a finding. */
StyrObject
styr_object_of_model (StyrModel *model)
{
  return (StyrObject){ "model", styr_model_get_id (model),   NULL,
                       NULL,    styr_model_get_name (model), 0 };
}

/**
 * styr_object_of_part:
 * @document: (nullable): the document that it is part of
 *
 * Something else as the object of a finding: a row, a criterion, a measure, an element of the
 * model.
 */
StyrObject
styr_object_of_part (const char *kind,
                     const char *id,
                     const char *title,
                     const StyrInvDocument *document)
{
  return (StyrObject){
    kind,  id, document != NULL ? document->id : NULL, document != NULL ? document->unit_id : NULL,
    title, 0
  };
}

/**
 * styr_object_in_year:
 * @year: the year, or the first year of the period that counts; 0 = none
 *
 * The object in a year: what is wrong there one year is something else the next, so that an
 * exception for the one says nothing about the other.
 */
StyrObject
styr_object_in_year (StyrObject object, int year)
{
  object.year = year;
  return object;
}

/** Two things together as the object of a finding: a unit and what it lacks. @id: the other's */
StyrObject
styr_object_and (StyrCheck *self, StyrObject object, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, object);
  object.id = styr_check_text (self, "%s/%s", object.id, id);
  return object;
}
