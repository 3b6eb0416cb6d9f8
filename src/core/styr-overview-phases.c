/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-overview-private.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What each phase of the quality wheel counts, by the package. */

/* Phases ------------------------------------------------------------------------------------- */

static StyrRecord *
find_document (StyrOverview *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->documents, id) : NULL;
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
         !styr_overview_is_retired (document) && styr_overview_is_of_year (type, document, year) &&
         styr_overview_is_of_unit (self, type, document);
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
  const char *owner = styr_overview_get_unit_name (self, unit_id);
  g_autofree char *subtitle = NULL;
  StyrRecord *thing;

  subtitle = stuck != NULL && owner != NULL ? g_strdup_printf ("%s – %s", owner, stuck)
                                            : g_strdup (stuck != NULL ? stuck : owner);
  thing = styr_overview_thing_new (kind,
                                   styr_record_get_id (part),
                                   styr_record_get_id (document),
                                   has_text (part, "text") ? styr_record_get_text (part, "text")
                                                           : _ ("(no text yet)"),
                                   subtitle,
                                   state,
                                   done,
                                   done ? NULL : styr_record_get_text (part, "due_on"));
  styr_record_append (thing, "unit_id", unit_id);
  styr_record_append (thing, "document_type", styr_record_get_text (document, "type"));
  styr_record_append (thing, "year", styr_record_get_text (document, "year"));
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
          gboolean late =
              !done && styr_overview_has_passed (self, styr_record_get_text (part, "due_on"));

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
          g_autoptr (GPtrArray) found = styr_overview_dup_document_things (self, type, year);

          for (guint j = 0; j < found->len; j++)
            if (!styr_record_get_flag (found->pdata[j], "pending"))
              g_ptr_array_add (things, g_object_ref (found->pdata[j]));
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

void
styr_overview_reckon_phases (StyrOverview *self)
{
  GPtrArray *phases = styr_model_get_phases (self->model);

  for (guint i = 0; i < phases->len; i++)
    {
      const StyrPhase *phase = phases->pdata[i];
      g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < phase->counts->len; j++)
        reckon_count (self, phase->counts->pdata[j], things);
      styr_overview_extend (styr_overview_list_of (self->by_phase, phase->id), things, phase->id);
    }
}
