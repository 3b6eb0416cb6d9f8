/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-application.h"

#include "styr-settings.h"
#include "styr-shortcuts.h"
#include "styr-window.h"

#include <glib/gi18n-lib.h>

struct _StyrApplication
{
  AdwApplication parent_instance;

  char *database;
  gboolean with_example;
  StyrOpening *opening; /* begun with the program, taken over by the window */
};

G_DEFINE_FINAL_TYPE (StyrApplication, styr_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* The window saves what is being typed, then the program ends by itself */
  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    gtk_window_close (window);
}

static StyrWindow *
find_window (StyrApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (STYR_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static StyrWindow *
show_window (StyrApplication *self)
{
  StyrWindow *window = find_window (self);

  if (window == NULL)
    {
      window = styr_window_new (GTK_APPLICATION (self));
      if (self->opening == NULL)
        self->opening = styr_opening_start (self->database);
      styr_window_show_opening (
          window, self->database, g_steal_pointer (&self->opening), self->with_example);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
styr_application_activate (GApplication *application)
{
  show_window (STYR_APPLICATION (application));
}

static void
styr_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  StyrWindow *window = show_window (STYR_APPLICATION (application));
  g_autofree char *path = g_file_get_path (files[0]);

  if (path != NULL)
    styr_window_open_model_file (window, path);
}

static void
styr_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { "quit", quit_cb, NULL, NULL, NULL } };
  StyrApplication *self = STYR_APPLICATION (application);

  if (self->database == NULL)
    self->database = styr_workspace_get_default_path ();
  /* Here we know that no other instance has it; it is read while the toolkit starts */
  self->opening = styr_opening_start (self->database);

  G_APPLICATION_CLASS (styr_application_parent_class)->startup (application);

  g_action_map_add_action_entries (
      G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  styr_shortcuts_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (STYR_APP_ID);
}

static int
styr_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  StyrApplication *self = STYR_APPLICATION (application);
  g_autofree char *database = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("styrmodell %s\n", STYR_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "database", "^ay", &database))
    self->database = g_canonicalize_filename (database, NULL);
  self->with_example = g_variant_dict_contains (options, "example");
  return -1;
}

static void
styr_application_finalize (GObject *object)
{
  StyrApplication *self = STYR_APPLICATION (object);

  /* Only when no window was ever asked for */
  if (self->opening != NULL)
    {
      g_autoptr (StyrWorkspace) workspace = styr_opening_finish (self->opening, NULL);

      if (workspace != NULL)
        styr_workspace_close (workspace);
    }
  g_free (self->database);

  G_OBJECT_CLASS (styr_application_parent_class)->finalize (object);
}

static void
styr_application_class_init (StyrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = styr_application_finalize;
  application_class->activate = styr_application_activate;
  application_class->open = styr_application_open;
  application_class->startup = styr_application_startup;
  application_class->handle_local_options = styr_application_handle_local_options;
}

static void
styr_application_init (StyrApplication *self)
{
  const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, _ ("Use this database"), _ ("FILE") },
    { "example", 0, 0, G_OPTION_ARG_NONE, NULL, _ ("Fill a new database with the example"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, _ ("Tell the version"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * Makes the program; run it with g_application_run().
 */
StyrApplication *
styr_application_new (void)
{
  return g_object_new (STYR_TYPE_APPLICATION,
                       "application-id",
                       STYR_APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * Returns: (transfer full): the language that the user chose, for styr_i18n_init(); "" when none
 * was.
 */
char *
styr_application_dup_language (void)
{
  return styr_settings_dup_text ("language");
}
