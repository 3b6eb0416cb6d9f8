/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-locale.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/*
 * Swedish order, numbers and dates whatever the system's locale is: a municipality's papers don't
 * change with the machine. ICU is the well-kept way to å ä ö last; a sv_SE locale need not be
 * installed.
 */

#define NARROW_GAP "\302\240" /* no-break space between thousands */

static UCollator *
get_collator (void)
{
  static gsize once;
  static UCollator *collator;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;

      collator = ucol_open ("sv", &status);
      if (U_FAILURE (status))
        g_error ("ICU has no Swedish collation: %s", u_errorName (status));
      ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
      g_once_init_leave (&once, 1);
    }
  return collator;
}

static UChar *
to_utf16 (const char *text, int32_t *length)
{
  int32_t size = (int32_t) strlen (text) + 1;
  UChar *wide = g_new (UChar, size);
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (wide, size, length, text, -1, 0xfffd, NULL, &status);
  return wide;
}

/**
 * styr_collate_key:
 *
 * A key whose strcmp() order is the order people expect: å ä ö last, capitals beside small letters,
 * "10" after "9".
 *
 * Returns: (transfer full): the key, as text
 */
char *
styr_collate_key (const char *text)
{
  int32_t length = 0, size;
  g_autofree UChar *wide = to_utf16 (text != NULL ? text : "", &length);
  uint8_t room[256]; /* most keys are shorter, and made once then */
  uint8_t *key;

  size = ucol_getSortKey (get_collator (), wide, length, room, sizeof room);
  key = g_malloc (size + 1);
  if ((gsize) size <= sizeof room)
    memcpy (key, room, (gsize) size);
  else
    ucol_getSortKey (get_collator (), wide, length, key, size);
  return (char *) key;
}

/** Compares as people sort; see styr_collate_key(). NULL sorts as empty. */
int
styr_collate (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucol_strcollUTF8 (
      get_collator (), a != NULL ? a : "", -1, b != NULL ? b : "", -1, &status);
}

/**
 * styr_format_number:
 *
 * "1 234,5": no-break space between thousands, decimal comma, a true minus sign.
 *
 * @decimals: how many; -1 = as many as the number needs, at most six
 * Returns: (transfer full)
 */
char *
styr_format_number (double value, int decimals)
{
  char digits[64];
  GString *text = g_string_new (NULL);
  char *point;
  gsize whole;

  g_snprintf (digits, sizeof digits, "%.*f", decimals < 0 ? 6 : MIN (decimals, 6), fabs (value));
  for (char *c = digits; *c != '\0'; c++)
    if (*c == ',')
      *c = '.';
  point = strchr (digits, '.');
  if (decimals < 0 && point != NULL)
    {
      char *end = digits + strlen (digits);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
      point = strchr (digits, '.');
    }
  whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  if (value < 0 && strspn (digits, "0.") != strlen (digits))
    g_string_append (text, "−");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, NARROW_GAP);
      g_string_append_c (text, digits[i]);
    }
  if (point != NULL)
    {
      g_string_append_c (text, ',');
      g_string_append (text, point + 1);
    }
  return g_string_free (text, FALSE);
}

/**
 * styr_format_money:
 * @kronor: whole kronor
 * @unit: "kr", "tkr" or "mnkr": what to show it in (mnkr with one decimal)
 *
 * Returns: (transfer full): the number without its unit
 */
char *
styr_format_money (gint64 kronor, const char *unit)
{
  if (g_strcmp0 (unit, "mnkr") == 0)
    return styr_format_number ((double) kronor / 1e6, 1);
  if (g_strcmp0 (unit, "tkr") == 0)
    return styr_format_number ((double) kronor / 1e3, 0);
  return styr_format_number ((double) kronor, 0);
}

/**
 * styr_format_date:
 *
 * Swedish dates are ISO dates; a timestamp is shown as date and time of day.
 *
 * Returns: (transfer full): "" for NULL
 */
char *
styr_format_date (const char *iso_date)
{
  char *shown;

  if (iso_date == NULL)
    return g_strdup ("");
  shown = g_strndup (iso_date, 16);
  if (strlen (shown) > 10)
    shown[10] = ' ';
  return shown;
}

/**
 * styr_format_paragraph:
 * @section_no: (nullable): a § of some minutes, as it was written
 *
 * Some write "45", some "§ 45": it is shown with the sign.
 *
 * Returns: (transfer full): "" for NULL
 */
char *
styr_format_paragraph (const char *section_no)
{
  if (section_no == NULL)
    return g_strdup ("");
  return g_strdup_printf (g_ascii_isdigit (*section_no) ? "§ %s" : "%s", section_no);
}

/**
 * styr_parse_number:
 * @value: (out): the number
 *
 * Reads what a person types: "1 234,5", "1234.5", "−3".
 *
 * Returns: FALSE when it is no number
 */
gboolean
styr_parse_number (const char *text, double *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char *end = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c == ',' || c == '.')
        g_string_append_c (plain, '.');
      else if (c == 0x2212 || c == '-')
        g_string_append_c (plain, '-');
      else if (c >= '0' && c <= '9')
        g_string_append_c (plain, (char) c);
      else
        return FALSE;
    }
  if (plain->len == 0 || strspn (plain->str, "-.") == plain->len)
    return FALSE;
  *value = g_ascii_strtod (plain->str, &end);
  return *end == '\0' && isfinite (*value);
}

/**
 * styr_date_from_iso:
 *
 * Returns: (transfer full) (nullable): NULL when the text doesn't start with a true date as
 * YYYY-MM-DD
 */
GDate *
styr_date_from_iso (const char *iso_date)
{
  int y, m, d;
  GDate *date;

  if (iso_date == NULL || strlen (iso_date) < 10 || iso_date[4] != '-' || iso_date[7] != '-')
    return NULL;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso_date[i]))
      return NULL;
  y = atoi (iso_date);
  m = atoi (iso_date + 5);
  d = atoi (iso_date + 8);
  if (y < 1 || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return NULL;
  date = g_date_new_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return date;
}

char *
styr_date_to_iso (const GDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);
  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/** The day before an ISO date, as another; NULL when it isn't a date. (transfer full) */
char *
styr_date_dup_day_before (const char *iso_date)
{
  g_autoptr (GDate) date = styr_date_from_iso (iso_date);

  if (date == NULL)
    return NULL;
  g_date_subtract_days (date, 1);
  return styr_date_to_iso (date);
}

/* The number of the month whose name, or at least three letters of it, @word is; 0 for none */
static int
month_of_word (const char *word)
{
  static const char *const names[] = { "januari",   "februari", "mars",     "april",
                                       "maj",       "juni",     "juli",     "augusti",
                                       "september", "oktober",  "november", "december" };
  g_autofree char *folded = g_ascii_strdown (word, -1);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  for (guint i = 0; strlen (folded) >= 3 && i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (names[i], folded))
      return (int) i + 1;
  return 0;
}

/* Returns: (transfer full): the text as YYYY-MM-DD if it is written as a date, else as it is */
static char *
dup_as_iso (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize length = strlen (trimmed);
  char word[16];
  int y, m, d, end = 0;

  length = strlen (trimmed);
  if (length == 8 && strspn (trimmed, "0123456789") == length)
    return g_strdup_printf ("%.4s-%.2s-%.2s", trimmed, trimmed + 4, trimmed + 6);
  if (length == 6 && strspn (trimmed, "0123456789") == length)
    return g_strdup_printf ("20%.2s-%.2s-%.2s", trimmed, trimmed + 2, trimmed + 4);
  if (sscanf (trimmed, "%2d/%2d %4d%n", &d, &m, &y, &end) == 3 && trimmed[end] == '\0')
    return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
  if (sscanf (trimmed, "%2d %15s %4d%n", &d, word, &y, &end) == 3 && trimmed[end] == '\0' &&
      (m = month_of_word (word)) > 0)
    return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
  return g_steal_pointer (&trimmed);
}

/**
 * styr_looks_like_date:
 *
 * Returns: whether the text is written as a date, be it that there is no such day: 2024-02-31
 */
gboolean
styr_looks_like_date (const char *text)
{
  g_autofree char *iso = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  iso = dup_as_iso (text);
  return g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", iso, 0, 0);
}

/**
 * styr_parse_date:
 * @iso_date: (out) (transfer full): the date as YYYY-MM-DD
 *
 * Reads 2024-03-31, 20240331, 240331, 31/3 2024 and 31 mars 2024.
 */
gboolean
styr_parse_date (const char *text, char **iso_date)
{
  g_autofree char *iso = NULL;
  g_autoptr (GDate) date = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  iso = dup_as_iso (text);
  if (strlen (iso) != 10 || (date = styr_date_from_iso (iso)) == NULL)
    return FALSE;
  if (iso_date != NULL)
    *iso_date = g_steal_pointer (&iso);
  return TRUE;
}

/**
 * styr_today:
 *
 * Returns: (transfer full): today's date as YYYY-MM-DD. STYR_TODAY overrides it, for pictures and
 * tests that must not change with the calendar.
 */
char *
styr_today (void)
{
  const char *fixed = g_getenv ("STYR_TODAY");
  g_autoptr (GDate) given = styr_date_from_iso (fixed);
  g_autoptr (GDateTime) now = NULL;

  if (given != NULL)
    return styr_date_to_iso (given);
  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}
