/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-json-check.h"

#include "styr-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/*
 * A strict reading of JSON that keeps nothing, before a parser gets it: json-glib recurses without
 * an end, keeps the last of two members with one key, cuts a text at a NUL, lets a number overflow
 * and takes comments. What is refused is refused with its place in the file.
 */

#define MAX_NUMBER 64 /* characters */

typedef struct
{
  const char *start, *at, *end;
  guint depth, most_depth, values, most_values;
  GString *path;
  GError **error;
} Check;

static gboolean check_value (Check *self);

/* Lines and characters are counted only when something is wrong. */
static gboolean
fail (Check *self, const char *what)
{
  guint line = 1;
  const char *begin = self->start;

  for (const char *c = self->start; c < self->at; c++)
    if (*c == '\n')
      {
        line++;
        begin = c + 1;
      }
  if (what != NULL)
    g_set_error (self->error,
                 STYR_ERROR,
                 STYR_ERROR_FORMAT,
                 /* Translators: what is wrong, then where */
                 _ ("%s%s%s (line %u)"),
                 self->path->str,
                 self->path->len > 0 ? ": " : "",
                 what,
                 line);
  else
    g_set_error (self->error,
                 STYR_ERROR,
                 STYR_ERROR_FORMAT,
                 _ ("the file is no valid JSON (line %u, character %u)"),
                 line,
                 (guint) g_utf8_strlen (begin, self->at - begin) + 1);
  return FALSE;
}

static void
skip_space (Check *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
take (Check *self, char c)
{
  if (self->at >= self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Four hexadecimal digits after \u; -1 when they aren't. */
static int
read_hex (Check *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;
  for (int i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (*self->at);
    }
  return value;
}

static gboolean
check_unicode (Check *self, GString *text)
{
  int code = read_hex (self), low;
  gunichar letter;

  if (code < 0)
    return fail (self, NULL);
  letter = (gunichar) code;
  if (code >= 0xD800 && code <= 0xDBFF)
    {
      low = take (self, '\\') && take (self, 'u') ? read_hex (self) : -1;
      if (low < 0xDC00 || low > 0xDFFF)
        return fail (self, _ ("a character is broken off"));
      letter = 0x10000 + (((gunichar) code - 0xD800) << 10) + ((gunichar) low - 0xDC00);
    }
  else if (code >= 0xDC00 && code <= 0xDFFF)
    return fail (self, _ ("a character is broken off"));
  if (letter == 0)
    return fail (self, _ ("a text holds the character NUL"));
  if (text != NULL)
    g_string_append_unichar (text, letter);
  return TRUE;
}

static gboolean
check_escape (Check *self, GString *text)
{
  char c;

  if (self->at >= self->end)
    return fail (self, NULL);
  c = *self->at++;
  if (c == 'u')
    return check_unicode (self, text);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return fail (self, NULL);
  /* Of keys only the same must look the same: \/ is the one that has another way to be written. */
  if (text != NULL && c != '/')
    g_string_append_c (text, '\\');
  if (text != NULL)
    g_string_append_c (text, c);
  return TRUE;
}

/* @text: (nullable): what was read, to compare keys by */
static gboolean
check_string (Check *self, GString *text)
{
  if (!take (self, '"'))
    return fail (self, NULL);
  while (self->at < self->end)
    {
      char c = *self->at++;

      if (c == '"')
        return TRUE;
      if ((guchar) c < 0x20)
        return fail (self, NULL);
      if (c == '\\' ? !check_escape (self, text) : FALSE)
        return FALSE;
      if (c != '\\' && text != NULL)
        g_string_append_c (text, c);
    }
  return fail (self, NULL);
}

static gboolean
take_digits (Check *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > first;
}

static gboolean
check_number (Check *self)
{
  const char *first = self->at;
  g_autofree char *text = NULL;
  gboolean whole = TRUE;

  take (self, '-');
  if (take (self, '0') ? FALSE : !take_digits (self))
    return fail (self, NULL);
  if (take (self, '.'))
    {
      whole = FALSE;
      if (!take_digits (self))
        return fail (self, NULL);
    }
  if (take (self, 'e') || take (self, 'E'))
    {
      whole = FALSE;
      if (!take (self, '+'))
        take (self, '-');
      if (!take_digits (self))
        return fail (self, NULL);
    }
  if (self->at - first > MAX_NUMBER || (whole && self->at - first > 18))
    return fail (self, _ ("the number is too large"));
  text = g_strndup (first, (gsize) (self->at - first));
  return isfinite (g_ascii_strtod (text, NULL)) || fail (self, _ ("the number is too large"));
}

static gboolean
check_word (Check *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || strncmp (self->at, word, length) != 0)
    return fail (self, NULL);
  self->at += length;
  return TRUE;
}

static gboolean
enter (Check *self)
{
  if (++self->depth > self->most_depth)
    return fail (self, _ ("the file is nested too deeply"));
  self->at++;
  skip_space (self);
  return TRUE;
}

static gboolean
check_member (Check *self, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gsize length = self->path->len;

  skip_space (self);
  if (!check_string (self, key))
    return FALSE;
  if (!g_utf8_validate (key->str, -1, NULL))
    return fail (self, NULL);
  g_string_append_printf (
      self->path, "%s%.*s", length > 0 ? "." : "", (int) MIN (key->len, 60), key->str);
  if (!g_hash_table_add (keys, g_strdup (key->str)))
    return fail (self, _ ("the key is there twice"));
  skip_space (self);
  if (!take (self, ':'))
    return fail (self, NULL);
  if (!check_value (self))
    return FALSE;
  g_string_truncate (self->path, length);
  return TRUE;
}

static gboolean
check_object (Check *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!enter (self))
    return FALSE;
  if (!take (self, '}'))
    for (;;)
      {
        if (!check_member (self, keys))
          return FALSE;
        if (take (self, '}'))
          break;
        if (!take (self, ','))
          return fail (self, NULL);
      }
  self->depth--;
  return TRUE;
}

static gboolean
check_array (Check *self)
{
  gsize length = self->path->len;

  if (!enter (self))
    return FALSE;
  if (!take (self, ']'))
    for (guint i = 0;; i++)
      {
        g_string_append_printf (self->path, "[%u]", i);
        if (!check_value (self))
          return FALSE;
        g_string_truncate (self->path, length);
        if (take (self, ']'))
          break;
        if (!take (self, ','))
          return fail (self, NULL);
      }
  self->depth--;
  return TRUE;
}

/* A value and the space around it. */
static gboolean
check_value (Check *self)
{
  gboolean good;

  skip_space (self);
  if (++self->values > self->most_values)
    return fail (self, _ ("the file holds too much for a steering model"));
  if (self->at >= self->end)
    return fail (self, NULL);
  if (*self->at == '{')
    good = check_object (self);
  else if (*self->at == '[')
    good = check_array (self);
  else if (*self->at == '"')
    good = check_string (self, NULL);
  else if (*self->at == 't')
    good = check_word (self, "true");
  else if (*self->at == 'f')
    good = check_word (self, "false");
  else if (*self->at == 'n')
    good = check_word (self, "null");
  else
    good = check_number (self);
  if (good)
    skip_space (self);
  return good;
}

/**
 * styr_json_check:
 * @text: UTF-8, checked before
 * @most_depth: how many brackets may nest
 * @most_values: how many values there may be in all
 *
 * Whether @text is JSON that can be read without losing anything: one value, no key twice in an
 * object, no NUL and no broken character in a text, no number too large. Otherwise @error names the
 * path or the line.
 */
gboolean
styr_json_check (
    const char *text, gsize length, guint most_depth, guint most_values, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Check self = { text, text, text + length, 0, most_depth, 0, most_values, path, error };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  if (length == 0)
    return fail (&self, NULL);
  if (!check_value (&self))
    return FALSE;
  return self.at == self.end || fail (&self, NULL);
}
