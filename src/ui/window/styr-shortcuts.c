/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-shortcuts.h"

#include <glib/gi18n-lib.h>

#define GENERAL N_ ("General")
#define PAGES N_ ("Pages")
#define MODEL N_ ("The model and its files")
#define PICTURES N_ ("Pyramid and wheel")
#define WRITING N_ ("Lists and dialogs")

/* The one table of keys. An action that is new in the program is added here, in the menu and in the
 * help. */
static const StyrShortcut shortcuts[] = {
  { GENERAL, N_ ("New document or decision"), "win.new", "<Control>n", "document-new-symbolic" },
  { GENERAL, N_ ("Search"), "win.search", "<Control>k", NULL },
  { GENERAL, N_ ("Undo"), "win.undo", "<Control>z", "edit-undo-symbolic" },
  { GENERAL, N_ ("Redo"), "win.redo", "<Control><Shift>z", "edit-redo-symbolic" },
  { GENERAL, N_ ("Show or hide the sidebar"), "win.toggle-sidebar", "F9", NULL },
  { GENERAL, N_ ("Main menu"), NULL, "F10", NULL },
  { GENERAL, N_ ("Preferences"), "win.preferences", "<Control>comma", "emblem-system-symbolic" },
  { GENERAL,
    N_ ("Keyboard shortcuts"),
    "win.shortcuts",
    "<Control>question",
    "preferences-desktop-keyboard-shortcuts-symbolic" },
  { GENERAL, N_ ("Help"), "win.help", "F1", "help-browser-symbolic" },
  { GENERAL, N_ ("Quit"), "app.quit", "<Control>q", NULL },
  { PAGES, N_ ("Pyramid"), "win.show-page::pyramid", "<Alt>1", NULL },
  { PAGES, N_ ("Quality wheel"), "win.show-page::wheel", "<Alt>2", NULL },
  { PAGES, N_ ("Documents"), "win.show-page::documents", "<Alt>3", NULL },
  { PAGES, N_ ("Review"), "win.show-page::review", "<Alt>4", NULL },
  { PAGES, N_ ("Decisions"), "win.show-page::decisions", "<Alt>5", NULL },
  { PAGES, N_ ("Model"), "win.show-page::model", "<Alt>6", NULL },
  { PAGES, N_ ("Model versions"), "win.show-page::models", "<Alt>7", NULL },
  { PAGES, N_ ("Organisation"), "win.show-page::organisation", "<Alt>8", NULL },
  { PAGES, N_ ("History"), "win.show-page::history", "<Alt>9", NULL },
  { PAGES, N_ ("Back"), "win.back", "<Alt>Left", NULL },
  { MODEL,
    N_ ("Export workbook to Excel"),
    "win.export-workbook",
    "<Control>e",
    "x-office-spreadsheet-symbolic" },
  { MODEL,
    N_ ("Export the picture"),
    "win.export-picture::",
    "<Control><Shift>e",
    "image-x-generic-symbolic" },
  { MODEL, N_ ("Import model"), "win.import-model", NULL, "document-open-symbolic" },
  { MODEL, N_ ("Export model"), "win.export-model", NULL, "document-send-symbolic" },
  { MODEL, N_ ("Make a backup copy"), "win.backup", NULL, "document-save-symbolic" },
  { PICTURES,
    N_ ("Change the model in its picture"),
    "win.edit-model",
    "<Control>m",
    "document-edit-symbolic" },
  { PICTURES, N_ ("Go to the block in that direction"), NULL, "Left Right Up Down", NULL },
  { PICTURES, N_ ("Open the block"), NULL, "Return", NULL },
  { PICTURES, N_ ("Zoom in"), NULL, "plus", NULL },
  { PICTURES, N_ ("Zoom out"), NULL, "minus", NULL },
  { PICTURES, N_ ("Fit the picture in the window"), NULL, "0", NULL },
  { WRITING, N_ ("Move the row"), NULL, "<Alt>Up <Alt>Down", NULL },
  { WRITING, N_ ("Make a copy of the row"), NULL, "<Control>d", NULL },
  { WRITING, N_ ("Remove the row"), NULL, "Delete", NULL },
  { WRITING, N_ ("Do what the dialog asks about"), NULL, "<Control>Return", NULL },
  { WRITING, N_ ("Close the dialog"), NULL, "Escape", NULL },
};

/**
 * Returns: (transfer none): the table, groups together.
 */
const StyrShortcut *
styr_shortcuts_get (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * Gives the actions of the table their keys.
 */
void
styr_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && shortcuts[i].keys != NULL)
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        gtk_application_set_accels_for_action (
            application, shortcuts[i].action, (const char *const *) keys);
      }
}

static void
append_object (GString *xml, const char *class_name, const char *property, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xml,
                          "<child><object class='%s'><property name='%s'>%s</property>",
                          class_name,
                          property,
                          escaped);
}

static void
append_shortcut (GString *xml, const StyrShortcut *shortcut)
{
  g_autofree char *keys = g_markup_escape_text (shortcut->keys, -1);

  append_object (xml, "GtkShortcutsShortcut", "title", _ (shortcut->title));
  g_string_append_printf (xml, "<property name='accelerator'>%s</property></object></child>", keys);
}

/**
 * Makes the window that lists the keys of the table.
 *
 * Returns: (transfer full): a window to present.
 */
GtkWindow *
styr_shortcuts_new_window (GtkWindow *parent)
{
  /* GTK can fill this window from a description only, so the table is made into one. */
  g_autoptr (GString) xml =
      g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                    "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  const char *group = NULL;
  GtkWindow *window;

  append_object (xml, "GtkShortcutsSection", "section-name", "styrmodell");
  g_string_append (xml, "<property name='max-height'>17</property>");
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].keys == NULL)
        continue;
      if (g_strcmp0 (shortcuts[i].group, group) != 0)
        {
          if (group != NULL)
            g_string_append (xml, "</object></child>");
          append_object (xml, "GtkShortcutsGroup", "title", _ (shortcuts[i].group));
          group = shortcuts[i].group;
        }
      append_shortcut (xml, &shortcuts[i]);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");

  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  return window;
}
