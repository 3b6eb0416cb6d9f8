/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-details-pane.h"

#include "styr-block-facts.h"
#include "styr-finding-line.h"
#include "styr-findings-watch.h"
#include "styr-thing-row.h"
#include "styr-thing.h"

#include <glib/gi18n-lib.h>

#define N_DEADLINES 3
#define N_FINDINGS 6

/**
 * StyrDetailsPane:
 *
 * What a block of the model is and how it stands in the context: who prepares, decides and is
 * informed, its documents and those that are missing, what is due next, what it builds on and what
 * it leads to.
 */
struct _StyrDetailsPane
{
  AdwBin parent_instance;

  GtkBox *content, *actions;
  GtkBox *findings;         /* part of content; NULL while no block is shown */
  StyrWorkspace *workspace; /* while a block is shown */
  char *block_id;
};

enum
{
  SIGNAL_BLOCK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrDetailsPane, styr_details_pane, ADW_TYPE_BIN)

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A part of the pane with a heading, which assistive technology can jump to. */
static GtkBox *
append_part (StyrDetailsPane *self, const char *heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label",
                                   heading,
                                   "xalign",
                                   0.0f,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->content, box);
  return GTK_BOX (box);
}

/* what it is */

static void
attach_fact (GtkGrid *grid, int *row, const char *name, const char *value)
{
  GtkWidget *name_label, *value_label;

  if (value == NULL || value[0] == '\0')
    return;
  name_label = create_text (name, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (name_label), FALSE);
  value_label = create_text (value, NULL);
  gtk_widget_set_hexpand (value_label, TRUE);
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, name_label, NULL, -1);
  gtk_grid_attach (grid, name_label, 0, *row, 1, 1);
  gtk_grid_attach (grid, value_label, 1, *row, 1, 1);
  (*row)++;
}

/* Who of several decides is what the reasons say. */
static void
attach_reasons (GtkGrid *grid, int *row, StyrModel *model, const char *block_id)
{
  g_autoptr (GPtrArray) reasons = styr_block_dup_decision_reasons (model, block_id);

  for (guint i = 0; i < reasons->len; i++)
    {
      GtkWidget *label = create_text (reasons->pdata[i], "dim-label");

      gtk_widget_add_css_class (label, "caption");
      gtk_grid_attach (grid, label, 1, (*row)++, 1, 1);
    }
}

static void
append_facts (StyrDetailsPane *self, const StyrBlock *block)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *character = styr_block_dup_character (model, block);
  g_autofree char *preparers = styr_block_dup_preparers (model, block->id);
  g_autofree char *deciders = styr_block_dup_deciders (model, block->id);
  g_autofree char *informed = styr_block_dup_informed (model, block->id);
  int row = 0;

  if (block->description != NULL)
    gtk_box_append (self->content, create_text (block->description, NULL));
  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  /* Translators: whether a block is political or administrative, "Karaktär" */
  attach_fact (grid, &row, _ ("Character"), character);
  attach_fact (grid, &row, C_ ("who", "Prepared by"), preparers);
  attach_fact (grid, &row, C_ ("who", "Decided by"), deciders);
  attach_reasons (grid, &row, model, block->id);
  attach_fact (grid, &row, C_ ("who", "Informed"), informed);
  attach_fact (grid, &row, _ ("Period"), block->period_text);
  gtk_box_append (self->content, GTK_WIDGET (grid));
}

/* documents and deadlines */

static void
append_list (StyrDetailsPane *self, GtkBox *part, GPtrArray *things, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < things->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         styr_thing_row_new (things->pdata[i], self->workspace));
  gtk_box_append (part, list);
}

static void
append_documents (StyrDetailsPane *self, StyrOverview *overview)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  GPtrArray *things = styr_overview_get_block_things (overview, self->block_id);
  g_autoptr (GPtrArray) types = styr_block_dup_document_types (model, self->block_id);
  g_autofree char *heading = NULL;
  guint n_existing = 0;
  GtkBox *part;

  if (types->len == 0)
    return;
  for (guint i = 0; i < things->len; i++)
    n_existing += styr_thing_is_missing (things->pdata[i]) ? 0 : 1;
  /* Translators: heading of a list and how many there are */
  heading = n_existing > 0 ? g_strdup_printf (_ ("Documents (%u)"), n_existing)
                           : g_strdup (_ ("Documents"));
  part = append_part (self, heading);
  if (things->len > 0)
    append_list (self, part, things, heading);
  else
    gtk_box_append (
        part,
        create_text (_ ("There is no document here yet, and none is expected this year."),
                     "dim-label"));
}

static void
append_deadlines (StyrDetailsPane *self, StyrOverview *overview)
{
  g_autoptr (GPtrArray) deadlines = styr_block_dup_next_deadlines (
      styr_workspace_get_model (self->workspace), overview, self->block_id, N_DEADLINES);

  if (deadlines->len > 0)
    append_list (self, append_part (self, _ ("Next deadlines")), deadlines, _ ("Next deadlines"));
}

/* what the rules find */

static GtkWidget *
create_more_button (guint n_more)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "review");
  return button;
}

/* Returns: (transfer full): what is open for the block, in the context as the workspace knows it */
static GPtrArray *
dup_findings (StyrDetailsPane *self)
{
  g_autoptr (GPtrArray) all =
      styr_workspace_dup_findings_of (self->workspace, "block", self->block_id);
  g_autoptr (GHashTable) here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *findings = styr_workspace_get_findings (self->workspace);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);

      g_hash_table_add (here, g_strdup (styr_record_get_id (finding)));
    }
  for (guint i = 0; i < all->len; i++)
    if (!styr_record_get_flag (all->pdata[i], "is_waived") &&
        g_hash_table_contains (here, styr_record_get_id (all->pdata[i])))
      g_ptr_array_add (open, g_object_ref (all->pdata[i]));
  return open;
}

static void
fill_findings (StyrDetailsPane *self)
{
  g_autoptr (GPtrArray) found = dup_findings (self);
  g_autofree char *heading = g_strdup_printf (_ ("Breaks the model’s rules (%u)"), found->len);
  GtkWidget *label, *list;

  if (found->len == 0)
    return;
  label = create_text (heading, "heading");
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0; i < MIN (found->len, N_FINDINGS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         styr_finding_row_new (self->workspace, found->pdata[i]));
  gtk_box_append (self->findings, label);
  gtk_box_append (self->findings, list);
  if (found->len > N_FINDINGS)
    gtk_box_append (self->findings, create_more_button (found->len - N_FINDINGS));
}

static void
findings_updated_cb (StyrDetailsPane *self)
{
  if (self->findings == NULL || self->block_id == NULL)
    return;
  empty_box (self->findings);
  fill_findings (self);
  gtk_widget_set_visible (GTK_WIDGET (self->findings),
                          gtk_widget_get_first_child (GTK_WIDGET (self->findings)) != NULL);
}

/* They come a moment after what changed: the picture never waits for the rules. */
static void
append_findings (StyrDetailsPane *self)
{
  StyrFindingsWatch *watch = styr_findings_watch_get (self->workspace);

  self->findings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  gtk_box_append (self->content, GTK_WIDGET (self->findings));
  if (!g_signal_handler_find (
          watch, G_SIGNAL_MATCH_DATA | G_SIGNAL_MATCH_FUNC, 0, 0, NULL, findings_updated_cb, self))
    g_signal_connect_object (
        watch, "updated", G_CALLBACK (findings_updated_cb), self, G_CONNECT_SWAPPED);
  if (styr_findings_watch_is_current (watch))
    findings_updated_cb (self);
}

/* connections */

static void
block_clicked_cb (StyrDetailsPane *self, GtkWidget *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "styr-block-id"));

  g_signal_emit (self, signals[SIGNAL_BLOCK_ACTIVATED], 0, id);
}

static GtkWidget *
create_block_button (StyrDetailsPane *self, const StyrBlock *block, const char *arrow)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), create_text (arrow, "dim-label"));
  gtk_box_append (GTK_BOX (box), create_text (block->name, NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, block->name, -1);
  g_object_set_data_full (G_OBJECT (button), "styr-block-id", g_strdup (block->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (block_clicked_cb), self);
  return button;
}

static void
append_connections (StyrDetailsPane *self,
                    const char *heading,
                    const char *arrow,
                    gboolean incoming,
                    gboolean follows_up)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  GPtrArray *connectors = styr_model_get_connectors (model);
  GtkBox *part = NULL;

  for (guint i = 0; i < connectors->len; i++)
    {
      const StyrConnector *connector = connectors->pdata[i];
      const char *here = incoming ? connector->to : connector->from;
      const StyrBlock *there =
          styr_model_find_block (model, incoming ? connector->from : connector->to);

      if (g_strcmp0 (here, self->block_id) != 0 || there == NULL ||
          (connector->kind == STYR_CONNECTOR_FOLLOWS_UP) != follows_up)
        continue;
      if (part == NULL)
        {
          part = append_part (self, heading);
          gtk_box_set_spacing (part, 0);
        }
      gtk_box_append (part, create_block_button (self, there, arrow));
    }
}

/* new documents */

static GtkWidget *
create_new_button (StyrDetailsPane *self, const StyrDocumentType *type)
{
  const char *unit_id = styr_workspace_get_unit_id (self->workspace);
  g_autofree char *label = g_strdup_printf (_ ("Create %s"), type->name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = create_text (label, NULL);

  /* Names of types can be long, and the text large. */
  gtk_label_set_xalign (GTK_LABEL (text), 0.5f);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-document");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button),
                                    "(ssi)",
                                    type->id,
                                    unit_id != NULL ? unit_id : "",
                                    styr_workspace_get_year (self->workspace));
  return button;
}

static GtkWidget *
create_new_menu (StyrDetailsPane *self, GPtrArray *types)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *unit_id = styr_workspace_get_unit_id (self->workspace);
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = types->pdata[i];
      g_autofree char *label = styr_text_dup_capitalised (type->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item,
                                         "win.new-document",
                                         "(ssi)",
                                         type->id,
                                         unit_id != NULL ? unit_id : "",
                                         styr_workspace_get_year (self->workspace));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("New document"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

/* Whether a row of the list already makes the document of @type that the button would make. */
static gboolean
has_missing_row (StyrDetailsPane *self, const StyrDocumentType *type)
{
  StyrOverview *overview = styr_workspace_get_overview (self->workspace);
  const char *unit_id = styr_workspace_get_unit_id (self->workspace);
  GPtrArray *things =
      overview != NULL ? styr_overview_get_block_things (overview, self->block_id) : NULL;

  for (guint i = 0; things != NULL && i < things->len; i++)
    {
      StyrRecord *thing = things->pdata[i];

      if (styr_thing_is_missing (thing) && styr_record_is (thing, "document_type", type->id) &&
          (unit_id == NULL || g_strcmp0 (styr_record_get_text (thing, "unit_id"), unit_id) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
fill_actions (StyrDetailsPane *self)
{
  g_autoptr (GPtrArray) types =
      styr_block_dup_document_types (styr_workspace_get_model (self->workspace), self->block_id);

  for (guint i = types->len; i > 0; i--)
    if (styr_document_type_is_retired (types->pdata[i - 1],
                                       styr_workspace_get_today (self->workspace)))
      g_ptr_array_remove_index (types, i - 1);
  if (types->len == 1 && has_missing_row (self, types->pdata[0]))
    g_ptr_array_set_size (types, 0);
  if (types->len == 1)
    gtk_box_append (self->actions, create_new_button (self, types->pdata[0]));
  else if (types->len > 1)
    gtk_box_append (self->actions, create_new_menu (self, types));
  gtk_widget_set_visible (GTK_WIDGET (self->actions), types->len > 0);
}

static void
styr_details_pane_finalize (GObject *object)
{
  StyrDetailsPane *self = STYR_DETAILS_PANE (object);

  g_clear_object (&self->workspace);
  g_free (self->block_id);
  G_OBJECT_CLASS (styr_details_pane_parent_class)->finalize (object);
}

static void
styr_details_pane_class_init (StyrDetailsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = styr_details_pane_finalize;

  /**
   * StyrDetailsPane::block-activated:
   * @id: a block of the model
   *
   * The user wants to see a block that this one is connected with.
   */
  signals[SIGNAL_BLOCK_ACTIVATED] = g_signal_new ("block-activated",
                                                  G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST,
                                                  0,
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_TYPE_NONE,
                                                  1,
                                                  G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrDetailsPane, content);
  gtk_widget_class_bind_template_child (widget_class, StyrDetailsPane, actions);
}

static void
styr_details_pane_init (StyrDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * styr_details_pane_set_block:
 * @self: a pane
 * @workspace: where the block and its documents come from
 * @block_id: (nullable): the block; one that the model doesn't have empties the pane
 *
 * Shows a block as it is now; to be called again when something changed.
 */
void
styr_details_pane_set_block (StyrDetailsPane *self, StyrWorkspace *workspace, const char *block_id)
{
  const StyrBlock *block;
  StyrOverview *overview;

  g_return_if_fail (STYR_IS_DETAILS_PANE (self));
  g_return_if_fail (STYR_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  if (block_id != self->block_id)
    {
      g_free (self->block_id);
      self->block_id = g_strdup (block_id);
    }
  self->findings = NULL;
  empty_box (self->content);
  empty_box (self->actions);
  block = block_id != NULL
              ? styr_model_find_block (styr_workspace_get_model (workspace), self->block_id)
              : NULL;
  if (block == NULL)
    return;
  overview = styr_workspace_get_overview (workspace);
  append_facts (self, block);
  if (overview != NULL)
    {
      append_documents (self, overview);
      append_findings (self);
      append_deadlines (self, overview);
    }
  append_connections (self, _ ("Builds on"), "←", TRUE, FALSE);
  append_connections (self, _ ("Leads to"), "→", FALSE, FALSE);
  append_connections (self, _ ("Follows up"), "←", TRUE, TRUE);
  append_connections (self, _ ("Followed up by"), "→", FALSE, TRUE);
  fill_actions (self);
}
