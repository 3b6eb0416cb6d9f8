/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-palette.h"

#include <math.h>

#define TEXT_CONTRAST 4.6
#define HIGH_TEXT_CONTRAST 7.1
#define DEFAULT_TINT "#5b7c99"

static const StyrColour white = { 1, 1, 1, 1 };
static const StyrColour black = { 0, 0, 0, 1 };

/* The fixed colours of a palette, and how much of the model's tint lies in each of the three paler
 * tints. */
typedef struct
{
  const char *paper, *ink, *muted, *hairline, *accent, *political, *political_tab, *leap, *missing;
  double shares[3];
  gboolean dark;
} Recipe;

static const Recipe recipes[] = {
  [STYR_PALETTE_LIGHT] = { "#ffffff",
                           "#241f31",
                           "#5e5c64",
                           "#b9bcc4",
                           "#1a5fb4",
                           "#e66100",
                           "#b84700",
                           "#1f7a4d",
                           "#8b8992",
                           { 0.10, 0.22, 0.42 },
                           FALSE },
  [STYR_PALETTE_DARK] = { "#1e1e1e",
                          "#f6f5f4",
                          "#b4b2b8",
                          "#55535c",
                          "#78aeed",
                          "#ff7800",
                          "#ff9c47",
                          "#57e389",
                          "#8b8992",
                          { 0.18, 0.34, 0.52 },
                          TRUE },
  [STYR_PALETTE_HIGH_CONTRAST] = { "#ffffff",
                                   "#000000",
                                   "#33313a",
                                   "#4a484f",
                                   "#0b3d91",
                                   "#b23c00",
                                   "#8f2f00",
                                   "#0e5c36",
                                   "#4a484f",
                                   { 0.05, 0.14, 0.28 },
                                   FALSE },
  [STYR_PALETTE_HIGH_CONTRAST_DARK] = { "#000000",
                                        "#ffffff",
                                        "#dedde2",
                                        "#b4b2b8",
                                        "#99c1f1",
                                        "#ffa348",
                                        "#ffbe6f",
                                        "#8ff0a4",
                                        "#b4b2b8",
                                        { 0.16, 0.30, 0.46 },
                                        TRUE },
  [STYR_PALETTE_PRINT] = { "#ffffff",
                           "#1a1a1a",
                           "#4d4b53",
                           "#a4a6ad",
                           "#1a5fb4",
                           "#d95a00",
                           "#a84100",
                           "#1f7a4d",
                           "#6f6d75",
                           { 0.09, 0.20, 0.38 },
                           FALSE },
};

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const StyrColour *colour)
{
  return 0.2126 * to_linear (colour->red) + 0.7152 * to_linear (colour->green) +
         0.0722 * to_linear (colour->blue);
}

/** The contrast of two opaque colours by WCAG 2.1, from 1 to 21. */
double
styr_colour_contrast (const StyrColour *a, const StyrColour *b)
{
  double la, lb;

  g_return_val_if_fail (a != NULL && b != NULL, 1);

  la = get_luminance (a);
  lb = get_luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/** A colour between two; share_of_b runs from 0 to 1. The alpha is that of a. */
StyrColour
styr_colour_mix (const StyrColour *a, const StyrColour *b, double share_of_b)
{
  double keep = 1 - share_of_b;

  g_return_val_if_fail (a != NULL && b != NULL, black);

  return (StyrColour){ a->red * keep + b->red * share_of_b,
                       a->green * keep + b->green * share_of_b,
                       a->blue * keep + b->blue * share_of_b,
                       a->alpha };
}

static gboolean
parse_hex (const char *text, StyrColour *colour)
{
  int digits[6];

  if (text == NULL || text[0] != '#')
    return FALSE;
  for (int i = 0; i < 6; i++)
    {
      digits[i] = g_ascii_xdigit_value (text[i + 1]);
      if (digits[i] < 0)
        return FALSE;
    }
  *colour = (StyrColour){ (digits[0] * 16 + digits[1]) / 255.0,
                          (digits[2] * 16 + digits[3]) / 255.0,
                          (digits[4] * 16 + digits[5]) / 255.0,
                          1 };
  return text[7] == '\0';
}

static StyrColour
hex (const char *text)
{
  StyrColour colour = black;

  parse_hex (text, &colour);
  return colour;
}

/* Moves a colour towards the goal until the text on it can be read. */
static StyrColour
clear_for (StyrColour colour, const StyrColour *text, const StyrColour *goal, double contrast)
{
  StyrColour moved = colour;

  for (int i = 1; i <= 50 && styr_colour_contrast (&moved, text) < contrast; i++)
    moved = styr_colour_mix (&colour, goal, i / 50.0);
  return moved;
}

static const StyrColour *
choose_text (const StyrColour *on, const StyrColour *a, const StyrColour *b)
{
  return styr_colour_contrast (a, on) >= styr_colour_contrast (b, on) ? a : b;
}

static void
make_tints (StyrPalette *self, const Recipe *recipe, const StyrColour *base)
{
  StyrColour strong_text = recipe->dark ? self->paper : white;
  gboolean high =
      self->kind == STYR_PALETTE_HIGH_CONTRAST || self->kind == STYR_PALETTE_HIGH_CONTRAST_DARK;
  double contrast = high ? HIGH_TEXT_CONTRAST : TEXT_CONTRAST;

  for (int i = 0; i < 3; i++)
    {
      StyrColour tint = styr_colour_mix (&self->paper, base, recipe->shares[i]);

      self->tint[i] = clear_for (tint, &self->ink, &self->paper, contrast);
      self->on_tint[i] = self->ink;
    }
  self->tint[3] = clear_for (*base, &strong_text, recipe->dark ? &white : &black, contrast);
  self->on_tint[3] = strong_text;
}

/**
 * Fills a palette. The base tint is "#rrggbb" (the picture's own), or NULL for the program's
 * blue-grey; whatever it is, texts on the tints stay readable.
 */
void
styr_palette_init (StyrPalette *palette, StyrPaletteKind kind, const char *base_tint)
{
  const Recipe *recipe;
  StyrColour base;

  g_return_if_fail (palette != NULL);
  g_return_if_fail (kind <= STYR_PALETTE_PRINT);

  recipe = &recipes[kind];
  palette->kind = kind;
  palette->paper = hex (recipe->paper);
  palette->ink = hex (recipe->ink);
  palette->muted = hex (recipe->muted);
  palette->hairline = hex (recipe->hairline);
  palette->accent = hex (recipe->accent);
  palette->political = hex (recipe->political);
  palette->political_tab = hex (recipe->political_tab);
  palette->leap = hex (recipe->leap);
  palette->missing = hex (recipe->missing);
  palette->on_political = *choose_text (&palette->political_tab, &palette->paper, &palette->ink);
  palette->on_leap = *choose_text (&palette->leap, &palette->paper, &palette->ink);
  if (!parse_hex (base_tint, &base))
    base = hex (DEFAULT_TINT);
  make_tints (palette, recipe, &base);
}
