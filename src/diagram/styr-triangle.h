/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-picture-layout.h"

G_BEGIN_DECLS

/* The triangle in two files: where its bands are, and what is drawn on them. */

/* styr-triangle-bands.c */
void styr_triangle_split_band (StyrPictureLayout *self, int row, double evenness);
void styr_triangle_split_level (StyrPictureLayout *self, int level, guint n_rows);
void styr_triangle_place_bands (StyrPictureLayout *self);

G_END_DECLS
