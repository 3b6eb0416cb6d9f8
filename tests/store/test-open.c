/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "styr-sql.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <unistd.h>

static char *
read_all (const char *path, gsize *length)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  return content;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_unit_cb (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_execute (
      store, error, "INSERT INTO unit (id, type, name) VALUES ('ny', 'committee', 'Ny')", NULL);
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
poke (const char *path, gsize offset, const char *bytes, gsize n)
{
  gsize length;
  g_autofree char *content = read_all (path, &length);

  g_assert_cmpuint (length, >, offset + n);
  memcpy (content + offset, bytes, n);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* What can't be opened is refused with the right code, and not one byte of it is changed. */
static void
refuse (Fixture *fixture, int code)
{
  gsize before_length, after_length;
  g_autofree char *before = read_all (fixture->path, &before_length), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (styr_store_open (fixture->path, &error));
  g_assert_error (error, STYR_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "styrmodell.db"));
  after = read_all (fixture->path, &after_length);
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_too_new (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  poke (fixture->path, 60, "\0\0\x03\xe8", 4);
  refuse (fixture, STYR_STORE_ERROR_TOO_NEW);
}

/* A newer schema whose version is still in the log of a program that was killed. */
static void
test_too_new_in_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *db_copy = NULL, *log_copy = NULL, *main_after = NULL, *log_after = NULL;
  gsize db_length, log_length, main_length, log_after_length;
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_sql_run (
      fixture->store, "PRAGMA wal_checkpoint (TRUNCATE); PRAGMA user_version = 1000", NULL));
  db_copy = read_all (fixture->path, &db_length);
  log_copy = read_all (log, &log_length);
  g_assert_cmpuint (log_length, >, 0);
  g_clear_object (&fixture->store); /* folds the log in; put back what a killed program leaves */
  g_assert_true (g_file_set_contents (fixture->path, db_copy, (gssize) db_length, NULL));
  g_assert_true (g_file_set_contents (log, log_copy, (gssize) log_length, NULL));

  g_assert_null (styr_store_open (fixture->path, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_TOO_NEW);
  main_after = read_all (fixture->path, &main_length);
  log_after = read_all (log, &log_after_length);
  g_assert_cmpmem (main_after, main_length, db_copy, db_length);
  g_assert_cmpmem (log_after, log_after_length, log_copy, log_length);
}

static StyrStore *
open_next (Fixture *fixture, const char *next_schema, GError **error)
{
  StyrMigration migrations[] = { { "001-initial.sql", NULL },
                                 { "002-life.sql", NULL },
                                 { NULL, next_schema } };

  return styr_store_open_migrated (fixture->path, migrations, G_N_ELEMENTS (migrations), error);
}

/* The next schema: a copy is kept, the rows are there, and what was done before can't be undone
 * into it. */
static void
test_migration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy_path = g_strconcat (fixture->path, ".before-003", NULL);
  g_autofree char *before = NULL, *copied = NULL;
  g_autoptr (StyrStore) migrated = NULL, copy = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  fixture_run (fixture->store, "UPDATE unit SET name = 'Slåtternämnden' WHERE id = 'u1'");
  before = fixture_dump (fixture->store);
  g_clear_object (&fixture->store);
  migrated = open_next (fixture, "ALTER TABLE unit ADD COLUMN colour TEXT", &error);
  g_assert_no_error (error);
  units = styr_store_list_units (migrated, &error);
  g_assert_cmpuint (units->len, ==, 2);
  g_assert_cmpstr (styr_record_get_text (units->pdata[0], "name"), ==, "Slåtternämnden");
  g_assert_false (styr_store_undo (migrated, NULL));
  fixture_run (migrated, "UPDATE unit SET colour = 'grön' WHERE id = 'u1'");
  g_assert_true (styr_store_undo (migrated, NULL));
  g_assert_false (styr_store_undo (migrated, NULL));
  g_clear_object (&migrated);

  copy = styr_store_open (copy_path, &error);
  g_assert_no_error (error);
  copied = fixture_dump (copy);
  g_assert_cmpstr (copied, ==, before);
  /* and this version of the program now refuses what the next one made */
  g_assert_null (styr_store_open (fixture->path, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_TOO_NEW);
}

/* What the first schema knows of a record: an example of today may say more. */
static void
insert_known (StyrStore *store, const char *table, JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);
  const char *id = json_object_get_string_member_with_default (object, "id", NULL);
  g_autoptr (StyrRecord) record = styr_record_new (table, id);

  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      GType type = json_node_get_value_type (node);
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_autoptr (GPtrArray) known =
          styr_store_select (store,
                             "column",
                             NULL,
                             "SELECT name FROM pragma_table_info (?1) WHERE name = ?2",
                             table,
                             l->data,
                             NULL);

      if (known->len == 0 || g_str_equal (l->data, "id") || g_str_equal (l->data, "model_id"))
        continue;
      if (type == G_TYPE_STRING)
        styr_record_set_text (record, l->data, json_node_get_string (node));
      else if (type == G_TYPE_DOUBLE)
        styr_record_set_text (
            record, l->data, g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
      else if (type == G_TYPE_BOOLEAN)
        styr_record_set_int (record, l->data, json_node_get_boolean (node));
      else
        styr_record_set_int (record, l->data, json_node_get_int (node));
    }
  if (g_str_equal (table, "document"))
    {
      styr_record_set_text (record, "model_id", "model");
      styr_record_set_text (record, "created_at", "2024-01-01");
    }
  g_assert_true (styr_store_insert (store, record, error));
}

static gboolean
insert_example (StyrStore *store, gpointer data, GError **error)
{
  JsonObject *records = json_object_get_object_member (data, "records");
  g_autoptr (GList) tables = json_object_get_members (records);

  for (GList *l = tables; l != NULL; l = l->next)
    {
      JsonArray *rows = json_object_get_array_member (records, l->data);
      g_autoptr (GPtrArray) known = styr_store_select (
          store, "table", NULL, "SELECT name FROM sqlite_master WHERE name = ?1", l->data, NULL);

      for (guint i = 0; known->len > 0 && i < json_array_get_length (rows); i++)
        insert_known (store, l->data, json_array_get_object_element (rows, i), error);
    }
  return TRUE;
}

/* Every row of the tables of the first schema, with its columns only. */
static char *
dump_first (StyrStore *store, GPtrArray *columns)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *table = styr_record_get_text (columns->pdata[i], "name");
      g_autofree char *sql = g_strdup_printf (
          "SELECT %s FROM %s ORDER BY 1", styr_record_get_text (columns->pdata[i], "list"), table);
      g_autoptr (GPtrArray) rows = styr_store_select (store, "row", NULL, sql, NULL);

      g_assert_nonnull (rows);
      for (guint r = 0; r < rows->len; r++)
        g_string_append_printf (
            dump, "%s %s\n", table, styr_record_get_text (rows->pdata[r], "row"));
    }
  return g_string_free (dump, FALSE);
}

static GPtrArray *
list_columns (StyrStore *store)
{
  return styr_store_select (
      store,
      "table",
      NULL,
      "SELECT m.name, (SELECT group_concat ('quote (' || c.name || ')', ' || char (31) || ') "
      "FROM pragma_table_info (m.name) AS c) || ' AS row' AS list "
      "FROM sqlite_master AS m WHERE m.type = 'table' AND m.name NOT LIKE 'search%' "
      "AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'journal' ORDER BY m.name",
      NULL);
}

/* A database of the first schema with a whole example in it: not one value is lost or changed, and
 * a value that is an id is no longer found. */
static void
test_from_first (Fixture *fixture, gconstpointer data)
{
  StyrMigration first[] = { { "001-initial.sql", NULL } };
  g_autofree char *path = g_build_filename (fixture->folder, "first.db", NULL);
  g_autofree char *example =
      g_build_filename (g_getenv ("STYR_DATA_DIR"), "examples", "norrkoping.json", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) columns = NULL, found = NULL, tied = NULL, broken = NULL;
  g_autoptr (GError) error = NULL;
  StyrStore *store = styr_store_open_migrated (path, first, 1, &error);

  g_assert_no_error (error);
  g_assert_true (json_parser_load_from_file (parser, example, &error));
  fixture_run (store,
               "INSERT INTO model (id, package_id, name, status, body) VALUES "
               "('model', 'small', 'Liten', 'decided', '{}')");
  g_assert_true (styr_store_start (store,
                                   "Exempel",
                                   insert_example,
                                   json_node_get_object (json_parser_get_root (parser)),
                                   &error));
  fixture_run (store,
               "INSERT INTO document_value (document_id, owner_id, field, value) "
               "SELECT id, id, 'whose', unit_id FROM document WHERE unit_id IS NOT NULL LIMIT 1");
  /* a goal that goes on: one of its criteria can be told from the others, two can't */
  fixture_run (store,
               "INSERT INTO goal (id, document_id, type, text, recurs_from_id) "
               "SELECT 'goes-on', document_id, type, text, id FROM goal LIMIT 1");
  fixture_run (store,
               "INSERT INTO criterion (id, goal_id, label) "
               "SELECT c.column1, iif (c.column1 < 'n', g.recurs_from_id, g.id), c.column2 "
               "FROM goal AS g JOIN (VALUES ('k1', 'En'), ('k2', 'Lika'), ('k3', 'Lika'), "
               "('n1', 'En'), ('n2', 'Lika'), ('n3', 'Lika')) AS c WHERE g.id = 'goes-on'");
  columns = list_columns (store);
  g_assert_cmpuint (columns->len, >, 15);
  before = dump_first (store, columns);
  g_assert_cmpuint (strlen (before), >, 100000);
  g_object_unref (store);

  store = styr_store_open (path, &error);
  g_assert_no_error (error);
  after = dump_first (store, columns);
  g_assert_cmpstr (after, ==, before);
  found =
      styr_store_select (store,
                         "value",
                         NULL,
                         "SELECT v.value FROM document_value AS v JOIN unit AS u ON u.id = v.value "
                         "JOIN search_entry AS e ON e.body = v.value",
                         NULL);
  g_assert_cmpuint (found->len, ==, 0);
  tied = styr_store_select (store,
                            "criterion",
                            NULL,
                            "SELECT id, recurs_from_id FROM criterion "
                            "WHERE goal_id = 'goes-on' AND recurs_from_id IS NOT NULL",
                            NULL);
  g_assert_cmpuint (tied->len, ==, 1);
  g_assert_cmpstr (styr_record_get_id (tied->pdata[0]), ==, "n1");
  g_assert_cmpstr (styr_record_get_text (tied->pdata[0], "recurs_from_id"), ==, "k1");
  broken = styr_store_select (store, "broken", NULL, "PRAGMA foreign_key_check", NULL);
  g_assert_cmpuint (broken->len, ==, 0);
  g_assert_false (styr_store_undo (store, NULL));
  g_object_unref (store);
}

static void
test_failed_migration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_dump (fixture->store), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_assert_null (open_next (
      fixture,
      "ALTER TABLE unit ADD COLUMN colour TEXT; DELETE FROM unit_service; SELECT nonsense",
      &error));
  g_assert_nonnull (error);
  fixture_reopen (fixture);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_not_ours (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  poke (fixture->path, 68, "abcd", 4);
  refuse (fixture, STYR_STORE_ERROR_NOT_OURS);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rubbish = g_strnfill (8000, 'x');

  g_clear_object (&fixture->store);
  g_assert_true (g_file_set_contents (fixture->path, rubbish, -1, NULL));
  refuse (fixture, STYR_STORE_ERROR_DAMAGED);
}

static void
test_damaged_schema (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rubbish = g_strnfill (3900, '\xa5');
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  poke (fixture->path, 100, rubbish, 3900);
  g_assert_null (styr_store_open (fixture->path, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_DAMAGED);
}

static void
test_folder_is_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "x", "y.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (styr_store_open (below, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_ACCESS);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.db", NULL);
  g_autofree char *ours = fixture_dump (fixture->store), *theirs = NULL;
  g_autoptr (StyrStore) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (styr_store_copy_to (fixture->store, path, &error));
  g_assert_true (styr_store_copy_to (fixture->store, path, &error)); /* replaces the older copy */
  g_assert_no_error (error);
  copy = styr_store_open (path, &error);
  g_assert_no_error (error);
  theirs = fixture_dump (copy);
  g_assert_cmpstr (ours, ==, theirs);
  g_assert_false (styr_store_copy_to (fixture->store, nowhere, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_ACCESS);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrStore) other = styr_store_open (fixture->path, NULL);
  g_autoptr (GPtrArray) ours = NULL, theirs = NULL;

  /* Two that are open beside each other both write, one after the other. */
  fixture_run (other, "UPDATE unit SET name = 'Andras' WHERE id = 'u1'");
  fixture_run (fixture->store, "UPDATE unit SET name = name || ', våra' WHERE id = 'u1'");
  ours = styr_store_select (
      fixture->store, "unit", NULL, "SELECT name FROM unit WHERE id = 'u1'", NULL);
  theirs = styr_store_select (other, "unit", NULL, "SELECT name FROM unit WHERE id = 'u1'", NULL);
  g_assert_cmpstr (styr_record_get_text (ours->pdata[0], "name"), ==, "Andras, våra");
  g_assert_cmpstr (styr_record_get_text (theirs->pdata[0], "name"), ==, "Andras, våra");
}

/* kill -9 in the middle of writes: every pair that was told of is there, and no pair is torn apart.
 */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *writer = g_test_build_filename (G_TEST_BUILT, "store", "store-writer", NULL);

  for (int round = 0; round < 5; round++)
    {
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GDataInputStream) output = NULL;
      g_autoptr (GPtrArray) torn = NULL, rows = NULL;
      g_autofree char *last = NULL;
      char *line;

      fixture_run (fixture->store,
                   "DELETE FROM document_row WHERE id IN (SELECT id FROM document_row)");
      g_clear_object (&fixture->store);
      process =
          g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, writer, fixture->path, NULL);
      output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      for (int i = 0; i < 20 + round * 7; i++)
        {
          line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
          g_assert_nonnull (line);
          g_free (last);
          last = line;
        }
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);
      fixture_reopen (fixture);
      torn = styr_store_select (
          fixture->store,
          "row",
          NULL,
          "SELECT position FROM document_row GROUP BY position HAVING count (*) <> 2",
          NULL);
      g_assert_cmpuint (torn->len, ==, 0);
      rows = styr_store_select (
          fixture->store,
          "row",
          NULL,
          "SELECT position FROM document_row WHERE position = CAST (?1 AS INTEGER)",
          last,
          NULL);
      g_assert_cmpuint (rows->len, ==, 2);
      g_assert_true (styr_store_undo (fixture->store, NULL));
    }
}

/* What is in a folder: a name a line, in order. */
static char *
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

/* Opened to be read: everything is read, nothing can be written, and the folder is as it was. */
static void
read_untouched (const char *path, const char *sql, const char *expected)
{
  g_autofree char *folder = g_path_get_dirname (path), *copy = g_strconcat (path, ".copy", NULL);
  gsize before_length, after_length;
  g_autofree char *before = read_all (path, &before_length), *after = NULL;
  g_autofree char *files_before = list_folder (folder), *files_after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  StyrStore *store = styr_store_open_to_read (path, &error);

  g_assert_no_error (error);
  g_assert_true (styr_store_is_read_only (store));
  rows = styr_store_select (store, "row", &error, sql, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (styr_record_get_text (rows->pdata[0], "value"), ==, expected);
  g_assert_false (styr_store_write (store, "Ny", NULL, add_unit_cb, NULL, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_true (styr_store_copy_to (store, copy, &error));
  g_assert_false (styr_store_write (store, "Ny", NULL, add_unit_cb, NULL, NULL));
  g_object_unref (store);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  files_after = list_folder (folder);
  g_assert_cmpstr (files_before, ==, files_after);
  after = read_all (path, &after_length);
  g_assert_cmpmem (before, before_length, after, after_length);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture_run (fixture->store, "UPDATE unit SET name = 'Slåtternämnden' WHERE id = 'u1'");
  g_clear_object (&fixture->store);
  read_untouched (
      fixture->path, "SELECT name AS value FROM unit WHERE id = 'u1'", "Slåtternämnden");
  g_assert_null (styr_store_open_to_read (missing, &error));
  g_assert_error (error, STYR_STORE_ERROR, STYR_STORE_ERROR_ACCESS);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* One of the first schema is read with today's columns, and stays what it was. */
static void
test_read_first (Fixture *fixture, gconstpointer data)
{
  StyrMigration first[] = { { "001-initial.sql", NULL } };
  g_autofree char *path = g_build_filename (fixture->folder, "first.db", NULL);
  g_autoptr (GError) error = NULL;
  StyrStore *store = styr_store_open_migrated (path, first, 1, &error);

  g_assert_no_error (error);
  fixture_run (store, "INSERT INTO unit (id, type, name) VALUES ('x', 'committee', 'Äldst')");
  g_object_unref (store);
  read_untouched (path,
                  "SELECT name || coalesce (host, '-') || (SELECT count (*) FROM waiver) AS value "
                  "FROM unit WHERE id = 'x'",
                  "Äldst-0");
}

/* While another has it open, and after one that was killed: the log is read, and left. */
static void
test_read_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", "styrmodell.db", NULL);
  g_autofree char *copied_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (copy);
  gsize length, log_length, left_length;
  g_autofree char *content = NULL, *logged = NULL, *left = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;
  StyrStore *store;

  fixture_run (fixture->store, "UPDATE unit SET name = 'I loggen' WHERE id = 'u1'");
  content = read_all (fixture->path, &length);
  logged = read_all (log, &log_length);
  g_assert_cmpuint (log_length, >, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (copied_log, logged, (gssize) log_length, NULL));
  store = styr_store_open_to_read (copy, &error);
  g_assert_no_error (error);
  units = styr_store_select (
      store, "unit", &error, "SELECT name AS value FROM unit WHERE id = 'u1'", NULL);
  g_assert_cmpstr (styr_record_get_text (units->pdata[0], "value"), ==, "I loggen");
  g_object_unref (store);
  left = read_all (copied_log, &left_length);
  g_assert_cmpmem (logged, log_length, left, left_length);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/open/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("private", test_private);
  ADD ("too-new", test_too_new);
  ADD ("too-new-in-log", test_too_new_in_log);
  ADD ("migration", test_migration);
  ADD ("from-first", test_from_first);
  ADD ("failed-migration", test_failed_migration);
  ADD ("not-ours", test_not_ours);
  ADD ("damaged", test_damaged);
  ADD ("damaged-schema", test_damaged_schema);
  ADD ("folder-is-file", test_folder_is_file);
  ADD ("copy", test_copy);
  ADD ("two-open", test_locked);
  ADD ("killed", test_killed);
  ADD ("to-read", test_read);
  ADD ("to-read-first", test_read_first);
  ADD ("to-read-log", test_read_log);
  return g_test_run ();
}
