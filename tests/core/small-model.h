/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"

/** A model with a vision for all, a plan and a report for each committee and year, and a plan of
 * work for each department. */
StyrModel *small_model_new (void);
