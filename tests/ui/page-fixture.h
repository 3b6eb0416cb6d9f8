/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

/** A page in a window over the example municipality in 2024; the window's actions only note their
 * names. */
typedef struct
{
  char *folder;
  StyrWorkspace *workspace;
  GtkWidget *window, *page;
  char *action; /* the window action that was activated last, with its parameter */
} PageFixture;

typedef GtkWidget *(*PageFunc) (StyrWorkspace *workspace);

void page_fixture_set_up (PageFixture *fixture, PageFunc create, gboolean empty);
void page_fixture_tear_down (PageFixture *fixture);
void page_fixture_settle (guint milliseconds);
GtkWidget *page_fixture_find (GtkWidget *root, GType type);
GPtrArray *page_fixture_find_all (GtkWidget *root, GType type);
void page_fixture_activate_node (PageFixture *fixture, const char *node_id);
void page_fixture_answer (const char *response);
char *page_fixture_dup_text (PageFixture *fixture, const char *property);

G_END_DECLS
