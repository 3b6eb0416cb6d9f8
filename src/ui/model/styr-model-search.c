/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-search.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StyrWorkspace *workspace;
  char *wanted; /* folded */
  GPtrArray *found;
  guint limit;
} Search;

static void
search_list (Search *search, const char *list_path, JsonArray *array, const char *within);

static gboolean
has_text (Search *search, JsonNode *node)
{
  g_autofree char *folded = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  folded = g_utf8_casefold (json_node_get_string (node), -1);
  return strstr (folded, search->wanted) != NULL;
}

static gboolean
has_text_in_list (Search *search, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    if (has_text (search, json_array_get_element (json_node_get_array (node), i)))
      return TRUE;
  return FALSE;
}

/* What is written in the element itself; what refers to others is found there. */
static gboolean
matches (Search *search, const StyrJsonStruct *spec, JsonObject *element)
{
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    {
      JsonNode *node = json_object_get_member (element, m->key);

      if (node == NULL || m->refers_to != NULL || m->allowed != NULL || m->kind == STYR_JSON_ENUM)
        continue;
      if (has_text (search, node) ||
          (m->kind == STYR_JSON_STRINGS && has_text_in_list (search, node)))
        return TRUE;
    }
  return FALSE;
}

static void
search_element (Search *search, const char *path, JsonObject *element, const char *within)
{
  const StyrJsonStruct *spec = styr_model_path_get_struct (path);
  g_autofree char *list = styr_model_path_dup_list (path);
  g_autofree char *name = NULL;
  g_autofree char *inner = NULL;

  if (spec == NULL || search->found->len >= search->limit)
    return;
  name = styr_model_name_of_element (search->workspace, list, element);
  if (matches (search, spec, element))
    styr_options_add (search->found, path, name, within);
  inner = g_strdup_printf ("%s › %s", within, name);
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    if (m->kind == STYR_JSON_STRUCTS && json_object_has_member (element, m->key))
      {
        g_autofree char *list_path = styr_model_path_join (path, m->key);

        search_list (search, list_path, json_object_get_array_member (element, m->key), inner);
      }
}

static void
search_list (Search *search, const char *list_path, JsonArray *array, const char *within)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = styr_model_path_dup_element (list_path, array, i);

      search_element (search, path, json_array_get_object_element (array, i), within);
    }
}

/**
 * styr_model_search:
 * @text: what to look for; case doesn't matter
 * @limit: how many at most
 *
 * Looks through every element of the shown model.
 *
 * Returns: (transfer full) (element-type StyrOption): path, name and where it stands
 */
GPtrArray *
styr_model_search (StyrWorkspace *workspace, const char *text, guint limit)
{
  Search search = { .workspace = workspace, .limit = limit };

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && text != NULL, NULL);

  search.wanted = g_utf8_casefold (text, -1);
  search.found = styr_options_new ();
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *key = styr_model_list_get_key ((StyrModelList) i);
      JsonNode *node = styr_model_peek (workspace, key);
      const StyrListWords *words = styr_list_words_find (key);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        search_list (&search, key, json_node_get_array (node), styr_model_word (words->title));
    }
  g_free (search.wanted);
  return search.found;
}
