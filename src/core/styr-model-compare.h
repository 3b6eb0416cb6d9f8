/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"
#include "styr-record.h"

G_BEGIN_DECLS

GPtrArray *styr_model_compare (StyrModel *before, StyrModel *after);

G_END_DECLS
