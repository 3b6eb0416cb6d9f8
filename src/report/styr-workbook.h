/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-table.h"

G_BEGIN_DECLS

/** What can go wrong: the target can't be written (WRITE), the disk is full (FULL), the data don't
 * fit the format (CONTENT). */
typedef enum
{
  STYR_REPORT_ERROR_WRITE,
  STYR_REPORT_ERROR_FULL,
  STYR_REPORT_ERROR_CONTENT,
} StyrReportError;

#define STYR_REPORT_ERROR (styr_report_error_quark ())
GQuark styr_report_error_quark (void);

typedef struct
{
  const char *title, *municipality, *subject;
  const char *date;       /* ISO: the document's created date, printed in the footer */
  const char *money_unit; /* "kr" | "tkr" | "mnkr" */
} StyrWorkbookInfo;

/* One sheet a table, in order; a table without columns' types is a reading page (Läs mig). Written
 * beside the target, then put in its place. */
gboolean styr_workbook_write (GPtrArray *tables,
                              const StyrWorkbookInfo *info,
                              const char *path,
                              GError **error);

G_END_DECLS
