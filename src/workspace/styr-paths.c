/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-paths.h"

/* The folder of the running program; NULL when the system doesn't tell. */
static char *
dup_program_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

static gboolean
runs_from_build_tree (const char *program_dir)
{
  return program_dir != NULL && g_str_has_prefix (program_dir, STYR_BUILD_ROOT G_DIR_SEPARATOR_S);
}

static char *
dup_share (const char *program_dir, const char *name)
{
  return program_dir != NULL ? g_build_filename (program_dir, "..", "share", name, NULL) : NULL;
}

/**
 * styr_paths_dup_data_dirs:
 *
 * Where the program's own data (models, examples) may be, in the order to look: STYR_DATA_DIR, the
 * source tree when the program runs from its build tree, beside the installed program (so that an
 * installation can be moved), the configured folder.
 *
 * Returns: (transfer full): free with g_strfreev()
 */
char **
styr_paths_dup_data_dirs (void)
{
  g_autoptr (GStrvBuilder) dirs = g_strv_builder_new ();
  g_autofree char *program_dir = dup_program_dir ();
  g_autofree char *beside = dup_share (program_dir, "styrmodell");
  const char *given = g_getenv ("STYR_DATA_DIR");

  if (given != NULL && *given != '\0')
    g_strv_builder_add (dirs, given);
  if (runs_from_build_tree (program_dir))
    g_strv_builder_add (dirs, STYR_SOURCE_ROOT G_DIR_SEPARATOR_S "data");
  if (beside != NULL)
    g_strv_builder_add (dirs, beside);
  g_strv_builder_add (dirs, STYR_PKGDATADIR);
  return g_strv_builder_end (dirs);
}

/** Returns: (transfer full): the folder of the translations, by the same rule as the data;
 * STYR_LOCALE_DIR goes first */
char *
styr_paths_dup_locale_dir (void)
{
  g_autofree char *program_dir = dup_program_dir ();
  g_autofree char *beside = dup_share (program_dir, "locale");
  const char *given = g_getenv ("STYR_LOCALE_DIR");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  if (runs_from_build_tree (program_dir))
    return g_build_filename (STYR_BUILD_ROOT, "po", NULL);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&beside);
  return g_strdup (STYR_LOCALEDIR);
}

/** Returns: (transfer full) (nullable): the first existing file @folder/@name of the data folders
 */
char *
styr_paths_find_data (const char *folder, const char *name)
{
  g_auto (GStrv) dirs = NULL;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);

  dirs = styr_paths_dup_data_dirs ();
  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (dirs[i], folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}
