/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define STYR_TEXT_MAX_LINES 4
#define STYR_TEXT_LINE_HEIGHT 1.18 /* of the size */
#define STYR_TEXT_LEAST_SIZE 11.0  /* a name is rather cut than smaller */

/** Where the lines of a text may go: the room of each line when the text has n lines. */
typedef double (*StyrTextRoomFunc) (guint line, guint n_lines, double size, gpointer data);

typedef struct
{
  char *lines[STYR_TEXT_MAX_LINES];
  guint n_lines;
  double size, width;
  gboolean whole; /* FALSE: a shorter name or an ellipsis had to be used */
} StyrFittedText;

double styr_text_measure (const char *text, double size, int weight);
PangoLayout *styr_text_new_layout (const char *text, double size, int weight);
void styr_text_fit (StyrFittedText *fitted,
                    const char *text,
                    const char *short_text,
                    const double *sizes,
                    guint n_sizes,
                    int weight,
                    guint max_lines,
                    StyrTextRoomFunc room,
                    gpointer data);
void styr_fitted_text_clear (StyrFittedText *fitted);

G_END_DECLS
