/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-wheel-page.h"

#include "styr-diagram-view.h"
#include "styr-thing.h"
#include "styr-things-pane.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* How far the wheel turns into place when the context changes: a month. */
#define TURN_DEGREES 30.0

/**
 * StyrWheelPage:
 *
 * The quality wheel: how far the unit has come in each phase of the year, what is due in which
 * month, and the years before. A phase or a month opens the list of exactly the things it counts.
 */
struct _StyrWheelPage
{
  StyrDiagramPage parent_instance;

  StyrDiagramView *view;
  StyrThingsPane *pane;
  int year; /* shown last */
};

G_DEFINE_FINAL_TYPE (StyrWheelPage, styr_wheel_page, STYR_TYPE_DIAGRAM_PAGE)

static StyrWorkspace *
get_workspace (StyrWheelPage *self)
{
  return styr_diagram_page_get_workspace (STYR_DIAGRAM_PAGE (self));
}

static void
show_phase (StyrWheelPage *self, const StyrNode *node, const StyrPhase *phase)
{
  StyrOverview *overview = styr_workspace_get_overview (get_workspace (self));

  styr_things_pane_set_things (self->pane,
                               get_workspace (self),
                               styr_overview_get_phase_things (overview, phase->id),
                               phase->description,
                               _ ("Nothing is counted here for this unit and year."));
  styr_diagram_view_open_pane (self->view, node->id, phase->name);
}

static GPtrArray *
dup_month_things (StyrOverview *overview, int month)
{
  GPtrArray *deadlines = styr_overview_get_deadlines (overview);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < deadlines->len; i++)
    {
      const char *due = styr_record_get_text (deadlines->pdata[i], "due");

      if (due != NULL && strlen (due) >= 7 && atoi (due + 5) == month)
        g_ptr_array_add (found, g_object_ref (deadlines->pdata[i]));
    }
  return found;
}

static void
show_month (StyrWheelPage *self, const StyrNode *node)
{
  StyrOverview *overview = styr_workspace_get_overview (get_workspace (self));
  g_autoptr (GPtrArray) things = dup_month_things (overview, atoi (node->source));
  g_autofree char *name = styr_text_dup_capitalised (node->accessible_name);
  g_autofree char *title = g_strdup_printf ("%s %d", name, styr_overview_get_year (overview));

  styr_things_pane_set_things (self->pane,
                               get_workspace (self),
                               things,
                               NULL,
                               _ ("The model’s calendar has nothing in this month."));
  styr_diagram_view_open_pane (self->view, node->id, title);
}

static void
show_node (StyrWheelPage *self, const char *node_id)
{
  StyrScene *scene = styr_canvas_get_scene (styr_diagram_view_get_canvas (self->view));
  int index = scene != NULL ? styr_scene_find_node (scene, node_id) : -1;
  const StyrNode *node = index >= 0 ? styr_scene_get_node (scene, (guint) index) : NULL;
  const StyrPhase *phase =
      node != NULL
          ? styr_model_find_phase (styr_workspace_get_model (get_workspace (self)), node->source)
          : NULL;

  if (node == NULL || styr_workspace_get_overview (get_workspace (self)) == NULL)
    styr_diagram_view_close_pane (self->view);
  else if (phase != NULL)
    show_phase (self, node, phase);
  else
    show_month (self, node);
}

static void
node_activated_cb (StyrWheelPage *self, const char *node_id)
{
  show_node (self, node_id);
}

static char *
dup_sentence (StyrWorkspace *workspace, StyrOverview *overview, const char *unit)
{
  StyrCompletion total = styr_overview_get_total (overview);
  int year = styr_workspace_get_year (workspace);

  if (total.total == 0)
    /* Translators: unit, year */
    return g_strdup_printf (_ ("%s %d: nothing is planned yet"), unit, year);
  /* Translators: unit, year, numbers: "Kultur- och fritidsnämnden 2024: 23 av 41 klara" */
  return g_strdup_printf (_ ("%s %d: %d of %d done"), unit, year, total.done, total.total);
}

/* A model without phases and calendar has no wheel; twelve empty months would say nothing. */
static StyrScene *
create_scene (StyrWorkspace *workspace, StyrOverview *overview, const char *unit)
{
  StyrModel *model = styr_workspace_get_model (workspace);
  g_autoptr (GPtrArray) earlier = NULL;

  if (styr_model_get_phases (model)->len == 0 && styr_model_get_calendar_rules (model)->len == 0)
    return NULL;
  earlier = styr_workspace_dup_earlier_overviews (workspace);
  return styr_wheel_layout (model, overview, earlier, unit);
}

static void
styr_wheel_page_update (StyrDiagramPage *page, gboolean turned)
{
  StyrWheelPage *self = STYR_WHEEL_PAGE (page);
  StyrWorkspace *workspace = get_workspace (self);
  StyrOverview *overview = styr_workspace_get_overview (workspace);
  g_autofree char *unit =
      styr_workspace_dup_unit_label (workspace, styr_workspace_get_unit_id (workspace));
  g_autofree char *sentence = dup_sentence (workspace, overview, unit);
  g_autofree char *selected = g_strdup (styr_diagram_view_get_selected (self->view));
  g_autoptr (StyrScene) scene = create_scene (workspace, overview, unit);
  int year = styr_workspace_get_year (workspace);

  styr_diagram_page_set_subtitle (page, sentence);
  styr_diagram_view_set_scene (self->view, scene, styr_diagram_page_get_tint (page));
  if (selected != NULL)
    show_node (self, selected);
  if (turned)
    styr_canvas_turn (styr_diagram_view_get_canvas (self->view),
                      year < self->year ? -TURN_DEGREES : TURN_DEGREES);
  self->year = year;
}

static void
styr_wheel_page_class_init (StyrWheelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STYR_DIAGRAM_PAGE_CLASS (klass)->update = styr_wheel_page_update;
  g_type_ensure (STYR_TYPE_DIAGRAM_VIEW);
  g_type_ensure (STYR_TYPE_THINGS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-wheel-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrWheelPage, view);
  gtk_widget_class_bind_template_child (widget_class, StyrWheelPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, node_activated_cb);
}

static void
styr_wheel_page_init (StyrWheelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  styr_diagram_page_set_title (STYR_DIAGRAM_PAGE (self), _ ("Quality wheel"));
  styr_diagram_view_set_empty (self->view,
                               _ ("The model has no quality wheel yet"),
                               _ ("Import a model with phases to see how far each unit has come "
                                  "during the year."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (styr_diagram_view_get_canvas (self->view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Phases and months of the quality wheel"),
                                  -1);
}

/**
 * styr_wheel_page_new:
 * @workspace: what the page follows; a reference is taken
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
styr_wheel_page_new (StyrWorkspace *workspace)
{
  return g_object_new (STYR_TYPE_WHEEL_PAGE, "workspace", workspace, NULL);
}
