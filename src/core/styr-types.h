/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _StyrModel StyrModel;
typedef struct _StyrRecord StyrRecord;
typedef struct _StyrDossier StyrDossier;
typedef struct _StyrTable StyrTable;

G_END_DECLS
