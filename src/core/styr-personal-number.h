/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean styr_text_has_personal_number (const char *text);

G_END_DECLS
