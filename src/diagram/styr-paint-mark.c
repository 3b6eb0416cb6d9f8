/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-paint-mark.h"

#include "styr-text-fit.h"

#define LIFT 0.12
#define LIFT_STEP 0.02
#define LIFTED_CONTRAST 4.5

/* What is lifted is a little darker, whatever its tint, as far as its text can still be read. */
static StyrColour
lift_colour (const StyrColour *colour, const StyrColour *text)
{
  const StyrColour black = { 0, 0, 0, 1 };

  for (double share = LIFT; share > 0; share -= LIFT_STEP)
    {
      StyrColour lifted = styr_colour_mix (colour, &black, share);

      if (styr_colour_contrast (&lifted, text) >= LIFTED_CONTRAST)
        return lifted;
    }
  return *colour;
}

/** The colour of a tone, lifted, paled and dimmed as the context says. */
StyrColour
styr_paint_get_colour (const StyrPaintContext *context, StyrTone tone, double pale)
{
  const StyrPalette *palette = context->palette;
  const StyrColour *fixed[] = {
    [STYR_TONE_NONE] = &palette->paper,
    [STYR_TONE_PAPER] = &palette->paper,
    [STYR_TONE_INK] = &palette->ink,
    [STYR_TONE_MUTED] = &palette->muted,
    [STYR_TONE_HAIRLINE] = &palette->hairline,
    [STYR_TONE_ACCENT] = &palette->accent,
    [STYR_TONE_POLITICAL] = &palette->political,
    [STYR_TONE_POLITICAL_TAB] = &palette->political_tab,
    [STYR_TONE_ON_POLITICAL] = &palette->on_political,
    [STYR_TONE_LEAP] = &palette->leap,
    [STYR_TONE_ON_LEAP] = &palette->on_leap,
    [STYR_TONE_MISSING] = &palette->missing,
  };
  StyrColour colour;

  if (tone >= STYR_TONE_TINT)
    {
      guint index = (guint) (tone - STYR_TONE_TINT) % 4;

      colour = tone >= STYR_TONE_ON_TINT ? palette->on_tint[index] : palette->tint[index];
      if (context->lifted && tone < STYR_TONE_ON_TINT)
        colour = lift_colour (&colour, &palette->on_tint[index]);
    }
  else
    {
      colour = *fixed[tone];
    }
  colour = styr_colour_mix (&colour, &palette->paper, pale);
  colour.alpha *= context->alpha;
  return colour;
}

/** Makes the tone the source of what is painted next. */
void
styr_paint_set_tone (cairo_t *cr, const StyrPaintContext *context, StyrTone tone, double pale)
{
  StyrColour colour = styr_paint_get_colour (context, tone, pale);

  if (colour.alpha >= 1)
    cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  else
    cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
stroke_mark (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context)
{
  const double dash[] = { 6, 4 };

  styr_paint_set_tone (cr, context, mark->line, mark->pale);
  cairo_set_line_width (cr, mark->inside ? mark->line_width * 2 : mark->line_width);
  cairo_set_line_cap (cr, mark->dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (mark->dashed)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  if (mark->inside)
    {
      styr_path_trace (mark->path, cr);
      cairo_clip (cr);
    }
  styr_path_trace (mark->path, cr);
  cairo_stroke (cr);
}

static void
paint_path (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context)
{
  if (mark->fill != STYR_TONE_NONE)
    {
      styr_paint_set_tone (cr, context, mark->fill, mark->pale);
      styr_path_trace (mark->path, cr);
      cairo_fill (cr);
    }
  if (mark->line != STYR_TONE_NONE && mark->line_width > 0)
    stroke_mark (cr, mark, context);
}

static void
paint_text (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context)
{
  g_autoptr (PangoLayout) layout = styr_text_new_layout (mark->text, mark->size, mark->weight);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_translate (cr, mark->x, mark->y);
  if (mark->angle != 0)
    cairo_rotate (cr, mark->angle);
  cairo_move_to (cr,
                 -mark->align * extents.width / PANGO_SCALE,
                 -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  styr_paint_set_tone (cr, context, mark->fill, mark->pale);
  pango_cairo_show_layout (cr, layout);
}

/** Paints one mark and leaves the cairo_t as it was. */
void
styr_paint_mark (cairo_t *cr, const StyrMark *mark, const StyrPaintContext *context)
{
  cairo_save (cr);
  cairo_new_path (cr);
  switch (mark->kind)
    {
    case STYR_MARK_PATH:
      paint_path (cr, mark, context);
      break;
    case STYR_MARK_TEXT:
      paint_text (cr, mark, context);
      break;
    case STYR_MARK_STATE:
      styr_paint_state (cr, mark, context);
      break;
    case STYR_MARK_WHEEL:
      styr_paint_wheel (cr, mark, context);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_restore (cr);
}
