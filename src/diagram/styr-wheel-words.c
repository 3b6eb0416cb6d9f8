/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-wheel.h"

#include "styr-enum-types.h"

#include <glib/gi18n-lib.h>

static void add_sentence (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_sentence (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

/** The name of a month, 1 to 12. */
const char *
styr_wheel_get_month_name (int month)
{
  const char *names[] = { C_ ("month", "January"),   C_ ("month", "February"),
                          C_ ("month", "March"),     C_ ("month", "April"),
                          C_ ("month", "May"),       C_ ("month", "June"),
                          C_ ("month", "July"),      C_ ("month", "August"),
                          C_ ("month", "September"), C_ ("month", "October"),
                          C_ ("month", "November"),  C_ ("month", "December") };

  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return names[month - 1];
}

/** The short name of a month, for the ring. */
const char *
styr_wheel_get_month_short (int month)
{
  const char *names[] = { C_ ("short month", "Jan"), C_ ("short month", "Feb"),
                          C_ ("short month", "Mar"), C_ ("short month", "Apr"),
                          C_ ("short month", "May"), C_ ("short month", "Jun"),
                          C_ ("short month", "Jul"), C_ ("short month", "Aug"),
                          C_ ("short month", "Sep"), C_ ("short month", "Oct"),
                          C_ ("short month", "Nov"), C_ ("short month", "Dec") };

  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return names[month - 1];
}

/** Counts what stands still in a phase: what is missing and what is late. */
void
styr_wheel_count_stuck (StyrWheel *self, const StyrPhase *phase, StyrStateCounts *stuck)
{
  GPtrArray *things = styr_overview_get_phase_things (self->overview, phase->id);

  *stuck = (StyrStateCounts){ 0 };
  for (guint i = 0; i < things->len; i++)
    {
      StyrState state =
          (StyrState) styr_record_get_enum (things->pdata[i], "state", STYR_TYPE_STATE);

      if (styr_record_get_flag (things->pdata[i], "done"))
        continue;
      stuck->missing += state == STYR_STATE_MISSING;
      stuck->late += state == STYR_STATE_LATE;
    }
}

/* "80 of 81 done, ! 1 late" */
static char *
dup_phase_state (const StyrCompletion *completion, const StyrStateCounts *stuck)
{
  g_autofree char *labels = styr_state_counts_to_labels (stuck);
  g_autofree char *done =
      completion->total > 0
          ? g_strdup_printf (C_ ("list", "%d of %d done"), completion->done, completion->total)
          : NULL;

  if (done == NULL || labels == NULL || *labels == '\0')
    return g_strdup (done != NULL ? done : labels);
  return g_strdup_printf ("%s, %s", done, labels);
}

static void
describe_phase (StyrWheel *self, guint index)
{
  const StyrPhase *phase = self->phases->pdata[index];
  StyrNode *node = &styr_scene_peek (self->scene, index)->node;
  GString *text = g_string_new (NULL);

  node->label = g_strdup (phase->name);
  node->accessible_name = g_strdup (phase->name);
  add_sentence (text, _ ("Phase %u of %u in the quality wheel."), index + 1, self->phases->len);
  if (self->overview != NULL)
    {
      StyrCompletion completion = styr_overview_get_phase (self->overview, phase->id);
      StyrStateCounts stuck;

      styr_wheel_count_stuck (self, phase, &stuck);
      node->state_line = styr_state_counts_to_line (&stuck);
      node->state_words = dup_phase_state (&completion, &stuck);
      node->summary = g_strdup (phase->description != NULL ? phase->description : "");
      add_sentence (text, _ ("%d of %d done."), completion.done, completion.total);
      if (node->state_line != NULL)
        {
          g_autofree char *words = styr_state_counts_to_words (&stuck);

          add_sentence (text, _ ("What is stuck: %s."), words);
        }
    }
  if (phase->description != NULL)
    add_sentence (text, "%s", phase->description);
  node->accessible_description = g_string_free (text, FALSE);
}

/* "3 deadlines: 2 met, 1 late." Nothing is said of what there is none of. */
static char *
dup_deadlines (int n, const int *counts)
{
  int met = counts[STYR_STATE_IN_FORCE];
  int to_come = counts[STYR_STATE_DRAFT];
  int late = counts[STYR_STATE_LATE];
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (met > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d met", "%d met", (gulong) met), met));
  if (to_come > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%d to come", "%d to come", (gulong) to_come), to_come));
  if (late > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d late", "%d late", (gulong) late), late));
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  add_sentence (text, ngettext ("%d deadline:", "%d deadlines:", (gulong) n), n);
  add_sentence (text, "%s.", list);
  return g_string_free (text, FALSE);
}

static void
describe_month (StyrWheel *self, int month, const GArray *dots)
{
  StyrNode *node = &styr_scene_peek (self->scene, self->phases->len + (guint) month - 1)->node;
  GString *text = g_string_new (NULL);
  int counts[STYR_STATE_LATE + 1] = { 0 };
  int n = 0;

  for (guint i = 0; i < dots->len; i++)
    {
      const StyrDeadlineDot *dot = &g_array_index (dots, StyrDeadlineDot, i);

      if (dot->month != month)
        continue;
      counts[dot->state] += dot->n;
      n += dot->n;
    }
  node->label = g_strdup (styr_wheel_get_month_short (month));
  node->accessible_name = g_strdup (styr_wheel_get_month_name (month));
  node->summary = n == 0 ? g_strdup (_ ("No deadlines.")) : dup_deadlines (n, counts);
  add_sentence (text, _ ("Month %d of 12 in the ring."), month);
  add_sentence (text, "%s", node->summary);
  node->accessible_description = g_string_free (text, FALSE);
}

static char *
describe_scene (StyrWheel *self)
{
  GString *text = g_string_new (NULL);

  if (self->title != NULL)
    add_sentence (text, _ ("Quality wheel: %s."), self->title);
  else
    add_sentence (text, "%s", _ ("Quality wheel."));
  if (self->overview != NULL)
    {
      StyrCompletion total = styr_overview_get_total (self->overview);

      add_sentence (text,
                    _ ("In %d, %d of %d done."),
                    styr_overview_get_year (self->overview),
                    total.done,
                    total.total);
    }
  for (guint i = 0; i < self->phases->len; i++)
    {
      const StyrNode *node = styr_scene_get_node (self->scene, i);

      add_sentence (text, "%s: %s", node->accessible_name, node->accessible_description);
    }
  if (self->overview != NULL && styr_overview_get_leaps (self->overview)->len > 0)
    {
      guint n = styr_overview_get_leaps (self->overview)->len;

      add_sentence (text,
                    ngettext ("%u implemented innovation lifts the next year.",
                              "%u implemented innovations lift the next year.",
                              n),
                    n);
    }
  return g_string_free (text, FALSE);
}

/** Writes names and descriptions of the nodes, and the text that stands for the whole picture. */
void
styr_wheel_add_words (StyrWheel *self)
{
  g_autoptr (GArray) dots = styr_wheel_dup_dots (self);

  for (guint i = 0; i < self->phases->len; i++)
    describe_phase (self, i);
  for (int month = 1; month <= 12; month++)
    describe_month (self, month, dots);
  self->scene->alt_text = describe_scene (self);
}
