/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-version-bar.h"

#include "styr-model-version.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

struct _StyrVersionBar
{
  AdwBin parent_instance;

  StyrWorkspace *workspace; /* not held: the window closes it */
  GSignalGroup *signals;
  GtkLabel *label;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StyrVersionBar, styr_version_bar, ADW_TYPE_BIN)

static StyrRecord *
dup_shown (StyrVersionBar *self)
{
  const char *id = styr_workspace_get_model_id (self->workspace);
  GListModel *models = styr_workspace_get_models (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (models, i);

      if (g_strcmp0 (styr_record_get_id (version), id) == 0)
        return g_steal_pointer (&version);
    }
  return NULL;
}

static void
update (StyrVersionBar *self)
{
  g_autoptr (StyrRecord) version = NULL;
  g_autofree char *title = NULL;
  g_autofree char *status = NULL;
  g_autofree char *text = NULL;

  if (self->workspace != NULL && styr_workspace_get_model (self->workspace) != NULL &&
      g_strcmp0 (styr_workspace_get_model_id (self->workspace),
                 styr_workspace_get_current_model_id (self->workspace)) != 0)
    version = dup_shown (self);
  gtk_widget_set_visible (GTK_WIDGET (self), version != NULL);
  if (version == NULL)
    return;
  title = styr_model_version_dup_title (version);
  status = styr_model_version_dup_status (version);
  /* Translators: the version's name, then its status: Draft. */
  text =
      g_strdup_printf (_ ("You are looking at %s (%s), not at the model in force."), title, status);
  gtk_label_set_text (self->label, text);
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrVersionBar *self)
{
  if (g_hash_table_contains (kinds, "model") || g_hash_table_contains (kinds, "model_element"))
    update (self);
}

static void
model_cb (StyrWorkspace *workspace, GParamSpec *pspec, StyrVersionBar *self)
{
  update (self);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrVersionBar *self = STYR_VERSION_BAR (widget);
  const char *current = styr_workspace_get_current_model_id (self->workspace);
  g_autoptr (GError) error = NULL;

  if (current != NULL && !styr_workspace_show_model (self->workspace, current, &error))
    styr_widget_show_error (widget, error->message);
}

static void
styr_version_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    g_value_set_object (value, STYR_VERSION_BAR (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_version_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StyrVersionBar *self = STYR_VERSION_BAR (object);

  if (id != PROP_WORKSPACE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_set_weak_pointer (&self->workspace, g_value_get_object (value));
  g_signal_group_set_target (self->signals, self->workspace);
  update (self);
}

static void
styr_version_bar_dispose (GObject *object)
{
  StyrVersionBar *self = STYR_VERSION_BAR (object);

  g_clear_object (&self->signals);
  g_clear_weak_pointer (&self->workspace);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (styr_version_bar_parent_class)->dispose (object);
}

static void
styr_version_bar_class_init (StyrVersionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = styr_version_bar_get_property;
  object_class->set_property = styr_version_bar_set_property;
  object_class->dispose = styr_version_bar_dispose;
  properties[PROP_WORKSPACE] = g_param_spec_object (
      "workspace", NULL, NULL, STYR_TYPE_WORKSPACE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "version.back", NULL, back_cb);
}

static void
styr_version_bar_init (StyrVersionBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *symbol = gtk_image_new_from_icon_name ("view-reveal-symbolic");
  GtkWidget *button = gtk_button_new_with_label (_ ("Back to the one in force"));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "version.back");
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "styr-version-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
  self->signals = g_signal_group_new (STYR_TYPE_WORKSPACE);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_group_connect_object (self->signals, "notify::model", G_CALLBACK (model_cb), self, 0);
}
