/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-path.h"

G_BEGIN_DECLS

/** A colour by its role; the palette knows which one. Tints and the texts on them stand in the same
 * order. */
typedef enum
{
  STYR_TONE_NONE,
  STYR_TONE_PAPER,
  STYR_TONE_INK,
  STYR_TONE_MUTED,
  STYR_TONE_HAIRLINE,
  STYR_TONE_ACCENT,
  STYR_TONE_POLITICAL,
  STYR_TONE_POLITICAL_TAB,
  STYR_TONE_ON_POLITICAL,
  STYR_TONE_LEAP,
  STYR_TONE_ON_LEAP,
  STYR_TONE_MISSING,
  STYR_TONE_TINT,                         /* + 0 … 3 */
  STYR_TONE_ON_TINT = STYR_TONE_TINT + 4, /* + 0 … 3 */
} StyrTone;

typedef enum
{
  STYR_MARK_PATH,
  STYR_MARK_TEXT,
  STYR_MARK_STATE,
  STYR_MARK_WHEEL,
} StyrMarkKind;

/** One thing to paint. A layout decides everything about it but its colour. */
typedef struct
{
  StyrMarkKind kind;
  StyrTone fill, line;
  double line_width;
  gboolean dashed;
  gboolean inside; /* the line lies wholly inside the outline */
  double pale;     /* 0 = as it is, 1 = paper */
  StyrPath *path;
  char *text;
  double x, y;  /* text: its baseline's anchor; symbols: their centre */
  double size;  /* text: font size; symbols: diameter */
  double align; /* 0 = x is the left end, 0.5 = the middle, 1 = the right end */
  int weight;   /* 400, 600, 700 */
  double angle; /* text: turned clockwise about its anchor, radians */
  StyrState state;
  double share; /* wheel: how much of the turn is filled, 0 … 1 */
} StyrMark;

void styr_mark_free (StyrMark *self);
StyrMark *styr_mark_new_path (StyrPath *path, StyrTone fill, StyrTone line, double line_width);
StyrMark *styr_mark_new_text (
    const char *text, double x, double y, double align, double size, int weight, StyrTone tone);
StyrMark *styr_mark_new_state (StyrState state, double x, double y, double size, StyrTone tone);
StyrMark *styr_mark_new_wheel (double x, double y, double size, double share, StyrTone tone);
void styr_mark_get_extents (const StyrMark *self, StyrRect *extents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrMark, styr_mark_free)

G_END_DECLS
