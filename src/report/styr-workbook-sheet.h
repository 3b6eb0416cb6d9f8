/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workbook.h"
#include "styr-workbook-formats.h"

G_BEGIN_DECLS

/** One sheet being written. The first thing that goes wrong is kept in error and stops the rest. */
typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *worksheet;
  StyrXlsxFormats *formats;
  const StyrWorkbookInfo *info;
  GPtrArray *tables; /* StyrTable*: all, for links between the sheets */
  StyrTable *table;
  char *sheet_name;
  GPtrArray *cell_formats; /* lxw_format*, by column */
  GPtrArray *formulas;     /* char*, by column: of every cell, or NULL */
  lxw_row_t header_row;    /* of the table */
  lxw_row_t last_row;      /* the last one used */
  lxw_error error;
} StyrXlsxSheet;

char *styr_xlsx_dup_sheet_name (StyrTable *table);
void styr_xlsx_sheet_clear (StyrXlsxSheet *self);
lxw_error styr_xlsx_sheet_write (StyrXlsxSheet *self);
void styr_xlsx_check (StyrXlsxSheet *self, lxw_error error);
void styr_xlsx_write_cell (StyrXlsxSheet *self, guint row, guint column);
void styr_xlsx_write_page (StyrXlsxSheet *self);
void styr_xlsx_write_chart (StyrXlsxSheet *self);
guint styr_xlsx_count_lines (const char *text, int width);
guint styr_xlsx_data_rows (StyrXlsxSheet *self);

G_END_DECLS
