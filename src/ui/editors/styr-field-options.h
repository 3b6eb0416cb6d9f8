/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"
#include "styr-edit-session.h"

G_BEGIN_DECLS

GPtrArray *styr_field_options_of_choices (GPtrArray *choices);
gpointer styr_field_options_query_new (StyrEditSession *session, const StyrField *field);
void styr_field_options_query_free (gpointer query);
GPtrArray *styr_field_options_provide (gpointer query);
char *styr_field_options_resolve (const char *id, gpointer query);
GPtrArray *styr_field_options_of_bodies (StyrModel *model);
GPtrArray *styr_field_options_of_progress (void);

G_END_DECLS
