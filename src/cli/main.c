/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"
#include "styr-i18n.h"

#include <glib/gi18n.h>

static void
print_help (gboolean to_stderr)
{
  guint n;
  const StyrCliCommand *commands = styr_cli_get_commands (&n);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s styrmodell-cli %s\n\n", _ ("Usage:"), _ ("COMMAND [OPTION …]"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name =
          g_strjoin (" ",
                     commands[i].group,
                     commands[i].name != NULL ? commands[i].name : commands[i].arguments,
                     NULL);

      g_string_append_printf (text, "  %-34s %s\n", name, _ (commands[i].summary));
    }
  g_string_append_printf (
      text,
      "\n%s\n",
      _ ("Each command tells its options with --help. The status is 0 done, 1 a negative answer, "
         "2 wrong usage, 3 bad input or file, 4 a file can’t be read or written."));
  if (to_stderr)
    g_printerr ("%s", text->str);
  else
    g_print ("%s", text->str);
}

/* The command and how many words it takes; NULL when there is none such. */
static const StyrCliCommand *
find_command (int argc, char **argv, int *n_words)
{
  guint n;
  const StyrCliCommand *commands = styr_cli_get_commands (&n);

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (argv[1], commands[i].group))
        continue;
      *n_words = commands[i].name != NULL ? 2 : 1;
      if (commands[i].name == NULL || (argc > 2 && g_str_equal (argv[2], commands[i].name)))
        return &commands[i];
    }
  return NULL;
}

static StyrCliStatus
run (const StyrCliCommand *command, int n_words, int argc, char **argv)
{
  StyrCliOptions options = { 0 };
  StyrCliStatus status;
  gboolean go_on = FALSE;
  g_autofree char *name = g_strjoin (" ", "styrmodell-cli", command->group, command->name, NULL);

  g_set_prgname (name);
  status = styr_cli_parse (command, argc - n_words, argv + n_words, &options, &go_on);
  if (go_on)
    status = command->func (&options);
  styr_cli_options_clear (&options);
  return status;
}

int
main (int argc, char **argv)
{
  const StyrCliCommand *command;
  int n_words = 0;

  styr_i18n_init (NULL);
  g_set_prgname ("styrmodell-cli");
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help (FALSE);
      return STYR_CLI_DONE;
    }
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("styrmodell-cli %s\n", STYR_VERSION);
      return STYR_CLI_DONE;
    }
  if (argc < 2)
    {
      print_help (TRUE);
      return STYR_CLI_USAGE;
    }
  command = find_command (argc, argv, &n_words);
  if (command == NULL)
    {
      styr_cli_usage (_ ("There is no command “%s”."), argv[1]);
      print_help (TRUE);
      return STYR_CLI_USAGE;
    }
  return (int) run (command, n_words, argc, argv);
}
