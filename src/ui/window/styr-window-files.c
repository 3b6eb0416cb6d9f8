/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-dialogs.h"
#include "styr-file-dialog.h"
#include "styr-import-preview.h"
#include "styr-pages.h"
#include "styr-window-private.h"
#include "styr-workspace-model.h"

#include <glib/gi18n-lib.h>

static const char *const workbook_patterns[] = { "*.xlsx", NULL };
static const char *const picture_patterns[] = { "*.pdf", "*.svg", "*.png", NULL };
static const char *const model_patterns[] = { "*.styrmodell", "*.json", NULL };
static const char *const database_patterns[] = { "*.db", NULL };

/* A name for a file: unit, year and the like; characters that file systems refuse become hyphens.
 */
static char *
make_file_name (const char *first, const char *second, int year, const char *ending)
{
  g_autoptr (GString) name = g_string_new (first);

  if (second != NULL)
    g_string_append_printf (name, " %s", second);
  if (year > 0)
    g_string_append_printf (name, " %d", year);
  g_strdelimit (name->str, "/\\:*?\"<>|", '-');
  g_string_append (name, ending);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StyrWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    styr_window_show_toast (self, _ ("There is no program that opens this kind of file"), FALSE);
}

static void
open_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *uri = g_filename_to_uri (g_variant_get_string (parameter, NULL), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri_full (
        GTK_WINDOW (widget), uri, GDK_CURRENT_TIME, NULL, opened_cb, g_object_ref (widget));
}

static void
saved_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  styr_window_show_saved (STYR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Says that a file was written, with a button that opens it. */
void
styr_window_show_saved (StyrWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Saved “%s”"), name);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, C_ ("file", "Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (path));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
tell (StyrWindow *self, gboolean done, const char *path, const GError *error)
{
  if (done)
    styr_window_show_saved (self, path);
  else
    styr_window_show_error (self, error);
}

/* Workbook */

static void
workbook_chosen_cb (const char *path, gpointer user_data)
{
  StyrWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = styr_workspace_export_workbook (self->workspace,
                                                  styr_workspace_get_unit_id (self->workspace),
                                                  styr_workspace_get_year (self->workspace),
                                                  path,
                                                  &error);

  tell (self, done, path, error);
}

static void
export_workbook_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  const char *unit_id = styr_workspace_get_unit_id (self->workspace);
  g_autofree char *unit = styr_workspace_dup_unit_label (self->workspace, unit_id);
  g_autofree char *name =
      make_file_name (unit_id != NULL ? unit : styr_workspace_get_municipality (self->workspace),
                      NULL,
                      styr_workspace_get_year (self->workspace),
                      ".xlsx");
  StyrFileKind kind = {
    _ ("Export workbook to Excel"), name, _ ("Excel workbooks"), workbook_patterns
  };

  styr_window_flush (self);
  styr_file_dialog_save (GTK_WINDOW (self), &kind, workbook_chosen_cb, self);
}

/* Picture */

static const StyrPage *
get_picture_page (StyrWindow *self, const char *what)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  if (*what == '\0')
    return styr_pages_find (self->page);
  for (guint i = 0; i < n_pages; i++)
    if (pages[i].picture != NULL && g_str_has_prefix (what, pages[i].picture))
      return &pages[i];
  return NULL;
}

/* "pyramid:id" is one of the model's pictures: its own title names the file. */
static const char *
get_picture_title (StyrWindow *self, const StyrPage *page, const char *what)
{
  const char *id = strchr (what, ':');
  GPtrArray *pictures = styr_model_get_pictures (styr_workspace_get_model (self->workspace));

  for (guint i = 0; id != NULL && i < pictures->len; i++)
    {
      const StyrPicture *picture = pictures->pdata[i];

      if (g_str_equal (picture->id, id + 1) && picture->title != NULL)
        return picture->title;
    }
  return styr_page_get_title (page);
}

static void
picture_chosen_cb (const char *path, gpointer user_data)
{
  StyrWindow *self = user_data;
  const char *what = g_object_get_data (G_OBJECT (self), "styr-picture");
  g_autoptr (GError) error = NULL;
  gboolean done = styr_workspace_export_picture (self->workspace, what, path, &error);

  tell (self, done, path, error);
}

static void
export_picture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  const StyrPage *page = get_picture_page (self, what);
  g_autofree char *unit = NULL;
  g_autofree char *name = NULL;

  if (page == NULL || page->picture == NULL)
    return;
  /* A page that shows one of several pictures knows which. */
  if (*what == '\0' && gtk_widget_activate_action (
                           gtk_stack_get_visible_child (self->pages), "pyramid.export", NULL))
    return;
  unit =
      styr_workspace_dup_unit_label (self->workspace, styr_workspace_get_unit_id (self->workspace));
  name = make_file_name (
      get_picture_title (self, page, what), unit, styr_workspace_get_year (self->workspace), "");
  g_object_set_data_full (
      G_OBJECT (self), "styr-picture", g_strdup (*what != '\0' ? what : page->picture), g_free);
  {
    StyrFileKind kind = { _ ("Export the picture"), name, NULL, picture_patterns };

    styr_file_dialog_save (GTK_WINDOW (self), &kind, picture_chosen_cb, self);
  }
}

/* Model */

static void
model_target_chosen_cb (const char *path, gpointer user_data)
{
  StyrWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = styr_workspace_export_model (self->workspace, path, &error);

  tell (self, done, path, error);
}

static void
export_model_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  StyrModel *model = styr_workspace_get_model (self->workspace);
  g_autofree char *name = make_file_name (styr_model_get_name (model), NULL, 0, ".styrmodell");
  StyrFileKind kind = { _ ("Export model"), name, _ ("Steering models"), model_patterns };

  styr_file_dialog_save (GTK_WINDOW (self), &kind, model_target_chosen_cb, self);
}

static void
imported_cb (StyrImportPreview *preview, const char *text, StyrWindow *self)
{
  styr_window_show_toast (self, text, TRUE);
}

/* Reads the file at @path and shows what it is before anything is written. */
void
styr_window_import_model (StyrWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrRecord) preview = NULL;
  GtkWidget *window;

  styr_window_flush (self);
  preview = styr_workspace_preview_import (self->workspace, path, &error);
  if (preview == NULL)
    {
      styr_dialog_error (GTK_WINDOW (self), _ ("The model can’t be imported"), error->message);
      return;
    }
  window = styr_import_preview_new (self->workspace, path, preview);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
model_source_chosen_cb (const char *path, gpointer user_data)
{
  styr_window_import_model (user_data, path);
}

static void
import_model_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrFileKind kind = { _ ("Import model"), NULL, _ ("Steering models"), model_patterns };

  styr_file_dialog_open (GTK_WINDOW (widget), &kind, model_source_chosen_cb, widget);
}

/* Backup */

static void
backup_chosen_cb (const char *path, gpointer user_data)
{
  StyrWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("The backup copy “%s” is made"), name);

  if (styr_workspace_backup (self->workspace, path, &error))
    styr_window_show_toast (self, text, FALSE);
  else
    styr_window_show_error (self, error);
}

static void
backup_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  g_autofree char *name =
      make_file_name ("Styrmodell", styr_workspace_get_today (self->workspace), 0, ".db");
  StyrFileKind kind = {
    _ ("Make a backup copy"), name, _ ("Styrmodell databases"), database_patterns
  };

  styr_window_flush (self);
  styr_file_dialog_save (GTK_WINDOW (self), &kind, backup_chosen_cb, self);
}

/* Adds the actions of this file to the window's class. */
void
styr_window_add_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-workbook", NULL, export_workbook_cb);
  gtk_widget_class_install_action (widget_class, "win.export-picture", "s", export_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.export-model", NULL, export_model_cb);
  gtk_widget_class_install_action (widget_class, "win.import-model", NULL, import_model_cb);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_cb);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_cb);
  gtk_widget_class_install_action (widget_class, "win.saved", "s", saved_cb);
}
