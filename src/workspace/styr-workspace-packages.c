/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-paths.h"
#include "styr-workspace-private.h"

#include "styr-locale.h"
#include "styr-model-compare.h"
#include "styr-model-words.h"

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

/* What can't be read is told of, or whoever put it there would look for it in vain. */
static StyrRecord *
describe_fault (const char *path, const GError *error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  StyrRecord *record = styr_record_new ("package", path);

  styr_record_set_text (record, "id", path);
  styr_record_set_text (record, "name", shown);
  styr_record_set_text (record, "path", path);
  styr_record_set_text (record, "fault", error->message);
  styr_record_set_int (record, "has_example", FALSE);
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
      if (model == NULL && g_hash_table_add (seen, g_strdup (path)))
        g_ptr_array_add (found, describe_fault (path, error));
      else if (model != NULL && g_hash_table_add (seen, g_strdup (styr_model_get_id (model))))
        g_ptr_array_add (found, describe (model, path));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  gboolean is_faulty = styr_record_has (*(StyrRecord **) a, "fault");

  if (is_faulty != styr_record_has (*(StyrRecord **) b, "fault"))
    return is_faulty ? 1 : -1;
  if (is_faulty)
    return styr_collate (styr_record_get_text (*(StyrRecord **) a, "name"),
                         styr_record_get_text (*(StyrRecord **) b, "name"));
  return styr_collate (styr_record_get_text (*(StyrRecord **) a, "municipality"),
                       styr_record_get_text (*(StyrRecord **) b, "municipality"));
}

/** Returns: (transfer full): the packages in the program's folders; last those that can't be used,
 * with a "fault" that says why and nothing else but a name and a path */
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

/** Whether the package that comes with the program has an example municipality. */
gboolean
styr_workspace_has_example (const char *package_id)
{
  g_autofree char *name = g_strconcat (package_id, ".json", NULL);
  g_autofree char *path = styr_paths_find_data ("examples", name);

  return path != NULL;
}

/**
 * Returns: (transfer full) (nullable): the package whose example is offered first: that of
 * examples/first.txt, else the first package with an example
 */
char *
styr_workspace_dup_first_example (void)
{
  g_autofree char *path = styr_paths_find_data ("examples", "first.txt");
  g_autofree char *id = NULL;
  g_autoptr (GListModel) packages = NULL;

  if (path != NULL && g_file_get_contents (path, &id, NULL, NULL) &&
      styr_workspace_has_example (g_strstrip (id)))
    return g_steal_pointer (&id);
  packages = styr_workspace_list_packages ();
  for (guint i = 0; i < g_list_model_get_n_items (packages); i++)
    {
      g_autoptr (StyrRecord) package = g_list_model_get_item (packages, i);

      if (styr_record_get_flag (package, "has_example"))
        return g_strdup (styr_record_get_id (package));
    }
  return NULL;
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

      if (styr_record_has (package, "fault"))
        continue;
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

/* Previews ------------------------------------------------------------------------------------ */

static void
set_lines (StyrRecord *record, const char *column, const char *count, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);
  styr_record_set_text (record, column, text->str);
  styr_record_set_int (record, count, lines->len);
}

static GPtrArray *
dup_counts (StyrModel *model)
{
  JsonObject *package = json_node_get_object (styr_model_to_json (model));
  const char *const *kinds = styr_model_get_element_kinds ();
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      guint n = json_object_has_member (package, kinds[i])
                    ? json_array_get_length (json_object_get_array_member (package, kinds[i]))
                    : 0;
      const StyrListWords *words = styr_list_words_find (kinds[i]);

      if (n > 0)
        g_ptr_array_add (lines,
                         g_strdup_printf ("%s: %u",
                                          words != NULL ? styr_model_word (words->title) : kinds[i],
                                          n));
    }
  return lines;
}

static GPtrArray *
dup_sentences (StyrModel *before, StyrModel *after)
{
  g_autoptr (GPtrArray) differences = styr_model_compare (before, after);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (lines, g_strdup (styr_record_get_text (differences->pdata[i], "text")));
  return lines;
}

/**
 * styr_workspace_preview_import:
 *
 * Reads a package and says what an import would do; nothing is written.
 *
 * Returns: (transfer full) (nullable): a record "preview": "name", "municipality", "version",
 * "status", "description", "format", "counts" (a line a list), "differences" (what replacing the
 * shown model would change) and "lost" (what is written and would lose its place, which refuses the
 * import), a line each, with "n_counts", "n_differences" and "n_lost". Errors: BAD_FILE names the
 * place in the file
 */
StyrRecord *
styr_workspace_preview_import (StyrWorkspace *self, const char *path, GError **error)
{
  static const char *const scalars[] = { "municipality", "version", "status", "description" };
  g_autoptr (StyrModel) model = NULL, kept = NULL;
  g_autoptr (StyrRecord) record = NULL;
  g_autoptr (GPtrArray) counts = NULL, differences = NULL, lost = NULL;
  StyrModel *shown;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  model = styr_workspace_load_model_file (path, error);
  if (model == NULL)
    return NULL;
  record = styr_record_new ("preview", styr_model_get_id (model));
  styr_record_set_text (record, "name", styr_model_get_name (model));
  styr_record_set_int (record,
                       "format",
                       json_object_get_int_member (
                           json_node_get_object (styr_model_to_json (model)), "formatVersion"));
  for (guint i = 0; i < G_N_ELEMENTS (scalars); i++)
    styr_record_set_text (record, scalars[i], styr_model_get_text (model, scalars[i]));
  counts = dup_counts (model);
  set_lines (record, "counts", "n_counts", counts);
  shown = styr_workspace_get_model (self);
  if (shown == NULL)
    return g_steal_pointer (&record);
  kept = styr_workspace_keep_decision (self, model, error);
  if (kept == NULL)
    return NULL;
  differences = dup_sentences (shown, kept);
  set_lines (record, "differences", "n_differences", differences);
  lost = styr_workspace_dup_lost (self, styr_workspace_get_model_id (self), shown, model, error);
  if (lost == NULL)
    return NULL;
  set_lines (record, "lost", "n_lost", lost);
  return g_steal_pointer (&record);
}

/** Writes the shown model as a package file. Errors: WRITE */
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
