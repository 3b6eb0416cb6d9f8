/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-json-reader.h"

G_BEGIN_DECLS

/** Which way the keyboard moves a block in a picture. */
typedef enum
{
  STYR_STEP_EARLIER,
  STYR_STEP_LATER,
  STYR_STEP_UP,
  STYR_STEP_DOWN,
  STYR_STEP_LEFT_SIDE,
  STYR_STEP_RIGHT_SIDE,
} StyrStep;

/* The places of a picture as the package has them: pure functions of JSON. Places are counted
 * within their group: a level of the shape, a side, or the base. */
JsonObject *styr_places_find (JsonArray *places, const char *block);
void styr_places_move (
    JsonArray *places, const char *block, const char *axis, const char *level, int index);
void styr_places_add (JsonArray *places, const char *block, const char *axis, const char *level);
int styr_places_get_index (JsonArray *places, const char *block);
gboolean styr_places_step (JsonArray *places, JsonArray *levels, const char *block, StyrStep step);

G_END_DECLS
