/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_SEARCH_WINDOW (styr_search_window_get_type ())
/** Ctrl+K: one field that finds pages, commands, units, documents and what is written in them. */
G_DECLARE_FINAL_TYPE (StyrSearchWindow, styr_search_window, STYR, SEARCH_WINDOW, AdwWindow)

GtkWindow *styr_search_window_new (GtkWindow *parent, StyrWorkspace *workspace);

G_END_DECLS
