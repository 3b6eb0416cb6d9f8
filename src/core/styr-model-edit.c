/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-edit.h"

#include "styr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TERMINOLOGY "terminology"

/** @value: (nullable): copied; NULL removes what is at @path */
StyrModelEdit *
styr_model_edit_new (const char *path, JsonNode *value)
{
  StyrModelEdit *edit = g_new0 (StyrModelEdit, 1);

  edit->path = g_strdup (path);
  edit->value = value != NULL ? styr_json_copy (value) : NULL;
  return edit;
}

void
styr_model_edit_free (StyrModelEdit *edit)
{
  g_return_if_fail (edit != NULL);

  g_free (edit->path);
  g_clear_pointer (&edit->value, json_node_unref);
  g_free (edit);
}

static JsonNode *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonNode *node = json_node_init_object (json_node_alloc (), copy);
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &member))
    json_object_set_member (copy, key, styr_json_copy (member));
  json_object_unref (copy);
  return node;
}

static JsonNode *
copy_array (JsonArray *array)
{
  JsonArray *copy = json_array_sized_new (json_array_get_length (array));
  JsonNode *node = json_node_init_array (json_node_alloc (), copy);

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, styr_json_copy (json_array_get_element (array, i)));
  json_array_unref (copy);
  return node;
}

/** Returns: (transfer full): a copy that shares nothing with @node: json_node_copy() shares lists
 * and objects */
JsonNode *
styr_json_copy (JsonNode *node)
{
  JsonNode *copy;

  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return copy_object (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return copy_array (json_node_get_array (node));
  copy = json_node_alloc ();
  if (JSON_NODE_HOLDS_NULL (node))
    return json_node_init_null (copy);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_init_int (copy, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return json_node_init_double (copy, json_node_get_double (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_init_boolean (copy, json_node_get_boolean (node));
  return json_node_init_string (copy, json_node_get_string (node));
}

/* Paths --------------------------------------------------------------------------------------- */

static const char *
id_of (JsonNode *element)
{
  JsonNode *id = JSON_NODE_HOLDS_OBJECT (element)
                     ? json_object_get_member (json_node_get_object (element), "id")
                     : NULL;

  return id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING
             ? json_node_get_string (id)
             : NULL;
}

/* The index that "[2]" or an id means; -1 when there is no such element. */
static int
find_index (JsonArray *array, const char *segment)
{
  guint length = json_array_get_length (array);
  guint64 index;
  char *end;

  if (segment[0] == '[')
    {
      index = g_ascii_strtoull (segment + 1, &end, 10);
      return end > segment + 1 && g_str_equal (end, "]") && index < length ? (int) index : -1;
    }
  for (guint i = 0; i < length; i++)
    if (g_strcmp0 (id_of (json_array_get_element (array, i)), segment) == 0)
      return (int) i;
  return -1;
}

static JsonNode *
step (JsonNode *node, const char *segment)
{
  int index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), segment);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  index = find_index (json_node_get_array (node), segment);
  return index >= 0 ? json_array_get_element (json_node_get_array (node), (guint) index) : NULL;
}

/**
 * styr_model_edit_find:
 *
 * Returns: (transfer none) (nullable): what is at @path in the package @root
 */
JsonNode *
styr_model_edit_find (JsonNode *root, const char *path)
{
  g_auto (GStrv) segments = NULL;
  JsonNode *node = root;

  g_return_val_if_fail (root != NULL && path != NULL, NULL);

  segments = g_strsplit (path, "/", -1);
  for (guint i = 0; node != NULL && segments[i] != NULL; i++)
    node = step (node, segments[i]);
  return node;
}

static const StyrJsonMember *
find_member (const StyrJsonMember *members, const char *key)
{
  for (const StyrJsonMember *m = members; m != NULL && m->key != NULL; m++)
    if (g_str_equal (m->key, key))
      return m;
  return NULL;
}

/* One segment further from an element or a list; FALSE where the tables know no such place. */
static gboolean
describe_step (StyrModelPlace *place, const char *segment)
{
  if (place->item == NULL)
    return place->member != NULL && place->member->kind == STYR_JSON_STRINGS && segment[0] == '[';
  if (!place->is_element)
    {
      place->is_element = TRUE;
      return TRUE;
    }
  place->member = find_member (place->item->members, segment);
  place->is_element = FALSE;
  place->item = place->member != NULL ? place->member->item : NULL;
  return place->member != NULL;
}

/**
 * styr_model_edit_describe:
 * @place: (out): what the tables say of the place
 *
 * Returns: whether the format has such a place; what stands there may still be missing
 */
gboolean
styr_model_edit_describe (const char *path, StyrModelPlace *place)
{
  g_auto (GStrv) segments = NULL;

  g_return_val_if_fail (path != NULL && place != NULL, FALSE);

  segments = g_strsplit (path, "/", -1);
  *place = (StyrModelPlace){ .list = STYR_N_LISTS };
  if (segments[0] == NULL)
    return FALSE;
  place->list = styr_model_list_from_key (segments[0]);
  if (place->list == STYR_N_LISTS)
    {
      place->member = find_member (styr_model_get_scalars (), segments[0]);
      if (g_str_equal (segments[0], TERMINOLOGY))
        return g_strv_length (segments) <= 2;
      return place->member != NULL && segments[1] == NULL;
    }
  place->item = styr_model_list_get_struct (place->list);
  for (guint i = 1; segments[i] != NULL; i++)
    if (!describe_step (place, segments[i]))
      return FALSE;
  return TRUE;
}

/* Setting ------------------------------------------------------------------------------------- */

static gboolean
fail_missing (GError **error, const char *path)
{
  g_set_error (
      error, STYR_ERROR, STYR_ERROR_VALUE, _ ("There is no “%s” in the steering model."), path);
  return FALSE;
}

/* Replaces the elements by @nodes, which the array takes over. */
static void
refill (JsonArray *array, GPtrArray *nodes)
{
  while (json_array_get_length (array) > 0)
    json_array_remove_element (array, json_array_get_length (array) - 1);
  for (guint i = 0; i < nodes->len; i++)
    json_array_add_element (array, nodes->pdata[i]);
}

static GPtrArray *
dup_nodes (JsonArray *array)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (nodes, json_node_ref (json_array_get_element (array, i)));
  return nodes;
}

static gboolean
set_element (
    JsonArray *array, const char *segment, JsonNode *value, const char *path, GError **error)
{
  g_autoptr (GPtrArray) nodes = NULL;
  int index = find_index (array, segment);

  if (index < 0 && value != NULL && segment[0] != '[' && g_strcmp0 (id_of (value), segment) == 0)
    {
      json_array_add_element (array, styr_json_copy (value));
      return TRUE;
    }
  if (index < 0)
    return fail_missing (error, path);
  if (value == NULL)
    {
      json_array_remove_element (array, (guint) index);
      return TRUE;
    }
  nodes = dup_nodes (array);
  json_node_unref (nodes->pdata[index]);
  nodes->pdata[index] = styr_json_copy (value);
  refill (array, nodes);
  return TRUE;
}

/* What says no more than an absent member is left out, so that a package stays as it would have
 * been written by hand. */
static gboolean
says_nothing (JsonNode *value)
{
  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (value))
    return json_array_get_length (json_node_get_array (value)) == 0;
  if (!JSON_NODE_HOLDS_VALUE (value))
    return FALSE;
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return json_node_get_string (value)[0] == '\0';
  return json_node_get_value_type (value) == G_TYPE_BOOLEAN && !json_node_get_boolean (value);
}

static void
set_member (JsonObject *object, const char *key, const StyrJsonMember *member, JsonNode *value)
{
  gboolean required = member != NULL && member->required;

  if (value == NULL || (!required && says_nothing (value)))
    json_object_remove_member (object, key);
  else
    json_object_set_member (object, key, styr_json_copy (value));
}

/* The container of the last segment. Where the terminology or a list isn't there yet it is made. */
static JsonNode *
find_parent (JsonNode *root, char **segments, guint n)
{
  JsonNode *node = root;

  for (guint i = 0; node != NULL && i + 1 < n; i++)
    {
      JsonNode *next = step (node, segments[i]);

      if (next == NULL && JSON_NODE_HOLDS_OBJECT (node) && i + 2 == n)
        {
          next = json_node_new (g_str_equal (segments[i], TERMINOLOGY) ? JSON_NODE_OBJECT
                                                                       : JSON_NODE_ARRAY);
          if (JSON_NODE_HOLDS_OBJECT (next))
            json_node_take_object (next, json_object_new ());
          else
            json_node_take_array (next, json_array_new ());
          json_object_set_member (json_node_get_object (node), segments[i], next);
        }
      node = next;
    }
  return node;
}

/**
 * styr_model_edit_set:
 * @root: the package, changed in place: a copy of the model's
 * @value: (nullable): copied; NULL removes what is at @path
 *
 * Sets one member or element. An optional member that would say nothing ("", false, an empty list)
 * is left out. An element whose id isn't there yet is added last in its list. Nothing but the path
 * is checked: that is the loader's work.
 *
 * Errors: %STYR_ERROR_VALUE when the format or the model has no such place
 */
gboolean
styr_model_edit_set (JsonNode *root, const char *path, JsonNode *value, GError **error)
{
  g_auto (GStrv) segments = NULL;
  StyrModelPlace place;
  JsonNode *parent;
  guint n;

  g_return_val_if_fail (root != NULL && JSON_NODE_HOLDS_OBJECT (root), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!styr_model_edit_describe (path, &place))
    return fail_missing (error, path);
  segments = g_strsplit (path, "/", -1);
  n = g_strv_length (segments);
  parent = find_parent (root, segments, n);
  if (parent == NULL)
    return fail_missing (error, path);
  if (JSON_NODE_HOLDS_ARRAY (parent))
    return set_element (json_node_get_array (parent), segments[n - 1], value, path, error);
  if (!JSON_NODE_HOLDS_OBJECT (parent))
    return fail_missing (error, path);
  set_member (json_node_get_object (parent), segments[n - 1], place.member, value);
  return TRUE;
}

/* Adding and moving --------------------------------------------------------------------------- */

static char *
camel_case (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *id = g_string_new (NULL);
  gboolean upper = FALSE;

  for (const char *c = ascii; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c) && (id->len > 0 || g_ascii_isalpha (*c)))
        {
          g_string_append_c (id, upper ? g_ascii_toupper (*c) : g_ascii_tolower (*c));
          upper = FALSE;
        }
      else
        upper = id->len > 0;
    }
  return g_string_free (id, FALSE);
}

/** Returns: (transfer full): @stem, with a number where an element of @list is called so already */
char *
styr_model_edit_dup_unique (const char *stem, JsonArray *list)
{
  char *id = g_strdup (stem);

  g_return_val_if_fail (stem != NULL && list != NULL, id);

  for (guint n = 2; find_index (list, id) >= 0; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s%u", stem, n);
    }
  return id;
}

static void
give_id (JsonNode *element, JsonArray *list)
{
  static const char *const names[] = { "name", "title", "label" };
  JsonObject *object = json_node_get_object (element);
  const char *name = NULL;
  g_autofree char *stem = NULL, *id = NULL;

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    name = json_object_get_string_member_with_default (object, names[i], NULL);
  stem = camel_case (name != NULL ? name : "");
  id = styr_model_edit_dup_unique (stem[0] != '\0' ? stem : "new", list);
  json_object_set_string_member (object, "id", id);
}

/**
 * styr_model_edit_add:
 * @root: the package, changed in place
 * @list_path: "blocks", "documentTypes/plan/sections"
 * @element: copied; gets an id made of its name when the list has ids and it has none
 *
 * Adds an element last in a list, which is made when it isn't there.
 *
 * Errors: %STYR_ERROR_VALUE when the format or the model has no such list
 */
gboolean
styr_model_edit_add (JsonNode *root, const char *list_path, JsonNode *element, GError **error)
{
  g_autofree char *inside = NULL;
  g_auto (GStrv) segments = NULL;
  StyrModelPlace place;
  JsonNode *list;

  g_return_val_if_fail (root != NULL && list_path != NULL && element != NULL, FALSE);

  if (!styr_model_edit_describe (list_path, &place) || place.is_element ||
      (place.item == NULL && (place.member == NULL || place.member->kind != STYR_JSON_STRINGS)))
    return fail_missing (error, list_path);
  inside = g_strconcat (list_path, "/[0]", NULL);
  segments = g_strsplit (inside, "/", -1);
  list = find_parent (root, segments, g_strv_length (segments));
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return fail_missing (error, list_path);
  if (place.item != NULL && place.item->has_id && JSON_NODE_HOLDS_OBJECT (element) &&
      !json_object_has_member (json_node_get_object (element), "id"))
    give_id (element, json_node_get_array (list));
  json_array_add_element (json_node_get_array (list), styr_json_copy (element));
  return TRUE;
}

/**
 * styr_model_edit_move:
 * @root: the package, changed in place
 * @path: an element of a list
 * @delta: how many places towards the end; negative towards the beginning; stops at the ends
 *
 * Errors: %STYR_ERROR_VALUE when there is no such element
 */
gboolean
styr_model_edit_move (JsonNode *root, const char *path, int delta, GError **error)
{
  const char *slash;
  g_autofree char *list_path = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  JsonNode *list;
  gpointer moved;
  int from, to;

  g_return_val_if_fail (root != NULL && path != NULL, FALSE);

  slash = strrchr (path, '/');
  list_path = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  list = list_path != NULL ? styr_model_edit_find (root, list_path) : NULL;
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return fail_missing (error, path);
  from = find_index (json_node_get_array (list), slash + 1);
  if (from < 0)
    return fail_missing (error, path);
  nodes = dup_nodes (json_node_get_array (list));
  to = CLAMP (from + delta, 0, (int) nodes->len - 1);
  moved = g_ptr_array_steal_index (nodes, (guint) from);
  g_ptr_array_insert (nodes, to, moved);
  refill (json_node_get_array (list), nodes);
  return TRUE;
}
