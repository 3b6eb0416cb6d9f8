/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-json-reader.h"

#include "styr-error.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT(base, offset, type) (*(type *) (void *) ((char *) (base) + (offset)))

static gboolean fail (GError **error, const char *path, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, const char *path, const char *format, ...)
{
  va_list args;
  g_autofree char *what = NULL;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, STYR_ERROR, STYR_ERROR_FORMAT, "%s: %s", path, what);
  return FALSE;
}

static char *
join (const char *path, const char *key)
{
  return path[0] != '\0' ? g_strconcat (path, ".", key, NULL) : g_strdup (key);
}

/* Limits -------------------------------------------------------------------------------------- */

#define MOST_OF_NAME 300   /* characters of what is drawn in a picture or stands in a row */
#define MOST_OF_TEXT 20000 /* of what is read as running text */
#define MOST_DRAWN 2000    /* lines and places of a picture */

/* Names, titles and labels are laid out word by word, at every size that is tried: a long one would
 * hold the program up. */
static gboolean
is_name (const StyrJsonMember *m)
{
  static const char *const endings[] = { "id",    "name",    "Name",       "title",    "Title",
                                         "label", "Label",   "plural",     "definite", "unit",
                                         "group", "version", "periodText", NULL };

  if (m->kind == STYR_JSON_ID || m->refers_to != NULL)
    return TRUE;
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (m->key, endings[i]))
      return TRUE;
  return FALSE;
}

/** Refuses a text that is longer than a package's texts may be; @is_short: what stands in a row or
 * a picture. */
gboolean
styr_json_check_length (const char *path, const char *text, gboolean is_short, GError **error)
{
  guint most = is_short ? MOST_OF_NAME : MOST_OF_TEXT;

  if (strlen (text) <= most || g_utf8_strlen (text, -1) <= (glong) most)
    return TRUE;
  return fail (
      error, path, ngettext ("longer than %u character", "longer than %u characters", most), most);
}

/* What is drawn is drawn one by one. */
static gboolean
check_number (const char *path, guint n, GError **error)
{
  if (n <= MOST_DRAWN ||
      (!g_str_has_suffix (path, "connectors") && !g_str_has_suffix (path, "places")))
    return TRUE;
  return fail (error, path, _ ("more than %u"), (guint) MOST_DRAWN);
}

/* Structs ------------------------------------------------------------------------------------ */

static void
struct_clear (gpointer data, const StyrJsonStruct *spec)
{
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    switch (m->kind)
      {
      case STYR_JSON_STRING:
      case STYR_JSON_ID:
      case STYR_JSON_DATE:
      case STYR_JSON_COLOUR:
        g_free (AT (data, m->offset, char *));
        break;
      case STYR_JSON_STRINGS:
        g_ptr_array_unref (AT (data, m->offset, GPtrArray *));
        break;
      case STYR_JSON_STRUCTS:
        {
          GPtrArray *list = AT (data, m->offset, GPtrArray *);

          for (guint i = 0; i < list->len; i++)
            struct_clear (list->pdata[i], m->item);
          g_ptr_array_unref (list);
        }
        break;
      case STYR_JSON_BOOLEAN:
      case STYR_JSON_INTEGER:
      case STYR_JSON_NUMBER:
      case STYR_JSON_ENUM:
      default:
        break;
      }
}

static gpointer
struct_new (const StyrJsonStruct *spec)
{
  gpointer data = g_malloc0 (spec->size);

  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    {
      if (m->kind == STYR_JSON_STRINGS || m->kind == STYR_JSON_STRUCTS)
        AT (data, m->offset, GPtrArray *) = g_ptr_array_new_with_free_func (g_free);
      else if (m->kind == STYR_JSON_NUMBER)
        AT (data, m->offset, double) = m->fallback;
    }
  return data;
}

/* Members ------------------------------------------------------------------------------------ */

static gboolean
is_id (const char *text)
{
  if (!g_ascii_isalpha (text[0]))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return FALSE;
  return TRUE;
}

static gboolean
is_colour (const char *text)
{
  return strlen (text) == 7 && text[0] == '#' && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static gboolean
check_allowed (const char *path, const StyrJsonMember *m, const char *text, GError **error)
{
  g_autofree char *choices = NULL;

  if (m->allowed == NULL || g_strv_contains (m->allowed, text))
    return TRUE;
  choices = g_strjoinv (", ", (char **) m->allowed);
  return fail (error, path, _ ("unknown value “%s”; expected one of %s"), text, choices);
}

static gboolean
check_range (const char *path, const StyrJsonMember *m, double value, GError **error)
{
  if (m->least >= m->most || (value >= m->least && value <= m->most))
    return TRUE;
  return fail (error, path, _ ("%g is not between %g and %g"), value, m->least, m->most);
}

static const char *
node_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
read_text (JsonNode *node, const char *path, const StyrJsonMember *m, char **target, GError **error)
{
  const char *text = node_text (node);
  g_autoptr (GDate) date = NULL;

  if (text == NULL)
    return fail (error, path, _ ("text expected"));
  if (m->required && text[0] == '\0')
    return fail (error, path, _ ("must not be empty"));
  if (!styr_json_check_length (path, text, is_name (m), error))
    return FALSE;
  if (m->kind == STYR_JSON_ID && !is_id (text))
    return fail (error, path, _ ("“%s” is no id: a letter, then letters and digits"), text);
  if (m->kind == STYR_JSON_DATE &&
      (strlen (text) != 10 || (date = styr_date_from_iso (text)) == NULL))
    return fail (error, path, _ ("“%s” is no date as YYYY-MM-DD"), text);
  if (m->kind == STYR_JSON_COLOUR && !is_colour (text))
    return fail (error, path, _ ("“%s” is no colour as #rrggbb"), text);
  if (!check_allowed (path, m, text, error))
    return FALSE;
  g_free (*target);
  *target = g_strdup (text);
  return TRUE;
}

static gboolean
read_number (
    JsonNode *node, const char *path, const StyrJsonMember *m, gpointer target, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  gint64 whole;

  if (m->kind == STYR_JSON_NUMBER)
    {
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return fail (error, path, _ ("number expected"));
      if (!check_range (path, m, json_node_get_double (node), error))
        return FALSE;
      AT (target, m->offset, double) = json_node_get_double (node);
      if (m->flag_offset != 0)
        AT (target, m->flag_offset, gboolean) = TRUE;
      return TRUE;
    }
  if (type != G_TYPE_INT64)
    return fail (error, path, _ ("whole number expected"));
  whole = json_node_get_int (node);
  if (whole < G_MININT || whole > G_MAXINT)
    return fail (error, path, _ ("the number is too large"));
  AT (target, m->offset, int) = (int) whole;
  return check_range (path, m, (double) whole, error);
}

static gboolean
read_strings (
    JsonNode *node, const char *path, const StyrJsonMember *m, GPtrArray *target, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, path, _ ("list expected"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = node_text (json_array_get_element (array, i));
      g_autofree char *at = g_strdup_printf ("%s[%u]", path, i);

      if (text == NULL)
        return fail (error, at, _ ("text expected"));
      if (!styr_json_check_length (at, text, is_name (m), error) ||
          !check_allowed (at, m, text, error))
        return FALSE;
      g_ptr_array_add (target, g_strdup (text));
    }
  return TRUE;
}

static gboolean read_structs (JsonNode *node,
                              const char *path,
                              const StyrJsonStruct *item,
                              GPtrArray *target,
                              GError **error);

/** Reads one member of @object into @target, a zeroed struct; absent members keep their default
 * unless required. */
gboolean
styr_json_read_member (
    JsonObject *object, const char *path, const StyrJsonMember *m, gpointer target, GError **error)
{
  g_autofree char *at = join (path, m->key);
  JsonNode *node = json_object_get_member (object, m->key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return !m->required || fail (error, at, _ ("is missing"));

  switch (m->kind)
    {
    case STYR_JSON_STRING:
    case STYR_JSON_ID:
    case STYR_JSON_DATE:
    case STYR_JSON_COLOUR:
      return read_text (node, at, m, &AT (target, m->offset, char *), error);
    case STYR_JSON_BOOLEAN:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return fail (error, at, _ ("true or false expected"));
      AT (target, m->offset, gboolean) = json_node_get_boolean (node);
      return TRUE;
    case STYR_JSON_INTEGER:
    case STYR_JSON_NUMBER:
      return read_number (node, at, m, target, error);
    case STYR_JSON_ENUM:
      if (node_text (node) == NULL)
        return fail (error, at, _ ("text expected"));
      if (!styr_nick_parse (m->enum_type (), node_text (node), &AT (target, m->offset, int)))
        return fail (error, at, _ ("unknown kind '%s'"), node_text (node));
      return TRUE;
    case STYR_JSON_STRINGS:
      return read_strings (node, at, m, AT (target, m->offset, GPtrArray *), error);
    case STYR_JSON_STRUCTS:
      return read_structs (node, at, m->item, AT (target, m->offset, GPtrArray *), error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const StyrJsonMember *
find_member (const StyrJsonStruct *spec, const char *key)
{
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    if (g_str_equal (m->key, key))
      return m;
  return NULL;
}

static gboolean
check_keys (JsonObject *object, const char *path, const StyrJsonStruct *spec, GError **error)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, NULL))
    if (find_member (spec, key) == NULL)
      {
        g_autofree char *at = join (path, key);

        return fail (error, at, _ ("unknown key"));
      }
  return TRUE;
}

static gboolean
read_struct (
    JsonNode *node, const char *path, const StyrJsonStruct *spec, gpointer target, GError **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, path, _ ("object expected"));
  object = json_node_get_object (node);
  if (!check_keys (object, path, spec, error))
    return FALSE;
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    if (!styr_json_read_member (object, path, m, target, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_structs (
    JsonNode *node, const char *path, const StyrJsonStruct *item, GPtrArray *target, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, path, _ ("list expected"));
  array = json_node_get_array (node);
  if (!check_number (path, json_array_get_length (array), error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s[%u]", path, i);
      gpointer data = struct_new (item);

      g_ptr_array_add (target, data);
      if (!read_struct (json_array_get_element (array, i), at, item, data, error))
        return FALSE;
      if (item->has_id && !g_hash_table_add (ids, AT (data, 0, char *)))
        return fail (error, at, _ ("the id “%s” is used twice"), AT (data, 0, char *));
    }
  return TRUE;
}

/* Lists -------------------------------------------------------------------------------------- */

/** Frees a list and everything in its elements. */
void
styr_json_list_free (GPtrArray *list, const StyrJsonStruct *item)
{
  if (list == NULL)
    return;
  for (guint i = 0; i < list->len; i++)
    struct_clear (list->pdata[i], item);
  g_ptr_array_unref (list);
}

/**
 * styr_json_read_list:
 *
 * Reads the list @key of @root; an absent one is empty.
 *
 * Returns: (transfer full) (nullable): free with styr_json_list_free(); NULL with @error naming the
 * path
 */
GPtrArray *
styr_json_read_list (JsonObject *root, const char *key, const StyrJsonStruct *item, GError **error)
{
  JsonNode *node = json_object_get_member (root, key);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  if (node == NULL || read_structs (node, key, item, list, error))
    return list;
  styr_json_list_free (list, item);
  return NULL;
}

/* References --------------------------------------------------------------------------------- */

/**
 * styr_json_index_ids:
 *
 * Returns: (transfer full): the set of "list/id" of every element with an id in a list of @root
 */
GHashTable *
styr_json_index_ids (JsonObject *root)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObjectIter iter;
  const char *key;
  JsonNode *list;

  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &key, &list))
    for (guint i = 0;
         JSON_NODE_HOLDS_ARRAY (list) && i < json_array_get_length (json_node_get_array (list));
         i++)
      {
        JsonNode *element = json_array_get_element (json_node_get_array (list), i);
        JsonNode *id = JSON_NODE_HOLDS_OBJECT (element)
                           ? json_object_get_member (json_node_get_object (element), "id")
                           : NULL;

        if (id != NULL && node_text (id) != NULL)
          g_hash_table_add (ids, g_strconcat (key, "/", node_text (id), NULL));
      }
  return ids;
}

static gboolean
is_defined (GHashTable *ids, const char *list, const char *id)
{
  g_autofree char *key = g_strconcat (list, "/", id, NULL);

  return g_hash_table_contains (ids, key);
}

static gboolean
check_reference (
    GHashTable *ids, const char *path, const StyrJsonMember *m, const char *id, GError **error)
{
  if (id == NULL || g_strcmp0 (id, m->or_else) == 0 || is_defined (ids, m->refers_to, id))
    return TRUE;
  return fail (error, path, _ ("“%s” is not defined in %s"), id, m->refers_to);
}

static gboolean check_struct (
    GHashTable *ids, const char *path, gpointer data, const StyrJsonStruct *spec, GError **error);

static gboolean
check_structs (
    GHashTable *ids, const char *path, GPtrArray *list, const StyrJsonStruct *item, GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s[%u]", path, i);

      if (!check_struct (ids, at, list->pdata[i], item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_struct (
    GHashTable *ids, const char *path, gpointer data, const StyrJsonStruct *spec, GError **error)
{
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    {
      g_autofree char *at = join (path, m->key);

      if (m->kind == STYR_JSON_STRUCTS)
        {
          if (!check_structs (ids, at, AT (data, m->offset, GPtrArray *), m->item, error))
            return FALSE;
        }
      else if (m->refers_to != NULL && m->kind == STYR_JSON_STRINGS)
        {
          GPtrArray *texts = AT (data, m->offset, GPtrArray *);

          for (guint i = 0; i < texts->len; i++)
            {
              g_autofree char *each = g_strdup_printf ("%s[%u]", at, i);

              if (!check_reference (ids, each, m, texts->pdata[i], error))
                return FALSE;
            }
        }
      else if (m->refers_to != NULL &&
               !check_reference (ids, at, m, AT (data, m->offset, char *), error))
        return FALSE;
    }
  return TRUE;
}

/** Checks that every id that the list @key refers to is in @ids; names the path of the
 * first that isn't. */
gboolean
styr_json_check_list (
    GHashTable *ids, const char *key, GPtrArray *list, const StyrJsonStruct *item, GError **error)
{
  return check_structs (ids, key, list, item, error);
}
