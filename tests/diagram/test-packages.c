/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-scene.h"

#include <locale.h>
#include <string.h>

/* Every picture of every package, and of one unlike them all: each block that has a place is there
 * once, and nothing else. */

static void
check_picture (StyrModel *model, const StyrPicture *picture)
{
  g_autoptr (StyrScene) scene = styr_picture_layout (model, picture->id, NULL);
  guint n = 0;

  g_assert_cmpfloat (styr_scene_get_width (scene), >, 100);
  g_assert_cmpfloat (styr_scene_get_height (scene), >, 100);
  g_assert_cmpuint (strlen (styr_scene_get_alt_text (scene)), >, 40);
  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    n += g_str_has_prefix (styr_scene_get_node (scene, i)->id, "block:");
  g_assert_cmpuint (n, ==, picture->places->len);
  for (guint i = 0; i < picture->places->len; i++)
    {
      const StyrPlace *place = picture->places->pdata[i];
      g_autofree char *id = g_strconcat ("block:", place->block, NULL);
      int index = styr_scene_find_node (scene, id);

      g_assert_cmpint (index, >=, 0);
      g_assert_cmpstr (styr_scene_get_node (scene, (guint) index)->accessible_name, !=, "");
    }
}

static void
test_package (gconstpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_model_new_from_file (file, &error);
  GPtrArray *pictures;

  g_assert_no_error (error);
  pictures = styr_model_get_pictures (model);
  g_assert_cmpuint (pictures->len, >, 0);
  for (guint i = 0; i < pictures->len; i++)
    check_picture (model, pictures->pdata[i]);
}

static void
add (const char *folder, const char *name)
{
  g_autofree char *test = g_strconcat ("/packages/", name, NULL);

  g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_package, g_free);
}

int
main (int argc, char **argv)
{
  g_autofree char *models = NULL;
  g_autofree char *fixtures = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  models = g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", NULL);
  fixtures = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", NULL);
  dir = g_dir_open (models, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      add (models, name);
  add (fixtures, "lugnvik.json");
  return g_test_run ();
}
