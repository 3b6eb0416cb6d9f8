/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"

G_BEGIN_DECLS

/** What is looked at: a unit (NULL = the whole municipality), a year and the day it is today. */
typedef struct
{
  const char *unit_id;
  int year;
  const char *today;
} StyrContext;

/** Everything an overview is reckoned from, as records of the context's year and the years beside
 * it, with the columns that it reads. Lists are never NULL. */
typedef struct
{
  GPtrArray *units;    /* unit: all */
  GPtrArray *services; /* unit_service: which department serves which committee */
  GPtrArray
      *documents;   /* document: type, unit, owner, year, title, times, status, version before */
  GPtrArray *goals; /* goal: document_id, type, text + n_criteria, grade (of the decision, else
                       proposal), has_analysis, needs_measure, n_measures */
  GPtrArray *activities; /* activity: document_id, text, status, due_on */
  GPtrArray *measures;   /* measure: the same */
  GPtrArray *innovations;
} StyrSurvey;

typedef struct
{
  int in_force, draft, missing, late;
} StyrStateCounts;

/*
 * A "thing" is a StyrRecord of kind "thing": ref_kind, ref_id (NULL when missing), title, subtitle,
 * state (nick of StyrState), done (0/1), due (ISO or NULL), unit_id, document_type, year, phase,
 * block. A "deadline" is a thing whose due is set.
 */
#define STYR_TYPE_OVERVIEW (styr_overview_get_type ())
G_DECLARE_FINAL_TYPE (StyrOverview, styr_overview, STYR, OVERVIEW, GObject)

StyrOverview *
styr_overview_new (StyrModel *model, const StyrContext *context, const StyrSurvey *survey);
StyrStateCounts styr_overview_get_counts (StyrOverview *self, const char *block_id);
GPtrArray *styr_overview_get_block_things (StyrOverview *self, const char *block_id);
GPtrArray *styr_overview_get_phase_things (StyrOverview *self, const char *phase_id);
StyrCompletion styr_overview_get_phase (StyrOverview *self, const char *phase_id);
StyrCompletion styr_overview_get_total (StyrOverview *self);
GPtrArray *styr_overview_get_deadlines (StyrOverview *self);
GPtrArray *styr_overview_get_leaps (StyrOverview *self);
double styr_overview_get_year_share (StyrOverview *self);
int styr_overview_get_year (StyrOverview *self);
const char *styr_overview_get_today (StyrOverview *self);
const char *styr_state_get_symbol (StyrState state);
const char *styr_state_get_word (StyrState state);

G_END_DECLS
