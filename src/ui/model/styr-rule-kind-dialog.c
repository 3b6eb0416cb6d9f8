/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind-dialog.h"

#include "styr-editor-style.h"
#include "styr-model-new.h"
#include "styr-rule-kind.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A new rule: its number, the rule in one sentence, and which of the kinds checks it. */
typedef struct
{
  GtkWidget *widget; /* a reference: who asked */
  StyrWorkspace *workspace;
  StyrRuleMadeFunc made;
  GtkWidget *window, *number, *title, *search, *list, *message, *create;
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_object_unref (dialog->widget);
  g_object_unref (dialog->workspace);
  g_free (dialog);
}

static const StyrRuleKind *
get_kind (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "styr-kind");
}

static void
update (Dialog *dialog)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (dialog->list));

  gtk_widget_set_sensitive (dialog->create,
                            row != NULL &&
                                *gtk_editable_get_text (GTK_EDITABLE (dialog->number)) != '\0' &&
                                *gtk_editable_get_text (GTK_EDITABLE (dialog->title)) != '\0');
}

static void
create_cb (Dialog *dialog)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (dialog->list));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (row == NULL)
    return;
  path = styr_model_new_add (dialog->workspace,
                             "rules",
                             gtk_editable_get_text (GTK_EDITABLE (dialog->title)),
                             gtk_editable_get_text (GTK_EDITABLE (dialog->number)),
                             get_kind (row)->nick,
                             &error);
  gtk_widget_set_visible (dialog->message, path == NULL);
  if (path == NULL)
    {
      gtk_label_set_text (GTK_LABEL (dialog->message), error->message);
      return;
    }
  dialog->made (path, dialog->widget);
  gtk_window_destroy (GTK_WINDOW (dialog->window));
}

/* Enter makes the rule, or goes to what is still to be said. */
static void
entered_cb (Dialog *dialog)
{
  if (gtk_widget_get_sensitive (dialog->create))
    create_cb (dialog);
  else if (*gtk_editable_get_text (GTK_EDITABLE (dialog->number)) == '\0')
    gtk_widget_grab_focus (dialog->number);
  else if (*gtk_editable_get_text (GTK_EDITABLE (dialog->title)) == '\0')
    gtk_widget_grab_focus (dialog->title);
  else
    gtk_widget_grab_focus (dialog->search);
}

static GtkWidget *
make_row (const StyrRuleKind *kind)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (_ (kind->title), -1);
  g_autofree char *explanation = g_markup_escape_text (_ (kind->explanation), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (kind->explanation),
                                  -1);
  g_object_set_data (G_OBJECT (row), "styr-kind", (gpointer) kind);
  return row;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  Dialog *dialog = user_data;
  const StyrRuleKind *kind = get_kind (row);
  g_autofree char *wanted =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (dialog->search)), -1);
  g_autofree char *text = g_strdup_printf ("%s %s", _ (kind->title), _ (kind->explanation));
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

static void
make_list (Dialog *dialog)
{
  g_autoptr (GPtrArray) kinds = styr_rule_kinds_list ();

  dialog->list = gtk_list_box_new ();
  gtk_widget_add_css_class (dialog->list, "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (dialog->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the rule checks"), -1);
  for (guint i = 0; i < kinds->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (dialog->list), make_row (kinds->pdata[i]));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (dialog->list), filter_cb, dialog, NULL);
  /* a click chooses, Enter or a double click is the end of it */
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (dialog->list), FALSE);
  g_signal_connect_swapped (dialog->list, "row-selected", G_CALLBACK (update), dialog);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (entered_cb), dialog);
  g_signal_connect_swapped (
      dialog->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), dialog->list);
}

static GtkWidget *
make_entry (Dialog *dialog, GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (update), dialog);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (entered_cb), dialog);
  return row;
}

static GtkWidget *
make_content (Dialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "styr-dialog");
  dialog->number = make_entry (dialog, group, C_ ("model", "Rule number"));
  dialog->title = make_entry (dialog, group, _ ("The rule in one sentence"));
  dialog->search = gtk_search_entry_new ();
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (dialog->search), NULL);
  styr_widget_set_name_text (dialog->search, _ ("Search the list"));
  make_list (dialog);
  dialog->message = styr_wrapping_label_new (NULL, "error");
  gtk_widget_set_visible (dialog->message, FALSE);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), styr_quiet_label_new (_ ("What the rule checks")));
  gtk_box_append (GTK_BOX (box), dialog->search);
  gtk_box_append (GTK_BOX (box), dialog->list);
  gtk_box_append (GTK_BOX (box), dialog->message);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (widget));
  return TRUE;
}

static void
add_header (Dialog *dialog, GtkWidget *box)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  dialog->create = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (dialog->create, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), dialog->create);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), dialog->window);
  g_signal_connect_swapped (dialog->create, "clicked", G_CALLBACK (create_cb), dialog);
  gtk_box_prepend (GTK_BOX (box), header);
}

/**
 * styr_rule_kind_dialog_open:
 * @widget: who asks; handed to @made
 * @made: called with the path of the rule that was made
 *
 * Asks for a new rule and makes it.
 */
void
styr_rule_kind_dialog_open (GtkWidget *widget, StyrWorkspace *workspace, StyrRuleMadeFunc made)
{
  Dialog *dialog;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget) && STYR_IS_WORKSPACE (workspace) && made != NULL);

  dialog = g_new0 (Dialog, 1);
  dialog->widget = g_object_ref (widget);
  dialog->workspace = g_object_ref (workspace);
  dialog->made = made;
  dialog->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (dialog->window), _ ("New rule"));
  gtk_window_set_modal (GTK_WINDOW (dialog->window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (dialog->window),
                                GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_default_size (GTK_WINDOW (dialog->window), 560, 640);
  gtk_box_append (GTK_BOX (box), make_content (dialog));
  add_header (dialog, box);
  adw_window_set_content (ADW_WINDOW (dialog->window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (dialog->window, keys);
  g_object_set_data_full (
      G_OBJECT (dialog->window), "styr-dialog", dialog, (GDestroyNotify) dialog_free);
  update (dialog);
  gtk_widget_grab_focus (dialog->number);
  gtk_window_present (GTK_WINDOW (dialog->window));
}
