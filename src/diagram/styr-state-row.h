/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-mark.h"

G_BEGIN_DECLS

/** One row "wheel, symbol number, symbol number": the state of a block or a phase. The worst stands
 * last. */
typedef struct
{
  StyrStateCounts counts;
  gboolean has_wheel;
  gboolean shows_none; /* a dash when every count is nought */
  double wheel_share;
  double size; /* of the numbers */
} StyrStateRow;

gboolean styr_state_row_is_empty (const StyrStateRow *row);
double styr_state_row_get_width (const StyrStateRow *row);
void styr_state_row_add_marks (const StyrStateRow *row,
                               GPtrArray *marks,
                               double x,
                               double baseline,
                               double align,
                               StyrTone tone);
char *styr_state_counts_to_line (const StyrStateCounts *counts);
char *styr_state_counts_to_labels (const StyrStateCounts *counts);
char *styr_state_counts_to_words (const StyrStateCounts *counts);

G_END_DECLS
