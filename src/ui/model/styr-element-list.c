/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-element-list.h"

#include "styr-element-adder.h"
#include "styr-element-row.h"
#include "styr-model-new.h"
#include "styr-model-remove.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/*
 * The elements of one list of the model, in order: adding, moving (buttons, drag, Alt+Up and
 * Alt+Down), doubling and removing. Inside a form each row has its buttons; beside one they stand
 * under the list and are about the selected row.
 *
 * Signals: "opened" (path, is new): the user wants to see an element; "selected" (path): another
 * row is the selected one.
 */
struct _StyrElementList
{
  GtkWidget parent_instance;

  StyrWorkspace *workspace;
  char *path;
  gboolean inside, setting;
  GtkWidget *list, *empty, *bar, *adder;
};

enum
{
  OPENED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrElementList, styr_element_list, GTK_TYPE_WIDGET)

static JsonArray *
get_array (StyrElementList *self)
{
  JsonNode *node = styr_workspace_peek_model_value (self->workspace, self->path);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static int
find_index (StyrElementList *self, const char *path)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

      if (row == NULL)
        return -1;
      if (g_strcmp0 (styr_element_row_get_path (GTK_WIDGET (row)), path) == 0)
        return i;
    }
}

/* Actions: each is about the path it is given; "" means the selected row. */

static char *
dup_target (StyrElementList *self, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);

  return g_strdup (*path != '\0' ? path : styr_element_list_get_selected (self));
}

static void
move_to (StyrElementList *self, const char *path, int to)
{
  int from = find_index (self, path);
  JsonArray *array = get_array (self);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *moved = NULL;
  g_autoptr (GError) error = NULL;

  if (from < 0 || array == NULL || to < 0 || to >= (int) json_array_get_length (array) ||
      from == to)
    return;
  name = styr_model_name_of_path (self->workspace, path);
  /* Translators: history: what in the model was moved */
  label = g_strdup_printf (_ ("Model: %s moved"), name);
  if (!styr_workspace_move_in_model (self->workspace, label, path, to - from, &error))
    {
      styr_widget_show_error (GTK_WIDGET (self), error->message);
      return;
    }
  styr_element_list_refresh (self);
  moved = styr_model_path_dup_element (self->path, get_array (self), (guint) to);
  styr_element_list_select (self, moved, TRUE);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrElementList *self = STYR_ELEMENT_LIST (widget);
  g_autofree char *path = dup_target (self, parameter);

  if (path != NULL)
    move_to (self, path, find_index (self, path) + (g_str_has_suffix (action, ".up") ? -1 : 1));
}

static void
drop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrElementList *self = STYR_ELEMENT_LIST (widget);
  const char *dragged, *target;
  gboolean below;
  int from, to;

  g_variant_get (parameter, "(&s&sb)", &dragged, &target, &below);
  from = find_index (self, dragged);
  to = find_index (self, target);
  if (from < 0 || to < 0)
    return;
  if (below && to < from)
    to++;
  else if (!below && to > from)
    to--;
  move_to (self, dragged, to);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrElementList *self = STYR_ELEMENT_LIST (widget);
  g_autofree char *path = dup_target (self, parameter);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  copy = styr_model_new_duplicate (self->workspace, path, &error);
  if (copy == NULL)
    styr_widget_show_error (widget, error->message);
  else
    styr_element_list_open (self, copy, TRUE);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrElementList *self = STYR_ELEMENT_LIST (widget);
  g_autofree char *path = dup_target (self, parameter);

  if (path != NULL)
    styr_model_remove_ask (widget, self->workspace, path);
}

/* Rows */

static void
row_activated_cb (StyrElementList *self, GtkListBoxRow *row)
{
  g_autofree char *path = g_strdup (styr_element_row_get_path (GTK_WIDGET (row)));

  g_signal_emit (self, signals[OPENED], 0, path, FALSE);
}

static void
update_actions (StyrElementList *self)
{
  gboolean chosen = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) != NULL;

  if (self->bar != NULL)
    for (GtkWidget *child = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->bar));
         child != NULL;
         child = gtk_widget_get_next_sibling (child))
      gtk_widget_set_sensitive (child, chosen);
}

static void
row_selected_cb (StyrElementList *self, GtkListBoxRow *row)
{
  g_autofree char *path = NULL;

  update_actions (self);
  if (row == NULL || self->setting)
    return;
  path = g_strdup (styr_element_row_get_path (GTK_WIDGET (row)));
  g_signal_emit (self, signals[SELECTED], 0, path);
}

/* Where the keyboard is: the row and which of its buttons, so that it is there again when rows were
 * made anew. */
static int
find_focus (StyrElementList *self, int *button)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  GtkWidget *box;
  int index = 0;

  *button = -1;
  if (row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return -1;
  box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    if (gtk_widget_get_focus_child (box) == child)
      *button = index;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
restore_focus (StyrElementList *self, int index, int button)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  GtkWidget *child;

  while (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), --index);
  if (row == NULL)
    {
      gtk_widget_child_focus (self->adder, GTK_DIR_TAB_FORWARD);
      return;
    }
  child = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  for (int i = 0; i < button && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  gtk_widget_grab_focus (button >= 0 && child != NULL ? child : GTK_WIDGET (row));
}

static void
set_rows (StyrElementList *self, JsonArray *array)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;
  g_autofree char *list = styr_model_path_dup_list (self->path);
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *element = json_array_get_object_element (array, i);
      g_autofree char *path = styr_model_path_dup_element (self->path, array, i);
      g_autofree char *own_name = styr_model_name_of_element (self->workspace, list, element);
      /* names are lower case in the model where they stand in sentences */
      g_autofree char *name = styr_name_sentence_case (own_name);
      g_autofree char *note = styr_model_note_of_element (self->workspace, list, element);

      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      if (row != NULL)
        styr_element_row_update (GTK_WIDGET (row), path, name, note);
      else
        {
          row = GTK_LIST_BOX_ROW (styr_element_row_new (path, name, note, self->inside));
          gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
        }
      styr_element_row_set_retired (GTK_WIDGET (row),
                                    styr_model_element_is_retired (self->workspace, element));
    }
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/**
 * styr_element_list_refresh:
 *
 * Shows the list as the model has it now; the selection stays with its element.
 */
void
styr_element_list_refresh (StyrElementList *self)
{
  g_autofree char *selected = NULL;
  JsonArray *array;
  guint n;
  int index, button;

  g_return_if_fail (STYR_IS_ELEMENT_LIST (self));

  /* what is typed may be written while the window closes */
  if (self->workspace == NULL)
    return;
  selected = g_strdup (styr_element_list_get_selected (self));
  index = find_focus (self, &button);
  array = get_array (self);
  n = array != NULL ? json_array_get_length (array) : 0;
  self->setting = TRUE;
  set_rows (self, array);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
  if (selected != NULL && !self->inside && find_index (self, selected) >= 0)
    styr_element_list_select (self, selected, FALSE);
  if (index >= 0 && gtk_widget_get_focus_child (self->list) == NULL)
    restore_focus (self, index, button);
  self->setting = FALSE;
  update_actions (self);
}

/* Building */

static GtkWidget *
make_bar_button (const char *icon, const char *action, const char *name)
{
  GtkWidget *button = styr_icon_button_new (icon, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

static void
make_bar (StyrElementList *self)
{
  GtkWidget *space = gtk_label_new (NULL);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->bar, "styr-element-bar");
  gtk_box_append (GTK_BOX (self->bar), self->adder);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->bar), space);
  gtk_box_append (GTK_BOX (self->bar),
                  make_bar_button ("go-up-symbolic", "elements.up", _ ("Move up (Alt+Up)")));
  gtk_box_append (
      GTK_BOX (self->bar),
      make_bar_button ("go-down-symbolic", "elements.down", _ ("Move down (Alt+Down)")));
  gtk_box_append (
      GTK_BOX (self->bar),
      make_bar_button ("edit-copy-symbolic", "elements.duplicate", _ ("Make a copy (Ctrl+D)")));
  gtk_box_append (
      GTK_BOX (self->bar),
      make_bar_button ("user-trash-symbolic", "elements.remove", _ ("Remove (Delete)")));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

static void
build (StyrElementList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *scrolled;

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list),
                                   self->inside ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, self->inside ? "boxed-list" : "styr-elements");
  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  self->empty = styr_quiet_label_new (_ ("Nothing here yet."));
  gtk_widget_add_css_class (self->empty, "styr-empty");
  gtk_widget_set_parent (self->empty, widget);
  self->adder = styr_element_adder_new (self);
  if (self->inside)
    {
      gtk_widget_set_parent (self->list, widget);
      gtk_widget_set_parent (self->adder, widget);
      return;
    }
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, widget);
  make_bar (self);
}

static void
styr_element_list_dispose (GObject *object)
{
  StyrElementList *self = STYR_ELEMENT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_element_list_parent_class)->dispose (object);
}

static void
styr_element_list_finalize (GObject *object)
{
  g_free (STYR_ELEMENT_LIST (object)->path);
  G_OBJECT_CLASS (styr_element_list_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_KEY_Up, GDK_ALT_MASK, "elements.up" },
               { GDK_KEY_Down, GDK_ALT_MASK, "elements.down" },
               { GDK_KEY_d, GDK_CONTROL_MASK, "elements.duplicate" },
               { GDK_KEY_Delete, 0, "elements.remove" } };

  gtk_widget_class_install_action (widget_class, "elements.up", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "elements.down", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "elements.duplicate", "s", duplicate_cb);
  gtk_widget_class_install_action (widget_class, "elements.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "elements.drop", "(ssb)", drop_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (
        widget_class, keys[i].key, keys[i].modifiers, keys[i].action, "s", "");
}

static void
styr_element_list_class_init (StyrElementListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_element_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_element_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "elementlist");
  install_actions (widget_class);
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
  signals[SELECTED] = g_signal_new ("selected",
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
styr_element_list_init (StyrElementList *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * styr_element_list_new:
 * @list_path: path of the list
 * @inside: whether it stands inside a form
 *
 * Returns: (transfer floating): the list; refresh it when the model has changed
 */
GtkWidget *
styr_element_list_new (StyrWorkspace *workspace, const char *list_path, gboolean inside)
{
  StyrElementList *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && list_path != NULL, NULL);

  self = g_object_new (STYR_TYPE_ELEMENT_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (list_path);
  self->inside = inside;
  build (self);
  styr_element_list_set_path (self, list_path);
  return GTK_WIDGET (self);
}

/**
 * styr_element_list_set_path:
 * @list_path: path of a list
 *
 * Shows another list.
 */
void
styr_element_list_set_path (StyrElementList *self, const char *list_path)
{
  g_autofree char *list = NULL;
  const StyrListWords *words;

  g_return_if_fail (STYR_IS_ELEMENT_LIST (self) && list_path != NULL);

  list = styr_model_path_dup_list (list_path);
  words = styr_list_words_find (list);
  if (self->path != list_path)
    {
      g_free (self->path);
      self->path = g_strdup (list_path);
    }
  /* a row is used again for an element of the other list: it isn't that one that is selected.
   * gtk_list_box_unselect_all() does nothing when there is always one to be selected. */
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  styr_model_word (words->title),
                                  -1);
  styr_element_adder_update (self->adder);
  styr_element_list_refresh (self);
}

/** Returns: (transfer none): the list's path */
const char *
styr_element_list_get_path (StyrElementList *self)
{
  g_return_val_if_fail (STYR_IS_ELEMENT_LIST (self), NULL);

  return self->path;
}

/** Returns: (transfer none): whose model it is */
StyrWorkspace *
styr_element_list_get_workspace (StyrElementList *self)
{
  g_return_val_if_fail (STYR_IS_ELEMENT_LIST (self), NULL);

  return self->workspace;
}

/**
 * styr_element_list_select:
 * @path: an element of the list
 * @focus: whether the keyboard goes there
 *
 * Returns: whether the element is there
 */
gboolean
styr_element_list_select (StyrElementList *self, const char *path, gboolean focus)
{
  GtkListBoxRow *row;
  int index;

  g_return_val_if_fail (STYR_IS_ELEMENT_LIST (self), FALSE);

  index = find_index (self, path);
  if (index < 0)
    return FALSE;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (!self->inside)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

/** Returns: (transfer none) (nullable): path of the selected element; inside a form, of that with
 * the focus */
const char *
styr_element_list_get_selected (StyrElementList *self)
{
  GtkWidget *row;

  g_return_val_if_fail (STYR_IS_ELEMENT_LIST (self), NULL);

  row = self->inside ? gtk_widget_get_focus_child (self->list)
                     : GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  return row != NULL ? styr_element_row_get_path (row) : NULL;
}

/**
 * styr_element_list_open:
 * @path: an element
 * @is_new: whether it was made just now
 *
 * Selects the element and has it shown.
 */
void
styr_element_list_open (StyrElementList *self, const char *path, gboolean is_new)
{
  g_autofree char *wanted = g_strdup (path);

  g_return_if_fail (STYR_IS_ELEMENT_LIST (self));

  styr_element_list_refresh (self);
  styr_element_list_select (self, wanted, FALSE);
  g_signal_emit (self, signals[OPENED], 0, wanted, is_new);
}
