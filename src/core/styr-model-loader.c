/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-loader.h"

#include "styr-error.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

#define FORMAT_VERSION 1

#define LEAST_ABOVE_MOST N_ ("the least is more than the most")

/** Frees everything that was read. */
void
styr_model_data_free (StyrModelData *data)
{
  for (int i = 0; i < STYR_N_LISTS; i++)
    styr_json_list_free (data->lists[i], styr_model_list_get_struct ((StyrModelList) i));
  for (const StyrJsonMember *m = styr_model_get_scalars (); m->key != NULL; m++)
    if (m->kind != STYR_JSON_INTEGER)
      g_free (*(char **) (void *) ((char *) data + m->offset));
  g_clear_pointer (&data->terminology, g_hash_table_unref);
  g_free (data);
}

/** The scalar @member of the package, or NULL. */
const char *
styr_model_data_get_text (StyrModelData *data, const char *member)
{
  for (const StyrJsonMember *m = styr_model_get_scalars (); m->key != NULL; m++)
    if (m->kind != STYR_JSON_INTEGER && g_str_equal (m->key, member))
      return *(char **) (void *) ((char *) data + m->offset);
  return NULL;
}

static gboolean
is_known_key (const char *key)
{
  for (const StyrJsonMember *m = styr_model_get_scalars (); m->key != NULL; m++)
    if (g_str_equal (m->key, key))
      return TRUE;
  for (int i = 0; i < STYR_N_LISTS; i++)
    if (g_str_equal (styr_model_list_get_key ((StyrModelList) i), key))
      return TRUE;
  return g_str_equal (key, "terminology");
}

static gboolean
read_terminology (JsonObject *root, StyrModelData *data, GError **error)
{
  JsonNode *node = json_object_get_member (root, "terminology");
  JsonObjectIter iter;
  const char *term_id;
  JsonNode *word;

  data->terminology = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, STYR_ERROR, STYR_ERROR_FORMAT, "terminology: %s", _ ("object expected"));
      return FALSE;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &term_id, &word))
    {
      g_autofree char *path = NULL;

      if (!JSON_NODE_HOLDS_VALUE (word) || json_node_get_value_type (word) != G_TYPE_STRING)
        {
          g_set_error (error,
                       STYR_ERROR,
                       STYR_ERROR_FORMAT,
                       "terminology.%s: %s",
                       term_id,
                       _ ("text expected"));
          return FALSE;
        }
      path = g_strconcat ("terminology.", term_id, NULL);
      if (!styr_json_check_length ("terminology", term_id, TRUE, error) ||
          !styr_json_check_length (path, json_node_get_string (word), TRUE, error))
        return FALSE;
      g_hash_table_insert (data->terminology, g_strdup (term_id), json_node_dup_string (word));
    }
  return TRUE;
}

/* The format comes first: a file of another kind or a newer format gets that said, not a complaint
 * about some key. */
static gboolean
check_format (JsonObject *root, GError **error)
{
  JsonNode *format = json_object_get_member (root, "format");
  JsonNode *node = json_object_get_member (root, "formatVersion");
  gint64 version = 0;

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) ||
      g_strcmp0 (json_node_get_string (format), "styrmodell-package") != 0)
    {
      g_set_error (error,
                   STYR_ERROR,
                   STYR_ERROR_FORMAT,
                   "format: %s",
                   _ ("this is no model package of Styrmodell"));
      return FALSE;
    }
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_INT64)
    version = json_node_get_int (node);
  if (version > FORMAT_VERSION)
    {
      g_set_error (error,
                   STYR_ERROR,
                   STYR_ERROR_TOO_NEW,
                   _ ("formatVersion: the package is written in format %d, but this program reads "
                      "format %d at most; a newer version of the "
                      "program is needed"),
                   (int) version,
                   FORMAT_VERSION);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_root_keys (JsonObject *root, GError **error)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &key, NULL))
    if (!is_known_key (key))
      {
        g_set_error (error, STYR_ERROR, STYR_ERROR_FORMAT, "%s: %s", key, _ ("unknown key"));
        return FALSE;
      }
  return TRUE;
}

static gboolean fail_at (GError **error, const char *what, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail_at (GError **error, const char *what, const char *format, ...)
{
  g_autofree char *path = NULL;
  va_list args;

  va_start (args, format);
  path = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, STYR_ERROR, STYR_ERROR_FORMAT, "%s: %s", path, what);
  return FALSE;
}

static gboolean
check_section (const StyrSection *section_, guint type, guint index, GError **error)
{
  const char *missing = _ ("is missing");

  if (section_->kind == STYR_SECTION_GOALS && section_->goal_type == NULL)
    return fail_at (error, missing, "documentTypes[%u].sections[%u].goalType", type, index);
  if ((section_->kind == STYR_SECTION_ASSESSMENTS || section_->kind == STYR_SECTION_ACTIVITIES ||
       section_->kind == STYR_SECTION_MEASURES) &&
      section_->document_type == NULL)
    return fail_at (error, missing, "documentTypes[%u].sections[%u].documentType", type, index);
  for (guint i = 0; i < section_->fields->len; i++)
    {
      const StyrField *one = section_->fields->pdata[i];

      if (one->has_min && one->has_max && one->min > one->max)
        return fail_at (error,
                        _ (LEAST_ABOVE_MOST),
                        "documentTypes[%u].sections[%u].fields[%u].min",
                        type,
                        index,
                        i);
      if (one->kind == STYR_FIELD_CHOICE && one->choices->len == 0)
        return fail_at (
            error, missing, "documentTypes[%u].sections[%u].fields[%u].choices", type, index, i);
    }
  return TRUE;
}

/* A chain of parents that comes back to its beginning would be walked for ever. Each element is
 * walked once: what led to an end before does so again. */
static gboolean
check_parents (GPtrArray *list, const char *key, const char *member, gsize offset, GError **error)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) walked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (
        parents, *(char **) list->pdata[i], *(char **) (void *) ((char *) list->pdata[i] + offset));
  for (guint i = 0; i < list->len; i++)
    for (const char *id = *(char **) list->pdata[i]; id != NULL;
         id = g_hash_table_lookup (parents, id))
      {
        gpointer by;

        if (!g_hash_table_lookup_extended (walked, id, NULL, &by))
          g_hash_table_insert (walked, (gpointer) id, GUINT_TO_POINTER (i));
        else if (GPOINTER_TO_UINT (by) == i)
          return fail_at (error, _ ("leads round in a circle"), "%s[%u].%s", key, i, member);
        else
          break;
      }
  return TRUE;
}

static gboolean
check_places (const StyrPicture *picture, guint index, GError **error)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < picture->places->len; i++)
    {
      const StyrPlace *one = picture->places->pdata[i];

      if (one->axis != STYR_AXIS_BASE && one->level == NULL)
        return fail_at (error, _ ("is missing"), "pictures[%u].places[%u].level", index, i);
      if (!g_hash_table_add (blocks, one->block))
        return fail_at (error, _ ("stands twice"), "pictures[%u].places[%u].block", index, i);
    }
  return TRUE;
}

/* What is to be at least more than at most can't be fulfilled. 0 bounds nothing. */
static gboolean
check_counts (const StyrGoalType *type, guint index, GError **error)
{
  const struct
  {
    const char *key;
    int least, most;
  } bounds[] = { { "totalMin", type->total_min, type->total_max },
                 { "perParentMin", type->per_parent_min, type->per_parent_max },
                 { "perDocumentMin", type->per_document_min, type->per_document_max } };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i].most > 0 && bounds[i].least > bounds[i].most)
      return fail_at (error, _ (LEAST_ABOVE_MOST), "goalTypes[%u].%s", index, bounds[i].key);
  return TRUE;
}

/* What a table can't say of one member alone. */
static gboolean
check_meaning (StyrModelData *data, GError **error)
{
  GPtrArray *pictures = data->lists[STYR_LIST_PICTURES];
  GPtrArray *types = data->lists[STYR_LIST_DOCUMENT_TYPES];
  GPtrArray *terms = data->lists[STYR_LIST_TERMS];

  for (guint i = 0; i < pictures->len; i++)
    if (!check_places (pictures->pdata[i], i, error))
      return FALSE;
  for (guint i = 0; i < types->len; i++)
    for (guint j = 0; j < ((StyrDocumentType *) types->pdata[i])->sections->len; j++)
      if (!check_section (((StyrDocumentType *) types->pdata[i])->sections->pdata[j], i, j, error))
        return FALSE;
  for (guint i = 0; i < terms->len; i++)
    if (((StyrTerm *) terms->pdata[i])->last_year < ((StyrTerm *) terms->pdata[i])->first_year)
      return fail_at (error, _ ("ends before it begins"), "terms[%u]", i);
  for (guint i = 0; i < data->lists[STYR_LIST_GOAL_TYPES]->len; i++)
    if (!check_counts (data->lists[STYR_LIST_GOAL_TYPES]->pdata[i], i, error))
      return FALSE;
  for (guint i = 0; i < data->lists[STYR_LIST_RULES]->len; i++)
    {
      const StyrRule *rule = data->lists[STYR_LIST_RULES]->pdata[i];

      if (rule->has_min && rule->has_max && rule->min > rule->max)
        return fail_at (error, _ (LEAST_ABOVE_MOST), "rules[%u].min", i);
      if (!styr_rule_check_params (rule, i, error))
        return FALSE;
    }
  return check_parents (data->lists[STYR_LIST_GOAL_TYPES],
                        "goalTypes",
                        "parent",
                        G_STRUCT_OFFSET (StyrGoalType, parent),
                        error) &&
         check_parents (data->lists[STYR_LIST_BODY_TYPES],
                        "bodyTypes",
                        "roleOf",
                        G_STRUCT_OFFSET (StyrBodyType, role_of),
                        error);
}

static gboolean
read_all (JsonObject *root, StyrModelData *data, GError **error)
{
  g_autoptr (GHashTable) ids = NULL;

  for (const StyrJsonMember *m = styr_model_get_scalars (); m->key != NULL; m++)
    if (!styr_json_read_member (root, "", m, data, error))
      return FALSE;
  if (!read_terminology (root, data, error))
    return FALSE;
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      StyrModelList list = (StyrModelList) i;

      data->lists[i] = styr_json_read_list (
          root, styr_model_list_get_key (list), styr_model_list_get_struct (list), error);
      if (data->lists[i] == NULL)
        return FALSE;
    }
  ids = styr_json_index_ids (root);
  for (int i = 0; i < STYR_N_LISTS; i++)
    if (!styr_json_check_list (ids,
                               styr_model_list_get_key ((StyrModelList) i),
                               data->lists[i],
                               styr_model_list_get_struct ((StyrModelList) i),
                               error))
      return FALSE;
  return check_meaning (data, error);
}

/**
 * styr_model_data_read:
 *
 * Reads and checks a package.
 *
 * Returns: (transfer full) (nullable): NULL with one sentence that names the path inside the file
 */
StyrModelData *
styr_model_data_read (JsonNode *root, GError **error)
{
  StyrModelData *data;
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (
          error, STYR_ERROR, STYR_ERROR_FORMAT, _ ("the file holds no JSON object"));
      return NULL;
    }
  object = json_node_get_object (root);
  if (!check_format (object, error) || !check_root_keys (object, error))
    return NULL;

  data = g_new0 (StyrModelData, 1);
  if (read_all (object, data, error))
    return data;
  styr_model_data_free (data);
  return NULL;
}
