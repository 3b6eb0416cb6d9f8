/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-field-row.h"

G_BEGIN_DECLS

GtkWidget *styr_form_new (void);
void styr_form_append (GtkWidget *form, GtkWidget *row);
void styr_form_append_short (GtkWidget *form, GtkWidget *row);
void styr_form_end_line (GtkWidget *form);
void styr_form_add_fields (GtkWidget *form,
                           StyrEditSession *session,
                           GPtrArray *fields,
                           const char *owner_id,
                           const char *prefix,
                           const char *which);
GtkWidget *styr_form_add (GtkWidget *form,
                          StyrEditSession *session,
                          const StyrField *field,
                          StyrBinding *binding,
                          const char *which);

G_END_DECLS
