/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-file-dialog.h"

#include "styr-dialogs.h"

#include <glib/gi18n-lib.h>

/* What a file with an ending is, for a dialog with several */
static const struct
{
  const char *pattern, *name;
} endings[] = {
  { "*.html", N_ ("Web page (HTML)") }, { "*.pdf", N_ ("PDF document") },
  { "*.xlsx", N_ ("Excel workbook") },  { "*.svg", N_ ("Picture (SVG)") },
  { "*.png", N_ ("Picture (PNG)") },
};

typedef struct
{
  GtkFileChooserNative *chooser;
  StyrFileFunc func;
  gpointer user_data;
  char **patterns;
  char *path;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->chooser);
  g_strfreev (choice->patterns);
  g_free (choice->path);
  g_free (choice);
}

static void
use_path (gpointer data)
{
  Choice *choice = data;

  choice->func (choice->path, choice->user_data);
}

static gboolean
has_known_ending (Choice *choice, const char *path)
{
  for (guint i = 0; choice->patterns[i] != NULL; i++)
    if (g_str_has_suffix (path, choice->patterns[i] + 1))
      return TRUE;
  return FALSE;
}

/* The entry that is chosen says it, when there is one for each ending */
static const char *
get_ending (Choice *choice)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (choice->chooser));
  const char *name = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_strcmp0 (name, _ (endings[i].name)) == 0)
      return endings[i].pattern + 1;
  return choice->patterns[0] + 1;
}

/* An ending that we add may name a file that the dialog never asked about. */
static void
use_completed_path (Choice *choice, GtkWindow *parent)
{
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  g_autofree char *bare = g_steal_pointer (&choice->path);

  choice->path = g_strconcat (bare, get_ending (choice), NULL);
  if (!g_file_test (choice->path, G_FILE_TEST_EXISTS))
    {
      use_path (choice);
      choice_free (choice);
      return;
    }
  name = g_path_get_basename (choice->path);
  body =
      g_strdup_printf (_ ("There is already a file “%s”. Its content is lost if you go on."), name);
  styr_dialog_confirm (
      parent, _ ("Replace the file?"), body, _ ("_Replace"), TRUE, use_path, choice, choice_free);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  choice->path = file != NULL ? g_file_get_path (file) : NULL;
  if (choice->path == NULL)
    {
      choice_free (choice);
      return;
    }
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE &&
      !has_known_ending (choice, choice->path))
    {
      use_completed_path (choice, gtk_native_dialog_get_transient_for (dialog));
      return;
    }
  use_path (choice);
  choice_free (choice);
}

static void
add_filter (Choice *choice, const char *name, const char *const *patterns, guint n_patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; i < n_patterns; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (choice->chooser), filter);
}

static void
add_filters (Choice *choice, const StyrFileKind *kind)
{
  guint n_patterns = g_strv_length (choice->patterns);

  if (kind->filter_name != NULL)
    {
      add_filter (choice, kind->filter_name, kind->patterns, n_patterns);
      return;
    }
  for (guint i = 0; i < n_patterns; i++)
    for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
      if (g_str_equal (kind->patterns[i], endings[j].pattern))
        add_filter (choice, _ (endings[j].name), &kind->patterns[i], 1);
}

static void
run (GtkWindow *parent,
     const StyrFileKind *kind,
     GtkFileChooserAction action,
     StyrFileFunc func,
     gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);
  gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;

  g_assert (kind->title != NULL && kind->patterns != NULL && kind->patterns[0] != NULL);

  choice->func = func;
  choice->user_data = user_data;
  choice->patterns = g_strdupv ((char **) kind->patterns);
  choice->chooser = gtk_file_chooser_native_new (
      kind->title, parent, action, save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  add_filters (choice, kind);
  if (save && kind->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choice->chooser), kind->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  g_signal_connect (choice->chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}

/**
 * Lets the user pick a file to read.
 *
 * @user_data: must live as long as @parent
 */
void
styr_file_dialog_open (GtkWindow *parent,
                       const StyrFileKind *kind,
                       StyrFileFunc func,
                       gpointer user_data)
{
  g_return_if_fail (kind != NULL && func != NULL);

  run (parent, kind, GTK_FILE_CHOOSER_ACTION_OPEN, func, user_data);
}

/**
 * Lets the user pick a file to write; an ending of @kind is added when none was typed. What exists
 * is replaced only after a question.
 *
 * @user_data: must live as long as @parent
 */
void
styr_file_dialog_save (GtkWindow *parent,
                       const StyrFileKind *kind,
                       StyrFileFunc func,
                       gpointer user_data)
{
  g_return_if_fail (kind != NULL && func != NULL);

  run (parent, kind, GTK_FILE_CHOOSER_ACTION_SAVE, func, user_data);
}
