/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-dossier.h"
#include "styr-report.h"
#include "styr-report-blocks.h"
#include "styr-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

static const StyrReportInfo info = {
  .municipality = "Provkommun & Co", .date = "2025-02-14", .is_example = TRUE, .money_unit = "tkr"
};

typedef struct
{
  StyrModel *model;
  char *folder, *html, *pdf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = sample_model_new ();
  fixture->folder = g_dir_make_tmp ("styr-report-XXXXXX", NULL);
  fixture->html = g_build_filename (fixture->folder, "a.html", NULL);
  fixture->pdf = g_build_filename (fixture->folder, "a.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->html);
  g_unlink (fixture->pdf);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing left behind */
  g_object_unref (fixture->model);
  g_free (fixture->folder);
  g_free (fixture->html);
  g_free (fixture->pdf);
}

static char *
write_html (Fixture *fixture, StyrDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  styr_report_write_html (dossier, &info, fixture->html, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->html, &content, NULL, NULL));
  return content;
}

static GBytes *
write_pdf (Fixture *fixture, StyrDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length;

  styr_report_write_pdf (dossier, &info, fixture->pdf, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->pdf, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static const char *
assert_after (const char *content, const char *text)
{
  const char *found = strstr (content, text);

  if (found == NULL)
    g_error ("'%s' isn't there", text);
  return found;
}

/* Every type of the model can be written with nothing in it: all its sections are there, and say
 * so. */
static void
test_empty_of_every_type (Fixture *fixture, gconstpointer data)
{
  GPtrArray *types = styr_model_get_document_types (fixture->model);

  g_assert_cmpuint (types->len, >, 20);
  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = g_ptr_array_index (types, i);
      g_autoptr (StyrDossier) dossier = sample_empty_dossier_new (fixture->model, type->id);
      g_autofree char *html = write_html (fixture, dossier);
      g_autoptr (GBytes) pdf = write_pdf (fixture, dossier);
      g_auto (GStrv) headings = g_strsplit (html, "<h2>", -1);

      g_assert_cmpuint (g_strv_length (headings) - 1, ==, type->sections->len);
      assert_after (html, styr_report_not_filled_in ());
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 3000);
    }
}

/* The chapters of the report template, in its order and with its titles. */
static void
test_order_of_template (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = sample_report_dossier_new (fixture->model);
  g_autofree char *html = write_html (fixture, dossier);
  const StyrReportTemplate *template =
      g_ptr_array_index (styr_model_get_report_templates (fixture->model), 0);
  const char *place = html;

  g_assert_cmpstr (template->document_type, ==, "qualityReport");
  for (guint i = 0; i < template->chapters->len; i++)
    {
      const StyrReportChapter *chapter = g_ptr_array_index (template->chapters, i);
      g_autofree char *heading = g_strdup_printf ("<h2>%u  %s</h2>", i + 1, chapter->title);

      place = assert_after (place, heading);
    }
}

static void
test_report_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = sample_report_dossier_new (fixture->model);
  g_autofree char *html = write_html (fixture, dossier);
  const char *bar;

  assert_after (html, "<html lang=\"sv\">");
  assert_after (html,
                "<h1>Kvalitetsredovisning 2024 &lt;för&gt; Kultur- &amp; fritidsnämnden</h1>");
  assert_after (html, "<h3>1. Fler barn läser &lt;b&gt;böcker&lt;/b&gt; &amp; serier</h3>");
  g_assert_null (strstr (html, "<b>böcker"));
  /* all grades in the scale's order, the empty ones too, and those not assessed last */
  bar = assert_after (html, "<ul class=\"bar\"");
  bar = assert_after (bar, "<b>3</b>● Uppfyllt");
  bar = assert_after (bar, "<b>2</b>◐ Delvis uppfyllt");
  bar = assert_after (bar, "<b>1</b>○ Ej uppfyllt");
  bar = assert_after (bar, "<b>0</b>? Kan ej bedömas");
  bar = assert_after (bar, "<b>2</b>–");
  /* which grades count as reached is said, so that the sentence agrees with the bar */
  bar = assert_after (bar, "6 of 8 goals are assessed. 3 have the grade “Uppfyllt” (38 % of all).");
  /* the decision, and the proposal that it didn't follow, side by side */
  bar = assert_after (bar, "● Uppfyllt</td>");
  bar = assert_after (bar, "◐ Delvis uppfyllt (");
  assert_after (bar, "Kontoret såg det annorlunda.");
  assert_after (html, "12,5 lån");
  assert_after (html, "Öppna ett bibliotek till");
  assert_after (html, "<p>Första stycket.</p>\n<p>Andra stycket.</p>");
  /* net 283 100 - 693 800 = -410 700; against -415 100 that is 4 400 better */
  assert_after (html, ">−410\u00a0700<");
  assert_after (html, ">4\u00a0400<");
  assert_after (html, ">74\u00a0040<");
}

static void
test_plan_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = sample_plan_dossier_new (fixture->model);
  g_autofree char *html = write_html (fixture, dossier);
  const char *second;

  assert_after (html, "Läsning ger språk.");
  assert_after (html, "A. Biblioteket är öppnat");
  assert_after (html, "2024-09-01");
  assert_after (html, "De flesta");
  assert_after (html, "3. Fler klarar skolan");
  assert_after (html, "Språk behövs i skolan");
  second = assert_after (html, "<h3>2. ");
  assert_after (second, styr_report_not_filled_in ());
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = sample_report_dossier_new (fixture->model);
  g_autoptr (GBytes) a = write_pdf (fixture, dossier);
  g_autoptr (GBytes) b = write_pdf (fixture, dossier);

  g_assert_true (g_bytes_equal (a, b));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = sample_plan_dossier_new (fixture->model);
  g_autofree char *path = g_build_filename (fixture->folder, "finns inte", "a.pdf", NULL);
  g_autoptr (GError) pdf = NULL, html = NULL;

  g_assert_false (styr_report_write_pdf (dossier, &info, path, &pdf));
  g_assert_error (pdf, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (pdf->message, path));
  g_assert_false (styr_report_write_html (dossier, &info, path, &html));
  g_assert_error (html, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
}

/* Places where nobody can write: a folder of the kernel's, and a folder in the file's place. */
static void
test_impossible_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrDossier) dossier = sample_plan_dossier_new (fixture->model);
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_report_write_html (dossier, &info, "/proc/styr-report.html", &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (styr_report_write_pdf (dossier, &info, fixture->folder, &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
  g_assert_true (g_file_test (fixture->folder, G_FILE_TEST_IS_DIR));
}

static void
add (const char *name, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/report/empty-of-every-type", test_empty_of_every_type);
  add ("/report/order-of-template", test_order_of_template);
  add ("/report/report-content", test_report_content);
  add ("/report/plan-content", test_plan_content);
  add ("/report/same-bytes", test_same_bytes);
  add ("/report/no-folder", test_no_folder);
  add ("/report/impossible-places", test_impossible_places);
  return g_test_run ();
}
