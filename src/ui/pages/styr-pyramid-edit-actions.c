/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-edit-private.h"

#include "styr-model-band.h"
#include "styr-model-remove.h"
#include "styr-widget-util.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

/* What can be done in the picture while the model is changed there. */

/** Writes the places of the picture; @block is what moved. */
gboolean
styr_pyramid_edit_write_places (StyrPyramidEdit *self, StyrPlaces *places, const char *block)
{
  g_autofree char *path = styr_pyramid_edit_dup_places_path (self);
  g_autofree char *name = styr_model_name_of_reference (self->workspace, "blocks", block);
  g_autofree char *label = g_strdup_printf (_ ("Model: %s moved"), name);
  g_autoptr (JsonNode) node = styr_places_to_json (places);
  g_autoptr (GError) error = NULL;

  g_free (self->wanted);
  self->wanted = g_strdup (block);
  if (styr_workspace_edit_model (self->workspace, label, NULL, path, node, &error))
    return TRUE;
  g_clear_pointer (&self->wanted, g_free);
  styr_widget_show_error (GTK_WIDGET (self), error->message);
  return FALSE;
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);

  if (block != NULL && places != NULL &&
      styr_places_step (places, block, (StyrStep) g_variant_get_int32 (parameter)))
    styr_pyramid_edit_write_places (self, places, block);
  else
    gtk_widget_error_bell (widget);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);
  g_autofree char *path = NULL;

  if (block == NULL)
    {
      styr_pyramid_edit_tell (self, _ ("Choose a block first."));
      return;
    }
  path = styr_model_path_join ("blocks", block);
  styr_model_remove_ask (
      GTK_WIDGET (styr_diagram_view_get_canvas (self->view)), self->workspace, path);
}

/* Names: a popover at the block, or where a new one will stand */

#define SUBJECT "styr-subject"

/* What is given a name: the block that is there; else a new block with its place, after another; a
 * new level, under another, when there is no axis. */
typedef struct
{
  char *block, *axis, *level, *after;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free (subject->block);
  g_free (subject->axis);
  g_free (subject->level);
  g_free (subject->after);
  g_free (subject);
}

static void
close_popover (StyrPyramidEdit *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
rename_to (StyrPyramidEdit *self, const char *block, const char *name)
{
  g_autofree char *path = g_strdup_printf ("blocks/%s/name", block);
  g_autofree char *label = g_strdup_printf (_ ("Model: %s – %s"), name, C_ ("model", "Name"));
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), name);
  g_autoptr (GError) error = NULL;

  if (!styr_workspace_edit_model (self->workspace, label, path, path, value, &error))
    styr_widget_show_error (GTK_WIDGET (self), error->message);
  else
    styr_pyramid_edit_choose_block (self, block, FALSE);
}

/* The last of the levels is moved to stand after another. */
static void
move_level (JsonNode *node, const char *above)
{
  JsonArray *levels = json_node_get_array (node);
  guint n = json_array_get_length (levels);
  g_autoptr (JsonArray) moved = json_array_new ();
  JsonNode *last = json_array_get_element (levels, n - 1);
  gboolean there = FALSE;

  for (guint i = 0; i + 1 < n; i++)
    {
      JsonObject *level = json_array_get_object_element (levels, i);

      json_array_add_element (moved, styr_json_copy (json_array_get_element (levels, i)));
      if (g_strcmp0 (json_object_get_string_member_with_default (level, "id", NULL), above) != 0)
        continue;
      json_array_add_element (moved, styr_json_copy (last));
      there = TRUE;
    }
  if (there)
    json_node_set_array (node, moved);
}

static void
add_edit (GPtrArray *edits, JsonNode *root, const char *path)
{
  g_ptr_array_add (edits, styr_model_edit_new (path, styr_model_edit_find (root, path)));
}

/* A new place is after that of the block that was chosen, else last. */
static void
add_place (
    StyrPlaces *places, const char *block, const char *axis, const char *level, const char *after)
{
  int index = after != NULL ? styr_places_get_index (places, after) : -1;

  styr_places_add (places, block, axis, level);
  if (index >= 0)
    styr_places_move (places, block, axis, level, index + 1);
}

/* The block and its place are one change. Returns: (transfer full) (nullable): the block's id */
static char *
write_block (StyrPyramidEdit *self, const char *name, const Subject *subject, GError **error)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) styr_model_edit_free);
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_peek (self->workspace, ""));
  g_autoptr (JsonNode) block = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);
  JsonObject *object = json_object_new ();
  g_autofree char *path = styr_pyramid_edit_dup_places_path (self);
  g_autofree char *label = g_strdup_printf (_ ("Model: %s added"), name);
  const char *id;

  json_node_take_object (block, object);
  json_object_set_string_member (object, "name", name);
  json_object_set_string_member (object, "politics", "political");
  if (!styr_model_edit_add (root, "blocks", block, error))
    return NULL;
  /* the copy in the list was given its id */
  id = json_object_get_string_member (object, "id");
  add_edit (edits, root, "blocks");
  if (places != NULL)
    {
      add_place (places, id, subject->axis, subject->level, subject->after);
      node = styr_places_to_json (places);
      g_ptr_array_add (edits, styr_model_edit_new (path, node));
    }
  if (!styr_workspace_edit_model_many (self->workspace, label, edits, error))
    return NULL;
  return g_strdup (id);
}

static void
add_block (StyrPyramidEdit *self, const char *name, const Subject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = write_block (self, name, subject, &error);

  if (id == NULL)
    styr_widget_show_error (GTK_WIDGET (self), error->message);
  else
    styr_pyramid_edit_choose_block (self, id, TRUE);
}

/* The new level is under that of the chosen block, where one looks; a picture shows it when a block
 * stands in it. */
static void
add_level (StyrPyramidEdit *self, const char *name, const char *above)
{
  g_autofree char *label = g_strdup_printf (_ ("Model: %s added"), name);
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_peek (self->workspace, ""));
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) styr_model_edit_free);
  JsonObject *level = json_object_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  json_node_take_object (node, level);
  json_object_set_string_member (level, "name", name);
  if (styr_model_edit_add (root, "levels", node, &error))
    {
      move_level (styr_model_edit_find (root, "levels"), above);
      add_edit (edits, root, "levels");
      if (styr_workspace_edit_model_many (self->workspace, label, edits, &error))
        {
          /* Translators: after a new level; %s: its name */
          text = g_strdup_printf (_ ("The level “%s” is there. It is seen in the picture when a "
                                     "block stands in it: drag one to the edge of its neighbour."),
                                  name);
          styr_widget_show_toast (GTK_WIDGET (self), text, TRUE);
          return;
        }
    }
  styr_widget_show_error (GTK_WIDGET (self), error->message);
}

static void
named_cb (StyrPyramidEdit *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  Subject *subject = g_object_steal_data (G_OBJECT (self->entry), SUBJECT);

  if (*name == '\0' || subject == NULL)
    {
      g_object_set_data_full (G_OBJECT (self->entry), SUBJECT, subject, subject_free);
      return;
    }
  close_popover (self);
  if (subject->block != NULL)
    rename_to (self, subject->block, name);
  else if (subject->axis != NULL)
    add_block (self, name, subject);
  else
    add_level (self, name, subject->level);
  subject_free (subject);
}

static void
closed_cb (StyrPyramidEdit *self)
{
  if (styr_canvas_get_scene (styr_diagram_view_get_canvas (self->view)) != NULL)
    styr_diagram_view_focus_node (self->view, styr_diagram_view_get_focused (self->view));
}

static void
open_popover (StyrPyramidEdit *self, const GdkRectangle *at, const char *title, const char *text)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      self->entry = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 28);
      gtk_popover_set_child (GTK_POPOVER (self->popover), self->entry);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (
          self->entry, "activate", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), title);
  styr_widget_set_name_text (self->entry, title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

static void
set_subject (StyrPyramidEdit *self,
             const char *block,
             const char *axis,
             const char *level,
             const char *after)
{
  Subject *subject = g_new (Subject, 1);

  *subject = (Subject){ g_strdup (block), g_strdup (axis), g_strdup (level), g_strdup (after) };
  g_object_set_data_full (G_OBJECT (self->entry), SUBJECT, subject, subject_free);
}

/* From the picture's place to this widget's, whose child the popover is. */
static GdkRectangle
get_area (StyrPyramidEdit *self, const char *block)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);
  GdkRectangle area = { gtk_widget_get_width (GTK_WIDGET (canvas)) / 2, 0, 1, 1 };
  GtkWidget *row = styr_diagram_view_get_row (
      self->view, block != NULL ? styr_diagram_view_get_focused (self->view) : NULL);
  graphene_rect_t bounds;
  graphene_point_t point;

  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return (GdkRectangle){ (int) bounds.origin.x,
                           (int) bounds.origin.y,
                           (int) bounds.size.width,
                           (int) bounds.size.height };
  if (block != NULL)
    styr_canvas_get_area (canvas, block, &area);
  if (gtk_widget_compute_point (GTK_WIDGET (canvas),
                                GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y),
                                &point))
    {
      area.x = (int) point.x;
      area.y = (int) point.y;
    }
  return area;
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);
  g_autofree char *name = NULL;
  GdkRectangle area;

  if (block == NULL)
    {
      styr_pyramid_edit_tell (self, _ ("Choose a block first."));
      return;
    }
  area = get_area (self, block);
  name = styr_model_name_of_reference (self->workspace, "blocks", block);
  open_popover (self, &area, _ ("The block’s name"), name);
  set_subject (self, block, NULL, NULL, NULL);
}

/** Asks for the name of a new block; @at is in the picture. */
void
styr_pyramid_edit_ask_block (StyrPyramidEdit *self,
                             const GdkRectangle *at,
                             const char *axis,
                             const char *level)
{
  StyrCanvas *canvas = styr_diagram_view_get_canvas (self->view);
  GdkRectangle area = *at;
  graphene_point_t point;

  if (gtk_widget_compute_point (GTK_WIDGET (canvas),
                                GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) at->x, (float) at->y),
                                &point))
    {
      area.x = (int) point.x;
      area.y = (int) point.y;
    }
  open_popover (self, &area, _ ("The new block’s name"), "");
  set_subject (self, NULL, axis, level, NULL);
}

static void
add_block_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);
  JsonObject *place = places != NULL && block != NULL ? styr_places_find (places, block) : NULL;
  JsonNode *levels = styr_model_peek (self->workspace, "levels");
  const char *axis = "middle";
  const char *level = NULL;
  GdkRectangle area = get_area (self, block);

  if (place != NULL)
    {
      axis = json_object_get_string_member (place, "axis");
      level = json_object_get_string_member_with_default (place, "level", NULL);
    }
  else if (levels != NULL && json_array_get_length (json_node_get_array (levels)) > 0)
    level = json_object_get_string_member (
        json_array_get_object_element (json_node_get_array (levels), 0), "id");
  if (level == NULL && !g_str_equal (axis, "base"))
    styr_widget_show_error (widget,
                            _ ("First the model needs a level. Add one on the page Model."));
  else
    {
      open_popover (self, &area, _ ("The new block’s name"), "");
      set_subject (self, NULL, axis, level, block);
    }
}

static void
add_level_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);
  g_autoptr (StyrPlaces) places = styr_pyramid_edit_dup_places (self);
  JsonObject *place = places != NULL && block != NULL ? styr_places_find (places, block) : NULL;
  GdkRectangle area = get_area (self, block);

  open_popover (self, &area, _ ("The new level’s name"), "");
  set_subject (self,
               NULL,
               NULL,
               place != NULL ? json_object_get_string_member_with_default (place, "level", NULL)
                             : NULL,
               NULL);
}

/* Connectors */

/** Draws a connector between two blocks, and shows its form. */
void
styr_pyramid_edit_connect_to (StyrPyramidEdit *self, const char *from, const char *to)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *connector = json_object_new ();
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *list;

  json_object_set_string_member (connector, "from", from);
  json_object_set_string_member (connector, "to", to);
  json_object_set_string_member (connector, "kind", "feeds");
  json_node_take_object (node, connector);
  name = styr_model_name_of_element (self->workspace, "connectors", connector);
  label = g_strdup_printf (_ ("Model: %s added"), name);
  styr_pyramid_edit_tell (self, NULL);
  if (!styr_workspace_add_to_model (self->workspace, label, "connectors", node, &error))
    {
      styr_widget_show_error (GTK_WIDGET (self), error->message);
      return;
    }
  list = styr_model_peek (self->workspace, "connectors");
  path = styr_model_path_dup_element ("connectors",
                                      json_node_get_array (list),
                                      json_array_get_length (json_node_get_array (list)) - 1);
  /* the form of a closed pane would take the keyboard where nobody sees it */
  if (styr_diagram_view_get_selected (self->view) != NULL &&
      styr_model_pane_get_path (STYR_MODEL_PANE (self->pane)) != NULL)
    styr_model_pane_open (STYR_MODEL_PANE (self->pane), path, TRUE);
  styr_widget_show_toast (GTK_WIDGET (self), label, TRUE);
}

static void
connect_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (block == NULL)
    {
      styr_pyramid_edit_tell (self, _ ("Choose a block first."));
      return;
    }
  name = styr_model_name_of_reference (self->workspace, "blocks", block);
  text = g_strdup_printf (_ ("From %s: choose the block that the connector leads to. Esc cancels."),
                          name);
  styr_pyramid_edit_set_connecting (self, block);
  styr_pyramid_edit_tell (self, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->message), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  styr_pyramid_edit_focus_block (self, self->connecting);
}

static void
stop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (widget);

  styr_pyramid_edit_set_connecting (self, NULL);
  styr_pyramid_edit_cancel_drag (self, TRUE);
  styr_pyramid_edit_tell (self, NULL);
}

static void
new_version_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  styr_model_band_make_version (widget, STYR_PYRAMID_EDIT (widget)->workspace);
}

/* Keys */

static gboolean
key_cb (StyrPyramidEdit *self, guint key, guint code, GdkModifierType state)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    int step;
  } steps[] = { { GDK_KEY_Left, GDK_ALT_MASK, STYR_STEP_EARLIER },
                { GDK_KEY_Right, GDK_ALT_MASK, STYR_STEP_LATER },
                { GDK_KEY_Up, GDK_ALT_MASK, STYR_STEP_UP },
                { GDK_KEY_Down, GDK_ALT_MASK, STYR_STEP_DOWN },
                { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, STYR_STEP_LEFT_SIDE },
                { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, STYR_STEP_RIGHT_SIDE } };
  static const struct
  {
    guint key;
    const char *action;
  } plain[] = { { GDK_KEY_F2, "edit.rename" },
                { GDK_KEY_Delete, "edit.remove" },
                { GDK_KEY_c, "edit.connect" },
                { GDK_KEY_Insert, "edit.add-block" },
                { GDK_KEY_Escape, "edit.stop" } };
  GdkModifierType held = state & (GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_CONTROL_MASK);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (key == steps[i].key && held == steps[i].modifiers)
      return gtk_widget_activate_action (GTK_WIDGET (self), "edit.step", "i", steps[i].step);
  for (guint i = 0; held == 0 && i < G_N_ELEMENTS (plain); i++)
    if (key == plain[i].key &&
        (key != GDK_KEY_Escape || self->connecting != NULL || self->scene != NULL))
      return gtk_widget_activate_action (GTK_WIDGET (self), plain[i].action, NULL);
  return FALSE;
}

/** Lets the picture's keys come here while the model is changed. */
void
styr_pyramid_edit_add_keys (StyrPyramidEdit *self)
{
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_NONE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  styr_diagram_view_add_keys (self->view, self->keys);
}

/** Adds the actions to the widget's class. */
void
styr_pyramid_edit_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "edit.add-block", NULL, add_block_cb);
  gtk_widget_class_install_action (widget_class, "edit.add-level", NULL, add_level_cb);
  gtk_widget_class_install_action (widget_class, "edit.connect", NULL, connect_cb);
  gtk_widget_class_install_action (widget_class, "edit.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "edit.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "edit.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "edit.new-version", NULL, new_version_cb);
  gtk_widget_class_install_action (widget_class, "edit.stop", NULL, stop_cb);
}
