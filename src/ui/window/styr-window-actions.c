/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-dialogs.h"
#include "styr-model-page.h"
#include "styr-pages.h"
#include "styr-preferences.h"
#include "styr-search-window.h"
#include "styr-shortcuts.h"
#include "styr-window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
shows_content (StyrWindow *self)
{
  return self->workspace != NULL && styr_workspace_get_model (self->workspace) != NULL;
}

/* Messages */

static void
toast_dismissed_cb (AdwToast *toast, StyrWindow *self)
{
  if (self->undo_toast == toast)
    self->undo_toast = NULL;
  if (self->undone_toast == toast)
    self->undone_toast = NULL;
}

/* Says that something was done. With @offer_undo the toast has a button that undoes it. */
void
styr_window_show_toast (StyrWindow *self, const char *text, gboolean offer_undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (offer_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      self->undo_toast = toast;
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Tells a failure; @error carries a translated sentence. */
void
styr_window_show_error (StyrWindow *self, const GError *error)
{
  g_assert (error != NULL);

  styr_dialog_error (GTK_WINDOW (self), NULL, error->message);
}

static void
toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text;
  gboolean offer_undo;

  g_variant_get (parameter, "(&sb)", &text, &offer_undo);
  styr_window_show_toast (STYR_WINDOW (widget), text, offer_undo);
}

static void
error_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  styr_dialog_error (GTK_WINDOW (widget), NULL, g_variant_get_string (parameter, NULL));
}

/* Undo and redo */

static void
name_button (GtkWidget *button, char *what, const char *key, const char *none)
{
  g_autofree char *label = what;
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", label != NULL ? label : none, key);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : none, -1);
}

static char *
name_what (const char *format, char *label)
{
  g_autofree char *owned = label;

  return owned != NULL ? g_strdup_printf (format, owned) : NULL;
}

/* The two buttons say what they would undo and redo just now. */
void
styr_window_update_undo (StyrWindow *self)
{
  char *undo = NULL, *redo = NULL;
  gboolean shown = shows_content (self);

  if (shown)
    {
      /* Translators: %s is what was done, as the history says it */
      undo = name_what (_ ("Undo: %s"), styr_workspace_dup_undo_label (self->workspace));
      redo = name_what (_ ("Redo: %s"), styr_workspace_dup_redo_label (self->workspace));
    }
  name_button (self->undo_button, undo, "Ctrl+Z", _ ("Undo"));
  name_button (self->redo_button, redo, _ ("Ctrl+Shift+Z"), _ ("Redo"));
  /* What is being typed is not in the journal yet, so the key must work even when the journal has
   * nothing */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", TRUE);
  gtk_widget_set_sensitive (self->undo_button, shown && styr_workspace_can_undo (self->workspace));
  gtk_widget_set_sensitive (self->redo_button, shown && styr_workspace_can_redo (self->workspace));
}

static gboolean
is_empty_text (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) == '\0';
}

/* In a text that is not part of a document (a search, a name that is given) the keys are about that
 * text only, unless there is nothing in it. */
static gboolean
pass_to_text (StyrWindow *self, const char *text_action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) || is_empty_text (focus))
    return FALSE;
  if (self->editor != NULL && gtk_widget_is_ancestor (focus, self->editor))
    return FALSE;
  /* a form of the model writes what is typed, and then the program's undo knows it */
  if (gtk_widget_activate_action (focus, "form.flush", NULL))
    return FALSE;
  gtk_widget_activate_action (focus, text_action, NULL);
  return TRUE;
}

/* What was undone may be out of sight. One at a time: the last is what counts. */
static void
say_undone (StyrWindow *self, const char *format, const char *label)
{
  g_autofree char *text = g_strdup_printf (format, label != NULL ? label : "");
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (self->undone_toast != NULL)
    adw_toast_dismiss (self->undone_toast);
  self->undone_toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (pass_to_text (self, "text.undo") || !shows_content (self))
    return;
  styr_window_flush (self);
  if (!styr_workspace_can_undo (self->workspace))
    return;
  label = styr_workspace_dup_undo_label (self->workspace);
  if (!styr_workspace_undo (self->workspace, &error))
    styr_window_show_error (self, error);
  else
    /* Translators: what was undone, as the history says it. */
    say_undone (self, _ ("Undone: %s"), label);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (pass_to_text (self, "text.redo") || !shows_content (self))
    return;
  styr_window_flush (self);
  if (!styr_workspace_can_redo (self->workspace))
    return;
  label = styr_workspace_dup_redo_label (self->workspace);
  if (!styr_workspace_redo (self->workspace, &error))
    styr_window_show_error (self, error);
  else
    /* Translators: what was redone, as the history says it. */
    say_undone (self, _ ("Redone: %s"), label);
}

/* Going about */

static void
show_page_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (styr_window_may_leave (STYR_WINDOW (widget), action, parameter))
    styr_window_show_page (STYR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* @parameter: where in the model, such as "rules/N2" */
static void
show_model_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  GtkWidget *page;

  if (!shows_content (self) || !styr_window_may_leave (self, action, parameter))
    return;
  styr_window_show_page (self, "model");
  page = gtk_stack_get_child_by_name (self->pages, "model");
  if (STYR_IS_MODEL_PAGE (page))
    styr_model_page_show (STYR_MODEL_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
edit_model_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);

  if (!shows_content (self) || !styr_window_may_leave (self, action, parameter))
    return;
  styr_window_show_page (self, "pyramid");
  gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "pyramid.edit", NULL);
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);

  if (!shows_content (self))
    return;
  styr_window_flush (self);
  gtk_window_present (styr_search_window_new (GTK_WINDOW (self), self->workspace));
}

static void
preferences_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);

  gtk_window_present (styr_preferences_new (GTK_WINDOW (self), self->path));
}

static void
shortcuts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (styr_shortcuts_new_window (GTK_WINDOW (widget)));
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StyrWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    styr_dialog_error (
        GTK_WINDOW (self),
        _ ("The help can’t be opened"),
        _ ("There is no program for reading help on this computer. Install Help (yelp)."));
}

static void
help_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  const StyrPage *page = styr_pages_find (self->page);
  const char *name = "index";
  g_autofree char *uri = NULL;

  if (!shows_content (self))
    name = "first-start";
  else if (self->document_id != NULL)
    name = g_str_has_prefix (self->document_id, "decision:") ? "decisions" : "documents";
  else if (page != NULL)
    name = page->help;
  uri = g_strdup_printf ("help:styrmodell/%s", name);
  gtk_show_uri_full (
      GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, help_shown_cb, g_object_ref (self));
}

static void
about_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_window (
      GTK_WINDOW (widget),
      "application-name",
      "Styrmodell",
      "application-icon",
      STYR_APP_ID,
      "version",
      STYR_VERSION,
      "comments",
      _ ("Keeps a municipality’s steering model: the picture of it, its documents and goals, "
         "the year’s follow-up and the reports."),
      "license-type",
      GTK_LICENSE_GPL_3_0,
      NULL);
}

/* What can't be done just now is greyed. */
void
styr_window_update_actions (StyrWindow *self)
{
  static const char *const of_content[] = { "win.export-workbook", "win.export-model",
                                            "win.import-model",    "win.backup",
                                            "win.search",          "win.show-page" };
  const StyrPage *page = self->document_id == NULL ? styr_pages_find (self->page) : NULL;
  gboolean shown = shows_content (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_content); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_content[i], shown);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "win.export-picture", shown && page != NULL && page->picture != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->document_id != NULL);
}

/* Adds the actions of this file to the window's class. */
void
styr_window_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "(sb)", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.error", "s", error_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-model", "s", show_model_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-model", NULL, edit_model_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}
