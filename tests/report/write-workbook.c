/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-tables.h"
#include "styr-workbook.h"

#include <locale.h>

/* write-workbook FILE UNIT: the sample tables as a workbook, for check_workbook.py */
int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autoptr (GError) error = NULL;
  StyrWorkbookInfo info = { .title = "Underlag till ekonomi 2024",
                            .municipality = "Provkommun & Co",
                            .subject = "Kulturnämnden 2024",
                            .date = "2025-02-14",
                            .money_unit = argc > 2 ? argv[2] : "tkr" };

  setlocale (LC_ALL, "");
  if (argc < 2)
    return 2;
  if (!styr_workbook_write (tables, &info, argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
