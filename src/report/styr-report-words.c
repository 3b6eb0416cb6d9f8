/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-words.h"

#include <glib/gi18n-lib.h>

/** "● Uppfyllt"; (transfer full), NULL for NULL. */
char *
styr_words_dup_grade (const StyrGrade *grade)
{
  if (grade == NULL)
    return NULL;
  if (grade->symbol == NULL)
    return g_strdup (grade->label);
  return g_strdup_printf ("%s %s", grade->symbol, grade->label);
}

/** The trend with its arrow. */
const char *
styr_words_get_trend (StyrTrend trend)
{
  switch (trend)
    {
    case STYR_TREND_IMPROVED:
      return _ ("↗ Improved");
    case STYR_TREND_UNCHANGED:
      return _ ("→ Unchanged");
    case STYR_TREND_WORSENED:
      return _ ("↘ Worsened");
    case STYR_TREND_UNKNOWN:
    default:
      return _ ("· Unknown");
    }
}

/** How far an activity or a measure has come. */
const char *
styr_words_get_progress (StyrProgress progress)
{
  switch (progress)
    {
    case STYR_PROGRESS_ONGOING:
      return C_ ("progress", "Ongoing");
    case STYR_PROGRESS_DONE:
      return C_ ("progress", "Done");
    case STYR_PROGRESS_STOPPED:
      return C_ ("progress", "Stopped");
    case STYR_PROGRESS_PLANNED:
    default:
      return C_ ("progress", "Planned");
    }
}

/** Whether a criterion is met: the database's "yes" "partly" "no" "unknown"; NULL for NULL. */
const char *
styr_words_get_is_met (const char *is_met)
{
  if (is_met == NULL)
    return NULL;
  if (g_str_equal (is_met, "yes"))
    return C_ ("criterion", "● Yes");
  if (g_str_equal (is_met, "partly"))
    return C_ ("criterion", "◐ Partly");
  if (g_str_equal (is_met, "no"))
    return C_ ("criterion", "○ No");
  return C_ ("criterion", "? Unknown");
}

/** How one tells that a goal is reached. */
const char *
styr_words_get_criterion_kind (StyrCriterionKind kind)
{
  switch (kind)
    {
    case STYR_CRITERION_NUMBER:
      return C_ ("criterion", "Number");
    case STYR_CRITERION_EVENT:
      return C_ ("criterion", "Event");
    case STYR_CRITERION_TEXT:
    default:
      return C_ ("criterion", "Text");
    }
}

/** A document's status. */
const char *
styr_words_get_status (StyrDocumentStatus status)
{
  switch (status)
    {
    case STYR_DOCUMENT_PREPARED:
      return C_ ("status", "Prepared");
    case STYR_DOCUMENT_CONSULTATION:
      return C_ ("status", "Out for consultation");
    case STYR_DOCUMENT_DECIDED:
      return C_ ("status", "Decided");
    case STYR_DOCUMENT_PUBLISHED:
      return C_ ("status", "Published");
    case STYR_DOCUMENT_SUPERSEDED:
      return C_ ("status", "Superseded");
    case STYR_DOCUMENT_REVOKED:
      return C_ ("status", "Revoked");
    case STYR_DOCUMENT_DRAFT:
    default:
      return C_ ("status", "Draft");
    }
}

/** The word with a capital first; (transfer full). */
char *
styr_words_dup_capital (const char *word)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (word == NULL || *word == '\0')
    return g_strdup ("");
  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (word)));
  g_string_append (text, g_utf8_next_char (word));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** The municipality's own word for a term of the glossary, as a heading; (transfer full). */
char *
styr_words_dup_term (StyrModel *model, const char *term, const char *otherwise)
{
  const char *own;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);
  own = styr_model_get_term (model, term);
  return styr_words_dup_capital (own != NULL ? own : otherwise);
}
