/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-new.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/*
 * New elements. One is complete enough to be read by the loader from the beginning: what is
 * demanded gets the first value there is, and the form shows what that is.
 */

/**
 * styr_model_new_needs_name:
 * @list: key of a list
 *
 * Returns: whether its elements are told apart by a name, from which their id is made
 */
gboolean
styr_model_new_needs_name (const char *list)
{
  static const char *const nameless[] = { "connectors", "places",  "decisionRules",
                                          "counts",     "strands", "history",
                                          NULL };

  return !g_strv_contains (nameless, list);
}

/**
 * styr_model_new_needs_number:
 *
 * Returns: whether people know its elements by a number of their own
 */
gboolean
styr_model_new_needs_number (const char *list)
{
  return g_str_equal (list, "rules") || g_str_equal (list, "pendingRules");
}

static gboolean
refuse (GError **error, const char *list)
{
  const StyrListWords *words = styr_list_words_find (list);

  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: %s: a list of the model: "Listan Block är tom" */
               _ ("First there must be something in “%s”."),
               styr_model_word (words->title));
  return FALSE;
}

/* The first element of a list that isn't taken; the last one that may be when all are. */
static gboolean
set_reference (StyrWorkspace *workspace,
               JsonObject *object,
               const StyrJsonMember *member,
               guint index,
               GError **error)
{
  g_autoptr (GPtrArray) options =
      styr_model_options_of_list (workspace, member->refers_to, member->or_else);
  const StyrOption *option;

  if (options->len == 0)
    return refuse (error, member->refers_to);
  option = options->pdata[MIN (index, options->len - 1)];
  json_object_set_string_member (object, member->key, option->id);
  return TRUE;
}

static gboolean
set_default (StyrWorkspace *workspace,
             JsonObject *object,
             const StyrJsonMember *member,
             const char *name,
             GError **error)
{
  g_autoptr (GPtrArray) values = styr_json_member_dup_values (member);

  if (json_object_has_member (object, member->key))
    return TRUE;
  if (values != NULL)
    json_object_set_string_member (object, member->key, values->pdata[0]);
  else if (member->refers_to != NULL)
    return set_reference (
        workspace, object, member, g_str_equal (member->key, "to") ? 1 : 0, error);
  else if (member->kind == STYR_JSON_INTEGER)
    json_object_set_int_member (object, member->key, (gint64) MAX (member->least, 1));
  else
    json_object_set_string_member (object, member->key, name);
  return TRUE;
}

/* A place is for a block that the picture doesn't show yet. */
static gboolean
set_place (StyrWorkspace *workspace, const char *list_path, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) blocks = styr_model_options_of_list (workspace, "blocks", NULL);
  g_autoptr (GPtrArray) levels = styr_model_options_of_list (workspace, "levels", NULL);
  JsonNode *node = styr_workspace_peek_model_value (workspace, list_path);
  JsonArray *places = node != NULL ? json_node_get_array (node) : NULL;
  const char *block = NULL;

  for (guint i = 0; i < blocks->len && block == NULL; i++)
    {
      gboolean shown = FALSE;

      block = ((StyrOption *) blocks->pdata[i])->id;
      for (guint j = 0; places != NULL && j < json_array_get_length (places); j++)
        shown = shown || g_str_equal (json_object_get_string_member (
                                          json_array_get_object_element (places, j), "block"),
                                      block);
      if (shown)
        block = NULL;
    }
  if (block == NULL)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("Every block stands in the picture already."));
      return FALSE;
    }
  if (levels->len == 0)
    return refuse (error, "levels");
  json_object_set_string_member (object, "block", block);
  json_object_set_string_member (object, "axis", "middle");
  json_object_set_string_member (object, "level", ((StyrOption *) levels->pdata[0])->id);
  return TRUE;
}

static void
set_term (StyrWorkspace *workspace, JsonObject *object)
{
  JsonNode *node = styr_workspace_peek_model_value (workspace, "terms");
  JsonArray *terms = node != NULL ? json_node_get_array (node) : NULL;
  guint n = terms != NULL ? json_array_get_length (terms) : 0;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 first = n > 0 ? json_object_get_int_member (json_array_get_object_element (terms, n - 1),
                                                     "lastYear") +
                             1
                       : g_date_time_get_year (now);

  json_object_set_int_member (object, "firstYear", first);
  json_object_set_int_member (object, "lastYear", first + 3);
}

static JsonArray *
new_strings (const char *text)
{
  JsonArray *array = json_array_new ();

  json_array_add_string_element (array, text);
  return array;
}

/* What a parameter that the rule can't do without is from the beginning. A text that only a person
 * can choose is left out, and the rule is off until it is there. */
static gboolean
set_param (StyrWorkspace *workspace,
           JsonObject *object,
           const StyrJsonMember *member,
           const StyrRuleParam *param,
           GError **error)
{
  g_auto (GStrv) values = param->values != NULL ? g_strsplit (param->values, " ", -1) : NULL;
  g_autoptr (GPtrArray) options = NULL;

  if (member->refers_to != NULL && member->kind == STYR_JSON_STRINGS)
    {
      options = styr_model_options_of_list (workspace, member->refers_to, NULL);
      if (options->len == 0)
        return refuse (error, member->refers_to);
      json_object_set_array_member (
          object, member->key, new_strings (((StyrOption *) options->pdata[0])->id));
    }
  else if (values != NULL && member->kind == STYR_JSON_STRINGS)
    json_object_set_array_member (object, member->key, new_strings (values[0]));
  else if (values != NULL)
    json_object_set_string_member (object, member->key, values[0]);
  else if (member->kind == STYR_JSON_NUMBER || member->kind == STYR_JSON_INTEGER)
    json_object_set_int_member (object, member->key, 1);
  else if (member->kind == STYR_JSON_DATE)
    json_object_set_string_member (object, member->key, styr_workspace_get_today (workspace));
  else
    json_object_set_boolean_member (object, "isOff", TRUE);
  return TRUE;
}

/* A rule reads the parameters that its kind can't do without. */
static gboolean
set_rule (StyrWorkspace *workspace, JsonObject *object, const char *nick, GError **error)
{
  const StyrJsonStruct *spec = styr_model_list_get_struct (STYR_LIST_RULES);
  const StyrRuleKind *kind = styr_rule_kind_find (nick);

  g_return_val_if_fail (kind != NULL, FALSE);

  json_object_set_string_member (object, "kind", nick);
  json_object_set_string_member (object, "severity", "warning");
  for (const StyrRuleParam *param = kind->params; param->member != NULL; param++)
    {
      const StyrJsonMember *member = styr_json_struct_find (spec, param->member);

      if (param->needed && member != NULL && !set_param (workspace, object, member, param, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (StyrWorkspace *workspace,
      const char *list_path,
      const char *list,
      JsonObject *object,
      const char *name,
      const char *kind,
      GError **error)
{
  const StyrJsonStruct *spec = styr_model_path_get_struct (list_path);

  if (g_str_equal (list, "places") && !set_place (workspace, list_path, object, error))
    return FALSE;
  if (g_str_equal (list, "terms"))
    set_term (workspace, object);
  if (g_str_equal (list, "rules") && !set_rule (workspace, object, kind, error))
    return FALSE;
  if (g_str_equal (list, "history"))
    json_object_set_string_member (object, "date", styr_workspace_get_today (workspace));
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    if (m->required && m->kind != STYR_JSON_ID && !(spec->has_id && g_str_equal (m->key, "id")) &&
        !set_default (workspace, object, m, name, error))
      return FALSE;
  return TRUE;
}

static char *
add (StyrWorkspace *workspace, const char *list_path, JsonNode *node, GError **error)
{
  g_autofree char *list = styr_model_path_dup_list (list_path);
  g_autofree char *name = styr_model_name_of_element (workspace, list, json_node_get_object (node));
  /* Translators: history: what was added to the model */
  g_autofree char *label = g_strdup_printf (_ ("Model: %s added"), name);
  JsonNode *value;

  if (!styr_workspace_add_to_model (workspace, label, list_path, node, error))
    return NULL;
  value = styr_workspace_peek_model_value (workspace, list_path);
  return styr_model_path_dup_element (list_path,
                                      json_node_get_array (value),
                                      json_array_get_length (json_node_get_array (value)) - 1);
}

/**
 * styr_model_new_add:
 * @list_path: path of the list
 * @name: (nullable): what it is called, where it has a name
 * @number: (nullable): the number that people know it by
 * @kind: (nullable): of a rule
 *
 * Adds an element last in a list.
 *
 * Returns: (transfer full) (nullable): its path; NULL with @error when something that it needs
 * isn't there
 */
char *
styr_model_new_add (StyrWorkspace *workspace,
                    const char *list_path,
                    const char *name,
                    const char *number,
                    const char *kind,
                    GError **error)
{
  g_autofree char *list = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  const StyrListWords *words;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && list_path != NULL, NULL);

  list = styr_model_path_dup_list (list_path);
  words = styr_list_words_find (list);
  object = json_object_new ();
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  if (number != NULL)
    json_object_set_string_member (object, "id", number);
  if (!fill (workspace,
             list_path,
             list,
             object,
             name != NULL ? name : styr_model_word (words->add),
             kind,
             error))
    return NULL;
  return add (workspace, list_path, node, error);
}

/**
 * styr_model_new_add_to_block:
 * @block: id of a block
 * @name: what the new document type is called
 *
 * Adds a document type to a block.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
styr_model_new_add_to_block (StyrWorkspace *workspace,
                             const char *block,
                             const char *name,
                             GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  g_return_val_if_fail (block != NULL && name != NULL, NULL);

  json_node_take_object (node, object);
  json_object_set_string_member (object, "block", block);
  if (!fill (workspace, "documentTypes", "documentTypes", object, name, NULL, error))
    return NULL;
  return add (workspace, "documentTypes", node, error);
}

/* The copy gets an id of its own; one that people read keeps the likeness: N2, N2b, N2c. */
static void
renumber (StyrWorkspace *workspace, const char *list_path, JsonObject *object)
{
  g_autofree char *list = styr_model_path_dup_list (list_path);
  g_autofree char *number = NULL;

  if (json_object_has_member (object, "id") && styr_model_new_needs_number (list))
    number = g_strdup (json_object_get_string_member (object, "id"));
  json_object_remove_member (object, "id");
  for (char letter = 'b'; number != NULL && letter <= 'z'; letter++)
    {
      g_autofree char *id = g_strdup_printf ("%s%c", number, letter);
      g_autofree char *path = styr_model_path_join (list_path, id);

      if (styr_workspace_peek_model_value (workspace, path) != NULL)
        continue;
      json_object_set_string_member (object, "id", id);
      return;
    }
}

/**
 * styr_model_new_duplicate:
 * @path: an element
 *
 * Adds a copy of it last in its list.
 *
 * Returns: (transfer full) (nullable): the copy's path
 */
char *
styr_model_new_duplicate (StyrWorkspace *workspace, const char *path, GError **error)
{
  g_autofree char *list_path = styr_model_path_dup_parent (path);
  JsonNode *original = styr_workspace_peek_model_value (workspace, path);
  g_autoptr (JsonNode) copy = NULL;
  JsonObject *object;

  g_return_val_if_fail (original != NULL && JSON_NODE_HOLDS_OBJECT (original), NULL);

  copy = styr_json_copy (original);
  object = json_node_get_object (copy);
  renumber (workspace, list_path, object);
  for (const char *const *key = (const char *const[]){ "name", "title", "label", NULL };
       *key != NULL;
       key++)
    if (json_object_has_member (object, *key))
      {
        /* Translators: name of a copy */
        g_autofree char *name = g_strdup_printf (C_ ("model", "%s (copy)"),
                                                 json_object_get_string_member (object, *key));

        json_object_set_string_member (object, *key, name);
        break;
      }
  return add (workspace, list_path, copy, error);
}
