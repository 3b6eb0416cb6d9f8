/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_ITEM_LIST (styr_item_list_get_type ())
G_DECLARE_FINAL_TYPE (StyrItemList, styr_item_list, STYR, ITEM_LIST, GtkWidget)

/** What a list shows and how. Everything else about it is the same for goals, criteria, rows,
 * measures … */
typedef struct
{
  GPtrArray *(*dup_records) (StyrItemList *list); /* what is in it; NULL: the section's rows */
  GtkWidget *(*create) (StyrItemList *list,
                        StyrRecord *record); /* a widget that follows the record by itself */
  char *(*add) (StyrItemList *list, GError **error); /* (nullable) makes a new one, gives its id */
} StyrItemFuncs;

GtkWidget *styr_item_list_new (StyrEditSession *session,
                               const StyrSection *section,
                               const char *owner_id,
                               const StyrItemFuncs *funcs);
StyrEditSession *styr_item_list_get_session (StyrItemList *self);
const StyrSection *styr_item_list_get_section (StyrItemList *self);
const char *styr_item_list_get_owner_id (StyrItemList *self);
void styr_item_list_set_add (StyrItemList *self, const char *label, const char *name);
void styr_item_list_set_open (StyrItemList *self);
void styr_item_list_set_first_field (GtkWidget *item, GtkWidget *field);
void styr_item_list_set_empty (StyrItemList *self, const char *text);
void styr_item_list_add (StyrItemList *self);
GtkWidget *styr_item_list_find (StyrItemList *self, const char *id);
GtkWidget *styr_item_list_get_box (StyrItemList *self);

G_END_DECLS
