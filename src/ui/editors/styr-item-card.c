/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-item-card.h"

#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* One goal, row, measure …: a head with its name and what can be done with it, and its form. */
struct _StyrItemCard
{
  GtkWidget parent_instance;

  StyrEditSession *session;
  char *kind;
  char *id;
  StyrTitleFunc title_func;
  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *up, *down, *remove;
  gboolean open; /* whatever is decided */
};

G_DEFINE_FINAL_TYPE (StyrItemCard, styr_item_card, GTK_TYPE_WIDGET)

static void
name_button (GtkWidget *button, const char *format, const char *title)
{
  g_autofree char *name = g_strdup_printf (format, title);

  gtk_widget_set_tooltip_text (button, name);
  styr_widget_set_name_text (button, name);
}

static char *
dup_title (StyrItemCard *self)
{
  return self->title_func (styr_edit_session_get_dossier (self->session), self->id);
}

static void
show_title (StyrItemCard *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  styr_widget_set_name_text (GTK_WIDGET (self), title);
  if (self->remove == NULL || *title == '\0')
    return;
  name_button (self->up, _ ("Move %s up"), title);
  name_button (self->down, _ ("Move %s down"), title);
  name_button (self->remove, _ ("Remove %s"), title);
}

static void
refreshed_cb (StyrItemCard *self)
{
  g_autofree char *title = dup_title (self);
  gboolean editable = self->open || styr_edit_session_is_editable (self->session);

  if (g_strcmp0 (title, gtk_label_get_text (GTK_LABEL (self->title))) != 0)
    show_title (self, title);
  if (self->remove == NULL)
    return;
  gtk_widget_set_visible (self->up, editable);
  gtk_widget_set_visible (self->down, editable);
  gtk_widget_set_visible (self->remove, editable);
}

static void
move (StyrItemCard *self, int delta)
{
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (self->session);
  if (!styr_edit_session_move_item (self->session, self->kind, self->id, delta, &error))
    styr_widget_show_error (GTK_WIDGET (self), error->message);
}

static void
up_cb (StyrItemCard *self)
{
  move (self, -1);
}

static void
down_cb (StyrItemCard *self)
{
  move (self, 1);
}

static void
remove_cb (StyrItemCard *self)
{
  g_autoptr (StyrItemCard) keep = g_object_ref (self);
  g_autofree char *title = dup_title (self);
  g_autofree char *text = g_strdup_printf (_ ("%s was removed"), title);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (self->session);
  if (!styr_edit_session_remove_item (self->session, self->kind, self->id, &error))
    {
      styr_widget_show_error (GTK_WIDGET (self), error->message);
      return;
    }
  styr_edit_session_refresh (self->session);
  if (window != NULL)
    styr_widget_show_toast (window, text, TRUE);
}

static void
make_head (StyrItemCard *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->head, "styr-card-head");
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->title);
  self->subtitle = styr_quiet_label_new (NULL);
  gtk_widget_set_visible (self->subtitle, FALSE);
  gtk_box_append (GTK_BOX (texts), self->subtitle);
  gtk_box_append (GTK_BOX (self->head), texts);
  self->up = styr_icon_button_new ("go-up-symbolic", _ ("Move up"));
  self->down = styr_icon_button_new ("go-down-symbolic", _ ("Move down"));
  self->remove = styr_icon_button_new ("user-trash-symbolic", _ ("Remove"));
  gtk_box_append (GTK_BOX (self->head), self->up);
  gtk_box_append (GTK_BOX (self->head), self->down);
  gtk_box_append (GTK_BOX (self->head), self->remove);
  g_signal_connect_object (self->up, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "clicked", G_CALLBACK (down_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
styr_item_card_dispose (GObject *object)
{
  StyrItemCard *self = STYR_ITEM_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (styr_item_card_parent_class)->dispose (object);
}

static void
styr_item_card_finalize (GObject *object)
{
  g_free (STYR_ITEM_CARD (object)->kind);
  g_free (STYR_ITEM_CARD (object)->id);
  G_OBJECT_CLASS (styr_item_card_parent_class)->finalize (object);
}

static void
styr_item_card_class_init (StyrItemCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_item_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_item_card_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "itemcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
styr_item_card_init (StyrItemCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * styr_item_card_new:
 * @session: the document
 * @kind: kind of record
 * @id: its id
 * @title: gives its name
 *
 * Returns: (transfer floating): a card with head and no form yet
 */
GtkWidget *
styr_item_card_new (StyrEditSession *session, const char *kind, const char *id, StyrTitleFunc title)
{
  StyrItemCard *self;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session) && title != NULL, NULL);

  self = g_object_new (STYR_TYPE_ITEM_CARD, NULL);
  self->session = g_object_ref (session);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->title_func = title;
  make_head (self);
  refreshed_cb (self);
  g_signal_connect_object (
      session, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * styr_item_card_get_id:
 * @self: the card
 *
 * Returns: id of its record
 */
const char *
styr_item_card_get_id (StyrItemCard *self)
{
  g_return_val_if_fail (STYR_IS_ITEM_CARD (self), NULL);

  return self->id;
}

/**
 * styr_item_card_append:
 * @self: the card
 * @child: part of its form
 *
 * Adds to the card.
 */
void
styr_item_card_append (StyrItemCard *self, GtkWidget *child)
{
  g_return_if_fail (STYR_IS_ITEM_CARD (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * styr_item_card_set_fixed:
 * @self: the card
 *
 * Takes away moving and removing: the record is another document's.
 */
void
styr_item_card_set_fixed (StyrItemCard *self)
{
  g_return_if_fail (STYR_IS_ITEM_CARD (self) && self->remove != NULL);

  gtk_box_remove (GTK_BOX (self->head), self->up);
  gtk_box_remove (GTK_BOX (self->head), self->down);
  gtk_box_remove (GTK_BOX (self->head), self->remove);
  self->up = self->down = self->remove = NULL;
}

/**
 * styr_item_card_set_open:
 * @self: the card
 *
 * Lets the record be moved and removed whatever is decided.
 */
void
styr_item_card_set_open (StyrItemCard *self)
{
  g_return_if_fail (STYR_IS_ITEM_CARD (self));

  self->open = TRUE;
  refreshed_cb (self);
}

/**
 * styr_item_card_set_subtitle:
 * @self: the card
 * @subtitle: (nullable): text under its name
 *
 * Says more about the record.
 */
void
styr_item_card_set_subtitle (StyrItemCard *self, const char *subtitle)
{
  g_return_if_fail (STYR_IS_ITEM_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL && *subtitle != '\0');
}
