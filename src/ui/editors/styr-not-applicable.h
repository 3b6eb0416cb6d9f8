/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-field-row.h"

G_BEGIN_DECLS

void styr_not_applicable_attach (StyrFieldRow *row,
                                 StyrEditSession *session,
                                 const char *owner_id,
                                 const char *field,
                                 const char *title);

G_END_DECLS
