/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-view.h"

G_BEGIN_DECLS

const StyrRegisterKind *styr_documents_register_get_kind (void);
GPtrArray *styr_documents_register_new_list (StyrWorkspace *workspace);
gboolean
styr_documents_register_export_list (StyrWorkspace *workspace, const char *path, GError **error);

G_END_DECLS
