/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-export.h"

#include "styr-file-dialog.h"
#include "styr-register-columns.h"
#include "styr-register-rows.h"

#include <glib/gi18n-lib.h>

static void
target_chosen_cb (const char *path, gpointer user_data)
{
  StyrRegisterView *self = user_data;
  StyrWorkspace *workspace = styr_register_view_get_workspace (self);
  const StyrRegisterKind *kind = styr_register_view_get_kind (self);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) columns =
      styr_register_columns_dup_shown (styr_register_view_get_table (self));
  GListModel *rows = styr_register_rows_get (styr_register_view_get_table (self));

  g_ptr_array_add (tables,
                   styr_register_new_table (workspace,
                                            (StyrRegisterColumn *) columns->data,
                                            columns->len,
                                            rows,
                                            kind->name,
                                            _ (kind->title)));
  if (styr_workspace_export_tables (workspace, tables, _ (kind->title), path, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.saved", "s", path);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
}

static void
ask_target (StyrRegisterView *self, const char *filter_name, const char *const *patterns)
{
  const char *title = _ (styr_register_view_get_kind (self)->title);
  g_autofree char *name =
      g_strdup_printf ("%s %s%s",
                       title,
                       styr_workspace_get_municipality (styr_register_view_get_workspace (self)),
                       patterns[0] + 1);
  StyrFileKind kind = { _ ("Export the register"), name, filter_name, patterns };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  styr_file_dialog_save (GTK_WINDOW (root), &kind, target_chosen_cb, self);
}

/** The class action that writes what a register shows: "xlsx", "html" or "pdf". */
void
styr_register_view_export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const excel[] = { "*.xlsx", NULL };
  static const char *const web[] = { "*.html", NULL };
  static const char *const paper[] = { "*.pdf", NULL };
  const char *what = g_variant_get_string (parameter, NULL);

  if (g_str_equal (what, "xlsx"))
    ask_target (STYR_REGISTER_VIEW (widget), _ ("Excel workbooks"), excel);
  else if (g_str_equal (what, "html"))
    ask_target (STYR_REGISTER_VIEW (widget), _ ("Web pages"), web);
  else
    ask_target (STYR_REGISTER_VIEW (widget), _ ("PDF documents"), paper);
}
