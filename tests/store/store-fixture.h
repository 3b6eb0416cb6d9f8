/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-store-lists.h"

/** A database in a folder of its own, with a model, two units and a document. */
typedef struct
{
  char *folder, *path;
  StyrStore *store;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);
char *fixture_dump (StyrStore *store);
gboolean fixture_fill (StyrStore *store, gpointer data, GError **error);
gboolean fixture_run (StyrStore *store, const char *sql);
gboolean fixture_fails (StyrStore *store, const char *sql, int code);
