/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *styr_document_card_view_new (StyrEditSession *session);
const char *styr_document_card_view_find_title (const char *column);

G_END_DECLS
