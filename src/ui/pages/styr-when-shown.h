/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*StyrShownFunc) (gpointer widget);

void styr_when_shown (gpointer widget, StyrShownFunc refresh);

G_END_DECLS
