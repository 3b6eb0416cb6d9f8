/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-tables.h"
#include "styr-workbook-check.h"
#include "styr-workbook.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

static const StyrWorkbookInfo info = { .title = "Underlag",
                                       .municipality = "Provkommun",
                                       .subject = "Hela kommunen 2024",
                                       .date = "2025-02-14",
                                       .money_unit = "tkr" };

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("styr-workbook-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "underlag å.xlsx", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_written (GPtrArray *tables, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean done = styr_workbook_write (tables, &info, path, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autofree char *other = g_build_filename (fixture->folder, "b.xlsx", NULL);
  g_autofree char *a = NULL, *b = NULL;
  gsize a_length, b_length;

  assert_written (tables, fixture->path);
  assert_written (tables, other);
  g_assert_true (g_file_get_contents (fixture->path, &a, &a_length, NULL));
  g_assert_true (g_file_get_contents (other, &b, &b_length, NULL));
  g_assert_cmpmem (a, a_length, b, b_length);
  g_assert_true (styr_workbook_check (fixture->path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_replaces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  struct stat now;

  g_assert_true (g_file_set_contents (fixture->path, "gammalt", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  assert_written (tables, fixture->path);
  g_assert_cmpint (stat (fixture->path, &now), ==, 0);
  g_assert_cmpint (now.st_mode & 0777, ==, 0640);
  g_assert_cmpint (now.st_size, >, 5000);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_follows_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autofree char *link = g_build_filename (fixture->folder, "genväg.xlsx", NULL);

  g_assert_true (g_file_set_contents (fixture->path, "gammalt", -1, NULL));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  assert_written (tables, link);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (styr_workbook_check (fixture->path));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "finns inte", "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_workbook_write (tables, &info, path, &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_target_is_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_workbook_write (tables, &info, fixture->folder, &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_true (g_file_test (fixture->folder, G_FILE_TEST_IS_DIR));
}

/* As somebody who isn't root, who may write everywhere. */
static void
test_forbidden_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (g_file_set_contents (fixture->path, "gammalt", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  g_assert_false (styr_workbook_write (tables, &info, fixture->path, &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_content (fixture->path, "gammalt");
  if (geteuid () == NOBODY)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* No file may become larger than @data bytes: the same as a disk that is full, at different places
 * of the writing. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { GPOINTER_TO_UINT (data), GPOINTER_TO_UINT (data) };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (g_file_set_contents (fixture->path, "gammalt", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (styr_workbook_write (tables, &info, fixture->path, &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_content (fixture->path, "gammalt");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_same_name_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  StyrTable *twin = styr_table_new (NULL, "Mål");
  g_autoptr (GError) error = NULL;

  styr_table_add_column (twin, "key", "", STYR_COLUMN_TEXT, 10);
  g_ptr_array_add (tables, twin);
  g_assert_false (styr_workbook_write (tables, &info, fixture->path, &error));
  g_assert_error (error, STYR_REPORT_ERROR, STYR_REPORT_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "Mål"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  StyrTable *table = styr_table_new ("T", "T");
  g_autofree char *text = g_strnfill (100000, 'x');

  styr_table_add_column (table, "a", "A", STYR_COLUMN_TEXT, 10)->wrap = TRUE;
  styr_table_set_text (table, styr_table_add_row (table), "a", text);
  g_ptr_array_add (tables, table);
  assert_written (tables, fixture->path);
}

/* Damage in the middle, at the end, and no archive at all. */
static void
test_check_finds_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) tables = sample_tables_new ();
  g_autofree char *content = NULL;
  gsize length;

  assert_written (tables, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + length / 2, 0x55, 64);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));
  g_assert_false (styr_workbook_check (fixture->path));
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length / 3, NULL));
  g_assert_false (styr_workbook_check (fixture->path));
  g_assert_true (g_file_set_contents (fixture->path, "ingen arbetsbok, bara några ord", -1, NULL));
  g_assert_false (styr_workbook_check (fixture->path));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (styr_workbook_check (fixture->path));
}

static void
append_le (GByteArray *archive, guint32 value, guint bytes)
{
  for (guint i = 0; i < bytes; i++)
    {
      guint8 byte = (guint8) (value >> (8 * i));

      g_byte_array_append (archive, &byte, 1);
    }
}

/* The fields of an entry that the local and the central record share, from the needed version to
 * the length of the extra field. */
static void
append_entry (GByteArray *archive, gsize length)
{
  append_le (archive, 20, 2);
  append_le (archive, 0, 2); /* flags */
  append_le (archive, 0, 2); /* stored */
  append_le (archive, 0, 4); /* time and date */
  append_le (archive, 0, 4); /* the reader doesn't look at the checksum */
  append_le (archive, (guint32) length, 4);
  append_le (archive, (guint32) length, 4);
  append_le (archive, 1, 2); /* the name's length */
  append_le (archive, 0, 2);
}

/* A sound archive with one part, called "a". */
static void
write_archive (const char *path, const char *part)
{
  g_autoptr (GByteArray) archive = g_byte_array_new ();
  gsize length = strlen (part);
  guint32 central;

  append_le (archive, 0x04034b50, 4);
  append_entry (archive, length);
  g_byte_array_append (archive, (const guint8 *) "a", 1);
  g_byte_array_append (archive, (const guint8 *) part, (guint) length);
  central = archive->len;
  append_le (archive, 0x02014b50, 4);
  append_le (archive, 20, 2);
  append_entry (archive, length);
  for (guint i = 0; i < 14; i++) /* comment, disk, attributes, place of the local record */
    append_le (archive, 0, 1);
  g_byte_array_append (archive, (const guint8 *) "a", 1);
  append_le (archive, 0x06054b50, 4);
  append_le (archive, 0, 4);
  append_le (archive, 1, 2);
  append_le (archive, 1, 2);
  append_le (archive, archive->len - central - 12, 4);
  append_le (archive, central, 4);
  append_le (archive, 0, 2);
  g_assert_true (g_file_set_contents (path, (const char *) archive->data, archive->len, NULL));
}

/* A part that was cut short before it was packed: only its end tells. */
static void
test_check_finds_cut_part (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *part;
    gboolean whole;
  } cases[] = {
    { "<?xml version=\"1.0\"?>\n<worksheet a=\"1\"><row/></worksheet>", TRUE },
    { "<?xml version=\"1.0\"?>\n<worksheet a=\"1\"><row/></worksheet>\n", TRUE },
    { "<?xml version=\"1.0\"?>\n<sst/>", TRUE },
    { "<?xml version=\"1.0\"?>\n<worksheet a=\"1\"><row/></workshee", FALSE },
    { "<?xml version=\"1.0\"?>\n<worksheet a=\"1\"><row></row>", FALSE },
    { "<?xml version=\"1.0\"?>\n<workshee", FALSE },
    { "<?xml version=\"1.0\"?>\n", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].part);
      write_archive (fixture->path, cases[i].part);
      g_assert_cmpint (styr_workbook_check (fixture->path), ==, cases[i].whole);
    }
}

static void
add (const char *name, gconstpointer data, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, data, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/workbook/same-bytes", NULL, test_same_bytes);
  add ("/workbook/replaces", NULL, test_replaces);
  add ("/workbook/follows-link", NULL, test_follows_link);
  add ("/workbook/no-folder", NULL, test_no_folder);
  add ("/workbook/target-is-folder", NULL, test_target_is_folder);
  add ("/workbook/forbidden-folder", NULL, test_forbidden_folder);
  add ("/workbook/full/at-once", GUINT_TO_POINTER (100), test_full);
  add ("/workbook/full/in-a-part", GUINT_TO_POINTER (5000), test_full);
  add ("/workbook/full/in-the-archive", GUINT_TO_POINTER (12000), test_full);
  add ("/workbook/same-name-twice", NULL, test_same_name_twice);
  add ("/workbook/long-text", NULL, test_long_text);
  add ("/workbook/check-finds-damage", NULL, test_check_finds_damage);
  add ("/workbook/check-finds-cut-part", NULL, test_check_finds_cut_part);
  return g_test_run ();
}
