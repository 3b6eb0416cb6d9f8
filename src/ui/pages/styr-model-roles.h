/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-workspace-model.h"

G_BEGIN_DECLS

GtkWidget *styr_model_roles_make_statements (StyrModel *model);
GtkWidget *styr_model_roles_make_roles (StyrWorkspace *workspace);
gboolean styr_model_roles_export (StyrWorkspace *workspace,
                                  const char *role_id,
                                  const char *path,
                                  GError **error);

G_END_DECLS
