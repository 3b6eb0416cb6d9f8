/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_CONTEXT_BAR (styr_context_bar_get_type ())
/** The two drop-downs that say what everything in the window is about: a unit (or the whole
 * municipality) and a year. */
G_DECLARE_FINAL_TYPE (StyrContextBar, styr_context_bar, STYR, CONTEXT_BAR, GtkBox)

void styr_context_bar_set_workspace (StyrContextBar *self, StyrWorkspace *workspace);

G_END_DECLS
