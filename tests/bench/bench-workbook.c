/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"
#include "styr-workbook.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#define N_TABLES 4
#define N_ROWS 2500

/* The same cells twice: as tables for the report layer, and straight to the library. */
typedef struct
{
  GPtrArray *tables;
  char *path;
} Workbooks;

static StyrTable *
make_table (guint number)
{
  g_autofree char *name = g_strdup_printf ("sheet%u", number);
  g_autofree char *title = g_strdup_printf ("Sheet %u", number);
  StyrTable *table = styr_table_new (name, title);

  styr_table_add_column (table, "id", "Id", STYR_COLUMN_ID, 12);
  styr_table_add_column (table, "title", "Title", STYR_COLUMN_TEXT, 40);
  styr_table_add_column (table, "unit", "Unit", STYR_COLUMN_TEXT, 24);
  styr_table_add_column (table, "year", "Year", STYR_COLUMN_INTEGER, 8);
  styr_table_add_column (table, "budget", "Budget", STYR_COLUMN_MONEY, 14);
  styr_table_add_column (table, "outcome", "Outcome", STYR_COLUMN_MONEY, 14);
  styr_table_add_column (table, "difference", "Difference", STYR_COLUMN_MONEY, 14)->formula =
      g_strdup ("+outcome -budget");
  styr_table_add_column (table, "due", "Due", STYR_COLUMN_DATE, 12);
  return table;
}

static void
fill_table (StyrTable *table)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("M-%05u", i);
      g_autofree char *title = g_strdup_printf ("Goal number %u of the year", i);
      guint row = styr_table_add_row (table);

      styr_table_set_text (table, row, "id", id);
      styr_table_set_text (table, row, "title", title);
      styr_table_set_text (table, row, "unit", i % 2 != 0 ? "The first committee" : "The second");
      styr_table_set_number (table, row, "year", 2024);
      styr_table_set_number (table, row, "budget", -1000.0 * i);
      styr_table_set_number (table, row, "outcome", -1001.0 * i);
      styr_table_set_text (table, row, "due", "2024-03-31");
    }
}

static void
write_ours_cb (gpointer data)
{
  Workbooks *workbooks = data;
  StyrWorkbookInfo info = { "Bench", "Bench", "Bench", "2024-03-31", "kr" };
  g_autoptr (GError) error = NULL;

  if (!styr_workbook_write (workbooks->tables, &info, workbooks->path, &error))
    g_error ("%s", error->message);
}

typedef struct
{
  lxw_format *text, *date, *money;
} RawFormats;

static void
write_raw_cell (lxw_worksheet *sheet,
                lxw_row_t row,
                lxw_col_t column,
                const StyrColumn *kind,
                const StyrCell *cell,
                const RawFormats *formats)
{
  if (kind->formula != NULL)
    {
      g_autofree char *formula = g_strdup_printf ("=F%u-E%u", row + 1, row + 1);

      worksheet_write_formula_num (sheet, row, column, formula, formats->money, 1.0 - row);
    }
  else if (kind->kind == STYR_COLUMN_DATE)
    {
      lxw_datetime when = { 2024, 3, 31, 0, 0, 0 };

      worksheet_write_datetime (sheet, row, column, &when, formats->date);
    }
  else if (cell->is_number)
    worksheet_write_number (sheet, row, column, cell->number, formats->money);
  else
    worksheet_write_string (sheet, row, column, cell->text, formats->text);
}

/* A native table with its header, as ours is. */
static void
write_raw_table (lxw_workbook *book, StyrTable *table, const RawFormats *formats)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, styr_table_get_title (table));
  guint n_columns = styr_table_get_n_columns (table), n_rows = styr_table_get_n_rows (table);
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n_columns);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, n_columns + 1);
  lxw_table_options options = { .columns = list };

  for (guint c = 0; c < n_columns; c++)
    {
      columns[c].header = styr_table_get_column (table, c)->title;
      list[c] = &columns[c];
    }
  worksheet_add_table (sheet, 0, 0, n_rows, (lxw_col_t) (n_columns - 1), &options);
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      write_raw_cell (sheet,
                      r + 1,
                      (lxw_col_t) c,
                      styr_table_get_column (table, c),
                      styr_table_get_cell (table, r, c),
                      formats);
}

static void
write_raw_cb (gpointer data)
{
  Workbooks *workbooks = data;
  lxw_workbook *book = workbook_new (workbooks->path);
  RawFormats formats = { workbook_add_format (book),
                         workbook_add_format (book),
                         workbook_add_format (book) };

  format_set_align (formats.text, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format (formats.date, "yyyy-mm-dd");
  format_set_num_format (formats.money, "# ##0");
  for (guint t = 0; t < workbooks->tables->len; t++)
    write_raw_table (book, g_ptr_array_index (workbooks->tables, t), &formats);
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("libxlsxwriter could not write %s", workbooks->path);
}

int
main (int argc, char **argv)
{
  guint rounds = bench_rounds (argc, argv, 7);
  g_autofree char *folder = g_dir_make_tmp ("styr-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.xlsx", NULL);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  Workbooks workbooks = { tables, path };
  double ours, raw;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_ptr_array_add (tables, make_table (i));
      fill_table (g_ptr_array_index (tables, i));
    }
  raw = bench_median (write_raw_cb, &workbooks, rounds);
  ours = bench_median (write_ours_cb, &workbooks, rounds);
  bench_report ("workbook, 80 000 cells", ours, raw, "raw libxlsxwriter");

  g_unlink (path);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
