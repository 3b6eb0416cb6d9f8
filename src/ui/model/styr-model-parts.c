/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-parts.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *group, *list;
} parts[] = {
  { NC_ ("model", "The model"), "" },
  { NC_ ("model", "The model"), "blocks" },
  { NC_ ("model", "The model"), "levels" },
  { NC_ ("model", "The model"), "pictures" },
  { NC_ ("model", "The model"), "connectors" },
  { NC_ ("model", "Documents and goals"), "documentTypes" },
  { NC_ ("model", "Documents and goals"), "goalTypes" },
  { NC_ ("model", "Documents and goals"), "scales" },
  { NC_ ("model", "Documents and goals"), "rollUps" },
  { NC_ ("model", "Documents and goals"), "reportTemplates" },
  { NC_ ("model", "The year"), "phases" },
  { NC_ ("model", "The year"), "occasions" },
  { NC_ ("model", "The year"), "calendarRules" },
  { NC_ ("model", "The year"), "feedbackTypes" },
  { NC_ ("model", "The year"), "terms" },
  { NC_ ("model", "Rules"), "rules" },
  { NC_ ("model", "Rules"), "pendingRules" },
  { NC_ ("model", "People and words"), "bodyTypes" },
  { NC_ ("model", "People and words"), "roles" },
  { NC_ ("model", "People and words"), "terminology" },
  { NC_ ("model", "People and words"), "statements" },
  { NC_ ("model", "People and words"), "milestones" },
  { NC_ ("model", "People and words"), "history" },
};

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = parts[gtk_list_box_row_get_index (row)].group;
  GtkWidget *header;

  if (before != NULL && g_str_equal (parts[gtk_list_box_row_get_index (before)].group, group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (styr_model_word (group));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "styr-sidebar-group");
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_list_box_row_set_header (row, header);
}

static GtkWidget *
make_row (const char *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (styr_model_parts_get_title (list));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * styr_model_parts_get_title:
 * @list: key of a list, "" or "terminology"
 *
 * Returns: (transfer none): what the part is called
 */
const char *
styr_model_parts_get_title (const char *list)
{
  const StyrListWords *words = styr_list_words_find (list);

  return words != NULL ? styr_model_word (words->title) : C_ ("model", "Words");
}

/**
 * styr_model_parts_new:
 *
 * Returns: (transfer floating): a list box of the parts
 */
GtkWidget *
styr_model_parts_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "styr-elements");
  gtk_widget_add_css_class (list, "styr-parts");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Parts of the model"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (parts[i].list));
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), header_cb, NULL, NULL);
  return list;
}

static guint
count (JsonNode *node)
{
  if (node == NULL)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node));
  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_size (json_node_get_object (node)) : 0;
}

/**
 * styr_model_parts_refresh:
 *
 * Counts the elements anew.
 */
void
styr_model_parts_refresh (GtkWidget *list, StyrWorkspace *workspace)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i);
      GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      const char *title = styr_model_parts_get_title (parts[i].list);
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      if (parts[i].list[0] != '\0')
        text = g_strdup_printf ("%u", count (styr_model_peek (workspace, parts[i].list)));
      gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      text != NULL ? text : "",
                                      -1);
    }
}

/**
 * styr_model_parts_select:
 * @list: key of a part
 *
 * Marks the part that is shown.
 */
void
styr_model_parts_select (GtkWidget *widget, const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].list, list))
      gtk_list_box_select_row (GTK_LIST_BOX (widget),
                               gtk_list_box_get_row_at_index (GTK_LIST_BOX (widget), (int) i));
}

/** Returns: (transfer none): key of the row's part */
const char *
styr_model_parts_get_list (GtkListBoxRow *row)
{
  return parts[gtk_list_box_row_get_index (row)].list;
}
