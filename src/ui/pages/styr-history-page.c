/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-history-page.h"

#include "styr-dialogs.h"
#include "styr-history-row.h"

#include <glib/gi18n-lib.h>

struct _StyrHistoryPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  GtkFilter *filter;
  GListModel *filtered;
  GHashTable *rows; /* StyrHistoryRow*: those that show an entry just now */
  gint64 newest;    /* the latest change that holds */
  char *subtitle;

  GtkEditable *search;
  GtkDropDown *states;
  GtkStack *stack;
  GtkListView *list;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

enum
{
  SHOW_ALL,
  SHOW_HOLDING,
  SHOW_UNDONE,
};

G_DEFINE_FINAL_TYPE (StyrHistoryPage, styr_history_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static gboolean
is_change_in_state (StyrRecord *entry, const char *state)
{
  return styr_record_is (entry, "kind", "change") && styr_record_is (entry, "state", state);
}

static gint64
get_id (StyrRecord *entry)
{
  return g_ascii_strtoll (styr_record_get_id (entry), NULL, 10);
}

/* Changes that hold and came after the entry @after */
static guint
count_holding (StyrHistoryPage *self, gint64 after, gint64 *newest)
{
  GListModel *history = styr_workspace_get_history (self->workspace);
  guint n_entries = g_list_model_get_n_items (history);
  guint count = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (StyrRecord) entry = g_list_model_get_item (history, i);

      if (!is_change_in_state (entry, "done") || get_id (entry) <= after)
        continue;
      count++;
      if (newest != NULL)
        *newest = MAX (*newest, get_id (entry));
    }
  return count;
}

static void
update (StyrHistoryPage *self)
{
  GHashTableIter iter;
  gpointer row;
  guint count;

  self->newest = 0;
  count = count_holding (self, 0, &self->newest);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    styr_history_row_set_newest (row, self->newest);

  g_free (self->subtitle);
  if (count == 0)
    self->subtitle = g_strdup (_ ("Nothing has been changed yet."));
  else
    self->subtitle = g_strdup_printf (
        ngettext ("%u change holds. It can be undone.",
                  "%u changes hold. Each of them can be undone, back to any point.",
                  count),
        count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/* Filter */

static gboolean
has_words (StyrRecord *entry, const char *words)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;
  const char *label = styr_record_get_text (entry, "label");
  const char *author = styr_record_get_text (entry, "author");

  if (*words == '\0')
    return TRUE;
  text = g_strconcat (label != NULL ? label : "", "\n", author, NULL);
  folded = g_utf8_casefold (text, -1);
  wanted = g_utf8_casefold (words, -1);
  return strstr (folded, wanted) != NULL;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  StyrHistoryPage *self = user_data;

  switch (gtk_drop_down_get_selected (self->states))
    {
    case SHOW_HOLDING:
      if (!is_change_in_state (item, "done") && !styr_record_is (item, "kind", "start"))
        return FALSE;
      break;
    case SHOW_UNDONE:
      if (!is_change_in_state (item, "undone") && !is_change_in_state (item, "abandoned"))
        return FALSE;
      break;
    default:
      break;
    }
  return has_words (item, gtk_editable_get_text (self->search));
}

static void
update_stack (StyrHistoryPage *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (self->filtered) > 0 ? "list" : "nothing");
}

static void
filter_changed_cb (gpointer source, StyrHistoryPage *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
state_chosen_cb (GtkDropDown *states, GParamSpec *pspec, StyrHistoryPage *self)
{
  filter_changed_cb (states, self);
}

static void
show_all_cb (GtkButton *button, StyrHistoryPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->states, SHOW_ALL);
  filter_changed_cb (button, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrHistoryPage *self)
{
  update (self);
  /* Entries keep their place in the list when their state changes, so the filter must be told */
  if (gtk_drop_down_get_selected (self->states) != SHOW_ALL)
    filter_changed_cb (workspace, self);
}

/* Undo to a point */

typedef struct
{
  StyrHistoryPage *page;
  gint64 id;
  guint count;
} Point;

static void
point_free (gpointer data)
{
  Point *point = data;

  g_object_unref (point->page);
  g_free (point);
}

static void
undo_to (gpointer data)
{
  Point *point = data;
  GtkWidget *page = GTK_WIDGET (point->page);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u change undone", "%u changes undone", point->count), point->count);

  if (styr_workspace_undo_to (point->page->workspace, point->id, &error))
    gtk_widget_activate_action (page, "win.toast", "(sb)", text, FALSE);
  else
    gtk_widget_activate_action (page, "win.error", "s", error->message);
}

static void
undo_to_cb (StyrHistoryRow *row, StyrRecord *entry, StyrHistoryPage *self)
{
  Point *point = g_new0 (Point, 1);
  g_autofree char *body = NULL;

  point->page = g_object_ref (self);
  point->id = get_id (entry);
  point->count = count_holding (self, point->id, NULL);
  body = g_strdup_printf (
      ngettext ("%u later change is undone, and everything is as it was after “%s”. "
                "You can redo it until you change something else.",
                "%u later changes are undone, and everything is as it was after “%s”. "
                "You can redo them until you change something else.",
                point->count),
      point->count,
      styr_record_get_text (entry, "label"));
  styr_dialog_confirm (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                       _ ("Undo to here?"),
                       body,
                       _ ("_Undo"),
                       FALSE,
                       undo_to,
                       point,
                       point_free);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StyrHistoryPage *self)
{
  GtkWidget *row = styr_history_row_new ();

  g_signal_connect_object (row, "undo-to", G_CALLBACK (undo_to_cb), self, 0);
  gtk_list_item_set_child (item, row);
  /* The button is what can be done with a row, so the row itself is no stop on the way */
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StyrHistoryPage *self)
{
  StyrHistoryRow *row = STYR_HISTORY_ROW (gtk_list_item_get_child (item));
  g_autofree char *name = NULL;

  g_hash_table_add (self->rows, row);
  styr_history_row_set_entry (row, gtk_list_item_get_item (item));
  styr_history_row_set_newest (row, self->newest);
  name = styr_history_row_dup_name (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StyrHistoryPage *self)
{
  StyrHistoryRow *row = STYR_HISTORY_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->rows, row);
  styr_history_row_set_entry (row, NULL);
}

static GtkListItemFactory *
create_factory (StyrHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

/* The page */

static void
styr_history_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrHistoryPage *self = STYR_HISTORY_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, _ ("History"));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_history_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    STYR_HISTORY_PAGE (object)->workspace = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_history_page_constructed (GObject *object)
{
  StyrHistoryPage *self = STYR_HISTORY_PAGE (object);
  g_autoptr (GtkListItemFactory) factory = create_factory (self);
  g_autoptr (GtkSelectionModel) selection = NULL;

  G_OBJECT_CLASS (styr_history_page_parent_class)->constructed (object);

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->filtered = G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (styr_workspace_get_history (self->workspace)), g_object_ref (self->filter)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->filtered)));
  g_signal_connect_object (
      self->filtered, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  update (self);
  gtk_list_view_set_model (self->list, selection);
  update_stack (self);
  /* Where the window puts the keyboard first: not in a text, where undoing is about the text */
  g_object_set_data_full (object, "styr-focus", g_object_ref (self->states), g_object_unref);
}

static void
styr_history_page_dispose (GObject *object)
{
  StyrHistoryPage *self = STYR_HISTORY_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (styr_history_page_parent_class)->dispose (object);
}

static void
styr_history_page_finalize (GObject *object)
{
  StyrHistoryPage *self = STYR_HISTORY_PAGE (object);

  g_hash_table_unref (self->rows);
  g_free (self->subtitle);

  G_OBJECT_CLASS (styr_history_page_parent_class)->finalize (object);
}

static void
styr_history_page_class_init (StyrHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = styr_history_page_constructed;
  object_class->get_property = styr_history_page_get_property;
  object_class->set_property = styr_history_page_set_property;
  object_class->dispose = styr_history_page_dispose;
  object_class->finalize = styr_history_page_finalize;

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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryPage, states);
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
styr_history_page_init (StyrHistoryPage *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * Makes the history page of @workspace.
 */
GtkWidget *
styr_history_page_new (StyrWorkspace *workspace)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  return g_object_new (STYR_TYPE_HISTORY_PAGE, "workspace", workspace, NULL);
}
