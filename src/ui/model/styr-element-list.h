/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

#define STYR_TYPE_ELEMENT_LIST (styr_element_list_get_type ())
G_DECLARE_FINAL_TYPE (StyrElementList, styr_element_list, STYR, ELEMENT_LIST, GtkWidget)

GtkWidget *styr_element_list_new (StyrWorkspace *workspace, const char *list_path, gboolean inside);
void styr_element_list_set_path (StyrElementList *self, const char *list_path);
const char *styr_element_list_get_path (StyrElementList *self);
StyrWorkspace *styr_element_list_get_workspace (StyrElementList *self);
void styr_element_list_refresh (StyrElementList *self);
gboolean styr_element_list_select (StyrElementList *self, const char *path, gboolean focus);
const char *styr_element_list_get_selected (StyrElementList *self);
void styr_element_list_open (StyrElementList *self, const char *path, gboolean is_new);

G_END_DECLS
