/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of StyrOverview share: documents and things (-documents), the wheel's phases
 * (-phases), the object itself. */

#include "styr-overview.h"

G_BEGIN_DECLS

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
  const StyrSurvey *survey;      /* only while reckoning */
  GHashTable *documents, *units; /* id to the survey's record; only while reckoning */
  char *unit_id, *today;
  int year;
  GHashTable *by_block; /* block id to GPtrArray of things */
  GHashTable *by_phase; /* phase id to GPtrArray of things */
  GPtrArray *deadlines, *leaps;
};

gboolean styr_overview_is_of_context (StyrOverview *self, const char *unit_id);
const char *styr_overview_get_unit_name (StyrOverview *self, const char *id);
gboolean styr_overview_is_of_year (const StyrDocumentType *type, StyrRecord *document, int year);
gboolean
styr_overview_is_of_unit (StyrOverview *self, const StyrDocumentType *type, StyrRecord *document);
gboolean styr_overview_is_retired (StyrRecord *document);
char *styr_overview_dup_rule_date (StyrOverview *self, const StyrCalendarRule *rule, int base_year);
int styr_overview_get_base_year (StyrOverview *self, const StyrDocumentType *type, int year);
StyrRecord *styr_overview_thing_new (const char *ref_kind,
                                     const char *ref_id,
                                     const char *document_id,
                                     const char *title,
                                     const char *subtitle,
                                     StyrState state,
                                     gboolean done,
                                     const char *due);
gboolean styr_overview_has_passed (StyrOverview *self, const char *due);
GPtrArray *
styr_overview_dup_document_things (StyrOverview *self, const StyrDocumentType *type, int year);
void styr_overview_extend (GPtrArray *target, GPtrArray *things, const char *phase);
GPtrArray *styr_overview_list_of (GHashTable *table, const char *key);
void styr_overview_reckon_phases (StyrOverview *self);

G_END_DECLS
