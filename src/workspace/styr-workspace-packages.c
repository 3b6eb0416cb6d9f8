/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-paths.h"
#include "styr-workspace-private.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>

static char *
dup_folded (const char *text)
{
  g_autofree char *normal =
      g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

/** Returns: (transfer full) (nullable): the model in a package file. Errors: BAD_FILE, as
 * styr_workspace_map_error() says */
StyrModel *
styr_workspace_load_model_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  StyrModel *model = styr_model_new_from_file (file, &local);

  if (model == NULL)
    styr_workspace_map_error (g_steal_pointer (&local), path, error);
  return model;
}

static StyrRecord *
describe (StyrModel *model, const char *path)
{
  StyrRecord *record = styr_record_new ("package", styr_model_get_id (model));
  g_autofree char *file = g_strconcat (styr_model_get_id (model), ".json", NULL);
  g_autofree char *example = styr_paths_find_data ("examples", file);

  styr_record_set_text (record, "id", styr_model_get_id (model));
  styr_record_set_text (record, "name", styr_model_get_name (model));
  styr_record_set_text (record, "municipality", styr_model_get_municipality (model));
  styr_record_set_text (record, "description", styr_model_get_text (model, "description"));
  styr_record_set_text (record, "path", path);
  styr_record_set_int (record, "has_example", example != NULL);
  return record;
}

static void
add_packages (GPtrArray *found, GHashTable *seen, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (StyrModel) model = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      model = styr_workspace_load_model_file (path, &error);
      if (model == NULL)
        g_message ("%s", error->message);
      else if (g_hash_table_add (seen, g_strdup (styr_model_get_id (model))))
        g_ptr_array_add (found, describe (model, path));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return styr_collate (styr_record_get_text (*(StyrRecord **) a, "municipality"),
                       styr_record_get_text (*(StyrRecord **) b, "municipality"));
}

/** Returns: (transfer full): the packages that come with the program; a broken one is left out */
GListModel *
styr_workspace_list_packages (void)
{
  g_auto (GStrv) dirs = styr_paths_dup_data_dirs ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StyrRecordList *list = styr_record_list_new ();

  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (dirs[i], "models", NULL);

      add_packages (found, seen, folder);
    }
  g_ptr_array_sort (found, compare_names);
  styr_record_list_update (list, found);
  return G_LIST_MODEL (list);
}

static gboolean
is_called (StyrRecord *package, const char *name)
{
  static const char *const columns[] = { "id", "name", "municipality" };
  g_autofree char *key = dup_folded (name);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *other = dup_folded (styr_record_get_text (package, columns[i]));

      if (g_str_equal (key, other))
        return TRUE;
    }
  return FALSE;
}

static char *
find_package (const char *name, GString *names)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = styr_paths_find_data ("models", file);
  g_autoptr (GListModel) packages = NULL;

  if (path != NULL)
    return g_steal_pointer (&path);
  packages = styr_workspace_list_packages ();
  for (guint i = 0; i < g_list_model_get_n_items (packages); i++)
    {
      g_autoptr (StyrRecord) package = g_list_model_get_item (packages, i);

      if (is_called (package, name))
        return g_strdup (styr_record_get_text (package, "path"));
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", styr_record_get_id (package));
    }
  return NULL;
}

/**
 * styr_workspace_load_package:
 * @name_or_path: a file, or the id, name or municipality of a package that comes with the program
 *
 * Returns: (transfer full) (nullable): the model. Errors: NOT_FOUND names what there is, BAD_FILE
 * the place in the file
 */
StyrModel *
styr_workspace_load_package (const char *name_or_path, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *path = NULL;

  g_return_val_if_fail (name_or_path != NULL, NULL);

  if (g_file_test (name_or_path, G_FILE_TEST_IS_REGULAR) ||
      strchr (name_or_path, G_DIR_SEPARATOR) != NULL)
    return styr_workspace_load_model_file (name_or_path, error);
  path = find_package (name_or_path, names);
  if (path != NULL)
    return styr_workspace_load_model_file (path, error);
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_NOT_FOUND,
               /* Translators: what was asked for, then the names of those there are. */
               _ ("There is no steering model “%s”. There is: %s."),
               name_or_path,
               names->len > 0 ? names->str : "–");
  return NULL;
}

/** Returns: (transfer full): a model with nothing in it but a picture to draw in */
StyrModel *
styr_workspace_new_empty_model (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  StyrModel *model;
  const char *const members[][2] = {
    { "format", "styrmodell-package" },
    { "id", "own" },
    { "name", _ ("Own steering model") },
    { "municipality", _ ("Own municipality") },
    { "status", "draft" },
  };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "formatVersion");
  json_builder_add_int_value (builder, 1);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_builder_set_member_name (builder, members[i][0]);
      json_builder_add_string_value (builder, members[i][1]);
    }
  json_builder_set_member_name (builder, "pictures");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, "model");
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, _ ("Own steering model"));
  json_builder_set_member_name (builder, "template");
  json_builder_add_string_value (builder, "triangle");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  model = styr_model_new_from_json (root, &error);
  if (model == NULL)
    g_critical ("empty model: %s", error->message);
  return model;
}

/** Writes the model in force as a package file. Errors: WRITE */
gboolean
styr_workspace_export_model (StyrWorkspace *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (styr_workspace_get_model (self) != NULL, FALSE);

  if (!styr_workspace_check_target (path, error))
    return FALSE;
  bytes = styr_model_to_bytes (styr_workspace_get_model (self));
  file = g_file_new_for_path (path);
  if (g_file_replace_contents (file,
                               g_bytes_get_data (bytes, NULL),
                               g_bytes_get_size (bytes),
                               NULL,
                               FALSE,
                               G_FILE_CREATE_NONE,
                               NULL,
                               NULL,
                               &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    local->code = G_IO_ERROR_PERMISSION_DENIED; /* the folder is what isn't there */
  styr_workspace_map_error (g_steal_pointer (&local), path, error);
  return FALSE;
}
