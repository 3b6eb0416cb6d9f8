/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-private.h"

#include "styr-canvas-layer.h"

/* The pointer must rest on a shape for so long before the others are dimmed: sweeping across the
   picture would make it flicker. */
#define DWELL_MS 120

StyrCanvasNode *
styr_canvas_get_widget (StyrCanvas *self, int index)
{
  g_assert (index >= 0 && (guint) index < self->nodes->len);

  return g_ptr_array_index (self->nodes, (guint) index);
}

int
styr_canvas_find_node (StyrCanvas *self, const char *id)
{
  return self->scene != NULL && id != NULL ? styr_scene_find_node (self->scene, id) : -1;
}

const StyrNode *
styr_canvas_get_node (StyrCanvas *self, int index)
{
  return styr_scene_get_node (self->scene, (guint) index);
}

/* light: what the node that is looked at is related to */

static int
find_looked_at (StyrCanvas *self)
{
  int focused = -1, hovered = -1;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      StyrCanvasNode *node = styr_canvas_get_widget (self, (int) i);

      if (styr_canvas_node_is_hovered (node))
        hovered = (int) i;
      if (styr_canvas_node_is_focused (node))
        focused = (int) i;
    }
  return self->key_led || hovered < 0 ? focused : hovered;
}

static gboolean
has_relations (StyrCanvas *self, int index)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if ((int) i != index && styr_scene_are_related (self->scene, index, (int) i))
      return TRUE;
  return FALSE;
}

static void
set_lit (StyrCanvas *self, int lit)
{
  /* what has been chosen is read together with the others, for as long as its pane is open; so is
   * what would be changed */
  int chosen =
      styr_canvas_find_node (self, self->handles ? styr_canvas_get_focused (self) : self->selected);

  if (lit >= 0 && (self->carried != NULL || !has_relations (self, lit)))
    lit = -1;
  if (self->lit == lit)
    return;
  self->lit = lit;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      gboolean related =
          lit == (int) i || (lit >= 0 && styr_scene_are_related (self->scene, lit, (int) i));

      styr_canvas_node_set_light (
          styr_canvas_get_widget (self, (int) i), related, lit >= 0 && lit != chosen && !related);
    }
  styr_canvas_layer_set_lit (STYR_CANVAS_LAYER (self->edges), lit);
}

static void
relight (StyrCanvas *self)
{
  int lit = self->lit;

  self->lit = -1;
  set_lit (self, lit);
}

static gboolean
dwell_cb (gpointer user_data)
{
  StyrCanvas *self = user_data;

  self->dwell_id = 0;
  set_lit (self, find_looked_at (self));
  return G_SOURCE_REMOVE;
}

static void
look (StyrCanvas *self)
{
  int index = find_looked_at (self);

  g_clear_handle_id (&self->dwell_id, g_source_remove);
  if (index == self->lit)
    return;
  if (index >= 0 && styr_canvas_node_is_focused (styr_canvas_get_widget (self, index)))
    set_lit (self, index);
  else
    self->dwell_id = g_timeout_add (DWELL_MS, dwell_cb, self);
}

static void
node_state_flags_changed_cb (StyrCanvas *self, GtkStateFlags previous, StyrCanvasNode *node)
{
  if (styr_canvas_node_is_focused (node) && (previous & GTK_STATE_FLAG_FOCUSED) == 0)
    self->key_led = TRUE;
  look (self);
}

void
styr_canvas_pointer_moved (StyrCanvas *self)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  if (!self->key_led)
    return;
  self->key_led = FALSE;
  look (self);
}

static void
reveal_node (StyrCanvas *self, int index)
{
  if (styr_canvas_view_reveal (&self->view,
                               &styr_canvas_get_node (self, index)->bounds,
                               gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self))))
    styr_canvas_view_changed (self);
}

static void
node_has_focus_cb (StyrCanvas *self, GParamSpec *pspec, StyrCanvasNode *node)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (node)))
    return;
  g_free (self->current);
  self->current = g_strdup (styr_canvas_node_get_node (node)->id);
  if (self->handles)
    styr_canvas_update_marks (self);
  reveal_node (self, (int) styr_canvas_node_get_index (node));
}

static void
node_activated_cb (StyrCanvas *self, StyrCanvasNode *node)
{
  /* A handler may give the canvas another scene. */
  g_autofree char *id = g_strdup (styr_canvas_node_get_node (node)->id);

  g_free (self->current);
  self->current = g_strdup (id);
  styr_canvas_emit_activated (self, id);
}

/* scene */

static StyrPaletteKind
choose_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? STYR_PALETTE_HIGH_CONTRAST_DARK
                                                : STYR_PALETTE_HIGH_CONTRAST;
  return adw_style_manager_get_dark (manager) ? STYR_PALETTE_DARK : STYR_PALETTE_LIGHT;
}

static GtkWidget *
create_node (StyrCanvas *self)
{
  GtkWidget *node = styr_canvas_node_new ();

  g_signal_connect_object (
      node, "activated", G_CALLBACK (node_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (node,
                           "state-flags-changed",
                           G_CALLBACK (node_state_flags_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      node, "notify::has-focus", G_CALLBACK (node_has_focus_cb), self, G_CONNECT_SWAPPED);
  return node;
}

static GHashTable *
steal_nodes (StyrCanvas *self)
{
  GHashTable *table =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gtk_widget_unparent);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      StyrCanvasNode *node = styr_canvas_get_widget (self, (int) i);

      g_hash_table_insert (table, g_strdup (styr_canvas_node_get_node (node)->id), node);
    }
  g_ptr_array_set_size (self->nodes, 0);
  return table;
}

/* Widgets of nodes that are in both scenes stay, and with them focus and the place of a screen
   reader; those in the old scene only are removed. */
static void
update_nodes (StyrCanvas *self)
{
  g_autoptr (GHashTable) old = steal_nodes (self);
  GtkWidget *previous = self->edges;
  guint n = self->scene != NULL ? styr_scene_get_n_nodes (self->scene) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = NULL;
      GtkWidget *node = NULL;

      if (!g_hash_table_steal_extended (
              old, styr_scene_get_node (self->scene, i)->id, (gpointer *) &key, (gpointer *) &node))
        node = create_node (self);
      if (gtk_widget_get_parent (node) == NULL || gtk_widget_get_prev_sibling (node) != previous)
        gtk_widget_insert_after (node, GTK_WIDGET (self), previous);
      g_ptr_array_add (self->nodes, node);
      previous = node;
    }
}

static void
update_relations (StyrCanvas *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_autoptr (GPtrArray) ids = styr_scene_dup_flow_to (self->scene, (int) i);
      GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
      g_auto (GValue) value = G_VALUE_INIT;
      GList *targets = NULL;

      for (guint j = 0; j < ids->len; j++)
        {
          int target = styr_canvas_find_node (self, g_ptr_array_index (ids, j));

          if (target >= 0)
            targets = g_list_prepend (targets, styr_canvas_get_widget (self, target));
        }
      /* GTK takes the list over: this is the only way in C to give as many as there are. */
      g_value_init (&value, G_TYPE_POINTER);
      g_value_set_pointer (&value, targets);
      gtk_accessible_update_relation_value (
          GTK_ACCESSIBLE (styr_canvas_get_widget (self, (int) i)), 1, &relation, &value);
    }
}

static void
update_selected (StyrCanvas *self)
{
  int selected = styr_canvas_find_node (self, self->selected);
  int carried = styr_canvas_find_node (self, self->carried);
  int meant = self->handles ? styr_canvas_find_node (self, styr_canvas_get_focused (self)) : -1;

  for (guint i = 0; i < self->nodes->len; i++)
    styr_canvas_node_set_selected (styr_canvas_get_widget (self, (int) i),
                                   (int) i == selected || (int) i == carried || (int) i == meant);
}

void
styr_canvas_update_marks (StyrCanvas *self)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  update_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  set_lit (self, find_looked_at (self));
}

void
styr_canvas_update_palette (StyrCanvas *self)
{
  styr_palette_init (&self->palette, choose_palette (), self->base_tint);
  styr_canvas_layer_set_scene (STYR_CANVAS_LAYER (self->background), self->scene, &self->palette);
  styr_canvas_layer_set_scene (STYR_CANVAS_LAYER (self->edges), self->scene, &self->palette);
  styr_canvas_layer_set_scene (STYR_CANVAS_LAYER (self->overlay), self->scene, &self->palette);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      StyrCanvasNode *node = styr_canvas_get_widget (self, (int) i);

      styr_canvas_node_set_scene (node, self->scene, i, &self->palette);
      styr_canvas_node_set_light (node, FALSE, FALSE);
    }
  self->lit = -1;
  set_lit (self, find_looked_at (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * styr_canvas_set_scene:
 * @self: a canvas
 * @scene: (nullable): what to show; a reference is taken
 * @base_tint: (nullable): the model's own colour, "#rrggbb"
 *
 * Shows a scene. Nodes with an id that the old scene had keep their widget, and with it focus;
 * zoom and selection stay too.
 */
void
styr_canvas_set_scene (StyrCanvas *self, StyrScene *scene, const char *base_tint)
{
  gboolean had_focus;

  g_return_if_fail (STYR_IS_CANVAS (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_clear_handle_id (&self->dwell_id, g_source_remove);
  if (scene != NULL)
    styr_scene_ref (scene);
  g_clear_pointer (&self->scene, styr_scene_unref);
  self->scene = scene;
  g_free (self->base_tint);
  self->base_tint = g_strdup (base_tint);
  update_nodes (self);
  styr_canvas_update_palette (self);
  update_selected (self);
  if (scene != NULL)
    update_relations (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  scene != NULL ? styr_scene_get_alt_text (scene) : "",
                                  -1);
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  styr_canvas_view_changed (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * styr_canvas_set_selected:
 * @self: a canvas
 * @node_id: (nullable): the node whose details are shown beside the drawing
 *
 * Marks one node.
 */
void
styr_canvas_set_selected (StyrCanvas *self, const char *node_id)
{
  g_return_if_fail (STYR_IS_CANVAS (self));

  if (g_strcmp0 (self->selected, node_id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (node_id);
  update_selected (self);
  relight (self);
  styr_canvas_notify_selected (self);
}
