/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Does the thing once; what it needs is in @data. */
typedef void (*BenchFunc) (gpointer data);

double bench_median (BenchFunc func, gpointer data, guint rounds);
void bench_report (const char *what, double ms, double reference_ms, const char *reference);
guint bench_rounds (int argc, char **argv, guint rounds);

G_END_DECLS
