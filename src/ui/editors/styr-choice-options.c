/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-choice-button.h"

/* What can be chosen: a list of StyrOption. */

static void
option_free (gpointer data)
{
  StyrOption *option = data;

  g_free (option->id);
  g_free (option->label);
  g_free (option->group);
  g_free (option);
}

/**
 * styr_options_new:
 *
 * Returns: (transfer full): an empty list of options
 */
GPtrArray *
styr_options_new (void)
{
  return g_ptr_array_new_with_free_func (option_free);
}

/**
 * styr_options_add:
 * @options: the list
 * @id: what is stored
 * @label: what is shown
 * @group: (nullable): heading that it stands under, like its neighbours
 *
 * Adds an option.
 */
void
styr_options_add (GPtrArray *options, const char *id, const char *label, const char *group)
{
  StyrOption *option = g_new0 (StyrOption, 1);

  option->id = g_strdup (id);
  option->label = g_strdup (label);
  option->group = g_strdup (group);
  g_ptr_array_add (options, option);
}

/**
 * styr_options_find_label:
 * @options: the list
 * @id: (nullable): an id
 *
 * Returns: (nullable): its label
 */
const char *
styr_options_find_label (GPtrArray *options, const char *id)
{
  for (guint i = 0; i < options->len; i++)
    {
      StyrOption *option = g_ptr_array_index (options, i);

      if (g_strcmp0 (option->id, id) == 0)
        return option->label;
    }
  return NULL;
}
