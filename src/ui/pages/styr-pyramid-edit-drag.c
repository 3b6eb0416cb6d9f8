/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-edit-private.h"

#include <glib/gi18n-lib.h>

/* How often a picture larger than the window comes along with what is carried to its edge */
#define SCROLL_MS 30

/*
 * The pointer in the picture that is being changed. A block that is dragged is shown in its new
 * place all the while: the picture is laid out with it there. Where the pointer is, is judged by
 * the picture as it was when the drag began, so nothing flickers. The handle at the selected
 * block draws a connector instead.
 */

static StyrCanvas *
get_canvas (StyrPyramidEdit *self)
{
  return styr_diagram_view_get_canvas (self->view);
}

static void
set_cursor (StyrPyramidEdit *self, const char *name)
{
  if (self->cursor == name)
    return;
  self->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (get_canvas (self)), name);
}

/* The picture as it was when the drag began stood somewhere else if it was fitted: with a block in
 * another place it may be wider or higher. */
static void
get_point (StyrPyramidEdit *self, double x, double y, StyrPoint *point)
{
  if (self->scene != NULL && self->fitted)
    *point = (StyrPoint){ self->origin.x + x / self->scale, self->origin.y + y / self->scale };
  else
    styr_canvas_get_point (get_canvas (self), x, y, point);
}

static gboolean
has_place (StyrPyramidEdit *self, const char *block)
{
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);

  return block != NULL && places != NULL && styr_places_find (places, block) != NULL;
}

/* Showing the new place */

static void
tell_place (StyrPyramidEdit *self)
{
  g_autofree char *level =
      styr_model_name_of_reference (self->workspace, "levels", self->target_level);
  const char *where = styr_choice_get_title ("axis", self->target_axis);
  g_autofree char *text = NULL;

  if (level != NULL)
    /* Translators: while a block is dragged: where (in the shape), level */
    text = g_strdup_printf (_ ("New place: %s, %s"), where, level);
  else
    text = g_strdup_printf (_ ("New place: %s"), where);
  styr_pyramid_edit_tell (self, text);
}

static void
preview (StyrPyramidEdit *self)
{
  g_autofree char *path = styr_pyramid_edit_dup_places_path (self);
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_peek (self->workspace, ""));
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (StyrScene) scene = NULL;
  const StyrPicture *picture;

  styr_places_move (
      places, self->dragged, self->target_axis, self->target_level, self->target_index);
  node = styr_places_to_json (places);
  if (!styr_model_edit_set (root, path, node, NULL))
    return;
  model = styr_model_new_from_json (root, NULL);
  if (model == NULL)
    return;
  picture = styr_model_find_picture (model, self->picture_id);
  scene =
      styr_picture_layout (model, self->picture_id, styr_workspace_get_overview (self->workspace));
  styr_diagram_view_set_scene (self->view, scene, picture != NULL ? picture->base_tint : NULL);
}

static void
show_as_it_was (StyrPyramidEdit *self, StyrScene *scene)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  const StyrPicture *picture =
      model != NULL ? styr_model_find_picture (model, self->picture_id) : NULL;

  styr_diagram_view_set_scene (self->view, scene, picture != NULL ? picture->base_tint : NULL);
}

static void
clear_target (StyrPyramidEdit *self)
{
  g_clear_pointer (&self->target_axis, g_free);
  g_clear_pointer (&self->target_level, g_free);
}

/* There is nowhere to drop it: the block is shown where it was. */
static void
stay (StyrPyramidEdit *self, const char *text)
{
  styr_pyramid_edit_tell (self, text);
  if (self->target_axis == NULL)
    return;
  clear_target (self);
  show_as_it_was (self, self->scene);
}

static gboolean
stands_at (StyrPyramidEdit *self, const char *axis, const char *level, int index)
{
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);
  JsonObject *place = places != NULL ? styr_places_find (places, self->dragged) : NULL;

  return place != NULL && g_strcmp0 (json_object_get_string_member (place, "axis"), axis) == 0 &&
         g_strcmp0 (json_object_get_string_member_with_default (place, "level", NULL), level) ==
             0 &&
         styr_places_get_index (places, self->dragged) == index;
}

static void
drag_to (StyrPyramidEdit *self, const StyrPoint *point)
{
  g_autofree char *axis = NULL;
  g_autofree char *level = NULL;
  int index;

  set_cursor (self, "grabbing");
  if (!styr_pyramid_edit_find_place (
          self, self->scene, point, self->dragged, &axis, &level, &index) ||
      (g_strcmp0 (axis, self->target_axis) == 0 && g_strcmp0 (level, self->target_level) == 0 &&
       index == self->target_index))
    return;
  if (stands_at (self, axis, level, index))
    {
      stay (self, _ ("The block stays where it was."));
      return;
    }
  clear_target (self);
  self->target_axis = g_steal_pointer (&axis);
  self->target_level = g_steal_pointer (&level);
  self->target_index = index;
  tell_place (self);
  preview (self);
}

/* The block under the pointer; NULL = none but the one that the connector comes from. */
static const StyrNode *
find_end (StyrPyramidEdit *self, StyrScene *scene, const StyrPoint *point, const char *from)
{
  int index = styr_scene_hit (scene, point->x, point->y);
  const StyrNode *node = index >= 0 ? styr_scene_get_node (scene, (guint) index) : NULL;

  return node != NULL && g_strcmp0 (node->source, from) != 0 && has_place (self, node->source)
             ? node
             : NULL;
}

static void
draw_line_to (StyrPyramidEdit *self, const StyrPoint *point)
{
  const StyrNode *end = find_end (self, self->scene, point, self->dragged);
  g_autofree char *from = styr_model_name_of_reference (self->workspace, "blocks", self->dragged);
  g_autofree char *to =
      end != NULL ? styr_model_name_of_reference (self->workspace, "blocks", end->source) : NULL;
  g_autofree char *text = NULL;

  if (to != NULL)
    /* Translators: while a connector is drawn: from block, to block */
    text = g_strdup_printf (_ ("New connector: %s → %s"), from, to);
  else
    text = g_strdup_printf (
        _ ("From %s: choose the block that the connector leads to. Esc cancels."), from);
  set_cursor (self, "crosshair");
  styr_pyramid_edit_tell (self, text);
  styr_canvas_set_carried (get_canvas (self), end != NULL ? end->id : self->dragged_node);
  styr_canvas_set_line (get_canvas (self), &self->start, point);
}

static gboolean
is_outside (StyrPyramidEdit *self)
{
  GtkWidget *canvas = GTK_WIDGET (get_canvas (self));

  return self->pointer.x < 0 || self->pointer.y < 0 ||
         self->pointer.x > gtk_widget_get_width (canvas) ||
         self->pointer.y > gtk_widget_get_height (canvas);
}

static void
follow (StyrPyramidEdit *self)
{
  StyrPoint point;

  get_point (self, self->pointer.x, self->pointer.y, &point);
  if (self->is_connector)
    draw_line_to (self, &point);
  else if (is_outside (self))
    {
      set_cursor (self, "not-allowed");
      stay (self, _ ("Outside the picture: the block stays where it was."));
    }
  else
    drag_to (self, &point);
}

static gboolean
scroll_cb (gpointer user_data)
{
  StyrPyramidEdit *self = user_data;

  if (!is_outside (self) &&
      styr_canvas_scroll_at (get_canvas (self), self->pointer.x, self->pointer.y))
    follow (self);
  return G_SOURCE_CONTINUE;
}

/* The gesture */

static void
end (StyrPyramidEdit *self)
{
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  styr_canvas_set_line (get_canvas (self), NULL, NULL);
  styr_canvas_set_carried (get_canvas (self), NULL);
  set_cursor (self, NULL);
  g_clear_pointer (&self->scene, styr_scene_unref);
  g_clear_pointer (&self->dragged, g_free);
  g_clear_pointer (&self->dragged_node, g_free);
  clear_target (self);
  self->is_connector = FALSE;
  styr_pyramid_edit_tell (self, NULL);
}

/**
 * styr_pyramid_edit_cancel_drag:
 * @restore: whether the picture isn't laid out anew anyhow
 *
 * Lets go of what is dragged, as if nothing had been.
 */
void
styr_pyramid_edit_cancel_drag (StyrPyramidEdit *self, gboolean restore)
{
  g_autoptr (StyrScene) scene = NULL;

  if (self->scene == NULL)
    return;
  scene = restore && self->target_axis != NULL ? styr_scene_ref (self->scene) : NULL;
  end (self);
  /* the button is still down; what it does now is nobody's */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  if (scene != NULL)
    show_as_it_was (self, scene);
}

static void
drag_begin_cb (StyrPyramidEdit *self, double x, double y)
{
  StyrCanvas *canvas = get_canvas (self);
  StyrScene *scene = styr_canvas_get_scene (canvas);
  const StyrNode *node;
  int index = -1;

  g_clear_pointer (&self->dragged, g_free);
  g_clear_pointer (&self->dragged_node, g_free);
  if (scene != NULL)
    {
      styr_canvas_get_point (canvas, x, y, &self->start);
      self->is_connector = styr_canvas_is_handle (canvas, x, y);
      index = self->is_connector ? styr_scene_find_node (scene, styr_canvas_get_focused (canvas))
                                 : styr_scene_hit (scene, self->start.x, self->start.y);
    }
  node = index >= 0 ? styr_scene_get_node (scene, (guint) index) : NULL;
  if (node == NULL || !has_place (self, node->source))
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = g_strdup (node->source);
  self->dragged_node = g_strdup (node->id);
}

static void
lift (StyrPyramidEdit *self)
{
  StyrCanvas *canvas = get_canvas (self);

  /* The keyboard comes along: Esc lets go, and afterwards it is at the block that was moved. What
   * was being typed in the form is saved thereby, before the picture is remembered. */
  styr_canvas_focus_node (canvas, self->dragged_node);
  if (self->dragged == NULL)
    return;
  self->fitted = styr_canvas_is_fitted (canvas);
  styr_canvas_get_point (canvas, 0, 0, &self->origin);
  self->scale = styr_canvas_get_zoom (canvas);
  self->scene = styr_scene_ref (styr_canvas_get_scene (canvas));
  styr_canvas_set_carried (canvas, self->dragged_node);
  self->scroll_id = g_timeout_add (SCROLL_MS, scroll_cb, self);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (StyrPyramidEdit *self, double dx, double dy)
{
  double x, y;

  if (self->dragged == NULL)
    return;
  if (self->scene == NULL)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (get_canvas (self)), 0, 0, (int) dx, (int) dy))
        return;
      lift (self);
      if (self->scene == NULL)
        return;
    }
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y);
  self->pointer = (StyrPoint){ x + dx, y + dy };
  follow (self);
}

static void
drop (StyrPyramidEdit *self)
{
  g_autoptr (StyrPlaces) places = NULL;
  g_autoptr (StyrScene) scene = NULL;
  g_autofree char *block = NULL;

  if (self->target_axis == NULL || (places = styr_pyramid_edit_dup_places (self)) == NULL)
    {
      end (self);
      return;
    }
  styr_places_move (
      places, self->dragged, self->target_axis, self->target_level, self->target_index);
  scene = styr_scene_ref (self->scene);
  block = g_strdup (self->dragged);
  end (self);
  if (!styr_pyramid_edit_write_places (self, places, block))
    show_as_it_was (self, scene);
}

static void
drag_end_cb (StyrPyramidEdit *self, double dx, double dy)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const StyrNode *node;
  StyrPoint point;

  if (self->dragged == NULL || self->scene == NULL)
    return;
  if (!self->is_connector)
    {
      drop (self);
      return;
    }
  get_point (self, self->pointer.x, self->pointer.y, &point);
  node = find_end (self, self->scene, &point, self->dragged);
  from = g_strdup (self->dragged);
  to = node != NULL ? g_strdup (node->source) : NULL;
  end (self);
  if (to != NULL)
    styr_pyramid_edit_connect_to (self, from, to);
}

/* Something else took the pointer: a dialog, another window. */
static void
cancel_cb (StyrPyramidEdit *self)
{
  g_autoptr (StyrScene) scene = NULL;

  if (self->scene == NULL)
    return;
  scene = self->target_axis != NULL ? styr_scene_ref (self->scene) : NULL;
  end (self);
  if (scene != NULL)
    show_as_it_was (self, scene);
}

/* The cursor says what a press would do. */
static void
motion_cb (StyrPyramidEdit *self, double x, double y)
{
  StyrScene *scene = styr_canvas_get_scene (get_canvas (self));
  const StyrNode *node = NULL;
  StyrPoint point;
  int index;

  if (self->scene != NULL || scene == NULL)
    return;
  styr_canvas_get_point (get_canvas (self), x, y, &point);
  index = styr_scene_hit (scene, point.x, point.y);
  if (index >= 0 && has_place (self, styr_scene_get_node (scene, (guint) index)->source))
    node = styr_scene_get_node (scene, (guint) index);
  if (styr_canvas_is_handle (get_canvas (self), x, y) || (node != NULL && self->connecting != NULL))
    set_cursor (self, "crosshair");
  else
    set_cursor (self, node != NULL ? "grab" : NULL);
}

/* A double click where no block stands: a new one there. */
static void
pressed_cb (StyrPyramidEdit *self, int n_press, double x, double y)
{
  StyrScene *scene = styr_canvas_get_scene (get_canvas (self));
  g_autofree char *axis = NULL;
  g_autofree char *level = NULL;
  StyrPoint point;
  int index;

  if (n_press != 2 || scene == NULL)
    return;
  styr_canvas_get_point (get_canvas (self), x, y, &point);
  if (styr_scene_hit (scene, point.x, point.y) < 0 &&
      styr_pyramid_edit_find_place (self, scene, &point, NULL, &axis, &level, &index))
    styr_pyramid_edit_ask_block (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 }, axis, level);
}

/**
 * styr_pyramid_edit_set_pointer:
 * @active: whether the model is changed in the picture
 *
 * Lets the pointer change the picture, or only look at it.
 */
void
styr_pyramid_edit_set_pointer (StyrPyramidEdit *self, gboolean active)
{
  styr_pyramid_edit_cancel_drag (self, TRUE);
  set_cursor (self, NULL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag),
                                              active ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click),
                                              active ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (self->motion,
                                              active ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
}

/** Gives the picture what the pointer does while the model is changed. */
void
styr_pyramid_edit_add_drag (StyrPyramidEdit *self)
{
  GtkWidget *canvas = GTK_WIDGET (get_canvas (self));

  self->drag = gtk_gesture_drag_new ();
  self->click = gtk_gesture_click_new ();
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (
      self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (self->click));
  gtk_widget_add_controller (canvas, self->motion);
  styr_pyramid_edit_set_pointer (self, FALSE);
}
