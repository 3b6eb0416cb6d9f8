/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-member-inherited.h"

#include <glib/gi18n-lib.h>

/* The bounds of a rule about the number of goals are those of the goal type when it has none. */

/**
 * styr_member_is_inherited:
 * @owner: path of an element
 * @key: a member of it
 *
 * Returns: whether the member may be said by another element when it is empty
 */
gboolean
styr_member_is_inherited (const char *owner, const char *key)
{
  g_return_val_if_fail (owner != NULL && key != NULL, FALSE);

  return g_str_has_prefix (owner, "rules/") &&
         (g_str_equal (key, "min") || g_str_equal (key, "max"));
}

static const char *
get_text (JsonObject *object, const char *key)
{
  return json_object_get_string_member_with_default (object, key, "");
}

/* Where the rule's scope is said in the goal type, as the rule itself reads it. */
static const char *
get_bound_key (JsonObject *rule, const char *key)
{
  gboolean least = g_str_equal (key, "min");
  const char *scope = get_text (rule, "scope");

  if (g_str_equal (scope, "per-parent"))
    return least ? "perParentMin" : "perParentMax";
  if (g_str_equal (scope, "total"))
    return least ? "totalMin" : "totalMax";
  return least ? "perDocumentMin" : "perDocumentMax";
}

static gint64
get_bound (StyrWorkspace *workspace, const char *goal_type, const char *key)
{
  g_autofree char *path = g_strdup_printf ("goalTypes/%s", goal_type);
  JsonNode *node = styr_workspace_peek_model_value (workspace, path);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_int_member_with_default (json_node_get_object (node), key, 0)
             : 0;
}

/**
 * styr_member_dup_inherited:
 * @owner: path of an element
 * @key: a member of it, see styr_member_is_inherited()
 *
 * Returns: (transfer full) (nullable): what holds while the member is empty, and who says it
 */
char *
styr_member_dup_inherited (StyrWorkspace *workspace, const char *owner, const char *key)
{
  JsonNode *node, *types;
  JsonObject *rule;
  gint64 bound = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && owner != NULL && key != NULL, NULL);

  node = styr_workspace_peek_model_value (workspace, owner);
  rule = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (rule == NULL || !g_str_equal (get_text (rule, "kind"), "goal-count") ||
      json_object_has_member (rule, "min") || json_object_has_member (rule, "max"))
    return NULL;
  types = json_object_get_member (rule, "goalTypes");
  for (guint i = 0; types != NULL && i < json_array_get_length (json_node_get_array (types)); i++)
    {
      gint64 one = get_bound (workspace,
                              json_array_get_string_element (json_node_get_array (types), i),
                              get_bound_key (rule, key));

      if (i > 0 && one != bound)
        return g_strdup (C_ ("model", "As the goal types say"));
      bound = one;
    }
  /* Translators: what holds while the field is empty: "3 (från måltypen)" */
  return bound > 0 ? g_strdup_printf (C_ ("model", "%d (from the goal type)"), (int) bound) : NULL;
}
