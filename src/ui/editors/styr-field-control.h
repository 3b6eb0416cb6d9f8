/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *styr_field_control_new (StyrEditSession *session,
                                   const StyrField *field,
                                   GtkWidget **editor,
                                   GtkWidget **extra);
char *styr_field_control_dup_text (GtkWidget *editor);
void
styr_field_control_set_value (GtkWidget *editor, const StyrField *field, const char *canonical);
void styr_field_control_set_editable (GtkWidget *editor, gboolean editable);
void styr_field_control_set_message (GtkWidget *editor,
                                     const StyrField *field,
                                     const char *text,
                                     gboolean is_error);

G_END_DECLS
