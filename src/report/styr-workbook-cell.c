/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-sheet.h"

#include "styr-locale.h"

#include <string.h>

/* Excel's own limit for the text of a cell is 32 767 UTF-16 units. */
#define MAX_CHARACTERS 16000

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (strlen (text) <= MAX_CHARACTERS || g_utf8_strlen (text, -1) <= MAX_CHARACTERS)
    return NULL;
  start = g_utf8_substring (text, 0, MAX_CHARACTERS);
  return g_strconcat (start, " […]", NULL);
}

static void
write_date (
    StyrXlsxSheet *self, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autoptr (GDate) date = styr_date_from_iso (text);

  if (date != NULL && g_date_get_year (date) >= 1900)
    {
      lxw_datetime when = { .year = g_date_get_year (date),
                            .month = (int) g_date_get_month (date),
                            .day = g_date_get_day (date) };

      styr_xlsx_check (self,
                       worksheet_write_datetime (self->worksheet, row, column, &when, format));
    }
  else
    styr_xlsx_check (self, worksheet_write_string (self->worksheet, row, column, text, format));
}

/* Always with the value: LibreOffice doesn't reckon a file through when it opens it. */
static void
write_formula (StyrXlsxSheet *self,
               lxw_row_t row,
               lxw_col_t column,
               const char *formula,
               const StyrCell *cell,
               StyrColumnKind kind,
               lxw_format *format)
{
  double value = styr_xlsx_formats_scale (self->formats, kind, cell->number);
  const char *result = cell->text != NULL ? cell->text : "";

  if (cell->is_number)
    styr_xlsx_check (
        self, worksheet_write_formula_num (self->worksheet, row, column, formula, format, value));
  else
    styr_xlsx_check (
        self, worksheet_write_formula_str (self->worksheet, row, column, formula, format, result));
}

static void
write_value (StyrXlsxSheet *self,
             lxw_row_t row,
             lxw_col_t column,
             const StyrCell *cell,
             StyrColumnKind kind,
             lxw_format *format)
{
  if (cell->is_number)
    styr_xlsx_check (
        self,
        worksheet_write_number (self->worksheet,
                                row,
                                column,
                                styr_xlsx_formats_scale (self->formats, kind, cell->number),
                                format));
  else if (cell->text == NULL)
    styr_xlsx_check (self, worksheet_write_blank (self->worksheet, row, column, format));
  else if (kind == STYR_COLUMN_DATE)
    write_date (self, row, column, cell->text, format);
  else
    {
      g_autofree char *text = shorten (cell->text);

      styr_xlsx_check (self,
                       worksheet_write_string (
                           self->worksheet, row, column, text != NULL ? text : cell->text, format));
    }
}

/** Writes one cell of the table; @row and @column are the table's. */
void
styr_xlsx_write_cell (StyrXlsxSheet *self, guint row, guint column)
{
  const StyrColumn *spec = styr_table_get_column (self->table, column);
  const StyrCell *cell = styr_table_get_cell (self->table, row, column);
  StyrColumnKind kind = cell->has_kind ? cell->kind : spec->kind;
  lxw_format *format =
      cell->has_kind
          ? styr_xlsx_formats_cell (self->formats, STYR_XLSX_BODY, kind, spec->decimals, spec->wrap)
          : g_ptr_array_index (self->cell_formats, column);
  const char *formula = g_ptr_array_index (self->formulas, column);
  g_autofree char *own = NULL;
  lxw_row_t at = self->header_row + 1 + row;

  if (formula == NULL && cell->formula != NULL)
    formula = own = g_strconcat ("=", cell->formula, NULL);
  if (formula != NULL)
    write_formula (self, at, (lxw_col_t) column, formula, cell, kind, format);
  else
    write_value (self, at, (lxw_col_t) column, cell, kind, format);
}

static lxw_format *
page_format (StyrXlsxSheet *self, StyrXlsxPart part, const StyrCell *cell, gboolean wrap)
{
  StyrColumnKind kind = cell->has_kind ? cell->kind : STYR_COLUMN_TEXT;

  return styr_xlsx_formats_cell (self->formats, part, kind, 0, wrap);
}

/* The title of another sheet becomes a link to it. */
static gboolean
write_link (StyrXlsxSheet *self, lxw_row_t row, const char *text)
{
  for (guint i = 0; text != NULL && i < self->tables->len; i++)
    {
      StyrTable *table = g_ptr_array_index (self->tables, i);
      lxw_format *format =
          styr_xlsx_formats_cell (self->formats, STYR_XLSX_LINK, STYR_COLUMN_TEXT, 0, FALSE);

      if (table != self->table && g_str_equal (styr_table_get_title (table), text))
        {
          g_autofree char *name = styr_xlsx_dup_sheet_name (table);
          g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", name);

          styr_xlsx_check (
              self, worksheet_write_url_opt (self->worksheet, row, 0, url, format, text, NULL));
          return TRUE;
        }
    }
  return FALSE;
}

/** About how many lines a wrapped text takes in a column of @width characters. */
guint
styr_xlsx_count_lines (const char *text, int width)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  glong room = MAX (width, 8);
  guint lines = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    lines += (guint) MAX ((g_utf8_strlen (paragraphs[i], -1) + room - 1) / room, 1);
  return lines;
}

static void
set_page_row_height (StyrXlsxSheet *self, lxw_row_t at, const StyrCell *value)
{
  guint lines =
      value != NULL && value->text != NULL
          ? styr_xlsx_count_lines (value->text, styr_table_get_column (self->table, 1)->width)
          : 0;

  if (lines != 1)
    styr_xlsx_check (
        self, worksheet_set_row (self->worksheet, at, lines == 0 ? 26 : 3.0 + 13.0 * lines, NULL));
}

static void
write_page_row (StyrXlsxSheet *self, lxw_row_t at, guint row)
{
  const StyrCell *key = styr_table_get_cell (self->table, row, 0);
  const StyrCell *value =
      styr_table_get_n_columns (self->table) > 1 ? styr_table_get_cell (self->table, row, 1) : NULL;
  gboolean heading = value == NULL || (value->text == NULL && !value->is_number);

  set_page_row_height (self, at, value);
  if (!write_link (self, at, key->text))
    write_value (self,
                 at,
                 0,
                 key,
                 STYR_COLUMN_TEXT,
                 page_format (self, heading ? STYR_XLSX_HEADING : STYR_XLSX_KEY, key, FALSE));
  if (!heading && value->is_number)
    {
      lxw_format *format = page_format (self, STYR_XLSX_VALUE, value, FALSE);

      write_value (self, at, 1, value, value->has_kind ? value->kind : STYR_COLUMN_NUMBER, format);
    }
  else if (!heading && value->formula != NULL)
    {
      g_autofree char *formula = g_strconcat ("=", value->formula, NULL);

      write_formula (self,
                     at,
                     1,
                     formula,
                     value,
                     STYR_COLUMN_TEXT,
                     page_format (self, STYR_XLSX_VALUE, value, TRUE));
    }
  else if (!heading)
    write_value (self,
                 at,
                 1,
                 value,
                 value->has_kind ? value->kind : STYR_COLUMN_TEXT,
                 page_format (self, STYR_XLSX_VALUE, value, TRUE));
}

/** Writes a page to read: words to the left, what they mean to the right; a row with only words is
 * a heading. */
void
styr_xlsx_write_page (StyrXlsxSheet *self)
{
  for (guint row = 0; row < styr_table_get_n_rows (self->table); row++)
    write_page_row (self, self->header_row + row, row);
  self->last_row = self->header_row + styr_table_get_n_rows (self->table);
}
