/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STYR_PALETTE_LIGHT,
  STYR_PALETTE_DARK,
  STYR_PALETTE_HIGH_CONTRAST,
  STYR_PALETTE_HIGH_CONTRAST_DARK,
  STYR_PALETTE_PRINT,
} StyrPaletteKind;

typedef struct
{
  double red, green, blue, alpha;
} StyrColour;

/**
 * Every colour a drawing may use. Tints come from the model's own tint, the palest first; contrast
 * of text is at least 4.5:1 in all palettes, of lines that mean something at least 3:1.
 */
typedef struct
{
  StyrPaletteKind kind;
  StyrColour paper, ink, muted, hairline, accent, political, leap, tint[4], on_tint[4], missing;
  StyrColour political_tab, on_political,
      on_leap; /* the tab of a political frame, the text on it and on a leap's number */
} StyrPalette;

void styr_palette_init (StyrPalette *palette, StyrPaletteKind kind, const char *base_tint);
double styr_colour_contrast (const StyrColour *a, const StyrColour *b);
StyrColour styr_colour_mix (const StyrColour *a, const StyrColour *b, double share_of_b);

G_END_DECLS
