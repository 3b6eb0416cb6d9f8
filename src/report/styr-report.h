/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"
#include "styr-overview.h"
#include "styr-table.h"

G_BEGIN_DECLS

typedef struct
{
  const char *municipality, *unit_name, *date;
  gboolean is_example;
  const char *money_unit; /* "kr" | "tkr" | "mnkr"; NULL = tkr */
} StyrReportInfo;

/* A document as a paper: its card, its sections in the order of the report template (or of the
 * form), with live tables. */
gboolean styr_report_write_html (StyrDossier *dossier,
                                 const StyrReportInfo *info,
                                 const char *path,
                                 GError **error);
gboolean styr_report_write_pdf (StyrDossier *dossier,
                                const StyrReportInfo *info,
                                const char *path,
                                GError **error);

/* Tables as a paper: a register, a list of findings. */
gboolean styr_report_write_tables (GPtrArray *tables,
                                   const char *title,
                                   const StyrReportInfo *info,
                                   const char *path,
                                   GError **error);

G_END_DECLS
