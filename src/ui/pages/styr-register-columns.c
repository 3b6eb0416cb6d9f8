/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-columns.h"

#include "styr-locale.h"
#include "styr-register-menu.h"
#include "styr-register-widths.h"
#include "styr-settings.h"

#include <glib/gi18n-lib.h>

/* Cells are labels only: on GTK 4.8 rows with something focusable in them can't be activated
 * reliably */

/* What a column's factory and sorter need */
typedef struct
{
  const StyrRegisterColumn *column;
  StyrWorkspace *workspace;
} Use;

static gboolean
is_number (const StyrRegisterColumn *column)
{
  return column->kind == STYR_COLUMN_INTEGER || column->kind == STYR_COLUMN_NUMBER;
}

/* The whole text, for a cell that has no room for it. Asked for when it is to be shown: to set a
 * tip asks the display where the pointer is, each time. */
static gboolean
tip_cb (GtkWidget *label, int x, int y, gboolean by_keyboard, GtkTooltip *tip)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  gtk_tooltip_set_text (tip, text);
  return *text != '\0';
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Use *use)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (tip_cb), NULL);
  if (use->column->expand)
    gtk_label_set_width_chars (GTK_LABEL (label), 24);
  if (use->column->expand > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), (int) use->column->expand);
    }
  styr_register_menu_mark_cell (label, item);
  gtk_list_item_set_child (item, label);
}

static void
show (GtkListItem *item, Use *use)
{
  StyrRecord *record = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = use->column->dup_text (use->workspace, record);

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  if (gtk_widget_get_parent (label) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text != NULL ? text : "",
                                    -1);
}

static void
changed_cb (StyrRecord *record, GtkListItem *item)
{
  show (item, g_object_get_data (G_OBJECT (item), "styr-use"));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Use *use)
{
  g_object_set_data (G_OBJECT (item), "styr-use", use);
  show (item, use);
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (changed_cb), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Use *use)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), changed_cb, item);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Use *use = user_data;
  g_autofree char *left = use->column->dup_text (use->workspace, (StyrRecord *) a);
  g_autofree char *right = use->column->dup_text (use->workspace, (StyrRecord *) b);
  int order = styr_collate (left != NULL ? left : "", right != NULL ? right : "");

  if (is_number (use->column))
    {
      double difference = g_ascii_strtod (left != NULL ? left : "", NULL) -
                          g_ascii_strtod (right != NULL ? right : "", NULL);

      order = difference < 0 ? -1 : (difference > 0 ? 1 : 0);
    }

  return order < 0 ? GTK_ORDERING_SMALLER : (order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL);
}

static void
add_column (GtkColumnView *view, StyrWorkspace *workspace, const StyrRegisterColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Use *use = g_new (Use, 1);
  Use *sorting = g_new (Use, 1);
  GtkSorter *sorter;
  GtkColumnViewColumn *made;

  *use = *sorting = (Use){ column, workspace };
  g_object_set_data_full (G_OBJECT (factory), "styr-use", use, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), use);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), use);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), use);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare, sorting, g_free));
  made = gtk_column_view_column_new (_ (column->title), factory);
  g_object_set_data (G_OBJECT (made), "styr-column", (gpointer) column);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_expand (made, column->expand > 0);
  gtk_column_view_column_set_resizable (made, TRUE);
  styr_register_widths_choose (made, !column->optional);
  gtk_column_view_append_column (view, made);
  g_object_unref (made);
  g_object_unref (sorter);
}

/**
 * styr_register_columns_add:
 * @view: an empty column view
 * @workspace: the open database; outlives @view
 * @columns: live as long as @view
 *
 * Adds a register's columns, each of which sorts as Swedes do.
 */
void
styr_register_columns_add (GtkColumnView *view,
                           StyrWorkspace *workspace,
                           const StyrRegisterColumn *columns,
                           guint n_columns)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && STYR_IS_WORKSPACE (workspace));

  for (guint i = 0; i < n_columns; i++)
    add_column (view, workspace, &columns[i]);
}

typedef struct
{
  const StyrRegisterKind *kind;
  StyrWorkspace *workspace;
} Last;

static int
compare_last (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Last *last = user_data;
  gboolean one = last->kind->comes_last (last->workspace, STYR_RECORD ((gpointer) a));
  gboolean two = last->kind->comes_last (last->workspace, STYR_RECORD ((gpointer) b));

  return one == two ? GTK_ORDERING_EQUAL : one ? GTK_ORDERING_LARGER : GTK_ORDERING_SMALLER;
}

/**
 * styr_register_columns_new_sorter:
 * @workspace: the open database; outlives @view
 *
 * Returns: (transfer full): by the columns that the user sorts by, after what comes last whatever
 * these are
 */
GtkSorter *
styr_register_columns_new_sorter (GtkColumnView *view,
                                  StyrWorkspace *workspace,
                                  const StyrRegisterKind *kind)
{
  GtkMultiSorter *sorter;
  Last *last;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (kind->comes_last == NULL)
    return g_object_ref (gtk_column_view_get_sorter (view));
  last = g_new (Last, 1);
  *last = (Last){ kind, workspace };
  sorter = gtk_multi_sorter_new ();
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (compare_last, last, g_free)));
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (view)));
  return GTK_SORTER (sorter);
}

/* Which are shown ----------------------------------------------------------------------------- */

/** What a check of the chooser is about. */
typedef struct
{
  GtkColumnView *view;
  const StyrRegisterKind *kind;
  guint index;
} Check;

static const StyrRegisterColumn *
get_kind (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "styr-column");
}

/* By what it is: columns can be dragged to other places */
static GtkColumnViewColumn *
get_column (GtkColumnView *view, const StyrRegisterColumn *kind)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (get_kind (column) == kind)
        return column; /* the view keeps it */
    }
  g_return_val_if_reached (NULL);
}

static void
toggled_cb (GtkCheckButton *button, Check *check)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  styr_register_widths_choose (get_column (check->view, &check->kind->columns[check->index]),
                               gtk_check_button_get_active (button));
  for (guint i = 0; i < check->kind->n_columns; i++)
    if (styr_register_widths_is_chosen (get_column (check->view, &check->kind->columns[i])))
      g_string_append_printf (
          chosen, "%s%s", chosen->len > 0 ? "," : "", check->kind->columns[i].id);
  styr_register_widths_set_own (check->view);
  styr_register_widths_fit (check->view, gtk_widget_get_width (GTK_WIDGET (check->view)));
  styr_settings_set_named ("register-columns", check->kind->name, chosen->str);
}

static void
free_check (gpointer data, GClosure *closure)
{
  g_free (data);
}

/** Shows the columns that were chosen the last time. */
void
styr_register_columns_recall (GtkColumnView *view, const StyrRegisterKind *kind)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) chosen = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && kind != NULL);

  text = styr_settings_dup_named ("register-columns", kind->name);
  if (*text == '\0')
    return;
  styr_register_widths_set_own (view);
  chosen = g_strsplit (text, ",", -1);
  for (guint i = 0; i < kind->n_columns; i++)
    styr_register_widths_choose (
        get_column (view, &kind->columns[i]),
        g_strv_contains ((const char *const *) chosen, kind->columns[i].id));
}

/** Returns: (transfer floating): a popover where columns are chosen; the first one, which says what
 * the row is, stays */
GtkWidget *
styr_register_columns_new_chooser (GtkColumnView *view, const StyrRegisterKind *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && kind != NULL, popover);

  for (guint i = 0; i < kind->n_columns; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_ (kind->columns[i].title));
      Check *check = g_new (Check, 1);

      *check = (Check){ view, kind, i };
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (button),
          styr_register_widths_is_chosen (get_column (view, &kind->columns[i])));
      gtk_widget_set_sensitive (button, i > 0);
      g_signal_connect_data (
          button, "toggled", G_CALLBACK (toggled_cb), check, free_check, (GConnectFlags) 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/** Shows what a pill is about while it is on. @mark_id: the pill */
void
styr_register_columns_lend (GtkColumnView *view,
                            const StyrRegisterKind *kind,
                            const char *mark_id,
                            gboolean is_on)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && kind != NULL);

  for (guint i = 0; i < kind->n_loans; i++)
    for (guint j = 0; j < kind->n_columns; j++)
      if (g_strcmp0 (kind->loans[i].mark_id, mark_id) == 0 &&
          g_str_equal (kind->loans[i].column_id, kind->columns[j].id))
        styr_register_widths_lend (get_column (view, &kind->columns[j]), is_on);
  if (kind->n_loans > 0)
    styr_register_widths_fit (view, gtk_widget_get_width (GTK_WIDGET (view)));
}

/**
 * styr_register_columns_dup_shown:
 *
 * Returns: (transfer full) (element-type StyrRegisterColumn): the columns that are chosen or needed
 * now, in their order, also those that a narrow window has no room for
 */
GArray *
styr_register_columns_dup_shown (GtkColumnView *view)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (StyrRegisterColumn));
  GListModel *columns;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), shown);

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (styr_register_widths_is_shown (column))
        g_array_append_vals (shown, get_kind (column), 1);
    }
  return shown;
}
