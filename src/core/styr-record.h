/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-types.h"

G_BEGIN_DECLS

#define STYR_TYPE_RECORD (styr_record_get_type ())
G_DECLARE_FINAL_TYPE (StyrRecord, styr_record, STYR, RECORD, GObject)

StyrRecord *styr_record_new (const char *kind, const char *id);
const char *styr_record_get_kind (StyrRecord *self);
const char *styr_record_get_id (StyrRecord *self);
gboolean styr_record_has (StyrRecord *self, const char *column);
const char *styr_record_get_text (StyrRecord *self, const char *column);
gint64 styr_record_get_int (StyrRecord *self, const char *column);
double styr_record_get_number (StyrRecord *self, const char *column);
gboolean styr_record_get_flag (StyrRecord *self, const char *column);
int styr_record_get_enum (StyrRecord *self, const char *column, GType enum_type);
void styr_record_set_text (StyrRecord *self, const char *column, const char *value);
void styr_record_append (StyrRecord *self, const char *column, const char *value);
void styr_record_set_int (StyrRecord *self, const char *column, gint64 value);
void styr_record_set_enum (StyrRecord *self, const char *column, GType enum_type, int value);
const char **styr_record_dup_columns (StyrRecord *self);
gboolean styr_record_equal (StyrRecord *self, StyrRecord *other);
gboolean styr_record_assign (StyrRecord *self, StyrRecord *other);
gboolean styr_record_is (StyrRecord *self, const char *column, const char *value);
gboolean styr_record_says (StyrRecord *self, const char *column, const char *value);

G_END_DECLS
