/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace.h"

G_BEGIN_DECLS

#define STYR_TYPE_VERSION_BAR (styr_version_bar_get_type ())
/** Says that another version of the model than the one in force is shown, with the way back; not
 * there otherwise. Property: "workspace". */
G_DECLARE_FINAL_TYPE (StyrVersionBar, styr_version_bar, STYR, VERSION_BAR, AdwBin)

G_END_DECLS
