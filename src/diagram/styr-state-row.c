/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-state-row.h"

#include <glib/gi18n-lib.h>

#include "styr-text-fit.h"

#define SYMBOL_SHARE 0.86 /* of the numbers' size */
#define SYMBOL_SPACE 0.32
#define ITEM_SPACE 0.85
#define WHEEL_SHARE 1.35
#define NUMBER_WEIGHT 600

static const StyrState shown_states[] = {
  STYR_STATE_IN_FORCE, STYR_STATE_DRAFT, STYR_STATE_MISSING, STYR_STATE_LATE
};

static int
get_count (const StyrStateCounts *counts, StyrState state)
{
  switch (state)
    {
    case STYR_STATE_IN_FORCE:
      return counts->in_force;
    case STYR_STATE_DRAFT:
      return counts->draft;
    case STYR_STATE_MISSING:
      return counts->missing;
    case STYR_STATE_LATE:
      return counts->late;
    case STYR_STATE_NOT_APPLICABLE:
    default:
      return 0;
    }
}

static gboolean
counts_are_empty (const StyrStateCounts *counts)
{
  return counts->in_force == 0 && counts->draft == 0 && counts->missing == 0 && counts->late == 0;
}

/** Whether there is nothing to show. */
gboolean
styr_state_row_is_empty (const StyrStateRow *row)
{
  g_return_val_if_fail (row != NULL, TRUE);
  return !row->has_wheel && !row->shows_none && counts_are_empty (&row->counts);
}

static double
measure_number (const StyrStateRow *row, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  return styr_text_measure (text, row->size, NUMBER_WEIGHT);
}

/** How wide the row is, in scene units. */
double
styr_state_row_get_width (const StyrStateRow *row)
{
  double width = 0;

  g_return_val_if_fail (row != NULL, 0);

  if (row->has_wheel)
    width += row->size * (WHEEL_SHARE + ITEM_SPACE);
  if (row->shows_none && counts_are_empty (&row->counts))
    width += row->size * (SYMBOL_SHARE + ITEM_SPACE);
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    {
      int count = get_count (&row->counts, shown_states[i]);

      if (count > 0)
        width +=
            row->size * (SYMBOL_SHARE + SYMBOL_SPACE + ITEM_SPACE) + measure_number (row, count);
    }
  return MAX (0, width - row->size * ITEM_SPACE);
}

/** Adds the row's marks; x is its left end, middle or right end by align (0, 0.5, 1). */
void
styr_state_row_add_marks (const StyrStateRow *row,
                          GPtrArray *marks,
                          double x,
                          double baseline,
                          double align,
                          StyrTone tone)
{
  double size, middle;

  g_return_if_fail (row != NULL && marks != NULL);

  size = row->size;
  middle = baseline - size * 0.34;
  x -= styr_state_row_get_width (row) * align;
  if (row->has_wheel)
    {
      g_ptr_array_add (
          marks,
          styr_mark_new_wheel (
              x + size * WHEEL_SHARE / 2, middle, size * WHEEL_SHARE, row->wheel_share, tone));
      x += size * (WHEEL_SHARE + ITEM_SPACE);
    }
  if (row->shows_none && counts_are_empty (&row->counts))
    g_ptr_array_add (marks,
                     styr_mark_new_state (STYR_STATE_NOT_APPLICABLE,
                                          x + size * SYMBOL_SHARE / 2,
                                          middle,
                                          size * SYMBOL_SHARE,
                                          tone));
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    {
      int count = get_count (&row->counts, shown_states[i]);
      g_autofree char *text = g_strdup_printf ("%d", count);

      if (count == 0)
        continue;
      g_ptr_array_add (
          marks,
          styr_mark_new_state (
              shown_states[i], x + size * SYMBOL_SHARE / 2, middle, size * SYMBOL_SHARE, tone));
      x += size * (SYMBOL_SHARE + SYMBOL_SPACE);
      g_ptr_array_add (marks, styr_mark_new_text (text, x, baseline, 0, size, NUMBER_WEIGHT, tone));
      x += measure_number (row, count) + size * ITEM_SPACE;
    }
}

/** "✓ 11  ◐ 2  ! 1", or NULL when every count is nought. Free with g_free(). */
char *
styr_state_counts_to_line (const StyrStateCounts *counts)
{
  GString *line;

  g_return_val_if_fail (counts != NULL, NULL);

  if (counts_are_empty (counts))
    return NULL;
  line = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    {
      int count = get_count (counts, shown_states[i]);

      if (count > 0)
        g_string_append_printf (line,
                                "%s%s %d",
                                line->len > 0 ? "  " : "",
                                styr_state_get_symbol (shown_states[i]),
                                count);
    }
  return g_string_free (line, FALSE);
}

static void
append_count_in_words (GString *words, StyrState state, int count)
{
  gulong n = (gulong) count;

  switch (state)
    {
    case STYR_STATE_IN_FORCE:
      g_string_append_printf (words, ngettext ("%d in force", "%d in force", n), count);
      break;
    case STYR_STATE_DRAFT:
      g_string_append_printf (words, ngettext ("%d draft", "%d drafts", n), count);
      break;
    case STYR_STATE_LATE:
      g_string_append_printf (words, ngettext ("%d late", "%d late", n), count);
      break;
    case STYR_STATE_MISSING:
    case STYR_STATE_NOT_APPLICABLE:
    default:
      g_string_append_printf (words, ngettext ("%d missing", "%d missing", n), count);
    }
}

/** "11 in force, 2 drafts, 1 late", or the word for not applicable. Free with g_free(). */
char *
styr_state_counts_to_words (const StyrStateCounts *counts)
{
  GString *words;

  g_return_val_if_fail (counts != NULL, NULL);

  if (counts_are_empty (counts))
    return g_strdup (styr_state_get_word (STYR_STATE_NOT_APPLICABLE));
  words = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    {
      int count = get_count (counts, shown_states[i]);

      if (count > 0)
        {
          g_string_append (words, words->len > 0 ? ", " : "");
          append_count_in_words (words, shown_states[i], count);
        }
    }
  return g_string_free (words, FALSE);
}

/** Returns: (transfer full) (nullable): each count with its symbol and its word, "✓ 2 in force",
 * one to a line; NULL when there are none */
char *
styr_state_counts_to_labels (const StyrStateCounts *counts)
{
  GString *labels;

  g_return_val_if_fail (counts != NULL, NULL);

  if (counts_are_empty (counts))
    return NULL;
  labels = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    {
      int count = get_count (counts, shown_states[i]);

      if (count <= 0)
        continue;
      g_string_append_printf (
          labels, "%s%s ", labels->len > 0 ? "\n" : "", styr_state_get_symbol (shown_states[i]));
      append_count_in_words (labels, shown_states[i], count);
    }
  return g_string_free (labels, FALSE);
}
