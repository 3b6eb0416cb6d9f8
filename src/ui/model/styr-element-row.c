/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-element-row.h"

#include "styr-element-list.h"
#include "styr-line-layout.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define PATH "styr-path"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* the longest name doesn't decide how wide the list is */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  /* GTK 4.8 has room for the dots in the least width but not in the natural one of a short word */
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
act_cb (GtkWidget *button, gpointer row)
{
  const char *action = g_object_get_data (G_OBJECT (button), "styr-action");

  gtk_widget_activate_action (button, action, "s", styr_element_row_get_path (row));
}

static GtkWidget *
make_button (GtkWidget *row, const char *icon, const char *action, const char *format)
{
  GtkWidget *button = styr_icon_button_new (icon, "");

  g_object_set_data (G_OBJECT (button), "styr-action", (gpointer) action);
  g_object_set_data (G_OBJECT (button), "styr-format", (gpointer) format);
  g_signal_connect_object (button, "clicked", G_CALLBACK (act_cb), row, 0);
  return button;
}

static void
name_buttons (GtkWidget *row, const char *name)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *format = g_object_get_data (G_OBJECT (child), "styr-format");
      g_autofree char *text = NULL;

      if (format == NULL)
        continue;
      text = g_strdup_printf (_ (format), name);
      gtk_widget_set_tooltip_text (child, text);
      styr_widget_set_name_text (child, text);
    }
}

/* Drag and drop: a row is carried by its path and dropped before or after another of its list. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, styr_element_row_get_path (row));
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, icon, 24, gtk_widget_get_height (row) / 2);
}

static gboolean
is_below (GtkWidget *row, double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static void
clear_drop (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "styr-drop-above");
  gtk_widget_remove_css_class (row, "styr-drop-below");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkWidget *row)
{
  clear_drop (row);
  gtk_widget_add_css_class (row, is_below (row, y) ? "styr-drop-below" : "styr-drop-above");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, GtkWidget *row)
{
  clear_drop (row);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  clear_drop (row);
  return gtk_widget_activate_action (row,
                                     "elements.drop",
                                     "(ssb)",
                                     g_value_get_string (value),
                                     styr_element_row_get_path (row),
                                     is_below (row, y));
}

static void
add_drag (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), row, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/**
 * styr_element_row_new:
 * @path: the element
 * @name: what it is called
 * @note: (nullable): a second line
 * @inside: inside a form: with buttons of its own
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
styr_element_row_new (const char *path, const char *name, const char *note, gboolean inside)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = styr_line_new (6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (name, NULL));
  gtk_box_append (GTK_BOX (words), make_label (note, "caption"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (row, "styr-element");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (inside)
    {
      gtk_box_append (GTK_BOX (box),
                      make_button (row, "go-up-symbolic", "elements.up", N_ ("Move %s up")));
      gtk_box_append (GTK_BOX (box),
                      make_button (row, "go-down-symbolic", "elements.down", N_ ("Move %s down")));
      gtk_box_append (
          GTK_BOX (box),
          make_button (row, "user-trash-symbolic", "elements.remove", N_ ("Remove %s")));
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  add_drag (row);
  styr_element_row_update (row, path, name, note);
  return row;
}

/**
 * styr_element_row_get_path:
 *
 * Returns: (transfer none): the path of the row's element
 */
const char *
styr_element_row_get_path (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), PATH);
}

/**
 * styr_element_row_update:
 *
 * Shows the element as it is now.
 *
 * Returns: whether it is the same element as before
 */
gboolean
styr_element_row_update (GtkWidget *row, const char *path, const char *name, const char *note)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkWidget *second = gtk_widget_get_last_child (words);
  gboolean same = g_strcmp0 (styr_element_row_get_path (row), path) == 0;

  g_object_set_data_full (G_OBJECT (row), PATH, g_strdup (path), g_free);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), name);
  gtk_label_set_text (GTK_LABEL (second), note != NULL ? note : "");
  gtk_widget_set_visible (second, note != NULL && *note != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note != NULL ? note : "",
                                  -1);
  name_buttons (row, name);
  return same;
}

/**
 * styr_element_row_set_retired:
 * @retired: whether the element is used no more
 *
 * Dims the words of one that is; its second line says so, too.
 */
void
styr_element_row_set_retired (GtkWidget *row, gboolean retired)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  if (retired)
    gtk_widget_add_css_class (row, "styr-retired");
  else
    gtk_widget_remove_css_class (row, "styr-retired");
}
