/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-overview.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/**
 * StyrOverview:
 *
 * What exists, what is missing and what is late for a unit and a year, reckoned once from a survey.
 * Every number of the pyramid and the wheel is the length of a list kept here, so what a number
 * opens is always exactly what it counted.
 */
struct _StyrOverview
{
  GObject parent_instance;
  StyrModel *model;
  const StyrSurvey *survey; /* only while reckoning */
  char *unit_id, *today;
  int year;
  GHashTable *by_block; /* block id to GPtrArray of things */
  GHashTable *by_phase; /* phase id to GPtrArray of things */
  GPtrArray *deadlines, *leaps;
};

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

static GPtrArray *
list_of (GHashTable *table, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (table, g_strdup (key), list);
    }
  return list;
}

/* Units -------------------------------------------------------------------------------------- */

static StyrRecord *
find_unit (StyrOverview *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->survey->units->len; i++)
    if (g_strcmp0 (styr_record_get_id (self->survey->units->pdata[i]), id) == 0)
      return self->survey->units->pdata[i];
  return NULL;
}

static gboolean
serves_context (StyrOverview *self, const char *department_id)
{
  for (guint i = 0; i < self->survey->services->len; i++)
    if (styr_record_is (self->survey->services->pdata[i], "committee_id", self->unit_id) &&
        styr_record_is (self->survey->services->pdata[i], "department_id", department_id))
      return TRUE;
  return FALSE;
}

/* A unit's own things and those of the departments that serve it. */
static gboolean
is_of_context (StyrOverview *self, const char *unit_id)
{
  return self->unit_id == NULL || g_strcmp0 (unit_id, self->unit_id) == 0 ||
         (unit_id != NULL && serves_context (self, unit_id));
}

static gboolean
existed_in (StyrRecord *unit, int year)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);
  const char *from = styr_record_get_text (unit, "valid_from");
  const char *to = styr_record_get_text (unit, "valid_to");

  return (from == NULL || strcmp (from, last) <= 0) && (to == NULL || strcmp (to, first) >= 0);
}

static const char *
unit_name (StyrOverview *self, const char *id)
{
  StyrRecord *unit = find_unit (self, id);

  return unit != NULL ? styr_record_get_text (unit, "name") : NULL;
}

/* Documents ---------------------------------------------------------------------------------- */

static gboolean
is_retired (StyrRecord *document)
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

static gboolean
document_is_of_year (const StyrDocumentType *type, StyrRecord *document, int year)
{
  switch (type->period)
    {
    case STYR_PERIOD_YEAR:
    case STYR_PERIOD_BROKEN_YEAR:
    case STYR_PERIOD_ROLLING_YEARS:
      return styr_record_get_int (document, "year") == year;
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
static gboolean
document_is_of_unit (StyrOverview *self, const StyrDocumentType *type, StyrRecord *document)
{
  const char *unit_id = styr_record_get_text (document, "unit_id");
  StyrRecord *unit = find_unit (self, unit_id);
  const StyrBodyType *body =
      unit != NULL ? styr_model_find_body_type (self->model, styr_record_get_text (unit, "type"))
                   : NULL;

  if (is_of_context (self, unit_id))
    return TRUE;
  if (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
    return FALSE;
  return unit_id == NULL || (body != NULL && body->is_single) ||
         is_of_context (self, styr_record_get_text (document, "owner_id"));
}

static int
election_year_month (StyrOverview *self, const StyrCalendarRule *rule, int year)
{
  const StyrTerm *next = styr_model_find_term_of_year (self->model, year + 1);

  return rule->election_year_month != 0 && next != NULL && next->first_year == year + 1
             ? rule->election_year_month
             : 0;
}

static char *
rule_date (StyrOverview *self, const StyrCalendarRule *rule, int base_year)
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

static int
base_year (StyrOverview *self, const StyrDocumentType *type, int year)
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
  return rule_date (self, rule, base_year (self, type, year));
}

/* Things ------------------------------------------------------------------------------------- */

static StyrRecord *
thing_new (const char *ref_kind,
           const char *ref_id,
           const char *document_id,
           const char *title,
           const char *subtitle,
           StyrState state,
           gboolean done,
           const char *due)
{
  StyrRecord *thing = styr_record_new ("thing", ref_id);

  styr_record_set_text (thing, "ref_kind", ref_kind);
  styr_record_set_text (thing, "ref_id", ref_id);
  styr_record_set_text (thing, "document_id", document_id);
  styr_record_set_text (thing, "title", title);
  styr_record_set_text (thing, "subtitle", subtitle);
  styr_record_set_enum (thing, "state", STYR_TYPE_STATE, state);
  styr_record_set_int (thing, "done", done);
  styr_record_set_text (thing, "due", due);
  return thing;
}

static gboolean
has_passed (StyrOverview *self, const char *due)
{
  return due != NULL && strcmp (due, self->today) < 0;
}

static StyrRecord *
document_thing (StyrOverview *self, const StyrDocumentType *type, StyrRecord *document, int year)
{
  g_autofree char *due = due_date (self, type, year);
  gboolean done =
      styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) >= STYR_DOCUMENT_DECIDED;
  StyrState state = done                     ? STYR_STATE_IN_FORCE
                    : has_passed (self, due) ? STYR_STATE_LATE
                                             : STYR_STATE_DRAFT;
  const char *id = styr_record_get_id (document);
  const char *unit_id = styr_record_get_text (document, "unit_id");
  StyrRecord *thing = thing_new ("document",
                                 id,
                                 id,
                                 styr_record_get_text (document, "title"),
                                 unit_name (self, unit_id),
                                 state,
                                 done,
                                 done ? NULL : due);

  styr_record_set_text (thing, "unit_id", unit_id);
  styr_record_set_text (thing, "document_type", type->id);
  styr_record_set_text (thing, "block", type->block);
  styr_record_set_int (thing, "year", year);
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
  thing = thing_new ("document",
                     NULL,
                     NULL,
                     title,
                     unit != NULL ? styr_record_get_text (unit, "name") : NULL,
                     has_passed (self, due) ? STYR_STATE_LATE : STYR_STATE_MISSING,
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

      if (styr_record_is (document, "type", type->id) && !is_retired (document) &&
          document_is_of_year (type, document, year))
        return TRUE;
    }
  return FALSE;
}

static void
add_missing (StyrOverview *self, const StyrDocumentType *type, int year, GPtrArray *things)
{
  if (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
    {
      for (guint i = 0; i < self->survey->units->len; i++)
        {
          StyrRecord *unit = self->survey->units->pdata[i];

          if (styr_strings_contain (type->producers, styr_record_get_text (unit, "type")) &&
              styr_record_get_flag (unit, "inside_model") && existed_in (unit, year) &&
              is_of_context (self, styr_record_get_id (unit)) &&
              !thing_has_unit (things, styr_record_get_id (unit)))
            g_ptr_array_add (things, missing_thing (self, type, unit, year));
        }
    }
  else if (type->cadence != STYR_CADENCE_ON_DEMAND && !exists_anywhere (self, type, year))
    g_ptr_array_add (things, missing_thing (self, type, NULL, year));
}

/* Every document of a type that belongs to the context and the year, and a thing for each that
 * should be there and isn't. */
static GPtrArray *
document_things (StyrOverview *self, const StyrDocumentType *type, int year)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->survey->documents->len; i++)
    {
      StyrRecord *document = self->survey->documents->pdata[i];

      if (styr_record_is (document, "type", type->id) && !is_retired (document) &&
          document_is_of_year (type, document, year) && document_is_of_unit (self, type, document))
        g_ptr_array_add (things, document_thing (self, type, document, year));
    }
  add_missing (self, type, year, things);
  return things;
}

static void
extend (GPtrArray *target, GPtrArray *things, const char *phase)
{
  for (guint i = 0; i < things->len; i++)
    {
      if (phase != NULL)
        styr_record_set_text (things->pdata[i], "phase", phase);
      g_ptr_array_add (target, g_object_ref (things->pdata[i]));
    }
}

static void
reckon_blocks (StyrOverview *self)
{
  GPtrArray *types = styr_model_get_document_types (self->model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = types->pdata[i];
      g_autoptr (GPtrArray) things = document_things (self, type, self->year);

      extend (list_of (self->by_block, type->block), things, NULL);
    }
}

/* Phases ------------------------------------------------------------------------------------- */

static StyrRecord *
find_document (StyrOverview *self, const char *id)
{
  for (guint i = 0; i < self->survey->documents->len; i++)
    if (g_strcmp0 (styr_record_get_id (self->survey->documents->pdata[i]), id) == 0)
      return self->survey->documents->pdata[i];
  return NULL;
}

/* Whether the document that a goal, activity or measure stands in is one that a phase counts. */
static gboolean
part_counts (StyrOverview *self, const StyrPhaseCount *count, StyrRecord *part, int year)
{
  StyrRecord *document = find_document (self, styr_record_get_text (part, "document_id"));
  const char *type_id = document != NULL ? styr_record_get_text (document, "type") : NULL;
  const StyrDocumentType *type =
      type_id != NULL ? styr_model_find_document_type (self->model, type_id) : NULL;

  return type != NULL && styr_strings_contain (count->document_types, type_id) &&
         !is_retired (document) && document_is_of_year (type, document, year) &&
         document_is_of_unit (self, type, document);
}

static gboolean
has_text (StyrRecord *record, const char *column)
{
  const char *text = styr_record_get_text (record, column);

  return text != NULL && text[0] != '\0';
}

static StyrRecord *
part_thing (StyrOverview *self,
            const char *kind,
            StyrRecord *part,
            gboolean done,
            gboolean late,
            const char *stuck)
{
  StyrState state = done ? STYR_STATE_IN_FORCE : late ? STYR_STATE_LATE : STYR_STATE_DRAFT;
  StyrRecord *document = find_document (self, styr_record_get_text (part, "document_id"));
  const char *unit_id = styr_record_get_text (document, "unit_id");
  const char *owner = unit_name (self, unit_id);
  g_autofree char *subtitle = NULL;
  StyrRecord *thing;

  subtitle = stuck != NULL && owner != NULL ? g_strdup_printf ("%s – %s", owner, stuck)
                                            : g_strdup (stuck != NULL ? stuck : owner);
  thing = thing_new (kind,
                     styr_record_get_id (part),
                     styr_record_get_id (document),
                     has_text (part, "text") ? styr_record_get_text (part, "text")
                                             : _ ("(no text yet)"),
                     subtitle,
                     state,
                     done,
                     done ? NULL : styr_record_get_text (part, "due_on"));
  styr_record_set_text (thing, "unit_id", unit_id);
  styr_record_set_text (thing, "document_type", styr_record_get_text (document, "type"));
  styr_record_set_text (thing, "year", styr_record_get_text (document, "year"));
  return thing;
}

static gboolean
is_grouping_goal (StyrOverview *self, StyrRecord *goal)
{
  GPtrArray *types = styr_model_get_goal_types (self->model);

  for (guint i = 0; i < types->len; i++)
    if (styr_record_is (goal, "type", ((const StyrGoalType *) types->pdata[i])->parent))
      return TRUE;
  return FALSE;
}

static StyrRecord *
goal_thing (StyrOverview *self, const StyrPhaseCount *count, StyrRecord *goal)
{
  const StyrGoalType *type =
      styr_model_find_goal_type (self->model, styr_record_get_text (goal, "type"));
  int wanted = type != NULL && type->needs_criteria ? MAX (1, type->criteria_min) : 0;
  gboolean done;

  if (count->count == STYR_COUNT_ASSESSMENTS)
    {
      gboolean graded = has_text (goal, "grade");

      done = graded && styr_record_get_flag (goal, "has_analysis");
      return part_thing (self,
                         "goal",
                         goal,
                         done,
                         FALSE,
                         done     ? NULL
                         : graded ? _ ("the analysis is missing")
                                  : _ ("not assessed"));
    }
  done = has_text (goal, "text") && styr_record_get_int (goal, "n_criteria") >= wanted;
  return part_thing (
      self, "goal", goal, done, FALSE, done ? NULL : _ ("nothing says when it is reached"));
}

static void
count_goals (StyrOverview *self, const StyrPhaseCount *count, int year, GPtrArray *things)
{
  for (guint i = 0; i < self->survey->goals->len; i++)
    {
      StyrRecord *goal = self->survey->goals->pdata[i];

      if (!is_grouping_goal (self, goal) && part_counts (self, count, goal, year))
        g_ptr_array_add (things, goal_thing (self, count, goal));
    }
}

static void
count_work (StyrOverview *self,
            const StyrPhaseCount *count,
            const char *kind,
            GPtrArray *parts,
            int year,
            GPtrArray *things)
{
  for (guint i = 0; i < parts->len; i++)
    {
      StyrRecord *part = parts->pdata[i];
      StyrProgress progress = styr_record_get_enum (part, "status", STYR_TYPE_PROGRESS);

      if (progress != STYR_PROGRESS_STOPPED && part_counts (self, count, part, year))
        {
          gboolean done = progress == STYR_PROGRESS_DONE;
          gboolean late = !done && has_passed (self, styr_record_get_text (part, "due_on"));

          g_ptr_array_add (
              things,
              part_thing (self, kind, part, done, late, late ? _ ("the time has passed") : NULL));
        }
    }
}

/* A goal whose grade asks for a measure, and which has none and no reason for none, is stuck (the
 * closed loop, rule N39). */
static void
count_unanswered_goals (StyrOverview *self,
                        const StyrPhaseCount *count,
                        int year,
                        GPtrArray *things)
{
  StyrPhaseCount plans = { .count = STYR_COUNT_GOALS, .document_types = g_ptr_array_new () };

  for (guint i = 0; i < count->document_types->len; i++)
    {
      const StyrDocumentType *type =
          styr_model_find_document_type (self->model, count->document_types->pdata[i]);

      for (guint j = 0; type != NULL && j < type->sections->len; j++)
        {
          const StyrSection *section = type->sections->pdata[j];

          if (section->kind == STYR_SECTION_MEASURES && section->document_type != NULL)
            g_ptr_array_add (plans.document_types, section->document_type);
        }
    }
  for (guint i = 0; i < self->survey->goals->len; i++)
    {
      StyrRecord *goal = self->survey->goals->pdata[i];

      if (styr_record_get_flag (goal, "needs_measure") &&
          styr_record_get_int (goal, "n_measures") == 0 && part_counts (self, &plans, goal, year))
        g_ptr_array_add (
            things,
            part_thing (self, "goal", goal, FALSE, FALSE, _ ("no measure, and no reason why")));
    }
  g_ptr_array_unref (plans.document_types);
}

static void
reckon_count (StyrOverview *self, const StyrPhaseCount *count, GPtrArray *things)
{
  int year = self->year - (count->previous_year ? 1 : 0);

  switch (count->count)
    {
    case STYR_COUNT_DOCUMENTS:
      for (guint i = 0; i < count->document_types->len; i++)
        {
          const StyrDocumentType *type =
              styr_model_find_document_type (self->model, count->document_types->pdata[i]);
          g_autoptr (GPtrArray) found = document_things (self, type, year);

          extend (things, found, NULL);
        }
      break;
    case STYR_COUNT_GOALS:
    case STYR_COUNT_ASSESSMENTS:
      count_goals (self, count, year, things);
      break;
    case STYR_COUNT_ACTIVITIES:
      count_work (self, count, "activity", self->survey->activities, year, things);
      break;
    case STYR_COUNT_MEASURES:
      count_work (self, count, "measure", self->survey->measures, year, things);
      count_unanswered_goals (self, count, year, things);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
reckon_phases (StyrOverview *self)
{
  GPtrArray *phases = styr_model_get_phases (self->model);

  for (guint i = 0; i < phases->len; i++)
    {
      const StyrPhase *phase = phases->pdata[i];
      g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < phase->counts->len; j++)
        reckon_count (self, phase->counts->pdata[j], things);
      extend (list_of (self->by_phase, phase->id), things, phase->id);
    }
}

/* Deadlines ---------------------------------------------------------------------------------- */

static void
add_deadline (StyrOverview *self, const StyrCalendarRule *rule)
{
  const StyrDocumentType *type =
      rule->document_type != NULL ? styr_model_find_document_type (self->model, rule->document_type)
                                  : NULL;
  int base = self->year - rule->year_offset;
  g_autofree char *due = rule_date (self, rule, base);
  g_autoptr (GPtrArray) things = NULL;
  guint done = 0;
  StyrRecord *deadline;

  if (due == NULL ||
      (type != NULL && type->period == STYR_PERIOD_TERM && base_year (self, type, base) != base))
    return;
  things = type != NULL ? document_things (self, type, base) : g_ptr_array_new ();
  for (guint i = 0; i < things->len; i++)
    done += styr_record_get_flag (things->pdata[i], "done");

  deadline =
      thing_new ("document", NULL, NULL, rule->title, NULL, STYR_STATE_NOT_APPLICABLE, FALSE, due);
  if (things->len > 0)
    {
      g_autofree char *counted = g_strdup_printf (_ ("%u of %u done"), done, things->len);
      gboolean all = done == things->len;

      styr_record_set_text (deadline, "subtitle", counted);
      styr_record_set_int (deadline, "done", all);
      styr_record_set_enum (deadline,
                            "state",
                            STYR_TYPE_STATE,
                            all                      ? STYR_STATE_IN_FORCE
                            : has_passed (self, due) ? STYR_STATE_LATE
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
          is_of_context (self, styr_record_get_text (innovation, "unit_id")))
        g_ptr_array_add (self->leaps, g_object_ref (innovation));
    }
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
  reckon_blocks (self);
  reckon_phases (self);
  reckon_deadlines (self);
  reckon_leaps (self);
  self->survey = NULL;
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

/** The state of a block as a whole: the one that most needs somebody's eyes. */
StyrState
styr_overview_get_state (StyrOverview *self, const char *block_id)
{
  StyrStateCounts counts = styr_overview_get_counts (self, block_id);

  if (counts.late > 0)
    return STYR_STATE_LATE;
  if (counts.missing > 0)
    return STYR_STATE_MISSING;
  if (counts.draft > 0)
    return STYR_STATE_DRAFT;
  return counts.in_force > 0 ? STYR_STATE_IN_FORCE : STYR_STATE_NOT_APPLICABLE;
}

/** (transfer none) (element-type StyrRecord): the things of a block; never NULL. */
GPtrArray *
styr_overview_get_block_things (StyrOverview *self, const char *block_id)
{
  g_return_val_if_fail (STYR_IS_OVERVIEW (self), NULL);
  return list_of (self->by_block, block_id);
}

/** (transfer none) (element-type StyrRecord): the things of a phase of the wheel; never NULL. */
GPtrArray *
styr_overview_get_phase_things (StyrOverview *self, const char *phase_id)
{
  g_return_val_if_fail (STYR_IS_OVERVIEW (self), NULL);
  return list_of (self->by_phase, phase_id);
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

const char *
styr_overview_get_unit_id (StyrOverview *self)
{
  return self->unit_id;
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
