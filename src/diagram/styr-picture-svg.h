/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *
styr_picture_svg_finish (const GByteArray *drawing, const char *title, const char *description);

G_END_DECLS
