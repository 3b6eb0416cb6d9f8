/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"
#include "styr-model-compare.h"
#include "styr-model-words.h"
#include "styr-workspace-model.h"

#include <glib/gi18n.h>

/* The versions of the steering model: model list, show, compare, export. */

static gboolean
is_called (StyrRecord *model, const char *name)
{
  static const char *const columns[] = { "version", "name", "status", "valid_from" };
  g_autofree char *key = g_utf8_casefold (name, -1);

  if (g_strcmp0 (styr_record_get_id (model), name) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = styr_record_get_text (model, columns[i]);
      g_autofree char *other = text != NULL ? g_utf8_casefold (text, -1) : NULL;

      if (g_strcmp0 (other, key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The id of the version that @name means: its id, version, name, status or first day; the newest of
 * several. */
static char *
find_id (StyrWorkspace *workspace, const char *name)
{
  GListModel *models = styr_workspace_get_models (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) model = g_list_model_get_item (models, i);

      if (is_called (model, name))
        return g_strdup (styr_record_get_id (model));
    }
  return NULL;
}

/* A version in the database, else a package by its name or file. */
static StyrModel *
dup_model (StyrWorkspace *workspace, const char *name, GError **error)
{
  g_autofree char *id = find_id (workspace, name);
  StyrModel *model = id != NULL ? styr_workspace_find_model (workspace, id, error) : NULL;

  if (id != NULL)
    return model != NULL ? g_object_ref (model) : NULL;
  return styr_workspace_load_package (name, error);
}

/** model list */
StyrCliStatus
styr_cli_model_list (const StyrCliOptions *options)
{
  static const StyrCliColumn columns[] = {
    { "id", "id", NULL, 't' },
    { "version", "version", N_ ("Version"), 't' },
    { "name", "name", N_ ("Name"), 't' },
    { "status", "status", NULL, 't' },
    { "status_word", "statusWord", N_ ("Status"), 't' },
    { "valid_from", "validFrom", N_ ("Valid from"), 't' },
    { "valid_to", "validTo", N_ ("Valid to"), 't' },
    { "n_documents", "documents", N_ ("Documents"), 'i' },
    { "is_current", "current", N_ ("In force"), 'b' },
  };
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  GListModel *models;

  if (workspace == NULL)
    return status;
  models = styr_workspace_get_models (workspace);
  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) model = g_list_model_get_item (models, i);

      styr_record_set_text (
          model,
          "status_word",
          styr_choice_get_title ("status", styr_record_get_text (model, "status")));
    }
  if (g_strcmp0 (options->format, "json") == 0)
    styr_cli_print_json (models, columns, G_N_ELEMENTS (columns));
  else
    styr_cli_print_text (models, columns, G_N_ELEMENTS (columns));
  return STYR_CLI_DONE;
}

static void
print_line (const char *title, const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_print ("%s: %s\n", title, text);
}

/** model show NAME */
StyrCliStatus
styr_cli_model_show (const StyrCliOptions *options)
{
  static const char *const members[] = { "municipality", "version", "status",       "decidedOn",
                                         "validFrom",    "validTo", "interimUntil", "description" };
  const char *const *kinds = styr_model_get_element_kinds ();
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  g_autoptr (StyrModel) model = NULL;
  GError *error = NULL;
  JsonObject *package;

  if (workspace == NULL)
    return status;
  model = dup_model (workspace, options->arguments[0], &error);
  if (model == NULL)
    return styr_cli_fail (error);
  g_print ("%s\n", styr_model_get_name (model));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const StyrMemberWords *words = styr_member_words_find ("", members[i]);

      const char *text = styr_model_get_text (model, members[i]);

      if (text != NULL && words != NULL && words->choices != NULL)
        text = styr_choice_get_title (words->choices, text);
      print_line (words != NULL ? styr_model_word (words->title) : members[i], text);
    }
  package = json_node_get_object (styr_model_to_json (model));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const StyrListWords *words = styr_list_words_find (kinds[i]);
      guint n = json_object_has_member (package, kinds[i])
                    ? json_array_get_length (json_object_get_array_member (package, kinds[i]))
                    : 0;

      if (n > 0)
        g_print ("%s: %u\n", words != NULL ? styr_model_word (words->title) : kinds[i], n);
    }
  return STYR_CLI_DONE;
}

/** model compare A B: a negative answer when they differ, as of a comparison of files */
StyrCliStatus
styr_cli_model_compare (const StyrCliOptions *options)
{
  static const StyrCliColumn columns[] = {
    { "list", "list", NULL, 't' },     { "element_id", "element", NULL, 't' },
    { "title", "title", NULL, 't' },   { "change", "change", NULL, 't' },
    { "member", "member", NULL, 't' }, { "before", "before", NULL, 't' },
    { "after", "after", NULL, 't' },   { "text", "text", NULL, 't' },
  };
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  g_autoptr (StyrModel) before = NULL, after = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  GError *error = NULL;

  if (workspace == NULL)
    return status;
  before = dup_model (workspace, options->arguments[0], &error);
  after = before != NULL ? dup_model (workspace, options->arguments[1], &error) : NULL;
  if (after == NULL)
    return styr_cli_fail (error);
  differences = styr_model_compare (before, after);
  if (g_strcmp0 (options->format, "json") == 0)
    {
      g_autoptr (StyrRecordList) list = styr_record_list_new ();

      styr_record_list_update (list, differences);
      styr_cli_print_json (G_LIST_MODEL (list), columns, G_N_ELEMENTS (columns));
    }
  else
    for (guint i = 0; i < differences->len; i++)
      g_print ("%s\n", styr_record_get_text (differences->pdata[i], "text"));
  return differences->len > 0 ? STYR_CLI_NEGATIVE : STYR_CLI_DONE;
}

/** model export NAME: any version, as a package file */
StyrCliStatus
styr_cli_model_export (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, FALSE, &status);
  g_autofree char *id = NULL;
  GError *error = NULL;

  if (workspace == NULL)
    return status;
  id = find_id (workspace, options->arguments[0]);
  if (id == NULL)
    {
      g_printerr (_ ("styrmodell-cli: There is no version “%s” of the steering model: see model "
                     "list.\n"),
                  options->arguments[0]);
      return STYR_CLI_BAD_INPUT;
    }
  if (!styr_workspace_show_model (workspace, id, &error) ||
      !styr_workspace_export_model (workspace, options->output, &error))
    return styr_cli_fail (error);
  g_printerr (_ ("Wrote %s\n"), options->output);
  return STYR_CLI_DONE;
}
