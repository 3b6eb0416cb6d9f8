/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-palette.h"

#include <math.h>

#define N_KINDS (STYR_PALETTE_PRINT + 1)

static const char *const tints[] = { NULL,      "#5b7c99", "#c06a8e", "#ffffff", "#000000",
                                     "#ffff00", "#ff0000", "#00ff80", "#777777", "inte en färg" };

static StyrColour
make_grey (const StyrColour *colour)
{
  double grey = 0.299 * colour->red + 0.587 * colour->green + 0.114 * colour->blue;

  return (StyrColour){ grey, grey, grey, 1 };
}

static void
check_text (const StyrColour *text, const StyrColour *on)
{
  g_assert_cmpfloat (styr_colour_contrast (text, on), >=, 4.5);
}

/* Every text on everything that it may stand on, in every palette, whatever the model's own tint
 * is. */
static void
test_text_contrast (void)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
      {
        StyrPalette palette;

        styr_palette_init (&palette, (StyrPaletteKind) kind, tints[i]);
        g_assert_cmpint (palette.kind, ==, kind);
        check_text (&palette.ink, &palette.paper);
        check_text (&palette.muted, &palette.paper);
        check_text (&palette.accent, &palette.paper);
        check_text (&palette.leap, &palette.paper);
        check_text (&palette.on_leap, &palette.leap);
        check_text (&palette.on_political, &palette.political_tab);
        for (int t = 0; t < 4; t++)
          check_text (&palette.on_tint[t], &palette.tint[t]);
      }
}

/* Every tint there is, in steps through hue, strength and lightness: the palette makes them fit. */
static void
test_all_tints (void)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    for (int red = 0; red <= 255; red += 51)
      for (int green = 0; green <= 255; green += 51)
        for (int blue = 0; blue <= 255; blue += 51)
          {
            g_autofree char *tint = g_strdup_printf ("#%02x%02x%02x", red, green, blue);
            StyrPalette palette;

            styr_palette_init (&palette, (StyrPaletteKind) kind, tint);
            for (int t = 0; t < 4; t++)
              check_text (&palette.on_tint[t], &palette.tint[t]);
          }
}

/* In grey, the way a black-and-white printer has it, texts on tints are as clear. */
static void
test_grey (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    {
      StyrPalette palette;

      styr_palette_init (&palette, STYR_PALETTE_PRINT, tints[i]);
      for (int t = 0; t < 4; t++)
        {
          StyrColour text = make_grey (&palette.on_tint[t]), on = make_grey (&palette.tint[t]);

          g_assert_cmpfloat (styr_colour_contrast (&text, &on), >=, 4);
        }
    }
}

/* Lines that mean something stand out from the paper. */
static void
test_line_contrast (void)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      StyrPalette palette;

      styr_palette_init (&palette, (StyrPaletteKind) kind, NULL);
      g_assert_cmpfloat (styr_colour_contrast (&palette.political, &palette.paper), >=, 3);
      g_assert_cmpfloat (styr_colour_contrast (&palette.missing, &palette.paper), >=, 3);
      g_assert_cmpfloat (styr_colour_contrast (&palette.accent, &palette.paper), >=, 3);
    }
}

/* High contrast is higher. */
static void
test_high_contrast (void)
{
  StyrPalette high, dark;

  styr_palette_init (&high, STYR_PALETTE_HIGH_CONTRAST, "#5b7c99");
  styr_palette_init (&dark, STYR_PALETTE_HIGH_CONTRAST_DARK, "#5b7c99");
  for (int t = 0; t < 4; t++)
    {
      g_assert_cmpfloat (styr_colour_contrast (&high.on_tint[t], &high.tint[t]), >=, 7);
      g_assert_cmpfloat (styr_colour_contrast (&dark.on_tint[t], &dark.tint[t]), >=, 7);
    }
}

static void
test_mix (void)
{
  const StyrColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  StyrColour half = styr_colour_mix (&black, &white, 0.5);

  g_assert_cmpfloat (half.red, ==, 0.5);
  g_assert_cmpfloat (fabs (styr_colour_contrast (&black, &white) - 21), <, 1e-9);
  g_assert_cmpfloat (styr_colour_contrast (&half, &half), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram/palette/text-contrast", test_text_contrast);
  g_test_add_func ("/diagram/palette/all-tints", test_all_tints);
  g_test_add_func ("/diagram/palette/grey", test_grey);
  g_test_add_func ("/diagram/palette/line-contrast", test_line_contrast);
  g_test_add_func ("/diagram/palette/high-contrast", test_high_contrast);
  g_test_add_func ("/diagram/palette/mix", test_mix);
  return g_test_run ();
}
