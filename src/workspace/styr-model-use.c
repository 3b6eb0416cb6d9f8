/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-use.h"

#include "styr-dossier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is written in documents under a part of their model. */

static const StyrField *
find_goal_field (StyrModel *model, const char *type_id, const char *id)
{
  const StyrGoalType *type = styr_model_find_goal_type (model, type_id);

  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    if (g_str_equal (((const StyrField *) type->fields->pdata[i])->id, id))
      return type->fields->pdata[i];
  return NULL;
}

static const StyrSection *
find_section (StyrModel *model, const char *type_id, const char *id)
{
  const StyrDocumentType *type = styr_model_find_document_type (model, type_id);

  return type != NULL ? styr_document_type_find_section (type, id) : NULL;
}

/** Returns: (transfer full) (nullable): the field that @path names; NULL when it names none */
StyrModelField *
styr_model_field_new (StyrModel *model, const char *path)
{
  g_auto (GStrv) part = NULL;
  g_autoptr (StyrModelField) self = NULL;
  const StyrSection *section;
  guint n;

  g_return_val_if_fail (STYR_IS_MODEL (model) && path != NULL, NULL);

  part = g_strsplit (path, "/", -1);
  n = g_strv_length (part);
  self = g_new0 (StyrModelField, 1);
  self->path = g_strdup (path);
  self->type = g_strdup (n > 1 ? part[1] : NULL);
  if (n == 4 && g_str_equal (part[0], "goalTypes") && g_str_equal (part[2], "fields"))
    {
      self->owner = "goal";
      self->field = find_goal_field (model, part[1], part[3]);
      self->id = g_strdup (part[3]);
      self->key = g_strdup (part[3]);
    }
  else if (n == 6 && g_str_equal (part[0], "documentTypes") && g_str_equal (part[4], "fields") &&
           (section = find_section (model, part[1], part[3])) != NULL)
    {
      gboolean rows = section->kind == STYR_SECTION_ROWS;

      self->owner = rows ? "row" : "document";
      self->section = g_strdup (part[3]);
      self->field = styr_section_find_field (section, part[5]);
      self->id = g_strdup (part[5]);
      self->key = rows ? g_strdup (part[5]) : g_strconcat (part[3], ".", part[5], NULL);
    }
  return self->field != NULL ? g_steal_pointer (&self) : NULL;
}

void
styr_model_field_free (StyrModelField *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->type);
  g_free (self->section);
  g_free (self->id);
  g_free (self->key);
  g_free (self);
}

/** Whether values of both belong to the same things, so that they can be moved from one to the
 * other. */
gboolean
styr_model_field_is_beside (const StyrModelField *self, const StyrModelField *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return g_str_equal (self->owner, other->owner) && g_strcmp0 (self->type, other->type) == 0 &&
         (!g_str_equal (self->owner, "row") || g_strcmp0 (self->section, other->section) == 0);
}

/**
 * styr_model_field_load_values:
 *
 * Returns: (transfer full) (element-type StyrRecord) (nullable): document_id, owner_id, field and
 * value of each value that is written, in documents made by the model; among them the reasons why
 * the field doesn't apply, see styr_model_field_is_value(); NULL with an error
 */
GPtrArray *
styr_model_field_load_values (const StyrModelField *self,
                              StyrStore *store,
                              const char *model_id,
                              GError **error)
{
  g_autofree char *mark = NULL;
  const char *sql =
      "SELECT v.* FROM document_value AS v JOIN document AS d ON d.id = v.document_id "
      "WHERE d.model_id = ?1 AND v.field IN (?3, ?5) AND d.type = ?2 AND v.owner_id = "
      "v.document_id";

  g_return_val_if_fail (self != NULL, NULL);

  if (g_str_equal (self->owner, "row"))
    sql = "SELECT v.* FROM document_value AS v JOIN document AS d ON d.id = v.document_id "
          "JOIN document_row AS r ON r.id = v.owner_id "
          "WHERE d.model_id = ?1 AND v.field IN (?3, ?5) AND d.type = ?2 AND r.section = ?4";
  else if (g_str_equal (self->owner, "goal"))
    sql = "SELECT v.* FROM document_value AS v JOIN document AS d ON d.id = v.document_id "
          "JOIN goal AS g ON g.id = v.owner_id "
          "WHERE d.model_id = ?1 AND v.field IN (?3, ?5) AND g.type = ?2";
  mark = styr_not_applicable_key (self->key);
  return styr_store_select (store,
                            "value",
                            error,
                            sql,
                            model_id,
                            self->type,
                            self->key,
                            self->section != NULL ? self->section : "",
                            mark,
                            NULL);
}

/** Whether what was loaded is a value, not the reason why the field doesn't apply. */
gboolean
styr_model_field_is_value (const StyrModelField *self, StyrRecord *record)
{
  g_return_val_if_fail (self != NULL && STYR_IS_RECORD (record), FALSE);
  return styr_record_is (record, "field", self->key);
}

/* Counting ------------------------------------------------------------------------------------ */

static guint
count (StyrStore *store, const char *sql, const char *p1, const char *p2, const char *p3)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = styr_store_select (store, "count", &error, sql, p1, p2, p3, NULL);

  if (rows == NULL)
    {
      g_warning ("count: %s", error->message);
      return 0;
    }
  return rows->len > 0 ? (guint) styr_record_get_int (rows->pdata[0], "n") : 0;
}

static guint
count_field (
    StyrStore *store, StyrModel *model, const char *model_id, const char *path, const char *choice)
{
  g_autoptr (StyrModelField) field = styr_model_field_new (model, path);
  g_autoptr (GPtrArray) values =
      field != NULL ? styr_model_field_load_values (field, store, model_id, NULL) : NULL;
  guint n = 0;

  for (guint i = 0; values != NULL && i < values->len; i++)
    n += choice == NULL || (styr_model_field_is_value (field, values->pdata[i]) &&
                            styr_record_is (values->pdata[i], "value", choice));
  return n;
}

static guint
count_section (StyrStore *store, const char *model_id, const char *type, const StyrSection *section)
{
  static const char *const sql[] = {
    [STYR_SECTION_ROWS] =
        "SELECT count (*) AS n FROM document_row AS x JOIN document AS d ON d.id "
        "= x.document_id WHERE d.model_id = ?1 AND d.type = ?2 AND x.section = ?3",
    [STYR_SECTION_GOALS] = "SELECT count (*) AS n FROM goal AS x JOIN document AS d ON d.id = "
                           "x.document_id WHERE d.model_id = ?1 AND d.type = ?2 AND x.type = ?3",
    [STYR_SECTION_ASSESSMENTS] = "SELECT count (*) AS n FROM assessment AS x JOIN document AS d ON "
                                 "d.id = x.document_id WHERE d.model_id = ?1 AND d.type = ?2",
    [STYR_SECTION_ACTIVITIES] =
        "SELECT count (*) AS n FROM activity AS x JOIN document AS d ON d.id = x.document_id WHERE "
        "d.model_id = ?1 AND d.type = ?2 AND x.section = ?3",
    [STYR_SECTION_MEASURES] =
        "SELECT count (*) AS n FROM measure AS x JOIN document AS d ON d.id = x.document_id WHERE "
        "d.model_id = ?1 AND d.type = ?2 AND x.section = ?3",
    [STYR_SECTION_FEEDBACK] =
        "SELECT count (*) AS n FROM feedback_total AS x JOIN document AS d ON "
        "d.id = x.document_id WHERE d.model_id = ?1 AND d.type = ?2",
    [STYR_SECTION_ECONOMY] = "SELECT count (*) AS n FROM budget_line AS x JOIN document AS d ON "
                             "d.id = x.document_id WHERE d.model_id = ?1 AND d.type = ?2",
    [STYR_SECTION_DECISION] = "SELECT count (*) AS n FROM decision AS x JOIN document AS d ON "
                              "d.id = x.document_id WHERE d.model_id = ?1 AND d.type = ?2",
  };
  const char *third = section->kind == STYR_SECTION_GOALS ? section->goal_type : section->id;
  guint n = count (store,
                   "SELECT count (*) AS n FROM document_value AS v JOIN document AS d ON d.id = "
                   "v.document_id WHERE d.model_id = ?1 AND d.type = ?2 AND v.owner_id = d.id "
                   "AND substr (v.field, 1, length (?3) + 1) = ?3 || '.'",
                   model_id,
                   type,
                   section->id);

  if ((guint) section->kind >= G_N_ELEMENTS (sql) || sql[section->kind] == NULL)
    return n;
  if (strstr (sql[section->kind], "?3") == NULL)
    third = NULL;
  return n + count (store, sql[section->kind], model_id, type, third);
}

/* The ids, as a JSON list, of the types for which @member of the struct is @id. */
static char *
dup_ids_where (GPtrArray *list, gsize offset, const char *id)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (*(char **) (void *) ((char *) list->pdata[i] + offset), id) == 0)
      g_string_append_printf (
          json, "%s\"%s\"", json->len > 1 ? "," : "", *(char **) list->pdata[i]);
  return g_string_free (g_string_append_c (json, ']'), FALSE);
}

static guint
count_grades (
    StyrStore *store, StyrModel *model, const char *model_id, const char *scale, const char *grade)
{
  g_autofree char *types = dup_ids_where (
      styr_model_get_goal_types (model), G_STRUCT_OFFSET (StyrGoalType, scale), scale);

  return count (store,
                grade != NULL
                    ? "SELECT count (*) AS n FROM assessment AS a JOIN document AS d ON d.id = "
                      "a.document_id JOIN goal AS g ON g.id = a.goal_id WHERE d.model_id = ?1 AND "
                      "g.type IN (SELECT value FROM json_each (?2)) AND a.grade = ?3"
                    : "SELECT count (*) AS n FROM assessment AS a JOIN document AS d ON d.id = "
                      "a.document_id JOIN goal AS g ON g.id = a.goal_id WHERE d.model_id = ?1 AND "
                      "g.type IN (SELECT value FROM json_each (?2)) AND a.grade IS NOT NULL",
                model_id,
                types,
                grade);
}

static guint
count_of_list (
    StyrStore *store, StyrModel *model, const char *model_id, const char *list, const char *id)
{
  g_autofree char *types = NULL;

  if (g_str_equal (list, "documentTypes"))
    return count (store,
                  "SELECT count (*) AS n FROM document WHERE model_id = ?1 AND type = ?2",
                  model_id,
                  id,
                  NULL);
  if (g_str_equal (list, "goalTypes"))
    return count (store,
                  "SELECT count (*) AS n FROM goal AS g JOIN document AS d ON d.id = g.document_id "
                  "WHERE d.model_id = ?1 AND g.type = ?2",
                  model_id,
                  id,
                  NULL);
  if (g_str_equal (list, "scales"))
    return count_grades (store, model, model_id, id, NULL);
  if (g_str_equal (list, "feedbackTypes"))
    return count (store,
                  "SELECT count (*) AS n FROM feedback_total AS f JOIN document AS d ON d.id = "
                  "f.document_id WHERE d.model_id = ?1 AND f.type = ?2",
                  model_id,
                  id,
                  NULL);
  if (g_str_equal (list, "bodyTypes"))
    return count (store, "SELECT count (*) AS n FROM unit WHERE type = ?1", id, NULL, NULL);
  if (!g_str_equal (list, "blocks"))
    return 0;
  types = dup_ids_where (
      styr_model_get_document_types (model), G_STRUCT_OFFSET (StyrDocumentType, block), id);
  return count (store,
                "SELECT count (*) AS n FROM document WHERE model_id = ?1 AND type IN (SELECT value "
                "FROM json_each (?2))",
                model_id,
                types,
                NULL);
}

/** How much is written under what @path names, in documents made by the model @model_id. */
guint
styr_model_use_count (StyrStore *store, StyrModel *model, const char *model_id, const char *path)
{
  g_auto (GStrv) part = NULL;
  g_autofree char *field = NULL;
  const StyrSection *section;
  guint n;

  g_return_val_if_fail (STYR_IS_STORE (store) && STYR_IS_MODEL (model), 0);
  g_return_val_if_fail (model_id != NULL && path != NULL, 0);

  part = g_strsplit (path, "/", -1);
  n = g_strv_length (part);
  if (n == 2)
    return count_of_list (store, model, model_id, part[0], part[1]);
  if (n == 4 && g_str_equal (part[0], "scales"))
    return count_grades (store, model, model_id, part[1], part[3]);
  if (n == 4 && g_str_equal (part[2], "sections"))
    {
      section = find_section (model, part[1], part[3]);
      return section != NULL ? count_section (store, model_id, part[1], section) : 0;
    }
  if (n > 4 && g_str_equal (part[n - 2], "choices"))
    {
      field = g_strndup (path, (gsize) (strstr (path, "/choices/") - path));
      return count_field (store, model, model_id, field, part[n - 1]);
    }
  return count_field (store, model, model_id, path, NULL);
}

/* Choices -------------------------------------------------------------------------------------- */

static gboolean
has_choice (const StyrField *field, const char *id)
{
  for (guint i = 0; i < field->choices->len; i++)
    if (g_str_equal (((const StyrChoice *) field->choices->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

typedef struct
{
  StyrStore *store;
  const char *model_id;
  StyrModel *before, *after;
  GPtrArray *lost;
} Losses;

static void
add_lost_of_field_cb (const StyrField *field, const char *path, gpointer user_data)
{
  const Losses *self = user_data;
  g_autoptr (StyrModelField) now = NULL;

  if (field->kind != STYR_FIELD_CHOICE)
    return;
  now = styr_model_field_new (self->after, path);
  for (guint i = 0; now != NULL && now->field->kind == STYR_FIELD_CHOICE && i < field->choices->len;
       i++)
    {
      const StyrChoice *choice = field->choices->pdata[i];

      if (!has_choice (now->field, choice->id) &&
          count_field (self->store, self->before, self->model_id, path, choice->id) > 0)
        g_ptr_array_add (
            self->lost,
            /* Translators: the label of a choice, then the title of its field */
            g_strdup_printf (_ ("the choice “%s” of “%s”"), choice->label, field->title));
    }
}

/** Calls @func with each field of the model's documents and goals, and its path. */
void
styr_model_foreach_field (StyrModel *model, StyrModelFieldFunc func, gpointer user_data)
{
  GPtrArray *types = styr_model_get_document_types (model);
  GPtrArray *goals = styr_model_get_goal_types (model);

  g_return_if_fail (func != NULL);

  for (guint i = 0; i < types->len; i++)
    for (guint j = 0; j < ((const StyrDocumentType *) types->pdata[i])->sections->len; j++)
      {
        const StyrDocumentType *type = types->pdata[i];
        const StyrSection *section = type->sections->pdata[j];

        for (guint k = 0; k < section->fields->len; k++)
          {
            const StyrField *field = section->fields->pdata[k];
            g_autofree char *path = g_strdup_printf (
                "documentTypes/%s/sections/%s/fields/%s", type->id, section->id, field->id);

            func (field, path, user_data);
          }
      }
  for (guint i = 0; i < goals->len; i++)
    for (guint j = 0; j < ((const StyrGoalType *) goals->pdata[i])->fields->len; j++)
      {
        const StyrGoalType *type = goals->pdata[i];
        const StyrField *field = type->fields->pdata[j];
        g_autofree char *path = g_strdup_printf ("goalTypes/%s/fields/%s", type->id, field->id);

        func (field, path, user_data);
      }
}

/**
 * styr_model_use_add_lost_choices:
 * @lost: (element-type utf8): added to
 *
 * The choices that are written in documents made by the model @model_id, and that @after no longer
 * has, in words.
 */
void
styr_model_use_add_lost_choices (
    StyrStore *store, const char *model_id, StyrModel *before, StyrModel *after, GPtrArray *lost)
{
  Losses self = { store, model_id, before, after, lost };

  styr_model_foreach_field (before, add_lost_of_field_cb, &self);
}
