/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-window.h"

G_BEGIN_DECLS

/** The real window over a database of its own. */
typedef struct
{
  char *folder, *path;
  StyrWindow *window;
} WindowFixture;

void window_fixture_set_up (WindowFixture *fixture, gboolean with_example);
void window_fixture_tear_down (WindowFixture *fixture);
StyrWorkspace *window_fixture_get_workspace (WindowFixture *fixture);
GtkWidget *window_fixture_get_child (gpointer widget, const char *id);
const char *window_fixture_get_shown (WindowFixture *fixture);
GtkWidget *window_fixture_find_button (GtkWidget *root, const char *label);
void window_fixture_click (GtkWidget *button);
GtkWindow *window_fixture_find_dialog (GType type);
void window_fixture_settle (guint milliseconds);
char *window_fixture_find_document (WindowFixture *fixture, guint index);

G_END_DECLS
