/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a workspace is made of: for styr-workspace.c and styr-workspace-context.c only. */

#include "styr-workspace-private.h"

G_BEGIN_DECLS

struct _StyrWorkspace
{
  GObject parent_instance;
  StyrStore *store;
  StyrModelShelf *shelf;
  StyrRecord *municipality;
  char *unit_id;
  int year;
  char *today;
  StyrRecordList *units;
  StyrRecordList *documents; /* NULL until somebody looks at it, as the next */
  StyrRecordList *history;
  StyrOverview *overview;
  GPtrArray *earlier;
  gboolean can_undo, can_redo;
  GError *fault; /* the model in the database can't be read; the one before it is kept */
};

void styr_workspace_reload_model (StyrWorkspace *self);
void styr_workspace_context_changed (StyrWorkspace *self);
void styr_workspace_take_list (StyrRecordList *list, GPtrArray *records);

G_END_DECLS
