/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-names.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * styr_model_path_dup_list:
 * @path: path of a list or of an element
 *
 * Returns: (transfer full): the key of the list that the path is about; "" for the model itself
 */
char *
styr_model_path_dup_list (const char *path)
{
  g_auto (GStrv) parts = NULL;
  guint n;

  g_return_val_if_fail (path != NULL, NULL);

  parts = g_strsplit (path, "/", -1);
  n = g_strv_length (parts);
  if (n == 0 || parts[0][0] == '\0')
    return g_strdup ("");
  /* list, element, list, element … */
  return g_strdup (parts[(n - 1) / 2 * 2]);
}

/**
 * styr_model_path_dup_parent:
 *
 * Returns: (transfer full): the path without its last part
 */
char *
styr_model_path_dup_parent (const char *path)
{
  const char *slash;

  g_return_val_if_fail (path != NULL, NULL);

  slash = strrchr (path, '/');
  return slash != NULL ? g_strndup (path, (gsize) (slash - path)) : g_strdup ("");
}

/**
 * styr_model_path_join:
 *
 * Returns: (transfer full): the path of @key in @path, which may be ""
 */
char *
styr_model_path_join (const char *path, const char *key)
{
  g_return_val_if_fail (path != NULL && key != NULL, NULL);

  return path[0] != '\0' ? g_strconcat (path, "/", key, NULL) : g_strdup (key);
}

/**
 * styr_model_path_get_struct:
 * @path: path of a list or of an element
 *
 * Returns: (nullable): what the elements are made of
 */
const StyrJsonStruct *
styr_model_path_get_struct (const char *path)
{
  StyrModelPlace place;

  g_return_val_if_fail (path != NULL, NULL);

  return styr_model_edit_describe (path, &place) ? place.item : NULL;
}

/**
 * styr_model_path_dup_element:
 * @list_path: path of @list
 * @index: an element of @list
 *
 * Returns: (transfer full): the element's path: by its id, or by its place where it has none
 */
char *
styr_model_path_dup_element (const char *list_path, JsonArray *list, guint index)
{
  JsonObject *element;
  const StyrJsonStruct *item;

  g_return_val_if_fail (list != NULL && index < json_array_get_length (list), NULL);

  element = json_array_get_object_element (list, index);
  item = styr_model_path_get_struct (list_path);
  if (item != NULL && item->has_id)
    return g_strdup_printf (
        "%s/%s", list_path, json_object_get_string_member_with_default (element, "id", ""));
  return g_strdup_printf ("%s/[%u]", list_path, index);
}

/**
 * styr_model_peek:
 * @path: a path, or "" for the whole model
 *
 * Returns: (transfer none) (nullable): what the shown model holds there
 */
JsonNode *
styr_model_peek (StyrWorkspace *workspace, const char *path)
{
  StyrModel *model = styr_workspace_get_model (workspace);

  g_return_val_if_fail (path != NULL, NULL);

  if (path[0] != '\0')
    return styr_workspace_peek_model_value (workspace, path);
  return model != NULL ? styr_model_to_json (model) : NULL;
}

static const char *
get_text (JsonObject *element, const char *key)
{
  JsonNode *node = json_object_get_member (element, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* The value of a member that has a fixed set of them, in words. */
static const char *
get_choice (const char *list, JsonObject *element, const char *key)
{
  const StyrMemberWords *words = styr_member_words_find (list, key);
  const char *value = get_text (element, key);
  const char *title = NULL;

  if (value != NULL && words != NULL && words->choices != NULL)
    title = styr_choice_get_title (words->choices, value);
  return title != NULL ? title : value;
}

/**
 * styr_model_name_of_reference:
 * @list: key of one of the package's lists
 * @id: an element of it
 *
 * Returns: (transfer full): what the element is called; @id when it isn't there
 */
char *
styr_model_name_of_reference (StyrWorkspace *workspace, const char *list, const char *id)
{
  g_autofree char *path = NULL;
  JsonNode *node;

  g_return_val_if_fail (list != NULL, NULL);

  if (id == NULL)
    return NULL;
  path = g_strdup_printf ("%s/%s", list, id);
  node = styr_workspace_peek_model_value (workspace, path);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_strcmp0 (id, "unit") == 0 ? g_strdup (_ ("The document’s own body")) : g_strdup (id);
  return styr_model_name_of_element (workspace, list, json_node_get_object (node));
}

static char *
name_connector (StyrWorkspace *workspace, JsonObject *element)
{
  g_autofree char *from =
      styr_model_name_of_reference (workspace, "blocks", get_text (element, "from"));
  g_autofree char *to =
      styr_model_name_of_reference (workspace, "blocks", get_text (element, "to"));

  return g_strdup_printf ("%s → %s", from, to);
}

static char *
name_condition (StyrWorkspace *workspace, JsonObject *element)
{
  g_autofree char *decider =
      styr_model_name_of_reference (workspace, "bodyTypes", get_text (element, "decider"));
  g_autoptr (GString) text = g_string_new (NULL);
  const char *scope = get_choice ("decisionRules", element, "scope");
  const char *political = get_text (element, "political");
  const char *law = get_text (element, "lawRequiresCouncil");

  if (scope != NULL)
    g_string_append (text, scope);
  if (political != NULL)
    g_string_append_printf (text,
                            "%s%s",
                            text->len > 0 ? ", " : "",
                            political[0] == 'y' ? C_ ("model", "political content")
                                                : C_ ("model", "no political content"));
  if (law != NULL)
    g_string_append_printf (text,
                            "%s%s",
                            text->len > 0 ? ", " : "",
                            law[0] == 'y' ? C_ ("model", "the law demands the council")
                                          : C_ ("model", "the law doesn’t demand the council"));
  if (text->len == 0)
    g_string_append (text, C_ ("model", "Otherwise"));
  return g_strdup_printf ("%s → %s", text->str, decider);
}

/**
 * styr_model_name_of_element:
 * @list: key of the list it stands in
 * @element: an element
 *
 * Returns: (transfer full): what a person calls it
 */
char *
styr_model_name_of_element (StyrWorkspace *workspace, const char *list, JsonObject *element)
{
  static const char *const names[] = { "name", "title", "label", "note", "id", NULL };

  g_return_val_if_fail (list != NULL && element != NULL, NULL);

  if (g_str_equal (list, "connectors"))
    return name_connector (workspace, element);
  if (g_str_equal (list, "decisionRules"))
    return name_condition (workspace, element);
  if (g_str_equal (list, "places"))
    return styr_model_name_of_reference (workspace, "blocks", get_text (element, "block"));
  if (g_str_equal (list, "strands"))
    return g_strdup (get_choice (list, element, "strand"));
  if (g_str_equal (list, "counts"))
    return g_strdup (get_choice (list, element, "count"));
  for (guint i = 0; names[i] != NULL; i++)
    if (get_text (element, names[i]) != NULL && *get_text (element, names[i]) != '\0')
      return g_strdup (get_text (element, names[i]));
  return g_strdup ("");
}

/**
 * styr_model_name_of_path:
 * @path: path of an element, or of a list, or ""
 *
 * Returns: (transfer full): what a person calls what is there
 */
char *
styr_model_name_of_path (StyrWorkspace *workspace, const char *path)
{
  g_autofree char *list = styr_model_path_dup_list (path);
  const StyrListWords *words = styr_list_words_find (list);
  JsonNode *node = path[0] != '\0' ? styr_model_peek (workspace, path) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return styr_model_name_of_element (workspace, list, json_node_get_object (node));
  if (g_str_equal (path, "terminology"))
    return g_strdup (C_ ("model", "Words"));
  return g_strdup (words != NULL ? styr_model_word (words->title) : list);
}

static char *
note_place (StyrWorkspace *workspace, JsonObject *element)
{
  g_autofree char *level =
      styr_model_name_of_reference (workspace, "levels", get_text (element, "level"));
  const char *axis = get_choice ("places", element, "axis");

  return level != NULL ? g_strdup_printf ("%s · %s", axis, level) : g_strdup (axis);
}

static char *
note_rule (JsonObject *element)
{
  const char *kind = get_text (element, "kind");
  const StyrRuleKind *rule_kind = kind != NULL ? styr_rule_kind_find (kind) : NULL;
  gboolean off = json_object_get_boolean_member_with_default (element, "isOff", FALSE);

  return g_strdup_printf ("%s · %s%s%s · %s",
                          get_text (element, "id"),
                          get_choice ("rules", element, "severity"),
                          off ? " · " : "",
                          off ? C_ ("model", "off") : "",
                          rule_kind != NULL ? _ (rule_kind->title) : kind);
}

/**
 * styr_model_element_is_retired:
 * @element: an element of the model
 *
 * Returns: whether it is out of use today
 */
gboolean
styr_model_element_is_retired (StyrWorkspace *workspace, JsonObject *element)
{
  const char *from;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && element != NULL, FALSE);

  from = get_text (element, "retiredFrom");
  return json_object_get_boolean_member_with_default (element, "isRetired", FALSE) ||
         (from != NULL && strcmp (from, styr_workspace_get_today (workspace)) <= 0);
}

static char *
describe (StyrWorkspace *workspace, const char *list, JsonObject *element)
{
  static const struct
  {
    const char *list, *key, *refers_to;
  } notes[] = {
    { "blocks", "kind", NULL },
    { "connectors", "kind", NULL },
    { "sections", "kind", NULL },
    { "fields", "kind", NULL },
    { "pictures", "template", NULL },
    { "documentTypes", "block", "blocks" },
    { "calendarRules", "documentType", "documentTypes" },
    { "reportTemplates", "documentType", "documentTypes" },
    { "history", "date", NULL },
    { "milestones", "dueOn", NULL },
    { "goalTypes", "owner", "bodyTypes" },
    { "decisionRules", "reason", NULL },
    { "pendingRules", "id", NULL },
    { "grades", "symbol", NULL },
  };

  if (g_str_equal (list, "places"))
    return note_place (workspace, element);
  if (g_str_equal (list, "rules"))
    return note_rule (element);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_str_equal (notes[i].list, list))
      return notes[i].refers_to != NULL
                 ? styr_model_name_of_reference (
                       workspace, notes[i].refers_to, get_text (element, notes[i].key))
                 : g_strdup (get_choice (list, element, notes[i].key));
  return NULL;
}

/**
 * styr_model_note_of_element:
 *
 * Returns: (transfer full) (nullable): a second line that tells the element from others, and says
 * when it is out of use
 */
char *
styr_model_note_of_element (StyrWorkspace *workspace, const char *list, JsonObject *element)
{
  g_autofree char *note = NULL;

  g_return_val_if_fail (list != NULL && element != NULL, NULL);

  note = describe (workspace, list, element);
  if (!styr_model_element_is_retired (workspace, element))
    return g_steal_pointer (&note);
  return note == NULL ? g_strdup (C_ ("model", "retired"))
                      : g_strdup_printf ("%s · %s", note, C_ ("model", "retired"));
}

/**
 * styr_model_options_of_list:
 * @list: key of one of the package's lists
 * @or_else: (nullable): what may be chosen besides
 *
 * Returns: (transfer full) (element-type StyrOption): its elements by name
 */
GPtrArray *
styr_model_options_of_list (StyrWorkspace *workspace, const char *list, const char *or_else)
{
  GPtrArray *options = styr_options_new ();
  JsonNode *node = styr_workspace_peek_model_value (workspace, list);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (or_else != NULL)
    styr_options_add (options, or_else, _ ("The document’s own body"), NULL);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = json_array_get_object_element (array, i);
      g_autofree char *name = styr_model_name_of_element (workspace, list, element);

      styr_options_add (options, get_text (element, "id"), name, NULL);
    }
  return options;
}

/**
 * styr_model_options_of_values:
 * @member: a member with a fixed set of values
 * @choices: (nullable): their names
 *
 * Returns: (transfer full) (element-type StyrOption): the values in words
 */
GPtrArray *
styr_model_options_of_values (const StyrJsonMember *member, const char *choices)
{
  GPtrArray *options = styr_options_new ();
  g_autoptr (GPtrArray) values = styr_json_member_dup_values (member);

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const char *value = values->pdata[i];
      const char *title = choices != NULL ? styr_choice_get_title (choices, value) : NULL;

      styr_options_add (options, value, title != NULL ? title : value, NULL);
    }
  return options;
}

/**
 * styr_model_dup_sentence:
 * @model: (nullable): what is changed
 *
 * Returns: (transfer full): which model it is, under the heading of the page that changes it
 */
char *
styr_model_dup_sentence (StyrModel *model)
{
  const char *status = model != NULL ? styr_model_get_text (model, "status") : NULL;
  const char *word = status != NULL ? styr_choice_get_title ("status", status) : NULL;

  if (model == NULL)
    return g_strdup ("");
  /* Translators: the page of the model: name of the model, its status */
  return g_strdup_printf (_ ("%s · %s. Every change is saved and can be undone."),
                          styr_model_get_name (model),
                          word != NULL ? word : "");
}
