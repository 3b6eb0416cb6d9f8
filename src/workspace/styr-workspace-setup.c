/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-example.h"
#include "styr-paths.h"
#include "styr-unit-names.h"
#include "styr-workspace-private.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>

/* A first start: everything is new, so the context is chosen anew too. */
gboolean
styr_workspace_start (StyrWorkspace *self,
                      const char *label,
                      StyrStoreWriteFunc func,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!styr_store_start (styr_workspace_get_store (self), label, func, user_data, &local))
    {
      styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
      return FALSE;
    }
  styr_workspace_set_year (self, styr_workspace_choose_year (self));
  return TRUE;
}

typedef struct
{
  StyrModel *model;
  const char *municipality;
  char **committees;
  int first_year;
  const char *model_id;
  JsonObject *example;
  const char *example_path;
} SetUp;

static gboolean
refuse (StyrWorkspaceError code, const char *sentence, GError **error)
{
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
insert_municipality (StyrStore *store, const SetUp *set_up, GError **error)
{
  g_autofree char *id = styr_workspace_new_id ();
  g_autoptr (StyrRecord) record = styr_record_new ("municipality", id);

  styr_record_set_text (record, "name", set_up->municipality);
  styr_record_set_int (record, "first_year", set_up->first_year);
  styr_record_set_int (record, "is_example", set_up->example != NULL);
  return styr_store_insert (store, record, error);
}

static gboolean
insert_unit (StyrStore *store,
             const char *type,
             const char *name,
             const char *short_name,
             int position,
             GError **error)
{
  g_autofree char *id = styr_workspace_new_id ();
  g_autoptr (StyrRecord) record = styr_record_new ("unit", id);

  styr_record_set_text (record, "type", type);
  styr_record_set_text (record, "name", name);
  styr_record_set_text (record, "short_name", short_name);
  styr_record_set_int (record, "position", position);
  return styr_store_insert (store, record, error);
}

static const char *
name_of_single (const StyrBodyType *body)
{
  return body->definite != NULL ? body->definite : body->name;
}

/* The bodies that every municipality has exactly one of. */
static gboolean
insert_single_units (
    StyrStore *store, const SetUp *set_up, GHashTable *taken, int *position, GError **error)
{
  GPtrArray *bodies = styr_model_get_body_types (set_up->model);

  for (guint i = 0; i < bodies->len; i++)
    {
      const StyrBodyType *body = g_ptr_array_index (bodies, i);
      const char *one[] = { name_of_single (body), NULL };
      g_auto (GStrv) name = NULL;

      if (!body->is_single || body->is_role)
        continue;
      name = styr_unit_names_clean (one);
      if (body->short_name != NULL)
        g_hash_table_add (taken, g_strdup (body->short_name));
      if (!insert_unit (store,
                        body->id,
                        name[0] != NULL ? name[0] : body->name,
                        body->short_name,
                        (*position)++,
                        error))
        return FALSE;
    }
  return TRUE;
}

/* What a pasted name is: the political body that there are several of. */
static const StyrBodyType *
find_committee_type (StyrModel *model)
{
  GPtrArray *bodies = styr_model_get_body_types (model);

  for (guint i = 0; i < bodies->len; i++)
    {
      const StyrBodyType *body = g_ptr_array_index (bodies, i);

      if (body->is_political && !body->is_single && !body->is_role)
        return body;
    }
  return NULL;
}

static gboolean
is_single_body (StyrModel *model, const char *name)
{
  GPtrArray *bodies = styr_model_get_body_types (model);
  g_autofree char *key = g_utf8_casefold (name, -1);

  for (guint i = 0; i < bodies->len; i++)
    {
      const StyrBodyType *body = g_ptr_array_index (bodies, i);
      g_autofree char *other = g_utf8_casefold (name_of_single (body), -1);
      g_autofree char *plain = g_utf8_casefold (body->name, -1);

      if (body->is_single && (g_str_equal (key, other) || g_str_equal (key, plain)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
insert_committees (
    StyrStore *store, const SetUp *set_up, GHashTable *taken, int *position, GError **error)
{
  const StyrBodyType *type = find_committee_type (set_up->model);

  for (guint i = 0; type != NULL && set_up->committees[i] != NULL; i++)
    {
      const char *name = set_up->committees[i];
      g_autofree char *short_name = NULL;

      if (is_single_body (set_up->model, name))
        continue;
      short_name = styr_unit_names_dup_short (name, type->definite, taken);
      if (!insert_unit (store, type->id, name, short_name, (*position)++, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_up_cb (StyrStore *store, gpointer user_data, GError **error)
{
  const SetUp *set_up = user_data;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int position = 0;

  if (!insert_municipality (store, set_up, error) ||
      !styr_store_insert_model (store, set_up->model_id, set_up->model, error))
    return FALSE;
  if (set_up->example != NULL)
    return styr_example_insert (
        store, set_up->example, set_up->example_path, set_up->model_id, error);
  return insert_single_units (store, set_up, taken, &position, error) &&
         insert_committees (store, set_up, taken, &position, error);
}

static gboolean
check_is_new (StyrWorkspace *self, GError **error)
{
  if (styr_workspace_get_municipality_record (self) == NULL &&
      styr_workspace_get_model (self) == NULL)
    return TRUE;
  return refuse (
      STYR_WORKSPACE_ERROR_VALUE,
      _ ("This database already holds a municipality: choose another file to begin anew."),
      error);
}

/* What tells of a decision that another municipality took. */
static const char *const decision_members[] = { "decidedBy",      "decidedOn", "sectionNo",
                                                "registrationNo", "validFrom", "validTo",
                                                "interimUntil",   "history" };

static gboolean
is_same_municipality (const char *a, const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1), *right = g_utf8_casefold (b, -1);

  return g_str_has_prefix (left, right) || g_str_has_prefix (right, left);
}

/* Another municipality's model is a beginning, not a decision: it gets the new name, and is a draft
 * until its own council has decided. */
static StyrModel *
adopt_model (StyrModel *model, const char *municipality, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *title = NULL;
  JsonObject *package;
  JsonArray *pictures;

  if (is_same_municipality (styr_model_get_municipality (model), municipality))
    return g_object_ref (model);

  bytes = styr_model_to_bytes (model);
  parser = json_parser_new ();
  if (!json_parser_load_from_data (
          parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  package = json_node_get_object (json_parser_get_root (parser));
  title = g_strdup_printf (_ ("Steering model of %s"), municipality);
  json_object_set_string_member (package, "municipality", municipality);
  json_object_set_string_member (package, "name", title);
  json_object_set_string_member (package, "status", "draft");
  for (guint i = 0; i < G_N_ELEMENTS (decision_members); i++)
    json_object_remove_member (package, decision_members[i]);
  pictures = json_object_has_member (package, "pictures")
                 ? json_object_get_array_member (package, "pictures")
                 : NULL;
  for (guint i = 0; pictures != NULL && i < json_array_get_length (pictures); i++)
    json_object_set_string_member (json_array_get_object_element (pictures, i), "title", title);
  return styr_model_new_from_json (json_parser_get_root (parser), error);
}

/**
 * styr_workspace_set_up:
 * @municipality: its name
 * @committees: (nullable): names as pasted, one a line
 * @first_year: the first year that is planned here
 *
 * Fills a new database: the municipality, the model, the bodies that there is one of, and the named
 * committees. Errors: VALUE
 */
gboolean
styr_workspace_set_up (StyrWorkspace *self,
                       StyrModel *model,
                       const char *municipality,
                       const char *const *committees,
                       int first_year,
                       GError **error)
{
  g_autofree char *model_id = styr_workspace_new_id ();
  g_autofree char *name = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (StyrModel) adopted = NULL;
  SetUp set_up = { 0 };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (STYR_IS_MODEL (model), FALSE);

  if (!check_is_new (self, error))
    return FALSE;
  name = g_strstrip (g_strdup (municipality != NULL ? municipality : ""));
  if (*name == '\0')
    return refuse (STYR_WORKSPACE_ERROR_VALUE, _ ("Say what the municipality is called."), error);
  if (first_year < 1900 || first_year > 2200)
    return refuse (
        STYR_WORKSPACE_ERROR_VALUE, _ ("The first year is to be a year such as 2024."), error);
  adopted = adopt_model (model, name, error);
  if (adopted == NULL)
    return FALSE;
  names = styr_unit_names_clean (committees);
  set_up.model = adopted;
  set_up.municipality = name;
  set_up.committees = names;
  set_up.first_year = first_year;
  set_up.model_id = model_id;
  return styr_workspace_start (
      self, _ ("Began with a new municipality"), set_up_cb, &set_up, error);
}

static char *
find_example (const char *package_id)
{
  g_autofree char *file = g_strconcat (package_id, ".json", NULL);

  return styr_paths_find_data ("examples", file);
}

/**
 * styr_workspace_set_up_example:
 * @package_id: a package that has an example
 *
 * Fills a new database with the package's model and its example municipality. Errors: NOT_FOUND,
 * BAD_FILE (names table and index)
 */
gboolean
styr_workspace_set_up_example (StyrWorkspace *self, const char *package_id, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (StyrModel) model = NULL;
  g_autofree char *path = NULL;
  g_autofree char *model_id = styr_workspace_new_id ();
  char *no_committees[] = { NULL };
  SetUp set_up = { 0 };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (package_id != NULL, FALSE);

  if (!check_is_new (self, error))
    return FALSE;
  model = styr_workspace_load_package (package_id, error);
  if (model == NULL)
    return FALSE;
  path = find_example (styr_model_get_id (model));
  if (path == NULL)
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_NOT_FOUND,
                   _ ("The steering model “%s” has no example: begin without one."),
                   styr_model_get_name (model));
      return FALSE;
    }
  set_up.example = styr_example_load (path, parser, error);
  if (set_up.example == NULL)
    return FALSE;
  set_up.example_path = path;
  set_up.model = model;
  set_up.model_id = model_id;
  set_up.committees = no_committees;
  set_up.municipality = json_object_get_string_member_with_default (
      set_up.example, "municipality", styr_model_get_municipality (model));
  set_up.first_year =
      (int) json_object_get_int_member_with_default (set_up.example, "firstYear", 2000);
  return styr_workspace_start (self, _ ("Began with the example"), set_up_cb, &set_up, error);
}
