/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene.h"

G_BEGIN_DECLS

StyrModel *diagram_fixture_load (const char *path);
StyrModel *diagram_fixture_norrkoping (void);
StyrModel *diagram_fixture_named (const char *name);
StyrOverview *diagram_fixture_overview (StyrModel *model, int year, const char *today);
GPtrArray *diagram_fixture_earlier (StyrModel *model, int year, guint n_years);

G_END_DECLS
