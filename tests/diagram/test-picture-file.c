/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-fixture.h"
#include "styr-picture-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATE "2024-05-14"

typedef struct
{
  char *folder;
  StyrScene *scene;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrModel) model = diagram_fixture_norrkoping ();
  g_autoptr (StyrOverview) overview = diagram_fixture_overview (model, 2024, DATE);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("styr-picture-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->scene = styr_picture_layout (model, NULL, overview);
}

static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
      n++;
    }
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  styr_scene_unref (fixture->scene);
  g_free (fixture->folder);
}

static char *
write_and_read (Fixture *fixture, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_assert_true (
      styr_picture_file_write (fixture->scene, "#5b7c99", path, "En <titel> & mer", DATE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, length, &error));
  g_assert_no_error (error);
  return contents;
}

/* The same scene gives the same bytes, though cairo counts its surfaces and knows the time. */
static void
check_same (Fixture *fixture, const char *name, const char *start)
{
  gsize one_length, other_length;
  g_autofree char *one = write_and_read (fixture, name, &one_length);
  g_autofree char *other = write_and_read (fixture, name, &other_length);

  g_assert_true (memcmp (one, start, strlen (start)) == 0);
  g_assert_cmpmem (one, one_length, other, other_length);
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 1);
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *svg = NULL;

  check_same (fixture, "bild.svg", "<?xml");
  svg = write_and_read (fixture, "bild.SVG", &length);
  g_assert_nonnull (strstr (svg, "<title id=\"title\">En &lt;titel&gt; &amp; mer</title>"));
  g_assert_nonnull (strstr (svg, "<desc id=\"description\">"));
  g_assert_nonnull (strstr (svg, "Uppdragsplaner"));
  g_assert_null (strstr (svg, "base64"));
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  check_same (fixture, "bild.pdf", "%PDF");
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *png = NULL;
  guint32 width;

  check_same (fixture, "bild.png", "\x89PNG");
  png = write_and_read (fixture, "bild.png", &length);
  memcpy (&width, png + 16, sizeof width);
  g_assert_cmpuint (
      GUINT32_FROM_BE (width), ==, (guint32) (styr_scene_get_width (fixture->scene) * 2));
}

/* What couldn't be written says so, and leaves nothing behind. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "saknas/bild.svg", "saknas/bild.pdf", "saknas/bild.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (styr_picture_file_write (fixture->scene, NULL, path, NULL, NULL, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      g_assert_nonnull (strstr (error->message, path));
    }
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 0);
}

/* A folder where the file should be stays what it is, and no temporary file lies beside it. */
static void
test_folder_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bild.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (styr_picture_file_write (fixture->scene, NULL, path, NULL, DATE, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (empty_folder (fixture->folder), ==, 1);
}

static void
test_unknown_kind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bild.gif", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (styr_picture_file_write (fixture->scene, NULL, path, NULL, DATE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = styr_picture_to_png (fixture->scene, NULL, 1000, &error);

  g_assert_null (png);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/diagram/picture/svg", test_svg);
  ADD ("/diagram/picture/pdf", test_pdf);
  ADD ("/diagram/picture/png", test_png);
  ADD ("/diagram/picture/unwritable", test_unwritable);
  ADD ("/diagram/picture/folder-in-the-way", test_folder_in_the_way);
  ADD ("/diagram/picture/unknown-kind", test_unknown_kind);
  ADD ("/diagram/picture/too-large", test_too_large);
  return g_test_run ();
}
