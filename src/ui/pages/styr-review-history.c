/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-review-history.h"

#include "styr-check.h"
#include "styr-choice-button.h"
#include "styr-finding-words.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NOW "now"

/* Two reviews beside each other: what is new, what is gone, what is as it was. */
typedef struct
{
  StyrWorkspace *workspace;
  GPtrArray *runs;
  GtkWidget *over; /* weak */
  GtkWindow *window;
  GtkWidget *earlier, *later, *remove;
  GtkBox *changes;
} History;

static void
history_free (gpointer data)
{
  History *self = data;

  g_clear_weak_pointer (&self->over);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_object_unref (self->workspace);
  g_free (self);
}

/* "12 findings", "12 findings and 3 decided exceptions": counted alike wherever reviews are */
static char *
dup_count (guint n_open, guint n_waived)
{
  g_autofree char *open = g_strdup_printf (ngettext ("%u finding", "%u findings", n_open), n_open);
  g_autofree char *waived = g_strdup_printf (
      ngettext ("%u decided exception", "%u decided exceptions", n_waived), n_waived);

  if (n_waived == 0)
    return g_steal_pointer (&open);
  /* Translators: how many findings, and how many decided exceptions. */
  return g_strdup_printf (C_ ("findings", "%s and %s"), open, waived);
}

/* "2024-05-15 14:30, 12 findings: before the council's meeting" */
static char *
dup_name (StyrRecord *run)
{
  const char *at = styr_record_get_text (run, "at");
  const char *note = styr_record_get_text (run, "note");
  g_autofree char *count = dup_count ((guint) styr_record_get_int (run, "n_open"),
                                      (guint) styr_record_get_int (run, "n_waived"));
  g_autofree char *day = g_strndup (at, MIN (strlen (at), 16));

  g_strdelimit (day, "T", ' ');
  return note != NULL ? g_strdup_printf ("%s, %s: %s", day, count, note)
                      : g_strdup_printf ("%s, %s", day, count);
}

static GPtrArray *
make_options (History *self, gboolean with_now)
{
  GPtrArray *options = styr_options_new ();

  if (with_now)
    styr_options_add (options, NOW, _ ("As it is now"), NULL);
  for (guint i = 0; i < self->runs->len; i++)
    {
      g_autofree char *name = dup_name (self->runs->pdata[i]);

      styr_options_add (options, styr_record_get_id (self->runs->pdata[i]), name, NULL);
    }
  return options;
}

/* What differs -------------------------------------------------------------------------------- */

static GtkWidget *
make_row (StyrRecord *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *severity = styr_finding_dup_severity (finding);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s", styr_record_get_text (finding, "rule_id"), severity);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), styr_record_get_text (finding, "text"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_group (History *self, GPtrArray *changes, const char *change, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *heading = NULL, *count = NULL;
  guint n = 0, n_waived = 0;

  for (guint i = 0; i < changes->len; i++)
    if (styr_record_is (changes->pdata[i], "change", change))
      {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (changes->pdata[i]));
        n_waived += styr_record_get_flag (changes->pdata[i], "is_waived");
        n++;
      }
  count = dup_count (n - n_waived, n_waived);
  heading = g_strdup_printf ("%s: %s", title, count);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  gtk_box_append (self->changes, group);
}

static const char *
get_chosen (GtkWidget *button)
{
  const char *id = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (button));

  return g_strcmp0 (id, NOW) == 0 ? NULL : id;
}

static void
compare_cb (History *self)
{
  const char *earlier = get_chosen (self->earlier);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes))) != NULL)
    gtk_box_remove (self->changes, child);
  if (earlier == NULL)
    return;
  changes =
      styr_workspace_compare_runs (self->workspace, earlier, get_chosen (self->later), &error);
  if (changes == NULL)
    {
      gtk_box_append (self->changes, styr_quiet_label_new (error->message));
      return;
    }
  add_group (self, changes, "new", C_ ("findings", "New"));
  add_group (self, changes, "gone", _ ("Gone"));
  add_group (self, changes, "same", _ ("Still there"));
}

static void
remove_cb (History *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) over = self->over != NULL ? g_object_ref (self->over) : NULL;
  gboolean removed =
      styr_workspace_delete_run (self->workspace, get_chosen (self->earlier), &error);

  gtk_window_close (self->window);
  if (over == NULL)
    return;
  if (removed)
    gtk_widget_activate_action (over, "win.toast", "(sb)", _ ("The kept review is removed"), TRUE);
  else
    gtk_widget_activate_action (over, "win.error", "s", error->message);
}

/* The window ---------------------------------------------------------------------------------- */

static GtkWidget *
make_choice (History *self, const char *name, gboolean with_now, const char *selected)
{
  GtkWidget *button = styr_choice_button_new (_ ("Choose…"));

  styr_choice_button_set_options (STYR_CHOICE_BUTTON (button), make_options (self, with_now));
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (button), selected);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "chosen", G_CALLBACK (compare_cb), self);
  return button;
}

static void
add_choice (GtkWidget *group, const char *title, GtkWidget *button)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_comparison (History *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *changes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->changes = GTK_BOX (changes);
  self->earlier =
      make_choice (self, _ ("Earlier review"), FALSE, styr_record_get_id (self->runs->pdata[0]));
  self->later = make_choice (self, _ ("Compared with"), TRUE, NOW);
  self->remove = gtk_button_new_with_mnemonic (_ ("_Remove the earlier review"));
  gtk_widget_set_halign (self->remove, GTK_ALIGN_START);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Reviews are kept and compared for the whole municipality, whichever unit is shown."));
  add_choice (group, _ ("Earlier review"), self->earlier);
  add_choice (group, _ ("Compared with"), self->later);
  gtk_widget_add_css_class (box, "styr-dialog");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), changes);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  compare_cb (self);
  return scrolled;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No review is kept yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Keep one now, and the next can be compared with it: what is new, what is gone, what is "
         "still there."));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/**
 * styr_review_history_show:
 * @over: a widget in the window
 *
 * Shows the reviews that were kept, and compares two of them, or one with how it is now.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
styr_review_history_show (GtkWidget *over, StyrWorkspace *workspace)
{
  GtkWidget *window, *box;
  GtkRoot *root;
  History *self;

  g_return_val_if_fail (GTK_IS_WIDGET (over) && STYR_IS_WORKSPACE (workspace), NULL);

  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  root = gtk_widget_get_root (over);
  self = g_new0 (History, 1);
  self->workspace = g_object_ref (workspace);
  self->runs = styr_workspace_dup_runs (workspace);
  self->window = GTK_WINDOW (window);
  g_set_weak_pointer (&self->over, over);
  g_object_set_data_full (G_OBJECT (window), "styr-history", self, history_free);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->runs->len > 0 ? make_comparison (self) : make_empty ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Earlier reviews"));
  add_escape (window);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 600);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
