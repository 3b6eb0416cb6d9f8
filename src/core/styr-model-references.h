/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-edit.h"

G_BEGIN_DECLS

/** One place in a package that refers to an element. */
typedef struct
{
  char *path;         /* of the member, or of the text in a list of texts */
  char *element_path; /* of the element it stands in */
  gboolean whole;     /* the element says nothing without it, and goes along with it */
} StyrModelReference;

GPtrArray *styr_model_references_find (JsonNode *root, const char *path);
GPtrArray *styr_model_references_dup_words (JsonNode *root, const char *path);
gboolean styr_model_references_remove (JsonNode *root, const char *path, GError **error);
char *styr_model_dup_element_name (JsonNode *root, const char *path);

G_END_DECLS
