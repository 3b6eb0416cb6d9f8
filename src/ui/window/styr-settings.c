/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-settings.h"

static GSettings *
get_settings (void)
{
  static GSettings *settings = NULL;
  static gboolean looked = FALSE;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      looked = TRUE;
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, STYR_APP_ID, TRUE);
      /* g_settings_new() ends the program when the schema isn't there */
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

/**
 * Returns: (transfer full): the setting's text, "" without a schema.
 */
char *
styr_settings_dup_text (const char *key)
{
  GSettings *settings = get_settings ();

  g_return_val_if_fail (key != NULL, NULL);

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * Stores a text; NULL is "".
 */
void
styr_settings_set_text (const char *key, const char *value)
{
  GSettings *settings = get_settings ();

  g_return_if_fail (key != NULL);

  if (settings != NULL)
    g_settings_set_string (settings, key, value != NULL ? value : "");
}

/**
 * Returns: the setting's number, or @fallback without a schema.
 */
int
styr_settings_get_int (const char *key, int fallback)
{
  GSettings *settings = get_settings ();

  g_return_val_if_fail (key != NULL, fallback);

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

/**
 * Stores a number.
 */
void
styr_settings_set_int (const char *key, int value)
{
  GSettings *settings = get_settings ();

  g_return_if_fail (key != NULL);

  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

/**
 * Returns: the setting, FALSE without a schema.
 */
gboolean
styr_settings_get_flag (const char *key)
{
  GSettings *settings = get_settings ();

  g_return_val_if_fail (key != NULL, FALSE);

  return settings != NULL && g_settings_get_boolean (settings, key);
}

/**
 * Stores a yes or no.
 */
void
styr_settings_set_flag (const char *key, gboolean value)
{
  GSettings *settings = get_settings ();

  g_return_if_fail (key != NULL);

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}
