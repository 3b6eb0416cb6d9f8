/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "styr-paint.h"

G_BEGIN_DECLS

/** Which part of a scene a layer paints. */
typedef enum
{
  STYR_LAYER_BACKGROUND,
  STYR_LAYER_EDGES,
  STYR_LAYER_OVERLAY,
} StyrLayer;

#define STYR_TYPE_CANVAS_LAYER (styr_canvas_layer_get_type ())
G_DECLARE_FINAL_TYPE (StyrCanvasLayer, styr_canvas_layer, STYR, CANVAS_LAYER, GtkWidget)

GtkWidget *styr_canvas_layer_new (StyrLayer layer);
void
styr_canvas_layer_set_scene (StyrCanvasLayer *self, StyrScene *scene, const StyrPalette *palette);
void styr_canvas_layer_set_lit (StyrCanvasLayer *self, int lit);
guint styr_canvas_layer_get_n_paints (StyrCanvasLayer *self);

G_END_DECLS
