/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-field-text.h"

#include "styr-locale.h"
#include "styr-personal-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What people write after an amount, and how many kronor it means. Longest first. */
static const struct
{
  const char *suffix;
  double factor;
} money_suffixes[] = { { "mnkr", 1e6 }, { "mkr", 1e6 }, { "tkr", 1e3 }, { "kr", 1 } };

static double
strip_suffix (const StyrField *field, char *text)
{
  g_assert (text != NULL);

  if (field->kind == STYR_FIELD_PERCENT && g_str_has_suffix (text, "%"))
    text[strlen (text) - 1] = '\0';
  for (gsize i = 0; field->kind == STYR_FIELD_MONEY && i < G_N_ELEMENTS (money_suffixes); i++)
    if (g_str_has_suffix (text, money_suffixes[i].suffix))
      {
        text[strlen (text) - strlen (money_suffixes[i].suffix)] = '\0';
        g_strchomp (text);
        return money_suffixes[i].factor;
      }
  g_strchomp (text);
  return 1;
}

static char *
canonical_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

static gboolean
check_range (const StyrField *field, double value, char **message)
{
  g_autofree char *min = styr_format_number (field->min, 0);
  g_autofree char *max = styr_format_number (field->max, 0);

  if (field->has_min && field->has_max && (value < field->min || value > field->max))
    *message = g_strdup_printf (_ ("Write a number from %s to %s."), min, max);
  else if (field->has_min && value < field->min)
    *message = g_strdup_printf (_ ("Write %s or more."), min);
  else if (field->has_max && value > field->max)
    *message = g_strdup_printf (_ ("Write %s or less."), max);
  return *message == NULL;
}

static gboolean
parse_number (const StyrField *field, const char *text, char **canonical, char **message)
{
  g_autofree char *copy = g_strdup (text);
  double factor = strip_suffix (field, copy);
  double value;

  if (!styr_parse_number (copy, &value) || !isfinite (value * factor))
    {
      *message = g_strdup (_ ("Write a number, for example 1 234,5."));
      return FALSE;
    }
  value *= factor;
  if (field->kind == STYR_FIELD_MONEY)
    value = round (value);
  if (!check_range (field, value, message))
    return FALSE;
  *canonical = canonical_number (value);
  return TRUE;
}

static gboolean
parse_year (const char *text, char **canonical, char **message)
{
  gint64 year;

  if (!g_ascii_string_to_signed (text, 10, 1900, 2200, &year, NULL))
    {
      *message = g_strdup (_ ("Write a year with four figures."));
      return FALSE;
    }
  *canonical = g_strdup_printf ("%d", (int) year);
  return TRUE;
}

/**
 * styr_field_text_explain_date:
 * @text: what was typed, which is no date
 *
 * Returns: what is wrong with it: no such day, or not written as a date
 */
const char *
styr_field_text_explain_date (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return styr_looks_like_date (text) ? _ ("There is no such day.")
                                     : _ ("Write a date as 2026-03-31.");
}

/**
 * styr_field_text_parse:
 * @field: what the text should be
 * @text: what was typed
 * @canonical: (out): the text to store, "" when nothing was typed
 * @message: (out): what is wrong, in one sentence
 *
 * Reads what a person typed, with decimal comma, spaces between thousands and "tkr" allowed.
 *
 * Returns: whether it can be stored; else @message is set
 */
gboolean
styr_field_text_parse (const StyrField *field, const char *text, char **canonical, char **message)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (field != NULL && text != NULL && canonical != NULL && message != NULL,
                        FALSE);

  *canonical = *message = NULL;
  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    {
      *canonical = g_strdup ("");
      return TRUE;
    }
  switch (field->kind)
    {
    case STYR_FIELD_NUMBER:
    case STYR_FIELD_MONEY:
    case STYR_FIELD_PERCENT:
      return parse_number (field, trimmed, canonical, message);
    case STYR_FIELD_YEAR:
      return parse_year (trimmed, canonical, message);
    case STYR_FIELD_DATE:
      if (styr_parse_date (trimmed, canonical))
        return TRUE;
      *message = g_strdup (styr_field_text_explain_date (trimmed));
      return FALSE;
    case STYR_FIELD_TEXT:
      *canonical = g_steal_pointer (&trimmed);
      return TRUE;
    default:
      *canonical = g_strdup (text);
      return TRUE;
    }
}

/**
 * styr_field_text_show:
 * @field: the field
 * @canonical: (nullable): stored text
 *
 * Returns: (transfer full): the text as a person writes it, "" for nothing
 */
char *
styr_field_text_show (const StyrField *field, const char *canonical)
{
  char *end;
  double value;

  g_return_val_if_fail (field != NULL, NULL);

  if (canonical == NULL || *canonical == '\0')
    return g_strdup ("");
  if (field->kind != STYR_FIELD_NUMBER && field->kind != STYR_FIELD_MONEY &&
      field->kind != STYR_FIELD_PERCENT)
    return g_strdup (canonical);
  value = g_ascii_strtod (canonical, &end);
  if (*end != '\0')
    return g_strdup (canonical);
  return styr_format_number (value, -1);
}

/**
 * styr_field_is_short:
 * @field: the field
 *
 * Returns: whether several such fields can stand beside each other on one line
 */
gboolean
styr_field_is_short (const StyrField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  switch (field->kind)
    {
    case STYR_FIELD_NUMBER:
    case STYR_FIELD_MONEY:
    case STYR_FIELD_PERCENT:
    case STYR_FIELD_YEAR:
    case STYR_FIELD_DATE:
    case STYR_FIELD_CHOICE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * styr_field_dup_texts:
 * @field: the field
 *
 * Returns: (transfer full): a copy with its own texts but the same choices; free the texts with
 * styr_field_free_texts()
 */
StyrField
styr_field_dup_texts (const StyrField *field)
{
  StyrField copy = *field;

  copy.id = g_strdup (field->id);
  copy.title = g_strdup (field->title);
  copy.help = g_strdup (field->help);
  copy.unit = g_strdup (field->unit);
  copy.placeholder = g_strdup (field->placeholder);
  copy.document_type = g_strdup (field->document_type);
  return copy;
}

/**
 * styr_field_free_texts:
 * @field: from styr_field_dup_texts()
 *
 * Frees what the copy owns, not the field itself.
 */
void
styr_field_free_texts (StyrField *field)
{
  g_return_if_fail (field != NULL);

  g_free (field->id);
  g_free (field->title);
  g_free (field->help);
  g_free (field->unit);
  g_free (field->placeholder);
  g_free (field->document_type);
}

/**
 * styr_field_text_get_warning:
 * @field: the field
 * @text: what is written in it
 *
 * What is written is public: a personal identity number does not belong in a text.
 *
 * Returns: (nullable): a sentence about what to think of, which doesn't hinder saving
 */
const char *
styr_field_text_get_warning (const StyrField *field, const char *text)
{
  return field->kind <= STYR_FIELD_LONG_TEXT && styr_text_has_personal_number (text)
             ? _ ("This looks like a personal identity number. Such numbers do not belong here.")
             : NULL;
}
