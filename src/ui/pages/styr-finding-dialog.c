/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-finding-dialog.h"

#include "styr-finding-words.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Everything about one finding, and what can be done about it. */

typedef struct
{
  StyrWorkspace *workspace;
  StyrRecord *finding;
  GtkWidget *over; /* weak: what opened it, where the window's actions are */
  GtkWindow *window;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_clear_weak_pointer (&shown->over);
  g_object_unref (shown->workspace);
  g_object_unref (shown->finding);
  g_free (shown);
}

/* What is done is done in the main window, when this one is away. */
static void
leave (Shown *shown, void (*func) (GtkWidget *, StyrWorkspace *, StyrRecord *))
{
  g_autoptr (StyrWorkspace) workspace = g_object_ref (shown->workspace);
  g_autoptr (StyrRecord) finding = g_object_ref (shown->finding);
  g_autoptr (GtkWidget) over = shown->over != NULL ? g_object_ref (shown->over) : NULL;

  gtk_window_close (shown->window);
  if (over != NULL)
    func (over, workspace, finding);
}

static void
show_rule (GtkWidget *over, StyrWorkspace *workspace, StyrRecord *finding)
{
  styr_finding_show_rule (over, finding);
}

static void
ask_exception (GtkWidget *over, StyrWorkspace *workspace, StyrRecord *finding)
{
  styr_finding_ask_exception (over, workspace, finding);
}

static void
open_cb (Shown *shown)
{
  leave (shown, styr_finding_open);
}

static void
rule_cb (Shown *shown)
{
  leave (shown, show_rule);
}

static void
exception_cb (Shown *shown)
{
  leave (shown, ask_exception);
}

static void
take_back_cb (Shown *shown)
{
  leave (shown, styr_finding_take_back);
}

static void
add_row (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row, *box, *heading, *label;

  if (text == NULL || *text == '\0')
    return;
  row = adw_preferences_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  heading = styr_quiet_label_new (title);
  label = styr_wrapping_label_new (text, NULL);
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_add_css_class (box, "styr-finding-fact");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static StyrRecord *
find_waiver (GPtrArray *waivers, const char *id)
{
  for (guint i = 0; id != NULL && i < waivers->len; i++)
    if (g_strcmp0 (styr_record_get_id (waivers->pdata[i]), id) == 0)
      return waivers->pdata[i];
  return NULL;
}

/* Who decided it, when, in which § and for how long, as far as it is said. */
static char *
dup_decision (StyrWorkspace *workspace, StyrRecord *waiver)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *body = styr_record_get_text (waiver, "decided_by");

  if (body != NULL)
    {
      g_autofree char *name = styr_name_of_body (styr_workspace_get_model (workspace), body);

      g_ptr_array_add (parts, styr_name_sentence_case (name));
    }
  if (styr_record_has (waiver, "decided_on"))
    g_ptr_array_add (parts, g_strdup (styr_record_get_text (waiver, "decided_on")));
  if (styr_record_has (waiver, "section_no"))
    g_ptr_array_add (parts, styr_format_paragraph (styr_record_get_text (waiver, "section_no")));
  if (styr_record_has (waiver, "year"))
    /* Translators: a year. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("only %s"), styr_record_get_text (waiver, "year")));
  if (styr_record_has (waiver, "valid_to"))
    g_ptr_array_add (
        parts, g_strdup_printf (_ ("applies until %s"), styr_record_get_text (waiver, "valid_to")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
add_exception (GtkWidget *group, StyrWorkspace *workspace, StyrRecord *finding)
{
  g_autoptr (GPtrArray) waivers = styr_workspace_dup_waivers (workspace);
  StyrRecord *waiver = find_waiver (waivers, styr_record_get_text (finding, "waiver_id"));
  g_autofree char *decision = waiver != NULL ? dup_decision (workspace, waiver) : NULL;

  add_row (group, _ ("Decided exception"), styr_record_get_text (finding, "waiver_reason"));
  add_row (group, _ ("Decision"), decision);
}

static GtkWidget *
make_facts (StyrWorkspace *workspace, StyrRecord *finding)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *rule = g_strdup_printf ("%s: %s",
                                           styr_record_get_text (finding, "rule_id"),
                                           styr_record_get_text (finding, "rule_title"));

  add_row (group, _ ("What to do"), styr_record_get_text (finding, "remedy"));
  add_row (group, _ ("The rule"), rule);
  add_row (group,
           _ ("In the model"),
           styr_record_get_flag (finding, "is_implicit")
               ? _ ("Not said in so many words; it follows from the model.")
               : NULL);
  add_row (group, _ ("Source"), styr_record_get_text (finding, "paragraph"));
  add_row (group, _ ("Unit"), styr_record_get_text (finding, "unit_name"));
  add_exception (group, workspace, finding);
  return group;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, GCallback callback, Shown *shown)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, shown);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_buttons (Shown *shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "styr-dialog");
  add_button (box, _ ("Show _rule"), G_CALLBACK (rule_cb), shown);
  if (styr_record_has (shown->finding, "waiver_id"))
    add_button (box, _ ("_Take back exception"), G_CALLBACK (take_back_cb), shown);
  else if (styr_record_get_flag (shown->finding, "is_waivable"))
    add_button (box, _ ("Decide _exception…"), G_CALLBACK (exception_cb), shown);
  if (styr_finding_can_open (shown->finding))
    {
      GtkWidget *open =
          add_button (box, C_ ("what a finding is about", "_Open"), G_CALLBACK (open_cb), shown);

      gtk_widget_add_css_class (open, "suggested-action");
      gtk_window_set_focus (shown->window, open);
    }
  return box;
}

static GtkWidget *
make_content (Shown *shown)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *text =
      styr_wrapping_label_new (styr_record_get_text (shown->finding, "text"), "title-4");
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *title = styr_finding_dup_severity (shown->finding);

  gtk_widget_add_css_class (inner, "styr-dialog");
  gtk_box_append (GTK_BOX (inner), text);
  gtk_box_append (GTK_BOX (inner), make_facts (shown->workspace, shown->finding));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), inner);
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header),
      adw_window_title_new (title, styr_record_get_text (shown->finding, "rule_id")));
  gtk_window_set_title (shown->window, title);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_buttons (shown));
  return box;
}

/**
 * styr_finding_dialog_show:
 * @over: a widget in the window; what is chosen is done there
 *
 * Shows everything about a finding.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
styr_finding_dialog_show (GtkWidget *over, StyrWorkspace *workspace, StyrRecord *finding)
{
  GtkWidget *window;
  GtkShortcut *escape;
  GtkEventController *keys;
  GtkRoot *root;
  Shown *shown;

  g_return_val_if_fail (GTK_IS_WIDGET (over) && STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (STYR_IS_RECORD (finding), NULL);

  window = adw_window_new ();
  shown = g_new0 (Shown, 1);
  shown->workspace = g_object_ref (workspace);
  shown->finding = g_object_ref (finding);
  shown->window = GTK_WINDOW (window);
  g_set_weak_pointer (&shown->over, over);
  g_object_set_data_full (G_OBJECT (window), "styr-shown", shown, shown_free);
  adw_window_set_content (ADW_WINDOW (window), make_content (shown));
  keys = gtk_shortcut_controller_new ();
  escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                             gtk_named_action_new ("window.close"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
  root = gtk_widget_get_root (over);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 500);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
