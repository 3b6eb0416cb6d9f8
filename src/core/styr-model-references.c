/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-references.h"

#include "styr-model-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What refers to an element of a package, by the tables of the format. */

typedef struct
{
  JsonNode *root;
  const char *list, *id;  /* the element meant: of one of the package's own lists */
  const char *path;       /* its path: what stands in it doesn't count */
  const char *section_of; /* of a section: its document type; @id is the section's */
  GPtrArray *found;
} Search;

static void
reference_free (gpointer data)
{
  StyrModelReference *reference = data;

  g_free (reference->path);
  g_free (reference->element_path);
  g_free (reference);
}

static gboolean
is_text (JsonNode *node, const char *text)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING &&
         g_strcmp0 (json_node_get_string (node), text) == 0;
}

static void
add_found (Search *search, char *path, const char *element_path, gboolean whole)
{
  StyrModelReference *reference = g_new0 (StyrModelReference, 1);

  reference->path = path;
  reference->element_path = g_strdup (element_path);
  reference->whole = whole;
  g_ptr_array_add (search->found, reference);
}

/* An element without what it refers to: a place without its level, a section of goals without their
 * type. */
static gboolean
is_needed (JsonObject *element, const char *element_path, const StyrJsonMember *m)
{
  if (m->required)
    return TRUE;
  if (strstr (element_path, "/places/") != NULL)
    return g_str_equal (m->key, "level") &&
           !is_text (json_object_get_member (element, "axis"), "base");
  if (strstr (element_path, "/sections/") == NULL || strstr (element_path, "/fields/") != NULL)
    return FALSE;
  if (g_str_equal (m->key, "goalType"))
    return is_text (json_object_get_member (element, "kind"), "goals");
  return g_str_equal (m->key, "documentType");
}

/* An empty list means every one in a rule, and nothing at all in a count: it isn't the same thing
 * any more. */
static gboolean
needs_one (const char *element_path)
{
  return g_str_has_prefix (element_path, "rules/") || strstr (element_path, "/counts/") != NULL;
}

static void
search_strings (Search *search, JsonNode *node, const char *path, const char *element_path)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    if (is_text (json_array_get_element (array, i), search->id))
      add_found (search,
                 g_strdup_printf ("%s/[%u]", path, i),
                 element_path,
                 length == 1 && needs_one (element_path));
}

static void
search_list (Search *search, JsonNode *node, const char *path, const StyrJsonStruct *item);

static gboolean
refers_to_list (const Search *search, const StyrJsonMember *m)
{
  return search->section_of == NULL && g_strcmp0 (m->refers_to, search->list) == 0;
}

static void
search_element (Search *search, JsonNode *node, const char *path, const StyrJsonStruct *spec)
{
  JsonObject *object = json_node_get_object (node);

  if (g_str_equal (path, search->path))
    return;
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    {
      JsonNode *member = json_object_get_member (object, m->key);
      g_autofree char *at = g_strconcat (path, "/", m->key, NULL);

      if (member == NULL)
        continue;
      if (m->kind == STYR_JSON_STRUCTS)
        search_list (search, member, at, m->item);
      else if (m->kind == STYR_JSON_STRINGS && refers_to_list (search, m))
        search_strings (search, member, at, path);
      else if (refers_to_list (search, m) && is_text (member, search->id))
        add_found (search, g_steal_pointer (&at), path, is_needed (object, path, m));
    }
}

static char *
element_path (const char *list_path, JsonNode *element, guint index)
{
  const char *id =
      JSON_NODE_HOLDS_OBJECT (element)
          ? json_object_get_string_member_with_default (json_node_get_object (element), "id", NULL)
          : NULL;

  return id != NULL && strchr (id, '/') == NULL ? g_strconcat (list_path, "/", id, NULL)
                                                : g_strdup_printf ("%s/[%u]", list_path, index);
}

static void
search_list (Search *search, JsonNode *node, const char *path, const StyrJsonStruct *item)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *at = element_path (path, element, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        search_element (search, element, at, item);
    }
}

/* A section is named by the chapters of the reports of its document type. */
static void
search_chapters (Search *search)
{
  JsonNode *templates = styr_model_edit_find (search->root, "reportTemplates");
  JsonArray *array = templates != NULL ? json_node_get_array (templates) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *template = json_array_get_object_element (array, i);
      JsonArray *chapters = json_object_has_member (template, "chapters")
                                ? json_object_get_array_member (template, "chapters")
                                : NULL;

      if (!is_text (json_object_get_member (template, "documentType"), search->section_of))
        continue;
      for (guint j = 0; chapters != NULL && j < json_array_get_length (chapters); j++)
        if (is_text (
                json_object_get_member (json_array_get_object_element (chapters, j), "section"),
                search->id))
          {
            char *at = g_strdup_printf ("reportTemplates/%s/chapters/[%u]",
                                        json_object_get_string_member (template, "id"),
                                        j);

            add_found (search, g_strconcat (at, "/section", NULL), at, TRUE);
            g_free (at);
          }
    }
}

/**
 * styr_model_references_find:
 * @path: an element of one of the package's own lists, or a section of a document type; nothing
 *   refers to anything else
 *
 * Returns: (transfer full) (element-type StyrModelReference): in the package's order
 */
GPtrArray *
styr_model_references_find (JsonNode *root, const char *path)
{
  g_auto (GStrv) segments = NULL;
  Search search = { root, NULL, NULL, path, NULL, NULL };
  guint n;

  g_return_val_if_fail (root != NULL && path != NULL, NULL);

  search.found = g_ptr_array_new_with_free_func (reference_free);
  segments = g_strsplit (path, "/", -1);
  n = g_strv_length (segments);
  if (n == 4 && g_str_equal (segments[2], "sections"))
    {
      search.section_of = segments[1];
      search.id = segments[3];
      search_chapters (&search);
    }
  if (n != 2 || segments[1][0] == '[' || styr_model_list_from_key (segments[0]) == STYR_N_LISTS)
    return search.found;
  search.list = segments[0];
  search.id = segments[1];
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *key = styr_model_list_get_key ((StyrModelList) i);
      JsonNode *list = styr_model_edit_find (root, key);

      if (list != NULL)
        search_list (&search, list, key, styr_model_list_get_struct ((StyrModelList) i));
    }
  return search.found;
}

/* Words --------------------------------------------------------------------------------------- */

static const char *
text_of (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static char *
block_name (JsonNode *root, const char *id)
{
  g_autofree char *path = g_strconcat ("blocks/", id, NULL);
  JsonNode *block = styr_model_edit_find (root, path);
  const char *name = block != NULL && JSON_NODE_HOLDS_OBJECT (block)
                         ? text_of (json_node_get_object (block), "name")
                         : NULL;

  return g_strdup (name != NULL ? name : id);
}

/**
 * styr_model_dup_element_name:
 *
 * Returns: (transfer full): what people call the element at @path: its name, title or label, the
 * blocks of a connector, the block of a place, a date
 */
char *
styr_model_dup_element_name (JsonNode *root, const char *path)
{
  static const char *const names[] = { "name", "title", "label", "date", "strand", "count" };
  JsonNode *node;
  JsonObject *object;

  g_return_val_if_fail (root != NULL && path != NULL, NULL);

  node = styr_model_edit_find (root, path);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (path);
  object = json_node_get_object (node);
  if (text_of (object, "from") != NULL && text_of (object, "to") != NULL)
    {
      g_autofree char *from = block_name (root, text_of (object, "from"));
      g_autofree char *to = block_name (root, text_of (object, "to"));

      return g_strdup_printf ("%s → %s", from, to);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (text_of (object, names[i]) != NULL)
      return g_strdup (text_of (object, names[i]));
  if (text_of (object, "block") != NULL)
    return block_name (root, text_of (object, "block"));
  return g_strdup (text_of (object, "id") != NULL ? text_of (object, "id") : "–");
}

/* "document type “Plan”", and for what stands inside: "section “Goals” of the document type
 * “Plan”".
 */
static char *
describe (JsonNode *root, const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);
  g_autofree char *outer = g_strdup_printf ("%s/%s", segments[0], segments[1]);
  const StyrListWords *words = styr_list_words_find (segments[0]);
  g_autofree char *name = styr_model_dup_element_name (root, outer);
  guint n = g_strv_length (segments);
  g_autofree char *inner_name = NULL;
  const StyrListWords *inner = NULL;

  if (n >= 4)
    {
      inner = styr_list_words_find (segments[n - 2]);
      inner_name = styr_model_dup_element_name (root, path);
    }
  if (inner == NULL)
    /* Translators: what it is, then its name: document type “Plan” */
    return g_strdup_printf (
        _ ("%s “%s”"), words != NULL ? styr_model_word (words->item) : segments[0], name);
  return g_strdup_printf (
      /* Translators: what it is and its name, then the name of what it belongs to: section “Goals”
         in “Plan” */
      _ ("%s “%s” in “%s”"),
      styr_model_word (inner->item),
      inner_name,
      name);
}

/* A place says where its block stands, and goes along with it. */
static gboolean
is_place (const char *element_path)
{
  return g_str_has_prefix (element_path, "pictures/") && strstr (element_path, "/places/") != NULL;
}

/**
 * styr_model_references_dup_words:
 *
 * Returns: (transfer full) (element-type utf8): what refers to the element at @path, each once;
 * where a block stands in a picture is the block's own
 */
GPtrArray *
styr_model_references_dup_words (JsonNode *root, const char *path)
{
  g_autoptr (GPtrArray) found = styr_model_references_find (root, path);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  gboolean of_block = g_str_has_prefix (path, "blocks/");

  for (guint i = 0; i < found->len; i++)
    {
      const StyrModelReference *reference = found->pdata[i];
      g_autofree char *text = NULL;

      if (of_block && is_place (reference->element_path))
        continue;
      text = describe (root, reference->element_path);
      if (!g_ptr_array_find_with_equal_func (words, text, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&text));
    }
  return words;
}

/**
 * styr_model_references_remove:
 * @root: the package, changed in place
 *
 * Removes the element at @path and what refers to it: an element that says nothing without it goes
 * along, and what refers to that.
 */
gboolean
styr_model_references_remove (JsonNode *root, const char *path, GError **error)
{
  g_return_val_if_fail (root != NULL && path != NULL, FALSE);

  for (;;)
    {
      g_autoptr (GPtrArray) found = styr_model_references_find (root, path);
      const StyrModelReference *last;

      if (found->len == 0)
        return styr_model_edit_set (root, path, NULL, error);
      /* The last first, so that the indices of the others still hold. */
      last = found->pdata[found->len - 1];
      if (last->whole ? !styr_model_references_remove (root, last->element_path, error)
                      : !styr_model_edit_set (root, last->path, NULL, error))
        return FALSE;
    }
}
