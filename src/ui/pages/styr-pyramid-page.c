/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-page.h"

#include "styr-details-pane.h"
#include "styr-diagram-view.h"
#include "styr-pyramid-edit.h"
#include "styr-settings.h"
#include "styr-typed.h"

#include <glib/gi18n-lib.h>

/**
 * StyrPyramidPage:
 *
 * The picture of the steering model, live: each block says what exists, what is missing and what is
 * late for the unit and year that are looked at. A block opens its details at the side. A model
 * with several pictures has a list to choose from; the choice is remembered.
 */
struct _StyrPyramidPage
{
  StyrDiagramPage parent_instance;

  StyrDiagramView *view;
  StyrDetailsPane *pane;
  StyrPyramidEdit *edit; /* changing the model in its picture */
  gboolean attached;
  GtkWidget *start; /* where to begin, while there is nothing */
  GtkButton *start_button;
  char *start_block;
  GtkDropDown *chooser; /* which picture: shown when the model has several */
  GtkStringList *titles;
  char *picture_id, *model_id; /* what is shown, and of which model */
  gboolean updating;
};

/* The setting that remembers which picture of a model was shown. */
#define CHOICES "model-pictures"

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrPyramidPage,
                               styr_pyramid_page,
                               STYR_TYPE_DIAGRAM_PAGE,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

static StyrWorkspace *
get_workspace (StyrPyramidPage *self)
{
  return styr_diagram_page_get_workspace (STYR_DIAGRAM_PAGE (self));
}

static StyrStateCounts
count_all (StyrModel *model, StyrOverview *overview)
{
  GPtrArray *blocks = styr_model_get_blocks (model);
  StyrStateCounts sum = { 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      StyrStateCounts counts =
          styr_overview_get_counts (overview, ((const StyrBlock *) blocks->pdata[i])->id);

      sum.in_force += counts.in_force;
      sum.draft += counts.draft;
      sum.missing += counts.missing;
      sum.late += counts.late;
    }
  return sum;
}

static void
append_count (GString *text, const char *words, int count)
{
  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, words, count);
}

static char *
dup_sentence (StyrWorkspace *workspace, StyrOverview *overview)
{
  StyrStateCounts sum = count_all (styr_workspace_get_model (workspace), overview);
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autofree char *unit =
      styr_workspace_dup_unit_label (workspace, styr_workspace_get_unit_id (workspace));

  append_count (
      counts, ngettext ("%d in force", "%d in force", (gulong) sum.in_force), sum.in_force);
  append_count (counts, ngettext ("%d draft", "%d drafts", (gulong) sum.draft), sum.draft);
  append_count (counts, ngettext ("%d missing", "%d missing", (gulong) sum.missing), sum.missing);
  append_count (counts, ngettext ("%d late", "%d late", (gulong) sum.late), sum.late);
  /* Translators: unit, year, what there is: "Hela kommunen 2024: 31 i kraft, 4 utkast" */
  return g_strdup_printf (C_ ("pyramid", "%s %d: %s"),
                          unit,
                          styr_workspace_get_year (workspace),
                          counts->len > 0 ? counts->str : _ ("no documents yet"));
}

static void
show_node (StyrPyramidPage *self, const char *node_id)
{
  StyrScene *scene = styr_canvas_get_scene (styr_diagram_view_get_canvas (self->view));
  int index = scene != NULL ? styr_scene_find_node (scene, node_id) : -1;
  const StyrNode *node = index >= 0 ? styr_scene_get_node (scene, (guint) index) : NULL;
  const StyrBlock *block =
      node != NULL
          ? styr_model_find_block (styr_workspace_get_model (get_workspace (self)), node->source)
          : NULL;

  if (block == NULL)
    {
      styr_diagram_view_close_pane (self->view);
      return;
    }
  styr_details_pane_set_block (self->pane, get_workspace (self), block->id);
  styr_diagram_view_open_pane (self->view, node_id, block->name);
}

static void
node_activated_cb (StyrPyramidPage *self, const char *node_id)
{
  if (!styr_pyramid_edit_show_node (self->edit, node_id))
    show_node (self, node_id);
}

/* Begins to change the model in the picture, or ends it. */
static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrPyramidPage *self = STYR_PYRAMID_PAGE (widget);

  if (self->attached)
    styr_pyramid_edit_set_active (self->edit, !styr_pyramid_edit_is_active (self->edit));
}

static void
block_activated_cb (StyrPyramidPage *self, const char *block_id)
{
  StyrScene *scene = styr_canvas_get_scene (styr_diagram_view_get_canvas (self->view));

  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    if (g_strcmp0 (styr_scene_get_node (scene, i)->source, block_id) == 0)
      {
        show_node (self, styr_scene_get_node (scene, i)->id);
        return;
      }
}

/* A municipality without documents is told where to begin: the first block of the model, from
 * above, where something is missing. */
static void
update_start (StyrPyramidPage *self, StyrModel *model, StyrOverview *overview)
{
  StyrStateCounts sum = count_all (model, overview);
  GPtrArray *blocks = styr_model_get_blocks (model);
  const StyrBlock *first = NULL;

  for (guint i = 0; i < blocks->len && first == NULL; i++)
    {
      const StyrBlock *block = blocks->pdata[i];
      StyrStateCounts counts = styr_overview_get_counts (overview, block->id);

      if (counts.missing > 0 || counts.late > 0)
        first = block;
    }
  g_free (self->start_block);
  self->start_block = first != NULL ? g_strdup (first->id) : NULL;
  if (first != NULL)
    {
      /* Translators: a button; %s is the name of a block: "Börja med Vision" */
      g_autofree char *label = g_strdup_printf (_ ("Start with %s"), first->name);

      gtk_button_set_label (self->start_button, label);
    }
  gtk_widget_set_visible (self->start, first != NULL && sum.in_force == 0 && sum.draft == 0);
}

static void
start_cb (StyrPyramidPage *self)
{
  if (self->start_block != NULL)
    block_activated_cb (self, self->start_block);
}

static const StyrPicture *
find_picture (StyrModel *model, const char *id)
{
  GPtrArray *pictures = styr_model_get_pictures (model);

  for (guint i = 0; id != NULL && i < pictures->len; i++)
    if (g_strcmp0 (((const StyrPicture *) pictures->pdata[i])->id, id) == 0)
      return pictures->pdata[i];
  return pictures->len > 0 ? pictures->pdata[0] : NULL;
}

/* The picture that was shown last of this model, or its first. */
static const StyrPicture *
choose_picture (StyrPyramidPage *self, StyrModel *model)
{
  const StyrPicture *picture;

  if (g_strcmp0 (self->model_id, styr_model_get_id (model)) != 0)
    {
      g_free (self->model_id);
      g_free (self->picture_id);
      self->model_id = g_strdup (styr_model_get_id (model));
      self->picture_id = styr_settings_dup_named (CHOICES, self->model_id);
    }
  picture = find_picture (model, self->picture_id);
  g_free (self->picture_id);
  self->picture_id = picture != NULL ? g_strdup (picture->id) : NULL;
  return picture;
}

static const char *
get_title (StyrModel *model, const StyrPicture *picture)
{
  return picture != NULL && picture->title != NULL ? picture->title : styr_model_get_name (model);
}

static gboolean
has_titles (StyrPyramidPage *self, StyrModel *model)
{
  GPtrArray *pictures = styr_model_get_pictures (model);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->titles)) != pictures->len)
    return FALSE;
  for (guint i = 0; i < pictures->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->titles, i),
                   get_title (model, pictures->pdata[i])) != 0)
      return FALSE;
  return TRUE;
}

static void
update_chooser (StyrPyramidPage *self, StyrModel *model, const StyrPicture *picture)
{
  GPtrArray *pictures = styr_model_get_pictures (model);
  g_autofree char *what =
      picture != NULL ? g_strconcat ("pyramid:", picture->id, NULL) : g_strdup ("pyramid");
  guint index = 0;

  self->updating = TRUE;
  if (!has_titles (self, model))
    {
      gtk_string_list_splice (
          self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), NULL);
      for (guint i = 0; i < pictures->len; i++)
        gtk_string_list_append (self->titles, get_title (model, pictures->pdata[i]));
    }
  if (picture != NULL && g_ptr_array_find (pictures, picture, &index))
    gtk_drop_down_set_selected (self->chooser, index);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), pictures->len > 1);
  g_object_set (self->view, "picture", what, NULL);
  self->updating = FALSE;
}

static void
picture_chosen_cb (StyrPyramidPage *self)
{
  StyrWorkspace *workspace = get_workspace (self);
  guint index = gtk_drop_down_get_selected (self->chooser);
  GPtrArray *pictures;

  if (self->updating || workspace == NULL || styr_workspace_get_overview (workspace) == NULL)
    return;
  pictures = styr_model_get_pictures (styr_workspace_get_model (workspace));
  if (index >= pictures->len)
    return;
  g_free (self->picture_id);
  self->picture_id = g_strdup (((const StyrPicture *) pictures->pdata[index])->id);
  styr_settings_set_named (CHOICES, self->model_id, self->picture_id);
  STYR_DIAGRAM_PAGE_GET_CLASS (self)->update (STYR_DIAGRAM_PAGE (self), FALSE);
  gtk_widget_activate_action (
      GTK_WIDGET (styr_diagram_view_get_canvas (self->view)), "canvas.zoom-fit", NULL);
}

static void
setup_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer shrinks)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (shrinks != NULL)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer shrinks)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), title);
  if (shrinks != NULL)
    gtk_widget_set_tooltip_text (label, title);
}

static GtkListItemFactory *
new_title_factory (gboolean shrinks)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_title_cb), GINT_TO_POINTER (shrinks));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_title_cb), GINT_TO_POINTER (shrinks));
  return factory;
}

static void
add_chooser (StyrPyramidPage *self)
{
  g_autoptr (GtkListItemFactory) button = new_title_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = new_title_factory (FALSE);

  self->titles = gtk_string_list_new (NULL);
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->titles), NULL));
  gtk_drop_down_set_factory (self->chooser, button);
  gtk_drop_down_set_list_factory (self->chooser, list);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Picture of the model"),
                                  -1);
  g_signal_connect_object (
      self->chooser, "notify::selected", G_CALLBACK (picture_chosen_cb), self, G_CONNECT_SWAPPED);
  styr_diagram_view_add_tool (self->view, GTK_WIDGET (self->chooser));
}

/* What the window's export of a picture takes: the one that is shown. */
static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (
      GTK_WIDGET (STYR_PYRAMID_PAGE (widget)->view), "diagram.export", NULL);
}

static void
styr_pyramid_page_finalize (GObject *object)
{
  g_free (STYR_PYRAMID_PAGE (object)->start_block);
  g_free (STYR_PYRAMID_PAGE (object)->picture_id);
  g_free (STYR_PYRAMID_PAGE (object)->model_id);
  G_OBJECT_CLASS (styr_pyramid_page_parent_class)->finalize (object);
}

static void
styr_pyramid_page_update (StyrDiagramPage *page, gboolean turned)
{
  StyrPyramidPage *self = STYR_PYRAMID_PAGE (page);
  StyrWorkspace *workspace = get_workspace (self);
  StyrModel *model = styr_workspace_get_model (workspace);
  const StyrPicture *picture = choose_picture (self, model);
  StyrOverview *overview = styr_workspace_get_overview (workspace);
  g_autoptr (StyrScene) scene =
      styr_picture_layout (model, picture != NULL ? picture->id : NULL, overview);
  g_autofree char *sentence = dup_sentence (workspace, overview);
  g_autofree char *selected = g_strdup (styr_diagram_view_get_selected (self->view));

  styr_diagram_page_set_title (page, get_title (model, picture));
  styr_diagram_page_set_subtitle (page, sentence);
  update_start (self, model, overview);
  update_chooser (self, model, picture);
  styr_diagram_view_set_scene (self->view, scene, picture != NULL ? picture->base_tint : NULL);
  if (!self->attached)
    styr_pyramid_edit_attach (self->edit, workspace, self->view);
  self->attached = TRUE;
  if (styr_pyramid_edit_set_picture (self->edit, picture != NULL ? picture->id : NULL))
    return;
  if (selected != NULL && !styr_pyramid_edit_show_node (self->edit, selected))
    show_node (self, selected);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  styr_typed_flush (STYR_TYPED (STYR_PYRAMID_PAGE (typed)->edit));
}

static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  return styr_typed_settle (STYR_TYPED (STYR_PYRAMID_PAGE (typed)->edit), error);
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_pyramid_page_class_init (StyrPyramidPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = styr_pyramid_page_finalize;
  STYR_DIAGRAM_PAGE_CLASS (klass)->update = styr_pyramid_page_update;
  g_type_ensure (STYR_TYPE_DIAGRAM_VIEW);
  g_type_ensure (STYR_TYPE_DETAILS_PANE);
  g_type_ensure (STYR_TYPE_PYRAMID_EDIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-pyramid-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrPyramidPage, view);
  gtk_widget_class_bind_template_child (widget_class, StyrPyramidPage, pane);
  gtk_widget_class_bind_template_child (widget_class, StyrPyramidPage, edit);
  gtk_widget_class_install_action (widget_class, "pyramid.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "pyramid.export", NULL, export_cb);
  gtk_widget_class_bind_template_child (widget_class, StyrPyramidPage, start);
  gtk_widget_class_bind_template_child (widget_class, StyrPyramidPage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_activated_cb);
}

static void
styr_pyramid_page_init (StyrPyramidPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chooser (self);
  styr_diagram_page_set_title (STYR_DIAGRAM_PAGE (self), _ ("Pyramid"));
  styr_diagram_view_set_empty (self->view,
                               _ ("The model has no blocks yet"),
                               _ ("Import a model to see it as a picture: what it consists of, and "
                                  "what exists, is missing or is late."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (styr_diagram_view_get_canvas (self->view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The blocks of the steering model"),
                                  -1);
}

/**
 * styr_pyramid_page_new:
 * @workspace: what the page follows; a reference is taken
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
styr_pyramid_page_new (StyrWorkspace *workspace)
{
  return g_object_new (STYR_TYPE_PYRAMID_PAGE, "workspace", workspace, NULL);
}
