/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-choice-order.h"

/* In which order what can be chosen stands while somebody seeks. */

/* @option: a button around a box whose first child is the label */
static char *
dup_folded (GtkWidget *option)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (option)));

  return g_utf8_casefold (gtk_label_get_text (GTK_LABEL (label)), -1);
}

/** Whether the text of an option begins with @letters, which are casefolded. */
gboolean
styr_choice_order_begins (GtkWidget *option, const char *letters)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_BUTTON (option) && letters != NULL, FALSE);

  text = dup_folded (option);
  return g_str_has_prefix (text, letters);
}

/* Returns: (transfer none) (element-type GtkWidget): the list as it was made */
static GPtrArray *
get_order (GtkBox *list)
{
  GPtrArray *order = g_object_get_data (G_OBJECT (list), "styr-order");

  if (order != NULL)
    return order;
  order = g_ptr_array_new ();
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (order, child);
  g_object_set_data_full (G_OBJECT (list), "styr-order", order, (GDestroyNotify) g_ptr_array_unref);
  return order;
}

/* What begins with the letters comes before what has them somewhere else, so that Return takes what
 * was meant */
static void
order_by (GtkBox *list, const char *letters)
{
  GPtrArray *order = get_order (list);
  GtkWidget *last = NULL;

  for (int first = 1; first >= 0; first--)
    for (guint i = 0; i < order->len; i++)
      {
        gboolean begins = *letters != '\0' && GTK_IS_BUTTON (order->pdata[i]) &&
                          styr_choice_order_begins (order->pdata[i], letters);

        if (begins != (first == 1))
          continue;
        gtk_box_reorder_child_after (list, order->pdata[i], last);
        last = order->pdata[i];
      }
}

/**
 * styr_choice_order_seek:
 * @list: options and the headings between them
 * @letters: casefolded; "" puts all of it back as it was
 *
 * Shows the options that have the letters, those that begin with them first.
 */
void
styr_choice_order_seek (GtkBox *list, const char *letters)
{
  g_return_if_fail (GTK_IS_BOX (list) && letters != NULL);

  order_by (list, letters);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      {
        g_autofree char *text = dup_folded (child);

        gtk_widget_set_visible (child, strstr (text, letters) != NULL);
      }
    else
      gtk_widget_set_visible (child, *letters == '\0');
}

/** Returns: (transfer none) (nullable): the first option that is shown */
GtkWidget *
styr_choice_order_get_first (GtkBox *list)
{
  g_return_val_if_fail (GTK_IS_BOX (list), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}
