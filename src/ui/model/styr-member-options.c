/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-member-options.h"

#include "styr-names.h"
#include "styr-rule-kind.h"
#include "styr-scene.h"

#include <glib/gi18n-lib.h>

/* Whose options are asked for: those of a member of the element at a path. */
typedef struct
{
  StyrWorkspace *workspace;
  char *path, *list;
  const StyrJsonMember *member;
  const StyrMemberWords *words;
} Query;

/* Texts that the loader takes as they are, but that name something. */
static const struct
{
  const char *list, *key, *refers_to;
} namings[] = {
  { "", "decidedBy", "bodyTypes" }, { "history", "body", "bodyTypes" },
  { "chapters", "section", NULL },  { "rules", "sections", NULL },
  { "rules", "fields", NULL },      { "rules", "kinds", NULL },
};

/**
 * styr_member_options_new:
 *
 * Returns: (transfer full): a query for styr_member_options_provide()
 */
gpointer
styr_member_options_new (StyrWorkspace *workspace,
                         const char *path,
                         const StyrJsonMember *member,
                         const StyrMemberWords *words)
{
  Query *query = g_new0 (Query, 1);

  query->workspace = g_object_ref (workspace);
  query->path = g_strdup (path);
  query->list = styr_model_path_dup_list (path);
  query->member = member;
  query->words = words;
  return query;
}

/** Frees a query. */
void
styr_member_options_free (gpointer data)
{
  Query *query = data;

  g_object_unref (query->workspace);
  g_free (query->path);
  g_free (query->list);
  g_free (query);
}

/**
 * styr_member_options_has:
 * @path: path of an element
 * @key: a member whose kind is text
 *
 * Returns: whether its texts are chosen among some that the model holds
 */
gboolean
styr_member_options_has (const char *path, const char *key)
{
  g_autofree char *list = styr_model_path_dup_list (path);

  for (guint i = 0; i < G_N_ELEMENTS (namings); i++)
    if (g_str_equal (namings[i].list, list) && g_str_equal (namings[i].key, key))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_months (void)
{
  GPtrArray *options = styr_options_new ();

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *id = g_strdup_printf ("%d", month);
      g_autofree char *name = styr_name_sentence_case (styr_wheel_get_month_name (month));

      styr_options_add (options, id, name, NULL);
    }
  return options;
}

static JsonArray *
get_array (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (Query *query, const char *path)
{
  JsonNode *node = styr_workspace_peek_model_value (query->workspace, path);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
add_fields (GPtrArray *options, JsonObject *section, const char *prefix, const char *group)
{
  JsonArray *fields = get_array (section, "fields");

  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);
      const char *field_id = json_object_get_string_member (field, "id");
      g_autofree char *id =
          prefix != NULL ? g_strdup_printf ("%s.%s", prefix, field_id) : g_strdup (field_id);

      if (styr_options_find_label (options, id) == NULL)
        styr_options_add (options, id, json_object_get_string_member (field, "title"), group);
    }
}

static void
add_sections (GPtrArray *options, JsonObject *type, gboolean with_sections, gboolean with_fields)
{
  JsonArray *sections = get_array (type, "sections");

  for (guint i = 0; sections != NULL && i < json_array_get_length (sections); i++)
    {
      JsonObject *section = json_array_get_object_element (sections, i);
      const char *id = json_object_get_string_member (section, "id");
      const char *title = json_object_get_string_member (section, "title");
      g_autofree char *group =
          g_strdup_printf ("%s: %s", json_object_get_string_member (type, "name"), title);

      if (with_sections && styr_options_find_label (options, id) == NULL)
        styr_options_add (options, id, title, json_object_get_string_member (type, "name"));
      if (with_fields)
        add_fields (options, section, id, group);
    }
}

/* The document types that a rule is about: those it names, else all. */
static GPtrArray *
list_rule_types (Query *query, JsonObject *rule, const char *list, const char *key)
{
  GPtrArray *types = g_ptr_array_new ();
  JsonArray *ids = rule != NULL ? get_array (rule, key) : NULL;
  JsonNode *node = styr_workspace_peek_model_value (query->workspace, list);
  JsonArray *all = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++)
    {
      JsonObject *type = json_array_get_object_element (all, i);
      gboolean named = ids == NULL;

      for (guint j = 0; ids != NULL && j < json_array_get_length (ids); j++)
        named = named || g_strcmp0 (json_array_get_string_element (ids, j),
                                    json_object_get_string_member (type, "id")) == 0;
      if (named)
        g_ptr_array_add (types, type);
    }
  return types;
}

static GPtrArray *
list_columns (void)
{
  const StyrJsonMember *member = styr_json_struct_find (
      styr_model_list_get_struct (STYR_LIST_DOCUMENT_TYPES), "requiredMetadata");

  return styr_model_options_of_values (member, "metadata");
}

/* What `fields` of a rule means depends on its kind: columns of the card, fields of a goal type,
 * columns of a list, or fields of a document's sections. */
static GPtrArray *
list_rule_fields (Query *query, JsonObject *rule)
{
  const char *kind = json_object_get_string_member (rule, "kind");
  gboolean of_goals = g_str_has_prefix (kind, "goal-");
  GPtrArray *options;
  g_autoptr (GPtrArray) types = NULL;

  if (g_str_equal (kind, "document-metadata"))
    return list_columns ();
  options = styr_options_new ();
  types = list_rule_types (query,
                           rule,
                           of_goals ? "goalTypes" : "documentTypes",
                           of_goals ? "goalTypes" : "documentTypes");
  for (guint i = 0; i < types->len; i++)
    if (of_goals)
      add_fields (options, types->pdata[i], NULL, NULL);
    else if (g_str_equal (kind, "field-follows"))
      add_sections (options, types->pdata[i], FALSE, TRUE);
    else
      {
        JsonArray *sections = get_array (types->pdata[i], "sections");

        for (guint j = 0; sections != NULL && j < json_array_get_length (sections); j++)
          add_fields (options, json_array_get_object_element (sections, j), NULL, NULL);
      }
  return options;
}

static GPtrArray *
list_rule_values (Query *query, JsonObject *rule)
{
  GPtrArray *options = styr_options_new ();
  const StyrRuleKind *kind = styr_rule_kind_find (json_object_get_string_member (rule, "kind"));
  const StyrRuleParam *param =
      kind != NULL ? styr_rule_kind_find_param (kind, query->member->key) : NULL;
  g_auto (GStrv) values =
      param != NULL && param->values != NULL ? g_strsplit (param->values, " ", -1) : NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    styr_options_add (
        options, values[i], styr_choice_get_title (query->words->choices, values[i]), NULL);
  return options;
}

/* Which sections of a rule may stand for each other: "goals|coreGoals" */

static void
add_either (GPtrArray *options, const char *either)
{
  g_auto (GStrv) ids = g_strsplit (either, "|", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (styr_options_find_label (options, either) != NULL)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *label = styr_options_find_label (options, ids[i]);

      /* Translators: between two sections of which one is enough: "Goals or Core goals" */
      g_string_append_printf (
          text, "%s%s", i > 0 ? C_ ("model", " or ") : "", label != NULL ? label : ids[i]);
    }
  styr_options_add (options, either, text->str, C_ ("model", "One of them is enough"));
}

/* The sections of some document types, each id once. */
static GPtrArray *
list_sections (GPtrArray *types)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < types->len; i++)
    {
      JsonArray *sections = get_array (types->pdata[i], "sections");

      for (guint j = 0; sections != NULL && j < json_array_get_length (sections); j++)
        {
          JsonObject *section = json_array_get_object_element (sections, j);

          if (g_hash_table_add (ids, (gpointer) json_object_get_string_member (section, "id")))
            g_ptr_array_add (found, section);
        }
    }
  return found;
}

/* Sections of one kind, two and two. */
static void
add_pairs (GPtrArray *options, GPtrArray *types)
{
  g_autoptr (GPtrArray) sections = list_sections (types);

  for (guint i = 0; i < sections->len; i++)
    for (guint j = i + 1; j < sections->len; j++)
      {
        JsonObject *one = sections->pdata[i];
        JsonObject *two = sections->pdata[j];
        g_autofree char *either = g_strdup_printf ("%s|%s",
                                                   json_object_get_string_member (one, "id"),
                                                   json_object_get_string_member (two, "id"));

        if (g_str_equal (json_object_get_string_member (one, "kind"),
                         json_object_get_string_member (two, "kind")))
          add_either (options, either);
      }
}

static void
add_alternatives (GPtrArray *options, GPtrArray *types, JsonObject *rule)
{
  JsonArray *chosen = get_array (rule, "sections");

  for (guint i = 0; chosen != NULL && i < json_array_get_length (chosen); i++)
    if (strchr (json_array_get_string_element (chosen, i), '|') != NULL)
      add_either (options, json_array_get_string_element (chosen, i));
  /* a rule about every type would have as many pairs as nobody looks through */
  if (get_array (rule, "documentTypes") != NULL)
    add_pairs (options, types);
}

static GPtrArray *
list_for_rule (Query *query)
{
  JsonObject *rule = get_object (query, query->path);
  g_autoptr (GPtrArray) types = NULL;
  GPtrArray *options;
  gboolean with_places;

  if (rule == NULL)
    return styr_options_new ();
  if (query->words->choices != NULL)
    return list_rule_values (query, rule);
  if (g_str_equal (query->member->key, "fields"))
    return list_rule_fields (query, rule);
  options = styr_options_new ();
  types = list_rule_types (query, rule, "documentTypes", "documentTypes");
  with_places = g_str_equal (json_object_get_string_member (rule, "kind"), "document-sections");
  for (guint i = 0; i < types->len; i++)
    add_sections (options, types->pdata[i], TRUE, with_places);
  if (with_places)
    add_alternatives (options, types, rule);
  return options;
}

/* The sections of the document type that a report template is of. */
static GPtrArray *
list_for_chapter (Query *query)
{
  g_autofree char *chapters = styr_model_path_dup_parent (query->path);
  g_autofree char *template_path = styr_model_path_dup_parent (chapters);
  JsonObject *report = get_object (query, template_path);
  GPtrArray *options = styr_options_new ();
  g_autofree char *path = NULL;
  JsonObject *type;

  if (report == NULL)
    return options;
  path =
      g_strdup_printf ("documentTypes/%s", json_object_get_string_member (report, "documentType"));
  type = get_object (query, path);
  if (type != NULL)
    add_sections (options, type, TRUE, FALSE);
  return options;
}

/**
 * styr_member_options_provide:
 * @query: of styr_member_options_new()
 *
 * Returns: (transfer full) (element-type StyrOption): what can be chosen now
 */
GPtrArray *
styr_member_options_provide (gpointer data)
{
  Query *query = data;

  if (query->words->hint == STYR_HINT_MONTH)
    return list_months ();
  if (query->member->refers_to != NULL)
    return styr_model_options_of_list (
        query->workspace, query->member->refers_to, query->member->or_else);
  if (query->member->kind == STYR_JSON_ENUM || query->member->allowed != NULL)
    return styr_model_options_of_values (query->member, query->words->choices);
  if (g_str_equal (query->list, "chapters"))
    return list_for_chapter (query);
  for (guint i = 0; i < G_N_ELEMENTS (namings); i++)
    if (namings[i].refers_to != NULL && g_str_equal (namings[i].list, query->list) &&
        g_str_equal (namings[i].key, query->member->key))
      return styr_model_options_of_list (query->workspace, namings[i].refers_to, NULL);
  return list_for_rule (query);
}
