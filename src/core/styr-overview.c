/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-overview-private.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (StyrOverview, styr_overview, G_TYPE_OBJECT)

static void
styr_overview_finalize (GObject *object)
{
  StyrOverview *self = STYR_OVERVIEW (object);

  g_clear_object (&self->model);
  g_hash_table_unref (self->by_block);
  g_hash_table_unref (self->by_phase);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->leaps);
  g_free (self->unit_id);
  g_free (self->today);
  G_OBJECT_CLASS (styr_overview_parent_class)->finalize (object);
}

static void
styr_overview_class_init (StyrOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_overview_finalize;
}

static void
styr_overview_init (StyrOverview *self)
{
  self->by_block =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_phase =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->deadlines = g_ptr_array_new_with_free_func (g_object_unref);
  self->leaps = g_ptr_array_new_with_free_func (g_object_unref);
}

GPtrArray *
styr_overview_list_of (GHashTable *table, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (table, g_strdup (key), list);
    }
  return list;
}

static void
reckon_blocks (StyrOverview *self)
{
  GPtrArray *types = styr_model_get_document_types (self->model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = types->pdata[i];
      g_autoptr (GPtrArray) things = styr_overview_dup_document_things (self, type, self->year);

      styr_overview_extend (styr_overview_list_of (self->by_block, type->block), things, NULL);
    }
}

/* Deadlines ---------------------------------------------------------------------------------- */

static void
drop_pending (GPtrArray *things)
{
  for (guint i = things->len; i-- > 0;)
    if (styr_record_get_flag (things->pdata[i], "pending"))
      g_ptr_array_remove_index (things, i);
}

static void
add_deadline (StyrOverview *self, const StyrCalendarRule *rule)
{
  const StyrDocumentType *type =
      rule->document_type != NULL ? styr_model_find_document_type (self->model, rule->document_type)
                                  : NULL;
  int base = self->year - rule->year_offset;
  g_autofree char *due = styr_overview_dup_rule_date (self, rule, base);
  g_autoptr (GPtrArray) things = NULL;
  g_autofree char *title = NULL;
  guint done = 0;
  StyrRecord *deadline;

  if (due == NULL || (type != NULL && type->period == STYR_PERIOD_TERM &&
                      styr_overview_get_base_year (self, type, base) != base))
    return;
  things = type != NULL ? styr_overview_dup_document_things (self, type, base) : g_ptr_array_new ();
  drop_pending (things);
  for (guint i = 0; i < things->len; i++)
    done += styr_record_get_flag (things->pdata[i], "done");

  /* a plan for next year falls due this year: then the year must be told */
  title = base != self->year ? g_strdup_printf (_ ("%s, for %d"), rule->title, base)
                             : g_strdup (rule->title);
  deadline = styr_overview_thing_new (
      "document", NULL, NULL, title, NULL, STYR_STATE_NOT_APPLICABLE, FALSE, due);
  if (things->len > 0)
    {
      g_autofree char *counted = g_strdup_printf (_ ("%u of %u done"), done, things->len);
      gboolean all = done == things->len;

      styr_record_set_text (deadline, "subtitle", counted);
      styr_record_set_int (deadline, "done", all);
      styr_record_set_enum (deadline,
                            "state",
                            STYR_TYPE_STATE,
                            all                                    ? STYR_STATE_IN_FORCE
                            : styr_overview_has_passed (self, due) ? STYR_STATE_LATE
                                                                   : STYR_STATE_DRAFT);
    }
  if (things->len == 1)
    {
      styr_record_set_text (
          deadline, "document_id", styr_record_get_text (things->pdata[0], "document_id"));
      styr_record_set_text (
          deadline, "unit_id", styr_record_get_text (things->pdata[0], "unit_id"));
    }
  styr_record_set_text (deadline, "document_type", rule->document_type);
  styr_record_set_text (deadline, "phase", rule->phase);
  styr_record_set_int (deadline, "year", base);
  g_ptr_array_add (self->deadlines, deadline);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (styr_record_get_text (*(StyrRecord **) a, "due"),
                    styr_record_get_text (*(StyrRecord **) b, "due"));
}

static void
reckon_deadlines (StyrOverview *self)
{
  GPtrArray *rules = styr_model_get_calendar_rules (self->model);

  for (guint i = 0; i < rules->len; i++)
    add_deadline (self, rules->pdata[i]);
  g_ptr_array_sort (self->deadlines, compare_due);
}

static void
reckon_leaps (StyrOverview *self)
{
  for (guint i = 0; i < self->survey->innovations->len; i++)
    {
      StyrRecord *innovation = self->survey->innovations->pdata[i];

      if (styr_record_get_flag (innovation, "is_leap") &&
          styr_record_is (innovation, "stage", "implemented") &&
          styr_record_get_int (innovation, "year") == self->year &&
          styr_overview_is_of_context (self, styr_record_get_text (innovation, "unit_id")))
        g_ptr_array_add (self->leaps, g_object_ref (innovation));
    }
}

/* Borrows from @records. */
static GHashTable *
by_id (GPtrArray *records)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (
        table, (gpointer) styr_record_get_id (records->pdata[i]), records->pdata[i]);
  return table;
}

/**
 * styr_overview_new:
 * @survey: read while reckoning only
 *
 * Reckons the whole overview.
 */
StyrOverview *
styr_overview_new (StyrModel *model, const StyrContext *context, const StyrSurvey *survey)
{
  StyrOverview *self = g_object_new (STYR_TYPE_OVERVIEW, NULL);

  self->model = g_object_ref (model);
  self->unit_id = g_strdup (context->unit_id);
  self->year = context->year;
  self->today = context->today != NULL ? g_strdup (context->today) : styr_today ();
  self->survey = survey;
  self->documents = by_id (survey->documents);
  self->units = by_id (survey->units);
  reckon_blocks (self);
  styr_overview_reckon_phases (self);
  reckon_deadlines (self);
  reckon_leaps (self);
  self->survey = NULL;
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
  return self;
}

/** How many documents of a block are in force, drafts, missing and late in the context. */
StyrStateCounts
styr_overview_get_counts (StyrOverview *self, const char *block_id)
{
  StyrStateCounts counts = { 0 };
  GPtrArray *things = styr_overview_get_block_things (self, block_id);

  for (guint i = 0; i < things->len; i++)
    switch ((StyrState) styr_record_get_enum (things->pdata[i], "state", STYR_TYPE_STATE))
      {
      case STYR_STATE_IN_FORCE:
        counts.in_force++;
        break;
      case STYR_STATE_DRAFT:
        counts.draft++;
        break;
      case STYR_STATE_MISSING:
        counts.missing++;
        break;
      case STYR_STATE_LATE:
        counts.late++;
        break;
      case STYR_STATE_NOT_APPLICABLE:
      default:
        break;
      }
  return counts;
}

/** (transfer none) (element-type StyrRecord): the things of a block; never NULL. */
GPtrArray *
styr_overview_get_block_things (StyrOverview *self, const char *block_id)
{
  g_return_val_if_fail (STYR_IS_OVERVIEW (self), NULL);
  return styr_overview_list_of (self->by_block, block_id);
}

/** (transfer none) (element-type StyrRecord): the things of a phase of the wheel; never NULL. */
GPtrArray *
styr_overview_get_phase_things (StyrOverview *self, const char *phase_id)
{
  g_return_val_if_fail (STYR_IS_OVERVIEW (self), NULL);
  return styr_overview_list_of (self->by_phase, phase_id);
}

/** Done and total of a phase: of exactly the list that styr_overview_get_phase_things() gives. */
StyrCompletion
styr_overview_get_phase (StyrOverview *self, const char *phase_id)
{
  GPtrArray *things = styr_overview_get_phase_things (self, phase_id);
  StyrCompletion completion = { 0, (int) things->len };

  for (guint i = 0; i < things->len; i++)
    completion.done += styr_record_get_flag (things->pdata[i], "done");
  return completion;
}

/** All phases together: the wheel's big figure. */
StyrCompletion
styr_overview_get_total (StyrOverview *self)
{
  GPtrArray *phases = styr_model_get_phases (self->model);
  StyrCompletion all = { 0, 0 };

  for (guint i = 0; i < phases->len; i++)
    {
      StyrCompletion one =
          styr_overview_get_phase (self, ((const StyrPhase *) phases->pdata[i])->id);

      all.done += one.done;
      all.total += one.total;
    }
  return all;
}

/** (transfer none) (element-type StyrRecord): the calendar's deadlines that fall in the context's
 * year, by date. */
GPtrArray *
styr_overview_get_deadlines (StyrOverview *self)
{
  g_return_val_if_fail (STYR_IS_OVERVIEW (self), NULL);
  return self->deadlines;
}

/** (transfer none) (element-type StyrRecord): implemented innovations that lift the wheel. */
GPtrArray *
styr_overview_get_leaps (StyrOverview *self)
{
  g_return_val_if_fail (STYR_IS_OVERVIEW (self), NULL);
  return self->leaps;
}

/** How much of the context's year has passed today, 0 to 1. */
double
styr_overview_get_year_share (StyrOverview *self)
{
  g_autoptr (GDate) today = styr_date_from_iso (self->today);

  if (today == NULL || g_date_get_year (today) < self->year)
    return 0;
  if (g_date_get_year (today) > self->year)
    return 1;
  return g_date_get_day_of_year (today) /
         (g_date_is_leap_year ((GDateYear) self->year) ? 366.0 : 365.0);
}

int
styr_overview_get_year (StyrOverview *self)
{
  return self->year;
}

const char *
styr_overview_get_today (StyrOverview *self)
{
  return self->today;
}

/** The symbol of a state: the same in picture, lists and papers. */
const char *
styr_state_get_symbol (StyrState state)
{
  static const char *const symbols[] = { "–", "✓", "◐", "○", "!" };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (symbols), "");
  return symbols[state];
}

/** The translated word of a state. */
const char *
styr_state_get_word (StyrState state)
{
  switch (state)
    {
    case STYR_STATE_IN_FORCE:
      return C_ ("state", "in force");
    case STYR_STATE_DRAFT:
      return C_ ("state", "draft");
    case STYR_STATE_MISSING:
      return C_ ("state", "missing");
    case STYR_STATE_LATE:
      return C_ ("state", "late");
    case STYR_STATE_NOT_APPLICABLE:
    default:
      return C_ ("state", "not applicable");
    }
}
