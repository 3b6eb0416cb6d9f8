/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-choice-order.h"

/* In which order what can be chosen stands while somebody seeks. */

/** Whether the text of an option begins with @letters. @option: a button around a box whose first
 * child is the label; @letters: casefolded */
gboolean
styr_choice_order_begins (GtkWidget *option, const char *letters)
{
  GtkWidget *label;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_BUTTON (option) && letters != NULL, FALSE);

  label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (option)));
  text = g_utf8_casefold (gtk_label_get_text (GTK_LABEL (label)), -1);
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

/**
 * styr_choice_order_by:
 * @list: options and the headings between them
 * @letters: casefolded; "" puts all of it back in its order
 *
 * Puts what begins with the letters before what has them somewhere else, so that Return takes what
 * was meant.
 */
void
styr_choice_order_by (GtkBox *list, const char *letters)
{
  GPtrArray *order;
  GtkWidget *last = NULL;

  g_return_if_fail (GTK_IS_BOX (list) && letters != NULL);

  order = get_order (list);
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
