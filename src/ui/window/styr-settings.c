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

/* The settings when they know @key: an older installed schema must not end the program either. */
static GSettings *
get_settings_with (const char *key)
{
  GSettings *settings = get_settings ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return NULL;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key) ? settings : NULL;
}

/**
 * Returns: (transfer full): the setting's text, "" without a schema.
 */
char *
styr_settings_dup_text (const char *key)
{
  GSettings *settings = get_settings_with (key);

  g_return_val_if_fail (key != NULL, NULL);

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * Stores a text; NULL is "".
 */
void
styr_settings_set_text (const char *key, const char *value)
{
  GSettings *settings = get_settings_with (key);

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
  GSettings *settings = get_settings_with (key);

  g_return_val_if_fail (key != NULL, fallback);

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

/**
 * Stores a number.
 */
void
styr_settings_set_int (const char *key, int value)
{
  GSettings *settings = get_settings_with (key);

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
  GSettings *settings = get_settings_with (key);

  g_return_val_if_fail (key != NULL, FALSE);

  return settings != NULL && g_settings_get_boolean (settings, key);
}

/**
 * Stores a yes or no.
 */
void
styr_settings_set_flag (const char *key, gboolean value)
{
  GSettings *settings = get_settings_with (key);

  g_return_if_fail (key != NULL);

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

/**
 * Returns: (transfer full): the text of @name in a setting that is a table of texts; "" when there
 * is none.
 */
char *
styr_settings_dup_named (const char *key, const char *name)
{
  GSettings *settings = get_settings_with (key);
  g_autoptr (GVariant) table = NULL;
  const char *text = "";

  g_return_val_if_fail (key != NULL && name != NULL, NULL);

  if (settings == NULL)
    return g_strdup ("");
  table = g_settings_get_value (settings, key);
  g_variant_lookup (table, name, "&s", &text);
  return g_strdup (text);
}

/**
 * Stores a text under @name in a setting that is a table of texts.
 */
void
styr_settings_set_named (const char *key, const char *name, const char *value)
{
  GSettings *settings = get_settings_with (key);
  g_autoptr (GVariant) table = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *one, *text;

  g_return_if_fail (key != NULL && name != NULL);

  if (settings == NULL)
    return;
  table = g_settings_get_value (settings, key);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, table);
  while (g_variant_iter_next (&iter, "{&s&s}", &one, &text))
    if (!g_str_equal (one, name))
      g_variant_builder_add (&builder, "{ss}", one, text);
  g_variant_builder_add (&builder, "{ss}", name, value != NULL ? value : "");
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}
