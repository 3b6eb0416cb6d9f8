/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-dialogs.h"
#include "styr-fault-page.h"
#include "styr-first-run.h"
#include "styr-pages.h"
#include "styr-settings.h"
#include "styr-window-private.h"

#include <glib/gi18n-lib.h>

/* Shows @child (first run, fault) instead of the pages; it is taken away when something else is
 * shown. */
static void
show_root (StyrWindow *self, const char *name, GtkWidget *child)
{
  GtkWidget *old = gtk_stack_get_visible_child (self->root);

  if (child != NULL)
    gtk_stack_add_named (self->root, child, name);
  gtk_stack_set_visible_child (
      self->root, child != NULL ? child : gtk_stack_get_child_by_name (self->root, name));
  if (old != NULL && old != gtk_stack_get_visible_child (self->root) &&
      old != GTK_WIDGET (self->flap))
    gtk_stack_remove (self->root, old);
}

static void
show_first_page (StyrWindow *self)
{
  g_autofree char *last = styr_settings_dup_text ("last-page");
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  if (self->page != NULL)
    return;
  styr_window_show_page (self, styr_pages_find (last) != NULL ? last : pages[0].id);
}

/* Pages when there is a model, else the first run. */
void
styr_window_show_content (StyrWindow *self)
{
  g_assert (self->workspace != NULL);

  if (styr_workspace_get_model (self->workspace) == NULL)
    {
      GtkWidget *first_run = styr_first_run_new (self->workspace);

      g_clear_pointer (&self->page, g_free);
      show_root (self, "first-run", first_run);
      gtk_window_set_title (GTK_WINDOW (self), "Styrmodell");
      gtk_widget_child_focus (first_run, GTK_DIR_TAB_FORWARD);
    }
  else
    {
      show_root (self, "main", NULL);
      show_first_page (self);
    }
  styr_window_update_actions (self);
  styr_window_update_undo (self);
}

static gboolean
copy_daily_cb (gpointer data)
{
  StyrWindow *self = data;
  g_autoptr (GError) error = NULL;

  self->copy_id = 0;
  if (self->workspace != NULL && styr_workspace_get_model (self->workspace) != NULL &&
      !styr_workspace_copy_daily (self->workspace, &error))
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Today’s copy couldn’t be made. %s"), error->message);

      styr_window_show_toast (self, text, FALSE);
    }
  return G_SOURCE_REMOVE;
}

/* The copy waits until the window is drawn and nothing else is to be done. */
static void
plan_daily_copy (StyrWindow *self)
{
  if (self->copied)
    return;
  self->copied = TRUE;
  self->copy_id = g_timeout_add_full (G_PRIORITY_LOW, 1500, copy_daily_cb, self, NULL);
}

static void
set_up_example (StyrWindow *self, StyrWorkspace *workspace)
{
  g_autofree char *id = styr_workspace_dup_first_example ();
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    styr_dialog_error (GTK_WINDOW (self), NULL, _ ("No example is installed with the program."));
  else if (!styr_workspace_set_up_example (workspace, id, &error))
    styr_window_show_error (self, error);
}

/* Faults */

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_DAMAGED);
}

static void
tell_put_aside (StyrWindow *self, const char *put_aside)
{
  g_autofree char *name = put_aside != NULL ? g_path_get_basename (put_aside) : NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    return;
  text = g_strdup_printf (_ ("The damaged database is kept as “%s”"), name);
  styr_window_show_toast (self, text, FALSE);
}

static void
fault_answered_cb (StyrFaultPage *page, StyrFaultAnswer answer, gpointer user_data)
{
  StyrWindow *self = user_data;
  g_autofree char *path = g_strdup (self->path);
  g_autofree char *put_aside = NULL;
  g_autoptr (GError) error = NULL;

  if (answer == STYR_FAULT_ANSWER_QUIT)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if ((answer == STYR_FAULT_ANSWER_RESTORE &&
       !styr_workspace_restore_copy (path, &put_aside, &error)) ||
      (answer == STYR_FAULT_ANSWER_START_BESIDE &&
       !styr_workspace_start_beside (path, &put_aside, &error)))
    {
      styr_window_show_error (self, error);
      return;
    }
  styr_window_open_database (self, path, FALSE);
  tell_put_aside (self, put_aside);
}

static void
show_fault (StyrWindow *self, const GError *error)
{
  g_autofree char *copy = is_damage (error) ? styr_workspace_find_latest_copy (self->path) : NULL;
  GtkWidget *page = styr_fault_page_new (error, copy);

  g_signal_connect_object (page, "answered", G_CALLBACK (fault_answered_cb), self, 0);
  show_root (self, "fault", page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * Shows what is in a database; when it can't be opened the window says why and what can be done.
 *
 * @path: where it is
 * @opening: (transfer full): the database at @path being opened
 * @with_example: fills a new database with the example
 */
void
styr_window_show_opening (StyrWindow *self,
                          const char *path,
                          StyrOpening *opening,
                          gboolean with_example)
{
  g_autoptr (StyrWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own_path = g_strdup (path);

  g_return_if_fail (STYR_IS_WINDOW (self));
  g_return_if_fail (path != NULL && opening != NULL);

  g_free (self->path);
  self->path = g_steal_pointer (&own_path);
  workspace = styr_opening_finish (opening, &error);
  if (workspace == NULL)
    {
      show_fault (self, error);
      return;
    }
  if (styr_workspace_get_model (workspace) == NULL && with_example)
    set_up_example (self, workspace);
  styr_window_set_workspace (self, workspace);
  plan_daily_copy (self);
}

/**
 * Opens the database at @path and shows what is in it; see styr_window_show_opening().
 */
void
styr_window_open_database (StyrWindow *self, const char *path, gboolean with_example)
{
  g_return_if_fail (STYR_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  styr_window_show_opening (self, path, styr_opening_start (path), with_example);
}

/**
 * Takes a model file that the desktop handed over: starts the first run with it, or asks whether it
 * replaces the model in use.
 */
void
styr_window_open_model_file (StyrWindow *self, const char *path)
{
  GtkWidget *shown;

  g_return_if_fail (STYR_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  shown = gtk_stack_get_visible_child (self->root);
  if (self->workspace == NULL)
    return;
  if (STYR_IS_FIRST_RUN (shown))
    styr_first_run_open_file (STYR_FIRST_RUN (shown), path);
  else
    styr_window_import_model (self, path);
}

/* The day changes under a window that stays open. */
gboolean
styr_window_follow_day_cb (gpointer data)
{
  StyrWindow *self = data;

  if (self->workspace != NULL)
    styr_workspace_follow_day (self->workspace);
  return G_SOURCE_CONTINUE;
}

/* Who comes back to the window sees what was written elsewhere meanwhile. */
void
styr_window_follow_others_cb (StyrWindow *self)
{
  if (self->workspace != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    styr_workspace_follow_others (self->workspace);
}
