/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pyramid-page.h"

#include "styr-details-pane.h"
#include "styr-diagram-view.h"
#include "styr-pyramid-edit.h"

#include <glib/gi18n-lib.h>

/**
 * StyrPyramidPage:
 *
 * The picture of the steering model, live: each block says what exists, what is missing and what is
 * late for the unit and year that are looked at. A block opens its details at the side.
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
};

G_DEFINE_FINAL_TYPE (StyrPyramidPage, styr_pyramid_page, STYR_TYPE_DIAGRAM_PAGE)

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

static void
styr_pyramid_page_finalize (GObject *object)
{
  g_free (STYR_PYRAMID_PAGE (object)->start_block);
  G_OBJECT_CLASS (styr_pyramid_page_parent_class)->finalize (object);
}

static void
styr_pyramid_page_update (StyrDiagramPage *page, gboolean turned)
{
  StyrPyramidPage *self = STYR_PYRAMID_PAGE (page);
  StyrWorkspace *workspace = get_workspace (self);
  StyrModel *model = styr_workspace_get_model (workspace);
  GPtrArray *pictures = styr_model_get_pictures (model);
  const StyrPicture *picture = pictures->len > 0 ? pictures->pdata[0] : NULL;
  StyrOverview *overview = styr_workspace_get_overview (workspace);
  g_autoptr (StyrScene) scene =
      styr_picture_layout (model, picture != NULL ? picture->id : NULL, overview);
  g_autofree char *sentence = dup_sentence (workspace, overview);
  g_autofree char *selected = g_strdup (styr_diagram_view_get_selected (self->view));

  styr_diagram_page_set_title (
      page,
      picture != NULL && picture->title != NULL ? picture->title : styr_model_get_name (model));
  styr_diagram_page_set_subtitle (page, sentence);
  update_start (self, model, overview);
  styr_diagram_view_set_scene (self->view, scene, styr_diagram_page_get_tint (page));
  if (!self->attached)
    styr_pyramid_edit_attach (self->edit, workspace, self->view);
  self->attached = TRUE;
  styr_pyramid_edit_set_picture (self->edit, picture != NULL ? picture->id : NULL);
  if (selected != NULL && !styr_pyramid_edit_show_node (self->edit, selected))
    show_node (self, selected);
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
