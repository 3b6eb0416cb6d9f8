/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-dossier.h"
#include "styr-report.h"

/* write-reports FOLDER: the sample quality report as report.pdf and report.html, for
 * check_reports.py */
int
main (int argc, char **argv)
{
  g_autoptr (StyrModel) model = sample_model_new ();
  g_autoptr (StyrDossier) dossier = sample_report_dossier_new (model);
  g_autoptr (GError) error = NULL;
  StyrReportInfo info = { .municipality = "Provkommun",
                          .date = "2025-02-14",
                          .money_unit = "mnkr" };
  g_autofree char *pdf = NULL, *html = NULL;

  if (argc < 2)
    return 2;
  pdf = g_build_filename (argv[1], "report.pdf", NULL);
  html = g_build_filename (argv[1], "report.html", NULL);
  if (!styr_report_write_pdf (dossier, &info, pdf, &error) ||
      !styr_report_write_html (dossier, &info, html, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
