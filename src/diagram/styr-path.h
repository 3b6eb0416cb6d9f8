/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "styr-scene.h"

G_BEGIN_DECLS

/** An outline or a line in scene coordinates: what is painted and what is hit are the same path. */
typedef struct _StyrPath StyrPath;

StyrPath *styr_path_new (void);
StyrPath *styr_path_new_rounded (const StyrPoint *points, const double *radii, guint n_points);
StyrPath *styr_path_new_rectangle (const StyrRect *rect, double radius);
StyrPath *styr_path_new_circle (double x, double y, double radius);
StyrPath *styr_path_copy (const StyrPath *self);
void styr_path_free (StyrPath *self);
void styr_path_move (StyrPath *self, double x, double y);
void styr_path_line (StyrPath *self, double x, double y);
void
styr_path_curve (StyrPath *self, double x1, double y1, double x2, double y2, double x3, double y3);
void styr_path_arc (StyrPath *self, double x, double y, double radius, double from, double to);
void styr_path_route (StyrPath *self, const StyrPoint *points, guint n_points, double radius);
void styr_path_close (StyrPath *self);
void styr_path_get_bounds (const StyrPath *self, StyrRect *bounds);
gboolean styr_path_contains (const StyrPath *self, double x, double y);
void styr_path_trace (const StyrPath *self, cairo_t *cr);
GArray *styr_path_flatten (const StyrPath *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrPath, styr_path_free)

G_END_DECLS
