/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-export.h"

#include "styr-file-dialog.h"
#include "styr-register-columns.h"
#include "styr-register-rows.h"

#include <glib/gi18n-lib.h>

/* What the page says of its unit, its year and how many there are */
static char *
dup_subtitle (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "subtitle");
      char *subtitle = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, "subtitle", &subtitle, NULL);
      return subtitle;
    }
  return NULL;
}

/* Whose the list is and what of it is shown: a paper lies on a table alone */
static char *
dup_intro (StyrRegisterView *self)
{
  g_autofree char *subtitle = dup_subtitle (GTK_WIDGET (self));
  g_autofree char *filters = styr_register_view_dup_filters (self);
  guint shown = styr_register_view_get_n_shown (self);
  g_autofree char *picked = NULL;

  if (filters == NULL)
    return g_steal_pointer (&subtitle);
  /* Translators: under a printed list: how many rows of it are shown, and what was chosen. */
  picked = g_strdup_printf (
      ngettext ("%u row is shown: %s", "%u rows are shown: %s", shown), shown, filters);
  return subtitle != NULL ? g_strdup_printf ("%s. %s", subtitle, picked)
                          : g_steal_pointer (&picked);
}

static void
target_chosen_cb (const char *path, gpointer user_data)
{
  StyrRegisterView *self = user_data;
  StyrWorkspace *workspace = styr_register_view_get_workspace (self);
  const StyrRegisterKind *kind = styr_register_view_get_kind (self);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *intro = dup_intro (self);
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
  styr_table_set_intro (tables->pdata[0], intro);
  if (styr_workspace_export_tables (
          workspace, tables, _ (kind->title), styr_workspace_get_unit_id (workspace), path, &error))
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
