/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-paint.h"

#include "styr-paint-mark.h"
#include "styr-scene-private.h"

#include <math.h>

#define DIMMED_ALPHA 0.45
#define FOCUS_WIDTH 3.0
#define FRAME_DEPTH 4.5 /* the frame and what keeps the ring off it */
#define EDGE_WIDTH 1.6
#define LIT_EDGE_WIDTH 2.6

static void
paint_marks (cairo_t *cr, GPtrArray *marks, const StyrPaintContext *context)
{
  for (guint i = 0; i < marks->len; i++)
    styr_paint_mark (cr, marks->pdata[i], context);
}

/** Paints what lies behind the nodes: titles, brackets, group names, legend, caption. */
void
styr_paint_background (cairo_t *cr, StyrScene *scene, const StyrPalette *palette)
{
  const StyrPaintContext context = { palette, FALSE, 1 };

  g_return_if_fail (cr != NULL && scene != NULL && palette != NULL);
  paint_marks (cr, scene->background, &context);
}

/** Paints what lies in front of the nodes: the hand of today, leaps. */
void
styr_paint_overlay (cairo_t *cr, StyrScene *scene, const StyrPalette *palette)
{
  const StyrPaintContext context = { palette, FALSE, 1 };

  g_return_if_fail (cr != NULL && scene != NULL && palette != NULL);
  paint_marks (cr, scene->overlay, &context);
}

static void
paint_arrow (cairo_t *cr, const StyrSceneEdge *edge, double length)
{
  double half = length * 0.42;

  cairo_save (cr);
  cairo_translate (cr, edge->tip.x, edge->tip.y);
  cairo_rotate (cr, edge->angle);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, half, length);
  cairo_line_to (cr, 0, length * 0.8);
  cairo_line_to (cr, -half, length);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
paint_edge (cairo_t *cr,
            const StyrSceneEdge *edge,
            const StyrPaintContext *context,
            StyrTone tone,
            double width)
{
  const double dash[] = { 5, 4 };
  gboolean is_loop = edge->kind == STYR_CONNECTOR_LOOP;

  if (edge->path == NULL && !edge->arrow)
    return;
  cairo_save (cr);
  styr_paint_set_tone (cr, context, tone, 0);
  cairo_set_line_width (cr, is_loop ? width + 0.6 : width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (edge->kind == STYR_CONNECTOR_FOLLOWS_UP)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  if (edge->path != NULL)
    {
      styr_path_trace (edge->path, cr);
      cairo_stroke (cr);
    }
  if (edge->arrow)
    paint_arrow (cr,
                 edge,
                 (edge->path == NULL ? 12
                  : is_loop          ? 11
                                     : 9) +
                     (width > EDGE_WIDTH ? 2 : 0));
  cairo_restore (cr);
}

/** Paints the relations; those of the lit node stand out and the others step back. -1 = none is
 * lit. */
void
styr_paint_edges (cairo_t *cr, StyrScene *scene, const StyrPalette *palette, int lit_node)
{
  const StyrPaintContext context = { palette, FALSE, 1 };
  StyrTone quiet = lit_node >= 0 ? STYR_TONE_HAIRLINE : STYR_TONE_MUTED;

  g_return_if_fail (cr != NULL && scene != NULL && palette != NULL);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < scene->edges->len; i++)
      {
        const StyrSceneEdge *edge = scene->edges->pdata[i];
        gboolean lit = lit_node >= 0 && (edge->from == lit_node || edge->to == lit_node);

        if (lit != (pass == 1))
          continue;
        paint_edge (
            cr, edge, &context, lit ? STYR_TONE_ACCENT : quiet, lit ? LIT_EDGE_WIDTH : EDGE_WIDTH);
      }
}

/* The body of a node is lifted and what is written on it; a rim that shows how much is done keeps
 * its tint, or it would melt into the body. */
static void
paint_node_marks (cairo_t *cr, GPtrArray *marks, const StyrPaintContext *context)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const StyrMark *mark = marks->pdata[i];
      StyrPaintContext own = *context;

      own.lifted = context->lifted && (i == 0 || mark->kind != STYR_MARK_PATH);
      styr_paint_mark (cr, mark, &own);
    }
}

/* A frame along the inside of the outline is orange or means something else: the ring stands off
 * from it, further in. */
static gboolean
has_frame (const StyrSceneNode *node)
{
  const StyrMark *frame = node->marks->len > 1 ? node->marks->pdata[1] : NULL;

  return frame != NULL && frame->kind == STYR_MARK_PATH && frame->inside;
}

/* On a strong tint the accent might not be seen. */
static StyrTone
choose_ring_tone (const StyrSceneNode *node, const StyrPaintContext *context)
{
  StyrTone body = ((const StyrMark *) node->marks->pdata[0])->fill;
  StyrColour on, accent = context->palette->accent;

  if (body < STYR_TONE_TINT || body >= STYR_TONE_ON_TINT)
    return STYR_TONE_ACCENT;
  on = styr_paint_get_colour (context, body, 0);
  return styr_colour_contrast (&accent, &on) >= 3
             ? STYR_TONE_ACCENT
             : (StyrTone) (body - STYR_TONE_TINT + STYR_TONE_ON_TINT);
}

static void
stroke_inside (cairo_t *cr,
               const StyrSceneNode *node,
               const StyrPaintContext *context,
               StyrTone tone,
               double depth)
{
  cairo_save (cr);
  styr_path_trace (node->outline, cr);
  cairo_clip (cr);
  styr_paint_set_tone (cr, context, tone, 0);
  cairo_set_line_width (cr, 2 * depth);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  styr_path_trace (node->outline, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_ring (cairo_t *cr, const StyrSceneNode *node, const StyrPaintContext *context, double width)
{
  cairo_save (cr);
  styr_paint_set_tone (cr, context, STYR_TONE_ACCENT, 0);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  styr_path_trace (node->outline, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The body, the ring, a stripe of the body's own tint, and then the frame and everything else. */
static void
paint_framed (cairo_t *cr, const StyrSceneNode *node, const StyrPaintContext *context, double width)
{
  const StyrMark *body = node->marks->pdata[0];

  styr_paint_mark (cr, body, context);
  stroke_inside (cr, node, context, choose_ring_tone (node, context), FRAME_DEPTH + width);
  stroke_inside (cr, node, context, body->fill, FRAME_DEPTH);
  for (guint i = 1; i < node->marks->len; i++)
    {
      StyrPaintContext own = *context;

      own.lifted = context->lifted && ((StyrMark *) node->marks->pdata[i])->kind != STYR_MARK_PATH;
      styr_paint_mark (cr, node->marks->pdata[i], &own);
    }
}

/** Paints one node as it looks just now. look may be NULL for a plain one. */
void
styr_paint_node (cairo_t *cr,
                 StyrScene *scene,
                 guint index,
                 const StyrPalette *palette,
                 const StyrNodeLook *look)
{
  static const StyrNodeLook plain = { 0 };
  StyrPaintContext context = { palette, FALSE, 1 };
  const StyrSceneNode *node;
  double width = 0;

  g_return_if_fail (cr != NULL && scene != NULL && palette != NULL);
  g_return_if_fail (index < scene->nodes->len);

  if (look == NULL)
    look = &plain;
  node = styr_scene_peek (scene, index);
  context.lifted = look->hover || look->selected;
  context.alpha =
      look->dimmed && !look->hover && !look->focus && !look->selected ? DIMMED_ALPHA : 1;
  if (look->focus || look->selected)
    width = look->focus ? FOCUS_WIDTH : FOCUS_WIDTH - 1;
  else if (look->lit)
    width = 1.5;
  if (width > 0 && has_frame (node))
    {
      paint_framed (cr, node, &context, width);
      return;
    }
  paint_node_marks (cr, node->marks, &context);
  if (width > 0)
    paint_ring (cr, node, &context, width);
}

/** Paints the whole scene, for files and print. */
void
styr_paint_scene (cairo_t *cr, StyrScene *scene, const StyrPalette *palette)
{
  g_return_if_fail (cr != NULL && scene != NULL && palette != NULL);

  styr_paint_background (cr, scene, palette);
  styr_paint_edges (cr, scene, palette, -1);
  for (guint i = 0; i < scene->nodes->len; i++)
    styr_paint_node (cr, scene, i, palette, NULL);
  styr_paint_overlay (cr, scene, palette);
}
