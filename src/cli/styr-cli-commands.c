/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static StyrCliStatus
finish (gboolean done, GError *error, const char *written)
{
  g_autofree char *name = NULL;

  if (!done)
    return styr_cli_fail (error);
  if (written != NULL)
    {
      name = g_filename_display_name (written);
      g_printerr (_ ("Wrote %s\n"), name);
    }
  return STYR_CLI_DONE;
}

static int
this_year (StyrWorkspace *workspace)
{
  return (int) g_ascii_strtoll (styr_workspace_get_today (workspace), NULL, 10);
}

/* The folders of a path that aren't there, the innermost first. */
static GPtrArray *
dup_missing_folders (const char *path)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (char *folder = g_path_get_dirname (path);; folder = g_path_get_dirname (folder))
    {
      if (g_file_test (folder, G_FILE_TEST_EXISTS))
        {
          g_free (folder);
          return missing;
        }
      g_ptr_array_add (missing, folder);
    }
}

/* Away with a database that wasn't there, and with what was made for its sake. */
static void
take_away (const char *path, GPtrArray *folders)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (path, endings[i], NULL);

      g_unlink (beside);
    }
  for (guint i = 0; i < folders->len; i++)
    g_rmdir (folders->pdata[i]);
}

static gboolean
fill (StyrWorkspace *workspace, StyrModel *model, const StyrCliOptions *options, GError **error)
{
  if (options->example)
    return styr_workspace_set_up_example (workspace, options->model, error);
  return styr_workspace_set_up (
      workspace,
      model,
      options->municipality != NULL ? options->municipality : styr_model_get_municipality (model),
      NULL,
      options->first_year != 0 ? options->first_year : this_year (workspace),
      error);
}

static StyrCliStatus
new_database (const StyrCliOptions *options)
{
  g_autofree char *own = styr_workspace_get_default_path ();
  const char *path = options->database != NULL ? options->database : own;
  g_autoptr (GPtrArray) folders = dup_missing_folders (path);
  gboolean was_there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (StyrWorkspace) workspace = NULL;
  g_autoptr (StyrModel) model = NULL;
  GError *error = NULL;
  gboolean done;

  model = styr_workspace_load_package (options->model, &error);
  if (model == NULL)
    return styr_cli_fail (error);
  workspace = styr_workspace_open (path, &error);
  done = workspace != NULL && fill (workspace, model, options, &error);
  g_clear_object (&workspace);
  /* What couldn't be filled leaves no empty database behind; one that was there stays. */
  if (!done && !was_there)
    take_away (path, folders);
  return finish (done, error, path);
}

static StyrCliStatus
render (const StyrCliOptions *options)
{
  const char *what = options->arguments[0];
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = NULL;
  g_autofree char *chosen = NULL;
  GError *error = NULL;
  gboolean done;

  if (!g_str_equal (what, "pyramid") && !g_str_equal (what, "wheel"))
    return styr_cli_usage (_ ("“%s” can’t be drawn: choose pyramid or wheel."), what);
  workspace = styr_cli_open (options, TRUE, &status);
  if (workspace == NULL)
    return status;
  if (options->picture != NULL && g_str_equal (what, "pyramid"))
    chosen = g_strconcat (what, ":", options->picture, NULL);
  done = styr_workspace_export_picture (
      workspace, chosen != NULL ? chosen : what, options->output, &error);
  return finish (done, error, options->output);
}

static StyrCliStatus
export_workbook (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, TRUE, &status);
  GError *error = NULL;
  gboolean done;

  if (workspace == NULL)
    return status;
  done = styr_workspace_export_workbook (
      workspace, styr_workspace_get_unit_id (workspace), options->year, options->output, &error);
  return finish (done, error, options->output);
}

/* By id, or by the name that the municipality uses. */
static const StyrDocumentType *
find_type (StyrWorkspace *workspace, const char *name)
{
  StyrModel *model = styr_workspace_get_model (workspace);
  GPtrArray *types = styr_model_get_document_types (model);
  const StyrDocumentType *found = styr_model_find_document_type (model, name);
  g_autofree char *key = g_utf8_casefold (name, -1);

  for (guint i = 0; found == NULL && i < types->len; i++)
    {
      const StyrDocumentType *type = g_ptr_array_index (types, i);
      g_autofree char *other = g_utf8_casefold (type->name, -1);

      if (g_str_equal (key, other))
        found = type;
    }
  return found;
}

static StyrCliStatus
export_report (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, TRUE, &status);
  const StyrDocumentType *type;
  g_autofree char *document_id = NULL;
  g_autofree char *unit_label = NULL;
  GError *error = NULL;
  gboolean done;

  if (workspace == NULL)
    return status;
  type = find_type (workspace, options->type);
  if (type == NULL)
    {
      g_printerr (_ ("styrmodell-cli: The steering model has no document type “%s”.\n"),
                  options->type);
      return STYR_CLI_BAD_INPUT;
    }
  document_id = styr_workspace_find_document (
      workspace, type->id, styr_workspace_get_unit_id (workspace), options->year);
  if (document_id == NULL)
    {
      unit_label =
          styr_workspace_dup_unit_label (workspace, styr_workspace_get_unit_id (workspace));
      /* Translators: the document type, the unit, the year. */
      g_printerr (_ ("styrmodell-cli: There is no “%s” of %s for %d.\n"),
                  type->name,
                  unit_label,
                  options->year);
      return STYR_CLI_BAD_INPUT;
    }
  done = styr_workspace_export_report (workspace, document_id, options->output, &error);
  return finish (done, error, options->output);
}

static StyrCliStatus
export_model (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  GError *error = NULL;
  gboolean done;

  if (workspace == NULL)
    return status;
  done = styr_workspace_export_model (workspace, options->output, &error);
  return finish (done, error, options->output);
}

static StyrCliStatus
import_model (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open_to_write (options, &status);
  GError *error = NULL;
  gboolean done;

  if (workspace == NULL)
    return status;
  done = styr_workspace_import_model (workspace, options->arguments[0], &error);
  return finish (done, error, NULL);
}

static StyrCliStatus
step (const StyrCliOptions *options, gboolean back)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open_to_write (options, &status);
  g_autofree char *label = NULL;
  GError *error = NULL;
  gboolean done;

  if (workspace == NULL)
    return status;
  label =
      back ? styr_workspace_dup_undo_label (workspace) : styr_workspace_dup_redo_label (workspace);
  if (label == NULL)
    {
      g_printerr ("styrmodell-cli: %s\n",
                  back ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
      return STYR_CLI_NEGATIVE;
    }
  done = back ? styr_workspace_undo (workspace, &error) : styr_workspace_redo (workspace, &error);
  if (done)
    {
      g_print (back ? _ ("Undid: %s") : _ ("Did again: %s"), label);
      g_print ("\n");
    }
  return finish (done, error, NULL);
}

static StyrCliStatus
undo (const StyrCliOptions *options)
{
  return step (options, TRUE);
}

static StyrCliStatus
redo (const StyrCliOptions *options)
{
  return step (options, FALSE);
}

static StyrCliStatus
backup (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  GError *error = NULL;
  gboolean done;

  if (workspace == NULL)
    return status;
  done = styr_workspace_backup (workspace, options->output, &error);
  return finish (done, error, options->output);
}

static const StyrCliCommand commands[] = {
  { "new", NULL, "", N_ ("Make a new database with a steering model"), "dmenf", 0, new_database },
  { "render",
    NULL,
    "pyramid|wheel",
    N_ ("Draw the pyramid or the quality wheel"),
    "douyp",
    1,
    render },
  { "export",
    "workbook",
    "",
    N_ ("Write the workbook of a unit, or of all, for a year"),
    "douy",
    0,
    export_workbook },
  { "export", "report", "", N_ ("Write a document as PDF or HTML"), "dotuy", 0, export_report },
  { "export",
    "model",
    "",
    N_ ("Write the steering model as a package file"),
    "do",
    0,
    export_model },
  { "import",
    "model",
    "FILE",
    N_ ("Replace the steering model by the one in a package file"),
    "d",
    1,
    import_model },
  { "model",
    "list",
    "",
    N_ ("List the versions of the steering model"),
    "dj",
    0,
    styr_cli_model_list },
  { "model",
    "show",
    "NAME",
    N_ ("Show what a version, or a package, holds"),
    "d",
    1,
    styr_cli_model_show },
  { "model",
    "compare",
    "A B",
    N_ ("Tell what differs between two versions or packages"),
    "dj",
    2,
    styr_cli_model_compare,
    N_ ("A version is named by its id, version, name, status or first day; a package by its name "
        "or "
        "file. The status is 1 when they differ.") },
  { "model",
    "export",
    "NAME",
    N_ ("Write a version as a package file"),
    "do",
    1,
    styr_cli_model_export },
  { "list",
    NULL,
    "documents|goals|units",
    N_ ("List documents, goals or units"),
    "djuy",
    1,
    styr_cli_list },
  { "check",
    NULL,
    "",
    N_ ("Check the documents by the rules of the steering model"),
    "djury",
    0,
    styr_cli_check,
    N_ ("The status is 1 when something open is found, 0 when nothing is; decided exceptions don’t "
        "count. As JSON it is a list of objects with the members rule, severity (error, warning, "
        "information), objectKind, objectId, objectTitle, document, unit, text, remedy, paragraph, "
        "waived, waiverReason, implicit and year; what isn’t known is null. Later versions may add "
        "members, never change these.") },
  { "history",
    NULL,
    "",
    N_ ("Show what has been changed, newest first"),
    "dj",
    0,
    styr_cli_history },
  { "undo", NULL, "", N_ ("Undo the latest change"), "d", 0, undo },
  { "redo", NULL, "", N_ ("Do the latest undone change again"), "d", 0, redo },
  { "backup", NULL, "", N_ ("Write a whole copy of the database"), "do", 0, backup },
};

/** Every command, in the order of the help. */
const StyrCliCommand *
styr_cli_get_commands (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}
