/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

void styr_register_mark_show (GtkWidget *button, const StyrRegisterMark *mark, guint count);

G_END_DECLS
