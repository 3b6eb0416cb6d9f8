/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-check.h"
#include "styr-locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The words of findings: they come from the model, so that a finding is in the municipality's own
 * language. */

#define SHORT_TEXT 70

/** A text made for this check; it lives as long. */
const char *
styr_check_text (StyrCheck *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return g_string_chunk_insert (self->texts, text);
}

/** Whether a text has nothing but blanks. */
gboolean
styr_text_is_empty (const char *text)
{
  if (text == NULL)
    return TRUE;
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

/** Whether a text can be a reason: a dash is none, nor are dots. NULL says nothing. */
gboolean
styr_text_is_reason (const char *text)
{
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* With the first letter large: a sentence begins with it. */
static const char *
capital (StyrCheck *self, const char *text)
{
  g_autofree char *first = NULL;

  if (text == NULL || text[0] == '\0')
    return "";
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return styr_check_text (self, "%s%s", first, g_utf8_next_char (text));
}

/** The first words of a text, in quotes as a sentence needs them. */
const char *
styr_check_short_text (StyrCheck *self, const char *text)
{
  g_autofree char *one = NULL, *cut = NULL;
  char *space;

  if (styr_text_is_empty (text))
    return _ ("without text");
  one = g_strdelimit (g_strstrip (g_strdup (text)), "\n\t", ' ');
  if (g_utf8_strlen (one, -1) <= SHORT_TEXT)
    return styr_check_text (self, _ ("“%s”"), one);
  cut = g_utf8_substring (one, 0, SHORT_TEXT);
  space = strrchr (cut, ' ');
  if (space != NULL && space > cut + SHORT_TEXT / 2)
    *space = '\0';
  return styr_check_text (self, _ ("“%s …”"), cut);
}

/** A document in a sentence: its title in quotes. */
const char *
styr_check_name_document (StyrCheck *self, const StyrInvDocument *document)
{
  g_return_val_if_fail (document != NULL, "");
  return styr_check_text (self, _ ("“%s”"), document->title);
}

static const char *
name_goal (StyrCheck *self, const StyrInvGoal *goal, gboolean begins)
{
  const char *word =
      goal->kind != NULL && goal->kind->definite != NULL ? goal->kind->definite : _ ("the goal");

  if (begins)
    word = capital (self, word);
  return styr_check_text (self, "%s %s", word, styr_check_short_text (self, goal->text));
}

/** A goal at the beginning of a sentence: “Målområdet ”Klimat och miljö””. */
const char *
styr_check_name_goal (StyrCheck *self, const StyrInvGoal *goal)
{
  g_return_val_if_fail (goal != NULL, "");
  return name_goal (self, goal, TRUE);
}

/** A goal inside a sentence. */
const char *
styr_check_name_goal_later (StyrCheck *self, const StyrInvGoal *goal)
{
  g_return_val_if_fail (goal != NULL, "");
  return name_goal (self, goal, FALSE);
}

/** A unit's name; NULL is the municipality. */
const char *
styr_check_name_unit (const StyrInvUnit *unit)
{
  return unit != NULL ? unit->name : _ ("The municipality");
}

/** A body type in a sentence: “kommunfullmäktige”, “nämnden”. */
const char *
styr_check_name_body (StyrCheck *self, const char *body_type)
{
  const StyrBodyType *type =
      body_type != NULL ? styr_model_find_body_type (self->model, body_type) : NULL;

  if (type == NULL)
    return body_type != NULL ? body_type : _ ("nobody");
  return type->definite != NULL ? type->definite : type->name;
}

static const char *
list_words (StyrCheck *self, GPtrArray *words, const char *last)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 < words->len ? ", " : last);
      g_string_append (list, words->pdata[i]);
    }
  return styr_check_text (self, "%s", list->str);
}

/**
 * styr_check_list_words:
 * @words: char*
 *
 * Words as a list in a sentence: “a, b and c”.
 */
const char *
styr_check_list_words (StyrCheck *self, GPtrArray *words)
{
  g_return_val_if_fail (words != NULL, "");
  return list_words (self, words, C_ ("last of a list", " and "));
}

/** Words of which any will do: “a, b or c”. */
const char *
styr_check_list_choices (StyrCheck *self, GPtrArray *words)
{
  g_return_val_if_fail (words != NULL, "");
  return list_words (self, words, C_ ("last of a list", " or "));
}

/** Document types by name: “verksamhetsplan”, “uppdragsplaner och verksamhetsplaner”. */
const char *
styr_check_name_types (StyrCheck *self, GPtrArray *document_types, gboolean plural)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < document_types->len; i++)
    {
      const StyrDocumentType *type =
          styr_model_find_document_type (self->model, document_types->pdata[i]);
      const char *word = type == NULL                     ? document_types->pdata[i]
                         : plural && type->plural != NULL ? type->plural
                                                          : type->name;

      g_ptr_array_add (words, (gpointer) word);
    }
  return styr_check_list_words (self, words);
}

/** A date as people read it; “no date” for none. */
const char *
styr_check_date (StyrCheck *self, const char *iso_date)
{
  g_autofree char *shown = iso_date != NULL ? styr_format_date (iso_date) : NULL;

  return shown != NULL ? styr_check_text (self, "%s", shown) : _ ("no date");
}

/** A number of goals with the word of their type: “1 övergripande mål”, “inga övergripande mål”. */
const char *
styr_check_count_goals (StyrCheck *self, const StyrGoalType *type, guint n)
{
  g_return_val_if_fail (type != NULL, "");
  if (n == 0)
    /* Translators: the word of a kind of goals, many of them. */
    return styr_check_text (self, _ ("no %s"), type->plural != NULL ? type->plural : type->name);
  return styr_check_text (
      self, "%u %s", n, n == 1 || type->plural == NULL ? type->name : type->plural);
}

/** Bounds in a sentence: “3–5”, “at least 3”, “at most 5”, “exactly 1”. */
const char *
styr_check_bounds (StyrCheck *self, gboolean has_min, int min, gboolean has_max, int max)
{
  if (has_min && has_max && min == max)
    return styr_check_text (self, _ ("exactly %d"), min);
  if (has_min && has_max)
    return styr_check_text (self, "%d–%d", min, max);
  if (has_max && max == 0)
    return _ ("none");
  if (has_max)
    return styr_check_text (self, _ ("at most %d"), max);
  return styr_check_text (self, _ ("at least %d"), min);
}
