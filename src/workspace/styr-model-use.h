/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-references.h"
#include "styr-store.h"

G_BEGIN_DECLS

/** A field of the model, and where its values stand. */
typedef struct
{
  char *path;        /* of the field */
  const char *owner; /* "document" "row" "goal": what the values belong to */
  char *type;        /* document type; of a goal's field the goal type */
  char *section;     /* NULL for a goal's field */
  char *id;          /* of the field */
  char *key;         /* what the values are called: "section.field", or "field" in rows, goals */
  const StyrField *field; /* the model's */
} StyrModelField;

StyrModelField *styr_model_field_new (StyrModel *model, const char *path);
void styr_model_field_free (StyrModelField *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrModelField, styr_model_field_free)
gboolean styr_model_field_is_beside (const StyrModelField *self, const StyrModelField *other);
GPtrArray *styr_model_field_load_values (const StyrModelField *self,
                                         StyrStore *store,
                                         const char *model_id,
                                         GError **error);
gboolean styr_model_field_is_value (const StyrModelField *self, StyrRecord *record);
typedef void (*StyrModelFieldFunc) (const StyrField *field, const char *path, gpointer user_data);
void styr_model_foreach_field (StyrModel *model, StyrModelFieldFunc func, gpointer user_data);
void styr_model_use_add_lost_choices (
    StyrStore *store, const char *model_id, StyrModel *before, StyrModel *after, GPtrArray *lost);
guint
styr_model_use_count (StyrStore *store, StyrModel *model, const char *model_id, const char *path);

G_END_DECLS
