/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-block-links.h"

#include "styr-model-new.h"
#include "styr-model-remove.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/*
 * What belongs to a block but stands in other lists of the model: its document types, which open
 * from here, and the connectors to and from it. Signal "opened" (path, is new).
 */
struct _StyrBlockLinks
{
  GtkWidget parent_instance;

  StyrWorkspace *workspace;
  char *path;
  const char *block; /* id, in path */
  GtkWidget *types, *connectors;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrBlockLinks, styr_block_links, GTK_TYPE_WIDGET)

static void
open_cb (StyrBlockLinks *self, GtkWidget *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), "styr-path");

  if (path != NULL)
    g_signal_emit (self, signals[OPENED], 0, path, FALSE);
}

static void
remove_cb (GtkWidget *button, StyrBlockLinks *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "styr-path"));

  styr_model_remove_ask (GTK_WIDGET (self), self->workspace, path);
}

static GtkWidget *
make_row (
    StyrBlockLinks *self, const char *path, const char *name, const char *note, gboolean removable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = note != NULL ? g_markup_escape_text (note, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  styr_widget_set_name_text (row, name);
  g_object_set_data_full (G_OBJECT (row), "styr-path", g_strdup (path), g_free);
  if (removable)
    {
      g_autofree char *text = g_strdup_printf (_ ("Remove %s"), name);
      GtkWidget *button = styr_icon_button_new ("user-trash-symbolic", text);

      g_object_set_data_full (G_OBJECT (button), "styr-path", g_strdup (path), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
clear (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static JsonArray *
get_list (StyrBlockLinks *self, const char *list)
{
  JsonNode *node = styr_workspace_peek_model_value (self->workspace, list);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_of_block (StyrBlockLinks *self, JsonObject *element, const char *key)
{
  return g_strcmp0 (json_object_get_string_member_with_default (element, key, NULL), self->block) ==
         0;
}

/**
 * styr_block_links_refresh:
 * @links: a #StyrBlockLinks
 *
 * Shows them as the model has them now.
 */
void
styr_block_links_refresh (GtkWidget *links)
{
  StyrBlockLinks *self = STYR_BLOCK_LINKS (links);
  JsonArray *types = get_list (self, "documentTypes");
  JsonArray *connectors = get_list (self, "connectors");

  clear (self->types);
  clear (self->connectors);
  for (guint i = 0; types != NULL && i < json_array_get_length (types); i++)
    {
      JsonObject *type = json_array_get_object_element (types, i);
      g_autofree char *path = styr_model_path_dup_element ("documentTypes", types, i);

      if (is_of_block (self, type, "block"))
        gtk_list_box_append (
            GTK_LIST_BOX (self->types),
            make_row (self, path, json_object_get_string_member (type, "name"), NULL, FALSE));
    }
  for (guint i = 0; connectors != NULL && i < json_array_get_length (connectors); i++)
    {
      JsonObject *connector = json_array_get_object_element (connectors, i);
      g_autofree char *path = styr_model_path_dup_element ("connectors", connectors, i);
      g_autofree char *name = styr_model_name_of_element (self->workspace, "connectors", connector);
      g_autofree char *note = styr_model_note_of_element (self->workspace, "connectors", connector);

      if (is_of_block (self, connector, "from") || is_of_block (self, connector, "to"))
        gtk_list_box_append (GTK_LIST_BOX (self->connectors),
                             make_row (self, path, name, note, TRUE));
    }
  gtk_widget_set_visible (self->types,
                          gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->types), 0) != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (self->connectors),
                          gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->connectors), 0) !=
                              NULL);
}

/* A new document type of the block is a copy of nothing: it is asked for its name in its form. */
static void
add_type_cb (StyrBlockLinks *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = styr_model_name_of_path (self->workspace, self->path);
  g_autofree char *path = styr_model_new_add_to_block (self->workspace, self->block, name, &error);

  if (path == NULL)
    styr_widget_show_error (GTK_WIDGET (self), error->message);
  else
    g_signal_emit (self, signals[OPENED], 0, path, TRUE);
}

static GtkWidget *
add_list (StyrBlockLinks *self, const char *title)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label",
                                   title,
                                   "xalign",
                                   0.0f,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING,
                                   NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (group, "styr-group");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), label);
  gtk_box_append (GTK_BOX (group), list);
  gtk_widget_set_parent (group, GTK_WIDGET (self));
  return list;
}

static void
styr_block_links_dispose (GObject *object)
{
  StyrBlockLinks *self = STYR_BLOCK_LINKS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_block_links_parent_class)->dispose (object);
}

static void
styr_block_links_finalize (GObject *object)
{
  g_free (STYR_BLOCK_LINKS (object)->path);
  G_OBJECT_CLASS (styr_block_links_parent_class)->finalize (object);
}

static void
styr_block_links_class_init (StyrBlockLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_block_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_block_links_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[OPENED] = g_signal_new ("opened",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_STRING,
                                  G_TYPE_BOOLEAN);
}

static void
styr_block_links_init (StyrBlockLinks *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * styr_block_links_new:
 * @block_path: path of a block
 *
 * Returns: (transfer floating): what belongs to the block
 */
GtkWidget *
styr_block_links_new (StyrWorkspace *workspace, const char *block_path)
{
  StyrBlockLinks *self = g_object_new (STYR_TYPE_BLOCK_LINKS, NULL);
  GtkWidget *button;

  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (block_path);
  self->block = strrchr (self->path, '/') + 1;
  self->types = add_list (self, C_ ("model", "Document types"));
  button = styr_add_button_new (C_ ("model", "New document type"), NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_type_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->types)), button);
  self->connectors = add_list (self, C_ ("model", "Connectors"));
  return GTK_WIDGET (self);
}
