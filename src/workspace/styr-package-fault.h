/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Why a file is no model package, in words for whoever chose it. */
char *styr_package_fault_dup_text (const char *path, const GError *cause);

G_END_DECLS
