/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-page.h"

#include "styr-output-file.h"
#include "styr-workbook.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* As far from the top of what follows as a heading needs, so that it never stands alone at the foot
 * of a page. */
#define HEADING_ROOM 110.0

typedef struct
{
  StyrPage page;
  GArray *parents; /* int: the outline's ids, by level */
} Writer;

static void
set_metadata (cairo_surface_t *surface, const StyrReport *report)
{
  g_autofree char *when = g_strdup_printf ("%sT12:00:00Z", report->date);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, report->municipality);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, report->type);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Styrmodell");
  if (*report->date != '\0')
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, when);
    }
}

static void
add_to_outline (Writer *self, const char *text, guint level)
{
  g_autofree char *place = g_strdup_printf (
      "page=%d pos=[%d %d]", self->page.page, (int) STYR_PAGE_SIDE, (int) self->page.y);
  int parent = CAIRO_PDF_OUTLINE_ROOT, id;

  for (guint i = 0; i < level && i < self->parents->len; i++)
    parent = g_array_index (self->parents, int, i);
  id = cairo_pdf_surface_add_outline (
      self->page.surface, parent, text, place, level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  g_array_set_size (self->parents, MIN (level, self->parents->len));
  g_array_append_val (self->parents, id);
}

static void
add_heading (Writer *self, const StyrReportBlock *block)
{
  static const double sizes[] = { 22, 15, 12, 10.5 };
  static const double above[] = { 0, 20, 14, 10 };
  static const char *const tags[] = { "H1", "H2", "H3", "H4" };
  int level = CLAMP (block->level - 1, 0, 3);
  g_autoptr (PangoLayout) layout = styr_page_new_layout (
      &self->page, block->text, sizes[level], TRUE, styr_page_get_body (&self->page));

  if (self->page.y > STYR_PAGE_TOP)
    self->page.y += above[level];
  if (styr_page_get_room (&self->page) < styr_page_measure (layout) + HEADING_ROOM)
    styr_page_next (&self->page);
  add_to_outline (self, block->text, (guint) level);
  styr_page_ink (&self->page, level <= 1 ? &styr_ink_head : &styr_ink_text);
  styr_page_flow (&self->page, layout, tags[level], STYR_PAGE_SIDE);
  self->page.y += level <= 1 ? 5 : 3;
}

static void
add_text (Writer *self, const StyrReportBlock *block)
{
  gboolean label = block->kind == STYR_BLOCK_LABEL, note = block->kind == STYR_BLOCK_NOTE;
  g_autoptr (PangoLayout) layout = styr_page_new_layout (
      &self->page, block->text, label ? 9.5 : 10.5, label, styr_page_get_body (&self->page));

  if (label)
    self->page.y += 6;
  if (styr_page_get_room (&self->page) < (label ? 46 : 16))
    styr_page_next (&self->page);
  styr_page_ink (&self->page, note || label ? &styr_ink_muted : &styr_ink_text);
  styr_page_flow (&self->page, layout, "P", STYR_PAGE_SIDE);
  self->page.y += label ? 1 : 5;
}

static void
paint_share (StyrPage *page, double x, double width, double height, guint index)
{
  static const StyrInk papers[] = { { 0.169, 0.290, 0.420 },
                                    { 0.561, 0.690, 0.827 },
                                    { 0.835, 0.875, 0.918 },
                                    { 0.957, 0.957, 0.957 },
                                    { 1, 1, 1 } };

  styr_page_ink (page, &papers[MIN (index, G_N_ELEMENTS (papers) - 1)]);
  cairo_rectangle (page->cr, x, page->y, width, height);
  cairo_fill_preserve (page->cr);
  styr_page_ink (page, &styr_ink_text);
  cairo_set_line_width (page->cr, 0.6);
  cairo_stroke (page->cr);
}

static void
show_share (StyrPage *page,
            const StyrReportShare *share,
            double x,
            double width,
            double height,
            guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", share->count);
  g_autofree char *words = g_strdup_printf ("%s %s", share->symbol, share->label);
  g_autoptr (PangoLayout) count = styr_page_new_layout (page, number, 14, TRUE, width - 12);
  g_autoptr (PangoLayout) label = styr_page_new_layout (page, words, 8.5, FALSE, width - 12);
  double used;

  paint_share (page, x, width, height, index);
  styr_page_tag (page, "P");
  styr_page_ink (page, index == 0 ? &styr_ink_white : &styr_ink_text);
  styr_page_show_lines (page, count, x + 6, page->y + 5, 0, height, &used);
  styr_page_show_lines (page, label, x + 6, page->y + 5 + used, 0, height, &used);
  styr_page_untag (page, "P");
}

/* Every grade in the scale's order, none left out: each has room for its words, the rest is shared
 * by count. */
static void
add_bar (Writer *self, const StyrReportBlock *block)
{
  const double height = 50, least = 78;
  double spare = styr_page_get_body (&self->page) - least * block->shares->len, x = STYR_PAGE_SIDE;
  guint total = 0;

  self->page.y += 4;
  if (styr_page_get_room (&self->page) < height + 24)
    styr_page_next (&self->page);
  for (guint i = 0; i < block->shares->len; i++)
    total += ((const StyrReportShare *) g_ptr_array_index (block->shares, i))->count;
  for (guint i = 0; i < block->shares->len; i++)
    {
      const StyrReportShare *share = g_ptr_array_index (block->shares, i);
      double width = spare < 0 ? styr_page_get_body (&self->page) / block->shares->len
                               : least + spare * (total > 0 ? (double) share->count / total
                                                            : 1.0 / block->shares->len);

      show_share (&self->page, share, x, width, height, i);
      x += width;
    }
  self->page.y += height + 8;
}

static void
add_block (Writer *self, const StyrReportBlock *block)
{
  switch (block->kind)
    {
    case STYR_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case STYR_BLOCK_PAIRS:
    case STYR_BLOCK_TABLE:
      styr_page_add_table (&self->page, block);
      break;
    case STYR_BLOCK_BAR:
      add_bar (self, block);
      break;
    case STYR_BLOCK_PARAGRAPH:
    case STYR_BLOCK_NOTE:
    case STYR_BLOCK_LABEL:
    default:
      add_text (self, block);
      break;
    }
}

static void
add_mark (Writer *self)
{
  g_autoptr (PangoLayout) layout =
      styr_page_new_layout (&self->page, _ ("Example data"), 10, TRUE, -1);
  StyrPage *page = &self->page;
  PangoRectangle box;

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &box);
  cairo_rectangle (page->cr,
                   STYR_PAGE_SIDE + 0.8,
                   page->y,
                   (double) box.width / PANGO_SCALE + 14,
                   (double) box.height / PANGO_SCALE + 6);
  cairo_set_source_rgb (page->cr, 0.541, 0.294, 0);
  cairo_set_line_width (page->cr, 1.5);
  cairo_stroke (page->cr);
  page->y += 3;
  cairo_set_source_rgb (page->cr, 0.42, 0.227, 0);
  styr_page_flow (page, layout, "P", STYR_PAGE_SIDE + 7.8);
  page->y += 10;
}

static void
add_title (Writer *self)
{
  const StyrReport *report = self->page.report;
  StyrReportBlock title = { .kind = STYR_BLOCK_HEADING, .level = 1, .text = report->title };
  g_autoptr (PangoLayout) over = styr_page_new_layout (
      &self->page, report->municipality, 11, FALSE, styr_page_get_body (&self->page));

  styr_page_ink (&self->page, &styr_ink_muted);
  styr_page_flow (&self->page, over, "P", STYR_PAGE_SIDE);
  self->page.y += 2;
  add_heading (self, &title);
  self->page.y += 4;
  if (report->is_example)
    add_mark (self);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* One round over the whole paper. The first only counts the pages, for "page 1 of 5". */
static int
write_pages (const StyrReport *report, GByteArray *bytes, int n_pages, cairo_status_t *status)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes,
                                           bytes,
                                           report->is_landscape ? STYR_PAGE_LONG : STYR_PAGE_SHORT,
                                           report->is_landscape ? STYR_PAGE_SHORT : STYR_PAGE_LONG);
  Writer writer = { .page = { .surface = surface,
                              .cr = cairo_create (surface),
                              .report = report,
                              .page = 1,
                              .n_pages = n_pages } };

  g_byte_array_set_size (bytes, 0);
  writer.parents = g_array_new (FALSE, FALSE, sizeof (int));
  set_metadata (surface, report);
  styr_page_begin (&writer.page);
  styr_page_tag (&writer.page, "Document");
  add_title (&writer);
  for (guint i = 0; i < report->blocks->len; i++)
    add_block (&writer, g_ptr_array_index (report->blocks, i));
  styr_page_untag (&writer.page, "Document");
  cairo_show_page (writer.page.cr);
  *status = cairo_status (writer.page.cr);
  cairo_destroy (writer.page.cr);
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  g_array_unref (writer.parents);
  return writer.page.page;
}

/** Writes a paper as A4 pages. */
gboolean
styr_report_save_pdf (StyrReport *self, const char *path, GError **error)
{
  g_autoptr (StyrOutputFile) output = styr_output_file_new (path, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;
  int n_pages;

  if (output == NULL)
    return FALSE;
  n_pages = write_pages (self, bytes, 0, &status);
  write_pages (self, bytes, n_pages, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   STYR_REPORT_ERROR,
                   STYR_REPORT_ERROR_CONTENT,
                   _ ("The PDF can’t be made: %s. Nothing was changed."),
                   cairo_status_to_string (status));
      return FALSE;
    }
  return styr_output_file_write (output, (const char *) bytes->data, bytes->len, error) &&
         styr_output_file_commit (output, error);
}

/**
 * styr_report_write_pdf:
 * @info: what isn't in the dossier; its date is also the file's, so that the same document gives
 * the same bytes
 * @path: the target
 *
 * Writes the document as a tagged PDF on A4, with page numbers, bookmarks and real text.
 *
 * Returns: TRUE, or FALSE with STYR_REPORT_ERROR set and the old file as it was
 */
gboolean
styr_report_write_pdf (StyrDossier *dossier,
                       const StyrReportInfo *info,
                       const char *path,
                       GError **error)
{
  g_autoptr (StyrReport) report = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (dossier), FALSE);
  g_return_val_if_fail (info != NULL && path != NULL, FALSE);

  report = styr_report_new (dossier, info);
  return styr_report_save_pdf (report, path, error);
}
