/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-names.h"

#include <string.h>

static char *
dup_key (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

/* "• 3. kultur- och fritidsnämnden;" becomes "Kultur- och fritidsnämnden". */
static char *
dup_cleaned (const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  const char *start = valid;
  g_autofree char *first = NULL;
  char *end;

  while (*start != '\0' && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = valid + strlen (valid);
  while (end > start && (g_ascii_isspace (end[-1]) || strchr (",;.", end[-1]) != NULL))
    *--end = '\0';
  if (*start == '\0')
    return NULL;
  first = g_utf8_strup (start, g_utf8_next_char (start) - start);
  return g_strconcat (first, g_utf8_next_char (start), NULL);
}

/**
 * styr_unit_names_clean:
 * @pasted: (nullable): lines as people paste them
 *
 * Returns: (transfer full): the names without bullets, numbers and blanks, each once, with a
 * capital
 */
char **
styr_unit_names_clean (const char *const *pasted)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; pasted != NULL && pasted[i] != NULL; i++)
    {
      g_autofree char *name = dup_cleaned (pasted[i]);

      if (name != NULL && g_hash_table_add (seen, dup_key (name)))
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/* The initials of the words; small words in between (och, för, i …) don't count. With @letters the
 * first word gives more than one. */
static char *
dup_initials (const char *name, const char *type_word, glong letters)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -–", -1);
  GString *initials = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      g_autofree char *start = NULL;
      g_autofree char *upper = NULL;

      if (length == 0 || (!first && length <= 3 && g_unichar_islower (g_utf8_get_char (words[i]))))
        continue;
      start = g_utf8_substring (words[i], 0, 1);
      upper = g_utf8_strup (start, -1);
      g_string_append (initials, upper);
      if (first && letters > 1)
        {
          g_autofree char *more = g_utf8_substring (words[i], 1, MIN (letters, length));

          g_string_append (initials, more);
        }
      first = FALSE;
    }
  if (type_word != NULL && *type_word != '\0')
    {
      g_autofree char *key = dup_key (name);
      g_autofree char *word = dup_key (type_word);

      if (g_str_has_suffix (key, word) && strlen (key) > strlen (word))
        {
          g_autofree char *start = g_utf8_substring (type_word, 0, 1);
          g_autofree char *upper = g_utf8_strup (start, -1);

          g_string_append (initials, upper);
        }
    }
  return g_string_free (initials, FALSE);
}

/**
 * styr_unit_names_dup_short:
 * @type_word: (nullable): the word for the body that names end in ("nämnden"), from the model
 * @taken: set of the short names that are in use; the new one is added
 *
 * Returns: (transfer full): initials that no other unit has: "Kultur- och fritidsnämnden" gives KFN
 */
char *
styr_unit_names_dup_short (const char *name, const char *type_word, GHashTable *taken)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (name != NULL && taken != NULL, NULL);

  for (glong letters = 1; letters <= 6; letters++)
    {
      g_autofree char *candidate = dup_initials (name, type_word, letters);

      if (g_hash_table_add (taken, g_strdup (candidate)))
        return g_steal_pointer (&candidate);
    }
  plain = g_strdup (name);
  g_hash_table_add (taken, g_strdup (plain));
  return g_steal_pointer (&plain);
}
