/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-locale.h"
#include "styr-report-blocks.h"

#include <string.h>

/* Tables as a paper: each with its title as a heading and its intro, cells as people write them. */

/* How many characters of a table an upright page holds beside each other */
#define UPRIGHT 84

static gboolean
is_number_kind (StyrColumnKind kind)
{
  return kind != STYR_COLUMN_TEXT && kind != STYR_COLUMN_ID && kind != STYR_COLUMN_DATE;
}

static char *
dup_cell (const StyrColumn *column, const StyrCell *cell)
{
  if (!cell->is_number)
    return g_utf8_make_valid (cell->text != NULL ? cell->text : "", -1);
  return styr_format_number (cell->number, column->decimals);
}

/* A symbol stays on the line of its word: "✓ Published" */
static char *
dup_bound (const StyrColumn *column, const StyrCell *cell)
{
  char *text = dup_cell (column, cell);
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;
  char *bound;

  if (*next != ' ' || g_unichar_isalnum (g_utf8_get_char (text)))
    return text;
  bound = g_strdup_printf ("%.*s\u00a0%s", (int) (next - text), text, next + 1);
  g_free (text);
  return bound;
}

static void
add_table (StyrReport *self, StyrTable *table)
{
  guint n = styr_table_get_n_columns (table);
  int characters = 0;
  StyrReportBlock *block;

  if (g_strcmp0 (styr_table_get_title (table), self->title) != 0)
    styr_report_add_heading (self, 2, styr_table_get_title (table));
  if (styr_table_get_intro (table) != NULL)
    styr_report_add (self, STYR_BLOCK_PARAGRAPH, styr_table_get_intro (table));
  if (styr_table_get_n_rows (table) == 0)
    {
      styr_report_add (self, STYR_BLOCK_NOTE, styr_table_get_empty_text (table));
      return;
    }
  block = styr_report_add (self, STYR_BLOCK_TABLE, styr_table_get_title (table));
  block->quiet = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const StyrColumn *column = styr_table_get_column (table, i);

      styr_block_add_column (
          block, column->title, MAX (column->width, 4), is_number_kind (column->kind));
      ((StyrReportColumn *) g_ptr_array_index (block->columns, i))->whole =
          column->kind == STYR_COLUMN_DATE;
      characters += MAX (column->width, 4);
    }
  self->is_landscape = self->is_landscape || characters > UPRIGHT;
  for (guint row = 0; row < styr_table_get_n_rows (table); row++)
    {
      char **cells = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        cells[i] =
            dup_bound (styr_table_get_column (table, i), styr_table_get_cell (table, row, i));
      styr_block_take_row (block, cells);
    }
}

/* The tables one after the other under a title */
static StyrReport *
new_from_tables (GPtrArray *tables, const char *title, const StyrReportInfo *info)
{
  StyrReport *self = g_new0 (StyrReport, 1);

  self->title = g_strdup (title);
  self->municipality = g_strdup (info->municipality != NULL ? info->municipality : "");
  self->unit = g_strdup (info->unit_name);
  self->date = g_strdup (info->date != NULL ? info->date : "");
  self->is_example = info->is_example;
  for (guint i = 0; i < tables->len; i++)
    add_table (self, g_ptr_array_index (tables, i));
  styr_report_drop_empty_columns (self);
  return self;
}

/**
 * styr_report_write_tables:
 * @tables: (element-type StyrTable)
 * @path: .pdf or .html
 *
 * Writes tables as a paper, for those who read and don't reckon.
 *
 * Returns: TRUE, or FALSE with STYR_REPORT_ERROR set and the old file as it was
 */
gboolean
styr_report_write_tables (GPtrArray *tables,
                          const char *title,
                          const StyrReportInfo *info,
                          const char *path,
                          GError **error)
{
  g_autoptr (StyrReport) report = NULL;

  g_return_val_if_fail (tables != NULL && title != NULL, FALSE);
  g_return_val_if_fail (info != NULL && path != NULL, FALSE);

  report = new_from_tables (tables, title, info);
  return g_str_has_suffix (path, ".pdf") ? styr_report_save_pdf (report, path, error)
                                         : styr_report_save_html (report, path, error);
}
