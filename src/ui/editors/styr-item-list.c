/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-item-list.h"

#include "styr-widget-util.h"

/*
 * The records of one owner under each other, with a button that adds one. After each refresh the
 * widgets of records that are still there stay, with their focus and cursor; only what came or went
 * is made or removed. Ctrl+Enter in the list adds one.
 */
struct _StyrItemList
{
  GtkWidget parent_instance;

  StyrEditSession *session;
  const StyrSection *section;
  char *owner_id;
  StyrItemFuncs funcs;
  GtkWidget *box;
  GtkWidget *empty;
  GtkWidget *add_button;
  gboolean open; /* whatever is decided */
  guint fill_id;
  guint allowed; /* how many items may be made; the rest are put off until the document is shown */
};

G_DEFINE_FINAL_TYPE (StyrItemList, styr_item_list, GTK_TYPE_WIDGET)

static GQuark
id_quark (void)
{
  return g_quark_from_static_string ("styr-item-id");
}

static GQuark
first_quark (void)
{
  return g_quark_from_static_string ("styr-item-first");
}

static void
focus_item (GtkWidget *item)
{
  GtkWidget *first = g_object_get_qdata (G_OBJECT (item), first_quark ());

  if (first == NULL || !gtk_widget_grab_focus (first))
    styr_widget_focus_first (item);
}

static gboolean
may_add (StyrItemList *self)
{
  return self->open || styr_edit_session_is_editable (self->session);
}

static void
place_focus_after (GtkWidget *going)
{
  GtkRoot *root = gtk_widget_get_root (going);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *neighbour;

  if (focus == NULL || !(focus == going || gtk_widget_is_ancestor (focus, going)))
    return;
  neighbour = gtk_widget_get_next_sibling (going);
  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (going);
  if (neighbour != NULL)
    styr_widget_focus_first (neighbour);
}

static gboolean
has_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (records->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

static void
remove_gone (StyrItemList *self, GPtrArray *records)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!has_record (records, g_object_get_qdata (G_OBJECT (child), id_quark ())))
        {
          place_focus_after (child);
          gtk_box_remove (GTK_BOX (self->box), child);
        }
      child = next;
    }
}

static GPtrArray *
dup_records (StyrItemList *self)
{
  if (self->funcs.dup_records != NULL)
    return self->funcs.dup_records (self);
  return styr_dossier_dup_rows (styr_edit_session_get_dossier (self->session), self->section);
}

/* Makes, keeps and orders the items, as many as are allowed. Returns whether some are put off. */
static gboolean
reconcile (StyrItemList *self)
{
  g_autoptr (GPtrArray) records = dup_records (self);
  GtkWidget *previous = NULL;

  remove_gone (self, records);
  for (guint i = 0; i < records->len && i < self->allowed; i++)
    {
      const char *id = styr_record_get_id (records->pdata[i]);
      GtkWidget *child = styr_item_list_find (self, id);

      if (child == NULL)
        {
          child = self->funcs.create (self, records->pdata[i]);
          g_object_set_qdata_full (G_OBJECT (child), id_quark (), g_strdup (id), g_free);
          gtk_box_append (GTK_BOX (self->box), child);
        }
      if (gtk_widget_get_prev_sibling (child) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self->box), child, previous);
      previous = child;
    }
  gtk_widget_set_visible (self->box, records->len > 0);
  if (self->empty != NULL)
    gtk_widget_set_visible (self->empty, records->len == 0);
  if (self->add_button != NULL)
    gtk_widget_set_visible (self->add_button, may_add (self));
  return records->len > self->allowed;
}

static void
refreshed_cb (StyrItemList *self)
{
  reconcile (self);
}

static gboolean
fill_cb (StyrItemList *self)
{
  if (self->allowed == G_MAXUINT)
    return FALSE;
  self->allowed++;
  if (!reconcile (self))
    self->allowed = G_MAXUINT;
  return TRUE;
}

/* A list that is made when the document is whole already, as in a new card, is filled by nobody
 * else. */
static gboolean
late_cb (gpointer user_data)
{
  StyrItemList *self = user_data;

  if (fill_cb (self))
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
innermost (StyrItemList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, STYR_TYPE_ITEM_LIST) : NULL;

  while (list != NULL && STYR_ITEM_LIST (list)->funcs.add == NULL)
    list = gtk_widget_get_ancestor (gtk_widget_get_parent (list), STYR_TYPE_ITEM_LIST);
  return list == GTK_WIDGET (self);
}

/* In the capture phase: a text view would make a new line of it */
static gboolean
key_pressed_cb (StyrItemList *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0 ||
      !innermost (self))
    return GDK_EVENT_PROPAGATE;
  styr_item_list_add (self);
  return GDK_EVENT_STOP;
}

static void
styr_item_list_dispose (GObject *object)
{
  StyrItemList *self = STYR_ITEM_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->empty = self->add_button = NULL;
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (styr_item_list_parent_class)->dispose (object);
}

static void
styr_item_list_finalize (GObject *object)
{
  g_free (STYR_ITEM_LIST (object)->owner_id);
  G_OBJECT_CLASS (styr_item_list_parent_class)->finalize (object);
}

static void
styr_item_list_class_init (StyrItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_item_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_item_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "itemlist");
}

static void
styr_item_list_init (StyrItemList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "styr-items");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * styr_item_list_new:
 * @session: the document
 * @section: (nullable): the section it stands in
 * @owner_id: (nullable): whose records, such as a goal's
 * @funcs: what it shows; copied
 *
 * Returns: (transfer floating): the list with its records in it
 */
GtkWidget *
styr_item_list_new (StyrEditSession *session,
                    const StyrSection *section,
                    const char *owner_id,
                    const StyrItemFuncs *funcs)
{
  StyrItemList *self;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session) && funcs != NULL, NULL);

  self = g_object_new (STYR_TYPE_ITEM_LIST, NULL);
  self->session = g_object_ref (session);
  self->section = section;
  self->owner_id = g_strdup (owner_id);
  self->funcs = *funcs;
  self->allowed = 1;
  if (!reconcile (self))
    self->allowed = G_MAXUINT;
  else
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, late_cb, self, NULL);
  g_signal_connect_object (session, "fill", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * styr_item_list_get_session:
 * @self: the list
 *
 * Returns: (transfer none): its document
 */
StyrEditSession *
styr_item_list_get_session (StyrItemList *self)
{
  g_return_val_if_fail (STYR_IS_ITEM_LIST (self), NULL);

  return self->session;
}

/**
 * styr_item_list_get_section:
 * @self: the list
 *
 * Returns: (nullable): the section it stands in
 */
const StyrSection *
styr_item_list_get_section (StyrItemList *self)
{
  g_return_val_if_fail (STYR_IS_ITEM_LIST (self), NULL);

  return self->section;
}

/**
 * styr_item_list_get_owner_id:
 * @self: the list
 *
 * Returns: (nullable): whose records it shows
 */
const char *
styr_item_list_get_owner_id (StyrItemList *self)
{
  g_return_val_if_fail (STYR_IS_ITEM_LIST (self), NULL);

  return self->owner_id;
}

/**
 * styr_item_list_set_add:
 * @self: a list whose funcs have add
 * @label: text of the button
 * @name: (nullable): accessible name, when it should say more
 *
 * Gives the list its button.
 */
void
styr_item_list_set_add (StyrItemList *self, const char *label, const char *name)
{
  g_return_if_fail (STYR_IS_ITEM_LIST (self) && self->funcs.add != NULL &&
                    self->add_button == NULL);

  self->add_button = styr_add_button_new (label, name);
  gtk_widget_set_visible (self->add_button, may_add (self));
  g_signal_connect_object (
      self->add_button, "clicked", G_CALLBACK (styr_item_list_add), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (self->add_button, GTK_WIDGET (self), NULL);
}

/**
 * styr_item_list_set_open:
 * @self: a list of what isn't part of the decision itself
 *
 * Lets records be added whatever is decided.
 */
void
styr_item_list_set_open (StyrItemList *self)
{
  g_return_if_fail (STYR_IS_ITEM_LIST (self));

  self->open = TRUE;
  reconcile (self);
}

/**
 * styr_item_list_set_empty:
 * @self: the list
 * @text: one sentence
 *
 * Sets what is said when there is nothing in the list.
 */
void
styr_item_list_set_empty (StyrItemList *self, const char *text)
{
  g_return_if_fail (STYR_IS_ITEM_LIST (self) && self->empty == NULL);

  self->empty = styr_quiet_label_new (text);
  gtk_widget_add_css_class (self->empty, "styr-empty");
  gtk_widget_insert_after (self->empty, GTK_WIDGET (self), self->box);
  gtk_widget_set_visible (self->empty, gtk_widget_get_first_child (self->box) == NULL);
}

/**
 * styr_item_list_add:
 * @self: the list
 *
 * Adds a record and moves the focus to its first field.
 */
void
styr_item_list_add (StyrItemList *self)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  g_return_if_fail (STYR_IS_ITEM_LIST (self) && self->funcs.add != NULL);

  if (!may_add (self))
    return;
  styr_edit_session_flush (self->session);
  id = self->funcs.add (self, &error);
  if (id == NULL)
    {
      styr_widget_show_error (GTK_WIDGET (self), error->message);
      return;
    }
  self->allowed = G_MAXUINT;
  styr_edit_session_refresh (self->session);
  child = styr_item_list_find (self, id);
  if (child != NULL)
    focus_item (child);
}

/**
 * styr_item_list_set_first_field:
 * @item: a widget that the list's create () makes
 * @field: (transfer none): a control in it
 *
 * Lets a new item begin there, when that isn't its first text.
 */
void
styr_item_list_set_first_field (GtkWidget *item, GtkWidget *field)
{
  g_return_if_fail (GTK_IS_WIDGET (item) && GTK_IS_WIDGET (field));

  g_object_set_qdata (G_OBJECT (item), first_quark (), field);
}

/**
 * styr_item_list_find:
 * @self: the list
 * @id: id of a record
 *
 * Returns: (transfer none) (nullable): its widget
 */
GtkWidget *
styr_item_list_find (StyrItemList *self, const char *id)
{
  g_return_val_if_fail (STYR_IS_ITEM_LIST (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_qdata (G_OBJECT (child), id_quark ()), id) == 0)
      return child;
  return NULL;
}

/**
 * styr_item_list_get_box:
 * @self: the list
 *
 * Returns: (transfer none): what the records stand in
 */
GtkWidget *
styr_item_list_get_box (StyrItemList *self)
{
  g_return_val_if_fail (STYR_IS_ITEM_LIST (self), NULL);

  return self->box;
}
