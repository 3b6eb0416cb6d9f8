/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"
#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_FIELD_ROW (styr_field_row_get_type ())
G_DECLARE_FINAL_TYPE (StyrFieldRow, styr_field_row, STYR, FIELD_ROW, GtkWidget)

/** A field description for what every model has, such as a goal's text. */
#define STYR_FIELD_SPEC(field_id, field_title, field_kind)                                         \
  ((StyrField){ .id = (char *) (field_id), .title = (char *) (field_title), .kind = (field_kind) })

GtkWidget *
styr_field_row_new (StyrEditSession *session, const StyrField *field, StyrBinding *binding);
void styr_field_row_set_name_text (StyrFieldRow *self, const char *name);
void styr_field_row_set_title (StyrFieldRow *self, const char *title);
void styr_field_row_set_plain (StyrFieldRow *self);
void styr_field_row_set_options (StyrFieldRow *self, GPtrArray *options);
void styr_field_row_set_provider (StyrFieldRow *self,
                                  StyrOptionsFunc func,
                                  StyrResolveFunc resolve,
                                  gpointer user_data,
                                  GDestroyNotify destroy);
void styr_field_row_set_certain (StyrFieldRow *self);
void styr_field_row_set_late (StyrFieldRow *self);
void styr_field_row_set_open (StyrFieldRow *self);
void styr_field_row_set_note (StyrFieldRow *self, const char *note);
void styr_field_row_flush (StyrFieldRow *self);
GtkWidget *styr_field_row_get_editor (StyrFieldRow *self);
gboolean styr_field_row_is_refused (StyrFieldRow *self);

G_END_DECLS
