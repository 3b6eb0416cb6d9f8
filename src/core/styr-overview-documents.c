/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-overview-private.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Which documents belong to the context and its year, which are missing, and when they are due. */

/* Units -------------------------------------------------------------------------------------- */

static StyrRecord *
find_unit (StyrOverview *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->units, id) : NULL;
}

/* Units, and who serves whom, have their time. */
static gboolean
existed_in (StyrRecord *unit, int year)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  const char *from = styr_record_get_text (unit, "valid_from");
  const char *to = styr_record_get_text (unit, "valid_to");

  return (from == NULL || strcmp (from, last) <= 0) && (to == NULL || strcmp (to, first) >= 0);
}

static gboolean
serves_context (StyrOverview *self, const char *department_id)
{
  for (guint i = 0; i < self->survey->services->len; i++)
    if (styr_record_is (self->survey->services->pdata[i], "committee_id", self->unit_id) &&
        styr_record_is (self->survey->services->pdata[i], "department_id", department_id) &&
        existed_in (self->survey->services->pdata[i], self->year))
      return TRUE;
  return FALSE;
}

/* A unit's own things and those of the departments that serve it. */
gboolean
styr_overview_is_of_context (StyrOverview *self, const char *unit_id)
{
  return self->unit_id == NULL || g_strcmp0 (unit_id, self->unit_id) == 0 ||
         (unit_id != NULL && serves_context (self, unit_id));
}

const char *
styr_overview_get_unit_name (StyrOverview *self, const char *id)
{
  StyrRecord *unit = find_unit (self, id);

  return unit != NULL ? styr_record_get_text (unit, "name") : NULL;
}

/* Documents ---------------------------------------------------------------------------------- */

gboolean
styr_overview_is_retired (StyrRecord *document)
{
  return styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) >=
         STYR_DOCUMENT_SUPERSEDED;
}

static gboolean
covers_year (StyrRecord *document, const char *from_column, const char *to_column, int year)
{
  const char *from = styr_record_get_text (document, from_column);
  const char *to = styr_record_get_text (document, to_column);

  if (from == NULL && to == NULL)
    return styr_record_get_int (document, "year") == year || !styr_record_has (document, "year");
  return (from == NULL || atoi (from) <= year) && (to == NULL || atoi (to) >= year);
}

gboolean
styr_overview_is_of_year (const StyrDocumentType *type, StyrRecord *document, int year)
{
  switch (type->period)
    {
    case STYR_PERIOD_YEAR:
    case STYR_PERIOD_BROKEN_YEAR:
      return styr_record_get_int (document, "year") == year;
    case STYR_PERIOD_ROLLING_YEARS:
      /* A four-year budget made each year is its first year's; a plan made now and then is every
       * year's that it covers. */
      if (type->cadence == STYR_CADENCE_PER_YEAR || type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
        return styr_record_get_int (document, "year") == year;
      return covers_year (document, "period_from", "period_to", year);
    case STYR_PERIOD_TERM:
      return covers_year (document, "period_from", "period_to", year);
    case STYR_PERIOD_NONE:
    case STYR_PERIOD_UNTIL_FURTHER_NOTICE:
    default:
      return covers_year (document, "valid_from", "valid_to", year);
    }
}

/* What the council and others decide for all is everybody's; a plan that each unit makes is its own
 * only. */
gboolean
styr_overview_is_of_unit (StyrOverview *self, const StyrDocumentType *type, StyrRecord *document)
{
  const char *unit_id = styr_record_get_text (document, "unit_id");
  StyrRecord *unit = find_unit (self, unit_id);
  const StyrBodyType *body =
      unit != NULL ? styr_model_find_body_type (self->model, styr_record_get_text (unit, "type"))
                   : NULL;

  if (styr_overview_is_of_context (self, unit_id))
    return TRUE;
  if (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
    return FALSE;
  return unit_id == NULL || (body != NULL && body->is_single) ||
         styr_overview_is_of_context (self, styr_record_get_text (document, "owner_id"));
}

static int
election_year_month (StyrOverview *self, const StyrCalendarRule *rule, int year)
{
  return styr_model_is_election_year (self->model, year) ? rule->election_year_month : 0;
}

char *
styr_overview_dup_rule_date (StyrOverview *self, const StyrCalendarRule *rule, int base_year)
{
  int year = base_year + rule->year_offset;
  int other_month = election_year_month (self, rule, year);
  int month = CLAMP (other_month != 0 ? other_month : rule->month, 1, 12);
  int day = other_month != 0 && rule->election_year_day != 0 ? rule->election_year_day : rule->day;

  if (year < 1 || year > 9998)
    return NULL;
  day = CLAMP (day, 1, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static const StyrCalendarRule *
find_rule (StyrOverview *self, const char *document_type)
{
  GPtrArray *rules = styr_model_get_calendar_rules (self->model);

  for (guint i = 0; i < rules->len; i++)
    if (g_strcmp0 (((const StyrCalendarRule *) rules->pdata[i])->document_type, document_type) == 0)
      return rules->pdata[i];
  return NULL;
}

int
styr_overview_get_base_year (StyrOverview *self, const StyrDocumentType *type, int year)
{
  const StyrTerm *term =
      type->period == STYR_PERIOD_TERM ? styr_model_find_term_of_year (self->model, year) : NULL;

  return term != NULL ? term->first_year : year;
}

static char *
due_date (StyrOverview *self, const StyrDocumentType *type, int year)
{
  const StyrCalendarRule *rule = find_rule (self, type->id);

  if (rule == NULL || type->cadence == STYR_CADENCE_ON_DEMAND ||
      type->cadence == STYR_CADENCE_STANDING)
    return NULL;
  return styr_overview_dup_rule_date (self, rule, styr_overview_get_base_year (self, type, year));
}

/* Things ------------------------------------------------------------------------------------- */

StyrRecord *
styr_overview_thing_new (const char *ref_kind,
                         const char *ref_id,
                         const char *document_id,
                         const char *title,
                         const char *subtitle,
                         StyrState state,
                         gboolean done,
                         const char *due)
{
  StyrRecord *thing = styr_record_new ("thing", ref_id);

  styr_record_append (thing, "ref_kind", ref_kind);
  styr_record_append (thing, "ref_id", ref_id);
  styr_record_append (thing, "document_id", document_id);
  styr_record_append (thing, "title", title);
  styr_record_append (thing, "subtitle", subtitle);
  styr_record_append (thing, "state", styr_nick_from_value (STYR_TYPE_STATE, state));
  styr_record_append (thing, "done", done ? "1" : "0");
  styr_record_append (thing, "due", due);
  return thing;
}

gboolean
styr_overview_has_passed (StyrOverview *self, const char *due)
{
  return due != NULL && strcmp (due, self->today) < 0;
}

/* A new version that is still being written: the one before it applies, so it is neither late nor
 * counted in the wheel. */
static gboolean
is_pending_version (StyrOverview *self, StyrRecord *document)
{
  const char *previous_id = styr_record_get_text (document, "previous_version_id");
  StyrRecord *previous =
      previous_id != NULL ? g_hash_table_lookup (self->documents, previous_id) : NULL;
  StyrDocumentStatus status = previous != NULL ? (StyrDocumentStatus) styr_record_get_enum (
                                                     previous, "status", STYR_TYPE_DOCUMENT_STATUS)
                                               : STYR_DOCUMENT_DRAFT;

  return styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) <
             STYR_DOCUMENT_DECIDED &&
         (status == STYR_DOCUMENT_DECIDED || status == STYR_DOCUMENT_PUBLISHED);
}

static StyrRecord *
document_thing (StyrOverview *self, const StyrDocumentType *type, StyrRecord *document, int year)
{
  gboolean pending = is_pending_version (self, document);
  g_autofree char *due = pending ? NULL : due_date (self, type, year);
  gboolean done =
      styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) >= STYR_DOCUMENT_DECIDED;
  StyrState state = done                                   ? STYR_STATE_IN_FORCE
                    : styr_overview_has_passed (self, due) ? STYR_STATE_LATE
                                                           : STYR_STATE_DRAFT;
  const char *id = styr_record_get_id (document);
  const char *unit_id = styr_record_get_text (document, "unit_id");
  StyrRecord *thing = styr_overview_thing_new ("document",
                                               id,
                                               id,
                                               styr_record_get_text (document, "title"),
                                               styr_overview_get_unit_name (self, unit_id),
                                               state,
                                               done,
                                               done ? NULL : due);

  styr_record_set_text (thing, "unit_id", unit_id);
  styr_record_set_text (thing, "document_type", type->id);
  styr_record_set_text (thing, "block", type->block);
  styr_record_set_int (thing, "year", year);
  if (pending)
    styr_record_set_text (thing, "pending", "1");
  return thing;
}

static StyrRecord *
missing_thing (StyrOverview *self, const StyrDocumentType *type, StyrRecord *unit, int year)
{
  g_autofree char *due = due_date (self, type, year);
  g_autofree char *title = NULL;
  StyrRecord *thing;

  title = unit != NULL
              ? g_strdup_printf ("%s – %s", type->name, styr_record_get_text (unit, "name"))
              : g_strdup (type->name);
  thing = styr_overview_thing_new ("document",
                                   NULL,
                                   NULL,
                                   title,
                                   unit != NULL ? styr_record_get_text (unit, "name") : NULL,
                                   styr_overview_has_passed (self, due) ? STYR_STATE_LATE
                                                                        : STYR_STATE_MISSING,
                                   FALSE,
                                   due);
  styr_record_set_text (thing, "unit_id", unit != NULL ? styr_record_get_id (unit) : NULL);
  styr_record_set_text (thing, "document_type", type->id);
  styr_record_set_text (thing, "block", type->block);
  styr_record_set_int (thing, "year", year);
  return thing;
}

static gboolean
thing_has_unit (GPtrArray *things, const char *unit_id)
{
  for (guint i = 0; i < things->len; i++)
    if (styr_record_is (things->pdata[i], "unit_id", unit_id))
      return TRUE;
  return FALSE;
}

static gboolean
exists_anywhere (StyrOverview *self, const StyrDocumentType *type, int year)
{
  for (guint i = 0; i < self->survey->documents->len; i++)
    {
      StyrRecord *document = self->survey->documents->pdata[i];

      if (styr_record_is (document, "type", type->id) && !styr_overview_is_retired (document) &&
          styr_overview_is_of_year (type, document, year))
        return TRUE;
    }
  return FALSE;
}

static void
add_missing (StyrOverview *self, const StyrDocumentType *type, int year, GPtrArray *things)
{
  g_autofree char *last_day = g_strdup_printf ("%04d-12-31", year);

  if (styr_document_type_is_retired (type, last_day))
    return;
  if (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
    {
      for (guint i = 0; i < self->survey->units->len; i++)
        {
          StyrRecord *unit = self->survey->units->pdata[i];

          if (styr_strings_contain (type->producers, styr_record_get_text (unit, "type")) &&
              styr_record_get_flag (unit, "inside_model") && existed_in (unit, year) &&
              styr_overview_is_of_context (self, styr_record_get_id (unit)) &&
              !thing_has_unit (things, styr_record_get_id (unit)))
            g_ptr_array_add (things, missing_thing (self, type, unit, year));
        }
    }
  else if (type->cadence != STYR_CADENCE_ON_DEMAND && !exists_anywhere (self, type, year))
    g_ptr_array_add (things, missing_thing (self, type, NULL, year));
}

/* Every document of a type that belongs to the context and the year, and a thing for each that
 * should be there and isn't. */
GPtrArray *
styr_overview_dup_document_things (StyrOverview *self, const StyrDocumentType *type, int year)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->survey->documents->len; i++)
    {
      StyrRecord *document = self->survey->documents->pdata[i];

      if (styr_record_is (document, "type", type->id) && !styr_overview_is_retired (document) &&
          styr_overview_is_of_year (type, document, year) &&
          styr_overview_is_of_unit (self, type, document))
        g_ptr_array_add (things, document_thing (self, type, document, year));
    }
  add_missing (self, type, year, things);
  return things;
}

void
styr_overview_extend (GPtrArray *target, GPtrArray *things, const char *phase)
{
  for (guint i = 0; i < things->len; i++)
    {
      if (phase != NULL)
        styr_record_set_text (things->pdata[i], "phase", phase);
      g_ptr_array_add (target, g_object_ref (things->pdata[i]));
    }
}
