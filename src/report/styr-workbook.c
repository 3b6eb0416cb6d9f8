/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook.h"

#include "styr-locale.h"
#include "styr-output-file.h"
#include "styr-workbook-check.h"
#include "styr-workbook-sheet.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

/* Noon, so that the day is the same in every time zone. */
static time_t
created_time (const char *date)
{
  g_autoptr (GDate) day = styr_date_from_iso (date);
  g_autoptr (GDateTime) when = NULL;

  if (day == NULL)
    return 0;
  when = g_date_time_new_utc (
      g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day), 12, 0, 0);
  return (time_t) g_date_time_to_unix (when);
}

static lxw_error
set_properties (lxw_workbook *workbook, const StyrWorkbookInfo *info)
{
  lxw_doc_properties properties = { .title = (char *) info->title,
                                    .subject = (char *) info->subject,
                                    .author = (char *) info->municipality,
                                    .company = (char *) info->municipality,
                                    .comments = (char *) _ ("Made with Styrmodell"),
                                    .created = created_time (info->date) };

  return workbook_set_properties (workbook, &properties);
}

static lxw_error
write_sheets (lxw_workbook *workbook,
              GPtrArray *tables,
              const StyrWorkbookInfo *info,
              const char **where)
{
  StyrXlsxFormats formats;
  lxw_error result;

  styr_xlsx_formats_init (&formats, workbook, info->money_unit);
  result = set_properties (workbook, info);
  for (guint i = 0; i < tables->len && result == LXW_NO_ERROR; i++)
    {
      StyrXlsxSheet sheet = { .workbook = workbook,
                              .formats = &formats,
                              .info = info,
                              .tables = tables,
                              .table = g_ptr_array_index (tables, i) };

      *where = styr_table_get_title (sheet.table);
      result = styr_xlsx_sheet_write (&sheet);
      styr_xlsx_sheet_clear (&sheet);
    }
  styr_xlsx_formats_clear (&formats);
  return result;
}

static gboolean
is_file_error (lxw_error error)
{
  return error >= LXW_ERROR_CREATING_XLSX_FILE && error <= LXW_ERROR_ZIP_CLOSE;
}

static void
set_content_error (GError **error, lxw_error code, const char *where)
{
  g_debug ("libxlsxwriter: %s", lxw_strerror (code));
  g_set_error (error,
               STYR_REPORT_ERROR,
               STYR_REPORT_ERROR_CONTENT,
               _ ("The workbook can’t be made: Excel doesn’t allow what is in the sheet “%s” (%d). "
                  "Nothing was changed."),
               where != NULL ? where : "",
               code);
}

/* The library prints numbers with the locale's decimal sign, and a workbook with "14,5" in it is
 * broken. Only this thread's is changed. */
static locale_t
use_decimal_point (locale_t *old)
{
  locale_t own = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));

  *old = own != (locale_t) 0 ? uselocale (own) : (locale_t) 0;
  return own;
}

static void
restore_decimal_sign (locale_t own, locale_t old)
{
  if (own == (locale_t) 0)
    return;
  uselocale (old);
  freelocale (own);
}

static gboolean
write_workbook (StyrOutputFile *output,
                GPtrArray *tables,
                const StyrWorkbookInfo *info,
                GError **error)
{
  lxw_workbook *workbook = workbook_new (styr_output_file_get_temp (output));
  const char *where = NULL;
  lxw_error content, closed;
  int error_number;

  if (workbook == NULL)
    {
      styr_output_file_fail (output, errno, error);
      return FALSE;
    }
  content = write_sheets (workbook, tables, info, &where);
  errno = 0;
  closed = workbook_close (workbook);
  error_number = errno;
  if (content != LXW_NO_ERROR)
    set_content_error (error, content, where);
  else if (is_file_error (closed))
    styr_output_file_fail (output, error_number, error);
  else if (closed != LXW_NO_ERROR)
    set_content_error (error, closed, NULL);
  return content == LXW_NO_ERROR && closed == LXW_NO_ERROR;
}

/**
 * styr_workbook_write:
 * @tables: (element-type StyrTable): one sheet each, in order; a table without a name is a page to
 * read
 * @info: the document's properties and the unit of its amounts
 * @path: the target
 *
 * Writes an Excel workbook beside @path, looks it through, and then puts it in place: on failure
 * the old file is as it was.
 *
 * Returns: TRUE, or FALSE with STYR_REPORT_ERROR set
 */
gboolean
styr_workbook_write (GPtrArray *tables,
                     const StyrWorkbookInfo *info,
                     const char *path,
                     GError **error)
{
  g_autoptr (StyrOutputFile) output = NULL;
  locale_t own, old;
  gboolean written;

  g_return_val_if_fail (tables != NULL && tables->len > 0, FALSE);
  g_return_val_if_fail (info != NULL && path != NULL, FALSE);

  output = styr_output_file_new (path, error);
  if (output == NULL)
    return FALSE;
  own = use_decimal_point (&old);
  written = write_workbook (output, tables, info, error);
  restore_decimal_sign (own, old);
  if (!written)
    return FALSE;
  if (!styr_workbook_check (styr_output_file_get_temp (output)))
    {
      styr_output_file_fail (output, ENOSPC, error);
      return FALSE;
    }
  return styr_output_file_commit (output, error);
}
