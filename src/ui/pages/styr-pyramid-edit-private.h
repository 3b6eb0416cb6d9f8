/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model-pane.h"
#include "styr-places.h"
#include "styr-pyramid-edit.h"

G_BEGIN_DECLS

/* Editing in the picture is one widget in four files: styr-pyramid-edit.c (the widget, what it
 * shows), -actions.c (what can be done), -drag.c (the pointer), -place.c (where it points). This
 * header is for them only. */
struct _StyrPyramidEdit
{
  GtkWidget parent_instance;

  StyrWorkspace *workspace;
  StyrDiagramView *view; /* borrowed: a part of the same page */
  char *picture_id;
  GtkWidget *about_block; /* the tools that are about the selected block */
  GtkWidget *toggle, *box, *message, *new_version, *pane, *details;
  GtkWidget *popover, *entry;
  GtkEventController *keys;
  GtkGesture *drag, *click;
  GtkEventController *motion;
  const char *cursor; /* name of the cursor over the picture; static */
  gboolean active;
  gboolean opening; /* the pane opens with the wanted block */
  guint follow_id;  /* the form of the block that the keyboard is at is about to be shown */
  char *wanted;     /* id of the block that the keyboard goes to when the picture shows it */
  char *connecting; /* id of the block from which a connector is being drawn; NULL = none */
  /* while a block is dragged */
  StyrScene *scene;             /* as it was when the drag began */
  char *dragged, *dragged_node; /* id of the block, and of its node in the picture */
  StyrPoint start, pointer;     /* in the scene; in the widget */
  gboolean fitted;              /* the picture followed the window when the drag began ... */
  StyrPoint origin;             /* ... and stood so in it */
  double scale;
  guint scroll_id;
  gboolean is_connector;
  char *target_axis, *target_level;
  int target_index;
};

/* styr-pyramid-edit.c */
void styr_pyramid_edit_tell (StyrPyramidEdit *self, const char *text);
char *styr_pyramid_edit_dup_places_path (StyrPyramidEdit *self);
StyrPlaces *styr_pyramid_edit_dup_places (StyrPyramidEdit *self);
char *styr_pyramid_edit_dup_selected (StyrPyramidEdit *self);
void styr_pyramid_edit_set_connecting (StyrPyramidEdit *self, const char *block);
void styr_pyramid_edit_choose_block (StyrPyramidEdit *self, const char *block, gboolean open);
void styr_pyramid_edit_focus_block (StyrPyramidEdit *self, const char *block);

/* styr-pyramid-edit-actions.c */
void styr_pyramid_edit_install_actions (GtkWidgetClass *widget_class);
void styr_pyramid_edit_add_keys (StyrPyramidEdit *self);
gboolean
styr_pyramid_edit_write_places (StyrPyramidEdit *self, StyrPlaces *places, const char *block);
void styr_pyramid_edit_connect_to (StyrPyramidEdit *self, const char *from, const char *to);
void styr_pyramid_edit_ask_block (StyrPyramidEdit *self,
                                  const GdkRectangle *at,
                                  const char *axis,
                                  const char *level);

/* styr-pyramid-edit-place.c */
gboolean styr_pyramid_edit_find_place (StyrPyramidEdit *self,
                                       StyrScene *scene,
                                       const StyrPoint *point,
                                       const char *block,
                                       char **axis,
                                       char **level,
                                       int *index);

/* styr-pyramid-edit-drag.c */
void styr_pyramid_edit_add_drag (StyrPyramidEdit *self);
void styr_pyramid_edit_set_pointer (StyrPyramidEdit *self, gboolean active);
void styr_pyramid_edit_cancel_drag (StyrPyramidEdit *self, gboolean restore);

G_END_DECLS
