/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-scene.h"

G_BEGIN_DECLS

void diagram_check_no_overlap (StyrScene *scene);
void diagram_check_neighbours (StyrScene *scene);
void diagram_check_texts (StyrScene *scene);
void diagram_check_texts_in_nodes (StyrScene *scene);
guint diagram_check_edges (StyrScene *scene);

G_END_DECLS
