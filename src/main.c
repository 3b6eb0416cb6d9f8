/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-application.h"
#include "styr-i18n.h"

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autofree char *language = styr_application_dup_language ();
  g_autoptr (StyrApplication) application = NULL;

  /* Before GTK: it reads the language when it starts */
  styr_i18n_init (language);
  g_set_application_name ("Styrmodell");
  application = styr_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
