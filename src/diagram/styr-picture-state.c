/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <string.h>

/** Whether the picture tells what exists of each block. */
gboolean
styr_picture_shows_states (StyrPictureLayout *self)
{
  return self->overview != NULL && !self->picture->hides_states;
}

/** Whether a block carries the small quality wheel. */
gboolean
styr_picture_shows_wheel (StyrPictureLayout *self, const StyrBlock *block)
{
  return block->has_wheel && !self->picture->hides_wheels;
}

/** Reads the state of a block into a row; an empty one without an overview and without a wheel. */
void
styr_picture_get_state_row (StyrPictureLayout *self, const StyrBlock *block, StyrStateRow *row)
{
  memset (row, 0, sizeof *row);
  row->size = STYR_PICTURE_STATE_SIZE;
  row->has_wheel = styr_picture_shows_wheel (self, block);
  row->wheel_share = self->overview != NULL ? styr_overview_get_year_share (self->overview) : 0;
  if (!styr_picture_shows_states (self))
    return;
  row->shows_none = !row->has_wheel;
  row->counts = styr_overview_get_counts (self->overview, block->id);
}

/** Whether nothing of the block exists although something should: its outline is dashed then. */
gboolean
styr_picture_is_missing (StyrPictureLayout *self, const StyrBlock *block)
{
  StyrStateCounts counts;

  if (!styr_picture_shows_states (self))
    return FALSE;
  counts = styr_overview_get_counts (self->overview, block->id);
  return counts.in_force == 0 && counts.draft == 0 && counts.missing + counts.late > 0;
}
