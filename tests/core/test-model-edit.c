/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-model.h"
#include "styr-error.h"
#include "styr-json-writer.h"
#include "styr-model-compare.h"
#include "styr-model-references.h"

static JsonNode *
text_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static const char *
get_text (JsonNode *root, const char *path)
{
  JsonNode *node = styr_model_edit_find (root, path);

  return node != NULL ? json_node_get_string (node) : NULL;
}

static void
set_text (JsonNode *root, const char *path, const char *text)
{
  g_autoptr (JsonNode) value = text != NULL ? text_node (text) : NULL;
  g_autoptr (GError) error = NULL;

  styr_model_edit_set (root, path, value, &error);
  g_assert_no_error (error);
}

static char *
first_id (JsonNode *root, const char *list)
{
  JsonArray *array = json_node_get_array (styr_model_edit_find (root, list));

  return g_strdup (json_object_get_string_member (json_array_get_object_element (array, 0), "id"));
}

/* The model that is edited in a copy stays as it is. */
static void
test_set (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autofree char *before = styr_json_write (styr_model_to_json (model), FALSE), *after = NULL;
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  g_autofree char *block = first_id (root, "blocks");
  g_autofree char *name = g_strdup_printf ("blocks/%s/name", block);
  g_autofree char *description = g_strdup_printf ("blocks/%s/description", block);
  g_autoptr (StyrModel) changed = NULL;
  g_autoptr (GError) error = NULL;

  set_text (root, "name", "Ny modell");
  set_text (root, "terminology/department", "förvaltning");
  set_text (root, name, "Nytt block");
  set_text (root, description, "Om blocket");
  changed = styr_model_new_from_json (root, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (styr_model_get_name (changed), ==, "Ny modell");
  g_assert_cmpstr (styr_model_get_term (changed, "department"), ==, "förvaltning");
  g_assert_cmpstr (styr_model_find_block (changed, block)->name, ==, "Nytt block");
  after = styr_json_write (styr_model_to_json (model), FALSE);
  g_assert_cmpstr (before, ==, after);
}

/* What says nothing is left out, and a member that must be there isn't taken for nothing. */
static void
test_empty (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  g_autoptr (JsonNode) empty = text_node ("");
  g_autofree char *block = first_id (root, "blocks");
  g_autofree char *path = g_strdup_printf ("blocks/%s/description", block);

  set_text (root, path, "Om");
  g_assert_cmpstr (get_text (root, path), ==, "Om");
  g_assert_true (styr_model_edit_set (root, path, empty, NULL));
  g_assert_null (styr_model_edit_find (root, path));
  g_assert_true (styr_model_edit_set (root, "name", empty, NULL));
  g_assert_cmpstr (get_text (root, "name"), ==, "");
  g_assert_null (styr_model_new_from_json (root, NULL));
}

static void
test_no_such_place (void)
{
  static const char *const paths[] = { "nothing",       "blocks/none/name", "blocks/[99]",
                                       "name/x",        "terminology/a/b",  "documentTypes/x/y/z",
                                       "blocks/[0]/na", "connectors/[x]",   "" };
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  g_autoptr (JsonNode) value = text_node ("x");
  g_autofree char *before = styr_json_write (root, FALSE);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (styr_model_edit_set (root, paths[i], value, &error));
      g_assert_error (error, STYR_ERROR, STYR_ERROR_VALUE);
      g_clear_error (&error);
      g_assert_false (styr_model_edit_move (root, paths[i], 1, &error));
      g_assert_error (error, STYR_ERROR, STYR_ERROR_VALUE);
    }
  after = styr_json_write (root, FALSE);
  g_assert_cmpstr (before, ==, after);
}

static JsonNode *
new_level (const char *name)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_init_object (json_node_alloc (), object);

  json_object_set_string_member (object, "name", name);
  json_object_unref (object);
  return node;
}

static void
test_add_and_move (void)
{
  static const char *const names[] = { "Öppna mål och budget", "Öppna mål & budget", "2030" };
  static const char *const ids[] = { "oppnaMalOchBudget", "oppnaMalBudget", "new" };
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  g_autoptr (JsonNode) again = new_level (names[0]);
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (JsonNode) level = new_level (names[i]);

      g_assert_true (styr_model_edit_add (root, "levels", level, NULL));
      g_assert_cmpstr (
          json_object_get_string_member (json_node_get_object (level), "id"), ==, ids[i]);
    }
  g_assert_true (styr_model_edit_add (root, "levels", again, NULL));
  g_assert_cmpstr (get_text (root, "levels/oppnaMalOchBudget2/name"), ==, names[0]);
  g_assert_true (styr_model_edit_move (root, "levels/oppnaMalBudget", -100, NULL));
  first = first_id (root, "levels");
  g_assert_cmpstr (first, ==, "oppnaMalBudget");
}

/* What is removed takes along what says nothing without it, and no more. */
static void
test_references (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  GPtrArray *types = styr_model_get_document_types (model);
  const StyrDocumentType *type = types->pdata[types->len - 1];
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  g_autofree char *path = g_strdup_printf ("blocks/%s", type->block);
  g_autoptr (GPtrArray) words = styr_model_references_dup_words (root, path);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (StyrModel) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (words->len, >, 0);
  g_assert_true (styr_model_references_remove (root, path, &error));
  g_assert_no_error (error);
  g_assert_null (styr_model_edit_find (root, path));
  left = styr_model_references_find (root, path);
  g_assert_cmpuint (left->len, ==, 0);
  changed = styr_model_new_from_json (root, &error);
  g_assert_no_error (error);
  g_assert_null (styr_model_find_document_type (changed, type->id));
  g_assert_nonnull (
      styr_model_find_document_type (changed, ((const StyrDocumentType *) types->pdata[0])->id));
}

/* Elements of every shipped package are taken away, one in four, and what is left can still be
 * read.
 */
static void
test_remove_each (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint removed = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (StyrModel) model =
          g_str_has_suffix (name, ".json") ? styr_model_new_from_file (file, NULL) : NULL;
      static const char *const lists[] = { "blocks", "levels",    "bodyTypes", "documentTypes",
                                           "scales", "goalTypes", "phases",    "rollUps" };

      for (guint i = 0; model != NULL && i < G_N_ELEMENTS (lists); i++)
        {
          JsonNode *list = styr_model_edit_find (styr_model_to_json (model), lists[i]);
          JsonArray *array = list != NULL ? json_node_get_array (list) : NULL;

          for (guint j = 0; array != NULL && j < json_array_get_length (array); j += 4)
            {
              g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
              g_autofree char *element = g_strdup_printf (
                  "%s/%s",
                  lists[i],
                  json_object_get_string_member (json_array_get_object_element (array, j), "id"));
              g_autoptr (GError) error = NULL;
              g_autoptr (StyrModel) rest = NULL;

              g_assert_true (styr_model_references_remove (root, element, &error));
              rest = styr_model_new_from_json (root, &error);
              if (rest == NULL)
                g_error ("%s without %s: %s", name, element, error->message);
              removed++;
            }
        }
    }
  g_assert_cmpuint (removed, >, 20);
}

static StyrRecord *
find_difference (GPtrArray *differences, const char *change, const char *element_id)
{
  for (guint i = 0; i < differences->len; i++)
    if (styr_record_is (differences->pdata[i], "change", change) &&
        styr_record_is (differences->pdata[i], "element_id", element_id))
      return differences->pdata[i];
  return NULL;
}

static void
test_compare (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (JsonNode) root = styr_json_copy (styr_model_to_json (model));
  g_autofree char *block = first_id (root, "blocks");
  g_autofree char *name = g_strdup_printf ("blocks/%s/name", block);
  g_autofree char *type = first_id (root, "documentTypes");
  g_autofree char *retired_type = g_strdup_printf ("documentTypes/%s", type);
  g_autofree char *retired = g_strdup_printf ("documentTypes/%s/retiredFrom", type);
  g_autoptr (JsonNode) level = new_level ("Ny nivå");
  g_autoptr (StyrModel) changed = NULL;
  g_autoptr (GPtrArray) same = styr_model_compare (model, model);
  g_autoptr (GPtrArray) differences = NULL, back = NULL, order = NULL;
  g_autoptr (StyrModel) moved = NULL;
  g_autoptr (JsonNode) turned = NULL;
  StyrRecord *found;

  g_assert_cmpuint (same->len, ==, 0);
  set_text (root, name, "Annat namn");
  set_text (root, retired, "2030-01-01");
  g_assert_true (styr_model_edit_add (root, "levels", level, NULL));
  changed = styr_model_new_from_json (root, NULL);
  g_assert_nonnull (changed);
  differences = styr_model_compare (model, changed);
  g_assert_cmpuint (differences->len, ==, 3);
  found = find_difference (differences, "changed", block);
  g_assert_cmpstr (styr_record_get_text (found, "after"), ==, "Annat namn");
  g_assert_cmpstr (styr_record_get_text (found, "list"), ==, "blocks");
  g_assert_nonnull (styr_record_get_text (found, "text"));
  g_assert_nonnull (find_difference (differences, "retired", type));
  g_assert_nonnull (find_difference (differences, "added", "nyNiva"));
  turned = styr_json_copy (root);
  g_assert_true (styr_model_edit_move (turned, retired_type, 1, NULL));
  moved = styr_model_new_from_json (turned, NULL);
  g_assert_nonnull (moved);
  order = styr_model_compare (changed, moved);
  g_assert_nonnull (find_difference (order, "changed", "documentTypes"));
  back = styr_model_compare (changed, model);
  g_assert_nonnull (find_difference (back, "removed", "nyNiva"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-edit/set", test_set);
  g_test_add_func ("/model-edit/empty", test_empty);
  g_test_add_func ("/model-edit/no-such-place", test_no_such_place);
  g_test_add_func ("/model-edit/add-and-move", test_add_and_move);
  g_test_add_func ("/model-edit/references", test_references);
  g_test_add_func ("/model-edit/remove-each", test_remove_each);
  g_test_add_func ("/model-edit/compare", test_compare);
  return g_test_run ();
}
