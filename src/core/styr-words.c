/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-words.h"

#include "styr-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The lists of a file; those of a kind of clause may be left out */
static const struct
{
  const char *name, *clause;
} lists[] = {
  { "hardToFollowUp", NULL },
  { "goalLanguage", NULL },
  { "clauseAdopts", "adopt" },
  { "clauseRevokes", "revoke" },
  { "clauseCommissions", "commission" },
  { "clauseInterim", "interim" },
  { "clauseOther", "other" },
};

struct _StyrWords
{
  GRegex *lists[G_N_ELEMENTS (lists)]; /* any of the words */
};

static gboolean
fail (GError **error, const char *name, const char *what)
{
  g_set_error (
      error, STYR_ERROR, STYR_ERROR_FORMAT, _ ("%s: %s isn't a list of words"), name, what);
  return FALSE;
}

/* One word as a pattern: * the rest of a word, # a number, a blank any blanks. */
static void
append_pattern (GString *pattern, const char *word)
{
  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));
      g_autofree char *escaped = NULL;

      if (*c == '*')
        g_string_append (pattern, "\\pL*");
      else if (*c == '#')
        g_string_append (pattern, "\\d+(?:[.,]\\d+)?");
      else if (*c == ' ')
        g_string_append (pattern, "\\s+");
      else
        {
          escaped = g_regex_escape_string (letter, -1);
          g_string_append (pattern, escaped);
        }
    }
}

/* The longest words first, so that what is found is as long as it can be. */
static int
compare_length (gconstpointer a, gconstpointer b)
{
  glong one = g_utf8_strlen (*(const char *const *) a, -1);
  glong two = g_utf8_strlen (*(const char *const *) b, -1);

  return one > two ? -1 : one < two;
}

static GRegex *
make_regex (JsonArray *array, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) pattern = g_string_new ("(?<![\\pL\\d])(?:");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
          json_node_get_string (node)[0] != '\0')
        g_ptr_array_add (words, (gpointer) json_node_get_string (node));
    }
  if (words->len == 0)
    return g_regex_new ("(?!)", 0, 0, error);
  g_ptr_array_sort (words, compare_length);
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append_c (pattern, '|');
      append_pattern (pattern, words->pdata[i]);
    }
  g_string_append (pattern, ")(?![\\pL\\d])");
  return g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, error);
}

static gboolean
read_lists (StyrWords *self, JsonObject *root, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *node = json_object_get_member (root, lists[i].name);

      if (node == NULL && lists[i].clause != NULL)
        continue;
      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        return fail (error, name, lists[i].name);
      self->lists[i] = make_regex (json_node_get_array (node), error);
      if (self->lists[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * styr_words_new_from_bytes:
 * @name: the file's name, for errors
 *
 * Returns: (transfer full) (nullable): NULL with one sentence that names what is wrong
 */
StyrWords *
styr_words_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (StyrWords) self = g_new0 (StyrWords, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, data, (gssize) size, error))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      fail (error, name, name);
      return NULL;
    }
  if (!read_lists (self, json_node_get_object (json_parser_get_root (parser)), name, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
styr_words_free (StyrWords *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (&self->lists[i], g_regex_unref);
  g_free (self);
}

/**
 * styr_words_find:
 * @list: "hardToFollowUp" or "goalLanguage"
 *
 * Where words of a list are met in a text.
 *
 * Returns: (transfer full): StyrWordSpan, in order, none within another
 */
GArray *
styr_words_find (StyrWords *self, const char *list, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StyrWordSpan));
  g_autoptr (GMatchInfo) match = NULL;
  guint i = 0;

  g_return_val_if_fail (self != NULL && list != NULL && text != NULL, spans);

  while (i < G_N_ELEMENTS (lists) && !g_str_equal (lists[i].name, list))
    i++;
  g_return_val_if_fail (i < G_N_ELEMENTS (lists), spans);
  if (self->lists[i] == NULL || !g_utf8_validate (text, -1, NULL))
    return spans;
  g_regex_match (self->lists[i], text, 0, &match);
  while (g_match_info_matches (match))
    {
      int start, end;
      StyrWordSpan span;

      g_match_info_fetch_pos (match, 0, &start, &end);
      span.start = (guint) g_utf8_pointer_to_offset (text, text + start);
      span.end = (guint) g_utf8_pointer_to_offset (text, text + end);
      g_array_append_val (spans, span);
      g_match_info_next (match, NULL);
    }
  return spans;
}

const char *
styr_words_guess_clause (StyrWords *self, const char *text)
{
  const char *clause = NULL;
  guint first = G_MAXUINT;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].clause != NULL)
      {
        g_autoptr (GArray) spans = styr_words_find (self, lists[i].name, text);

        if (spans->len == 0 || g_array_index (spans, StyrWordSpan, 0).start >= first)
          continue;
        first = g_array_index (spans, StyrWordSpan, 0).start;
        clause = lists[i].clause;
      }
  return clause;
}
