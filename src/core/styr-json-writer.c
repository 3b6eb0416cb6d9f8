/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-json-writer.h"

#include <string.h>

/* json-glib writes 1.1 as 1.1000000000000001: a package that was only read and written again would
 * be another file. */

static void
newline (GString *out, gboolean indented, guint level)
{
  if (!indented)
    return;
  g_string_append_c (out, '\n');
  for (guint i = 0; i < level; i++)
    g_string_append (out, "  ");
}

static void
write_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
      case '\\':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *c);
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      default:
        if ((guchar) *c < 0x20)
          g_string_append_printf (out, "\\u%04x", (guint) *c);
        else
          g_string_append_c (out, *c);
      }
  g_string_append_c (out, '"');
}

/* The fewest digits that are read back as the same number. */
static void
write_double (GString *out, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  g_string_append (out, text);
  if (strpbrk (text, ".en") == NULL)
    g_string_append (out, ".0"); /* still a number with decimals when it is read again */
}

static void
write_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    write_double (out, json_node_get_double (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else
    write_string (out, json_node_get_string (node));
}

static void write_node (GString *out, JsonNode *node, gboolean indented, guint level);

static void
write_array (GString *out, JsonArray *array, gboolean indented, guint level)
{
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < length; i++)
    {
      newline (out, indented, level + 1);
      write_node (out, json_array_get_element (array, i), indented, level + 1);
      if (i + 1 < length)
        g_string_append_c (out, ',');
    }
  if (length > 0)
    newline (out, indented, level);
  g_string_append_c (out, ']');
}

static void
write_object (GString *out, JsonObject *object, gboolean indented, guint level)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;
  gboolean any = FALSE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &member))
    {
      if (any)
        g_string_append_c (out, ',');
      any = TRUE;
      newline (out, indented, level + 1);
      write_string (out, key);
      g_string_append (out, indented ? ": " : ":");
      write_node (out, member, indented, level + 1);
    }
  if (any)
    newline (out, indented, level);
  g_string_append_c (out, '}');
}

static void
write_node (GString *out, JsonNode *node, gboolean indented, guint level)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (out, json_node_get_object (node), indented, level);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (out, json_node_get_array (node), indented, level);
  else if (JSON_NODE_HOLDS_VALUE (node))
    write_value (out, node);
  else
    g_string_append (out, "null");
}

/**
 * styr_json_write:
 * @indented: two spaces a level, a member a line; otherwise no spaces at all
 *
 * Returns: (transfer full): @node as JSON in UTF-8: members in their order, numbers with as few
 * digits as they can be read back from
 */
char *
styr_json_write (JsonNode *node, gboolean indented)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (node != NULL, g_string_free (out, FALSE));

  write_node (out, node, indented, 0);
  return g_string_free (out, FALSE);
}
