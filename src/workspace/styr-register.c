/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register.h"

#include "styr-report.h"
#include "styr-workbook.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

static void
fill_row (StyrTable *table,
          StyrWorkspace *workspace,
          const StyrRegisterColumn *columns,
          guint n_columns,
          StyrRecord *record)
{
  guint row = styr_table_add_row (table);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = columns[i].dup_text (workspace, record);
      char *end = NULL;
      double number = text != NULL ? g_ascii_strtod (text, &end) : 0;

      if (text == NULL || *text == '\0')
        continue;
      if ((columns[i].kind == STYR_COLUMN_INTEGER || columns[i].kind == STYR_COLUMN_NUMBER) &&
          *end == '\0')
        styr_table_set_number (table, row, columns[i].id, number);
      else
        styr_table_set_text (table, row, columns[i].id, text);
    }
}

/**
 * styr_register_new_table:
 * @records: (element-type StyrRecord): the rows in their order
 * @name: the table's name in Excel; a letter, then letters and digits
 *
 * Returns: (transfer full): the register as a table of these columns
 */
StyrTable *
styr_register_new_table (StyrWorkspace *workspace,
                         const StyrRegisterColumn *columns,
                         guint n_columns,
                         GListModel *records,
                         const char *name,
                         const char *title)
{
  StyrTable *table;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (columns != NULL && G_IS_LIST_MODEL (records), NULL);

  table = styr_table_new (name, title);
  styr_table_set_empty_text (table, _ ("Nothing here."));
  for (guint i = 0; i < n_columns; i++)
    {
      StyrColumn *column = styr_table_add_column (
          table, columns[i].id, _ (columns[i].title), columns[i].kind, columns[i].width);

      column->wrap = columns[i].kind == STYR_COLUMN_TEXT; /* not cut by the next cell */
    }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (records, i);

      fill_row (table, workspace, columns, n_columns, record);
    }
  return table;
}

static gboolean
write_workbook (StyrWorkspace *self,
                GPtrArray *tables,
                const char *title,
                const char *unit,
                const char *path,
                GError **error)
{
  StyrWorkbookInfo info = { .title = title,
                            .municipality = styr_workspace_get_municipality (self),
                            .subject = unit,
                            .date = styr_workspace_get_today (self),
                            .money_unit = "kr" };

  return styr_workbook_write (tables, &info, path, error);
}

static gboolean
write_paper (StyrWorkspace *self,
             GPtrArray *tables,
             const char *title,
             const char *unit,
             const char *path,
             GError **error)
{
  StyrReportInfo info = { .municipality = styr_workspace_get_municipality (self),
                          .unit_name = unit,
                          .date = styr_workspace_get_today (self),
                          .is_example = styr_workspace_is_example (self) };

  return styr_report_write_tables (tables, title, &info, path, error);
}

/**
 * styr_workspace_export_tables:
 * @tables: (element-type StyrTable)
 * @unit_id: (nullable): whose they are, in the header; NULL = the whole municipality's
 * @path: .xlsx, .html or .pdf; an old file is replaced when the new one is whole
 *
 * Writes a register or a list of findings for those who work in Excel, publish, or print.
 */
gboolean
styr_workspace_export_tables (StyrWorkspace *self,
                              GPtrArray *tables,
                              const char *title,
                              const char *unit_id,
                              const char *path,
                              GError **error)
{
  g_autofree char *unit = NULL;
  g_autofree char *lower = NULL;
  GError *local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (tables != NULL && title != NULL && path != NULL, FALSE);

  if (!styr_workspace_check_target (path, error))
    return FALSE;
  unit = styr_workspace_dup_unit_label (self, unit_id);
  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".xlsx"))
    {
      if (write_workbook (self, tables, title, unit, path, &local))
        return TRUE;
    }
  else if (!g_str_has_suffix (lower, ".html") && !g_str_has_suffix (lower, ".pdf"))
    return styr_workspace_fail_ending (path, ".xlsx, .html, .pdf", error);
  else if (write_paper (self, tables, title, unit, path, &local))
    return TRUE;
  styr_workspace_map_error (local, path, error);
  return FALSE;
}
