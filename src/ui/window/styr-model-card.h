/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_MODEL_CARD (styr_model_card_get_type ())
/** A wide button of the first run: a picture or icon, a title and what it is. */
G_DECLARE_FINAL_TYPE (StyrModelCard, styr_model_card, STYR, MODEL_CARD, GtkButton)

GtkWidget *styr_model_card_new (const char *icon_name, const char *title, const char *text);
void styr_model_card_set_picture (StyrModelCard *self, GBytes *png, const char *alternative_text);

G_END_DECLS
