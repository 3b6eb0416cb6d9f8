/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-models-page.h"

#include "styr-model-compare-window.h"
#include "styr-model-roles.h"
#include "styr-model-story.h"
#include "styr-model-version.h"
#include "styr-when-shown.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define PAGE_WIDTH 860

struct _StyrModelsPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  GListModel *models;
  GtkWidget *versions; /* box of the group of versions */
  GtkWidget *story;    /* box of what the shown model says of itself */
  char *subtitle;
  guint refresh_id;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrModelsPage, styr_models_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static StyrRecord *
dup_version (StyrModelsPage *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (self->models, i);

      if (g_strcmp0 (styr_record_get_id (version), id) == 0)
        return g_steal_pointer (&version);
    }
  return NULL;
}

/* Actions: each has the version's id as its parameter */

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrModelsPage *self = STYR_MODELS_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!styr_workspace_show_model (self->workspace, g_variant_get_string (parameter, NULL), &error))
    styr_widget_show_error (widget, error->message);
}

static void
version_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrModelsPage *self = STYR_MODELS_PAGE (widget);
  g_autoptr (StyrRecord) version = dup_version (self, g_variant_get_string (parameter, NULL));

  if (version == NULL)
    return;
  if (g_str_equal (action, "models.new"))
    gtk_window_present (GTK_WINDOW (styr_model_version_ask_new (widget, self->workspace, version)));
  else if (g_str_equal (action, "models.decide"))
    gtk_window_present (
        GTK_WINDOW (styr_model_version_ask_decide (widget, self->workspace, version)));
  else if (g_str_equal (action, "models.compare"))
    gtk_window_present (GTK_WINDOW (
        styr_model_compare_window_new (widget, self->workspace, styr_record_get_id (version))));
  else
    styr_model_version_ask_delete (widget, self->workspace, version);
}

/* What is exported is what is shown. */
static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_cb (widget, action, parameter);
  gtk_widget_activate_action (widget, "win.export-model", NULL);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (StyrModelsPage *self, StyrRecord *version, const char *title)
{
  const char *id = styr_record_get_id (version);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_ ("What can be done with %s"), title);

  append (menu, _ ("New version…"), "models.new", id);
  if (styr_record_is (version, "status", "draft") || styr_record_is (version, "status", "interim"))
    append (menu, _ ("Decide…"), "models.decide", id);
  if (g_list_model_get_n_items (self->models) > 1)
    append (menu, _ ("Compare…"), "models.compare", id);
  append (menu, _ ("Export…"), "models.export", id);
  if (styr_record_is (version, "status", "draft") && g_list_model_get_n_items (self->models) > 1)
    append (menu, _ ("Delete the draft…"), "models.delete", id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  /* the pointer is still there when the menu is open: the tooltip would lie over it */
  g_object_bind_property (gtk_widget_get_first_child (button),
                          "active",
                          button,
                          "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  /* The button in it is what a screen reader meets */
  styr_widget_set_name_text (gtk_widget_get_first_child (button), name);
  return button;
}

/* Versions */

static GtkWidget *
make_status (StyrRecord *version)
{
  g_autofree char *status = styr_model_version_dup_status (version);
  g_autofree char *text =
      g_strdup_printf ("%s %s", styr_model_version_get_symbol (version), status);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  return label;
}

static GtkWidget *
make_show_button (StyrRecord *version, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("version", "Show"));
  g_autofree char *name = g_strdup_printf (_ ("Show %s in the whole window"), title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "models.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", styr_record_get_id (version));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  styr_widget_set_name_text (button, name);
  return button;
}

static GtkWidget *
make_row (StyrModelsPage *self, StyrRecord *version)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = styr_model_version_dup_title (version);
  g_autofree char *facts = styr_model_version_dup_facts (self->workspace, version);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_status (version));
  if (styr_record_get_flag (version, "is_shown"))
    {
      GtkWidget *shown = gtk_label_new (_ ("shown"));

      gtk_widget_add_css_class (shown, "styr-badge");
      gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
    }
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_show_button (version, title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (self, version, title));
  return row;
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
make_import_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Import…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-model");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
fill_versions (StyrModelsPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  empty (self->versions);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Versions"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("A document is always read with the version that it was made by."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), make_import_button ());
  for (guint i = 0; i < g_list_model_get_n_items (self->models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (self->models, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, version));
    }
  gtk_box_append (GTK_BOX (self->versions), group);
}

static void
add_part (StyrModelsPage *self, GtkWidget *part)
{
  if (part != NULL)
    gtk_box_append (GTK_BOX (self->story), part);
}

static void
fill_story (StyrModelsPage *self)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);

  empty (self->story);
  add_part (self, styr_model_story_make_project (self->workspace));
  add_part (self, styr_model_story_make_history (self->workspace));
  add_part (self, styr_model_story_make_pending (model));
  add_part (self, styr_model_roles_make_statements (model));
  add_part (self, styr_model_roles_make_roles (self->workspace));
}

static void
update_subtitle (StyrModelsPage *self)
{
  guint n = g_list_model_get_n_items (self->models);
  guint n_drafts = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (self->models, i);

      n_drafts += styr_record_is (version, "status", "draft");
    }
  g_free (self->subtitle);
  self->subtitle = g_strdup_printf (ngettext ("%u version", "%u versions", n), n);
  if (n_drafts > 0 && n > 1)
    {
      g_autofree char *versions = self->subtitle;

      self->subtitle =
          g_strdup_printf (ngettext ("%s, %u of them a draft", "%s, %u of them drafts", n_drafts),
                           versions,
                           n_drafts);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/* The focus goes back to where it was: rows are made anew, in the same order. */
static GPtrArray *
list_stops (GtkWidget *widget, GPtrArray *stops)
{
  if (gtk_widget_get_focusable (widget))
    g_ptr_array_add (stops, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_stops (child, stops);
  return stops;
}

static void
refresh (gpointer data)
{
  StyrModelsPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) before = list_stops (GTK_WIDGET (self), g_ptr_array_new ());
  guint index = 0;
  gboolean had_focus = focus != NULL && g_ptr_array_find (before, focus, &index);

  if (styr_workspace_get_model (self->workspace) == NULL)
    return;
  fill_versions (self);
  fill_story (self);
  update_subtitle (self);
  if (had_focus)
    {
      g_autoptr (GPtrArray) after = list_stops (GTK_WIDGET (self), g_ptr_array_new ());

      if (after->len > 0)
        gtk_widget_grab_focus (after->pdata[MIN (index, after->len - 1)]);
    }
}

static gboolean
refresh_cb (gpointer data)
{
  StyrModelsPage *self = data;

  self->refresh_id = 0;
  styr_when_shown (self, refresh);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (StyrModelsPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrModelsPage *self)
{
  if (g_hash_table_contains (kinds, "model") || g_hash_table_contains (kinds, "model_element") ||
      g_hash_table_contains (kinds, "document"))
    queue_refresh (self);
}

/* The page */

static void
build (StyrModelsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);

  self->versions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->story = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  gtk_box_append (GTK_BOX (box), self->versions);
  gtk_box_append (GTK_BOX (box), self->story);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 36);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PAGE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PAGE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
styr_models_page_constructed (GObject *object)
{
  StyrModelsPage *self = STYR_MODELS_PAGE (object);

  G_OBJECT_CLASS (styr_models_page_parent_class)->constructed (object);
  self->models = g_object_ref (styr_workspace_get_models (self->workspace));
  build (self);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (
      self->workspace, "notify::model", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
styr_models_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrModelsPage *self = STYR_MODELS_PAGE (object);

  if (id == PROP_WORKSPACE)
    g_value_set_object (value, self->workspace);
  else if (id == PROP_TITLE)
    g_value_set_string (value, _ ("Model versions"));
  else if (id == PROP_SUBTITLE)
    g_value_set_string (value, self->subtitle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_models_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    STYR_MODELS_PAGE (object)->workspace = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_models_page_dispose (GObject *object)
{
  StyrModelsPage *self = STYR_MODELS_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->models);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_models_page_parent_class)->dispose (object);
}

static void
styr_models_page_finalize (GObject *object)
{
  g_free (STYR_MODELS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (styr_models_page_parent_class)->finalize (object);
}

static void
styr_models_page_class_init (StyrModelsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = styr_models_page_constructed;
  object_class->get_property = styr_models_page_get_property;
  object_class->set_property = styr_models_page_set_property;
  object_class->dispose = styr_models_page_dispose;
  object_class->finalize = styr_models_page_finalize;
  gtk_widget_class_install_action (widget_class, "models.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "models.new", "s", version_cb);
  gtk_widget_class_install_action (widget_class, "models.decide", "s", version_cb);
  gtk_widget_class_install_action (widget_class, "models.compare", "s", version_cb);
  gtk_widget_class_install_action (widget_class, "models.delete", "s", version_cb);
  gtk_widget_class_install_action (widget_class, "models.export", "s", export_cb);

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace",
                           NULL,
                           NULL,
                           STYR_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
styr_models_page_init (StyrModelsPage *self)
{
}

/** Makes the page of the model's versions. */
GtkWidget *
styr_models_page_new (StyrWorkspace *workspace)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  return g_object_new (STYR_TYPE_MODELS_PAGE, "workspace", workspace, NULL);
}
