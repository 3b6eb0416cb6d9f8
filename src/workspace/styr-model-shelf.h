/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-record-list.h"
#include "styr-store-lists.h"

/*
 * The models of one database: which is in force, which is shown, and each as it was read, once.
 */
typedef struct _StyrModelShelf StyrModelShelf;

G_BEGIN_DECLS

StyrModelShelf *styr_model_shelf_new (StyrStore *store);
void styr_model_shelf_free (StyrModelShelf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrModelShelf, styr_model_shelf_free)

gboolean styr_model_shelf_reload (StyrModelShelf *self, const char *today, GError **error);
void styr_model_shelf_forget_changed (StyrModelShelf *self, GPtrArray *changes);
void styr_model_shelf_expect (StyrModelShelf *self, const char *model_id, StyrModel *model);
gboolean styr_model_shelf_show (StyrModelShelf *self, const char *model_id, GError **error);
StyrModel *styr_model_shelf_find (StyrModelShelf *self, const char *model_id, GError **error);
StyrModel *styr_model_shelf_get_shown (StyrModelShelf *self);
const char *styr_model_shelf_get_shown_id (StyrModelShelf *self);
const char *styr_model_shelf_get_current_id (StyrModelShelf *self);
GListModel *styr_model_shelf_get_list (StyrModelShelf *self);
void styr_model_shelf_refresh_list (StyrModelShelf *self);

G_END_DECLS
