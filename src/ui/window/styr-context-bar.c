/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-context-bar.h"

#include "styr-workspace-organisation.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _StyrContextBar
{
  GtkBox parent_instance;

  StyrWorkspace *workspace;
  GSignalGroup *signals;
  GtkFilter *of_year;
  GListModel *unit_model; /* the whole municipality, then the workspace's units */
  gboolean following;     /* TRUE while the drop-downs follow the workspace */

  GtkDropDown *units;
  GtkDropDown *years;
};

G_DEFINE_FINAL_TYPE (StyrContextBar, styr_context_bar, GTK_TYPE_BOX)

static char *
get_unit_name (StyrRecord *record, gpointer unused)
{
  return record != NULL ? g_strdup (styr_record_get_text (record, "name")) : NULL;
}

/* Factories: the button shows a name cut to the place there is, the list shows it whole. */

static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_item_set_child (item, label);
}

static void
setup_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_item_set_child (item, box);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_autofree char *name = get_unit_name (gtk_list_item_get_item (item), NULL);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name != NULL ? name : "");
}

static void
show_tick (GtkListItem *item, StyrContextBar *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *tick = gtk_widget_get_last_child (box);
  gboolean chosen = gtk_list_item_get_item (item) == gtk_drop_down_get_selected_item (self->units);

  /* Opacity, so that the names stay in line */
  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
}

static void
selected_changed_cb (GtkDropDown *units, GParamSpec *pspec, gpointer user_data)
{
  show_tick (user_data, g_object_get_data (user_data, "styr-context-bar"));
}

static void
bind_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  StyrContextBar *self = user_data;
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *name = get_unit_name (gtk_list_item_get_item (item), NULL);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name != NULL ? name : "");
  g_object_set_data (G_OBJECT (item), "styr-context-bar", self);
  g_signal_connect_object (
      self->units, "notify::selected-item", G_CALLBACK (selected_changed_cb), item, 0);
  show_tick (item, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "",
                                  -1);
}

static void
unbind_list_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  StyrContextBar *self = user_data;

  g_signal_handlers_disconnect_by_func (self->units, selected_changed_cb, item);
}

/* The keyboard: the drop-downs' own pop-ups don't take the first match on Return, and begin at
 * their first row. */

/* The first widget of @type below @widget, itself included. */
static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
name_begins (StyrRecord *unit, const char *typed)
{
  g_autofree char *name = g_utf8_casefold (styr_record_get_text (unit, "name"), -1);
  g_autofree char *short_name =
      styr_record_has (unit, "short_name")
          ? g_utf8_casefold (styr_record_get_text (unit, "short_name"), -1)
          : NULL;

  return g_str_has_prefix (name, typed) || g_strcmp0 (short_name, typed) == 0;
}

/* Return takes the first unit that begins so. GTK's own list is filtered a moment after the typing,
 * so it can't be asked. */
static void
search_activated_cb (GtkEditable *entry, StyrContextBar *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (entry), -1);

  for (guint i = 0; typed[0] != '\0' && i < g_list_model_get_n_items (self->unit_model); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (self->unit_model, i);

      if (name_begins (unit, typed))
        {
          gtk_popover_popdown (GTK_POPOVER (popover));
          gtk_drop_down_set_selected (self->units, i);
          return;
        }
    }
}

static gboolean
focus_selected_year_cb (gpointer data)
{
  StyrContextBar *self = data;
  GtkWidget *list = find_below (GTK_WIDGET (self->years), GTK_TYPE_LIST_VIEW);

  if (list == NULL || !gtk_widget_get_mapped (list))
    return G_SOURCE_REMOVE;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Not at once: the pop-up gives the focus to its first row when it has been shown. */
static void
years_shown_cb (GtkWidget *popover, StyrContextBar *self)
{
  g_idle_add_full (
      G_PRIORITY_HIGH_IDLE, focus_selected_year_cb, g_object_ref (self), g_object_unref);
}

static gboolean
focus_search_cb (gpointer entry)
{
  if (gtk_widget_get_mapped (entry))
    gtk_widget_grab_focus (entry);
  return G_SOURCE_REMOVE;
}

/* Typing seeks at once. */
static void
search_shown_cb (GtkWidget *entry, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_search_cb, g_object_ref (entry), g_object_unref);
}

static void
set_up_keyboard (StyrContextBar *self)
{
  GtkWidget *entry = find_below (GTK_WIDGET (self->units), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *popover = find_below (GTK_WIDGET (self->years), GTK_TYPE_POPOVER);

  if (entry != NULL)
    {
      g_signal_connect_object (entry, "activate", G_CALLBACK (search_activated_cb), self, 0);
      g_signal_connect (entry, "map", G_CALLBACK (search_shown_cb), NULL);
    }
  if (popover != NULL)
    g_signal_connect_object (popover, "map", G_CALLBACK (years_shown_cb), self, G_CONNECT_AFTER);
}

/* Following the workspace */

static void
follow_unit (StyrContextBar *self)
{
  const char *unit_id = styr_workspace_get_unit_id (self->workspace);
  guint n_units = g_list_model_get_n_items (self->unit_model);

  for (guint i = 0; i < n_units; i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (self->unit_model, i);

      if (g_strcmp0 (styr_record_get_id (unit), unit_id != NULL ? unit_id : "") == 0)
        gtk_drop_down_set_selected (self->units, i);
    }
}

static GtkStringList *
create_years (GArray *years)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", g_array_index (years, int, i));

      gtk_string_list_append (list, text);
    }
  return list;
}

static gboolean
shows_years (StyrContextBar *self, GArray *years)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->years));

  if (list == NULL || g_list_model_get_n_items (G_LIST_MODEL (list)) != years->len)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (atoi (gtk_string_list_get_string (list, i)) != g_array_index (years, int, i))
      return FALSE;
  return TRUE;
}

static void
follow_year (StyrContextBar *self)
{
  g_autoptr (GArray) years = styr_workspace_dup_years (self->workspace);

  /* The list is left alone when it can be: it may be open just now */
  if (!shows_years (self, years))
    {
      g_autoptr (GtkStringList) list = create_years (years);

      gtk_drop_down_set_model (self->years, G_LIST_MODEL (list));
    }
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == styr_workspace_get_year (self->workspace))
      gtk_drop_down_set_selected (self->years, i);
}

static void
follow (StyrContextBar *self)
{
  self->following = TRUE;
  gtk_filter_changed (self->of_year, GTK_FILTER_CHANGE_DIFFERENT);
  follow_unit (self);
  follow_year (self);
  self->following = FALSE;
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrContextBar *self)
{
  if (kinds == NULL || g_hash_table_contains (kinds, "unit") ||
      g_hash_table_contains (kinds, "document") || g_hash_table_contains (kinds, "municipality"))
    follow (self);
}

static void
unit_selected_cb (GtkDropDown *units, GParamSpec *pspec, StyrContextBar *self)
{
  StyrRecord *unit = gtk_drop_down_get_selected_item (units);
  const char *id;

  if (self->following || self->workspace == NULL || unit == NULL)
    return;
  id = styr_record_get_id (unit);
  styr_workspace_set_unit_id (self->workspace, *id != '\0' ? id : NULL);
}

static void
year_selected_cb (GtkDropDown *years, GParamSpec *pspec, StyrContextBar *self)
{
  GtkStringObject *year = gtk_drop_down_get_selected_item (years);

  if (self->following || self->workspace == NULL || year == NULL)
    return;
  styr_workspace_set_year (self->workspace, atoi (gtk_string_object_get_string (year)));
}

/* The units of the year, and the one that is shown whenever it was: it must not vanish from under
 * the reader */
static gboolean
is_of_year_cb (gpointer unit, gpointer user_data)
{
  StyrWorkspace *workspace = user_data;

  return styr_unit_exists_in_year (unit, styr_workspace_get_year (workspace)) ||
         g_strcmp0 (styr_record_get_id (unit), styr_workspace_get_unit_id (workspace)) == 0;
}

static GListModel *
create_unit_model (StyrWorkspace *workspace, GtkFilter *filter)
{
  g_autoptr (GListStore) whole = g_list_store_new (STYR_TYPE_RECORD);
  g_autoptr (StyrRecord) municipality = styr_record_new ("unit", "");
  g_autofree char *name = styr_workspace_dup_unit_label (workspace, NULL);
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFilterListModel) units = NULL;

  styr_record_set_text (municipality, "name", name);
  g_list_store_append (whole, municipality);
  g_list_store_append (models, whole);
  units = gtk_filter_list_model_new (g_object_ref (styr_workspace_get_units (workspace)),
                                     g_object_ref (filter));
  g_list_store_append (models, units);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
}

static void
styr_context_bar_dispose (GObject *object)
{
  StyrContextBar *self = STYR_CONTEXT_BAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->unit_model);
  g_clear_object (&self->of_year);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (styr_context_bar_parent_class)->dispose (object);
}

static void
styr_context_bar_class_init (StyrContextBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = styr_context_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-context-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrContextBar, units);
  gtk_widget_class_bind_template_child (widget_class, StyrContextBar, years);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
}

/* The pointer is still on the button when its list is open: the tooltip would lie over the list. */
static void
hide_tooltip_when_open (GtkWidget *drop_down)
{
  GtkWidget *toggle = gtk_widget_get_first_child (drop_down);

  g_object_bind_property (
      toggle, "active", drop_down, "has-tooltip", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
styr_context_bar_init (StyrContextBar *self)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (button, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_button_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (setup_list_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (bind_list_cb), self);
  g_signal_connect (list, "unbind", G_CALLBACK (unbind_list_cb), self);
  gtk_drop_down_set_factory (self->units, button);
  gtk_drop_down_set_list_factory (self->units, list);

  name = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_unit_name), NULL, NULL);
  gtk_drop_down_set_expression (self->units, name);
  hide_tooltip_when_open (GTK_WIDGET (self->units));
  hide_tooltip_when_open (GTK_WIDGET (self->years));
  gtk_drop_down_set_enable_search (self->units, TRUE);
  set_up_keyboard (self);

  self->signals = g_signal_group_new (STYR_TYPE_WORKSPACE);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_group_connect_object (
      self->signals, "context-changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
}

/**
 * Shows and sets the context of @workspace.
 *
 * @workspace: (nullable): NULL shows nothing
 */
void
styr_context_bar_set_workspace (StyrContextBar *self, StyrWorkspace *workspace)
{
  g_return_if_fail (STYR_IS_CONTEXT_BAR (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  g_signal_group_set_target (self->signals, workspace);
  g_clear_object (&self->unit_model);
  self->following = TRUE;
  g_clear_object (&self->of_year);
  if (workspace != NULL)
    {
      self->of_year = GTK_FILTER (
          gtk_custom_filter_new (is_of_year_cb, g_object_ref (workspace), g_object_unref));
      self->unit_model = create_unit_model (workspace, self->of_year);
    }
  gtk_drop_down_set_model (self->units, self->unit_model);
  self->following = FALSE;
  if (workspace != NULL)
    follow (self);
}
