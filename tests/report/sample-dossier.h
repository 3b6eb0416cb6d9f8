/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"

/* The shipped model of Norrköping. */
StyrModel *sample_model_new (void);
/* A document of a type with nothing filled in. */
StyrDossier *sample_empty_dossier_new (StyrModel *model, const char *type);
/* A quality report with everything that it can have; long enough for several pages. */
StyrDossier *sample_report_dossier_new (StyrModel *model);
/* A plan with a goal, criteria and links. */
StyrDossier *sample_plan_dossier_new (StyrModel *model);
