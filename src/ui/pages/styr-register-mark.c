/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-mark.h"

#include <glib/gi18n-lib.h>

/** Says how many there are; the number stands apart and dim, so that it is not read as a paragraph.
 */
void
styr_register_mark_show (GtkWidget *button, const StyrRegisterMark *mark, guint count)
{
  g_autofree char *words = NULL, *text = NULL;
  PangoAttrList *attributes;
  PangoAttribute *dim;

  g_return_if_fail (GTK_IS_BUTTON (button) && mark != NULL);

  words = mark->symbol != NULL ? g_strdup_printf ("%s %s", mark->symbol, _ (mark->label))
                               : g_strdup (_ (mark->label));
  text = g_strdup_printf ("%s  %u", words, count);
  gtk_button_set_label (GTK_BUTTON (button), text);
  attributes = pango_attr_list_new ();
  dim = pango_attr_foreground_alpha_new (G_MAXUINT16 * 6 / 10);
  dim->start_index = (guint) strlen (words);
  pango_attr_list_insert (attributes, dim);
  gtk_label_set_attributes (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), attributes);
  pango_attr_list_unref (attributes);
}
