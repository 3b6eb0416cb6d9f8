/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_DIAGRAM_PAGE (styr_diagram_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (StyrDiagramPage, styr_diagram_page, STYR, DIAGRAM_PAGE, AdwBin)

/**
 * StyrDiagramPageClass:
 * @update: shows the workspace as it is now; @turned says that another unit or year is looked at
 */
struct _StyrDiagramPageClass
{
  AdwBinClass parent_class;

  void (*update) (StyrDiagramPage *self, gboolean turned);
};

void styr_diagram_page_prepare (StyrDiagramPage *self);
StyrWorkspace *styr_diagram_page_get_workspace (StyrDiagramPage *self);
const char *styr_diagram_page_get_tint (StyrDiagramPage *self);
void styr_diagram_page_set_title (StyrDiagramPage *self, const char *title);
void styr_diagram_page_set_subtitle (StyrDiagramPage *self, const char *subtitle);

G_END_DECLS
