/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/**
 * A database being opened in a thread of its own, so that the start reads it while the toolkit gets
 * going. Nobody else has the workspace until it is finished.
 */
typedef struct _StyrOpening StyrOpening;

StyrOpening *styr_opening_start (const char *path);
StyrWorkspace *styr_opening_finish (StyrOpening *self, GError **error);

G_END_DECLS
