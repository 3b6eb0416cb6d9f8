/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: entries of the journal. */

#include "styr-sql.h"

G_BEGIN_DECLS

/** What a change did, as the session extension records it; the data is SQLite's. */
typedef struct
{
  void *data;
  int size;
} StyrChangeset;

gboolean styr_journal_insert (StyrStore *self,
                              const char *kind,
                              gint64 target,
                              const char *label,
                              const StyrChangeset *changeset,
                              GError **error);
gboolean styr_journal_load (StyrStore *self, gint64 id, StyrChangeset *changeset, GError **error);
gboolean styr_journal_commit (StyrStore *self, gboolean ok, GError **error);

G_END_DECLS
