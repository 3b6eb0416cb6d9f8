/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/* Rules about the organisation. */

/* The day on which a unit must have existed to have a document: the first of its period, else the
 * day it was decided. */
static const char *
day_of (const StyrInvDocument *document)
{
  return document->period_from != NULL ? document->period_from : document->decided_on;
}

static void
check_validity (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents =
      styr_check_dup_documents_of (check, check->rule->document_types, check->rule->decided);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *day = day_of (document);

      if (document->unit != NULL && day != NULL &&
          !styr_inventory_unit_exists_on (document->unit, day) &&
          !styr_inventory_unit_exists_in_year (document->unit, document->first_year))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s belongs to %s, which didn't exist on %s."),
                        styr_check_name_document (check, document),
                        document->unit->name,
                        styr_check_date (check, day));
    }
}

static void
check_ownership (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  GPtrArray *units = styr_inventory_get_rows (check->inventory, STYR_INV_UNIT);

  for (guint i = 0; i < units->len; i++)
    {
      const StyrInvUnit *unit = units->pdata[i];
      double share;

      if (unit->ownership_share == NULL ||
          !styr_inventory_unit_exists_in_year (unit, check->year) ||
          (rule->body_types->len > 0 && !styr_strings_contain (rule->body_types, unit->type)))
        continue;
      share = g_ascii_strtod (unit->ownership_share, NULL);
      if (share >= rule->min && !unit->inside_model)
        styr_check_add (check,
                        styr_object_of_unit (unit),
                        _ ("%s is owned to %g %% and stands outside the model; from %g %% it is "
                           "inside."),
                        unit->name,
                        share,
                        rule->min);
      else if (share < rule->min && unit->inside_model)
        styr_check_add (check,
                        styr_object_of_unit (unit),
                        _ ("%s is owned to %g %% and stands inside the model; below %g %% it is "
                           "outside."),
                        unit->name,
                        share,
                        rule->min);
    }
}

static void
check_exists (StyrCheck *check)
{
  const StyrRule *rule = check->rule;
  g_autoptr (GPtrArray) units = styr_check_dup_units (check, rule->body_types);
  int least = rule->has_min ? (int) rule->min : 1;
  const StyrBodyType *type = styr_model_find_body_type (check->model, rule->body_types->pdata[0]);

  if ((int) units->len < least && type != NULL)
    styr_check_add (check,
                    styr_object_of_part ("bodyType", type->id, type->plural, NULL),
                    _ ("The register has %u %s; the model says %s."),
                    units->len,
                    units->len == 1 || type->plural == NULL ? type->name : type->plural,
                    styr_check_bounds (check, TRUE, least, FALSE, 0));
}

const StyrRuleKind styr_rule_kinds_unit[] = {
  { "unit-validity",
    N_ ("Units exist"),
    N_ ("Finds documents of a unit that didn't exist then."),
    { { "documentTypes", N_ ("Documents"), FALSE } },
    check_validity },
  { "unit-ownership",
    N_ ("Inside or outside the model"),
    N_ ("Finds companies and federations that the owned share places otherwise than the register."),
    { { "bodyTypes", N_ ("Units of the types"), FALSE },
      { "min", N_ ("Owned share in percent"), TRUE } },
    check_ownership },
  { "unit-exists",
    N_ ("Units of a type"),
    N_ ("Finds that the register has too few units of some types."),
    { { "bodyTypes", N_ ("Units of the types"), TRUE }, { "min", N_ ("At least"), FALSE } },
    check_exists },
  { 0 }
};
