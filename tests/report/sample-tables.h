/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-table.h"

/* Tables with every kind of column, formula, chart and an empty one; made up for the tests. */
GPtrArray *sample_tables_new (void);
