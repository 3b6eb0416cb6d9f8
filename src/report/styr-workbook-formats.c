/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-formats.h"

static lxw_format *
new_format (lxw_workbook *workbook, double size, int colour, gboolean bold)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, "Calibri");
  format_set_font_size (format, size);
  format_set_font_color (format, (lxw_color_t) colour);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  return format;
}

/* LibreOffice doesn't draw table styles, so the header cells carry their look themselves. */
static lxw_format *
new_header (lxw_workbook *workbook, gboolean number)
{
  lxw_format *format = new_format (workbook, 10, 0xFFFFFF, TRUE);

  format_set_bg_color (format, STYR_XLSX_HEADER);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (number)
    {
      format_set_align (format, LXW_ALIGN_RIGHT);
      format_set_indent (format, 1);
    }
  return format;
}

/** Makes the formats that all sheets share. @money_unit is borrowed. */
void
styr_xlsx_formats_init (StyrXlsxFormats *self, lxw_workbook *workbook, const char *money_unit)
{
  g_return_if_fail (self != NULL && workbook != NULL);

  self->workbook = workbook;
  self->money_unit = money_unit != NULL ? money_unit : "kr";
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->title = new_format (workbook, 16, STYR_XLSX_INK, TRUE);
  self->intro = new_format (workbook, 10, STYR_XLSX_MUTED, FALSE);
  self->empty = new_format (workbook, 10, STYR_XLSX_MUTED, FALSE);
  format_set_italic (self->empty);
  self->header = new_header (workbook, FALSE);
  self->header_number = new_header (workbook, TRUE);
}

/** Frees what isn't the workbook's own. */
void
styr_xlsx_formats_clear (StyrXlsxFormats *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->cells, g_hash_table_unref);
}

static void
append_decimals (GString *code, int decimals)
{
  for (int i = 0; i < decimals; i++)
    g_string_append (code, i == 0 ? ".0" : "0");
}

/** The number format of a kind, NULL for general. Excel shows , and . in the reader's own language.
 */
const char *
styr_xlsx_formats_number (
    StyrXlsxFormats *self, StyrColumnKind kind, int decimals, char *buffer, gsize size)
{
  g_autoptr (GString) code = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && buffer != NULL, NULL);

  switch (kind)
    {
    case STYR_COLUMN_TEXT:
      return NULL;
    case STYR_COLUMN_ID:
      g_string_append (code, "@");
      break;
    case STYR_COLUMN_DATE:
      g_string_append (code, "yyyy-mm-dd");
      break;
    case STYR_COLUMN_INTEGER:
      g_string_append (code, "#,##0");
      break;
    case STYR_COLUMN_NUMBER:
      if (decimals == 0)
        return NULL;
      g_string_append (code, "#,##0");
      append_decimals (code, decimals);
      break;
    case STYR_COLUMN_PERCENT:
      g_string_append (code, "0");
      append_decimals (code, decimals);
      g_string_append (code, "%");
      break;
    case STYR_COLUMN_MONEY:
      g_string_append (code, "#,##0");
      append_decimals (code, g_str_equal (self->money_unit, "mnkr") ? MAX (decimals, 1) : decimals);
      break;
    default:
      g_assert_not_reached ();
    }
  g_strlcpy (buffer, code->str, size);
  return buffer;
}

/** The value as the sheet holds it: money from whole kronor to the chosen unit, with all its
 * digits. */
double
styr_xlsx_formats_scale (StyrXlsxFormats *self, StyrColumnKind kind, double value)
{
  g_return_val_if_fail (self != NULL, value);

  if (kind != STYR_COLUMN_MONEY)
    return value;
  if (g_str_equal (self->money_unit, "mnkr"))
    return value / 1000000.0;
  return g_str_equal (self->money_unit, "tkr") ? value / 1000.0 : value;
}

static gboolean
is_left_aligned (StyrColumnKind kind)
{
  return kind == STYR_COLUMN_TEXT || kind == STYR_COLUMN_ID || kind == STYR_COLUMN_DATE;
}

static lxw_format *
new_cell (
    StyrXlsxFormats *self, StyrXlsxPart part, StyrColumnKind kind, int decimals, gboolean wrap)
{
  gboolean strong = part == STYR_XLSX_TOTAL || part == STYR_XLSX_HEADING || part == STYR_XLSX_KEY;
  lxw_format *format = new_format (self->workbook,
                                   part == STYR_XLSX_HEADING ? 12 : 10,
                                   part == STYR_XLSX_LINK ? STYR_XLSX_HEADER : STYR_XLSX_INK,
                                   strong);
  char buffer[64];
  const char *code = styr_xlsx_formats_number (self, kind, decimals, buffer, sizeof buffer);

  if (code != NULL)
    format_set_num_format (format, code);
  format_set_align (format, is_left_aligned (kind) ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  if (!is_left_aligned (kind) && part != STYR_XLSX_VALUE)
    format_set_indent (format, 1);
  if (part == STYR_XLSX_VALUE)
    format_set_align (format, LXW_ALIGN_LEFT);
  if (part == STYR_XLSX_HEADING)
    format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
  if (wrap)
    format_set_text_wrap (format);
  if (part == STYR_XLSX_LINK)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (part == STYR_XLSX_BODY)
    {
      format_set_bottom (format, LXW_BORDER_HAIR);
      format_set_bottom_color (format, STYR_XLSX_LINE);
    }
  if (part == STYR_XLSX_TOTAL)
    {
      format_set_bg_color (format, STYR_XLSX_TINT);
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, STYR_XLSX_HEADER);
    }
  return format;
}

/** The format of a cell; owned by the workbook. */
lxw_format *
styr_xlsx_formats_cell (
    StyrXlsxFormats *self, StyrXlsxPart part, StyrColumnKind kind, int decimals, gboolean wrap)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %d", part, kind, decimals, wrap);
  lxw_format *format;

  g_return_val_if_fail (self != NULL, NULL);

  format = g_hash_table_lookup (self->cells, key);
  if (format == NULL)
    {
      format = new_cell (self, part, kind, decimals, wrap);
      g_hash_table_insert (self->cells, g_steal_pointer (&key), format);
    }
  return format;
}
