/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-dialogs.h"
#include "styr-window-private.h"

#include <glib/gi18n-lib.h>

/* The way from the example to an own municipality: the example's database is kept under another
 * name, and the first run begins anew where it was. */

static void
tell_kept (StyrWindow *self, const char *kept)
{
  g_autofree char *name = g_path_get_basename (kept);
  g_autofree char *text = g_strdup_printf (_ ("The example is kept as “%s”"), name);

  styr_window_show_toast (self, text, FALSE);
}

static void
start_own (gpointer data)
{
  StyrWindow *self = data;
  g_autoptr (StyrWorkspace) example = g_object_ref (self->workspace);
  g_autofree char *path = g_strdup (self->path);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!styr_workspace_is_example (example))
    return;
  g_clear_handle_id (&self->copy_id, g_source_remove);
  styr_window_set_workspace (self, NULL);
  styr_workspace_close (example);
  if (!styr_workspace_keep_beside (path, "example", &kept, &error))
    styr_window_show_error (self, error);
  self->copied = FALSE;
  styr_window_open_database (self, path, FALSE);
  if (kept != NULL)
    tell_kept (self, kept);
}

static void
start_own_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  g_autofree char *folder = NULL;
  g_autofree char *body = NULL;

  if (self->workspace == NULL || !styr_workspace_is_example (self->workspace) ||
      !styr_window_may_leave (self, action, parameter))
    return;
  folder = g_path_get_dirname (self->path);
  /* Translators: %s is a folder */
  body = g_strdup_printf (_ ("You choose the steering model and write your municipality’s name and "
                             "committees. The example with everything you have changed in it is "
                             "kept as a file of its own in the folder %s."),
                          folder);
  styr_dialog_confirm (GTK_WINDOW (self),
                       _ ("Start with your own municipality?"),
                       body,
                       _ ("_Start"),
                       FALSE,
                       start_own,
                       g_object_ref (self),
                       g_object_unref);
}

/* Adds the action of this file to the window's class. */
void
styr_window_add_own_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-own", NULL, start_own_cb);
}
