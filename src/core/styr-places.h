/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

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

typedef struct _StyrPlaces StyrPlaces; /* see styr-places.c */

StyrPlaces *styr_places_new (JsonObject *picture, JsonArray *levels);
void styr_places_free (StyrPlaces *self);
JsonNode *styr_places_to_json (StyrPlaces *self);
JsonObject *styr_places_find (StyrPlaces *self, const char *block);
int styr_places_get_index (StyrPlaces *self, const char *block);
gboolean styr_places_share_order (StyrPlaces *self, const char *block, const char *other);
const char *styr_places_find_empty_level (StyrPlaces *self, const char *level, int step);
void styr_places_move (
    StyrPlaces *self, const char *block, const char *axis, const char *level, int index);
void styr_places_add (StyrPlaces *self, const char *block, const char *axis, const char *level);
gboolean styr_places_step (StyrPlaces *self, const char *block, StyrStep step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrPlaces, styr_places_free)

G_END_DECLS
