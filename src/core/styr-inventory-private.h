/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-inventory.h"

G_BEGIN_DECLS

struct _StyrInventory
{
  StyrModel *model;
  char *today;
  int year;
  GHashTable *models; /* char* to StyrModel */
  GStringChunk *texts;
  GPtrArray *rows[STYR_N_INV_TABLES];
  GPtrArray *slabs; /* memory of the rows */
  char *slab;
  gsize slab_left;
  GHashTable *by_id[STYR_N_INV_TABLES];
  GPtrArray *lists; /* GPtrArray*: of the rows */
  GPtrArray *empty;
};

int styr_inventory_year_of (const char *date);
gboolean styr_inventory_holds_in_year (const StyrInvDocument *document, int year);

G_END_DECLS
