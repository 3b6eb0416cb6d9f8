/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_TEXT_AREA (styr_text_area_get_type ())
G_DECLARE_FINAL_TYPE (StyrTextArea, styr_text_area, STYR, TEXT_AREA, GtkTextView)

GtkWidget *styr_text_area_new (void);
void styr_text_area_reveal_cursor (GtkWidget *view);

G_END_DECLS
