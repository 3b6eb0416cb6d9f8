/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-reach.h"

/*
 * Which documents a rule looks at. The package says it with two marks, "decided" and "draftsToo",
 * of which only one can hold; people choose one of three.
 */

static const char *const values[] = { "usual", "decided", "drafts", NULL };

static const StyrJsonMember reach = {
  .key = "decided", .kind = STYR_JSON_STRING, .required = TRUE, .allowed = values
};

/**
 * styr_rule_reach_is:
 * @owner: path of an element
 * @key: a member of it
 *
 * Returns: whether the member stands for the choice
 */
gboolean
styr_rule_reach_is (const char *owner, const char *key)
{
  g_return_val_if_fail (owner != NULL && key != NULL, FALSE);

  return g_str_has_prefix (owner, "rules/") && g_str_equal (key, reach.key);
}

/** Returns: (transfer none): the choice as a member of a rule */
const StyrJsonMember *
styr_rule_reach_get_member (void)
{
  return &reach;
}

static gboolean
is_set (StyrWorkspace *workspace, const char *rule, const char *key)
{
  g_autofree char *path = styr_model_path_join (rule, key);
  JsonNode *node = styr_workspace_peek_model_value (workspace, path);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

/**
 * styr_rule_reach_dup_value:
 * @rule: path of a rule
 *
 * Returns: (transfer full): which of the three holds
 */
JsonNode *
styr_rule_reach_dup_value (StyrWorkspace *workspace, const char *rule)
{
  const char *value = "usual";

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && rule != NULL, NULL);

  /* a rule that has both looks at decided documents only */
  if (is_set (workspace, rule, "decided"))
    value = "decided";
  else if (is_set (workspace, rule, "draftsToo"))
    value = "drafts";
  return json_node_init_string (json_node_alloc (), value);
}

static void
add_edit (GPtrArray *edits, const char *rule, const char *key, gboolean on)
{
  g_autofree char *path = styr_model_path_join (rule, key);
  g_autoptr (JsonNode) node = on ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL;

  g_ptr_array_add (edits, styr_model_edit_new (path, node));
}

/**
 * styr_rule_reach_write:
 * @label: translated: what was done
 * @rule: path of a rule
 * @value: which of the three is to hold
 *
 * Writes both marks as one change. Errors: as styr_workspace_edit_model_many()
 */
gboolean
styr_rule_reach_write (
    StyrWorkspace *workspace, const char *label, const char *rule, JsonNode *value, GError **error)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) styr_model_edit_free);
  const char *chosen;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && rule != NULL && value != NULL, FALSE);

  chosen = json_node_get_string (value);
  add_edit (edits, rule, "decided", g_strcmp0 (chosen, "decided") == 0);
  add_edit (edits, rule, "draftsToo", g_strcmp0 (chosen, "drafts") == 0);
  return styr_workspace_edit_model_many (workspace, label, edits, error);
}
