/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_ITEM_CARD (styr_item_card_get_type ())
G_DECLARE_FINAL_TYPE (StyrItemCard, styr_item_card, STYR, ITEM_CARD, GtkWidget)

/** Gives a card its title as the document is now. (transfer full) */
typedef char *(*StyrTitleFunc) (StyrDossier *dossier, const char *id);

GtkWidget *styr_item_card_new (StyrEditSession *session,
                               const char *kind,
                               const char *id,
                               StyrTitleFunc title);
const char *styr_item_card_get_id (StyrItemCard *self);
void styr_item_card_append (StyrItemCard *self, GtkWidget *child);
void styr_item_card_set_fixed (StyrItemCard *self);
void styr_item_card_set_open (StyrItemCard *self);
void styr_item_card_set_subtitle (StyrItemCard *self, const char *subtitle);

G_END_DECLS
