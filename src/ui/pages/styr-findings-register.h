/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

guint styr_findings_register_count_rules (StyrWorkspace *workspace);
const StyrRegisterKind *styr_findings_register_get_kind (StyrWorkspace *workspace);

G_END_DECLS
