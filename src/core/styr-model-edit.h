/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-json-reader.h"
#include "styr-model-loader.h"

G_BEGIN_DECLS

/*
 * Editing a model by path, as pure functions of its JSON. A path names members and elements from
 * the package's root: "name", "terminology/department", "blocks/vision/name",
 * "documentTypes/plan/sections/goals/title". An element of a list is named by its id, or by its
 * index where it has none: "connectors/[2]/label", "pictures/model/places/[0]".
 */

/** One change of many: what to set where. */
typedef struct
{
  char *path;
  JsonNode *value; /* NULL removes what is at the path */
} StyrModelEdit;

/** What the tables say of the place that a path names. */
typedef struct
{
  StyrModelList list;           /* STYR_N_LISTS: a scalar or the terminology */
  const StyrJsonMember *member; /* the member; of an element: the list it stands in, NULL for one of
                                   the package's own lists */
  const StyrJsonStruct *item;   /* an element's or a list's struct; NULL = a value */
  gboolean is_element;          /* the path names an element of a list */
} StyrModelPlace;

StyrModelEdit *styr_model_edit_new (const char *path, JsonNode *value);
void styr_model_edit_free (StyrModelEdit *edit);
JsonNode *styr_json_copy (JsonNode *node);
JsonNode *styr_model_edit_find (JsonNode *root, const char *path);
gboolean styr_model_edit_set (JsonNode *root, const char *path, JsonNode *value, GError **error);
gboolean
styr_model_edit_add (JsonNode *root, const char *list_path, JsonNode *element, GError **error);
gboolean styr_model_edit_move (JsonNode *root, const char *path, int delta, GError **error);
gboolean styr_model_edit_describe (const char *path, StyrModelPlace *place);
char *styr_model_edit_dup_unique (const char *stem, JsonArray *list);

G_END_DECLS
