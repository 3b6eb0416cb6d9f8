/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"

G_BEGIN_DECLS

/** What a use is of, in the column "what" of a use (see styr_model_dup_lost()). */
#define STYR_USE_DOCUMENT "document" /* type */
#define STYR_USE_SECTION "section"   /* type, section or NULL = any, ref: the nick of its kind */
#define STYR_USE_FIELD "field"       /* type, section, ref: the field */
#define STYR_USE_GOAL "goal"         /* type, ref: the goal type */
#define STYR_USE_GOAL_FIELD "goal-field" /* section: the goal type, ref: the field */
#define STYR_USE_GRADE "grade"           /* type, section: the goal type, ref: the grade */
#define STYR_USE_FEEDBACK "feedback"     /* ref: the feedback type */
#define STYR_USE_BODY "body"             /* ref: the body type of a unit */

GPtrArray *styr_model_dup_lost (StyrModel *old_model, StyrModel *new_model, GPtrArray *uses);

G_END_DECLS
