/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-private.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, message);
  return FALSE;
}

/** Whether @value is an ISO date. @title is the field's name in the sentence. */
gboolean
styr_workspace_check_date (const char *title, const char *value, GError **error)
{
  g_autoptr (GDate) date = styr_date_from_iso (value);

  if (date != NULL && strlen (value) == 10)
    return TRUE;
  return refuse (
      error, _ ("“%s” is to be a date such as 2024-03-31: “%s” isn’t one."), title, value);
}

/* What is said of a day that is to come, and of one before what it follows: the day, then the other
 * day. */
static const struct
{
  const char *ahead, *early;
} days[] = {
  [STYR_DAY_STEP] = { N_ ("The day %s lies ahead. Give the day on which it happened."), NULL },
  [STYR_DAY_DECIDED] = { N_ ("The day of the decision %s lies ahead. Give the day on which the "
                             "decision was taken."),
                         NULL },
  [STYR_DAY_REJECTED] = { N_ ("The day of the rejection %s lies ahead. Give the day on which the "
                              "proposal was rejected."),
                          NULL },
  [STYR_DAY_PUT_OFF] = { N_ ("The day %s lies ahead. Give the day on which the proposal was put "
                             "off."),
                         NULL },
  [STYR_DAY_INFORMED] = { N_ ("The day of the information %s lies ahead. Give the day on which it "
                              "was given."),
                          NULL },
  [STYR_DAY_PUBLISHED] = { N_ ("The day of publication %s lies ahead. Give the day on which the "
                               "document was published."),
                           N_ ("The document can’t have been published on %s: it was decided on "
                               "%s.") },
  [STYR_DAY_REVOKED] = { N_ ("The day of the decision %s lies ahead. Give the day on which it was "
                             "decided to revoke the document. To revoke it from a later day, say "
                             "so in a clause of a decision."),
                         N_ ("The document can’t have been revoked on %s: it was decided on %s.") },
  [STYR_DAY_REVIEWED] = { N_ ("The day of the review %s lies ahead. Give the day on which the "
                              "document was reviewed."),
                          N_ ("The document can’t have been reviewed on %s: it was decided on "
                              "%s.") },
  [STYR_DAY_TOLD] = { N_ ("The day of sending %s lies ahead. Give the day on which the decision "
                          "was "
                          "sent."),
                      N_ ("The decision can’t have been sent on %s: it was taken on %s.") },
  [STYR_DAY_CARRIED_OUT] = { N_ ("The day %s lies ahead. Give the day on which the commission was "
                                 "carried out."),
                             N_ ("The commission can’t have been carried out on %s: it was given "
                                 "on %s.") },
  [STYR_DAY_REPORTED] = { N_ ("The day of the report %s lies ahead. Give the day on which the "
                              "commission was reported back."),
                          N_ ("The commission can’t have been reported back on %s: it was given on "
                              "%s.") },
  [STYR_DAY_ASKED] = { N_ ("The day of sending %s lies ahead. Give the day on which the document "
                           "was sent out for consultation."),
                       NULL },
  [STYR_DAY_ANSWERED] = { N_ ("The day of the answer %s lies ahead. Give the day on which it "
                              "came."),
                          N_ ("The answer can’t have come on %s: it was asked for on %s.") },
};

/**
 * styr_workspace_check_happened:
 * @value: (nullable): an ISO date that somebody gives; no day is none that is wrong
 * @after: (nullable): the day of the step that this one follows
 *
 * Whether what is said to have happened on @value can have: not after today, and not before @after.
 * Only what is given now is asked for; what the database holds from before isn't judged by this.
 * Errors: STYR_WORKSPACE_ERROR_VALUE with the day and what is wrong with it.
 */
gboolean
styr_workspace_check_happened (
    StyrWorkspace *self, StyrDay day, const char *value, const char *after, GError **error)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail ((guint) day < G_N_ELEMENTS (days), FALSE);

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!styr_workspace_check_date (_ ("Date"), value, error))
    return FALSE;
  if (strcmp (value, styr_workspace_get_today (self)) > 0)
    return refuse (error, _ (days[day].ahead), value);
  if (after != NULL && days[day].early != NULL && strcmp (value, after) < 0)
    return refuse (error, _ (days[day].early), value, after);
  return TRUE;
}

static gboolean
parse_canonical (const char *value, gboolean whole, double *number)
{
  char *end = NULL;
  const char *p = value;

  if (*p == '-')
    p++;
  if (!g_ascii_isdigit (*p) || strlen (value) > 30)
    return FALSE;
  for (; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && (whole || *p != '.'))
      return FALSE;
  *number = g_ascii_strtod (value, &end);
  return *end == '\0';
}

/** Whether @value is a number with a decimal point, or with @whole an integer. */
gboolean
styr_workspace_check_number (const char *title, const char *value, gboolean whole, GError **error)
{
  double number;

  if (parse_canonical (value, whole, &number))
    return TRUE;
  if (whole)
    return refuse (error, _ ("“%s” is to be a whole number: “%s” isn’t one."), title, value);
  return refuse (error, _ ("“%s” is to be a number: “%s” isn’t one."), title, value);
}

static gboolean
check_range (const StyrField *field, const char *value, GError **error)
{
  double number = g_ascii_strtod (value, NULL);
  g_autofree char *low = NULL, *high = NULL;

  if ((!field->has_min || number >= field->min) && (!field->has_max || number <= field->max))
    return TRUE;
  low = styr_format_number (field->min, 0);
  high = styr_format_number (field->max, 0);
  if (field->has_min && field->has_max)
    return refuse (error, _ ("“%s” is to be between %s and %s."), field->title, low, high);
  if (field->has_min)
    return refuse (error, _ ("“%s” is to be at least %s."), field->title, low);
  return refuse (error, _ ("“%s” is to be at most %s."), field->title, high);
}

static gboolean
check_choice (const StyrField *field, const char *value, GError **error)
{
  for (guint i = 0; i < field->choices->len; i++)
    {
      const StyrChoice *choice = g_ptr_array_index (field->choices, i);

      if (g_str_equal (choice->id, value))
        return TRUE;
    }
  return refuse (error, _ ("“%s” has no choice “%s”."), field->title, value);
}

static gboolean
check_year (const StyrField *field, const char *value, GError **error)
{
  double year;

  if (parse_canonical (value, TRUE, &year) && year >= FIRST_YEAR && year <= LAST_YEAR)
    return TRUE;
  return refuse (
      error, _ ("“%s” is to be a year such as 2024: “%s” isn’t one."), field->title, value);
}

static gboolean
check_flag (const StyrField *field, const char *value, char **stored, GError **error)
{
  if (g_str_equal (value, "true") || g_str_equal (value, "1"))
    *stored = g_strdup ("true");
  else if (g_str_equal (value, "false") || g_str_equal (value, "0"))
    *stored = g_strdup ("");
  else
    return refuse (error, _ ("“%s” is to be yes or no."), field->title);
  return TRUE;
}

static gboolean
check_reference (StyrWorkspace *self, const StyrField *field, const char *value, GError **error)
{
  g_autoptr (StyrRecord) document =
      styr_store_get (styr_workspace_get_store (self), "document", value, NULL);

  if (document == NULL)
    return refuse (error, _ ("“%s” names a document that isn’t there."), field->title);
  if (field->document_type != NULL && !styr_record_is (document, "type", field->document_type))
    return refuse (error, _ ("“%s” can’t refer to a document of that type."), field->title);
  return TRUE;
}

/**
 * styr_workspace_check_field:
 * @value: (nullable): canonical text; NULL and "" empty the field
 * @stored: (out) (transfer full): the text to store, "" for none
 *
 * Whether @value is what the model's field description can hold. Errors: STYR_WORKSPACE_ERROR_VALUE
 * with the field's title.
 */
gboolean
styr_workspace_check_field (
    StyrWorkspace *self, const StyrField *field, const char *value, char **stored, GError **error)
{
  gboolean good = TRUE;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self) && field != NULL && stored != NULL, FALSE);

  *stored = NULL;
  if (value == NULL || *value == '\0')
    {
      *stored = g_strdup ("");
      return TRUE;
    }
  switch (field->kind)
    {
    case STYR_FIELD_NUMBER:
    case STYR_FIELD_PERCENT:
      good = styr_workspace_check_number (field->title, value, FALSE, error) &&
             check_range (field, value, error);
      break;
    case STYR_FIELD_MONEY:
      good = styr_workspace_check_number (field->title, value, TRUE, error) &&
             check_range (field, value, error);
      break;
    case STYR_FIELD_YEAR:
      good = check_year (field, value, error);
      break;
    case STYR_FIELD_DATE:
      good = styr_workspace_check_date (field->title, value, error);
      break;
    case STYR_FIELD_CHOICE:
      good = check_choice (field, value, error);
      break;
    case STYR_FIELD_FLAG:
      return check_flag (field, value, stored, error);
    case STYR_FIELD_UNIT:
      if (styr_workspace_find_unit (self, value) == NULL)
        good = refuse (error, _ ("“%s” names a unit that isn’t there."), field->title);
      break;
    case STYR_FIELD_REFERENCE:
      good = check_reference (self, field, value, error);
      break;
    case STYR_FIELD_TEXT:
    case STYR_FIELD_LONG_TEXT:
    default:
      break;
    }
  if (good)
    *stored = g_strdup (value);
  return good;
}
