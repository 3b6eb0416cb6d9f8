/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** One action with its key, as the accelerators, the shortcuts window and the search know it. */
typedef struct
{
  const char *group;  /* untranslated */
  const char *title;  /* untranslated */
  const char *action; /* detailed action, or NULL for keys that a page handles itself */
  const char *keys;   /* accelerators, separated by a space, or NULL */
  const char *icon;   /* the search offers it with this icon; NULL = not there */
} StyrShortcut;

const StyrShortcut *styr_shortcuts_get (guint *n_shortcuts);
void styr_shortcuts_install (GtkApplication *application);
GtkWindow *styr_shortcuts_new_window (GtkWindow *parent);

G_END_DECLS
