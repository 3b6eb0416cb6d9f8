/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-outline.h"

#include "styr-names.h"

/**
 * StyrCanvasOutline:
 *
 * A drawing as a list: the same nodes in reading order with the same names, states and relations,
 * for those who'd rather read than look. Activating a row does what activating the shape does.
 */
struct _StyrCanvasOutline
{
  AdwBin parent_instance;

  StyrScene *scene;
  GtkListBox *list;
  GPtrArray *rows; /* AdwActionRow*, borrowed */
  char *selected, *current;
};

enum
{
  SIGNAL_NODE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrCanvasOutline, styr_canvas_outline, ADW_TYPE_BIN)

static const char *
get_row_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "styr-node-id");
}

static void
row_activated_cb (StyrCanvasOutline *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (get_row_id (GTK_WIDGET (row)));

  g_signal_emit (self, signals[SIGNAL_NODE_ACTIVATED], 0, id);
}

static void
row_has_focus_cb (StyrCanvasOutline *self, GParamSpec *pspec, GtkWidget *row)
{
  if (!gtk_widget_has_focus (row))
    return;
  g_free (self->current);
  self->current = g_strdup (get_row_id (row));
}

static GtkWidget *
create_row (StyrCanvasOutline *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *state = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (state, "numeric");
  gtk_widget_add_css_class (state, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  g_object_set_data (G_OBJECT (row), "styr-state", state);
  g_signal_connect_object (
      row, "notify::has-focus", G_CALLBACK (row_has_focus_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill_row (GtkWidget *row, const StyrNode *node)
{
  g_autofree char *name =
      styr_name_sentence_case (node->accessible_name != NULL ? node->accessible_name : node->label);
  const char *description =
      node->accessible_description != NULL ? node->accessible_description : "";

  /* The full name: only a shape is too narrow for it. */
  g_object_set_data_full (G_OBJECT (row), "styr-node-id", g_strdup (node->id), g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  /* to look at: what it is tied to and its state; everything is said to who listens */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               node->summary != NULL ? node->summary : description);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "styr-state"),
                       node->state_words != NULL  ? node->state_words
                       : node->state_line != NULL ? node->state_line
                                                  : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

static void
update_selected (StyrCanvasOutline *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (self->selected != NULL && g_strcmp0 (get_row_id (row), self->selected) == 0)
        {
          gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
          return;
        }
    }
  gtk_list_box_unselect_all (self->list);
}

static void
styr_canvas_outline_finalize (GObject *object)
{
  StyrCanvasOutline *self = STYR_CANVAS_OUTLINE (object);

  g_clear_pointer (&self->scene, styr_scene_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->selected);
  g_free (self->current);
  G_OBJECT_CLASS (styr_canvas_outline_parent_class)->finalize (object);
}

static void
styr_canvas_outline_class_init (StyrCanvasOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_canvas_outline_finalize;

  /**
   * StyrCanvasOutline::node-activated:
   * @id: the node's id in the scene
   *
   * A row was activated.
   */
  signals[SIGNAL_NODE_ACTIVATED] = g_signal_new ("node-activated",
                                                 G_TYPE_FROM_CLASS (klass),
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 1,
                                                 G_TYPE_STRING);
}

static void
styr_canvas_outline_init (StyrCanvasOutline *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * styr_canvas_outline_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
styr_canvas_outline_new (void)
{
  return g_object_new (STYR_TYPE_CANVAS_OUTLINE, NULL);
}

/**
 * styr_canvas_outline_set_scene:
 * @self: an outline
 * @scene: (nullable): the drawing; a reference is taken
 *
 * Lists the nodes that can be opened. Rows are used again, so the keyboard stays where it is.
 */
void
styr_canvas_outline_set_scene (StyrCanvasOutline *self, StyrScene *scene)
{
  guint n = scene != NULL ? styr_scene_get_n_nodes (scene) : 0;
  guint used = 0;

  g_return_if_fail (STYR_IS_CANVAS_OUTLINE (self));

  if (scene != NULL)
    styr_scene_ref (scene);
  g_clear_pointer (&self->scene, styr_scene_unref);
  self->scene = scene;
  for (guint i = 0; i < n; i++)
    {
      const StyrNode *node = styr_scene_get_node (scene, i);

      if (!node->focusable)
        continue;
      if (used == self->rows->len)
        {
          g_ptr_array_add (self->rows, create_row (self));
          gtk_list_box_append (self->list, g_ptr_array_index (self->rows, used));
        }
      fill_row (g_ptr_array_index (self->rows, used++), node);
    }
  while (self->rows->len > used)
    gtk_list_box_remove (self->list, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  scene != NULL ? styr_scene_get_alt_text (scene) : "",
                                  -1);
  update_selected (self);
}

/**
 * styr_canvas_outline_set_selected:
 * @self: an outline
 * @node_id: (nullable): the node whose details are shown
 *
 * Marks a row.
 */
void
styr_canvas_outline_set_selected (StyrCanvasOutline *self, const char *node_id)
{
  g_return_if_fail (STYR_IS_CANVAS_OUTLINE (self));

  g_free (self->selected);
  self->selected = g_strdup (node_id);
  update_selected (self);
}

/**
 * styr_canvas_outline_focus_node:
 * @self: an outline
 * @node_id: (nullable): a node
 *
 * Moves the keyboard to the node's row.
 *
 * Returns: whether there was such a row and it could take the focus
 */
gboolean
styr_canvas_outline_focus_node (StyrCanvasOutline *self, const char *node_id)
{
  GtkWidget *row;

  g_return_val_if_fail (STYR_IS_CANVAS_OUTLINE (self), FALSE);

  row = styr_canvas_outline_get_row (self, node_id);
  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * styr_canvas_outline_get_row:
 * @node_id: (nullable): a node
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
styr_canvas_outline_get_row (StyrCanvasOutline *self, const char *node_id)
{
  g_return_val_if_fail (STYR_IS_CANVAS_OUTLINE (self), NULL);

  for (guint i = 0; node_id != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (get_row_id (g_ptr_array_index (self->rows, i)), node_id) == 0)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/**
 * styr_canvas_outline_get_focused:
 *
 * Returns: (transfer none) (nullable): id of the node at whose row the keyboard is or was last
 */
const char *
styr_canvas_outline_get_focused (StyrCanvasOutline *self)
{
  GtkWidget *row;

  g_return_val_if_fail (STYR_IS_CANVAS_OUTLINE (self), NULL);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  return row != NULL ? get_row_id (row) : self->current;
}
