/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-form.h"

#include "styr-block-links.h"
#include "styr-element-list.h"
#include "styr-form.h"
#include "styr-member-relevance.h"
#include "styr-member-row.h"
#include "styr-rule-kind.h"
#include "styr-terminology-rows.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/*
 * The form of one element of the model, or of the model itself: built from the tables of the format
 * and of its words, so a new member there is a new row here. It follows the model.
 *
 * Signals: "opened" (path, is new): the user wants to see an element of a list in the form; "gone":
 * the element is no longer in the model.
 */
struct _StyrModelForm
{
  GtkWidget parent_instance;

  StyrWorkspace *workspace;
  char *path, *list;
  GPtrArray *rows;   /* StyrMemberRow*, borrowed */
  GPtrArray *lists;  /* StyrElementList*, borrowed */
  GPtrArray *groups; /* GtkWidget*, borrowed: boxes of a heading and a form */
  GtkWidget *links;  /* of a block */
  guint refresh_id;
};

enum
{
  OPENED,
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrModelForm, styr_model_form, GTK_TYPE_WIDGET)

static JsonObject *
get_element (StyrModelForm *self)
{
  JsonNode *node = styr_model_peek (self->workspace, self->path);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A group without a row to see has no heading either. */
static void
update_group (GtkWidget *group)
{
  GtkWidget *form = gtk_widget_get_last_child (group);
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    any = any || gtk_widget_get_visible (child);
  gtk_widget_set_visible (group, any);
}

static void
refresh (StyrModelForm *self)
{
  JsonObject *element = get_element (self);
  gboolean is_words = g_str_equal (self->path, "terminology");

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (element == NULL && !is_words)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      StyrMemberRow *row = self->rows->pdata[i];

      styr_member_row_refresh (row);
      if (!is_words)
        gtk_widget_set_visible (
            GTK_WIDGET (row),
            styr_member_is_relevant (self->list, element, styr_member_row_get_key (row)));
    }
  for (guint i = 0; i < self->lists->len; i++)
    {
      g_autofree char *parent =
          g_strdup (strrchr (styr_element_list_get_path (self->lists->pdata[i]), '/'));

      styr_element_list_refresh (self->lists->pdata[i]);
      gtk_widget_set_visible (gtk_widget_get_parent (self->lists->pdata[i]),
                              styr_member_is_relevant (self->list, element, parent + 1));
    }
  g_ptr_array_foreach (self->groups, (GFunc) (void (*) (void)) update_group, NULL);
  if (self->links != NULL)
    styr_block_links_refresh (self->links);
}

static gboolean
refresh_cb (gpointer user_data)
{
  StyrModelForm *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
model_changed_cb (StyrModelForm *self)
{
  if (self->refresh_id == 0 && self->workspace != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
list_opened_cb (StyrModelForm *self, const char *path, gboolean is_new)
{
  g_signal_emit (self, signals[OPENED], 0, path, is_new);
}

/* Building */

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label",
                                   text,
                                   "xalign",
                                   0.0f,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
start_group (StyrModelForm *self, const char *title)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *form = styr_form_new ();

  gtk_widget_add_css_class (group, "styr-group");
  gtk_widget_add_css_class (form, "styr-framed");
  if (title != NULL)
    gtk_box_append (GTK_BOX (group), make_heading (title));
  gtk_box_append (GTK_BOX (group), form);
  gtk_widget_set_parent (group, GTK_WIDGET (self));
  g_ptr_array_add (self->groups, group);
  return form;
}

static void
add_list (StyrModelForm *self, const StyrMemberWords *words)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *path = styr_model_path_join (self->path, words->key);
  GtkWidget *list = styr_element_list_new (self->workspace, path, TRUE);
  g_autofree char *key = styr_model_path_dup_list (path);
  const StyrListWords *list_words = styr_list_words_find (key);

  gtk_widget_add_css_class (group, "styr-group");
  gtk_box_append (GTK_BOX (group), make_heading (styr_model_word (words->title)));
  if (list_words->about != NULL)
    gtk_box_append (GTK_BOX (group), styr_quiet_label_new (styr_model_word (list_words->about)));
  gtk_box_append (GTK_BOX (group), list);
  gtk_widget_set_parent (group, GTK_WIDGET (self));
  g_ptr_array_add (self->lists, list);
  g_signal_connect_object (list, "opened", G_CALLBACK (list_opened_cb), self, G_CONNECT_SWAPPED);
}

static const StyrJsonMember *
find_member (StyrModelForm *self, const char *key)
{
  const StyrJsonStruct *spec;

  if (self->path[0] != '\0')
    {
      spec = styr_model_path_get_struct (self->path);
      return spec != NULL ? styr_json_struct_find (spec, key) : NULL;
    }
  for (const StyrJsonMember *m = styr_model_get_scalars (); m->key != NULL; m++)
    if (g_str_equal (m->key, key))
      return m;
  return NULL;
}

static void
add_rule_head (StyrModelForm *self, JsonObject *element)
{
  const StyrRuleKind *kind =
      styr_rule_kind_find (json_object_get_string_member_with_default (element, "kind", ""));
  g_autofree char *text = NULL;

  if (kind == NULL)
    return;
  text = g_strdup_printf ("%s: %s", _ (kind->title), _ (kind->explanation));
  gtk_widget_set_parent (styr_quiet_label_new (text), GTK_WIDGET (self));
}

static void
build (StyrModelForm *self, JsonObject *element)
{
  const StyrListWords *words = styr_list_words_find (self->list);
  GtkWidget *form = NULL;
  const char *group = NULL;

  if (g_str_equal (self->list, "rules"))
    add_rule_head (self, element);
  for (const StyrMemberWords *w = words->members; w->key != NULL || w->title != NULL; w++)
    {
      const StyrJsonMember *member = w->key != NULL ? find_member (self, w->key) : NULL;
      GtkWidget *row;

      if (w->key == NULL)
        {
          group = styr_model_word (w->title);
          form = NULL;
          continue;
        }
      if (w->hint == STYR_HINT_HIDDEN || member == NULL)
        continue;
      if (member->kind == STYR_JSON_STRUCTS)
        {
          add_list (self, w);
          form = NULL;
          group = NULL;
          continue;
        }
      if (form == NULL)
        form = start_group (self, group);
      row = styr_member_row_new (self->workspace,
                                 self->path,
                                 member,
                                 w,
                                 styr_member_title_for (self->list, element, w->key));
      gtk_box_append (GTK_BOX (form), row);
      g_ptr_array_add (self->rows, row);
    }
  if (g_str_equal (self->list, "blocks"))
    {
      self->links = styr_block_links_new (self->workspace, self->path);
      gtk_widget_set_parent (self->links, GTK_WIDGET (self));
      g_signal_connect_object (
          self->links, "opened", G_CALLBACK (list_opened_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
flush_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  styr_model_form_flush (STYR_MODEL_FORM (widget));
}

static void
styr_model_form_dispose (GObject *object)
{
  StyrModelForm *self = STYR_MODEL_FORM (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->workspace != NULL)
    styr_model_form_flush (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->lists, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_model_form_parent_class)->dispose (object);
}

static void
styr_model_form_finalize (GObject *object)
{
  StyrModelForm *self = STYR_MODEL_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->groups);
  g_free (self->path);
  g_free (self->list);
  G_OBJECT_CLASS (styr_model_form_parent_class)->finalize (object);
}

static void
styr_model_form_class_init (StyrModelFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_model_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_model_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "modelform");
  gtk_widget_class_install_action (widget_class, "form.flush", NULL, flush_cb);
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
  signals[GONE] = g_signal_new (
      "gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_model_form_init (StyrModelForm *self)
{
  self->rows = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * styr_model_form_new:
 * @path: path of an element; "" for the model itself; "terminology" for its words
 *
 * Returns: (transfer floating): a form that writes each change at once
 */
GtkWidget *
styr_model_form_new (StyrWorkspace *workspace, const char *path)
{
  StyrModelForm *self;
  JsonObject *element;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && path != NULL, NULL);

  self = g_object_new (STYR_TYPE_MODEL_FORM, NULL);
  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (path);
  self->list = styr_model_path_dup_list (path);
  element = get_element (self);
  if (g_str_equal (path, "terminology"))
    styr_terminology_rows_add (GTK_WIDGET (self), workspace, self->rows);
  else if (element != NULL)
    {
      build (self, element);
      refresh (self);
    }
  g_signal_connect_object (
      workspace, "notify::model", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the path of what the form is about */
const char *
styr_model_form_get_path (StyrModelForm *self)
{
  g_return_val_if_fail (STYR_IS_MODEL_FORM (self), NULL);

  return self->path;
}

/**
 * styr_model_form_flush:
 *
 * Writes what is typed and not saved yet.
 */
void
styr_model_form_flush (StyrModelForm *self)
{
  g_return_if_fail (STYR_IS_MODEL_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    styr_member_row_flush (self->rows->pdata[i]);
}

/**
 * styr_model_form_settle:
 * @error: VALUE: which field says something that can't be saved, and why
 *
 * Writes what is typed. The first field that can't be saved as it stands gets the keyboard.
 *
 * Returns: whether all that stands in the form is saved
 */
gboolean
styr_model_form_settle (StyrModelForm *self, GError **error)
{
  g_return_val_if_fail (STYR_IS_MODEL_FORM (self), FALSE);

  styr_model_form_flush (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (self->rows->pdata[i]) &&
        !styr_member_row_settle (self->rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * styr_model_form_focus:
 * @element_path: (nullable): an element of one of the form's lists; NULL for the first field
 *
 * Returns: whether the keyboard is there now
 */
gboolean
styr_model_form_focus (StyrModelForm *self, const char *element_path)
{
  g_return_val_if_fail (STYR_IS_MODEL_FORM (self), FALSE);

  for (guint i = 0; element_path != NULL && i < self->lists->len; i++)
    if (styr_element_list_select (self->lists->pdata[i], element_path, TRUE))
      return TRUE;
  return styr_widget_focus_first (GTK_WIDGET (self));
}
