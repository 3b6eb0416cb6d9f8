/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-edit-private.h"

#include <glib/gi18n-lib.h>

/* Nearer to a block's upper or lower edge than this share of its height, an empty level between it
 * and its neighbour is meant. */
#define EDGE_SHARE 0.25

/*
 * The pointer in the picture that is being changed. A block that is dragged is shown in its new
 * place all the while: the picture is laid out with it there. Where the pointer is, is judged by
 * the picture as it was when the drag began, so nothing flickers. The handle at the selected
 * block's corner draws a connector instead.
 */

static double
distance (const StyrRect *rect, const StyrPoint *point)
{
  double dx = MAX (MAX (rect->x - point->x, point->x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - point->y, point->y - rect->y - rect->height), 0);

  return dx * dx + dy * dy;
}

/* The block's node that is nearest to a point; -1 when there is none but @block itself. */
static int
find_nearest (StyrScene *scene, const StyrPoint *point, const char *block, JsonArray *places)
{
  int nearest = -1;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    {
      const StyrNode *node = styr_scene_get_node (scene, i);
      double here = styr_scene_node_contains (scene, i, point->x, point->y)
                        ? 0
                        : distance (&node->bounds, point) + 1;

      if (g_strcmp0 (node->source, block) == 0 || styr_places_find (places, node->source) == NULL ||
          here >= least)
        continue;
      least = here;
      nearest = (int) i;
    }
  return nearest;
}

/* The extent of what stands in the shape. */
static gboolean
get_middle (StyrScene *scene, JsonArray *places, StyrRect *area)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    {
      const StyrNode *node = styr_scene_get_node (scene, i);
      JsonObject *place = styr_places_find (places, node->source);

      if (place == NULL || g_strcmp0 (json_object_get_string_member (place, "axis"), "middle") != 0)
        continue;
      left = MIN (left, node->bounds.x);
      right = MAX (right, node->bounds.x + node->bounds.width);
      top = MIN (top, node->bounds.y);
      bottom = MAX (bottom, node->bounds.y + node->bounds.height);
    }
  *area = (StyrRect){ left, top, right - left, bottom - top };
  return right > left;
}

static int
count_before (JsonArray *places, const char *target, const char *block)
{
  JsonObject *moved = styr_places_find (places, block);
  JsonObject *place = styr_places_find (places, target);
  int index = styr_places_get_index (places, target);
  const char *axis = json_object_get_string_member (place, "axis");
  gboolean same =
      moved != NULL && g_str_equal (json_object_get_string_member (moved, "axis"), axis) &&
      (!g_str_equal (axis, "middle") ||
       g_strcmp0 (json_object_get_string_member_with_default (moved, "level", NULL),
                  json_object_get_string_member_with_default (place, "level", NULL)) == 0);

  return index - (same && styr_places_get_index (places, block) < index ? 1 : 0);
}

static gboolean
is_empty_level (JsonArray *places, const char *level)
{
  for (guint i = 0; i < json_array_get_length (places); i++)
    {
      JsonObject *place = json_array_get_object_element (places, i);

      if (g_str_equal (json_object_get_string_member (place, "axis"), "middle") &&
          g_strcmp0 (json_object_get_string_member_with_default (place, "level", NULL), level) == 0)
        return FALSE;
    }
  return TRUE;
}

/* The level beside @level that no block stands in, if there is one: a picture doesn't show it, so
 * the edge towards it is the only place to drop on. */
static const char *
find_empty_level (StyrPyramidEdit *self, JsonArray *places, const char *level, int step)
{
  JsonNode *node = styr_model_peek (self->workspace, "levels");
  JsonArray *levels = node != NULL ? json_node_get_array (node) : NULL;
  int n = levels != NULL ? (int) json_array_get_length (levels) : 0;

  for (int i = 0; i < n; i++)
    if (g_strcmp0 (
            json_object_get_string_member (json_array_get_object_element (levels, (guint) i), "id"),
            level) == 0)
      {
        const char *other =
            i + step >= 0 && i + step < n
                ? json_object_get_string_member (
                      json_array_get_object_element (levels, (guint) (i + step)), "id")
                : NULL;

        return other != NULL && is_empty_level (places, other) ? other : NULL;
      }
  return NULL;
}

static void
set_place (char **axis_out, char **level_out, const char *axis, const char *level)
{
  *axis_out = g_strdup (axis);
  *level_out = g_strdup (g_str_equal (axis, "base") ? NULL : level);
}

/* Beside or under the shape, where no block stands yet. */
static const char *
find_outside (const StyrRect *middle, const StyrPoint *point, const char *axis)
{
  if (point->y > middle->y + middle->height + 8 && point->x > middle->x &&
      point->x < middle->x + middle->width)
    return "base";
  if (!g_str_equal (axis, "middle"))
    return axis;
  if (point->x < middle->x - 24)
    return "left";
  return point->x > middle->x + middle->width + 24 ? "right" : axis;
}

/**
 * styr_pyramid_edit_find_place:
 * @scene: the picture
 * @point: a point in it
 * @block: (nullable): the block that is to come there
 * @axis: (out) (transfer full), @level: (out) (transfer full) (nullable), @index: (out): the place
 *
 * Judges which place a point in the picture means.
 *
 * Returns: FALSE when the picture has no places to go by
 */
gboolean
styr_pyramid_edit_find_place (StyrPyramidEdit *self,
                              StyrScene *scene,
                              const StyrPoint *point,
                              const char *block,
                              char **axis,
                              char **level,
                              int *index)
{
  JsonArray *places = styr_pyramid_edit_dup_places (self);
  const StyrNode *node;
  StyrRect middle;
  JsonObject *place;
  const char *near_axis, *near_level, *wanted, *empty = NULL;
  int nearest = places != NULL ? find_nearest (scene, point, block, places) : -1;
  double in_height;

  if (nearest < 0)
    {
      g_clear_pointer (&places, json_array_unref);
      return FALSE;
    }
  node = styr_scene_get_node (scene, (guint) nearest);
  place = styr_places_find (places, node->source);
  near_axis = json_object_get_string_member (place, "axis");
  near_level = json_object_get_string_member_with_default (place, "level", NULL);
  wanted =
      get_middle (scene, places, &middle) ? find_outside (&middle, point, near_axis) : near_axis;
  in_height = (point->y - node->bounds.y) / MAX (node->bounds.height, 1);
  if (g_str_equal (wanted, "middle") && in_height < EDGE_SHARE)
    empty = find_empty_level (self, places, near_level, -1);
  else if (g_str_equal (wanted, "middle") && in_height > 1 - EDGE_SHARE)
    empty = find_empty_level (self, places, near_level, 1);
  set_place (axis, level, wanted, empty != NULL ? empty : near_level);
  if (!g_str_equal (wanted, near_axis) || empty != NULL)
    *index = G_MAXINT;
  else
    {
      gboolean upright = g_str_equal (wanted, "left") || g_str_equal (wanted, "right");
      gboolean after =
          upright ? in_height > 0.5 : point->x > node->bounds.x + node->bounds.width / 2;

      *index = count_before (places, node->source, block != NULL ? block : "") + (after ? 1 : 0);
    }
  json_array_unref (places);
  return TRUE;
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
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *places = styr_pyramid_edit_dup_places (self);
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (StyrScene) scene = NULL;
  const StyrPicture *picture;

  styr_places_move (
      places, self->dragged, self->target_axis, self->target_level, self->target_index);
  json_node_take_array (node, places);
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
drag_to (StyrPyramidEdit *self, const StyrPoint *point)
{
  g_autofree char *axis = NULL;
  g_autofree char *level = NULL;
  int index;

  if (!styr_pyramid_edit_find_place (
          self, self->scene, point, self->dragged, &axis, &level, &index) ||
      (g_strcmp0 (axis, self->target_axis) == 0 && g_strcmp0 (level, self->target_level) == 0 &&
       index == self->target_index))
    return;
  g_free (self->target_axis);
  g_free (self->target_level);
  self->target_axis = g_steal_pointer (&axis);
  self->target_level = g_steal_pointer (&level);
  self->target_index = index;
  tell_place (self);
  preview (self);
}

/* The gesture */

static void
end (StyrPyramidEdit *self)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);

  styr_canvas_set_line (canvas, NULL, NULL);
  gtk_widget_set_cursor (GTK_WIDGET (canvas), NULL);
  g_clear_pointer (&self->scene, styr_scene_unref);
  g_clear_pointer (&self->dragged, g_free);
  g_clear_pointer (&self->target_axis, g_free);
  g_clear_pointer (&self->target_level, g_free);
  self->is_connector = FALSE;
  styr_pyramid_edit_tell (self, NULL);
}

static void
drag_begin_cb (StyrPyramidEdit *self, double x, double y)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);
  StyrScene *scene = styr_canvas_get_scene (canvas);
  int index;

  g_clear_pointer (&self->dragged, g_free);
  if (scene == NULL)
    return;
  styr_canvas_get_point (canvas, x, y, &self->start);
  self->is_connector = styr_canvas_is_handle (canvas, x, y);
  index = self->is_connector
              ? styr_scene_find_node (scene, styr_diagram_view_get_selected (self->view))
              : styr_scene_hit (scene, self->start.x, self->start.y);
  if (index < 0)
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = g_strdup (styr_scene_get_node (scene, (guint) index)->source);
}

static void
drag_update_cb (StyrPyramidEdit *self, double dx, double dy)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);
  StyrPoint point;
  double x, y;

  if (self->dragged == NULL)
    return;
  if (self->scene == NULL)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (canvas), 0, 0, (int) dx, (int) dy))
        return;
      self->scene = styr_scene_ref (styr_canvas_get_scene (canvas));
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas),
                                       self->is_connector ? "crosshair" : "grabbing");
    }
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y);
  styr_canvas_get_point (canvas, x + dx, y + dy, &point);
  if (self->is_connector)
    styr_canvas_set_line (canvas, &self->start, &point);
  else
    drag_to (self, &point);
}

static void
finish_connector (StyrPyramidEdit *self, const StyrPoint *point)
{
  int index = styr_scene_hit (self->scene, point->x, point->y);
  const char *to = index >= 0 ? styr_scene_get_node (self->scene, (guint) index)->source : NULL;

  if (to != NULL && g_strcmp0 (to, self->dragged) != 0)
    styr_pyramid_edit_connect_to (self, self->dragged, to);
}

static void
drag_end_cb (StyrPyramidEdit *self, double dx, double dy)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);
  JsonArray *places = NULL;
  StyrPoint point;
  double x, y;

  if (self->dragged == NULL || self->scene == NULL)
    return;
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y);
  styr_canvas_get_point (canvas, x + dx, y + dy, &point);
  if (self->is_connector)
    finish_connector (self, &point);
  else if (self->target_axis != NULL && (places = styr_pyramid_edit_dup_places (self)) != NULL)
    {
      styr_places_move (
          places, self->dragged, self->target_axis, self->target_level, self->target_index);
      if (!styr_pyramid_edit_write_places (self, places, self->dragged))
        styr_diagram_view_set_scene (self->view, self->scene, NULL);
      json_array_unref (places);
    }
  end (self);
}

static void
cancel_cb (StyrPyramidEdit *self)
{
  if (self->scene != NULL && self->target_axis != NULL)
    styr_diagram_view_set_scene (self->view, self->scene, NULL);
  end (self);
}

/* A double click where no block stands: a new one there. */
static void
pressed_cb (StyrPyramidEdit *self, int n_press, double x, double y)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);
  StyrScene *scene = styr_canvas_get_scene (canvas);
  g_autofree char *axis = NULL;
  g_autofree char *level = NULL;
  StyrPoint point;
  int index;

  if (n_press != 2 || scene == NULL)
    return;
  styr_canvas_get_point (canvas, x, y, &point);
  if (styr_scene_hit (scene, point.x, point.y) < 0 &&
      styr_pyramid_edit_find_place (self, scene, &point, NULL, &axis, &level, &index))
    styr_pyramid_edit_ask_block (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 }, axis, level);
}

/** Gives the picture what the pointer does while the model is changed. */
void
styr_pyramid_edit_add_drag (StyrPyramidEdit *self)
{
  GtkWidget *canvas = GTK_WIDGET (styr_diagram_view_get_canvas (self->view));

  self->drag = gtk_gesture_drag_new ();
  self->click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_NONE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_NONE);
  g_signal_connect_object (
      self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (self->click));
}
