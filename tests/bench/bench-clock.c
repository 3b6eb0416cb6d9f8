/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"

#include <stdlib.h>

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * Returns: the middle of @rounds times of @func, in milliseconds. One round more goes before,
 * unmeasured, to fill the caches.
 */
double
bench_median (BenchFunc func, gpointer data, guint rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (func != NULL && rounds > 0, 0);

  func (data);
  for (guint i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double ms;

      func (data);
      ms = (double) (g_get_monotonic_time () - start) / 1000.0;
      g_array_append_val (times, ms);
    }
  g_array_sort (times, compare_times);
  return g_array_index (times, double, times->len / 2);
}

/** Prints one measurement and how it stands to @reference (a time of something else, or a budget).
 */
void
bench_report (const char *what, double ms, double reference_ms, const char *reference)
{
  g_print ("%-44s %9.3f ms   %6.2f x %s (%.3f ms)\n",
           what,
           ms,
           ms / reference_ms,
           reference,
           reference_ms);
}

/** Returns: the number of rounds given as the first argument, or @rounds */
guint
bench_rounds (int argc, char **argv, guint rounds)
{
  return argc > 1 ? (guint) MAX (1, atoi (argv[1])) : rounds;
}
