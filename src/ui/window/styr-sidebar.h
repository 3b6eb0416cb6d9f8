/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_SIDEBAR (styr_sidebar_get_type ())
/** The list of pages in their groups. Choosing one activates win.show-page. Property "example"
 * (gboolean): says that the data is an example. */
G_DECLARE_FINAL_TYPE (StyrSidebar, styr_sidebar, STYR, SIDEBAR, GtkBox)

void styr_sidebar_select (StyrSidebar *self, const char *page_id);
void styr_sidebar_set_count (StyrSidebar *self,
                             const char *page_id,
                             guint n_waiting,
                             const char *explanation);

G_END_DECLS
