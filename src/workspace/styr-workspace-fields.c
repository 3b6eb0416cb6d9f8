/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-dossier.h"
#include "styr-enum-types.h"
#include "styr-model-use.h"
#include "styr-nick.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Changing what documents are made of, when they hold something already: nothing is lost. */

/** How much is written in documents under what @path names in the shown model. */
guint
styr_workspace_count_model_use (StyrWorkspace *self, const char *path)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), 0);
  g_return_val_if_fail (path != NULL, 0);

  return styr_workspace_get_model (self) != NULL
             ? styr_model_use_count (styr_workspace_get_store (self),
                                     styr_workspace_get_model (self),
                                     styr_workspace_get_model_id (self),
                                     path)
             : 0;
}

static gboolean
fail_place (GError **error, const char *path)
{
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_NOT_FOUND,
               _ ("There is no “%s” in the steering model."),
               path);
  return FALSE;
}

static void
set_flag (JsonNode *root, const char *path, const char *key)
{
  JsonNode *node = styr_model_edit_find (root, path);

  json_object_set_boolean_member (json_node_get_object (node), key, TRUE);
}

static gboolean
may_retire (const char *path)
{
  StyrModelPlace place;

  return styr_model_edit_describe (path, &place) && place.is_element && place.member != NULL &&
         (g_str_equal (place.member->key, "fields") || g_str_equal (place.member->key, "sections"));
}

/**
 * styr_workspace_retire_field:
 * @path: a field or a section of the shown model
 *
 * Takes it out of use; removes it when nothing is written in it. Errors: NOT_FOUND, VALUE
 */
gboolean
styr_workspace_retire_field (StyrWorkspace *self, const char *path, GError **error)
{
  JsonNode *element;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = NULL, *label = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  element = styr_workspace_peek_model_value (self, path);
  if (element == NULL || !may_retire (path))
    return fail_place (error, path);
  root = styr_workspace_copy_model (self);
  name = styr_model_dup_element_name (root, path);
  label = g_strdup_printf (_ ("Took “%s” out of use"), name);
  if (styr_workspace_count_model_use (self, path) == 0)
    return styr_workspace_remove_from_model (self, label, path, TRUE, error);
  set_flag (root, path, "isRetired");
  return styr_workspace_write_model (self, label, NULL, root, NULL, error);
}

static gboolean
is_text_kind (StyrFieldKind kind)
{
  return kind == STYR_FIELD_TEXT || kind == STYR_FIELD_LONG_TEXT;
}

/* A choice, a unit or a document is written as its id: as text it is written by its name. */
static char *
dup_as_text (StyrWorkspace *self, const StyrField *field, const char *value)
{
  char *name = NULL;

  if (field->kind == STYR_FIELD_CHOICE)
    for (guint i = 0; name == NULL && i < field->choices->len; i++)
      {
        const StyrChoice *choice = field->choices->pdata[i];

        name = g_str_equal (choice->id, value) ? g_strdup (choice->label) : NULL;
      }
  else if (field->kind == STYR_FIELD_UNIT)
    name = styr_workspace_dup_one (
        self, "SELECT name AS value FROM unit WHERE id = ?1", value, NULL, NULL);
  else if (field->kind == STYR_FIELD_REFERENCE)
    name = styr_workspace_dup_one (
        self, "SELECT title AS value FROM document WHERE id = ?1", value, NULL, NULL);
  else if (field->kind == STYR_FIELD_FLAG)
    name = g_strdup (_ ("Yes"));
  return name != NULL ? name : g_strdup (value);
}

static char *
dup_choice (const StyrField *field, const char *text)
{
  g_autofree char *key = g_utf8_casefold (text, -1);

  for (guint i = 0; i < field->choices->len; i++)
    {
      const StyrChoice *choice = field->choices->pdata[i];
      g_autofree char *label = g_utf8_casefold (choice->label, -1);

      if (g_str_equal (label, key) || g_str_equal (choice->id, text))
        return g_strdup (choice->id);
    }
  return NULL;
}

/* The value as @to holds it; NULL when it doesn't fit there. */
static char *
dup_fitting (StyrWorkspace *self, const StyrField *from, const StyrField *to, const char *value)
{
  g_autofree char *text = dup_as_text (self, from, value);
  g_autofree char *stored = NULL;

  if (is_text_kind (to->kind) && (to->kind == STYR_FIELD_LONG_TEXT || strchr (text, '\n') == NULL))
    return g_steal_pointer (&text);
  if (is_text_kind (to->kind))
    return NULL;
  if (to->kind == STYR_FIELD_CHOICE)
    return dup_choice (to, text);
  if (styr_workspace_check_field (self, to, from->kind == to->kind ? value : text, &stored, NULL))
    return g_strdup (stored != NULL ? stored : text);
  return NULL;
}

static char *
dup_joined (const StyrField *to, const char *before, const char *added)
{
  return g_strconcat (before, to->kind == STYR_FIELD_LONG_TEXT ? "\n\n" : "; ", added, NULL);
}

static char *
dup_value_of (StyrWorkspace *self, StyrRecord *value, const char *key)
{
  return styr_workspace_dup_one (self,
                                 "SELECT value FROM document_value WHERE document_id = ?1 AND "
                                 "owner_id = ?2 AND field = ?3",
                                 styr_record_get_text (value, "document_id"),
                                 styr_record_get_text (value, "owner_id"),
                                 key);
}

static void
set_value (StyrBatch *batch, StyrRecord *of, const char *key, const char *value)
{
  styr_batch_value (batch,
                    styr_record_get_text (of, "document_id"),
                    styr_record_get_text (of, "owner_id"),
                    key,
                    value);
}

/* Why the one doesn't apply is said of the other, if that says nothing and asks. */
static void
move_mark (StyrWorkspace *self,
           StyrBatch *batch,
           const StyrModelField *from,
           const StyrModelField *to,
           StyrRecord *record)
{
  g_autofree char *from_mark = styr_not_applicable_key (from->key);
  g_autofree char *to_mark = styr_not_applicable_key (to->key);
  g_autofree char *value = dup_value_of (self, record, to->key);
  g_autofree char *mark = dup_value_of (self, record, to_mark);

  if (value != NULL || mark != NULL || !to->field->may_not_apply)
    return;
  set_value (batch, record, to_mark, styr_record_get_text (record, "value"));
  set_value (batch, record, from_mark, NULL);
}

static void
move_value (StyrWorkspace *self,
            StyrBatch *batch,
            const StyrModelField *from,
            const StyrModelField *to,
            StyrRecord *record)
{
  g_autofree char *value =
      dup_fitting (self, from->field, to->field, styr_record_get_text (record, "value"));
  g_autofree char *before = dup_value_of (self, record, to->key);
  g_autofree char *mark = styr_not_applicable_key (to->key);
  g_autofree char *joined = NULL;

  if (value == NULL || (before != NULL && !is_text_kind (to->field->kind)))
    return;
  joined = before != NULL ? dup_joined (to->field, before, value) : g_strdup (value);
  set_value (batch, record, to->key, joined);
  set_value (batch, record, mark, NULL);
  set_value (batch, record, from->key, NULL);
}

static GPtrArray *
load_values (StyrWorkspace *self, const StyrModelField *field, GError **error)
{
  g_autoptr (GError) local = NULL;
  GPtrArray *values = styr_model_field_load_values (
      field, styr_workspace_get_store (self), styr_workspace_get_model_id (self), &local);

  if (values == NULL)
    styr_workspace_map_error (g_steal_pointer (&local), styr_workspace_get_path (self), error);
  return values;
}

/**
 * styr_workspace_move_field_values:
 *
 * Moves what is written in one field into another and takes the first out of use. Texts are put
 * after what is there already; what doesn't fit stays where it is. Errors: VALUE when the two
 * belong to different things, NOT_FOUND
 */
gboolean
styr_workspace_move_field_values (StyrWorkspace *self,
                                  const char *from_path,
                                  const char *to_path,
                                  GError **error)
{
  g_autoptr (StyrModelField) from = NULL, to = NULL;
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *label = NULL;
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (from_path != NULL && to_path != NULL, FALSE);

  model = styr_workspace_get_model (self);
  from = model != NULL ? styr_model_field_new (model, from_path) : NULL;
  to = model != NULL ? styr_model_field_new (model, to_path) : NULL;
  if (from == NULL || to == NULL)
    return fail_place (error, from == NULL ? from_path : to_path);
  if (!styr_model_field_is_beside (from, to) || g_str_equal (from_path, to_path))
    {
      g_set_error (error,
                   STYR_WORKSPACE_ERROR,
                   STYR_WORKSPACE_ERROR_VALUE,
                   _ ("“%s” and “%s” aren’t filled in for the same thing: choose a field beside "
                      "it."),
                   from->field->title,
                   to->field->title);
      return FALSE;
    }
  values = load_values (self, from, error);
  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (styr_model_field_is_value (from, values->pdata[i]))
      move_value (self, batch, from, to, values->pdata[i]);
    else
      move_mark (self, batch, from, to, values->pdata[i]);
  root = styr_workspace_copy_model (self);
  set_flag (root, from_path, "isRetired");
  label = g_strdup_printf (_ ("Moved “%s” to “%s”"), from->field->title, to->field->title);
  return styr_workspace_write_model (self, label, NULL, root, batch, error);
}

/* A retired copy of the field as it was, right after it, for the values that don't fit any more.
 * Returns its path. */
static char *
add_earlier (JsonNode *root, const char *path, JsonNode *field, const char *title)
{
  g_autoptr (JsonNode) earlier = styr_json_copy (field);
  JsonObject *object = json_node_get_object (earlier);
  g_autofree char *name = g_strdup_printf (C_ ("model", "%s (earlier)"), title);
  g_autofree char *stem =
      g_strconcat (json_object_get_string_member (object, "id"), "Earlier", NULL);
  g_autofree char *list_path = g_strndup (path, (gsize) (strrchr (path, '/') - path));
  g_autofree char *id = NULL;
  JsonArray *list = json_node_get_array (styr_model_edit_find (root, list_path));
  char *made;
  int index = 0;

  while (json_array_get_element (list, (guint) index) != styr_model_edit_find (root, path))
    index++;
  id = styr_model_edit_dup_unique (stem, list);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", name);
  json_object_set_boolean_member (object, "isRetired", TRUE);
  json_object_remove_member (object, "required");
  made = g_strconcat (list_path, "/", id, NULL);
  if (!styr_model_edit_add (root, list_path, earlier, NULL) ||
      !styr_model_edit_move (root, made, index + 2 - (int) json_array_get_length (list), NULL))
    g_assert_not_reached ();
  return made;
}

static StyrModel *
read_kind (JsonNode *root, GError **error)
{
  g_autoptr (GError) local = NULL;
  StyrModel *model = styr_model_new_from_json (root, &local);

  if (model == NULL)
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_VALUE,
                 _ ("The steering model can’t be changed so: %s"),
                 local->message);
  return model;
}

/* Puts the new kind into the package's field. */
static void
set_kind (JsonNode *root, const char *path, StyrFieldKind kind, JsonNode *choices)
{
  JsonObject *object = json_node_get_object (styr_model_edit_find (root, path));

  json_object_set_string_member (
      object, "kind", styr_nick_from_value (STYR_TYPE_FIELD_KIND, (int) kind));
  if (choices != NULL)
    json_object_set_member (object, "choices", styr_json_copy (choices));
  else if (kind != STYR_FIELD_CHOICE)
    json_object_remove_member (object, "choices");
}

/**
 * styr_workspace_change_field_kind:
 * @choices: (nullable): a JSON list of {id, label}, for a choice
 *
 * Gives a field another kind. What is written and doesn't fit is kept in a new field beside it that
 * is out of use. Errors: VALUE, NOT_FOUND
 */
gboolean
styr_workspace_change_field_kind (
    StyrWorkspace *self, const char *path, StyrFieldKind kind, JsonNode *choices, GError **error)
{
  g_autoptr (StyrModelField) before = NULL, after = NULL;
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (JsonNode) root = NULL, old_field = NULL;
  g_autoptr (StyrModel) changed = NULL;
  g_autofree char *label = NULL, *earlier_path = NULL, *earlier_key = NULL;
  StyrModel *model;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  model = styr_workspace_get_model (self);
  before = model != NULL ? styr_model_field_new (model, path) : NULL;
  if (before == NULL)
    return fail_place (error, path);
  root = styr_workspace_copy_model (self);
  old_field = styr_json_copy (styr_model_edit_find (root, path));
  set_kind (root, path, kind, choices);
  changed = read_kind (root, error);
  values = changed != NULL ? load_values (self, before, error) : NULL;
  if (values == NULL)
    return FALSE;
  after = styr_model_field_new (changed, path);
  for (guint i = 0; i < values->len; i++)
    {
      const char *value = styr_record_get_text (values->pdata[i], "value");
      g_autofree char *fitting = NULL;

      /* Why it doesn't apply is as true of the new kind. */
      if (!styr_model_field_is_value (before, values->pdata[i]))
        continue;
      fitting = dup_fitting (self, before->field, after->field, value);
      if (fitting == NULL && earlier_path == NULL)
        {
          /* The model that was read keeps its package: the field is added in another copy. */
          JsonNode *copy = styr_json_copy (root);

          json_node_unref (root);
          root = copy;
          earlier_path = add_earlier (root, path, old_field, before->field->title);
          earlier_key =
              before->section != NULL && !g_str_equal (before->owner, "row")
                  ? g_strconcat (before->section, ".", strrchr (earlier_path, '/') + 1, NULL)
                  : g_strdup (strrchr (earlier_path, '/') + 1);
        }
      if (fitting == NULL)
        set_value (batch, values->pdata[i], earlier_key, value);
      if (g_strcmp0 (fitting, value) != 0)
        set_value (batch, values->pdata[i], before->key, fitting);
    }
  label = g_strdup_printf (_ ("Changed the kind of “%s”"), before->field->title);
  return styr_workspace_write_model (self, label, NULL, root, batch, error);
}
