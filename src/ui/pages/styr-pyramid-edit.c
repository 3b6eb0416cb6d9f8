/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-edit-private.h"

#include "styr-model-style.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/*
 * Changing the model in its picture: a bar that says so, with what can be done, and the forms of
 * the model in the pane at the side. Pointer and keys end in the same actions.
 *
 * # Actions
 * `edit.add-block`, `edit.add-level`, `edit.connect`, `edit.rename`, `edit.remove`, `edit.step` (i:
 * a StyrStep), `edit.new-version`, `edit.show` (s: a node), `edit.stop`
 */

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrPyramidEdit,
                               styr_pyramid_edit,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

/** Says what is going on; NULL: what the bar says otherwise. */
void
styr_pyramid_edit_tell (StyrPyramidEdit *self, const char *text)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  const char *status = model != NULL ? styr_model_get_text (model, "status") : NULL;
  gboolean draft = g_strcmp0 (status, "draft") == 0;
  g_autofree char *usual = NULL;

  if (model == NULL)
    return;
  if (draft)
    usual = g_strdup_printf (_ ("You are changing the model %s, a draft. Every change is saved and "
                                "can be undone."),
                             styr_model_get_name (model));
  else
    usual = g_strdup_printf (_ ("You are changing the model %s, which is in force. Every change is "
                                "saved and can be undone."),
                             styr_model_get_name (model));
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : usual);
  /* what is said meanwhile doesn't move the picture under the pointer */
  gtk_widget_set_visible (self->new_version, !draft);
  if (draft)
    gtk_widget_remove_css_class (self->box, "in-force");
  else
    gtk_widget_add_css_class (self->box, "in-force");
  gtk_widget_set_sensitive (self->new_version, text == NULL);
}

/** Returns: (transfer full): path of the places of the shown picture */
char *
styr_pyramid_edit_dup_places_path (StyrPyramidEdit *self)
{
  return g_strdup_printf ("pictures/%s/places", self->picture_id != NULL ? self->picture_id : "");
}

/** Returns: (transfer full) (nullable): a copy of the places, to be changed */
StyrPlaces *
styr_pyramid_edit_dup_places (StyrPyramidEdit *self)
{
  g_autofree char *path = styr_pyramid_edit_dup_places_path (self);
  g_autofree char *picture_path = styr_model_path_dup_parent (path);
  JsonNode *levels = styr_model_peek (self->workspace, "levels");
  JsonNode *picture =
      self->picture_id != NULL ? styr_model_peek (self->workspace, picture_path) : NULL;

  if (picture == NULL)
    return NULL;
  return styr_places_new (json_node_get_object (picture),
                          levels != NULL ? json_node_get_array (levels) : NULL);
}

static char *
dup_block_of_node (StyrPyramidEdit *self, const char *node_id)
{
  StyrScene *scene = styr_canvas_get_scene (styr_diagram_view_get_canvas (self->view));
  int index = scene != NULL && node_id != NULL ? styr_scene_find_node (scene, node_id) : -1;

  return index >= 0 ? g_strdup (styr_scene_get_node (scene, (guint) index)->source) : NULL;
}

/** Returns: (transfer full) (nullable): id of the block that the keyboard is at, or that is shown
 */
char *
styr_pyramid_edit_dup_selected (StyrPyramidEdit *self)
{
  return dup_block_of_node (self, styr_diagram_view_get_focused (self->view));
}

static const char *
find_node_of (StyrPyramidEdit *self, const char *block)
{
  StyrScene *scene = styr_canvas_get_scene (styr_diagram_view_get_canvas (self->view));

  for (guint i = 0; block != NULL && scene != NULL && i < styr_scene_get_n_nodes (scene); i++)
    if (g_strcmp0 (styr_scene_get_node (scene, i)->source, block) == 0)
      return styr_scene_get_node (scene, i)->id;
  return NULL;
}

/** Moves the keyboard to a block of the picture, once the picture shows it. */
void
styr_pyramid_edit_focus_block (StyrPyramidEdit *self, const char *block)
{
  const char *node = find_node_of (self, block);

  if (node != NULL)
    styr_diagram_view_focus_node (self->view, node);
}

/* The node of the block whose form is in the pane, be it open or not. @name: (out): the block's */
static char *
dup_shown_node (StyrPyramidEdit *self, char **name)
{
  const char *path = styr_model_pane_get_root (STYR_MODEL_PANE (self->pane));

  if (path == NULL || !g_str_has_prefix (path, "blocks/"))
    return NULL;
  *name = styr_model_name_of_path (self->workspace, path);
  return g_strdup (find_node_of (self, path + strlen ("blocks/")));
}

/* What the pane shows is the block that the keyboard is at: there is one that is chosen. */
static void
follow (StyrPyramidEdit *self)
{
  const char *node = styr_diagram_view_get_focused (self->view);
  const char *shown = styr_diagram_view_get_selected (self->view);
  g_autofree char *wanted = NULL;

  if (!self->active || self->connecting != NULL || self->scene != NULL || shown == NULL ||
      node == NULL || g_str_equal (node, shown))
    return;
  wanted = g_strdup (node);
  styr_pyramid_edit_show_node (self, wanted);
}

static gboolean
follow_cb (gpointer user_data)
{
  StyrPyramidEdit *self = user_data;

  self->follow_id = 0;
  follow (self);
  return G_SOURCE_REMOVE;
}

/** Chooses a block, also one that the picture is yet to show: the keyboard is there, and its form
 * is beside the picture if one is, or if @open. */
void
styr_pyramid_edit_choose_block (StyrPyramidEdit *self, const char *block, gboolean open)
{
  const char *node = find_node_of (self, block);
  g_autofree char *id = g_strdup (node);

  g_free (self->wanted);
  self->wanted = g_strdup (block);
  self->opening = open;
  if (id == NULL)
    return;
  styr_diagram_view_focus_node (self->view, id);
  if (open || styr_diagram_view_get_selected (self->view) != NULL)
    styr_pyramid_edit_show_node (self, id);
}

/** Begins a connector from a block, which stays marked until the other end is chosen; NULL: none.
 */
void
styr_pyramid_edit_set_connecting (StyrPyramidEdit *self, const char *block)
{
  char *copy = g_strdup (block);

  g_free (self->connecting);
  self->connecting = copy;
  styr_canvas_set_carried (styr_diagram_view_get_canvas (self->view), find_node_of (self, copy));
}

/* Tools that are about a block can be used when there is one. */
static void
update_tools (StyrPyramidEdit *self)
{
  g_autofree char *block = styr_pyramid_edit_dup_selected (self);

  gtk_widget_set_sensitive (self->about_block, block != NULL);
  if (self->follow_id == 0 && self->active)
    self->follow_id = g_idle_add (follow_cb, self);
}

/* The picture says which block is open, the window where the keyboard is. */
static void
watch_focus (StyrPyramidEdit *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;
  g_signal_handlers_disconnect_by_func (root, update_tools, self);
  if (self->active)
    g_signal_connect_object (
        root, "notify::focus-widget", G_CALLBACK (update_tools), self, G_CONNECT_SWAPPED);
  update_tools (self);
}

static void
toggled_cb (StyrPyramidEdit *self)
{
  styr_pyramid_edit_set_active (self,
                                gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle)));
}

static void
model_changed_cb (StyrPyramidEdit *self)
{
  if (!self->active)
    return;
  /* what is dragged may be gone, and the picture is laid out anew */
  styr_pyramid_edit_cancel_drag (self, FALSE);
  styr_pyramid_edit_tell (self, NULL);
}

/* Building */

static GtkWidget *
make_button (const char *label, const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  styr_widget_set_name_text (button, label);
  return button;
}

static void
build (StyrPyramidEdit *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->about_block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "styr-decided");
  gtk_widget_set_visible (self->box, FALSE);
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_set_hexpand (self->message, TRUE);
  self->new_version = gtk_button_new_with_label (_ ("Make a new version instead"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_version), "edit.new-version");
  gtk_widget_set_valign (self->new_version, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->message);
  gtk_box_append (GTK_BOX (line), self->new_version);
  gtk_box_append (
      GTK_BOX (tools),
      make_button (
          _ ("New block"), "list-add-symbolic", "edit.add-block", _ ("New block (Insert)")));
  gtk_box_append (GTK_BOX (tools),
                  make_button (C_ ("model", "New level"),
                               "list-add-symbolic",
                               "edit.add-level",
                               _ ("A new level, under that of the selected block")));
  gtk_box_append (GTK_BOX (tools), self->about_block);
  gtk_box_append (GTK_BOX (self->about_block),
                  make_button (_ ("Draw a connector"),
                               "insert-link-symbolic",
                               "edit.connect",
                               _ ("From the selected block to another (C)")));
  gtk_box_append (
      GTK_BOX (self->about_block),
      make_button (_ ("Rename"), "document-edit-symbolic", "edit.rename", _ ("Rename (F2)")));
  gtk_box_append (
      GTK_BOX (self->about_block),
      make_button (_ ("Remove"), "user-trash-symbolic", "edit.remove", _ ("Remove (Delete)")));
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), tools);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
styr_pyramid_edit_dispose (GObject *object)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->scene, styr_scene_unref);
  g_clear_object (&self->pane);
  g_clear_object (&self->details);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_pyramid_edit_parent_class)->dispose (object);
}

static void
styr_pyramid_edit_finalize (GObject *object)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (object);

  g_free (self->picture_id);
  g_free (self->connecting);
  g_free (self->wanted);
  g_free (self->dragged);
  g_free (self->dragged_node);
  g_free (self->target_axis);
  g_free (self->target_level);
  G_OBJECT_CLASS (styr_pyramid_edit_parent_class)->finalize (object);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (typed);

  if (self->active)
    styr_typed_flush (STYR_TYPED (self->pane));
}

/* A pane that was closed is opened again at what can't be saved. */
static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  StyrPyramidEdit *self = STYR_PYRAMID_EDIT (typed);
  g_autofree char *node = NULL;
  g_autofree char *name = NULL;

  if (!self->active || styr_typed_settle (STYR_TYPED (self->pane), error))
    return TRUE;
  node = dup_shown_node (self, &name);
  if (node != NULL)
    {
      /* the keyboard comes by the block, or its form would be shown for where it is */
      styr_diagram_view_open_pane (self->view, node, name);
      styr_diagram_view_focus_node (self->view, node);
      styr_typed_settle (STYR_TYPED (self->pane), NULL);
    }
  return FALSE;
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  styr_pyramid_edit_show_node (STYR_PYRAMID_EDIT (widget), g_variant_get_string (parameter, NULL));
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_pyramid_edit_class_init (StyrPyramidEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_pyramid_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_pyramid_edit_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  styr_pyramid_edit_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "edit.show", "s", show_cb);
}

static void
styr_pyramid_edit_init (StyrPyramidEdit *self)
{
  styr_model_style_load ();
  build (self);
}

/**
 * styr_pyramid_edit_attach:
 * @workspace: whose model is changed
 * @view: the picture, which stands in the same page
 *
 * Gives the picture its button "Edit" and the widget its picture. Once.
 */
void
styr_pyramid_edit_attach (StyrPyramidEdit *self, StyrWorkspace *workspace, StyrDiagramView *view)
{
  GtkWidget *details = NULL;

  g_return_if_fail (STYR_IS_PYRAMID_EDIT (self) && self->view == NULL);

  self->workspace = g_object_ref (workspace);
  self->view = view;
  self->pane = g_object_ref_sink (styr_model_pane_new (workspace));
  styr_model_pane_set_titled (STYR_MODEL_PANE (self->pane), TRUE);
  g_object_get (view, "pane", &details, NULL);
  self->details = details;
  self->toggle = gtk_toggle_button_new_with_label (C_ ("picture", "Edit"));
  gtk_widget_set_tooltip_text (self->toggle, _ ("Change the model in its picture (Ctrl+M)"));
  g_signal_connect_object (
      self->toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  styr_diagram_view_add_tool (view, self->toggle);
  styr_pyramid_edit_add_keys (self);
  styr_pyramid_edit_add_drag (self);
  g_signal_connect_object (
      workspace, "notify::model", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * styr_pyramid_edit_set_picture:
 * @picture_id: (nullable): the picture that is shown
 *
 * To be told each time the picture was laid out.
 *
 * Returns: whether another block than before is chosen now
 */
gboolean
styr_pyramid_edit_set_picture (StyrPyramidEdit *self, const char *picture_id)
{
  g_return_val_if_fail (STYR_IS_PYRAMID_EDIT (self), FALSE);

  if (g_strcmp0 (self->picture_id, picture_id) != 0)
    {
      g_free (self->picture_id);
      self->picture_id = g_strdup (picture_id);
    }
  if (self->wanted != NULL)
    {
      g_autofree char *wanted = g_steal_pointer (&self->wanted);

      const char *node = find_node_of (self, wanted);
      g_autofree char *id = g_strdup (node);
      gboolean open;

      if (id == NULL)
        return FALSE;
      styr_diagram_view_focus_node (self->view, id);
      open = self->opening || styr_diagram_view_get_selected (self->view) != NULL;
      self->opening = FALSE;
      return open && styr_pyramid_edit_show_node (self, id);
    }
  return FALSE;
}

/**
 * styr_pyramid_edit_set_active:
 *
 * Begins or ends changing the model in the picture.
 */
void
styr_pyramid_edit_set_active (StyrPyramidEdit *self, gboolean active)
{
  g_autofree char *selected = NULL;

  g_return_if_fail (STYR_IS_PYRAMID_EDIT (self) && self->view != NULL);

  if (self->active == active)
    return;
  if (!active && !styr_typed_may_leave (STYR_TYPED (self), GTK_WIDGET (self), "pyramid.edit", NULL))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), TRUE);
      return;
    }
  self->active = active;
  selected = g_strdup (styr_diagram_view_get_selected (self->view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), active);
  gtk_button_set_label (GTK_BUTTON (self->toggle),
                        active ? C_ ("picture", "Done") : C_ ("picture", "Edit"));
  /* the way out is what one looks for when there is nothing more to change */
  if (active)
    gtk_widget_add_css_class (self->toggle, "suggested-action");
  else
    gtk_widget_remove_css_class (self->toggle, "suggested-action");
  gtk_widget_set_tooltip_text (self->toggle,
                               active ? _ ("Stop changing the model (Ctrl+M)")
                                      : _ ("Change the model in its picture (Ctrl+M)"));
  gtk_widget_set_visible (self->box, active);
  styr_pyramid_edit_set_pointer (self, active);
  gtk_event_controller_set_propagation_phase (self->keys,
                                              active ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  g_object_set (self->view, "pane", active ? self->pane : self->details, NULL);
  styr_canvas_set_handles (styr_diagram_view_get_canvas (self->view), active);
  styr_pyramid_edit_set_connecting (self, NULL);
  styr_pyramid_edit_tell (self, NULL);
  /* the keyboard is where the changing is done */
  if (active && gtk_widget_get_mapped (GTK_WIDGET (styr_diagram_view_get_canvas (self->view))))
    gtk_widget_grab_focus (GTK_WIDGET (styr_diagram_view_get_canvas (self->view)));
  watch_focus (self);
  if (selected != NULL)
    g_signal_emit_by_name (self->view, "node-activated", selected);
}

/** Returns: whether the model is being changed in the picture */
gboolean
styr_pyramid_edit_is_active (StyrPyramidEdit *self)
{
  g_return_val_if_fail (STYR_IS_PYRAMID_EDIT (self), FALSE);

  return self->active;
}

/* What is typed in the form of another element is saved first, or it is asked about. */
static gboolean
may_show (StyrPyramidEdit *self, const char *node_id, const char *path)
{
  const char *shown = styr_model_pane_get_path (STYR_MODEL_PANE (self->pane));

  return shown == NULL || g_str_equal (shown, path) ||
         g_strcmp0 (styr_diagram_view_get_selected (self->view), node_id) == 0 ||
         styr_typed_may_leave (
             STYR_TYPED (self), GTK_WIDGET (self), "edit.show", g_variant_new_string (node_id));
}

/**
 * styr_pyramid_edit_show_node:
 * @node_id: a node of the picture
 *
 * Shows the form of the node's block at the side, or draws the connector that was begun to it.
 *
 * Returns: whether it did, because the model is being changed
 */
gboolean
styr_pyramid_edit_show_node (StyrPyramidEdit *self, const char *node_id)
{
  g_autofree char *block = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STYR_IS_PYRAMID_EDIT (self), FALSE);

  if (!self->active)
    return FALSE;
  block = dup_block_of_node (self, node_id);
  if (block == NULL)
    return FALSE;
  if (self->connecting != NULL && g_strcmp0 (self->connecting, block) != 0)
    {
      g_autofree char *from = g_strdup (self->connecting);

      /* the connector's form comes in the pane */
      if (!styr_typed_may_leave (
              STYR_TYPED (self), GTK_WIDGET (self), "edit.show", g_variant_new_string (node_id)))
        return TRUE;
      styr_pyramid_edit_set_connecting (self, NULL);
      styr_pyramid_edit_connect_to (self, from, block);
      return TRUE;
    }
  path = styr_model_path_join ("blocks", block);
  if (!may_show (self, node_id, path))
    return TRUE;
  name = styr_model_name_of_path (self->workspace, path);
  /* what was opened from the block's form stays open while the picture is drawn anew */
  if (g_strcmp0 (styr_diagram_view_get_selected (self->view), node_id) != 0 ||
      styr_model_pane_get_path (STYR_MODEL_PANE (self->pane)) == NULL)
    styr_model_pane_show (STYR_MODEL_PANE (self->pane), path);
  styr_diagram_view_open_pane (self->view, node_id, name);
  update_tools (self);
  return TRUE;
}
