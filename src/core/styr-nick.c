/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-nick.h"

/**
 * styr_nick_from_value:
 *
 * The nick, which is the stored text, of a value of a registered enum.
 *
 * Returns: (transfer none) (nullable): NULL for a value that the enum hasn't
 */
const char *
styr_nick_from_value (GType enum_type, int value)
{
  GEnumClass *klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value (klass, value);

  g_type_class_unref (klass);
  return found != NULL ? found->value_nick : NULL;
}

/**
 * styr_nick_parse:
 * @value: (out) (optional): the value
 *
 * Returns: FALSE when the enum has no such nick
 */
gboolean
styr_nick_parse (GType enum_type, const char *nick, int *value)
{
  GEnumClass *klass = g_type_class_ref (enum_type);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  g_type_class_unref (klass);
  if (found == NULL)
    return FALSE;
  if (value != NULL)
    *value = found->value;
  return TRUE;
}

/**
 * styr_nick_to_value:
 *
 * Returns: the value of @nick, or @fallback when there is none
 */
int
styr_nick_to_value (GType enum_type, const char *nick, int fallback)
{
  int value = fallback;

  styr_nick_parse (enum_type, nick, &value);
  return value;
}
