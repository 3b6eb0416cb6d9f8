/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-names.h"

G_BEGIN_DECLS

#define STYR_TYPE_BLOCK_LINKS (styr_block_links_get_type ())
G_DECLARE_FINAL_TYPE (StyrBlockLinks, styr_block_links, STYR, BLOCK_LINKS, GtkWidget)

GtkWidget *styr_block_links_new (StyrWorkspace *workspace, const char *block_path);
void styr_block_links_refresh (GtkWidget *links);

G_END_DECLS
