/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"

#include <glib/gi18n.h>

static const StyrCliColumn document_columns[] = {
  { "id", "id", NULL, 't' },
  { "type", "type", NULL, 't' },
  { "type_name", "typeName", N_ ("Type"), 't' },
  { "title", "title", N_ ("Title"), 't' },
  { "unit_name", "unit", N_ ("Unit"), 't' },
  { "year", "year", N_ ("Year"), 'i' },
  { "version", "version", NULL, 'i' },
  { "status", "status", NULL, 't' },
  { "state", "state", NULL, 't' },
  { "state_word", "stateWord", N_ ("State"), 't' },
  { "decided_on", "decidedOn", N_ ("Decided on"), 't' },
  { "registration_no", "registrationNo", N_ ("Record number"), 't' },
};

static const StyrCliColumn goal_columns[] = {
  { "id", "id", NULL, 't' },
  { "type", "type", NULL, 't' },
  { "unit_name", "unit", N_ ("Unit"), 't' },
  { "label", "label", N_ ("No."), 't' },
  { "text", "text", N_ ("Goal"), 't' },
  { "document_id", "document", NULL, 't' },
  { "document_type", "documentType", NULL, 't' },
  { "document_year", "year", NULL, 'i' },
  { "n_criteria", "criteria", N_ ("Criteria"), 'i' },
  { "n_links", "links", N_ ("Links"), 'i' },
  { "grade", "grade", NULL, 't' },
  { "grade_word", "gradeWord", N_ ("Assessment"), 't' },
};

static const StyrCliColumn unit_columns[] = {
  { "id", "id", NULL, 't' },
  { "type", "type", NULL, 't' },
  { "short_name", "shortName", N_ ("Short name"), 't' },
  { "name", "name", N_ ("Name"), 't' },
  { "valid_from", "validFrom", NULL, 't' },
  { "valid_to", "validTo", NULL, 't' },
  { "inside_model", "insideModel", NULL, 'b' },
};

static const StyrCliColumn history_columns[] = {
  { "id", "id", NULL, 'i' },
  { "at", "at", N_ ("Time"), 't' },
  { "author", "author", N_ ("Who"), 't' },
  { "kind", "kind", NULL, 't' },
  { "label", "label", N_ ("What"), 't' },
  { "state", "state", N_ ("State"), 't' },
};

static void
print (const StyrCliOptions *options, GListModel *records, const StyrCliColumn *columns, guint n)
{
  if (g_strcmp0 (options->format, "json") == 0)
    styr_cli_print_json (records, columns, n);
  else
    styr_cli_print_text (records, columns, n);
}

static gboolean
look_at (StyrWorkspace *workspace, const StyrCliOptions *options, GError **error)
{
  g_autoptr (StyrRecord) unit = NULL;

  if (options->unit != NULL)
    {
      unit = styr_workspace_match_unit (workspace, options->unit, error);
      if (unit == NULL)
        return FALSE;
      styr_workspace_set_unit_id (workspace, styr_record_get_id (unit));
    }
  if (options->year != 0)
    styr_workspace_set_year (workspace, options->year);
  return TRUE;
}

static StyrWorkspace *
open_database (const StyrCliOptions *options, gboolean to_write, StyrCliStatus *status)
{
  g_autofree char *own = styr_workspace_get_default_path ();
  const char *path = options->database != NULL ? options->database : own;
  g_autoptr (StyrWorkspace) workspace = NULL;
  GError *error = NULL;

  *status = STYR_CLI_DONE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_printerr (_ ("styrmodell-cli: There is no database “%s”: make one with the command new.\n"),
                  name);
      *status = STYR_CLI_BAD_INPUT;
      return NULL;
    }
  workspace =
      to_write ? styr_workspace_open (path, &error) : styr_workspace_open_to_read (path, &error);
  if (workspace != NULL && styr_workspace_get_model (workspace) == NULL)
    g_set_error_literal (
        &error,
        STYR_WORKSPACE_ERROR,
        STYR_WORKSPACE_ERROR_VALUE,
        _ ("The database holds no municipality yet: fill it with the command new."));
  if (error != NULL)
    {
      *status = styr_cli_fail (error);
      return NULL;
    }
  return g_steal_pointer (&workspace);
}

/**
 * styr_cli_open:
 * @look_at_context: whether --unit and --year set what is looked at
 * @status: (out): why there is no workspace
 *
 * Opens the database for a command that looks: nothing in it is changed.
 *
 * Returns: (transfer full) (nullable): the database that the options name, which must hold a
 * municipality; what is wrong has been said
 */
StyrWorkspace *
styr_cli_open (const StyrCliOptions *options, gboolean look_at_context, StyrCliStatus *status)
{
  g_autoptr (StyrWorkspace) workspace = open_database (options, FALSE, status);
  GError *error = NULL;

  if (workspace != NULL && look_at_context)
    look_at (workspace, options, &error);
  if (error != NULL)
    {
      *status = styr_cli_fail (error);
      return NULL;
    }
  return g_steal_pointer (&workspace);
}

/** As styr_cli_open(), for a command that changes what the database holds. */
StyrWorkspace *
styr_cli_open_to_write (const StyrCliOptions *options, StyrCliStatus *status)
{
  return open_database (options, TRUE, status);
}

static GListModel *
as_list (GPtrArray *records)
{
  StyrRecordList *list = styr_record_list_new ();

  styr_record_list_update (list, records);
  g_ptr_array_unref (records);
  return G_LIST_MODEL (list);
}

/* The grades' own words, for people. */
static GListModel *
dup_goals (StyrWorkspace *workspace)
{
  StyrModel *model = styr_workspace_get_model (workspace);
  GPtrArray *goals = styr_workspace_list_goals (workspace);

  for (guint i = 0; i < goals->len; i++)
    {
      StyrRecord *goal = g_ptr_array_index (goals, i);
      const StyrGoalType *type =
          styr_model_find_goal_type (model, styr_record_get_text (goal, "type"));
      const StyrScale *scale =
          type != NULL && type->scale != NULL ? styr_model_find_scale (model, type->scale) : NULL;
      const StyrGrade *grade =
          scale != NULL && styr_record_has (goal, "grade")
              ? styr_scale_find_grade (scale, styr_record_get_text (goal, "grade"))
              : NULL;

      if (grade != NULL)
        styr_record_set_text (goal, "grade_word", grade->label);
    }
  return as_list (goals);
}

/** list documents|goals|units */
StyrCliStatus
styr_cli_list (const StyrCliOptions *options)
{
  const char *what = options->arguments[0];
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = NULL;
  g_autoptr (GListModel) goals = NULL;

  if (!g_str_equal (what, "documents") && !g_str_equal (what, "goals") &&
      !g_str_equal (what, "units"))
    return styr_cli_usage (_ ("“%s” can’t be listed: choose documents, goals or units."), what);
  workspace = styr_cli_open (options, TRUE, &status);
  if (workspace == NULL)
    return status;
  if (g_str_equal (what, "documents"))
    print (options,
           styr_workspace_get_documents (workspace),
           document_columns,
           G_N_ELEMENTS (document_columns));
  else if (g_str_equal (what, "units"))
    print (
        options, styr_workspace_get_units (workspace), unit_columns, G_N_ELEMENTS (unit_columns));
  else
    {
      goals = dup_goals (workspace);
      print (options, goals, goal_columns, G_N_ELEMENTS (goal_columns));
    }
  return STYR_CLI_DONE;
}

static const char *
state_word (const char *state)
{
  if (g_strcmp0 (state, "undone") == 0)
    return C_ ("history", "undone");
  if (g_strcmp0 (state, "abandoned") == 0)
    return C_ ("history", "undone for good");
  return "";
}

/* For people the entries' own words and only what differs from "done". */
static GListModel *
dup_readable_history (GListModel *history)
{
  GPtrArray *readable = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (StyrRecord) entry = g_list_model_get_item (history, i);
      StyrRecord *copy = styr_record_new ("journal", styr_record_get_id (entry));
      const char *label = styr_record_get_text (entry, "label");
      g_autofree char *what = NULL;

      styr_record_assign (copy, entry);
      if (styr_record_is (entry, "kind", "undo"))
        what = g_strdup_printf (_ ("Undid: %s"), label);
      else if (styr_record_is (entry, "kind", "redo"))
        what = g_strdup_printf (_ ("Did again: %s"), label);
      if (what != NULL)
        styr_record_set_text (copy, "label", what);
      styr_record_set_text (copy, "state", state_word (styr_record_get_text (entry, "state")));
      g_ptr_array_add (readable, copy);
    }
  return as_list (readable);
}

/** history */
StyrCliStatus
styr_cli_history (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  g_autoptr (GListModel) readable = NULL;
  GListModel *history;

  if (workspace == NULL)
    return status;
  history = styr_workspace_get_history (workspace);
  if (g_strcmp0 (options->format, "json") != 0)
    history = readable = dup_readable_history (history);
  print (options, history, history_columns, G_N_ELEMENTS (history_columns));
  return STYR_CLI_DONE;
}
