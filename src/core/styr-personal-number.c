/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-personal-number.h"

/* The check digit of the ten last digits (the Luhn algorithm, as the tax agency describes it). */
static gboolean
has_good_check_digit (const char *ten)
{
  int sum = 0;

  for (int i = 0; i < 10; i++)
    {
      int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += product / 10 + product % 10;
    }
  return sum % 10 == 0;
}

static gboolean
is_birth_date (const char *ten)
{
  int month = (ten[2] - '0') * 10 + ten[3] - '0';
  int day = (ten[4] - '0') * 10 + ten[5] - '0';

  if (day > 60)
    day -= 60; /* a coordination number */
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Nearly all texts have too few digits: they need no expression. */
static gboolean
has_ten_digits (const char *text)
{
  int n = 0;

  for (const char *c = text; *c != '\0' && n < 10; c++)
    n += g_ascii_isdigit (*c);
  return n == 10;
}

/**
 * styr_text_has_personal_number:
 * @text: (nullable)
 *
 * Whether the text seems to hold a Swedish personal or coordination number. Plans and reports
 * become public, so the editor warns and a rule finds it; nothing is refused.
 */
gboolean
styr_text_has_personal_number (const char *text)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || !has_ten_digits (text))
    return FALSE;
  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex,
        g_regex_new ("(?<!\\d)(?:19|20)?(\\d{6})[-+ ]?(\\d{4})(?!\\d)", G_REGEX_OPTIMIZE, 0, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *date = g_match_info_fetch (match, 1);
      g_autofree char *number = g_match_info_fetch (match, 2);
      g_autofree char *ten = g_strconcat (date, number, NULL);

      if (is_birth_date (ten) && has_good_check_digit (ten))
        return TRUE;
    }
  return FALSE;
}
