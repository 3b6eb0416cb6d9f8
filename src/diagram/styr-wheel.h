/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene-private.h"
#include "styr-state-row.h"

G_BEGIN_DECLS

/* The measures of the wheel, in scene units; radii from the inside out. */
#define STYR_WHEEL_CENTRE_RADIUS 146.0
#define STYR_WHEEL_PHASE_INNER 154.0
#define STYR_WHEEL_PHASE_OUTER 288.0
#define STYR_WHEEL_RIM 24.0 /* the outer part of a phase, filled as far as it is done */
#define STYR_WHEEL_DEADLINES 336.0
#define STYR_WHEEL_MONTH_INNER 351.0
#define STYR_WHEEL_MONTH_OUTER 390.0
#define STYR_WHEEL_MARGIN 21.0
#define STYR_WHEEL_ASIDE 100.0 /* at the right, where the legend begins */
#define STYR_WHEEL_NAME_SIZE 20.0
#define STYR_WHEEL_COUNT_SIZE 17.5
#define STYR_WHEEL_NOTE_SIZE 17.0
#define STYR_WHEEL_MONTH_SIZE 17.0
#define STYR_WHEEL_SMALL_SIZE 16.5

/** One deadline dot: everything of one state that is due on one day. */
typedef struct
{
  double angle;
  double wish;
  int month, n;
  guint lane;
  StyrState state; /* IN_FORCE = done, DRAFT = to come, LATE */
} StyrDeadlineDot;

typedef struct
{
  StyrModel *model;
  StyrOverview *overview; /* or NULL */
  GPtrArray *earlier;     /* StyrOverview*, newest first; or NULL */
  guint n_years;          /* how many of the earlier ones are shown */
  const char *title;
  StyrScene *scene;
  GPtrArray *phases; /* const StyrPhase* */
  double x, y;       /* the hub */
} StyrWheel;

/* styr-wheel-months.c */
void styr_wheel_add_months (StyrWheel *self);
int styr_wheel_get_current_month (StyrWheel *self);
void styr_wheel_add_today (StyrWheel *self);
GArray *styr_wheel_dup_dots (StyrWheel *self);
void styr_wheel_add_dot (GPtrArray *marks, const StyrDeadlineDot *dot, double x, double y);
void styr_wheel_add_pointer (GPtrArray *marks, double x, double y, double angle);

/* styr-wheel-years.c */
double styr_wheel_measure_years (guint n_years, double *below);
guint styr_wheel_count_years (GPtrArray *earlier);
void styr_wheel_add_years (StyrWheel *self);
void styr_wheel_add_leaps (StyrWheel *self);

/* styr-wheel-words.c */
void styr_wheel_add_words (StyrWheel *self);
const char *styr_wheel_get_month_short (int month);
void styr_wheel_count_stuck (StyrWheel *self, const StyrPhase *phase, StyrStateCounts *stuck);

/* styr-path.c's arcs, closed to sectors with or without an arrow's shape */
StyrPath *styr_wheel_new_sector (
    double x, double y, double inner, double outer, double from, double to, double point);

G_END_DECLS
