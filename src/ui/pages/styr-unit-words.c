/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-words.h"

#include "styr-locale.h"
#include "styr-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words about units, and lists of units to choose from */

/**
 * styr_unit_dup_period:
 * @record: a unit or a service between units
 * @day: (nullable): ISO date, to which it is related
 *
 * Returns: (transfer full) (nullable): when it holds, in words; NULL when it always has
 */
char *
styr_unit_dup_period (StyrRecord *record, const char *day)
{
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (record), NULL);

  from = styr_format_date (styr_record_get_text (record, "valid_from"));
  to = styr_format_date (styr_record_get_text (record, "valid_to"));
  if (styr_record_has (record, "valid_to"))
    {
      gboolean is_over = day != NULL && strcmp (styr_record_get_text (record, "valid_to"), day) < 0;

      if (styr_record_has (record, "valid_from"))
        return g_strdup_printf (_ ("%s to %s"), from, to);
      return g_strdup_printf (is_over ? _ ("ended %s") : _ ("until %s"), to);
    }
  return styr_record_has (record, "valid_from") ? g_strdup_printf (_ ("from %s"), from) : NULL;
}

/** Returns: (transfer full): what units of the type are called together, as a heading */
char *
styr_unit_dup_group_name (const StyrBodyType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return styr_name_sentence_case (!type->is_single && type->plural != NULL ? type->plural
                                                                           : type->name);
}

static void
add_name (GString *names, const StyrDocumentType *type)
{
  g_string_append_printf (
      names, "%s%s", names->len > 0 ? ", " : "", type->plural != NULL ? type->plural : type->name);
}

/** Returns: (transfer full) (nullable): the kinds of documents that units of the type make and
 * decide themselves, joined */
char *
styr_unit_dup_own_documents (StyrModel *model, const char *type)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *types;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);

  types = styr_model_get_document_types (model);
  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *one = types->pdata[i];

      if (one->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR &&
          styr_strings_contain (one->producers, type))
        add_name (names, one);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static gboolean
is_decided_by_other (const StyrDocumentType *type, const char *body)
{
  const char *decider = type->chain->len > 0 ? type->chain->pdata[type->chain->len - 1] : NULL;

  for (guint i = 0; decider == NULL && i < type->decision_rules->len; i++)
    decider = ((const StyrDecisionRule *) type->decision_rules->pdata[i])->decider;
  return decider != NULL && !g_str_equal (decider, body) && !g_str_equal (decider, "unit");
}

/** Returns: (transfer full) (nullable): the kinds of documents that units of the type prepare for
 * another body's decision, joined */
char *
styr_unit_dup_prepared_documents (StyrModel *model, const char *type)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *types;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);

  types = styr_model_get_document_types (model);
  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *one = types->pdata[i];

      if (is_decided_by_other (one, type) &&
          (styr_strings_contain (one->preparers, type) || styr_strings_contain (one->chain, type)))
        add_name (names, one);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/** Whether the unit is of a type that is elected. */
gboolean
styr_unit_is_political (StyrModel *model, StyrRecord *unit)
{
  const StyrBodyType *type;

  g_return_val_if_fail (STYR_IS_MODEL (model) && STYR_IS_RECORD (unit), FALSE);

  type = styr_model_find_body_type (model, styr_record_get_text (unit, "type"));
  return type != NULL && type->is_political;
}

static void
add_option (GPtrArray *options, StyrRecord *unit)
{
  g_autofree char *group = styr_name_sentence_case (styr_record_get_text (unit, "type_name"));

  styr_options_add (options, styr_record_get_id (unit), styr_record_get_text (unit, "name"), group);
}

/**
 * styr_unit_new_options:
 * @but_id: (nullable): a unit that isn't among them
 * @all_times: those that have ended too
 *
 * Returns: (transfer full) (element-type StyrOption): units to choose from
 */
GPtrArray *
styr_unit_new_options (StyrWorkspace *workspace, const char *but_id, gboolean all_times)
{
  g_autoptr (GPtrArray) units = NULL;
  GPtrArray *options = styr_options_new ();

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), options);

  units = styr_workspace_dup_units_on (workspace,
                                       all_times ? NULL : styr_workspace_get_today (workspace));
  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (styr_record_get_id (units->pdata[i]), but_id) != 0)
      add_option (options, units->pdata[i]);
  return options;
}

/** Returns: (transfer full) (element-type StyrOption): the units that are elected, or those that
 * aren't */
GPtrArray *
styr_unit_new_side_options (StyrWorkspace *workspace, const char *but_id, gboolean political)
{
  g_autoptr (GPtrArray) units = NULL;
  GPtrArray *options = styr_options_new ();

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), options);

  units = styr_workspace_dup_units_on (workspace, NULL);
  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (styr_record_get_id (units->pdata[i]), but_id) != 0 &&
        styr_unit_is_political (styr_workspace_get_model (workspace), units->pdata[i]) == political)
      add_option (options, units->pdata[i]);
  return options;
}

/** Returns: (transfer full) (element-type StyrOption): the types that a unit can have */
GPtrArray *
styr_unit_new_type_options (StyrModel *model)
{
  GPtrArray *options = styr_options_new ();
  GPtrArray *types;

  g_return_val_if_fail (STYR_IS_MODEL (model), options);

  types = styr_model_get_body_types (model);
  for (guint i = 0; i < types->len; i++)
    {
      const StyrBodyType *type = types->pdata[i];
      g_autofree char *name = styr_name_sentence_case (type->name);

      if (!type->is_role)
        styr_options_add (options, type->id, name, NULL);
    }
  return options;
}
