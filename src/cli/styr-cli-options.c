/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"

#include <glib/gi18n.h>

/* Options by their letters in a command's "takes", and where they are kept. */
static const struct
{
  char letter;
  gsize place;
  GOptionEntry entry;
} all[] = {
  { 'd',
    G_STRUCT_OFFSET (StyrCliOptions, database),
    { "database",
      'd',
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("The database; without it the user’s own"),
      N_ ("FILE") } },
  { 'm',
    G_STRUCT_OFFSET (StyrCliOptions, model),
    { "model",
      'm',
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("A steering model: the name of one that comes with the program, or a file"),
      N_ ("NAME") } },
  { 'e',
    G_STRUCT_OFFSET (StyrCliOptions, example),
    { "example",
      0,
      0,
      G_OPTION_ARG_NONE,
      NULL,
      N_ ("Fill it with the model’s example municipality"),
      NULL } },
  { 'n',
    G_STRUCT_OFFSET (StyrCliOptions, municipality),
    { "municipality",
      0,
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("The municipality’s name; without it the model’s"),
      N_ ("NAME") } },
  { 'f',
    G_STRUCT_OFFSET (StyrCliOptions, first_year),
    { "first-year",
      0,
      0,
      G_OPTION_ARG_INT,
      NULL,
      N_ ("The first year that is planned; without it this year"),
      N_ ("YEAR") } },
  { 'o',
    G_STRUCT_OFFSET (StyrCliOptions, output),
    { "output",
      'o',
      0,
      G_OPTION_ARG_FILENAME,
      NULL,
      N_ ("The file to write; its ending tells the format"),
      N_ ("FILE") } },
  { 't',
    G_STRUCT_OFFSET (StyrCliOptions, type),
    { "type",
      't',
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("The document type, by id or name"),
      N_ ("TYPE") } },
  { 'u',
    G_STRUCT_OFFSET (StyrCliOptions, unit),
    { "unit",
      'u',
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("A unit, by its name or short name; without it the whole municipality"),
      N_ ("UNIT") } },
  { 'y',
    G_STRUCT_OFFSET (StyrCliOptions, year),
    { "year", 'y', 0, G_OPTION_ARG_INT, NULL, N_ ("The year"), N_ ("YEAR") } },
  { 'j',
    G_STRUCT_OFFSET (StyrCliOptions, format),
    { "format",
      0,
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("text (for people) or json (for programs)"),
      "text|json" } },
  { 'r',
    G_STRUCT_OFFSET (StyrCliOptions, rule),
    { "rule",
      'r',
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("Only this rule, by its number"),
      N_ ("RULE") } },
  { 'p',
    G_STRUCT_OFFSET (StyrCliOptions, picture),
    { "picture",
      'p',
      0,
      G_OPTION_ARG_STRING,
      NULL,
      N_ ("One of the model’s pictures, by its id; without it the first"),
      N_ ("PICTURE") } },
};

static GArray *
make_entries (StyrCliOptions *options, const char *takes)
{
  GOptionEntry rest = { G_OPTION_REMAINING,  0,    0,   G_OPTION_ARG_FILENAME_ARRAY,
                        &options->arguments, NULL, NULL };
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strchr (takes, all[i].letter) != NULL)
      {
        GOptionEntry entry = all[i].entry;

        entry.arg_data = (char *) options + all[i].place;
        g_array_append_val (entries, entry);
      }
  g_array_append_val (entries, rest);
  return entries;
}

static int
count_arguments (const StyrCliOptions *options)
{
  return options->arguments != NULL ? (int) g_strv_length (options->arguments) : 0;
}

/* The options that a command can't do without: what it writes, what it begins with, which document.
 */
static StyrCliStatus
check_required (const StyrCliCommand *command, const StyrCliOptions *options)
{
  if (strchr (command->takes, 'o') != NULL && options->output == NULL)
    return styr_cli_usage (_ ("Say with --output which file to write."));
  if (strchr (command->takes, 'm') != NULL && options->model == NULL)
    return styr_cli_usage (_ ("Say with --model which steering model to begin with."));
  if (strchr (command->takes, 't') != NULL && options->type == NULL)
    return styr_cli_usage (_ ("Say with --type which kind of document."));
  if (g_strcmp0 (command->group, "export") == 0 && strchr (command->takes, 'y') != NULL &&
      options->year == 0)
    return styr_cli_usage (_ ("Say with --year which year."));
  if (options->year != 0 && (options->year < 1900 || options->year > 2200))
    return styr_cli_usage (_ ("%d is not a year that can be planned."), options->year);
  if (options->format != NULL && !g_str_equal (options->format, "text") &&
      !g_str_equal (options->format, "json"))
    return styr_cli_usage (_ ("There is no format “%s”: choose text or json."), options->format);
  return STYR_CLI_DONE;
}

/**
 * styr_cli_parse:
 * @argv: the command's last word first, as a program's name would be
 * @go_on: (out): whether the command shall be run
 *
 * Reads the options of a command. --help is answered, and ends the program, here.
 */
StyrCliStatus
styr_cli_parse (
    const StyrCliCommand *command, int argc, char **argv, StyrCliOptions *options, gboolean *go_on)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GArray) entries = make_entries (options, command->takes);
  g_autoptr (GError) error = NULL;
  StyrCliStatus status;
  int n;

  *go_on = FALSE;
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  if (command->notes != NULL)
    g_option_context_set_description (context, command->notes);
  g_option_context_add_main_entries (
      context, (const GOptionEntry *) (void *) entries->data, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return styr_cli_usage ("%s", error->message);
  n = count_arguments (options);
  if (n > command->n_arguments)
    return styr_cli_usage (_ ("“%s” is one argument too many."),
                           options->arguments[command->n_arguments]);
  if (n < command->n_arguments)
    return styr_cli_usage (_ ("An argument is missing: %s."), command->arguments);
  status = check_required (command, options);
  *go_on = status == STYR_CLI_DONE;
  return status;
}

void
styr_cli_options_clear (StyrCliOptions *options)
{
  g_clear_pointer (&options->database, g_free);
  g_clear_pointer (&options->output, g_free);
  g_clear_pointer (&options->unit, g_free);
  g_clear_pointer (&options->model, g_free);
  g_clear_pointer (&options->picture, g_free);
  g_clear_pointer (&options->municipality, g_free);
  g_clear_pointer (&options->type, g_free);
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->rule, g_free);
  g_clear_pointer (&options->arguments, g_strfreev);
}

/** Says what was wrong with the command line. Returns: STYR_CLI_USAGE */
StyrCliStatus
styr_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("styrmodell-cli: %s\n", message);
  return STYR_CLI_USAGE;
}

/** Says an error of the workspace. @error: (transfer full). Returns: the status that it means */
StyrCliStatus
styr_cli_fail (GError *error)
{
  StyrCliStatus status = STYR_CLI_NO_ACCESS;

  g_printerr ("styrmodell-cli: %s\n", error->message);
  if (error->domain == STYR_WORKSPACE_ERROR)
    switch ((StyrWorkspaceError) error->code)
      {
      case STYR_WORKSPACE_ERROR_TOO_NEW:
      case STYR_WORKSPACE_ERROR_DAMAGED:
      case STYR_WORKSPACE_ERROR_BAD_FILE:
      case STYR_WORKSPACE_ERROR_VALUE:
      case STYR_WORKSPACE_ERROR_NOT_FOUND:
      case STYR_WORKSPACE_ERROR_READ_ONLY:
        status = STYR_CLI_BAD_INPUT;
        break;
      case STYR_WORKSPACE_ERROR_FAILED:
      case STYR_WORKSPACE_ERROR_BUSY:
      case STYR_WORKSPACE_ERROR_ACCESS:
      case STYR_WORKSPACE_ERROR_WRITE:
      default:
        break;
      }
  g_error_free (error);
  return status;
}
