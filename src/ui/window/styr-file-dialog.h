/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Which files a dialog is about. All strings are borrowed for the call. */
typedef struct
{
  const char *title;
  const char *name;        /* save: the suggested file name */
  const char *filter_name; /* of all the patterns; NULL: an entry for each, named by its ending */
  const char *const *patterns; /* "*.svg"; the first, or the chosen entry's, is the ending that is
                                * added when none was typed */
} StyrFileKind;

/** Called with the chosen path; never called when the dialog was cancelled. */
typedef void (*StyrFileFunc) (const char *path, gpointer user_data);

void styr_file_dialog_open (GtkWindow *parent,
                            const StyrFileKind *kind,
                            StyrFileFunc func,
                            gpointer user_data);
void styr_file_dialog_save (GtkWindow *parent,
                            const StyrFileKind *kind,
                            StyrFileFunc func,
                            gpointer user_data);

G_END_DECLS
