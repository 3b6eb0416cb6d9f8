/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROW_TITLE 0
#define ROW_INTRO 1
#define ROW_NOTE 2
#define ROW_TABLE 3

/* Excel's limits */
#define MAX_SHEET_NAME 31
#define MAX_CHOICES_LENGTH 255
#define MAX_HEADER_LENGTH 250

/* How many characters of a sheet's width one printed page holds in a size that can be read */
#define PAGE_CHARACTERS 230
#define MAX_ROWS_WITH_CHART 30

/** Keeps the first error. */
void
styr_xlsx_check (StyrXlsxSheet *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

/** The tab's text: the table's title without what Excel forbids there. */
char *
styr_xlsx_dup_sheet_name (StyrTable *table)
{
  g_autofree char *name =
      g_utf8_substring (styr_table_get_title (table),
                        0,
                        MIN (g_utf8_strlen (styr_table_get_title (table), -1), MAX_SHEET_NAME));

  g_strdelimit (name, "[]:*?/\\'", ' ');
  return g_strdup (g_strstrip (name));
}

/** How many rows the native table has: it can't have none, so an empty one gets an empty row. */
guint
styr_xlsx_data_rows (StyrXlsxSheet *self)
{
  return MAX (styr_table_get_n_rows (self->table), 1);
}

static gboolean
is_number_kind (StyrColumnKind kind)
{
  return kind == STYR_COLUMN_INTEGER || kind == STYR_COLUMN_NUMBER || kind == STYR_COLUMN_MONEY ||
         kind == STYR_COLUMN_PERCENT;
}

static gboolean
has_total (StyrTable *table)
{
  for (guint i = 0; i < styr_table_get_n_columns (table); i++)
    if (styr_table_get_column (table, i)->total)
      return TRUE;
  return FALSE;
}

static gboolean
has_money (StyrTable *table)
{
  for (guint i = 0; i < styr_table_get_n_columns (table); i++)
    if (styr_table_get_column (table, i)->kind == STYR_COLUMN_MONEY)
      return TRUE;
  for (guint row = 0; row < styr_table_get_n_rows (table); row++)
    for (guint i = 0; i < styr_table_get_n_columns (table); i++)
      {
        const StyrCell *cell = styr_table_get_cell (table, row, i);

        if (cell->has_kind && cell->kind == STYR_COLUMN_MONEY)
          return TRUE;
      }
  return FALSE;
}

static void
write_heading (StyrXlsxSheet *self)
{
  const char *intro = styr_table_get_intro (self->table);
  g_autoptr (GString) sentence = g_string_new (intro);

  if (has_money (self->table))
    {
      if (sentence->len > 0)
        g_string_append_c (sentence, ' ');
      /* Translators: under a table: the unit of its amounts, such as tkr. */
      g_string_append_printf (sentence, _ ("Amounts in %s."), self->info->money_unit);
    }
  styr_xlsx_check (
      self,
      worksheet_write_string (
          self->worksheet, ROW_TITLE, 0, styr_table_get_title (self->table), self->formats->title));
  styr_xlsx_check (self, worksheet_set_row (self->worksheet, ROW_TITLE, 26, NULL));
  if (sentence->len > 0)
    styr_xlsx_check (self,
                     worksheet_write_string (
                         self->worksheet, ROW_INTRO, 0, sentence->str, self->formats->intro));
  if (styr_table_get_n_rows (self->table) == 0 && styr_table_get_empty_text (self->table) != NULL)
    styr_xlsx_check (self,
                     worksheet_write_string (self->worksheet,
                                             ROW_NOTE,
                                             0,
                                             styr_table_get_empty_text (self->table),
                                             self->formats->empty));
}

/* What is the same for all cells of a column is made once. */
static void
prepare_columns (StyrXlsxSheet *self)
{
  self->cell_formats = g_ptr_array_new ();
  self->formulas = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < styr_table_get_n_columns (self->table); i++)
    {
      const StyrColumn *column = styr_table_get_column (self->table, i);
      g_autofree char *formula = styr_table_dup_formula (self->table, i);

      g_ptr_array_add (
          self->cell_formats,
          styr_xlsx_formats_cell (
              self->formats, STYR_XLSX_BODY, column->kind, column->decimals, column->wrap));
      g_ptr_array_add (self->formulas, formula != NULL ? g_strconcat ("=", formula, NULL) : NULL);
    }
}

/** Frees what the sheet made for itself. */
void
styr_xlsx_sheet_clear (StyrXlsxSheet *self)
{
  g_clear_pointer (&self->cell_formats, g_ptr_array_unref);
  g_clear_pointer (&self->formulas, g_ptr_array_unref);
  g_clear_pointer (&self->sheet_name, g_free);
}

static void
set_columns (StyrXlsxSheet *self)
{
  for (guint i = 0; i < styr_table_get_n_columns (self->table); i++)
    {
      int width = styr_table_get_column (self->table, i)->width;

      styr_xlsx_check (
          self,
          worksheet_set_column (
              self->worksheet, (lxw_col_t) i, (lxw_col_t) i, width > 0 ? width : 14, NULL));
    }
}

/* Excel doesn't make room for a wrapped heading by itself when the file says nothing of the row. */
static void
set_header_height (StyrXlsxSheet *self)
{
  glong lines = 1;

  for (guint i = 0; i < styr_table_get_n_columns (self->table); i++)
    {
      const StyrColumn *column = styr_table_get_column (self->table, i);
      glong room = MAX (column->width - 3, 6); /* the filter's button */

      lines = MAX (lines, (g_utf8_strlen (column->title, -1) + room - 1) / room);
    }
  styr_xlsx_check (
      self,
      worksheet_set_row (
          self->worksheet, self->header_row, 4 + 14.0 * (double) MIN (lines, 4), NULL));
}

static void
add_native_table (StyrXlsxSheet *self, gboolean total)
{
  guint n = styr_table_get_n_columns (self->table);
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, n + 1);
  lxw_table_options options = { .name = (char *) styr_table_get_name (self->table),
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                .style_type_number = 1,
                                .no_banded_rows = LXW_TRUE,
                                .total_row = total,
                                .columns = list };

  for (guint i = 0; i < n; i++)
    {
      const StyrColumn *column = styr_table_get_column (self->table, i);

      columns[i].header = column->title;
      columns[i].header_format =
          is_number_kind (column->kind) ? self->formats->header_number : self->formats->header;
      columns[i].format = g_ptr_array_index (self->cell_formats, i);
      columns[i].formula = g_ptr_array_index (self->formulas, i);
      if (total && column->total)
        columns[i].total_function = LXW_TABLE_FUNCTION_SUM;
      else if (total && i == 0)
        columns[i].total_string = (char *) C_ ("table", "Total");
      list[i] = &columns[i];
    }
  self->last_row = self->header_row + styr_xlsx_data_rows (self) + (total ? 1 : 0);
  styr_xlsx_check (
      self,
      worksheet_add_table (
          self->worksheet, self->header_row, 0, self->last_row, (lxw_col_t) (n - 1), &options));
}

/* Over what add_table() wrote there: own format, and a value that has been reckoned. */
static void
write_totals (StyrXlsxSheet *self)
{
  for (guint i = 0; i < styr_table_get_n_columns (self->table); i++)
    {
      const StyrColumn *column = styr_table_get_column (self->table, i);
      lxw_format *format = styr_xlsx_formats_cell (
          self->formats, STYR_XLSX_TOTAL, column->kind, column->decimals, FALSE);

      if (column->total)
        {
          g_autofree char *reference = styr_table_dup_reference (self->table, column->id, FALSE);
          g_autofree char *formula = g_strdup_printf ("=SUBTOTAL(109,%s)", reference);
          double value = styr_xlsx_formats_scale (
              self->formats, column->kind, styr_table_get_total (self->table, i));

          styr_xlsx_check (
              self,
              worksheet_write_formula_num (
                  self->worksheet, self->last_row, (lxw_col_t) i, formula, format, value));
        }
      else if (i == 0)
        styr_xlsx_check (self,
                         worksheet_write_string (
                             self->worksheet,
                             self->last_row,
                             0,
                             C_ ("table", "Total"),
                             styr_xlsx_formats_cell (
                                 self->formats, STYR_XLSX_TOTAL, STYR_COLUMN_TEXT, 0, FALSE)));
      else
        styr_xlsx_check (
            self, worksheet_write_blank (self->worksheet, self->last_row, (lxw_col_t) i, format));
    }
}

/* LibreOffice gives a row the height the file says, and Excel does so too once a row has wrapped
 * text from elsewhere. */
static void
set_row_height (StyrXlsxSheet *self, guint row)
{
  guint lines = 1;

  for (guint column = 0; column < styr_table_get_n_columns (self->table); column++)
    {
      const StyrColumn *spec = styr_table_get_column (self->table, column);
      const StyrCell *cell = styr_table_get_cell (self->table, row, column);

      if (spec->wrap && cell->text != NULL)
        lines = MAX (lines, styr_xlsx_count_lines (cell->text, spec->width));
    }
  if (lines > 1)
    styr_xlsx_check (
        self,
        worksheet_set_row (
            self->worksheet, self->header_row + 1 + row, MIN (2.0 + 13.0 * lines, 400), NULL));
}

static void
write_body (StyrXlsxSheet *self)
{
  for (guint row = 0; row < styr_table_get_n_rows (self->table); row++)
    {
      set_row_height (self, row);
      for (guint column = 0; column < styr_table_get_n_columns (self->table); column++)
        styr_xlsx_write_cell (self, row, column);
    }
}

/* The empty row of an empty table: formulas must not keep the 0 that add_table() gave them. */
static void
write_empty_body (StyrXlsxSheet *self)
{
  for (guint i = 0; i < self->formulas->len; i++)
    {
      const char *formula = g_ptr_array_index (self->formulas, i);
      lxw_format *format = g_ptr_array_index (self->cell_formats, i);

      if (formula != NULL)
        styr_xlsx_check (
            self,
            worksheet_write_formula_str (
                self->worksheet, self->header_row + 1, (lxw_col_t) i, formula, format, ""));
    }
}

static lxw_format *
tone_format (StyrXlsxSheet *self, char tone)
{
  static const struct
  {
    char tone;
    lxw_color_t paper, ink;
  } tones[] = { { 'g', 0xDFF0E3, 0x1B5E32 },
                { 'm', 0xFCF0D3, 0x6B4A00 },
                { 'b', 0xF9DFDC, 0x8A1C12 } };

  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    if (tones[i].tone == tone)
      {
        lxw_format *format = workbook_add_format (self->workbook);

        format_set_bg_color (format, tones[i].paper);
        format_set_font_color (format, tones[i].ink);
        return format;
      }
  return NULL;
}

static void
add_tones (StyrXlsxSheet *self, guint column)
{
  const StyrColumn *spec = styr_table_get_column (self->table, column);
  lxw_row_t last = self->header_row + styr_xlsx_data_rows (self);

  for (guint i = 0; i < spec->choices->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (spec->choices, i), "\"", -1);
      g_autofree char *escaped = g_strjoinv ("\"\"", parts);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", escaped);
      lxw_format *format = tone_format (self, spec->tones[i]);
      lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                      .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                      .value_string = quoted,
                                      .format = format };

      if (format != NULL)
        styr_xlsx_check (self,
                         worksheet_conditional_format_range (self->worksheet,
                                                             self->header_row + 1,
                                                             (lxw_col_t) column,
                                                             last,
                                                             (lxw_col_t) column,
                                                             &rule));
    }
}

/* A list in a cell is comma-separated and short; choices that don't fit that are left to be typed.
 */
static gboolean
choices_fit (GPtrArray *choices)
{
  glong length = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const char *choice = g_ptr_array_index (choices, i);

      if (strchr (choice, ',') != NULL)
        return FALSE;
      length += g_utf8_strlen (choice, -1) + 1;
    }
  return length <= MAX_CHOICES_LENGTH;
}

static void
add_choices (StyrXlsxSheet *self, guint column)
{
  const StyrColumn *spec = styr_table_get_column (self->table, column);
  g_autofree char **list = g_new0 (char *, spec->choices->len + 1);
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST,
                                     .ignore_blank = LXW_VALIDATION_ON,
                                     .show_input = LXW_VALIDATION_ON,
                                     .show_error = LXW_VALIDATION_ON,
                                     .dropdown = LXW_VALIDATION_ON,
                                     .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
                                     .value_list = list,
                                     .error_title = (char *) _ ("Not in the list"),
                                     .error_message =
                                         (char *) _ ("Choose one of the values in the list.") };

  if (!choices_fit (spec->choices))
    return;
  for (guint i = 0; i < spec->choices->len; i++)
    list[i] = g_ptr_array_index (spec->choices, i);
  styr_xlsx_check (self,
                   worksheet_data_validation_range (self->worksheet,
                                                    self->header_row + 1,
                                                    (lxw_col_t) column,
                                                    self->header_row + styr_xlsx_data_rows (self),
                                                    (lxw_col_t) column,
                                                    &validation));
}

static void
add_column_rules (StyrXlsxSheet *self)
{
  for (guint i = 0; i < styr_table_get_n_columns (self->table); i++)
    if (styr_table_get_column (self->table, i)->choices != NULL)
      {
        add_choices (self, i);
        add_tones (self, i);
      }
}

/* & begins a code in Excel's headers and footers. */
static char *
escape_header (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "&", -1);
  g_autofree char *joined = g_strjoinv ("&&", parts);
  glong length = g_utf8_strlen (joined, -1);

  return g_utf8_substring (joined, 0, MIN (length, MAX_HEADER_LENGTH / 4));
}

/* How many pages wide, so that the text stays big enough to read. */
static uint16_t
count_pages_across (StyrTable *table)
{
  int width = 0;

  for (guint i = 0; i < styr_table_get_n_columns (table); i++)
    width += styr_table_get_column (table, i)->width;
  return (uint16_t) CLAMP ((width + PAGE_CHARACTERS - 1) / PAGE_CHARACTERS, 1, 3);
}

static void
set_up_print (StyrXlsxSheet *self)
{
  uint16_t pages = count_pages_across (self->table);
  gboolean has_chart =
      styr_table_get_chart (self->table, NULL, NULL, NULL, NULL) != STYR_CHART_NONE;
  g_autofree char *municipality = escape_header (self->info->municipality);
  g_autofree char *subject = escape_header (self->info->subject);
  g_autofree char *date = escape_header (self->info->date);
  g_autofree char *title = escape_header (styr_table_get_title (self->table));
  g_autofree char *header = g_strdup_printf ("&L&9 %s&C&9 %s&R&9 %s", municipality, subject, title);
  /* The space ends the size's digits. Translators: a footer in Excel; &P and &N are the page's
   * number and how many there are. */
  g_autofree char *footer = g_strdup_printf ("&L&9 %s&R&9 %s", date, _ ("Page &P of &N"));

  worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, 9); /* A4 */
  worksheet_set_margins (self->worksheet, 0.5, 0.5, 0.75, 0.7);
  /* a short table and its chart belong on the same page */
  worksheet_fit_to_pages (self->worksheet,
                          pages,
                          has_chart && styr_xlsx_data_rows (self) <= MAX_ROWS_WITH_CHART ? 1 : 0);
  if (pages > 1)
    styr_xlsx_check (self, worksheet_repeat_columns (self->worksheet, 0, 0));
  styr_xlsx_check (self, worksheet_set_header (self->worksheet, header));
  styr_xlsx_check (self, worksheet_set_footer (self->worksheet, footer));
  if (styr_table_get_name (self->table) != NULL)
    styr_xlsx_check (self,
                     worksheet_repeat_rows (self->worksheet, self->header_row, self->header_row));
}

/**
 * styr_xlsx_sheet_write:
 * @self: workbook, formats, info, tables and table set
 *
 * Adds the table's sheet to the workbook.
 *
 * Returns: the first error of libxlsxwriter
 */
lxw_error
styr_xlsx_sheet_write (StyrXlsxSheet *self)
{
  gboolean total = has_total (self->table);

  g_assert (self->workbook != NULL && self->table != NULL);

  self->sheet_name = styr_xlsx_dup_sheet_name (self->table);
  self->header_row = ROW_TABLE;
  self->worksheet = workbook_add_worksheet (self->workbook, self->sheet_name);
  if (self->worksheet == NULL)
    return LXW_ERROR_SHEETNAME_ALREADY_USED;

  worksheet_gridlines (self->worksheet, LXW_HIDE_ALL_GRIDLINES);
  prepare_columns (self);
  set_columns (self);
  write_heading (self);
  if (styr_table_get_name (self->table) == NULL)
    styr_xlsx_write_page (self);
  else
    {
      set_header_height (self);
      add_native_table (self, total);
      if (styr_table_get_n_rows (self->table) > 0)
        write_body (self);
      else
        write_empty_body (self);
      if (total)
        write_totals (self);
      add_column_rules (self);
      worksheet_freeze_panes (self->worksheet, self->header_row + 1, 0);
      styr_xlsx_write_chart (self);
    }
  set_up_print (self);
  return self->error;
}
