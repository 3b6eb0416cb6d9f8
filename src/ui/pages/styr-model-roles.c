/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-roles.h"

#include "styr-file-dialog.h"
#include "styr-names.h"
#include "styr-register.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define TASK_COLUMN 90 /* characters */

/* What the model asks of each role, and the statements that sum it up: to read, and to hand out */

static const char *
get_type_name (StyrModel *model, const char *id)
{
  const StyrDocumentType *type = styr_model_find_document_type (model, id);

  if (type == NULL)
    return id;
  return type->plural != NULL ? type->plural : type->name;
}

static char *
dup_documents (StyrModel *model, const StyrRole *role)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < role->document_types->len; i++)
    {
      g_autofree char *name =
          styr_name_sentence_case (get_type_name (model, role->document_types->pdata[i]));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* Export */

static StyrTable *
new_table (StyrModel *model, const StyrRole *role)
{
  StyrTable *table = styr_table_new (role->name, role->name);

  styr_table_set_intro (table, role->intro);
  styr_table_add_column (table, "what", _ ("You take part in"), STYR_COLUMN_TEXT, TASK_COLUMN)
      ->wrap = TRUE;
  for (guint i = 0; i < role->tasks->len; i++)
    styr_table_set_text (table, styr_table_add_row (table), "what", role->tasks->pdata[i]);
  return table;
}

static StyrTable *
new_document_table (StyrModel *model, const StyrRole *role)
{
  StyrTable *table = styr_table_new (_ ("Documents"), _ ("Documents that you meet"));

  styr_table_add_column (table, "name", _ ("Document"), STYR_COLUMN_TEXT, TASK_COLUMN / 3)->wrap =
      TRUE;
  styr_table_add_column (table, "about", _ ("About it"), STYR_COLUMN_TEXT, TASK_COLUMN)->wrap =
      TRUE;
  for (guint i = 0; i < role->document_types->len; i++)
    {
      const char *id = role->document_types->pdata[i];
      const StyrDocumentType *type = styr_model_find_document_type (model, id);
      g_autofree char *name = styr_name_sentence_case (get_type_name (model, id));
      guint row = styr_table_add_row (table);

      styr_table_set_text (table, row, "name", name);
      styr_table_set_text (table, row, "about", type != NULL ? type->description : NULL);
    }
  return table;
}

/**
 * styr_model_roles_export:
 * @role_id: one of the shown model's roles
 * @path: a file that ends with .html, .pdf or .xlsx
 *
 * Writes the page of a role, to hand out. Errors: WRITE, NOT_FOUND
 */
gboolean
styr_model_roles_export (StyrWorkspace *workspace,
                         const char *role_id,
                         const char *path,
                         GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  StyrModel *model;
  GPtrArray *roles;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (role_id != NULL && path != NULL, FALSE);

  model = styr_workspace_get_model (workspace);
  roles = styr_model_get_roles (model);
  for (guint i = 0; i < roles->len; i++)
    {
      const StyrRole *role = roles->pdata[i];
      g_autofree char *title = NULL;

      if (!g_str_equal (role->id, role_id))
        continue;
      g_ptr_array_add (tables, new_table (model, role));
      if (role->document_types->len > 0)
        g_ptr_array_add (tables, new_document_table (model, role));
      title =
          g_strdup_printf (_ ("%s for you who are: %s"), styr_model_get_name (model), role->name);
      return styr_workspace_export_tables (workspace, tables, title, NULL, path, error);
    }
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_NOT_FOUND,
                       _ ("That role isn’t in the steering model any more."));
  return FALSE;
}

typedef struct
{
  StyrWorkspace *workspace;
  char *id, *name;
} Spot;

static void
spot_free (gpointer data, GClosure *closure)
{
  Spot *spot = data;

  g_object_unref (spot->workspace);
  g_free (spot->id);
  g_free (spot->name);
  g_free (spot);
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  GtkWidget *root = user_data;
  StyrWorkspace *workspace = g_object_get_data (G_OBJECT (root), "styr-role-workspace");
  const char *id = g_object_get_data (G_OBJECT (root), "styr-role");
  g_autoptr (GError) error = NULL;

  if (styr_model_roles_export (workspace, id, path, &error))
    gtk_widget_activate_action (root, "win.saved", "s", path);
  else
    gtk_widget_activate_action (root, "win.error", "s", error->message);
}

static void
export_cb (GtkWidget *button, Spot *spot)
{
  static const char *const patterns[] = { "*.html", "*.pdf", "*.xlsx", NULL };
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (button));
  g_autofree char *name = g_strdup (spot->name);
  StyrFileKind kind = { _ ("Export the page of the role"), NULL, NULL, patterns };

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  kind.name = name;
  /* The window outlives the button, which is made anew when the model changes */
  g_object_set_data_full (G_OBJECT (root), "styr-role", g_strdup (spot->id), g_free);
  g_object_set_data_full (
      G_OBJECT (root), "styr-role-workspace", g_object_ref (spot->workspace), g_object_unref);
  styr_file_dialog_save (GTK_WINDOW (root), &kind, chosen_cb, root);
}

/* To read */

static GtkWidget *
make_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_role (StyrModel *model, const StyrRole *role)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_start (box, 15);
  gtk_widget_set_margin_end (box, 15);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 15);
  if (role->intro != NULL)
    gtk_box_append (GTK_BOX (box), make_text (role->intro, NULL));
  for (guint i = 0; i < role->tasks->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("• %s", (const char *) role->tasks->pdata[i]);

      gtk_box_append (GTK_BOX (box), make_text (text, NULL));
    }
  if (role->document_types->len > 0)
    {
      g_autofree char *documents = dup_documents (model, role);
      g_autofree char *text = g_strdup_printf (_ ("Documents: %s"), documents);

      gtk_box_append (GTK_BOX (box), make_text (text, "dim-label"));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_export_button (StyrWorkspace *workspace, const StyrRole *role)
{
  g_autofree char *name = g_strdup_printf (_ ("Export the page for %s"), role->name);
  GtkWidget *button = styr_icon_button_new ("document-save-symbolic", name);
  Spot *spot = g_new0 (Spot, 1);

  spot->workspace = g_object_ref (workspace);
  spot->id = g_strdup (role->id);
  spot->name = g_strdup (role->name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (export_cb), spot, spot_free, 0);
  return button;
}

/** Returns: (transfer floating) (nullable): what the shown model asks of each role; NULL when it
 * says nothing of that */
GtkWidget *
styr_model_roles_make_roles (StyrWorkspace *workspace)
{
  GPtrArray *roles;
  GtkWidget *box;
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  model = styr_workspace_get_model (workspace);
  roles = styr_model_get_roles (model);
  if (roles->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), make_text (_ ("What the model asks of each"), "title-3"));
  for (guint i = 0; i < roles->len; i++)
    {
      const StyrRole *role = roles->pdata[i];
      GtkWidget *group = adw_preferences_group_new ();
      g_autofree char *title = g_markup_escape_text (role->name, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                               make_export_button (workspace, role));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_role (model, role));
      gtk_box_append (GTK_BOX (box), group);
    }
  return box;
}

/** Returns: (transfer floating) (nullable): the statements that sum the model up; NULL when there
 * are none */
GtkWidget *
styr_model_roles_make_statements (StyrModel *model)
{
  GPtrArray *statements;
  GtkWidget *group;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);

  statements = styr_model_get_statements (model);
  if (statements->len == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("In short"));
  for (guint i = 0; i < statements->len; i++)
    {
      const StyrStatement *statement = statements->pdata[i];
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     statement->title != NULL ? statement->title : statement->text);
      if (statement->title != NULL && statement->text != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), statement->text);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 8);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 12);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}
