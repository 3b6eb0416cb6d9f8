/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-blocks.h"

#include "styr-output-file.h"

#include <glib/gi18n-lib.h>

static const char css[] =
    ":root{--ink:#241f31;--muted:#5e5c64;--line:#c0c8d2;--head:#2b4a6b;--tint:#eef2f7}"
    "*{box-sizing:border-box}"
    "body{font:16px/1.5 Cantarell,'Segoe UI',Roboto,'Helvetica "
    "Neue',Arial,sans-serif;color:var(--ink);background:#fff;margin:0}"
    "main,header,footer{max-width:52rem;margin:0 auto;padding:0 1.5rem}"
    "header{padding-top:2.5rem}footer{padding-top:2rem;padding-bottom:2.5rem;color:var(--muted);"
    "font-size:.85rem}"
    "h1{font-size:2rem;line-height:1.2;margin:.2em 0 .4em}"
    "h2{font-size:1.35rem;margin:2.2em 0 .6em;padding-bottom:.25em;border-bottom:2px solid "
    "var(--head);color:var(--head)}"
    "h3{font-size:1.1rem;margin:1.8em 0 .5em}h4{font-size:1rem;margin:1.5em 0 .4em}"
    "p{margin:.4em "
    "0}.label{font-weight:600;margin-top:1em}.gap{color:var(--muted);font-style:italic}"
    ".over{color:var(--muted);margin:0}.mark{display:inline-block;border:2px solid "
    "#8a4b00;color:#6b3a00;border-radius:.4em;padding:.1em .6em;font-weight:600}"
    "table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.92rem}"
    "caption{text-align:left;color:var(--muted);font-size:.85rem;padding-bottom:.35em}"
    ".quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-"
    "space:nowrap}"
    "th,td{text-align:left;vertical-align:top;padding:.4em .6em;border-bottom:1px solid "
    "var(--line);white-space:pre-line}"
    "thead th{background:var(--head);color:#fff;font-weight:600;white-space:normal}"
    "tbody "
    "th{font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:"
    "nowrap}"
    "thead th.n{white-space:normal}"
    "table.pairs th{width:32%;color:var(--muted);font-weight:400}table.pairs td{font-weight:500}"
    "tr.total th,tr.total td{border-top:2px solid "
    "var(--head);background:var(--tint);font-weight:700}"
    ".wide{overflow-x:auto}"
    ".broad main,.broad header,.broad footer{max-width:100rem}td.d{white-space:nowrap}"
    ".bar{display:flex;list-style:none;margin:1em 0;padding:0;gap:2px;flex-wrap:wrap}"
    ".bar li{flex:var(--n) 1 7.5rem;padding:.5em .7em;border:1px solid "
    "var(--ink);background:var(--c);color:var(--t);min-width:7.5rem}"
    ".bar b{font-size:1.3rem;margin-right:.4em}"
    "@media "
    "print{body{font-size:10.5pt}main,header,footer{max-width:none;padding-left:0;padding-right:0}"
    "h2,h3,h4,.label{break-after:avoid}tr,.bar{break-inside:avoid}thead{display:table-header-group}"
    "@page{size:A4;margin:20mm 18mm}}";

/* From dark to light, so that they are told apart in grey print too; each with the ink that reads
 * on it. */
static const struct
{
  const char *paper, *ink;
} bar_colours[] = { { "#2b4a6b", "#fff" },
                    { "#8fb0d3", "#241f31" },
                    { "#d5dfea", "#241f31" },
                    { "#f4f4f4", "#241f31" },
                    { "#fff", "#241f31" } };

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (html, escaped);
}

static void
append_element (GString *html, const char *tag, const char *attributes, const char *text)
{
  g_string_append_printf (html, "<%s%s>", tag, attributes);
  append_escaped (html, text);
  g_string_append_printf (html, "</%s>\n", tag);
}

static void
append_caption (GString *html, const StyrReportBlock *block)
{
  if (block->text != NULL)
    append_element (html, "caption", block->quiet ? " class=\"quiet\"" : "", block->text);
}

static void
append_pairs (GString *html, const StyrReportBlock *block)
{
  if (block->rows->len == 0)
    return;
  g_string_append (html, "<table class=\"pairs\">\n");
  append_caption (html, block);
  g_string_append (html, "<tbody>\n");
  for (guint i = 0; i < block->rows->len; i++)
    {
      char **row = g_ptr_array_index (block->rows, i);
      gboolean gap = g_str_equal (row[1], styr_report_not_filled_in ());

      g_string_append (html, "<tr>");
      append_element (html, "th", " scope=\"row\"", row[0]);
      append_element (html, "td", gap ? " class=\"gap\"" : "", row[1]);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody></table>\n");
}

static void
append_cell (GString *html, const StyrReportColumn *column, const char *text, gboolean first)
{
  gboolean gap = g_str_equal (text, styr_report_not_filled_in ());

  if (first)
    append_element (html, "th", " scope=\"row\"", text);
  else
    append_element (html,
                    "td",
                    column->number  ? " class=\"n\""
                    : column->whole ? " class=\"d\""
                    : gap           ? " class=\"gap\""
                                    : "",
                    text);
}

static void
append_table (GString *html, const StyrReportBlock *block)
{
  g_string_append (html, "<div class=\"wide\"><table>\n");
  append_caption (html, block);
  g_string_append (html, "<thead><tr>\n");
  for (guint i = 0; i < block->columns->len; i++)
    {
      const StyrReportColumn *column = g_ptr_array_index (block->columns, i);

      append_element (html,
                      "th",
                      column->number ? " scope=\"col\" class=\"n\"" : " scope=\"col\"",
                      column->title);
    }
  g_string_append (html, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < block->rows->len; i++)
    {
      char **row = g_ptr_array_index (block->rows, i);

      g_string_append (html,
                       block->has_total && i + 1 == block->rows->len ? "<tr class=\"total\">\n"
                                                                     : "<tr>\n");
      for (guint j = 0; j < block->columns->len && row[j] != NULL; j++)
        append_cell (html, g_ptr_array_index (block->columns, j), row[j], j == 0);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody></table></div>\n");
}

static void
append_bar (GString *html, const StyrReportBlock *block)
{
  g_autofree char *label = g_markup_escape_text (block->text, -1);

  g_string_append_printf (html, "<ul class=\"bar\" aria-label=\"%s\">\n", label);
  for (guint i = 0; i < block->shares->len; i++)
    {
      const StyrReportShare *share = g_ptr_array_index (block->shares, i);
      gsize colour = MIN (i, G_N_ELEMENTS (bar_colours) - 1);

      g_string_append_printf (html,
                              "<li style=\"--n:%u;--c:%s;--t:%s\"><b>%u</b>",
                              share->count,
                              bar_colours[colour].paper,
                              bar_colours[colour].ink,
                              share->count);
      append_escaped (html, share->symbol);
      g_string_append_c (html, ' ');
      append_escaped (html, share->label);
      g_string_append (html, "</li>\n");
    }
  g_string_append (html, "</ul>\n");
}

static void
append_block (GString *html, const StyrReportBlock *block)
{
  char tag[] = "h2";

  switch (block->kind)
    {
    case STYR_BLOCK_HEADING:
      tag[1] = (char) ('0' + CLAMP (block->level, 2, 6));
      append_element (html, tag, "", block->text);
      break;
    case STYR_BLOCK_NOTE:
      append_element (html, "p", " class=\"gap\"", block->text);
      break;
    case STYR_BLOCK_LABEL:
      append_element (html, "p", " class=\"label\"", block->text);
      break;
    case STYR_BLOCK_PAIRS:
      append_pairs (html, block);
      break;
    case STYR_BLOCK_TABLE:
      append_table (html, block);
      break;
    case STYR_BLOCK_BAR:
      append_bar (html, block);
      break;
    case STYR_BLOCK_PARAGRAPH:
    default:
      append_element (html, "p", "", block->text);
      break;
    }
}

static void
append_head (GString *html, const StyrReport *report)
{
  g_string_append (html,
                   "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"Styrmodell\">\n");
  append_element (html, "title", "", report->title);
  g_string_append_printf (html,
                          "<style>%s%s</style>\n</head>\n<body%s>\n<header>\n",
                          css,
                          report->is_landscape ? "@media print{@page{size:A4 landscape}}" : "",
                          report->is_landscape ? " class=\"broad\"" : "");
  append_element (html, "p", " class=\"over\"", report->municipality);
  append_element (html, "h1", "", report->title);
  if (report->is_example)
    append_element (html, "p", " class=\"mark\"", _ ("Example data"));
  g_string_append (html, "</header>\n<main>\n");
}

/** Writes a paper as one HTML file without anything outside it. */
gboolean
styr_report_save_html (StyrReport *self, const char *path, GError **error)
{
  g_autoptr (StyrOutputFile) output = NULL;
  g_autoptr (GString) html = g_string_new (NULL);

  append_head (html, self);
  for (guint i = 0; i < self->blocks->len; i++)
    append_block (html, g_ptr_array_index (self->blocks, i));
  g_string_append (html, "</main>\n<footer>");
  g_string_append (html, "<p>");
  append_escaped (html, self->municipality);
  g_string_append (html, " · ");
  append_escaped (html, self->date);
  g_string_append (html, "</p></footer>\n</body>\n</html>\n");

  output = styr_output_file_new (path, error);
  return output != NULL && styr_output_file_write (output, html->str, html->len, error) &&
         styr_output_file_commit (output, error);
}

/**
 * styr_report_write_html:
 * @info: what isn't in the dossier
 * @path: the target
 *
 * Writes the document as one HTML file without anything outside it, that screen readers and
 * printers can use.
 *
 * Returns: TRUE, or FALSE with STYR_REPORT_ERROR set and the old file as it was
 */
gboolean
styr_report_write_html (StyrDossier *dossier,
                        const StyrReportInfo *info,
                        const char *path,
                        GError **error)
{
  g_autoptr (StyrReport) report = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (dossier), FALSE);
  g_return_val_if_fail (info != NULL && path != NULL, FALSE);

  report = styr_report_new (dossier, info);
  return styr_report_save_html (report, path, error);
}
