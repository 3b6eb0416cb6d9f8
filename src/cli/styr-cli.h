/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/** What the program ends with: scripts rely on these numbers. */
typedef enum
{
  STYR_CLI_DONE = 0,
  STYR_CLI_NEGATIVE = 1,  /* it worked, and the answer is no */
  STYR_CLI_USAGE = 2,     /* wrong command, option or argument */
  STYR_CLI_BAD_INPUT = 3, /* what was given, or the file, isn't right */
  STYR_CLI_NO_ACCESS = 4, /* a file can't be read or written */
} StyrCliStatus;

/** The options of all commands; each command takes some of them. */
typedef struct
{
  char *database, *output, *unit, *model, *municipality, *type, *format, *rule, *picture;
  int year, first_year;
  gboolean example;
  char **arguments; /* what is left */
} StyrCliOptions;

typedef StyrCliStatus (*StyrCliFunc) (const StyrCliOptions *options);

typedef struct
{
  const char *group, *name; /* "export", "workbook"; the name is NULL for one-word commands */
  const char *arguments;    /* shown in the help */
  const char *summary;      /* untranslated */
  const char *takes;        /* letters of the options: see styr-cli-options.c */
  int n_arguments;
  StyrCliFunc func;
  const char *notes; /* untranslated: what else --help says; may be NULL */
} StyrCliCommand;

/* styr-cli-options.c */
StyrCliStatus styr_cli_parse (
    const StyrCliCommand *command, int argc, char **argv, StyrCliOptions *options, gboolean *go_on);
void styr_cli_options_clear (StyrCliOptions *options);
StyrCliStatus styr_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
StyrCliStatus styr_cli_fail (GError *error); /* takes the error, says it, gives the status */

/* styr-cli-commands.c */
const StyrCliCommand *styr_cli_get_commands (guint *n_commands);

/* styr-cli-show.c */
StyrCliStatus styr_cli_list (const StyrCliOptions *options);
StyrCliStatus styr_cli_history (const StyrCliOptions *options);
StyrWorkspace *
styr_cli_open (const StyrCliOptions *options, gboolean look_at_context, StyrCliStatus *status);
StyrWorkspace *styr_cli_open_to_write (const StyrCliOptions *options, StyrCliStatus *status);

/* styr-cli-check.c */
StyrCliStatus styr_cli_check (const StyrCliOptions *options);

/* styr-cli-model.c */
StyrCliStatus styr_cli_model_list (const StyrCliOptions *options);
StyrCliStatus styr_cli_model_show (const StyrCliOptions *options);
StyrCliStatus styr_cli_model_compare (const StyrCliOptions *options);
StyrCliStatus styr_cli_model_export (const StyrCliOptions *options);

/* styr-cli-output.c: records as a table for people or as JSON for programs */
typedef struct
{
  const char *column; /* of the record */
  const char *key;    /* in JSON */
  const char *title;  /* untranslated; NULL = not in the table for people */
  char kind;          /* 't' text, 'i' whole number, 'b' yes or no */
} StyrCliColumn;

void styr_cli_print_text (GListModel *records, const StyrCliColumn *columns, guint n_columns);
void styr_cli_print_json (GListModel *records, const StyrCliColumn *columns, guint n_columns);

G_END_DECLS
