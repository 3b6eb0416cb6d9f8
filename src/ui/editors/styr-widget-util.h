/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void styr_widget_set_name_text (GtkWidget *widget, const char *name);
void styr_widget_set_tooltip (GtkWidget *widget, const char *text);
GtkWidget *styr_icon_button_new (const char *icon_name, const char *name);
GtkWidget *styr_add_button_new (const char *label, const char *name);
GtkWidget *styr_wrapping_label_new (const char *text, const char *css_class);
GtkWidget *styr_quiet_label_new (const char *text);
GtkWidget *styr_scroller_new (GtkWidget *child);
void styr_widget_show_toast (GtkWidget *widget, const char *text, gboolean offer_undo);
void styr_widget_show_error (GtkWidget *widget, const char *sentence);
gboolean styr_widget_focus_first (GtkWidget *widget);
gboolean styr_widget_focus_inside (GtkWidget *widget, GtkDirectionType direction);
gboolean styr_widget_scroll_to (GtkWidget *widget, const graphene_point_t *point, double height);

G_END_DECLS
