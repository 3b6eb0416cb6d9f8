/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-list.h"

#include "styr-locale.h"
#include "styr-names.h"
#include "styr-unit-words.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

struct _StyrUnitList
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  GtkListBox *list;
  char *day;      /* ISO; NULL = today */
  char *selected; /* a unit's id, "" = the terms of office; NULL = nothing yet */
  gboolean shows_ended;
  gboolean is_filling;
  guint n_units;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrUnitList, styr_unit_list, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static const char *
get_row_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "styr-unit");
}

static const char *
get_row_group (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "styr-group");
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = get_row_group (row);
  GtkWidget *header;

  if (before != NULL && g_strcmp0 (get_row_group (before), group) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "styr-sidebar-group");
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_list_box_row_set_header (row, header);
}

/* Rows */

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_row (
    StyrUnitList *self, const char *id, const char *group, const char *title, const char *caption)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *name =
      caption != NULL ? g_strdup_printf ("%s, %s", title, caption) : g_strdup (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  if (caption != NULL)
    gtk_box_append (GTK_BOX (box), make_caption (caption));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "styr-unit", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "styr-group", g_strdup (group), g_free);
  styr_widget_set_name_text (row, name);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (id, self->selected) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/* That it belongs under the one council goes without saying. */
static const char *
find_parent_name (StyrUnitList *self, StyrRecord *unit)
{
  const char *parent_id = styr_record_get_text (unit, "parent_id");
  StyrRecord *parent =
      parent_id != NULL ? styr_workspace_find_unit (self->workspace, parent_id) : NULL;
  const StyrBodyType *type =
      parent != NULL ? styr_model_find_body_type (styr_workspace_get_model (self->workspace),
                                                  styr_record_get_text (parent, "type"))
                     : NULL;

  return type != NULL && type->is_single ? NULL : styr_record_get_text (unit, "parent_name");
}

static char *
dup_caption (StyrUnitList *self, StyrRecord *unit, const char *day)
{
  const char *parent = find_parent_name (self, unit);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *period = styr_unit_dup_period (unit, day);

  if (parent != NULL)
    g_string_append_printf (text, _ ("under %s"), parent);
  if (period != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", period);
  if (!styr_record_get_flag (unit, "inside_model"))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ ("outside the model"));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_type (
    StyrUnitList *self, GPtrArray *units, const char *type, const char *group, const char *day)
{
  for (guint i = 0; i < units->len; i++)
    {
      StyrRecord *unit = units->pdata[i];
      g_autofree char *caption = NULL;

      if (!styr_record_is (unit, "type", type))
        continue;
      caption = dup_caption (self, unit, day);
      add_row (
          self, styr_record_get_id (unit), group, styr_record_get_text (unit, "name"), caption);
    }
}

/* Types that the shown model doesn't know come last, under the name that they have. */
static void
add_unknown (StyrUnitList *self, GPtrArray *units, const char *day)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);

  for (guint i = 0; i < units->len; i++)
    {
      const char *type = styr_record_get_text (units->pdata[i], "type");
      g_autofree char *caption = NULL;

      if (styr_model_find_body_type (model, type) != NULL)
        continue;
      caption = dup_caption (self, units->pdata[i], day);
      add_row (self,
               styr_record_get_id (units->pdata[i]),
               type,
               styr_record_get_text (units->pdata[i], "name"),
               caption);
    }
}

static void
fill (StyrUnitList *self)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  const char *day = self->day != NULL ? self->day : styr_workspace_get_today (self->workspace);
  g_autoptr (GPtrArray) units =
      styr_workspace_dup_units_on (self->workspace, self->shows_ended ? NULL : day);
  GPtrArray *types = styr_model_get_body_types (model);
  GtkListBoxRow *row;

  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_units = units->len;
  for (guint i = 0; i < types->len; i++)
    {
      const StyrBodyType *type = types->pdata[i];
      g_autofree char *group = styr_unit_dup_group_name (type);

      add_type (self, units, type->id, group, day);
    }
  add_unknown (self, units, day);
  if (styr_model_get_terms (model)->len > 0)
    add_row (self, "", _ ("Time"), _ ("Terms of office"), NULL);
  self->is_filling = FALSE;
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, StyrUnitList *self)
{
  if (row == NULL || self->is_filling || g_strcmp0 (get_row_id (row), self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (get_row_id (row));
  g_signal_emit (self, signals[CHOSEN], 0, self->selected);
}

/* In a narrow window the list lies over the form: a click goes there also when the unit was chosen
 * already */
static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, StyrUnitList *self)
{
  g_free (self->selected);
  self->selected = g_strdup (get_row_id (row));
  g_signal_emit (self, signals[CHOSEN], 0, self->selected);
}

static gboolean
has_focus_inside (StyrUnitList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
refresh (StyrUnitList *self)
{
  gboolean had_focus = has_focus_inside (self);
  GtkListBoxRow *row;

  if (styr_workspace_get_model (self->workspace) == NULL)
    return;
  fill (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrUnitList *self)
{
  if (g_hash_table_contains (kinds, "unit") || g_hash_table_contains (kinds, "model_element"))
    refresh (self);
}

static void
styr_unit_list_dispose (GObject *object)
{
  StyrUnitList *self = STYR_UNIT_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (styr_unit_list_parent_class)->dispose (object);
}

static void
styr_unit_list_class_init (StyrUnitListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_unit_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen",
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
styr_unit_list_init (StyrUnitList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  styr_widget_set_name_text (GTK_WIDGET (self->list), _ ("Units"));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, 0);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, 0);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/** Makes the list of the units of today. */
GtkWidget *
styr_unit_list_new (StyrWorkspace *workspace)
{
  StyrUnitList *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_UNIT_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (
      workspace, "notify::model", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/** Selects a unit without a signal. @unit_id: (nullable): NULL = the first, "" = the terms of
 * office */
void
styr_unit_list_select (StyrUnitList *self, const char *unit_id)
{
  GtkListBoxRow *row;

  g_return_if_fail (STYR_IS_UNIT_LIST (self));

  self->is_filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (unit_id == NULL || g_strcmp0 (get_row_id (row), unit_id) == 0)
      {
        gtk_list_box_select_row (self->list, row);
        g_free (self->selected);
        self->selected = g_strdup (get_row_id (row));
        break;
      }
  self->is_filling = FALSE;
}

/** Returns: (transfer none) (nullable): the selected unit's id, "" for the terms of office */
const char *
styr_unit_list_get_selected (StyrUnitList *self)
{
  g_return_val_if_fail (STYR_IS_UNIT_LIST (self), NULL);
  return self->selected;
}

/** Shows the units of another day. @day: (nullable): ISO date; NULL = today */
void
styr_unit_list_set_day (StyrUnitList *self, const char *day)
{
  g_return_if_fail (STYR_IS_UNIT_LIST (self));

  if (g_strcmp0 (day, self->day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  refresh (self);
}

/** Shows every unit that there has been. */
void
styr_unit_list_set_shows_ended (StyrUnitList *self, gboolean shows_ended)
{
  g_return_if_fail (STYR_IS_UNIT_LIST (self));

  self->shows_ended = shows_ended;
  refresh (self);
}

/** Returns: how many units are shown */
guint
styr_unit_list_get_n_units (StyrUnitList *self)
{
  g_return_val_if_fail (STYR_IS_UNIT_LIST (self), 0);
  return self->n_units;
}
