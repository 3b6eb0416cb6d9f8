/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"
#include "styr-record.h"
#include "styr-store.h"
#include "styr-table.h"

G_BEGIN_DECLS

/** Everything the workbook's sheets are made from, read once. */
typedef struct
{
  StyrModel *model;
  const char *unit_id; /* NULL = the whole municipality */
  int year;
  const char *today;

  StyrRecord *municipality;
  GPtrArray
      *units; /* unit: those the workbook is about: makers of plans with goals, or the chosen one */
  GPtrArray *goals; /* workbook_goal: one a criterion */
  GPtrArray *measures, *feedback, *economy;
  StyrRecord *sums;

  char *subject;   /* the unit's name, or that it is all */
  char *committee; /* headings in the municipality's own words */
  char *committee_goal, *overall_goal, *goal_area, *criterion, *assessment;
} StyrWorkbookSource;

StyrWorkbookSource *styr_workbook_source_new (StyrStore *store,
                                              StyrModel *model,
                                              const char *unit_id,
                                              int year,
                                              const char *today,
                                              GError **error);
void styr_workbook_source_free (StyrWorkbookSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrWorkbookSource, styr_workbook_source_free)

gboolean styr_workbook_source_is_upper (StyrWorkbookSource *self, StyrRecord *goal);
const StyrGrade *styr_workbook_source_get_grade (StyrWorkbookSource *self, StyrRecord *goal);
const StyrScale *styr_workbook_source_get_scale (StyrWorkbookSource *self);
gboolean styr_workbook_source_is_first (StyrWorkbookSource *self, guint index);
gboolean
styr_workbook_source_expects (StyrWorkbookSource *self, StyrRecord *unit, StyrSectionKind kind);
char *styr_workbook_source_dup_short_id (const char *id);
StyrTable *styr_workbook_source_new_table (const char *name, const char *title);

/* One function a sheet, in styr-workbook-goals.c, -economy.c, -checks.c */
StyrTable *styr_workbook_goals_new (StyrWorkbookSource *source);
StyrTable *styr_workbook_fulfilment_new (StyrWorkbookSource *source, StyrTable *goals);
StyrTable *styr_workbook_measures_new (StyrWorkbookSource *source);
StyrTable *styr_workbook_feedback_new (StyrWorkbookSource *source);
StyrTable *styr_workbook_lines_new (StyrWorkbookSource *source);
StyrTable *styr_workbook_unit_sums_new (StyrWorkbookSource *source, StyrTable *lines);
StyrTable *styr_workbook_decisions_new (StyrWorkbookSource *source, StyrStore *store);
StyrTable *styr_workbook_checks_new (StyrWorkbookSource *source,
                                     StyrTable *goals,
                                     StyrTable *fulfilment,
                                     StyrTable *measures,
                                     StyrTable *feedback,
                                     StyrTable *lines,
                                     StyrTable *unit_sums);
char *styr_workbook_dup_verdict (StyrTable *checks, gboolean *all_agree);

G_END_DECLS
