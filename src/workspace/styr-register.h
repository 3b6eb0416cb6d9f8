/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-table.h"
#include "styr-workspace.h"

G_BEGIN_DECLS

/** One column of a register, the same on screen, in Excel and on paper. The text is canonical: ISO
 * dates, decimal points. */
typedef struct
{
  const char *id;    /* what is remembered of chosen columns */
  const char *title; /* N_() */
  StyrColumnKind kind;
  int width;         /* in characters */
  guint expand;      /* takes the room that is left, on so many lines; 0: does not */
  gboolean optional; /* not shown until it is chosen */
  char *(*dup_text) (StyrWorkspace *workspace, StyrRecord *record);
} StyrRegisterColumn;

StyrTable *styr_register_new_table (StyrWorkspace *workspace,
                                    const StyrRegisterColumn *columns,
                                    guint n_columns,
                                    GListModel *records,
                                    const char *name,
                                    const char *title);
gboolean styr_workspace_export_tables (StyrWorkspace *self,
                                       GPtrArray *tables,
                                       const char *title,
                                       const char *unit_id, /* NULL: the whole municipality */
                                       const char *path,
                                       GError **error); /* .xlsx | .html | .pdf */

G_END_DECLS
