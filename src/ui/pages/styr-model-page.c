/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-page.h"

#include "styr-element-list.h"
#include "styr-last-input.h"
#include "styr-model-band.h"
#include "styr-model-pane.h"
#include "styr-model-parts.h"
#include "styr-model-search.h"
#include "styr-model-style.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/**
 * StyrModelPage:
 *
 * The steering model as something to change: its parts, the elements of the chosen part, and the
 * form of the chosen element. On a narrow window one after the other.
 */
struct _StyrModelPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  char *subtitle;
  char *part;               /* key of the list that is shown */
  GtkWidget *outer, *inner; /* leaflets: parts | rest, elements | form */
  GtkWidget *search, *parts, *middle, *elements, *results, *found;
  GtkWidget *pane, *list_back, *pane_back, *list_title;
  guint refresh_id;
  gboolean staying; /* the lists are given back their marks */
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrModelPage,
                               styr_model_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

static gboolean
has_elements (const char *part)
{
  return part[0] != '\0' && !g_str_equal (part, "terminology");
}

/* Narrow windows: going in and out */

static void
go_to (StyrModelPage *self, GtkWidget *column)
{
  if (column == self->parts)
    {
      adw_leaflet_navigate (ADW_LEAFLET (self->outer), ADW_NAVIGATION_DIRECTION_BACK);
      return;
    }
  adw_leaflet_set_visible_child_name (ADW_LEAFLET (self->outer), "rest");
  adw_leaflet_set_visible_child_name (ADW_LEAFLET (self->inner),
                                      column == self->pane ? "form" : "elements");
}

static void
folded_cb (StyrModelPage *self)
{
  gboolean outer = adw_leaflet_get_folded (ADW_LEAFLET (self->outer));
  gboolean inner = adw_leaflet_get_folded (ADW_LEAFLET (self->inner));

  gtk_widget_set_visible (gtk_widget_get_parent (self->list_back), outer);
  gtk_widget_set_visible (self->pane_back, inner || (outer && !has_elements (self->part)));
}

static void
list_back_cb (StyrModelPage *self)
{
  go_to (self, self->parts);
}

static void
pane_back_cb (StyrModelPage *self)
{
  styr_typed_flush (STYR_TYPED (self->pane));
  if (has_elements (self->part))
    go_to (self, self->middle);
  else
    go_to (self, self->parts);
}

/* Showing */

static void
show_part (StyrModelPage *self, const char *part)
{
  g_autofree char *wanted = g_strdup (part);

  g_free (self->part);
  self->part = g_steal_pointer (&wanted);
  styr_model_parts_select (self->parts, self->part);
  gtk_widget_set_visible (self->middle, has_elements (self->part));
  gtk_label_set_text (GTK_LABEL (self->list_title), styr_model_parts_get_title (self->part));
  if (has_elements (self->part))
    {
      styr_element_list_set_path (STYR_ELEMENT_LIST (self->elements), self->part);
      styr_model_pane_show (STYR_MODEL_PANE (self->pane), NULL);
    }
  else
    styr_model_pane_show (STYR_MODEL_PANE (self->pane), self->part);
  folded_cb (self);
}

static void
select_first (StyrModelPage *self)
{
  JsonNode *node = styr_model_peek (self->workspace, self->part);
  g_autofree char *path = NULL;

  if (!has_elements (self->part) || node == NULL || !JSON_NODE_HOLDS_ARRAY (node) ||
      json_array_get_length (json_node_get_array (node)) == 0)
    return;
  path = styr_model_path_dup_element (self->part, json_node_get_array (node), 0);
  styr_element_list_select (STYR_ELEMENT_LIST (self->elements), path, FALSE);
}

/* The lists mark what is shown, not where one wanted to go. */
static void
mark_shown (StyrModelPage *self)
{
  self->staying = TRUE;
  styr_model_parts_select (self->parts, self->part);
  styr_element_list_select (STYR_ELEMENT_LIST (self->elements),
                            styr_model_pane_get_root (STYR_MODEL_PANE (self->pane)),
                            FALSE);
  self->staying = FALSE;
}

/* @path: where in the model, or a part of it */
static gboolean
may_go (StyrModelPage *self, const char *path)
{
  if (styr_typed_may_leave (
          STYR_TYPED (self), GTK_WIDGET (self), "model.show", g_variant_new_string (path)))
    return TRUE;
  mark_shown (self);
  return FALSE;
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrModelPage *self = STYR_MODEL_PAGE (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  if (!may_go (self, path))
    return;
  styr_model_page_show (self, path);
  if (strchr (path, '/') == NULL)
    select_first (self);
}

static void
part_activated_cb (StyrModelPage *self, GtkListBoxRow *row)
{
  if (!may_go (self, styr_model_parts_get_list (row)))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_part (self, styr_model_parts_get_list (row));
  select_first (self);
  go_to (self, has_elements (self->part) ? self->middle : self->pane);
  if (!styr_last_input_was_pointer (self->parts))
    gtk_widget_child_focus (has_elements (self->part) ? self->elements : self->pane,
                            GTK_DIR_TAB_FORWARD);
}

static void
part_selected_cb (StyrModelPage *self, GtkListBoxRow *row)
{
  const char *list = row != NULL ? styr_model_parts_get_list (row) : NULL;

  if (list == NULL || g_strcmp0 (list, self->part) == 0 || !may_go (self, list))
    return;
  show_part (self, list);
  select_first (self);
}

static void
element_selected_cb (StyrModelPage *self, const char *path)
{
  if (!self->staying && may_go (self, path))
    styr_model_pane_show (STYR_MODEL_PANE (self->pane), path);
}

static void
element_opened_cb (StyrModelPage *self, const char *path, gboolean is_new)
{
  g_autofree char *opened = g_strdup (path);

  if (!may_go (self, opened))
    return;
  styr_model_pane_show (STYR_MODEL_PANE (self->pane), opened);
  go_to (self, self->pane);
  if (is_new || adw_leaflet_get_folded (ADW_LEAFLET (self->inner)) ||
      !styr_last_input_was_pointer (self->elements))
    styr_model_pane_focus (STYR_MODEL_PANE (self->pane));
  else
    /* a leaflet takes the keyboard along, but after a click it belongs to the list, where Delete
     * and Alt+arrows are about the row */
    styr_element_list_select (STYR_ELEMENT_LIST (self->elements), opened, TRUE);
}

/* What was shown is gone: the element that has its row now is shown. */
static void
show_successor (StyrModelPage *self)
{
  const char *selected = styr_element_list_get_selected (STYR_ELEMENT_LIST (self->elements));
  g_autofree char *path = g_strdup (selected);

  if (path != NULL && styr_model_peek (self->workspace, path) != NULL &&
      styr_model_pane_get_path (STYR_MODEL_PANE (self->pane)) == NULL)
    styr_model_pane_show (STYR_MODEL_PANE (self->pane), path);
}

static void
pane_emptied_cb (StyrModelPage *self)
{
  if (!has_elements (self->part))
    return;
  go_to (self, self->middle);
  show_successor (self);
}

/* Searching */

static void
search_changed_cb (StyrModelPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean searching = text[0] != '\0';

  if (searching)
    styr_model_search_show (self->found, self->workspace, text);
  gtk_widget_set_visible (self->elements, !searching);
  gtk_widget_set_visible (self->results, searching);
  gtk_widget_set_visible (self->middle, searching || has_elements (self->part));
}

static void
search_activated_cb (StyrModelPage *self)
{
  go_to (self, self->middle);
  gtk_widget_child_focus (self->found, GTK_DIR_TAB_FORWARD);
}

static void
found_activated_cb (StyrModelPage *self, GtkWidget *row)
{
  g_autofree char *path = g_strdup (styr_model_search_get_path (row));

  if (!may_go (self, path))
    return;
  styr_model_page_show (self, path);
  styr_model_pane_focus (STYR_MODEL_PANE (self->pane));
}

/* Following the model */

static void
set_texts (StyrModelPage *self)
{
  g_free (self->subtitle);
  self->subtitle = styr_model_dup_sentence (styr_workspace_get_model (self->workspace));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static gboolean
refresh_cb (gpointer user_data)
{
  StyrModelPage *self = user_data;

  self->refresh_id = 0;
  if (styr_workspace_get_model (self->workspace) == NULL)
    return G_SOURCE_REMOVE;
  set_texts (self);
  styr_model_parts_refresh (self->parts, self->workspace);
  if (has_elements (self->part))
    {
      styr_element_list_refresh (STYR_ELEMENT_LIST (self->elements));
      show_successor (self);
    }
  return G_SOURCE_REMOVE;
}

static void
model_changed_cb (StyrModelPage *self)
{
  if (self->refresh_id == 0 && self->workspace != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* Building */

static GtkWidget *
make_column (int width)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (column, width, -1);
  return column;
}

static GtkWidget *
make_parts (StyrModelPage *self)
{
  GtkWidget *column = make_column (220);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search the model"), NULL);
  styr_widget_set_name_text (self->search, _ ("Search the model"));
  gtk_widget_add_css_class (column, "styr-model-column");
  gtk_widget_set_margin_start (self->search, 18);
  gtk_widget_set_margin_end (self->search, 12);
  gtk_widget_set_margin_bottom (self->search, 6);
  self->parts = styr_model_parts_new ();
  styr_last_input_follow (self->parts);
  gtk_box_append (GTK_BOX (column), self->search);
  gtk_box_append (GTK_BOX (column), styr_scroller_new (self->parts));
  g_signal_connect_object (
      self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->parts, "row-activated", G_CALLBACK (part_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->parts, "row-selected", G_CALLBACK (part_selected_cb), self, G_CONNECT_SWAPPED);
  return column;
}

static GtkWidget *
make_list_head (StyrModelPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->list_back = styr_icon_button_new ("go-previous-symbolic", _ ("Parts of the model"));
  self->list_title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->list_title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->list_title, "heading");
  gtk_widget_set_margin_start (head, 6);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_box_append (GTK_BOX (head), self->list_back);
  gtk_box_append (GTK_BOX (head), self->list_title);
  g_signal_connect_object (
      self->list_back, "clicked", G_CALLBACK (list_back_cb), self, G_CONNECT_SWAPPED);
  return head;
}

static GtkWidget *
make_middle (StyrModelPage *self)
{
  self->middle = make_column (280);
  gtk_widget_add_css_class (self->middle, "styr-model-column");
  self->elements = styr_element_list_new (self->workspace, "blocks", FALSE);
  gtk_widget_set_vexpand (self->elements, TRUE);
  styr_last_input_follow (self->elements);
  self->found = styr_model_search_list_new ();
  self->results = styr_scroller_new (self->found);
  gtk_widget_set_visible (self->results, FALSE);
  gtk_box_append (GTK_BOX (self->middle), make_list_head (self));
  gtk_box_append (GTK_BOX (self->middle), self->elements);
  gtk_box_append (GTK_BOX (self->middle), self->results);
  g_signal_connect_object (
      self->elements, "selected", G_CALLBACK (element_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->elements, "opened", G_CALLBACK (element_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->found, "row-activated", G_CALLBACK (found_activated_cb), self, G_CONNECT_SWAPPED);
  return self->middle;
}

static GtkWidget *
make_form (StyrModelPage *self)
{
  GtkWidget *column = make_column (360);

  gtk_widget_set_hexpand (column, TRUE);
  self->pane = styr_model_pane_new (self->workspace);
  gtk_widget_set_vexpand (self->pane, TRUE);
  self->pane_back = styr_icon_button_new ("go-previous-symbolic", _ ("Back to the list"));
  gtk_widget_set_halign (self->pane_back, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->pane_back, 6);
  gtk_box_append (GTK_BOX (column), self->pane_back);
  gtk_box_append (GTK_BOX (column), self->pane);
  g_signal_connect_object (
      self->pane_back, "clicked", G_CALLBACK (pane_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->pane, "emptied", G_CALLBACK (pane_emptied_cb), self, G_CONNECT_SWAPPED);
  return column;
}

static void
add_column (GtkWidget *leaflet, GtkWidget *column, const char *name)
{
  adw_leaflet_page_set_name (adw_leaflet_append (ADW_LEAFLET (leaflet), column), name);
}

static void
build (StyrModelPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->inner = adw_leaflet_new ();
  self->outer = adw_leaflet_new ();
  add_column (self->inner, make_middle (self), "elements");
  add_column (self->inner, make_form (self), "form");
  add_column (self->outer, make_parts (self), "parts");
  add_column (self->outer, self->inner, "rest");
  gtk_widget_set_hexpand (self->inner, TRUE);
  g_signal_connect_object (
      self->outer, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->inner, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->outer, TRUE);
  gtk_box_append (GTK_BOX (box), styr_model_band_new (self->workspace));
  gtk_box_append (GTK_BOX (box), self->outer);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
styr_model_page_constructed (GObject *object)
{
  StyrModelPage *self = STYR_MODEL_PAGE (object);

  G_OBJECT_CLASS (styr_model_page_parent_class)->constructed (object);
  styr_model_style_load ();
  self->part = g_strdup ("");
  build (self);
  g_signal_connect_object (
      self->workspace, "notify::model", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  if (styr_workspace_get_model (self->workspace) != NULL)
    {
      show_part (self, "blocks");
      select_first (self);
      refresh_cb (self);
    }
}

static void
styr_model_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  StyrModelPage *self = STYR_MODEL_PAGE (object);

  if (prop_id == PROP_WORKSPACE)
    g_value_set_object (value, self->workspace);
  else if (prop_id == PROP_TITLE)
    g_value_set_string (value, C_ ("page", "Model"));
  else if (prop_id == PROP_SUBTITLE)
    g_value_set_string (value, self->subtitle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
styr_model_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_WORKSPACE)
    STYR_MODEL_PAGE (object)->workspace = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
styr_model_page_dispose (GObject *object)
{
  StyrModelPage *self = STYR_MODEL_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_model_page_parent_class)->dispose (object);
}

static void
styr_model_page_finalize (GObject *object)
{
  g_free (STYR_MODEL_PAGE (object)->subtitle);
  g_free (STYR_MODEL_PAGE (object)->part);
  G_OBJECT_CLASS (styr_model_page_parent_class)->finalize (object);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  styr_typed_flush (STYR_TYPED (STYR_MODEL_PAGE (typed)->pane));
}

static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  return styr_typed_settle (STYR_TYPED (STYR_MODEL_PAGE (typed)->pane), error);
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_model_page_class_init (StyrModelPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = styr_model_page_constructed;
  object_class->get_property = styr_model_page_get_property;
  object_class->set_property = styr_model_page_set_property;
  object_class->dispose = styr_model_page_dispose;
  object_class->finalize = styr_model_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "model.show", "s", show_cb);

  /** StyrModelPage:workspace: whose model it shows. */
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace",
                           NULL,
                           NULL,
                           STYR_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /** StyrModelPage:title: the heading of the page. */
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /** StyrModelPage:subtitle: which model it is. */
  properties[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
styr_model_page_init (StyrModelPage *self)
{
}

/**
 * styr_model_page_new:
 * @workspace: what the page follows; a reference is taken
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
styr_model_page_new (StyrWorkspace *workspace)
{
  return g_object_new (STYR_TYPE_MODEL_PAGE, "workspace", workspace, NULL);
}

/**
 * styr_model_page_show:
 * @path: an element of the model, at any depth
 *
 * Shows its part and its form.
 */
void
styr_model_page_show (StyrModelPage *self, const char *path)
{
  g_auto (GStrv) steps = NULL;
  g_autoptr (GString) at = g_string_new (NULL);

  g_return_if_fail (STYR_IS_MODEL_PAGE (self) && path != NULL);

  steps = g_strsplit (path, "/", -1);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_part (self, steps[0]);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_string_append_printf (at, "%s%s", i > 0 ? "/" : "", steps[i]);
      if (i == 1)
        styr_element_list_select (STYR_ELEMENT_LIST (self->elements), at->str, FALSE);
      if (i == 1)
        styr_model_pane_show (STYR_MODEL_PANE (self->pane), at->str);
      else if (i > 1 && i % 2 == 1)
        styr_model_pane_open (STYR_MODEL_PANE (self->pane), at->str, FALSE);
    }
  go_to (self, self->pane);
}
