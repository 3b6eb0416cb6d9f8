/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-palette.h"
#include "styr-scene.h"

G_BEGIN_DECLS

/** Writes the scene on white to a .svg, .pdf or .png (by the name's ending) through a temporary
 * file beside it, then replaces the target. */
gboolean styr_picture_file_write (StyrScene *scene,
                                  const char *base_tint,
                                  const char *path,
                                  const char *title,
                                  const char *date,
                                  GError **error);
GBytes *styr_picture_to_png (StyrScene *scene, const char *base_tint, double scale, GError **error);

G_END_DECLS
