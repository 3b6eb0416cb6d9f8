/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-model.h"

#include <stdlib.h>
#include <string.h>

/*
 * Whatever the bytes, the loader gives a model or a sentence; and a model that it gives is written
 * and read again as the same. With clang: -fsanitize=fuzzer -DSTYR_LIBFUZZER. Without, this program
 * changes the shipped packages at random, from a seed, for a number of rounds:
 *   fuzz-model [seed [rounds]]
 */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
read_again (StyrModel *model)
{
  g_autoptr (GBytes) written = styr_model_to_bytes (model);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) again = styr_model_new_from_bytes (written, "again", &error);
  g_autoptr (GBytes) rewritten = NULL;

  if (again == NULL)
    g_error ("What was written can't be read: %s", error->message);
  rewritten = styr_model_to_bytes (again);
  if (!g_bytes_equal (written, rewritten))
    g_error ("What was read is written as something else");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_model_new_from_bytes (bytes, "fuzz", &error);

  if (model != NULL)
    read_again (model);
  else if (error == NULL || !g_utf8_validate (error->message, -1, NULL))
    g_error ("Refused without a sentence");
  return 0;
}

#ifndef STYR_LIBFUZZER

#define DEFAULT_ROUNDS 120

static GPtrArray *
load_corpus (void)
{
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *folder = g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      GBytes *bytes =
          g_str_has_suffix (name, ".json") ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;

      if (bytes != NULL)
        g_ptr_array_add (corpus, bytes);
    }
  return corpus;
}

/* A piece of the file somewhere else, cut out, doubled, or another byte: what breaks readers. */
static void
mutate (GRand *random, GString *text)
{
  static const char *const pieces[] = { "null",         "[]",    "{}",      "\"\"",
                                        "-1",           "1e308", "\\u0000", "\\ud800",
                                        "999999999999", "true",  "\xff",    "," };
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len);
  gsize length = (gsize) g_rand_int_range (random, 1, 40);
  const char *piece;

  length = MIN (length, text->len - at);
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 2:
      {
        g_autofree char *copy = g_strndup (text->str + at, length);

        g_string_insert_len (
            text, g_rand_int_range (random, 0, (gint32) text->len), copy, (gssize) strlen (copy));
      }
      break;
    case 3:
      piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
      g_string_insert (text, (gssize) at, piece);
      break;
    default:
      /* In place of a value: the file is still JSON, and what it says is wrong. */
      {
        const char *colon = strstr (text->str + at, ": ");
        const char *end = colon != NULL ? strchr (colon, '\n') : NULL;

        if (end == NULL)
          return;
        piece = pieces[g_rand_int_range (random, 0, 6)];
        at = (gsize) (colon + 2 - text->str);
        length = (gsize) (end - colon - 2) - (end[-1] == ',');
        g_string_erase (text, (gssize) at, (gssize) length);
        g_string_insert (text, (gssize) at, piece);
      }
      break;
    }
}

int
main (int argc, char **argv)
{
  guint32 seed = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 2026;
  int rounds = argc > 2 ? atoi (argv[2]) : DEFAULT_ROUNDS;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) corpus = load_corpus ();

  if (corpus->len == 0)
    g_error ("No packages in STYR_DATA_DIR");
  for (guint i = 0; i < corpus->len; i++)
    LLVMFuzzerTestOneInput (g_bytes_get_data (corpus->pdata[i], NULL),
                            g_bytes_get_size (corpus->pdata[i]));
  for (int i = 0; i < rounds; i++)
    {
      GBytes *one = corpus->pdata[g_rand_int_range (random, 0, (gint32) corpus->len)];
      g_autoptr (GString) text =
          g_string_new_len (g_bytes_get_data (one, NULL), (gssize) g_bytes_get_size (one));
      int changes = g_rand_int_range (random, 1, 4);

      for (int j = 0; j < changes && text->len > 0; j++)
        mutate (random, text);
      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
  g_print ("seed %u: %d changed packages read or refused\n", seed, rounds);
  return 0;
}

#endif
