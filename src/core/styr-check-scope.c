/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-check.h"

#include <string.h>

/* What a rule concerns: which documents, goals and units, and from which day. */

/** Whether the rule names the type; a rule that names none is about all. */
gboolean
styr_check_concerns_type (const StyrCheck *self, const char *document_type)
{
  return self->rule->document_types->len == 0 ||
         styr_strings_contain (self->rule->document_types, document_type);
}

static const char *
begins_on (const StyrInvDocument *document)
{
  return document->decided_on != NULL    ? document->decided_on
         : document->period_from != NULL ? document->period_from
                                         : document->created_at;
}

static gboolean
counts (const StyrCheck *self, const StyrInvDocument *document)
{
  const char *begin = begins_on (document);

  if (!document->is_standing || !document->in_year)
    return FALSE;
  return self->rule->from == NULL || begin == NULL || strcmp (begin, self->rule->from) >= 0;
}

/* Whether the rule judges this document: of its types, of the context's year, one that counts
 * (standing), decided or published unless the rule also asks for drafts, and not from before the
 * rule. */
static gboolean
concerns (const StyrCheck *self, const StyrInvDocument *document)
{
  g_assert (document != NULL);
  return styr_check_concerns_type (self, document->type) && counts (self, document) &&
         (document->is_decided || (self->rule->drafts_too && !self->rule->decided));
}

/** A kind has looked for what its rule concerns, and this is what there is: a rule that finds
 * nothing among nothing has nothing to check yet. */
void
styr_check_concerned (StyrCheck *self, GPtrArray *found)
{
  g_return_if_fail (self != NULL && found != NULL);

  self->has_asked = TRUE;
  self->n_concerned += found->len;
}

/** The documents that the rule judges: of its types, of the context's year, standing. (transfer
 * container) */
GPtrArray *
styr_check_dup_documents (StyrCheck *self)
{
  GPtrArray *all = styr_inventory_get_rows (self->inventory, STYR_INV_DOCUMENT);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (concerns (self, all->pdata[i]))
      g_ptr_array_add (found, all->pdata[i]);
  styr_check_concerned (self, found);
  return found;
}

/**
 * styr_check_dup_documents_of:
 * @types: char*; empty = all
 * @decided: only decided and published ones
 *
 * The documents of the context's year that count, of some types, drafts too unless @decided.
 *
 * Returns: (transfer container): StyrInvDocument*
 */
GPtrArray *
styr_check_dup_documents_of (StyrCheck *self, GPtrArray *types, gboolean decided)
{
  GPtrArray *all = styr_inventory_get_rows (self->inventory, STYR_INV_DOCUMENT);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const StyrInvDocument *document = all->pdata[i];

      if (counts (self, document) &&
          (types->len == 0 || styr_strings_contain (types, document->type)) &&
          (!decided || document->is_decided))
        g_ptr_array_add (found, all->pdata[i]);
    }
  styr_check_concerned (self, found);
  return found;
}

/**
 * styr_check_dup_goals:
 * @goal_types: char*; empty = all
 *
 * The goals of the context's year, also those of drafts: what is wrong with a goal is to be seen
 * before it is decided. With the rule's "decided" only those of decided documents.
 *
 * Returns: (transfer container): StyrInvGoal*
 */
GPtrArray *
styr_check_dup_goals (StyrCheck *self, GPtrArray *goal_types)
{
  GPtrArray *all = styr_inventory_get_rows (self->inventory, STYR_INV_GOAL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const StyrInvGoal *goal = all->pdata[i];

      if (goal->document != NULL && counts (self, goal->document) &&
          (goal_types->len == 0 || styr_strings_contain (goal_types, goal->type)) &&
          (!self->rule->decided || goal->document->is_decided))
        g_ptr_array_add (found, all->pdata[i]);
    }
  styr_check_concerned (self, found);
  return found;
}

/**
 * styr_check_dup_units:
 * @body_types: char*; empty = all
 *
 * The units of some types that existed in the context's year and are inside the model.
 *
 * Returns: (transfer container): StyrInvUnit*
 */
GPtrArray *
styr_check_dup_units (StyrCheck *self, GPtrArray *body_types)
{
  GPtrArray *all = styr_inventory_get_rows (self->inventory, STYR_INV_UNIT);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const StyrInvUnit *unit = all->pdata[i];

      if ((body_types->len == 0 || styr_strings_contain (body_types, unit->type)) &&
          unit->inside_model && styr_inventory_unit_exists_in_year (unit, self->year))
        g_ptr_array_add (found, all->pdata[i]);
    }
  styr_check_concerned (self, found);
  return found;
}

/**
 * styr_check_get_deadline:
 * @first_year: the first year of the period that the deadline is counted from
 *
 * The rule's last day, as an ISO date that lives as long as the check; NULL when the rule has none.
 */
const char *
styr_check_get_deadline (StyrCheck *self, int first_year)
{
  int year = first_year + self->rule->year_offset, month = self->rule->month, day = self->rule->day;

  if (month == 0)
    return NULL;
  if (day == 0 || day > g_date_get_days_in_month (month, (GDateYear) year))
    day = g_date_get_days_in_month (month, (GDateYear) year);
  return styr_check_text (self, "%04d-%02d-%02d", year, month, day);
}

/** Whether the rule's last day has passed; a rule without one is always due. */
gboolean
styr_check_is_due (StyrCheck *self, int first_year)
{
  const char *deadline = styr_check_get_deadline (self, first_year);

  return deadline == NULL || strcmp (self->today, deadline) > 0;
}
