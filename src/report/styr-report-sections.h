/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-report-blocks.h"

G_BEGIN_DECLS

/** What the blocks of a section are made from. */
typedef struct
{
  StyrReport *report;
  StyrDossier *dossier;
  StyrModel *model;
  const char *money_unit;
} StyrReportMaker;

/* Each adds blocks for one section, without its heading; FALSE when there was nothing to add. */
gboolean styr_report_add_goals (StyrReportMaker *self, const StyrSection *section);
gboolean styr_report_add_assessments (StyrReportMaker *self, const StyrSection *section);
gboolean styr_report_add_activities (StyrReportMaker *self, const StyrSection *section);
gboolean styr_report_add_measures (StyrReportMaker *self, const StyrSection *section);
gboolean styr_report_add_feedback (StyrReportMaker *self, const StyrSection *section);
gboolean styr_report_add_decisions (StyrReportMaker *self, const StyrSection *section);
gboolean styr_report_add_economy (StyrReportMaker *self, const StyrSection *section);

char *styr_report_dup_value (StyrReportMaker *self, const StyrField *field, const char *value);
char *styr_report_dup_goal (StyrReportMaker *self, StyrRecord *goal);

G_END_DECLS
