/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"
#include "styr-model-words.h"
#include "styr-workspace-model.h"

G_BEGIN_DECLS

/* Paths into the model (see styr-model-edit.h) and what people call what they name. */
char *styr_model_path_dup_list (const char *path);
char *styr_model_path_dup_parent (const char *path);
char *styr_model_path_join (const char *path, const char *key);
char *styr_model_path_dup_element (const char *list_path, JsonArray *list, guint index);
const StyrJsonStruct *styr_model_path_get_struct (const char *path);
JsonNode *styr_model_peek (StyrWorkspace *workspace, const char *path);

char *styr_model_name_of_element (StyrWorkspace *workspace, const char *list, JsonObject *element);
char *styr_model_name_of_path (StyrWorkspace *workspace, const char *path);
char *styr_model_name_of_reference (StyrWorkspace *workspace, const char *list, const char *id);
char *styr_model_note_of_element (StyrWorkspace *workspace, const char *list, JsonObject *element);
GPtrArray *
styr_model_options_of_list (StyrWorkspace *workspace, const char *list, const char *or_else);
GPtrArray *styr_model_options_of_values (const StyrJsonMember *member, const char *choices);

char *styr_model_dup_sentence (StyrModel *model);
gboolean styr_model_element_is_retired (StyrWorkspace *workspace, JsonObject *element);

G_END_DECLS
