/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-compare.h"

#include "styr-locale.h"
#include "styr-model-references.h"
#include "styr-model-words.h"

#include <glib/gi18n-lib.h>

/* What differs between two models, element by element and member by member, by the tables of the
 * format. */

typedef struct
{
  JsonNode *roots[2];
  GPtrArray *found;
} Comparison;

/* Where in the comparison: the list, and the element in its words. */
typedef struct
{
  const char *list; /* key of the list the element stands in; "" for the model itself */
  const char *id;
  const char *title; /* "Plan › Goals" */
} Spot;

static const char *
text_of (JsonObject *object, const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* Values in words ------------------------------------------------------------------------------ */

static char *
dup_referred (JsonNode *root, const char *list, const char *id)
{
  g_autofree char *path = g_strconcat (list, "/", id, NULL);

  return styr_model_edit_find (root, path) != NULL ? styr_model_dup_element_name (root, path)
                                                   : g_strdup (id);
}

/* Texts that may be free, but mostly name a body: the format doesn't ask for one. */
static gboolean
may_name_body (const StyrJsonMember *m)
{
  return m != NULL && (g_str_equal (m->key, "decidedBy") || g_str_equal (m->key, "body") ||
                       g_str_equal (m->key, "responsible"));
}

static char *
dup_text_word (JsonNode *root,
               const StyrJsonMember *m,
               const StyrMemberWords *words,
               const char *text)
{
  const char *title = NULL;

  if (m != NULL && m->refers_to != NULL)
    return dup_referred (root, m->refers_to, text);
  if (may_name_body (m))
    return dup_referred (root, "bodyTypes", text);
  if (words != NULL && words->choices != NULL)
    title = styr_choice_get_title (words->choices, text);
  return g_strdup (title != NULL ? title : text);
}

static char *
dup_number_word (JsonNode *node)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (g_ascii_formatd (text, sizeof text, "%g", json_node_get_double (node)));
}

static char *
dup_word (JsonNode *root, const StyrJsonMember *m, const StyrMemberWords *words, JsonNode *node)
{
  g_autoptr (GString) joined = NULL;
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      array = json_node_get_array (node);
      joined = g_string_new (NULL);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *one = dup_word (root, m, words, json_array_get_element (array, i));

          g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", one != NULL ? one : "");
        }
      return g_strdup (joined->str);
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return dup_text_word (root, m, words, json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("Yes") : _ ("No"));
  return dup_number_word (node);
}

/* Findings ------------------------------------------------------------------------------------- */

static const char *
item_word (const char *list)
{
  const StyrListWords *words = styr_list_words_find (list);

  return words != NULL ? styr_model_word (words->item) : NULL;
}

static char *
dup_sentence (
    const Spot *spot, const char *change, const char *member, const char *before, const char *after)
{
  const char *item = spot->list[0] != '\0' ? item_word (spot->list) : NULL;
  g_autofree char *what =
      item != NULL ? g_strdup_printf (_ ("%s “%s”"), item, spot->title) : g_strdup (spot->title);

  if (g_str_equal (change, "added"))
    /* Translators: what has been added: document type “Plan” */
    return g_strdup_printf (_ ("New: %s"), what);
  if (g_str_equal (change, "removed"))
    return g_strdup_printf (_ ("Removed: %s"), what);
  if (g_str_equal (change, "retired"))
    return g_strdup_printf (_ ("Out of use: %s"), what);
  if (before == NULL)
    /* Translators: what was changed, its member, what that is now */
    return g_strdup_printf (_ ("%s: %s is now “%s”"), what, member, after);
  if (after == NULL)
    /* Translators: what was changed, its member, what that was */
    return g_strdup_printf (_ ("%s: %s “%s” has been taken away"), what, member, before);
  /* Translators: what was changed, its member, what that was, what it is */
  return g_strdup_printf (_ ("%s: %s was “%s”, is now “%s”"), what, member, before, after);
}

/* What says which version it is and who decided it: always another in a draft, which says nothing
 * about what the model is. */
static gboolean
is_of_decision (const Spot *spot, const char *key)
{
  static const char *const keys[] = { "status",    "decidedBy",      "decidedOn",
                                      "sectionNo", "registrationNo", "validFrom",
                                      "validTo",   "interimUntil",   "version" };

  for (guint i = 0; spot->list[0] == '\0' && i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i], key))
      return TRUE;
  return FALSE;
}

static StyrRecord *
add_difference (Comparison *self,
                const Spot *spot,
                const char *change,
                const char *member,
                const char *before,
                const char *after)
{
  g_autofree char *id = g_strdup_printf ("%u", self->found->len);
  g_autofree char *text = dup_sentence (spot, change, member, before, after);
  StyrRecord *record = styr_record_new ("difference", id);

  styr_record_set_text (record, "list", spot->list);
  styr_record_set_text (record, "element_id", spot->id);
  styr_record_set_text (record, "title", spot->title);
  styr_record_set_text (record, "change", change);
  styr_record_set_text (record, "member", member);
  styr_record_set_text (record, "before", before);
  styr_record_set_text (record, "after", after);
  styr_record_set_text (record, "text", text);
  g_ptr_array_add (self->found, record);
  return record;
}

static void compare_lists (Comparison *self,
                           const Spot *outer,
                           const char *list,
                           const StyrJsonStruct *item,
                           JsonNode *before,
                           JsonNode *after);

static gboolean
is_retiring (const char *key, JsonNode *before, JsonNode *after)
{
  if (g_str_equal (key, "retiredFrom"))
    return before == NULL && after != NULL;
  return g_str_equal (key, "isRetired") && after != NULL && JSON_NODE_HOLDS_VALUE (after) &&
         json_node_get_boolean (after);
}

static gboolean
is_same (JsonNode *before, JsonNode *after)
{
  if (before == NULL || after == NULL)
    return before == after;
  return json_node_equal (before, after);
}

static void
compare_member (Comparison *self,
                const Spot *spot,
                const StyrJsonMember *m,
                JsonObject *before,
                JsonObject *after)
{
  JsonNode *old = json_object_get_member (before, m->key);
  JsonNode *new = json_object_get_member (after, m->key);
  const StyrMemberWords *words = styr_member_words_find (spot->list, m->key);
  g_autofree char *was = NULL, *is = NULL;
  StyrRecord *found;

  if (is_same (old, new))
    return;
  if (m->kind == STYR_JSON_STRUCTS)
    {
      compare_lists (self, spot, m->key, m->item, old, new);
      return;
    }
  was = dup_word (self->roots[0], m, words, old);
  is = dup_word (self->roots[1], m, words, new);
  if (g_strcmp0 (was, is) == 0)
    return;
  found = add_difference (self,
                          spot,
                          is_retiring (m->key, old, new) ? "retired" : "changed",
                          words != NULL ? styr_model_word (words->title) : m->key,
                          was,
                          is);
  styr_record_set_int (found, "is_of_decision", is_of_decision (spot, m->key));
}

/* Lists ---------------------------------------------------------------------------------------- */

/* What makes an element the same one in both: its id, else what it is about. */
static char *
dup_key (JsonNode *element)
{
  static const char *const keys[] = { "id", "date", "block", "section", "strand" };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;

  if (text_of (object, "from") != NULL && text_of (object, "to") != NULL)
    return g_strdup_printf ("%s>%s", text_of (object, "from"), text_of (object, "to"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (text_of (object, keys[i]) != NULL)
      return g_strdup (text_of (object, keys[i]));
  return json_to_string (element, FALSE);
}

/* Elements by their keys; twins get numbers. */
static GHashTable *
index_list (JsonNode *list, GPtrArray *order)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array =
      list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *plain = dup_key (element);
      char *key = g_strdup (plain);

      for (guint n = 2; g_hash_table_contains (index, key); n++)
        {
          g_free (key);
          key = g_strdup_printf ("%s#%u", plain, n);
        }
      g_hash_table_insert (index, key, element);
      g_ptr_array_add (order, key);
    }
  return index;
}

static char *
dup_title (JsonNode *root, const Spot *outer, const char *list, JsonNode *element, const char *key)
{
  static const char *const names[] = { "name", "title", "label", "date" };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
  const char *text = NULL;
  g_autofree char *name = NULL;

  if (text_of (object, "from") != NULL && text_of (object, "to") != NULL)
    {
      g_autofree char *from = dup_referred (root, "blocks", text_of (object, "from"));
      g_autofree char *to = dup_referred (root, "blocks", text_of (object, "to"));

      name = g_strdup_printf ("%s → %s", from, to);
    }
  for (guint i = 0; name == NULL && text == NULL && i < G_N_ELEMENTS (names); i++)
    text = text_of (object, names[i]);
  if (name == NULL && text == NULL && text_of (object, "block") != NULL)
    name = dup_referred (root, "blocks", text_of (object, "block"));
  if (name == NULL && text == NULL && text_of (object, "decider") != NULL)
    name = dup_referred (root, "bodyTypes", text_of (object, "decider"));
  if (name == NULL)
    name = g_strdup (text != NULL ? text : key);
  return outer->list[0] != '\0' ? g_strdup_printf ("%s › %s", outer->title, name)
                                : g_steal_pointer (&name);
}

static void
compare_element (Comparison *self,
                 const Spot *outer,
                 const char *list,
                 const StyrJsonStruct *item,
                 const char *key,
                 JsonNode *before,
                 JsonNode *after)
{
  g_autofree char *title = after != NULL ? dup_title (self->roots[1], outer, list, after, key)
                                         : dup_title (self->roots[0], outer, list, before, key);
  Spot spot = { list, key, title };

  if (before == NULL || after == NULL)
    {
      add_difference (self, &spot, before == NULL ? "added" : "removed", NULL, NULL, NULL);
      return;
    }
  for (const StyrJsonMember *m = item->members; m->key != NULL; m++)
    compare_member (self, &spot, m, json_node_get_object (before), json_node_get_object (after));
}

/* The elements of @order that are in @others too, by their names. */
static char *
dup_order (JsonNode *root, const char *list, GPtrArray *order, GHashTable *own, GHashTable *others)
{
  const Spot nowhere = { "", NULL, NULL };
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    if (g_hash_table_contains (others, order->pdata[i]))
      {
        g_autofree char *name = dup_title (
            root, &nowhere, list, g_hash_table_lookup (own, order->pdata[i]), order->pdata[i]);

        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  return g_string_free (names, FALSE);
}

static gboolean
is_same_order (GPtrArray *old_order, GHashTable *old, GPtrArray *new_order, GHashTable *new)
{
  guint i = 0, j = 0;

  for (;; i++, j++)
    {
      while (i < old_order->len && !g_hash_table_contains (new, old_order->pdata[i]))
        i++;
      while (j < new_order->len && !g_hash_table_contains (old, new_order->pdata[j]))
        j++;
      if (i >= old_order->len || j >= new_order->len)
        return TRUE;
      if (!g_str_equal (old_order->pdata[i], new_order->pdata[j]))
        return FALSE;
    }
}

/* The order means something where elements have ids: levels from the top, grades from the best. */
static void
compare_order (Comparison *self,
               const Spot *outer,
               const char *list,
               GPtrArray *old_order,
               GHashTable *old,
               GPtrArray *new_order,
               GHashTable *new)
{
  const StyrListWords *words = styr_list_words_find (list);
  const char *title = words != NULL ? styr_model_word (words->title) : list;
  g_autofree char *was = NULL, *is = NULL, *path = NULL;
  Spot spot = { "", NULL, NULL };

  if (is_same_order (old_order, old, new_order, new))
    return;
  path =
      outer->list[0] != '\0' ? g_strdup_printf ("%s › %s", outer->title, title) : g_strdup (title);
  spot.id = list;
  spot.title = path;
  was = dup_order (self->roots[0], list, old_order, old, new);
  is = dup_order (self->roots[1], list, new_order, new, old);
  add_difference (self, &spot, "changed", C_ ("model", "Order"), was, is);
}

static void
compare_lists (Comparison *self,
               const Spot *outer,
               const char *list,
               const StyrJsonStruct *item,
               JsonNode *before,
               JsonNode *after)
{
  g_autoptr (GPtrArray) old_order = g_ptr_array_new (), new_order = g_ptr_array_new ();
  g_autoptr (GHashTable) old = index_list (before, old_order);
  g_autoptr (GHashTable) new = index_list (after, new_order);

  for (guint i = 0; i < new_order->len; i++)
    compare_element (self,
                     outer,
                     list,
                     item,
                     new_order->pdata[i],
                     g_hash_table_lookup (old, new_order->pdata[i]),
                     g_hash_table_lookup (new, new_order->pdata[i]));
  for (guint i = 0; i < old_order->len; i++)
    if (!g_hash_table_contains (new, old_order->pdata[i]))
      compare_element (self,
                       outer,
                       list,
                       item,
                       old_order->pdata[i],
                       g_hash_table_lookup (old, old_order->pdata[i]),
                       NULL);
  if (item->has_id)
    compare_order (self, outer, list, old_order, old, new_order, new);
}

static void
compare_terms (Comparison *self, JsonObject *before, JsonObject *after)
{
  JsonNode *old = json_object_get_member (before, "terminology");
  JsonNode *new = json_object_get_member (after, "terminology");
  g_autoptr (JsonObject) none = json_object_new ();
  JsonObject *was = old != NULL ? json_node_get_object (old) : none;
  JsonObject *is = new != NULL ? json_node_get_object (new) : none;
  Spot spot = { "", "terminology", C_ ("model", "Words") };

  for (int i = 0; i < 2; i++)
    {
      JsonObjectIter iter;
      const char *term;

      json_object_iter_init_ordered (&iter, i == 0 ? is : was);
      while (json_object_iter_next_ordered (&iter, &term, NULL))
        if (g_strcmp0 (text_of (was, term), text_of (is, term)) != 0 &&
            (i == 0 || !json_object_has_member (is, term)))
          add_difference (self, &spot, "changed", term, text_of (was, term), text_of (is, term));
    }
}

/* What the file is says nothing about the model. */
static gboolean
is_of_file (const char *key)
{
  return g_str_equal (key, "format") || g_str_equal (key, "formatVersion") ||
         g_str_equal (key, "id");
}

/**
 * styr_model_compare:
 *
 * What is different in @after from @before, in the order of the format.
 *
 * Returns: (transfer full) (element-type StyrRecord): of kind "difference": "list" (its key; none
 * for the model itself), "element_id", "title" (the element in words, with what it belongs to),
 * "change" (`added` `retired` `removed` `changed`), "member" (its title), "before", "after",
 * "is_of_decision" (which version it is and who decided it: always another in a draft), and "text":
 * all of it as one sentence, translated
 */
GPtrArray *
styr_model_compare (StyrModel *before, StyrModel *after)
{
  Comparison self = { { NULL, NULL }, NULL };
  Spot model = { "", NULL, C_ ("model", "The model") };
  JsonObject *old, *new;

  g_return_val_if_fail (STYR_IS_MODEL (before) && STYR_IS_MODEL (after), NULL);

  self.roots[0] = styr_model_to_json (before);
  self.roots[1] = styr_model_to_json (after);
  self.found = g_ptr_array_new_with_free_func (g_object_unref);
  old = json_node_get_object (self.roots[0]);
  new = json_node_get_object (self.roots[1]);
  for (const StyrJsonMember *m = styr_model_get_scalars (); m->key != NULL; m++)
    if (!is_of_file (m->key))
      compare_member (&self, &model, m, old, new);
  compare_terms (&self, old, new);
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *key = styr_model_list_get_key ((StyrModelList) i);

      compare_lists (&self,
                     &model,
                     key,
                     styr_model_list_get_struct ((StyrModelList) i),
                     json_object_get_member (old, key),
                     json_object_get_member (new, key));
    }
  return self.found;
}
