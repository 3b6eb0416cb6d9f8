/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-i18n.h"

#include "styr-paths.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static gboolean
is_plain_c (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

/**
 * styr_i18n_init:
 * @language: (nullable): "sv", "en" or "system"; NULL is the default, Swedish
 *
 * Sets the language of everything the program says, before anything else is started. The
 * environment's STYR_LANGUAGE goes before @language. The program is made for Swedish
 * municipalities: it speaks Swedish whatever the system's locale, unless told otherwise.
 */
void
styr_i18n_init (const char *language)
{
  const char *given = g_getenv ("STYR_LANGUAGE");
  g_autofree char *dir = styr_paths_dup_locale_dir ();

  if (given != NULL && *given != '\0')
    language = given;
  if (language == NULL || *language == '\0')
    language = "sv";
  if (!g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);

  setlocale (LC_ALL, "");
  /* In the plain C locale gettext doesn't translate at all, and other encodings than UTF-8 would
   * garble every Swedish letter. */
  if (!g_get_charset (NULL) || is_plain_c (setlocale (LC_MESSAGES, NULL)))
    setlocale (LC_ALL, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
