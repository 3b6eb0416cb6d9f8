/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-store.h"

/* Writes pairs of rows for ever, until somebody kills it: the test looks whether a pair was ever
 * torn apart. */
static gboolean
write_pair (StyrStore *store, gpointer data, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", GPOINTER_TO_INT (data));

  return styr_store_execute (store,
                             error,
                             "INSERT INTO document_row (id, document_id, section, position) VALUES "
                             "('a' || ?1, 'd1', 's', ?1)",
                             number,
                             NULL) &&
         styr_store_execute (store,
                             error,
                             "INSERT INTO document_row (id, document_id, section, position) VALUES "
                             "('b' || ?1, 'd1', 's', ?1)",
                             number,
                             NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrStore) store = styr_store_open (argv[1], &error);

  for (int i = 1; store != NULL &&
                  styr_store_write (store, "par", NULL, write_pair, GINT_TO_POINTER (i), &error);
       i++)
    {
      g_print ("%d\n", i);
    }
  g_printerr ("%s\n", error->message);
  return 1;
}
