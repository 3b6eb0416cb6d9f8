/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-documents-columns.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-names.h"

#include <glib/gi18n-lib.h>

/* Cells are labels only: on GTK 4.8 rows with something focusable in them can't be activated
 * reliably */

typedef char *(*TextFunc) (StyrRecord *document, StyrWorkspace *workspace);

typedef struct
{
  const char *title;
  TextFunc text;
  gboolean expand;
  int width;
} Column;

/* What a column's factory and sorter need */
typedef struct
{
  const Column *column;
  StyrWorkspace *workspace;
} Use;

static char *
dup_title (StyrRecord *document, StyrWorkspace *workspace)
{
  return g_strdup (styr_record_get_text (document, "title"));
}

static char *
dup_type (StyrRecord *document, StyrWorkspace *workspace)
{
  return styr_name_sentence_case (styr_record_get_text (document, "type_name"));
}

static char *
dup_unit (StyrRecord *document, StyrWorkspace *workspace)
{
  return styr_workspace_dup_unit_label (workspace, styr_record_get_text (document, "unit_id"));
}

static char *
dup_period (StyrRecord *document, StyrWorkspace *workspace)
{
  const char *from = styr_record_get_text (document, "period_from");
  const char *to = styr_record_get_text (document, "period_to");

  if (from == NULL)
    return g_strdup (styr_record_has (document, "year") ? styr_record_get_text (document, "year")
                                                        : "");
  if (to == NULL)
    return g_strdup_printf (_ ("from %.4s"), from);
  if (strncmp (from, to, 4) == 0)
    return g_strndup (from, 4);
  return g_strdup_printf ("%.4s–%.4s", from, to);
}

static char *
dup_status (StyrRecord *document, StyrWorkspace *workspace)
{
  StyrDocumentStatus status = styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  StyrState state = styr_record_get_enum (document, "state", STYR_TYPE_STATE);

  if (state == STYR_STATE_LATE)
    return g_strdup_printf ("%s %s, %s",
                            styr_state_get_symbol (state),
                            styr_name_of_status (status),
                            styr_state_get_word (state));
  return g_strdup_printf ("%s %s", styr_symbol_of_status (status), styr_name_of_status (status));
}

static char *
dup_decided_on (StyrRecord *document, StyrWorkspace *workspace)
{
  return g_strdup (styr_record_get_text (document, "decided_on"));
}

static char *
dup_decided_by (StyrRecord *document, StyrWorkspace *workspace)
{
  g_autofree char *name = styr_name_of_body (styr_workspace_get_model (workspace),
                                             styr_record_get_text (document, "decided_by"));

  return styr_name_sentence_case (name);
}

static const Column columns[] = {
  { N_ ("Title"), dup_title, TRUE, 0 },
  { N_ ("Type"), dup_type, FALSE, 120 },
  { N_ ("Unit"), dup_unit, FALSE, 120 },
  { N_ ("Period"), dup_period, FALSE, 86 },
  { N_ ("Status"), dup_status, FALSE, 108 },
  { N_ ("Decided on"), dup_decided_on, FALSE, 100 },
  { N_ ("Decided by"), dup_decided_by, FALSE, 120 },
};

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Use *use)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  if (use->column->expand)
    gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_list_item_set_child (item, label);
}

static void
show (GtkListItem *item, Use *use)
{
  StyrRecord *document = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = use->column->text (document, use->workspace);

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
  if (gtk_widget_get_parent (label) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text != NULL ? text : "",
                                    -1);
}

static void
changed_cb (StyrRecord *document, GtkListItem *item)
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
  g_autofree char *left = use->column->text ((StyrRecord *) a, use->workspace);
  g_autofree char *right = use->column->text ((StyrRecord *) b, use->workspace);
  int order = styr_collate (left, right);

  return order < 0 ? GTK_ORDERING_SMALLER : (order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL);
}

static void
add_column (GtkColumnView *view, StyrWorkspace *workspace, const Column *column)
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
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_expand (made, column->expand);
  gtk_column_view_column_set_resizable (made, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_append_column (view, made);
  g_object_unref (made);
  g_object_unref (sorter);
}

/**
 * styr_documents_columns_add:
 * @view: an empty column view of documents
 * @workspace: the open database; outlives @view
 *
 * Adds the register's columns, each of which sorts as Swedes do.
 */
void
styr_documents_columns_add (GtkColumnView *view, StyrWorkspace *workspace)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && STYR_IS_WORKSPACE (workspace));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, workspace, &columns[i]);
}
