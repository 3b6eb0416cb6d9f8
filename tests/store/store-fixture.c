/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

/* As the store's callers do: a write is a function. */
static gboolean
run_sql (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_execute (store, error, data, NULL);
}

gboolean
fixture_fill (StyrStore *store, gpointer data, GError **error)
{
  static const char *const script[] = {
    "INSERT INTO municipality (id, name, first_year) VALUES ('m', 'Exempelby', 2024)",
    "INSERT INTO model (id, package_id, name, status, body) VALUES ('model', 'small', 'Liten', "
    "'decided', '{}')",
    "INSERT INTO unit (id, type, name, position) VALUES ('u1', 'committee', 'Ängnämnden', 1), "
    "('u2', 'department', 'Ängkontoret', 2)",
    "INSERT INTO unit_service (id, committee_id, department_id) VALUES ('s1', 'u1', 'u2')",
    "INSERT INTO document (id, model_id, type, unit_id, year, title, created_at) VALUES "
    "('d1', 'model', 'plan', 'u1', 2024, 'Plan för ängarna', '2024-01-01')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (script); i++)
    if (!styr_store_execute (store, error, script[i], NULL))
      return FALSE;
  return TRUE;
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("styr-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sub", "styrmodell.db", NULL);
  fixture->store = styr_store_open (fixture->path, &error);
  g_assert_no_error (error);
  styr_store_start (fixture->store, "Ny kommun", fixture_fill, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = styr_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Every row of every table but the journal; search without its numbers, which carry no meaning. */
char *
fixture_dump (StyrStore *store)
{
  g_autoptr (GPtrArray) tables = styr_store_select (
      store,
      "table",
      NULL,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'journal' AND name NOT LIKE "
      "'search%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      NULL);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i <= tables->len; i++)
    {
      const char *table = i < tables->len ? styr_record_get_text (tables->pdata[i], "name") : NULL;
      g_autofree char *sql =
          table != NULL
              ? g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2, 3", table)
              : g_strdup ("SELECT kind, ref, title, body FROM search_entry ORDER BY kind, ref");
      g_autoptr (GPtrArray) rows = styr_store_select (store, "row", NULL, sql, NULL);

      for (guint r = 0; r < rows->len; r++)
        {
          g_autofree const char **columns = styr_record_dup_columns (rows->pdata[r]);
          const char *id = styr_record_get_id (rows->pdata[r]);

          g_string_append_printf (
              dump, "%s[%s]", table != NULL ? table : "search", id != NULL ? id : "");
          for (guint c = 0; columns[c] != NULL; c++)
            g_string_append_printf (
                dump, " %s=%s", columns[c], styr_record_get_text (rows->pdata[r], columns[c]));
          g_string_append_c (dump, '\n');
        }
    }
  return g_string_free (dump, FALSE);
}

gboolean
fixture_run (StyrStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = styr_store_write (store, sql, NULL, run_sql, (gpointer) sql, &error);

  g_assert_no_error (error);
  return ok;
}

gboolean
fixture_fails (StyrStore *store, const char *sql, int code)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = styr_store_write (store, sql, NULL, run_sql, (gpointer) sql, &error);

  g_assert_error (error, STYR_STORE_ERROR, code);
  return !ok;
}
