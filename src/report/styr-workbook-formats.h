/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-table.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/** The colours of the workbook: cool greys and one tint, as everywhere else. */
enum
{
  STYR_XLSX_INK = 0x241F31,
  STYR_XLSX_MUTED = 0x5E5C64,
  STYR_XLSX_HEADER = 0x2B4A6B,
  STYR_XLSX_TINT = 0xE8EEF5,
  STYR_XLSX_LINE = 0xC0C8D2,
};

typedef enum
{
  STYR_XLSX_BODY,
  STYR_XLSX_TOTAL,
  STYR_XLSX_HEADING, /* a heading inside a reading page */
  STYR_XLSX_KEY,     /* the left column of a reading page */
  STYR_XLSX_VALUE,   /* the right one */
  STYR_XLSX_LINK,
} StyrXlsxPart;

/** The cell formats of a workbook, each made once. */
typedef struct
{
  lxw_workbook *workbook;
  const char *money_unit; /* "kr" | "tkr" | "mnkr" */
  GHashTable *cells;      /* key text -> lxw_format* (the workbook's) */
  lxw_format *title, *intro, *header, *header_number, *empty;
} StyrXlsxFormats;

void styr_xlsx_formats_init (StyrXlsxFormats *self, lxw_workbook *workbook, const char *money_unit);
void styr_xlsx_formats_clear (StyrXlsxFormats *self);
lxw_format *styr_xlsx_formats_cell (
    StyrXlsxFormats *self, StyrXlsxPart part, StyrColumnKind kind, int decimals, gboolean wrap);
double styr_xlsx_formats_scale (StyrXlsxFormats *self, StyrColumnKind kind, double value);
const char *styr_xlsx_formats_number (
    StyrXlsxFormats *self, StyrColumnKind kind, int decimals, char *buffer, gsize size);

G_END_DECLS
