/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

/** A page of the window: what the sidebar, the search and the shortcuts know of it. */
typedef struct
{
  const char *id;    /* the parameter of win.show-page */
  const char *title; /* untranslated: styr_page_get_title() */
  const char *group; /* untranslated: styr_page_get_group() */
  const char *icon;
  const char *picture; /* what win.export-picture exports, or NULL */
  const char *help;    /* help page */
  GtkWidget *(*create) (StyrWorkspace *workspace);
  gboolean ahead; /* made before it is asked for; not if it makes every change dearer */
} StyrPage;

const StyrPage *styr_pages_get (guint *n_pages);
const StyrPage *styr_pages_find (const char *id);
const char *styr_page_get_title (const StyrPage *page);
const char *styr_page_get_group (const StyrPage *page);

G_END_DECLS
