/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

const StyrRegisterKind *styr_decisions_register_get_kind (void);
const StyrRegisterKind *styr_commissions_register_get_kind (void);

G_END_DECLS
